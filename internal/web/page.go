package web

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"isnad/internal/store"
)

// page is what every template knows of the request that it answers.
type page struct {
	*words
	assets string // prefix of the addresses of style and script
	path   string // of this page without its language, with its query
	title  string
	query  string        // what the search box holds
	feed   templ.SafeURL // of what the page shows, if there is one
	user   visitor
	signed bool   // whether one signs in here at all
	nav    string // which part of the program the page belongs to
}

// other is the address of this page in the other language, and that language.
func (p *page) other() (templ.SafeURL, string) {
	lang := "en"
	if p.lang == "en" {
		lang = "ar"
	}
	return templ.SafeURL("/" + lang + p.path), lang
}

// problem is an error that the reader of a page is told of.
type problem struct {
	status int
	key    string // of the words that say what is wrong and what to do
	cause  error
}

func (p *problem) Error() string {
	if p.cause != nil {
		return p.key + ": " + p.cause.Error()
	}
	return p.key
}

func (p *problem) Unwrap() error { return p.cause }

// problemOf finds what to tell of an error: nothing of the inside of the program.
func problemOf(err error) *problem {
	if p, ok := errors.AsType[*problem](err); ok {
		return p
	}
	switch {
	case errors.Is(err, ErrNotFound), errors.Is(err, store.ErrNotFound), errors.Is(err, store.ErrNotAnalysed):
		return &problem{status: http.StatusNotFound, key: "error.not-found", cause: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &problem{status: http.StatusServiceUnavailable, key: "error.slow", cause: err}
	}
	return &problem{status: http.StatusInternalServerError, key: "error.inside", cause: err}
}

// maker answers a request with a template, or an error that is told by [Server.tell].
type maker func(p *page, r *http.Request) (templ.Component, error)

// longest is how many bytes the path and query of an address may have.
const longest = 4096

// page makes a handler of a maker: the language out of the path, the time that it may
// take, and one place where errors become pages.
func (s *Server) page(nav string, make maker) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, stop := context.WithTimeout(r.Context(), s.Patience)
		defer stop()
		p := s.pageOf(r)
		p.nav = nav
		body, err := make(p, r.WithContext(ctx))
		if err != nil {
			s.tell(w, r, p, err)
			return
		}
		s.send(w, r.WithContext(ctx), p, http.StatusOK, body)
	})
}

// action makes a handler of something that is done: it leads back to a page.
func (s *Server) action(do func(p *page, r *http.Request) (templ.SafeURL, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, stop := context.WithTimeout(r.Context(), s.Patience)
		defer stop()
		p := s.pageOf(r)
		back, err := do(p, r.WithContext(ctx))
		if err != nil {
			s.tell(w, r, p, err)
			return
		}
		http.Redirect(w, r, string(back), http.StatusSeeOther)
	})
}

func (s *Server) pageOf(r *http.Request) *page {
	lang, rest := language(r), r.URL.EscapedPath()
	if first, after, ok := strings.Cut(strings.TrimPrefix(rest, "/"), "/"); ok && s.words[first] != nil {
		lang, rest = first, "/"+after
	}
	if r.URL.RawQuery != "" {
		rest += "?" + r.URL.RawQuery
	}
	return &page{words: s.words[lang], assets: s.assets.prefix, path: rest, user: visitorOf(r.Context()), signed: s.SignIn}
}

// send puts the body into the frame of all pages.
func (s *Server) send(w http.ResponseWriter, r *http.Request, p *page, status int, body templ.Component) {
	var out bytes.Buffer
	if err := p.frame(body).Render(r.Context(), &out); err != nil {
		s.Log.ErrorContext(r.Context(), "make a page", "path", r.URL.Path, "error", err)
		http.Error(w, p.T("error.inside"), http.StatusInternalServerError)
		return
	}
	a := &answer{status: status, kind: "text/html; charset=utf-8", body: out.Bytes()}
	a.send(w, r)
}

// tell shows an error as a page, and keeps in the log what is none of the reader's.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, p *page, err error) {
	told := problemOf(err)
	if told.status >= http.StatusInternalServerError {
		s.Log.ErrorContext(r.Context(), "answer a request", "path", r.URL.Path, "error", err)
	}
	p.title = p.T(told.key + ".title")
	s.send(w, r, p, told.status, p.failure(told))
}

// language is what a browser asks for, where an address does not say.
func language(r *http.Request) string {
	for tag := range strings.SplitSeq(r.Header.Get("Accept-Language"), ",") {
		tag, _, _ = strings.Cut(strings.TrimSpace(tag), ";")
		tag, _, _ = strings.Cut(tag, "-")
		for _, lang := range languages {
			if strings.EqualFold(tag, lang) {
				return lang
			}
		}
	}
	return languages[0]
}
