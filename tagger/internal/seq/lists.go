package seq

import (
	"math/bits"

	"isnad/arabic"
)

// MaxLists is how many gazetteers there may be.
const MaxLists = 64

// Lists are the gazetteers: for each phrase the lists that it stands in. It is not
// changed once it is filled.
type Lists struct {
	Names   []string // at most MaxLists; the place of a name is the list's bit
	byFirst map[string][]phrase
}

type phrase struct {
	rest   []string
	second uint32 // the hash of the first of them; 0 where there is none
	lists  uint64
}

// wordHash tells most folded words apart; it is never 0.
func wordHash(norm string) uint32 { return uint32(hashString(tplList, norm)) | 1 }

// Add puts the words of a phrase, cut as arabic.Tokenize cuts them, into a list.
func (l *Lists) Add(list int, form string) {
	toks := arabic.Tokenize(nil, form)
	if len(toks) == 0 {
		return
	}
	if l.byFirst == nil {
		l.byFirst = map[string][]phrase{}
	}
	rest := make([]string, 0, len(toks)-1)
	for _, t := range toks[1:] {
		rest = append(rest, t.Norm)
	}
	of := l.byFirst[toks[0].Norm]
	for i := range of {
		if equal(of[i].rest, rest) {
			of[i].lists |= 1 << list
			return
		}
	}
	p := phrase{rest: rest, lists: 1 << list}
	if len(rest) > 0 {
		p.second = wordHash(rest[0])
	}
	l.byFirst[toks[0].Norm] = append(of, p)
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// start is a reading of a word, without some of its clitics, that begins phrases.
type start struct {
	cut     int // bytes of the folded word before the phrase
	phrases []phrase
}

// starts adds the readings of a word under which it begins phrases: whole, and
// without و or ف, then without ب, ك or ل.
func (l *Lists) starts(dst []start, norm string, kind arabic.Kind) []start {
	Forms(norm, kind, func(form string, cut int) {
		if p := l.byFirst[form]; p != nil {
			dst = append(dst, start{cut, p})
		}
	})
	return dst
}

// Forms gives a folded word whole and without each of its possible clitics, with the
// bytes that were cut; the article that ل hides is made whole.
func Forms(norm string, kind arabic.Kind, add func(form string, cut int)) {
	add(norm, 0)
	if kind != arabic.Word {
		return
	}
	cut := 0
	rest := norm
	if len(rest) > 5 && (rest[:2] == "و" || rest[:2] == "ف") {
		rest, cut = rest[2:], 2
		add(rest, cut)
	}
	if len(rest) > 6 && rest[:4] == "لل" {
		add("ال"+rest[4:], cut+2)
	}
	if len(rest) > 5 && (rest[:2] == "ب" || rest[:2] == "ك" || rest[:2] == "ل") {
		add(rest[2:], cut+2)
	}
}

// Find gives the phrases that begin at the first token: the bytes of clitics before
// them, fewest first, their words, and the lists that they stand in.
func (l *Lists) Find(toks []arabic.Token, give func(cut, words int, lists uint64)) {
	var room [4]start
	for _, s := range l.starts(room[:0], toks[0].Norm, toks[0].Kind) {
		for _, p := range s.phrases {
			if p.at(toks, 0) {
				give(s.cut, 1+len(p.rest), p.lists)
			}
		}
	}
}

// at reports whether the phrase's later words stand behind token i.
func (p *phrase) at(toks []arabic.Token, i int) bool {
	if i+len(p.rest) >= len(toks) {
		return false
	}
	for n, w := range p.rest {
		if toks[i+1+n].Norm != w {
			return false
		}
	}
	return true
}

// found says of a token which lists have a phrase of one word there, of more words that
// begins there, and that goes on there.
type found struct{ whole, begin, inside uint64 }

// mark finds the phrases that begin at token i; next is the hash of the word behind it.
func (l *Lists) mark(at []found, toks []arabic.Token, i int, starts []start, next uint32) {
	for _, s := range starts {
		for k := range s.phrases {
			p := &s.phrases[k]
			if p.second != 0 && p.second != next || !p.at(toks, i) {
				continue
			}
			if len(p.rest) == 0 {
				at[i].whole |= p.lists
				continue
			}
			at[i].begin |= p.lists
			for n := range p.rest {
				at[i+1+n].inside |= p.lists
			}
		}
	}
}

// mostFew is how many phrases may stand at a token whose weights with the words around are
// asked for with the others of the line, so that its sum holds them.
const mostFew = 8

func (f found) few() bool {
	return bits.OnesCount64(f.whole)+bits.OnesCount64(f.begin)+bits.OnesCount64(f.inside) <= mostFew
}

// each gives a number for every list and place in f.
func (f found) each(give func(n int)) {
	for place, set := range [...]uint64{f.whole, f.begin, f.inside} {
		for ; set != 0; set &= set - 1 {
			give(place*MaxLists + bits.TrailingZeros64(set))
		}
	}
}
