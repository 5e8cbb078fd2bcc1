package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"isnad/arabic"
)

// entry is what the lists of numbers and times know of one folded word. One look-up a
// token serves both layers.
type entry struct {
	phrases []phrase // times that begin with the word, the longest first
	noun    *noun    // what can be counted
	head    string   // class of a word that makes the number behind it none of a quantity
	numeral bool
	stop    bool // never what is counted
}

// phrase is a row of the time words or of the months.
type phrase struct {
	rest  []string // folded words behind the first
	class string
	value string
	n     int
	hijri bool
	weak  bool
	madda bool
	rule  string
}

// dictionary maps folded words to entries.
type dictionary map[string]*entry

func (d dictionary) at(word string) *entry {
	e := d[word]
	if e == nil {
		e = &entry{}
		d[word] = e
	}
	return e
}

func (d dictionary) addPhrase(words []string, p phrase) {
	p.rest = words[1:]
	e := d.at(words[0])
	e.phrases = append(e.phrases, p)
	sort.SliceStable(e.phrases, func(i, j int) bool { return len(e.phrases[i].rest) > len(e.phrases[j].rest) })
}

// find looks a folded word up as it is, then without the proclitics و ف and ب ل ك;
// «لل» stands for ل and the article. cut is the number of letters taken off.
func (d dictionary) find(norm string) (e *entry, cut int) {
	if e := d[norm]; e != nil {
		return e, 0
	}
	if cut = proclitic(norm, "وف"); cut > 0 {
		norm = norm[2:]
		if e := d[norm]; e != nil {
			return e, cut
		}
	}
	if rest, ok := strings.CutPrefix(norm, "لل"); ok {
		return d["ال"+rest], cut + 1
	}
	if proclitic(norm, "بلك") > 0 {
		return d[norm[2:]], cut + 1
	}
	if rest, ok := strings.CutPrefix(norm, "نحو"); ok && d[rest] != nil {
		return d[rest], cut + 3 // «نحوعقدين», the blank left out
	}
	return nil, 0
}

// proclitic is 1 where a long enough word begins with one of the letters.
func proclitic(norm, letters string) int {
	if len(norm) >= 6 && strings.Contains(letters, norm[:2]) && norm[0] >= 0xD8 {
		return 1
	}
	return 0
}

// reading is a token as the dictionary knows it.
type reading struct {
	*entry
	cut int // letters of proclitics before the word
}

var unknown = &entry{}

// reading looks a token up.
func (d dictionary) reading(t *arabic.Token) reading {
	if t.Kind == arabic.Word {
		if e, cut := d.find(t.Norm); e != nil {
			return reading{e, cut}
		}
	}
	return reading{unknown, 0}
}

// behind is the byte of text behind the first letters of the token, their marks included.
func behind(text string, tok arabic.Token, letters int) int {
	at := tok.Start
	for at < tok.End && letters >= 0 {
		r, size := utf8.DecodeRuneInString(text[at:tok.End])
		if !isMark(r) {
			if letters == 0 {
				break
			}
			letters--
		}
		at += size
	}
	return at
}

func isMark(r rune) bool {
	return r >= 0x64B && r <= 0x65F || r == 0x670 || r == 0x640 || r >= 0x200B && r <= 0x200F
}
