package group

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// grownOf is a story of these articles, all of which stand for it, and the frequencies with them.
func grownOf(articles []*Print) (*Story, *Frequencies) {
	f := NewFrequencies()
	f.articles = 20000 // without any of these words
	for _, p := range articles {
		f.add(p)
	}
	st := &Story{First: articles[0].Number}
	for _, p := range articles {
		st.Members = append(st.Members, f.member(p))
	}
	st.count(articles)
	return st, f
}

// goOn places one more article in a story of the archive.
func goOn(t *testing.T, st *Story, f *Frequencies, before []*Print, next *Print) (*Stories, Placed) {
	t.Helper()
	s := NewStories(f, []*Story{st})
	placed, err := s.Batch([]*Print{next}, [][]uint32{nil}, Earlier{Of: func(names []int64) ([]*Print, error) {
		if !slices.Contains(names, st.First) {
			t.Errorf("asked for the articles of %v", names)
		}
		return before, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	return s, placed
}

// A story that has come to tell two things parts; the one with its first article keeps the name, and
// the other has that of its own first article.
func TestAStoryParts(t *testing.T) {
	one, other := happening(61, 1, 9, day), happening(62, 21, 8, day.Add(time.Minute))
	all := slices.Concat(one[:1], other, one[1:])
	st, f := grownOf(all)
	next := happening(62, 21, 9, day.Add(time.Minute))[8]
	s, placed := goOn(t, st, f, all, next)
	if len(placed.Parted) != 1 || placed.Stories[0] != 21 {
		t.Fatalf("%+v", placed)
	}
	p := placed.Parted[0]
	slices.Sort(p.Moved)
	if p.From != 1 || p.New != 21 || !slices.Equal(p.Moved, []int64{21, 22, 23, 24, 25, 26, 27, 28}) {
		t.Errorf("%+v", p)
	}
	if len(p.Words) != mostShared || len(p.Stayed) != mostShared || slices.ContainsFunc(p.Words, func(w uint32) bool { return slices.Contains(p.Stayed, w) }) {
		t.Errorf("one is about %v, the other about %v", p.Words, p.Stayed)
	}
	for _, c := range []struct {
		first    int64
		articles int
	}{{1, 9}, {21, 9}} {
		if st := s.awake[c.first]; st == nil || st.Articles != c.articles || st.From.After(day.Add(time.Hour)) {
			t.Errorf("story %d: %+v", c.first, st)
		}
	}
	if other := s.nearest(s.awake[21]); other != nil {
		t.Errorf("what parted is one again with %d", other.First)
	}
}

// Aspects of one happening have it in common, and a few articles that are like no others part nothing.
func TestWhatDoesNotPart(t *testing.T) {
	common := words(63, 12)
	aspect := func(seed uint64, first int64) (out []*Print) {
		for i := range int64(9) {
			p, _ := printOf(first+i, day.Add(time.Duration(i)*time.Hour), common, common+" "+words(seed, 20)+" "+words(seed*100+uint64(i), 20))
			out = append(out, p)
		}
		return out
	}
	strange := happening(66, 41, leastPart-1, day)
	for _, c := range []struct {
		name string
		all  []*Print
	}{
		{"two aspects", slices.Concat(aspect(64, 1), aspect(65, 21))},
		{"a few strangers", slices.Concat(happening(67, 1, 16, day), strange)},
		{"a small story", slices.Concat(happening(68, 1, 6, day), happening(69, 21, 6, day))},
	} {
		st, f := grownOf(c.all)
		next, _ := printOf(99, day.Add(10*time.Hour), "", strings.Repeat(words(70, 5)+" ", 3))
		s := NewStories(f, []*Story{st})
		s.changed[st.First] = true
		placed, err := s.Batch([]*Print{next}, [][]uint32{nil}, Earlier{Of: func([]int64) ([]*Print, error) { return c.all, nil }})
		if err != nil || len(placed.Parted) != 0 {
			t.Errorf("%s: %+v, %v", c.name, placed.Parted, err)
		}
	}
}

// A copy goes where the text goes that it is of, also where words were added.
func TestCopiesStayTogether(t *testing.T) {
	texts := sources{}
	for i, body := range []string{words(71, 80), words(72, 80)} {
		p, _ := printOf(int64(i+1), day, "", body)
		texts.add(i, p)
	}
	for _, c := range []struct {
		name   string
		body   string
		of     int
		copies bool
	}{
		{"the same text", words(72, 80), 1, true},
		{"with much before it", words(73, 40) + " " + words(71, 80), 0, true},
		{"a sentence of it in another text", words(74, 150) + " " + strings.Join(strings.Fields(words(72, 80))[:12], " "), 1, false},
		{"another text", words(75, 80), 0, false},
	} {
		p, _ := printOf(9, day, "", c.body)
		if of, copies := texts.of(p); copies != c.copies || copies && of != c.of {
			t.Errorf("%s: of %d, %v", c.name, of, copies)
		}
	}
}
