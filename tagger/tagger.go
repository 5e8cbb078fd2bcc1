// Package tagger finds the names of persons, organizations, places and arms in Arabic
// text by a sequence model of its own, learned by package tagger/train.
package tagger

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
	"isnad/internal/recent"
	"isnad/lexicon"
	"isnad/tagger/internal/seq"
)

// Entity is a named stretch of tokens.
type Entity struct {
	First, End int // tokens [First, End)
	Head       int // tokens right before First that are the name's class word: محافظة of «محافظة عدن»
	Cut        int // letters of the first token that are clitics before the name
	Type       isnad.EntityType
}

// Span is the stretch of text that the name takes: without the clitics of its first
// word, and of «للجيش» from the second ل on. toks are the tokens of text.
func (e Entity) Span(text string, toks []arabic.Token) isnad.Span {
	at := toks[e.First].Start
	for letters := 0; letters < e.Cut; {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		// Marks and tatweel belong to the letter before them.
		for at < toks[e.First].End && arabic.Fold(text[at:at+next(text[at:])]) == "" {
			at += next(text[at:])
		}
		letters++
	}
	return isnad.Span{Start: at, End: toks[e.End-1].End}
}

func next(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	return size
}

// Model is a trained tagger, safe for concurrent use.
type Model struct {
	seq      *seq.Model
	heads    map[string]headClass
	listed   listTypes
	function map[string]bool // words of grammar, which are no names
	// prepositions are those that are words of their own, without pronouns.
	prepositions  map[string]bool
	person        personWords
	fields        map[string]fieldClass
	titles, given uint64 // the lists of titles and of persons' names, as bits
	bodies        uint64 // the lists of bodies, clubs among them
	header        string
	words         *recent.Cache[Word]
}

// Word is what the model makes of a word wherever it stands. It is not to be changed, and
// may be kept for all tokens of the same text.
type Word = seq.Word

// cachedWords is how many words Tag remembers: 15 MB.
const cachedWords = 57_344

//go:embed data/names.model
var embedded []byte

var load = sync.OnceValues(func() (*Model, error) { return Decode(embedded) })

// Load gives the model that is part of the program, read at the first call.
func Load() (*Model, error) { return load() }

// Decode reads the file of a model. A file that is damaged, or no model, is refused
// with the reason.
func Decode(data []byte) (*Model, error) {
	m, header, err := seq.Decode(data)
	if err != nil {
		return nil, err
	}
	if err := fill(&m.Resources); err != nil {
		return nil, fmt.Errorf("load the gazetteers of the model of names: %w", err)
	}
	return wrap(m, header)
}

// Header says for people what the model was made of, and under which licences.
func (m *Model) Header() string { return m.header }

// Resources gives the gazetteers for training.
func Resources() (seq.Resources, error) {
	var r seq.Resources
	err := fill(&r)
	return r, err
}

// New makes a tagger of a sequence model that has its resources.
func New(m *seq.Model) (*Model, error) { return wrap(m, "") }

func wrap(m *seq.Model, header string) (*Model, error) {
	heads, err := parseHeads("heads.tsv", headTable)
	if err != nil {
		return nil, err
	}
	var titles, given uint64
	bodies := typesOf(m.Lists.Names).lists(isnad.ORG)
	for i, name := range m.Lists.Names {
		switch {
		case strings.HasPrefix(name, "title "):
			titles |= 1 << i
		case strings.HasSuffix(name, " name"):
			given |= 1 << i
		case name == "club":
			bodies |= 1 << i
		}
	}
	rows, err := lexicon.Table("function", 2)
	if err != nil {
		return nil, err
	}
	function, prepositions := make(map[string]bool, len(rows)), map[string]bool{}
	for _, row := range rows {
		word := arabic.Fold(row.Fields[1])
		function[word] = true
		if row.Fields[0] == "preposition" && !takesName(word) {
			prepositions[word] = true
		}
	}
	person, err := newPersonWords(rows)
	if err != nil {
		return nil, err
	}
	fields, err := parseFields("fields.tsv", fieldTable)
	if err != nil {
		return nil, err
	}
	return &Model{m, heads, typesOf(m.Lists.Names), function, prepositions, person, fields, titles, given, bodies, header, recent.New[Word](cachedWords)}, nil
}

// takesName reports whether a folded preposition may have a name behind it that it does not
// govern: it bears a pronoun («أشار إليه [وليد]»), or is written like a name (على).
func takesName(word string) bool {
	if word == "علي" {
		return true
	}
	for _, pronoun := range []string{"ه", "ها", "هم", "كم", "نا", "لي", "لك"} {
		if strings.HasSuffix(word, pronoun) {
			return true
		}
	}
	return false
}

// stretch bounds the tokens that are read at once: far more than a sentence has.
const stretch = 512

// Word makes the word of a token.
func (m *Model) Word(t *arabic.Token) Word { return m.seq.Word(t) }

// Tag appends the names in the tokens of a text to dst, in order. No two overlap, and
// none goes over the end of a line.
func (m *Model) Tag(toks []arabic.Token, dst []Entity) []Entity {
	words := make([]*Word, len(toks))
	for i := range toks {
		w, place := m.words.Get(toks[i].Text)
		if w == nil {
			w = place.Put(toks[i].Text, m.Word(&toks[i]))
		}
		words[i] = w
	}
	return m.TagWords(toks, words, dst)
}

// TagWords is Tag where the words of the tokens have been made.
func (m *Model) TagWords(toks []arabic.Token, words []*Word, dst []Entity) []Entity {
	var room [stretch]seq.Label
	labels, before := room[:0], len(dst)
	for first := 0; first < len(toks); {
		end := lineEnd(toks, first)
		labels = m.seq.Label(labels, toks[first:end], words[first:end])
		dst = m.entities(dst, toks, labels, first)
		first = end
	}
	return append(dst[:before], m.spread(toks, dst[before:])...)
}

// lineEnd is where the stretch that begins at first ends: with its line, or, in a long
// one, behind a full stop.
func lineEnd(toks []arabic.Token, first int) int {
	end := first + 1
	for end < len(toks) && end-first < stretch && toks[end].Line == toks[first].Line {
		if end-first > stretch/2 && toks[end-1].Norm == "." {
			break
		}
		end++
	}
	return end
}

// entities appends the names that the labels of the tokens from first on spell.
func (m *Model) entities(dst []Entity, toks []arabic.Token, labels []seq.Label, first int) []Entity {
	before := len(dst)
	for i := 0; i < len(labels); {
		if labels[i] == seq.Outside {
			i++
			continue
		}
		end := i + 1
		for end < len(labels) && labels[end] != seq.Outside && !labels[end].Begins() {
			end++
		}
		e := Entity{First: first + i, End: first + end, Type: labels[i].Type()}
		if !m.isClass(toks, e) {
			e = m.settle(toks, e)
			switch e.Type {
			case isnad.ORG:
				e = m.completeBody(toks[:first+len(labels)], e)
			case isnad.PER:
				from := first
				if len(dst) > before {
					from = dst[len(dst)-1].End
				}
				e = m.complete(toks[:first+len(labels)], e, from)
			}
			dst = m.apart(dst, toks, e)
			end = max(end, e.End-first)
		}
		i = end
	}
	return dst
}
