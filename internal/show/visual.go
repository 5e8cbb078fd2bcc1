package show

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// visual puts a line with isolates into the order in which a terminal that knows
// nothing of direction must get it, letters joined. It follows Unicode Standard
// Annex 9 as far as single lines need it: isolates, then W2–W7, N1, N2 and L2.
func visual(line string, rightToLeft bool) string {
	p := &glyphs{text: []rune(line)}
	var out strings.Builder
	color := ""
	write(&out, ordered(p.until(0), rightToLeft), &color)
	if color != "" {
		out.WriteString("\x1b[0m")
	}
	return out.String()
}

// glyphs reads a line into glyphs.
type glyphs struct {
	text  []rune
	at    int
	color string
}

// until reads up to the sign that ends an isolate, or to the end of the line.
func (p *glyphs) until(end rune) []glyph {
	var out []glyph
	for p.at < len(p.text) {
		r := p.text[p.at]
		p.at++
		switch {
		case r == end:
			return out
		case r == 0x1b:
			p.escape()
		case string(r) == rli || string(r) == lri:
			out = append(out, glyph{inner: ordered(p.until([]rune(pdi)[0]), string(r) == rli), color: p.color})
		case isMark(r):
			if len(out) > 0 && unicode.Is(unicode.Mn, r) {
				out[len(out)-1].marks += string(r)
			}
		default:
			out = append(out, glyph{letter: r, color: p.color})
		}
	}
	return out
}

// escape takes an ANSI colour sequence, which text writes and nothing else does.
func (p *glyphs) escape() {
	start := p.at - 1
	for p.at < len(p.text) && p.text[p.at] != 'm' {
		p.at++
	}
	p.at = min(p.at+1, len(p.text))
	p.color = string(p.text[start:p.at])
	if p.color == "\x1b[0m" {
		p.color = ""
	}
}

func write(out *strings.Builder, text []glyph, color *string) {
	for _, g := range text {
		if g.inner != nil {
			write(out, g.inner, color)
			continue
		}
		if g.letter == 0 {
			continue
		}
		if g.color != *color {
			if *color != "" {
				out.WriteString("\x1b[0m")
			}
			out.WriteString(g.color)
			*color = g.color
		}
		out.WriteRune(g.letter)
		out.WriteString(g.marks)
	}
}

// ordered turns glyphs from logical into visual order.
func ordered(text []glyph, rightToLeft bool) []glyph {
	text = joined(text)
	levels := levelsOf(text, rightToLeft)
	for i := range text {
		if levels[i]%2 == 1 {
			text[i].letter = mirrored(text[i].letter)
		}
	}
	highest := 0
	for _, l := range levels {
		highest = max(highest, l)
	}
	for level := highest; level > 0; level-- { // L2
		for i := 0; i < len(text); {
			j := i
			for j < len(text) && levels[j] >= level {
				j++
			}
			slices.Reverse(text[i:j])
			slices.Reverse(levels[i:j])
			i = max(j, i+1)
		}
	}
	return text
}

// mirrors are the paired signs that text and its renderings use (BidiMirroring.txt).
const mirrors = "()[]{}<>«»‹›≤≥"

func mirrored(r rune) rune {
	pairs := []rune(mirrors)
	if i := slices.Index(pairs, r); i >= 0 {
		return pairs[i^1]
	}
	return r
}

// The classes that are left of those of the standard.
const (
	neutral = iota
	left
	right
	digit
)

func classOf(g glyph) int {
	if g.inner != nil {
		return neutral
	}
	p, _ := bidi.LookupRune(g.letter)
	switch p.Class() {
	case bidi.L:
		return left
	case bidi.R, bidi.AL:
		return right
	case bidi.EN, bidi.AN:
		return digit
	}
	return neutral
}

// levelsOf gives each glyph its embedding level over the base.
func levelsOf(text []glyph, rightToLeft bool) []int {
	classes := make([]int, len(text))
	for i, g := range text {
		classes[i] = classOf(g)
	}
	joinNumbers(text, classes)
	base, baseClass := 0, left
	if rightToLeft {
		base, baseClass = 1, right
	}
	digitsInLeft(classes, baseClass)
	resolveNeutrals(classes, baseClass)
	levels := make([]int, len(text))
	for i, c := range classes {
		levels[i] = base
		switch {
		case c == digit:
			levels[i] = 2
		case c == left && rightToLeft:
			levels[i] = 2
		case c == right && !rightToLeft:
			levels[i] = 1
		}
	}
	return levels
}

// joinNumbers makes a separator between digits, and a sign of per cent beside them,
// part of the number (W4, W5).
func joinNumbers(text []glyph, classes []int) {
	for i := range classes {
		before := i > 0 && classes[i-1] == digit
		after := i+1 < len(classes) && classes[i+1] == digit
		switch {
		case classes[i] != neutral || text[i].inner != nil:
		case before && after && strings.ContainsRune(".,:/٫٬-–", text[i].letter),
			before && strings.ContainsRune("%٪", text[i].letter):
			classes[i] = digit
		}
	}
}

// digitsInLeft makes digits after left-to-right letters such themselves (W7).
func digitsInLeft(classes []int, strong int) {
	for i, c := range classes {
		switch {
		case c == left || c == right:
			strong = c
		case c == digit && strong == left:
			classes[i] = left
		}
	}
}

// resolveNeutrals gives neutrals the class of both their neighbours, where that is
// the same, else that of the base; digits count as right to left (N1, N2).
func resolveNeutrals(classes []int, base int) {
	side := func(i int) int {
		switch {
		case i < 0 || i >= len(classes):
			return base
		case classes[i] == digit:
			return right
		}
		return classes[i]
	}
	for i := 0; i < len(classes); i++ {
		if classes[i] != neutral {
			continue
		}
		end := i
		for end < len(classes) && classes[end] == neutral {
			end++
		}
		class := base
		if side(i-1) == side(end) {
			class = side(end)
		}
		for ; i < end; i++ {
			classes[i] = class
		}
	}
}
