package extract

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// claims reads all claims of the article, in the order of their cues.
func (r *Reader) claims(d *doc) []isnad.Claim {
	t := &teller{r: r, d: d, speech: make([]int8, len(d.quotes)), cands: d.cands, found: zeroed(d.found, len(d.toks)), discourse: discourse{r: r, d: d, person: -1, last: map[speakerKey]int{}}}
	t.discourse.learnPersons()
	answers := t.interview()
	for n := range d.sents {
		if answers == nil || !t.answerAt(answers, n) {
			t.sentence(n)
		}
	}
	for i := range t.out {
		t.out[i].ID = "c" + strconv.Itoa(i+1)
	}
	d.cands, d.found = t.cands, t.found
	return t.out
}

// teller builds claims sentence by sentence.
type teller struct {
	r         *Reader
	d         *doc
	discourse discourse
	out       []isnad.Claim
	speech    []int8      // what is known of each quotation: 1 a name, 2 speech
	cands     []candidate // of the sentence
	hi        int         // its end
	found     []int32     // which of sources begins at a token, from 1; -1 for none, 0 for unknown
	sources   []source
	according int // links of an outer chain that hold for one sentence alone
	opening   int // what stands before this token in the sentence is signs and connectives
}

// sentence reads the claims of sentence n, and remembers who spoke in it for the next ones.
func (t *teller) sentence(n int) {
	s := t.d.sents[n]
	t.cands, t.hi, t.opening = t.r.candidates(t.cands[:0], t.d, s.First, s.End), s.End, s.First
	for k := range t.cands {
		t.place(k, s.First)
	}
	t.discourse.sentence = n
	made := -1 // index into out of the last claim of this sentence
	came := t.cameIn(n)
	for k := range t.cands {
		c := &t.cands[k]
		if c.prep && came && made < 0 {
			t.cameFrom(n, c)
			continue
		}
		if c.answers {
			made = t.answer(k, s.First, made)
			continue
		}
		if c.prep {
			made = t.preposition(k, s.First, made)
			continue
		}
		chain, ok := t.chain(k, s.First)
		if !ok && c.kind == lexicon.Quoted && c.quote < 0 && t.opensQuote(c) {
			chain, ok = t.onlyPerson(c), true // words are quoted, whoever said them
		}
		if !ok {
			t.d.lose(c, WhyNoSource)
			continue
		}
		if len(chain) < maxChain && t.onlyTells(k) {
			t.discourse.outer, t.discourse.outerOf = chain, k+1
			t.d.lose(c, WhyIntroduces)
			continue
		}
		claim, ok := t.claim(k, chain)
		if !ok {
			t.d.lose(c, WhyEmpty)
			continue
		}
		t.out = append(t.out, claim)
		made = len(t.out) - 1
	}
}

// maxChain bounds the tellers that one clause in another adds to a chain: «قال فلان إن فلانا
// قال إن …» without end would make chains as long as the sentence.
const maxChain = 12

