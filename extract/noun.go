package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// possessed: a source noun with a pronoun: «مصادرها»، «عائلته»; behind a ل where clitic is true: «وفقا لمديرها».
func (r *Reader) possessed(d *doc, lo, hi int, clitic bool) (source, bool) {
	text := d.toks[lo].Text
	if rest, li := strings.CutPrefix(text, "ل"); clitic && li && len(rest) > 6 {
		if seg := arabic.Segment(rest); seg.HasPronoun(rest) && seg.HostStart == 0 {
			if s, ok := r.theirNoun(d, lo, hi, arabic.Fold(rest[:seg.HostEnd])); ok {
				if s.first == lo {
					s.cut = 1
				}
				return s, true
			}
		}
	}
	var host string
	if bare := strings.TrimSuffix(d.toks[lo].Norm, "ه"); strings.HasSuffix(text, "ه") && (r.kin(bare) || r.worksFor(bare)) {
		host = bare // «والده», where «وال» might be cut off; «محاميه»
	} else if d.trait(lo, pronounBehind) {
		host = arabic.Fold(text[:arabic.Segment(text).HostEnd])
	} else {
		return source{}, false
	}
	return r.theirNoun(d, lo, hi, host)
}

// theirNoun is the source that begins at token lo with a noun that a pronoun was cut from.
func (r *Reader) theirNoun(d *doc, lo, hi int, host string) (source, bool) {
	noun, ok := r.nouns.Forms.Word(host)
	if !ok && strings.HasSuffix(host, "ت") {
		noun, ok = r.nouns.Forms.Word(strings.TrimSuffix(host, "ت") + "ه")
	}
	if !ok || noun.Kind == isnad.Document || noun.Kind == isnad.Media {
		return source{}, false
	}
	end := r.phraseEnd(d, lo+1, hi, noun.Kind)
	for k := lo + 1; k < end && noun.Kind == isnad.Person; k++ {
		if d.fn[k]&lexicon.Preposition != 0 {
			end = k // «زوجها في حينه»
		}
	}
	if first, last, ok := r.personName(d, lo+1, end); ok && r.onlyDescribed(d, lo+1, first) && (last-first >= 2 || d.isName(first)) && (noun.Kind == isnad.Person || noun.Kind == isnad.Unnamed) {
		return source{kind: isnad.Person, first: first, end: last, npFirst: lo, npEnd: end, gender: noun.Gender, number: noun.Number, named: true, rule: "source.person"}, true // «زميله فلان»
	}
	return source{kind: noun.Kind, first: lo, end: end, npFirst: lo, npEnd: end, gender: noun.Gender, number: noun.Number, head: noun.Lemma, rule: noun.Rule(), named: true}, true
}

// onlyDescribed: nothing but definite words stand in [i, end): «مديرها [التنفيذي] سالم حداد».
func (r *Reader) onlyDescribed(d *doc, i, end int) bool {
	for ; i < end; i++ {
		if !strings.HasPrefix(d.toks[i].Norm, "ال") {
			return false
		}
	}
	return true
}

// worksFor: the folded word is a noun of one who speaks for somebody: «محامي».
func (r *Reader) worksFor(bare string) bool {
	noun, ok := r.nouns.Forms.Word(bare)
	return ok && noun.Kind == isnad.Person && noun.Number == lexicon.Singular
}

// kin: the noun tells whose relative somebody is, which names him well enough: «والد الضحية».
func (r *Reader) kin(lemma string) bool { return r.functions.Serves(arabic.Fold(lemma), lexicon.Kin) }

