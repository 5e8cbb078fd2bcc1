package actor

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/trace/group"
)

// How much must speak for a join. Evidence is the sum of how rare what both share is: what one
// article in five hundred names counts about four. The figures were chosen on joins that were
// looked at; docs/trace.md says how they turned out.
const (
	leastCommon   = 4.0  // where the name alone says little
	leastLast     = 4.0  // where only a last name is given
	disagree      = 3.0  // more where roles or countries disagree
	prior         = 1000 // articles that are taken for granted, so that little is common in a small archive
	leastMerged   = 10.0 // of two actors that turn out to be one
	mostHolders   = 24   // actors that are found by one key
	famous        = 12   // articles; who is named so often under a name is likely meant by it
	famousLess    = 2.0  // so much less must speak for him, and again where he is named in four times as many
	manyBear      = 5    // given names that go with a family's name which says little
	nameWorth     = 3.0  // of a name that is the same, in the choice between several
	articlesWorth = 0.5  // of a name that is often told of, for each doubling
)

// Names are what the word lists know of the parts of names.
type Names struct{ names lexicon.Names }

// NewNames loads the word lists. An error names file and line.
func NewNames() (*Names, error) {
	names, err := lexicon.LoadNames()
	if err != nil {
		return nil, err
	}
	return &Names{names}, nil
}

// Joiner joins sightings with actors. It is used by one goroutine at a time.
type Joiner struct {
	names   *Names
	freq    *group.Frequencies
	byKey   map[uint64][]*Actor
	byID    map[string]*Actor
	changed map[*Actor]bool
	newKeys []Key
	merged  map[*Actor]*Actor
}

// Key is what an actor is found by.
type Key struct {
	Key   uint64
	Actor *Actor
}

// NewJoiner goes on with actors, each under the keys that it is known by, and with how frequent
// terms are; both are changed by what is placed.
func NewJoiner(names *Names, freq *group.Frequencies, known []Key) *Joiner {
	j := &Joiner{names: names, freq: freq, byKey: map[uint64][]*Actor{}, byID: map[string]*Actor{}, changed: map[*Actor]bool{}, merged: map[*Actor]*Actor{}}
	for _, k := range known {
		j.byKey[k.Key] = append(j.byKey[k.Key], k.Actor)
		j.byID[k.Actor.ID] = k.Actor
	}
	return j
}

