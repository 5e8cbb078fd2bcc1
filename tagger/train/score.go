package train

import (
	"fmt"

	"isnad"
	"isnad/tagger"
)

// Score counts names found, names that are there, and how many of both agree.
type Score struct{ Hit, Found, Gold int }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	if s.Found+s.Gold == 0 {
		return 0
	}
	return 2 * float64(s.Hit) / float64(s.Found+s.Gold)
}

func (s Score) String() string {
	ratio := func(n int) float64 { return float64(s.Hit) / float64(max(1, n)) }
	return fmt.Sprintf("F1 %.4f  precision %.4f  recall %.4f  (%d there)", s.F1(), ratio(s.Found), ratio(s.Gold), s.Gold)
}

func (s *Score) plus(t Score) { s.Hit += t.Hit; s.Found += t.Found; s.Gold += t.Gold }

// Scores are by class: PER, ORG, LOC (places of all three kinds).
type Scores map[string]*Score

func (s Scores) at(class string) *Score {
	if s[class] == nil {
		s[class] = &Score{}
	}
	return s[class]
}

// Micro is the score over all classes together.
func (s Scores) Micro() (sum Score) {
	for _, x := range s {
		sum.plus(*x)
	}
	return sum
}

// coarse is the class in which corpora agree; empty for those that are not scored.
func coarse(t isnad.EntityType) string {
	switch t {
	case isnad.GPE, isnad.FAC, isnad.LOC:
		return "LOC"
	case isnad.EQP:
		return ""
	}
	return string(t)
}

// place is a name as scores compare them: the word it starts in, its last token.
type place struct {
	start, end int
	class      string
}

// measure adds what the model finds in the examples to the scores. Names must agree
// in the word of the corpus that they start in, their last token and their class. Corpora
// differ in whether a class word («مدينة») belongs to a name, and within themselves too: it
// is left out on both sides. Names within stretches apart are not counted.
func measure(into Scores, m *tagger.Model, of []example, read reading, miss func(e *example, p place, kind string)) {
	var found []tagger.Entity
	for i := range of {
		e := &of[i]
		gold := map[place]bool{}
		for _, n := range e.names {
			first, end := e.tokens(n)
			if c := coarse(n.types[0]); c != "" && first < end {
				gold[e.place(m, first, end, c)] = true
				into.at(c).Gold++
			}
		}
		found = m.Tag(e.toks, found[:0])
		for _, x := range found {
			c := read(e, x)
			if c == "" || e.isApart(x) {
				continue
			}
			p := e.place(m, x.First, x.End, c)
			into.at(c).Found++
			if gold[p] {
				into.at(c).Hit++
				delete(gold, p)
			} else if miss != nil {
				miss(e, p, "false")
			}
		}
		for p := range gold {
			if miss != nil {
				miss(e, p, "missed")
			}
		}
	}
}

// place is where the tokens [first, end) stand without their class words.
func (e *example) place(m *tagger.Model, first, end int, class string) place {
	for first+1 < end && m.IsHead(&e.toks[first]) {
		first++
	}
	return place{e.word[first], end, class}
}

// isApart reports whether a name lies within a stretch apart.
func (e *example) isApart(x tagger.Entity) bool {
	for _, n := range e.apart {
		if first, end := e.tokens(n); first <= x.First && x.End <= end {
			return true
		}
	}
	return false
}
