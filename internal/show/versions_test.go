package show

import (
	"strings"
	"testing"
	"time"

	"isnad"
	"isnad/internal/change"
)

func TestChanges(t *testing.T) {
	a := &isnad.Article{ID: "x1", Title: "عودة الميناء", Outlet: "صدى"}
	seen := time.Date(2026, 5, 10, 6, 30, 0, 0, time.UTC)
	from, to := Version{Number: 1, Seen: seen}, Version{Number: 2, Seen: seen.Add(time.Hour)}
	long := strings.Repeat("كلمة ", 40)
	for _, c := range []struct {
		o             Options
		before, after string
		want          string
	}{
		{Options{Language: "en", Width: 70}, "عاد 1200 عامل", "عاد 1800 عامل", "What changed: version 1 (2026-05-10 06:30) → version 2 (2026-05-10 07:30)\n\n− عاد [1200] عامل\n+ عاد [1800] عامل\n"},
		{Options{Language: "ar", Width: 70}, "عاد 1200 عامل", "عاد 1200 عامل أمس", "نسخة 1 (2026-05-10 06:30) ← نسخة 2 (2026-05-10 07:30)\n\n− عاد 1200 عامل\n+ عاد 1200 عامل [أمس]\n"},
		{Options{Language: "en", Width: 70, Color: true}, "عاد 1200 عامل", "عاد 1800 عامل", "− عاد \x1b[31m1200\x1b[0m عامل\n+ عاد \x1b[32m1800\x1b[0m عامل\n"},
		{Options{Language: "en", Width: 70}, "عاد", "عاد\nسطر جديد \x1b[31m", "\n\n+ سطر جديد [31m\n"},
		{Options{Language: "en", Width: 400}, long + "أول", long + "آخر", "− … " + strings.Repeat("كلمة ", 12) + "[أول]\n"},
		{Options{Language: "en", Width: 70}, "عاد", "عاد", "The words are the same.\n"},
	} {
		out, err := Changes(nil, c.o, a, from, to, change.Between(c.before, c.after))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(string(out), c.want) && !strings.Contains(string(out), c.want) {
			t.Errorf("%+v: %q has not %q", c.o, out, c.want)
		}
	}
}
