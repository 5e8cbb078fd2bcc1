package query

import (
	"math"
	"time"

	"isnad"
)

// Scope is what is looked through.
type Scope string

// The scopes.
const (
	Articles Scope = "articles"
	Claims   Scope = "claims"
)

// Query is what somebody asked for.
type Query struct {
	Text  string
	Scope Scope
	Root  Node // nil where everything is asked for
}

// Node is a part of the syntax tree: And, Or, Not, Words, Tag, Amount or Period.
type Node interface {
	// Pos is where it stands in the query, in bytes.
	Pos() isnad.Span
}

// And holds where all of its two or more nodes do.
type And []Node

// Or holds where one of its two or more nodes does.
type Or []Node

// Not holds where its node does not.
type Not struct {
	Span isnad.Span
	Node Node
}

// Words are words that stand one behind the other.
type Words struct {
	Span   isnad.Span
	Field  Field
	Words  []string // as written, one at least
	Phrase bool     // they stood in quotation marks, or were one run of signs such as F-16
	Broad  bool     // a single word whose other forms count too
}

// Tag is a property that an article or a claim has or has not.
type Tag struct {
	Span  isnad.Span
	Field Field
	Value string // in the vocabulary of package isnad, or of fields.tsv
}

// Amount asks for a quantity, some of whose values lie between Min and Max.
type Amount struct {
	Span       isnad.Span
	Min, Max   float64 // infinite where open
	OpenMin    bool    // Min itself is too little
	OpenMax    bool    // Max itself is too much
	comparison string  // as it was written
}

// Period asks for what was published from From on and before To, by UTC. One of them
// may be zero.
type Period struct {
	Span     isnad.Span
	From, To time.Time
	written  string
}

// Pos is from the first to the last node.
func (a And) Pos() isnad.Span { return around(a) }

// Pos is from the first to the last node.
func (o Or) Pos() isnad.Span { return around(o) }

// Pos includes the operator.
func (n Not) Pos() isnad.Span { return n.Span }

// Pos includes the name of a field and quotation marks.
func (w Words) Pos() isnad.Span { return w.Span }

// Pos includes the name of the field.
func (t Tag) Pos() isnad.Span { return t.Span }

// Pos includes the name of the field.
func (a Amount) Pos() isnad.Span { return a.Span }

// Pos includes the name of the field.
func (p Period) Pos() isnad.Span { return p.Span }

func around(nodes []Node) isnad.Span {
	return isnad.Span{Start: nodes[0].Pos().Start, End: nodes[len(nodes)-1].Pos().End}
}

// Holds reports whether some value between lo and hi, both included, is asked for.
func (a Amount) Holds(lo, hi float64) bool {
	return (hi > a.Min || hi == a.Min && !a.OpenMin) && (lo < a.Max || lo == a.Max && !a.OpenMax)
}

// everything is an Amount without bounds.
func everything() Amount { return Amount{Min: math.Inf(-1), Max: math.Inf(1)} }
