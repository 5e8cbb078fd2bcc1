package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

const (
	wordKind   = arabic.Word
	numberKind = arabic.Number
	latinKind  = arabic.Latin
	punctKind  = arabic.Punct
)

// maxNameWords is how many words a person's name has at most.
const maxNameWords = 6

// personName finds the person's name in the tokens [lo, hi) of a noun phrase that may
// begin with titles: at a known first name, else behind the last title, or as the
// indefinite words that end the phrase.
func (r *Reader) personName(d *doc, lo, hi int) (first, end int, ok bool) {
	for i := lo; i < hi; i++ {
		if d.toks[i].Kind == wordKind && !(i > lo && d.serves(i, lexicon.Former)) && (r.givenAt(d, i, hi) || i > lo && (r.knownFamily(d, i) || i+2 < hi && d.fn[i] == 0 && r.childOf(d, i+1))) && !(i > lo && d.serves(i-1, lexicon.Kinship)) && r.nameStands(d, lo, i) && !r.afterPlaceNoun(d, lo, i) {
			return i, r.nameEnd(d, i, hi), true
		}
	}
	for i := lo; i < hi; {
		t := &d.toks[i]
		if m, is := at(&r.titles.Forms, d, i, inTitles); is && i+m.Words <= hi && (m.Cut == 0 || strings.HasPrefix(t.Norm, "و")) {
			i += m.Words
			continue
		}
		if (t.Kind == wordKind || t.Kind == latinKind) && r.startsName(d, lo, i, hi) {
			return i, r.nameEnd(d, i, hi), true
		}
		i++
	}
	return 0, 0, false
}

// knownFamily: behind a rank or form of address, the last name of somebody whom the article
// names in full: «المقدم الفيفي».
func (r *Reader) knownFamily(d *doc, i int) bool {
	if !d.known[d.toks[i].Norm] || !strings.HasPrefix(d.toks[i].Norm, "ال") {
		return false
	}
	m, title := exact(&r.titles.Forms, d, i-1, inTitles)
	return title && m.Words == 1 && m.Value.Name
}

// afterPlaceNoun: before the titles of the name at i stands the noun of a building or body
// («مركز الملك سلمان»).
func (r *Reader) afterPlaceNoun(d *doc, lo, i int) bool {
	if i > lo && d.toks[i-1].IsQuoteMark() {
		i-- // «مركز "عمران للدراسات"»
	}
	for i > lo {
		if _, title := exact(&r.titles.Forms, d, i-1, inTitles); !title {
			break
		}
		i--
	}
	return i > 0 && (d.fn[i-1]&lexicon.NamedAfter != 0 || r.namesPlace(d, i) || strings.HasPrefix(d.toks[i-1].Norm, "ل") && r.functions.Word(d.toks[i-1].Norm[2:])&lexicon.NamedAfter != 0)
}

// givenAt: token i is a first name; one that is an ordinary word too only before another
// name («صالح بن حميد»).
func (r *Reader) givenAt(d *doc, i, hi int) bool {
	if d.personBegins(i) {
		return true
	}
	t := d.spelt[i].given
	if i+1 < hi && i > 0 && (d.is(i, "ابو") || d.is(i, "ابي") || d.is(i, "ابا")) {
		return true
	}
	if _, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives); adjective && strings.HasPrefix(d.toks[i].Norm, "ال") {
		return false
	}
	if t&lexicon.GivenName != 0 {
		return true
	}
	if i > 0 && t&lexicon.AmbiguousName != 0 && !strings.HasPrefix(d.toks[i].Norm, "ال") {
		for n := 1; n <= 2 && n <= i; n++ { // «اللواء أمين فلان», «اللواء المتقاعد أمين فلان»
			if m, title := exact(&r.titles.Forms, d, i-n, inTitles); title && m.Words == n && m.Value.Kind != "office" {
				return true
			}
		}
	}
	if i > 0 && i+1 < hi && t&lexicon.AmbiguousName != 0 && strings.HasPrefix(d.toks[i].Norm, "ال") && d.spelt[i+1].given != 0 && strings.HasPrefix(d.toks[i-1].Norm, "ال") && strings.HasSuffix(d.toks[i-1].Text, "ة") {
		title := r.titleAt(d, i)
		return !title // «المتحدث باسم الحركة الصادق علي فلان»
	}
	if t&lexicon.AmbiguousName != 0 && r.definiteGiven(d, i) {
		return true
	}
	return t&lexicon.AmbiguousName != 0 && !strings.HasPrefix(d.toks[i].Norm, "ال") && i+1 < hi && (d.is(i+1, "بن") || d.isName(i+1) || r.familyName(d, i+1))
}

