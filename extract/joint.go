package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// joint is one who speaks together with the source that it belongs to.
type joint struct {
	first, end int // tokens of the words that name him
	cut        int // letters of the first token that are the conjunction
}

// maxJoint bounds how many speak together by name.
const maxJoint = 6

// withOthers adds to a person, country or outlet those who speak together with it: «قال سالم حداد وكمال
// نصر», «قالت فرنسا وألمانيا». They are one link.
func (r *Reader) withOthers(d *doc, s source, hi int) source {
	at := s.npEnd
	if s.kind == isnad.Person {
		at = s.end
	}
	if s.role || s.kind != isnad.Person && s.polity == nil && s.outlet == nil || s.number == lexicon.Plural || s.rule == godRule {
		return s
	}
	for len(s.others) < maxJoint && at < hi {
		o, npEnd, ok := r.other(d, &s, at, hi)
		if !ok {
			break
		}
		s.others = append(s.others[:len(s.others):len(s.others)], o)
		s.npEnd, at = max(s.npEnd, npEnd), npEnd
	}
	switch len(s.others) {
	case 0:
	case 1:
		s.number = lexicon.Dual
	default:
		s.number = lexicon.Plural
	}
	if len(s.others) > 0 && s.kind == isnad.Person {
		s.gender = lexicon.AnyGender
	}
	return s
}

// other is who speaks together with s, behind the conjunction that token i begins with, and the end of
// the phrase.
func (r *Reader) other(d *doc, s *source, i, hi int) (joint, int, bool) {
	if !strings.HasPrefix(d.toks[i].Norm, "و") || len(d.toks[i].Norm) < 6 || d.fn[i] != 0 {
		return joint{}, 0, false
	}
	switch {
	case s.outlet != nil:
		m, ok := at(&r.media.Names, d, i, inMedia)
		return joint{i, i + m.Words, 1}, i + m.Words, ok && m.Cut == 1 && m.Value.Standalone && i+m.Words <= hi
	case s.polity != nil:
		m, ok := at(&r.polities.Names, d, i, inPolities)
		end := i + m.Words
		return joint{i, end, 1}, end, ok && m.Cut == 1 && end <= hi
	}
	if e, ok := d.personAt(i); ok && e.First == i && e.Cut == 1 && e.End <= hi {
		return joint{i, e.End, 1}, e.End, true
	}
	if r.given.Is(d.toks[i].Norm[2:]) && i+1 < hi && d.isName(i+1) {
		end := r.nameEnd(d, i, hi)
		return joint{i, end, 1}, end, end > i+1
	}
	if m, ok := at(&r.titles.Forms, d, i, inTitles); ok && m.Cut == 1 && i+m.Words < hi && m.Value.Number == lexicon.Singular {
		if t := r.titleSource(d, i, hi, m); t.first > t.npFirst && t.kind == isnad.Person {
			return joint{t.first, t.end, t.cut}, t.end, true
		}
	}
	return joint{}, 0, false
}

// linkTogether makes one link of all who speak together.
func (s *discourse) linkTogether(src *source) isnad.Link {
	alone := *src
	alone.others = nil
	l := s.resolve(&alone)
	for _, o := range src.others {
		one := source{kind: src.kind, first: o.first, end: o.end, cut: o.cut, npFirst: o.first, npEnd: o.end, named: true, number: lexicon.Singular, rule: "source.together"}
		next := s.resolve(&one)
		l.Name += " و" + next.Name
		l.Mention.End = next.Mention.End
	}
	return l
}
