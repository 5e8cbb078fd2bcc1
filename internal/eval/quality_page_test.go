package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var qualityPage = filepath.Join("..", "..", "docs", "quality.md")

// asked is a row of the table of the page: a figure, the least it should be, and how
// far two careful readers are known to agree in it, on documents whose readings are
// not kept here; 0 where none is set or was taken.
type asked struct {
	figure           string
	least, agreement float64
}

var table = []asked{
	{"claim f1", 0.88, 0.99},
	{"claim+origin f1", 0.82, 0},
	{"claim+chain f1", 0.76, 0.95},
	{"content letters f1", 0.90, 0.98},
	{"mode", 0.95, 0},
	{"act", 0.84, 0.89},
	{"certainty", 0.95, 0},
	{"purpose", 0.85, 0.94},
	{"source kind", 0.92, 0},
	{"quantity f1", 0.90, 0.98},
	{"quantity unit", 0.75, 0.70},
	{"quantity approx", 0, 0},
	{"time span f1", 0, 0},
	{"time value f1", 0.88, 0.99},
	{"mention exact f1", 0.82, 0.97},
	{"mention overlap f1", 0.88, 0},
	{"coreference f1", 0.85, 0},
	{"event type f1", 0.65, 0.83},
	{"event whole f1", 0.45, 0.63},
	{"event status", 0.90, 0},
	{"narrator explanation f1", 0.50, 0},
}

// columns are the sets whose figures the table shows.
var columns = []string{"dev", "held-out", "judged", "judged held back", "translated", "translated held back", "explained", "explained held back", "events", "events held back", writtenSet, writtenHeldSet, readings}

// The page shows the committed figures; TestQuality writes both anew.
func TestQualityPageShowsTheFigures(t *testing.T) {
	if *update {
		t.Skip("written by TestQuality")
	}
	figures, err := os.ReadFile("testdata/quality.json")
	if err != nil {
		t.Fatal(err)
	}
	page, want := pageWith(t, figures)
	if page != want {
		t.Errorf("the table of %s is not that of testdata/quality.json: rewrite it with go test ./internal/eval -run Quality -update", qualityPage)
	}
}

func writeQualityPage(t *testing.T, figures []byte) {
	t.Helper()
	page, want := pageWith(t, figures)
	if page == want {
		return
	}
	if err := os.WriteFile(qualityPage, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// pageWith is the page as it is, and as it is with the table of these figures.
func pageWith(t *testing.T, figures []byte) (is, with string) {
	t.Helper()
	const opening, closing = "<!-- figures -->\n", "<!-- end of figures -->"
	page, err := os.ReadFile(qualityPage)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), opening)
	_, after, closed := strings.Cut(rest, closing)
	if !ok || !closed {
		t.Fatalf("%s has no place for the figures, between %q and %q", qualityPage, opening, closing)
	}
	return string(page), before + opening + figureTable(t, figures) + closing + after
}

func figureTable(t *testing.T, figures []byte) string {
	t.Helper()
	var sets map[string]map[string]float64
	if err := json.Unmarshal(figures, &sets); err != nil {
		t.Fatalf("read the figures: %v", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "| figure | least | agreement given | %s |\n| --- | --- | ---%s |\n",
		strings.Join(columns, " | "), strings.Repeat(" | ---", len(columns)))
	for _, count := range []string{"documents", "claims"} {
		fmt.Fprintf(&b, "| %s |  |  |%s\n", count, cells(sets, count, 0))
	}
	for _, row := range table {
		fmt.Fprintf(&b, "| %s | %s | %s |%s\n", strings.Replace(row.figure, " f1", " F1", 1),
			cell(row.least, 2), cell(row.agreement, 2), cells(sets, row.figure, 3))
	}
	return b.String()
}

// cells are a figure of every column.
func cells(sets map[string]map[string]float64, figure string, digits int) string {
	var b strings.Builder
	for _, set := range columns {
		fmt.Fprintf(&b, " %s |", cell(sets[set][figure], digits))
	}
	return b.String()
}

// cell leaves what is zero empty: not asked, not taken, not read yet.
func cell(figure float64, digits int) string {
	if figure == 0 {
		return ""
	}
	return fmt.Sprintf("%.*f", digits, figure)
}
