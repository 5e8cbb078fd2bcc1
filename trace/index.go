package trace

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"
)

// Index groups documents into stories as they come. What it does for a document is
// bounded, however many there were before.
type Index struct {
	docs    int // that were ever added
	keys    map[uint64]*posting
	records []record
	stories []story
}

// A posting says how many documents have a key, and which: of fingerprints the first
// documents, of terms the stories that had it last.
type posting struct {
	count uint32
	refs  []uint32
}

type record struct {
	id     string
	story  uint32
	prints uint32
}

type story struct {
	id          string
	members     []uint32
	first, last time.Time
	vector      []component // by key; of length one
	into        uint32      // the story that it was merged into, plus one
	why         []string    // of each member
	was         []string    // of each story that was merged into it
}

type component struct {
	key    uint64
	weight float32
}

// NewIndex is an index of nothing.
func NewIndex() *Index { return &Index{keys: make(map[uint64]*posting)} }

const (
	maxPrintRefs  = 24  // a fingerprint in more documents is a formula, or a text that is everywhere
	maxTermRefs   = 64  // stories
	queryTerms    = 16  // that look for stories
	maxVector     = 120 // components of a story
	maxDocVector  = 60
	maxCandidates = 24
	joinScore     = 0.30
	mergeScore    = 0.45
	decayDays     = 5
	copyContained = 0.5
	minCopyPrints = 3
)

// Add groups a document.
func (x *Index) Add(d *Document) { x.add(d.sketch()) }

func (x *Index) add(s *sketch) {
	x.docs++
	number := uint32(len(x.records))
	vector := x.vector(s)
	at, why := x.place(s, vector)
	if at < 0 {
		at = len(x.stories)
		x.stories = append(x.stories, story{id: storyID(s.id), first: s.time, last: s.time})
		why = ""
	}
	x.records = append(x.records, record{id: s.id, story: uint32(at), prints: uint32(len(s.prints))})
	x.join(at, number, s, vector, why)
	x.enter(s, number, at, vector)
}

// A Group is a story as the index knows it.
type Group struct {
	ID       string
	Articles []string // in the order in which they came
	Why      []string // for each article, what it was joined for; empty for the first
	Merged   []string // stories that became part of it, and through which article
}

// Groups are the stories, those that began first first.
func (x *Index) Groups() []Group {
	var out []Group
	for i := range x.stories {
		if st := &x.stories[i]; st.into == 0 {
			g := Group{ID: st.id, Why: st.why, Merged: st.was}
			for _, number := range st.members {
				g.Articles = append(g.Articles, x.records[number].id)
			}
			out = append(out, g)
		}
	}
	return out
}

// storyID follows from the first article of a story.
func storyID(article string) string { return fmt.Sprintf("s%012x", xxh3.HashString(article)&(1<<48-1)) }

// vector weighs the terms of a document by how rare they are so far, counting itself.
func (x *Index) vector(s *sketch) []component {
	out := make([]component, 0, len(s.terms))
	n := float64(x.docs + 50)
	for _, t := range s.terms {
		df := 1.0
		if p := x.keys[t.key]; p != nil {
			df += float64(p.count)
		}
		if df > n/8 && df > 20 {
			continue
		}
		out = append(out, component{t.key, t.weight * float32(math.Log(n/df))})
	}
	return normal(out, maxDocVector)
}

// normal keeps the weightiest components and makes the length one.
func normal(v []component, most int) []component {
	if len(v) > most {
		slices.SortFunc(v, func(a, b component) int { return cmp.Or(-cmp.Compare(a.weight, b.weight), cmp.Compare(a.key, b.key)) })
		v = v[:most]
	}
	sum := 0.0
	for _, c := range v {
		sum += float64(c.weight) * float64(c.weight)
	}
	if sum > 0 {
		for i := range v {
			v[i].weight /= float32(math.Sqrt(sum))
		}
	}
	slices.SortFunc(v, func(a, b component) int { return cmp.Compare(a.key, b.key) })
	return v
}

func dot(a, b []component) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			sum += float64(a[i].weight) * float64(b[j].weight)
			i++
			j++
		}
	}
	return sum
}

// place finds the story that a document belongs to, -1 if it begins one.
func (x *Index) place(s *sketch, vector []component) (int, string) {
	if at, why := x.copied(s); at >= 0 {
		return at, why
	}
	type scored struct {
		at    int
		score float64
	}
	var list []scored
	for _, at := range x.candidates(vector) {
		list = append(list, scored{at, x.score(s, vector, at)})
	}
	slices.SortFunc(list, func(a, b scored) int { return cmp.Or(-cmp.Compare(a.score, b.score), cmp.Compare(a.at, b.at)) })
	if len(list) == 0 || list[0].score < joinScore {
		return -1, ""
	}
	best := list[0].at
	for _, other := range list[1:] {
		if other.score >= joinScore && dot(x.stories[best].vector, x.stories[other.at].vector)*decay(x.stories[best].last, x.stories[other.at].last) >= mergeScore {
			best = x.merge(best, other.at, s)
		}
	}
	return best, "words: " + strings.Join(x.shared(s, vector, best), "، ")
}

// copied finds the story of an earlier text that this one has wholly or for the most part.
func (x *Index) copied(s *sketch) (int, string) {
	if p := x.keys[s.exact]; p != nil {
		r := x.records[p.refs[0]]
		return x.resolve(int(r.story)), "same text as " + r.id
	}
	counts := make(map[uint32]int)
	known := 0
	for _, key := range s.prints {
		p := x.keys[key]
		if p == nil || p.count > maxPrintRefs {
			continue
		}
		known++
		for _, r := range p.refs {
			counts[r]++
		}
	}
	best, most := uint32(0), 0.0
	for r, n := range counts {
		share := float64(n) / float64(max(1, min(len(s.prints), int(x.records[r].prints))))
		if n >= minCopyPrints && (share > most || share == most && r < best) {
			best, most = r, share
		}
	}
	if most < copyContained {
		return -1, ""
	}
	return x.resolve(int(x.records[best].story)), "text of " + x.records[best].id
}

