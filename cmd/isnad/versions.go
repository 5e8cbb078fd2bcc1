package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"isnad"
	"isnad/internal/change"
	"isnad/internal/show"
	"isnad/internal/store"
)

type versionsCommand struct {
	Article string `arg:"" optional:"" help:"An article: its identifier or its address. Without one, the articles whose text changed are listed."`
	First   int    `arg:"" optional:"" help:"Say what this version of it changed, against the one before."`
	Second  int    `arg:"" optional:"" help:"Say what is different in this version, against the first."`

	archiveFlag

	Limit  int    `default:"20" help:"How many articles to list, those that changed last first."`
	Format string `short:"f" enum:"text,json" default:"text" help:"What to print: text for people; json."`

	look
}

// Validate checks what the flags say.
func (s *versionsCommand) Validate() error {
	if s.Limit < 1 || s.Limit > 1000 {
		return errors.New("--limit must be between 1 and 1000")
	}
	return nil
}

// Run lists the versions of an article, or says what changed from one to another.
func (s *versionsCommand) Run(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(a *store.Archive) error {
		out, err := s.print(c, a)
		if err == nil {
			_, err = c.out.Write(out)
		}
		return err
	})
}

func (s *versionsCommand) print(c *console, a *store.Archive) ([]byte, error) {
	if s.Article == "" {
		return s.changed(c, a)
	}
	id := s.Article
	if strings.Contains(id, "://") {
		id = store.ArticleID(&isnad.Article{URL: id})
	}
	all, err := a.Versions(c.ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return nil, badInput{fmt.Errorf("the archive has no article %s", s.Article)}
	}
	if err != nil {
		return nil, err
	}
	if s.First == 0 {
		return s.list(c, all)
	}
	from, to := s.First, s.Second
	if to == 0 {
		from, to = s.First-1, s.First
	}
	if min(from, to) < 1 || max(from, to) > len(all) {
		return nil, badInput{fmt.Errorf("the versions of article %s are 1 to %d, and the first has none before it", s.Article, len(all))}
	}
	return s.compare(c, all[from-1], all[to-1])
}

// versionJSON is a version in JSON, without its text.
type versionJSON struct {
	Version  int       `json:"version"`
	Seen     time.Time `json:"seen"`
	Modified string    `json:"modified,omitempty"` // as the page or feed says
	Title    string    `json:"title"`
	Come     int       `json:"come,omitempty"` // words that the version before has not
	Gone     int       `json:"gone,omitempty"` // words of the version before that it has not
}

// versionsJSON is an article with its versions, or with what changed from one to another.
type versionsJSON struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	Outlet    string        `json:"outlet,omitempty"`
	Published string        `json:"published,omitempty"`
	URL       string        `json:"url,omitempty"`
	Latest    int           `json:"latest,omitempty"`
	Versions  []versionJSON `json:"versions,omitempty"`
	From      *versionJSON  `json:"from,omitempty"`
	To        *versionJSON  `json:"to,omitempty"`
	Lines     []lineJSON    `json:"lines,omitempty"`
}

// lineJSON is a line that changed. Lines are numbered from 1, which is the title.
type lineJSON struct {
	Before int        `json:"before,omitempty"`
	After  int        `json:"after,omitempty"`
	Parts  []partJSON `json:"parts"`
}

type partJSON struct {
	Kind change.Kind `json:"is"`
	Text string      `json:"text"`
}

func articleJSON(a *isnad.Article) versionsJSON {
	return versionsJSON{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Published: a.Published, URL: a.URL}
}

func (s *versionsCommand) changed(c *console, a *store.Archive) ([]byte, error) {
	all, err := a.Changed(c.ctx, s.Limit)
	if err != nil {
		return nil, err
	}
	if s.Format == "json" {
		out := make([]versionsJSON, len(all))
		for i, x := range all {
			out[i] = articleJSON(&x.Article)
			out[i].Latest = x.Version
		}
		return indented(out)
	}
	articles, versions := make([]*isnad.Article, len(all)), make([]int, len(all))
	for i, x := range all {
		articles[i], versions[i] = &x.Article, x.Version
	}
	return show.Changed(nil, s.options(c, isTerminal(c.out)), articles, versions)
}

func (s *versionsCommand) list(c *console, all []*store.Version) ([]byte, error) {
	shown, told := make([]show.Version, len(all)), make([]versionJSON, len(all))
	for i, v := range all {
		var lines []change.Line
		if i > 0 {
			lines = change.Between(all[i-1].Text(), v.Text())
		}
		shown[i], told[i] = versionOf(v, lines)
	}
	latest := &all[len(all)-1].Article
	if s.Format == "json" {
		out := articleJSON(latest)
		out.Versions = told
		return indented(out)
	}
	return show.Versions(nil, s.options(c, isTerminal(c.out)), latest, shown)
}

func (s *versionsCommand) compare(c *console, from, to *store.Version) ([]byte, error) {
	lines := change.Between(from.Text(), to.Text())
	shownFrom, toldFrom := versionOf(from, nil)
	shownTo, toldTo := versionOf(to, lines)
	if s.Format != "json" {
		return show.Changes(nil, s.options(c, isTerminal(c.out)), &to.Article, shownFrom, shownTo, lines)
	}
	out := articleJSON(&to.Article)
	out.From, out.To = &toldFrom, &toldTo
	for _, l := range lines {
		parts := make([]partJSON, len(l.Parts))
		for i, p := range l.Parts {
			parts[i] = partJSON(p)
		}
		out.Lines = append(out.Lines, lineJSON{l.Before, l.After, parts})
	}
	return indented(out)
}

func versionOf(v *store.Version, lines []change.Line) (show.Version, versionJSON) {
	come, gone := change.Words(lines)
	return show.Version{Number: v.Version, Seen: v.Seen, Title: v.Title, Come: come, Gone: gone},
		versionJSON{Version: v.Version, Seen: v.Seen, Modified: v.Modified, Title: v.Title, Come: come, Gone: gone}
}

func indented(v any) ([]byte, error) {
	out, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write versions as JSON: %w", err)
	}
	return append(out, '\n'), nil
}
