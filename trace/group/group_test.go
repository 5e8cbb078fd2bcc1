package group

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"isnad"
)

var day = time.Date(2026, 3, 1, 8, 0, 0, 0, time.UTC)

// words makes n invented words that follow from a seed, so that two seeds share none.
func words(seed uint64, n int) string {
	r := rand.New(rand.NewPCG(seed, seed))
	letters := []rune("بتثجحخدذرزسشصضطظعغفقكلمنهوي")
	out := make([]string, n)
	for i := range out {
		word := make([]rune, 5+r.IntN(3))
		for k := range word {
			word[k] = letters[r.IntN(len(letters))]
		}
		out[i] = string(word)
	}
	return strings.Join(out, " ")
}

func printOf(number int64, at time.Time, title, body string) (*Print, []uint32) {
	p, w := NewPrinter().Print(number, at, &isnad.Article{Title: title, Body: body, Outlet: fmt.Sprint("صحيفة ", number)})
	return p, w.Hashes
}

func TestJudgeOfOverlap(t *testing.T) {
	text := words(1, 200)
	half := strings.Fields(text)
	cases := []struct {
		name, a, b string
		kind       isnad.CopyKind
	}{
		{"the same", text, text, isnad.WholeCopy},
		{"other spelling", strings.ReplaceAll(text, "ي", "ى"), text, isnad.WholeCopy},
		{"a lead added", text, words(2, 40) + " " + text, isnad.WholeCopy},
		{"the end cut", text, strings.Join(half[:140], " "), isnad.WholeCopy},
		{"a paragraph in a report", text, words(3, 300) + " " + strings.Join(half[20:60], " ") + " " + words(4, 300), isnad.PassagesCopy},
		{"a phrase", text, words(5, 200) + " " + strings.Join(half[20:30], " "), ""},
		{"nothing", text, words(6, 200), ""},
	}
	for _, c := range cases {
		_, a := printOf(1, day, "", c.a)
		_, b := printOf(2, day, "", c.b)
		if kind, _ := Judge(Measure(a, b), false); kind != c.kind {
			t.Errorf("%s: %q, want %q: %+v", c.name, kind, c.kind, Measure(a, b))
		}
	}
}

// What two articles share of Reach words in a row gives them a common mark.
func TestMarksAreShared(t *testing.T) {
	shared := words(7, Reach)
	for i := range uint64(50) {
		a, _ := printOf(1, day, "", words(100+i, int(i))+" "+shared+" "+words(200+i, 30))
		b, _ := printOf(2, day, "", words(300+i, 2*int(i))+" "+shared+" "+words(400+i, 50))
		found := Candidates([]*Print{a, b}, nil)
		if len(found) != 1 || found[0].First != 1 || found[0].Then != 2 {
			t.Fatalf("%d: %v", i, found)
		}
	}
}

// A million copies of one text must not be a million times a million pairs.
func TestManyCopiesOfOneText(t *testing.T) {
	const copies = 3000
	p, _ := printOf(1, day, "عنوان", words(8, 100))
	var prints []*Print
	for i := range copies {
		c := *p
		c.Number = int64(i + 1)
		prints = append(prints, &c)
	}
	if n := len(Candidates(prints, nil)); n > copies*mostHolders {
		t.Fatalf("%d pairs of %d copies", n, copies)
	}
	s := NewStories(NewFrequencies(), nil)
	for _, c := range prints {
		if story := s.Place(c, []int64{1}, nil); story != 1 {
			t.Fatalf("article %d is in story %d", c.Number, story)
		}
	}
}

// happening makes articles that tell one thing in other words.
func happening(seed uint64, first int64, n int, at time.Time) []*Print {
	names := strings.Fields(words(seed, 12))
	var out []*Print
	for i := range n {
		r := rand.New(rand.NewPCG(seed, uint64(i)))
		r.Shuffle(len(names), func(a, b int) { names[a], names[b] = names[b], names[a] })
		body := strings.Join(names[:9], " ") + "\n" + words(seed*1000+uint64(i), 20) + " " + strings.Join(names[3:], " ")
		p, _ := printOf(first+int64(i), at.Add(time.Duration(i)*time.Hour), strings.Join(names[:4], " "), body)
		out = append(out, p)
	}
	return out
}

func TestStoriesAreToldApart(t *testing.T) {
	all := slices.Concat(happening(11, 1, 6, day), happening(12, 11, 6, day), happening(11, 21, 3, day.Add(20*24*time.Hour)))
	slices.SortFunc(all, func(a, b *Print) int { return a.Time.Compare(b.Time) })
	f := NewFrequencies()
	for i := range uint64(200) {
		p, _ := printOf(0, day, "", words(5000+i, 30))
		f.add(p)
	}
	s := NewStories(f, nil)
	for _, p := range all {
		s.Place(p, nil, nil)
	}
	s.Settle(true)
	if len(s.awake) != 3 {
		t.Fatalf("%d stories", len(s.awake))
	}
	for _, st := range s.Changed() {
		if want := map[int64]int{1: 6, 11: 6, 21: 3}[st.First]; st.Articles != want {
			t.Errorf("story %d has %d articles, want %d", st.First, st.Articles, want)
		}
	}
}

func TestArticlesWithoutWordsOrTime(t *testing.T) {
	s := NewStories(NewFrequencies(), nil)
	for i := range int64(3) {
		p, w := printOf(i+1, time.Time{}, "", "…")
		if len(p.Marks) != 0 || len(w) != 0 {
			t.Fatalf("marks %v of words %v", p.Marks, w)
		}
		if story := s.Place(p, nil, nil); story != i+1 {
			t.Errorf("article %d is in story %d", i+1, story)
		}
	}
}

func TestFrequenciesAreReadBack(t *testing.T) {
	f := NewFrequencies()
	p, _ := printOf(1, day, "عنوان", words(9, 50))
	f.add(p)
	again, err := ReadFrequencies(f.Bytes())
	if err != nil || again.articles != 1 || !slices.Equal(again.counts, f.counts) {
		t.Fatalf("%v: %d articles", err, again.articles)
	}
	if _, err := ReadFrequencies([]byte("foreign")); err == nil {
		t.Fatal("foreign bytes are taken")
	}
}
