package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
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

// laterOutlet is the outlet that «الصحيفة» stands for where it has carried what others said since an outlet spoke: «قالت
// صحيفة المساء … وكتب سالم حداد في صحيفة الصباح أن … وتختتم الصحيفة».
func (s *discourse) laterOutlet(src *source) (isnad.Link, bool) {
	if src.kind != isnad.Media || src.number != lexicon.Singular || !s.alone(src) {
		return isnad.Link{}, false
	}
	since, spoke := s.last[speakerKey{kind: isnad.Media, any: true}]
	if !spoke {
		return isnad.Link{}, false
	}
	for i := len(s.speakers) - 1; i > since && i >= len(s.speakers)-maxCarried; i-- {
		chain := s.speakers[i].chain
		for k := 0; k+1 < len(chain); k++ {
			if l := chain[k]; l.Kind == isnad.Media && l.Mention.Start >= s.d.toks[s.speakers[since].source.first].Start && s.calledSo(&l, src) {
				l.Implicit = true
				return l, true
			}
		}
	}
	return isnad.Link{}, false
}

// calledSo: the article has put the noun of src before the outlet's name.
func (s *discourse) calledSo(l *isnad.Link, src *source) bool {
	noun, _, _ := strings.Cut(arabic.Fold(l.Mention.In(s.d.text)), " ")
	return strings.HasSuffix(noun, strings.TrimPrefix(arabic.Fold(src.head), "ال"))
}

// lastOfficial is the last speaker, a person, for «المسؤول» where none without a name has spoken: «قال وزير الداخلية
// سالم حداد … ووفقا للمسؤول».
func (s *discourse) lastOfficial(src *source) (isnad.Link, bool) {
	last := &s.speakers[len(s.speakers)-1]
	n := len(last.chain)
	if n == 0 || last.chain[n-1].Kind != isnad.Person || !s.alone(src) || s.foreign(last.chain[n-1].Name, src) {
		return isnad.Link{}, false
	}
	if g := last.source.gender; g != lexicon.AnyGender && src.gender != lexicon.AnyGender && g != src.gender {
		return isnad.Link{}, false
	}
	l := last.chain[n-1]
	l.Implicit = true
	return l, true
}

// agencyOf is the body that spoke last, for «الوكالة» where no outlet has spoken and the article names no agency that
// is one: «أعلنت مصلحة الهجرة … وقالت الوكالة».
func (s *discourse) agencyOf(src *source) (isnad.Link, bool) {
	if src.kind != isnad.Media || !strings.HasPrefix(src.head, "وكال") || src.number != lexicon.Singular || !s.alone(src) {
		return isnad.Link{}, false
	}
	if _, named := s.namedBefore(src); named {
		return isnad.Link{}, false
	}
	for i := len(s.speakers) - 1; i >= 0 && i >= len(s.speakers)-maxCarried; i-- {
		sp := &s.speakers[i]
		for _, l := range sp.chain {
			if l.Kind == isnad.Media {
				return isnad.Link{}, false
			}
		}
		if n := len(sp.chain); n > 0 && (sp.chain[n-1].Kind == isnad.Organization || sp.chain[n-1].Kind == isnad.State) && !sp.source.role && sp.source.number == lexicon.Singular && sp.source.polity == nil {
			l := sp.chain[n-1]
			l.Implicit = true
			return l, true
		}
	}
	return isnad.Link{}, false
}
