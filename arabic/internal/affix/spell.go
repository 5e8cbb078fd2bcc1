package affix

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// MaxLetters is the longest word that is analysed; the longest real word form of
// Arabic has some fifteen letters.
const MaxLetters = 24

// Letter is a letter of the Arabic block, by the low byte of its code point.
type Letter = uint8

// The letters that the grammar names.
const (
	hamza    Letter = 0x21
	madda    Letter = 0x22
	alefUp   Letter = 0x23
	wawHamza Letter = 0x24
	alefDown Letter = 0x25
	yehHamza Letter = 0x26
	alef     Letter = 0x27
	beh      Letter = 0x28
	tehTied  Letter = 0x29 // ة
	teh      Letter = 0x2A
	seen     Letter = 0x33
	feh      Letter = 0x41
	kaf      Letter = 0x43
	lam      Letter = 0x44
	meem     Letter = 0x45
	noon     Letter = 0x46
	heh      Letter = 0x47
	waw      Letter = 0x48
	maqsura  Letter = 0x49 // ى
	yeh      Letter = 0x4A
)

// Word is a word spelled in bare letters: marks are gone, forms of hamza, ة and ى kept.
type Word struct {
	Letters [MaxLetters]Letter
	At      [MaxLetters + 1]uint16 // byte of the source where a letter starts; the first is 0, the last the end
	Len     int
}

// letterOf maps the Arabic block to the letters of Arabic proper; 0 drops the sign.
var letterOf = func() (t [256]Letter) {
	for c := 0x21; c <= 0x4A; c++ {
		if c <= 0x3A || c >= 0x41 {
			t[c] = Letter(c)
		}
	}
	for from, to := range map[rune]rune{
		'ٱ': 'ا', 'ی': 'ي', 'ې': 'ي', 'ۍ': 'ي', 'ێ': 'ي', 'ے': 'ي', 'ۓ': 'ي',
		'ۆ': 'و', 'ۇ': 'و', 'ۈ': 'و', 'ۋ': 'و', 'ہ': 'ه', 'ە': 'ه', 'ھ': 'ه', 'ۀ': 'ة', 'ۃ': 'ة', 'ۂ': 'ة',
		'ک': 'ك', 'ڪ': 'ك', 'گ': 'ك', 'ڭ': 'ك', 'پ': 'ب', 'چ': 'ج', 'ڤ': 'ف', 'ژ': 'ز',
	} {
		t[from-0x600] = Letter(to - 0x600)
	}
	return t
}()

// Spell reads the letters of s into w. It reports false if s holds no letter, a sign
// that no Arabic word holds, or more than MaxLetters.
func (w *Word) Spell(s string) bool {
	w.Len = 0
	if len(s) > 1<<12 {
		return false
	}
	for i := 0; i < len(s); {
		if b := s[i]; b>>2 == 0xD8>>2 && i+1 < len(s) && s[i+1]>>6 == 2 { // U+0600 to U+06FF
			if l := letterOf[b<<6|s[i+1]&0x3F]; l != 0 && !w.add(l, i) {
				return false
			}
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !w.spellRare(r, i) {
			return false
		}
		i += size
	}
	w.At[0], w.At[w.Len] = 0, uint16(len(s))
	return w.Len > 0
}

func (w *Word) add(l Letter, at int) bool {
	if w.Len == MaxLetters {
		return false
	}
	w.Letters[w.Len], w.At[w.Len] = l, uint16(at)
	w.Len++
	return true
}

// spellRare takes presentation forms apart and passes over invisible marks.
func (w *Word) spellRare(r rune, at int) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF, r == 0xAD:
		return true
	case r < 0xFB50 || r > 0xFEFC:
		return false
	}
	for _, x := range norm.NFKC.String(string(r)) {
		if x >= 0x600 && x <= 0x6FF {
			if l := letterOf[x-0x600]; l != 0 && !w.add(l, at) {
				return false
			}
		}
	}
	return true
}

// bare folds the forms of alef, which newspapers write carelessly.
func bare(l Letter) Letter {
	if l == alefUp || l == alefDown || l == madda {
		return alef
	}
	return l
}

const (
	hashSeed  uint32 = 2166136261
	hashPrime uint32 = 16777619
)

// hashStep adds a letter to a hash (FNV-1a).
func hashStep(h uint32, l Letter) uint32 { return (h ^ uint32(l)) * hashPrime }

// mix spreads a hash over all bits.
func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 12
	h *= 0x297a2d39
	return h ^ h>>15
}

// Hash is the lexicon key of letters.
func Hash(letters []Letter) uint32 { return mix(hashOf(letters)) }

func hashOf(letters []Letter) uint32 {
	h := hashSeed
	for _, l := range letters {
		h = hashStep(h, bare(l))
	}
	return h
}
