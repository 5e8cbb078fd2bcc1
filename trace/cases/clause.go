package cases

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// clause is a candidate proposition: a stretch of an article that tells one thing, inside
// one claim or in the article's own voice.
type clause struct {
	doc       int
	claim     int // index in the analysis, or narrated
	span      isnad.Span
	title     bool
	terms     []string // what it is matched by, sorted and unique
	order     []string // the same as they stand
	verbs     []string // those of the terms that tell that something is done or happens
	names     []string // words of the names of persons and bodies in it
	numbers   []string // its numbers, folded
	harms     []string // those of them that are harms
	places    []string // those that name where
	counted   bool     // it holds a number, or a quantifier
	negated   bool
	supposed  bool // the source of its claim takes it for known
	certainty isnad.Certainty
	content   int     // words that carry meaning
	day       float64 // on which its article was published, in days since 1970
	lead      bool    // it stands in the title or close behind it
}

// leadBytes is how far the first sentence of an article may reach.
const leadBytes = 300

// dayOf is a time of publication in days since 1970, 0 where there is none.
func dayOf(published string) float64 {
	t, err := time.Parse(time.DateOnly, published[:min(len(published), len(time.DateOnly))])
	if err != nil {
		return 0
	}
	return float64(t.Unix() / (24 * 60 * 60))
}

// most clauses of one article: what is beyond is not compared.
const mostClauses = 2000

// clauses cuts an article into candidate propositions. A clause ends at a sign that ends
// one, before a conjunction with a new verb or a new happening, before a verb that leads to
// a result, and where a claim begins or ends.
func (r *Reader) clauses(doc int, a *isnad.Analysis) []clause {
	words := r.words(a.Text)
	own(words, a)
	locate(words, a)
	suppose(words, a)
	feel(words, a)
	var out []clause
	for i := 0; i < len(words) && len(out) < mostClauses; {
		if words[i].owner == outside {
			i++
			continue
		}
		end := i + 1
		for end < len(words) && words[end].owner == words[i].owner && (words[i].owner >= 0 || !words[end].breaks) {
			end++
		}
		for _, part := range r.split(words[i:end]) {
			if felt(part) || dateline(part, a) {
				continue
			}
			if c := r.clause(doc, a, part); c.claim >= 0 || c.content >= leastWords {
				out = append(out, c)
			}
		}
		i = end
	}
	return out
}

// A report may begin so many bytes behind its heading, and its dateline have so many words.
const (
	headingGap      = 8
	longestDateline = 6
)

// dateline reports whether the words only say where a report is from, and whose it is: «بيروت – رويترز».
func dateline(words []word, a *isnad.Analysis) bool {
	if len(words) > longestDateline || words[0].owner != narrated || words[0].start > len(a.Article.Title)+headingGap || words[0].start < len(a.Article.Title) {
		return false
	}
	place, sign := false, false
	for i := range words {
		w := &words[i]
		if w.number || w.finite && !w.place || w.is(lexicon.DeedSense) || w.is(lexicon.HarmSense) {
			return false
		}
		place, sign = place || w.place, sign || i > 0 && w.comma
	}
	return place && sign
}

// own gives each word the shortest claim whose content it stands in; the words of cues and
// of sources outside any content belong to nothing.
func own(words []word, a *isnad.Analysis) {
	mark := func(s isnad.Span, owner int) {
		i, _ := slices.BinarySearchFunc(words, s.Start, func(w word, at int) int { return w.start - at })
		for ; i < len(words) && words[i].start < s.End; i++ {
			words[i].owner = owner
		}
	}
	byLength := make([]int, len(a.Claims))
	length := make([]int, len(a.Claims))
	for i := range a.Claims {
		byLength[i] = i
		for _, s := range a.Claims[i].Content {
			length[i] += s.Len()
		}
		mark(a.Claims[i].Cue, outside)
		mark(title(a, &a.Claims[i]), outside)
		for _, l := range a.Claims[i].Sources {
			if !l.Implicit {
				mark(l.Mention, outside)
			}
		}
	}
	slices.SortStableFunc(byLength, func(x, y int) int { return length[y] - length[x] })
	for _, i := range byLength {
		for _, s := range a.Claims[i].Content {
			mark(s, i)
		}
	}
}

// longestTitle is how many bytes may stand between a cue and the name of its source.
const longestTitle = 160

