package seq

import "isnad"

// Label is what a token is in a name: Outside, or the begin or inside of a type.
type Label uint8

// Outside is the label of a token that is in no name.
const Outside Label = 0

// types are in the order of their labels; the file of a model depends on it.
var types = [...]isnad.EntityType{isnad.PER, isnad.ORG, isnad.GPE, isnad.FAC, isnad.LOC, isnad.EQP}

// Labels is how many labels there are.
const Labels = 1 + 2*len(types)

// Begin is the label of the first token of a name, Inside that of the others; ok is
// false where the type is not known.
func Begin(t isnad.EntityType) (l Label, ok bool) {
	for i, known := range types {
		if known == t {
			return Label(1 + 2*i), true
		}
	}
	return Outside, false
}

// Inside is the label of the tokens of a name after its first.
func Inside(t isnad.EntityType) (l Label, ok bool) {
	l, ok = Begin(t)
	if ok {
		l++
	}
	return l, ok
}

// Begins reports whether l is of the first token of a name.
func (l Label) Begins() bool { return l%2 == 1 }

// Type is the type of the name, empty for Outside.
func (l Label) Type() isnad.EntityType {
	if l == Outside {
		return ""
	}
	return types[(l-1)/2]
}

// Follows reports whether l may stand behind the label before: the inside of a name
// only behind its begin or inside.
func (l Label) Follows(before Label) bool {
	return l == Outside || l.Begins() || before == l || before == l-1
}
