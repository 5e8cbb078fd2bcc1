package cases

import (
	"slices"

	"isnad"
	"isnad/arabic"
)

// settle joins those who are named in fewer words to those in more, the fullest names first:
// «الداخلية» to «وزارة الداخلية السعودية». Where several are named in more words, to the one
// that is told of most by far.
func (ids *identities) settle() {
	order := make([]int, len(ids.bodies))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(ids.bodies[b].words) - len(ids.bodies[a].words) })
	told := map[int]int{} // root → how often it is told of
	for n, i := range order {
		b := &ids.bodies[i]
		best, second := -1, 0
		var fuller []*body
		for _, k := range order[:n] {
			root := ids.find(ids.bodies[k].id)
			if !ids.names(b, &ids.bodies[k]) {
				continue
			}
			fuller = append(fuller, &ids.bodies[k])
			if root == best {
				continue
			}
			switch {
			case best < 0 || told[root] > told[best]:
				if best >= 0 {
					second = told[best]
				}
				best = root
			default:
				second = max(second, told[root])
			}
		}
		switch {
		case best >= 0 && told[best] >= byFar*second:
			ids.join(best, b.id)
		case described(b, fuller):
			for _, other := range fuller {
				ids.join(other.id, b.id)
			}
		}
		told[ids.find(b.id)] += b.told
	}
}

// described reports whether names in more words are all the shorter one with a description behind it, of
// which one at most is a single word, as that of a country is: «حركة كذا السودانية» and «حركة كذا
// المنضوية في حلف كذا» are one, the ministries of two countries are not.
func described(a *body, fuller []*body) bool {
	single := ""
	for _, b := range fuller {
		n := len(a.words)
		if n < officeLeast || len(b.words) <= n || !slices.Equal(a.words, b.words[:n]) || !descriptive(b.words[n]) {
			return false
		}
		if len(b.words) == n+1 {
			if single != "" && single != b.words[n] {
				return false
			}
			single = b.words[n]
		}
	}
	return len(fuller) > 0
}

// byFar is how many times more often one is told of than another to be meant by a name that
// fits both.
const byFar = 3

// names reports whether the words of a name b in fewer words: all are in it, and one of them is
// among its first two if it is the only one.
func (ids *identities) names(a, b *body) bool {
	if (ids.all[a.id].kind == isnad.Person) != (ids.all[b.id].kind == isnad.Person) {
		return false
	}
	if !within(a.stems, b.stems) && (ids.all[a.id].kind != isnad.Person || !spellsName(a.words, b.words)) {
		return false
	}
	return len(a.stems) > 1 || ids.all[a.id].kind == isnad.Person || slices.Contains(b.stems[:min(2, len(b.stems))], a.stems[0])
}

// spellsName reports whether all words of a person's name are in another, some maybe with other long vowels,
// as names of other tongues are: «نتنياهو» and «نتانياهو».
func spellsName(a, b []string) bool {
	for _, w := range a {
		if !slices.ContainsFunc(b, func(other string) bool { return arabic.SameSpelling(w, other) }) {
			return false
		}
	}
	return len(a) > 0
}

// stems are those of the words, which make one of «صحة» and «صحية».
func stems(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = arabic.Stem(w)
	}
	return out
}

// within reports whether all of the words of a are among those of b.
func within(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}