// nounSource reads the phrase behind a source noun, and what it turns out to be.
func (r *Reader) nounSource(d *doc, lo, hi int, m lexicon.Match[*lexicon.SourceNoun]) source {
	noun := m.Value
	definite := strings.HasPrefix(cutLetters(d.toks[lo].Norm, m.Cut), "ال") || m.Cut > 0 && strings.HasPrefix(d.toks[lo].Norm, "لل")
	end := lo + m.Words
	if outlet, ok := r.outletBehind(d, end, hi); ok && noun.Kind == isnad.Media {
		end = r.adjectives(d, outlet, hi)
		if end < hi && d.fn[end]&lexicon.OfNews != 0 {
			end = r.adjectives(d, end+1, hi) // «وكالة بلومبرغ للأنباء الاقتصادية»
		}
	} else if !definite || !r.otherSource(d, end, hi) {
		end = r.phraseEnd(d, end, hi, noun.Kind)
	}
	if e, ok := d.bodyAt(lo); ok && m.Cut == 0 && e.End > end && e.End <= hi && noun.Kind == isnad.Organization {
		end = e.End // «الجهاز المركزي للإحصاء»
	}
	s := source{kind: noun.Kind, first: lo, end: end, cut: m.Cut, npFirst: lo, npEnd: end, gender: noun.Gender, number: noun.Number,
		head: noun.Lemma, rule: noun.Rule(), named: true}
	if noun.Number == lexicon.Dual && strings.HasSuffix(d.toks[lo].Norm, "ا") && !(lo+1 < hi && strings.HasPrefix(d.toks[lo+1].Norm, "ال")) {
		s.number = lexicon.Singular // «مسؤولا» is two only before a genitive
	}
	s.role = noun.Naming != lexicon.NamesItself && definite && r.onlyPoints(d, lo+m.Words, end, noun) && !(end > lo+m.Words+1 && d.isNameAlone(lo, end))
	if noun.Kind == isnad.Media {
		r.nameMedium(d, &s, lo+m.Words)
	}
	if noun.Kind == isnad.Unnamed && !definite && noun.Number == lexicon.Singular && d.serves(lo+m.Words-1, lexicon.HeadsMatter) && lo+m.Words < end && r.matterAt(d, lo+m.Words) {
		s.kind, s.role = isnad.Person, true // «مسؤول السياسة الخارجية»: the one that there is
	}
	if noun.Kind == isnad.Unnamed && !definite && noun.Number == lexicon.Singular && r.officeOfPolity(d, lo, lo+m.Words, end) {
		s.kind, s.role = isnad.Person, true // «مندوب مصر الدائم»
	}
	if noun.Kind == isnad.Person || noun.Naming == lexicon.NeedsName {
		if first, last, ok := r.personName(d, lo+m.Words, end); ok && noun.Number != lexicon.Plural && !r.functions.Serves(noun.Lemma, lexicon.Anonymous) {
			if first == lo+1 && !definite && r.functions.Serves(noun.Lemma, lexicon.OfSomebody) {
				s.kind, s.end, s.npEnd, s.rule = isnad.Person, last, last, "source.relative" // «مستشار فلان»
				return s
			}
			s.kind, s.first, s.end, s.cut, s.role = isnad.Person, first, last, 0, false
			s.titleTokens = [2]int{lo, first}
		} else if end > lo+m.Words && r.kin(noun.Lemma) {
			return s // «والد الضحية»
		} else if noun.Kind == isnad.Person && !definite && noun.Number == lexicon.Singular && r.ofOne(d, lo+m.Words, end) {
			s.role = true
		} else if noun.Kind == isnad.Person && !definite {
			s.kind = isnad.Unnamed
			if noun.Number == lexicon.Plural {
				s.kind = isnad.Group
			}
		}
	}
	return s
}

// outletBehind: an outlet's name, in quotation marks or not, behind its head noun («صحيفة
// المصري اليوم»); the token behind it.
func (r *Reader) outletBehind(d *doc, i, hi int) (int, bool) {
	if i >= hi {
		return i, false
	}
	if d.toks[i].IsQuoteMark() {
		s, ok := r.quotedName(d, i, hi)
		return s.npEnd, ok
	}
	m, ok := exact(&r.media.Names, d, i, inMedia)
	return i + m.Words, ok && i+m.Words <= hi && !r.ofNews(d, i)
}

// ofNews: الأنباء behind وكالة says of which sort the agency is, and names no newspaper.
func (r *Reader) ofNews(d *doc, i int) bool {
	return i > 0 && r.functions.Word("ل"+strings.TrimPrefix(d.toks[i].Norm, "ا"))&lexicon.OfNews != 0 && (strings.HasSuffix(d.toks[i-1].Norm, "وكاله") || strings.HasSuffix(d.toks[i-1].Norm, "وكالات"))
}

