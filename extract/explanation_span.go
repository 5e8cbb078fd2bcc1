package extract

import (
	"isnad/lexicon"
)

// How many tokens are read for an explanation and for what it explains.
const (
	maxExplanation = 48
	maxExplained   = 40
)

// end is where the explanation that begins with token from ends: before a comma, a new
// clause or what somebody else says.
func (x *explainer) end(from int) int {
	i := from + 1
	for ; i < x.hi && i < from+maxExplanation; i++ {
		w := x.d.toks[i].Norm
		if x.said[i] || comma(w) || x.d.fn[i]&lexicon.ClauseStart != 0 || ends(w) {
			break
		}
		if x.conjunction(i) == 1 && x.verb(w[2:]) {
			break
		}
	}
	for i > from && x.d.toks[i-1].Kind == punctKind && !x.d.toks[i-1].IsQuoteMark() && x.d.toks[i-1].Norm != ")" {
		i--
	}
	return i
}

// ends: a sign that ends a clause.
func ends(w string) bool {
	switch w {
	case ".", "!", "؟", "?", "؛", ";", ":", "..", "...", "…":
		return true
	}
	return false
}

// explained is the tokens of the clause that is explained: before the opening at i, back to
// where the clause begins; behind end, where the sentence opens with its explanation.
func (x *explainer) explained(i, end int) (first, last int) {
	last = i
	for last > x.lo && (x.d.toks[last-1].Kind == punctKind && !x.d.toks[last-1].IsQuoteMark() && x.d.toks[last-1].Norm != ")" || x.d.serves(last-1, lexicon.PointingBack)) {
		last--
	}
	if last == x.lo {
		return x.behind(end)
	}
	first, verb := last, false
	for first > x.lo && first > last-maxExplained {
		k := first - 1
		w := x.d.toks[k].Norm
		if x.said[k] || ends(w) || verb && comma(w) || x.d.fn[k]&(lexicon.ClauseStart|lexicon.Relative|lexicon.ThatWord) != 0 {
			break
		}
		first = k
		if x.conjunction(k) == 1 && x.verb(w[2:]) {
			break
		}
		verb = verb || x.verb(w)
	}
	for first < last && x.d.toks[first].Kind == punctKind && !x.d.toks[first].IsQuoteMark() {
		first++
	}
	return first, last
}

// behind is the clause behind an explanation that opens its sentence.
func (x *explainer) behind(end int) (first, last int) {
	if end >= x.hi || !comma(x.d.toks[end].Norm) || end+1 >= x.hi || x.said[end+1] {
		return 0, 0
	}
	return end + 1, x.end(end + 1)
}

// verb: the folded word is a finite verb that the lists know, or ends like one.
func (x *explainer) verb(w string) bool {
	if x.r.verbs[w] || x.l.Of(w)&(lexicon.Deed|lexicon.LamVerb|lexicon.Comes) != 0 {
		return true
	}
	for _, f := range x.r.happened.triggers.Of(w) {
		if f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect {
			return true
		}
	}
	for _, f := range x.r.cues.Of(w) {
		if f.Form.Shape == lexicon.Perfect || f.Form.Shape == lexicon.Imperfect {
			return true
		}
	}
	return false
}

// nounReach is how many tokens before لـ a noun that takes it may stand.
const nounReach = 4

// aimBehindLam: token i is لـ with a noun of aim, and hangs on a deed rather than on a noun
// or verb that takes لـ: «توجه إلى القاهرة للمشاركة», but not «دعا إلى خطة لحماية».
func (x *explainer) aimBehindLam(i int) *lexicon.ExplanationRow {
	if i <= x.lo {
		return nil
	}
	row := x.l.AimBehindLam(x.d.toks[i].Norm)
	if row == nil || x.d.fn[i-1]&(lexicon.Preposition|lexicon.Relative|lexicon.ThatWord) != 0 || x.d.serves(i-1, lexicon.NotBecause) {
		return nil
	}
	first, last := x.explained(i, i)
	if first >= last || last > i || x.anyOf(first, last, lexicon.LamVerb) {
		return nil
	}
	for k := i - 1; k >= first && k >= i-nounReach; k-- {
		w := x.d.toks[k].Norm
		if comma(w) || ends(w) {
			break
		}
		if x.l.TakesLam(w) {
			return nil
		}
	}
	if x.anyOf(first, last, lexicon.Deed) || x.doneIn(x.d.span(first, last)) {
		return row
	}
	return nil
}
