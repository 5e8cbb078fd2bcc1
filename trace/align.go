package trace

// A run is a stretch of words that stands in two texts: n words from a on in the one,
// from b on in the other.
type run struct{ a, b, n int }

const (
	alignWords = 4 // fewer words in a row may stand in any two texts
	alignTries = 8 // places of the same four words that are looked at
)

// align finds the words of b that stand in a, too, in runs of at least alignWords,
// wherever they stand in a. Of several places the longest run is taken, so that a text
// whose paragraphs were put in another order is wholly found.
func align(docA, docB *Document) []run {
	a, b := docA.words(), docB.words()
	if len(a) < alignWords || len(b) < alignWords {
		return nil
	}
	in := docA.placing()
	var runs []run
	hashes := docB.placing().hashes
	for j := 0; j < len(hashes); {
		best := run{}
		i, there := in.first[hashes[j]]
		for try := 0; there && i >= 0 && try < alignTries; try++ {
			if n := common(a[i:], b[j:]); n > best.n {
				best = run{int(i), j, n}
			}
			i = in.next[i]
		}
		if best.n < alignWords {
			j++
			continue
		}
		runs = append(runs, best)
		j += best.n
	}
	return runs
}

// placing is where each alignWords words in a row of a text stand. It is made once for all texts
// that one is compared with.
type placing struct {
	hashes []uint64         // of the words from each place on
	first  map[uint64]int32 // the first place of a hash
	next   []int32          // the next place of the same hash, -1 where there is none
}

func (d *Document) placing() *placing {
	if d.placed == nil {
		p := &placing{hashes: shingles(d.words(), alignWords)}
		p.first, p.next = make(map[uint64]int32, len(p.hashes)), make([]int32, len(p.hashes))
		for i := len(p.hashes) - 1; i >= 0; i-- {
			next, there := p.first[p.hashes[i]]
			if !there {
				next = -1
			}
			p.first[p.hashes[i]], p.next[i] = int32(i), next
		}
		d.placed = p
	}
	return d.placed
}

// common counts the words that two texts begin with.
func common(a, b []uint64) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// A passage is runs that follow each other in both texts with few words between.
type passage struct {
	aFirst, aEnd, bFirst, bEnd int // words
	shared                     int // words in its runs
}

// passageGap is how many words may differ between two runs of a passage, in either text:
// a name spelt otherwise, a figure put right, a title left out.
const passageGap = 6

func passages(runs []run) []passage {
	var out []passage
	for _, r := range runs {
		if k := len(out) - 1; k >= 0 && r.b-out[k].bEnd <= passageGap && r.a >= out[k].aEnd && r.a-out[k].aEnd <= passageGap {
			p := &out[k]
			p.aEnd, p.bEnd, p.shared = r.a+r.n, r.b+r.n, p.shared+r.n
			continue
		}
		out = append(out, passage{r.a, r.a + r.n, r.b, r.b + r.n, r.n})
	}
	return out
}

// covered counts the words of a, n words long, that some run has.
func covered(runs []run, n int) int {
	marked := make([]bool, n)
	count := 0
	for _, r := range runs {
		for i := r.a; i < r.a+r.n; i++ {
			if !marked[i] {
				marked[i] = true
				count++
			}
		}
	}
	return count
}
