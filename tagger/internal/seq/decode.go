package seq

import (
	"slices"

	"isnad/arabic"
)

// decoder is the working memory of one Label.
type decoder struct {
	m     *Model
	line  []*Word // with edges around
	at    []found
	back  [][Labels]Label
	chain []chain
	runs  []run
	sums  []sum   // what is known of each token so far
	sport bool    // the line is about it
	asked []asked // features whose weights are still to be added
}

func (m *Model) decoder() *decoder {
	m.shared.Do(m.share)
	if d, ok := m.decoders.Get().(*decoder); ok {
		return d
	}
	return &decoder{m: m}
}

// Label gives the best label of every token of a line; words are what Word makes of them.
// dst is reused.
func (m *Model) Label(dst []Label, toks []arabic.Token, words []*Word) []Label {
	d := m.decoder()
	dst = d.label(dst[:0], toks, words)
	m.decoders.Put(d)
	return dst
}

func (d *decoder) label(dst []Label, toks []arabic.Token, words []*Word) []Label {
	if len(toks) == 0 {
		return dst
	}
	d.look(toks, words)
	best := d.start(d.score(0))
	for i := 1; i < len(toks); i++ {
		s := d.score(i)
		d.step(&d.back[i], &best, &s)
	}
	l := Outside
	for k := range best {
		best[k] += int(d.m.last[k])
		if best[k] > best[l] {
			l = Label(k)
		}
	}
	dst = slices.Grow(dst, len(toks))[:len(toks)]
	for i := len(toks) - 1; i >= 0; i-- {
		dst[i] = l
		l = d.back[i][l]
	}
	return dst
}

// look finds the words of a line and the phrases of the lists in it.
func (d *decoder) look(toks []arabic.Token, words []*Word) {
	clear(d.line) // what the last line had may be forgotten
	edge := &d.m.shared.edge
	d.line = append(append(append(d.line[:0], edge, edge), words...), edge, edge)
	d.at = slices.Grow(d.at[:0], len(toks))[:len(toks)]
	d.chain = slices.Grow(d.chain[:0], len(toks))[:len(toks)]
	d.back = slices.Grow(d.back[:0], len(toks))[:len(toks)]
	clear(d.at)
	var in chain
	sports := 0
	for i, s := range d.line[reach : reach+len(toks)] {
		in = in.next(&s.word)
		d.chain[i] = in
		if s.sport {
			sports++
		}
		if s.more != nil {
			d.m.Lists.mark(d.at, toks, i, s.more.starts, d.line[reach+i+1].hash)
		}
	}
	d.sport = aboutSport(sports)
	d.gather(len(toks))
}

// gather adds up what words say of n tokens alone and together.
func (d *decoder) gather(n int) {
	d.runs = slices.Grow(d.runs[:0], n)[:n]
	runs(d.runs, n, func(i int) *word { return &d.line[reach+i].word })
	d.sums = slices.Grow(d.sums[:0], n)[:n]
	d.asked = d.asked[:0]
	for i := range d.sums {
		around := d.around(i)
		s := around[reach].own
		s.plus(&around[reach-2].beside[0])
		s.plus(&around[reach-1].beside[1])
		s.plus(&around[reach+1].beside[2])
		s.plus(&around[reach+2].beside[3])
		d.sums[i] = s
		keys := joint(&around[reach-1].word, &around[reach].word, &around[reach+1].word)
		d.ask(keys[:], i)
		if d.sport {
			keys := ofSport(&around[reach-1].word, &around[reach].word, &around[reach+1].word)
			d.ask(keys[:], i)
		}
		if c := d.chain[i]; c.head != 0 {
			keys := c.keys(&around[reach].word, &around[reach+1].word, &around[reach+2].word)
			d.ask(keys[:], i)
		}
		if r := &d.runs[i]; r.at != 0 || r.behind != 0 {
			keys, n := r.keys(&around[reach].word)
			d.ask(keys[:n], i)
		}
		if d.at[i].few() {
			d.at[i].each(func(n int) {
				keys := withList(n, &around[reach-1].word, &around[reach+1].word)
				d.ask(keys[:], i)
			})
		}
	}
	d.m.weigh(d.asked, d.sums)
}

// ask notes features of a token.
func (d *decoder) ask(of []Key, token int) {
	for _, k := range of {
		d.asked = append(d.asked, asked{key: k, to: int32(token)})
	}
}

// around is token i, in the middle, and those beside it.
func (d *decoder) around(i int) *[2*reach + 1]*Word { return (*[2*reach + 1]*Word)(d.line[i:]) }

// score adds up all features of token i.
func (d *decoder) score(i int) (all scores) {
	s := d.sums[i]
	if more := d.around(i)[reach].more; more != nil && more.long != nil {
		all = *more.long
	}
	d.listed(i, &s, &all)
	s.addTo(&all)
	return all
}

// listed adds what the lists' phrases say of token i, what does not fit in s to all.
func (d *decoder) listed(i int, s *sum, all *scores) {
	rows, around, asked := 0, d.around(i), d.at[i].few()
	for o := range d.m.shared.lists {
		j := i + o - 1
		if j < 0 || j >= len(d.at) || d.at[j] == (found{}) {
			continue
		}
		d.at[j].each(func(n int) {
			s.plus(&d.m.shared.lists[o][n])
			rows++
			if j == i {
				if !asked {
					keys := withList(n, &around[reach-1].word, &around[reach+1].word)
					rows += d.m.add(s, keys[:])
				}
				if d.sport {
					rows += d.m.add(s, []Key{listOfSport(n)})
				}
			}
			if rows > fits/4 {
				s.addTo(all)
				*s, rows = sum{}, 0
			}
		})
	}
}

// never is less than any path's score.
const never = -1 << 30

// begins is how many labels may stand behind any other: Outside and the begins.
const begins = 1 + len(types)

// beginning is the label of one of them: 0 1 3 5 7 9 11.
func beginning(i int) Label { return Label(max(0, 2*i-1)) }

// rankBits are low bits of a score in which labels are told apart: of equal paths the one
// over the label of the lowest number is best.
const rankBits = 4

// start gives the best paths to the first token.
func (d *decoder) start(s scores) (best scores) {
	for l := range best {
		best[l] = never
		if Label(l).Follows(Outside) {
			best[l] = int(d.m.first[l]) + s[l]
		}
	}
	return best
}

// step extends the best paths to another token (Viterbi 1967).
func (d *decoder) step(back *[Labels]Label, best, s *scores) {
	var x [begins]int
	for i := range x {
		x[i] = never<<rankBits | (Labels - 1)
	}
	moves := &d.m.shared.moves
	for k, score := range best {
		score = score<<rankBits | (Labels - 1 - k)
		row := &moves[k]
		x[0] = max(x[0], score+row[0])
		x[1] = max(x[1], score+row[1])
		x[2] = max(x[2], score+row[2])
		x[3] = max(x[3], score+row[3])
		x[4] = max(x[4], score+row[4])
		x[5] = max(x[5], score+row[5])
		x[6] = max(x[6], score+row[6])
	}
	// Inside: behind its begin or itself only.
	for l := Labels - 1; l > 0; l -= 2 {
		stay := (best[l]+int(d.m.moves[l][l]))<<1 | 1
		enter := (best[l-1] + int(d.m.moves[l-1][l])) << 1
		enter = max(stay, enter)
		back[l] = Label(l - 1 + enter&1)
		best[l] = max(enter>>1, never) + s[l]
	}
	for i, y := range x {
		l := beginning(i)
		back[l] = Label(Labels - 1 - y&(1<<rankBits-1))
		best[l] = y>>rankBits + s[l]
	}
}
