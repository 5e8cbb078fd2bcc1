package isnad

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// sample is an analysis in which every field is set.
func sample() *Analysis {
	article := Article{
		ID: "a1", Title: "الوزير: «الجسر» جاهز 🌉", Body: "قال الوزير إن 3 جسور اكتملت.\nوأضاف \"قريبا\".",
		Outlet: "المرفأ", URL: "https://example.org/1", Published: "2026-01-02", Language: "ar",
		Author: "ليلى الحسن", Modified: "2026-01-03T04:05:06Z", Fetched: "2026-01-04T00:00:00+03:00",
	}
	text := article.Text()
	at := func(words string) Span {
		start := strings.Index(text, words)
		return Span{start, start + len(words)}
	}
	return &Analysis{
		Article: article, Text: text,
		Mentions: []Mention{{Span: at("الوزير"), Type: PER, Form: "nominal", Entity: "e1", Rule: "titles/وزير"}},
		Entities: []Entity{{ID: "e1", Type: PER, Name: "الوزير", NameLatin: "minister", LatinBy: "gazetteer", Roles: []string{"وزير"}, KB: "Q1"}},
		Claims: []Claim{{
			ID: "c1", Cue: at("قال"), Content: []Span{at("3 جسور اكتملت"), at("قريبا")},
			Sources: []Link{
				{Name: "الوزير", Kind: Person, Mention: at("الوزير"), Entity: "e1", Rule: "titles/وزير"},
				{Name: "مصدر", Kind: Unnamed, Implicit: true},
			},
			Mode: Mixed, Act: Say, Certainty: Certain, Purpose: true, Narrator: Neutral,
			Events: []string{"v1"}, Quantities: []string{"q1"}, Rule: "cues/قال",
		}},
		Events: []Event{{
			ID: "v1", Type: "AID", Mode: "m", Trigger: at("اكتملت"), Actors: []string{"e1"}, Recipients: []string{"e2"},
			Place: "e3", Time: "2026", Status: "actual", Claim: "c1", Rule: "events/x",
		}},
		Quantities: []Quantity{{
			ID: "q1", Span: at("3"), Min: Bound{3, true}, Max: Bound{1800.5, true}, Approx: true, Unit: "جسر", Of: "o",
			Place: "p", Time: "2026", Claim: "c1", Rule: "number",
		}},
		Times: []Time{{Span: at("قريبا"), Value: "FUTURE_REF", Rule: "times/قريبا"}},
		Explanations: []Explanation{{
			Content: []Span{at("3 جسور")}, Claim: "c1", Explains: at("الجسر"), Event: "v1", Rule: "x",
		}},
	}
}

func TestJSONRoundTrip(t *testing.T) {
	for name, want := range map[string]*Analysis{
		"full": sample(),
		"bare": {Article: Article{Title: "ع", Body: "", Language: "ar"}, Text: "ع\n"},
	} {
		line := want.AppendJSON(nil)
		got, err := ReadAnalysis(line)
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, line)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v\nwant %+v", name, got, want)
		}
	}
}

// Every field of sample is set, so a field that is forgotten in the encoder shows
// in the round trip; this holds sample itself to that.
func TestSampleSetsEveryField(t *testing.T) {
	a := sample()
	for _, v := range []any{
		a.Article, a.Mentions[0], a.Entities[0], a.Claims[0], a.Events[0], a.Quantities[0], a.Times[0], a.Explanations[0],
	} {
		r := reflect.ValueOf(v)
		for i := range r.NumField() {
			if r.Field(i).IsZero() {
				t.Errorf("%s.%s is not set", r.Type(), r.Type().Field(i).Name)
			}
		}
	}
}

