package arabic

import (
	_ "embed"
	"sync"

	"isnad/arabic/internal/affix"
)

// Segmentation is the reading of a word as proclitics, host and enclitic pronoun. All
// positions are bytes of the word as it was given, and its parts are the whole word:
// word[:HostStart] holds the proclitics, word[HostStart:HostEnd] the host with its
// article, word[HostEnd:] the pronoun.
type Segmentation struct {
	Proclitics         [2]int // where each of the first Count proclitics ends
	Count              int
	HostStart, HostEnd int
	Sure               bool // the other readings are improbable (together less than one in ten)
}

// HasPronoun reports whether a pronoun is attached to the host.
func (s Segmentation) HasPronoun(word string) bool { return s.HostEnd < len(word) }

// Parts appends the segments of the word that was segmented, in order.
func (s Segmentation) Parts(dst []string, word string) []string {
	start := 0
	for _, end := range s.Proclitics[:s.Count] {
		dst = append(dst, word[start:end])
		start = end
	}
	dst = append(dst, word[s.HostStart:s.HostEnd])
	if s.HostEnd < len(word) {
		dst = append(dst, word[s.HostEnd:])
	}
	return dst
}

//go:embed data/clitics.model
var cliticsModel []byte

// clitics is the model of package affix, read at first use.
var clitics = sync.OnceValue(func() *affix.Model {
	m, err := affix.Decode(cliticsModel)
	if err != nil {
		panic("arabic: the embedded model of clitics: " + err.Error()) // a test reads it, so it cannot ship broken
	}
	return m
})

// Segment cuts the conjunctions و ف, the prepositions ب ك ل, the future س and the
// attached pronouns off a word, as a reader would who sees the word alone. The
// article stays with its host, also the ل that is left of it in «للمدينة». A word that
// is not Arabic, or is longer than any Arabic word, is one host. Method: a log-linear
// choice among the cuts that spelling allows, and a table of decisions for frequent
// words (see package affix).
func Segment(word string) Segmentation {
	var w affix.Word
	if !w.Spell(word) {
		return Segmentation{HostEnd: len(word), Sure: true}
	}
	return segmentation(&w, clitics().Decide(&w))
}

// probable is the least probability of a reading that Readings gives.
const probable = 0.05

// Readings appends the readings of a word that a reader without its context would think of,
// the one of Segment first and the others by falling probability. Where Segment is
// sure there is only one.
func Readings(dst []Segmentation, word string) []Segmentation {
	var w affix.Word
	if !w.Spell(word) {
		return append(dst, Segment(word))
	}
	best := clitics().Decide(&w)
	dst = append(dst, segmentation(&w, best))
	for _, o := range otherDecisions(&w, best) {
		dst = append(dst, segmentation(&w, o))
	}
	return dst
}

func segmentation(w *affix.Word, d affix.Decision) Segmentation {
	s := Segmentation{
		Count: d.Cut.Lo, HostStart: int(w.At[d.Cut.Lo]), HostEnd: int(w.At[d.Cut.Hi]), Sure: d.Sure,
	}
	for i := range d.Cut.Lo {
		s.Proclitics[i] = int(w.At[i+1])
	}
	return s
}
