package show

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

//go:embed shapes.tsv
var shapesTable string

// shape holds the forms of a letter, by how it joins: alone, to the letter before,
// to the one after, to both. A letter without the last two joins nothing after it.
type shape [4]rune

// shapes maps letters, and lam-alef written as two, to their forms.
var shapes = sync.OnceValue(func() map[string]shape {
	m := map[string]shape{}
	for line := range strings.Lines(shapesTable) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 5 || line[0] == '#' {
			continue
		}
		var s shape
		for i, cell := range cells[1:] {
			for _, r := range cell {
				s[i] = r
			}
		}
		m[cells[0]] = s
	}
	return m
})

const tatweel = 'ـ'

func (s shape) joinsBefore() bool { return s[1] != 0 }
func (s shape) joinsAfter() bool  { return s[2] != 0 }

// joined replaces the letters of a text in logical order by their presentation
// forms, for terminals that show each letter by itself. Marks stay where they are.
func joined(text []glyph) []glyph {
	var out []glyph
	table := shapes()
	before := false // the letter before joins on
	for i := 0; i < len(text); i++ {
		g := text[i]
		s, known := table[string(g.letter)]
		switch {
		case g.letter == tatweel:
			before = true
		case !known:
			before = false
		default:
			if i+1 < len(text) {
				if both, ok := table[string([]rune{g.letter, text[i+1].letter})]; ok {
					s = both
					g.marks += text[i+1].marks
					i++
				}
			}
			form := 0
			if before && s.joinsBefore() {
				form = 1
			}
			after := i+1 < len(text) && s.joinsAfter() && joinsOn(table, text[i+1].letter)
			if after {
				form += 2
			}
			g.letter, before = s[form], after
		}
		out = append(out, g)
	}
	return out
}

func joinsOn(table map[string]shape, letter rune) bool {
	return letter == tatweel || table[string(letter)].joinsBefore()
}

// glyph is a letter or sign with the marks on it.
type glyph struct {
	letter rune
	marks  string
	color  string // the ANSI sequence in force; empty for none
	inner  []glyph
}

// isMark reports whether a sign takes no cell of its own.
func isMark(r rune) bool {
	if r < 0xAD || r >= 'ؠ' && r <= 'ي' { // nearly all signs of a text
		return false
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}
