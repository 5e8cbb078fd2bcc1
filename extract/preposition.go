package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// preposition reads a cue like بحسب or نقلا عن. Where it stands beside a claim of the same
// sentence it adds a link to that claim's chain; else it makes its host sentence a claim.
// It returns the index of the sentence's last claim.
func (t *teller) preposition(k, lo, made int) int {
	c := &t.cands[k]
	if t.insideSubject(k) {
		t.d.lose(c, WhyBeside)
		return made
	}
	if made >= 0 && t.citesWithin(made, c) && t.holds(made, c) {
		t.d.lose(c, WhyInside)
		return made
	}
	if made >= 0 && t.quotesCue(made, c) {
		made = -1
	}
	if made >= 0 && (t.follows(made, c) || t.citesFurther(k, made)) {
		t.addBeside(made, c)
		t.d.lose(c, WhyBeside)
		return made
	}
	chain, ok := t.prepChain(c, lo)
	if !ok {
		t.d.lose(c, WhyNoSource)
		return made
	}
	if t.introduces(k, lo) {
		t.discourse.outer, t.discourse.outerOf, t.according = chain, k+1, len(chain)
		t.d.lose(c, WhyIntroduces)
		return made
	}
	content := t.hostContent(k, lo, made)
	if len(content) == 0 {
		t.d.lose(c, WhyEmpty)
		return made
	}
	t.tell(c, content, chain)
	if c.hasSubj && !(c.subject.kind == isnad.Document && c.subject.number == lexicon.Plural) { // «تقديرات» say no more
		t.discourse.spoke(c.subject, chain, c.cue.Class == lexicon.VerbCue && len(chain) > 1)
		if last := t.discourse.spokeLast(&c.subject); last != nil {
			last.aside = c.cue.Class == lexicon.PrepCue
		}
	}
	return len(t.out) - 1
}

// tell adds the claim that c makes of the content, as the chain says it.
func (t *teller) tell(c *candidate, content []isnad.Span, chain []isnad.Link) {
	claim := isnad.Claim{Cue: t.cueSpan(c), Content: content, Sources: chain, Act: c.cue.Act, Certainty: c.cue.Certainty,
		Narrator: c.cue.Narrator, Rule: c.cue.Rule()}
	t.judge(&claim)
	t.out = append(t.out, claim)
}

// introduces: the sentence begins with the cue, and what its source tells is nothing but that
// another one says something: «وفقا لرويترز، قال نتنياهو إن».
func (t *teller) introduces(k, lo int) bool {
	c := &t.cands[k]
	if !c.hasSubj || c.first > lo+1 || k+1 >= len(t.cands) {
		return false
	}
	next := &t.cands[k+1]
	if next.prep || next.label || next.relative || next.cue.Class != lexicon.VerbCue || next.kind != lexicon.That || next.clause > c.mark+2 || next.clause < c.mark {
		return false
	}
	if next.hasSubj {
		return true
	}
	_, ok := t.r.subjectAfter(t.d, next)
	return ok
}

// insideSubject: the cue stands between another cue and its complement, where it is read
// as that one's origin.
func (t *teller) insideSubject(k int) bool {
	c := &t.cands[k]
	for n := k - 1; n >= 0 && t.cands[n].first >= c.first-maxReach; n-- {
		if o := &t.cands[n]; !o.prep && c.first >= o.end && c.first < o.mark {
			return true
		}
	}
	return false
}

// minQuoted is how many words of a quotation before a cue make it more than that cue's clause.
const minQuoted = 6

// quotesCue: the claim was made in a quotation that the cue stands outside of and tells of as a
// whole: «"… وطلبوا وثائق"، بحسب البيان».
func (t *teller) quotesCue(made int, c *candidate) bool {
	cue := t.tokenFrom(t.out[made].Cue.Start)
	q := t.d.quoteOf[cue]
	return q >= 0 && cue > t.d.quotes[q].Open+minQuoted && q != c.quote && t.d.quotes[q].Closed && t.d.quotes[q].Close >= c.first-3
}

// citesWithin: the cue stands in the quotation that the claim tells, and cites for the one who is quoted:
// «قالت الوكالة: "غرقت القوارب، بحسب الناجين"».
func (t *teller) citesWithin(made int, c *candidate) bool {
	return c.quote >= 0 && t.d.quotes[c.quote].Closed && t.d.toks[t.d.quotes[c.quote].Open].Start >= t.out[made].Cue.End
}

// holds: the content of the claim goes on behind the cue.
func (t *teller) holds(made int, c *candidate) bool {
	o := &t.out[made]
	return o.Content[len(o.Content)-1].End > t.d.toks[c.first].Start
}

