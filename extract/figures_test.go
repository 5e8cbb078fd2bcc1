package extract

import (
	"strings"
	"sync"
	"testing"

	"isnad"
	"isnad/lexicon"
)

// The examples beside the rows of the lists are cases: the row must be at work in the
// first sentence, and nothing be read in the second.

func TestCountNounExamples(t *testing.T) {
	f := testFigures(t)
	rows, err := lexicon.CountNouns()
	if err != nil || len(rows) < 400 {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		q, _ := f.read(f.newDoc(&isnad.Article{Body: row.Match}))
		if len(q) != 1 || !strings.Contains(q[0].Unit, row.Singular) {
			t.Errorf("%s: %q gives %+v", row.Rule, row.Match, q)
		}
		if q, _ := f.read(f.newDoc(&isnad.Article{Body: row.NoMatch})); len(q) != 0 {
			t.Errorf("%s: %q gives %+v", row.Rule, row.NoMatch, q)
		}
	}
}

func TestApproximatorExamples(t *testing.T) {
	f := testFigures(t)
	rows, err := lexicon.Approximators()
	if err != nil || len(rows) < 100 {
		t.Fatal(len(rows), err)
	}
	class := func(text string) string {
		q, _ := f.read(f.newDoc(&isnad.Article{Body: text}))
		switch {
		case len(q) != 1:
			return "none"
		case !q[0].Max.Set:
			return "min"
		case !q[0].Min.Set:
			return "max"
		case q[0].Approx:
			return "approx"
		}
		return "exact"
	}
	for _, row := range rows {
		if got := class(row.Match); got != row.Class {
			t.Errorf("%s: %q gives %s, want %s", row.Rule, row.Match, got, row.Class)
		}
		if got := class(row.NoMatch); row.NoMatch != "" && got == row.Class {
			t.Errorf("%s: %q gives %s", row.Rule, row.NoMatch, got)
		}
	}
}

func TestMonthExamples(t *testing.T) {
	f := testFigures(t)
	rows, err := lexicon.Months()
	if err != nil || len(rows) < 60 {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		_, times := f.read(f.newDoc(&isnad.Article{Body: row.Match}))
		want := moment{2014, row.Number, 0}.timex()
		if row.Hijri {
			g, _ := gregorian(moment{1436, row.Number, 3})
			want = g.timex()
		}
		if len(times) != 1 || times[0].Value != want {
			t.Errorf("%s: %q gives %+v, want %s", row.Rule, row.Match, times, want)
		}
		if _, times := f.read(f.newDoc(&isnad.Article{Body: row.NoMatch})); len(times) != 0 {
			t.Errorf("%s: %q gives %+v", row.Rule, row.NoMatch, times)
		}
	}
}

func TestTimeWordExamples(t *testing.T) {
	f := testFigures(t)
	rows, err := lexicon.TimeWords()
	if err != nil || len(rows) < 500 {
		t.Fatal(len(rows), err)
	}
	for _, row := range rows {
		if row.NoMatch != "" {
			if _, times := f.read(f.newDoc(&isnad.Article{Body: row.NoMatch, Published: "2025-02-22"})); len(times) != 0 {
				t.Errorf("%s: %q gives %+v", row.Rule, row.NoMatch, times)
			}
		}
		_, times := f.read(f.newDoc(&isnad.Article{Body: row.Match, Published: "2025-02-22"}))
		switch row.Class {
		case "none":
			if len(times) != 0 {
				t.Errorf("%s: %q gives %+v", row.Rule, row.Match, times)
			}
		case "weekday", "day", "ref", "feast", "season", "fraction", "decade":
			if len(times) != 1 {
				t.Errorf("%s: %q gives %+v", row.Rule, row.Match, times)
			}
		}
	}
}

// testFunctions are loaded once for all tests.
var testFunctions = sync.OnceValues(lexicon.LoadFunctions)

// newDoc makes a document of which only the lists of numbers and times and the uses of words
// are known.
func (f *figures) newDoc(a *isnad.Article) *doc {
	functions, err := testFunctions()
	if err != nil {
		panic(err)
	}
	d := &doc{functions: functions}
	d.cut(a)
	for i := range d.toks {
		d.readings = append(d.readings, f.reading(&d.toks[i]))
		d.spelt = append(d.spelt, &spelling{uses: functions.Uses(d.toks[i].Norm), behind: functions.Uses(strings.TrimPrefix(d.toks[i].Norm, "و"))})
	}
	return d
}
