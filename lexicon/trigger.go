package lexicon

import (
	"slices"
	"strings"

	"isnad/arabic"
)

// Trigger is a row of triggers.tsv: a word or phrase that tells of an event of a PLOVER
// type. Types and codes are those of the PLOVER manual (draft 0.8) and its CAMEO table.
type Trigger struct {
	Row     Row
	Type    string // ASSAULT, CONSULT, …
	CAMEO   string // two to four digits
	Class   Class  // VerbCue, NounCue or PhraseCue
	Frames  []string
	Only    bool   // of too many senses to tell an event where no frame is filled
	Status  string // what the trigger itself carries, or ""
	Lemma   string
	Match   string
	NoMatch string
}

// Rule names the row for people: "triggers/ASSAULT/قصف".
func (t *Trigger) Rule() string { return "triggers/" + t.Type + "/" + t.Lemma }

// Takes reports whether the trigger marks its recipient in this way.
func (t *Trigger) Takes(frame string) bool { return slices.Contains(t.Frames, frame) }

// TriggerForm is one reading of a word form as a trigger.
type TriggerForm struct {
	*Trigger
	Form   Form
	Future bool // the form stands behind the prefix سـ
	Aim    bool // behind the prefix لـ: of a verb or a verbal noun that is aimed at
	Cut    int  // letters of the token that stand before the form
}

// Triggers is triggers.tsv, its verbs in all their forms. It is safe for use by many
// goroutines.
type Triggers struct {
	All     []*Trigger
	Phrases Phrases[*Trigger] // the triggers of several words
	forms   index[TriggerForm]
	split   map[string][]SplitTrigger
	scratch []Form // while it is compiled
}

// SplitTrigger is a trigger of several words whose subject may stand behind the first:
// «قطعت الجزائر علاقاتها».
type SplitTrigger struct {
	*Trigger
	Rest []string // the folded words behind the first
}

// Split gives the triggers of several words that begin with the folded word.
func (t *Triggers) Split(first string) []SplitTrigger { return t.split[first] }

// SplitWords yields the folded words for which Split has triggers.
func (t *Triggers) SplitWords(yield func(string)) {
	for first := range t.split {
		yield(first)
	}
}

// EventTypes are the types of PLOVER in the order of its manual.
var EventTypes = []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}

var (
	triggerFrames   = []string{"obj", "ila", "an", "ala", "min", "maa", "bi", "li", "fi", "didd", "bayna", "none"}
	triggerStatuses = []string{"-", "actual", "planned", "possible", "denied"}
)

const triggerColumns = 11

// LoadTriggers reads and compiles triggers.tsv. An error names file and line.
func LoadTriggers() (*Triggers, error) {
	rows, err := Table("triggers", triggerColumns)
	if err != nil {
		return nil, err
	}
	return compileTriggers(rows)
}

func compileTriggers(rows []Row) (*Triggers, error) {
	t := &Triggers{All: make([]*Trigger, 0, len(rows)), split: map[string][]SplitTrigger{}}
	t.forms.grow(36 * len(rows))
	for _, row := range rows {
		trigger, err := parseTrigger(row)
		if err != nil {
			return nil, err
		}
		t.All = append(t.All, trigger)
		t.add(trigger)
	}
	t.scratch = nil
	return t, nil
}

func parseTrigger(row Row) (*Trigger, error) {
	f := row.Fields
	class, ok := classNames[f[2]]
	t := &Trigger{Row: row, Type: f[0], CAMEO: f[1], Class: class, Frames: strings.Split(f[3], ","),
		Status: strings.TrimPrefix(f[4], "-"), Match: f[9], NoMatch: f[10]}
	switch {
	case !slices.Contains(EventTypes, t.Type):
		return nil, row.Errorf("unknown event type %q", t.Type)
	case len(t.CAMEO) < 2 || len(t.CAMEO) > 4 || strings.Trim(t.CAMEO, "0123456789") != "":
		return nil, row.Errorf("CAMEO code %q is not two to four digits", t.CAMEO)
	case !ok || class == PrepCue:
		return nil, row.Errorf("class %q is not verb, noun or phrase", f[2])
	case !slices.Contains(triggerStatuses, f[4]):
		return nil, row.Errorf("unknown status %q", f[4])
	case len(row.List(5)) == 0:
		return nil, row.Errorf("no form")
	case class == VerbCue && !strings.HasPrefix(f[6], "ي"):
		return nil, row.Errorf("imperfect %q does not begin with ي", f[6])
	case t.Match == "" || t.NoMatch == "":
		return nil, row.Errorf("no example")
	}
	if n := len(t.Frames) - 1; n > 0 && t.Frames[n] == "only" {
		t.Frames, t.Only = t.Frames[:n], true
	}
	for _, frame := range t.Frames {
		if !slices.Contains(triggerFrames, frame) {
			return nil, row.Errorf("unknown frame %q", frame)
		}
	}
	t.Lemma = row.List(5)[0]
	return t, nil
}