// otherSource: behind a definite noun another definite one begins, so that it is the
// object and no part of the subject («دعا البيان الحكومة»).
func (r *Reader) otherSource(d *doc, i, hi int) bool {
	if i >= hi || !strings.HasPrefix(d.toks[i].Norm, "ال") || d.trait(i, definiteAdjective) {
		return false // «الائتلاف المعارض»
	}
	m, ok := exact(&r.nouns.Forms, d, i, inNouns)
	return ok && m.Value.Kind != isnad.Unnamed && m.Value.Kind != isnad.Person && m.Value.Kind != isnad.Document // «البيانات الإحصائية»
}

// onlyPoints: behind a definite noun stands nothing, «نفسه», or, for one person, adjectives
// alone («المسؤول الهندي»): it points at somebody told of before.
func (r *Reader) onlyPoints(d *doc, i, end int, noun *lexicon.SourceNoun) bool {
	for ; i < end; i++ {
		w := d.toks[i].Norm
		if d.fn[i]&lexicon.Same != 0 {
			continue
		}
		if d.fn[i]&lexicon.Preposition != 0 {
			return true
		}
		if _, country := exact(&r.polities.Adjectives, d, i, inAdjectives); (country || d.serves(i, lexicon.Describing)) && noun.Number == lexicon.Singular && (noun.Kind == isnad.Media || noun.Kind == isnad.Organization) {
			continue // «الصحيفة الأمريكية»
		}
		single := noun.Number == lexicon.Singular && (noun.Kind == isnad.Person || noun.Kind == isnad.Unnamed)
		if !single || !strings.HasPrefix(w, "ال") {
			return false
		}
	}
	return true
}

// matterAt: a definite noun stands at i, and no adjective of country: not «مسؤول الماني».
func (r *Reader) matterAt(d *doc, i int) bool {
	return strings.HasPrefix(d.toks[i].Norm, "ال") && !d.nameCovers(i)
}

// officeOfPolity: the noun [lo, i) names an office too, and a state stands behind it.
func (r *Reader) officeOfPolity(d *doc, lo, i, end int) bool {
	title, ok := exact(&r.titles.Forms, d, lo, inTitles)
	if !ok || title.Value.Kind != "office" || d.serves(lo, lexicon.HeadsMatter) || i >= end || r.isAdjective(d, i) {
		return false
	}
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return polity
}

// ofOne: what an office is of makes it the one that there is: «أمين الطائف»، «مندوب لبنان».
func (r *Reader) ofOne(d *doc, i, end int) bool {
	if i >= end {
		return false
	}
	_, polity := exact(&r.polities.Names, d, i, inPolities)
	return polity || strings.HasPrefix(d.toks[i].Norm, "ال")
}

// nameMedium narrows «وكالة الأنباء الإيطالية “نوفا”» to the outlet: what stands in quotation
// marks, else a listed name right behind the head noun, or the longest one in the phrase.
func (r *Reader) nameMedium(d *doc, s *source, from int) {
	for i := from; i < s.end; i++ {
		if !d.toks[i].IsQuoteMark() {
			continue
		}
		if q, ok := r.quotedName(d, i, s.end); ok {
			s.nameFirst, s.nameEnd = q.first, q.end
			if m, ok := exact(&r.media.Names, d, q.first, inMedia); ok && q.first+m.Words == q.end {
				s.outlet = m.Value
			}
			return
		}
	}
	if m, ok := exact(&r.media.Names, d, from, inMedia); ok && from < s.end && from+m.Words <= s.end && (m.Words > 1 || !r.ofNews(d, from)) {
		s.outlet = m.Value
		return
	}
	if m, ok := exact(&r.media.Names, d, s.npFirst, inMedia); ok && s.npFirst+m.Words <= s.end {
		s.outlet = m.Value // «وكالة الأنباء الفرنسية»
	}
}
