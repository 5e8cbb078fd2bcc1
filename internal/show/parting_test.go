package show

import (
	"bufio"
	"strings"
	"testing"

	"isnad"
)

// Both stories tell of it, each of the other.
func TestPartingIsTold(t *testing.T) {
	parting := isnad.Parting{From: "s1", ID: "s2", Title: "إضراب البحارة", At: "2026-05-03T10:00:00Z", Words: []string{"إضراب", "البحارة"}, Stayed: []string{"غرق", "العبارة"}}
	for story, want := range map[string]string{
		"s1": "÷ parted from it: s2 2026-05-03 إضراب البحارة\n  one about: إضراب، البحارة\n  the other: غرق، العبارة\n",
		"s2": "÷ parted from s1 2026-05-03\n  one about: إضراب، البحارة\n  the other: غرق، العبارة\n",
	} {
		var b strings.Builder
		w := bufio.NewWriter(&b)
		c := Cases{Options: Options{Language: "en", Width: 80}}
		if err := c.Print(w, &isnad.Trace{Story: isnad.Story{ID: story, Partings: []isnad.Parting{parting}}}); err != nil {
			t.Fatal(err)
		}
		if w.Flush(); !strings.Contains(b.String(), want) {
			t.Errorf("%s: %q", story, b.String())
		}
	}
}
