package cases

import (
	"math"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// count is what a value of a series counts, beyond what all of the series do.
type count struct {
	doc    int
	of     *isnad.Quantity // of a sum the second
	sum    bool
	within isnad.FigureValue // the range that it leaves
	read   bool              // the rest is made out
	beside bool              // it is no count of the whole now: a part of another, more people, or what was counted before
	harmed bool              // people to whom something happened
	kind   string            // of whom or what alone, empty for people at large
	places []string          // named beside it
	terms  []string          // what its clause tells, without its numbers, units and places
	things []string          // those of them with the article
	moved  bool              // its sentence begins with another place
}

// mostExcluding bounds the values of one series that are compared with each other.
const mostExcluding = 300

// exclude marks the values that cannot hold beside each other: disjoint, and of the same people, place and moment.
func (s *story) exclude(values []isnad.FigureValue, counts []count) {
	n := min(len(values), mostExcluding)
	s.loosen(values[:n], counts)
	for i := range n {
		for k := range i {
			a, b := &values[k], &values[i]
			if a.AsOf != b.AsOf || !disjoint(&counts[i].within, &counts[k].within) || oneTeller(a, b) {
				continue
			}
			x, y := s.reading(&counts[k]), s.reading(&counts[i])
			if sameCount(x, y) && !(x.harmed && grew(a, b)) {
				a.Excludes, b.Excludes = append(a.Excludes, i), append(b.Excludes, k)
			}
		}
	}
	for i := range n {
		slices.Sort(values[i].Excludes)
	}
}

// loosen gives a heading's figure the bound that the text below has: «مقتل سبعة» over «سبعة على الأقل قتلوا».
func (s *story) loosen(values []isnad.FigureValue, counts []count) {
	for i := range values {
		v := &values[i]
		if v.Span.End > len(s.articles[counts[i].doc].Article.Title) {
			continue
		}
		for k := range values {
			if w := &values[k]; k != i && w.Article == v.Article && w.Min == v.Min && !w.Max.Set {
				counts[i].within = counts[k].within
			}
		}
	}
}

// oneTeller reports whether one voice gives both in one article: nobody says there that he is wrong himself, so
// they count different things.
func oneTeller(a, b *isnad.FigureValue) bool { return a.Article == b.Article && a.By == b.By }

// tollSettles is how long others may give a lower toll only because it has grown since.
const tollSettles = 24 * time.Hour

// grew reports whether a toll may have risen from one telling to the other: one voice tells more later, or
// another does a day later.
func grew(a, b *isnad.FigureValue) bool {
	at, errA := time.Parse(time.RFC3339, a.Told)
	bt, errB := time.Parse(time.RFC3339, b.Told)
	if errA != nil || errB != nil {
		return false
	}
	if bt.Before(at) {
		a, b, at, bt = b, a, bt, at
	}
	if most(a) > least(b) {
		return false
	}
	return bt.Sub(at) > tollSettles || a.By == b.By && bt.After(at)
}

// sameCount reports whether both count the same people or things, as far as the words beside them tell.
func sameCount(x, y *count) bool {
	switch {
	case x.beside || y.beside || x.kind != y.kind:
		return false
	case len(x.places) > 0 && len(y.places) > 0 || x.moved || y.moved:
		if shared(x.places, y.places) == 0 {
			return false
		}
	}
	switch {
	case x.harmed:
		return true
	case shared(x.things, y.things) < min(len(x.things), len(y.things)):
		return false // سعر السكر، سعر الزيت
	}
	return 3*shared(x.terms, y.terms) >= 2*max(1, min(len(x.terms), len(y.terms)))
}

// shared counts what is in both.
func shared(as, bs []string) (n int) {
	for _, a := range as {
		if slices.Contains(bs, a) {
			n++
		}
	}
	return n
}

// reading makes out what a value counts, once.
func (s *story) reading(c *count) *count {
	if c.read {
		return c
	}
	c.read = true
	q := c.of
	c.harmed = c.sum || s.harmOf(c.doc, q).Sense != nil
	c.beside = !c.sum && s.apart(c.doc, q)
	if !c.sum {
		c.kind = s.r.kind(q, c.harmed)
	}
	s.surroundings(c)
	return c
}

// kind is of whom or what alone a quantity is: «11 جنديا» are no «11 شخصا». Those who are called by what befell
// them, «80 قتيلا», are people at large.
func (r *Reader) kind(q *isnad.Quantity, harmed bool) (kind string) {
	unit := bare(arabic.Fold(q.Unit))
	f := r.synonyms.Of(unit)
	switch {
	case unit == "", harmed && f.Sense != nil && f.Class == lexicon.HarmSense, f.Sense != nil && f.Name == "people", harmed && r.things[unit]:
	case r.singular[unit] != "":
		kind = r.singular[unit]
	default:
		kind = arabic.Stem(unit)
	}
	if q.Of == "" {
		return kind
	}
	return kind + "|" + arabic.Stem(arabic.Fold(q.Of))
}

// apart reports whether a quantity counts what no other telling of the whole does: a part of one before it, others
// than those, some of the dead or hurt who are known already, what was counted before, or what somebody denies.
func (s *story) apart(doc int, q *isnad.Quantity) bool {
	a := s.articles[doc]
	if s.among(doc, q) || s.r.serves(lastWord(part(a.Text, q.Span.Start-bytesBehind, q.Span.Start)), lexicon.CountedOnce) || s.ofThem(doc, q) || s.more(doc, q) {
		return true
	}
	for i := range a.Claims {
		if a.Claims[i].ID == q.Claim && q.Claim != "" {
			return a.Claims[i].Act == isnad.Deny
		}
	}
	return false
}

// ofThem reports whether a quantity is of those who are called by what befell them: «5 من المصابين», «6 مصابين
// غادروا», «بين القتلى ثلاثة», «ثلاثة منهم».
func (s *story) ofThem(doc int, q *isnad.Quantity) bool {
	text, r := s.articles[doc].Text, s.r
	behind := r.words(part(text, q.Span.End, q.Span.End+bytesBehind))
	if r.serves(firstWord(part(text, q.Span.End, q.Span.End+bytesBehind)), lexicon.OutOfThem) {
		return true
	}
	own := r.words(q.Span.In(text))
	if n := len(own); n > 1 && own[n-1].is(lexicon.HarmSense) {
		if own[n-1].definite && !own[n-2].number || len(behind) > 0 && text[q.Span.End] == ' ' && behind[0].doing() {
			return true
		}
	}
	before := r.words(part(text, q.Span.Start-bytesBehind, q.Span.Start))
	n := len(before)
	return n > 1 && before[n-1].is(lexicon.HarmSense) && before[n-1].definite && before[n-2].function&lexicon.Preposition != 0
}

// doing reports whether the word goes on as a verb that tells what those before it did.
func (w *word) doing() bool {
	return w.finite && !w.comma && !w.joined && !w.is(lexicon.HarmSense) && !w.is(lexicon.OutcomeSense)
}

// more reports whether a quantity comes on top of one before it to whom the same happened: «وقتل ثلاثة آخرون».
// «قتل سبعة وأصيب 18 آخرون» has one of each.
func (s *story) more(doc int, q *isnad.Quantity) bool {
	a := s.articles[doc]
	others := s.r.serves(firstWord(part(a.Text, q.Span.End, q.Span.End+bytesBehind)), lexicon.Others)
	for w := range strings.FieldsSeq(q.Span.In(a.Text)) {
		others = others || s.r.serves(w, lexicon.Others)
	}
	if !others {
		return false
	}
	for i := range a.Quantities {
		x := &a.Quantities[i]
		if x.Span.End <= q.Span.Start && q.Span.Start-x.Span.End <= bytesAround && s.harmOf(doc, x).Sense == s.harmOf(doc, q).Sense {
			return true
		}
	}
	return false
}

// among reports whether a quantity is a part of one before it: «ستة قتلى بينهم ثلاثة أطفال» are no three.
func (s *story) among(doc int, q *isnad.Quantity) bool {
	return s.r.serves(lastWord(part(s.articles[doc].Text, q.Span.Start-bytesBehind, q.Span.Start)), lexicon.Among)
}

func (r *Reader) serves(word string, as lexicon.Use) bool {
	return word != "" && r.functions.Serves(arabic.Fold(strings.TrimRight(word, "،.؛,")), as)
}

func lastWord(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexAny(text, " \n")+1:]
}

