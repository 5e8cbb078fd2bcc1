// Package change tells what is different between two texts: which lines, and which words of them.
package change

import (
	"slices"
	"strings"
)

// Kind says in which of the two texts words are.
type Kind string

// The kinds.
const (
	Same Kind = "same"
	Gone Kind = "gone" // in the first text only
	Come Kind = "come" // in the second only
)

// Part is a run of words, a single blank apart, of one kind.
type Part struct {
	Kind Kind
	Text string
}

// Line is a line that is not the same in both texts: it is gone, or has come, or has other words.
type Line struct {
	Before, After int // its number in each of the texts, from 1; 0 where it has none
	Parts         []Part
}

// Bounds on what is aligned: the work grows with the product. What goes beyond is told as gone
// and come as a whole.
const (
	maxLines   = 4_000_000 // pairs of lines that are looked for unchanged
	maxSimilar = 10_000    // pairs of changed lines whose words are compared
	maxWords   = 1_000_000 // pairs of words
)

// Between lists the lines that differ, in their order. Blanks at the ends of lines, how many
// there are between words, and empty lines make no difference.
func Between(before, after string) []Line {
	old, now := linesOf(before), linesOf(after)
	same := alignSame(len(old), len(now), maxLines, func(i, j int) bool { return slices.Equal(old[i].words, now[j].words) })
	var out []Line
	i, j := 0, 0
	for _, p := range append(same, pair{len(old), len(now)}) {
		out = append(out, changed(old[i:p.before], now[j:p.after])...)
		i, j = p.before+1, p.after+1
	}
	return out
}

// line is a line with words.
type line struct {
	number int
	words  []string
}

func linesOf(text string) (all []line) {
	number := 0
	for l := range strings.Lines(text) {
		number++
		if words := strings.Fields(l); len(words) > 0 {
			all = append(all, line{number, words})
		}
	}
	return all
}

// changed pairs lines that have the half of their words in common, and lists those and the others.
func changed(old, now []line) (out []Line) {
	var alike []pair
	if len(old)*len(now) <= maxSimilar {
		alike = align(len(old), len(now), func(i, j int) int { return shared(old[i].words, now[j].words) })
	}
	i, j := 0, 0
	for _, p := range append(alike, pair{len(old), len(now)}) {
		for ; i < p.before; i++ {
			out = append(out, Line{Before: old[i].number, Parts: []Part{{Gone, strings.Join(old[i].words, " ")}}})
		}
		for ; j < p.after; j++ {
			out = append(out, Line{After: now[j].number, Parts: []Part{{Come, strings.Join(now[j].words, " ")}}})
		}
		if i < len(old) && j < len(now) {
			out = append(out, Line{old[i].number, now[j].number, wordsOf(old[i].words, now[j].words)})
			i, j = i+1, j+1
		}
	}
	return out
}

// shared is how many words two lines have in common, or 0 if that is less than half of them.
func shared(a, b []string) int {
	times := make(map[string]int, len(a))
	for _, w := range a {
		times[w]++
	}
	n := 0
	for _, w := range b {
		if times[w] > 0 {
			times[w]--
			n++
		}
	}
	if 4*n < len(a)+len(b) {
		return 0
	}
	return n
}

// wordsOf are the words of two lines, those that are gone before those that came in their stead.
func wordsOf(a, b []string) (out []Part) {
	add := func(kind Kind, words []string) {
		if len(words) == 0 {
			return
		}
		text := strings.Join(words, " ")
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			out[n-1].Text += " " + text
			return
		}
		out = append(out, Part{kind, text})
	}
	i, j := 0, 0
	for _, p := range append(alignSame(len(a), len(b), maxWords, func(i, j int) bool { return a[i] == b[j] }), pair{len(a), len(b)}) {
		add(Gone, a[i:p.before])
		add(Come, b[j:p.after])
		if p.before < len(a) {
			add(Same, a[p.before:p.before+1])
		}
		i, j = p.before+1, p.after+1
	}
	return out
}

// Words is how many words came and how many are gone.
func Words(lines []Line) (come, gone int) {
	for _, l := range lines {
		for _, p := range l.Parts {
			switch n := strings.Count(p.Text, " ") + 1; p.Kind {
			case Come:
				come += n
			case Gone:
				gone += n
			}
		}
	}
	return come, gone
}
