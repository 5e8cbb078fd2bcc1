package cases

import (
	"slices"

	"isnad/arabic"
	"isnad/lexicon"
)

// extent is how much of a thing a text means: «بعض المصانع».
type extent struct {
	thing string // as propositions are compared by
	scope lexicon.Scope
	words string
}

// widerScope finds a thing of which a means a part, or most, and b, in the same words else, more:
// «بعض المصانع» told again as «جميع المصانع», or as «المصانع». What either names twice is left alone.
func (s *story) widerScope(a, b *member) (from, to string, wider bool) {
	all := s.extents(a)
	if !slices.ContainsFunc(all, extent.partial) {
		return "", "", false
	}
	if _, ok := sameWords(s.told(a), s.told(b)); !ok {
		return "", "", false
	}
	told := s.extents(b)
	once := func(all []extent, thing string) (found *extent) {
		for i := range all {
			if all[i].thing == thing {
				if found != nil {
					return nil
				}
				found = &all[i]
			}
		}
		return found
	}
	for i := range all {
		x := &all[i]
		if !x.partial() || once(all, x.thing) == nil {
			continue
		}
		if y := once(told, x.thing); y != nil && (y.scope == lexicon.AnyScope || y.scope > x.scope) {
			return x.words, y.words, true
		}
	}
	return "", "", false
}

// partial reports whether something is left of the thing that is not meant.
func (x extent) partial() bool { return x.scope == lexicon.PartScope || x.scope == lexicon.MostScope }

// extents lists the definite things in what a member says, with how much of them is meant.
func (s *story) extents(m *member) (out []extent) {
	for _, span := range m.Content {
		out = append(out, s.r.extents(span.In(s.articles[m.doc].Text))...)
	}
	return out
}

func (r *Reader) extents(text string) (out []extent) {
	toks := arabic.Tokenize(nil, text)
	for i := 0; i < len(toks); i++ {
		first, scope := i, lexicon.AnyScope
		if m, ok := r.scopes.Forms.At(toks, i); ok && i+m.Words < len(toks) {
			next := toks[i+m.Words].Norm == "من"
			if m.Value == lexicon.WholeScope && next {
				continue // كل من فلان وفلان
			}
			scope, i = m.Value, i+m.Words
			if next && i+1 < len(toks) {
				i++ // غالبية من
			}
		}
		known := r.meaning(&toks[i])
		if known.term == "" || known.number || !known.definite {
			continue
		}
		if scope == lexicon.AnyScope && i > 0 && toks[i-1].Norm == "من" {
			continue // of a part that no list has: حزمة من البرامج
		}
		out = append(out, extent{known.term, scope, text[toks[first].Start:toks[i].End]})
	}
	return out
}
