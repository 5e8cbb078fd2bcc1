package seq

import "isnad/arabic"

// Resources is what features are made from beside the text: gazetteers and what is
// known of words. It is not changed once it is filled.
type Resources struct {
	Lists  Lists
	Names  map[uint32]uint8 // spellings of persons' names by hash, with a class of frequency from 1 to 3
	Bodies map[string]bool  // words that begin the name of a body or a facility, folded, without article
	Sports map[string]bool  // words of which two in a line tell that it is about sport, folded, without article
	Common map[uint64]uint8 // ordinary words by the hash of their bare form: 1 for known ones, 2 for frequent ones

	Likeness Likeness // of words to persons' names

	names table // Names as a model's file has them, for a nil Names
}

// NameHash is the hash under which a folded word stands in Names.
func NameHash(norm string) uint32 { return uint32(hashString(tplNameList, norm) >> 32) }

func (m *Resources) nameClass(norm string) uint8 {
	h := NameHash(norm)
	if m.Names != nil {
		return m.Names[h]
	}
	if m.names.full == nil || m.names.may(h) == 0 {
		return 0
	}
	class, _ := m.names.number(h, m.names.at(h))
	return uint8(class)
}

// IsName reports whether a folded word is a known spelling of a person's name.
func (m *Resources) IsName(norm string) bool { return m.nameClass(norm) > 0 }

// IsFrequent reports whether a folded word is an ordinary one that is often seen.
func (m *Resources) IsFrequent(norm string) bool { return m.Common[BareHash(norm)] == 2 }

// BareHash is the hash under which a folded word stands in Common: that of its host without article.
func BareHash(norm string) uint64 {
	var a analysis
	(&Resources{}).analyze(&a, norm, arabic.Word)
	return a.bare
}
