package extract

import (
	"slices"
	"sort"
	"strings"

	"isnad"
	"isnad/lexicon"
	"isnad/tagger"
)

// tagNames lets the model find the names of the article, and notes which words belong to
// persons' names.
func (r *Reader) tagNames(d *doc) {
	d.tagged = r.namer.tagger.TagWords(d.toks, d.names, d.tagged[:0])
	d.tagged = slices.DeleteFunc(d.tagged, func(e tagger.Entity) bool { return r.onlyWhence(d, e) || e.End == e.First+1 && r.toMe(d, e) })
	d.personOf = room(d.personOf, len(d.toks))
	for i := range d.personOf {
		d.personOf[i] = -1
	}
	for n, e := range d.tagged {
		if e.Type != isnad.PER {
			d.tagged[n] = r.namedBody(d, e)
			continue
		}
		if r.whence(d, e) {
			e.First++ // «الليبي عز الدين عقيل»
		}
		if r.toMe(d, e) || e.End-e.First > 1 && e.Cut == 0 && d.serves(e.First, lexicon.HostOpener) && strings.HasPrefix(d.toks[e.First].Text, "فإ") {
			e.First++ // «وطبقا للمصادر فإن حمدوك», and not «فان غال»
		}
		e = r.oneName(d, e)
		d.tagged[n] = e
		for i := e.First + 1; i < e.End; i++ {
			if toLetter(d, i) {
				e.End = i // «سالم حداد لـLBCI»
				d.tagged[n].End = i
			}
		}
		for e.End-e.First > 1 && len(d.toks[e.End-1].Norm) <= 2 {
			e.End-- // «جعفر لـ «الشرق الأوسط»»
			d.tagged[n].End = e.End
		}
		for i := e.First; i < e.End; i++ {
			d.personOf[i] = int32(n)
		}
		r.nameNotWord(d, e)
	}
}

// toLetter: the preposition ل stands by itself at i, before a name in other letters or in quotation marks: «لـLBCI», «للـMTV».
func toLetter(d *doc, i int) bool {
	return d.is(i, "ل") || d.is(i, "لل")
}

// namedBody leaves out of a body's name a definite word behind it that is what it is made to bear or whom it turns
// to: «البنك المركزي المسؤولية», «اتحاد المزارعين السلطات».
func (r *Reader) namedBody(d *doc, e tagger.Entity) tagger.Entity {
	for i := e.First + 1; i < e.End; i++ {
		if r.answersAsFor(d, i) {
			e.End = i // «أما حركة حماس فرحبت»
		}
	}
	last := e.End - 1
	if e.Type != isnad.ORG || last <= e.First || !strings.HasPrefix(d.toks[last].Norm, "ال") || !strings.HasPrefix(d.toks[last-1].Norm, "ال") {
		return e
	}
	noun, listed := exact(&r.nouns.Forms, d, last, inNouns)
	if d.serves(last, lexicon.Responsibility) || listed && noun.Value.Kind == isnad.State && noun.Value.Number == lexicon.Plural {
		e.End = last
	}
	return e
}

// onlyWhence: what the model took for a person is an adjective of country alone behind what it belongs to: «وزير الدولة
// الليبي», «1500 جندي ليبي».
func (r *Reader) onlyWhence(d *doc, e tagger.Entity) bool {
	if e.Type != isnad.PER || e.Cut > 0 || e.End-e.First != 1 || e.First == 0 || d.toks[e.First-1].Kind != wordKind {
		return false
	}
	definite := strings.HasPrefix(d.toks[e.First].Norm, "ال")
	if definite != strings.HasPrefix(d.toks[e.First-1].Norm, "ال") || !definite && (d.spelt[e.First].given&lexicon.GivenName != 0 || r.isVerb(d, e.First-1) || d.fn[e.First-1] != 0) {
		return false // «قال تركي»
	}
	_, ok := exact(&r.polities.Adjectives, d, e.First, inAdjectives)
	return ok
}

// whence: the first word of a name is an adjective that says where its bearer comes from.
func (r *Reader) whence(d *doc, e tagger.Entity) bool {
	if e.Cut > 0 || e.End-e.First < 3 || !strings.HasPrefix(d.toks[e.First].Norm, "ال") {
		return false
	}
	m, ok := exact(&r.polities.Adjectives, d, e.First, inAdjectives)
	return ok && m.Words == 1
}

