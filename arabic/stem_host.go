package arabic

import "isnad/arabic/internal/affix"

// host is a host on its way to its stem.
type host struct {
	form
	article bool // it had the article, so it is a noun
	future  bool // it stood behind س, so it is an imperfect
	pronoun bool
}

// hostOf takes the host out of a cut word, without its article and with the ending that
// it has without the pronoun: مدرسة of مدرستهم.
func hostOf(w *affix.Word, d affix.Decision, s *stemmer) (h host) {
	h.n = copy(h.l[:], w.Letters[d.Cut.Lo:d.Cut.Hi])
	h.pronoun = d.Cut.Hi < w.Len
	before := affix.Letter(0)
	if d.Cut.Lo > 0 {
		before = w.Letters[d.Cut.Lo-1]
	}
	h.future = before == letterAt("س", 0)
	switch {
	case h.n > 3 && h.starts("ال") && !s.own[h.hash()]:
		h.form, h.article = h.cut(2, 0, ""), true
	case before == letterAt("ل", 0) && h.n > 2 && h.starts("ل"):
		// «للجنة» is of لجنة and not of جنة, and «للبنان» of لبنان, if that is the commoner noun.
		// How often it stands behind ل says nothing: that are these very words.
		e := s.entry(h.form)
		if rest := h.cut(1, 0, ""); s.known(rest) >= max(e.Whole, e.Article) {
			h.form, h.article = rest, true
		} else {
			h.article = s.entry(h.form).Article > 0
		}
	}
	if h.pronoun && h.n > 1 {
		h.form = s.withoutPronoun(h.form)
	}
	return h
}

// withoutPronoun undoes what a pronoun does to the end of its host.
func (s *stemmer) withoutPronoun(f form) form {
	var g form
	switch {
	case f.is(-1, "ئؤ"):
		return f.cut(0, 1, "ء")
	case f.is(-1, "ت"):
		g = f.cut(0, 1, "ة")
	case f.is(-1, "ا"):
		g = f.cut(0, 1, "ى")
	case f.is(-1, "ي"):
		if g = f.cut(0, 1, "ين"); s.known(g) == 0 {
			g = f.cut(0, 1, "ى")
		}
	case f.is(-1, "و"):
		g = f.cut(0, 1, "وا")
	default:
		return f
	}
	if s.known(g) > s.used(f) {
		return g
	}
	return f
}

// stem chooses between the tables, the rules for verbs and the rules for nouns.
func (s *stemmer) stem(h host) form {
	for _, ending := range []string{"", "ي", "و", "ا"} { // of the dual and plural, before a genitive
		if !h.ends(ending) || ending != "" && !h.pronoun {
			continue
		}
		if to, ok := s.stems[h.cut(0, len(ending)/2, "")]; ok {
			return s.base(to)
		}
	}
	if s.kept[h.hash()] {
		return h.form
	}
	if !h.article {
		if f, ok := s.verb(h); ok {
			return f
		}
	}
	return s.noun(h)
}

// base stems a dictionary form.
func (s *stemmer) base(f form) form {
	if s.kept[f.hash()] {
		return f
	}
	if g, ok := s.perfect(f); ok {
		return g
	}
	if f.n > 3 && f.is(-1, "ة") {
		return f.cut(0, 1, "")
	}
	return f
}
