package cases

import (
	"fmt"
	"os"
	"testing"
	"time"

	"isnad"
	"isnad/extract"
)

func TestZZMany(t *testing.T) {
	if os.Getenv("ZZM") == "" {
		t.Skip()
	}
	ex, _ := extract.New()
	r, _ := NewReader()
	for _, n := range []int{1000, 2000, 4000, 8000} {
		var same, vary []*isnad.Analysis
		for i := range n {
			a := &isnad.Article{ID: fmt.Sprint("a", i), Title: "خبر", Outlet: fmt.Sprint("o", i%50), Published: "2026-03-02", Body: "أعلن وزير النقل سامي النجار انهيار جسر الصفصاف في مدينة البرقاء. وقتل 12 شخصا في الحادث."}
			same = append(same, ex.Analyze(a))
			b := *a
			b.Body = fmt.Sprintf("أعلن وزير النقل سامي النجار انهيار جسر الصفصاف في مدينة البرقاء خلال عاصفة رقم %d. وقتل %d شخصا في الحادث الكبير.", i, i)
			vary = append(vary, ex.Analyze(&b))
		}
		t0 := time.Now()
		in := r.Inside(same, nil, make([]string, n))
		t1 := time.Now()
		in2 := r.Inside(vary, nil, make([]string, n))
		fmt.Println("MANY", n, "same", t1.Sub(t0), len(in.Cases), "vary", time.Since(t1), len(in2.Cases))
	}
}
