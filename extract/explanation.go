package extract

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// loadExplanations compiles the list of the words that explain.
func loadExplanations() (*lexicon.Explanations, error) {
	l, err := lexicon.LoadExplanations()
	if err != nil {
		return nil, fmt.Errorf("load words that explain: %w", err)
	}
	return l, nil
}

// explanations reads why, what for and what it means: first by the narrator, where nobody
// else speaks, then by the claims that say it, each in the order of the text. d.fn must be
// filled in; deeds are the triggers of what is told, whether it is kept as an event or not.
func (r *Reader) explanations(d *doc, deeds []deed, a *isnad.Analysis) []isnad.Explanation {
	claims := a.Claims
	slices.SortStableFunc(deeds, func(a, b deed) int { return a.Start - b.Start })
	x := &explainer{l: r.explained, r: r, d: d, events: byTrigger(a.Events), deeds: deeds}
	x.markSaid(claims)
	x.markNames(a.Mentions)
	for n := range d.sents {
		x.sentence(n)
	}
	for i := range claims {
		claims[i].Purpose = claims[i].Purpose || x.aims(&claims[i])
		if claims[i].Purpose {
			x.claim(&claims[i])
		}
	}
	return x.out
}

// explainer reads explanations sentence by sentence.
type explainer struct {
	l      *lexicon.Explanations
	r      *Reader
	d      *doc
	said   []bool         // by token: cue or content of a claim
	name   []bool         // by token: a name
	events []*isnad.Event // in the order of their triggers
	deeds  []deed         // in the order of the text
	lo, hi int            // the sentence
	out    []isnad.Explanation
}

// byTrigger gives the events in the order of the text.
func byTrigger(events []isnad.Event) []*isnad.Event {
	list := make([]*isnad.Event, len(events))
	for i := range events {
		list[i] = &events[i]
	}
	slices.SortStableFunc(list, func(a, b *isnad.Event) int { return a.Trigger.Start - b.Trigger.Start })
	return list
}

// markSaid marks the tokens that somebody else says, and the words that tell so. Contents
// may lie in one another, but not so deep that the text is read more than a few times.
func (x *explainer) markSaid(claims []isnad.Claim) {
	d := x.d
	d.depth = zeroed(d.depth, len(d.toks)+1)
	open := d.depth
	mark := func(s isnad.Span) {
		first := sort.Search(len(d.toks), func(i int) bool { return d.toks[i].End > s.Start })
		end := sort.Search(len(d.toks), func(i int) bool { return d.toks[i].Start >= s.End })
		if first < end {
			open[first]++
			open[end]--
		}
	}
	for i := range claims {
		mark(claims[i].Cue)
		for _, s := range claims[i].Content {
			mark(s)
		}
	}
	d.said = room(d.said, len(d.toks))
	x.said = d.said
	depth := int32(0)
	for i := range x.said {
		depth += open[i]
		x.said[i] = depth > 0
	}
}

// markNames marks the words of names: «المؤسسة العامة للتدريب» has no aim.
func (x *explainer) markNames(mentions []isnad.Mention) {
	x.d.inName = zeroed(x.d.inName, len(x.d.toks))
	x.name = x.d.inName
	for _, m := range mentions {
		if m.Form != "named" {
			continue
		}
		i := sort.Search(len(x.d.toks), func(i int) bool { return x.d.toks[i].Start >= m.Span.Start })
		for ; i < len(x.d.toks) && x.d.toks[i].Start < m.Span.End; i++ {
			x.name[i] = true
		}
	}
}

// sentence reads the narrator's explanations of sentence n. What explains is read once: an
// aim inside a cause belongs to it.
func (x *explainer) sentence(n int) {
	s := x.d.sents[n]
	x.lo, x.hi = s.First, s.End
	for i := x.lo; i < x.hi; i++ {
		if x.said[i] || x.name[i] || x.d.quoteOf[i] >= 0 || x.d.toks[i].Kind != wordKind {
			continue
		}
		if found, end, ok := x.at(i); ok {
			x.out = append(x.out, found)
			i = max(i, end-1)
		}
	}
}

