package show

import (
	"bufio"
	"bytes"
	"testing"

	"isnad"
)

// traced is a story of four articles in which an agency's text stands twice.
func traced() (*isnad.Trace, func(string) string) {
	const bridge, ready = "الجسر مغلق", "الجسر جاهز"
	span := func(s string) []isnad.Span { return []isnad.Span{{Start: 0, End: len(s)}} }
	agency := isnad.Link{Name: "وكالة واحة", Kind: isnad.Media}
	ministry := isnad.Link{Name: "وزارة النقل", Kind: isnad.State}
	member := func(article, text string, chain ...isnad.Link) isnad.Member {
		return isnad.Member{Article: article, Content: span(text), Chain: chain, Narrated: len(chain) == 0, Certainty: isnad.Certain}
	}
	denial := member("d", ready, isnad.Link{Name: "مصدر محلي", Kind: isnad.Unnamed})
	denial.Denied = true
	t := &isnad.Trace{
		Story: isnad.Story{ID: "s1", Title: "إغلاق الجسر", First: "2026-03-01", Last: "2026-03-02"},
		Articles: []isnad.StoryArticle{
			{ID: "a", Outlet: "صحيفة أ", Published: "2026-03-01"}, {ID: "b", Outlet: "صحيفة ب", Published: "2026-03-02"},
			{ID: "c", Outlet: "صحيفة ج", Published: "2026-03-02"}, {ID: "d", Outlet: "صحيفة د", Published: "2026-03-02"},
		},
		Copies: []isnad.Copies{{Articles: []string{"a", "b"}, Kind: isnad.WholeCopy}},
		Cases: []isnad.Case{
			{ID: "c1", Proposition: bridge, Grade: isnad.Disputed, Independent: 1,
				Members: []isnad.Member{member("a", bridge, agency, ministry), member("b", bridge, agency, ministry), member("c", bridge), denial, member("c", bridge, isnad.Link{Name: "سامي الطاهر", Kind: isnad.Person})},
				Origins: []isnad.Origin{{Name: "وزارة النقل", Kind: isnad.State, Members: []int{0, 1}}},
				Deniers: []isnad.Origin{{Name: "مصدر محلي", Kind: isnad.Unnamed, Members: []int{3}}},
				Drift:   []isnad.Drift{{From: 0, To: 2, What: isnad.SourceLost}}},
			{ID: "c2", Proposition: ready, Grade: isnad.NoOrigin, Members: []isnad.Member{member("c", ready)}},
		},
	}
	return t, func(id string) string {
		if id == "d" {
			return ready
		}
		return bridge
	}
}

// Under each origin stand its tellings, copies as one, then who denies it, then what nobody is said to say.
func TestCases(t *testing.T) {
	for lang, want := range map[string]string{
		"en": `إغلاق الجسر
s1 · articles: 4 · cases: 2 · 2026-03-01 – 2026-03-02

1.  الجسر مغلق
    ≠ disputed · independent origins: 1 · c1
    because
    وزارة النقل · first told by صحيفة أ 2026-03-01
      1.  الجسر مغلق
          صحيفة أ ← وكالة واحة ← وزارة النقل · 2026-03-01 · the same words 1: 2 صحيفة ب
    denied by مصدر محلي (unnamed) · first told by صحيفة د 2026-03-02
      4.  [denies] الجسر جاهز
          صحيفة د ← مصدر محلي · 2026-03-02
    with a source that does not count: who supposes it, or may not say this very thing
      5.  الجسر مغلق
          صحيفة ج ← سامي الطاهر · 2026-03-02
    without a source
      3.  الجسر مغلق
          صحيفة ج ← (itself) · 2026-03-02
    ! 3 ← 1  source lost

… more cases: 1
`,
		"ar": `إغلاق الجسر
s1 · المقالات: 4 · القضايا: 2 · 2026-03-01 – 2026-03-02

1.  الجسر مغلق
    ≠ متنازع عليها · أصول مستقلة: 1 · c1
    because
    وزارة النقل · أول من رواه: صحيفة أ 2026-03-01
      1.  الجسر مغلق
          صحيفة أ ← وكالة واحة ← وزارة النقل · 2026-03-01 · بالكلمات نفسها 1: 2 صحيفة ب
    نافٍ: مصدر محلي (غير مسماة) · أول من رواه: صحيفة د 2026-03-02
      4.  [نفي] الجسر جاهز
          صحيفة د ← مصدر محلي · 2026-03-02
    بمصدر لا يُحتسب: يفترض الأمر، أو لعله لا يقول هذا بعينه
      5.  الجسر مغلق
          صحيفة ج ← سامي الطاهر · 2026-03-02
    بلا مصدر
      3.  الجسر مغلق
          صحيفة ج ← (روايته) · 2026-03-02
    ! 3 ← 1  سقط المصدر

… قضايا أخرى: 1
`,
	} {
		t.Run(lang, func(t *testing.T) {
			trace, text := traced()
			var b bytes.Buffer
			w := bufio.NewWriter(&b)
			c := Cases{Options: Options{Language: lang, Width: 80}, Text: text, Reason: func(*isnad.Case) string { return "because" }, Most: 1}
			if err := c.Print(w, trace); err != nil {
				t.Fatal(err)
			}
			w.Flush()
			if b.String() != want {
				t.Errorf("printed\n%s\nwant\n%s", b.String(), want)
			}
		})
	}
	trace, text := traced()
	c := Cases{Options: Options{Language: "fr"}, Text: text}
	if err := c.Print(bufio.NewWriter(&bytes.Buffer{}), trace); err == nil {
		t.Error("words in French")
	}
}
