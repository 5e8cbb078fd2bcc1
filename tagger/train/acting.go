package train

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
	"isnad/tagger/internal/seq"
)

// reading gives the class of a found name by the guidelines of a corpus; empty where these
// mark none.
type reading func(e *example, x tagger.Entity) string

// plain is the reading of corpora that mark the names that we do.
func plain(_ *example, x tagger.Entity) string { return coarse(x.Type) }

// acting reads names by the guidelines of CAraNER, by grammar alone: a country or its capital is
// an organization, since it acts, but where a word of place stands before it; and a name
// within a title («أمير منطقة [عسير]») belongs to that.
type acting struct {
	lists    seq.Lists
	titles   uint64          // the lists of titles of office, as bits
	states   map[string]bool // countries and capitals, folded
	function map[string]bool // words of grammar
}

func newActing() (*acting, error) {
	r, err := tagger.Resources()
	if err != nil {
		return nil, err
	}
	a := &acting{lists: r.Lists, states: map[string]bool{}, function: map[string]bool{}}
	for i, list := range r.Lists.Names {
		switch list {
		case "title office", "title royal", "title rank", "title clergy":
			a.titles |= 1 << i
		}
	}
	rows, err := lexicon.Table("countries", 9)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		for _, column := range []int{3, 4, 7, 8} {
			for _, name := range row.List(column) {
				a.states[arabic.Fold(name)] = true
			}
		}
	}
	for _, name := range kingdoms {
		a.states[arabic.Fold(name)] = true
	}
	if rows, err = lexicon.Table("function", 2); err != nil {
		return nil, err
	}
	for _, row := range rows {
		a.function[arabic.Fold(row.Fields[1])] = true
	}
	return a, nil
}

// kingdoms are short names of countries that no list has, since several countries share them.
var kingdoms = []string{"المملكة"}

// wordsOfPlace stand before a country that is meant as a place.
var wordsOfPlace = strings.Fields("في وفي من ومن الي والي داخل خارج عبر شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط انحاء اراضي مناطق مدن")

func (a *acting) read(e *example, x tagger.Entity) string {
	class := coarse(x.Type)
	switch {
	case class == "" || class == "PER":
	case a.inTitle(e.toks[:x.First]):
		return ""
	case x.Type == isnad.GPE && a.acts(e.toks, x):
		return "ORG"
	}
	return class
}

// acts reports whether a name is of a country and no word of place stands before it.
func (a *acting) acts(toks []arabic.Token, x tagger.Entity) bool {
	rest := ""
	for _, t := range toks[x.First+1 : x.End] {
		rest += " " + t.Norm
	}
	is, first := false, toks[x.First]
	seq.Forms(first.Norm, first.Kind, func(form string, cut int) {
		is = is || a.states[form+rest] && !strings.HasSuffix(first.Norm[:cut], "ب")
	})
	if !is || x.Head > 0 {
		return false
	}
	if x.First > 0 {
		for _, w := range wordsOfPlace {
			if toks[x.First-1].Norm == arabic.Fold(w) {
				return false
			}
		}
	}
	return true
}

// inTitle reports whether the words end in a title of office that goes on over what follows
// them: its words, and behind it none but nouns.
func (a *acting) inTitle(toks []arabic.Token) bool {
	const most = 5 // words between the title and the name
	for i := len(toks) - 1; i >= 0 && i >= len(toks)-1-most; i-- {
		t := &toks[i]
		if t.Kind != arabic.Word {
			return false
		}
		title := false
		a.lists.Find(toks[i:], func(_, _ int, lists uint64) { title = title || lists&a.titles != 0 })
		if title {
			return true
		}
		if a.function[t.Norm] {
			return false
		}
	}
	return false
}
