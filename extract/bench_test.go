package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"isnad"
)

// BenchmarkAnalyze measures an article of usual length, and long ones. The cost of an article
// must be linear in its length, whatever stands in it: the speeds may differ by what is read
// there, not by orders.
func BenchmarkAnalyze(b *testing.B) {
	body := exampleText(b)
	b.Run("article", func(b *testing.B) { analyze(b, body) })
	b.Run("2MB", func(b *testing.B) { analyze(b, strings.Repeat(body, 1+2<<20/len(body))) })
	b.Run("2MB-one-line", func(b *testing.B) {
		line := strings.Join(strings.Fields(body), " ") + " "
		analyze(b, strings.Repeat(line, 1+2<<20/len(line)))
	})
	b.Run("100000-unclosed-quotes", func(b *testing.B) { analyze(b, strings.Repeat("قال «نعم ", 100_000)) })
	b.Run("100000-open-quotes-at-once", func(b *testing.B) { analyze(b, strings.Repeat("«", 100_000)+body) })
	b.Run("100000-cues", func(b *testing.B) { analyze(b, strings.Repeat("قال إن ", 100_000)) })
	b.Run("100000-names", func(b *testing.B) { analyze(b, strings.Repeat("محمد ", 100_000)+"قال إنه عاد") })
	b.Run("100000-numbers", func(b *testing.B) { analyze(b, strings.Repeat("ألف ", 100_000)) })
}

// hostile is what a text can be made of to be slow: each is read at two lengths, and the
// longer one must cost as many times more as it is longer, eight, not the square of that.
var hostile = []struct {
	name string
	make func(size int) string
}{
	{"claim-sentences", repeated("وقال محمد علي إن الاجتماع ناجح.\n")},
	{"claims-in-one-sentence", repeated("وقال محمد علي إن الاجتماع ناجح ")},
	{"implied-claims-in-one-sentence", repeated("وأضاف أن الاجتماع ناجح، مؤكدا أن العمل جار، ")},
	{"unclosed-quotes", repeated("قال «نعم ")},
	{"unclosed-quotes-in-lines", repeated("قال «نعم نحن هنا\n")},
	{"one-unclosed-quote", ahead("قال محمد علي «", "نعم، وقال أحمد إن العمل جار. ")},
	{"nested-cues", repeated("قال إن ")},
	{"nested-cues-named", repeated("قال الوزير إن ")},
	{"prepositions", repeated("بحسب مصادر ")},
	{"prepositions-behind-clauses", repeated("عاد الوفد بحسب مصادر، ")},
	{"preposition-sentences", repeated("عاد الوفد إلى بلغراد، بحسب مصادر دبلوماسية. ")},
	{"relayed", repeated("نقلت رويترز عن مسؤول عن مسؤول ")},
	{"numbers", repeated("ألف 25 ")},
	{"numerals", repeated("ألف ")},
	{"counted", repeated("ألف جندي و25 جريحا، ")},
	{"counted-in-one-claim", ahead("قال محمد علي إن ", "ألف جندي و25 جريحا، ")},
	{"counted-in-claims", repeated("وقال محمد علي إن ألف جندي عادوا يوم الثلاثاء ")},
	{"commas", repeated("كذا، ")},
	{"commas-in-one-claim", ahead("انتقد محمد علي ", "هجوم كذا، ")},
	{"commas-then-claims", halves("كذا، ", "مؤكدا أن ذلك صحيح، ")},
	{"commas-alone", repeated("،")},
	{"quotations", repeated("«كان هذا هو الوضع هناك» و")},
	{"quotations-said", repeated("قال محمد علي «كان هذا هو الوضع هناك» و")},
	{"quotations-in-one-quotation", ahead("قال محمد علي «", "نعم \"كان هذا هو الوضع هناك\" ")},
	{"quotations-of-a-word", ahead("قال محمد علي إن ", "«نعم» ")},
	{"quotation-and-what-it-holds", func(size int) string {
		return "قال محمد علي «" + repeated("وقال أحمد سالم إن العمل جار ")(size) + "»."
	}},
	{"quotation-paragraphs", repeated("قال محمد علي: «كان هذا هو الوضع هناك».\n«كان هذا هو الوضع هناك».\n")},
	{"names", repeated("الوزير محمد علي وأحمد سالم ")},
	{"name-sentences", repeated("قال محمد علي. قال علي. قال الوزير إن هذا صحيح. ")},
	{"roles", repeated("قال وزير الخارجية محمد علي إن هذا صحيح. وأكد وزير الخارجية أن هذا صحيح. ")},
	{"bodies", repeated("قالت المنظمة إن هذا صحيح. ")},
	{"labels", repeated("ما سماه محمد علي «الحل» و")},
	{"relatives", repeated("الوزير الذي قال إن هذا صحيح ")},
	{"auxiliaries", repeated("قد كان ")},
	{"parentheses", repeated("(قال ")},
	{"lines", repeated("قال إن\n")},
	{"relatives-before-quotes", repeated("الذي قال: «نعم ")},
	{"signs-then-prepositions", halves("،", "بحسب مصادر، ")},
	{"connectives-then-prepositions", halves("فيما ", "بحسب مصادر، ")},
	{"signs-in-a-quotation", func(size int) string {
		return "قال محمد علي «" + strings.Repeat("،", size/4) + strings.Repeat("نعم ", size/16) + "»."
	}},
	{"honored", repeated("قال معاليه إن هذا صحيح. ")},
	{"honored-before-names", halves("قال معاليه إن هذا صحيح. ", "عاد محمد علي. ")},
	{"other-names", numbered("قال محمد # إن ذلك صحيح. ")},
	{"other-names-nested", numbered("قال محمد # إن ")},
	{"other-roles", numbered("قال وزير # محمد علي إن ذلك صحيح. وأكد الوزير أن هذا صحيح. ")},
	{"other-names-then-roles", func(size int) string {
		return numbered("عاد الوزير محمد # أمس. ")(size/2) + repeated("وأكد الوزير أن هذا صحيح. ")(size/2)
	}},
	{"other-bodies", numbered("قالت منظمة # إن ذلك صحيح. وأكدت المنظمة أن هذا صحيح. ")},
	{"other-outlets", numbered("ذكرت صحيفة «#» أن ذلك صحيح. ")},
	{"settings", repeated("قال في تصريح ")},
	{"parts", repeated("عدد من ")},
	{"dates-in-claims", repeated("وقالت صحيفة الحياة إن الوفد عاد يوم الثلاثاء 5 مايو 2020. ")},
	{"dates", repeated("يوم الثلاثاء 5 مايو 2020 ")},
}

