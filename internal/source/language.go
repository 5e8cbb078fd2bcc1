package source

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// enoughLetters is from how many letters on a language is told; sampleBytes are looked
// at.
const (
	enoughLetters = 30
	sampleBytes   = 6 << 10
)

// Language tells the language of a text: "ar", another one by its BCP 47 tag, "und" for
// one that is not known, or "" where there are too few letters to tell. Languages in
// Arabic letters are told by the letters that Arabic lacks and the words that each
// writes all the time; those in others by script and words (languages.tsv).
func Language(text string) string {
	text = strings.ToValidUTF8(text[:min(len(text), sampleBytes)], "")
	var count scripts
	for _, r := range text {
		count.add(r)
	}
	switch {
	case count.letters < enoughLetters:
		return ""
	case count.arabic*2 >= count.letters:
		return arabicScript(text, &count)
	case count.latin*2 >= count.letters:
		return byWords(text, "latin", "und")
	case count.cyrillic*2 >= count.letters:
		return byWords(text, "cyrillic", "und")
	case count.hebrew*2 >= count.letters:
		return "he"
	}
	return "und"
}

// scripts counts the letters of a text.
type scripts struct {
	letters, arabic, latin, cyrillic, hebrew int
	persian, urdu, sorani, pashto, uyghur    int // letters that tell languages from Arabic
}

func (s *scripts) add(r rune) {
	if r >= 'ؠ' && r <= 'ي' { // all are letters of Arabic
		s.letters++
		s.arabic++
		return
	}
	if !unicode.IsLetter(r) {
		return
	}
	s.letters++
	switch {
	case r < 0x250:
		s.latin++
	case r >= 0x400 && r < 0x530:
		s.cyrillic++
	case r >= 0x590 && r < 0x600:
		s.hebrew++
	case r >= 0x600 && r < 0x780 || r >= 0xFB50 && r < 0xFF00:
		s.arabic++
		s.tell(r)
	}
}

func (s *scripts) tell(r rune) {
	switch r {
	case 'پ', 'چ', 'ژ', 'گ', 'ک', 'ی':
		s.persian++
	case 'ٹ', 'ڈ', 'ڑ', 'ے', 'ں', 'ہ', 'ھ':
		s.urdu++
	case 'ڕ', 'ڵ', 'ێ', 'ۆ':
		s.sorani++
	case 'ټ', 'ډ', 'ړ', 'ږ', 'ښ', 'ڼ', 'ې', 'ۍ', 'ځ', 'څ', 'ګ':
		s.pashto++
	case 'ۇ', 'ۈ', 'ۋ', 'ڭ':
		s.uyghur++
	}
}

// arabicScript tells the languages in Arabic letters apart. Arabic pages write ی and ک
// for ي and ك now and then, and quote names with پ and چ, so a language needs a share of
// the letters, and Persian its words besides.
func arabicScript(text string, s *scripts) string {
	share := func(n int) float64 { return float64(n) / float64(s.arabic) }
	switch {
	case share(s.uyghur) > 0.02:
		return "ug"
	case share(s.pashto) > 0.01:
		return "ps"
	case share(s.sorani) > 0.03:
		return "ckb"
	case share(s.urdu) > 0.03:
		return "ur"
	case share(s.persian) > 0.02:
		return byWords(text, "arabic", "ar")
	}
	return "ar"
}

//go:embed languages.tsv
var languagesTSV string

// frequent are the words of languages by script: script → word → tags.
var frequent = sync.OnceValue(func() map[string]map[string][]string {
	all := make(map[string]map[string][]string)
	for line := range strings.Lines(languagesTSV) {
		script, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		tag, words, _ := strings.Cut(rest, "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if all[script] == nil {
			all[script] = make(map[string][]string)
		}
		for w := range strings.FieldsSeq(words) {
			all[script][w] = append(all[script][w], tag)
		}
	}
	return all
})

// byWords is the language of whose words the text has most, or else the other.
func byWords(text, script, other string) string {
	known := frequent()[script]
	counts := make(map[string]int)
	words := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		for _, tag := range known[w] {
			counts[tag]++
		}
	}
	best := other
	most := max(1, words/40)
	for tag, n := range counts {
		if n > most || n == most && best != other && tag < best {
			best, most = tag, n
		}
	}
	return best
}
