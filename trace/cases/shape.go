package cases

import (
	"math"
	"slices"
	"strings"
)

// shape is a clause as it is compared with others: numbers of its words, sorted, by what
// they do in it.
type shape struct {
	terms   []int32
	pairs   []int32 // terms that stand beside each other
	verbs   []int32 // what tells that something is done or happens
	harms   []int32
	places  []int32
	names   []int32 // words of the names of persons and bodies
	numbers []int32
	weight  float64 // of all its terms
	length  float64 // logarithm of how many they are
	counts  bool    // it holds a number, or a quantifier
	negated bool
	roots   []int32 // what is left of the terms without the letters that derive words
	lead    bool    // it stands where the article begins
	around  []int32 // terms of the clauses beside it
	doc     int
	day     float64 // on which its article was published
}

// shapes are the clauses of a story with the weights of their words: a word weighs by the
// square of how rare it is among them, as in a cosine of vectors that are weighed so (Spärck Jones,
// A statistical interpretation of term specificity, 1972).
type shapes struct {
	of     []shape
	weight []float64 // by the number of a word
	begins [][]int32 // by article: terms of what it begins with
}

// shapesOf numbers the words of the clauses.
func shapesOf(clauses []clause) *shapes {
	n := numbering{id: map[string]int32{}}
	out := &shapes{of: make([]shape, len(clauses))}
	var df []int
	for i := range clauses {
		c := &clauses[i]
		s := shape{
			terms: n.all("", c.terms), pairs: n.pairs(c.order), verbs: n.all("", c.verbs), harms: n.all("", c.harms),
			places: n.all("", c.places), names: n.all("", c.names), numbers: n.all("#", c.numbers), counts: c.counted, negated: c.negated, lead: c.lead, doc: c.doc, day: c.day, roots: n.all("/", rootsOf(c.terms)),
		}
		s.length = math.Log(1 + float64(len(s.terms)))
		for len(df) < len(n.id) {
			df = append(df, 0)
		}
		for _, t := range s.terms {
			df[t]++
		}
		out.of[i] = s
	}
	out.weight = make([]float64, len(df))
	for t := range df {
		rare := math.Log(1 + float64(len(clauses))/float64(max(1, df[t])))
		out.weight[t] = rare * rare
	}
	for i := range out.of {
		for _, t := range out.of[i].terms {
			out.of[i].weight += out.weight[t]
		}
	}
	out.surround(clauses)
	return out
}

// neighborhood is how many clauses on either side stand around one.
const neighborhood = 2

// surround notes what stands around each clause, and what each article begins with.
func (s *shapes) surround(clauses []clause) {
	for i := range s.of {
		a := &s.of[i]
		for len(s.begins) <= a.doc {
			s.begins = append(s.begins, nil)
		}
		if a.lead {
			s.begins[a.doc] = append(s.begins[a.doc], a.terms...)
		}
		for k := max(0, i-neighborhood); k <= min(len(s.of)-1, i+neighborhood); k++ {
			if k != i && s.of[k].doc == a.doc {
				a.around = append(a.around, s.of[k].terms...)
			}
		}
		slices.Sort(a.around)
		a.around = slices.Compact(a.around)
	}
	for d := range s.begins {
		slices.Sort(s.begins[d])
		s.begins[d] = slices.Compact(s.begins[d])
	}
}

// cosine of two lists of terms by their weights.
func (s *shapes) cosine(a, b []int32) float64 {
	both, x, y := 0.0, 0.0, 0.0
	for _, t := range a {
		x += s.weight[t]
	}
	for _, t := range b {
		y += s.weight[t]
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both, i, j = both+s.weight[a[i]], i+1, j+1
		}
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(x*y)
}

// rootsOf strips terms to what the words of a family share: «تسليم»، «تسلم»، «سلمت».
func rootsOf(terms []string) []string {
	var out []string
	for _, t := range terms {
		if strings.HasPrefix(t, senseMark) {
			out = append(out, t)
			continue
		}
		out = append(out, rootOf(t))
	}
	return out
}

func rootOf(term string) string {
	var letters []rune
	for _, c := range term {
		switch c {
		case 'ا', 'و', 'ي', 'ى', 'ء', 'ؤ', 'ئ':
		default:
			letters = append(letters, c)
		}
	}
	for len(letters) > 3 && strings.ContainsRune("متسن", letters[0]) {
		letters = letters[1:]
	}
	for len(letters) > 3 && strings.ContainsRune("هتن", letters[len(letters)-1]) {
		letters = letters[:len(letters)-1]
	}
	if len(letters) < 2 {
		return term
	}
	return string(letters)
}

// numbering numbers words in the order in which they are met.
type numbering struct{ id map[string]int32 }

func (n *numbering) of(word string) int32 {
	id, ok := n.id[word]
	if !ok {
		id = int32(len(n.id))
		n.id[word] = id
	}
	return id
}

// all numbers words under a mark, sorted and each once.
func (n *numbering) all(mark string, words []string) []int32 {
	if len(words) == 0 {
		return nil
	}
	out := make([]int32, len(words))
	for i, w := range words {
		out[i] = n.of(mark + w)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairs numbers the words that stand beside each other.
func (n *numbering) pairs(words []string) []int32 {
	var beside []string
	for i := 1; i < len(words); i++ {
		beside = append(beside, words[i-1]+" "+words[i])
	}
	return n.all("", beside)
}

// common counts the numbers that are in both sorted lists.
func common(a, b []int32) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// cosine of two lists, each number of the same weight.
func cosine(a, b []int32) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(common(a, b)) / math.Sqrt(float64(len(a)*len(b)))
}

// apart reports whether both lists have something and nothing in common.
func apart(a, b []int32) float64 {
	if len(a) > 0 && len(b) > 0 && common(a, b) == 0 {
		return 1
	}
	return 0
}

// common is the weight of the terms that both have.
func (s *shapes) common(a, b *shape) (sum float64) {
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			sum, i, j = sum+s.weight[x], i+1, j+1
		}
	}
	return sum
}
