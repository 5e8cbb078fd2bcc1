package cases

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"time"

	"isnad"
	"isnad/extract"
)

func TestZZPerf(t *testing.T) {
	file := os.Getenv("ZZP")
	if file == "" {
		t.Skip()
	}
	ex, _ := extract.New()
	r, _ := NewReader()
	f, _ := os.Open(file)
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	var as []*isnad.Analysis
	for sc.Scan() {
		var w struct{ ID, Title, Body, Outlet, Published string }
		json.Unmarshal(sc.Bytes(), &w)
		as = append(as, ex.Analyze(&isnad.Article{ID: w.ID, Title: w.Title, Body: w.Body, Outlet: w.Outlet, Published: w.Published}))
	}
	for range 3 {
		t0 := time.Now()
		var cs []clause
		for i, a := range as {
			cs = append(cs, r.clauses(i, a)...)
		}
		t1 := time.Now()
		s := shapesOf(cs)
		cl, first := same(s)
		_ = cl
		nb := make([]int, 0)
		t2 := time.Now()
		g := r.likeness.gather(cs, alike)
		t3 := time.Now()
		in := r.Inside(as, nil, make([]string, len(as)))
		fmt.Println("PERF", len(as), "clauses", len(cs), "shapes", len(first), "pairs", len(nb), "clauses", t1.Sub(t0), "neighbors", t2.Sub(t1), "gather", t3.Sub(t2), len(g), "inside", time.Since(t3), len(in.Cases))
	}
}
