package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/a-h/templ"

	"isnad/internal/password"
	"isnad/internal/store"
)

// sessionCookie is the name of the cookie that a session stands in.
const sessionCookie = "isnad_session"

// sessionTime is how long a browser stays signed in.
const sessionTime = 14 * 24 * time.Hour

// How often a client may try a password: some times at once, then one in half a minute.
const (
	triesASecond = 1.0 / 30
	triesAtOnce  = 6
)

type signInView struct {
	*page
	Name  string
	Wrong string // key of the words that say what was wrong
}

func (s *Server) signInPage(p *page, r *http.Request) (templ.Component, error) {
	if !s.SignIn {
		return nil, ErrNotFound
	}
	p.title = p.T("sign-in")
	return (&signInView{page: p}).body(), nil
}

// signIn checks a name and password, and gives the browser a session.
func (s *Server) signIn(w http.ResponseWriter, r *http.Request) {
	p := s.pageOf(r)
	p.title = p.T("sign-in")
	if !s.SignIn {
		s.tell(w, r, p, ErrNotFound)
		return
	}
	name := r.PostFormValue("name")
	if wait, ok := s.tries.take(clientOf(r)); !ok {
		w.Header().Set("Retry-After", digits(1+int(wait.Seconds())))
		s.send(w, r, p, http.StatusTooManyRequests, (&signInView{page: p, Name: name, Wrong: "sign-in.often"}).body())
		return
	}
	account, err := s.Archive.Account(r.Context(), name)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		s.tell(w, r, p, fmt.Errorf("account %q: %w", name, err))
		return
	}
	// A name that there is none of takes as long as a wrong password.
	if !password.Matches(account.Password, r.PostFormValue("password")) {
		s.record(r, name, "sign-in failed", clientOf(r))
		s.send(w, r, p, http.StatusForbidden, (&signInView{page: p, Name: name, Wrong: "sign-in.wrong"}).body())
		return
	}
	secret := rand.Text()
	until := time.Now().Add(sessionTime)
	if err := s.Archive.PutSession(r.Context(), secret, store.Session{Account: account, Kind: "browser", Expires: until}); err != nil {
		s.tell(w, r, p, fmt.Errorf("begin a session of %q: %w", name, err))
		return
	}
	s.record(r, name, "signed in", clientOf(r))
	http.SetCookie(w, &http.Cookie{Name: sessionCookie, Value: secret, Path: "/", Expires: until, HttpOnly: true, Secure: r.TLS != nil, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, string(p.url()), http.StatusSeeOther)
}

// signOut ends the session.
func (s *Server) signOut(p *page, r *http.Request) (templ.SafeURL, error) {
	if cookie, err := r.Cookie(sessionCookie); err == nil && s.SignIn {
		if err := s.Archive.EndSession(r.Context(), cookie.Value); err != nil {
			return "", fmt.Errorf("sign out: %w", err)
		}
	}
	return p.url("sign-in"), nil
}

// record keeps what was done. That it cannot be kept stops nobody, and is logged.
func (s *Server) record(r *http.Request, who, action, detail string) {
	if !s.SignIn {
		return
	}
	deed := store.Deed{At: time.Now(), Account: who, Action: action, Detail: detail}
	if err := s.Archive.Record(r.Context(), deed); err != nil {
		s.Log.ErrorContext(r.Context(), "keep what was done", "action", action, "error", err)
	}
}

// auditView lists what was done.
type auditView struct {
	*page
	Deeds []store.Deed
	Next  int
}

// deeds are the actions that are kept, as they are kept.
var deeds = []string{"signed in", "sign-in failed", "judged right", "judged wrong", "judged same", "judged different", "undid a judgement", "feed: add", "feed: pause", "feed: resume", "feed: remove"}

// deed is an action in words.
func (w *words) deed(action string) string {
	if slices.Contains(deeds, action) {
		return w.T("deed." + action)
	}
	return action
}

func (s *Server) audit(p *page, r *http.Request) (templ.Component, error) {
	if !s.SignIn {
		return nil, ErrNotFound
	}
	if err := allowed(r, store.Admin); err != nil {
		return nil, err
	}
	skip, err := count(r.URL.Query().Get("skip"))
	if err != nil {
		return nil, err
	}
	v := &auditView{page: p}
	if v.Deeds, err = s.Archive.Deeds(r.Context(), skip, judgementsShown+1); err != nil {
		return nil, fmt.Errorf("deeds: %w", err)
	}
	if len(v.Deeds) > judgementsShown {
		v.Deeds, v.Next = v.Deeds[:judgementsShown], skip+judgementsShown
	}
	p.title = p.T("audit")
	return v.body(), nil
}
