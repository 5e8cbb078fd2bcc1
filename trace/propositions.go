package trace

import "isnad"

// propositions fills in what the documents of a story say: its cases, figures and
// explanations. The story, its articles and its copies are there already; the
// documents stand in the order of out.Articles.
func (t *Tracer) propositions(out *isnad.Trace, docs []*Document) {
	read, credits := make([]*isnad.Analysis, len(docs)), make([]string, len(docs))
	for i, d := range docs {
		read[i], credits[i] = d.Analysis, t.agency(d)
	}
	in := t.cases.Inside(read, out.Copies, credits)
	out.Cases, out.Figures, out.Explanations = in.Cases, in.Figures, in.Explanations
}
