package arabic

// SameLetters reports whether a written word can be a spelling of a listed form that folds
// alike: where both write the hamza they must agree (إعلام is not أعلام), and what is
// written with teh marbuta does not end in a pronoun (عدة is not عده). A bare letter is
// read as either. Clitics of the written word are told by the number of letters skip.
func SameLetters(written, form string, skip int) bool {
	if skip == 0 && written == form {
		return true
	}
	w, f := letters{s: written}, letters{s: form}
	for range skip {
		w.next()
	}
	for {
		a, okA := w.next()
		b, okB := f.next()
		if !okA || !okB {
			return okA == okB || skip > 0
		}
		if a != b && !interchange(a, b) {
			return false
		}
	}
}

// letters walks over the Arabic letters of a word, marks left out.
type letters struct {
	s  string
	at int
}

func (l *letters) next() (rune, bool) {
	for i, r := range l.s[l.at:] {
		if class, _ := classify(r); class == classLetter {
			l.at += i + len(string(r))
			return r, true
		}
	}
	l.at = len(l.s)
	return 0, false
}

func interchange(written, form rune) bool {
	switch written {
	case 'أ', 'إ', 'آ':
		return form == 'ا' || form == 'ٱ'
	case 'ة':
		return false
	}
	return true
}
