package trace

import (
	"cmp"
	"slices"

	"isnad"
)

// Story traces one story: its articles by time, the copies among them, and what they
// tell. The identifier is the caller's. Of articles of other stories nothing is told but that
// they share text with these.
func (t *Tracer) Story(id string, docs []*Document, around Around) *isnad.Trace {
	docs = slices.Clone(docs)
	SortByTime(docs)
	out := &isnad.Trace{Story: isnad.Story{ID: id}}
	for _, d := range docs {
		out.Articles = append(out.Articles, d.told())
		if d.Time.IsZero() {
			continue
		}
		if out.Story.First == "" {
			out.Story.First = d.Article.Published
		}
		out.Story.Last = d.Article.Published
	}
	if len(docs) > 0 {
		out.Story.Title = docs[0].Article.Title
	}
	out.Copies = t.Copies(docs, around)
	t.propositions(out, docs)
	return out
}

// SortByTime orders documents as they are best given to an Index: by time, those without
// one last, then by ID.
func SortByTime(docs []*Document) { slices.SortStableFunc(docs, earlier) }

// earlier orders documents by time, those without one last, then by ID.
func earlier(a, b *Document) int {
	if a.Time.IsZero() != b.Time.IsZero() {
		if a.Time.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID(), b.ID()))
}
