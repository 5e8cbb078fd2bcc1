package cases

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

// word is a token as propositions are compared by.
type word struct {
	meaning
	start, end int  // bytes of the text
	place      bool // it is of a place's name
	breaks     bool // a sign or line feed before it ends a clause
	comma      bool // a comma before it may
	supposed   bool // it stands in what its claim takes for known
	felt       bool // it stands in a prayer, a wish or condolences
	owner      int  // the claim that it stands in, narrated or outside
}

// meaning is what a word is by how it is written, whatever stands around it.
type meaning struct {
	term     string // what it is matched by: the name of its sense, or its stem; empty for function words and signs
	sense    lexicon.SenseForm
	function lexicon.Function
	joined   bool // و or ف stands before it in the same word
	number   bool // digits or a numeral word
	negator  bool
	adding   bool // إضافة: what follows is more of the same
	finite   bool // it looks like a verb with its tense
	definite bool // it bears the article
}

// Owners that are no index of a claim.
const (
	narrated = -1
	outside  = -2 // cues and sources: words about who says it
)

// senseMark stands before the name of a sense, so that no stem is taken for one.
const senseMark = "="

// words reads the text into words; signs are kept only as the breaks that they make.
func (r *Reader) words(text string) []word {
	toks := arabic.Tokenize(nil, text)
	out := make([]word, 0, len(toks))
	breaks, comma, line := true, false, int32(0)
	for i := range toks {
		t := &toks[i]
		if t.Line != line {
			breaks, line = true, t.Line
		}
		if t.Kind == arabic.Punct {
			switch t.Norm {
			case ".", "؛", ";", "!", "؟", "?", ":", "…":
				breaks = true
			case "،", ",", "(", ")", "-", "–":
				comma = true
			}
			continue
		}
		out = append(out, word{meaning: r.meaning(t), start: t.Start, end: t.End, breaks: breaks, comma: comma, owner: narrated})
		breaks, comma = false, false
	}
	return out
}

// meaning gives what a token is by itself, remembered for Arabic words.
func (r *Reader) meaning(t *arabic.Token) meaning {
	switch t.Kind {
	case arabic.Number:
		return meaning{number: true}
	case arabic.Latin:
		return meaning{term: t.Norm}
	case arabic.Word:
		known, place := r.meanings.Get(t.Text)
		if known == nil {
			known = place.Put(t.Text, r.read(t))
		}
		return *known
	}
	return r.read(t)
}

// read makes out what a token is by itself.
func (r *Reader) read(t *arabic.Token) (m meaning) {
	m.function = r.functions.Of(t)
	stem, seg := arabic.AppendAnalysis(nil, t.Text)
	first := t.Text[:seg.HostStart]
	if t.Norm == "و" {
		m.joined = true
		return m
	}
	m.joined = strings.HasPrefix(first, "و") || strings.HasPrefix(first, "ف")
	written := arabic.Fold(t.Text[seg.HostStart:seg.HostEnd])
	host := bare(written)
	m.definite = host != written
	m.negator = r.functions.Serves(host, lexicon.Negator)
	m.adding = r.functions.Serves(host, lexicon.Adding)
	if _, _, _, ok := r.numerals.Word(t.Norm); ok {
		m.number = true
		return m
	}
	if seg.HostStart > 0 {
		m.function |= r.functions.Word(host)
	}
	m.sense = r.sense(m, strings.HasSuffix(first, "ل"), host)
	m.definite = m.definite && !m.sense.Bare
	m.finite = m.sense.Finite || m.function == 0 && !m.definite && inflected(host, seg.HostEnd < len(t.Text))
	switch {
	case m.sense.Sense != nil:
		m.term = senseMark + m.sense.Name
	case m.function&^contentFunctions != 0 || len(host) <= 2:
	default:
		m.term = string(stem)
	}
	return m
}

// sense is that of a host: a preposition has none («قبل الصلاة» agrees to nothing), nor a verb with the
// article («القدم»). Behind ل the article has lost its first letter («للطائرات»).
func (r *Reader) sense(m meaning, behind bool, host string) lexicon.SenseForm {
	if m.function&lexicon.Preposition != 0 {
		return lexicon.SenseForm{}
	}
	f := r.synonyms.Of(host)
	if rest, ok := strings.CutPrefix(host, "ل"); ok && behind && f.Sense == nil {
		if f = r.synonyms.Of(rest); f.Finite {
			return lexicon.SenseForm{}
		}
	}
	if f.Finite && m.definite {
		return lexicon.SenseForm{}
	}
	return f
}

// contentFunctions are classes of function.tsv whose words still tell something.
const contentFunctions = lexicon.VerbalNoun | lexicon.NamedAfter | lexicon.Adjective | lexicon.Platform | lexicon.Spoken | lexicon.SpeechNoun | lexicon.Heading

// bare takes the article off a folded host.
func bare(host string) string {
	if rest, ok := strings.CutPrefix(host, "ال"); ok && len(rest) > 2 {
		return rest
	}
	return host
}

// inflected reports whether a folded host without article has the endings of a verb: the
// prefix of the imperfect, or a suffix of the perfect that nouns seldom have. Before a pronoun ت is that of a noun
// more often: «ووالدته».
func inflected(host string, owned bool) bool {
	const letter = len("ي")
	switch {
	case len(host) < 4*letter:
		return false
	case strings.HasPrefix(host, "ي"), strings.HasSuffix(host, "وا"):
		return true
	}
	return !owned && strings.HasSuffix(host, "ت") && !strings.HasSuffix(host, "ات")
}
