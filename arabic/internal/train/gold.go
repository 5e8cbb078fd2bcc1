package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"isnad/arabic/internal/affix"
)

// sample is a word type with its judged cut and how often it was seen so.
type sample struct {
	word     string
	pro, enc int // letters before and after the host
	n        float64
}

// pronouns are the object and possessive pronouns that are cut off.
var pronouns = map[string]bool{
	"ه": true, "ها": true, "هم": true, "هما": true, "هن": true, "ك": true, "كم": true,
	"كما": true, "كن": true, "نا": true, "ي": true, "ني": true,
}

// readGold reads Farasa's segmentation of Wikinews, "و+ال+شرك+ات TAB CONJ+DET+NOUN+NSUFF"
// a token, and joins what is no clitic here: article, endings, subject suffixes.
func readGold(path string) ([]sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	defer f.Close()
	var out []sample
	for in := bufio.NewScanner(f); in.Scan(); {
		tok, tags, ok := strings.Cut(in.Text(), "\t")
		segs, pos := strings.Split(tok, "+"), strings.Split(tags, "+")
		if !ok || len(segs) != len(pos) {
			continue
		}
		if s, ok := fromFarasa(segs, pos); ok {
			out = append(out, s)
		}
	}
	return out, nil
}

func fromFarasa(segs, pos []string) (s sample, ok bool) {
	lo, hi := 0, len(segs)
	for lo < len(segs)-1 && (pos[lo] == "CONJ" || pos[lo] == "PREP" || pos[lo] == "FUT_PART") && len(segs[lo]) == 2 {
		lo++
	}
	if last := hi - 1; last > lo && pos[last] == "PRON" && pronouns[segs[last]] && !subject(segs, pos, last) {
		hi--
	}
	if lo > 0 && lo == len(segs)-1 && pos[lo] == "PRON" && pronouns[segs[lo]] {
		lo, hi = lo-1, lo // «له»: the preposition is the host
	}
	word := strings.Join(segs, "")
	if lo > 0 && segs[lo-1] == "ل" && segs[lo] == "ال" {
		rest := strings.Join(segs[lo+1:], "")
		word = strings.Join(segs[:lo], "") + "ل" + strings.TrimPrefix(rest, "ل")
	}
	s = sample{word: word, pro: lo, n: 1}
	if hi < len(segs) {
		s.enc = len([]rune(segs[hi]))
	}
	var w affix.Word
	return s, w.Spell(word) && s.pro+s.enc < w.Len
}

// subject tells whether the pronoun at the end of a verb is its subject: «كنا», «قلنا».
func subject(segs, pos []string, last int) bool {
	if pos[last-1] != "V" || segs[last] != "نا" {
		return false
	}
	verb := []rune(segs[last-1])
	return verb[0] != 'ي' && verb[0] != 'ت'
}
