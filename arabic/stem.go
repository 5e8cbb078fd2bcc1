package arabic

import (
	_ "embed"
	"strings"
	"sync"

	"isnad/arabic/internal/affix"
)

// Stem returns what the forms of a word share, folded: the host without its article,
// its endings of gender, number and case, or the prefixes and suffixes of a verb; broken
// plurals and weak verbs come out as their singular and their perfect. It is light: a noun and
// the verb of its root keep their own stems, and so do سياسة and سياسي. A stem is made to be compared,
// not to be read. A word that is not Arabic is only folded.
func Stem(word string) string {
	var w affix.Word
	if !w.Spell(word) {
		return Fold(word)
	}
	return string(appendStem(nil, &w, clitics().Decide(&w)))
}

// AppendAnalysis appends the stem of a word to dst and returns its segmentation too: one
// reading of the word serves both.
func AppendAnalysis(dst []byte, word string) ([]byte, Segmentation) {
	var w affix.Word
	if !w.Spell(word) {
		return appendFolded(dst, word, nil), Segmentation{HostEnd: len(word), Sure: true}
	}
	d := clitics().Decide(&w)
	return appendStem(dst, &w, d), segmentation(&w, d)
}

func appendStem(dst []byte, w *affix.Word, d affix.Decision) []byte {
	s := stemming()
	h := hostOf(w, d, s)
	return s.stem(h).appendFolded(dst)
}

// form is a word in letters while it is being stemmed.
type form struct {
	l [affix.MaxLetters + 4]affix.Letter
	n int
}

// appendFolded appends the letters of f, folded.
func (f form) appendFolded(dst []byte) []byte {
	for _, l := range f.l[:f.n] {
		dst = appendFold(dst, rune(l)+0x600, blockFold[l])
	}
	return dst
}

// letterAt reads the Arabic letter of two bytes that stands at s[i].
func letterAt(s string, i int) affix.Letter { return s[i]<<6 | s[i+1]&0x3F }

func formOf(s string) (f form) {
	f.add(s)
	return f
}

func (f *form) add(s string) {
	for i := 0; i+1 < len(s) && f.n < len(f.l); i += 2 {
		f.l[f.n] = letterAt(s, i)
		f.n++
	}
}

func (f *form) starts(prefix string) bool {
	if len(prefix)/2 > f.n {
		return false
	}
	for i := 0; i < len(prefix); i += 2 {
		if f.l[i/2] != letterAt(prefix, i) {
			return false
		}
	}
	return true
}

func (f *form) ends(suffix string) bool {
	at := f.n - len(suffix)/2
	if at < 0 {
		return false
	}
	for i := 0; i < len(suffix); i += 2 {
		if f.l[at+i/2] != letterAt(suffix, i) {
			return false
		}
	}
	return true
}

// is reports whether the letter at position i, from the end if negative, is one of set.
func (f *form) is(i int, set string) bool {
	if i < 0 {
		i += f.n
	}
	if i < 0 || i >= f.n {
		return false
	}
	for k := 0; k < len(set); k += 2 {
		if f.l[i] == letterAt(set, k) {
			return true
		}
	}
	return false
}

// cut returns f without so many letters at its start and end, and with a new ending.
func (f *form) cut(start, end int, ending string) (g form) {
	g.n = copy(g.l[:], f.l[start:f.n-end])
	g.add(ending)
	return g
}

// behind returns f with a prefix before it.
func (f *form) behind(prefix string) (g form) {
	g.add(prefix)
	g.n += copy(g.l[g.n:], f.l[:f.n])
	return g
}

// stemmer holds what stemming looks up. It is not changed after it is made.
type stemmer struct {
	lexicon   *affix.Lexicon
	stems     map[form]form   // form → the word whose stem it shares
	imperfect map[uint32]form // stem of an imperfect → perfect
	own       map[uint32]bool // words whose ال is their own
	kept      map[uint32]bool // words whose ending is their own
}

//go:embed data/stems.tsv
var stemsTable string

//go:embed data/verbs.tsv
var verbsTable string

var stemming = sync.OnceValue(func() *stemmer {
	s := &stemmer{clitics().Lexicon, map[form]form{}, map[uint32]form{}, map[uint32]bool{}, map[uint32]bool{}}
	for line := range strings.Lines(stemsTable) {
		if from, to, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && line[0] != '#' {
			s.put(formOf(from), formOf(to))
		}
	}
	for line := range strings.Lines(verbsTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 || line[0] == '#' {
			continue
		}
		switch h := formOf(f[1]).hash(); f[0] {
		case "i":
			s.imperfect[h] = formOf(f[2])
		case "p":
			s.put(formOf(f[1]), formOf(f[2]))
		case "a":
			s.own[h] = true
		case "k":
			s.kept[h] = true
		}
	}
	return s
})

// put adds a row of irregular stems. Careless spelling drops the hamza of its first letter,
// so that is found too, unless a row of its own says otherwise.
func (s *stemmer) put(from, to form) {
	s.stems[from] = to
	if from.is(0, "أإآ") {
		from.l[0] = letterAt("ا", 0)
		if _, ok := s.stems[from]; !ok {
			s.stems[from] = to
		}
	}
}

func (f form) hash() uint32 { return affix.Hash(f.l[:f.n]) }

// entry is what the lexicon knows of a form; zero if nothing.
func (s *stemmer) entry(f form) affix.Entry {
	if e := s.lexicon.Find(f.hash()); e != nil {
		return *e
	}
	return affix.Entry{}
}

// known is how well a form is attested, whatever stands around it.
func (s *stemmer) known(f form) uint8 {
	e := s.entry(f)
	return max(e.Whole, e.Article, e.Host)
}

// used is how well a form is attested as a word of its own.
func (s *stemmer) used(f form) uint8 {
	e := s.entry(f)
	return max(e.Whole, e.Host)
}
