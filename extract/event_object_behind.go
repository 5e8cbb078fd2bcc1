package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// aside is the token that ends the words between dashes that begin at token i, else i:
// «الملك - حفظه الله -».
func (e *eventReader) aside(i int) int {
	if dash(e.d.toks[i].Norm) {
		for j := i + 1; j < e.hi && j < i+7; j++ {
			if dash(e.d.toks[j].Norm) {
				return j
			}
		}
	}
	return i
}

func dash(w string) bool { return w == "-" || w == "–" || w == "ـ" }

// objectBehind is the person whose title stands behind a comma, a setting before it: «استقبل
// [X] في قصره أمس، وزير الخارجية [Y]».
func (e *eventReader) objectBehind(i int, p *parts) (int, bool) {
	for to := i + 14; i < e.hi && i < to && !comma(e.d.toks[i].Norm); i++ {
		if stops(e.d, i) || e.d.fn[i]&lexicon.Relative != 0 || e.otherVerb(i) {
			return 0, false
		}
	}
	for j := i + 1; j < e.hi && j < i+14; j++ {
		if stops(e.d, j) || comma(e.d.toks[j].Norm) || e.d.fn[j]&breaksPhrase != 0 || len(e.readings(j)) > 0 || j == i+1 && strings.HasPrefix(e.d.toks[j].Norm, "و") {
			return 0, false
		}
		if n := e.at[j]; n >= 0 && e.actors[n].kind == isnad.PER && e.actors[n].prefix == "" && !p.actors.has(e.actors[n].entity) {
			return int(n), e.d.has(i+1, inTitles)
		}
	}
	return 0, false
}
