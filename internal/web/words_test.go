package web

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A string that a page asks for is there in every language, and a string that counts
// in every form that the language has.
func TestWordsAreWhole(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	asked := askedFor(t)
	if len(asked) < 50 {
		t.Fatalf("found only %d keys in the sources", len(asked))
	}
	for key, how := range asked {
		for _, lang := range languages {
			var forms []string
			if how.plain {
				forms = []string{""}
			}
			if how.counts {
				forms = append(forms, pluralForms[lang]...)
			}
			for _, form := range forms {
				full := key
				if form != "" {
					full += "." + form
				}
				if all[lang].text[full] == "" {
					t.Errorf("%s lacks %q", lang, full)
				}
			}
		}
	}
	for key := range all["ar"].text {
		stem := strings.TrimSuffix(key[:strings.LastIndex("."+key, ".")], ".")
		if !asked[key].plain && !asked[stem].counts && !madeKey(key) {
			t.Errorf("nobody asks for %q", key)
		}
	}
}

// Both languages leave the same places open in a string.
func TestWordsKeepTheirPlaces(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	place := regexp.MustCompile(`\{[a-z]+\}`)
	for key, arabic := range all["ar"].text {
		english, ok := all["en"].text[key]
		if !ok {
			continue
		}
		a, e := place.FindAllString(arabic, -1), place.FindAllString(english, -1)
		slices.Sort(a)
		slices.Sort(e)
		if !slices.Equal(a, e) {
			t.Errorf("%q leaves %v open in Arabic and %v in English", key, a, e)
		}
	}
}

// howAsked is how a key is asked for: as it stands, or with a number.
type howAsked struct{ plain, counts bool }

// askedFor lists the keys that stand in the sources, and how.
func askedFor(t *testing.T) map[string]howAsked {
	t.Helper()
	call := regexp.MustCompile(`\.(T|F|N|P)\("([^"]+)"(\s*\+)?`)
	literal := regexp.MustCompile(`key: "([^"]+)"`)
	asked := make(map[string]howAsked)
	for _, pattern := range []string{"*.templ", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no files match %s: %v", pattern, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_templ.go") || strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllSubmatch(text, -1) {
				if len(m[3]) == 0 {
					how := asked[string(m[2])]
					how.counts = how.counts || string(m[1]) == "N"
					how.plain = how.plain || string(m[1]) != "N"
					asked[string(m[2])] = how
				}
			}
			for _, m := range regexp.MustCompile(`Wrong: "([^"]+)"`).FindAllSubmatch(text, -1) {
				asked[string(m[1])] = howAsked{plain: true}
			}
			for _, m := range literal.FindAllSubmatch(text, -1) {
				asked[string(m[1])], asked[string(m[1])+".title"] = howAsked{plain: true}, howAsked{plain: true}
			}
		}
	}
	return asked
}

// madeKey reports whether a key is put together from what is read in articles.
func madeKey(key string) bool {
	for _, prefix := range []string{"act.", "certainty.", "drift.", "event.", "grade.", "kind.", "mode.", "month.", "narrator.", "nav.", "status.", "type.", "share.", "judged.", "feed.", "about.grade.", "why.", "deed."} {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	return slices.Contains(layerNames, key)
}

// What is read in articles has its words: the values of the vocabulary.
func TestWordsForReadings(t *testing.T) {
	all, err := readWords(wordsTable)
	if err != nil {
		t.Fatal(err)
	}
	for prefix, values := range map[string][]string{
		"act.":       {"say", "assess", "deny", "demand", "pledge", "warn", "accuse", "praise", "condemn"},
		"certainty.": {"certain", "probable", "possible"},
		"drift.":     {"hedge lost", "source lost", "figure changed", "source changed", "date changed", "detail added", "quotation altered", "scope widened"},
		"event.":     {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
		"grade.":     {"corroborated", "single origin", "unnamed origin", "no origin", "circular", "disputed"},
		"kind.":      {"person", "state", "organization", "media", "document", "group", "unnamed"},
		"mode.":      {"direct", "mixed", "indirect"},
		"narrator.":  {"neutral", "endorsing", "distancing"},
		"status.":    {"actual", "planned", "denied", "possible"},
		"type.":      {"PER", "ORG", "GPE", "FAC", "LOC", "EQP"},
		"share.":     {"named", "media", "unnamed", "none"},
		"judged.":    {"right", "wrong", "same", "different"},
		"feed.":      {feedWell, feedNew, feedFailing, feedPaused},
		"nav.":       navigation,
		"deed.":      deeds,
		"why.":       {"negated", "no-content", "place", "other", "inside", "no-source", "introduces", "empty", "beside"},
		"":           layerNames,
	} {
		for _, value := range values {
			for _, lang := range languages {
				if all[lang].text[prefix+value] == "" {
					t.Errorf("%s lacks %q", lang, prefix+value)
				}
			}
		}
	}
}

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"ar", 0, "zero"}, {"ar", 1, "one"}, {"ar", 2, "two"}, {"ar", 3, "few"}, {"ar", 10, "few"},
		{"ar", 11, "many"}, {"ar", 99, "many"}, {"ar", 100, "other"}, {"ar", 102, "other"}, {"ar", 103, "few"}, {"ar", 111, "many"},
		{"en", 0, "other"}, {"en", 1, "one"}, {"en", 2, "other"},
	} {
		if got := plural(c.lang, c.n); got != c.want {
			t.Errorf("plural(%s, %d) = %s, want %s", c.lang, c.n, got, c.want)
		}
	}
}

func TestReadWordsRefuses(t *testing.T) {
	for table, want := range map[string]string{
		"a\tب\n":                "words.tsv:1: 2 columns",
		"b\tب\tb\na\tأ\ta\n":    "words.tsv:2",
		"# words\na\tأ\ta\td\n": "words.tsv:2: 4 columns",
	} {
		if _, err := readWords(table); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("readWords(%q) says %v, want %q", table, err, want)
		}
	}
}