func TestJSONForm(t *testing.T) {
	tests := []struct {
		name string
		a    Analysis
		want string
	}{
		{"empty lists", Analysis{Text: "\n"},
			`{"schema":"isnad.analysis/1","article":{"id":"","title":"","text":"\n","language":"ar"},"mentions":[],"entities":[],"claims":[],"events":[],"quantities":[],"times":[],"explanations":[]}`},
		{"open bound, plain floats", Analysis{Text: "\n", Quantities: []Quantity{
			{ID: "q", Min: Bound{1800, true}}, {ID: "r", Max: Bound{2.5e9, true}}, {ID: "s", Max: Bound{1e22, true}}}},
			`"quantities":[{"id":"q","start":0,"end":0,"text":"","min":1800,"approx":false},{"id":"r","start":0,"end":0,"text":"","max":2500000000,"approx":false},{"id":"s","start":0,"end":0,"text":"","max":1e+22,"approx":false}]`},
		{"code points", Analysis{Text: "ع\n🌉ب\xff\xd9ج", Times: []Time{{Span: Span{7, 9}}, {Span: Span{11, 13}}}},
			`"times":[{"start":3,"end":4,"text":"ب","value":""},{"start":6,"end":7,"text":"ج","value":""}]`},
		{"escapes", Analysis{Article: Article{ID: "\"\\\n\t\x00\u2028\u2029\xff/“"}, Text: "\n"},
			`"id":"\"\\\n\u0009\u0000\u2028\u2029` + "\uFFFD" + `/“"`},
		{"empty actors", Analysis{Text: "\n", Events: []Event{{}}}, `"actors":[],"recipients":[]`},
	}
	for _, test := range tests {
		line := string(test.a.AppendJSON(nil))
		if !json.Valid([]byte(line)) || !strings.Contains(line, test.want) {
			t.Errorf("%s: got %s\nwant %s", test.name, line, test.want)
		}
	}
}

func TestReadAnalysisRefuses(t *testing.T) {
	line := string(sample().AppendJSON(nil))
	for name, bad := range map[string]string{
		"no JSON":          line[:len(line)/2],
		"another schema":   strings.Replace(line, Schema, "isnad.analysis/9", 1),
		"another title":    strings.Replace(line, `"title":"ا`, `"title":"ب`, 1),
		"outside the text": strings.Replace(line, `"start":0,"end":6`, `"start":0,"end":6000`, 1),
		"negative":         strings.Replace(line, `"start":0,"end":6`, `"start":-1,"end":6`, 1),
		"backwards":        strings.Replace(line, `"start":0,"end":6`, `"start":7,"end":6`, 1),
		"other words":      strings.Replace(line, `"start":0,"end":6`, `"start":1,"end":7`, 1),
	} {
		if bad == line {
			t.Fatalf("%s: the sample holds nothing to break", name)
		}
		if a, err := ReadAnalysis([]byte(bad)); err == nil {
			t.Errorf("%s: read as %+v", name, a)
		}
	}
}

func FuzzJSON(f *testing.F) {
	f.Add("عنوان", "قال «نعم»", 3, 9)
	f.Add("\xff\xd9", "\u2028\x00\"\\🌉", 0, 4)
	f.Fuzz(func(t *testing.T, title, body string, from, to int) {
		a := &Analysis{Article: Article{ID: body, Title: title, Body: body, Language: "ar"}}
		a.Text = a.Article.Text()
		from, to = runeStart(a.Text, from), runeStart(a.Text, to)
		s := Span{min(from, to), max(from, to)}
		a.Times = []Time{{Span: s, Value: title}}
		line := a.AppendJSON(nil)
		got, err := ReadAnalysis(line)
		if err != nil {
			t.Fatalf("%v\n%s", err, line)
		}
		if want := utf8.RuneCountInString(a.Text[:s.Start]); utf8.RuneCountInString(got.Text[:got.Times[0].Span.Start]) != want {
			t.Fatalf("span starts at another code point than %d: %s", want, line)
		}
		if again := got.AppendJSON(nil); string(again) != string(line) {
			t.Fatalf("read and written again:\n%s\n%s", again, line)
		}
	})
}

// runeStart is the start of some rune of the text, or its end.
func runeStart(text string, n int) int {
	offsets := byteOffsets(text)
	return offsets[int(uint(n)%uint(len(offsets)))]
}

func FuzzReadAnalysis(f *testing.F) {
	f.Add(sample().AppendJSON(nil))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := ReadAnalysis(line)
		if err != nil {
			return
		}
		if _, err := ReadAnalysis(a.AppendJSON(nil)); err != nil {
			t.Fatalf("cannot read what was written: %v", err)
		}
	})
}

func BenchmarkAppendJSON(b *testing.B) {
	a := sample()
	for range 20 {
		a.Text += strings.Repeat("ذكرت مصادر «محلية» أن الأعمال تتواصل. ", 3)
	}
	dst := a.AppendJSON(nil)
	b.SetBytes(int64(len(a.Text)))
	b.ReportAllocs()
	for b.Loop() {
		dst = a.AppendJSON(dst[:0])
	}
}
