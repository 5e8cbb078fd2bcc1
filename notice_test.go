package isnad_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Every word list and model says in NOTICE where it comes from and under which
// licence, and the licence there is the one in the list's own first line.
func TestNoticeNamesData(t *testing.T) {
	notices := readNotices(t)
	files := dataFiles(t)
	if len(files) < 5 {
		t.Fatalf("found only %d files of data", len(files))
	}
	licence := regexp.MustCompile(`(?i)\A# licence: ([^;\n]+)`)
	for _, file := range files {
		notice, named := notices[file]
		if !named {
			t.Errorf("NOTICE does not name %s", file)
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if said := licence.FindSubmatch(text); said != nil && !strings.Contains(notice, string(said[1])) {
			t.Errorf("NOTICE says of %s: %q, and the file itself: %s", file, notice, said[1])
		}
	}
	for name := range notices {
		if strings.Contains(name, "/data/") && !slices.Contains(files, name) {
			t.Errorf("NOTICE names %s, which is not there", name)
		}
	}
}

// Every module that is linked into the program is named in NOTICE.
func TestNoticeNamesModules(t *testing.T) {
	notices := readNotices(t)
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "./cmd/isnad").Output()
	if err != nil {
		t.Fatalf("list the modules of the program: %v", err)
	}
	modules := strings.Fields(string(out))
	if len(modules) < 2 {
		t.Fatalf("found only the modules %v", modules)
	}
	slices.Sort(modules)
	for _, module := range slices.Compact(modules) {
		if _, named := notices[module]; !named && module != "isnad" {
			t.Errorf("NOTICE does not name module %s", module)
		}
	}
}

// readNotices gives the indented text under each name that stands alone in a line.
func readNotices(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	notices := make(map[string]string)
	name := ""
	for line := range strings.Lines(string(text)) {
		switch said := strings.TrimSpace(line); {
		case said == "":
			name = ""
		case !strings.HasPrefix(line, " "):
			name = said
			if strings.Contains(name, "/") && !strings.Contains(name, " ") {
				notices[name] = ""
			}
		default:
			notices[name] += said + " "
		}
	}
	delete(notices, "")
	for name, said := range notices {
		if said == "" {
			t.Errorf("NOTICE says nothing of %s", name)
		}
	}
	return notices
}

// dataFiles lists all files in directories named data.
func dataFiles(t *testing.T) (files []string) {
	t.Helper()
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && filepath.Base(filepath.Dir(path)) == "data" {
			files = append(files, filepath.ToSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
