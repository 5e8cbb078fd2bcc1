package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// subjectAfter is the source that stands between the cue and its complement.
func (r *Reader) subjectAfter(d *doc, c *candidate) (source, bool) {
	if c.cue.Form.Shape == lexicon.Participle || c.cue.Form.Shape == lexicon.Masdar || c.cue.Form.Person == 1 || tellsSubject(c.cue.Form) {
		return source{}, false
	}
	if r.doneBefore(d, c.first) {
		return source{}, false
	}
	hi := c.mark
	if c.before {
		hi = min(d.sents[d.sentOf[c.first]].End, c.end+maxSourceWords)
	}
	if c.kind == lexicon.Noun && !c.hasSubj && c.mark == c.end {
		return source{}, false
	}
	if c.end < hi && (c.cue.Act == isnad.Accuse || c.cue.Act == isnad.Demand) && d.serves(c.end, lexicon.InWords) && !r.atTime(d, c.first) {
		return source{}, false // «بيانا اتهمت فيه الحكومة»: whom it turns against
	}
	if c.end < hi && d.is(c.end, "في") && c.cue.Is(lexicon.FoundIn) {
		if s, ok := r.sourceAt(d, c.end+1, hi, false); ok && (s.kind == isnad.Document || r.speechPhrase(d, c.end)) {
			return s, true // «جاء في البيان أن»
		}
	}
	if s, ok := r.scripture(d, c, c.end); ok {
		return s, true
	}
	from := c.end
	if atTheTime(d, c.first) {
		from++
	}
	s, ok := r.sourceAt(d, from, hi, false)
	if ok && s.npFirst == c.end && writtenTanwin(d.toks[c.end].Text) && !d.nameCovers(c.end) {
		return source{}, false // «غرد كاتبا: …», «اتهم مسؤولا بـ»: an accusative is no subject
	}
	if ok && s.rule == "source.quoted" && s.kind == isnad.Organization && c.cue.Form.Suffixed && c.cue.Act == isnad.Assess {
		return source{}, false // «تعتبرها "أكاذيب خطيرة"»
	}
	if ok && s.rule == "source.name" && (r.isObject(d, c, &s) || r.describesNoun(d, c, &s)) {
		return source{}, false
	}
	if ok && s.role && s.gender == lexicon.Masculine && s.kind == isnad.Person && c.cue.Form.Gender == lexicon.Feminine {
		if m, medium := exact(&r.media.Names, d, s.npFirst, inMedia); medium && s.npFirst+m.Words == s.npEnd {
			return outletSource(m, s.npFirst), true // «قالت السفير»: the newspaper
		}
	}
	if ok && r.addresses(c) && !c.cue.Form.Suffixed {
		r.giveBackAddressee(d, &s)
	}
	if ok && r.addresses(c) && c.cue.Form.Gender == lexicon.Feminine && d.is(s.npFirst, "الاتحاد") {
		return source{}, false // «حضت الاتحاد الأفريقي على»
	}
	if ok && c.cue.Form.Person == 3 && s.number == lexicon.Singular && s.gender != lexicon.AnyGender && c.cue.Form.Gender != lexicon.AnyGender && s.gender != c.cue.Form.Gender && s.outlet == nil && !strings.HasSuffix(c.cue.Form.Word, "ت") {
		return source{}, false // «طالب الحكومة بـ»: what is asked, not who asks
	}
	if ok && paperOf(c, &s) {
		return source{}, false
	}
	if ok && r.kin(s.head) && c.cue.Form.Person == 3 && c.cue.Form.Gender != lexicon.AnyGender && s.gender != c.cue.Form.Gender {
		return source{}, false // «حملت والدهما المسؤولية»
	}
	if ok && r.addresses(c) && c.cue.Form.Person == 3 && c.cue.Form.Gender == lexicon.Masculine && s.number == lexicon.Plural && s.gender == lexicon.Feminine {
		return source{}, false // «حذر الدول الثلاث من»
	}
	return s, ok && !r.oblique(d, &s) && !(s.rule == "source.name" && r.refusedDeed(d, c, s.npFirst))
}

