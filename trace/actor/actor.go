package actor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"isnad"
)

// Count is a term with how often it was met.
type Count struct {
	Term uint32
	N    int
}

// Named is a name or a role with how many articles give it.
type Named struct {
	Name string
	N    int
}

// Actor is somebody, or something, that articles name.
type Actor struct {
	Number      int64  // the archive's; 0 while it has none
	ID          string // follows from the first sighting
	Type        isnad.EntityType
	Name        string // that most articles give, the longest of those
	Latin       string
	KB          string
	Articles    int
	First, Last time.Time
	Names       []Named // spellings, the most frequent first
	Roles       []Named
	Company     []Count // ascending by Term
	Countries   []Count // ascending by Term
	words       []string
}

// What is kept of an actor. Twice as much is kept until it is cut.
const (
	mostNames     = 8
	mostRoles     = 12
	mostCompany   = 32
	mostOfCountry = 6
)

// id is the identifier of an actor that begins with a sighting.
func (s *Sighting) id() string {
	return fmt.Sprintf("a%012x", xxh3.HashString(string(s.Type)+" "+s.Article+" "+strings.Join(s.words, " "))&(1<<48-1))
}

// Words are the parts of the actor's name.
func (a *Actor) nameWords() []string {
	if a.words == nil {
		a.words = Words(a.Name)
	}
	return a.words
}

// add counts a sighting of the actor.
func (a *Actor) add(s *Sighting) {
	a.Articles++
	if a.First.IsZero() || s.Time.Before(a.First) {
		a.First = s.Time
	}
	if s.Time.After(a.Last) {
		a.Last = s.Time
	}
	a.KB = cmp.Or(a.KB, s.KB)
	a.Names = counted(a.Names, s.Name, 1, mostNames)
	for _, r := range s.Roles {
		a.Roles = counted(a.Roles, r, 1, mostRoles)
	}
	a.Company = tallied(a.Company, once(s.Company), mostCompany)
	a.Countries = tallied(a.Countries, once(s.Countries), mostOfCountry)
	if best := a.bestName(); best != a.Name {
		a.Name, a.words = best, nil
	}
	if a.Latin == "" || s.Name == a.Name {
		a.Latin = cmp.Or(s.Latin, a.Latin)
	}
}

// bestName is the name that most articles give; of a person one of at least two words.
func (a *Actor) bestName() string {
	for _, n := range a.Names {
		if a.Type != isnad.PER || strings.Contains(n.Name, " ") {
			return n.Name
		}
	}
	return a.Names[0].Name
}

// counted adds to how often a name was met, and keeps at most so many, the most frequent first.
func counted(list []Named, name string, times, most int) []Named {
	at := slices.IndexFunc(list, func(n Named) bool { return n.Name == name })
	if at < 0 {
		if len(list) >= 2*most {
			list = list[:most]
		}
		at = len(list)
		list = append(list, Named{Name: name})
	}
	list[at].N += times
	for at > 0 && list[at-1].N < list[at].N {
		list[at-1], list[at] = list[at], list[at-1]
		at--
	}
	return list
}

// tallied adds up how often terms were met, and keeps the most frequent where they are too many.
func tallied(list, more []Count, most int) []Count {
	for _, c := range more {
		at, there := slices.BinarySearchFunc(list, c.Term, byTerm)
		if !there {
			list = slices.Insert(list, at, Count{Term: c.Term})
		}
		list[at].N += c.N
	}
	if len(list) > 2*most {
		slices.SortFunc(list, func(x, y Count) int { return cmp.Or(y.N-x.N, cmp.Compare(x.Term, y.Term)) })
		list = list[:most]
		slices.SortFunc(list, func(x, y Count) int { return cmp.Compare(x.Term, y.Term) })
	}
	return list
}

// once is terms that an article has.
func once(terms []uint32) []Count {
	out := make([]Count, len(terms))
	for i, t := range terms {
		out[i] = Count{t, 1}
	}
	return out
}