// definiteGiven: a first name with the article stands behind another definite word or a place, before a word with the
// article that no list knows and what is said: «الناطق باسم محكمة تونس الحبيب الترخاني بأن».
func (r *Reader) definiteGiven(d *doc, i int) bool {
	if i == 0 || i+2 >= len(d.toks) || !strings.HasPrefix(d.toks[i].Norm, "ال") || !strings.HasPrefix(d.toks[i+1].Norm, "ال") || d.has(i, inTitles) {
		return false
	}
	if d.fn[i+2]&lexicon.ThatWord == 0 && !r.isComma(d, i+2) && !d.is(i+2, ":") {
		return false
	}
	_, place := at(&r.polities.Names, d, i-1, inPolities)
	return (place || strings.HasPrefix(d.toks[i-1].Norm, "ال")) && d.fn[i+1] == 0 && !d.has(i+1, inNouns|inTitles|inAdjectives) && !d.trait(i+1, definiteNoun|definiteAdjective)
}

// familyName: العصيمي، الدوسري: a relation that is no country's or other common adjective.
func (r *Reader) familyName(d *doc, i int) bool {
	w := d.toks[i].Norm
	if len(w) < 10 || !strings.HasPrefix(w, "ال") || !strings.HasSuffix(w, "ي") || d.fn[i] != 0 {
		return false
	}
	_, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives)
	_, noun := exact(&r.nouns.Forms, d, i, inNouns)
	title := r.titleAt(d, i)
	return !adjective && !noun && !title
}

// nameStands: before a first name stands a title, a definite word, a comma, or nothing;
// not the noun of a body named after somebody («مركز محمد بن راشد»).
func (r *Reader) nameStands(d *doc, lo, i int) bool {
	if i == lo {
		return true
	}
	w := d.toks[i].Norm
	before := d.toks[i-1].Norm
	if w == "باسم" && (strings.HasPrefix(before, "ال") || r.functions.Serves(before, lexicon.Spokesman)) {
		for k := lo; k < i; k++ {
			if d.is(k, "باسم") {
				return true // «الناطق باسم الحكومة العراقية باسم العوادي»
			}
		}
		return false
	}
	if strings.HasPrefix(before, "ال") || before == "،" || before == "," || before == ")" {
		return true
	}
	if _, polity := at(&r.polities.Names, d, i-1, inPolities); polity {
		return true
	}
	for k := max(lo, i-3); k < i; k++ {
		if m, title := at(&r.titles.Forms, d, k, inTitles); title && k+m.Words == i {
			return true
		}
		if m, adjective := exact(&r.polities.Adjectives, d, k, inAdjectives); adjective && k+m.Words == i {
			return true
		}
	}
	_, noun := exact(&r.nouns.Forms, d, i-1, inNouns)
	return !noun && d.fn[i-1] == 0 && i-lo > 2
}

