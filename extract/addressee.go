package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// addresses: whom the cue turns to stands behind its subject without a preposition: «أبلغ الوزير
// البرلمان أن».
func (r *Reader) addresses(c *candidate) bool {
	switch c.cue.Act {
	case isnad.Demand, isnad.Accuse, isnad.Warn:
		return true
	}
	return c.cue.Is(lexicon.ToldTo | lexicon.Addresses)
}

// giveBackAddressee parts a person or an office from those who are addressed, which were taken for
// a part of it: «اتهم الوزير المعارضة», «دعا الرئيس التركي الأطراف». Where his name stands behind
// them, they belong to his office: «دعا الناطق باسم المحكمة سامي الطاهر».
func (r *Reader) giveBackAddressee(d *doc, s *source) {
	if s.kind == isnad.Organization || s.kind == isnad.State {
		r.giveBackAsked(d, s)
		r.giveBackAddressed(d, s)
		return
	}
	if e, ok := d.bodyAt(s.npFirst); ok && s.rule == "source.name" && e.End < s.npEnd && e.End > s.npFirst {
		s.kind, s.end, s.npEnd = isnad.Organization, e.End, e.End // «طالبت حماس السلطة بـ»
		return
	}
	if s.kind != isnad.Person {
		r.giveBackReporter(d, s)
		return
	}
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		if _, polity := exact(&r.polities.Names, d, i, inPolities); polity && s.titleTokens[1] == 0 && i > s.first && d.fn[i-1] == 0 {
			s.npEnd, s.end = i, i // «دعا أردوغان روسيا»
			return
		}
		if i > s.first && d.bodyBegins(i) && d.fn[i-1] == 0 && !d.is(i-1, "باسم") && (s.titleTokens[1] == 0 || i >= s.titleTokens[1]) {
			s.npEnd, s.end = i, min(s.end, i) // «اتهم جنبلاط حزب الله»
			return
		}
		if r.otherBody(d, s, i) {
			s.npEnd, s.end, s.titleTokens[1] = i, min(s.end, i), min(s.titleTokens[1], i) // «أبلغ وزير الداخلية مجلس النواب»
			return
		}
		complete := strings.HasPrefix(d.toks[i-1].Norm, "ال") || i > s.first && (i < s.end && s.first > s.npFirst || d.nameEnds(i)) || d.trait(i-1, pronounBehind)
		if complete && i > s.first && !d.is(i-1, "باسم") && (r.addressee(d, i) || s.gender == lexicon.Masculine && i-1 <= s.first && strings.HasSuffix(d.toks[i].Norm, "ه") && strings.HasPrefix(d.toks[i].Norm, "ال")) {
			s.npEnd = i
			s.end = min(s.end, i)
			s.titleTokens[1] = min(s.titleTokens[1], i)
			return
		}
	}
}

// otherBody: behind a definite word of a role begins, with its noun in construct, a body or some people, or the office of
// somebody of the other gender.
func (r *Reader) otherBody(d *doc, s *source, i int) bool {
	w := d.toks[i].Norm
	if i <= max(s.npFirst+1, s.first) || i+1 >= len(d.toks) || strings.HasPrefix(w, "ال") || d.trait(i, cliticsBefore) || !strings.HasPrefix(d.toks[i-1].Norm, "ال") || !strings.HasPrefix(d.toks[i+1].Norm, "ال") && !d.nameCovers(i+1) || d.personBegins(i) {
		return false
	}
	if m, title := exact(&r.titles.Forms, d, i, inTitles); title {
		return m.Value.Gender != lexicon.AnyGender && s.gender != lexicon.AnyGender && m.Value.Gender != s.gender
	}
	noun, listed := exact(&r.nouns.Forms, d, i, inNouns)
	return listed && (noun.Value.Kind == isnad.Organization || noun.Value.Kind == isnad.State || noun.Value.Kind == isnad.Group)
}

// giveBackAddressed parts a body from the body or country that is addressed: «طالبت منظمة العفو
// الدولية السلطات», «اتهمت حركة حماس إسرائيل».
func (r *Reader) giveBackAddressed(d *doc, s *source) {
	if i := s.npFirst + 1; i < s.npEnd && strings.HasPrefix(d.toks[i-1].Norm, "ال") && !strings.HasPrefix(d.toks[i].Norm, "ال") {
		if noun, listed := exact(&r.nouns.Forms, d, i, inNouns); listed && (noun.Value.Kind == isnad.Organization || noun.Value.Kind == isnad.State) {
			s.npEnd, s.end = i, i // «دعا المجلس حكومة بغداد»
			return
		}
	}
	for i := s.npFirst + 2; i < s.npEnd; i++ {
		if noun, listed := exact(&r.nouns.Forms, d, i, inNouns); listed && noun.Value.Kind == isnad.State && strings.HasPrefix(d.toks[i].Norm, "ال") && strings.HasPrefix(d.toks[i-1].Norm, "ال") {
			s.npEnd, s.end = i, min(s.end, i) // «ناشد اتحاد المزارعين السلطات»
			return
		}
		if noun, listed := exact(&r.nouns.Forms, d, i, inNouns); listed && noun.Value.Number == lexicon.Singular && noun.Value.Kind == isnad.Organization &&
			strings.HasPrefix(d.toks[i-1].Norm, "ال") && !strings.HasPrefix(d.toks[i].Norm, "ال") {
			s.npEnd, s.end = i, min(s.end, i) // «اتهمت منظمة العفو جماعة الحوثي»
			return
		}
		m, polity := exact(&r.polities.Names, d, i, inPolities)
		named := polity && i+m.Words == s.npEnd && d.nameEnds(i) && !strings.HasPrefix(d.toks[i].Norm, "ال")
		if named || r.bodyAdjective(d, i-1) && r.addressee(d, i) || d.serves(i, lexicon.Addressed) {
			s.npEnd = i
			s.end = min(s.end, i)
			return
		}
	}
}