// at reads the explanation that begins, or is announced, at token i, and gives where it ends.
func (x *explainer) at(i int) (found isnad.Explanation, end int, ok bool) {
	opening, ok := x.opening(i)
	if !ok {
		return found, 0, false
	}
	end = x.end(opening.from)
	if !x.says(opening.behind, end) {
		return found, 0, false
	}
	span := x.d.span(opening.from, end)
	span.Start = behind(x.d.text, x.d.toks[opening.from], opening.clitic)
	first, last := x.explained(i, end)
	if opening.Class&lexicon.CauseOpens != 0 && x.anyOf(first, last, lexicon.Casualty) {
		return found, 0, false
	}
	if opening.Class&lexicon.SignBefore != 0 && i > x.lo && x.wordsIn(first, last) < 2 {
		return found, 0, false // «في إشارة إلى» behind a quotation says who is meant
	}
	found = isnad.Explanation{Content: []isnad.Span{span}, Rule: opening.Rule()}
	if first < last {
		found.Explains = x.d.span(first, last)
		found.Explains.Start = behind(x.d.text, x.d.toks[first], x.conjunction(first))
		found.Event = x.eventIn(found.Explains, last <= i)
		if found.Event == "" {
			found.Event = x.eventOf(found.Explains)
		}
	}
	return found, end, true
}

// opening is what opens or announces an explanation. Its content begins with token from,
// behind a number of letters that are clitics; what is said begins with token behind.
type opening struct {
	*lexicon.ExplanationRow
	from, clitic, behind int
}

// opening finds what opens or announces an explanation at token i.
func (x *explainer) opening(i int) (o opening, ok bool) {
	if row := x.aimBehindLam(i); row != nil {
		behind := i + 1
		if x.l.HasPronoun(x.d.toks[i].Norm) {
			behind = i
		}
		return opening{row, i, 0, behind}, true
	}
	if !x.d.mayHave(i, inOpeners) {
		return o, false
	}
	m, ok := x.l.Openers.At(x.d.toks[:x.hi], i)
	if !ok || m.Cut > 1 || m.Cut == 1 && x.conjunction(i) == 0 || i+m.Words >= x.hi || i > x.lo && x.d.serves(i-1, lexicon.NotBecause) {
		return o, false
	}
	from, clitic := i+m.Words, 0
	if letter := m.Value.Clitic; letter != "" {
		if !strings.HasPrefix(x.d.toks[from].Norm, letter) {
			return o, false
		}
		clitic = 1
	}
	row := m.Value.ExplanationRow
	switch {
	case row.Class&opensContent != 0:
		return opening{row, i, m.Cut, from}, x.opens(row, i, from)
	case row.Class&lexicon.Within != 0 && !x.anyOf(max(x.lo, i-maxComes), i, lexicon.Comes),
		row.Class&lexicon.Supports != 0 && !x.anyOf(max(x.lo, i-maxMarket), i, lexicon.Market),
		row.Class&lexicon.Shows != 0 && !x.pointsBack(i):
		return o, false
	}
	if x.d.fn[from]&lexicon.ThatWord != 0 && from+1 < x.hi {
		from, clitic = from+1, 0
	}
	return opening{row, from, clitic, from}, true
}

// says: the tokens [first, end) have a word that says something, beside أن.
func (x *explainer) says(first, end int) bool {
	for i := first; i < end; i++ {
		if x.d.toks[i].Kind != punctKind && x.d.fn[i]&lexicon.ThatWord == 0 {
			return true
		}
	}
	return false
}

// opensContent is the classes whose words belong to what explains.
const opensContent = lexicon.AimOpens | lexicon.AimBefore | lexicon.SoThat | lexicon.CauseOpens