// place finds where the clause of candidate k begins: at its cue, or at the subject,
// auxiliaries and connectives before it.
func (t *teller) place(k, lo int) {
	c := &t.cands[k]
	if c.title {
		return
	}
	if k > 0 {
		lo = max(lo, t.cands[k-1].end)
	}
	if c.answers {
		return
	}
	i := c.first
	if c.relative || c.label {
		c.clause = i - 1
		if c.relative {
			c.clause = t.amongFrom(i-1, lo)
		}
		if c.label && !t.d.serves(i-1, lexicon.FreeRelative) {
			c.clause = i // «أعمال وصفتها بـ"الهمجية"»
		}
		return
	}
	if c.prep || c.cue.Form.Shape == lexicon.Participle || c.cue.Form.Shape == lexicon.Masdar {
		if c.clause == 0 {
			c.clause = i
		}
		if c.prep && c.clause > lo && t.d.is(c.clause-1, "وذلك") {
			c.clause-- // «…، وذلك وفقا لرويترز»
		}
		if !c.prep && c.cue.Form.Shape == lexicon.Participle {
			t.turnsTo(c, lo)
		}
		return
	}
	if s, ok := t.r.subjectBefore(t.d, i, lo); ok && !c.hasSubj && (c.cut == 0 || t.r.answersAsFor(t.d, i)) {
		if after, ok := t.r.subjectAfter(t.d, c); !ok || !t.r.trusted(&after) || t.d.toks[i].Line == 0 || after.npFirst > c.end+1 && t.r.trusted(&s) || (c.cue.Is(lexicon.ToldTo) || t.r.addresses(c)) && t.opensAt(s.npFirst, lo) {
			c.subject, c.hasSubj = s, true
			i = s.npFirst
		}
	}
	for i > lo {
		if i-2 >= lo && t.d.is(i-1, "ذلك") && t.d.is(i-2, "الي") {
			i -= 2 // «، إلى ذلك أكد»
			continue
		}
		if i-2 >= lo && i == c.first && t.r.addsThen(t.d, c) {
			i -= 2 // «، قبل أن يستدرك: "…"»
			continue
		}
		if i-2 >= lo && t.d.fn[i-1]&lexicon.ThatWord != 0 && (t.d.serves(i-2, lexicon.Contrast) || i == c.first && t.r.afterTelling(t.d, c)) {
			i -= 2 // «، غير أن الوزير أكد»
			continue
		}
		if i == c.first && atTheTime(t.d, i) {
			i -= 3
			continue
		}
		f := t.d.fn[i-1]
		if f&(lexicon.Auxiliary|lexicon.ClauseStart) == 0 && t.d.toks[i-1].Norm != "و" && !t.d.serves(i-1, lexicon.Except) {
			break
		}
		i--
	}
	c.clause = t.turnBefore(c, i, lo)
}

// maxTurn bounds the words between the turn to somebody and what he says.
const maxTurn = 24

// turnsTo lets whom the narrator has turned to before the participle at the cue, behind the last claim, say it: «قال سالم
// حداد إن الحوار مستمر، فيما قلل الوزير من أهميته، قائلا إن».
func (t *teller) turnsTo(c *candidate, lo int) {
	d := t.d
	for i := c.first - 3; i > lo && i > c.first-maxTurn; i-- {
		if d.quoteOf[i] != c.quote {
			return
		}
		if !d.serves(i, lexicon.Meanwhile) || !t.r.isComma(d, i-1) {
			continue
		}
		tells := t.verbAt(i+1) || t.opensWithVerb(i+1, lo)
		if now := strings.HasPrefix(d.toks[i+1].Norm, "ي") || strings.HasPrefix(d.toks[i+1].Norm, "ت"); !tells || now && !d.has(i+1, inCues) {
			return // «…، بينما يسيطر الجيش على الجسر»: what somebody tells goes on
		}
		s, ok := t.r.sourceAt(d, i+2, c.first, false)
		acts := d.has(i+2, inTitles|inNouns|inPolities) && d.fn[i+2]&lexicon.Quantifier == 0 || d.personBegins(i+2)
		if ok && acts && s.npFirst == i+2 && s.rule != "source.name" && s.kind != isnad.Document && s.kind != isnad.Group && agrees(c.cue.Form, &s) {
			c.clause, c.subject, c.hasSubj = i, s, true
		}
		return
	}
}

// turnBefore is where the narrator turns to words in which the cue at i says something: «قال إن الموقع مدني،
// لكنه أصدر بيانا أقر فيه»; i where he does not.
func (t *teller) turnBefore(c *candidate, i, lo int) int {
	k, ok := t.r.wordsBefore(t.d, c, lo)
	if !ok {
		return i
	}
	for ; k > lo+1; k-- {
		if t.d.quoteOf[k] != c.quote {
			return i
		}
		if t.d.fn[k]&lexicon.ThatWord != 0 && t.d.serves(k-1, lexicon.Contrast) && t.r.isComma(t.d, k-2) {
			return k - 1
		}
		if t.r.isComma(t.d, k-1) && strings.HasPrefix(t.d.toks[k].Norm, "لكن") {
			return k
		}
	}
	return i
}

