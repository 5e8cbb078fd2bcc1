package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"isnad"
	"isnad/extract"
	"isnad/internal/store"
)

// Options say what is served and how.
type Options struct {
	Archive  *store.Archive
	Traces   Traces
	Example  bool    // the stories of the archive were put together by hand, and pages say so
	Explain  Explain // reads an article again and tells why; nil where nobody can ask
	SignIn   bool    // only accounts of the archive are let in; else whoever is at this machine, and nobody else
	Version  string  // of the program
	Log      *slog.Logger
	Rhythm   time.Duration // how often a stream looks for what is new; five seconds where it is zero
	Patience time.Duration // how long one page may take; ten seconds where it is zero
}

// Explain reads an article and tells how the reading came about.
type Explain func(*isnad.Article) (*isnad.Analysis, *extract.Reasons)

// Server answers with pages. It is an http.Handler.
type Server struct {
	Options
	archive     *archive
	words       map[string]*words
	assets      *assets
	atlas       *atlas
	routes      http.Handler
	description *huma.OpenAPI
	tries       *limiter
	ended       chan struct{} // closed when the server stops: streams end
}

// New sets up the pages over an archive.
func New(o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Second
	}
	if o.Rhythm == 0 {
		o.Rhythm = 5 * time.Second
	}
	s := &Server{Options: o, archive: &archive{Traces: o.Traces, store: o.Archive}, ended: make(chan struct{}), tries: newLimiter(triesASecond, triesAtOnce)}
	var err error
	if s.words, err = readWords(wordsTable); err != nil {
		return nil, err
	}
	if s.assets, err = readAssets(); err != nil {
		return nil, err
	}
	if s.atlas, err = readAtlas(); err != nil {
		return nil, fmt.Errorf("read the map: %w", err)
	}
	mux := http.NewServeMux()
	for _, lang := range languages {
		s.pages(mux, "/"+lang)
	}
	mux.Handle("GET "+s.assets.prefix+"{file...}", s.assets)
	api := s.api(mux)
	s.stream(api)
	s.description = api.OpenAPI()
	mux.HandleFunc("GET /{$}", s.home)
	mux.HandleFunc("/", s.nowhere)
	s.routes = secured(bounded(newLimiter(asksASecond, asksAtOnce).limited(whole(http.NewCrossOriginProtection().Handler(s.identified(mux))))))
	return s, nil
}

// How often one client may ask the API.
const (
	asksASecond = 20
	asksAtOnce  = 100
)

// pages are the addresses of one language.
func (s *Server) pages(mux *http.ServeMux, lang string) {
	for _, p := range []struct {
		pattern, nav string
		make         maker
	}{
		{"/{$}", "today", s.today},
		{"/story/{id}", "", s.story},
		{"/story/{id}/case/{case}", "", s.caseOf},
		{"/article/{id}", "", s.article},
		{"/article/{id}/versions", "", s.versions},
		{"/search", "search", s.search},
		{"/figures", "figures", s.figures},
		{"/sources", "sources", s.outlets},
		{"/source/{name}", "sources", s.outlet},
		{"/actors", "actors", s.actors},
		{"/actor/{name}", "actors", s.actor},
		{"/actors/{a}/{b}", "actors", s.pair},
		{"/feeds", "feeds", s.watched},
		{"/judgements", "judgements", s.judgements},
		{"/about", "about", s.about},
		{"/api", "about", s.reader},
		{"/sign-in", "", s.signInPage},
		{"/audit", "", s.audit},
	} {
		mux.Handle("GET "+lang+p.pattern, s.page(p.nav, p.make))
	}
	s.feeds(mux, lang)
	mux.Handle("POST "+lang+"/feeds", s.action(s.alterFeeds))
	mux.Handle("POST "+lang+"/judgements", s.action(s.judge))
	mux.Handle("POST "+lang+"/judgements/{number}/undo", s.action(s.undo))
	mux.HandleFunc("POST "+lang+"/sign-in", s.signIn)
	mux.Handle("POST "+lang+"/sign-out", s.action(s.signOut))
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.routes.ServeHTTP(w, r) }

// home leads to the first page in the language that the browser asks for.
func (s *Server) home(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Vary", "Accept-Language")
	http.Redirect(w, r, "/"+language(r)+"/", http.StatusFound)
}

func (s *Server) nowhere(w http.ResponseWriter, r *http.Request) {
	s.tell(w, r, s.pageOf(r), fmt.Errorf("%s: %w", r.URL.Path, ErrNotFound))
}

// largest is how many bytes a form may have.
const largest = 64 << 10

// bounded refuses addresses and bodies that no page asks for.
func bounded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.RequestURI) > longest {
			http.Error(w, "address too long", http.StatusRequestURITooLong)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, largest)
		next.ServeHTTP(w, r)
	})
}

// Serve answers on the listener until the context ends, and lets answers that have
// begun come to their end.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      s.Patience + 20*time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
		ErrorLog:          slog.NewLogLogger(s.Log.Handler(), slog.LevelWarn),
	}
	server.RegisterOnShutdown(func() { close(s.ended) })
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		end, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(end)
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	}
	return <-stopped
}
