package train

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
	"isnad/tagger/internal/seq"
)

// places are names of the gazetteers, folded: of countries, and of other places that are not
// also called like a body (ليفربول, الجزيرة).
type places map[string]bool

func listedPlaces() (places, error) {
	lists, err := tagger.Names()
	if err != nil {
		return nil, err
	}
	p := places{}
	for _, t := range []isnad.EntityType{isnad.GPE, isnad.LOC} {
		for _, name := range lists[t] {
			p[arabic.Fold(name)] = true
		}
	}
	for _, name := range lists[isnad.ORG] {
		delete(p, arabic.Fold(strings.TrimPrefix(name, "نادي ")))
	}
	rows, err := lexicon.Table("countries", 9)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, name := range append(row.List(3), row.List(4)...) {
			p[arabic.Fold(name)] = true
		}
	}
	for _, name := range kingdoms {
		p[arabic.Fold(name)] = true
	}
	return p, nil
}

// has reports whether the words are the name of a place, clitics before it or not.
func (p places) has(words []string) (is bool) {
	rest := ""
	for _, w := range words[1:] {
		rest += " " + arabic.Fold(w)
	}
	seq.Forms(arabic.Fold(words[0]), arabic.Word, func(form string, _ int) {
		is = is || p[form+rest]
	})
	return is
}

// settlePlaces makes places of the countries and cities that a corpus calls organizations
// where they act: for us they are GPE wherever they stand.
func settlePlaces(of []sentence) error {
	p, err := listedPlaces()
	if err != nil {
		return err
	}
	for _, s := range of {
		for i, n := range s.names {
			if n.types[0] == isnad.ORG && p.has(s.words[n.first:n.end]) {
				s.names[i].types = []isnad.EntityType{isnad.GPE}
			}
		}
	}
	return nil
}

// settleSpans takes off names what belongs to none for us: brackets and quotation marks
// at their ends, and the side of a place that is known («شرق [بغداد]», but all of «شمال سيناء»).
func settleSpans(of []sentence, m *tagger.Model) error {
	p, err := listedPlaces()
	if err != nil {
		return err
	}
	for _, s := range of {
		for i := range s.names {
			n := &s.names[i]
			for n.end-n.first > 1 && isPunct(s.words[n.first]) {
				n.first++
			}
			for n.end-n.first > 1 && isPunct(s.words[n.end-1]) {
				n.end--
			}
			words := s.words[n.first:n.end]
			if len(words) > 1 && m.IsSide(arabic.Fold(words[0])) && !p.has(words) && p.has(words[1:]) {
				n.first++
			}
		}
	}
	return nil
}

func isPunct(word string) bool {
	toks := arabic.Tokenize(nil, word)
	return len(toks) == 1 && toks[0].Kind == arabic.Punct
}
