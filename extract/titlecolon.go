package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// titleTurn is where another speaks behind points in a title: «الوزير ينفي رفع الأسعار.. ومصادر: القرار مؤجل».
func (r *Reader) titleTurn(d *doc, lo, hi int) (int, bool) {
	for i := lo + 2; i+2 < hi; i++ {
		if strings.Trim(d.toks[i-1].Norm, ".…") == "" && strings.Trim(d.toks[i].Norm, ".…") != "" {
			if _, ok := r.titleColon(d, i, hi); ok {
				return i, true
			}
		}
	}
	return 0, false
}

// titleColon: «فلان: …» in the title, behind points also «وفلان: …»; the colon is the cue.
func (r *Reader) titleColon(d *doc, lo, hi int) (candidate, bool) {
	lo = r.pastHeading(d, lo, hi)
	if d.serves(lo, lexicon.Dialogue) && lo+2 < hi && d.is(lo+1, "مع") {
		lo += 2 // «حوار مع فلان: …»
	}
	for i := lo; i < hi && i < lo+9; i++ {
		if len(r.verbsAt(d, i)) > 0 || d.toks[i].Norm == "؟" || r.onlyHeads(d, i) {
			return candidate{}, false
		}
		if d.toks[i].Norm != ":" || i == lo || i+2 >= hi {
			continue
		}
		s, carrier, ok := r.titleSpeaker(d, lo, i)
		if !ok {
			return candidate{}, false
		}
		if s.kind == isnad.Document && i == s.npFirst+1 && d.is(hi-1, "؟") {
			return candidate{}, false // «تحقيق: كيف وصلت الأسلحة؟» asks and tells nothing
		}
		c := candidate{cue: lexicon.CueForm{Cue: titleCue}, first: i, end: i + 1, subject: s, hasSubj: true, title: true, carrier: carrier, quote: -1}
		c.clause = lo
		ok = accept(&c, lexicon.Quoted, i, r.pastMark(d, i+1, hi))
		return c, ok
	}
	return candidate{}, false
}

// titleSpeaker is who speaks before the colon of a title, and the outlet that carries it, if one is named before him.
func (r *Reader) titleSpeaker(d *doc, lo, colon int) (s, carrier source, ok bool) {
	s, ok = r.sourceAt(d, lo, colon, lo > 0 && strings.HasPrefix(d.toks[lo].Norm, "و"))
	if !ok || s.npFirst > lo {
		return s, carrier, false
	}
	if of, ok := r.quotedBy(d, &s, colon); ok {
		return of, s, true
	}
	asked := r.addressedIn(d, &s, colon)
	if r.skipAdverbs(d, s.npEnd, colon) < colon && !strings.HasPrefix(d.toks[s.npEnd].Norm, "ل") && !r.speaksOn(d, &s, colon) {
		return s, carrier, false
	}
	if s.rule == "source.name" && !d.isName(lo) && !d.personFrom(lo) && !d.known[strings.TrimPrefix(d.toks[lo].Norm, "و")] {
		kind, ok := r.bodyBehindTitle(d, lo, colon)
		switch {
		case ok:
			s.kind = kind
		case !r.bodyAlone(d, lo, colon) || r.aboutPlace(d, colon+1) || d.is(colon+1, "عن"):
			return s, carrier, false
		}
	}
	country := !asked && s.polity != nil && s.kind == isnad.State && s.rule == s.polity.Rule()
	return s, carrier, !country || !r.aboutPlace(d, colon+1) // «تركيا: إبطال مفعول عبوة»
}

// addressedIn: behind the name of a person or country, ل and another name tell to whom it speaks, which is no part of the
// name: «أردوغان لروحاني: …».
func (r *Reader) addressedIn(d *doc, s *source, colon int) bool {
	i := colon - 1
	to, ok := strings.CutPrefix(d.toks[i].Norm, "ل")
	if !ok || i <= s.npFirst || i > s.npEnd || s.titleTokens[1] > 0 || s.kind != isnad.Person && s.polity == nil {
		return false
	}
	if _, place := at(&r.polities.Names, d, i, inPolities); !place && !d.known[to] {
		return false
	}
	s.npEnd, s.end = i, min(s.end, i)
	return true
}

