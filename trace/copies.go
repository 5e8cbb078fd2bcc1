package trace

import (
	"cmp"
	"slices"

	"isnad"
)

// How much must be shared. Readers who judge apart differ most on how long a shared
// passage must be; a sentence that two reporters quote is no copy.
const (
	wholeShare    = 0.75 // of the shorter text
	wholeLength   = 0.40 // of the longer text
	passageWords  = 35   // in passages of longPassage or more
	longPassage   = 10   // words; shorter ones are formulas, names and titles as often as not
	briefWords    = 20   // in one passage, where that is briefShare of a short text
	briefShare    = 0.25 // of the shorter text
	passageShare  = 0.06 // of the shorter text
	nearlyShare   = 0.50 // of the words of both together: so much is a copy, whatever it says
	storyWindow   = 8    // texts of one story are compared wherever they share 13 words
	sameOutletMin = 0.30 // of the shorter text: what an outlet says in every article is no copy
	maxCompared   = 800  // texts of a story that are compared with each other, and with so many of other stories
	maxHolders    = 48   // texts that have a fingerprint: what more of them have is a formula
)

// Copies finds the articles of a story that share their text, wholly or in long
// passages, with each other or with those of other stories. Texts of the same words are
// folded first; of more than maxCompared different texts of the story only the earliest are compared.
func (t *Tracer) Copies(docs []*Document, around Around) []isnad.Copies {
	c := &copying{tracer: t, docs: slices.Concat(docs, around.Elsewhere), elsewhere: make(map[*Document]bool, len(around.Elsewhere)), twins: make(map[int][]int)}
	for _, d := range around.Elsewhere {
		c.elsewhere[d] = true
	}
	SortByTime(c.docs)
	c.fold()
	c.compare()
	c.dropFormulas(around.Recur)
	return c.groups()
}

// copying is the search for the copies of one story.
type copying struct {
	tracer    *Tracer
	docs      []*Document        // by time
	elsewhere map[*Document]bool // those of other stories
	texts     []int              // the first document of every text
	twins     map[int][]int      // the others of the same words
	pairs     map[[2]int]*likeness
}

// likeness is what two documents share, and what kind of copy that makes.
type likeness struct {
	overlap
	kind isnad.CopyKind
}

func (c *copying) fold() {
	first := make(map[uint64]int)
	for i, d := range c.docs {
		if len(d.words()) < longPassage { // a title without a text is like any other
			c.texts = append(c.texts, i)
			continue
		}
		h := exactHash(d.words())
		if k, there := first[h]; there {
			c.twins[k] = append(c.twins[k], i)
			continue
		}
		first[h] = i
		c.texts = append(c.texts, i)
	}
}

// compare aligns the texts that have a fingerprint in common.
func (c *copying) compare() {
	c.pairs = make(map[[2]int]*likeness)
	own, others := 0, 0
	texts := slices.DeleteFunc(slices.Clone(c.texts), func(i int) bool {
		n := &own
		if c.elsewhere[c.docs[i]] {
			n = &others
		}
		*n++
		return *n > maxCompared
	})
	holders := make(map[uint64][]int)
	for _, i := range texts {
		for _, key := range winnow(shingles(c.docs[i].words(), shingleWords), storyWindow) {
			holders[key] = append(holders[key], i)
		}
	}
	tried := make(map[[2]int]bool)
	for _, in := range holders {
		if len(in) > maxHolders {
			in = in[:maxHolders]
		}
		for k, j := range in {
			for _, i := range in[:k] {
				tried[[2]int{i, j}] = true
			}
		}
	}
	for pair := range tried {
		o := overlapOf(c.docs[pair[0]], c.docs[pair[1]])
		if kind := o.kind(1); kind != "" {
			c.pairs[pair] = &likeness{o, kind}
		}
	}
}

// groups joins the pairs: whole copies first, then passages with whole copies.
func (c *copying) groups() []isnad.Copies {
	var out []isnad.Copies
	whole := c.join(func(l *likeness) bool { return l.kind == isnad.WholeCopy })
	in := make(map[int]int) // number of the group of whole copies, from one
	for n, group := range whole {
		for _, i := range group {
			in[i] = n + 1
		}
		out = append(out, c.describe(c.withTwins(group), isnad.WholeCopy))
	}
	for i, more := range c.twins {
		if in[i] == 0 {
			out = append(out, c.describe(append([]int{i}, more...), isnad.WholeCopy))
		}
	}
	for _, group := range c.join(func(*likeness) bool { return true }) {
		if first := in[group[0]]; first != 0 && !slices.ContainsFunc(group, func(i int) bool { return in[i] != first }) {
			continue
		}
		out = append(out, c.describe(c.withTwins(group), isnad.PassagesCopy))
	}
	out = slices.DeleteFunc(out, func(g isnad.Copies) bool { return len(g.Elsewhere) == len(g.Articles) })
	slices.SortFunc(out, func(a, b isnad.Copies) int {
		return cmp.Or(-cmp.Compare(a.Kind, b.Kind), -cmp.Compare(len(a.Articles), len(b.Articles)), cmp.Compare(a.Articles[0], b.Articles[0]), slices.Compare(a.Articles, b.Articles))
	})
	return out
}

func (c *copying) withTwins(group []int) []int {
	all := slices.Clone(group)
	for _, i := range group {
		all = append(all, c.twins[i]...)
	}
	return all
}

// join puts together what is alike, the strongest likeness first. Two groups become one
// only where half the pairs between them are alike, so that a text with passages of two
// others does not make copies of those.
func (c *copying) join(counts func(*likeness) bool) [][]int {
	var pairs [][2]int
	for pair, l := range c.pairs {
		if counts(l) {
			pairs = append(pairs, pair)
		}
	}
	slices.SortFunc(pairs, func(p, q [2]int) int {
		return cmp.Or(-cmp.Compare(c.pairs[p].shared, c.pairs[q].shared), cmp.Compare(p[0], q[0]), cmp.Compare(p[1], q[1]))
	})
	group := make(map[int]*[]int)
	at := func(i int) *[]int {
		if group[i] == nil {
			group[i] = &[]int{i}
		}
		return group[i]
	}
	for _, pair := range pairs {
		a, b := at(pair[0]), at(pair[1])
		if a == b {
			continue
		}
		alike := 0
		for _, i := range *a {
			for _, j := range *b {
				if l := c.pairs[[2]int{min(i, j), max(i, j)}]; l != nil && counts(l) {
					alike++
				}
			}
		}
		if 2*alike < len(*a)*len(*b) {
			continue
		}
		*a = append(*a, *b...)
		for _, j := range *b {
			group[j] = a
		}
	}
	var out [][]int
	for _, i := range c.texts {
		if g := group[i]; g != nil && len(*g) > 1 && slices.Min(*g) == i {
			slices.Sort(*g)
			out = append(out, *g)
		}
	}
	return out
}
