package train

import (
	"strings"
	"testing"
)

func TestWritten(t *testing.T) {
	of, err := parseWritten("written.txt", writtenText)
	if err != nil || len(of) < 300 {
		t.Fatalf("%d sentences, error %v", len(of), err)
	}
	if of, err := parseWritten("newswire.txt", newswireText); err != nil || len(of) < 100 {
		t.Fatalf("%d sentences, error %v", len(of), err)
	}
	e := lineOf(mustParse(t, "وصل وفد ل[ORG لجيش التونسي] و[PER سامي] إلى «[GPE تونس]»."))
	if want := "وصل وفد للجيش التونسي وسامي إلى «تونس»."; e.text != want {
		t.Errorf("printed %q, want %q", e.text, want)
	}
	for _, c := range []struct{ text, want string }{
		{"# x\nزار [CITY تونس]\n", `written.txt:2: unknown label "CITY"`},
		{"زار [GPE تونس\n", "written.txt:1: no name, or no «]», behind [GPE"},
		{"زار [GPE ]\n", "written.txt:1: no name, or no «]», behind [GPE"},
	} {
		if _, err := parseWritten("written.txt", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want %s", err, c.want)
		}
	}
}

func mustParse(t *testing.T, line string) sentence {
	t.Helper()
	s, err := parseBrackets(line)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
