package cases

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// harm is what befalls those whom a quantity counts, without a sense where it counts no such.
type harm struct{ *lexicon.Sense }

// key is that of a series of figures.
func (h harm) key() string { return "harm " + h.Name }

// noun is what those are called: قتلى.
func (h harm) noun() string { return h.Noun }

// How far from a quantity the word stands that says what befell those whom it counts.
const (
	wordsBefore = 6
	wordsBehind = 3
	bytesBefore = 90
	bytesBehind = 60
)

// harmOf finds what befell those whom a quantity counts: in its unit, «80 قتيلا», or, where that
// is people, in the words close to it, «إصابة تسعة آخرين»، «17 شخصا استشهدوا».
func (s *story) harmOf(doc int, q *isnad.Quantity) harm {
	r := s.r
	if f := r.synonyms.Of(bare(arabic.Fold(q.Unit))); f.Sense != nil && f.Class == lexicon.HarmSense && !strings.Contains(arabic.Fold(q.Span.In(s.articles[doc].Text)), "اخر") {
		return harm{f.Sense}
	}
	text := s.articles[doc].Text
	if r.things[bare(arabic.Fold(q.Unit))] {
		if behind := r.words(part(text, q.Span.End, q.Span.End+bytesBehind)); len(behind) > 0 && behind[0].is(lexicon.HarmSense) && !behind[0].joined {
			return harm{behind[0].sense.Sense} // حالة وفاة
		}
		return harm{}
	}
	before := r.words(part(text, q.Span.Start-bytesBefore, q.Span.Start))
	for i := len(before) - 1; i >= max(0, len(before)-wordsBefore); i-- {
		w := &before[i]
		if w.is(lexicon.HarmSense) {
			return harm{w.sense.Sense}
		}
		if w.breaks || w.number || w.is(lexicon.DeedSense) {
			break
		}
	}
	behind := r.words(part(text, q.Span.End, q.Span.End+bytesBehind))
	for i := range behind[:min(len(behind), wordsBehind)] {
		w := &behind[i]
		if i > 0 && w.breaks || w.joined || w.number || w.is(lexicon.DeedSense) {
			break
		}
		if w.is(lexicon.HarmSense) {
			return harm{w.sense.Sense}
		}
	}
	return harm{}
}

// part is a stretch of a text, cut to what there is and to whole words.
func part(text string, start, end int) string {
	start, end = cut(text, start, end)
	return text[start:end]
}

// cut takes the ends of a stretch to what there is of a text and to whole words.
func cut(text string, start, end int) (from, to int) {
	if start <= 0 {
		start = 0
	} else if i := strings.IndexAny(text[start:], " \n"); i >= 0 {
		start += i
	}
	if end >= len(text) {
		end = len(text)
	} else if i := strings.LastIndexAny(text[:end], " \n"); i >= start {
		end = i
	}
	return start, max(start, end)
}

// total is a sum of two quantities.
type total struct {
	isnad.FigureValue
	of harm
}

// mostBetween is how many bytes may stand between what is added up.
const mostBetween = 80

// sum adds up two quantities of an article that stand beside each other and count people to whom
// the same happened: «استشهاد عشرة من منسوبي القوات إضافة إلى ثلاثة من العاملين».
func (s *story) sum(doc, i, k int) (total, bool) {
	a := s.articles[doc]
	x, y := &a.Quantities[i], &a.Quantities[k]
	if x.Claim != y.Claim || y.Span.Start < x.Span.End || y.Span.Start-x.Span.End > mostBetween || !x.Min.Set || !y.Min.Set {
		return total{}, false
	}
	between := a.Text[x.Span.End:y.Span.Start]
	if strings.ContainsAny(between, ".؛:\n(") || !s.r.adds(between) {
		return total{}, false
	}
	of, other := s.harmOf(doc, x), s.harmOf(doc, y)
	if of.Sense == nil || other.Sense != nil && other.Sense != of.Sense || other.Sense == nil && s.r.things[bare(arabic.Fold(y.Unit))] {
		return total{}, false
	}
	t := total{of: of}
	t.Min = isnad.Bound{Value: x.Min.Value + y.Min.Value, Set: true}
	if x.Max.Set && y.Max.Set {
		t.Max = isnad.Bound{Value: x.Max.Value + y.Max.Value, Set: true}
	}
	t.Span = isnad.Span{Start: x.Span.Start, End: y.Span.End}
	return t, true
}

// adds reports whether the words between two quantities add the second to the first: «إضافة
// إلى», or «و» before the number itself.
func (r *Reader) adds(between string) bool {
	words := r.words(between)
	if slices.ContainsFunc(words, func(w word) bool { return w.is(lexicon.HarmSense) || w.is(lexicon.DeedSense) }) {
		return false
	}
	return strings.HasSuffix(between, "و") || slices.ContainsFunc(words, func(w word) bool { return w.adding })
}
