package lexicon

import (
	"strings"

	"isnad"
	"isnad/arabic"
)

// Prep is the preposition that a cue wants before its complement.
type Prep uint8

// The prepositions of the frames; NoPrep where the complement follows bare.
const (
	NoPrep Prep = iota
	Bi
	Ila
	Min
	An
	Ala
	Li
	Fi
	Hawl
)

var prepNames = map[string]Prep{"": NoPrep, "bi": Bi, "ila": Ila, "min": Min, "an": An, "ala": Ala, "li": Li, "fi": Fi, "hawl": Hawl}

// Complement is what may follow a cue and is the content of its claim.
type Complement uint8

// The complements: a clause with أن or إن, a colon or quotation, a noun phrase.
const (
	That Complement = iota
	Quoted
	Noun
)

var complementNames = map[string]Complement{"that": That, "quote": Quoted, "np": Noun}

// Class is the word class of a cue.
type Class uint8

// The classes of cue.
const (
	VerbCue Class = iota
	NounCue
	PrepCue
	PhraseCue
)

var classNames = map[string]Class{"verb": VerbCue, "noun": NounCue, "prep": PrepCue, "phrase": PhraseCue}

// Cue is a row of cues.tsv: a word or phrase that attributes.
type Cue struct {
	Row       Row
	Class     Class
	Lemma     string
	Act       isnad.Act
	Certainty isnad.Certainty
	Narrator  isnad.Stance
	Passive   bool
	frames    [Hawl + 1]uint8 // bit set of complements by preposition
	Match     string
	NoMatch   string
}

// Takes reports whether the cue makes a claim with this complement behind this
// preposition.
func (c *Cue) Takes(p Prep, k Complement) bool { return c.frames[p]&(1<<k) != 0 }

// Rule names the row for people: "cues/قال".
func (c *Cue) Rule() string { return "cues/" + c.Lemma }

// CueForm is one reading of a word form as a cue.
type CueForm struct {
	*Cue
	Form Form
}

// Cues is the compiled list.
type Cues struct {
	All     []*Cue
	forms   map[string][]CueForm
	lists   slab[CueForm]
	phrases map[string][]Phrase // by folded first word
}

// Phrase is a cue of several words.
type Phrase struct {
	*Cue
	Words []string // folded
}

// Of gives the readings of a folded word without conjunction, or nil.
func (c *Cues) Of(norm string) []CueForm { return c.forms[norm] }

// Words yields every folded word that is read as a cue.
func (c *Cues) Words(yield func(string)) {
	for w := range c.forms {
		yield(w)
	}
}

// PhraseWords yields the folded first words of cues of several words.
func (c *Cues) PhraseWords(yield func(string)) {
	for w := range c.phrases {
		yield(w)
	}
}

// Phrases gives the cues of several words that begin with the folded word, longest first.
func (c *Cues) Phrases(first string) []Phrase { return c.phrases[first] }

const cueColumns = 12

// LoadCues reads and compiles cues.tsv.
func LoadCues() (*Cues, error) {
	rows, err := Table("cues", cueColumns)
	if err != nil {
		return nil, err
	}
	c := &Cues{All: make([]*Cue, 0, len(rows)), forms: make(map[string][]CueForm, 64*len(rows)), phrases: map[string][]Phrase{}}
	var scratch []Form
	for _, row := range rows {
		cue, err := parseCue(row)
		if err != nil {
			return nil, err
		}
		c.All = append(c.All, cue)
		scratch = c.add(cue, row, scratch)
	}
	return c, nil
}

func parseCue(row Row) (*Cue, error) {
	f := row.Fields
	class, ok := classNames[f[0]]
	if !ok {
		return nil, row.Errorf("class %q is not verb, noun, prep or phrase", f[0])
	}
	cue := &Cue{Row: row, Class: class, Act: isnad.Act(f[1]), Certainty: isnad.Certainty(f[2]), Narrator: isnad.Stance(f[3]),
		Lemma: row.List(5)[0], Passive: f[9] == "passive", Match: f[10], NoMatch: f[11]}
	switch cue.Act {
	case isnad.Say, isnad.Assess, isnad.Deny, isnad.Demand, isnad.Pledge, isnad.Warn, isnad.Accuse, isnad.Praise, isnad.Condemn:
	default:
		return nil, row.Errorf("unknown act %q", f[1])
	}
	switch cue.Certainty {
	case isnad.Certain, isnad.Probable, isnad.Possible:
	default:
		return nil, row.Errorf("unknown certainty %q", f[2])
	}
	switch cue.Narrator {
	case isnad.Neutral, isnad.Endorsing, isnad.Distancing:
	default:
		return nil, row.Errorf("unknown stance %q", f[3])
	}
	if f[4] == "-" {
		return cue, nil
	}
	for frame := range strings.SplitSeq(f[4], ",") {
		prep, comp, ok := strings.Cut(frame, ":")
		if !ok {
			prep, comp = "", frame
		}
		p, okPrep := prepNames[prep]
		k, okComp := complementNames[comp]
		if !okPrep || !okComp {
			return nil, row.Errorf("unknown frame %q", frame)
		}
		cue.frames[p] |= 1 << k
	}
	return cue, nil
}

// add enters the forms of a row; it gives the room back that it conjugated in.
func (c *Cues) add(cue *Cue, row Row, scratch []Form) []Form {
	if cue.Class != VerbCue {
		for _, form := range row.List(5) {
			words := strings.Fields(arabic.Fold(form))
			if len(words) == 1 {
				c.addForm(cue, Form{Word: form})
				continue
			}
			c.addPhrase(Phrase{cue, words})
		}
		return scratch
	}
	scratch = appendForms(scratch[:0], row.part(5), row.part(6), row.part(7), row.part(8))
	for _, f := range scratch {
		c.addForm(cue, f)
	}
	return scratch
}

// addForm keeps one reading of each shape of a row; suffixed forms give way to bare ones
// that are spelt alike.
func (c *Cues) addForm(cue *Cue, f Form) {
	norm := arabic.Fold(f.Word)
	list := c.forms[norm]
	for i := range list {
		if have := &list[i]; have.Cue == cue && (have.Form.Shape == f.Shape || f.Suffixed) {
			return
		}
	}
	if list == nil {
		c.forms[norm] = c.lists.one(CueForm{cue, f})
		return
	}
	c.forms[norm] = append(list, CueForm{cue, f})
}

func (c *Cues) addPhrase(p Phrase) {
	list := append(c.phrases[p.Words[0]], p)
	for i := len(list) - 1; i > 0 && len(list[i].Words) > len(list[i-1].Words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	c.phrases[p.Words[0]] = list
}