func firstWord(text string) string {
	text = strings.TrimSpace(text)
	if i := strings.IndexAny(text, " \n"); i >= 0 {
		return text[:i]
	}
	return text
}

// bytesAround is how far the words of a quantity's clause are looked for.
const bytesAround = 160

// surroundings reads the clause of a quantity, in its claim: which places it names and what it tells.
func (s *story) surroundings(c *count) {
	a, q := s.articles[c.doc], c.of
	from, to := s.room(c)
	if place := s.elsewhere(c); place != nil {
		c.moved, c.places = true, append(c.places, place...)
	}
	clause := s.r.words(a.Text[from:q.Span.Start])
	first := len(clause)
	for first > 0 && !(first < len(clause) && clause[first].breaks) && !clause[first-1].number {
		first--
	}
	clause = clause[first:]
	for i := range clause {
		clause[i].start, clause[i].end = clause[i].start+from, clause[i].end+from
	}
	behind := s.r.words(a.Text[q.Span.End:to])
	for i := range behind {
		if w := behind[i]; i > 0 && w.breaks || w.comma || w.number || w.joined {
			break
		}
		w := behind[i]
		w.start, w.end = w.start+q.Span.End, w.end+q.Span.End
		clause = append(clause, w)
	}
	locate(clause, a)
	for i := range clause {
		c.take(&clause[i])
	}
}