// follows: the content of the claim reaches to the cue, so that the cue speaks of it.
func (t *teller) follows(made int, c *candidate) bool {
	o := &t.out[made]
	last := o.Content[len(o.Content)-1]
	at := t.d.toks[min(c.first, c.clause)].Start
	return o.Cue.Start < at && last.End <= at && at-last.End < 8
}

// citesFurther: the preposition before, which made the claim, cites whoever cites the one behind this: «بحسب صحيفة المساء
// نقلا عن مسؤولين».
func (t *teller) citesFurther(k, made int) bool {
	if k == 0 {
		return false
	}
	before, c := &t.cands[k-1], &t.cands[k]
	return before.prep && before.hasSubj && c.hasSubj && c.cut == 0 && c.first >= before.subject.npEnd && c.first <= before.mark+1 && t.out[made].Cue.Start == t.d.toks[before.first].Start+letterOffset(t.d.toks[before.first].Text, before.cut)
}

// maxCarrying bounds the words between a document and the outlet that carries it.
const maxCarrying = 6

// addBeside adds to the claim before it whom the preposition names, and the outlet that carried a
// document of his: «…، بحسب بيان نشرته رويترز».
func (t *teller) addBeside(made int, c *candidate) {
	if !c.hasSubj || t.citesWithin(made, c) {
		return
	}
	told := c.cue.Class == lexicon.VerbCue && c.cue.Act == isnad.Say && c.subject.kind != isnad.Document
	if l := t.discourse.resolve(&c.subject); !t.puts(made, c, l) {
		t.addToChain(made, l, told)
	}
	if c.cue.Class == lexicon.VerbCue {
		if medium, _ := t.medium(c); len(medium) > 0 {
			t.addToChain(made, medium[0], false) // «…، حسبما ذكر الوزير لرويترز»
		}
	}
	if s, ok := t.carrier(c); ok {
		t.addToChain(made, t.discourse.resolve(&s), false)
	}
}

// puts: what was found out is told by whom the preposition names, who stands before it: «تشير التقديرات إلى …، وفق بيان
// الوزارة». Whoever tells citing him has it from him: «نقلا عن بيان».
func (t *teller) puts(made int, c *candidate, l isnad.Link) bool {
	o := &t.out[made]
	if len(o.Sources) != 1 || o.Sources[0].Kind != isnad.Document || l.Kind == isnad.Media || sameName(o.Sources[0].Name, l.Name) {
		return false
	}
	head, _, _ := strings.Cut(arabic.Fold(o.Sources[0].Name), " ")
	if !t.r.functions.Serves(strings.TrimPrefix(head, "ال"), lexicon.Evidence) || c.cue.Class == lexicon.PrepCue && (c.cue.Takes(lexicon.An, lexicon.Noun) || c.cue.Takes(lexicon.Ila, lexicon.Noun)) {
		return false
	}
	o.Sources = append([]isnad.Link{l}, o.Sources...)
	return true
}

// carrier is the outlet that carried the document which a preposition names: «بيان نشرته رويترز».
func (t *teller) carrier(c *candidate) (source, bool) {
	for i := c.subject.first + 1; c.subject.kind == isnad.Document && i < min(t.hi, c.subject.npEnd+maxCarrying); i++ {
		if t.d.fn[i-1]&lexicon.Carrying == 0 {
			continue
		}
		if s, ok := t.r.mediumAt(t.d, i, t.hi); ok {
			return s, true
		}
	}
	return source{}, false
}

// addToChain adds a link that a preposition names: a medium before the others, whoever
// spoke to a medium behind it. Where a verb says that it is told (told), anybody else stands before them.
func (t *teller) addToChain(made int, l isnad.Link, told bool) {
	o := &t.out[made]
	for _, have := range o.Sources {
		if sameName(have.Name, l.Name) {
			return
		}
	}
	switch {
	case l.Kind == isnad.Media && t.ownOutlet(l.Name):
	case l.Kind == isnad.Media:
		o.Sources = append([]isnad.Link{l}, o.Sources...)
	case len(o.Sources) > 0 && (o.Sources[0].Kind == isnad.Media || o.Sources[0].Kind == isnad.Document):
		o.Sources = append(o.Sources, l)
	case len(o.Sources) > 0 && told:
		o.Sources = append([]isnad.Link{l}, o.Sources...) // «أبلغ الرئيس نظيره أن …، وفق ما أعلن مكتبه»
	}
}