// atTime: «في وقت دعا فيه الوزير»: what the pronoun behind the cue at i points at is a time, not words.
func (r *Reader) atTime(d *doc, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3; k-- {
		if d.fn[k]&lexicon.Relative == 0 && d.fn[k]&lexicon.Auxiliary == 0 {
			return d.serves(k, lexicon.WhenWord)
		}
	}
	return false
}

// describesNoun: «الأنباء المتداولة عن»: a definite word alone, behind a definite noun that attributes,
// is its adjective.
func (r *Reader) describesNoun(d *doc, c *candidate, s *source) bool {
	return c.cue.Class == lexicon.NounCue && s.npFirst == c.end && s.npEnd == c.end+1 && strings.HasPrefix(cutLetters(d.toks[c.first].Norm, c.cut), "ال") && strings.HasPrefix(d.toks[c.end].Norm, "ال")
}

// refusedDeed: a verbal noun at i is what is told, not who tells; a definite one where it is
// refused («رفضت المشاركة»), for others may be gatherings («دعا الاجتماع»).
func (r *Reader) refusedDeed(d *doc, c *candidate, i int) bool {
	bare, definite := strings.CutPrefix(d.toks[i].Norm, "ال")
	return (!definite || c.cue.Act == isnad.Deny || c.cue.Act == isnad.Condemn) && r.verbalNoun(bare)
}

// tellsSubject: قالوا، يقولون: the plural ending is the subject, and nobody else stands behind it.
func tellsSubject(f lexicon.Form) bool {
	if f.Person == 3 && f.Number == lexicon.Dual && f.Shape == lexicon.Perfect {
		return true // «مسؤولان أبلغا»
	}
	return f.Person == 3 && f.Number == lexicon.Plural && f.Gender == lexicon.Masculine && (f.Shape == lexicon.Perfect || f.Shape == lexicon.Imperfect)
}

// oblique: a sound plural in ين or ي is no subject («وعد مواطني الباحة بتقديم»).
func (r *Reader) oblique(d *doc, s *source) bool {
	w := d.toks[s.npFirst].Norm
	people := s.kind == isnad.Unnamed || s.kind == isnad.Group || s.number == lexicon.Plural && s.kind == isnad.Person
	unknown := s.rule == "source.name" && s.kind != isnad.Person && strings.HasPrefix(w, "ال") && len(w) >= 16
	if strings.HasSuffix(w, "ين") && !d.nameCovers(s.npFirst) && (people || unknown) {
		return true // «وطالب المسؤولين بوقف», «حث المانحين على»
	}
	if s.number != lexicon.Plural || !strings.HasSuffix(s.head, "ون") {
		return false
	}
	return strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "ي")
}

// subjectBefore is the source that ends right before the cue at token i, auxiliaries
// apart: «إن مصادر ذكرت»، «وكان لوكاشينكو قد أعرب»; or the antecedent of a relative.
func (r *Reader) subjectBefore(d *doc, i, lo int) (source, bool) {
	hi := i
	for hi > lo && d.fn[hi-1]&lexicon.Auxiliary != 0 {
		hi--
	}
	if hi-1 > lo && d.toks[hi-1].IsQuoteMark() && d.quoteOf[hi-1] >= 0 && d.quotes[d.quoteOf[hi-1]].Open == hi-1 {
		hi-- // «إن الوزير "يرى أن …"»
	}
	hi = r.beforeApposition(d, hi, lo)
	if hi < i && hi-2 > lo && r.isComma(d, hi-1) && (d.fn[lo]&lexicon.Auxiliary != 0 || d.is(hi, "كان") || d.is(hi, "كانت")) {
		hi-- // «وكانت الوزارة، قد أعلنت»، «أن الوزير، كان قد أعلن»
	}
	if hi == lo || d.toks[hi-1].Kind != wordKind && d.toks[hi-1].Kind != latinKind && !d.toks[hi-1].IsQuoteMark() && d.toks[hi-1].Norm != ")" {
		return source{}, false
	}
	if s, ok := r.titleTurnBefore(d, i, hi, lo); ok {
		return s, true
	}
	for from := max(lo, hi-14); from < hi; from++ {
		if !r.opensClause(d, from, lo) {
			continue
		}
		s, ok := r.sourceAt(d, from, hi, false)
		if ok && s.kind == isnad.Media && (from > lo && d.is(from-1, "/") || d.is(from, "(")) {
			continue // «الرباط / سالم حداد / رويترز أعلنت الحكومة», «بغداد (رويترز) أعلنت»: who sent the report
		}
		if ok && s.npFirst == from && s.npEnd == hi && (s.rule != "source.name" || d.isName(s.first) || d.toks[i].Line == 0 || s.kind == isnad.Organization && r.bodyAlone(d, s.first, s.end) || r.hadDone(d, from, hi, lo)) {
			return s, true
		}
	}
	return r.paperFrom(d, hi, lo)
}

