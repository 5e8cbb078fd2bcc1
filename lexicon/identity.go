package lexicon

import (
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

// Identity is what the gazetteers know of a name, without what only finding needs.
type Identity struct {
	Type  isnad.EntityType
	KB    string // Wikidata identifier, or empty
	ISO   string // country of the thing, or empty
	Latin string
	Name  string
	file  string
}

// Rule names the row for people.
func (n *Identity) Rule() string { return n.file + "/" + n.Name }

// Identities maps names to what bears them. It is a fraction of Gazetteers in cost, for
// those who have found the name already.
type Identities map[string][]*Identity

// LoadIdentities reads the gazetteers for their names alone. Values are not checked here
// but by LoadGazetteers in the tests.
func LoadIdentities() (Identities, error) {
	l := identityLoader{ids: make(Identities, 14_000)}
	for _, list := range gazetteers {
		rows, err := Table(list.file, list.columns)
		if err != nil {
			return nil, err
		}
		// The better known first: those with an identifier.
		for _, listed := range []bool{true, false} {
			for _, row := range rows {
				if known := list.kb >= 0 && row.Fields[list.kb] != "-"; known == listed {
					l.add(list, row)
				}
			}
		}
	}
	return l.ids, nil
}

// identityLoader has the room that identities and their lists are cut from.
type identityLoader struct {
	ids   Identities
	all   slab[Identity]
	lists slab[*Identity]
}

func (l *identityLoader) add(list gazetteer, row Row) {
	f := row.Fields
	n := &l.all.one(Identity{Type: list.entity, Latin: f[list.latin], Name: f[list.latin+1], file: row.File})[0]
	if n.Type == "" {
		n.Type = isnad.EntityType(f[0])
	}
	if list.kb >= 0 {
		n.KB = strings.TrimPrefix(f[list.kb], "-")
	}
	n.ISO = strings.TrimPrefix(f[list.iso], "-")
	l.put(n.Name, n)
	l.put(n.Latin, n)
	for _, alias := range row.List(list.latin + 2) {
		l.put(alias, n)
	}
}

func (l *identityLoader) put(name string, n *Identity) {
	key := IdentityKey(name)
	list := l.ids[key]
	switch {
	case list == nil:
		l.ids[key] = l.lists.one(n)
	case !slices.Contains(list, n):
		l.ids[key] = append(list, n)
	}
}

// IdentityKey is a name as Identities are found by: folded, hyphens blank.
func IdentityKey(name string) string {
	key := arabic.Fold(name)
	if strings.Contains(key, "-") {
		key = strings.Join(strings.Fields(strings.ReplaceAll(key, "-", " ")), " ")
	}
	return key
}

// Find gives the first that bears a name and is of the type.
func (ids Identities) Find(key string, t isnad.EntityType) *Identity {
	for _, n := range ids[key] {
		if n.Type == t {
			return n
		}
	}
	return nil
}