// startsName: an indefinite word behind a definite one or a title that opens no genitive
// of its own.
func (r *Reader) startsName(d *doc, lo, i, hi int) bool {
	w := d.toks[i].Norm
	if d.fn[i] != 0 || d.serves(i, lexicon.Former) || strings.HasPrefix(w, "ال") || i == lo || d.trait(i, cliticsBefore) || strings.HasSuffix(w, "ه") && !d.is(i-1, "،") {
		return false
	}
	if _, polity := exact(&r.polities.Names, d, i, inPolities); polity {
		return false
	}
	if m, medium := exact(&r.media.Names, d, i, inMedia); medium && m.Value.Standalone {
		return false
	}
	if _, noun := exact(&r.nouns.Forms, d, i, inNouns); noun {
		return false
	}
	if _, adjective := exact(&r.polities.Adjectives, d, i, inAdjectives); adjective {
		return false
	}
	if len(w) >= 10 && strings.HasSuffix(w, "ات") && d.spelt[i].given == 0 && !d.nameCovers(i) {
		return false // «مباحثات مهمة»
	}
	if d.spelt[i].given&lexicon.AmbiguousName != 0 && (strings.HasPrefix(d.toks[i-1].Norm, "ال") || d.nameEnds(i)) && i+2 < len(d.toks) && (d.fn[i+2]&lexicon.ThatWord != 0 || d.is(i+2, ":") || r.isComma(d, i+2) && d.is(i+3, "في") && r.stances[w] == nil) && strings.HasPrefix(d.toks[i+1].Norm, "ال") {
		return true // «المتحدث الرسمي لوزارة العمل تيسير المفرج أن»
	}
	if r.unlistedName(d, i) {
		return true
	}
	ends := i+1 >= hi || d.toks[i+1].Kind == punctKind || d.isName(i+1) || !strings.HasPrefix(d.toks[i+1].Norm, "ال") || strings.HasPrefix(d.toks[i+1].Text, "إل") // إلوود
	before := d.toks[i-1].Norm
	if strings.HasPrefix(before, "ال") || before == "،" {
		return ends || r.entitles(d, i-1)
	}
	return ends && r.honors(d, i-1)
}

// unlistedName: between a word with the article and what is said stands one without it that no list knows, and what
// looks like a family's name: «القيادي في الحركة عائد الهلالي إن».
func (r *Reader) unlistedName(d *doc, i int) bool {
	w := d.toks[i].Norm
	if i == 0 || i+2 >= len(d.toks) || d.toks[i].Kind != wordKind || len(w) < 6 || d.fn[i] != 0 || strings.HasPrefix(w, "ال") || !strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return false
	}
	if d.has(i, inNouns|inTitles|inMedia|inPolities|inAdjectives|inCues) || d.trait(i, cliticsBefore|pronounBehind|saysNothing) || r.isVerb(d, i) || r.verbalNoun(w) || writtenTanwin(d.toks[i].Text) || !r.familyName(d, i+1) || d.trait(i+1, definiteNoun|definiteAdjective) {
		return false
	}
	next := i + 2
	if r.isComma(d, next) && next+1 < len(d.toks) {
		next++
		if m, ok := at(&r.nouns.Forms, d, next, inNouns); ok && m.Cut > 0 && m.Value.Kind == isnad.Media {
			return true // «عائد الهلالي، لوكالة نوفا، إن»
		}
	}
	return d.fn[next]&lexicon.ThatWord != 0 || next == i+2 && (d.is(next, ":") || d.is(next, "عن"))
}

// entitles: a form of address or rank stands at i, behind which nothing but a name can stand:
// «الدكتور موافق الرويلي».
func (r *Reader) entitles(d *doc, i int) bool {
	m, ok := exact(&r.titles.Forms, d, i, inTitles)
	return ok && m.Words == 1 && (m.Value.Kind == "honorific" || m.Value.Kind == "rank" || m.Value.Kind == "royal")
}