// hadDone: what stands between كان and قد is the subject, whoever it is: «وكانت هالة قد اتهمت الشركة».
func (r *Reader) hadDone(d *doc, from, hi, lo int) bool {
	return from > lo && d.is(hi, "قد") && r.functions.Serves(strings.TrimPrefix(d.toks[from-1].Norm, "و"), lexicon.HasBeen)
}

// doneBefore: the subject of the verb at i stands before it, between كان and قد: «كانت الوزارة قد اتهمت سالم».
func (r *Reader) doneBefore(d *doc, i int) bool {
	if i == 0 || !d.is(i-1, "قد") {
		return false
	}
	lo := d.sents[d.sentOf[i]].First
	s, ok := r.subjectBefore(d, i, lo)
	return ok && r.hadDone(d, s.npFirst, s.npEnd, lo)
}

// paperFrom is a notice that somebody got and that the verb at hi tells the content of: «تلقى إخطارا
// من شرطة النجدة يفيد بـ».
func (r *Reader) paperFrom(d *doc, hi, lo int) (source, bool) {
	if s, ok := r.paperThat(d, hi, lo); ok {
		return s, true
	}
	for from := hi - 2; from > lo && from > hi-maxPaper; from-- {
		if d.toks[from].Kind != wordKind || d.fn[from]&(lexicon.ThatWord|lexicon.ClauseStart|lexicon.Relative) != 0 || r.isVerb(d, from) {
			return source{}, false
		}
		noun, ok := r.nouns.Forms.Word(strings.TrimSuffix(d.toks[from].Norm, "ا"))
		if !ok || noun.Kind != isnad.Document || !d.is(from+1, "من") {
			continue
		}
		if _, place := exact(&r.polities.Names, d, from+2, inPolities); place && r.pointsAtWords(d, hi+1) {
			return source{}, false // «كتب تقريرا من بيروت قال فيه إن»
		}
		return source{kind: isnad.Document, first: from, end: hi, npFirst: from, npEnd: hi, gender: noun.Gender, number: noun.Number, head: noun.Lemma, rule: noun.Rule(), named: true}, true
	}
	return source{}, false
}

// paperThat is an indefinite document right before the verb at hi that says what stands in it: «حصلت الصحيفة على
// وثيقة تظهر أن», «تقارير استخباراتية تفيد بأن».
func (r *Reader) paperThat(d *doc, hi, lo int) (source, bool) {
	if hi+1 >= len(d.toks) || d.fn[hi+1]&lexicon.ThatWord == 0 || !strings.HasPrefix(d.toks[hi].Norm, "ت") && !strings.HasPrefix(d.toks[hi].Norm, "ي") {
		return source{}, false
	}
	for from := hi - 1; from > lo && from > hi-3; from-- {
		w := d.toks[from].Norm
		if d.toks[from].Kind != wordKind || strings.HasPrefix(w, "ال") {
			return source{}, false
		}
		noun, ok := exact(&r.nouns.Forms, d, from, inNouns)
		if !ok {
			bare, tanwin := strings.CutSuffix(w, "ا")
			n, listed := r.nouns.Forms.Word(bare)
			noun.Value, noun.Words, ok = n, 1, tanwin && listed
		}
		if !ok || noun.Words != 1 || noun.Value.Kind != isnad.Document {
			continue
		}
		feminine := noun.Value.Gender == lexicon.Feminine || noun.Value.Number == lexicon.Plural
		if feminine != strings.HasPrefix(d.toks[hi].Norm, "ت") {
			return source{}, false
		}
		return source{kind: isnad.Document, first: from, end: hi, npFirst: from, npEnd: hi, gender: noun.Value.Gender, number: noun.Value.Number, head: noun.Value.Lemma, rule: noun.Value.Rule(), named: true}, true
	}
	return source{}, false
}

