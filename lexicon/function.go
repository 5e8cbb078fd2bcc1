package lexicon

import (
	"slices"
	"strings"

	"isnad/arabic"
)

// Function is a class of function words, as a bit, so that a word can be in several.
type Function uint32

// The classes of function.tsv.
const (
	ThatWord     Function = 1 << iota // أن، إنه، بأن: opens a clause that is said
	Preposition                       // ends a noun phrase
	Relative                          // الذي: opens a relative clause
	Governor                          // takes أن after it itself: بعد أن، يمكن أن
	Adverb                            // may stand between a verb and its subject
	ClauseStart                       // فيما، بينما: begins a new clause
	Auxiliary                         // كان، قد: stand before the cue
	SpeechNoun                        // تصريح، بيان: what is said in, no source beside its speaker
	PossibleWord                      // a hedge: قد، ربما
	ProbableWord                      // a hedge: يرجح، يبدو
	VerbalNoun                        // may open what is announced or denied: مقتل، وجود
	Quantifier                        // عدد، بعض، أحد: a part of the source that follows
	Same                              // نفسه، ذاتها: points back
	Pointing                          // هذا ما، كما: between a quotation and the verb behind it
	Heading                           // فيديو، عاجل: heads a title, tells nothing
	Setting                           // الصدد، السياق: «في هذا الصدد»
	Platform                          // فيسبوك، تويتر: carries a post, tells nothing itself
	Honored                           // معاليه، سموه: a pronoun for a person of rank
	Carrying                          // نقلتها، بثه: carried by the outlet that follows
	NamedAfter                        // مستشفى، مطار: a place or body that a person's name follows
	Adjective                         // العربية، الدولي: adjectives of bodies, none of a country
	Particle                          // لا، لم، أو: ends a noun phrase, begins none
	Whole                             // كل، جميع: begins a noun phrase of its own
	Needed                            // الحاجة، ضرورة: what is said to be needed begins with it
	Spoken                            // تصريحات، أقوال: words that are somebody's, no document
	OfNews                            // للأنباء: belongs to the name of an agency
	Existing                          // هناك، ثمة: somebody who is told of first stands behind it
	Renewing                          // جدد، كرر: governs a verbal noun that attributes
)

var functionNames = map[string]Function{
	"that": ThatWord, "preposition": Preposition, "relative": Relative, "governor": Governor, "adverb": Adverb,
	"clause": ClauseStart, "auxiliary": Auxiliary, "speech": SpeechNoun,
	"hedge.possible": PossibleWord, "hedge.probable": ProbableWord, "masdar": VerbalNoun, "needed": Needed, "spoken": Spoken, "ofnews": OfNews, "existing": Existing, "renewing": Renewing, "whole": Whole, "particle": Particle, "carrying": Carrying, "namedafter": NamedAfter, "adjective": Adjective, "honored": Honored, "pointing": Pointing, "heading": Heading, "setting": Setting, "platform": Platform, "quantifier": Quantifier, "same": Same,
}

// FunctionClasses names the classes that are set, as function.tsv writes them, in order.
func FunctionClasses(f Function) []string {
	var names []string
	for name, bit := range functionNames {
		if f&bit != 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Functions tells the classes of function words.
type Functions struct {
	byWord map[string]Function // folded words that are spelt in one way
	spelt  map[string][]speltFunction
	uses   map[string]*Uses // folded words
}

type speltFunction struct {
	written string
	class   Function
}

// Word tells the classes of a folded word, whatever its spelling.
func (f *Functions) Word(norm string) Function {
	class := f.byWord[norm]
	for _, s := range f.spelt[norm] {
		class |= s.class
	}
	return class
}

// Of tells the classes of a token as it is written: أمام is a preposition, إمام is not.
func (f *Functions) Of(t *arabic.Token) Function {
	class := f.byWord[t.Norm]
	if t.Kind != arabic.Word {
		return class
	}
	for _, s := range f.spelt[t.Norm] {
		if arabic.SameLetters(t.Text, s.written, 0) {
			class |= s.class
		}
	}
	return class
}

// Each yields every folded word with its classes, in no order; spelt says that they depend
// on how it is written.
func (f *Functions) Each(yield func(norm string, class Function, spelt bool)) {
	for norm, class := range f.byWord {
		yield(norm, class, false)
	}
	for norm := range f.spelt {
		yield(norm, 0, true)
	}
}

// LoadFunctions reads function.tsv and uses.tsv. An error names file and line.
func LoadFunctions() (*Functions, error) {
	rows, err := Table("function", 2)
	if err != nil {
		return nil, err
	}
	f := &Functions{byWord: make(map[string]Function, len(rows)), spelt: map[string][]speltFunction{}, uses: make(map[string]*Uses, len(rows))}
	uses := usesByName()
	if err := f.loadUses(uses); err != nil {
		return nil, err
	}
	for _, row := range rows {
		norm := arabic.Fold(row.Fields[1])
		if use, ok := uses[row.Fields[0]]; ok {
			f.use(norm, use)
			continue
		}
		bit, ok := functionNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		if strings.ContainsAny(row.Fields[1], "أإآةه") {
			f.spelt[norm] = append(f.spelt[norm], speltFunction{row.Fields[1], bit})
		} else {
			f.byWord[norm] |= bit
		}
	}
	return f, nil
}
