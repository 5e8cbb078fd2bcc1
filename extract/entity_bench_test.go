package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

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

// BenchmarkManyNames shows that what names cost grows with the text, however many share a
// word: ns/op of the sizes compare as the sizes do.
func BenchmarkManyNames(b *testing.B) {
	r := newReader(b)
	for _, size := range []int{100_000, 800_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			d := r.newDoc(&isnad.Article{Body: manyNames(size)})
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				r.mentions(d)
			}
		})
	}
}

// eventTexts is what is repeated to see what events cost in many sentences and in one.
var eventTexts = []struct{ name, again string }{
	{"sentences", "وقال سامي الطاهر إن الجيش التونسي هاجم روسيا يوم 5 مايو في موسكو.\n"},
	{"one-sentence", "هاجم الجيش التونسي موسكو يوم 5 مايو والتقى سامي الطاهر "},
	{"names", "روسيا وفرنسا و"},
	{"in-one-claim", "هاجم الجيش التونسي روسيا، "},
}

// BenchmarkManyEvents shows that what events cost grows with the text.
func BenchmarkManyEvents(b *testing.B) {
	r := newReader(b)
	for _, c := range eventTexts {
		for _, size := range []int{50_000, 400_000} {
			b.Run(fmt.Sprint(c.name, "/", size), func(b *testing.B) {
				d := r.newDoc(&isnad.Article{Body: "قال سامي الطاهر إن " + strings.Repeat(c.again, size/len(c.again))})
				claims := r.claims(d)
				_, times := r.figures.read(d)
				mentions, entities := r.mentions(d)
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					r.happened.events(d, &isnad.Analysis{Claims: claims, Mentions: slices.Clone(mentions), Entities: slices.Clone(entities), Times: times})
				}
			})
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
