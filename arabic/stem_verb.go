package arabic

// verb stems a form of a verb, and reports false if the host is probably none: nouns
// are told from verbs by the article, which the lexicon has counted.
func (s *stemmer) verb(h host) (form, bool) {
	e := s.entry(h.form)
	if h.n < 3 || !h.future && e.Article > 0 && e.Article+4 > e.Whole {
		return form{}, false
	}
	if f, ok := s.fromImperfect(h); ok {
		return f, true
	}
	for _, ending := range []string{"وا", "تا", "ت", "نا", "ا", "و"} {
		// The alef of وا goes before a pronoun: تركوه.
		if h.ends(ending) && h.n-len(ending)/2 >= 2 && (ending != "و" || h.pronoun) {
			if f, ok := s.withoutSubject(h.form, len(ending)/2, ending); ok {
				return f, true
			}
		}
	}
	return s.perfect(h.form)
}

// withoutSubject takes the subject off a perfect: قال of قالت, أعطى of أعطت.
func (s *stemmer) withoutSubject(f form, letters int, ending string) (form, bool) {
	g := f.cut(0, letters, "")
	if !verbal(s, g) && ending != "نا" {
		for _, weak := range []string{"ى", "ا"} {
			if g := f.cut(0, letters, weak); ending != "ا" && verbal(s, g) {
				return s.base(g), true
			}
		}
	}
	if g.n == 2 && ending == "ت" && s.used(g) > 2 && s.imperfectOf(g) > 2 { // ظلت, تمت
		return g, true
	}
	if g.n < 3 || !verbal(s, g) || ending == "ا" && s.entry(g).Article > 0 {
		return form{}, false
	}
	return s.base(g), true
}

// verbal reports whether a form is a verb's perfect as far as the lexicon shows: it is used
// and has an imperfect.
func verbal(s *stemmer, f form) bool {
	if s.used(f) < 2 {
		return false
	}
	if _, ok := s.perfect(f); ok {
		return true
	}
	hollow := f.n == 3 && f.is(1, "ا") || f.n == 4 && f.is(0, "أا") && f.is(2, "ا") // قال, أضاف
	return f.n >= 3 && (hollow && s.entry(f).Article == 0 || s.imperfectOf(f) > 0)
}

// imperfectOf is how well the imperfect of a perfect without prefix is attested.
func (s *stemmer) imperfectOf(f form) uint8 {
	if f.is(-1, "ى") {
		weak := weakEnd(f)
		return max(s.used(f.behind("ي")), s.used(weak.behind("ي")))
	}
	return max(s.used(f.behind("ي")), s.used(f.behind("ت")))
}

func weakEnd(f form) form { return f.cut(0, 1, "ي") }

// perfect takes the alef off the derived perfects, as their imperfect has it: نتقد of انتقد,
// علن of أعلن. It reports false if the form is none of these.
func (s *stemmer) perfect(f form) (form, bool) {
	if f.n < 4 || !f.is(0, "اأ") || f.n == 4 && f.is(2, "ا") || s.entry(f).Article > 0 {
		return form{}, false
	}
	rest := f.cut(1, 0, "")
	try := rest
	switch {
	case f.is(-1, "ى"):
		try = weakEnd(rest)
	case rest.starts("ست") && rest.n == 5 && rest.is(3, "ا"): // استطاع, يستطيع
		try.l[3] = letterAt("ي", 0)
	}
	if s.used(try.behind("ي"))+s.used(try.behind("ت")) == 0 {
		return form{}, false
	}
	return rest, true
}

// fromImperfect takes prefix and endings off an imperfect.
func (s *stemmer) fromImperfect(h host) (form, bool) {
	if !h.is(0, "يتنأا") {
		return form{}, false
	}
	rest := h.cut(1, 0, "")
	third := max(s.used(rest.behind("ي")), s.used(rest.behind("ت")))
	bare := s.withoutNumber(rest)
	plural := bare.n < rest.n
	if plural {
		third = max(third, s.used(bare.behind("ي")))
	}
	e := s.entry(h.form)
	switch {
	case h.is(0, "ي") || h.future:
	case h.is(0, "ت"):
		// «تحدث» is the perfect of يتحدث rather than the imperfect of حدث if the former is commoner.
		own := s.used(rest.behind("ي"))
		if plural {
			own = max(own, s.used(bare.behind("ي")))
		}
		if fifth := s.used(h.behind("ي")); own == 0 || fifth >= own {
			return form{}, false
		}
	case h.is(0, "ن"):
		if third < 2 || third < e.Whole {
			return form{}, false
		}
	default:
		return form{}, false // the first person is stemmed as a perfect
	}
	return s.toPerfect(bare), true
}

// withoutNumber takes the endings of number off an imperfect.
func (s *stemmer) withoutNumber(rest form) form {
	for _, ending := range []string{"ون", "وا", "ين", "ان"} {
		if rest.n < 4 || !rest.ends(ending) {
			continue
		}
		for _, end := range []string{"", "ي", "ى", "و"} {
			g := rest.cut(0, 2, end)
			if s.used(g.behind("ي")) > 0 || s.used(g.behind("ت")) > 0 {
				return g
			}
		}
	}
	return rest
}

// toPerfect finds the perfect of the stem of an imperfect, where root letters are weak.
func (s *stemmer) toPerfect(rest form) form {
	if to, ok := s.imperfect[rest.hash()]; ok {
		return s.base(to)
	}
	switch {
	case rest.is(0, "ؤ"): // يؤكد, أكد
		rest.l[0] = letterAt("أ", 0)
	case rest.n == 2:
		if g := rest.behind("و"); s.used(g) > 1 && s.used(rest) < s.used(g) {
			return g
		}
	case rest.n == 3 && rest.is(1, "وي"):
		g := rest
		g.l[1] = letterAt("ا", 0)
		if iv := g.behind("أ"); rest.is(1, "ي") && s.used(iv) > s.used(g) {
			return iv
		}
		if s.used(g) > 1 && s.used(g) > s.used(rest) {
			return g
		}
	case rest.n == 3 && rest.is(2, "و"):
		return rest.cut(0, 1, "ا")
	case rest.n == 5 && rest.starts("ست") && rest.is(3, "ي"):
		rest.l[3] = letterAt("ا", 0)
	}
	return rest
}
