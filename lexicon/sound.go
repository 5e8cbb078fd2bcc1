package lexicon

import "strings"

// sound is a consonant or a vowel of a word in Latin letters.
type sound struct {
	latin string
	vowel bool
	long  bool // a vowel that has a letter
	glide bool // w or y before a vowel
	shut  bool // nothing may be set between this consonant and the next
}

// letter is an Arabic letter with the marks that stand over it.
type letter struct {
	r     rune
	vowel string // of the mark, if any
	twice bool   // has a shadda
	bare  bool   // has a sukun
}

// spell splits a word into letters with their marks.
func (t *translit) spell(word string) []letter {
	var letters []letter
	for _, r := range word {
		latin, mark := t.letters["mark"][r]
		switch {
		case !mark:
			letters = append(letters, letter{r: r})
		case len(letters) == 0:
		case latin == "double":
			letters[len(letters)-1].twice = true
		case latin == "":
			letters[len(letters)-1].bare = true
		default:
			letters[len(letters)-1].vowel = latin
		}
	}
	return letters
}

// carriers tells which letters are vowels: و and ي are, unless they begin the word,
// follow ا or stand before a vowel.
func (t *translit) carriers(letters []letter) []bool {
	vowels := make([]bool, len(letters))
	fixed := func(i int) bool {
		_, vowel := t.letters["vowel"][letters[i].r]
		_, glide := t.letters["glide"][letters[i].r]
		return vowel && !glide
	}
	for i := len(letters) - 1; i >= 0; i-- {
		l := letters[i]
		if _, glide := t.letters["glide"][l.r]; !glide {
			vowels[i] = fixed(i)
			continue
		}
		marked := l.vowel != "" || l.twice
		vowels[i] = i > 0 && !marked && !fixed(i-1) && (i+1 == len(letters) || !vowels[i+1])
	}
	return vowels
}

// sounds gives what is written of a word, without the vowels that are not.
func (t *translit) sounds(word string) []sound {
	letters := t.spell(word)
	long := opensWithI(letters)
	if long {
		letters = letters[1:]
	}
	vowels := t.carriers(letters)
	if long {
		vowels[0] = long
	}
	var out []sound
	for i, l := range letters {
		before := i+1 < len(letters) && vowels[i+1] // a vowel follows
		after := len(out) > 0 && !out[len(out)-1].vowel
		switch s := (sound{shut: l.bare}); {
		case t.letters["ain"][l.r] != "":
			out = append(out, t.ain(l, i == 0, after, before || l.vowel != "")...)
		case l.r == 'ه' && after && i+1 == len(letters): // for ة, as it is often written
			s.latin, s.vowel = t.letters["vowel"]['ة'], true
			out = append(out, s)
		case vowels[i] && before && (l.r == 'ؤ' || l.r == 'ئ'):
			out = append(out, s)
		case vowels[i]:
			s.latin, s.vowel, s.long = t.letters["vowel"][l.r], true, true
			if i == 3 && passive(letters) {
				s.latin = "ou"
			}
			out = append(out, s)
		default:
			s.latin = t.letters["consonant"][l.r]
			if glide, ok := t.letters["glide"][l.r]; ok {
				s.latin, s.glide = glide, true
			}
			if l.twice && len(s.latin) == 1 {
				s.latin += s.latin
			}
			out = append(out, s)
		}
		if l.vowel != "" && !before && !vowels[i] {
			out = append(out, sound{latin: l.vowel, vowel: true})
		}
	}
	return out
}

// opensWithI: the first two letters are one long i: إيطاليا, but not إياد.
func opensWithI(letters []letter) bool {
	if len(letters) < 3 || letters[0].r != 'إ' && letters[0].r != 'ا' || letters[1].r != 'ي' || letters[1].twice {
		return false
	}
	switch letters[2].r {
	case 'ا', 'و', 'ي', 'ى', 'ة', 'ؤ':
		return false
	}
	return true
}

// passive: the word has the form of a passive participle, which newspapers write with ou:
// Mahmoud, Mahfouz.
func passive(letters []letter) bool {
	return len(letters) == 5 && letters[0].r == 'م' && letters[3].r == 'و'
}

// ain gives the sounds of ع: a between consonants (Saad) and at the beginning (Adnan),
// a break that is not written elsewhere.
func (t *translit) ain(l letter, first, afterConsonant, beforeVowel bool) []sound {
	a := t.letters["ain"][l.r]
	switch {
	case first && beforeVowel:
		return nil
	case first:
		return []sound{{latin: a, vowel: true}}
	case afterConsonant && !beforeVowel:
		return []sound{{latin: a + a, vowel: true}}
	}
	return []sound{{}}
}

// join writes the sounds with a vowel set where consonants could not be said: i behind a
// long vowel (Tariq), else a (Hasan); a word has at most two consonants together, inside.
func join(sounds []sound) string {
	var b strings.Builder
	vowel, long := false, false // the last that was written
	for i, s := range sounds {
		if s.vowel && i > 0 && sounds[i-1].vowel && sounds[i-1].latin == s.latin {
			continue
		}
		b.WriteString(s.latin)
		if s.vowel {
			vowel, long = true, s.long
			continue
		}
		closes := vowel
		vowel = false
		if i+1 == len(sounds) || sounds[i+1].vowel || s.shut {
			continue
		}
		next := sounds[i+1]
		glides := next.glide && i+2 < len(sounds) && sounds[i+2].vowel && !(closes && endsAn(sounds[i+2:]))
		last := i+2 == len(sounds)
		if closes && !last && !glides {
			continue
		}
		set := "a"
		if glides && next.latin[0] == 'y' || !glides && long && last {
			set = "i"
		}
		b.WriteString(set)
		vowel, long = true, false
	}
	return b.String()
}

// endsAn: what is left is the ending of Marwan and Sarwan, before which two consonants stand
// together.
func endsAn(rest []sound) bool {
	return len(rest) == 2 && rest[0].long && rest[0].latin == "a" && rest[1].latin == "n"
}
