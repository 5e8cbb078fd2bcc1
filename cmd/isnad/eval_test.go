package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// judged is gold for one article with one claim and one date.
const judged = `{"id":"a","title":"خبر","text":"خبر\nقال الوزير إن الجسر جاهز.","published":"2026-01-02",` +
	`"claims":[{"cue":{"start":4,"end":7,"text":"قال"},"content":[{"start":18,"end":28,"text":"الجسر جاهز"}],` +
	`"sources":[{"name":"الوزير","kind":"person","implicit":false,"mention":{"start":8,"end":14,"text":"الوزير"}}],` +
	`"mode":"indirect","act":"say","certainty":"certain","purpose":false}],` +
	`"times":[{"start":0,"end":3,"text":"خبر","value":"2026-01-02"}]}`

// analysed finds the claim, with another source, and not the date.
const analysed = `{"schema":"isnad.analysis/1","article":{"id":"a","title":"خبر","text":"خبر\nقال الوزير إن الجسر جاهز.","language":"ar"},` +
	`"claims":[{"id":"c1","cue":{"start":4,"end":7,"text":"قال"},"content":[{"start":18,"end":28,"text":"الجسر جاهز"}],` +
	`"sources":[{"name":"السفير","kind":"person","implicit":true}],` +
	`"mode":"indirect","act":"say","certainty":"certain","purpose":false}]}`

func TestEval(t *testing.T) {
	gold, analyses := writeFile(t, judged), writeFile(t, analysed)
	tests := []struct {
		name   string
		args   []string
		code   int
		out    []string // parts of standard output
		errors []string // parts of standard error
	}{
		{"table", []string{gold, "--analyses", analyses}, exitFine,
			[]string{"claim                   1.000  1.000  1.000      1     1     1", "claim+chain             0.000", "act                     1.000      1"}, nil},
		{"json", []string{gold, "--analyses", analyses, "--json"}, exitFine,
			[]string{`"claim":{"f1":1,"gold":1,"hit":1,"p":1,"pred":1,"r":1}`, `"missing":0`}, nil},
		{"errors", []string{gold, "--analyses", analyses, "--errors", "1"}, exitFine, nil,
			[]string{"wrong chain a: gold [الوزير] got [السفير]", "missed time a: خبر = 2026-01-02"}},
		{"no analysis", []string{gold, "--analyses", writeFile(t, "")}, exitFine, []string{"1 documents have no analysis"}, nil},
		{"reads itself", []string{gold}, exitFine, []string{"claim+chain"}, nil},
		{"only", []string{gold, "--only", "a"}, exitFine, []string{"claim+chain"}, nil},
		{"only, unknown", []string{gold, "--only", "a,b"}, exitBadInput, nil, []string{`no article "b"`}},
		{"no gold", []string{gold + ".none"}, exitBadInput, nil, []string{gold + ".none"}},
		{"broken gold", []string{writeFile(t, judged+"\n{")}, exitBadInput, nil, []string{"line 2"}},
		{"another text", []string{gold, "--analyses", writeFile(t, strings.ReplaceAll(analysed, "جاهز", "مغلق"))}, exitBadInput, nil, []string{"score a"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out, errors bytes.Buffer
			c := &console{ctx: context.Background(), in: strings.NewReader(""), out: &out, err: &errors, getenv: func(string) string { return "" }}
			if code := c.run(append([]string{"eval"}, test.args...)); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			wantParts(t, "standard output", out.String(), test.out)
			wantParts(t, "standard error", errors.String(), test.errors)
			if test.code == exitFine && test.errors == nil && errors.Len() > 0 {
				t.Errorf("complained: %s", &errors)
			}
		})
	}
}

func wantParts(t *testing.T, where, text string, parts []string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s lacks %q:\n%s", where, part, text)
		}
	}
}

func writeFile(t *testing.T, text string) string {
	t.Helper()
	f, err := os.CreateTemp(t.TempDir(), "*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString(text); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(f.Name())
}
