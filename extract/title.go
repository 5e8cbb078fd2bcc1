package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// honoredHead is the head of «معاليه»، «سموه»: whoever spoke last.
const honoredHead = "#"

// latterHead is the head of «الأخير»: whoever was named last.
const latterHead = "##"

// honored: «معاليه»، «سموه»: a pronoun for a person of rank.
func (r *Reader) honored(d *doc, lo int) (source, bool) {
	if d.is(lo, "الاخير") && lo+1 < len(d.toks) && (d.fn[lo+1]&lexicon.ThatWord != 0 || r.isComma(d, lo+1) || d.is(lo+1, "في") || d.is(lo+1, "ب")) {
		return source{kind: isnad.Person, first: lo, end: lo + 1, npFirst: lo, npEnd: lo + 1, role: true, gender: lexicon.Masculine, number: lexicon.Singular, head: latterHead, rule: "source.latter"}, true
	}
	if d.fn[lo]&lexicon.Honored == 0 {
		return source{}, false
	}
	return source{kind: isnad.Person, first: lo, end: lo + 1, npFirst: lo, npEnd: lo + 1, role: true, number: lexicon.Singular, head: honoredHead, rule: "source.honored"}, true
}

// titleSource reads a person behind a title, or a role.
func (r *Reader) titleSource(d *doc, lo, hi int, m lexicon.Match[*lexicon.Title]) source {
	definite := m.Cut > 0 && strings.HasPrefix(d.toks[lo].Norm, "لل")
	for i := lo; i < lo+m.Words; i++ {
		definite = definite || strings.HasPrefix(cutLetters(d.toks[i].Norm, m.Cut), "ال") || strings.HasPrefix(d.toks[i].Norm, "ال")
	}
	kind := isnad.Person
	if m.Value.Number == lexicon.Plural {
		kind = isnad.Group
	}
	end := r.phraseEnd(d, lo+m.Words, hi, kind)
	from := lo
	if m.Value.Number != lexicon.Plural {
		placed := r.placedName(d, end, hi)
		if placed > end && d.fn[end]&lexicon.Adverb != 0 {
			from = end + 1
		}
		end = placed
	}
	s := source{kind: isnad.Person, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, gender: m.Value.Gender, number: m.Value.Number,
		head: m.Value.Lemma, rule: m.Value.Rule(), named: true}
	first, last, ok := r.personName(d, from, end)
	if ok && first == lo && lo+m.Words < end {
		first, last, ok = r.personName(d, lo+m.Words, end) // «مساعد المدرب فلان»: a name too, but a title here
	}
	if ok && m.Value.Number != lexicon.Plural {
		if m.Value.Number == lexicon.Dual && last < end && strings.HasPrefix(d.toks[last].Norm, "و") && r.given.Is(d.toks[last].Norm[2:]) {
			last = r.nameEnd(d, last, end) // «الوزيران فلان وفلان»
		}
		if first == lo+1 && !definite && r.ofSomebody(d, m) && !strings.HasSuffix(d.toks[lo].Text, "ه") {
			s.end, s.npEnd, s.rule = last, last, "source.relative" // «محامي فلان»
			return s
		}
		s.first, s.end, s.cut = first, last, 0
		s.titleTokens = [2]int{lo, first}
		if last < end && d.toks[last].Kind == wordKind && d.fn[last]&lexicon.Preposition == 0 {
			if _, title := exact(&r.titles.Forms, d, last, inTitles); !title {
				s.npEnd = last // what stands behind the name is no part of the phrase
			}
		}
		return s
	}
	if other := r.otherOffice(d, lo+m.Words, end); other < end {
		end = other
		s.end, s.npEnd = end, end
	}
	s.titleTokens = [2]int{lo, end}
	// «وزير سابق», «مستشار لقائدها»: one of several
	oneOf := !definite && lo+m.Words < end && (d.serves(lo+m.Words, lexicon.Former) || d.trait(lo+m.Words, cliticsBefore) && strings.HasPrefix(d.toks[lo+m.Words].Norm, "ل"))
	of := !oneOf && end > lo+m.Words && (definite || d.fn[lo+m.Words]&lexicon.Preposition == 0) && !r.isAdjective(d, lo+m.Words) && !r.bareRelation(d, lo+m.Words, end)
	switch {
	case d.is(lo+1, "باسم") && !strings.HasPrefix(cutLetters(d.toks[lo].Norm, m.Cut), "ال") && m.Value.Number == lexicon.Singular:
		s.kind = isnad.Unnamed // «متحدث باسم الشرطة»
	case definite || of || r.ofPlace(d, lo+1, lo+m.Words):
		s.role = true
	case m.Value.Number == lexicon.Plural:
		s.kind = isnad.Group
	default:
		s.kind = isnad.Unnamed
	}
	return s
}

// ofPlace: the tokens [first, end) of a title end with a country: «حاكم مصرف لبنان».
func (r *Reader) ofPlace(d *doc, first, end int) bool {
	for i := first; i < end; i++ {
		if m, ok := exact(&r.polities.Names, d, i, inPolities); ok && i+m.Words == end {
			return true
		}
	}
	return false
}

// ofSomebody: a title without article that tells whose man or woman somebody is: «محامي فلان».
func (r *Reader) ofSomebody(d *doc, m lexicon.Match[*lexicon.Title]) bool {
	return m.Words == 1 && r.functions.Serves(m.Value.Lemma, lexicon.OfSomebody)
}

