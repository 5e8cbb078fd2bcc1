package ingest

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad/internal/store"
	"isnad/internal/store/storetest"
	"isnad/trace"
)

// told are invented articles: three that tell one thing, the second of them a copy of the first,
// and one of something else.
const told = `{"id":"1","title":"انهيار جسر الصفصاف في مدينة البرقاء","body":"انهار جسر الصفصاف في مدينة البرقاء فجر اليوم بعد أمطار غزيرة استمرت ثلاثة أيام، وقال المتحدث باسم البلدية سالم النجار إن أربعة أشخاص أصيبوا بجروح وإن فرق الإنقاذ تبحث عن عالقين تحت الأنقاض قرب الضفة الشرقية للنهر.","outlet":"صدى البرقاء","published":"2026-03-02T06:00:00Z"}
{"id":"2","title":"انهيار جسر الصفصاف في مدينة البرقاء","body":"انهار جسر الصفصاف في مدينة البرقاء فجر اليوم بعد أمطار غزيرة استمرت ثلاثة أيام، وقال المتحدث باسم البلدية سالم النجار إن أربعة أشخاص أصيبوا بجروح وإن فرق الإنقاذ تبحث عن عالقين تحت الأنقاض قرب الضفة الشرقية للنهر.","outlet":"مرصد الساحل","published":"2026-03-02T08:00:00Z"}
{"id":"3","title":"إصابات في انهيار جسر الصفصاف بالبرقاء","body":"ذكر سكان في البرقاء أن جسر الصفصاف انهار ليلا وأن الأمطار الغزيرة جرفت أعمدته، فيما واصلت فرق الإنقاذ بحثها قرب الضفة الشرقية.","outlet":"أخبار الوادي","published":"2026-03-02T12:00:00Z"}
{"id":"4","title":"منتخب الشراع يتأهل إلى النهائي","body":"تأهل منتخب الشراع إلى نهائي بطولة القوارب بعد فوزه في السباق الرابع أمام جمهور كبير في مرفأ الندى.","outlet":"أخبار الوادي","published":"2026-03-02T13:00:00Z"}
`

func traced(t *testing.T, a *store.Archive) {
	t.Helper()
	tracer, err := trace.New()
	if err == nil {
		err = Trace(t.Context(), a, tracer, nil)
	}
	if err != nil {
		t.Error(err)
	}
}

// Stories grow as articles come, keep their names, and a second run changes nothing.
func TestTraceGoesOn(t *testing.T) {
	lines := strings.SplitAfter(told, "\n")
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		first := ""
		for _, part := range []string{strings.Join(lines[:1], ""), strings.Join(lines[1:], "")} {
			file := filepath.Join(t.TempDir(), "told.jsonl")
			if err := os.WriteFile(file, []byte(part), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := addTo(t.Context(), a, file); err != nil {
				t.Fatal(err)
			}
			traced(t, a)
			traced(t, a)
			all, err := a.Stories(t.Context(), 0, 10)
			if err != nil {
				t.Fatal(err)
			}
			if first == "" {
				first = all[len(all)-1].Story.ID
			}
		}
		got, err := a.Trace(t.Context(), first)
		if err != nil || len(got.Articles) != 3 || len(got.Copies) != 1 || len(got.Copies[0].Articles) != 2 {
			t.Fatalf("%+v, %v", got, err)
		}
		for _, x := range got.Articles {
			if story, err := a.StoryOfArticle(t.Context(), x.ID); err != nil || story != first {
				t.Errorf("article %s is in story %q, %v", x.ID, story, err)
			}
		}
		if all, err := a.Stories(t.Context(), 0, 10); err != nil || len(all) != 2 {
			t.Errorf("%d stories, %v", len(all), err)
		}
		readings, err := a.ReadingsByNumber(t.Context(), []int64{1})
		if err != nil || len(readings) != 1 {
			t.Fatalf("%d readings, %v", len(readings), err)
		}
		again, err := store.NewAnalysed(1, 1, readings[0].Analysis)
		if err == nil {
			err = a.Update(t.Context(), func(tx *store.Tx) error { return tx.PutAnalyses(t.Context(), "another", []*store.Analysed{again}) })
		}
		if stale, err2 := a.StaleStories(t.Context(), 10); err != nil || err2 != nil || len(stale) != 1 || stale[0].ID != first {
			t.Errorf("to be traced again: %+v, %v, %v", stale, err, err2)
		}
		if _, err := a.Trace(t.Context(), "s0"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("no such story: %v", err)
		}
	})
}