// toMe: the first word of what the model took for a name is no Li, but tells to whom a verb before it was said: «قال لي
// أحمد», «قال لي مسؤول».
func (r *Reader) toMe(d *doc, e tagger.Entity) bool {
	i := e.First
	if e.Type != isnad.PER || e.Cut > 0 || i == 0 || !d.is(i, "لي") || !d.mayHave(i-1, inCues) || i+1 >= len(d.toks) {
		return false
	}
	return d.spelt[i+1].given&lexicon.GivenName != 0 || d.has(i+1, inNouns|inTitles)
}

// oneName leaves of what the model took for one name the part behind a form of address in it, since
// that begins another («جامعة الأمير سلمان بن عبدالعزيز الدكتور محمد علي»), and the part before a verb.
func (r *Reader) oneName(d *doc, e tagger.Entity) tagger.Entity {
	for i := e.End - 2; i > e.First; i-- {
		if d.spelt[i].given == 0 && strings.HasPrefix(d.toks[i].Norm, "ال") && r.entitles(d, i) && !d.serves(i-1, lexicon.Kinship) {
			e.First, e.Cut = i+1, 0
			break
		}
	}
	if i := r.behindBody(d, e); i > e.First {
		e.First, e.Cut = i, 0
	} else if r.firstNameBefore(d, e) {
		e.First--
	}
	for i := e.First + 1; i < e.End; i++ {
		if d.spelt[i].given == 0 && strings.HasPrefix(d.toks[i].Norm, "ي") && (d.trait(i, surelyVerb) || d.has(i, inPhrases)) && !d.serves(i-1, lexicon.Kinship) || r.answersAsFor(d, i) {
			e.End = i // «ممثل يمطر رئيس الاتحاد بالنقود»
		}
	}
	return e
}

// behindBody is where a first name begins in what the model took for one name, if the words before it name
// the body whose noun they stand behind: «الباحث في معهد كلينغندايل جلال حرشاوي»; the name's first token where none does.
func (r *Reader) behindBody(d *doc, e tagger.Entity) int {
	i := e.First
	if i < 2 || e.Cut > 0 || d.fn[i-1]&lexicon.NamedAfter == 0 || d.spelt[i].given != 0 || d.fn[i-2]&lexicon.Preposition == 0 && !d.trait(i-1, cliticsBefore) {
		return i
	}
	for k := i + 1; k+1 < e.End; k++ {
		if d.spelt[k].given != 0 {
			return k
		}
		if d.has(k, inTitles) {
			break
		}
	}
	return i
}

// firstNameBefore: the indefinite word before a name of more than one word, behind a definite one, is a first name
// though a common word, too: «للشؤون المالية مظهر محمد صالح».
func (r *Reader) firstNameBefore(d *doc, e tagger.Entity) bool {
	i := e.First - 1
	if i < 1 || e.Cut > 0 || e.End-e.First < 2 || d.spelt[i].given == 0 || d.fn[i] != 0 || d.personOf[i] >= 0 || d.spelt[e.First].given == 0 || strings.HasPrefix(d.toks[i].Norm, "ال") || strings.HasSuffix(d.toks[i].Text, "ه") {
		return false
	}
	return strings.HasPrefix(d.toks[i-1].Norm, "ال") && !d.has(i, inTitles|inNouns|inCues)
}

// maxAsFor bounds the words between أما and the verb with ف that tells of what stands between.
const maxAsFor = 16

// asFor: «أما» stands at token i, and no «إما».
func asFor(d *doc, i int) bool {
	return (d.is(i, "اما") || d.is(i, "واما")) && strings.Contains(d.toks[i].Text, "أ")
}

// answersAsFor: the word at i is the ف, with a verb, that answers أما: «أما الخبير فلان فيرى أن».
func (r *Reader) answersAsFor(d *doc, i int) bool {
	verb, joined := strings.CutPrefix(d.toks[i].Norm, "ف")
	if !joined || !r.verbs[verb] && len(r.cues.Of(verb)) == 0 && r.functions.Word(verb)&lexicon.Auxiliary == 0 && !r.functions.Serves(verb, lexicon.ClauseOpener) {
		return false
	}
	for k := i - 1; k >= 0 && k > i-maxAsFor && d.toks[k].Line == d.toks[i].Line; k-- {
		switch {
		case asFor(d, k):
			return true
		case d.is(k, "."), strings.HasPrefix(d.toks[k].Norm, "ف") && d.trait(k, cliticsBefore):
			return false
		}
	}
	return false
}

