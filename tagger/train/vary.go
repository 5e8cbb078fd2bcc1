package train

import (
	"math/rand/v2"
	"strings"

	"isnad"
)

// stock is names to put in the place of those of a corpus, by type, each cut into words.
type stock struct {
	names  map[isnad.EntityType][][]string
	random *rand.Rand
}

// stockOf takes names from the sentences and the gazetteers.
func stockOf(of []sentence, lists map[isnad.EntityType][]string) *stock {
	s := &stock{map[isnad.EntityType][][]string{}, rand.New(rand.NewPCG(3, 4))}
	for _, x := range of {
		for _, n := range x.names {
			// After ل the article may be gone: «ل|لجيش».
			if cut := x.glued[n.first] && strings.HasPrefix(x.words[n.first], "ل"); len(n.types) == 1 && !cut {
				s.names[n.types[0]] = append(s.names[n.types[0]], x.words[n.first:n.end])
			}
		}
	}
	for t, names := range lists {
		for _, name := range names {
			s.names[t] = append(s.names[t], strings.Fields(name))
		}
	}
	return s
}

// vary gives sentences with other names of the same type, so that contexts and
// gazetteers are learnt and not only the names that the corpus happens to have.
// Sentences without names are left out.
func (s *stock) vary(of []sentence) []sentence {
	var out []sentence
	for _, x := range of {
		if len(x.names) == 0 {
			continue
		}
		var y sentence
		at := 0
		for _, n := range x.names {
			y.copy(x, at, n.first)
			at = n.end
			with := x.words[n.first:n.end]
			if of := s.names[n.types[0]]; len(n.types) == 1 && len(of) > 0 && !strings.HasPrefix(with[0], "لل") {
				with = of[s.random.IntN(len(of))]
				if n.first > 0 && x.glued[n.first] && strings.HasSuffix(x.words[n.first-1], "ل") && strings.HasPrefix(with[0], "ال") {
					with = append([]string{strings.TrimPrefix(with[0], "ا")}, with[1:]...)
				}
			}
			first := len(y.words)
			y.words = append(y.words, with...)
			y.glued = append(y.glued, x.glued[n.first])
			y.glued = append(y.glued, make([]bool, len(with)-1)...)
			y.names = append(y.names, name{first, len(y.words), n.types})
		}
		y.copy(x, at, len(x.words))
		out = append(out, y)
	}
	return out
}

func (s *sentence) copy(from sentence, first, end int) {
	s.words = append(s.words, from.words[first:end]...)
	s.glued = append(s.glued, from.glued[first:end]...)
}
