package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// concords reports whether actor n behind the verb can be its subject by gender: a feminine verb has no masculine
// subject, and none that names a woman, a country or a body of feminine name has a masculine one before it:
// «اعتقلت الشاب [X]», «اتهم البيان [سوريا]».
func (e *eventReader) concords(t *trigger, n int) bool {
	verb, name := e.genderOf(t), e.genderOfActor(t, n)
	return verb == lexicon.AnyGender || name == lexicon.AnyGender || verb == name
}

// genderOf is the gender that the form of a verb in the third person has.
func (e *eventReader) genderOf(t *trigger) lexicon.Gender {
	w := cutLetters(e.d.toks[t.first].Norm, t.cut)
	shape := t.form.Shape
	switch {
	case !t.verb || t.end > t.first+1 || t.tailEnd > 0:
		return lexicon.AnyGender
	case shape == lexicon.Perfect && t.form.Suffixed, shape == lexicon.Imperfect && t.form.Person != 3:
		return lexicon.AnyGender
	case shape == lexicon.Perfect && strings.HasSuffix(w, "ت"):
		return lexicon.Feminine
	case shape == lexicon.Perfect:
		return lexicon.Masculine
	case shape == lexicon.Imperfect && strings.HasPrefix(strings.TrimPrefix(w, "س"), "ت"):
		return lexicon.Feminine
	case shape == lexicon.Imperfect:
		return lexicon.Masculine
	}
	return lexicon.AnyGender
}

// genderOfActor is the gender of actor n behind the verb, where its title, its name or the noun before it shows one.
func (e *eventReader) genderOfActor(t *trigger, n int) lexicon.Gender {
	a := &e.actors[n]
	w := cutLetters(e.d.toks[a.first].Norm, len([]rune(a.prefix)))
	if a.first > t.end && e.d.serves(a.first-1, lexicon.Loyal) {
		return lexicon.AnyGender
	}
	switch a.kind {
	case isnad.GPE:
		switch {
		case a.first != t.end || !e.isState[a.entity] || strings.HasPrefix(w, "اتحاد") || strings.HasPrefix(w, "الاتحاد"):
			return lexicon.AnyGender
		case e.d.functions.Serves(w, lexicon.MasculineCountry):
			return lexicon.Masculine
		}
		return lexicon.Feminine
	case isnad.PER:
		if m, ok := at(&e.l.titles.Forms, e.d, a.first, inTitles); ok && a.first >= t.end && m.Value.Number == lexicon.Singular {
			return m.Value.Gender
		}
		if i := a.first - 1; i == t.end && e.d.fn[i] == 0 && e.at[i] < 0 && strings.HasPrefix(e.d.toks[i].Norm, "ال") {
			if strings.HasSuffix(e.d.toks[i].Norm, "ه") {
				return lexicon.Feminine
			}
			return lexicon.Masculine
		}
	}
	return lexicon.AnyGender
}
