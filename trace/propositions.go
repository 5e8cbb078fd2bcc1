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
	in := t.cases.Inside(read, out.Copies)
	out.Cases, out.Figures, out.Explanations = in.Cases, in.Figures, in.Explanations
}