// opensAt: the sentence, or a clause that a word opens, begins at token i.
func (t *teller) opensAt(i, lo int) bool {
	return i == lo || t.d.fn[i-1]&(lexicon.ThatWord|lexicon.ClauseStart) != 0
}

// onlyTells: the content of candidate k is nothing but the telling of the next one
// («قال الوزير إن الرئيس طلب …»), which then carries both in its chain.
func (t *teller) onlyTells(k int) bool {
	c := &t.cands[k]
	if k+1 >= len(t.cands) || c.before || c.label {
		return false
	}
	next := &t.cands[k+1]
	if next.prep || next.cue.Form.Shape == lexicon.Participle || next.relative || next.label {
		return false
	}
	if next.cue.Class == lexicon.NounCue && !next.hasSubj && next.first == c.body+1 && t.d.fn[c.body]&lexicon.Existing != 0 {
		return c.kind == lexicon.That // «قالت الصحيفة إن هناك مزاعم بأن»
	}
	return (c.kind == lexicon.That || next.kind == lexicon.That && t.oneClause(c)) && next.clause <= c.body+1 && next.hasSubj && next.clause >= c.mark
}

// oneClause: what the candidate says is a quotation of a single sentence.
func (t *teller) oneClause(c *candidate) bool {
	if c.kind != lexicon.Quoted || !t.opensQuote(c) {
		return false
	}
	q := t.d.quoteOf[c.body-1]
	if q < 0 || q == c.quote || !t.d.quotes[q].Closed {
		return false
	}
	for i := c.body; i < t.d.quotes[q].Close-1; i++ {
		if t.d.is(i, ".") && !t.d.toks[i+1].Glued || t.d.toks[i].IsQuoteMark() {
			return false
		}
	}
	return true
}

// claim makes the claim of candidate k with the given chain.
func (t *teller) claim(k int, chain []isnad.Link) (isnad.Claim, bool) {
	c := &t.cands[k]
	content := t.content(k)
	if len(content) == 0 || chain == nil {
		return isnad.Claim{}, false
	}
	claim := isnad.Claim{
		Cue: t.cueSpan(c), Content: content, Sources: chain, Act: c.cue.Act, Certainty: c.cue.Certainty,
		Narrator: c.cue.Narrator, Rule: c.cue.Rule(),
	}
	if c.relayed && c.cue.Is(lexicon.RelaysTo) {
		claim.Act = isnad.Say
	}
	if c.relayedAs != nil {
		claim.Act, claim.Certainty = c.relayedAs.Act, c.relayedAs.Certainty
	}
	claim.Purpose = c.cue.Is(lexicon.TracesBack)
	t.judge(&claim)
	if t.opensQuote(c) && (c.label || c.kind == lexicon.Quoted && claim.Mode == isnad.Indirect && t.closes(c.body-1)) {
		claim.Mode = isnad.Direct // however few its words
	}
	return claim, true
}

// closes: the quotation that opens at token i is closed somewhere.
func (t *teller) closes(i int) bool {
	q := t.d.quoteOf[i]
	return q >= 0 && t.d.quotes[q].Closed
}

// cueSpan is the cue without a conjunction before it.
func (t *teller) cueSpan(c *candidate) isnad.Span {
	s := t.d.span(c.first, c.end)
	s.Start += letterOffset(t.d.text[s.Start:s.End], c.cut)
	return s
}

// letterOffset is the byte of word behind its first n letters and their marks.
func letterOffset(word string, n int) int {
	at := 0
	for n > 0 && at < len(word) {
		_, size := utf8.DecodeRuneInString(word[at:])
		at += size
		for at < len(word) {
			r, size := utf8.DecodeRuneInString(word[at:])
			if arabic.Fold(string(r)) != "" {
				break
			}
			at += size
		}
		n--
	}
	return at
}

