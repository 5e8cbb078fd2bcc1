package show

import "unicode/utf8"

// points counts the code points of a text up to any byte.
type points struct {
	text   string
	before []int // code points before every pointsStep bytes
}

const pointsStep = 256

func pointsOf(text string) points {
	p := points{text: text}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%pointsStep == 0 {
			p.before = append(p.before, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	if len(text)%pointsStep == 0 {
		p.before = append(p.before, n)
	}
	return p
}

// at is how many code points begin before byte i.
func (p points) at(i int) int {
	block := i / pointsStep
	n := p.before[block]
	for _, c := range []byte(p.text[block*pointsStep : i]) {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}