// nameEnd follows a name from its first word.
func (r *Reader) nameEnd(d *doc, i, hi int) int {
	if e, ok := d.personAt(i); ok && e.End <= hi && (e.End-i >= 2 || i > e.First || d.known[d.toks[i].Norm]) {
		return r.pastSon(d, e.End, hi)
	}
	end := i + 1
	if e, ok := d.personAt(end); ok && e.First == end && e.Cut == 0 && e.End <= hi && d.spelt[i].given != 0 {
		return e.End // «الصادق علي فلان», of which the model found the end
	}
	if d.is(i, "ابو") || d.is(i, "ابي") || d.is(i, "عبد") || d.is(i, "ابن") {
		end = min(i+2, hi) // the next word belongs to it
	}
	for end < hi && end < i+maxNameWords {
		t := &d.toks[end]
		if end+1 < hi && r.childOf(d, end) && !d.is(end, "بن") {
			end += 2 // «فاطمة بنت سالم», «الحسين ولد حداد»
			continue
		}
		if toLetter(d, end) {
			break
		}
		if t.Kind == punctKind && t.Norm == "-" && t.Glued && end+1 < hi {
			end += 2
			continue
		}
		if t.Kind != wordKind && t.Kind != latinKind || d.fn[end] != 0 && t.Norm != "من" {
			break
		}
		if !r.given.Is(t.Norm) {
			if m, title := exact(&r.titles.Forms, d, end, inTitles); title && (endsName(m.Value.Kind) || strings.HasPrefix(t.Norm, "ال") && r.entitles(d, end)) {
				break
			}
			if _, adjective := exact(&r.polities.Adjectives, d, end, inAdjectives); adjective && end > i+1 && r.given[t.Norm] == 0 {
				break
			}
		}
		if !d.isName(end) && d.trait(end, cliticsBefore) || strings.HasSuffix(t.Text, "ًا") || strings.HasSuffix(t.Text, "اً") {
			break
		}
		if strings.HasPrefix(t.Norm, "بال") && strings.HasPrefix(d.toks[i].Norm, "ال") && !d.isName(end) {
			break // «اتهمه زعيم المعارضة بالمماطلة»
		}
		if (end > i+1 || arabic.Segment(t.Norm).HasPronoun(t.Norm)) && r.verbalNoun(t.Norm) {
			break
		}
		if d.trait(end, pronounBehind) && !d.nameCovers(end) && !d.isName(end) && ownThing(t.Norm) {
			break
		}
		if end > i+1 && d.spelt[end].given == 0 && d.trait(end, saysNothing) && !d.nameCovers(end) {
			break // «سالم حداد صحة الخبر»
		}
		if d.has(end, inCues) && r.ownWords(d, end) || r.stances[t.Norm] != nil || d.fn[end]&lexicon.VerbalNoun != 0 || end > i+1 && commonPlural(t.Norm) {
			break
		}
		if r.isVerb(d, end) && !(end == i+1 && r.foreignFamily(d, end)) || strings.HasPrefix(t.Norm, "و") && r.cliticEnds(d, end) {
			break
		}
		end++
	}
	return end
}

// pastSon steps over a family's name that begins with بن in one word: «عبد الإله بنعبد السلام», «فلان بنسعيد»; i
// where none stands.
func (r *Reader) pastSon(d *doc, i, hi int) int {
	if i >= hi || d.toks[i].Kind != wordKind || !strings.HasPrefix(d.toks[i].Norm, "بن") || len(d.toks[i].Norm) < 10 || d.fn[i] != 0 || d.has(i, inCues|inNouns|inTitles) || d.toks[i-1].Kind != wordKind {
		return i
	}
	if host := d.toks[i].Norm[2:]; r.verbalNoun(host) || r.functions.Word(host) != 0 {
		return i // «بنشر»: with a preposition
	}
	if _, noun := r.nouns.Forms.Word(d.toks[i].Norm[2:]); noun {
		return i // «بنواب»
	}
	if d.is(i, "بنعبد") && i+1 < hi {
		return i + 2
	}
	if d.spelt[i].given != 0 || d.isName(i) {
		return i + 1
	}
	return i
}

// ownThing: رؤيته، خططهم: with a pronoun that no name ends with.
func ownThing(norm string) bool {
	for _, pronoun := range [...]string{"ته", "تها", "تهم", "هم", "هما"} {
		if strings.HasSuffix(norm, pronoun) && len(norm) >= 10 {
			return true
		}
	}
	return false
}

// foreignFamily: ويلموث، ويلسون: behind a first name, what looks like و and a verb that no list
// knows is a family's name.
func (r *Reader) foreignFamily(d *doc, i int) bool {
	w, joined := strings.CutPrefix(d.toks[i].Norm, "و")
	return joined && d.isName(i-1) && len(w) < 14 && !r.verbs[w] && len(r.cues.Of(w)) == 0
}

// commonPlural: a definite plural noun is no part of a name.
func commonPlural(w string) bool {
	return strings.HasPrefix(w, "ال") && len(w) >= 12 && (strings.HasSuffix(w, "ات") || strings.HasSuffix(w, "ون") || strings.HasSuffix(w, "ين") || strings.HasSuffix(w, "يه"))
}

// endsName: an office or rank behind a name begins an apposition; an honorific can be a
// part of the name (سيد، الشيخ).
func endsName(kind string) bool { return kind == "office" || kind == "rank" || kind == "profession" }
