package store

import (
	"strings"

	"isnad"
)

// ReadingJudged is the judgement on the reading of a claim, without who makes it and when.
func ReadingJudged(a *isnad.Analysis, c *isnad.Claim, verdict Verdict) Judgement {
	names := make([]string, len(c.Sources))
	for i, l := range c.Sources {
		names[i] = l.Name
	}
	return Judgement{About: AReading, Article: a.Article.ID, Title: a.Article.Title, Claim: c.ID, Cue: c.Cue.In(a.Text),
		Content: contentOf(a, c), Chain: strings.Join(names, " ← "), Verdict: verdict}
}

// OnReading reports whether the judgement was made on the words of this claim.
func (j *Judgement) OnReading(a *isnad.Analysis, c *isnad.Claim) bool {
	return j.About == AReading && j.Article == a.Article.ID && j.Cue == c.Cue.In(a.Text) && j.Content == contentOf(a, c)
}

func contentOf(a *isnad.Analysis, c *isnad.Claim) string {
	parts := make([]string, len(c.Content))
	for i, s := range c.Content {
		parts[i] = s.In(a.Text)
	}
	return strings.Join(parts, " […] ")
}
