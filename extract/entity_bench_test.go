package extract

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"isnad"
)

// manyNames is text of size bytes in which every sentence names another person by a
// short name and a full one, of few families.
func manyNames(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "زار الوزير سامي %c%c%c الطاهر تونس وقال الطاهر إن الجيش التونسي قصف موسكو.\n", 'ا'+rune(i%20)+7, 'ا'+rune(i/20%20)+7, 'ا'+rune(i/400%20)+7)
	}
	return b.String()
}

// What names cost grows with the text, however many share a word.
func TestCoreferenceIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	r := newReader(t)
	cost := func(size int) time.Duration {
		a := &isnad.Article{Body: manyNames(size)}
		d := r.newDoc(a)
		best := time.Hour
		for range 3 {
			start := time.Now()
			r.mentions(d)
			best = min(best, time.Since(start))
		}
		return best
	}
	short, long := cost(100_000), cost(800_000)
	if long > 24*short {
		t.Errorf("8 times the text takes %v where once took %v", long, short)
	}
}

// What events cost grows with the text, in many sentences and in one.
func TestEventsAreLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	r := newReader(t)
	for _, c := range []struct{ name, again string }{
		{"sentences", "وقال سامي الطاهر إن الجيش التونسي هاجم روسيا يوم 5 مايو في موسكو.\n"},
		{"one sentence", "هاجم الجيش التونسي موسكو يوم 5 مايو والتقى سامي الطاهر "},
		{"names", "روسيا وفرنسا و"},
		{"in one claim", "هاجم الجيش التونسي روسيا، "},
	} {
		cost := func(size int) time.Duration {
			a := &isnad.Article{Body: "قال سامي الطاهر إن " + strings.Repeat(c.again, size/len(c.again))}
			d := r.newDoc(a)
			claims := r.claims(d)
			_, times := r.figures.read(d)
			mentions, entities := r.mentions(d)
			best := time.Hour
			for range 3 {
				start := time.Now()
				r.happened.events(d, claims, mentions, entities, times)
				best = min(best, time.Since(start))
			}
			return best
		}
		short, long := cost(50_000), cost(400_000)
		if long > 24*short {
			t.Errorf("%s: 8 times the text takes %v where once took %v", c.name, long, short)
		}
	}
}

func BenchmarkMentions(b *testing.B) {
	r := newReader(b)
	d := r.newDoc(&isnad.Article{Body: exampleText(b)})
	b.SetBytes(int64(len(d.text)))
	b.ReportAllocs()
	for b.Loop() {
		r.mentions(d)
	}
}
