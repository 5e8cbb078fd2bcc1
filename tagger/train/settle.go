package train

import (
	"isnad"
	"isnad/arabic"
	"isnad/tagger"
	"isnad/tagger/internal/seq"
)

// settlePlaces makes places of the countries and cities that a corpus calls organizations
// where they act: for us they are GPE wherever they stand.
func settlePlaces(of []sentence) error {
	lists, err := tagger.Names()
	if err != nil {
		return err
	}
	places := map[string]bool{}
	for _, name := range lists[isnad.GPE] {
		places[arabic.Fold(name)] = true
	}
	for _, s := range of {
		for i, n := range s.names {
			if n.types[0] == isnad.ORG && isPlace(s.words[n.first:n.end], places) {
				s.names[i].types = []isnad.EntityType{isnad.GPE}
			}
		}
	}
	return nil
}

// isPlace reports whether the words are the name of a place, clitics before it or not.
func isPlace(words []string, places map[string]bool) (is bool) {
	rest := ""
	for _, w := range words[1:] {
		rest += " " + arabic.Fold(w)
	}
	seq.Forms(arabic.Fold(words[0]), arabic.Word, func(form string, _ int) {
		is = is || places[form+rest]
	})
	return is
}
