package arabic

// Sentence is a half-open range of tokens.
type Sentence struct{ First, End int }

// Sentences appends the sentences of the tokens to dst: every token stands in exactly
// one. A sentence ends at a line feed, or at a full stop, question or exclamation mark
// that stands in no closed quotation. A point inside a number, in an abbreviation («د.»,
// «أ.ف.ب»), or in the title is no end; nor is one within a quotation, whose sentences
// stay with the words that introduce them.
func Sentences(dst []Sentence, toks []Token, quotes []Quote) []Sentence {
	first, next, closed := 0, 0, -1
	for i := range toks {
		for next < len(quotes) && quotes[next].Open <= i {
			if q := quotes[next]; q.Closed && q.Close > closed {
				closed = q.Close
			}
			next++
		}
		last := i+1 == len(toks)
		if last || toks[i+1].Line != toks[i].Line && i >= closed || i >= closed && endsSentence(toks, i, i == closed) {
			dst = append(dst, Sentence{first, i + 1})
			first = i + 1
		}
	}
	return dst
}

// endsSentence tells whether a sentence ends with token i, which is not the last one of
// its line; afterQuote says that it is a closing quotation mark.
func endsSentence(toks []Token, i int, afterQuote bool) bool {
	if toks[i].Kind != Punct {
		return false
	}
	next := &toks[i+1]
	if afterQuote {
		return i > 0 && isStop(toks[i-1].Norm) && next.Kind == Word
	}
	switch toks[i].Norm {
	case "!", "?", "؟":
		return next.Kind != Punct || next.IsQuoteMark() && !next.Glued
	case ".", "…":
	default:
		return false
	}
	if next.Kind == Punct && isStop(next.Norm) || next.IsQuoteMark() && next.Glued && toks[i].Glued {
		return false
	}
	if i > 0 && toks[i-1].Norm == "." && toks[i].Glued && opensSpeech(next.Norm) {
		return false // «وقال الوزير.. إن»
	}
	return toks[i].Line > 0 && !abbreviates(toks, i)
}

// opensSpeech: the folded word is «that», so that two points before it part nothing.
func opensSpeech(norm string) bool {
	switch norm {
	case "ان", "انه", "انها", "انهم", "اننا":
		return true
	}
	return false
}

func isStop(norm string) bool {
	switch norm {
	case ".", "…", "!", "?", "؟":
		return true
	}
	return false
}

// abbreviates: the point stands glued behind a single letter or between the short names of
// letters: «د.», «أ.ف.ب», «بي.بي.سي»; or within an address: «t.co/abc».
func abbreviates(toks []Token, i int) bool {
	if i > 0 && toks[i].Glued && toks[i+1].Glued && toks[i-1].Kind == Latin && toks[i+1].Kind == Latin {
		return true
	}
	if i > 0 && toks[i].Glued && toks[i+1].Glued && toks[i-1].Kind == Word && toks[i+1].Kind == Word && len(toks[i-1].Norm) <= 6 && len(toks[i+1].Norm) <= 6 {
		return true
	}
	if i == 0 || !toks[i].Glued || toks[i-1].Kind != Word || len(toks[i-1].Norm) > 2 {
		return false
	}
	if i > 1 && toks[i-1].Glued && toks[i-2].Kind == Number {
		return false // «2015م.»
	}
	if i > 1 && toks[i-1].Glued && toks[i-2].Norm == "." {
		return true // «م.س. غوبتا»
	}
	if next := toks[i+1]; next.Norm == ")" || next.Kind == Word && len(next.Norm) == 2 {
		return true // «(د. ب. أ)»
	}
	before := toks[i-1].Norm
	return toks[i+1].Glued && toks[i+1].Kind == Word || before == "د" || before == "م" || before == "ا"
}
