package tagger

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"isnad/arabic"
)

func names(t *testing.T, m *Model, text string) []string {
	t.Helper()
	toks := arabic.Tokenize(nil, text)
	var out []string
	for _, e := range m.Tag(toks, nil) {
		out = append(out, fmt.Sprintf("%s %s", e.Type, e.Span(text, toks).In(text)))
	}
	return out
}

func loaded(t testing.TB) *Model {
	t.Helper()
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestTag(t *testing.T) {
	m := loaded(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"وصل الوزير سامي الطاهر إلى تونس", []string{"PER سامي الطاهر", "GPE تونس"}},
		{"وقالت فرنسا وألمانيا إن الاتفاق لمصر وللعراق", []string{"GPE فرنسا", "GPE ألمانيا", "GPE مصر", "GPE لعراق"}},
		{"سيطر عناصر تنظيم داعش على محافظة نينوى", []string{"ORG داعش", "GPE نينوى"}},
		{"قال متحدث باسم وزارة الخارجية لوكالة «رويترز»", []string{"ORG وزارة الخارجية", "ORG رويترز"}},
		{"ارتفعت الأسعار في الأسواق أمس", nil},
		{"التقى الرئيس التونسي الدكتور سامي الطاهر وفدا في جنوب تونس وفي محافظة أسوان", []string{"PER سامي الطاهر", "GPE تونس", "GPE أسوان"}},
		{"قال باراك أوباما وقال وليد المعلم", []string{"PER باراك أوباما", "PER وليد المعلم"}},
		{"", nil},
	} {
		if got := names(t, m, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A name that the article tells in full is found again where it stands short, and where
// the model passed it over; a word of grammar is no last name.
func TestTagFindsNamesAgain(t *testing.T) {
	m := loaded(t)
	text := "قال قائد القوات اللواء نزار الصغيفير إن المعركة انتهت.\nورأى خبراء أن لدى الصغيفير وقوات الصغيفير ما يكفي من السلاح."
	var again int
	for _, n := range names(t, m, text) {
		if n == "PER الصغيفير" {
			again++
		}
	}
	if again != 2 {
		t.Errorf("found it %d times again, want 2: %q", again, names(t, m, text))
	}
}

func TestLastName(t *testing.T) {
	m := loaded(t)
	for text, want := range map[string]string{
		"محمد البدوي أبو قرون": "أبو قرون", "الهادي بن عمار": "بن عمار", "خالد بن سعيد الحربي": "الحربي",
		"سالم": "", "أبو سالم": "", "بن عمار": "",
	} {
		got := ""
		for _, w := range m.lastName(arabic.Tokenize(nil, text)) {
			got += " " + w.Text
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Reading an article costs as much as it is long, however many names it has.
func TestTagIsLinear(t *testing.T) {
	m := loaded(t)
	var text strings.Builder
	for i := range 20000 {
		fmt.Fprintf(&text, "زار سامي الطاهر%c%c%c تونس.\n", 'ا'+rune(i%20), 'ا'+rune(i/20%20), 'ا'+rune(i/400%20))
	}
	toks := arabic.Tokenize(nil, text.String())
	if found := m.Tag(toks, nil); len(found) < 20000 {
		t.Errorf("found %d names", len(found))
	}
}

// Whatever the text is, names are ordered, apart, inside the text and one line.
func FuzzTag(f *testing.F) {
	m := loaded(f)
	f.Add("وصل إلى\nلبنان «حزب الله» ١٢")
	f.Add("ل\u200fـلـجـيـشِ الليبي\x00\xff")
	f.Add(strings.Repeat("لندن ", 2000))
	f.Fuzz(func(t *testing.T, text string) {
		toks := arabic.Tokenize(nil, text)
		end, endToken := 0, 0
		for _, e := range m.Tag(toks, nil) {
			s := e.Span(text, toks)
			if e.First < endToken || e.End <= e.First || e.End > len(toks) || s.Start < end || s.End <= s.Start {
				t.Fatalf("%+v at %v behind %d in %q", e, s, end, text)
			}
			if toks[e.First].Line != toks[e.End-1].Line {
				t.Fatalf("%+v goes over a line in %q", e, text)
			}
			end, endToken = s.End, e.End
		}
	})
}

func TestTagIsSafeForManyAtOnce(t *testing.T) {
	m := loaded(t)
	text := strings.Repeat("زار الرئيس التونسي قيس سعيد مدينة صفاقس والتقى وفدا من الأمم المتحدة.\n", 20)
	want := names(t, m, text)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			toks := arabic.Tokenize(nil, text)
			if got := m.Tag(toks, nil); len(got) != len(want) {
				t.Errorf("%d names, want %d", len(got), len(want))
			}
		})
	}
	wait.Wait()
}

func TestHeadTable(t *testing.T) {
	heads, err := parseHeads("heads.tsv", headTable)
	if err != nil || len(heads) < 30 {
		t.Fatalf("%d heads, error %v", len(heads), err)
	}
	if _, err := parseHeads("heads.tsv", "# x\ncity\tمدينة\n"); err == nil || !strings.HasPrefix(err.Error(), "heads.tsv:2: ") {
		t.Errorf("error %v, want one of heads.tsv:2", err)
	}
}

// The embedded model says what it was made of and is small enough to ship.
func TestModelHeader(t *testing.T) {
	header := loaded(t).Header()
	for _, want := range []string{"made by: isnad train tagger", "NewsFANE Gold (CC BY-SA 3.0)", "Wojood sample (MIT)"} {
		if !strings.Contains(header, want) {
			t.Errorf("header lacks %q:\n%s", want, header)
		}
	}
	if len(embedded) > 6<<20 {
		t.Errorf("the model has %d bytes", len(embedded))
	}
}

func BenchmarkTag(b *testing.B) {
	m := loaded(b)
	text := strings.Repeat("أعلن المتحدث باسم الحكومة اليمنية راجح بادي أن قوات الجيش تقدمت نحو مدينة الحديدة بدعم من التحالف، وقال إن الأمم المتحدة أُبلغت بذلك.\n", 200)
	toks := arabic.Tokenize(nil, text)
	var found []Entity
	b.ReportAllocs()
	for b.Loop() {
		found = m.Tag(toks, found[:0])
	}
	b.ReportMetric(float64(len(toks))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
