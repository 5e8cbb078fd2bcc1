package group

import (
	"cmp"
	"maps"
	"slices"
	"time"
)

// Story is what is kept of a story to find the articles that go on with it.
type Story struct {
	First    int64     // number of the article that began it: its name
	Articles int       // how many it has
	From, To time.Time // of its first and last article
	Members  []Member  // those of its articles that stand for it
	center   *center   // of Members, once it was asked for
}

// What makes a story. The figures were chosen on judged stories and judged pairs of articles, which
// docs/trace.md names.
const (
	leastLink     = 0.19               // of the members of two stories, or of an article and a story
	leastJoined   = 0.14               // of what a story of one or two articles and one of more are about
	leastCenter   = 0.15               // of what two stories of more are about
	leastGreat    = 0.25               // where both have many members: of those all that is told of a war is alike
	titleShare    = 0.2                // of the titles in how alike two articles are
	halfAlike     = 4 * 24 * time.Hour // so far apart in time, half as alike
	few           = 3                  // members of which a center says much
	many          = 12                 // members
	longestPause  = 4 * 24 * time.Hour // a story sleeps when nothing is told of it for so long
	often         = 24                 // a story of so many articles is compared with others at every eighth only
	mostCompared  = 20                 // stories that one is compared with
	passagesCount = 0.5                // of what makes two one: an article that shares passages with one of the story
)

// Stories places articles in stories. It is used by one goroutine at a time.
type Stories struct {
	freq    *Frequencies
	awake   map[int64]*Story
	holders map[uint32][]int64 // stories by the words of their text and title
	merged  map[int64]int64    // stories that became one with an earlier one
	unions  []Union
	changed map[int64]bool
	shared  map[int64]float32
}

// NewStories goes on with the stories that are awake and the frequencies of all articles
// before; both are changed by what is placed.
func NewStories(freq *Frequencies, awake []*Story) *Stories {
	s := &Stories{freq: freq, awake: make(map[int64]*Story, len(awake)), holders: map[uint32][]int64{}, merged: map[int64]int64{}, changed: map[int64]bool{}, shared: map[int64]float32{}}
	for _, st := range awake {
		s.awake[st.First] = st
		s.hold(st)
	}
	return s
}

// Pause is how long after its last article a story can still go on.
const Pause = longestPause

// Changed lists the stories that articles were placed in, by First, each as it is now.
func (s *Stories) Changed() []*Story {
	var out []*Story
	for _, n := range slices.Sorted(maps.Keys(s.changed)) {
		if st := s.awake[n]; st != nil {
			out = append(out, st)
		}
	}
	return out
}

// Merged tells for stories that became one with another which that is.
func (s *Stories) Merged() map[int64]int64 {
	out := make(map[int64]int64, len(s.merged))
	for n := range s.merged {
		out[n] = s.Name(n)
	}
	return out
}

// Name is the story that the one of this name is now a part of.
func (s *Stories) Name(n int64) int64 {
	for {
		next, ok := s.merged[n]
		if !ok {
			return n
		}
		n = next
	}
}

// Place puts an article into the story of one that it is a copy of, or the awake story that it
// is most alike to, or begins one, and tells the story's name. Copies name the stories of such
// articles, the surest first, and passages those of articles that it shares passages with, which count for
// likeness. Articles are best placed in the order of their time.
func (s *Stories) Place(p *Print, copies, passages []int64) int64 {
	x := &Story{First: p.Number, Articles: 1, From: p.Time, To: p.Time, Members: []Member{s.freq.member(p)}}
	s.freq.add(p)
	for _, c := range copies {
		if st := s.awake[s.Name(c)]; st != nil {
			return s.join(st, x)
		}
	}
	if st := s.nearest(x, passages...); st != nil {
		return s.join(st, x)
	}
	s.awake[x.First], s.changed[x.First] = x, true
	s.hold(x)
	return x.First
}

