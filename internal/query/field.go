package query

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"isnad/arabic"
)

// Field is what a word or a value is looked for in.
type Field string

// The fields. Text is that of no field: the whole article, or the content of the claim.
const (
	Text      Field = ""
	Title     Field = "title"
	Outlet    Field = "outlet"
	Source    Field = "source" // any link of a chain
	Actor     Field = "actor"
	Place     Field = "place"
	Act       Field = "act"
	Certainty Field = "certainty"
	Has       Field = "has"
	Kind      Field = "kind" // of any source
	Quantity  Field = "quantity"
	Since     Field = "since"
	Until     Field = "until"
	In        Field = "in"
)

// worded are the fields that hold words; the others hold values, numbers or dates.
var worded = []Field{Text, Title, Outlet, Source, Actor, Place}

//go:embed fields.tsv
var fieldsTable string

// vocabulary is what fields.tsv says, by folded word.
type vocabulary struct {
	fields map[string]Field
	values map[Field]map[string]string
	names  []string           // of the fields, as written first
	lists  map[Field][]string // of the values of a field, as written first
}

var vocabularyOf = sync.OnceValue(func() *vocabulary {
	v, err := readVocabulary(fieldsTable)
	if err != nil {
		panic("query: the embedded fields: " + err.Error()) // a test reads them, so they cannot ship broken
	}
	return v
})

func readVocabulary(table string) (*vocabulary, error) {
	v := &vocabulary{fields: map[string]Field{}, values: map[Field]map[string]string{}, lists: map[Field][]string{}}
	before, number := "", 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || cells[2] == "" {
			return nil, fmt.Errorf("fields.tsv:%d: field, value and words are wanted, apart by tabs", number)
		}
		if line <= before {
			return nil, fmt.Errorf("fields.tsv:%d: the rows are not sorted", number)
		}
		before = line
		if err := v.add(Field(cells[0]), cells[1], strings.Fields(cells[2])); err != nil {
			return nil, fmt.Errorf("fields.tsv:%d: %w", number, err)
		}
	}
	return v, nil
}

func (v *vocabulary) add(f Field, value string, words []string) error {
	if value == "-" {
		v.names = append(v.names, words[0])
	} else {
		v.lists[f] = append(v.lists[f], words[0])
		if v.values[f] == nil {
			v.values[f] = map[string]string{}
		}
	}
	for _, w := range words {
		w = arabic.Fold(w)
		if value == "-" {
			if _, twice := v.fields[w]; twice {
				return fmt.Errorf("%s names two fields", w)
			}
			v.fields[w] = f
			continue
		}
		if _, twice := v.values[f][w]; twice {
			return fmt.Errorf("%s stands for two values", w)
		}
		v.values[f][w] = value
	}
	return nil
}

// Fields are the names of the fields in English, sorted, for those who offer them.
func Fields() []string { return slices.Clone(vocabularyOf().names) }

// Values are the values that a field can have, in English and sorted; none where it holds
// words, a number or a date.
func Values(f Field) []string { return slices.Clone(vocabularyOf().lists[f]) }
