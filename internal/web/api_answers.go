package web

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"isnad"
	"isnad/arabic"
)

type aboutOut struct {
	Articles int    `json:"articles"`
	Outlets  int    `json:"outlets"`
	Stories  int    `json:"stories"`
	Cases    int    `json:"cases"`
	Claims   int    `json:"claims"`
	First    string `json:"first"`
	Last     string `json:"last"`
	Version  string `json:"version" doc:"Of the program."`

	Actors     int        `json:"actors"`
	Texts      int        `json:"texts" doc:"Versions of articles."`
	Judgements int        `json:"judgements" doc:"That stand."`
	Readings   []countOut `json:"readings" doc:"How many articles were read by which version of the reader."`
}

func (s *Server) apiAbout(ctx context.Context, _ *struct{}) (*body[aboutOut], error) {
	c, err := s.archive.Counts(ctx)
	if err != nil {
		return nil, fmt.Errorf("counts: %w", err)
	}
	has, err := s.archive.Holdings(ctx)
	if err != nil {
		return nil, err
	}
	return &body[aboutOut]{aboutOut{c.Articles, c.Outlets, c.Stories, c.Cases, c.Claims, c.First, c.Last, s.Version, has.Actors, has.Versions, has.Judgements, facetCounts(has.Readings)}}, nil
}

type caseHead struct {
	ID          string `json:"id"`
	Story       string `json:"story"`
	Proposition string `json:"proposition"`
	Grade       string `json:"grade"`
	Independent int    `json:"independent"`
	Reason      string `json:"reason"`
	Members     int    `json:"members"`
}

type storyHead struct {
	WireStory
	Articles int        `json:"articles"`
	Outlets  int        `json:"outlets"`
	Copies   int        `json:"copies"`
	Disputed int        `json:"disputed_figures"`
	Cases    []caseHead `json:"cases" doc:"All of them, the weightiest first."`
}

type storiesOut struct {
	Stories []storyHead `json:"stories"`
	Next    string      `json:"next,omitempty" doc:"The cursor of the next page; left out at the end."`
}

func headOf(t *isnad.Trace) storyHead {
	h := storyHead{WireStory: wireStoryOf(t.Story), Articles: len(t.Articles), Outlets: len(outletsIn(t)), Copies: copiesIn(t), Disputed: disputedIn(t), Cases: []caseHead{}}
	for _, c := range t.Cases {
		h.Cases = append(h.Cases, caseHead{c.ID, t.Story.ID, c.Proposition, string(c.Grade), c.Independent, c.Reason, len(c.Members)})
	}
	return h
}

type storiesIn struct {
	Paging
	Order string `query:"order" enum:"newest,day" default:"newest" doc:"By day: those of the last day first, of a day those with most new texts."`
}

func (s *Server) apiStories(ctx context.Context, in *storiesIn) (*body[storiesOut], error) {
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	find := s.archive.Stories
	if in.Order == "day" {
		find = s.archive.StoriesByDay
	}
	traces, err := find(ctx, skip, in.Limit+1)
	if err != nil {
		return nil, fmt.Errorf("newest stories: %w", err)
	}
	out := storiesOut{Stories: []storyHead{}}
	if len(traces) > in.Limit {
		traces, out.Next = traces[:in.Limit], cursorAt(skip+in.Limit)
	}
	for _, t := range traces {
		out.Stories = append(out.Stories, headOf(t))
	}
	return &body[storiesOut]{out}, nil
}

// ByID asks for what has an identifier.
type ByID struct {
	ID string `path:"id" maxLength:"1024"`
}

func (s *Server) apiStory(ctx context.Context, in *ByID) (*body[*wireTrace], error) {
	t, err := s.archive.Trace(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", in.ID, err)
	}
	out, err := s.wired(ctx, t)
	return &body[*wireTrace]{out}, err
}

type caseIn struct {
	ByID
	Case string `path:"case" maxLength:"1024"`
}

func (s *Server) apiCase(ctx context.Context, in *caseIn) (*body[WireCase], error) {
	t, err := s.archive.Trace(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("trace of story %q: %w", in.ID, err)
	}
	w, err := s.wired(ctx, t)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(w.Cases, func(c WireCase) bool { return c.ID == in.Case })
	if at < 0 {
		return nil, fmt.Errorf("case %q of story %q: %w", in.Case, in.ID, ErrNotFound)
	}
	return &body[WireCase]{w.Cases[at]}, nil
}

type articlesIn struct {
	Paging
	Words  string `query:"q" maxLength:"500" doc:"What is looked for, as in the search box."`
	Outlet string `query:"outlet" maxLength:"300"`
	Source string `query:"source" maxLength:"300" doc:"Somebody whom a chain names."`
	Actor  string `query:"actor" maxLength:"300"`
	Order  string `query:"order" enum:"newest,relevance" default:"newest"`
}

type articleHead struct {
	WireArticle
	URL     string `json:"url"`
	Claims  int    `json:"claims"`
	Claim   string `json:"claim,omitempty" doc:"Which claim was found, where claims were looked for (in:claims)."`
	Snippet string `json:"snippet"`
}

func claimOf(f finding) string {
	if f.Claim == nil {
		return ""
	}
	return f.Claim.ID
}

type articlesOut struct {
	Total    int           `json:"total"`
	Articles []articleHead `json:"articles"`
	Next     string        `json:"next,omitempty"`
}