// candidates are stories that have some of the weightiest terms.
func (x *Index) candidates(vector []component) []int {
	query := slices.Clone(vector)
	slices.SortFunc(query, func(a, b component) int { return cmp.Or(-cmp.Compare(a.weight, b.weight), cmp.Compare(a.key, b.key)) })
	query = query[:min(len(query), queryTerms)]
	sums := make(map[int]float64)
	for _, c := range query {
		if p := x.keys[c.key]; p != nil {
			seen := -1
			for _, r := range p.refs {
				if at := x.resolve(int(r)); at != seen {
					sums[at] += float64(c.weight)
					seen = at
				}
			}
		}
	}
	out := make([]int, 0, len(sums))
	for at := range sums {
		out = append(out, at)
	}
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(-cmp.Compare(sums[a], sums[b]), cmp.Compare(a, b)) })
	return out[:min(len(out), maxCandidates)]
}

func (x *Index) score(s *sketch, vector []component, at int) float64 {
	st := &x.stories[at]
	return dot(vector, st.vector) * decay(st.last, s.time)
}

// decay is one for what happens at the same time, and falls with the days between.
func decay(a, b time.Time) float64 {
	if a.IsZero() || b.IsZero() {
		return 1
	}
	days := math.Abs(a.Sub(b).Hours()) / 24
	return math.Exp(-max(0, days-1) / decayDays)
}

func (x *Index) resolve(at int) int {
	for x.stories[at].into != 0 {
		at = int(x.stories[at].into) - 1
	}
	return at
}

// merge makes one story of two that a document tells together: the earlier one stays.
func (x *Index) merge(a, b int, s *sketch) int {
	a, b = min(a, b), max(a, b)
	to, from := &x.stories[a], &x.stories[b]
	to.vector = blend(to.vector, from.vector, len(to.members), len(from.members))
	to.was = append(append(to.was, from.id+" through "+s.id), from.was...)
	to.members = append(to.members, from.members...)
	to.why = append(to.why, from.why...)
	to.first, to.last = earliest(to.first, from.first), latest(to.last, from.last)
	from.into = uint32(a) + 1
	from.members, from.vector, from.why, from.was = nil, nil, nil, nil
	return a
}

func earliest(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// blend is the mean of two vectors by their numbers of documents.
func blend(a, b []component, na, nb int) []component {
	wa, wb := float32(min(na, 30)), float32(min(nb, 30))
	out := make([]component, 0, len(a)+len(b))
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].key < b[j].key:
			out = append(out, component{a[i].key, a[i].weight * wa})
			i++
		case i == len(a) || a[i].key > b[j].key:
			out = append(out, component{b[j].key, b[j].weight * wb})
			j++
		default:
			out = append(out, component{a[i].key, a[i].weight*wa + b[j].weight*wb})
			i++
			j++
		}
	}
	return normal(out, maxVector)
}

func (x *Index) join(at int, number uint32, s *sketch, vector []component, why string) {
	st := &x.stories[at]
	st.vector = blend(st.vector, vector, len(st.members), 1)
	st.members = append(st.members, number)
	st.why = append(st.why, why)
	st.first, st.last = earliest(st.first, s.time), latest(st.last, s.time)
}

// enter makes the document known to those that come after.
func (x *Index) enter(s *sketch, number uint32, at int, vector []component) {
	if x.keys[s.exact] == nil {
		for _, key := range s.prints {
			x.post(key, number, maxPrintRefs, false)
		}
	}
	x.post(s.exact, number, 1, false)
	in := make(map[uint64]bool, len(vector))
	for _, c := range vector {
		in[c.key] = true
	}
	for _, t := range s.terms {
		most := 0
		if in[t.key] {
			most = maxTermRefs
		}
		x.post(t.key, uint32(at), most, true)
	}
}

// post counts the key and keeps at most so many references, the first or the last.
func (x *Index) post(key uint64, ref uint32, most int, last bool) {
	p := x.keys[key]
	if p == nil {
		p = &posting{}
		x.keys[key] = p
	}
	p.count++
	if most == 0 {
		return
	}
	if !last {
		if len(p.refs) < most {
			p.refs = append(p.refs, ref)
		}
		return
	}
	if i := slices.Index(p.refs, ref); i >= 0 {
		p.refs = slices.Delete(p.refs, i, i+1)
	}
	if len(p.refs) >= most {
		p.refs = slices.Delete(p.refs, 0, 1)
	}
	p.refs = append(p.refs, ref)
}

// shared are the words that weigh most in the likeness of a document and a story.
func (x *Index) shared(s *sketch, vector []component, at int) []string {
	words := make(map[uint64]string, len(s.terms))
	for _, t := range s.terms {
		words[t.key] = t.word
	}
	type pair struct {
		word  string
		share float32
	}
	var list []pair
	st := x.stories[at].vector
	for _, c := range vector {
		if i, ok := slices.BinarySearchFunc(st, c.key, func(a component, k uint64) int { return cmp.Compare(a.key, k) }); ok {
			list = append(list, pair{words[c.key], st[i].weight * c.weight})
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return -cmp.Compare(a.share, b.share) })
	var out []string
	for _, p := range list[:min(len(list), 5)] {
		out = append(out, strings.TrimLeft(p.word, "=!"))
	}
	return out
}
