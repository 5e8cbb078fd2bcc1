package group

import (
	"math"
	"slices"
	"time"
)

// Member is an article that stands for its story, by which others are compared with it.
type Member struct {
	Time  time.Time
	Text  []Term // its weightiest words, of length one; ascending by Hash
	Title []Term // those of its title
	keys  []Term // the heaviest of Text
}

const (
	memberTerms = 40 // words that stand for a member
	keyTerms    = 12 // words that a story is found by, of each member
	mostMembers = 24 // members of a story
)

// member makes what stands for an article.
func (f *Frequencies) member(p *Print) Member {
	text := f.text(p)
	if len(text) > memberTerms {
		text = heaviest(text, memberTerms)
		slices.SortFunc(text, byHash)
	}
	m := Member{Time: p.Time, Text: unit(text), Title: f.title(p)}
	m.keys = heaviest(m.Text, keyTerms)
	return m
}

// alikeIn is how alike two articles are: by their words, by those of their titles, and by time.
func alikeIn(a, b *Member) float64 {
	words := (1-titleShare)*cosine(a.Text, b.Text) + titleShare*cosine(a.Title, b.Title)
	return words * fading(a.Time, b.Time)
}

// fading is the share that is left of a likeness over time.
func fading(a, b time.Time) float64 {
	return math.Exp2(-math.Abs(float64(a.Sub(b))) / float64(halfAlike))
}

// near is how alike an article is to the two members of a story that it is most alike to.
func near(m *Member, members []Member) float64 {
	first, second := 0.0, 0.0
	for i := range members {
		switch v := alikeIn(m, &members[i]); {
		case v > first:
			first, second = v, first
		case v > second:
			second = v
		}
	}
	if len(members) == 1 {
		return first
	}
	return (first + second) / 2
}

// link is how alike the members of two stories are: on the mean, each of the smaller to those of
// the larger.
func link(a, b []Member) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	sum := 0.0
	for i := range a {
		sum += near(&a[i], b)
	}
	return sum / float64(len(a))
}

// center is what the members of a story are about together, and when.
type center struct {
	text []Term
	at   time.Time
}

func centerOf(members []Member) *center {
	count := make(map[uint32]float32)
	seconds := int64(0)
	for i := range members {
		for _, t := range members[i].Text {
			count[t.Hash] += t.Weight
		}
		seconds += members[i].Time.Unix() / int64(len(members))
	}
	sum := make([]Term, 0, len(count))
	for h, w := range count {
		sum = append(sum, Term{Hash: h, Weight: w})
	}
	slices.SortFunc(sum, byHash)
	return &center{unit(sum), time.Unix(seconds, 0)}
}

// alike is how alike two stories are in what they are about.
func (c *center) alike(to *center) float64 { return cosine(c.text, to.text) * fading(c.at, to.at) }