// title is what stands between a cue and the name of its source, and tells who that is: «وقال المتحدث باسم الدفاع
// المدني العقيد فلان إن». In a heading it is all that stands before the colon.
func title(a *isnad.Analysis, c *isnad.Claim) (s isnad.Span) {
	if len(c.Sources) == 0 {
		return s
	}
	last := c.Sources[len(c.Sources)-1]
	if s = (isnad.Span{Start: c.Cue.End, End: last.Mention.Start}); last.Implicit && c.Cue.End <= len(a.Article.Title) && c.Cue.In(a.Text) == ":" {
		s = isnad.Span{Start: 0, End: c.Cue.Start}
	}
	if s.End <= s.Start || s.Len() > longestTitle || strings.ContainsAny(s.In(a.Text), ".:\n\"«؛") {
		return isnad.Span{}
	}
	return s
}

// locate marks the words that name places.
func locate(words []word, a *isnad.Analysis) {
	for _, m := range a.Mentions {
		if m.Type != isnad.GPE && m.Type != isnad.LOC && m.Type != isnad.FAC {
			continue
		}
		i, _ := slices.BinarySearchFunc(words, m.Span.Start, func(w word, at int) int { return w.end - 1 - at })
		for ; i < len(words) && words[i].start < m.Span.End; i++ {
			words[i].place = words[i].term != "" && words[i].sense.Sense == nil
		}
	}
}

// leastWords is how many words with meaning a clause must have to stand alone.
const leastWords = 2

// split cuts a region of one owner at its clause boundaries; pieces that tell too little
// stay with what stands before them, or behind where nothing does.
func (r *Reader) split(words []word) [][]word {
	starts, told, happened := []int{0}, 0, false
	for i := range words {
		w := &words[i]
		if i > starts[len(starts)-1] && told >= leastWords && r.opens(words[i:], happened) && tells(words[i:]) {
			starts, told, happened = append(starts, i), 0, false
		}
		if w.tells() {
			told++
		}
		happened = happened || w.happens() && (w.sense.Finite || w.sense.Verbal) // «القتلى سقطوا» is one
	}
	out := make([][]word, len(starts))
	for n, start := range starts {
		end := len(words)
		if n+1 < len(starts) {
			end = starts[n+1]
		}
		out[n] = words[start:end]
	}
	return out
}

// opens reports whether a clause may begin at the first of the words.
func (r *Reader) opens(words []word, happened bool) bool {
	w := words[0]
	if w.conjunction() && len(words) > 1 { // «و"تقليص المناصب"»
		comma, breaks := w.comma, w.breaks
		words = words[1:]
		w = words[0]
		w.joined, w.comma, w.breaks = true, w.comma || comma, breaks
	}
	switch {
	case w.breaks, w.function&lexicon.ClauseStart != 0, w.is(lexicon.OutcomeSense):
		return true
	case w.joined && (w.finite || w.sense.Verbal && !w.definite):
		return true
	case w.joined && w.comma && w.function&lexicon.VerbalNoun != 0 && !w.definite:
		return true // «، وفتح ملفات الفساد»
	case w.joined && w.comma && (w.function&(lexicon.Auxiliary|lexicon.ThatWord|lexicon.Particle|lexicon.Relative|lexicon.Pointing|lexicon.SpeechNoun) != 0 || w.negator):
		return true
	case w.joined && w.comma && counts(words):
		return true
	case happened && w.happens() && w.sense.Finite:
		return true
	case happened && w.function&lexicon.Governor != 0 && len(words) > 1:
		return words[1].happens() && words[1].sense.Verbal
	}
	return false
}

// conjunction reports whether the word is «و» alone, as it stands before a sign of quotation.
func (w *word) conjunction() bool { return w.joined && w.end-w.start == len("و") }

// counts reports whether the words begin with a number of people to whom something happened:
// «، و15 حالة وفاة».
func counts(words []word) bool {
	number := false
	for i := range words[:min(len(words), 4)] {
		if i > 0 && words[i].joined {
			break // «، وثلاثة عاملين وإصابة تسعة»
		}
		number = number || words[i].number
		if number && words[i].is(lexicon.HarmSense) {
			return true
		}
	}
	return false
}

// tells reports whether what begins here has enough words of its own before the next break.
func tells(words []word) bool {
	told := 0
	for i := range words {
		if i > 0 && words[i].breaks {
			break
		}
		if words[i].tells() {
			if told++; told >= leastWords {
				return true
			}
		}
	}
	return false
}

// tells reports whether the word has a meaning of its own.
func (w *word) tells() bool { return w.term != "" && !w.is(lexicon.OutcomeSense) || w.number }

