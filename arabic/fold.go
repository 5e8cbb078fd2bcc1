package arabic

import (
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What a rune is to the folder and the tokenizer.
const (
	classOther  uint8 = iota
	classLetter       // an Arabic letter; folds to fold[r]
	classMark         // a diacritic or tatweel: dropped
	classDigit
	classInvisible // zero-width and direction marks: dropped
)

// The Arabic block, U+0600 to U+06FF, is looked up in tables; see classify for the rest.
var (
	blockClass [256]uint8
	blockFold  [256]rune
	blockKept  [256]bool // it folds to itself
)

func init() {
	letters := func(lo, hi rune) {
		for r := lo; r <= hi; r++ {
			blockClass[r-0x600], blockFold[r-0x600] = classLetter, r
		}
	}
	marks := func(lo, hi rune) {
		for r := lo; r <= hi; r++ {
			blockClass[r-0x600] = classMark
		}
	}
	letters(0x620, 0x64A)
	letters(0x66E, 0x66F)
	letters(0x671, 0x6D3)
	letters(0x6D5, 0x6D5)
	letters(0x6EE, 0x6EF)
	letters(0x6FA, 0x6FF)
	marks(0x610, 0x61A)
	marks(0x64B, 0x65F)
	marks(0x670, 0x670)
	marks(0x6D6, 0x6DC)
	marks(0x6DF, 0x6E8)
	marks(0x6EA, 0x6ED)
	marks(0x640, 0x640)
	blockClass[0x1C] = classInvisible // Arabic letter mark
	for i := rune(0); i < 10; i++ {
		for _, zero := range []rune{0x660, 0x6F0} {
			blockClass[zero+i-0x600], blockFold[zero+i-0x600] = classDigit, '0'+i
		}
	}
	for from, to := range map[rune]rune{
		'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ٲ': 'ا', 'ٳ': 'ا',
		'ى': 'ي', 'ئ': 'ي', 'ی': 'ي', 'ې': 'ي', 'ۍ': 'ي', 'ێ': 'ي', 'ے': 'ي', 'ۓ': 'ي',
		'ؤ': 'و', 'ۆ': 'و', 'ۇ': 'و', 'ۈ': 'و', 'ۋ': 'و',
		'ة': 'ه', 'ہ': 'ه', 'ە': 'ه', 'ۀ': 'ه', 'ھ': 'ه', 'ۂ': 'ه', 'ۃ': 'ه',
		'ک': 'ك', 'ڪ': 'ك', 'گ': 'ك', 'ڭ': 'ك', 'پ': 'ب', 'چ': 'ج', 'ڤ': 'ف', 'ژ': 'ز',
	} {
		blockFold[from-0x600] = to
	}
	for i := range blockKept {
		blockKept[i] = blockClass[i] == classOther || blockClass[i] == classLetter && blockFold[i] == rune(0x600+i)
	}
}

// classify tells the class of r and what a letter or a digit folds to. A
// presentation form that stands for several letters is answered by forms.
func classify(r rune) (uint8, rune) {
	switch {
	case r >= 0x600 && r <= 0x6FF:
		return blockClass[r-0x600], blockFold[r-0x600]
	case r >= '0' && r <= '9':
		return classDigit, r
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069, r == 0xFEFF, r == 0xAD:
		return classInvisible, 0
	case r >= 0xFB50 && r <= 0xFD3D, r >= 0xFD50 && r <= 0xFDFB, r >= 0xFE70 && r <= 0xFEFC:
		if forms()[r] == "" {
			return classMark, 0
		}
		return classLetter, r
	}
	return classOther, 0
}

// forms maps presentation forms (Unicode compatibility, NFKC) to folded letters.
var forms = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string, 1000)
	for _, block := range [][2]rune{{0xFB50, 0xFD3D}, {0xFD50, 0xFDFB}, {0xFE70, 0xFEFC}} {
		for r := block[0]; r <= block[1]; r++ {
			var b []byte
			for _, x := range norm.NFKC.String(string(r)) {
				if x >= 0x600 && x <= 0x6FF && blockClass[x-0x600] == classLetter {
					b = utf8.AppendRune(b, blockFold[x-0x600])
				}
			}
			m[r] = string(b)
		}
	}
	return m
})

// appendFold appends what the letter or digit r, folded to f, is matched as.
func appendFold(dst []byte, r, f rune) []byte {
	if r >= 0xFB50 {
		return append(dst, forms()[r]...)
	}
	if f < utf8.RuneSelf {
		return append(dst, byte(f))
	}
	return append(dst, 0xC0|byte(f>>6), 0x80|byte(f&0x3F))
}

// Fold folds what Arabic orthography writes in several ways, so that words can be
// matched: hamza carriers and alef wasla to the bare letter, alef maqsura to yeh, teh
// marbuta to heh, Persian and presentation forms to the Arabic letter, digits to
// ASCII, Latin capitals to small ones; diacritics, tatweel, zero-width and direction
// marks are dropped. Everything else stays.
func Fold(s string) string {
	kept := folded(s)
	if kept == len(s) {
		return s
	}
	var buf [128]byte
	dst := buf[:0]
	if len(s) > len(buf) {
		dst = make([]byte, 0, len(s))
	}
	dst = append(dst, s[:kept]...)
	return string(appendFolded(dst, s[kept:], nil))
}

// folded tells how many bytes of s, from its beginning, surely fold to themselves.
func folded(s string) int {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			if c >= 'A' && c <= 'Z' {
				return i
			}
			i++
		case inBlock(s, i):
			if !blockKept[blockIndex(s, i)] {
				return i
			}
			i += 2
		default:
			return i
		}
	}
	return len(s)
}

// inBlock reports whether a letter or sign of the Arabic block begins at byte i.
func inBlock(s string, i int) bool {
	return s[i]&0xFC == 0xD8 && i+1 < len(s) && s[i+1]&0xC0 == 0x80
}

// blockIndex is the place in the Arabic block of what begins at byte i: see inBlock.
func blockIndex(s string, i int) uint8 { return s[i]<<6 | s[i+1]&0x3F }

// Folded is folded text with the way back to the original.
type Folded struct {
	Text string
	from []int32 // from[i] is the byte of the source whose rune gave Text[i]; one more for the end
}

// FoldMap folds s and keeps the map of offsets.
func FoldMap(s string) Folded {
	from := make([]int32, 0, len(s)+1)
	b := appendFolded(make([]byte, 0, len(s)), s, &from)
	return Folded{string(b), append(from, int32(len(s)))}
}

// Source maps the half-open stretch [start, end) of Text to bytes of the source.
// Marks that follow the last letter belong to it.
func (f Folded) Source(start, end int) (int, int) {
	return int(f.from[start]), int(f.from[end])
}

func appendFolded(dst []byte, s string, from *[]int32) []byte {
	for i := 0; i < len(s); {
		before, size := len(dst), 1
		switch {
		case s[i] < utf8.RuneSelf:
			c := s[i]
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
		case inBlock(s, i):
			size = 2
			switch at := blockIndex(s, i); blockClass[at] {
			case classMark, classInvisible:
			case classLetter, classDigit:
				dst = appendFold(dst, 0x600+rune(at), blockFold[at])
			default:
				dst = append(dst, s[i:i+2]...)
			}
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			switch class, f := classify(r); class {
			case classMark, classInvisible:
			case classLetter, classDigit:
				dst = appendFold(dst, r, f)
			default:
				dst = append(dst, s[i:i+size]...)
			}
		}
		if from != nil {
			for range len(dst) - before {
				*from = append(*from, int32(i))
			}
		}
		i += size
	}
	return dst
}
