package demo

import (
	"fmt"

	"isnad"
)

// Traces are the stories of the archive, put together by hand. The readings are given by
// the identifiers that the articles have in this package; traces name articles as their
// readings do.
func Traces(read map[string]*isnad.Analysis) ([]*isnad.Trace, error) {
	text := func(article string) string {
		if a := read[article]; a != nil {
			return a.Text
		}
		return ""
	}
	var out []*isnad.Trace
	err := lines(traces, func(line string) error {
		t, err := isnad.ReadTrace([]byte(line), text)
		if err != nil {
			return err
		}
		rename(t, read)
		out = append(out, t)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the demo's traces: %w", err)
	}
	return out, nil
}

// rename calls articles and claims as their readings do.
func rename(t *isnad.Trace, read map[string]*isnad.Analysis) {
	article := func(id *string) *isnad.Analysis {
		a := read[*id]
		*id = a.Article.ID
		return a
	}
	for i := range t.Articles {
		article(&t.Articles[i].ID)
	}
	for _, c := range t.Copies {
		for i := range c.Articles {
			article(&c.Articles[i])
		}
	}
	for _, c := range t.Cases {
		for i := range c.Members {
			m := &c.Members[i]
			m.Claim = claim(article(&m.Article), m.Claim, m.Content)
		}
	}
	for _, f := range t.Figures {
		for i := range f.Values {
			article(&f.Values[i].Article)
		}
	}
	for _, r := range t.Explanations {
		for _, g := range r.Groups {
			for i := range g.Members {
				m := &g.Members[i]
				m.Claim = claim(article(&m.Article), m.Claim, m.Content)
			}
		}
	}
}

// claim is the claim of a reading that shares most with a telling that somebody is
// named for.
func claim(a *isnad.Analysis, named string, told []isnad.Span) (id string) {
	if named == "" {
		return ""
	}
	best := 0
	for _, span := range told {
		for _, c := range a.Claims {
			for _, content := range c.Content {
				if n := min(span.End, content.End) - max(span.Start, content.Start); n > best && len(c.Sources) > 0 {
					best, id = n, c.ID
				}
			}
		}
	}
	return id
}
