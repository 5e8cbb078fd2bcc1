package group

import (
	"cmp"
	"slices"
	"time"

	"isnad"
)

// Known is what must be known of an article of an earlier batch that a new one may be a copy
// of.
type Known struct {
	Words  []uint32
	Outlet string
	Time   time.Time
	Story  int64
}

// Earlier is what is asked of whoever keeps the articles before a batch.
type Earlier struct {
	Holders map[uint64][]int64                     // by the marks of the batch: the articles that have them, ascending
	Exact   map[uint64]int64                       // by the Exact of the batch: the first article that has it
	Known   func([]int64) (map[int64]Known, error) // of articles among these
	Of      func([]int64) ([]*Print, error)        // the articles of these stories; nil if there are none
}

// Placed is what became of a batch: for each of its articles, in their order, the story; and the
// pairs of copies of which the two stand in different stories, and which stories were seen to be two.
type Placed struct {
	Stories []int64
	Apart   []Pair
	Parted  []Parting
}

// freshPassage is how long ago a passage was told that shows two articles to tell one thing: later it
// is what stands behind the news more often.
const freshPassage = 2 * 24 * time.Hour

// settleAfter is how many articles are placed before stories are compared again.
const settleAfter = 4000

// Batch finds the copies among new articles and places these in stories. Prints are in the order
// of their time, words are theirs.
func (s *Stories) Batch(prints []*Print, words [][]uint32, before Earlier) (Placed, error) {
	b := &batch{stories: s, prints: prints, words: words, before: before, at: make(map[int64]int, len(prints)), moved: map[int64]int64{}, copies: map[int64][]Pair{}}
	for i, p := range prints {
		b.at[p.Number] = i
	}
	if err := b.findCopies(); err != nil {
		return Placed{}, err
	}
	out := Placed{Stories: make([]int64, len(prints))}
	for i, p := range prints {
		out.Stories[i] = s.Place(p, b.storiesOf(p, isnad.WholeCopy, out.Stories), b.storiesOf(p, isnad.PassagesCopy, out.Stories))
		if (i+1)%settleAfter == 0 {
			s.Settle(true)
		}
	}
	s.Settle(len(prints) >= settleAfter/4) // what few articles change is looked for around them
	for i := range out.Stories {
		out.Stories[i] = s.Name(out.Stories[i])
	}
	if err := b.part(&out); err != nil {
		return Placed{}, err
	}
	out.Apart = b.apart(out.Stories)
	return out, nil
}

type batch struct {
	stories *Stories
	prints  []*Print
	words   [][]uint32
	before  Earlier
	known   map[int64]Known
	moved   map[int64]int64 // earlier articles into stories that parted from theirs
	at      map[int64]int   // places in prints
	copies  map[int64][]Pair
}

// findCopies compares the articles with those that share marks with them. Those that are the
// same to the word are told by that alone.
func (b *batch) findCopies() error {
	first := map[uint64]int64{}
	var one []*Print
	for _, p := range b.prints {
		of, ok := b.before.Exact[p.Exact]
		if !ok {
			of, ok = first[p.Exact]
		}
		if ok && p.Words > 0 {
			b.copies[p.Number] = []Pair{{First: of, Then: p.Number, Kind: isnad.WholeCopy, Shared: p.Words, Longest: p.Words, share: 1}}
			continue
		}
		first[p.Exact] = p.Number
		one = append(one, p)
	}
	var likely []Candidate
	var ask []int64
	for _, c := range Candidates(one, b.before.Holders) {
		if c.Likely(b.prints[b.at[c.Then]]) {
			likely = append(likely, c)
			ask = b.asked(ask, c.First)
		}
	}
	for _, pairs := range b.copies {
		ask = b.asked(ask, pairs[0].First)
	}
	if err := b.learn(ask); err != nil {
		return err
	}
	for _, c := range likely {
		b.compare(c)
	}
	return nil
}

// asked adds an article of before the batch to those that are asked for.
func (b *batch) asked(ask []int64, n int64) []int64 {
	if _, here := b.at[n]; here {
		return ask
	}
	return append(ask, n)
}

func (b *batch) learn(ask []int64) (err error) {
	if len(ask) > 0 {
		b.known, err = b.before.Known(ask)
	}
	return err
}

// compare notes the pair if one copied the other.
func (b *batch) compare(c Candidate) {
	then := b.at[c.Then]
	first, outlet := []uint32(nil), ""
	if i, here := b.at[c.First]; here {
		first, outlet = b.words[i], b.prints[i].Outlet
	} else {
		first, outlet = b.known[c.First].Words, b.known[c.First].Outlet
	}
	o := Measure(first, b.words[then])
	if kind, ok := Judge(o, outlet == b.prints[then].Outlet); ok {
		b.copies[c.Then] = append(b.copies[c.Then], Pair{First: c.First, Then: c.Then, Kind: kind, Shared: o.Shared, Longest: o.Longest, share: o.share()})
	}
}

// apart are the pairs of copies that stand in different stories: wholes, and passages within the
// days in which a story goes on. Those told of later are sayings more often than news.
func (b *batch) apart(stories []int64) (out []Pair) {
	for i, p := range b.prints {
		for _, pair := range b.copies[p.Number] {
			story, at := b.known[pair.First].Story, b.known[pair.First].Time
			if k, here := b.at[pair.First]; here {
				story, at = stories[k], b.prints[k].Time
			} else if to, parted := b.moved[pair.First]; parted {
				story = to
			}
			if b.stories.Name(story) != stories[i] && (pair.Kind == isnad.WholeCopy || p.Time.Sub(at).Abs() <= Pause) {
				out = append(out, pair)
			}
		}
	}
	return out
}

// storiesOf are the stories of those that an article is a copy of, wholly or in passages told a short time
// ago, that of the one which it shares most with first: a report of the sixth flight is like that of the
// fifth, and more like its own copies.
func (b *batch) storiesOf(p *Print, kind isnad.CopyKind, placed []int64) (out []int64) {
	copies := slices.Clone(b.copies[p.Number])
	slices.SortStableFunc(copies, func(p, q Pair) int { return cmp.Compare(q.share, p.share) })
	for _, c := range copies {
		if c.Kind != kind {
			continue
		}
		var story int64
		var at time.Time
		if i, here := b.at[c.First]; here {
			story, at = placed[i], b.prints[i].Time
		} else if k, ok := b.known[c.First]; ok {
			story, at = k.Story, k.Time
		}
		if story != 0 && (kind == isnad.WholeCopy || p.Time.Sub(at).Abs() <= freshPassage) {
			out = append(out, story)
		}
	}
	return out
}
