package extract

import (
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger"
)

// spelling is all that hangs on how a token is written and not on where it stands. Words
// return: it is made once and remembered for the articles to come.
type spelling struct {
	lists    listed
	function lexicon.Function
	reading  reading
	name     tagger.Word
}

// rememberedWords is how many spellings a Reader remembers.
const rememberedWords = 57_344

// spellingOf gives what is known of a token by itself.
func (r *Reader) spellingOf(t *arabic.Token) *spelling {
	s, place := r.spellings.Get(t.Text)
	if s == nil {
		s = place.Put(t.Text, r.newSpelling(t))
	}
	return s
}

func (r *Reader) newSpelling(t *arabic.Token) (s spelling) {
	s.lists, s.function = r.lookUp(t)
	s.reading = r.figures.reading(t)
	s.name = r.namer.tagger.Word(t)
	return s
}

// spell notes for each token of the document what is known of it by itself, and gives
// what the model of names makes of it.
func (r *Reader) spell(d *doc) []*tagger.Word {
	n := len(d.toks)
	d.fn, d.lists, d.readings = make([]lexicon.Function, n), make([]listed, n), make([]reading, n)
	words := make([]*tagger.Word, n)
	for i := range d.toks {
		s := r.spellingOf(&d.toks[i])
		d.lists[i], d.fn[i], d.readings[i], words[i] = s.lists, s.function, s.reading, &s.name
	}
	return words
}
