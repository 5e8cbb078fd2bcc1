package extract

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"isnad"
	"isnad/internal/recent"
	"isnad/lexicon"
)

// Reader reads articles by one set of word lists. What it remembers of words that it has
// read changes nothing but its speed; it is safe for use by many goroutines.
type Reader struct {
	cues      *lexicon.Cues
	media     *lexicon.Media
	nouns     *lexicon.SourceNouns
	titles    *lexicon.Titles
	polities  *lexicon.Polities
	functions *lexicon.Functions
	given     lexicon.Names
	nominals  lexicon.Nominals
	purposes  *lexicon.Purposes
	figures   *figures
	words     map[string]word // what the lists know of a word: see lookUp
	verbs     map[string]bool
	stances   map[string]*lexicon.Stance
	acts      *lexicon.Phrases[*lexicon.ContentAct]
	namer     *namer
	happened  *eventLexicon
	explained *lexicon.Explanations
	spellings *recent.Cache[spelling]
	docs      sync.Pool // of *doc whose room may be used again
}

// New compiles the embedded word lists into a Reader. An error names the list, the line
// and what is wrong with it.
func New() (*Reader, error) {
	r := &Reader{}
	err := together(
		func() (err error) { r.cues, err = lexicon.LoadCues(); return },
		func() (err error) { r.media, err = lexicon.LoadMedia(); return },
		func() (err error) { r.nouns, err = lexicon.LoadSourceNouns(); return },
		func() (err error) { r.titles, err = lexicon.LoadTitles(); return },
		func() (err error) { r.polities, err = lexicon.LoadPolities(); return },
		func() (err error) { r.functions, err = lexicon.LoadFunctions(); return },
		func() (err error) { r.given, err = lexicon.LoadNames(); return },
		func() (err error) { r.nominals, err = lexicon.LoadNominals(); return },
		func() (err error) { r.purposes, err = lexicon.LoadPurposes(); return },
		func() (err error) { r.verbs, err = lexicon.LoadVerbs(); return },
		func() (err error) { r.stances, err = lexicon.LoadStances(); return },
		func() (err error) { r.acts, err = lexicon.LoadContentActs(); return },
		func() (err error) { r.figures, err = loadFigures(); return },
		func() (err error) { r.namer, err = loadNamer(); return },
		func() (err error) { r.happened, err = loadEvents(nil, nil); return },
		func() (err error) { r.explained, err = loadExplanations(); return },
	)
	if err != nil {
		return nil, fmt.Errorf("load word lists: %w", err)
	}
	r.happened.polities, r.happened.titles, r.happened.nouns, r.happened.verbs = r.polities, r.titles, r.nouns, r.verbs
	r.words = r.wordTable()
	r.spellings = recent.New[spelling](rememberedWords)
	return r, nil
}

// together runs the loaders at once and joins their errors, in their order.
func together(loads ...func() error) error {
	errs := make([]error, len(loads))
	var wait sync.WaitGroup
	for i, load := range loads {
		wait.Go(func() { errs[i] = load() })
	}
	wait.Wait()
	return errors.Join(errs...)
}

// Analyze reads one article. The article's text is never changed; every span of the
// result lies inside it, on rune boundaries.
func (r *Reader) Analyze(a *isnad.Article) *isnad.Analysis {
	d := r.newDoc(a)
	out := r.analyze(a, d)
	r.forget(d)
	return out
}

func (r *Reader) analyze(a *isnad.Article, d *doc) *isnad.Analysis {
	out := r.beforeEvents(a, d)
	deeds := r.happened.events(d, out)
	joinEvents(out)
	out.Explanations = r.explanations(d, deeds, out)
	return out
}

// beforeEvents reads all that events are read from.
func (r *Reader) beforeEvents(a *isnad.Article, d *doc) *isnad.Analysis {
	out := &isnad.Analysis{Article: *a, Text: d.text}
	out.Claims = r.claims(d)
	out.Quantities, out.Times = r.figures.read(d)
	out.Times = outsideNames(out)
	joinQuantities(out)
	out.Mentions, out.Entities = r.mentions(d)
	joinLinks(out)
	return out
}

// outsideNames leaves out times that are words of an outlet's name («المتوسط الآن»).
func outsideNames(a *isnad.Analysis) []isnad.Time {
	media := outletSpans(a)
	times := a.Times[:0]
	for _, t := range a.Times {
		n, _ := slices.BinarySearchFunc(media, t.Span.Start+1, func(m isnad.Span, start int) int { return m.Start - start })
		if n == 0 || media[n-1].End < t.Span.End {
			times = append(times, t)
		}
	}
	return times
}

// outletSpans gives where outlets are named, by their beginnings; each reaches at least as far
// as those before it, so that the last one that begins before a word tells whether any holds it.
func outletSpans(a *isnad.Analysis) []isnad.Span {
	var media []isnad.Span
	for i := range a.Claims {
		for _, l := range a.Claims[i].Sources {
			if l.Kind == isnad.Media && !l.Mention.IsZero() {
				media = append(media, l.Mention)
			}
		}
	}
	slices.SortFunc(media, func(x, y isnad.Span) int { return x.Start - y.Start })
	for i := 1; i < len(media); i++ {
		media[i].End = max(media[i].End, media[i-1].End)
	}
	return media
}

// joinQuantities ties each quantity to the innermost claim in whose content it stands. It
// sweeps over the text once: of the contents only those that are open are compared.
func joinQuantities(a *isnad.Analysis) {
	type piece struct {
		isnad.Span
		claim int
	}
	var pieces, open []piece
	for j := range a.Claims {
		for _, s := range a.Claims[j].Content {
			pieces = append(pieces, piece{s, j})
		}
	}
	slices.SortStableFunc(pieces, func(x, y piece) int { return x.Start - y.Start })
	order := make([]int, len(a.Quantities))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return a.Quantities[x].Span.Start - a.Quantities[y].Span.Start })
	next, claim := 0, make([]int, len(order))
	for _, i := range order {
		q := a.Quantities[i].Span
		for ; next < len(pieces) && pieces[next].Start <= q.Start; next++ {
			at := len(open)
			for at > 0 && open[at-1].claim > pieces[next].claim {
				at--
			}
			open = slices.Insert(open, at, pieces[next])
		}
		open = slices.DeleteFunc(open, func(p piece) bool { return p.End <= q.Start })
		claim[i] = -1
		for _, p := range open {
			if best := claim[i]; p.Contains(q) && (best < 0 || p.Len() < contentLen(&a.Claims[best])) {
				claim[i] = p.claim
			}
		}
	}
	for i, j := range claim {
		if j >= 0 {
			a.Quantities[i].Claim = a.Claims[j].ID
			a.Claims[j].Quantities = append(a.Claims[j].Quantities, a.Quantities[i].ID)
		}
	}
}

// contentLen is how many bytes the claim says, all pieces together.
func contentLen(c *isnad.Claim) int {
	n := 0
	for _, s := range c.Content {
		n += s.Len()
	}
	return n
}
