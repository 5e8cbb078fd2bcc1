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

// CueFlag says of a cue what few others do, as a bit.
type CueFlag uint32

// The flags of cues.tsv.
const (
	MaybePassive CueFlag = 1 << iota // ذكر: without vowels its forms may be passive («يذكر أن»)
	OnlyPassive                      // أفيد، قيل: the row is a passive, so that nobody is named who says it
	PlainSaying                      // قال: surely tells, wherever it stands, also without أن («وقال لم نتلق»)
	FoundIn                          // جاء، ورد: tells only before في with what it stands in («جاء في بيان»)
	ToldTo                           // أبلغ، أخبر: who is told is its object, so an outlet may be («أبلغ رويترز»)
	HeldFor                          // اعتبر: its imperfect before an indefinite noun is a passive («تعتبر أول بؤرة»)
	Directs                          // وجه: what one directs at somebody («وجه له اتهامات») is no order
	Addresses                        // طمأن: whom it turns to stands behind its subject («طمأن الوزير السكان بأن»)
	TracesBack                       // عزا: what it traces back stands before إلى and is said too («عزا ارتفاع الأسعار إلى»)
	Describes                        // وصف: what it describes stands before بـ and is said too («وصف اللقاء بالمثمر»)
	OfPaper                          // أظهر: behind a document it takes a bare noun («أظهرت البيانات تراجعا»)
	RelaysTo                         // نسب: relays the words of whoever stands behind إلى («نسبت رويترز إلى مسؤول قوله إن»)
	Blames                           // حمل: accuses only with مسؤولية behind whom it accuses («حمل الوزير خصومه مسؤولية»)
	SaidAside                        // أضاف: its imperfect may stand with its subject amid what is told («…، يضيف البلاغ، …»)
	OnlyLabels                       // سمى: tells only what somebody calls a thing («ما سماه "الغدر"»), else it names or appoints
	Renews                           // جدد: tells only before a noun of stance («جدد الوزير التزام بلاده»)
	ComesOf                          // أرجع: its imperfect may be that of رجع, which tells what comes of what («يرجع ذلك إلى»)
	Rejects                          // رفض: takes a bare noun only where that is what others say («رفض المدير هذه المزاعم»)
)

var flagNames = map[string]CueFlag{"passive": MaybePassive, "onlypassive": OnlyPassive, "plain": PlainSaying, "foundin": FoundIn, "toldto": ToldTo, "heldfor": HeldFor, "directs": Directs, "addresses": Addresses, "tracesback": TracesBack, "describes": Describes, "blames": Blames, "relaysto": RelaysTo, "ofpaper": OfPaper, "aside": SaidAside, "renews": Renews, "labels": OnlyLabels, "rejects": Rejects, "comesof": ComesOf}

// Cue is a row of cues.tsv: a word or phrase that attributes.
type Cue struct {
	Row       Row
	Class     Class
	Lemma     string
	Act       isnad.Act
	Certainty isnad.Certainty
	Narrator  isnad.Stance
	Flags     CueFlag
	frames    [Hawl + 1]uint8 // bit set of complements by preposition
	Match     string
	NoMatch   string
}

// Takes reports whether the cue makes a claim with this complement behind this
// preposition.
func (c *Cue) Takes(p Prep, k Complement) bool { return c.frames[p]&(1<<k) != 0 }

// Is reports whether the cue has one of the flags.
func (c *Cue) Is(f CueFlag) bool { return c.Flags&f != 0 }

// Rule names the row for people: "cues/قال".
func (c *Cue) Rule() string { return "cues/" + c.Lemma }

// CueForm is one reading of a word form as a cue.
type CueForm struct {
	*Cue
	Form Form
}

// Cues is cues.tsv, its verbs in all their forms. It is safe for use by many goroutines.
type Cues struct {
	All     []*Cue
	forms   index[CueForm]
	phrases map[string][]Phrase // by folded first word
}

// Phrase is a cue of several words.
type Phrase struct {
	*Cue
	Words []string // folded
}

// Of gives the readings of a folded word without conjunction, in the order of the list, or
// nil. They are not to be changed.
func (c *Cues) Of(norm string) []CueForm { return c.forms.of(norm) }

// Words yields every folded word that is read as a cue, each once.
func (c *Cues) Words(yield func(string)) { c.forms.each(yield) }

// PhraseWords yields the folded first words of cues of several words, each once, in no
// order.
func (c *Cues) PhraseWords(yield func(string)) {
	for w := range c.phrases {
		yield(w)
	}
}

// Phrases gives the cues of several words that begin with the folded word, longest first.
func (c *Cues) Phrases(first string) []Phrase { return c.phrases[first] }

const cueColumns = 12

// LoadCues reads cues.tsv and conjugates its verbs. An error names file and line.
func LoadCues() (*Cues, error) {
	rows, err := Table("cues", cueColumns)
	if err != nil {
		return nil, err
	}
	c := &Cues{All: make([]*Cue, 0, len(rows)), phrases: make(map[string][]Phrase, 2*len(rows))}
	c.forms.grow(72 * len(rows))
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
		Lemma: row.List(5)[0], Match: f[10], NoMatch: f[11]}
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
	for _, name := range row.List(9) {
		flag, ok := flagNames[name]
		if !ok {
			return nil, row.Errorf("unknown flag %q", name)
		}
		cue.Flags |= flag
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
	list := c.forms.at(norm)
	for i := range *list {
		if have := &(*list)[i]; have.Cue == cue && (have.Form.Shape == f.Shape || f.Suffixed) {
			return
		}
	}
	c.forms.add(list, CueForm{cue, f})
}

func (c *Cues) addPhrase(p Phrase) {
	list := append(c.phrases[p.Words[0]], p)
	for i := len(list) - 1; i > 0 && len(list[i].Words) > len(list[i-1].Words); i-- {
		list[i], list[i-1] = list[i-1], list[i]
	}
	c.phrases[p.Words[0]] = list
}