// nearest is the awake story that another is most, and enough, alike to. Only those that share
// some of its heaviest words, or passages, are looked at, and the likeliest of them compared.
func (s *Stories) nearest(of *Story, passages ...int64) *Story {
	var best *Story
	top := 1.0
	all := s.candidates(of)
	shares := map[int64]float64(nil)
	for _, n := range passages {
		if n = s.Name(n); s.awake[n] != nil {
			if shares == nil {
				shares = make(map[int64]float64)
			}
			shares[n] = passagesCount
			if !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	for _, n := range all {
		st := s.awake[n]
		if of.From.Sub(st.To) > longestPause || st.From.Sub(of.To) > longestPause {
			continue
		}
		if score := alike(of, st) + shares[n]; score > top || score == top && best != nil && st.First < best.First {
			best, top = st, score
		}
	}
	return best
}

// alike is how alike two stories are, 1 where they are just enough so to be one. Those of a few
// articles are told by these; those of more by what they are about, since the articles of a
// great happening are often alike in that alone.
func alike(a, b *Story) float64 {
	fewer, more := len(a.Members), len(b.Members)
	if fewer > more {
		fewer, more = more, fewer
	}
	about := func(least float64) float64 { return a.about().alike(b.about()) / least }
	switch {
	case fewer >= many:
		return about(leastGreat)
	case fewer >= few:
		return about(leastCenter)
	case more >= few:
		return max(about(leastJoined), link(a.Members, b.Members)/leastLink)
	}
	return link(a.Members, b.Members) / leastLink
}

func (st *Story) about() *center {
	if st.center == nil {
		st.center = centerOf(st.Members)
	}
	return st.center
}

// candidates are the stories that share the most of another's heaviest words.
func (s *Stories) candidates(of *Story) []int64 {
	clear(s.shared)
	for _, t := range of.words() {
		for _, n := range s.holders[t.Hash] {
			s.shared[n] += t.Weight
		}
	}
	delete(s.shared, of.First)
	out := slices.SortedFunc(maps.Keys(s.shared), func(a, b int64) int {
		return cmp.Or(cmp.Compare(s.shared[b], s.shared[a]), cmp.Compare(a, b))
	})
	return out[:min(len(out), mostCompared)]
}

// join adds a story of one article to another, which may then be seen to be one with a third.
func (s *Stories) join(st, article *Story) int64 {
	if st.retold(&article.Members[0]) {
		s.grow(st, article)
		return st.First
	}
	s.absorb(st, article)
	if st.Articles < often || st.Articles%8 == 0 {
		if other := s.nearest(st); other != nil {
			return s.merge(st, other, article.First)
		}
	}
	return st.First
}

// absorb makes a story a part of another.
func (s *Stories) absorb(keep, gone *Story) {
	s.release(keep)
	for _, m := range gone.Members {
		keep.add(m)
	}
	s.hold(keep)
	s.grow(keep, gone)
}

// grow counts the articles of another story to a story.
func (s *Stories) grow(keep, by *Story) {
	keep.Articles += by.Articles
	if by.From.Before(keep.From) {
		keep.From = by.From
	}
	if by.To.After(keep.To) {
		keep.To = by.To
	}
	s.changed[keep.First] = true
}

// retoldWords is how alike the words of an article are to those of another that tells the same.
const retoldWords = 0.95

// retold reports whether an article says nothing that one which stands for the story does not.
func (st *Story) retold(m *Member) bool {
	return slices.ContainsFunc(st.Members, func(of Member) bool { return cosine(of.Text, m.Text) >= retoldWords })
}

// add lets an article stand for the story, where there are many in place of the one that it is
// most alike to.
func (st *Story) add(m Member) {
	st.center = nil
	if len(st.Members) < mostMembers {
		st.Members = append(st.Members, m)
		return
	}
	best, top := 0, -1.0
	for i := range st.Members {
		if v := alikeIn(&m, &st.Members[i]); v > top {
			best, top = i, v
		}
	}
	st.Members[best] = m
}

// merge makes two stories one, under the name of the earlier. By is the article that let it be
// seen, if one did.
func (s *Stories) merge(a, b *Story, by int64) int64 {
	keep, gone := a, b
	if cmp.Or(gone.From.Compare(keep.From), cmp.Compare(gone.First, keep.First)) < 0 {
		keep, gone = gone, keep
	}
	s.unions = append(s.unions, Union{Gone: gone.First, Into: keep.First, By: by, Words: sharedWords(keep.about().text, gone.about().text)})
	s.release(gone)
	s.absorb(keep, gone)
	delete(s.awake, gone.First)
	s.merged[gone.First] = keep.First
	return keep.First
}

// hold and release keep the stories findable by their words.
func (s *Stories) hold(st *Story) {
	for _, t := range st.words() {
		s.holders[t.Hash] = append(s.holders[t.Hash], st.First)
	}
}

func (s *Stories) release(st *Story) {
	for _, t := range st.words() {
		list := s.holders[t.Hash]
		if i := slices.Index(list, st.First); i >= 0 {
			s.holders[t.Hash] = slices.Delete(list, i, i+1)
		}
	}
}

// words are the words that a story is found by, each with its weight where it is heaviest;
// ascending by Hash.
func (st *Story) words() []Term {
	out := make([]Term, 0, len(st.Members)*keyTerms)
	for i := range st.Members {
		out = append(out, st.Members[i].keys...)
	}
	slices.SortFunc(out, func(a, b Term) int { return cmp.Or(cmp.Compare(a.Hash, b.Hash), cmp.Compare(b.Weight, a.Weight)) })
	return slices.CompactFunc(out, func(a, b Term) bool { return a.Hash == b.Hash })
}

// Settle makes stories one that have grown alike since they were begun: of all that are awake, or
// of those only that changed. Asked for after many articles were placed, it makes what comes out
// depend less on their order.
func (s *Stories) Settle(all bool) {
	from := s.Changed()
	if all {
		from = slices.Collect(maps.Values(s.awake))
	}
	slices.SortFunc(from, func(a, b *Story) int {
		return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.First, b.First))
	})
	for _, st := range from {
		if s.awake[st.First] != st {
			continue
		}
		if other := s.nearest(st); other != nil {
			s.merge(st, other, 0)
		}
	}
}
