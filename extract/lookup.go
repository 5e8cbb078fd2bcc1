package extract

import (
	"slices"

	"isnad/arabic"
	"isnad/lexicon"
)

// listed is what the lists know of a word: which of them have an entry that begins with it.
// It is looked up once a token, so that most look-ups in the lists themselves are spared.
type listed uint32

const (
	inCues listed = 1 << iota
	inPhrases
	inTitles
	inNouns
	inPolities
	inAdjectives
	inMedia
	inTriggers        // phrases of several words that tell of events
	inOpeners         // what opens explanations
	inSplits          // triggers of several words whose subject may stand behind the first
	inPurposes        // what tells a purpose
	inBodies          // bodies of a state, and short names of bodies
	behindClitic = 16 // shift: the same for the word without a clitic before it
)

// word is what the lists know of a folded word.
type word struct {
	first    listed
	function lexicon.Function
	spelt    bool // the function depends on how the word is written
}

// mayBe reports whether the word may be in one of the classes, by how it is written.
func (w word) mayBe(of lexicon.Function) bool { return w.spelt || w.function&of != 0 }

// wordTable tells what the lists know of every folded word that they begin an entry with.
func (r *Reader) wordTable() map[string]word {
	table := make(map[string]word, 1<<15)
	add := func(words func(func(string)), bit listed) {
		words(func(norm string) {
			w := table[norm]
			w.first |= bit
			table[norm] = w
		})
	}
	add(r.cues.Words, inCues)
	add(r.cues.PhraseWords, inPhrases)
	add(r.titles.Forms.FirstWords, inTitles)
	add(r.nouns.Forms.FirstWords, inNouns)
	add(r.polities.Names.FirstWords, inPolities)
	add(r.polities.Adjectives.FirstWords, inAdjectives)
	add(r.media.Names.FirstWords, inMedia)
	add(r.happened.triggers.Phrases.FirstWords, inTriggers)
	add(r.explained.Openers.FirstWords, inOpeners)
	add(r.happened.triggers.SplitWords, inSplits)
	add(r.purposes.Forms.FirstWords, inPurposes)
	add(r.functions.Having(lexicon.BodyOfState), inBodies)
	add(r.functions.Having(lexicon.ShortName), inBodies)
	add(func(yield func(string)) { yield(armed) }, inBodies)
	r.functions.Each(func(norm string, f lexicon.Function, spelt bool) {
		w := table[norm]
		w.function |= f
		w.spelt = w.spelt || spelt
		table[norm] = w
	})
	return table
}

// lookUp tells the lists and the function of a token, as it is and behind clitics.
func (r *Reader) lookUp(t *arabic.Token) (listed, lexicon.Function) {
	w := r.words[t.Norm]
	lists, function := w.first, w.function
	if w.spelt {
		function = r.functions.Of(t)
	}
	norm := t.Norm
	if len(norm) < 4 || t.Kind != wordKind {
		return lists, function
	}
	if c := norm[:2]; c == "و" || c == "ف" {
		norm = norm[2:]
		lists |= r.words[norm].first << behindClitic
		if len(norm) < 4 {
			return lists, function
		}
	}
	switch norm[:2] {
	case "ل":
		if norm[2:4] == "ل" {
			lists |= r.words["ال"+norm[4:]].first << behindClitic
		}
		fallthrough
	case "ب", "ك":
		lists |= r.words[norm[2:]].first << behindClitic
	}
	return lists, function
}

// serves reports whether the word at i, if there is one, has a use.
func (d *doc) serves(i int, as lexicon.Use) bool {
	return i >= 0 && i < len(d.toks) && d.spelt[i].uses.Has(as)
}

// servesAny is serves, of one of several uses.
func (d *doc) servesAny(i int, as ...lexicon.Use) bool {
	return slices.ContainsFunc(as, func(u lexicon.Use) bool { return d.serves(i, u) })
}

// joins is serves, of a word with «و» before it too.
func (d *doc) joins(i int, as lexicon.Use) bool {
	return d.serves(i, as) || i >= 0 && i < len(d.toks) && d.spelt[i].behind.Has(as)
}

func (d *doc) has(i int, list listed) bool { return d.lists[i]&list != 0 }

func (d *doc) mayHave(i int, list listed) bool { return d.lists[i]&(list|list<<behindClitic) != 0 }

func exact[T any](p *lexicon.Phrases[T], d *doc, i int, list listed) (m lexicon.Match[T], ok bool) {
	if !d.has(i, list) {
		return m, false
	}
	return p.Exact(d.toks, i)
}

func at[T any](p *lexicon.Phrases[T], d *doc, i int, list listed) (m lexicon.Match[T], ok bool) {
	if d.has(i, list) {
		if m, ok = p.Exact(d.toks, i); ok {
			return m, true
		}
	}
	if d.has(i, list<<behindClitic) {
		return p.BehindClitic(d.toks, i)
	}
	return m, false
}
