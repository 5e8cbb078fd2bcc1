package main

import (
	"bytes"
	"context"
	"flag"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the session in README.md anew")

// The session that README.md shows is what the program prints: its block is rewritten
// by go test ./cmd/isnad -run Readme -update.
func TestReadmeSession(t *testing.T) {
	const (
		command = "go run ./cmd/isnad analyze --published 2026-02-10 examples/visit-agency.txt"
		opening = "```text\n$ " + command + "\n"
		claims  = 6 // that are shown
	)
	t.Chdir(filepath.Join("..", ".."))
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), opening)
	if !ok {
		t.Fatalf("README.md has no block that begins with %q", opening)
	}
	shown, after, ok := strings.Cut(rest, "```\n")
	if !ok {
		t.Fatal("the block of the session in README.md does not end")
	}
	want := shortened(printedBy(t, strings.TrimPrefix(command, "go run ./cmd/isnad ")), claims)
	if shown == want {
		return
	}
	if !*update {
		t.Fatalf("README.md shows\n%s\nand the program prints\n%s", shown, want)
	}
	if err := os.WriteFile("README.md", []byte(before+opening+want+"```\n"+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// printedBy is the output of the program where no locale is set and nobody looks on.
func printedBy(t *testing.T, args string) string {
	t.Helper()
	var out, complaints bytes.Buffer
	c := &console{ctx: context.Background(), in: strings.NewReader(""), out: &out, err: &complaints, getenv: func(string) string { return "" }}
	if code := c.run(strings.Fields(args)); code != exitFine {
		t.Fatalf("isnad %s ends with status %d: %s", args, code, &complaints)
	}
	return out.String()
}

// shortened leaves out the claims after the first keep, and says so where they were.
func shortened(output string, keep int) string {
	var shown []string
	numbered := 0
	for part := range strings.SplitSeq(output, "\n\n") {
		if part != "" && part[0] >= '1' && part[0] <= '9' {
			if numbered++; numbered > keep+1 {
				continue
			} else if numbered == keep+1 {
				part = "[…]"
			}
		}
		shown = append(shown, part)
	}
	return strings.Join(shown, "\n\n")
}

// The session of the archive in README.md is what the program prints, command after
// command on the same archive.
func TestReadmeArchive(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```text\n$ isnad add ")
	block, _, closed := strings.Cut(rest, "```\n")
	if !ok || !closed {
		t.Fatal("README.md has no session that begins with isnad add")
	}
	session(t, "add "+block, func(command string) string { return printedBy(t, command) })
}

// session runs the commands of a block in README.md on one archive, and holds what it shows
// of each to what is printed.
func session(t *testing.T, block string, printed func(command string) string) {
	t.Helper()
	t.Setenv("ISNAD_DB", filepath.Join(t.TempDir(), "isnad.db"))
	for i, part := range strings.Split(block, "\n$ isnad ") {
		command, shown, _ := strings.Cut(part, "\n")
		if got := printed(command); got != strings.TrimSuffix(shown, "\n")+"\n" {
			t.Errorf("command %d, isnad %s, prints\n%s\nand README.md shows\n%s", i+1, command, got, shown)
		}
	}
}

// So is the session of feeds, over a site that is not far away, at another time.
func TestReadmeFeeds(t *testing.T) {
	const shownSite, shownTime = "https://news.example", "2026-05-10T06:30Z"
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(text), "```text\n$ isnad add "+shownSite)
	block, _, closed := strings.Cut(rest, "```\n")
	if !ok || !closed {
		t.Fatal("README.md has no session that adds a feed")
	}
	site := httptest.NewServer(pages())
	defer site.Close()
	moment := regexp.MustCompile(`\d{4}-\d\d-\d\dT\d\d:\d\dZ`)
	blanks := regexp.MustCompile(`(?m) +$`)
	session(t, "add "+shownSite+block, func(command string) string {
		command = strings.ReplaceAll(command, shownSite, site.URL)
		if !strings.HasPrefix(command, "feeds") {
			command += " --allow-private"
		}
		if strings.HasPrefix(command, "watch") {
			command += " --delay 0s"
		}
		got := strings.ReplaceAll(printedBy(t, command), site.URL, shownSite)
		return blanks.ReplaceAllString(moment.ReplaceAllString(got, shownTime), "")
	})
}
