package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"slices"
	"testing"

	"isnad"
	"isnad/extract"
)

// protestFigures is how well protests are told in sentences that people voted on, and whose
// protesters were marked.
type protestFigures struct {
	Sentences int     `json:"sentences"` // all agree that they tell of a protest, or that they do not
	Protests  int     `json:"protests"`
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	Aside     half    `json:"aside"`  // the same in the half that nobody has looked at
	Marked    int     `json:"marked"` // sentences whose protesters are marked
	Found     float64 `json:"found"`  // of these, with an event of protest
	Actors    float64 `json:"actors"` // of those found, with an actor that shares a word with those marked
	Told      float64 `json:"told"`   // of all marked, with such an actor of a protest
}

// half is a half of the voted sentences.
type half struct {
	told, right int
	Protests    int     `json:"protests"`
	Precision   float64 `json:"precision"`
	Recall      float64 `json:"recall"`
}

func (h *half) count(yes, told bool) {
	if yes {
		h.Protests++
	}
	if told {
		h.told++
	}
	if yes && told {
		h.right++
	}
}

// isAside puts a sentence into one half or the other by its id.
func isAside(id string) bool {
	sum := sha256.Sum256([]byte(id))
	return sum[len(sum)-1]%2 == 1
}

// TestProtest keeps the figures of PROTEST on the sentences of ../shared/data/events;
// rewrite them with go test ./internal/eval -run Protest -update.
func TestProtest(t *testing.T) {
	const file = "testdata/protest.json"
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	var f protestFigures
	f.vote(t, r)
	f.mark(t, r)
	got, err := json.MarshalIndent(f, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	got = append(got, '\n')
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the figures differ from %s:\n%s", file, got)
	}
}

// vote counts the sentences on which all voted alike.
func (f *protestFigures) vote(t *testing.T, r *extract.Reader) {
	file, err := os.Open(shared(t, "data/events/protest_gsr.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows := csv.NewReader(file)
	header, err := rows.Read()
	if err != nil {
		t.Fatal(err)
	}
	id, label, text := slices.Index(header, "id"), slices.Index(header, "label"), slices.Index(header, "text")
	if id < 0 || label < 0 || text < 0 {
		t.Fatalf("no id, label or text in %v", header)
	}
	var all half
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if row[label] != "yes" && row[label] != "easy no" {
			continue
		}
		f.Sentences++
		yes := row[label] == "yes"
		told := len(protests(r.Analyze(&isnad.Article{Body: row[text]}))) > 0
		all.count(yes, told)
		if isAside(row[id]) {
			f.Aside.count(yes, told)
		}
	}
	f.Protests, f.Precision, f.Recall = all.Protests, portion(all.right, all.told), portion(all.right, all.Protests)
	f.Aside.Precision, f.Aside.Recall = portion(f.Aside.right, f.Aside.told), portion(f.Aside.right, f.Aside.Protests)
}

// mark counts the sentences whose protesters are marked.
func (f *protestFigures) mark(t *testing.T, r *extract.Reader) {
	data, err := os.ReadFile(shared(t, "data/events/protest_spans.json"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []struct {
		Text   string `json:"text"`
		Source string `json:"source_gold"`
	}
	if err := json.Unmarshal(data, &rows); err != nil {
		t.Fatal(err)
	}
	found, alike := 0, 0
	for _, row := range rows {
		if row.Source == "" {
			continue
		}
		f.Marked++
		a := r.Analyze(&isnad.Article{Body: row.Text})
		events := protests(a)
		if len(events) > 0 {
			found++
		}
		if slices.ContainsFunc(events, func(e isnad.Event) bool { return actsBy(a, e, row.Source) }) {
			alike++
		}
	}
	f.Found, f.Actors = portion(found, f.Marked), portion(alike, found)
	f.Told = portion(alike, f.Marked)
}

// actsBy reports whether an actor of the event is called by a word of the source.
func actsBy(a *isnad.Analysis, e isnad.Event, source string) bool {
	said := words(source)
	for _, m := range a.Mentions {
		if !slices.Contains(e.Actors, m.Entity) {
			continue
		}
		for w := range words(m.Span.In(a.Text)) {
			if said[w] {
				return true
			}
		}
	}
	return false
}

func protests(a *isnad.Analysis) []isnad.Event {
	return slices.DeleteFunc(slices.Clone(a.Events), func(e isnad.Event) bool { return e.Type != "PROTEST" })
}

func portion(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return math.Round(1000*float64(n)/float64(of)) / 1000
}