// quotedBy is whom outlet s quotes before the colon at hi: «رويترز عن مسؤول: …», «تاس نقلا عن مصدر: …».
func (r *Reader) quotedBy(d *doc, s *source, hi int) (of source, ok bool) {
	i := s.npEnd
	if d.is(i, "نقلا") {
		i++
	}
	if s.kind != isnad.Media || !d.is(i, "عن") {
		return of, false
	}
	of, ok = r.sourceAt(d, i+1, hi, false)
	return of, ok && of.npEnd == hi && (of.rule != "source.name" || d.personFrom(of.first))
}

// bulletin is where a line of a bulletin begins behind the hour or «urgent»: «#عاجل الجيش: …», «14:35 الجزيرة: …». A
// bare bullet makes no bulletin: lists of groups and prices have them.
func (r *Reader) bulletin(d *doc, lo, hi int) (int, bool) {
	if lo > 0 && d.toks[lo-1].Line == d.toks[lo].Line {
		return lo, false
	}
	first := d.pastSigns(lo, hi)
	i := first
	if i+2 < hi && d.toks[i].Kind == numberKind && d.is(i+1, ":") && d.toks[i+2].Kind == numberKind {
		i = d.pastSigns(i+3, hi)
	}
	if i > lo && i < hi && d.is(i-1, "#") && d.fn[i]&lexicon.Heading != 0 {
		i = d.pastSigns(i+1, hi)
	} else {
		i = r.pastHeading(d, i, hi)
	}
	return i, i > first && i < hi
}

// pastSigns steps over signs that open nothing.
func (d *doc) pastSigns(i, hi int) int {
	for i < hi && d.toks[i].Kind == punctKind && !d.toks[i].IsQuoteMark() && !d.is(i, "(") {
		i++
	}
	return i
}

// speaksOn: behind source s and before the colon at hi stands what he speaks of («أردوغان عن الهدنة: …»), when,
// where and in what a person does («عون بعد لقائه الوفد: …», «عون في حوار مع رويترز: …»), or where a body is («وزارة الصحة في غزة: …»).
func (r *Reader) speaksOn(d *doc, s *source, hi int) bool {
	i := s.npEnd
	if d.toks[s.npFirst].Kind == numberKind {
		return false
	}
	_, where := at(&r.polities.Names, d, i+1, inPolities)
	switch {
	case d.serves(i, lexicon.SpeaksOn):
	case s.kind == isnad.Person && s.named && (d.serves(i, lexicon.Occasion) || d.is(i, "من") || d.serves(i, lexicon.During) && r.speechPhrase(d, i)):
	case d.is(i, "في") && where && s.polity == nil:
	default:
		return false
	}
	for ; i < hi; i++ {
		if r.isVerb(d, i) || d.toks[i].Kind == punctKind && !d.toks[i].IsQuoteMark() {
			return false
		}
	}
	return true
}

// pastHeading steps over a word that says what sort of news follows: «عاجل | …», «خاص - …», «عاجل.. …».
func (r *Reader) pastHeading(d *doc, lo, hi int) int {
	if lo >= hi || d.fn[lo]&lexicon.Heading == 0 {
		return lo
	}
	i := lo + 1
	for i < hi && strings.Contains("|-–/..…", d.toks[i].Norm) {
		i++
	}
	if i == lo+1 {
		return lo
	}
	return i
}

// onlyHeads: the word at i says what sort of thing follows («فيديو: …»), and is no report that
// somebody made: «تقرير أممي: …», but not «ملف البطالة: …».
func (r *Reader) onlyHeads(d *doc, i int) bool {
	if d.fn[i]&lexicon.Heading == 0 {
		return false
	}
	m, ok := exact(&r.nouns.Forms, d, i, inNouns)
	next := d.toks[i+1:][:min(1, len(d.toks)-i-1)]
	alone := d.is(i, "تقرير") && i+1 < len(d.toks) && d.is(i+1, ":") // «تقرير: النفط يتراجع» tells what a report says
	return !ok || m.Value.Kind != isnad.Document || d.is(i, "ملف") || len(next) == 0 || next[0].Kind != wordKind && !alone || d.fn[i+1]&lexicon.Heading != 0
}