// prepChain is the chain of a claim made by a preposition.
func (t *teller) prepChain(c *candidate, lo int) ([]isnad.Link, bool) {
	if c.hasSubj {
		speaker := t.discourse.resolve(&c.subject)
		chain, _ := t.medium(c) // «كما قال لرويترز فلان», «بحسب وثائق اطلعت عليها رويترز»
		if s, ok := t.carrier(c); ok && len(chain) == 0 {
			chain = t.addLink(nil, t.discourse.resolve(&s))
		}
		if len(chain) == 0 && c.cue.Class == lexicon.VerbCue {
			chain = t.discourse.carriedMedium(&speaker, t.spokenOn(c, lo))
		}
		chain = t.addLink(chain, speaker)
		if c.relayed {
			chain = t.addLink(chain, t.discourse.resolve(&c.relayedOf))
		}
		return chain, len(chain) > 0
	}
	return t.implied(c, nil, lo)
}

// hostContent is the sentence that the preposition stands in: what follows its source
// where it opens the sentence or clause, else what stands before it.
func (t *teller) hostContent(k, lo, made int) []isnad.Span {
	c := &t.cands[k]
	if t.opens(c) {
		if n := t.d.sentOf[c.first]; n > 0 && t.d.sents[n].End-c.body <= 1 && t.d.toks[t.d.sents[n-1].First].Line == t.d.toks[c.first].Line {
			return t.trim(t.d.sents[n-1].First, t.d.sents[n-1].End, 0) // «… . بحسب رويترز.»
		}
		end := t.hi
		if k+1 < len(t.cands) {
			end = min(end, max(t.cands[k+1].clause, c.body))
		}
		return t.trim(t.pastFa(c.body, end), end, 0)
	}
	from := lo
	if made >= 0 {
		last := t.out[made].Content[len(t.out[made].Content)-1]
		from = max(from, min(c.first, t.tokenFrom(last.End)))
	}
	if from == lo {
		from = t.pastReminder(t.pastDateline(lo, c.first), c.first)
	}
	from, cut := t.pastConjunction(from, c.first)
	content := t.trim(from, min(c.first, c.clause), cut)
	end := t.hi
	if k+1 < len(t.cands) {
		end = t.cands[k+1].clause
	}
	if rest := c.body; rest+2 < end && t.r.setsApart(t.d, rest) && t.r.setsApart(t.d, c.first-1) && t.d.toks[rest+1].Kind == wordKind && !t.d.serves(rest+1, lexicon.Meanwhile) {
		if _, joined := t.pastConjunction(rest, end); joined == 0 {
			content = append(content, t.trim(rest, end, 0)...)
		}
	}
	return content
}

// maxDateline is how many tokens a dateline has at most.
const maxDateline = 8

// pastDateline steps over «بلغراد (واحة) - » at the head of a paragraph.
func (t *teller) pastDateline(i, end int) int {
	d, told := t.d, false
	if i > 0 && d.toks[i-1].Line == d.toks[i].Line {
		return i
	}
	if past := t.pastPlaceline(i, end); past > i {
		return past
	}
	for j := i; j < end && j < i+maxDateline; j++ {
		_, place := exact(&t.r.polities.Names, d, j, inPolities)
		_, medium := exact(&t.r.media.Names, d, j, inMedia)
		told = told || place || medium || d.is(j, "(")
		if w := d.toks[j].Norm; told && (w == "-" || w == "–" || w == "—" || w == "ـ") {
			return j + 1
		}
	}
	return i
}

// maxReminder bounds the words of «ومن الجدير بالذكر أن».
const maxReminder = 5

// pastReminder steps over «يذكر أن», «وتجدر الإشارة إلى أن», which nobody in particular says.
func (t *teller) pastReminder(i, end int) int {
	reminds := false
	for k := i; k < min(end, i+maxReminder); k++ {
		reminds = reminds || t.d.joins(k, lexicon.Reminds)
		if reminds && t.d.fn[k]&lexicon.ThatWord != 0 {
			return k + 1
		}
	}
	return i
}

// opens: nothing but signs and connectives stands before the cue in its sentence.
func (t *teller) opens(c *candidate) bool {
	for t.opening < c.first && (t.d.toks[t.opening].Kind == punctKind || t.d.fn[t.opening]&lexicon.ClauseStart != 0) {
		t.opening++
	}
	return c.cut > 0 || t.opening >= c.first
}

// pastFa steps over the comma and «فإن»، «فقد» that open the host behind the source.
func (t *teller) pastFa(i, end int) int {
	for i < end && t.d.toks[i].Kind == punctKind && !t.d.toks[i].IsQuoteMark() {
		i++
	}
	if i < end && t.d.serves(i, lexicon.HostOpener) {
		i++
	}
	return i
}

// pastConjunction steps over signs and tells that a leading و is none of the content.
func (t *teller) pastConjunction(i, end int) (int, int) {
	for i < end && t.d.toks[i].Kind == punctKind && !t.d.toks[i].IsQuoteMark() {
		i++
	}
	if i < end && strings.HasPrefix(t.d.toks[i].Norm, "و") && arabic.Segment(t.d.toks[i].Text).Count > 0 {
		return i, 1
	}
	return i, 0
}
