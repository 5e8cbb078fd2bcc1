package group

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"time"
)

// Story is what is kept of a story to find the articles that go on with it.
type Story struct {
	First    int64     // number of the article that began it: its name
	Articles int       // how many it has
	From, To time.Time // of its first and last article
	Middle   time.Time // of its articles, on the average
	Text     []Term    // what they are about, of length one; ascending by Hash
	Title    []Term    // and what their titles say
}

// What makes a story. The figures were chosen on the judged stories that docs/trace.md names.
const (
	leastAlike   = 0.18               // of an article and the story that it joins
	leastJoined  = 0.17               // of two stories that become one
	titleShare   = 0.3                // of the titles, where an article is compared with a story
	titlesShare  = 0.7                // and where two stories are: many titles name what happened
	halfAlike    = 4 * 24 * time.Hour // so far from the middle of the other in time, half as alike
	leastSettled = 0.22               // of a story of a few articles and another, looking back
	few          = 3                  // articles
	longestPause = 4 * 24 * time.Hour // a story sleeps when nothing is told of it for so long
	longMemory   = 40                 // articles after which what is new weighs no less
	often        = 24                 // a story of so many articles is compared with others at every eighth only
	keyTerms     = 24                 // words that a story is found by
	keyTitle     = 8                  // and words of its titles
	mostCompared = 40                 // stories that one is compared with
)

// Stories places articles in stories. It is used by one goroutine at a time.
type Stories struct {
	freq    *Frequencies
	awake   map[int64]*Story
	holders map[uint32][]int64 // stories by the words of their text and title
	merged  map[int64]int64    // stories that became one with an earlier one
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
// articles, the surest first. Articles are best placed in the order of their time.
func (s *Stories) Place(p *Print, copies []int64) int64 {
	text, title := s.freq.text(p), s.freq.title(p)
	s.freq.add(p)
	for _, c := range copies {
		if st := s.awake[s.Name(c)]; st != nil {
			return s.join(st, p, text, title)
		}
	}
	if st := s.nearest(&Story{First: -1, Middle: p.Time, Text: text, Title: title}, titleShare, leastAlike); st != nil {
		return s.join(st, p, text, title)
	}
	st := &Story{First: p.Number, Articles: 1, From: p.Time, To: p.Time, Middle: p.Time, Text: text, Title: title}
	s.awake[st.First], s.changed[st.First] = st, true
	s.hold(st)
	return st.First
}

// nearest is the awake story that another, or an article, is most and enough alike to. Only
// those that share some of its heaviest words are looked at, and the likeliest of them compared.
func (s *Stories) nearest(of *Story, titles, least float64) *Story {
	var best *Story
	top := least
	for _, n := range s.candidates(of) {
		st := s.awake[n]
		if of.Middle.Sub(st.To) > longestPause || st.From.Sub(of.Middle) > longestPause {
			continue
		}
		score := (1-titles)*cosine(of.Text, st.Text) + titles*cosine(of.Title, st.Title)
		score *= math.Exp2(-math.Abs(float64(of.Middle.Sub(st.Middle))) / float64(halfAlike))
		if score > top || score == top && best != nil && st.First < best.First {
			best, top = st, score
		}
	}
	return best
}

// candidates are the stories that share the most of another's heaviest words.
func (s *Stories) candidates(of *Story) []int64 {
	clear(s.shared)
	for _, t := range heaviest(of.Text, keyTerms) {
		for _, n := range s.holders[t.Hash] {
			s.shared[n] += t.Weight
		}
	}
	for _, t := range heaviest(of.Title, keyTitle) {
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

// join adds an article to a story, which may then be seen to be one with another.
func (s *Stories) join(st *Story, p *Print, text, title []Term) int64 {
	s.release(st)
	share := 1 / float32(min(st.Articles, longMemory)+1)
	st.Text, st.Title = blend(st.Text, text, share), blend(st.Title, title, share)
	st.Middle = st.Middle.Add(time.Duration(float64(p.Time.Sub(st.Middle)) * float64(share)))
	st.Articles++
	st.extend(p.Time, p.Time)
	s.hold(st)
	s.changed[st.First] = true
	if st.Articles < often || st.Articles%8 == 0 {
		if other := s.nearest(st, titlesShare, leastJoined); other != nil {
			return s.merge(st, other)
		}
	}
	return st.First
}

func (st *Story) extend(from, to time.Time) {
	if from.Before(st.From) {
		st.From = from
	}
	if to.After(st.To) {
		st.To = to
	}
}

// merge makes two stories one, under the name of the earlier.
func (s *Stories) merge(a, b *Story) int64 {
	keep, gone := a, b
	if cmp.Or(gone.From.Compare(keep.From), cmp.Compare(gone.First, keep.First)) < 0 {
		keep, gone = gone, keep
	}
	s.release(keep)
	s.release(gone)
	share := float32(gone.Articles) / float32(gone.Articles+keep.Articles)
	keep.Text, keep.Title = blend(keep.Text, gone.Text, share), blend(keep.Title, gone.Title, share)
	keep.Middle = keep.Middle.Add(time.Duration(float64(gone.Middle.Sub(keep.Middle)) * float64(share)))
	keep.Articles += gone.Articles
	keep.extend(gone.From, gone.To)
	delete(s.awake, gone.First)
	s.merged[gone.First], s.changed[keep.First] = keep.First, true
	s.hold(keep)
	return keep.First
}

// hold and release keep the stories findable by their words.
func (s *Stories) hold(st *Story) {
	for _, h := range st.words() {
		s.holders[h] = append(s.holders[h], st.First)
	}
}

func (s *Stories) release(st *Story) {
	for _, h := range st.words() {
		list := s.holders[h]
		if i := slices.Index(list, st.First); i >= 0 {
			s.holders[h] = slices.Delete(list, i, i+1)
		}
	}
}

// words lists the words that a story is found by, each once.
func (st *Story) words() []uint32 {
	var out []uint32
	for _, t := range heaviest(st.Text, keyTerms) {
		out = append(out, t.Hash)
	}
	for _, t := range heaviest(st.Title, keyTitle) {
		out = append(out, t.Hash)
	}
	slices.Sort(out)
	return slices.Compact(out)
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
		least := leastJoined
		if st.Articles < few {
			least = leastSettled
		}
		if other := s.nearest(st, titlesShare, least); other != nil {
			s.merge(st, other)
		}
	}
}
