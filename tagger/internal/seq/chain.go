package seq

import (
	"strings"

	"isnad/arabic"
)

// link is how a word can go on the name of a body: «هيئة|الغذاء|والدواء», «المركز|الوطني|
// للوقاية».
type link uint8

const (
	noLink   link = iota
	bare          // a word without article
	definite      // ال
	dative        // لل
	also          // وال, ولل
	joining       // و without article
	opening       // begins the name of a body itself
)

func linkOf(norm, host string, kind arabic.Kind, body bool) link {
	before := norm[:len(norm)-len(host)]
	switch {
	case kind != arabic.Word:
		return noLink
	case norm == "و":
		return joining
	case body:
		return opening
	case strings.HasPrefix(norm, "لل") && len(norm) > 6:
		return dative
	case strings.HasPrefix(norm, "ولل") && len(norm) > 8, before == "و" && strings.HasPrefix(host, "ال"):
		return also
	case before == "و":
		return joining
	case strings.HasPrefix(host, "ال") && before == "":
		return definite
	}
	return bare
}

// chain is where a token stands in what may be the name of a body.
type chain struct {
	head   uint64 // the word that began it; zero outside
	depth  uint8
	quoted bool // a quotation mark was opened right behind the head: «تنظيم \"…\"»
}

// next is the chain at a word behind one that stands in c.
func (c chain) next(w *word) chain {
	switch {
	case w.link == opening:
		return chain{head: w.bare}
	case c.head != 0 && c.depth == 0 && !c.quoted && w.quote:
		return chain{c.head, 0, true}
	case c.quoted && (w.quote || c.depth > 7):
		return chain{}
	case c.quoted:
		return chain{c.head, c.depth + 1, true}
	case c.head == 0 || w.link == noLink || w.link == bare && c.depth > 1 || c.depth > 9:
		return chain{}
	}
	return chain{c.head, c.depth + 1, false}
}

// keys gives the features of a token in a chain, with the links behind it.
func (c chain) keys(here, after, then *word) [3]Key {
	links := uint64(here.link)<<16 | uint64(after.link)<<8 | uint64(min(c.depth, 4))
	if c.quoted {
		links = 1<<24 | uint64(min(c.depth, 2))
		if after.quote {
			links |= 1 << 25
		}
	}
	return [...]Key{
		keyAt(join(tplChain, links, 0), 0),
		keyAt(join(tplChain, links, uint64(then.link)), 1),
		keyAt(join(tplChain, c.head, links), 2),
	}
}