// resumed is the quotation that goes on behind the speaker: «…»، قال فلان، «…».
func (t *teller) resumed(c *candidate) []isnad.Span {
	s, ok := t.r.subjectAfter(t.d, c)
	if !ok {
		return nil
	}
	i := s.npEnd
	if i < t.hi && (t.r.isComma(t.d, i) || t.d.is(i, ":")) {
		i++
	}
	if i >= t.hi || !t.d.toks[i].IsQuoteMark() {
		return nil
	}
	q := t.d.quoteOf[i]
	if q < 0 || t.d.quotes[q].Open != i || !t.d.quotes[q].Closed {
		return nil
	}
	return t.trim(i+1, t.d.quotes[q].Close, 0)
}

// content is the stretches that candidate k says: from behind its mark to where the
// quotation, the sentence or the next claim's clause bounds it.
func (t *teller) content(k int) []isnad.Span {
	c := &t.cands[k]
	if c.before {
		spans := t.trim(c.body, t.d.quotes[t.d.quoteOf[c.body]].Close, 0)
		return append(spans, t.resumed(c)...)
	}
	if c.label {
		return t.trim(c.body, t.labelEnd(c), c.bodyCut)
	}
	end := t.limit(c, t.cutOff(k))
	var spans []isnad.Span
	from, cut := c.body, c.bodyCut
	for n := k + 1; n < len(t.cands) && len(spans) < maxPieces; n++ {
		next := &t.cands[n]
		if next.clause >= end {
			break
		}
		if next.first < c.body || t.citedBy(next, c) {
			continue
		}
		stop := max(next.clause, from)
		spans = append(spans, t.trim(from, stop, cut)...)
		cut = 0
		if t.cuts(next, c) {
			return spans
		}
		from = t.after(next)
	}
	spans = append(spans, t.trim(from, end, cut)...)
	if c.kind == lexicon.Quoted {
		spans = append(spans, t.furtherQuotes(end)...)
	}
	return spans
}

// maxPieces bounds into how many pieces other claims cut a content.
const maxPieces = 64

// cuts: claim next ends what c says, rather than stand in the middle of it like «ما سماه …» or
// a relative clause in a quotation.
func (t *teller) cuts(next, c *candidate) bool {
	return !next.label && (next.quote < 0 || next.quote == c.quote && !t.opensQuote(c) || !next.relative)
}

// citedBy: a preposition in the quotation that c tells cites for the one who is quoted («"غرقت القوارب، بحسب
// الناجين"»), and parts nothing of it.
func (t *teller) citedBy(next, c *candidate) bool {
	return next.prep && next.quote >= 0 && next.quote != c.quote && t.d.quotes[next.quote].Closed && t.d.quotes[next.quote].Open >= c.body-1 && t.d.quotes[next.quote].Open <= c.body
}

// cutOff is the clause of the next claim that surely cuts what candidate k says, or the end
// of the sentence: no need to look further for where the content ends by itself.
func (t *teller) cutOff(k int) int {
	c := &t.cands[k]
	for n := k + 1; n < len(t.cands) && n <= k+maxPieces; n++ {
		if next := &t.cands[n]; next.first >= c.body && !t.citedBy(next, c) && t.cuts(next, c) {
			return next.clause
		}
	}
	return t.hi
}

// maxFurther bounds the paragraphs that one quotation goes on over.
const maxFurther = 12

// furtherQuotes is what the speaker of the quotation that ends at token end goes on saying in
// quotations that follow at once:
// behind a full stop, or as paragraphs that are a quotation from end to end.
func (t *teller) furtherQuotes(end int) []isnad.Span {
	d := t.d
	if end >= len(d.toks) || !d.toks[end].IsQuoteMark() {
		return nil
	}
	var spans []isnad.Span
	for at := end + 1; len(spans) < maxFurther; {
		for at < len(d.toks) && d.toks[at].Kind == punctKind && !d.toks[at].IsQuoteMark() {
			at++
		}
		if at >= len(d.toks) || !d.toks[at].IsQuoteMark() {
			return spans
		}
		q := d.quoteOf[at]
		if q < 0 || d.quotes[q].Open != at || !d.quotes[q].Closed || d.quotes[q].Close-at < 4 || !t.alone(int(q)) {
			return spans
		}
		spans = append(spans, t.trim(at+1, d.quotes[q].Close, 0)...)
		at = d.quotes[q].Close + 1
	}
	return spans
}

