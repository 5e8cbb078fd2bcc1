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
func align(a, b []uint64) []run {
	if len(a) < alignWords || len(b) < alignWords {
		return nil
	}
	places := make(map[uint64][]int32, len(a))
	for i, h := range shingles(a, alignWords) {
		if len(places[h]) < alignTries {
			places[h] = append(places[h], int32(i))
		}
	}
	var runs []run
	hashes := shingles(b, alignWords)
	for j := 0; j < len(hashes); {
		best := run{}
		for _, i := range places[hashes[j]] {
			if n := common(a[i:], b[j:]); n > best.n {
				best = run{int(i), j, n}
			}
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
