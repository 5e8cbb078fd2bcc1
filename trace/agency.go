package trace

import "isnad/arabic"

// agencyHead and agencyFoot are how many words from the beginning and the end of a text
// bylines and credits take.
const (
	agencyHead = 14
	agencyFoot = 8
)

// agency is the news agency that the head or the foot of an article names as where its
// text comes from: «أبوظبي - رويترز»، «(أ ف ب)»، «واس»; empty if it names none.
func (t *Tracer) agency(d *Document) string {
	toks := d.Tokens()
	first := 0
	for first < len(toks) && toks[first].Line == 0 {
		first++
	}
	if a := t.agencyIn(toks, first, min(len(toks), first+agencyHead)); a != "" {
		return a
	}
	return t.agencyIn(toks, max(first, len(toks)-agencyFoot), len(toks))
}

func (t *Tracer) agencyIn(toks []arabic.Token, first, end int) string {
	for i := first; i < end; i++ {
		if toks[i].Kind == arabic.Punct {
			continue
		}
		if m, ok := t.media.Names.Exact(toks, i); ok && m.Value.Kind == "agency" && i+m.Words <= end && (m.Value.Standalone || credited(toks, first, i, i+m.Words)) {
			return m.Value.Name
		}
	}
	return ""
}

// credited reports whether words that may mean something else stand as a credit does:
// between signs, or behind «وكالة».
func credited(toks []arabic.Token, first, i, end int) bool {
	before := i == first || toks[i-1].Kind == arabic.Punct || toks[i-1].Line != toks[i].Line || toks[i-1].Norm == "وكاله"
	after := end == len(toks) || toks[end].Kind == arabic.Punct || toks[end].Line != toks[end-1].Line
	return before && after
}
