package arabic

// noun takes the endings of gender, number and case off a noun or adjective, where the
// lexicon knows what is left.
func (s *stemmer) noun(h host) form {
	f := s.withoutCase(h)
	if tied := f.cut(0, 1, "ة"); f.n > 3 && f.is(-1, "ه") && !h.pronoun && s.known(tied) > s.known(f) {
		f = tied // careless spelling: الوزاره
	}
	for _, ending := range []string{"تين", "تان", "تي", "تا"} {
		if f.ends(ending) && f.n > 5 {
			if g := f.cut(0, len(ending)/2, "ة"); s.known(g) > 0 {
				return s.feminine(g)
			}
		}
	}
	if f.ends("ات") {
		return s.feminine(s.soundFeminine(f))
	}
	for _, ending := range []string{"ون", "ين", "ان"} {
		if !f.ends(ending) || f.n < 5 {
			continue
		}
		g := f.cut(0, 2, "")
		if s.masculine(f, g, ending) {
			return s.feminine(g)
		}
	}
	if g := f.cut(0, min(1, f.n), ""); !h.article && f.n > 4 && f.is(-1, "يو") && s.construct(f, g) {
		return s.feminine(g)
	}
	return s.feminine(f)
}

// withoutCase takes the alef of the accusative off: جديد of جديدا.
func (s *stemmer) withoutCase(h host) form {
	f := h.form
	if h.article || h.pronoun || f.n < 4 || !f.is(-1, "ا") {
		return f
	}
	g := f.cut(0, 1, "")
	if s.entry(f).Article == 0 && (s.entry(g).Article > 0 || s.used(g) > s.used(f)) {
		return g
	}
	return f
}

// soundFeminine turns the plural in ات into its singular: شركة of شركات.
func (s *stemmer) soundFeminine(f form) form {
	g := f.cut(0, 2, "")
	switch {
	case g.n < 2 || s.kept[f.hash()]:
		return f
	case g.n == 2 || fourthNoun(g):
		return f.cut(0, 2, "ة")
	case g.n == 3 && s.known(g) == 0 && s.known(f.cut(0, 2, "ة")) == 0:
		return f // أوقات is no plural in ات
	}
	return g
}

// masculine reports whether g is the singular of f, which has the ending of a dual or
// plural.
func (s *stemmer) masculine(f, g form, ending string) bool {
	e, whole := s.entry(g), s.entry(f)
	switch {
	case s.kept[f.hash()]:
		return false
	case ending == "ين" && f.n == 5 && f.is(0, "ت"): // تحسين, تمكين
		return false
	case ending == "ان":
		return e.Article > 1 && e.Article > whole.Article && s.known(g) > whole.Whole
	}
	return s.known(g) > 1 || g.is(-1, "ي") && s.known(g) > 0
}

// construct reports whether f is the plural in ون or ين of g before a genitive: مسؤولي
// of مسؤول. Adjectives in ي are told from it by the article.
func (s *stemmer) construct(f, g form) bool {
	return s.entry(f).Article == 0 && s.entry(g).Article > 1 && (s.known(g.cut(0, 0, "ين")) > 0 || s.known(g.cut(0, 0, "ون")) > 0)
}

// feminine takes the ending ة off, unless what is left is too short to tell words apart
// or would be a verb: إضافة is not أضاف.
func (s *stemmer) feminine(f form) form {
	if f.n > 3 && f.is(-1, "ة") {
		if g := f.cut(0, 1, ""); !fourthNoun(g) {
			return g
		}
	}
	return f
}

// fourthNoun reports whether a form without its ة is the verbal noun of a hollow verb of
// the fourth form, like إضافة.
func fourthNoun(g form) bool { return g.n == 4 && g.is(0, "إ") && g.is(2, "ا") }
