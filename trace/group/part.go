package group

import (
	"cmp"
	"slices"
)

// What makes a story part. It is far less than what makes two stories one, so that what parted does
// not soon become one again.
const (
	leastParting = 16   // members of a story that may part
	leastPart    = 5    // members of each part
	mostAlike    = 0.10 // of what the two parts are about, whenever they were told
	mostTelling  = 8    // articles by whose words a parting is told, of each part
)

// MostParted is how many articles a story has that may part: each is compared with the members of
// both parts.
const MostParted = 8000

// Parting is that a story was seen to be two. The part that has the story's first article stays under
// its name.
type Parting struct {
	From, New int64    // the first articles of the two; either may have become part of another since
	Moved     []int64  // the articles of earlier batches that are in the new story now
	Words     []uint32 // what the new one is about, the weightiest first: hashes of stems
	Stayed    []uint32 // what the other is about
	Telling   []int64  // some articles of both, in which these words stand
}

// parts are the two groups that the members of a story fall into, nil if into none. The groups are of
// average linkage; a few that are like no others part nothing.
func (st *Story) parts() (a, b []Member) {
	if len(st.Members) < leastParting {
		return nil, nil
	}
	a, b = halves(st.Members)
	for len(b) < leastPart && len(a) >= 2*leastPart {
		a, b = halves(a)
	}
	if len(b) < leastPart || cosine(centerOf(a).text, centerOf(b).text) >= mostAlike {
		return nil, nil
	}
	return a, b
}

// halves are the two groups of members that are joined last, the greater first.
func halves(members []Member) (a, b []Member) {
	groups := make([][]int, len(members))
	between := make([][]float64, len(members)) // sums over the pairs of two groups
	for i := range members {
		groups[i] = []int{i}
		between[i] = make([]float64, len(members))
		for k := range i {
			between[i][k] = cosine(members[i].Text, members[k].Text)
			between[k][i] = between[i][k]
		}
	}
	for range len(members) - 2 {
		joinNearest(groups, between)
	}
	groups = slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
	slices.SortStableFunc(groups, func(x, y []int) int { return cmp.Compare(len(y), len(x)) })
	pick := func(g []int) (out []Member) {
		slices.Sort(g)
		for _, i := range g {
			out = append(out, members[i])
		}
		return out
	}
	return pick(groups[0]), pick(groups[1])
}

// joinNearest makes the two groups one that are most alike on the mean.
func joinNearest(groups [][]int, between [][]float64) {
	x, y, top := -1, -1, -1.0
	for i := range groups {
		for k := range i {
			if groups[i] == nil || groups[k] == nil {
				continue
			}
			if v := between[i][k] / float64(len(groups[i])*len(groups[k])); v > top {
				x, y, top = k, i, v
			}
		}
	}
	groups[x], groups[y] = append(groups[x], groups[y]...), nil
	for i := range groups {
		between[x][i] += between[y][i]
		between[i][x] = between[x][i]
	}
}

// part makes two of each story of the batch that has fallen into two.
func (b *batch) part(out *Placed) error {
	for _, st := range b.stories.Changed() {
		if st.Articles > MostParted {
			continue
		}
		one, other := st.parts()
		if one == nil {
			continue
		}
		theirs, err := b.articlesOf(st, out.Stories)
		if err != nil {
			return err
		}
		if p, ok := b.stories.part(st, one, other, theirs); ok {
			b.move(&p, out)
			out.Parted = append(out.Parted, p)
		}
	}
	return nil
}

// articlesOf are the articles of a story, by time.
func (b *batch) articlesOf(st *Story, stories []int64) (all []*Print, err error) {
	if b.before.Of != nil {
		names := []int64{st.First}
		for n := range b.stories.merged {
			if b.stories.Name(n) == st.First {
				names = append(names, n)
			}
		}
		slices.Sort(names)
		if all, err = b.before.Of(names); err != nil {
			return nil, err
		}
	}
	for i, p := range b.prints {
		if stories[i] == st.First {
			all = append(all, p)
		}
	}
	slices.SortStableFunc(all, func(x, y *Print) int { return cmp.Or(x.Time.Compare(y.Time), cmp.Compare(x.Number, y.Number)) })
	return all, nil
}

