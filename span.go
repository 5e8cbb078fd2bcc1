package isnad

// Span is a half-open stretch [Start, End) of Article.Text, in bytes, on rune
// boundaries. In JSON it is written in Unicode code points (see Analysis.AppendJSON).
// The zero Span means «none».
type Span struct{ Start, End int }

// IsZero reports whether the span is absent.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// In cuts the span out of the text that it points into.
func (s Span) In(text string) string { return text[s.Start:s.End] }