// alone: nothing but signs follows the quotation in its line.
func (t *teller) alone(q int) bool {
	d := t.d
	for i := d.quotes[q].Close + 1; i < len(d.toks) && d.toks[i].Line == d.toks[d.quotes[q].Open].Line; i++ {
		if d.toks[i].Kind != punctKind {
			return false
		}
	}
	return true
}

// opensQuote: what the candidate says begins behind a quotation mark.
func (t *teller) opensQuote(c *candidate) bool {
	return c.body > 0 && t.d.toks[c.body-1].IsQuoteMark()
}

// maxAfter bounds how far the end of a clause is sought that stands in another claim's content.
const maxAfter = 400

// after is the token behind what candidate c says, for what the outer claim goes on with.
func (t *teller) after(c *candidate) int {
	if c.label {
		return t.labelEnd(c)
	}
	return t.limit(c, min(t.hi, c.body+maxAfter))
}

// labelEnd is the end of a label: its quotation, or a few words; where a whole clause tells what somebody holds a thing
// for, the end of the clause: «…، وهو ما اعتبره نواب دليلا على الإهمال».
func (t *teller) labelEnd(c *candidate) int {
	d := t.d
	if c.cue.Is(lexicon.HeldFor) && c.hasSubj && d.fn[c.body] == 0 && c.quote < 0 && !d.toks[c.body-1].IsQuoteMark() && (d.is(c.first-1, "الذي") || d.is(c.first-1, "ما") && c.first > 1 && d.fn[c.first-2]&lexicon.Preposition == 0) {
		end := t.limit(c, min(t.hi, c.body+maxAfter))
		for k := c.body + 1; k < end; k++ {
			if t.r.isComma(d, k) {
				return k
			}
		}
		return end
	}
	if q := d.quoteOf[c.body]; q >= 0 && q != c.quote {
		return d.quotes[q].Close
	}
	end := c.body
	for end < t.hi && end < c.body+8 && d.toks[end].Kind == wordKind {
		if end > c.body && d.fn[end] != 0 {
			break
		}
		end++
	}
	return end
}

// limit is where the content of c ends if no other claim cuts it. The end of a clause is not
// sought behind token cut.
func (t *teller) limit(c *candidate, cut int) int {
	d, end := t.d, t.hi
	if c.quote >= 0 && d.quotes[c.quote].Closed {
		end = min(end, d.quotes[c.quote].Close)
	}
	if c.body >= end {
		return end
	}
	if d.toks[c.first].Line == 0 {
		end = min(end, t.rivalFrom(c))
	}
	end = min(end, t.othersFrom(c.body+1, end), t.askedFrom(c.body+1, end))
	if c.kind == lexicon.Noun && !c.prep {
		if stop := min(end, cut+2); stop > c.body {
			if at := t.clauseEnd(c.body+1, stop); at < stop {
				end = at
			}
		}
	}
	open := c.body
	if !d.toks[open].IsQuoteMark() {
		open--
	}
	if open <= c.mark-1 || !d.toks[open].IsQuoteMark() {
		return end
	}
	q := d.quoteOf[open]
	if q < 0 || d.quotes[q].Open != open {
		return end
	}
	if !d.quotes[q].Closed {
		return d.quotes[q].Close
	}
	if t.goesOn(d.quotes[q].Close+1, end) || c.kind == lexicon.That && t.quotesName(int(q)) {
		return end
	}
	return min(end, d.quotes[q].Close)
}

// askedFrom is the comma behind which a participle begins what the speaker asks besides: «…، متسائلا عن الكلفة».
func (t *teller) askedFrom(i, end int) int {
	for i++; i < end; i++ {
		if t.d.serves(i, lexicon.Asking) && t.r.isComma(t.d, i-1) && t.d.quoteOf[i] < 0 {
			return i - 1
		}
	}
	return end
}

