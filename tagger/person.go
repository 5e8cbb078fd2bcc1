package tagger

import (
	_ "embed"
	"fmt"
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger/internal/seq"
)

//go:embed data/bound.tsv
var boundTable string

// personWords is what tells where a person's name begins and ends.
type personWords struct {
	bound map[string]bool // no name ends with them: أبو, عبد, بن; true for a son's word
	never map[string]bool // words of grammar, as written, that no name has at either end
}

func newPersonWords(function []lexicon.Row) (personWords, error) {
	p := personWords{map[string]bool{}, map[string]bool{}}
	for n, line := range strings.Split(strings.TrimSuffix(boundTable, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, word, ok := strings.Cut(line, "\t")
		if !ok || word == "" || class != "bound" && class != "son" {
			return p, fmt.Errorf("bound.tsv:%d: want a class (bound, son) and a word, got %q", n+1, line)
		}
		p.bound[arabic.Fold(word)] = class == "son"
	}
	for _, row := range function {
		switch word := row.Fields[1]; row.Fields[0] {
		case "preposition", "that":
			// Shorter ones are names too, of China («لي») and elsewhere.
			if len(word) > 4 {
				p.never[word] = true
			}
		}
	}
	return p, nil
}

// complete gives a person's name the words that are of it for sure: what follows «أبو» and
// «بن», and who stands before «بن», from token from on; and takes off words of grammar at its ends.
func (m *Model) complete(toks []arabic.Token, e Entity, from int) Entity {
	first := e.First
	for e.End-e.First > 1 && m.person.never[toks[e.First].Text] {
		e.First++
	}
	for e.End-e.First > 1 && m.person.never[toks[e.End-1].Text] {
		e.End--
	}
	for m.isBound(toks[e.End-1].Norm) && m.goesOn(toks, e.End) {
		e.End++
	}
	for e.First > from && e.Cut == 0 && toks[e.First-1].Line == toks[e.First].Line {
		before, norm := toks[e.First-1].Norm, toks[e.First].Norm
		if !m.isBound(before) && !(m.person.bound[norm] && m.mayBegin(&toks[e.First-1])) {
			break
		}
		e.First--
		e = m.cut(toks, e)
	}
	if e.First > first {
		e = m.cut(toks, e)
	}
	return e
}

func (m *Model) isBound(norm string) bool {
	_, is := m.person.bound[norm]
	return is
}

// goesOn reports whether a name that cannot end before token i goes on over it.
func (m *Model) goesOn(toks []arabic.Token, i int) bool {
	return i < len(toks) && toks[i].Kind == arabic.Word && toks[i].Line == toks[i-1].Line && !m.function[toks[i].Norm]
}

// mayBegin reports whether a word before a son's word is whose child somebody is: a known name, and
// no usual word («[المختار] ولد أحمد», but «الرئيس [ولد أحمد]»).
func (m *Model) mayBegin(t *arabic.Token) bool {
	bare := seq.Bare(t.Norm)
	return t.Kind == arabic.Word && m.seq.IsName(bare) && !m.seq.IsFrequent(t.Norm) && !m.function[t.Norm]
}