// nameNotWord: the first word of a name of several words is spelt like a function word: «قال
// علي لاريجاني», «قال فان جال». It is one no longer.
func (r *Reader) nameNotWord(d *doc, e tagger.Entity) {
	i := e.First
	if e.Cut > 0 || e.End-i < 2 || strings.HasSuffix(d.toks[i].Text, "ى") {
		return
	}
	if d.fn[i] == 0 && !r.barelyTelling(d, i) || d.fn[i] != 0 && d.spelt[i].given == 0 && !d.is(i, "ام") && !d.is(i, "فان") {
		return
	}
	known := *d.spelt[i]
	known.lists, known.function, known.told, known.given = 0, 0, nil, lexicon.GivenName
	known.uses = r.functions.Uses("")
	known.behind = known.uses
	d.spelt[i], d.lists[i], d.fn[i] = &known, 0, 0
}

// barelyTelling: the word at i is a cue by nothing but the looks of a participle that hangs on no sentence: «مظهر».
func (r *Reader) barelyTelling(d *doc, i int) bool {
	if !d.has(i, inCues) {
		return false
	}
	for _, f := range r.cuesAt(d, i) {
		if f.Form.Shape != lexicon.Participle || accusativeParticiple(f.Form.Word) || strings.HasSuffix(f.Form.Word, "ون") {
			return false
		}
	}
	return true
}

// personAt is the name of a person, as the model found it, that covers token i.
func (d *doc) personAt(i int) (tagger.Entity, bool) {
	if i < 0 || i >= len(d.personOf) || d.personOf[i] < 0 {
		return tagger.Entity{}, false
	}
	return d.tagged[d.personOf[i]], true
}

// bodyAt is the name of a body, as the model found it, that begins with the whole word at i.
func (d *doc) bodyAt(i int) (tagger.Entity, bool) {
	n := d.nameFrom(i)
	if n >= len(d.tagged) {
		return tagger.Entity{}, false
	}
	e := d.tagged[n]
	return e, e.First == i && e.Cut == 0 && e.Type == isnad.ORG
}

// pastPlace steps over a place behind ب: «استنكر المكتب بغزة منع المساعدات»; i where none stands
// there.
func (d *doc) pastPlace(i, hi int) int {
	n := d.nameFrom(i)
	if n >= len(d.tagged) {
		return i
	}
	e := d.tagged[n]
	if e.First != i || e.Cut == 0 || e.End >= hi || e.Type != isnad.GPE && e.Type != isnad.LOC || !strings.HasPrefix(d.toks[i].Norm, "ب") {
		return i
	}
	return e.End
}

// personBegins: a person's name begins with the whole word at i.
func (d *doc) personBegins(i int) bool {
	e, ok := d.personAt(i)
	return ok && e.First == i && e.Cut == 0
}

// personFrom: a person's name begins with token i, behind «و» or not.
func (d *doc) personFrom(i int) bool {
	e, ok := d.personAt(i)
	return ok && e.First == i
}

// nameEnds: a name of any type, as the model found it, ends before token i.
func (d *doc) nameEnds(i int) bool {
	n := d.nameFrom(i)
	return n > 0 && d.tagged[n-1].End == i
}

// nameCovers: a name of any type covers token i.
func (d *doc) nameCovers(i int) bool {
	n := d.nameFrom(i)
	return n > 0 && d.tagged[n-1].End > i || n < len(d.tagged) && d.tagged[n].First == i
}

// isNameAlone: the tokens [i, end) are one name, of any type.
func (d *doc) isNameAlone(i, end int) bool {
	n := d.nameFrom(end)
	return n > 0 && d.tagged[n-1].First == i && d.tagged[n-1].End == end
}

// coveredTo is the end of the name that covers token i, or i.
func (d *doc) coveredTo(i int) int {
	n := d.nameFrom(i)
	if n > 0 && d.tagged[n-1].End > i {
		return d.tagged[n-1].End
	}
	if n < len(d.tagged) && d.tagged[n].First == i {
		return d.tagged[n].End
	}
	return i
}

// bodyBegins: a body's name begins at token i.
func (d *doc) bodyBegins(i int) bool {
	n := d.nameFrom(i)
	return n < len(d.tagged) && d.tagged[n].First == i && d.tagged[n].Type == isnad.ORG
}

// bodyCovers: token i stands within a body's name, and does not begin it.
func (d *doc) bodyCovers(i int) bool {
	n := d.nameFrom(i)
	return n > 0 && d.tagged[n-1].End > i && d.tagged[n-1].Type == isnad.ORG
}

// nameFrom is the number of names that begin before token i.
func (d *doc) nameFrom(i int) int {
	return sort.Search(len(d.tagged), func(n int) bool { return d.tagged[n].First >= i })
}