// aboutPlace: what follows a country's name and a colon is news of it, not its words: it
// begins with an indefinite noun.
func (r *Reader) aboutPlace(d *doc, i int) bool {
	t := &d.toks[i]
	if s, ok := r.listedSource(d, i, min(len(d.toks), i+maxSourceWords), false); ok && (s.kind == isnad.State || s.kind == isnad.Organization) && s.polity == nil && s.npEnd < len(d.toks) && d.trait(s.npEnd, surelyVerb) {
		return true // «تونس: النيابة العمومية تفتح تحقيقا»
	}
	return t.Kind == numberKind || t.Kind == wordKind && d.fn[i]&^(lexicon.VerbalNoun|lexicon.Quantifier) == 0 && !strings.HasPrefix(t.Norm, "ال") && !r.isVerb(d, i) && !strings.HasPrefix(t.Norm, "ن") && !r.weShall(d, i)
}

// weShall: «سنحمي», of whatever verb, but not «سنوات».
func (r *Reader) weShall(d *doc, i int) bool {
	rest, ok := strings.CutPrefix(d.toks[i].Norm, "سن")
	return ok && (r.verbs["ي"+rest] || len(rest) >= 6 && d.readings[i].noun == nil && !strings.HasPrefix(rest, "و") && !d.nameCovers(i))
}

// titleCue is the colon behind a name in a title.
var titleCue = &lexicon.Cue{Class: lexicon.VerbCue, Lemma: ":", Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral}

// verbsAt is the finite readings of token i as a cue.
func (r *Reader) verbsAt(d *doc, i int) []lexicon.CueForm {
	var out []lexicon.CueForm
	for _, f := range r.cuesAt(d, i) {
		if f.Class == lexicon.VerbCue && (f.Form.Shape == lexicon.Perfect && f.Form.Gender == lexicon.Feminine || f.Form.Shape == lexicon.Imperfect) {
			out = append(out, f.CueForm)
		}
	}
	return out
}

// titleTurnBefore is who does or says something else in a title, behind و and before the verb at i, auxiliaries and all before
// it from hi on: «نتنياهو يؤكد استمرار الحرب والدفاع المدني يحذر». Where the verb is of several («الجيش والمقاومة يعلنان»), and
// nobody has done anything before, one subject is joined of two.
func (r *Reader) titleTurnBefore(d *doc, i, hi, lo int) (source, bool) {
	verb := d.toks[i].Norm
	if d.toks[i].Line != 0 || strings.HasSuffix(verb, "ان") {
		return source{}, false
	}
	for from := hi - 1; from > max(lo, hi-8); from-- {
		if !strings.HasPrefix(d.toks[from].Norm, "و") || !d.trait(from, cliticsBefore) {
			continue
		}
		s, ok := r.sourceAt(d, from, hi, true)
		if !ok || s.npFirst != from || s.npEnd != hi || s.rule == "source.name" && !d.nameCovers(from) {
			continue
		}
		several := s.number == lexicon.Plural || strings.HasSuffix(verb, "ون")
		feminine := strings.HasPrefix(verb, "ت")
		other := s.number == lexicon.Singular && (feminine && s.gender == lexicon.Masculine || !feminine && s.gender == lexicon.Feminine)
		if other || several && !r.toldInTitle(d, from) {
			return source{}, false
		}
		return s, true
	}
	return source{}, false
}

// toldInTitle: points stand before token i of a title, or a verb before them.
func (r *Reader) toldInTitle(d *doc, i int) bool {
	for k := i - 1; k >= 0; k-- {
		if strings.Trim(d.toks[k].Norm, ".…") == "" || r.isVerb(d, k) {
			return true
		}
	}
	return false
}
