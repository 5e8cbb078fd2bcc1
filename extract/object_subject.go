package extract

import (
	"strings"

	"isnad"
	"isnad/lexicon"
)

// objectPlural: a definite plural that is no source: الانتهاكات.
func (r *Reader) objectPlural(d *doc, i int) bool {
	w := d.toks[i].Norm
	if !strings.HasPrefix(w, "ال") || !strings.HasSuffix(w, "ات") || len(w) < 14 {
		return false
	}
	_, noun := exact(&r.nouns.Forms, d, i, inNouns)
	return !noun
}

// giveBackDeed parts a person, with the office behind the name, from the deed that is told:
// «أكد فلان التوصل لاتفاق»، «نفى فلان رئيس النادي العام التعاقد».
func (r *Reader) giveBackDeed(d *doc, s *source) {
	for i := max(s.end, s.npFirst+1); i < s.npEnd; i++ {
		bare, definite := strings.CutPrefix(d.toks[i].Norm, "ال")
		complete := i == s.end || strings.HasPrefix(d.toks[i-1].Norm, "ال") || d.nameEnds(i)
		construct := i+1 < len(d.toks) && strings.HasPrefix(d.toks[i+1].Norm, "ال")
		if complete && (definite && r.announced(bare) || !definite && construct && (sixthForm(bare) || r.verbalNoun(bare))) && !d.nameCovers(i) {
			s.npEnd = i
			return
		}
	}
}

// maxHeld bounds how far behind a thing stands what it is held for.
const maxHeld = 10

// otherThing: at i begins a definite noun behind a definite one, a name behind a name, or a
// body's name behind a definite noun («حمل الوزير [النظام السوري]»).
func (r *Reader) otherThing(d *doc, i int) bool {
	w := d.toks[i].Norm
	if n := d.nameFrom(i); n < len(d.tagged) && d.tagged[n].First == i && d.tagged[n].Type == isnad.ORG {
		return d.nameEnds(i) || strings.HasPrefix(w, "ال") && (strings.HasPrefix(d.toks[i-1].Norm, "ال") || strings.HasSuffix(d.toks[i-1].Norm, "ون"))
	}
	if _, polity := exact(&r.polities.Names, d, i, inPolities); polity && strings.HasPrefix(d.toks[i-1].Norm, "ال") {
		return true // «حمل الوزير إسرائيل مسؤولية»
	}
	if d.nameCovers(i) {
		return d.nameEnds(i)
	}
	return strings.HasPrefix(w, "ال") && (strings.HasPrefix(d.toks[i-1].Norm, "ال") || d.nameEnds(i)) &&
		!strings.HasSuffix(w, "ي") && !strings.HasSuffix(w, "يه") && !r.definiteAdjective(d, i)
}

// otherNoun: behind an adjective or a name begins a definite noun that is none: «الجامعة العربية
// الممارسات».
func (r *Reader) otherNoun(d *doc, i int) bool {
	return (r.parted(d, i-1) || d.nameEnds(i)) && r.otherThing(d, i) && !d.nameCovers(i)
}

// heldFor: an indefinite accusative, or غير, stands in [i, hi): what a thing is held for.
func (r *Reader) heldFor(d *doc, i, hi int) bool {
	for ; i < hi; i++ {
		w := d.toks[i].Norm
		if d.is(i, "غير") || len(w) >= 8 && strings.HasSuffix(w, "ا") && !strings.HasPrefix(w, "ال") && !r.given.Is(w) {
			return true
		}
	}
	return false
}

// blames: responsibility is spoken of soon behind token i.
func (r *Reader) blames(d *doc, i, hi int) bool {
	for hi = min(hi, i+maxHeld); i < hi; i++ {
		if d.serves(i, lexicon.Responsibility) {
			return true
		}
	}
	return false
}

// blamesBehind: responsibility is spoken of behind a relative clause that the subject has: «حمل التحالف
// الذي يقوده سالم، خصومه مسؤولية».
func (r *Reader) blamesBehind(d *doc, i, hi int) bool {
	for end := min(hi, i+maxHeld); i < end; i++ {
		if next := r.pastRelative(d, i, hi); next > i {
			return r.blames(d, next, hi)
		}
	}
	return false
}
