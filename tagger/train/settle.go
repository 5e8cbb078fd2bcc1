package train

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/tagger"
)

// settlePlaces makes places of the countries and cities that Wojood calls organizations
// where they act: for us they are GPE wherever they stand.
func (c *Corpora) settlePlaces() error {
	lists, err := tagger.Names()
	if err != nil {
		return err
	}
	places := map[string]bool{}
	for _, name := range lists[isnad.GPE] {
		places[arabic.Fold(name)] = true
	}
	for _, s := range c.wojood {
		for i, n := range s.names {
			name := arabic.Fold(strings.Join(s.words[n.first:n.end], " "))
			if n.types[0] == isnad.ORG && places[name] {
				s.names[i].types = []isnad.EntityType{isnad.GPE}
			}
		}
	}
	return nil
}
