package lexicon

import (
	"strings"
	"testing"

	"isnad/arabic"
)

func TestLoadTriggers(t *testing.T) {
	triggers, err := LoadTriggers()
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, row := range triggers.All {
		count[row.Type]++
	}
	for _, name := range EventTypes {
		if count[name] < 25 {
			t.Errorf("%s has %d rows, want at least 25", name, count[name])
		}
	}
	if len(triggers.All) < 1200 {
		t.Errorf("%d triggers, want at least 1200", len(triggers.All))
	}
}

// occurs reports whether a word or stretch of the sentence is a form of the row.
func occurs(triggers *Triggers, row *Trigger, sentence string) bool {
	toks := arabic.Tokenize(nil, sentence)
	for i := range toks {
		if m, ok := triggers.Phrases.At(toks, i); ok && m.Value.Lemma == row.Lemma {
			return true
		}
		for _, f := range triggers.At(&toks[i]) {
			if f.Trigger == row || f.Lemma == row.Lemma {
				return true
			}
		}
	}
	return hidden(row, toks)
}

// hidden finds a form of the row that a longer phrase or a nearer reading hides.
func hidden(row *Trigger, toks []arabic.Token) bool {
	own, err := compileTriggers([]Row{row.Row})
	if err != nil {
		return false
	}
	for i := range toks {
		if _, ok := own.Phrases.At(toks, i); ok || own.At(&toks[i]) != nil || parted(own, toks, i) {
			return true
		}
	}
	return false
}

func TestTriggerExamples(t *testing.T) {
	triggers, err := LoadTriggers()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range triggers.All {
		if !occurs(triggers, row, row.Match) {
			t.Errorf("%v", row.Row.Errorf("match without a form of %s: %s", row.Lemma, row.Match))
		}
		if !occurs(triggers, row, row.NoMatch) {
			t.Errorf("%v", row.Row.Errorf("nomatch without a form of %s: %s", row.Lemma, row.NoMatch))
		}
	}
}

func TestTriggerForms(t *testing.T) {
	triggers, err := LoadTriggers()
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		word, kind  string
		future, aim bool
	}{
		{"هاجمت", "ASSAULT", false, false},
		{"وسيزور", "CONSULT", true, false},
		{"لتحرير", "ASSAULT", false, true},
		{"بزيارة", "CONSULT", false, false},
		{"والمحادثات", "CONSULT", false, false},
		{"للزيارة", "CONSULT", false, true},
		{"اعتقاله", "COERCE", false, false},
	}
	for _, c := range cases {
		toks := arabic.Tokenize(nil, c.word)
		found := false
		for _, f := range triggers.At(&toks[0]) {
			found = found || f.Type == c.kind && f.Future == c.future && f.Aim == c.aim
		}
		if !found {
			t.Errorf("%s is not read as %s", c.word, c.kind)
		}
	}
	if toks := arabic.Tokenize(nil, "كتاب"); triggers.At(&toks[0]) != nil {
		t.Error("كتاب is read as a trigger")
	}
}

func TestTriggerRefusals(t *testing.T) {
	good := strings.Split("ASSAULT\t190\tverb\tobj\t-\tهاجم\tيهاجم\tمهاجم\t-\tهاجم الجيش المدينة.\tهاجم الناقد الفيلم.", "\t")
	cases := []struct {
		column int
		value  string
		want   string
	}{
		{0, "FIGHT", "unknown event type"}, {1, "x", "CAMEO code"}, {2, "prep", "class"}, {3, "hawl", "unknown frame"},
		{4, "sure", "unknown status"}, {5, "-", "no form"}, {6, "-", "imperfect"}, {9, "", "no example"},
	}
	for _, c := range cases {
		fields := append([]string(nil), good...)
		fields[c.column] = c.value
		_, err := compileTriggers([]Row{{File: "triggers", Line: 7, Fields: fields}})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "triggers.tsv:7:") {
			t.Errorf("column %d %q: error %v, want %q with the line", c.column, c.value, err, c.want)
		}
	}
}

// parted reports whether a phrase begins at token i with its subject inside.
func parted(own *Triggers, toks []arabic.Token, i int) bool {
	for _, p := range own.Split(toks[i].Norm) {
		for j := i + 1; j+len(p.Rest) <= len(toks); j++ {
			same := true
			for n, w := range p.Rest {
				same = same && toks[j+n].Norm == w
			}
			if same {
				return true
			}
		}
	}
	return false
}
