package lexicon

import (
	"strings"
	"unicode/utf8"
)

// Number and gender of a word form, for agreement between a verb and its subject.
type Number uint8

// The numbers; AnyNumber where the form does not tell.
const (
	AnyNumber Number = iota
	Singular
	Dual
	Plural
)

// Gender of a word form.
type Gender uint8

// The genders; AnyGender where the form does not tell.
const (
	AnyGender Gender = iota
	Masculine
	Feminine
)

// Shape is what kind of form of a verb a word is.
type Shape uint8

// The shapes of a cue.
const (
	Fixed      Shape = iota // a preposition or a phrase: does not inflect
	Perfect                 // قال
	Imperfect               // يقول
	Participle              // قائلا، مؤكدة
	Masdar                  // قول، تأكيد
)

// Form is a word form with its features.
type Form struct {
	Word     string // as written, hamza kept
	Shape    Shape
	Gender   Gender
	Number   Number
	Person   uint8 // 1, 2 or 3; 0 where the shape has none
	Suffixed bool  // carries an attached pronoun: وصفه، قولها
	Definite bool  // a masdar with ال
}

// The attached pronouns of the third person and of «us» that news prose puts on cues.
// They fold to themselves.
var pronouns = [5]string{"ه", "ها", "هم", "هما", "نا"}

// withPronouns gives the stem with each of the pronouns; those that begin alike share
// their letters.
func withPronouns(stem string) [len(pronouns)]string {
	both := stem + "هما"
	return [...]string{both[:len(stem)+2], stem + "ها", both[:len(stem)+4], both, stem + "نا"}
}

// conjugate gives the forms of a verb that news prose uses of it, from its principal
// parts; an empty part gives none. It knows strong, hollow and final-weak verbs by
// their endings; forms that it cannot tell from the parts (قلت، قلنا) are left out.
func conjugate(perfect, imperfect, participle, masdar string) []Form {
	return appendForms(nil, perfect, imperfect, participle, masdar)
}

// appendForms is conjugate that appends.
func appendForms(dst []Form, perfect, imperfect, participle, masdar string) []Form {
	first := len(dst)
	dst = appendImperfects(appendPerfects(dst, perfect), imperfect)
	finite := dst[first:]
	for _, f := range finite {
		dst = appendSuffixed(dst, f)
	}
	dst = appendMasdars(appendParticiples(dst, participle, imperfect), masdar)
	if masdar != "" {
		dst = append(dst, Form{Word: "لل" + masdar, Shape: Masdar, Definite: true}) // «تظاهروا للمطالبة بـ»
	}
	return dst
}

func appendPerfects(dst []Form, p string) []Form {
	if p == "" {
		return dst
	}
	form := func(word string, g Gender, n Number) Form {
		return Form{Word: word, Shape: Perfect, Gender: g, Number: n, Person: 3}
	}
	stem, dual := p, p
	switch {
	case strings.HasSuffix(p, "ى"):
		stem = strings.TrimSuffix(p, "ى")
		dual = stem + "ي"
	case strings.HasSuffix(p, "ا"):
		stem = strings.TrimSuffix(p, "ا")
		dual = stem + "و"
	case strings.HasSuffix(p, "ي"):
		stem = strings.TrimSuffix(p, "ي")
	}
	feminine := stem
	if strings.HasSuffix(p, "ي") {
		feminine = p
	}
	both := feminine + "تا"
	dst = append(dst,
		form(p, Masculine, Singular), form(both[:len(feminine)+2], Feminine, Singular),
		form(dual+"ا", Masculine, Dual), form(both, Feminine, Dual),
		form(stem+"وا", Masculine, Plural),
	)
	if stem == p && !hollow(p) {
		dst = append(dst, Form{Word: p + "نا", Shape: Perfect, Number: Plural, Person: 1})
	}
	return dst
}

// hollow: the last letter but one is a long a (قال، أفاد), so that the stem changes
// before a consonant.
func hollow(p string) bool {
	_, size := utf8.DecodeLastRuneInString(p)
	return strings.HasSuffix(p[:len(p)-size], "ا")
}

