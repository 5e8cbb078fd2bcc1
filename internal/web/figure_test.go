package web

import (
	"math"
	"testing"

	"isnad"
)

// Marks lie within their picture, larger values higher, whatever the values.
func TestFigureLayout(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	set := func(v float64) isnad.Bound { return isnad.Bound{Value: v, Set: true} }
	for name, values := range map[string][]isnad.FigureValue{
		"one":       {{Min: set(5), Max: set(5), Told: "2026-05-10"}},
		"none":      {{Told: "2026-05-10"}},
		"zero":      {{Min: set(0), Max: set(0), Told: "2026-05-10"}, {Min: set(0), Max: set(0), Told: "2026-05-10"}},
		"negative":  {{Min: set(-5), Max: set(5), Told: "2026-05-10"}, {Min: set(-50), Told: "2026-05-12"}},
		"far apart": {{Min: set(1), Max: set(1), Told: "2026-05-10"}, {Max: set(5e9), Told: "2026-05-10T23:59:59Z"}},
		"undated":   {{Min: set(1), Max: set(2)}, {Min: set(3), Max: set(4), Told: "yesterday"}},
		"years":     {{Min: set(1), Max: set(2), Told: "1990-01-01"}, {Min: set(3), Told: "2026-05-10"}},
	} {
		c := all["ar"].figurePen(&isnad.Trace{}).draw(isnad.Figure{What: "قتلى", Values: values})
		if len(c.Marks) != len(values) {
			t.Fatalf("%s: %d marks", name, len(c.Marks))
		}
		for i, m := range c.Marks {
			for _, v := range []float64{m.X, m.Y, m.Top, m.End} {
				if math.IsNaN(v) || v < -1 || v > figureWidth+1 {
					t.Errorf("%s: mark %d lies at %v, %v, %v to %v", name, i, m.X, m.Y, m.Top, m.End)
				}
			}
			if m.Top > m.End {
				t.Errorf("%s: mark %d stands on its head", name, i)
			}
		}
		if len(c.Days) > 20 || len(c.Numbers) > 12 {
			t.Errorf("%s: %d days and %d numbers", name, len(c.Days), len(c.Numbers))
		}
	}
}