// maxPaper bounds the words of a notice and whom it is from.
const maxPaper = 9

// beforeApposition is where what stands between commas behind a name begins, if an office does so
// and the second comma is at hi-1: «فلان، مؤسس الشركة، أوضح أن»; hi where nothing does.
func (r *Reader) beforeApposition(d *doc, hi, lo int) int {
	if hi-1 <= lo || !r.isComma(d, hi-1) {
		return hi
	}
	for k := hi - 2; k > lo && k > hi-2-maxApposition; k-- {
		switch {
		case d.fn[k]&lexicon.ThatWord != 0:
			return hi
		case r.isComma(d, k):
			if _, title := exact(&r.titles.Forms, d, k+1, inTitles); title && (d.nameEnds(k) || d.isName(k-1)) {
				return k
			}
			if d.fn[lo]&lexicon.Relative == 0 && r.tellsOfHim(d, k, lo) {
				return k // «لكن مسؤولا، تحدث شريطة عدم كشف هويته، نفى»
			}
			return hi
		}
	}
	return hi
}

// tellsOfHim: the aside that the comma at k opens begins with a verb, and before it stands an unnamed source alone, behind
// what opens a clause.
func (r *Reader) tellsOfHim(d *doc, k, lo int) bool {
	if k+1 >= len(d.toks) || !r.isVerb(d, k+1) && d.fn[k+1]&lexicon.Carrying == 0 && !d.has(k+1, inCues) {
		return false
	}
	for from := max(lo, k-maxApposition); from < k; from++ {
		if !r.opensClause(d, from, lo) {
			continue
		}
		if s, ok := r.sourceAt(d, from, k, false); ok && s.kind == isnad.Unnamed && s.npFirst == from && s.npEnd == k {
			return true
		}
	}
	return false
}

// opensClause: a subject may begin at token i.
func (r *Reader) opensClause(d *doc, i, lo int) bool {
	if i == lo {
		return true
	}
	t := &d.toks[i-1]
	if t.IsQuoteMark() && d.quoteOf[i-1] >= 0 && d.quotes[d.quoteOf[i-1]].Close == i-1 {
		return false // «صحيفة "المساء" المصرية»
	}
	if t.Kind == punctKind {
		return true
	}
	return d.fn[i-1]&(lexicon.ThatWord|lexicon.ClauseStart|lexicon.Auxiliary|lexicon.Existing) != 0 || d.serves(i-1, lexicon.Except)
}

