package extract

import (
	"strings"
	"sync"
	"testing"

	"isnad"
)

// What a Reader has read before changes nothing of what it reads, for many at once too:
// neither the words that it remembers nor the room of documents that is used again.
func TestReadBeforeChangesNothing(t *testing.T) {
	var articles []*isnad.Article
	body := exampleText(t)
	articles = append(articles, &isnad.Article{Body: body, Published: "2025-02-22"}, &isnad.Article{})
	for _, h := range hostile {
		articles = append(articles, &isnad.Article{Title: "قال الوزير: نعم", Body: h.make(700)})
	}
	for line := range strings.Lines(body) {
		articles = append(articles, &isnad.Article{Body: line})
	}
	if len(articles) < 50 {
		t.Fatalf("%d articles", len(articles))
	}
	want := make([]string, len(articles))
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range articles {
		out, _ := r.AnalyzeExplained(a) // keeps its document
		want[i] = string(out.AppendJSON(nil))
	}
	var wait sync.WaitGroup
	for g := range 4 {
		wait.Go(func() {
			for n := range 2 * len(articles) {
				i := (n*7 + g*len(articles)/4) % len(articles)
				if got := string(r.Analyze(articles[i]).AppendJSON(nil)); got != want[i] {
					t.Errorf("article %d:\n%s\nwant\n%s", i, got, want[i])
				}
			}
		})
	}
	wait.Wait()
}