// clauseEnd is where a noun phrase that is said ends for a clause of the narrator's own: at
// مما, at a comma with a conjoined verb behind it, or at such a verb alone where no verb and no relative clause stands
// before it that it could go on with: «طالب الأهالي بفتح الطريق وقطعوا الجسر».
func (t *teller) clauseEnd(i, end int) int {
	d, bare := t.d, t.d.fn[i-1]&(lexicon.Relative|lexicon.ThatWord) == 0 && !t.r.isVerb(t.d, i-1)
	for ; i < end; i++ {
		if d.quoteOf[i] >= 0 && d.quotes[d.quoteOf[i]].Closed {
			continue
		}
		if d.serves(i, lexicon.Comment) {
			return i
		}
		if t.r.isComma(d, i) && i+1 < end && strings.HasPrefix(d.toks[i+1].Norm, "و") && (t.r.conjoinedVerb(d, i+1) || t.r.andDid(d, i+1) || t.expects(i+1, end)) {
			return i
		}
		if bare && (t.r.andDid(d, i) || t.r.isComma(d, i) && t.meanwhile(i+1, end)) {
			return i
		}
		bare = bare && d.fn[i]&(lexicon.Relative|lexicon.ThatWord|lexicon.ClauseStart) == 0 && !t.r.isVerb(d, i) && !writtenLikeDeed(d.toks[i].Norm)
	}
	return end
}

// writtenLikeDeed: «أغرقت», of whatever verb; few nouns without article are written so.
func writtenLikeDeed(w string) bool {
	return strings.HasSuffix(w, "ت") && !strings.HasSuffix(w, "ات") && !strings.HasPrefix(w, "ال")
}

// andDid: «وأضرموا», «وألغت»: a deed of several or of a woman behind «and», which no noun is written like.
func (r *Reader) andDid(d *doc, i int) bool {
	w, and := strings.CutPrefix(d.toks[i].Norm, "و")
	switch {
	case !and || d.nameCovers(i) || r.functions.Serves(w, lexicon.ClauseOpener) || strings.HasPrefix(w, "ي") || strings.HasPrefix(w, "ت"):
		return false // «ليتمكنوا ويكونوا» goes on
	case strings.HasSuffix(w, "وا"):
		return len(w) >= 10
	}
	return strings.HasSuffix(w, "ت") && r.verbTraits(w)&surelyVerb != 0
}

// meanwhile: «فيما واصلت الفرق البحث», «في حين رفضت إسرائيل»: the narrator turns to what others did.
func (t *teller) meanwhile(i, end int) bool {
	switch {
	case i+2 < end && t.d.is(i, "في") && t.d.is(i+1, "حين"):
		i++
	case i+1 < end && (t.d.is(i, "فيما") || t.d.is(i, "بينما")):
	default:
		return false
	}
	w := t.d.toks[i+1].Norm
	return strings.IndexAny(w, "يتس") != 0 && t.r.verbTraits(w)&surelyVerb != 0
}

// expects: «ومن المتوقع أن»، «ومن غير المرجح أن» at i: the narrator goes on.
func (t *teller) expects(i, end int) bool {
	if !t.d.is(i, "ومن") {
		return false
	}
	if i+1 < end && t.d.serves(i+1, lexicon.Denying) {
		i++
	}
	return i+2 < end && t.d.fn[i+2]&lexicon.ThatWord != 0
}

// conjoinedVerb: «ولم»، «وقد»، «وكان»، «وقتل»: a new clause behind a comma.
func (r *Reader) conjoinedVerb(d *doc, i int) bool {
	w := strings.TrimPrefix(d.toks[i].Norm, "و")
	return r.functions.Serves(w, lexicon.ClauseOpener) || r.verbs[w] && !r.verbalNoun(w)
}