// otherOffice is where another definite office begins behind a complete one, that of somebody else:
// «استقبل الوزير السفير»; end where none does.
func (r *Reader) otherOffice(d *doc, i, end int) int {
	for ; i < end; i++ {
		if !strings.HasPrefix(d.toks[i].Norm, "ال") || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
			continue
		}
		if m, ok := exact(&r.titles.Forms, d, i, inTitles); ok && m.Value.Kind == "office" && m.Words == 1 {
			return i
		}
	}
	return end
}

// maxPlacedName bounds the words of place between an office and its holder's name.
const maxPlacedName = 8

// placedName passes where somebody holds his office, if his name follows at once: «السفير لدى
// المملكة حسام الفقي», «القنصل
// المصري في مدينة جدة، حسام الفقي». It answers the end of the name, or i.
func (r *Reader) placedName(d *doc, i, hi int) int {
	if i+1 < hi && d.fn[i]&lexicon.Adverb != 0 {
		if first, end, ok := r.personName(d, i+1, hi); ok && first == i+1 {
			return end // «وزير النفط حينها حيان عبد الغني»
		}
	}
	if i+1 < hi && strings.HasPrefix(d.toks[i-1].Norm, "المنتهي") && d.trait(i, pronounBehind) {
		if first, end, ok := r.personName(d, i+1, hi); ok && first == i+1 {
			return end // «الرئيس المنتهية ولايته سالم حداد»
		}
	}
	if i+1 >= hi || d.fn[i]&lexicon.Preposition == 0 && !strings.HasPrefix(d.toks[i].Norm, "ب") && !d.toks[i].IsQuoteMark() && !r.ofOutlet(d, i, hi) || r.citing(d, i) {
		return i
	}
	for k := i + 1; k < hi && k < i+maxPlacedName; k++ {
		if e, ok := d.personAt(k); ok && e.First == k && e.Cut == 0 && e.End <= hi && e.End-k >= 2 && (d.toks[k-1].Norm == "،" || strings.HasPrefix(d.toks[k-1].Norm, "ال") || d.toks[k-1].IsQuoteMark() && k-1 > i || d.nameEnds(k) || r.honors(d, k-1) || r.initialEnds(d, k) || k > i+2 && d.fn[i+1]&lexicon.NamedAfter != 0) {
			return e.End
		}
		if q := d.quoteOf[k]; d.toks[k].IsQuoteMark() && q >= 0 && d.quotes[q].Closed && d.quotes[q].Close < min(hi, k+maxPlacedName) {
			if d.quotes[q].Open == k && k+1 < d.quotes[q].Close {
				k = d.quotes[q].Close // «الباحث في مركز "عمران"، نادر الخليل»
				if e, ok := d.personAt(k + 1); ok && e.First == k+1 && e.End <= hi && e.End-k >= 3 {
					return e.End
				}
			}
			continue
		}
		if d.serves(k, lexicon.ToThem) && strings.HasPrefix(d.toks[k-1].Norm, "الم") || k > i+2 && d.serves(k-1, lexicon.ToThem) && strings.HasSuffix(d.toks[k].Norm, "يا") {
			continue // «وزير الإعلام في الحكومة المعترف بها دوليا معمر الإرياني»
		}
		if e, ok := d.personAt(k); ok && e.First == k && e.Cut == 0 && e.End <= hi && e.End-k >= 2 && k > i+2 && d.serves(k-2, lexicon.ToThem) {
			return e.End
		}
		if d.fn[k]&lexicon.Preposition != 0 && (d.toks[k-1].Norm == "،" || d.nameEnds(k)) {
			continue // «في سوريا، في لبنان»
		}
		if t := &d.toks[k]; t.Kind == punctKind && t.Norm != "،" && !t.IsQuoteMark() && !r.initialEnds(d, k+1) || t.Kind == wordKind && (r.isVerb(d, k) || d.has(k, inCues) && r.ownWords(d, k) || d.fn[k]&(lexicon.ThatWord|lexicon.Relative|lexicon.ClauseStart|lexicon.Preposition) != 0) {
			return i
		}
	}
	return i
}

// ofOutlet: «المحلل العسكري لصحيفة "المساء" سالم حداد»: at i stands the outlet that somebody works for, in quotation
// marks behind its noun.
func (r *Reader) ofOutlet(d *doc, i, hi int) bool {
	if i+2 >= hi || !strings.HasPrefix(d.toks[i].Norm, "ل") || !d.toks[i+1].IsQuoteMark() {
		return false
	}
	noun, ok := at(&r.nouns.Forms, d, i, inNouns)
	return ok && noun.Cut > 0 && noun.Value.Kind == isnad.Media
}

// initialEnds: the full stop of a title of one letter stands before token i: «د. علاء».
func (r *Reader) initialEnds(d *doc, i int) bool {
	return i > 1 && d.is(i-1, ".") && d.toks[i-1].Glued && d.toks[i-2].Kind == wordKind && len(d.toks[i-2].Norm) == 2
}

// honors: a form of address stands at i, right before a name: «… الشيخ الدكتور».
func (r *Reader) honors(d *doc, i int) bool {
	m, ok := exact(&r.titles.Forms, d, i, inTitles)
	return ok && m.Words == 1 && m.Value.Name && m.Value.Kind != "office"
}

// bareRelation: an adjective without article ends the phrase: «متحدث رئاسي».
func (r *Reader) bareRelation(d *doc, i, end int) bool {
	w := d.toks[i].Norm
	return i+1 == end && len(w) >= 8 && !strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "ي") || strings.HasSuffix(w, "يه"))
}

func (r *Reader) isAdjective(d *doc, i int) bool {
	_, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return ok && !strings.HasPrefix(d.toks[i].Norm, "ال")
}
