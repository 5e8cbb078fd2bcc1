package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

type namedLayer struct {
	name string
	Layer
}

type namedRatio struct {
	name string
	Ratio
}

func (s *Score) layers() []namedLayer {
	return []namedLayer{
		{"claim", s.Claim}, {"claim+origin", s.ClaimOrigin}, {"claim+chain", s.ClaimChain},
		{"content letters", s.ContentLetters}, {"quantity", s.Quantity}, {"time span", s.TimeSpan},
		{"time value", s.TimeValue}, {"mention exact", s.MentionExact}, {"mention overlap", s.MentionOverlap},
		{"coreference", s.Coreference}, {"event type", s.EventType}, {"event whole", s.EventWhole},
		{"narrator explanation", s.NarratorExplanation},
	}
}

func (s *Score) ratios() []namedRatio {
	return []namedRatio{
		{"mode", s.Mode}, {"act", s.Act}, {"certainty", s.Certainty}, {"purpose", s.Purpose},
		{"source kind", s.SourceKind}, {"quantity unit", s.QuantityUnit}, {"quantity approx", s.QuantityApprox},
		{"event status", s.EventStatus},
	}
}

// WriteText writes the figures as a table for people: precision, recall and F1 of
// every layer, then how often the properties of what matched are right.
func (s *Score) WriteText(w io.Writer) error {
	var b bytes.Buffer
	if s.Missing > 0 {
		fmt.Fprintf(&b, "%d documents have no analysis\n", s.Missing)
	}
	fmt.Fprintf(&b, "%22s%7s%7s%7s   gold  pred   hit\n", "", "P", "R", "F1")
	for _, l := range s.layers() {
		fmt.Fprintf(&b, "%-22s%7.3f%7.3f%7.3f%7d%6d%6d\n", l.name, l.Precision(), l.Recall(), l.F1(), l.Gold, l.Read, l.Right)
	}
	fmt.Fprintf(&b, "\n%-22s%7s      n\n", "of the matched", "acc")
	for _, r := range s.ratios() {
		fmt.Fprintf(&b, "%-22s%7.3f%7d\n", r.name, r.Accuracy(), r.Of)
	}
	_, err := w.Write(b.Bytes())
	return err
}

// MarshalJSON writes the figures by name, in the form of score.py --json.
func (s *Score) MarshalJSON() ([]byte, error) {
	all := map[string]any{"missing": s.Missing}
	for _, l := range s.layers() {
		all[l.name] = map[string]any{
			"p": l.Precision(), "r": l.Recall(), "f1": l.F1(), "gold": l.Gold, "pred": l.Read, "hit": l.Right,
		}
	}
	for _, r := range s.ratios() {
		all[r.name] = map[string]any{"acc": r.Accuracy(), "n": r.Of}
	}
	return json.Marshal(all)
}
