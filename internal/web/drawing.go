package web

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// drawing turns positions that count from the reader's side into those of a picture,
// whose x axis always runs to the right.
type drawing struct {
	Width, Height float64
	rtl           bool
}

// x mirrors where the language runs from right to left.
func (d *drawing) x(x float64) float64 {
	if d.rtl {
		return d.Width - x
	}
	return x
}

// box is the left edge of something that begins at x and has a width.
func (d *drawing) box(x, width float64) float64 {
	if d.rtl {
		return d.Width - x - width
	}
	return x
}

func (d *drawing) viewBox() string { return "0 0 " + px(d.Width) + " " + px(d.Height) }

// tipRoom is what stands above a chart: what the mark that is pointed at stands for.
const tipRoom = 26

// withTip is the part of the plane that is shown of a chart with tips.
func (d *drawing) withTip() string {
	return "0 " + px(-tipRoom) + " " + px(d.Width) + " " + px(d.Height+tipRoom)
}

// px writes a length with at most one decimal.
func px(v float64) string { return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64) }

// line is a path of straight and curved strokes.
type line struct {
	d *drawing
	b strings.Builder
}

func (l *line) command(letter byte, points ...float64) *line {
	l.b.WriteByte(letter)
	for i := 0; i < len(points); i += 2 {
		l.b.WriteString(" " + px(l.d.x(points[i])) + " " + px(points[i+1]))
	}
	return l
}

func (l *line) String() string { return l.b.String() }

// wrapped breaks text into at most lines lines of about width letters; what is left
// over is cut with a mark.
func wrapped(s string, width, lines int) (out []string) {
	for word := range strings.FieldsSeq(clean(s)) {
		at := len(out) - 1
		switch {
		case at >= 0 && utf8.RuneCountInString(out[at])+1+utf8.RuneCountInString(word) <= width:
			out[at] += " " + word
		case len(out) < lines:
			out = append(out, shortenedWord(word, width))
		default:
			if !strings.HasSuffix(out[at], "…") {
				out[at] += "…"
			}
			return out
		}
	}
	return out
}

func shortenedWord(word string, n int) string {
	if utf8.RuneCountInString(word) <= n {
		return word
	}
	return string([]rune(word)[:n-1]) + "…"
}