// chain builds the chain of tellers of candidate k; false where nobody is told to say it.
func (t *teller) chain(k, lo int) ([]isnad.Link, bool) {
	c := &t.cands[k]
	outer := t.outerChain(k)
	if c.passive {
		links, _ := t.origins(c)
		return append(append([]isnad.Link{}, outer...), links...), true
	}
	if c.cue.Class == lexicon.NounCue && !c.hasSubj {
		if n, ok := at(&t.r.nouns.Forms, t.d, c.first, inNouns); ok && n.Value.Kind == isnad.Document {
			c.subject, c.hasSubj = t.r.nounSource(t.d, c.first, c.mark, n), true
		}
	}
	if c.cue.Class == lexicon.NounCue && !c.hasSubj && (c.mark <= c.end+1 || c.first > 0 && t.d.serves(c.first-1, lexicon.Rumoured)) && !strings.HasPrefix(t.d.toks[c.first].Norm, "ال") && !arabic.Segment(t.d.toks[c.first].Text).HasPronoun(t.d.toks[c.first].Text) {
		return append([]isnad.Link{}, outer...), true // «وسط تحذيرات من»: nobody's
	}
	if !c.hasSubj && c.relative && c.cue.Act == isnad.Accuse && !c.cue.Form.Suffixed {
		if s, ok := t.r.antecedent(t.d, c, lo); ok {
			c.subject, c.hasSubj = s, true // «البيان الذي اتهم رجل الأعمال بـ»: whom it turns against stands behind it
		}
	}
	if !c.hasSubj {
		if s, ok := t.r.subjectAfter(t.d, c); ok && !t.calledUpon(c, &s) {
			c.subject, c.hasSubj = s, true
		}
	}
	if !c.hasSubj && c.relative {
		if s, ok := t.r.antecedent(t.d, c, lo); ok {
			c.subject, c.hasSubj = s, true
		}
	}
	if !c.hasSubj {
		if origins, ok := t.relayedOnly(c); ok && len(outer) == 0 {
			return origins, true
		}
		if chain, ok := t.issued(c, outer, lo); ok {
			return chain, true
		}
		return t.implied(c, outer, lo)
	}
	if c.subject.gender == lexicon.AnyGender && c.cue.Form.Person == 3 {
		c.subject.gender = c.cue.Form.Gender // the verb agrees with the subject behind it
	}
	speaker := t.discourse.resolve(&c.subject)
	if len(outer) > 0 && sameName(outer[len(outer)-1].Name, speaker.Name) {
		outer = nil
	}
	chain := append([]isnad.Link{}, outer...)
	medium, carried := t.medium(c)
	if len(medium) == 0 && len(outer) == 0 {
		medium = t.discourse.carriedMedium(&speaker, t.spokenOn(c, lo))
		carried = len(medium) > 0
	}
	for _, l := range append(medium, t.mediumOf(&c.subject)...) {
		chain = t.addLink(chain, l)
	}
	if t.according > 0 && t.according == len(chain) && takesFromSource(chain, &speaker) {
		chain = append([]isnad.Link{speaker}, chain...) // «نقلا عن مصادر، قالت الصحيفة إن»
	}
	chain = t.addLink(chain, speaker)
	t.discourse.spoke(c.subject, chain[max(0, min(t.according, len(chain)-1)):], carried)
	if last := t.discourse.spokeLast(&c.subject); last != nil {
		last.beside = c.relative || c.label
	}
	t.discourse.goesOn(outer)
	if c.relative && len(outer) == 0 {
		t.discourse.backToMain()
	}
	t.according = 0
	if origins, relay := t.origins(c); len(origins) > 0 {
		chain = withOrigins(chain, origins)
		if relay != nil {
			t.discourse.spoke(*relay, chain, true)
		} else if n := len(chain); n > 1 && c.subject.kind == isnad.Media && chain[n-1].Kind != isnad.Person {
			t.discourse.handed = handed{origin: chain[n-1].Name, by: chain[:n-1], since: len(t.discourse.speakers)}
		}
	}
	return chain, len(chain) > 0
}

// takesFromSource: an outlet tells what the others say, who stand before it: it has it from them.
func takesFromSource(chain []isnad.Link, speaker *isnad.Link) bool {
	for i := range chain {
		if chain[i].Kind == isnad.Media || sameName(chain[i].Name, speaker.Name) {
			return false
		}
	}
	return speaker.Kind == isnad.Media
}

// addLink appends a link unless it is the article's own outlet.
func (t *teller) addLink(chain []isnad.Link, l isnad.Link) []isnad.Link {
	if l.Kind == isnad.Media && t.ownOutlet(l.Name) {
		return chain
	}
	for i := range chain {
		if chain[i].Name == l.Name {
			return chain // nobody tells it twice
		}
	}
	return append(chain, l)
}

// ownOutlet: the name is the article's own outlet.
func (t *teller) ownOutlet(name string) bool {
	if t.d.article.Outlet == "" {
		return false
	}
	own, other := t.r.media.ByName(t.d.article.Outlet), t.r.media.ByName(name)
	return own != nil && own == other || sameName(name, t.d.article.Outlet)
}

