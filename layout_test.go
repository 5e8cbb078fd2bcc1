package isnad_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layout says which packages of the project each package may import; all may
// import the root. Imports go downward only, so that reading an article never
// comes to depend on where it was fetched from or how it is shown. A package that
// is not in the table fails: its place is to be decided, in docs/design.md too.
var layout = map[string][]string{
	"isnad":                          {},
	"isnad/arabic":                   {"isnad/arabic/internal/affix"},
	"isnad/arabic/internal/affix":    {},
	"isnad/arabic/internal/train":    {"isnad/arabic/internal/affix"},
	"isnad/lexicon":                  {"isnad/arabic"},
	"isnad/extract":                  {"isnad/arabic", "isnad/internal/recent", "isnad/lexicon", "isnad/tagger"},
	"isnad/tagger":                   {"isnad/arabic", "isnad/internal/recent", "isnad/lexicon", "isnad/tagger/internal/seq"},
	"isnad/extract/train":            {"isnad/extract"},
	"isnad/tagger/internal/seq":      {"isnad/arabic"},
	"isnad/tagger/train":             {"isnad/arabic", "isnad/lexicon", "isnad/tagger", "isnad/tagger/internal/seq"},
	"isnad/trace":                    {"isnad/arabic", "isnad/lexicon", "isnad/trace/cases", "isnad/trace/group"},
	"isnad/trace/cases":              {"isnad/arabic", "isnad/internal/recent", "isnad/lexicon"},
	"isnad/trace/actor":              {"isnad/arabic", "isnad/lexicon", "isnad/trace/group"},
	"isnad/trace/group":              {"isnad/arabic"},
	"isnad/internal/change":          {},
	"isnad/internal/demo":            {"isnad/internal/store"},
	"isnad/internal/eval":            {},
	"isnad/internal/fetch":           {},
	"isnad/internal/guard":           {},
	"isnad/internal/ingest":          {"isnad/internal/guard", "isnad/internal/ordered", "isnad/internal/source", "isnad/internal/store", "isnad/trace", "isnad/trace/actor", "isnad/trace/group"},
	"isnad/internal/ordered":         {},
	"isnad/internal/password":        {},
	"isnad/internal/recent":          {},
	"isnad/internal/query":           {"isnad/arabic"},
	"isnad/internal/term":            {"isnad/arabic", "isnad/internal/recent"},
	"isnad/internal/show":            {"isnad/arabic", "isnad/extract", "isnad/internal/change"},
	"isnad/internal/source":          {"isnad/arabic", "isnad/internal/fetch", "isnad/lexicon"},
	"isnad/internal/store":           {"isnad/arabic", "isnad/internal/query", "isnad/internal/term"},
	"isnad/internal/store/storetest": {"isnad/internal/store"},
	"isnad/internal/watch":           {"isnad/internal/guard", "isnad/internal/fetch", "isnad/internal/source", "isnad/internal/store"},
	"isnad/internal/web":             {"isnad/arabic", "isnad/extract", "isnad/internal/password", "isnad/internal/store", "isnad/lexicon", "isnad/internal/query"},
	"isnad/cmd/isnad": {
		"isnad/arabic", "isnad/extract", "isnad/extract/train", "isnad/internal/demo", "isnad/internal/password", "isnad/internal/store", "isnad/internal/web",
		"isnad/internal/change", "isnad/internal/guard", "isnad/internal/eval", "isnad/internal/fetch", "isnad/internal/ingest",
		"isnad/internal/ordered", "isnad/internal/query", "isnad/internal/show", "isnad/internal/source", "isnad/internal/watch",
		"isnad/tagger", "isnad/tagger/train", "isnad/trace",
	},
}

func TestImportsGoDownward(t *testing.T) {
	imports := projectImports(t)
	if len(imports) < 5 {
		t.Fatalf("looked at only %d packages", len(imports))
	}
	for pkg, imported := range imports {
		allowed, known := layout[pkg]
		if !known {
			t.Errorf("package %s has no place in the layout", pkg)
			continue
		}
		for _, i := range imported {
			if i != "isnad" && !slices.Contains(allowed, i) {
				t.Errorf("package %s imports %s", pkg, i)
			}
		}
	}
	design, err := os.ReadFile("docs/design.md")
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range layout {
		if dir, ok := strings.CutPrefix(pkg, "isnad/"); ok && !strings.Contains(string(design), "\n"+dir+"/ ") {
			t.Errorf("package %s is not in the list of packages of docs/design.md", pkg)
		}
		if _, there := imports[pkg]; !there {
			t.Errorf("package %s is in the layout and nowhere else", pkg)
		}
	}
}

// The table itself must have an order: no package may reach itself.
func TestLayoutHasNoCycle(t *testing.T) {
	var reaches func(from, to string, depth int) bool
	reaches = func(from, to string, depth int) bool {
		return depth > len(layout) || slices.ContainsFunc(layout[from], func(next string) bool {
			return next == to || reaches(next, to, depth+1)
		})
	}
	for pkg := range layout {
		if reaches(pkg, pkg, 0) {
			t.Errorf("package %s may import itself through others", pkg)
		}
	}
}

// projectImports lists for every package of the project those that it imports,
// its tests apart: they may look at anything.
func projectImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := make(map[string][]string)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := strings.TrimSuffix("isnad/"+filepath.ToSlash(filepath.Dir(path)), "/.")
		imports[pkg] = append(imports[pkg], "isnad")
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if strings.HasPrefix(name, "isnad/") {
				imports[pkg] = append(imports[pkg], name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