// How many bytes the hostile texts have: about as many as these.
const (
	shortHostile = 1 << 18
	longHostile  = 1 << 21
)

// repeated repeats a part.
func repeated(part string) func(int) string { return ahead("", part) }

// ahead repeats a part behind a head.
func ahead(head, part string) func(int) string {
	return func(size int) string { return head + strings.Repeat(part, size/len(part)) }
}

// numbered repeats a part with another word for # each time.
func numbered(part string) func(int) string {
	letters := []rune("بتثجحخدذرز")
	return func(size int) string {
		var b strings.Builder
		for n := 0; b.Len() < size; n++ {
			word := "س"
			for m := n; m > 0; m /= len(letters) {
				word += string(letters[m%len(letters)])
			}
			b.WriteString(strings.ReplaceAll(part, "#", word))
		}
		return b.String()
	}
}

// halves repeats one part over the first half of the text and another over the second.
func halves(part, last string) func(int) string {
	return func(size int) string {
		return strings.Repeat(part, size/2/len(part)) + strings.Repeat(last, size/2/len(last))
	}
}

// BenchmarkHostile measures each hostile text at both lengths.
func BenchmarkHostile(b *testing.B) {
	for _, h := range hostile {
		b.Run(h.name+"/0.25MB", func(b *testing.B) { analyze(b, h.make(shortHostile)) })
		b.Run(h.name+"/2MB", func(b *testing.B) { analyze(b, h.make(longHostile)) })
	}
}

// TestHostile reads the short ones: whatever stands in a text, reading it must not panic,
// and what is read must lie in the text.
func TestHostile(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			size := shortHostile
			if testing.Short() {
				size /= 8
			}
			out := r.Analyze(&isnad.Article{Title: "عنوان", Body: h.make(size), Published: "2026-02-10"})
			for _, c := range out.Claims {
				for _, s := range append([]isnad.Span{c.Cue}, c.Content...) {
					if s.Start < 0 || s.Start >= s.End || s.End > len(out.Text) {
						t.Fatalf("claim %s has the span %v in a text of %d bytes", c.ID, s, len(out.Text))
					}
				}
			}
		})
	}
}

// analyze measures the reading of one article.
func analyze(b *testing.B, body string) {
	r, err := New()
	if err != nil {
		b.Fatal(err)
	}
	a := &isnad.Article{Title: "عنوان", Body: body, Published: "2026-02-10"}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		r.Analyze(a)
	}
}

// BenchmarkNew measures the start: the word lists.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

// exampleText is the text of all articles in examples/.
func exampleText(b testing.TB) string {
	b.Helper()
	files, err := filepath.Glob(filepath.Join("..", "examples", "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("found no examples: %v", err)
	}
	var body strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		body.Write(text)
	}
	return body.String()
}
