package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"isnad/internal/store"
)

// visitor is who a request comes from.
type visitor struct {
	name  string
	role  store.Role
	scope string // of a token: what it may do at most
}

// may reports whether the visitor has a role, or one that may do more.
func (v visitor) may(role store.Role) bool {
	order := []store.Role{store.Reader, store.Analyst, store.Admin}
	if v.scope == "read" && role != store.Reader {
		return false
	}
	return slices.Index(order, v.role) >= slices.Index(order, role)
}

type visitorKey struct{}

// visitorOf is who a request comes from: where there are no accounts, the one person at
// this machine.
func visitorOf(ctx context.Context) visitor {
	v, _ := ctx.Value(visitorKey{}).(visitor)
	return v
}

// identified lets only those in who may read: on a machine's own address everybody,
// elsewhere whoever has signed in or shows a token.
func (s *Server) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v, err := s.recognize(r)
		if err != nil {
			s.tell(w, r, s.pageOf(r), err)
			return
		}
		if !v.may(store.Reader) && !isOpen(r.URL.Path) {
			s.keepOut(w, r)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitorKey{}, v)))
	})
}

// isOpen reports whether an address is for everybody: to sign in, and how that looks.
func isOpen(path string) bool {
	return strings.HasPrefix(path, "/assets/") || slices.ContainsFunc(languages[:], func(lang string) bool { return path == "/"+lang+"/sign-in" })
}

func (s *Server) recognize(r *http.Request) (visitor, error) {
	if !s.SignIn {
		if !ownHost(r.Host) {
			// A page elsewhere whose name was made to lead here would read along.
			return visitor{}, &problem{status: http.StatusMisdirectedRequest, key: "error.host"}
		}
		return visitor{role: store.Admin}, nil
	}
	secret := ""
	if token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok && strings.HasPrefix(r.URL.Path, apiPath+"/") {
		secret = token
	} else if cookie, err := r.Cookie(sessionCookie); err == nil {
		secret = cookie.Value
	}
	if secret == "" {
		return visitor{}, nil
	}
	session, err := s.Archive.Session(r.Context(), secret)
	if errors.Is(err, store.ErrNotFound) {
		return visitor{}, nil
	}
	if err != nil {
		return visitor{}, fmt.Errorf("look up a session: %w", err)
	}
	return visitor{session.Account.Name, session.Account.Role, session.Scope}, nil
}

// ownHost reports whether a Host header names this machine.
func ownHost(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if host == "localhost" {
		return true
	}
	address, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && address.IsLoopback()
}

// keepOut leads a browser to where one signs in, and tells a program to show a token.
func (s *Server) keepOut(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, apiPath+"/") {
		w.Header().Set("WWW-Authenticate", "Bearer")
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusUnauthorized)
		w.Write([]byte(`{"title":"Unauthorized","status":401,"detail":"show a token: Authorization: Bearer …"}` + "\n"))
		return
	}
	p := s.pageOf(r)
	http.Redirect(w, r, string(p.url("sign-in")), http.StatusSeeOther)
}

// allowed is an error where the visitor has not the role.
func allowed(r *http.Request, role store.Role) error {
	if !visitorOf(r.Context()).may(role) {
		return &problem{status: http.StatusForbidden, key: "error.role"}
	}
	return nil
}
