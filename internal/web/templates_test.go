package web

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/a-h/templ/generator"
	"github.com/a-h/templ/parser/v2"
)

// The Go files that are committed are those that the templates give.
func TestTemplatesAreCurrent(t *testing.T) {
	templates, err := filepath.Glob("*.templ")
	if err != nil || len(templates) < 5 {
		t.Fatalf("found only the templates %v: %v", templates, err)
	}
	for _, name := range templates {
		parsed, err := parser.Parse(name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var out bytes.Buffer
		if _, err := generator.Generate(parsed, &out, generator.WithFileName(name)); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := format.Source(out.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		generated := strings.TrimSuffix(name, ".templ") + "_templ.go"
		got, err := os.ReadFile(generated)
		if err != nil {
			t.Error(err)
			continue
		}
		if !bytes.Equal(withoutVersion(got), withoutVersion(want)) {
			t.Errorf("%s is not what %s gives: see the package's documentation", generated, name)
		}
	}
}

func withoutVersion(text []byte) []byte {
	var out [][]byte
	for _, line := range bytes.Split(text, []byte("\n")) {
		if !bytes.HasPrefix(line, []byte("// templ: version")) {
			out = append(out, line)
		}
	}
	return bytes.Join(out, []byte("\n"))
}
