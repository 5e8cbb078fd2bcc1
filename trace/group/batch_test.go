package group

import (
	"strings"
	"testing"
	"time"

	"isnad"
)

// placedTogether places articles as one batch.
func placedTogether(t *testing.T, articles ...placedArticle) Placed {
	t.Helper()
	var prints []*Print
	var hashes [][]uint32
	for i, a := range articles {
		p, w := printOf(int64(i+1), day.Add(a.after), "", a.text)
		prints, hashes = append(prints, p), append(hashes, w)
	}
	placed, err := NewStories(NewFrequencies(), nil).Batch(prints, hashes, Earlier{})
	if err != nil {
		t.Fatal(err)
	}
	return placed
}

type placedArticle struct {
	after time.Duration
	text  string
}

// A report of the sixth flight has much of that of the fifth, which another week told of, and more
// of another report of the sixth.
func TestACopyGoesWhereItSharesMost(t *testing.T) {
	said, fifth, sixth := words(21, 100), words(22, 100), words(23, 100)
	week := 7 * 24 * time.Hour
	placed := placedTogether(t,
		placedArticle{0, fifth + " " + said},
		placedArticle{week, said + " " + sixth},
		placedArticle{week + time.Hour, said + " " + sixth + " " + strings.Join(strings.Fields(fifth)[:60], " ")},
	)
	if s := placed.Stories; s[0] == s[1] || s[2] != s[1] {
		t.Errorf("stories %v", s)
	}
	if len(placed.Apart) != 1 || placed.Apart[0].First != 1 || placed.Apart[0].Then != 3 || placed.Apart[0].Kind != isnad.WholeCopy {
		t.Errorf("apart: %+v", placed.Apart)
	}
}

// A text that comes again after its story has ended is told of as a copy; a passage is not.
func TestCopiesOfAnotherWeek(t *testing.T) {
	text, month := words(24, 200), 30*24*time.Hour
	passage := strings.Join(strings.Fields(text)[:40], " ")
	for _, c := range []struct {
		name  string
		later placedArticle
		apart int
	}{
		{"the whole text", placedArticle{month, text + " " + words(25, 10)}, 1},
		{"a passage, a month later", placedArticle{month, words(26, 300) + " " + passage}, 0},
		{"a passage, the next day, in other news", placedArticle{24 * time.Hour, words(27, 800) + " " + passage}, 1},
	} {
		placed := placedTogether(t, placedArticle{0, text}, c.later)
		together := placed.Stories[0] == placed.Stories[1]
		if n := len(placed.Apart); n != c.apart && !together {
			t.Errorf("%s: stories %v, %d pairs apart, want %d", c.name, placed.Stories, n, c.apart)
		}
	}
}

// A passage that was just told counts half of what makes an article part of a story: so one that tells the rest in
// other words is part of it, one that has nothing else in common is not, nor one of days later.
func TestPassagesCountForAStory(t *testing.T) {
	passage := words(71, 30)
	told := passage + " " + words(72, 20)
	near := words(73, 28) + " " + passage
	for _, c := range []struct {
		name     string
		after    time.Duration
		text     string
		together bool
	}{
		{"more in common", time.Hour, near, true},
		{"days later", 3 * 24 * time.Hour, near, false},
		{"nothing else", time.Hour, words(74, 900) + " " + passage, false},
	} {
		placed := placedTogether(t, placedArticle{0, told}, placedArticle{c.after, c.text})
		if got := placed.Stories[0] == placed.Stories[1]; got != c.together {
			t.Errorf("%s: stories %v, apart %+v", c.name, placed.Stories, placed.Apart)
		}
	}
}

func TestWhatRecurs(t *testing.T) {
	daily, told, many := words(31, 60), words(32, 60), words(33, 60)
	var prints []*Print
	add := func(at time.Time, text string) *Print {
		p, _ := printOf(int64(len(prints)+1), at, "", text)
		prints = append(prints, p)
		return p
	}
	for i := range uint64(RecurDays) {
		add(day.Add(time.Duration(i)*3*24*time.Hour), daily+" "+words(40+i, 30)) // over nine days
		add(day.Add(time.Duration(i)*24*time.Hour), told+" "+words(50+i, 30))    // over three
	}
	for range RecurTimes {
		add(day, many)
	}
	recur := Recurring(prints)
	for _, c := range []struct {
		text string
		want bool
	}{{daily, true}, {told, false}, {many, true}, {words(34, 60), false}} {
		p, _ := printOf(0, day, "", c.text)
		inner := p.Marks // those that lie at the ends of the text may be of what stands beside it
		if n := len(recur(inner)); c.want && n < len(inner)/2 || !c.want && n > 0 {
			t.Errorf("%d of %d marks recur, want %v", n, len(inner), c.want)
		}
	}
}
