package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// bodyBehindTitle: the words before the colon of a title name a body in short, which the article names
// in full: «الطيران المدني: …», and then «سلطة الطيران المدني».
func (r *Reader) bodyBehindTitle(d *doc, lo, end int) (isnad.Kind, bool) {
	if end-lo < 2 || end-lo > 4 || !strings.HasPrefix(d.toks[lo].Norm, "ال") {
		return "", false
	}
next:
	for k := end + 1; k+end-lo <= len(d.toks); k++ {
		for n := lo; n < end; n++ {
			if d.toks[k+n-lo].Norm != d.toks[n].Norm {
				continue next
			}
		}
		noun, ok := at(&r.nouns.Forms, d, k-1, inNouns)
		if ok && (noun.Value.Kind == isnad.State || noun.Value.Kind == isnad.Organization) && noun.Value.Number == lexicon.Singular {
			return noun.Value.Kind, true
		}
	}
	return "", false
}
