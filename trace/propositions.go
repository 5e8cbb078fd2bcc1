package trace

import "isnad"

// propositions fills in what the documents of a story say: its cases, figures and
// explanations. The story, its articles and its copies are there already; the
// documents stand in the order of out.Articles.
func (t *Tracer) propositions(out *isnad.Trace, docs []*Document) {
	read := make([]*isnad.Analysis, len(docs))
	for i, d := range docs {
		read[i] = d.Analysis
	}
	in := t.cases.Inside(read, out.Copies, t.credits(out.Copies, docs))
	out.Cases, out.Figures, out.Explanations = in.Cases, in.Figures, in.Explanations
}

// credits are the agencies that the documents have their texts from, each as it names it itself or, where it
// does not, as a copy of its text does: one of the whole of it, or of a passage that stood first in it.
func (t *Tracer) credits(copies []isnad.Copies, docs []*Document) []string {
	out, at := make([]string, len(docs)), make(map[string]int, len(docs))
	for i, d := range docs {
		out[i], at[d.Article.ID] = t.agency(d), i
	}
	for _, c := range copies {
		of := c.Articles
		if c.Kind != isnad.WholeCopy {
			of = of[:1]
		}
		for _, id := range of {
			if i, here := at[id]; here && out[i] == "" {
				out[i] = c.Agency
			}
		}
	}
	return out
}
