package extract

import (
	"strings"

	"isnad/arabic"
	"isnad/lexicon"
)

const (
	wordKind   = arabic.Word
	numberKind = arabic.Number
	latinKind  = arabic.Latin
	punctKind  = arabic.Punct
)

// maxNameWords is how many words a person's name has at most.
const maxNameWords = 6

// personName finds the person's name in the tokens [lo, hi) of a noun phrase that may
// begin with titles: behind the last title, at a known first name, or as the indefinite
// words that end the phrase.
func (r *Reader) personName(d *doc, lo, hi int) (first, end int, ok bool) {
	for i := lo; i < hi; {
		if m, is := r.titles.Forms.Exact(d.toks, i); is && i+m.Words <= hi && !(r.given[d.toks[i].Norm] != 0 && i > lo) {
			i += m.Words
			continue
		}
		t := &d.toks[i]
		if t.Kind != wordKind && t.Kind != latinKind {
			i++
			continue
		}
		if r.startsName(d, lo, i, hi) {
			end := r.nameEnd(d, i, hi)
			return i, end, true
		}
		i++
	}
	return 0, 0, false
}

// startsName: a known first name, or an indefinite word behind a definite one that opens
// no genitive of its own.
func (r *Reader) startsName(d *doc, lo, i, hi int) bool {
	w := d.toks[i].Norm
	if _, polity := r.polities.Names.Exact(d.toks, i); polity {
		return false
	}
	if r.given[w]&lexicon.GivenName != 0 {
		return true
	}
	if r.functions[w] != 0 || strings.HasPrefix(w, "ال") || i == lo {
		return false
	}
	if strings.HasSuffix(w, "ه") && r.given[w] == 0 {
		return false
	}
	if _, noun := r.nouns.Forms.Exact(d.toks, i); noun {
		return false
	}
	if _, adjective := r.polities.Adjectives.Exact(d.toks, i); adjective {
		return false
	}
	before := d.toks[i-1].Norm
	if !strings.HasPrefix(before, "ال") && before != "،" {
		if m, title := r.titles.Forms.Exact(d.toks, i-1); !title || !m.Value.Name || m.Words > 1 {
			return false
		}
		return i+1 >= hi || r.given[d.toks[i+1].Norm] != 0 || !strings.HasPrefix(d.toks[i+1].Norm, "ال")
	}
	return i+1 >= hi || d.toks[i+1].Kind == punctKind || !strings.HasPrefix(d.toks[i+1].Norm, "ال") || r.given[d.toks[i+1].Norm] != 0
}

// nameEnd follows a name from its first word.
func (r *Reader) nameEnd(d *doc, i, hi int) int {
	end := i + 1
	for end < hi && end < i+maxNameWords {
		t := &d.toks[end]
		if t.Kind == punctKind && t.Norm == "-" && t.Glued && end+1 < hi {
			end += 2
			continue
		}
		if t.Kind != wordKind && t.Kind != latinKind || r.functions[t.Norm] != 0 && t.Norm != "من" {
			break
		}
		if r.given[t.Norm] == 0 {
			if m, title := r.titles.Forms.Exact(d.toks, end); title && endsName(m.Value.Kind) {
				break
			}
			if _, adjective := r.polities.Adjectives.Exact(d.toks, end); adjective && end > i+1 {
				break
			}
		}
		if r.isVerb(d, end) || strings.HasPrefix(t.Norm, "و") && r.cliticEnds(d, end) {
			break
		}
		end++
	}
	return end
}

// endsName: an office or rank behind a name begins an apposition; an honorific can be a
// part of the name (سيد، الشيخ).
func endsName(kind string) bool { return kind == "office" || kind == "rank" || kind == "profession" }
