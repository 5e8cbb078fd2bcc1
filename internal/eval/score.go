package eval

import (
	"fmt"

	"isnad"
)

// Layer counts one kind of datum: how many the gold has, how many were read, and
// how many of those are right.
type Layer struct{ Gold, Read, Right int }

// Precision is the share of what was read that is right.
func (l Layer) Precision() float64 { return share(l.Right, l.Read) }

// Recall is the share of the gold that was read right.
func (l Layer) Recall() float64 { return share(l.Right, l.Gold) }

// F1 is the harmonic mean of precision and recall.
func (l Layer) F1() float64 {
	p, r := l.Precision(), l.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Ratio counts how often a property of matched data is right.
type Ratio struct{ Right, Of int }

// Accuracy is the share that is right.
func (r Ratio) Accuracy() float64 { return share(r.Right, r.Of) }

func (r *Ratio) add(right bool) {
	r.Of++
	if right {
		r.Right++
	}
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// Score is the sum over the articles that were added. Documents without an
// analysis count as read empty, and are counted in Missing.
type Score struct {
	Missing int

	Claim, ClaimOrigin, ClaimChain Layer // content; content and origin; content and whole chain
	ContentLetters                 Layer // letters that are in some claim
	Quantity, TimeSpan, TimeValue  Layer
	MentionExact, MentionOverlap   Layer
	Coreference                    Layer // pairs of mentions that stand for one entity
	EventType, EventWhole          Layer
	NarratorExplanation            Layer

	Mode, Act, Certainty, Purpose, SourceKind Ratio // of matched claims
	QuantityUnit, QuantityApprox, EventStatus Ratio

	// Report, where it is set, hears of every datum that is missed, false or
	// wrong: what sort of error it is, in which document, and the words.
	Report func(sort, document, what string)
}

// Add scores what was read in one article against the gold for it, as ReadGold
// gives it. A nil analysis counts as an empty one.
func (s *Score) Add(gold, read *isnad.Analysis) error {
	if read == nil {
		s.Missing++
		read = &isnad.Analysis{Text: gold.Text}
	}
	if read.Text != gold.Text {
		return fmt.Errorf("score %s: the text that was analysed is not the text of the gold", gold.Article.ID)
	}
	d := document{Score: s, id: gold.Article.ID, text: gold.Text, letters: countLetters(gold.Text)}
	d.claims(gold.Claims, read.Claims)
	d.quantities(gold.Quantities, read.Quantities)
	d.times(gold.Times, read.Times)
	d.mentions(gold.Mentions, read.Mentions)
	d.events(gold.Events, read.Events, read.Entities)
	d.explanations(gold.Explanations, read.Explanations)
	return nil
}

// document is the article that is being scored.
type document struct {
	*Score
	id      string
	text    string
	letters letters
}

func (d *document) report(sort, format string, args ...any) {
	if d.Report != nil {
		d.Report(sort, d.id, fmt.Sprintf(format, args...))
	}
}

func (l *Layer) add(gold, read, right int) {
	l.Gold += gold
	l.Read += read
	l.Right += right
}
