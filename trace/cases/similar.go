package cases

import (
	"math"
	"slices"
)

// weight is one term of a vector.
type weight struct {
	term int32
	w    float64
}

// vector is what clauses are matched by, by term: of unit length for a single clause, the
// sum of theirs for several.
type vector []weight

// terms numbers the terms of a story in the order in which they are met.
type terms struct {
	id map[string]int32
	df []int // clauses that have it
}

func (t *terms) of(term string) int32 {
	id, ok := t.id[term]
	if !ok {
		id = int32(len(t.df))
		t.id[term], t.df = id, append(t.df, 0)
	}
	return id
}

// rareness is the power of a term's inverse frequency that it weighs by: in a story of one
// happening, words that few clauses have tell them apart less than in an archive.
const rareness = 0.25

// happening is how much more what happens weighs than whom it happens to.
const happening = 1.5

// weigh gives each clause its vector and that of its happenings alone. A term weighs by how
// few of the story's clauses have it, and by how rare it is elsewhere, where that is known.
func weigh(clauses []clause, rarity func(term string) float64) (all, happenings, places []vector, n int) {
	t := terms{id: map[string]int32{}}
	for i := range clauses {
		for _, term := range clauses[i].terms {
			id := t.of(term)
			t.df[id]++
		}
	}
	all, happenings, places = make([]vector, len(clauses)), make([]vector, len(clauses)), make([]vector, len(clauses))
	for i := range clauses {
		c := &clauses[i]
		for _, term := range c.terms {
			id := t.of(term)
			w := math.Pow(math.Log(1+float64(len(clauses))/float64(t.df[id])), rareness)
			if rarity != nil {
				w *= rarity(term)
			}
			if _, ok := slices.BinarySearch(c.happens, term); ok {
				w *= happening
				happenings[i] = append(happenings[i], weight{id, w})
			}
			if _, ok := slices.BinarySearch(c.places, term); ok {
				places[i] = append(places[i], weight{id, w})
			}
			all[i] = append(all[i], weight{id, w})
		}
		all[i].normalize()
		happenings[i].normalize()
		places[i].normalize()
	}
	return all, happenings, places, len(t.df)
}

// normalize sorts the vector and gives it unit length.
func (v vector) normalize() {
	slices.SortFunc(v, func(a, b weight) int { return int(a.term - b.term) })
	sum := 0.0
	for _, x := range v {
		sum += x.w * x.w
	}
	norm := math.Sqrt(sum)
	for i := range v {
		v[i].w /= norm
	}
}

// dot is the scalar product.
func dot(a, b vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			sum += a[i].w * b[j].w
			i, j = i+1, j+1
		}
	}
	return sum
}

// add gives the sum of two vectors.
func add(a, b vector) vector {
	out := make(vector, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].term < b[j].term:
			out, i = append(out, a[i]), i+1
		case a[i].term > b[j].term:
			out, j = append(out, b[j]), j+1
		default:
			out = append(out, weight{a[i].term, a[i].w + b[j].w})
			i, j = i+1, j+1
		}
	}
	return append(append(out, a[i:]...), b[j:]...)
}