// opens reports whether the words [i, from) open an explanation, by what follows them:
// «بهدف حماية» but not «فاز بهدف لاعبه», «كي يصل» but not «كي سونغ», «ردا على الحملة» but
// not «ردا على سؤال», and something that is named: not «نتيجة لذلك».
func (x *explainer) opens(row *lexicon.ExplanationRow, i, from int) bool {
	next := x.d.toks[from].Norm
	switch {
	case x.d.serves(from, lexicon.PointsOnly) && (from+1 >= x.hi || x.d.toks[from+1].Kind == punctKind || x.d.fn[from+1] != 0):
		return false
	case row.Class&lexicon.AimBefore != 0:
		return x.l.IsAim(next) || x.r.verbalNoun(next) || x.d.fn[from]&lexicon.ThatWord != 0
	case row.Class&lexicon.SoThat != 0:
		return x.imperfect(next) && !x.name[from]
	case x.d.toks[i].Norm == "لان":
		return next != "لا" && !x.verb(next)
	}
	return x.l.Of(next)&lexicon.Reply == 0
}

// imperfect: the word has the shape of an imperfect, or of its negation.
func (x *explainer) imperfect(w string) bool {
	if w == "لا" || w == "لم" {
		return true
	}
	return len(w) >= 6 && (w[:2] == "ي" || w[:2] == "ت" || w[:2] == "ن" || w[:2] == "ا")
}

// How many tokens before its second part the first of a pattern of two may stand.
const (
	maxComes  = 24
	maxMarket = 16
)

// wordsIn counts the words of [first, end), up to two.
func (x *explainer) wordsIn(first, end int) int {
	n := 0
	for i := first; i < end && n < 2; i++ {
		if x.d.toks[i].Kind == wordKind {
			n++
		}
	}
	return n
}

// pointsBack: before the verb at i stands «ما», «مما» or «الأمر الذي», and before these a
// clause: what the verb tells is the meaning of that.
func (x *explainer) pointsBack(i int) bool {
	k := i - 1
	if k <= x.lo {
		return false
	}
	switch x.d.toks[k].Norm {
	case "مما", "بما":
		return true
	case "ما":
		before := x.d.toks[k-1].Norm
		return comma(before) || before == "وهو" || before == "وهي" || before == "وهذا"
	case "الذي":
		return strings.HasSuffix(x.d.toks[k-1].Norm, "الامر")
	}
	return false
}

// anyOf: a token of [first, end) has the class.
func (x *explainer) anyOf(first, end int, class lexicon.ExplanationClass) bool {
	for i := first; i < end; i++ {
		if x.l.Of(x.d.toks[i].Norm)&class != 0 {
			return true
		}
	}
	return false
}

// conjunction is how many letters of token i are a conjunction before a verb, or before
// something that explains: 0 or 1.
func (x *explainer) conjunction(i int) int {
	w := x.d.toks[i].Norm
	if !strings.HasPrefix(w, "و") && !strings.HasPrefix(w, "ف") || len(w) < 6 {
		return 0
	}
	rest := w[2:]
	if _, opens := x.l.Openers.Word(rest); opens || len(rest) >= 6 && x.verb(rest) || !x.verb(w) && x.d.mayHave(i, inTriggers) {
		return 1
	}
	for _, word := range [...]string{"علي", "من", "في"} {
		if rest == word {
			return 1
		}
	}
	return 0
}

// eventIn is the event whose trigger stands in a span: the nearest to what explains it.
func (x *explainer) eventIn(s isnad.Span, before bool) string {
	n := sort.Search(len(x.events), func(n int) bool { return x.events[n].Trigger.Start >= s.Start })
	end := n
	for end < len(x.events) && x.events[end].Trigger.End <= s.End {
		end++
	}
	switch {
	case n == end:
		return ""
	case before:
		return x.events[end-1].ID
	}
	return x.events[n].ID
}
