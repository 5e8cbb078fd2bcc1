package source

import (
	"strings"
	"testing"
	"time"
)

const paragraph = "قال رئيس البلدية في مؤتمر صحفي إن أعمال الصيانة في الجسر القديم تنتهي قبل نهاية الشهر، وإن حركة السير تعود إلى ما كانت عليه في الأسبوع الذي يليه."

func newsPage(head, before, after string) string {
	return "<!doctype html><html><head><title>رئيس البلدية: الجسر يفتح قريبا - صحيفة</title>" + head + "</head><body><nav><a href='/'>الرئيسية</a></nav>" +
		"<article><h1>رئيس البلدية: الجسر يفتح قريبا</h1>" + before +
		"<p>" + paragraph + "</p><p>وأضاف أن " + paragraph + "</p><p>  ثم   تابع\n " + paragraph + "</p>" + after + "</article></body></html>"
}

func TestReadPage(t *testing.T) {
	for _, test := range []struct {
		name, page string
		published  string
	}{
		{"json-ld", newsPage(`<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"رئيس البلدية: الجسر يفتح قريبا","datePublished":"2026-05-10T06:00:00+02:00"}</script>`, "", ""), "2026-05-10T06:00:00+02:00"},
		{"meta", newsPage(`<meta property="article:published_time" content="2026-05-10T06:00:00Z">`, "", ""), "2026-05-10T06:00:00Z"},
		{"dublin core", newsPage(`<meta property="dc:date" content="2026-05-10 06:00">`, "", ""), "2026-05-10"},
		{"time element", newsPage("", `<time datetime="2026-05-10">14:30</time>`, ""), "2026-05-10"},
		{"written", newsPage("", "<p>الأحد، 10 أيار/مايو 2026، آخر تحديث 14:00</p>", ""), "2026-05-10"},
		{"two words", newsPage("", "<p>نشر في 3 تشرين الثاني 2025</p>", ""), "2025-11-03"},
		{"eastern digits", newsPage("", "<p>١٠ ماي ٢٠٢٦</p>", ""), "2026-05-10"},
		{"day first", newsPage("", "<p>10/5/2026 - 14:30</p>", ""), "2026-05-10"},
		{"none", newsPage("", "", "<ul><li>منوعات</li><li>الجسر</li><li>التالي</li><li>السابق</li><li>إشترك</li></ul><p>0</p>"), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, err := readPage(test.page, "https://example.org/1", time.Time{})
			if err != nil {
				t.Fatal(err)
			}
			want := paragraph + "\nوأضاف أن " + paragraph + "\nثم تابع " + paragraph
			if a.Body != want {
				t.Errorf("body:\n%s\nwant:\n%s", a.Body, want)
			}
			if !strings.HasPrefix(a.Title, "رئيس البلدية: الجسر يفتح قريبا") || a.Published != test.published || a.URL != "https://example.org/1" {
				t.Errorf("title %q, published %q (want %q), url %q", a.Title, a.Published, test.published, a.URL)
			}
		})
	}
}

func TestNoArticle(t *testing.T) {
	urgent := "<p>قال والي الجهة إن الميناء يعود إلى العمل غدا بعد توقف دام أسبوعين</p>"
	list := strings.Repeat("<div><p><a href='/x'>رئيس البلدية يقول إن الجسر يفتح قريبا، والسكان ينتظرون، والسائقون يحتجون</a></p></div>", 30)
	for _, test := range []struct {
		name, page string
		article    bool
	}{
		{"empty", "", false},
		{"notice", "<html><body><p>الصفحة التي تبحث عنها غير موجودة، عد إلى الصفحة الأولى من فضلك أو ابحث</p></body></html>", false},
		{"urgent", "<html><head><title>عاجل</title><meta property='article:published_time' content='2026-05-10T06:00:00Z'></head><body><article>" + urgent + "</article></body></html>", true},
		{"list of links", "<html><head><title>الأولى</title></head><body><main>" + list + "</main></body></html>", false},
		{"no markup", "مجرد كلام", false},
	} {
		a, err := readPage(test.page, "", time.Time{})
		if (a != nil) != test.article || (err == nil) != test.article {
			t.Errorf("%s: %v, %v", test.name, a, err)
		}
	}
}

func TestWrittenDate(t *testing.T) {
	fetched := time.Date(2026, 5, 10, 12, 30, 0, 0, time.UTC)
	for line, want := range map[string]string{
		"28 آب/اغسطس 2013":           "2013-08-28",
		"2026-01-08 | 12:42":         "2026-01-08",
		"في 31 فيفري 2026":           "",
		"بعد 20 عاما من العمل 2026":  "",
		"5 جانفي 2024":               "2024-01-05",
		"قتل 12 في 2024":             "",
		"30 كانون الأول/ديسمبر 2022": "2022-12-30",
		"14 نونبر 2024":              "2024-11-14",
		"1 يوليوز 2023 - 10:30 ص":    "2023-07-01",
		"الاثنين 12 ربيع الأول 1446هـ - 16 سبتمبر 2024": "2024-09-16",
		"12 ربيع الأول 1446 هـ":                         "2024-09-15",
		"10 أيار 2026، 06:15 مساء بتوقيت بغداد":         "2026-05-10T18:15:00+03:00",
		"10 مايو 2026 - 09:05 (ت غ)":                    "2026-05-10T09:05:00Z",
		"10 مايو 2026 11:20 GMT+4":                      "2026-05-10T11:20:00+04:00",
		"قبل 3 ساعات":                                   "2026-05-10T09:00:00Z",
		"منذ ساعتين":                                    "2026-05-10T10:00:00Z",
		"نشر قبل ١٥ دقيقة":                              "2026-05-10T12:15:00Z",
		"منذ يومين":                                     "2026-05-08",
		"قبل 3 أشهر":                                    "",
		"قبل انتهاء المهلة":                             "",
	} {
		if got := writtenDate(line, fetched); got != want {
			t.Errorf("writtenDate(%q) = %q, want %q", line, got, want)
		}
	}
}

// No page makes the reader fall over, and all its text is text.
func FuzzReadPage(f *testing.F) {
	f.Add(newsPage("", "", ""), "")
	f.Add("<html><table><p>"+paragraph+"<br>"+paragraph, "text/html; charset=windows-1256")
	f.Add("\xff\xfe<\x00h\x00", "")
	f.Fuzz(func(t *testing.T, page, contentType string) {
		o := &Options{}
		p := o.part("page.html", []byte(page), kindPage, contentType)
		for a, err := range p.Articles() {
			if a == nil && err == nil {
				t.Error("neither an article nor a problem")
			}
		}
	})
}

// A block of any bytes gives, line by line, an article or a problem.
func FuzzLines(f *testing.F) {
	f.Add([]byte("{\"title\":\"ع\"}\n\n{oops\n[1]\n"))
	f.Add([]byte("\xef\xbb\xbf{\"text\":\"\\ud800\"}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := &Part{File: "f", Line: 1, options: &Options{}, data: data, decode: (*Part).jsonLines}
		n := 0
		for a, err := range p.Articles() {
			n++
			if a == nil && err == nil {
				t.Error("neither an article nor a problem")
			}
		}
		if lines := strings.Count(string(data), "\n") + 1; n > lines {
			t.Errorf("%d results of %d lines", n, lines)
		}
	})
}
