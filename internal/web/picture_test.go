package web

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad"
)

// manyTold is a case of so many tellings, each through a middleman to an origin of its own, with
// names that are long or would break out of the picture.
func manyTold(n int) *isnad.Trace {
	t := &isnad.Trace{Story: isnad.Story{ID: `s"1\`}}
	c := isnad.Case{ID: "k", Proposition: strings.Repeat("الجسر الذي يربط ضفتي النهر أغلق أمام الشاحنات ", 8), Grade: isnad.Corroborated}
	for i := range n {
		id := "a" + digits(i)
		t.Articles = append(t.Articles, isnad.StoryArticle{ID: id, Outlet: `صدى "الوادي" <` + id + `>`, Published: "2026-05-04"})
		origin := link("المتحدث باسم هيئة "+strings.Repeat("الطرق والجسور ", 6)+digits(i)+"</text>", isnad.Person)
		c.Members = append(c.Members, isnad.Member{Article: id, Chain: []isnad.Link{link(`وكالة \"س" `+digits(i%3), isnad.Media), origin}})
		c.Origins = append(c.Origins, isnad.Origin{Name: origin.Name, Kind: origin.Kind, Members: []int{i}})
	}
	c.Drift = []isnad.Drift{{From: 0, To: n - 1, What: isnad.HedgeLost}}
	t.Cases = []isnad.Case{c, c}
	return t
}

// A picture is well-formed by itself whatever the names are, and has every node.
func TestWriteSVG(t *testing.T) {
	for _, lang := range languages {
		for _, n := range []int{1, 10} {
			var out bytes.Buffer
			if err := WriteSVG(t.Context(), &out, manyTold(n), lang, 0); err != nil {
				t.Fatal(err)
			}
			if dir := os.Getenv("ISNAD_PICTURES"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, "chains-"+lang+digits(n)+".svg"), out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			nodes := 0
			for d := xml.NewDecoder(bytes.NewReader(out.Bytes())); ; {
				token, err := d.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatalf("%s, %d tellings: %v", lang, n, err)
				}
				if e, ok := token.(xml.StartElement); ok && e.Name.Local == "g" && len(e.Attr) > 0 && strings.HasPrefix(e.Attr[0].Value, "node") {
					nodes++
				}
			}
			if want := 2 * (n + min(n, 3)); nodes != want {
				t.Errorf("%s, %d tellings: %d nodes are drawn, want %d", lang, n, nodes, want)
			}
		}
	}
	if err := WriteSVG(t.Context(), io.Discard, manyTold(1), "xx", 0); err == nil {
		t.Error("a language without words is no error")
	}
}

// A graph for Graphviz has each node and line once, and no name ends its quotation.
func TestWriteDOT(t *testing.T) {
	var out strings.Builder
	if err := WriteDOT(&out, manyTold(10), "en", 1); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if n := strings.Count(got, " -> "); n != 10+10 {
		t.Errorf("%d lines, want 20", n)
	}
	if n := strings.Count(got, "subgraph"); n != 1 {
		t.Errorf("%d cases, want 1", n)
	}
	quoted, escaped := false, false
	for _, r := range got {
		switch {
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case quoted && r == '\n':
			t.Fatal("a line ends within quotation marks")
		}
	}
	if quoted {
		t.Error("quotation marks do not close")
	}
}