// maxOuter bounds how many claims back the one is sought in whose quotation another stands.
const maxOuter = 6

// outerChain is the chain of the claim in whose quotation or clause candidate k stands,
// all of it implicit.
func (t *teller) outerChain(k int) []isnad.Link {
	c := &t.cands[k]
	if outer := t.discourse.outer; outer != nil {
		t.discourse.outer = nil
		if t.discourse.outerOf == k {
			return outer
		}
	}
	if c.quote < 0 || !t.d.quotes[t.d.outer[c.quote]].Closed {
		return nil
	}
	at, q := t.d.toks[c.first].Start, t.d.quotes[t.d.outer[c.quote]]
	for i := len(t.out) - 1; i >= 0 && i >= len(t.out)-maxOuter; i-- {
		o := &t.out[i]
		if o.Cue.Start >= at || t.d.toks[q.Open].Start < o.Cue.End || o.Mode == isnad.Indirect {
			continue
		}
		for _, s := range o.Content {
			if s.Start <= t.d.toks[q.Open].End+4 && t.d.toks[q.Open].Start <= s.End {
				return implicit(o.Sources)
			}
		}
	}
	return nil
}

// implicit is a copy of the chain as one that the text leaves out: «وأضافت أن».
func implicit(chain []isnad.Link) []isnad.Link {
	out := append([]isnad.Link{}, chain...)
	for i := range out {
		out[i].Implicit = true
	}
	return out
}

// occasion is what the sentence says of where the words were spoken.
type occasion int8

const (
	untold   occasion = iota
	another           // «في مؤتمر صحفي»: one of its own, so that the outlet of earlier words does not carry these
	theFirst          // «في المقابلة»: the one told of before, whoever spoke between
)

// spokenOn finds the occasion on which candidate c was said, in its sentence from lo on.
func (t *teller) spokenOn(c *candidate, lo int) occasion {
	for i := max(lo, c.first-16) + 1; i < c.mark; i++ {
		if i >= c.first && i < c.end || !t.d.joins(i-1, lexicon.During) {
			continue
		}
		if noun, definite := strings.CutPrefix(t.d.toks[i].Norm, "ال"); definite {
			if t.r.functions.Word(noun)&lexicon.SpeechNoun != 0 {
				return theFirst
			}
		} else if t.d.fn[i]&lexicon.SpeechNoun != 0 {
			return another
		}
	}
	return untold
}

// mayBeOutlet: a name in quotation marks that somebody speaks to, and that is no body or
// place that the lists know, is an outlet.
func (r *Reader) mayBeOutlet(d *doc, s *source) bool {
	_, polity := exact(&r.polities.Names, d, s.first, inPolities)
	noun, isNoun := exact(&r.nouns.Forms, d, s.first, inNouns)
	return !polity && !(isNoun && noun.Value.Kind != isnad.Media) && !d.isName(s.first)
}

// origins is what stands behind the subject as its own sources, one behind the other:
// «ذكرت نوفا وفق مصادر»، «نقلت رويترز عن مسؤول قوله إن». relay is the one whose words are
// relayed: he goes on speaking in the next sentences.
func (t *teller) origins(c *candidate) (links []isnad.Link, relay *source) {
	i := c.end
	if c.hasSubj && c.subject.npFirst >= c.end {
		i = c.subject.npEnd
	}
	if l, ok := t.ofHim(c); ok {
		return []isnad.Link{l}, nil
	}
	for i < c.mark {
		s, relayed, ok := t.originAt(c, i)
		if !ok {
			i++
			continue
		}
		links = append(links, t.discourse.resolve(&s))
		if relayed {
			relay = &s
		}
		i = max(i+1, s.npEnd)
	}
	return links, relay
}

