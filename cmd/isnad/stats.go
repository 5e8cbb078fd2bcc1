package main

import (
	"fmt"
	"text/tabwriter"
	"time"

	"isnad/internal/store"
)

type statsCommand struct{ archiveFlag }

// Run tells the numbers of the archive.
func (s *statsCommand) Run(c *console) error {
	return s.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		n, err := archive.Stats(c.ctx)
		if err != nil {
			return err
		}
		jobs, err := archive.Jobs(c.ctx)
		if err != nil {
			return err
		}
		w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
		row := func(name, format string, values ...any) { fmt.Fprintf(w, name+"\t"+format+"\n", values...) }
		row("archive", "%s (%s, %s)", archive.Name(), archive.Engine(), megabytes(n.Bytes))
		row("articles", "%d, of %s", n.Articles, counted(n.Outlets, "outlet", "outlets"))
		if n.Articles > 0 {
			row("from, to", "%s, %s", n.First.Format(time.DateOnly), n.Last.Format(time.DateOnly))
		}
		row("texts", "%d, %s", n.Versions, megabytes(n.TextBytes))
		row("documents", "%d, %s kept in %s", n.Documents, megabytes(n.RawBytes), megabytes(n.DocumentBytes))
		row("analysed", "%d, %s", n.Analysed, megabytes(n.AnalysisBytes))
		row("claims", "%d", n.Claims)
		for _, j := range jobs {
			row("jobs", "%s %s: %d", j.Kind, j.State, j.Count)
		}
		return w.Flush()
	})
}

func megabytes(n int64) string {
	if n < 1e6 {
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/1e6)
}
