package lexicon

import "strings"

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
var pronouns = []string{"ه", "ها", "هم", "هما", "نا"}

// conjugate gives the forms of a verb that news prose uses of it, from its principal
// parts; an empty part gives none. It knows strong, hollow and final-weak verbs by
// their endings; forms that it cannot tell from the parts (قلت، قلنا) are left out.
func conjugate(perfect, imperfect, participle, masdar string) []Form {
	forms := perfects(perfect)
	forms = append(forms, imperfects(imperfect)...)
	for _, f := range forms {
		forms = appendSuffixed(forms, f)
	}
	forms = append(forms, participles(participle, imperfect)...)
	return append(forms, masdars(masdar)...)
}

func perfects(p string) []Form {
	if p == "" {
		return nil
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
	forms := []Form{
		form(p, Masculine, Singular), form(feminine+"ت", Feminine, Singular),
		form(dual+"ا", Masculine, Dual), form(feminine+"تا", Feminine, Dual),
		form(stem+"وا", Masculine, Plural),
	}
	if stem == p && !hollow(p) {
		forms = append(forms, Form{Word: p + "نا", Shape: Perfect, Number: Plural, Person: 1})
	}
	return forms
}

// hollow: the last letter but one is a long a (قال، أفاد), so that the stem changes
// before a consonant.
func hollow(p string) bool {
	r := []rune(p)
	return len(r) >= 2 && r[len(r)-2] == 'ا'
}

func imperfects(i string) []Form {
	rest, ok := strings.CutPrefix(i, "ي")
	if !ok {
		return nil
	}
	stem := rest
	for _, weak := range []string{"ي", "و", "ى"} {
		stem = strings.TrimSuffix(stem, weak)
	}
	dual := strings.TrimSuffix(rest, "ى")
	if dual != rest {
		dual += "ي"
	}
	form := func(word string, g Gender, n Number, person uint8) Form {
		return Form{Word: word, Shape: Imperfect, Gender: g, Number: n, Person: person}
	}
	return []Form{
		form("ي"+rest, Masculine, Singular, 3), form("ت"+rest, Feminine, Singular, 3),
		form("ي"+stem+"ون", Masculine, Plural, 3), form("ي"+stem+"وا", Masculine, Plural, 3),
		form("ي"+dual+"ان", Masculine, Dual, 3), form("ت"+dual+"ان", Feminine, Dual, 3),
		form("ن"+rest, AnyGender, Plural, 1), form("أ"+rest, AnyGender, Singular, 1),
	}
}

func participles(active, imperfect string) []Form {
	if active == "" {
		return nil
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
	return []Form{
		form(active, Masculine, Singular), form(stem+"ا", Masculine, Singular), form(feminine, Feminine, Singular),
		form(plural+"ين", Masculine, Plural), form(plural+"ون", Masculine, Plural), form(stem+"ات", Feminine, Plural),
		form(stem+"ان", Masculine, Dual), form(stem+"تين", Feminine, Dual), form(stem+"تان", Feminine, Dual),
	}
}

func masdars(m string) []Form {
	if m == "" {
		return nil
	}
	form := func(word string) Form { return Form{Word: word, Shape: Masdar} }
	forms := []Form{form(m)}
	definite := form("ال" + m)
	definite.Definite = true
	forms = append(forms, definite)
	stem := m
	if base, ok := strings.CutSuffix(m, "ة"); ok {
		stem = base + "ت"
	}
	for n, p := range pronouns {
		f := form(stem + p)
		f.Suffixed = true
		f.Gender = []Gender{Masculine, Feminine, Masculine, AnyGender, AnyGender}[n]
		f.Number = []Number{Singular, Singular, Plural, Dual, Plural}[n]
		forms = append(forms, f)
	}
	for _, f := range forms {
		f.Word = "ب" + f.Word
		forms = append(forms, f)
	}
	return forms
}

// appendSuffixed appends the finite form with each attached pronoun.
func appendSuffixed(dst []Form, f Form) []Form {
	stem := f.Word
	switch {
	case strings.HasSuffix(stem, "ى"):
		stem = strings.TrimSuffix(stem, "ى") + "ا"
	case strings.HasSuffix(stem, "وا"):
		stem = strings.TrimSuffix(stem, "ا")
	}
	for _, p := range pronouns {
		g := f
		g.Word, g.Suffixed = stem+p, true
		dst = append(dst, g)
	}
	return dst
}
