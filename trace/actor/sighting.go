package actor

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/zeebo/xxh3"

	"isnad"
	"isnad/arabic"
)

// Sighting is an entity of one article, as it is joined with those of others.
type Sighting struct {
	Article   string // ID
	Time      time.Time
	Entity    string // ID in the article
	Type      isnad.EntityType
	Name      string
	Latin     string
	KB        string
	Roles     []string
	Company   []uint32 // what else the article names, and its story; ascending
	Countries []uint32 // that it names most
	words     []string
}

// mostCountries is how many countries an article is counted to: those that it names most.
const mostCountries = 3

// Sightings are the entities of an article that are looked for in others: all that have a name. A
// person called by a given name alone is none: too many bear it. The story is the number of the
// article's.
func Sightings(a *isnad.Analysis, at time.Time, story int64) []*Sighting {
	named := make(map[string]int, len(a.Entities))
	for i := range a.Mentions {
		if m := &a.Mentions[i]; m.Form == "named" {
			named[m.Entity]++
		}
	}
	company := []uint32{hash("s:" + strconv.FormatInt(story, 10))}
	var countries []*isnad.Entity
	terms := make([]uint32, len(a.Entities))
	for i := range a.Entities {
		e := &a.Entities[i]
		if named[e.ID] == 0 || e.Name == "" {
			continue
		}
		if e.Type == isnad.GPE && len(e.KB) == 2 {
			countries = append(countries, e)
			continue
		}
		words := Words(e.Name)
		if e.Type == isnad.PER && len(words) < 2 {
			continue
		}
		terms[i] = hash("e:" + strings.Join(words, " "))
		company = append(company, terms[i])
	}
	slices.SortStableFunc(countries, func(x, y *isnad.Entity) int { return named[y.ID] - named[x.ID] })
	var of []uint32
	for _, e := range countries[:min(len(countries), mostCountries)] {
		of = append(of, hash(e.KB))
	}
	slices.Sort(company)
	company = slices.Compact(company)
	var out []*Sighting
	for i := range a.Entities {
		e := &a.Entities[i]
		if named[e.ID] == 0 || e.Name == "" {
			continue
		}
		s := &Sighting{Article: a.Article.ID, Time: at, Entity: e.ID, Type: e.Type, Name: e.Name, Latin: e.NameLatin, KB: e.KB, Roles: e.Roles, Countries: of, words: Words(e.Name)}
		if len(s.words) == 0 {
			continue
		}
		s.Company = slices.DeleteFunc(slices.Clone(company), func(h uint32) bool { return h == terms[i] })
		out = append(out, s)
	}
	return out
}

// Terms are what the sightings of one article are counted by: its company and the words of roles.
func Terms(all []*Sighting) []uint32 {
	var out []uint32
	for _, s := range all {
		out = append(out, s.Company...)
		out = append(out, roleTerms(s.Roles)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// roleTerms are the words of roles, by their stems.
func roleTerms(roles []string) (out []uint32) {
	for _, role := range roles {
		for w := range strings.FieldsSeq(arabic.Fold(role)) {
			out = append(out, hash("r:"+arabic.Stem(w)))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func hash(s string) uint32 { return uint32(xxh3.HashString(s)) }

// keys are what a sighting is found by and finds actors by.
func (s *Sighting) keys() []uint64 {
	return nameKeys(s.Type, s.words, s.Latin, isLatin(s.Name), s.KB)
}

func nameKeys(t isnad.EntityType, words []string, latin string, isLatin bool, kb string) []uint64 {
	key := func(parts ...string) uint64 { return xxh3.HashString(string(t) + " " + strings.Join(parts, " ")) }
	out := []uint64{key(words...)}
	if kb != "" {
		out = append(out, key("kb", kb))
	}
	n := len(words)
	if t == isnad.PER {
		out = append(out, lastKey(words[n-1]))
		if n > 1 {
			out = append(out, key(words[0], words[n-1]), key(words[0], words[1]), key(arabic.Consonants(words[0]), arabic.Consonants(words[n-1])))
		}
	}
	if said := sound(latin); (isLatin || t == isnad.PER && n > 1) && len(said) >= arabic.LeastSpelt {
		out = append(out, key("latin", said))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lastKey is what persons of a last name are found by.
func lastKey(word string) uint64 { return xxh3.HashString("last name " + word) }
