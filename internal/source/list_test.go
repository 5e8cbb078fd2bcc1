package source

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

const feedAddress = "https://news.example/feeds/all.xml"

var longText = strings.Repeat("<p>"+paragraph+"</p>", 5)

func rss(items string) string {
	return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
		`<channel><title>صحيفة المرفأ</title><link>https://news.example/</link>` + items + `</channel></rss>`
}

func TestFeedItems(t *testing.T) {
	for _, test := range []struct {
		name, feed string
		want       string // key|url|title|published|author|whole of each item
	}{
		{"rss", rss(`<item><guid isPermaLink="false">n-1</guid><title>خبر</title><link>https://news.example/1</link><pubDate>Sun, 10 May 2026 06:00:00 +0300</pubDate><dc:creator>ليلى الحسن</dc:creator></item>`),
			"n-1|https://news.example/1|خبر|2026-05-10T06:00:00+03:00|ليلى الحسن|false"},
		{"all of the text", rss(`<item><guid>n-1</guid><title>خبر</title><link>https://news.example/1</link><content:encoded><![CDATA[` + longText + `]]></content:encoded></item>`),
			"n-1|https://news.example/1|خبر|||true"},
		{"a teaser", rss(`<item><guid>n-1</guid><title>خبر</title><link>https://news.example/1</link><content:encoded><![CDATA[` + longText + `<p>للمزيد [...]</p>]]></content:encoded></item>`),
			"n-1|https://news.example/1|خبر|||false"},
		{"without id", rss(`<item><title>خبر</title><link>https://news.example/1</link></item><item><title>بلا رابط</title></item><item></item>`),
			"https://news.example/1|https://news.example/1|خبر|||false; بلا رابط||بلا رابط|||false"},
		{"relative links", rss(`<item><title>خبر</title><link>/1</link></item><item><title>خبر</title><link>2?a=b&amp;c=d</link></item>`),
			"https://news.example/1|https://news.example/1|خبر|||false; https://news.example/feeds/2?a=b&c=d|https://news.example/feeds/2?a=b&c=d|خبر|||false"},
		{"links that lead to no page", rss(`<item><guid>1</guid><title>خبر</title><link>javascript:alert(1)</link></item><item><guid>2</guid><title>خبر</title><link>file:///etc/passwd</link></item>`),
			"1||خبر|||false; 2||خبر|||false"},
		{"markup in titles", rss(`<item><guid>1</guid><title><![CDATA[<b>عاجل</b>: فتح &quot;الجسر&quot;]]></title></item><item><guid>2</guid><title>&lt;em&gt;عاجل&lt;/em&gt; &amp;amp; مهم</title></item>`),
			`1||عاجل: فتح "الجسر"|||false; 2||عاجل & مهم|||false`},
		{"dates as people write them", rss(`<item><guid>1</guid><pubDate>Sun, 10 May 2026 06:00:00 AST</pubDate></item><item><guid>2</guid><pubDate>10 أيار 2026</pubDate></item><item><guid>3</guid><pubDate>2026-05-10 06:00</pubDate></item><item><guid>4</guid><pubDate>soon</pubDate></item><item><guid>5</guid><pubDate>Sun, 10 May 2026 06:00:00 GMT</pubDate></item>`),
			"1|||2026-05-10||false; 2|||2026-05-10||false; 3|||2026-05-10||false; 4|||||false; 5|||2026-05-10T06:00:00Z||false"},
		{"atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>المرفأ</title><entry><id>tag:1</id><title type="html">&lt;b&gt;خبر&lt;/b&gt;</title><link href="../1"/><updated>2026-05-10T06:00:00Z</updated><author><name>ليلى الحسن</name></author></entry></feed>`,
			"tag:1|https://news.example/1|خبر|2026-05-10T06:00:00Z|ليلى الحسن|false"},
		{"json feed", `{"version":"https://jsonfeed.org/version/1.1","title":"المرفأ","items":[{"id":"1","url":"https://news.example/1","title":"خبر","date_published":"2026-05-10T06:00:00Z","content_html":"` + longText + `"}]}`,
			"1|https://news.example/1|خبر|2026-05-10T06:00:00Z||true"},
		{"another charset than it says", strings.Replace(rss(`<item><guid>1</guid><title>خبر</title></item>`), "utf-8", "windows-1256", 1), "1||خبر|||false"},
		{"sitemap", `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://news.example/1 </loc><lastmod>2026-05-10</lastmod><news:news><news:publication><news:name>المرفأ</news:name></news:publication><news:publication_date>2026-05-10T06:00:00+03:00</news:publication_date><news:title>خبر</news:title></news:news></url><url><loc>/2</loc></url><url/></urlset>`,
			"https://news.example/1|https://news.example/1|خبر|2026-05-10T06:00:00+03:00||false; https://news.example/2|https://news.example/2||||false"},
	} {
		t.Run(test.name, func(t *testing.T) {
			list, err := ReadList([]byte(test.feed), "", feedAddress)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, i := range list.Items {
				got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%v", i.Key, i.URL, i.Article.Title, i.Article.Published, i.Article.Author, i.Whole))
			}
			if strings.Join(got, "; ") != test.want {
				t.Errorf("got  %s\nwant %s", strings.Join(got, "; "), test.want)
			}
		})
	}
}

