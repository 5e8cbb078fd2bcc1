package seq

import (
	"strings"
	"sync"

	"isnad/arabic"
)

// scores is what a token's features say for each label.
type scores [stride]int32

func (s *scores) add(r *row) {
	if r == nil {
		return
	}
	for i, x := range r {
		s[i] += int32(x)
	}
}

// seen is a word with the sums of its features' weights, made once for all its places.
type seen struct {
	word
	from [2*reach + 1]scores // what it says of the token so many places before it
}

// decoder is the working memory of one Tag. It remembers words, which return often.
type decoder struct {
	m     *Model
	words map[string]*seen
	line  []*seen
	at    []found
	back  [][Labels]Label
	edge  *seen
	chain []chain
	lists [3][3 * MaxLists]scores
}

// remembered bounds the words that a decoder keeps: about 12 MB.
const remembered = 1 << 14

type pool struct{ sync.Pool }

func (m *Model) decoder() *decoder {
	if d, ok := m.decoders.Get().(*decoder); ok {
		return d
	}
	d := &decoder{m: m, words: make(map[string]*seen, 1024)}
	d.edge = &seen{word: edge}
	d.sum(d.edge)
	for offset := range d.lists {
		for n := range d.lists[offset] {
			d.lists[offset][n].add(m.table.find(listKey(n, offset-1)))
		}
	}
	return d
}

// sum adds up what the word says of itself and its neighbours.
func (d *decoder) sum(s *seen) {
	for i := range s.from {
		for _, h := range s.context {
			s.from[i].add(d.m.table.find(keyAt(h, i-reach)))
		}
	}
	for _, h := range s.own {
		s.from[reach].add(d.m.table.find(keyAt(h, own)))
	}
	s.context, s.own = nil, nil
}

func (d *decoder) word(t *arabic.Token) *seen {
	form := formOf(t)
	if s := d.words[form]; s != nil {
		return s
	}
	s := &seen{}
	d.m.analyze(&s.word, form, t.Kind)
	d.sum(s)
	if len(d.words) >= remembered {
		clear(d.words)
	}
	d.words[strings.Clone(form)] = s
	return s
}

// Label gives the best label of every token of a line. dst is reused.
func (m *Model) Label(dst []Label, toks []arabic.Token) []Label {
	d := m.decoder()
	dst = d.label(dst[:0], toks)
	m.decoders.Put(d)
	return dst
}

func (d *decoder) label(dst []Label, toks []arabic.Token) []Label {
	if len(toks) == 0 {
		return dst
	}
	d.look(toks)
	var best [Labels]int32
	for i := range toks {
		s := d.score(i)
		best = d.step(i, best, &s)
	}
	for range toks {
		dst = append(dst, Outside)
	}
	l := Outside
	for k := range best {
		best[k] += d.m.last[k]
		if best[k] > best[l] {
			l = Label(k)
		}
	}
	for i := len(toks) - 1; i >= 0; i-- {
		dst[len(dst)-len(toks)+i] = l
		l = d.back[i][l]
	}
	return dst
}

// look finds the words of a line and the phrases of the lists in it.
func (d *decoder) look(toks []arabic.Token) {
	d.line, d.at, d.back, d.chain = d.line[:0], d.at[:0], d.back[:0], d.chain[:0]
	var in chain
	for i := range toks {
		d.line = append(d.line, d.word(&toks[i]))
		in = in.next(&d.line[i].word)
		d.chain = append(d.chain, in)
		d.at = append(d.at, found{})
		d.back = append(d.back, [Labels]Label{})
	}
	for i, s := range d.line {
		if s.starts != nil {
			d.m.Lists.mark(d.at, toks, i, s.starts)
		}
	}
}

// score adds up all features of token i.
func (d *decoder) score(i int) (s scores) {
	var around line
	for o := range around {
		w := d.edge
		if j := i + o - reach; j >= 0 && j < len(d.line) {
			w = d.line[j]
		}
		around[o] = &w.word
		for k := range s {
			s[k] += w.from[o][k]
		}
	}
	d.chain[i].keys(around[reach], around[reach+1], around[reach+2], func(k Key) { s.add(d.m.table.find(k)) })
	around.joint(func(k Key) { s.add(d.m.table.find(k)) })
	if d.at[i] != (found{}) {
		d.at[i].each(func(n int) {
			around.withList(n, func(k Key) { s.add(d.m.table.find(k)) })
		})
	}
	for o := range d.lists {
		if j := i + o - 1; j >= 0 && j < len(d.at) && d.at[j] != (found{}) {
			d.at[j].each(func(n int) {
				for k := range s {
					s[k] += d.lists[o][n][k]
				}
			})
		}
	}
	return s
}

// never is less than any path's score.
const never = -1 << 30

// step extends the best paths to token i (Viterbi 1967).
func (d *decoder) step(i int, before [Labels]int32, s *scores) (best [Labels]int32) {
	m := d.m
	for l := range Label(Labels) {
		if i == 0 {
			best[l] = never
			if l.Follows(Outside) {
				best[l] = m.first[l] + s[l]
			}
			continue
		}
		if l != Outside && !l.Begins() {
			// Inside: behind its begin or itself only.
			best[l], d.back[i][l] = before[l]+m.moves[l][l], l
			if x := before[l-1] + m.moves[l-1][l]; x > best[l] {
				best[l], d.back[i][l] = x, l-1
			}
		} else {
			best[l] = never
			for k := range Label(Labels) {
				if x := before[k] + m.moves[k][l]; x > best[l] {
					best[l], d.back[i][l] = x, k
				}
			}
		}
		best[l] = max(best[l], never) + s[l]
	}
	return best
}