func appendImperfects(dst []Form, i string) []Form {
	rest, ok := strings.CutPrefix(i, "ي")
	if !ok {
		return dst
	}
	stem := rest
	for _, weak := range [...]string{"ي", "و", "ى"} {
		stem = strings.TrimSuffix(stem, weak)
	}
	dual := strings.TrimSuffix(rest, "ى")
	if dual != rest {
		dual += "ي"
	}
	form := func(word string, g Gender, n Number, person uint8) Form {
		return Form{Word: word, Shape: Imperfect, Gender: g, Number: n, Person: person}
	}
	return append(dst,
		form(i, Masculine, Singular, 3), form("ت"+rest, Feminine, Singular, 3),
		form("ي"+stem+"ون", Masculine, Plural, 3), form("ي"+stem+"وا", Masculine, Plural, 3),
		form("ي"+dual+"ان", Masculine, Dual, 3), form("ت"+dual+"ان", Feminine, Dual, 3),
		form("ن"+rest, AnyGender, Plural, 1), form("أ"+rest, AnyGender, Singular, 1),
	)
}

func appendParticiples(dst []Form, active, imperfect string) []Form {
	if active == "" {
		return dst
	}
	stem := active
	weak := strings.HasSuffix(imperfect, "ي") || strings.HasSuffix(imperfect, "و") || strings.HasSuffix(imperfect, "ى")
	if weak && !strings.HasSuffix(stem, "ي") {
		stem += "ي"
	}
	plural := strings.TrimSuffix(stem, "ي")
	if !weak {
		plural = stem
	}
	form := func(word string, g Gender, n Number) Form {
		return Form{Word: word, Shape: Participle, Gender: g, Number: n}
	}
	feminine := strings.TrimSuffix(stem, "ئ") + "ة"
	if strings.HasSuffix(stem, "ئ") {
		feminine = stem + "ة"
	}
	accusative := len(stem) + len("ا")
	dual := stem + "ان"
	return append(dst,
		form(active, Masculine, Singular), form(dual[:accusative], Masculine, Singular), form(feminine, Feminine, Singular),
		form(plural+"ين", Masculine, Plural), form(plural+"ون", Masculine, Plural), form(stem+"ات", Feminine, Plural),
		form(dual, Masculine, Dual), form(stem+"تين", Feminine, Dual), form(stem+"تان", Feminine, Dual),
	)
}

// The number and gender of the pronouns.
var (
	pronounGenders = [len(pronouns)]Gender{Masculine, Feminine, Masculine, AnyGender, AnyGender}
	pronounNumbers = [len(pronouns)]Number{Singular, Singular, Plural, Dual, Plural}
)

// appendMasdars appends the verbal noun bare, with the article and with the pronouns, and
// then, in the same order, all of these behind ب.
func appendMasdars(dst []Form, m string) []Form {
	if m == "" {
		return dst
	}
	const bi = "ب"
	definite := bi + article + m
	stem := bi + m
	if base, ok := strings.CutSuffix(m, "ة"); ok {
		stem = bi + base + "ت"
	}
	words := append(make([]string, 0, 2+len(pronouns)), bi+m, definite)
	for _, w := range withPronouns(stem) {
		words = append(words, w)
	}
	if base, ok := strings.CutSuffix(stem, "اء"); ok {
		for _, seat := range [...]string{"ائ", "اؤ"} {
			for _, w := range withPronouns(base + seat) {
				words = append(words, w) // «استيائه»
			}
		}
	}
	for _, cut := range [...]int{len(bi), 0} {
		for i, w := range words {
			f := Form{Word: w[cut:], Shape: Masdar, Definite: i == 1}
			if i >= 2 {
				n := (i - 2) % len(pronouns)
				f.Suffixed, f.Gender, f.Number = true, pronounGenders[n], pronounNumbers[n]
			}
			dst = append(dst, f)
		}
	}
	return dst
}

// appendSuffixed appends the finite form with each attached pronoun, «me» among them: أخبرني.
func appendSuffixed(dst []Form, f Form) []Form {
	stem := f.Word
	if rest, ok := strings.CutSuffix(stem, "ى"); ok {
		stem = rest + "ا"
	} else if strings.HasSuffix(stem, "وا") {
		stem = strings.TrimSuffix(stem, "ا")
	}
	f.Suffixed = true
	for _, f.Word = range withPronouns(stem) {
		dst = append(dst, f)
	}
	f.Word = stem + "ني"
	return append(dst, f)
}
