package main

import (
	"errors"
	"fmt"
	"strings"

	"isnad/internal/query"
	"isnad/internal/show"
	"isnad/internal/store"
)

type searchCommand struct {
	Query []string `arg:"" optional:"" help:"Words, phrases in quotation marks, AND, OR, NOT or -word, parentheses, ~word for its other forms, and fields; nothing finds every article."`

	DB     string `name:"db" env:"ISNAD_DB" placeholder:"FILE" help:"The archive: a file, or postgres://… (default: isnad.db in your data directory)."`
	Claims bool   `help:"Find claims, not articles; in:claims in the query does the same."`
	By     string `enum:"time,relevance" default:"time" help:"Order: time, the newest first, or relevance (of the newest 5,000; 1,500 in PostgreSQL)."`
	Limit  int    `default:"20" help:"How many hits to print."`
	After  string `placeholder:"MARK" help:"Print the page behind the one that ended with this mark."`
	Count  bool   `help:"Print the number of hits and nothing else."`
	Facets bool   `help:"Say also which outlets, months, sources and acts the newest hits are made of."`
	Format string `short:"f" enum:"text,json" default:"text" help:"What to print: text for people; json, positions in code points."`

	look
}

// Help tells the fields.
func (s *searchCommand) Help() string {
	return "Fields: " + strings.Join(query.Fields(), ", ") + `; their Arabic names too. For example: «source:رويترز act:deny since:2015-08», «quantity>1000 قتيل», «has:unnamed -outlet:سبق».

A word is found in any spelling, with or without the article, conjunctions, prepositions and pronouns. In quotation marks the article counts, and words stand one behind the other.`
}

// Validate checks what the flags say.
func (s *searchCommand) Validate() error {
	if s.Limit < 1 || s.Limit > 1000 {
		return errors.New("--limit must be between 1 and 1000")
	}
	return nil
}

// Run prints what is found.
func (s *searchCommand) Run(c *console) (err error) {
	q, err := query.Parse(strings.Join(s.Query, " "))
	if err != nil {
		fmt.Fprintf(c.err, "isnad: query: %v\n", err)
		return errBadInput
	}
	if s.Claims {
		q.Scope = query.Claims
	}
	archive, err := openArchive(c, s.DB, store.Options{MustExist: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	if s.Count {
		n, err := archive.Count(c.ctx, q)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(c.out, n)
		return err
	}
	found, err := archive.Search(c.ctx, s.searching(q))
	if errors.Is(err, store.ErrCursor) {
		fmt.Fprintf(c.err, "isnad: --after %s: %v\n", s.After, err)
		return errBadInput
	}
	if err != nil {
		return err
	}
	var facets *store.Facets
	if s.Facets {
		if facets, err = archive.Facets(c.ctx, q); err != nil {
			return err
		}
	}
	out, err := s.print(c, q, found, facets)
	if err == nil {
		_, err = c.out.Write(out)
	}
	return err
}

func (s *searchCommand) searching(q *query.Query) store.Searching {
	order := store.Newest
	if s.By == "relevance" {
		order = store.Relevance
	}
	return store.Searching{Query: q, Order: order, Limit: s.Limit, After: s.After}
}

func (s *searchCommand) print(c *console, q *query.Query, found *store.Hits, facets *store.Facets) ([]byte, error) {
	if s.Format == "json" {
		return foundJSON(q, found, facets)
	}
	o := s.options(c, isTerminal(c.out))
	hits := make([]show.Hit, len(found.Hits))
	for i, h := range found.Hits {
		hits[i] = show.Hit{Article: &h.Article.Article, Analysis: h.Analysis, Claim: h.Claim, Snippet: h.Snippet, Marks: h.Marks}
	}
	out, err := show.Hits(nil, o, found.Say(), hits)
	if err == nil && facets != nil {
		var all [][]show.Facet
		for _, list := range [][]store.Facet{facets.Outlets, facets.Months, facets.Sources, facets.Acts} {
			var shown []show.Facet
			for _, f := range list {
				shown = append(shown, show.Facet(f))
			}
			all = append(all, shown)
		}
		out, err = show.Facets(out, o, facets.Of, []string{"outlets", "months", "sources", "acts"}, all)
	}
	if err == nil && found.Next != "" {
		out, err = show.More(out, o, "--after "+found.Next)
	}
	return out, err
}