// elsewhere is the place that the sentence of a quantity begins with: «وفي صفاقس قالت مصادر إن سبعة أصيبوا».
func (s *story) elsewhere(c *count) (place []string) {
	text, q := s.articles[c.doc].Text, c.of
	start := strings.LastIndexAny(text[:q.Span.Start], "\n.") + 1
	opening := strings.TrimLeft(text[start:q.Span.Start], " ")
	if !strings.HasPrefix(opening, "وفي ") {
		return nil
	}
	at := q.Span.Start - len(opening)
	for _, m := range s.articles[c.doc].Mentions {
		if m.Type == isnad.GPE && m.Span.Start >= at && m.Span.Start <= at+mostOpening && m.Span.End <= q.Span.Start {
			for _, w := range s.r.words(m.Span.In(text)) {
				place = append(place, w.term)
			}
			return place
		}
	}
	return nil
}

// mostOpening is how many bytes of a sentence may stand before the place that it begins with: «وفي مدينة».
const mostOpening = 24

// room is where the clause of a quantity may stand, around it.
func (s *story) room(c *count) (from, to int) {
	a, q := s.articles[c.doc], c.of
	from, _ = cut(a.Text, q.Span.Start-bytesAround, q.Span.Start)
	_, to = cut(a.Text, q.Span.End, q.Span.End+bytesAround)
	from = min(from, q.Span.Start)
	if q.Claim == "" {
		return from, to
	}
	for i := range a.Claims {
		if a.Claims[i].ID != q.Claim {
			continue
		}
		for _, span := range a.Claims[i].Content {
			if span.Start <= q.Span.Start && q.Span.End <= span.End {
				return max(from, span.Start), min(to, span.End)
			}
		}
	}
	return from, to
}

// take keeps what a word tells.
func (c *count) take(w *word) {
	switch {
	case w.place:
		c.places = append(c.places, w.term)
	case w.term != "" && !w.number && !w.is(lexicon.OutcomeSense):
		c.terms = append(c.terms, w.term)
		if w.definite {
			c.things = append(c.things, w.term)
		}
	}
}

// disjoint reports whether no number is in both ranges.
func disjoint(a, b *isnad.FigureValue) bool {
	return least(a) > most(b) || least(b) > most(a)
}

func least(v *isnad.FigureValue) float64 {
	if !v.Min.Set {
		return math.Inf(-1)
	}
	return v.Min.Value
}

func most(v *isnad.FigureValue) float64 {
	if !v.Max.Set {
		return math.Inf(1)
	}
	return v.Max.Value
}
