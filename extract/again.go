package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// lastSeveral is whom «هؤلاء» stands for: the last speakers who were several, or the word itself.
func (s *discourse) lastSeveral(l isnad.Link) isnad.Link {
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		sp := &s.speakers[i]
		if n := len(sp.chain); n > 0 && sp.source.number == lexicon.Plural && sp.chain[n-1].Kind != isnad.Document && sp.chain[n-1].Kind != isnad.Media {
			l = sp.chain[n-1]
			l.Implicit = true
			return l
		}
	}
	return l
}

// theSame: a word of the phrase says that it is the one told of before: «الصحيفة ذاتها», «ذات الصحيفة».
func (s *discourse) theSame(src *source) bool {
	for i := src.npFirst; i <= src.npEnd && i < len(s.d.toks); i++ {
		if s.d.fn[i]&lexicon.Same != 0 || s.d.serves(i, lexicon.Selfsame) {
			return true
		}
	}
	return false
}

// lastOutlet is the outlet that carried the last words, for «الصحيفة ذاتها» where no outlet with that noun was named:
// an agency for «الوكالة», none for a paper.
func (s *discourse) lastOutlet(src *source) (isnad.Link, bool) {
	agency := strings.HasPrefix(src.head, "وكال")
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		for _, l := range s.speakers[i].chain {
			if l.Kind != isnad.Media {
				continue
			}
			if known := s.r.media.ByName(l.Name); known != nil && (known.Kind == "agency") != agency {
				continue
			}
			l.Implicit = true
			return l, true
		}
	}
	return isnad.Link{}, false
}