// Two that trace an archive at a time leave it as one would.
func TestTracingTogether(t *testing.T) {
	file := generated(t, 600)
	storetest.Each(t, func(t *testing.T, name string) {
		alone := storetest.SQLite(t)
		if strings.HasPrefix(name, "postgres") {
			alone = storetest.PostgreSQL(t)
		}
		var all [][]string
		for i, name := range []string{alone, name} {
			a := storetest.Open(t, name)
			if _, err := addTo(t.Context(), a, file); err != nil {
				t.Fatal(err)
			}
			var wait sync.WaitGroup
			for range i + 1 {
				wait.Go(func() { traced(t, a) })
			}
			wait.Wait()
			var got []string
			for _, query := range []string{
				"SELECT article, story, version, exact FROM story_articles ORDER BY article",
				"SELECT mark, article FROM story_marks ORDER BY mark, article",
				"SELECT first, id, began, ended, articles, state, stale > 0, trace FROM stories ORDER BY first",
				"SELECT id, story FROM story_cases ORDER BY id, story",
				"SELECT last, frequencies FROM tracing",
				"SELECT number, id, articles, state FROM actors ORDER BY number",
				"SELECT article, entity, actor FROM actor_sightings ORDER BY article, entity",
			} {
				got = append(got, rowsOf(t, a, query)...)
			}
			all = append(all, got)
		}
		if len(all[0]) < 600 || !slices.Equal(all[0], all[1]) {
			t.Errorf("%d rows by one, and other ones, %d, by two", len(all[0]), len(all[1]))
		}
	})
}

// A claim that a person judged wrong is no telling of a case any more, also when its article is
// read anew, until that is taken back.
func TestWrongReadingsDoNotCount(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		file := filepath.Join(t.TempDir(), "told.jsonl")
		if err := os.WriteFile(file, []byte(told), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := addTo(t.Context(), a, file); err != nil {
			t.Fatal(err)
		}
		readings, err := a.ReadingsByNumber(t.Context(), []int64{3})
		if err != nil || len(readings[0].Analysis.Claims) == 0 {
			t.Fatalf("%+v, %v", readings, err)
		}
		read, id := readings[0].Analysis, readings[0].Article.ID
		tellings := func() (n int) {
			t.Helper()
			traced(t, a)
			got, err := a.TraceOfArticle(t.Context(), id)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range got.Cases {
				for _, m := range c.Members {
					if m.Article == id && m.Claim == read.Claims[0].ID {
						n++
					}
				}
			}
			return n
		}
		if tellings() == 0 {
			t.Fatal("the claim stands in no case")
		}
		wrong := store.ReadingJudged(read, &read.Claims[0], store.Wrong)
		wrong.By, wrong.At = "ليلى", time.Unix(1e9, 0)
		if err := a.Judge(t.Context(), wrong); err != nil {
			t.Fatal(err)
		}
		if n := tellings(); n != 0 {
			t.Errorf("judged wrong it is told %d times", n)
		}
		again, err := store.NewAnalysed(3, 1, read)
		if err == nil {
			err = a.Update(t.Context(), func(tx *store.Tx) error { return tx.PutAnalyses(t.Context(), "another", []*store.Analysed{again}) })
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := tellings(); n != 0 {
			t.Errorf("read anew it is told %d times", n)
		}
		if err := a.Undo(t.Context(), 1, time.Unix(2e9, 0)); err != nil {
			t.Fatal(err)
		}
		if tellings() == 0 {
			t.Error("what was taken back still counts")
		}
	})
}

// An old article among new ones wakes the stories of its own time, and none of those between.
func TestWhatABatchWakes(t *testing.T) {
	at := func(day int) *store.Article {
		return &store.Article{Time: time.Date(2026, 1, day, 0, 0, 0, 0, time.UTC)}
	}
	p := &placing{read: []*store.Article{at(1), at(3), at(200), at(205), at(400)}}
	var got [][2]int
	for _, w := range p.wakes() {
		got = append(got, [2]int{int(w.from.Sub(at(0).Time).Hours() / 24), int(w.to.Sub(at(0).Time).Hours() / 24)})
	}
	if want := [][2]int{{-3, 7}, {196, 209}, {396, 404}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
