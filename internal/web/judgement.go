package web

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"isnad"
	"isnad/internal/store"
)

// judgementsShown is how many judgements stand on one page.
const judgementsShown = 50

// judgementsView lists what people decided.
type judgementsView struct {
	*page
	Judgements []store.Judgement
	Next       int
}

func (s *Server) judgements(p *page, r *http.Request) (templ.Component, error) {
	v := &judgementsView{page: p}
	p.title = p.T("nav.judgements")
	skip, err := count(r.URL.Query().Get("skip"))
	if err != nil {
		return nil, err
	}
	if v.Judgements, err = s.Archive.Judgements(r.Context(), skip, judgementsShown+1); err != nil {
		return nil, fmt.Errorf("judgements: %w", err)
	}
	if len(v.Judgements) > judgementsShown {
		v.Judgements, v.Next = v.Judgements[:judgementsShown], skip+judgementsShown
	}
	return v.body(), nil
}

// judged puts the judgements that stand beside the claims of an article.
func (s *Server) judged(ctx context.Context, v *articleView) error {
	v.CanJudge = v.user.may(store.Analyst)
	standing, err := s.Archive.OfArticle(ctx, v.Article.ID)
	if err != nil {
		return fmt.Errorf("judgements on article %q: %w", v.Article.ID, err)
	}
	for i := range v.Paragraphs {
		for k := range v.Paragraphs[i].Notes {
			n := &v.Paragraphs[i].Notes[k]
			for j := range standing {
				if standing[j].OnReading(v.Analysis, n.Claim) {
					n.Judged = &standing[j]
				}
			}
		}
	}
	return nil
}

// judge keeps what a form says of a claim.
func (s *Server) judge(p *page, r *http.Request) (templ.SafeURL, error) {
	if r.PostFormValue("actor") != "" {
		return s.judgeActors(p, r)
	}
	article, claim := r.PostFormValue("article"), r.PostFormValue("claim")
	number, err := s.keepJudgement(r, article, claim, store.Verdict(r.PostFormValue("verdict")))
	if err != nil {
		return "", err
	}
	return p.at("claim-"+strconv.Itoa(number), "article", article), nil
}

// keepJudgement keeps what the visitor says of a claim, and gives the claim's number in
// its article.
func (s *Server) keepJudgement(r *http.Request, article, claim string, verdict store.Verdict) (int, error) {
	if err := allowed(r, store.Analyst); err != nil {
		return 0, err
	}
	if verdict != store.Right && verdict != store.Wrong {
		return 0, &problem{status: http.StatusBadRequest, key: "error.form"}
	}
	a, err := s.archive.Article(r.Context(), article)
	if err != nil {
		return 0, fmt.Errorf("article %q: %w", article, err)
	}
	at := slices.IndexFunc(a.Claims, func(c isnad.Claim) bool { return c.ID == claim })
	if at < 0 {
		return 0, fmt.Errorf("claim %q of article %q: %w", claim, article, ErrNotFound)
	}
	c, who := &a.Claims[at], visitorOf(r.Context()).name
	j := store.ReadingJudged(a, c, verdict)
	j.By, j.At = who, time.Now()
	if err := s.Archive.Judge(r.Context(), j); err != nil {
		return 0, fmt.Errorf("judge claim %q of article %q: %w", claim, article, err)
	}
	s.record(r, who, "judged "+string(verdict), article+" "+claim)
	return at + 1, nil
}

// undo takes a judgement back.
func (s *Server) undo(p *page, r *http.Request) (templ.SafeURL, error) {
	if err := allowed(r, store.Analyst); err != nil {
		return "", err
	}
	n, err := strconv.ParseInt(r.PathValue("number"), 10, 64)
	if err != nil {
		return "", &problem{status: http.StatusBadRequest, key: "error.form"}
	}
	if err := s.Archive.Undo(r.Context(), n, time.Now()); err != nil {
		return "", fmt.Errorf("undo judgement %d: %w", n, err)
	}
	s.record(r, p.user.name, "undid a judgement", strconv.FormatInt(n, 10))
	if actor := r.PostFormValue("actor"); actor != "" {
		return p.at("alike", "actor", actor), nil
	}
	if article := r.PostFormValue("article"); article != "" {
		return p.at(r.PostFormValue("place"), "article", article), nil
	}
	return p.url("judgements"), nil
}
