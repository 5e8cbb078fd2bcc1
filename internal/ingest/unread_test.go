package ingest

import (
	"errors"
	"strings"
	"testing"

	"isnad"
	"isnad/extract"
	"isnad/internal/guard"
	"isnad/internal/source"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// brittle is the reader of the program, which fails over one article.
type brittle struct {
	*extract.Reader
	over string // what that article has in its text
}

func (b brittle) Analyze(a *isnad.Article) *isnad.Analysis {
	if b.over != "" && strings.Contains(a.Body, b.over) {
		_ = a.Body[len(a.Body)+len(b.over):] // a fault as they happen
	}
	return b.Reader.Analyze(a)
}

// A panic over one article of three hundred leaves that one unread, and all others as they are
// without it; the next reading has it.
func TestFaultOverOneArticle(t *testing.T) {
	file := generated(t, 300)
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		crew, ctx, err := Start(t.Context(), a, brittle{reader, "إن 57 شخصا"}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		o := &source.Options{}
		_, err = crew.Add(ctx, o.Parts(ctx, []string{file}), func(Progress, *source.Problem) {})
		if err == nil {
			err = crew.Wait(ctx, func(int) {})
		}
		if err := errors.Join(err, crew.Stop()); err != nil {
			t.Fatal(err)
		}
		unread := crew.Unread()
		if len(unread) != 1 {
			t.Fatalf("unread: %+v", unread)
		}
		if _, ok := errors.AsType[*guard.Fault](unread[0].Err); !ok || !strings.Contains(unread[0].Err.Error(), "unread_test.go:") {
			t.Errorf("the fault is told as %v", unread[0].Err)
		}
		article, err := a.Article(t.Context(), unread[0].ID)
		if err != nil || !strings.Contains(article.Body, "إن 57 شخصا") {
			t.Errorf("the unread article: %+v, %v", article, err)
		}
		analysed(t, a, 299)

		again, ctx, err := Start(t.Context(), a, reader, Options{})
		if err != nil {
			t.Fatal(err)
		}
		_, articles, err := again.Reanalyze(ctx)
		if err == nil {
			err = again.Wait(ctx, func(int) {})
		}
		if err := errors.Join(err, again.Stop()); err != nil || articles != 1 || len(again.Unread()) != 0 {
			t.Errorf("%d articles again, %v, unread %v", articles, err, again.Unread())
		}
		analysed(t, a, 300)
	})
}

func analysed(t *testing.T, a *store.Archive, want int64) {
	t.Helper()
	stats, err := a.Stats(t.Context())
	if err != nil || stats.Articles != 300 || int64(stats.Analysed) != want {
		t.Errorf("%d articles, %d analysed, %v; want %d", stats.Articles, stats.Analysed, err, want)
	}
	jobs, err := a.Jobs(t.Context())
	for _, j := range jobs {
		if err != nil || j.State != "completed" {
			t.Errorf("%d jobs are %s, %v", j.Count, j.State, err)
		}
	}
}
