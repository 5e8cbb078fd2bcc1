package extract

import (
	"isnad"
	"isnad/lexicon"
)

const (
	exalted = "تعالي" // folded: «قال تعالى»
	godRule = "source.god"
	godName = "الله"
)

// scripture is God, or the Prophet, whose words a verb of plain saying at token i brings in: «قال تعالى»،
// «قال عز وجل»، «قال صلى الله عليه وسلم». Neither goes on speaking in the next sentence.
func (r *Reader) scripture(d *doc, c *candidate, i int) (source, bool) {
	if !c.cue.Is(lexicon.PlainSaying) || i+1 >= len(d.toks) {
		return source{}, false
	}
	end := i
	for end < len(d.toks) && end < i+4 && d.serves(end, lexicon.Divine) {
		end++
	}
	if end == i && d.is(i, "صلي") && d.is(i+1, godName) {
		return source{kind: isnad.Person, first: i, end: min(i+4, len(d.toks)), npFirst: i, npEnd: min(i+4, len(d.toks)), number: lexicon.Singular, named: true, rule: godRule}, true
	}
	if end == i {
		return source{}, false
	}
	return source{kind: isnad.Person, first: i, end: end, npFirst: i, npEnd: end, number: lexicon.Singular, named: true, rule: godRule}, true
}

// scriptureName is who is meant by the words that bless him.
func scriptureName(d *doc, s *source) string {
	if d.is(s.first, "صلي") {
		return "النبي محمد"
	}
	return godName
}