func (w *word) is(c lexicon.SenseClass) bool { return w.sense.Sense != nil && w.sense.Class == c }

func (w *word) happens() bool { return w.is(lexicon.HarmSense) || w.is(lexicon.DeedSense) }

// clause reads what a piece tells.
func (r *Reader) clause(doc int, a *isnad.Analysis, words []word) clause {
	c := clause{doc: doc, claim: words[0].owner, certainty: isnad.Certain}
	c.span = isnad.Span{Start: words[0].start, End: words[len(words)-1].end}
	c.supposed = words[0].supposed
	c.title = c.span.End <= len(a.Article.Title)
	c.day = dayOf(a.Article.Published)
	c.lead = c.span.Start < len(a.Article.Title)+leadBytes
	if c.claim >= 0 {
		c.certainty = a.Claims[c.claim].Certainty
	}
	c.names, c.numbers = namesIn(a, c.span), numbersIn(a, words)
	happened := false
	for i := range words {
		w := &words[i]
		if w.happens() && !happened {
			happened = true
			c.negated = i > 0 && words[i-1].negator || i > 1 && words[i-2].negator
		}
		c.counted = c.counted || w.number || w.function&lexicon.Quantifier != 0
		switch {
		case w.function&lexicon.PossibleWord != 0 && c.certainty == isnad.Certain && !r.functions.Serves(w.term, lexicon.Perhaps):
			c.certainty = isnad.Possible
		case w.function&lexicon.ProbableWord != 0 && c.certainty == isnad.Certain:
			c.certainty = isnad.Probable
		}
		if w.term == "" || w.is(lexicon.OutcomeSense) {
			continue
		}
		c.content++
		c.order = append(c.order, w.term)
		if w.happens() || w.finite || w.sense.Verbal {
			c.verbs = append(c.verbs, w.term)
		}
		if w.place {
			c.places = append(c.places, w.term)
		}
		if w.is(lexicon.HarmSense) {
			c.harms = append(c.harms, w.term)
		}
	}
	if len(c.harms) > 0 && len(c.numbers) > 0 {
		c.content++ // «وإصابة تسعة» tells enough
	}
	c.terms = slices.Clone(c.order)
	for _, list := range []*[]string{&c.terms, &c.harms, &c.places} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return c
}

// numbersIn are the numbers in a piece: of quantities what they come to, so that «خمسة عشر» is «15»,
// and others as they are written.
func numbersIn(a *isnad.Analysis, words []word) (out []string) {
	end := words[len(words)-1].end
	k, _ := slices.BinarySearchFunc(a.Quantities, words[0].start, func(q isnad.Quantity, at int) int { return q.Span.Start - at })
	for i := 0; i < len(words); {
		if k < len(a.Quantities) && a.Quantities[k].Span.Start < end && a.Quantities[k].Span.End > words[i].start && a.Quantities[k].Span.Start < words[i].end {
			q := &a.Quantities[k]
			written := q.Span.In(a.Text)
			switch {
			case !q.Max.Set && !strings.ContainsFunc(written, unicode.IsDigit): // عشرات are no ten
				out = append(out, arabic.Fold(written))
			case q.Min.Set || q.Max.Set:
				out = append(out, strconv.FormatFloat(cmp.Or(q.Min.Value, q.Max.Value), 'g', -1, 64))
			}
			for i < len(words) && words[i].start < q.Span.End {
				i++
			}
			k++
			continue
		}
		if k < len(a.Quantities) && a.Quantities[k].Span.End <= words[i].start {
			k++
			continue
		}
		if words[i].number {
			out = append(out, arabic.Fold(a.Text[words[i].start:words[i].end]))
		}
		i++
	}
	return out
}

// namesIn are the folded words of the full names of the persons and bodies in a stretch.
func namesIn(a *isnad.Analysis, span isnad.Span) (out []string) {
	i, _ := slices.BinarySearchFunc(a.Mentions, span.Start, func(m isnad.Mention, at int) int { return m.Span.Start - at })
	for ; i < len(a.Mentions) && a.Mentions[i].Span.Start < span.End; i++ {
		m := &a.Mentions[i]
		if m.Span.End > span.End || m.Type != isnad.PER && m.Type != isnad.ORG || m.Form == "pronoun" {
			continue
		}
		for _, w := range strings.Fields(arabic.Fold(name(a, *m))) {
			out = append(out, bare(w))
		}
	}
	return out
}
