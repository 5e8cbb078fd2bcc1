package train

import (
	"strings"
	"testing"

	"isnad"
)

func TestCorpusRefusesWhatItDoesNotKnow(t *testing.T) {
	known := labelling{"Nation": {isnad.GPE}}
	for _, c := range []struct{ name, data, want string }{
		{"unknown label", "زار\tO\nتونس\tB-Planet\n", `f.txt:2: unknown label "B-Planet"`},
		{"no place in the name", "تونس\tNation\n", `f.txt:1: unknown label "Nation"`},
		{"no label", "زار\tO\n\nتونس\n", `f.txt:3: word "تونس" has no label`},
		{"broken UTF-8", "زار\tO\n\xff\xfe\tO\n", "f.txt:2: not valid UTF-8"},
		{"nothing", "\n\n", "f.txt:1: no sentences"},
	} {
		_, err := parseCorpus("f.txt", []byte(c.data), tabbed, known)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %s", c.name, err, c.want)
		}
	}
}

func TestLabelTable(t *testing.T) {
	for _, corpus := range []string{"newsfane", "aqmar", "wojood", "caraner"} {
		known, err := readLabels("labels.tsv", labelTable, corpus)
		if err != nil || len(known) < 4 {
			t.Errorf("%s: %d labels, error %v", corpus, len(known), err)
		}
	}
	for _, c := range []struct{ table, want string }{
		{"a\tB\n", "labels.tsv:1: 2 columns, want 3"},
		{"# x\na\tB\tPER|CITY\n", `labels.tsv:2: unknown type "CITY"`},
	} {
		if _, err := readLabels("labels.tsv", c.table, "a"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

// A corpus that cut clitics off is printed as newspapers print it, and names begin where
// they did.
func TestGlue(t *testing.T) {
	data := "و\tO\nقالت\tO\nفرنسا\tB-Nation\nان\tO\nه\tO\nاتفق\tO\nمع\tO\nد\tB-Media\nب\tI-Media\nا\tI-Media\n" +
		"ب\tO\nبغداد\tB-Nation\nفي\tO\nمدينة\tO\nه\tO\nمن\tO\nف\tB-Nation\nرنسا\tI-Nation\nو\tO\nبعلب\tB-Nation\nك\tI-Nation\n"
	known := labelling{"Nation": {isnad.GPE}, "Media": {isnad.ORG}}
	of, err := parseCorpus("f.txt", []byte(data), tabbed, known)
	if err != nil {
		t.Fatal(err)
	}
	glue(&of[0])
	e := lineOf(of[0])
	if want := "وقالت فرنسا انه اتفق مع د ب ا ببغداد في مدينته من فرنسا وبعلبك"; e.text != want {
		t.Fatalf("printed %q, want %q", e.text, want)
	}
	for i, want := range []string{"فرنسا", "د ب ا", "ببغداد", "فرنسا", "وبعلبك"} {
		first, end := e.tokens(e.names[i])
		if got := e.text[e.toks[first].Start:e.toks[end-1].End]; got != want {
			t.Errorf("name %d is %q, want %q", i, got, want)
		}
	}
}

// Words that cutting spoilt are whole again, and others stay.
func TestMend(t *testing.T) {
	words := strings.Fields("الالبنانية الالماني لالاتحاد لالمانيا لالتزام اتحاد الاتحاد الماني المانيا التزام")
	for range 4 {
		words = append(words, "لبنانية")
	}
	mend([]sentence{{words: words}})
	if got, want := strings.Join(words[:5], " "), "اللبنانية الالماني للاتحاد لالمانيا لالتزام"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
