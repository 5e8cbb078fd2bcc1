package actor

import (
	"cmp"
	"slices"

	"isnad"
)

// Settle makes actors one that were begun apart, when too little was known of them, and whose
// company has turned out to be the same: of those that sightings were placed with. The later
// becomes part of the earlier. Different tells for two identifiers that a person said they are not
// the same; it may be nil.
func (j *Joiner) Settle(different func(a, b string) bool) {
	changed, _ := j.Changed()
	for _, a := range changed {
		if a.Type != isnad.PER || a.Articles < 2 || j.merged[a] != nil {
			continue
		}
		for _, b := range j.namesakes(a) {
			if j.merged[a] != nil {
				break
			}
			if j.merged[b] == nil && j.one(a, b) && (different == nil || !different(a.ID, b.ID)) {
				j.merge(a, b)
			}
		}
	}
}

// namesakes are the other actors that are found by a's name.
func (j *Joiner) namesakes(a *Actor) []*Actor {
	var out []*Actor
	for _, k := range nameKeys(a.Type, a.nameWords(), "", false, "") {
		for _, b := range j.byKey[k] {
			if b != a && b.Type == a.Type && !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
	}
	slices.SortFunc(out, older)
	return out
}

// one reports whether two actors are one.
func (j *Joiner) one(a, b *Actor) bool {
	if a.KB != "" && b.KB != "" && a.KB != b.KB || likeness(a.nameWords(), b.nameWords()) < spelling {
		return false
	}
	for _, n := range a.Names {
		for _, m := range b.Names {
			if x, y := Words(n.Name), Words(m.Name); n.N > 1 && m.N > 1 && len(x) > 1 && len(y) > 1 && likeness(x, y) == noLikeness {
				return false
			}
		}
	}
	sum := 0.0
	for _, c := range a.Company {
		if _, shared := slices.BinarySearchFunc(b.Company, c.Term, byTerm); shared {
			sum += float64(j.freq.Rarity(c.Term, prior))
		}
	}
	return sum >= leastMerged
}

func byTerm(c Count, t uint32) int { return cmp.Compare(c.Term, t) }

func (j *Joiner) merge(a, b *Actor) {
	if older(b, a) < 0 {
		a, b = b, a
	}
	j.merged[b] = a
	a.Articles += b.Articles
	if b.First.Before(a.First) {
		a.First = b.First
	}
	if b.Last.After(a.Last) {
		a.Last = b.Last
	}
	a.KB, a.Latin = cmp.Or(a.KB, b.KB), cmp.Or(a.Latin, b.Latin)
	for _, n := range b.Names {
		a.Names = counted(a.Names, n.Name, n.N, mostNames)
	}
	for _, r := range b.Roles {
		a.Roles = counted(a.Roles, r.Name, r.N, mostRoles)
	}
	a.Company = tallied(a.Company, b.Company, mostCompany)
	a.Countries = tallied(a.Countries, b.Countries, mostOfCountry)
	a.Name, a.words = a.bestName(), nil
	delete(j.changed, b)
	j.changed[a] = true
}

// Merged tells for actors that became part of another which that is.
func (j *Joiner) Merged() map[*Actor]*Actor {
	out := make(map[*Actor]*Actor, len(j.merged))
	for gone := range j.merged {
		out[gone] = j.now(gone)
	}
	return out
}

func (j *Joiner) now(a *Actor) *Actor {
	for j.merged[a] != nil {
		a = j.merged[a]
	}
	return a
}