func (t *Triggers) add(trigger *Trigger) {
	row := trigger.Row
	if trigger.Class != VerbCue {
		for _, form := range row.List(5) {
			if strings.Contains(form, " ") {
				t.Phrases.Add(form, trigger)
				words := splitWords(arabic.Fold(form))
				t.split[words[0]] = append(t.split[words[0]], SplitTrigger{trigger, words[1:]})
				continue
			}
			for _, f := range nounForms(form) {
				t.addForm(trigger, f)
			}
		}
		return
	}
	t.scratch = appendForms(t.scratch[:0], row.part(5), row.part(6), row.part(7), "")
	for _, f := range t.scratch {
		if f.Person != 1 || f.Number == Plural { // أوقف is «he stopped» in news, never «I stop»
			t.addForm(trigger, f)
		}
	}
	for _, masdar := range row.List(8) {
		for _, f := range nounForms(masdar) {
			t.addForm(trigger, f)
		}
	}
}

// nounForms gives a verbal noun bare, with the article, in the accusative and with the
// pronouns; one that is written with the article stays as it is.
func nounForms(noun string) []Form {
	if strings.HasPrefix(noun, "ال") {
		return []Form{{Word: noun, Shape: Masdar, Definite: true}}
	}
	forms := appendMasdars(nil, noun)
	forms = forms[:len(forms)/2]                       // the rest are the same behind ب
	if stem, ok := strings.CutSuffix(noun, "اء"); ok { // لقائه، لقاؤها
		for _, seat := range [...]string{"ائ", "اؤ"} {
			for _, w := range withPronouns(stem + seat) {
				forms = append(forms, Form{Word: w, Shape: Masdar, Suffixed: true})
			}
		}
	}
	if stem := strings.TrimSuffix(noun, "ة"); stem != noun {
		forms = append(forms, Form{Word: stem + "تين", Shape: Masdar, Number: Dual}, Form{Word: stem + "تان", Shape: Masdar, Number: Dual})
	} else if !strings.HasSuffix(noun, "اء") && !strings.HasSuffix(noun, "ات") && !strings.HasSuffix(noun, "ى") && !strings.HasSuffix(noun, "ين") {
		forms = append(forms, Form{Word: noun + "ين", Shape: Masdar, Number: Dual}, Form{Word: noun + "ان", Shape: Masdar, Number: Dual})
	}
	if !strings.HasSuffix(noun, "ة") && !strings.HasSuffix(noun, "اء") && !strings.HasSuffix(noun, "ات") && !strings.HasSuffix(noun, "ى") {
		forms = append(forms, Form{Word: noun + "ا", Shape: Masdar})
	}
	return forms
}

// addForm keeps one reading of each shape of a row, the bare before the suffixed.
func (t *Triggers) addForm(trigger *Trigger, f Form) {
	norm := arabic.Fold(f.Word)
	list := t.forms.at(norm)
	for i := range *list {
		if have := &(*list)[i]; have.Trigger == trigger && (have.Form.Shape == f.Shape || f.Suffixed) {
			return
		}
	}
	t.forms.add(list, TriggerForm{Trigger: trigger, Form: f})
}

// Of gives the readings of a folded word without clitics, or nil.
func (t *Triggers) Of(norm string) []TriggerForm { return t.forms.of(norm) }

// At gives the readings of a token, those with the fewest clitics before the form: the
// conjunctions و ف, then سـ before an imperfect, ب ك ل before a noun, ل before either.
func (t *Triggers) At(tok *arabic.Token) []TriggerForm {
	if tok.Kind != arabic.Word {
		return nil
	}
	if forms := t.clitic(tok, tok.Norm, 0); forms != nil {
		return forms
	}
	if rest, ok := cutAny(tok.Norm, "و", "ف"); ok {
		return t.clitic(tok, rest, 1)
	}
	return nil
}

// clitic reads what stands behind the conjunction.
func (t *Triggers) clitic(tok *arabic.Token, w string, cut int) []TriggerForm {
	if forms := written(nil, tok, t.forms.of(w), cut); forms != nil {
		return forms
	}
	if rest, ok := strings.CutPrefix(w, "لل"); ok {
		if forms := written(nil, tok, t.forms.of("ال"+rest), -1); forms != nil {
			return mark(forms, cut+1, false, true, Masdar)
		}
	}
	if len(w) < 8 {
		return nil
	}
	rest := w[2:]
	switch w[:2] {
	case "س":
		return mark(written(nil, tok, t.forms.of(rest), cut+1), cut+1, true, false, Imperfect)
	case "ل":
		return mark(written(nil, tok, t.forms.of(rest), cut+1), cut+1, false, true, Masdar, Imperfect)
	case "ب", "ك":
		return mark(written(nil, tok, t.forms.of(rest), cut+1), cut+1, false, false, Masdar, Fixed)
	}
	return nil
}

// written appends the forms that the token spells, not those that only fold alike; where
// cut is negative the spelling is not compared.
func written(dst []TriggerForm, tok *arabic.Token, forms []TriggerForm, cut int) []TriggerForm {
	for _, f := range forms {
		if cut < 0 || arabic.SameLetters(tok.Text, f.Form.Word, cut) {
			f.Cut = max(cut, 0)
			dst = append(dst, f)
		}
	}
	return dst
}

// mark keeps the forms of the given shapes and tells what stands before them.
func mark(forms []TriggerForm, cut int, future, aim bool, shapes ...Shape) []TriggerForm {
	kept := forms[:0]
	for _, f := range forms {
		if slices.Contains(shapes, f.Form.Shape) {
			f.Cut, f.Future, f.Aim = cut, future, aim
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return kept
}