// withOrigins puts what a preposition between cue and content names into the chain: an outlet
// before whoever is no outlet («أكد الوزير، بحسب رويترز، أن»), the others behind.
func withOrigins(chain, origins []isnad.Link) []isnad.Link {
	out := append([]isnad.Link{}, chain...)
	for _, l := range origins {
		if l.Kind == isnad.Media && len(out) > 0 && out[0].Kind != isnad.Media && out[0].Kind != isnad.Document {
			out = append([]isnad.Link{l}, out...)
			continue
		}
		out = append(out, l)
	}
	return out
}

// originAt reads a source behind a preposition that is a cue, or behind the عن of a verb
// that relays.
func (t *teller) originAt(c *candidate, i int) (s source, relayed, ok bool) {
	d := t.d
	for _, f := range t.r.cuesAt(d, i) {
		if f.Class != lexicon.PrepCue {
			continue
		}
		p := candidate{cue: f.CueForm, first: i, end: i + 1, quote: c.quote}
		if t.r.completePrep(d, &p, c.mark) && p.hasSubj && p.cue.Class == lexicon.PrepCue {
			return p.subject, false, true
		}
	}
	to := d.is(i, "الي") && c.relayed && c.cue.Is(lexicon.RelaysTo)
	if (to || d.is(i, "عن") && c.cue.Takes(lexicon.An, lexicon.That)) && i+1 < len(d.toks) && !t.r.verbalNoun(d.toks[i+1].Norm) && !d.serves(i+1, lexicon.KeptBack) {
		if s, ok := t.r.sourceAt(d, i+1, max(c.mark, i+2), false); ok && s.npFirst == i+1 {
			return s, true, true
		}
	}
	if d.is(i, "من") && c.relays() && t.r.isWords(d, i-1) && t.purportAhead(i, c.mark) {
		if s, ok := t.r.sourceAt(d, i+1, c.mark, false); ok && s.npFirst == i+1 {
			return s, true, true // «نقل رسالة من قائد الفرقة مفادها أن»
		}
	}
	if d.is(i, "من") && c.cue.Act == isnad.Say && c.cue.Takes(lexicon.Min, lexicon.That) && i+1 < c.mark {
		// «علمت الصحيفة من مصادر أن»
		if s, ok := t.r.sourceAt(d, i+1, c.mark, false); ok && s.npFirst == i+1 && s.kind != isnad.Media && t.r.trusted(&s) {
			return s, true, true
		}
	}
	return source{}, false, false
}

// antecedent is the noun phrase before a relative pronoun.
func (r *Reader) antecedent(d *doc, c *candidate, lo int) (source, bool) {
	if e, ok := d.personAt(c.first - 2); ok && e.End == c.first-1 {
		return source{kind: isnad.Person, first: e.First, end: e.End, cut: e.Cut, npFirst: e.First, npEnd: e.End, named: true, number: lexicon.Singular, rule: "source.person"}, true
	}
	at := c.first - 1
	feminine := strings.HasPrefix(d.toks[at].Norm, "التي")
	if feminine != (c.cue.Form.Gender == lexicon.Feminine) || c.cue.Form.Suffixed {
		return source{}, false
	}
	hi := at
	for hi > lo && d.toks[hi-1].Kind == punctKind && !d.toks[hi-1].IsQuoteMark() {
		hi--
	}
	for from := max(lo, hi-10); from < hi; from++ {
		s, ok := r.listedOrNamed(d, from, hi)
		if ok && s.npEnd == hi && (s.gender == lexicon.AnyGender || s.number != lexicon.Singular || feminine == (s.gender == lexicon.Feminine)) {
			return s, true
		}
	}
	return source{}, false
}

// listedOrNamed is the source that begins at token from and ends by hi, if a list knows its
// first word or that is a first name: «وزارة الدفاع»، «محمد علي». Other words name nobody
// where no verb points at them.
func (r *Reader) listedOrNamed(d *doc, from, hi int) (source, bool) {
	if d.toks[from].Kind != wordKind {
		return source{}, false
	}
	if s, ok := r.listedSource(d, from, hi, true); ok {
		return s, true
	}
	if d.isName(from) || d.personBegins(from) {
		return r.nameSource(d, from, hi, true)
	}
	return source{}, false
}
