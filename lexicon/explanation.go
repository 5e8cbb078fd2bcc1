package lexicon

import (
	"strings"

	"isnad/arabic"
)

// ExplanationClass is what a word does in an explanation, as a bit.
type ExplanationClass uint16

// The classes of explanations.tsv.
const (
	AimOpens   ExplanationClass = 1 << iota // بهدف: opens the aim, and belongs to it
	AimBefore                               // بهدف: opens the aim, where a verbal noun follows
	SoThat                                  // كي: opens the aim, where an imperfect follows
	CauseOpens                              // بسبب: opens the cause, and belongs to it
	SignBefore                              // في مؤشر على: stands before what it means
	Comes                                   // تأتي X: before Within
	Within                                  // في إطار: stands before the aim behind Comes
	Shows                                   // يعكس: behind ما, before what it means
	Supports                                // بدعم من: what moves a market
	Market                                  // أسعار: what Supports moves
	Deed                                    // توجه: is done for the aim behind لـ
	Aim                                     // حماية: an aim behind لـ
	LamNoun                                 // خطة: has لـ with what it is about
	LamVerb                                 // دعا: has لـ with its object
	Casualty                                // مقتل: its cause is no explanation
	Reply                                   // سؤال: what is answered, not why
)

var explanationClasses = map[string]ExplanationClass{
	"aim": AimOpens, "to": AimBefore, "so": SoThat, "reply": Reply, "cause": CauseOpens, "sign": SignBefore, "comes": Comes, "within": Within, "shows": Shows,
	"support": Supports, "market": Market, "deed": Deed, "masdar": Aim, "taker": LamNoun, "takes": LamVerb, "casualty": Casualty,
}

// verbal is the classes whose rows are verbs.
const verbal = Comes | Shows | Deed | LamVerb

// Explanations finds the words with which a narrator explains.
type Explanations struct {
	Openers Phrases[Opening] // aim, cause, sign, within, shows, support
	words   map[string]ExplanationClass
	aims    map[string]*ExplanationRow
}

// ExplanationRow is a row of explanations.tsv.
type ExplanationRow struct {
	Row   Row
	Class ExplanationClass
	Words string
}

// Opening is a form of a row; Clitic is what the word behind it begins with: «نظرا لـ».
type Opening struct {
	*ExplanationRow
	Clitic string
}

// Rule names the row for people.
func (x *ExplanationRow) Rule() string { return "explanations/" + x.Words }

const explanationColumns = 5

// LoadExplanations reads and compiles explanations.tsv. An error names file and line.
func LoadExplanations() (*Explanations, error) {
	rows, err := Table("explanations", explanationColumns)
	if err != nil {
		return nil, err
	}
	return compileExplanations(rows)
}

func compileExplanations(rows []Row) (*Explanations, error) {
	x := &Explanations{words: map[string]ExplanationClass{}, aims: map[string]*ExplanationRow{}}
	for _, row := range rows {
		class, ok := explanationClasses[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		verb := class&verbal != 0
		if verb != (row.Fields[2] != "-") {
			return nil, row.Errorf("imperfect %q for class %q", row.Fields[2], row.Fields[0])
		}
		forms := row.List(1)
		if verb && len(forms) == 0 {
			forms = row.List(2)
		}
		if len(forms) == 0 {
			return nil, row.Errorf("no words")
		}
		x.add(&ExplanationRow{Row: row, Class: class, Words: forms[0]}, forms)
	}
	return x, nil
}

// add enters the forms of a row where its class is looked for.
func (x *Explanations) add(row *ExplanationRow, forms []string) {
	if row.Class&verbal != 0 {
		x.addVerb(row)
		return
	}
	for _, form := range forms {
		switch row.Class {
		case LamNoun, Casualty, Market, Reply:
			x.words[arabic.Fold(form)] |= row.Class
		case Aim:
			x.aims[arabic.Fold(form)] = row
		default:
			words, clitic := form, ""
			if before, letter := cutLast(form); letter == "ل" || letter == "ب" {
				words, clitic = before, letter
			}
			x.Openers.Add(words, Opening{row, clitic})
		}
	}
}

// cutLast cuts the last word off.
func cutLast(form string) (before, last string) {
	i := strings.LastIndexByte(form, ' ')
	if i < 0 {
		return "", form
	}
	return form[:i], form[i+1:]
}

// addVerb enters the finite forms of a verb, the words of Shows with their preposition.
func (x *Explanations) addVerb(row *ExplanationRow) {
	perfect, preposition, _ := strings.Cut(row.Row.part(1), " ")
	imperfect, _, _ := strings.Cut(row.Row.Fields[2], " ")
	for _, f := range conjugate(perfect, imperfect, "", "") {
		switch {
		case f.Person != 3 || f.Suffixed && row.Class == Shows:
		case row.Class == Shows:
			x.Openers.Add(strings.TrimSpace(f.Word+" "+preposition), Opening{row, ""})
		default:
			x.words[arabic.Fold(f.Word)] |= row.Class
		}
	}
}

// Of gives the classes of a folded word that need no other word, with or without a
// conjunction or سـ before it.
func (x *Explanations) Of(norm string) ExplanationClass {
	if class := x.words[norm]; class != 0 {
		return class
	}
	if rest, ok := cutAny(norm, "و", "ف"); ok {
		if class := x.words[rest]; class != 0 {
			return class
		}
		norm = rest
	}
	if rest, ok := strings.CutPrefix(norm, "س"); ok {
		return x.words[rest]
	}
	return 0
}

// AimBehindLam gives the row of a folded word that is لـ with a noun of aim: «لحماية»,
// «للمشاركة», «لحمايتهم».
func (x *Explanations) AimBehindLam(norm string) *ExplanationRow {
	rest, ok := strings.CutPrefix(norm, "ل")
	if !ok {
		return nil
	}
	if noun, definite := strings.CutPrefix(rest, "ل"); definite {
		return x.aims["ال"+noun]
	}
	if row := x.aims[rest]; row != nil {
		return row
	}
	noun, feminine := withoutPronoun(rest)
	if row := x.aims[feminine]; row != nil {
		return row
	}
	return x.aims[noun]
}

// HasPronoun reports whether a noun of aim behind لـ carries its object: «لإنقاذها».
func (x *Explanations) HasPronoun(norm string) bool {
	rest := strings.TrimPrefix(norm, "ل")
	return x.aims[rest] == nil && !strings.HasPrefix(rest, "ل")
}

// IsAim reports whether a folded word is a noun of aim.
func (x *Explanations) IsAim(norm string) bool { return x.aims[norm] != nil }

// TakesLam reports whether a folded word is a noun that has لـ with what it is about, also
// with a pronoun: «دعوته».
func (x *Explanations) TakesLam(norm string) bool {
	if x.Of(norm)&LamNoun != 0 {
		return true
	}
	if rest, ok := cutAny(norm, "ب", "لل"); ok && x.words[rest]&LamNoun != 0 {
		return true
	}
	noun, feminine := withoutPronoun(norm)
	return (x.words[noun]|x.words[feminine])&LamNoun != 0
}

// withoutPronoun cuts an attached pronoun off a folded noun; feminine is the noun with the
// ending that the pronoun hides. Both are empty where there is none.
func withoutPronoun(norm string) (noun, feminine string) {
	for _, pronoun := range [...]string{"هما", "هم", "ها", "ه"} {
		noun, ok := strings.CutSuffix(norm, pronoun)
		if !ok || len(noun) < 6 {
			continue
		}
		if t, ok := strings.CutSuffix(noun, "ت"); ok {
			feminine = t + "ه"
		}
		return noun, feminine
	}
	return "", ""
}