func TestFeedInAnotherCharset(t *testing.T) {
	text := strings.Replace(rss(`<item><guid>1</guid><title>خبر من الميناء</title></item>`), "utf-8", "windows-1256", 1)
	list, err := ReadList([]byte(encode(t, charmap.Windows1256, text)), "application/rss+xml", feedAddress)
	if err != nil || list.Title != "صحيفة المرفأ" || list.Items[0].Article.Title != "خبر من الميناء" {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestListsOfLists(t *testing.T) {
	for name, text := range map[string]string{
		"index": `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://news.example/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap><sitemap><loc>ftp://x/</loc></sitemap></sitemapindex>`,
		"opml":  `<?xml version="1.0"?><opml version="2.0"><body><outline text="صحف"><outline xmlUrl="https://news.example/a.xml"/><outline xmlurl="/b.xml" text="&nbsp;"/></outline><outline xmlUrl="https://news.example/a.xml"/></body></opml>`,
		"gzip":  gz(t, `<sitemapindex><sitemap><loc>https://news.example/a.xml</loc></sitemap><sitemap><loc>/b.xml</loc></sitemap></sitemapindex>`),
	} {
		list, err := ReadList([]byte(text), "", feedAddress)
		if err != nil || fmt.Sprint(list.Lists) != "[https://news.example/a.xml https://news.example/b.xml]" {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
	}
}

// What stands before the cut of a list is read, and the cut is told.
func TestBrokenLists(t *testing.T) {
	item := `<item><guid>%d</guid><title>خبر</title></item>`
	whole := rss(fmt.Sprintf(item, 1) + fmt.Sprintf(item, 2))
	for _, test := range []struct {
		name, text string
		items      int
	}{
		{"cut feed", whole[:strings.LastIndex(whole, "<guid>")], 1},
		{"cut sitemap", `<urlset><url><loc>https://news.example/1</loc></url><url><loc>https://ne`, 1},
		{"deep", rss(strings.Repeat("<a>", 100_000)), 0},
		{"no list", "<html><body>خبر</body></html>", 0},
		{"entities in entities", `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title><guid>1</guid></item></channel></rss>`, -1},
		{"bomb", gz(t, "<urlset>"+strings.Repeat(" ", maxList)), 0},
	} {
		list, err := ReadList([]byte(test.text), "", feedAddress)
		switch {
		case test.items < 0: // read or not, nothing unfolds
		case err == nil:
			t.Errorf("%s: no error", test.name)
		case test.name == "no list" && !errors.Is(err, ErrNoList):
			t.Errorf("%s: %v", test.name, err)
		case test.items == 0 && list != nil, test.items > 0 && (list == nil || len(list.Items) != test.items):
			t.Errorf("%s: %+v, want %d items", test.name, list, test.items)
		}
	}
}

func TestManyItems(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "<item><guid>%d</guid><title>خبر</title></item>", i)
	}
	list, err := ReadList([]byte(rss(b.String())), "", feedAddress)
	if err != nil || len(list.Items) != MaxItems || list.Left != 100_000-MaxItems || list.Items[MaxItems-1].Key != fmt.Sprint(MaxItems-1) {
		t.Errorf("%d items, %d left, %v", len(list.Items), list.Left, err)
	}
}

// A feed in a file gives its items as it has them, each readable again.
func TestFeedFile(t *testing.T) {
	feed := rss(`<item><guid>1</guid><title>خبر</title><link>/1</link><description>` + "&lt;p&gt;" + paragraph + `&lt;/p&gt;</description></item><item><guid>2</guid><title>بلا نص</title><link>https://news.example/2</link></item>`)
	for _, file := range []string{"a.xml", "a.rss", "a.json", "noname"} {
		articles, told := read(t, Options{}, file, feed)
		if len(articles) != 1 || articles[0].Body != paragraph || articles[0].Outlet != "صحيفة المرفأ" || articles[0].ID != "1" {
			t.Errorf("%s: %d articles, told %q", file, len(articles), told)
		}
		if len(told) != 1 || !strings.Contains(told[0], "1 more articles") {
			t.Errorf("%s: told %q", file, told)
		}
	}
}

func FuzzList(f *testing.F) {
	f.Add([]byte(rss(`<item><guid>1</guid><title>خبر</title><link>/1</link><content:encoded><![CDATA[<p>x]]></content:encoded></item>`)))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/x"><entry><id>1</id><link href="../1"/><updated>2026-13-10</updated></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"url":"u","content_html":"<b"}, null]}`))
	f.Add([]byte(`<urlset><url><loc>&x;</loc><lastmod>x</lastmod></url><sitemap><loc>/</loc></sitemap></urlset>`))
	f.Add([]byte(`<opml><outline xmlUrl="/a"><outline xmlUrl='b"></opml>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		list, err := ReadList(data, "", feedAddress)
		if list == nil && err == nil {
			t.Fatal("neither a list nor an error")
		}
		if list == nil {
			return
		}
		for _, i := range list.Items {
			if i.Key == "" || i.URL != "" && !IsAddress(i.URL) {
				t.Errorf("item %+v", i)
			}
		}
	})
}