// Keys lists what the sightings find actors by.
func Keys(all []*Sighting) (out []uint64) {
	for _, s := range all {
		out = append(out, s.keys()...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Changed lists the actors that sightings were placed with, and the keys that are new.
func (j *Joiner) Changed() ([]*Actor, []Key) {
	out := slices.Collect(maps.Keys(j.changed))
	slices.SortFunc(out, older)
	return out, j.newKeys
}

// older puts the actor that was there first first.
func older(a, b *Actor) int {
	return cmp.Or(cmp.Compare(uint64(a.Number-1), uint64(b.Number-1)), cmp.Compare(a.ID, b.ID)) // without a number: last
}

// Article places the sightings of one article and tells with whom: nil for a name that says too
// little. Actors that apart lists for a sighting are not it: a person said so.
func (j *Joiner) Article(all []*Sighting, apart func(*Sighting) []string) []*Actor {
	j.freq.Count(Terms(all))
	out := make([]*Actor, len(all))
	for i, s := range all {
		var not []string
		if apart != nil {
			not = apart(s)
		}
		if s.Type == isnad.PER && len(s.words) == 1 && j.names.given(s.words[0]) {
			continue
		}
		a := j.best(s, not)
		if a == nil {
			a = j.begin(s)
		}
		if slices.Contains(out[:i], a) { // two entities of an article that are one elsewhere
			out[i] = a
			continue
		}
		a.add(s)
		j.changed[a] = true
		for _, k := range s.keys() {
			j.hold(k, a)
		}
		out[i] = a
	}
	return out
}

func (j *Joiner) begin(s *Sighting) *Actor {
	id := s.id()
	if known := j.byID[id]; known != nil {
		return known
	}
	a := &Actor{ID: id, Type: s.Type, Name: s.Name}
	j.byID[id] = a
	return a
}

func (j *Joiner) hold(key uint64, a *Actor) {
	list := j.byKey[key]
	if len(list) >= mostHolders || slices.Contains(list, a) {
		return
	}
	j.byKey[key] = append(list, a)
	j.newKeys = append(j.newKeys, Key{key, a})
}

// best is the actor that most speaks for, if enough does.
func (j *Joiner) best(s *Sighting, not []string) *Actor {
	var best *Actor
	top := 0.0
	seen := map[*Actor]bool{}
	for _, k := range s.keys() {
		for _, a := range j.byKey[k] {
			if seen[a] || a.Type != s.Type || slices.Contains(not, a.ID) {
				continue
			}
			seen[a] = true
			if score, ok := j.score(s, a); ok && (best == nil || score > top || score == top && a.ID < best.ID) {
				best, top = a, score
			}
		}
	}
	return best
}

// score tells whether a sighting may be of an actor, and how much speaks for it.
func (j *Joiner) score(s *Sighting, a *Actor) (float64, bool) {
	if s.KB != "" && a.KB != "" {
		return 100, s.KB == a.KB
	}
	often := articlesWorth * math.Log2(1+float64(a.Articles))
	if s.Type != isnad.PER {
		if !slices.Equal(s.words, a.nameWords()) && !slices.ContainsFunc(a.Names, func(n Named) bool { return slices.Equal(Words(n.Name), s.words) }) {
			return 0, false
		}
		if s.Type == isnad.ORG && disjoint(s.Countries, a.Countries) && j.evidence(s, a) < disagree {
			return 0, false // a ministry of another country
		}
		return nameWorth + often, true
	}
	like := j.likeness(s, a)
	if like == noLikeness {
		return 0, false
	}
	need := 0.0
	switch {
	case like == lastName || len(s.words) == 1:
		need = leastLast
	case j.common(s.words):
		need = leastCommon
	}
	switch {
	case a.Articles >= 4*famous:
		need -= 2 * famousLess
	case a.Articles >= famous:
		need -= famousLess
	case disjoint(s.Countries, a.Countries):
		need += disagree
	}
	evidence := j.evidence(s, a)
	return evidence + like*nameWorth + often, evidence >= need
}

// likeness is that of a person's name with the likest name of an actor; none where it does not go
// with the name that most articles give, or with another that several do, unless it is wholly one.
func (j *Joiner) likeness(s *Sighting, a *Actor) float64 {
	like := likeness(s.words, a.nameWords())
names:
	for _, n := range a.Names {
		words := Words(n.Name)
		switch {
		case slices.Equal(words, s.words):
			return whole
		case len(words) < 2:
		case n.N > 1 && len(s.words) > 1 && likeness(s.words, words) == noLikeness:
			like = noLikeness // a name that he is called by elsewhere rules it out
			break names
		case like != noLikeness:
			like = max(like, likeness(s.words, words))
		}
	}
	if like == noLikeness && (isLatin(s.Name) || isLatin(a.Name)) {
		if said := sound(s.Latin); len(said) >= arabic.LeastSpelt && said == sound(a.Latin) {
			return spelling
		}
	}
	return like
}

// evidence is the sum of the rarities of what the articles of both share.
func (j *Joiner) evidence(s *Sighting, a *Actor) float64 {
	sum := 0.0
	for _, t := range s.Company {
		if _, shared := slices.BinarySearchFunc(a.Company, t, byTerm); shared {
			sum += float64(j.freq.Rarity(t, prior))
		}
	}
	if len(s.Roles) == 0 || len(a.Roles) == 0 {
		return sum
	}
	roles := make([]string, len(a.Roles))
	for i, r := range a.Roles {
		roles[i] = r.Name
	}
	theirs := roleTerms(roles)
	for _, t := range roleTerms(s.Roles) {
		if _, shared := slices.BinarySearch(theirs, t); shared {
			sum += float64(j.freq.Rarity(t, prior))
		}
	}
	return sum
}

// disjoint reports whether both name countries and none of them is the same.
func disjoint(terms []uint32, of []Count) bool {
	if len(terms) == 0 || len(of) == 0 {
		return false
	}
	return !slices.ContainsFunc(of, func(c Count) bool { return slices.Contains(terms, c.Term) })
}

// common reports whether many may bear a name: a given name with a father's, or with a family's that
// goes with many others or is that of a tribe or a town.
func (j *Joiner) common(words []string) bool {
	if len(words) != 2 || !j.names.given(words[0]) {
		return false
	}
	last := words[1]
	if j.names.given(last) || strings.HasSuffix(last, "ي") {
		return true
	}
	var firsts []string
	for _, a := range j.byKey[lastKey(last)] {
		if first := a.nameWords()[0]; !slices.Contains(firsts, first) {
			firsts = append(firsts, first)
		}
	}
	return len(firsts) >= manyBear
}

func (n *Names) given(word string) bool {
	return n.names[word]&(lexicon.GivenName|lexicon.AmbiguousName) != 0
}
