package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
)

// spelling is all that hangs on how a token is written and not on where it stands. Words
// return: it is made once and remembered for the articles to come.
type spelling struct {
	lists    listed
	function lexicon.Function
	traits   trait
	given    lexicon.NameType
	governs  lexicon.EventWord // what it does to the event beside it
	uses     *lexicon.Uses
	behind   *lexicon.Uses      // of the word behind «و», where it begins with that
	told     *telling           // nil for most
	group    *lexicon.GroupWord // nil for most
	reading  reading
	name     tagger.Word
}

// telling is what a word may tell as a cue and as a trigger of an event.
type telling struct {
	cues     []cueReading
	triggers []lexicon.TriggerForm
}

// trait is what rules that ask often make of a word alone, as a bit.
type trait uint16

const (
	surelyVerb        trait = 1 << iota // for these four see isVerb
	verbBehindComma                     // a verb behind a comma
	verbOrName                          // a verb where the article names nobody so
	verbOrAdjective                     // and where it is no adjective of a country
	namesBehind                         // a building or body that bears a person's name: see namesPlace
	cliticsBefore                       // surely begins with و ف ب ك or ل that are words of their own
	pronounBehind                       // a pronoun is attached, and nothing before
	definiteNoun                        // with the article, and a noun, no adjective: see lexicon.Nominal
	definiteAdjective                   // with the article, and an adjective
	officials                           // people who act for others, as an object: see officialsAt
	saysNothing                         // a thing, or how it is: nobody who could speak
	counterparts                        // somebody's counterpart, see counterpartWord
)

// rememberedWords is how many spellings a Reader remembers.
const rememberedWords = 114_688

// spellingOf gives what is known of a token by itself.
func (r *Reader) spellingOf(t *arabic.Token) *spelling {
	s, place := r.spellings.Get(t.Text)
	if s == nil {
		s = place.Put(t.Text, r.newSpelling(t))
	}
	return s
}

func (r *Reader) newSpelling(t *arabic.Token) (s spelling) {
	s.lists, s.function = r.lookUp(t)
	s.given, s.uses = r.given[t.Norm], r.functions.Uses(t.Norm)
	s.behind = s.uses
	if rest, and := strings.CutPrefix(t.Norm, "و"); and {
		s.behind = r.functions.Uses(rest)
	}
	s.traits = r.verbTraits(t.Norm)
	if s.lists&inNouns != 0 && strings.HasSuffix(t.Text, "ي") {
		s.traits &^= surelyVerb // نادي is no نادى
	}
	if strings.HasPrefix(t.Text, "أ") && r.onlyLong(t.Norm) {
		s.traits &^= surelyVerb // أمن is no آمن
	}
	if host := strings.TrimPrefix(t.Norm, "ب"); r.words[host].mayBe(lexicon.NamedAfter) && r.functions.Word(host)&lexicon.NamedAfter != 0 {
		s.traits |= namesBehind
	}
	if word, _, _ := officialsWord(t.Norm); r.functions.Serves(word, lexicon.Officials) {
		s.traits |= officials
	}
	if _, ok := counterpartWord(t.Norm); ok {
		s.traits |= counterparts
	}
	s.traits |= r.nominalTraits(t)
	switch cut := arabic.Segment(t.Text); {
	case cut.Count > 0 && cut.Sure:
		s.traits |= cliticsBefore
	case cut.Count == 0 && cut.HasPronoun(t.Text):
		s.traits |= pronounBehind
	}
	if cues, triggers := r.readCues(t), r.happened.triggers.At(t); cues != nil || triggers != nil {
		s.told = &telling{cues, triggers}
	}
	if w, ok := r.happened.groups.At(t); ok {
		group := w // only where there is one does it need room of its own
		s.group = &group
	}
	s.governs = r.happened.words.Of(t.Norm)
	s.reading = r.figures.reading(t)
	s.name = r.namer.tagger.Word(t)
	return s
}

// onlyLong: every cue that folds to norm is written with آ.
func (r *Reader) onlyLong(norm string) bool {
	forms := r.cues.Of(norm)
	for _, f := range forms {
		if !strings.HasPrefix(f.Form.Word, "آ") {
			return false
		}
	}
	return len(forms) > 0
}

// told is what token i may tell as a cue and as a trigger.
func (d *doc) told(i int) (t telling) {
	if known := d.spelt[i].told; known != nil {
		t = *known
	}
	return t
}

// groupAt is the noun of people who may act that token i is.
func (d *doc) groupAt(i int) (w lexicon.GroupWord, ok bool) {
	if known := d.spelt[i].group; known != nil {
		return *known, true
	}
	return w, false
}

// governs is what token i does to the event beside it.
func (d *doc) governs(i int) lexicon.EventWord { return d.spelt[i].governs }

// isName: token i is a name of a person and no ordinary word.
func (d *doc) isName(i int) bool {
	return d.spelt[i].given&(lexicon.GivenName|lexicon.FamilyName) != 0
}

func (d *doc) trait(i int, t trait) bool { return d.spelt[i].traits&t != 0 }

// spell notes for each token of the document what is known of it by itself.
func (r *Reader) spell(d *doc) {
	n := len(d.toks)
	d.spelt, d.lists, d.fn = room(d.spelt, n), room(d.lists, n), room(d.fn, n)
	d.readings, d.names = room(d.readings, n), room(d.names, n)
	for i := range d.toks {
		s := r.spellingOf(&d.toks[i])
		d.spelt[i], d.lists[i], d.fn[i], d.readings[i], d.names[i] = s, s.lists, s.function, s.reading, &s.name
	}
}

// nominalTraits tells what a word is as a common noun or adjective. What is written with ه may be a name or have a
// pronoun («أوليه» is not «أولية»).
func (r *Reader) nominalTraits(t *arabic.Token) trait {
	bare, definite := strings.CutPrefix(t.Norm, "ال")
	class := r.nominals[bare]
	if class == lexicon.AnyNominal || !definite && strings.HasSuffix(t.Text, "ه") {
		return 0
	}
	switch {
	case class == lexicon.NominalNoun && definite:
		return definiteNoun | saysNothing
	case class == lexicon.NominalPeople && definite:
		return definiteNoun
	case class == lexicon.NominalPeople:
		return 0
	case class == lexicon.NominalAdjective && !strings.HasSuffix(bare, "ه"):
		if definite {
			return definiteAdjective // «الأحمر» can be a family
		}
		return 0
	case class == lexicon.NominalAdjective && definite:
		return definiteAdjective | saysNothing
	}
	return saysNothing
}
