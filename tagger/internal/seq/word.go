package seq

import (
	"strings"
	"unicode/utf8"

	"isnad/arabic"
)

// word is what the model asks of one word when it stands between others.
type word struct {
	bare   uint64 // the host without clitics and article
	shape  uint64
	tail   uint64 // last letters
	link   link
	quote  bool
	hash   uint32 // see wordHash
	like   uint64 // how much it looks like a name, see Likeness
	run    inRun
	joined bool // clitics stand before it
	sport  bool // see Resources.Sports
}

// analysis is all that the model asks of one word.
type analysis struct {
	word
	starts  []start
	context []uint64 // features that neighbours see too
	own     []uint64 // features of the word's own place
	marked  []byte   // room for letters
	asked   []asked  // room for the keys of these
}

// formOf is the form of a token that features are made from: folded, but for the
// commonest of prepositions, which folding makes one with the name علي.
func formOf(t *arabic.Token) string {
	switch t.Text {
	case "على":
		return "على"
	case "وعلى":
		return "وعلى"
	}
	return t.Norm
}

// analyze fills w with the features of a token.
func (m *Resources) analyze(w *analysis, norm string, kind arabic.Kind) {
	w.context, w.own = w.context[:0], w.own[:0]
	w.own = append(w.own, hashString(tplBias, ""))
	host, bare := cut(norm, kind)
	w.bare = hashString(tplBare, bare)
	w.shape = shape(norm, host, kind)
	if kind == arabic.Word {
		w.shape = join(tplShape, w.shape, uint64(m.Common[w.bare]))
	}
	w.sport = m.Sports[bare]
	w.quote = kind == arabic.Punct && strings.Contains("\"«»“”„‟‹›'‘’", norm)
	w.link = linkOf(norm, host, kind, m.Bodies[bare])
	w.tail = hashString(tplTail, last(bare, 3))
	w.context = append(w.context,
		hashString(tplNorm, norm),
		w.bare,
		w.shape,
		join(tplTail, hashString(tplTail, last(bare, 2)), w.shape),
		hashString(tplClitics, norm[:len(norm)-len(host)]),
	)
	if kind == arabic.Word || kind == arabic.Latin {
		w.letters(norm, host, bare)
		m.listed(w, norm, bare)
	}
	w.like, w.run, w.joined = 0, noRun, false
	if kind == arabic.Word {
		w.like = m.Likeness.class(bare)
		w.run = ofRun(host, bare, m.Common[w.bare], w.like, m.nameClass(bare) > 0)
		w.joined = len(host) < len(norm)
	}
	w.starts = m.Lists.starts(w.starts[:0], norm, kind)
}

// cut gives a folded word without clitics, and without clitics and article.
func cut(norm string, kind arabic.Kind) (host, bare string) {
	host = norm
	if kind == arabic.Word {
		host = norm[Clitics(norm):]
	}
	bare = strings.TrimPrefix(host, "ال")
	if len(bare) < 4 {
		bare = host
	}
	if strings.HasPrefix(host, "لل") && len(host) < len(norm)+1 && len(host) > 6 {
		bare = host[4:]
	}
	return host, bare
}

// Bare is a folded word without clitics and article.
func Bare(norm string) string {
	_, bare := cut(norm, arabic.Word)
	return bare
}

// letters adds the features of a word's spelling.
func (w *analysis) letters(norm, host, bare string) {
	prefix, hostPrefix := seed(tplPrefix), seed(tplHostPrefix)
	restNorm, restBare := norm, bare
	for n := 1; n <= 4; n++ {
		size := letter(restNorm)
		prefix, restNorm = more(prefix, restNorm[:size]), restNorm[size:]
		size = letter(restBare)
		hostPrefix, restBare = more(hostPrefix, restBare[:size]), restBare[size:]
		w.own = append(w.own, mix(prefix), hashString(tplSuffix, last(norm, n)), mix(hostPrefix))
	}
	w.own = append(w.own, mix(more(more(more(seed(tplHostSuffix), last(host, 2)), "/"), first(bare, 2))))
	w.marked = append(append(append(w.marked[:0], '^'), bare...), '$')
	// A window of three letters: from start to mid is its first, to end the others.
	m := w.marked
	for start, mid := 0, 1; start < len(m); {
		next := mid + letter(m[mid:])
		end := next + letter(m[next:])
		if end-start >= 5 {
			w.own = append(w.own, mix(more(seed(tplLetters), m[start:end])))
		}
		start, mid = mid, next
	}
	w.own = append(w.own, join(tplLength, uint64(min(len(bare), 18)), 0))
}

// listed tells whether the word is a spelling of a person's name.
func (m *Resources) listed(w *analysis, norm, bare string) {
	n, b := m.nameClass(norm), m.nameClass(bare)
	w.context = append(w.context, join(tplNameList, uint64(n)<<2|uint64(b), 0))
}

// shape is the kind of a token, whether it has the article, and how long it is.
func shape(norm, host string, kind arabic.Kind) uint64 {
	s := uint64(kind)
	switch kind {
	case arabic.Word:
		switch {
		case strings.HasPrefix(host, "ال") && len(host) > 6:
			s |= 1 << 4
		case strings.HasPrefix(norm[len(norm)-len(host):], "لل") && len(host) > 6:
			s |= 2 << 4
		}
		if len(norm) <= 2 {
			s |= 4 << 4
		}
	case arabic.Number:
		s |= uint64(min(len(norm), 5)) << 4
	case arabic.Punct:
		return hashString(tplShape, norm)
	}
	return join(tplShape, s, 0)
}

// letter is how many bytes the first letter of s has.
func letter[T string | []byte](s T) int {
	switch {
	case len(s) == 0:
		return 0
	case s[0] < utf8.RuneSelf:
		return 1
	case len(s) > 1 && s[0] >= 0xC2 && s[0] < 0xE0 && s[1]&0xC0 == 0x80:
		return 2
	}
	_, size := utf8.DecodeRuneInString(string(s))
	return size
}

// first and last give the first and last n letters, all of a shorter word.
func first(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func last(s string, n int) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i]&0xC0 != 0x80 {
			if n--; n == 0 {
				return s[i:]
			}
		}
	}
	return s
}