// giveBackAsked parts a body from the one that it asks: «طلبت الجامعة من البلدية إغلاق الطريق».
func (r *Reader) giveBackAsked(d *doc, s *source) {
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		if d.is(i, "من") {
			s.npEnd, s.end = i, min(s.end, i)
			return
		}
	}
}

// giveBackReporter parts sources and witnesses from the outlet that they told: «أبلغ دبلوماسي غربي
// الصحيفة أن», «أفاد شهود عيان الجزيرة بأن».
func (r *Reader) giveBackReporter(d *doc, s *source) {
	if s.kind != isnad.Unnamed && s.kind != isnad.Group {
		return
	}
	for i := s.npFirst + 1; i < s.npEnd; i++ {
		if d.fn[i-1]&lexicon.Preposition != 0 || r.headsName(d, i-1) && i-1 > s.npFirst {
			continue
		}
		if i+1 == s.npEnd && d.serves(i, lexicon.Addressed) {
			s.npEnd, s.end = i, min(s.end, i) // «أفاد شهود عيان مراسلنا بأن»
			return
		}
		m, medium := exact(&r.media.Names, d, i, inMedia)
		noun, listed := exact(&r.nouns.Forms, d, i, inNouns)
		if medium && i+m.Words == s.npEnd || listed && noun.Value.Kind == isnad.Media && strings.HasPrefix(d.toks[i].Norm, "ال") && i+1 == s.npEnd {
			s.npEnd, s.end = i, min(s.end, i)
			return
		}
	}
}

// addressee: the definite word at i is neither an adjective nor a part of a name, but the noun of
// a body or of several.
func (r *Reader) addressee(d *doc, i int) bool {
	w := d.toks[i].Norm
	bare, definite := strings.CutPrefix(w, "ال")
	if !definite || r.definiteAdjective(d, i) || d.isName(i) {
		return false
	}
	if e, ok := d.personAt(i); ok && e.First < i && !brokenPlural(bare) {
		return false
	}
	if _, title := exact(&r.titles.Forms, d, i, inTitles); title {
		return false
	}
	noun, listed := exact(&r.nouns.Forms, d, i, inNouns)
	return listed && noun.Value.Kind != isnad.Person || r.objectPlural(d, i) || brokenPlural(bare)
}

// calledUpon: who goes on speaking calls upon those behind the verb: «كما دعا المجتمع الدولي إلى».
func (t *teller) calledUpon(c *candidate, s *source) bool {
	if c.cue.Act != isnad.Demand {
		return false
	}
	sp, ok := t.discourse.lastAgreeing(c.cue.Form)
	several := s.number == lexicon.Plural && !t.r.isComma(t.d, c.first-1) // «استنكرت الحركة الهدم وطالبت المؤسسات الدولية بـ»
	if (s.polity != nil || several) && c.cut > 0 {
		return ok && sp.sentence == t.discourse.sentence // «أدانت الصين الغارة وطالبت إسرائيل بـ»
	}
	return t.r.functions.Serves(arabic.Fold(s.head), lexicon.Addressed) && ok && sp.sentence >= t.discourse.sentence-1
}

// brokenPlural: the letters of a plural like أطراف and أعضاء.
func brokenPlural(bare string) bool {
	l := []rune(bare)
	return len(l) == 5 && l[0] == 'ا' && l[3] == 'ا'
}

// isObject: the unknown word behind the verb is whom it turns to, or an indefinite accusative, so
// that the subject stands elsewhere: «ودعا الأطراف إلى التهدئة», «تقرير يتهم أطرافا ليبية».
func (r *Reader) isObject(d *doc, c *candidate, s *source) bool {
	w := d.toks[s.npFirst].Norm
	bare, definite := strings.CutPrefix(w, "ال")
	if definite {
		several := len(w) >= 14 && strings.HasSuffix(w, "ات") && c.cue.Form.Person == 3 && c.cue.Form.Gender == lexicon.Masculine && !d.nameCovers(s.npFirst)
		return r.addresses(c) && (brokenPlural(bare) || several || d.serves(s.npFirst, lexicon.Addressed))
	}
	if len(w) >= 12 && strings.HasSuffix(w, "ات") && c.cue.Form.Person == 3 && c.cue.Form.Gender == lexicon.Masculine && !d.nameCovers(s.npFirst) {
		return true // «وجه انتقادات»
	}
	if c.kind == lexicon.That && !r.addresses(c) && s.kind == isnad.Person && s.end-s.first >= 2 && (s.npEnd == c.mark || s.npEnd < c.mark && r.isComma(d, s.npEnd)) {
		return false // «وترى أولينا هالوشكا أن»
	}
	return len(w) >= 10 && strings.HasSuffix(w, "ا") && !d.personBegins(s.npFirst) && !d.isName(s.npFirst) && !d.known[w]
}