// move puts the articles of the new story that are of this batch there; the others are left to
// whoever keeps them.
func (b *batch) move(p *Parting, out *Placed) {
	p.Moved = slices.DeleteFunc(p.Moved, func(n int64) bool {
		i, here := b.at[n]
		if here {
			out.Stories[i] = p.New
		} else {
			b.moved[n] = p.New
		}
		return here
	})
}

// part makes two stories of one, by what its members fall into: each of its articles goes to the part
// that it is more like, and a copy to that of the text that it is of. It does not where one of them
// would be left with too few.
func (s *Stories) part(st *Story, one, other []Member, articles []*Print) (p Parting, ok bool) {
	in := [2][]*Print{}
	stays := 0
	texts := sources{}
	part := make([]int, len(articles))
	for i, x := range articles {
		m := s.freq.member(x)
		k := 0
		if of, copies := texts.of(x); copies {
			k = part[of]
		} else if near(&m, other) > near(&m, one) {
			k = 1
		}
		part[i] = k
		texts.add(i, x)
		if x.Number == st.First {
			stays = k
		}
		in[k] = append(in[k], x)
	}
	members := [2][]Member{one, other}
	leaves := 1 - stays
	name := s.nameFor(in[leaves])
	if min(len(in[0]), len(in[1])) < leastPart || name == 0 {
		return p, false
	}
	s.release(st)
	*st = Story{First: st.First, Members: members[stays]}
	gone := &Story{First: name, Members: members[leaves]}
	st.count(in[stays])
	gone.count(in[leaves])
	p = Parting{From: st.First, New: name, Words: ownWords(gone, st), Stayed: ownWords(st, gone)}
	for _, x := range in[leaves] {
		p.Moved = append(p.Moved, x.Number)
	}
	for k := range in {
		for _, x := range in[k][:min(mostTelling, len(in[k]))] {
			p.Telling = append(p.Telling, x.Number)
		}
	}
	s.awake[name] = gone
	for _, x := range []*Story{st, gone} {
		s.changed[x.First] = true
		s.hold(x)
	}
	return p, true
}

// sources are the articles that were the first with a mark.
type sources map[uint64]int

// leastCopied is the share of an article's marks that stand in an earlier one where it copies that.
const leastCopied = 0.25

// of is the earlier article that has most of the marks of x, if those are enough for a copy.
func (s sources) of(x *Print) (article int, copies bool) {
	shared := map[int]int{}
	best := 0
	for _, mark := range x.Marks {
		if i, known := s[mark]; known {
			if shared[i]++; shared[i] > best || shared[i] == best && i < article {
				article, best = i, shared[i]
			}
		}
	}
	return article, best > 1 && float64(best) >= leastCopied*float64(len(x.Marks))
}

// add notes the marks that x is the first to have.
func (s sources) add(article int, x *Print) {
	for _, mark := range x.Marks {
		if _, known := s[mark]; !known {
			s[mark] = article
		}
	}
}

// nameFor is the first article, of some by time, whose number names no story and named none in what
// was placed since: that would lead astray. 0 if there is none.
func (s *Stories) nameFor(articles []*Print) int64 {
	for _, x := range articles {
		if _, gone := s.merged[x.Number]; !gone && s.awake[x.Number] == nil {
			return x.Number
		}
	}
	return 0
}

// count takes the number of a story's articles and their times from these, which are by time.
func (st *Story) count(articles []*Print) {
	st.Articles = len(articles)
	if len(articles) > 0 {
		st.From, st.To = articles[0].Time, articles[len(articles)-1].Time
	}
}

// ownWords are the weightiest words of what one story is about and the other is not.
func ownWords(of, other *Story) []uint32 {
	theirs := other.about().text
	own := slices.DeleteFunc(slices.Clone(of.about().text), func(t Term) bool {
		i, there := slices.BinarySearchFunc(theirs, t, byHash)
		return there && theirs[i].Weight > t.Weight/2
	})
	var out []uint32
	for _, t := range heaviest(own, mostShared) {
		out = append(out, t.Hash)
	}
	return out
}