// goesOn: behind the closing mark the sentence goes on with words that belong to what is
// said («قال إن “…” في البلاد»).
func (t *teller) goesOn(i, end int) bool {
	if t.r.isComma(t.d, i) && i+1 < end && strings.HasPrefix(t.d.toks[i+1].Norm, "وا") && t.r.functions.Word(t.d.toks[i+1].Norm[2:])&lexicon.ThatWord != 0 {
		return true // «أن "…"، وأنه …»
	}
	if i+1 < end && t.d.toks[i].Norm == "و" && t.d.toks[i+1].IsQuoteMark() {
		return true
	}
	if i < end && strings.HasPrefix(t.d.toks[i].Norm, "وا") && t.r.functions.Word(t.d.toks[i].Norm[2:])&lexicon.ThatWord != 0 {
		return true // «إن “…” وإن “…”»
	}
	if i < end && t.d.toks[i].Kind == numberKind {
		return true // «أعلنت «تحييد» 14 عنصرا»
	}
	return i < end && t.d.toks[i].Kind == wordKind && !strings.HasPrefix(t.d.toks[i].Norm, "و") &&
		t.d.fn[i]&lexicon.ClauseStart == 0 && !t.r.besides(t.d, i)
}

// quotesName: what stands in the quotation marks is a word or a name, and no clause.
func (t *teller) quotesName(q int) bool {
	open, end := t.d.quotes[q].Open, t.d.quotes[q].Close
	return end == open+2 || t.d.nameCovers(open+1) && t.d.nameEnds(end)
}

// besides: what the speaker does while he speaks: «…» رافضا ذكر السبب.
func (r *Reader) besides(d *doc, i int) bool {
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape == lexicon.Participle && !strings.HasPrefix(f.Form.Word, "ال") {
			return true
		}
	}
	return false
}

// trim cuts signs and dangling connectives off both ends of the tokens [first, end), and
// the first letters of the first token.
func (t *teller) trim(first, end, cut int) []isnad.Span {
	d := t.d
	for end > first && t.dangles(end-1, first) {
		end--
	}
	if q := d.quoteOf[min(first, len(d.toks)-1)]; first < end && q >= 0 && d.quotes[q].Open == first && d.quotes[q].Close == end-1 {
		first, end = first+1, end-1 // all of it is a quotation
	}
	for first < end && d.toks[first].Kind == punctKind && !t.keepsOpening(first, end) {
		first++
	}
	if first >= end || first == end-1 && d.fn[first]&lexicon.ThatWord != 0 {
		return nil
	}
	s := d.span(first, end)
	s.Start += letterOffset(d.text[s.Start:d.toks[first].End], cut)
	if s.Start >= s.End {
		return nil
	}
	return []isnad.Span{s}
}

// keepsOpening: a quotation or bracket that opens at i and closes before the end stays.
func (t *teller) keepsOpening(i, end int) bool {
	d := t.d
	if d.toks[i].Norm == "(" {
		return true
	}
	if !d.toks[i].IsQuoteMark() {
		return false
	}
	q := d.quoteOf[i]
	return q >= 0 && d.quotes[q].Open == i && d.quotes[q].Closed && d.quotes[q].Close < end-1
}

// dangles: the token at i ends no content that begins at first: a sign that closes nothing in
// it, a connective («… و»، «… فيما»).
func (t *teller) dangles(i, first int) bool {
	tok := &t.d.toks[i]
	if tok.Kind == punctKind {
		switch tok.Norm {
		case ")", "]", "%", "٪", "؟", "!":
			return false
		}
		if tok.IsQuoteMark() {
			q := t.d.quoteOf[i]
			return q < 0 || t.d.quotes[q].Close != i || t.d.quotes[q].Open < first
		}
		return true
	}
	if tok.Norm == "و" || i > first+1 && (tok.Norm == "حين" && t.d.is(i-1, "في") || tok.Norm == "في" && t.d.is(i+1, "حين")) {
		return true // «… في حين تحدثت مصادر عن»
	}
	return t.d.fn[i]&(lexicon.ClauseStart|lexicon.ThatWord) != 0 && i > first || i > first+1 && t.d.is(i, "كما")
}