func (s *Server) apiArticles(ctx context.Context, in *articlesIn) (*body[articlesOut], error) {
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	found, err := s.archive.Find(ctx, asking{Words: in.Words, Outlet: in.Outlet, Source: in.Source, Actor: in.Actor, Relevance: in.Order == "relevance", Skip: skip, Limit: in.Limit})
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", in.Words, err)
	}
	out := articlesOut{Total: found.Total, Articles: []articleHead{}}
	for _, a := range found.Hits {
		var words strings.Builder
		for _, w := range snippet(a) {
			words.WriteString(w.Text)
		}
		out.Articles = append(out.Articles, articleHead{WireArticle{a.Article.ID, a.Article.Outlet, a.Article.Published, a.Article.Title}, a.Article.URL, len(a.Claims), claimOf(a), words.String()})
	}
	if skip+len(out.Articles) < found.Total {
		out.Next = cursorAt(skip + in.Limit)
	}
	return &body[articlesOut]{out}, nil
}

// analysisOut is JSON in the shape isnad.analysis/1, which the vocabulary writes itself.
type analysisOut json.RawMessage

// MarshalJSON gives what was written.
func (a analysisOut) MarshalJSON() ([]byte, error) { return a, nil }

// Schema names the shape.
func (analysisOut) Schema(huma.Registry) *huma.Schema {
	object := &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true}
	list := &huma.Schema{Type: huma.TypeArray, Items: object}
	return &huma.Schema{
		Type: huma.TypeObject, Description: "isnad.analysis/1", AdditionalProperties: true,
		Properties: map[string]*huma.Schema{
			"schema": {Type: huma.TypeString}, "article": object, "mentions": list, "entities": list, "claims": list,
			"events": list, "quantities": list, "times": list, "explanations": list,
		},
		Required: []string{"schema", "article", "claims", "quantities", "times", "mentions", "entities", "events", "explanations"},
	}
}

func (s *Server) apiArticle(ctx context.Context, in *ByID) (*body[analysisOut], error) {
	a, err := s.archive.Article(ctx, in.ID)
	if err != nil {
		return nil, fmt.Errorf("article %q: %w", in.ID, err)
	}
	return &body[analysisOut]{analysisOut(a.AppendJSON(nil))}, nil
}

type countOut struct {
	Name  string `json:"name"`
	Kind  string `json:"kind,omitempty"`
	Count int    `json:"count"`
}

func countsOut(list []named) []countOut {
	out := []countOut{}
	for _, n := range list {
		out = append(out, countOut{n.Name, string(n.Kind), n.Count})
	}
	return out
}

type outletsOut struct {
	Outlets []countOut `json:"outlets"`
}

func (s *Server) apiOutlets(ctx context.Context, _ *struct{}) (*body[outletsOut], error) {
	all, err := s.archive.Outlets(ctx)
	if err != nil {
		return nil, fmt.Errorf("outlets: %w", err)
	}
	out := outletsOut{Outlets: []countOut{}}
	for _, o := range all {
		out.Outlets = append(out.Outlets, countOut{Name: o.Name, Count: int(o.Articles)})
	}
	return &body[outletsOut]{out}, nil
}

// ByName asks for what has a name.
type ByName struct {
	Name string `path:"name" maxLength:"300"`
}

type outletOut struct {
	Name      string         `json:"name"`
	Articles  int            `json:"articles"`
	Counted   int            `json:"counted" doc:"How many articles, the newest, the rest was counted over."`
	First     string         `json:"first"`
	Last      string         `json:"last"`
	Claims    int            `json:"claims"`
	Shares    map[string]int `json:"shares" doc:"Claims by what they rest on: named, media, unnamed, none."`
	Repeats   []countOut     `json:"repeats"`
	Repeated  []countOut     `json:"repeated_by"`
	Cites     []countOut     `json:"cites"`
	FirstTold []caseHead     `json:"told_first"`
}

func (s *Server) apiOutlet(ctx context.Context, in *ByName) (*body[outletOut], error) {
	f, err := s.outletFacts(ctx, in.Name)
	if err != nil {
		return nil, err
	}
	out := outletOut{f.Name, f.Articles, f.Counted, f.First, f.Last, f.Claims, map[string]int{}, countsOut(f.Repeats), countsOut(f.Repeated), countsOut(f.Cites), []caseHead{}}
	for _, share := range f.Shares {
		out.Shares[share.Key] = share.Count
	}
	for _, c := range f.FirstTold {
		out.FirstTold = append(out.FirstTold, caseHead{c.ID, c.Story, c.Proposition, string(c.Grade), c.Independent, c.Reason, len(c.Members)})
	}
	return &body[outletOut]{out}, nil
}

type figuresIn struct {
	Paging
	Words string `query:"q" maxLength:"500" doc:"Words of what was counted, its unit or its story."`
}

type figureOut struct {
	Story string `json:"story"`
	WireFigure
}

type figuresOut struct {
	Figures []figureOut `json:"figures"`
	Next    string      `json:"next,omitempty"`
}

// apiFigures pages by stories: a page holds the figures of as many as limit says.
func (s *Server) apiFigures(ctx context.Context, in *figuresIn) (*body[figuresOut], error) {
	skip, err := in.skip()
	if err != nil {
		return nil, err
	}
	traces, err := s.archive.Stories(ctx, skip, in.Limit+1)
	if err != nil {
		return nil, fmt.Errorf("newest stories: %w", err)
	}
	out := figuresOut{Figures: []figureOut{}}
	if len(traces) > in.Limit {
		traces, out.Next = traces[:in.Limit], cursorAt(skip+in.Limit)
	}
	words := strings.Fields(arabic.Fold(in.Words))
	for _, t := range traces {
		w, err := s.wired(ctx, t)
		if err != nil {
			return nil, err
		}
		for _, f := range w.Figures {
			if holdsAll(f.What+" "+f.Unit+" "+t.Story.Title, words) {
				out.Figures = append(out.Figures, figureOut{t.Story.ID, f})
			}
		}
	}
	return &body[figuresOut]{out}, nil
}
