package lexicon

import "isnad/arabic"

// EventWord is what a word does to the event that it governs, as a bit.
type EventWord uint8

// The classes of eventwords.tsv.
const (
	LightVerb     EventWord = 1 << iota // شن، أجرى: carries a noun of event, and has its subject
	PlannedEvent                        // يعتزم، المقرر
	PossibleEvent                       // قد، دعا
	DeniedEvent                         // لم، نفى
	StateWord                           // تحت، الخاضعة: what follows lasts, and happens not
	TakesPlace                          // اندلع، شارك: the noun beside it happens, and is not only spoken of
	WrittenWord                         // البيان، القرار: as a subject it stands for whose it is
	ShowWord                            // ثقافية، المسرح: makes a show or a course of what else is a protest
)

var eventWordNames = map[string]EventWord{"light": LightVerb, "planned": PlannedEvent, "possible": PossibleEvent, "denied": DeniedEvent, "state": StateWord, "place": TakesPlace, "written": WrittenWord, "show": ShowWord}

// EventWords tells the classes of the words that govern events.
type EventWords struct{ byWord map[string]EventWord }

const eventWordColumns = 6

// LoadEventWords reads and compiles eventwords.tsv. An error names file and line.
func LoadEventWords() (*EventWords, error) {
	rows, err := Table("eventwords", eventWordColumns)
	if err != nil {
		return nil, err
	}
	e := &EventWords{byWord: map[string]EventWord{}}
	for _, row := range rows {
		class, ok := eventWordNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		switch row.Fields[1] {
		case "word":
			for _, form := range row.List(2) {
				e.byWord[arabic.Fold(form)] |= class
			}
		case "verb":
			for _, f := range conjugate(row.Fields[2], row.Fields[3], "", "") {
				if !f.Suffixed || class == LightVerb || class == TakesPlace {
					e.byWord[arabic.Fold(f.Word)] |= class
				}
			}
		default:
			return nil, row.Errorf("kind %q is not verb or word", row.Fields[1])
		}
	}
	return e, nil
}

// Of gives the classes of a folded word, with or without a conjunction or سـ before it.
func (e *EventWords) Of(norm string) EventWord {
	if class := e.byWord[norm]; class != 0 {
		return class
	}
	if rest, ok := cutAny(norm, "و", "ف"); ok {
		if class := e.byWord[rest]; class != 0 {
			return class
		}
		norm = rest
	}
	if rest, ok := cutAny(norm, "س", "ب", "ل"); ok && len(rest) > 4 {
		return e.byWord[rest]
	}
	return 0
}
