package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
)

// officialsAt reads the officials at token i as the country or the body that they act for: «مسؤولين
// أردنيين», «بعض القيادات في [الحزب]».
func (e *eventReader) officialsAt(i int) (actor, bool) {
	if !e.d.trait(i, officials) {
		return actor{}, false
	}
	t := &e.d.toks[i]
	_, cut, prefix := officialsWord(t.Norm)
	a := actor{first: i, end: i + 1, kind: isnad.ORG, prefix: prefix, span: e.d.span(i, i+1)}
	a.span.Start = behind(e.d.text, *t, cut)
	for j := i + 1; j < e.hi && j < i+4; j++ {
		if e.at[j] >= 0 || e.d.toks[j].Norm == "في" || e.d.toks[j].Norm == "من" {
			a.entity = e.bodyBehind(j)
			return a, a.entity != ""
		}
		if who := e.adjective(j); who != "" {
			a.entity, a.end = who, j+1
			return a, j+1 >= e.hi || !e.andAt(j+1) || !e.d.mayHave(j+1, inAdjectives) // «المسؤولين الأردنيين والمصريين» are two
		}
		if e.d.fn[j] != 0 || e.d.toks[j].Kind != arabic.Word {
			return actor{}, false
		}
	}
	return actor{}, false
}

// bodyBehind is the body, or the country, that «في» or «من» at token i names, or that stands there with «ب».
func (e *eventReader) bodyBehind(i int) string {
	if n := e.at[i]; n >= 0 {
		if a := &e.actors[n]; a.kind == isnad.ORG && strings.HasSuffix(a.prefix, "ب") {
			return a.entity
		}
		return ""
	}
	for i++; i < e.hi && (e.d.toks[i].IsQuoteMark() || e.at[i] < 0 && e.d.fn[i] == 0 && len(e.readings(i)) == 0 && !strings.HasPrefix(e.d.toks[i].Norm, "ال")); i++ {
	}
	if i < e.hi && e.at[i] >= 0 {
		if a := &e.actors[e.at[i]]; a.kind == isnad.ORG || e.isState[a.entity] {
			return a.entity
		}
	}
	return ""
}

// officialsWord is a folded word without what may stand before the noun of officials, with the letters that
// were cut and what they stand for.
func officialsWord(norm string) (word string, cut int, prefix string) {
	word = norm
	if rest, and := strings.CutPrefix(word, "و"); and {
		word, cut, prefix = rest, 1, "و"
	}
	if rest, ok := strings.CutPrefix(word, "لل"); ok {
		word, cut, prefix = rest, cut+1, "ل"
	} else if rest, ok := strings.CutPrefix(word, "بال"); ok {
		word, cut, prefix = rest, cut+1, "ب"
	} else if strings.HasPrefix(word, "لم") {
		word, cut, prefix = word[len("ل"):], cut+1, "ل"
	}
	return strings.TrimPrefix(word, "ال"), cut, prefix
}
