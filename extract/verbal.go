package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// deedOf: «تطرقهم»، «فخره»: a verbal noun or judgement with a pronoun is nobody's name.
func (r *Reader) deedOf(d *doc, i int) bool {
	w := d.toks[i].Norm
	s := arabic.Segment(w)
	if !s.HasPronoun(w) || s.HostStart > 0 || strings.HasSuffix(d.toks[i].Text, "ة") {
		return false // «صحة»: no «صحه»
	}
	host := w[:s.HostEnd]
	return r.stances[host] != nil || r.verbalNoun(w) || r.functions.Word(host)&lexicon.VerbalNoun != 0
}

// verbalNoun tells whether a folded word without article has the shape of a verbal noun
// of a derived form, or is listed as one.
func (r *Reader) verbalNoun(w string) bool {
	if r.functions.Word(w)&lexicon.VerbalNoun != 0 {
		return true
	}
	if w == exalted {
		return false
	}
	if strings.HasPrefix(w, "ال") || r.given.Is(w) {
		return heldOn(w)
	}
	if verbalShape(w) {
		return true
	}
	if s := arabic.Segment(w); s.HasPronoun(w) && s.HostStart == 0 {
		host := w[:s.HostEnd]
		if sixthForm(host) {
			return true
		}
		if t, ok := strings.CutSuffix(host, "ت"); ok {
			host = t + "ه"
		}
		return len(host) > 6 && host != w && (r.functions.Word(host)&lexicon.VerbalNoun != 0 || verbalShape(host))
	}
	return false
}

// sixthForm: تعاون، تبادل: with neither a pronoun nor a genitive behind it rather a verb.
func sixthForm(w string) bool {
	l := []rune(w)
	return len(l) == 5 && l[0] == 'ت' && l[2] == 'ا'
}

// heldOn: التزامها, التحاقهم: with a pronoun behind it, what looks like the article is none.
func heldOn(w string) bool {
	for _, pronoun := range [...]string{"ها", "هم", "هما", "ه"} {
		if host, ok := strings.CutSuffix(w, pronoun); ok && strings.HasPrefix(w, "الت") {
			return verbalShape(host)
		}
	}
	return false
}

// verbalShape: the letters of a verbal noun of a derived form.
func verbalShape(w string) bool {
	l := []rune(w)
	n := len(l)
	switch {
	case n >= 5 && n <= 7 && l[0] == 'ا' && l[n-2] == 'ا': // إطلاق، انسحاب، استشهاد
		return true
	case n == 5 && l[0] == 'ت' && (l[3] == 'ي' || l[2] == 'ا' && l[4] == 'ي'): // تدمير، تلاشي
		return true
	case n == 6 && l[0] == 'م' && l[2] == 'ا' && l[5] == 'ه': // مهاجمة
		return true
	case n == 5 && l[0] == 'ا' && l[2] == 'ا' && l[4] == 'ه': // إصابة، إقامة
		return true
	case n == 7 && l[0] == 'ا' && l[1] == 'س' && l[2] == 'ت' && l[6] == 'ه': // استعادة
		return true
	}
	return false
}

// announced: a word that stood behind the article has the shape of a verbal noun, of one of the
// fifth form too, which without the article would be a verb: «التوصل»، «التقدم».
func (r *Reader) announced(bare string) bool {
	l := []rune(bare)
	return r.verbalNoun(bare) || len(l) == 4 && l[0] == 'ت' && l[1] != 'ا' && l[2] != 'ا' && l[2] != 'و' && l[2] != 'ي'
}
