package watch

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"isnad/internal/fetch"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

func open(t *testing.T) (*store.Archive, Options) {
	t.Helper()
	a := storetest.Open(t, storetest.SQLite(t))
	o, err := options(a)
	if err != nil {
		t.Fatal(err)
	}
	return a, o
}

func addFeed(t *testing.T, a *store.Archive, address string) {
	t.Helper()
	err := a.Update(t.Context(), func(tx *store.Tx) error {
		_, err := tx.AddFeed(t.Context(), address, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// again makes all feeds due, whatever their rhythm, and hosts ready to be asked.
func again(t *testing.T, a *store.Archive) {
	t.Helper()
	err := a.Update(t.Context(), func(tx *store.Tx) error {
		for _, statement := range []string{"UPDATE feeds SET due_at = 1", "UPDATE feed_items SET due_at = 1 WHERE due_at > 0", "UPDATE feed_hosts SET next_at = 0"} {
			if _, err := tx.ExecContext(t.Context(), statement); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func once(t *testing.T, o Options) Counts {
	t.Helper()
	ctx, stop := context.WithTimeoutCause(t.Context(), time.Minute, fmt.Errorf("the round does not end"))
	defer stop()
	counts, err := Run(ctx, o, true)
	if err != nil {
		t.Fatal(err)
	}
	return counts
}

func oneFeed(t *testing.T, a *store.Archive) *store.Feed {
	t.Helper()
	feeds, err := a.Feeds(t.Context())
	if err != nil || len(feeds) != 1 {
		t.Fatalf("%d feeds, %v", len(feeds), err)
	}
	return feeds[0]
}

// titles lists all articles of the archive with their versions, by title.
func titles(t *testing.T, a *store.Archive) (all []string) {
	t.Helper()
	for x, err := range a.Articles(t.Context(), store.Range{}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%s v%d", x.Title, x.Version))
		if _, err := a.Reading(t.Context(), x.ID); err != nil {
			t.Errorf("%s: %v", x.Title, err)
		}
	}
	return all
}

// A feed's pages are fetched once, what it has whole is taken from it, and what changes
// becomes a new version.
func TestRounds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		o, err := options(a)
		if err != nil {
			t.Fatal(err)
		}
		s := newSite(t)
		whole := "<item><guid>w</guid><title>كامل</title><content:encoded><![CDATA[" + strings.Repeat("<p>قالت الوزارة في بيان إن المصنع يعود إلى العمل غدا بعد إصلاح العطل في الآلات كلها، وإن العمال وصلوا.</p>", 8) + "]]></content:encoded></item>"
		s.feed("/feed", item("/1", "الأول"), item("/2", "الثاني"), whole)
		s.article("/1", "الجسر")
		s.article("/2", "النفق")
		addFeed(t, a, s.url+"/feed")
		if got := once(t, o); got != (Counts{Fetched: 1, Added: 3}) {
			t.Errorf("first round: %+v", got)
		}
		again(t, a)
		if got := once(t, o); got != (Counts{Fetched: 1}) || s.seen("/1") != 1 {
			t.Errorf("nothing new: %+v, /1 was seen %d times", got, s.seen("/1"))
		}
		s.feed("/feed", item("/1", "الأول (محدث)"), item("/2", "الثاني"), item("/3", "الثالث"), whole)
		s.article("/1", "الجسر الكبير")
		s.article("/3", "الميناء")
		again(t, a)
		if got := once(t, o); got != (Counts{Fetched: 1, Added: 1, Changed: 1}) || s.seen("/2") != 1 {
			t.Errorf("one changed, one new: %+v, /2 was seen %d times", got, s.seen("/2"))
		}
		got := strings.Join(titles(t, a), "; ")
		for _, want := range []string{"رئيس البلدية: الجسر الكبير يفتح قريبا v2", "رئيس البلدية: النفق يفتح قريبا v1", "كامل v1", "رئيس البلدية: الميناء يفتح قريبا v1"} {
			if !strings.Contains(got, want) {
				t.Errorf("no %s in %s", want, got)
			}
		}
		if f := oneFeed(t, a); f.Title != "صحيفة المرفأ" || f.Items != 4 || f.Waiting != 0 || f.Error != "" || f.Every != firstEvery || f.Fetched.IsZero() {
			t.Errorf("%+v", f)
		}
	})
}

func TestUnchangedFeed(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	var conditional atomic.Int32
	s.handle("/feed", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") == `"1"` {
			conditional.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		fmt.Fprint(w, "<rss><channel><title>م</title></channel></rss>")
	})
	addFeed(t, a, s.url+"/feed")
	once(t, o)
	again(t, a)
	if got := once(t, o); got != (Counts{Unchanged: 1}) || conditional.Load() != 1 {
		t.Errorf("%+v, %d conditional requests", got, conditional.Load())
	}
	if f := oneFeed(t, a); f.Every != firstEvery*3/2 {
		t.Errorf("the rhythm of a feed that brings nothing is %v", f.Every)
	}
}

// What a site does wrong is noted at the feed, which is asked again later.
func TestFailingFeeds(t *testing.T) {
	for _, test := range []struct {
		name    string
		handler func(*site) http.HandlerFunc
		error   string
		least   time.Duration // until it is asked again
		paused  bool
	}{
		{"503", func(*site) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }
		},
			"the server answers 503 Service Unavailable", leastEvery, false},
		{"429 with Retry-After", func(*site) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) {
				w.Header().Set("Retry-After", "7200")
				w.WriteHeader(429)
			}
		}, "the server answers 429 Too Many Requests", 2 * time.Hour, false},
		{"gone", func(*site) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(410) }
		},
			"the server answers 410 Gone", leastEvery, true},
		{"no feed", func(*site) http.HandlerFunc {
			return func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<html><body>الأولى</body></html>") }
		}, "neither a feed nor a sitemap nor an OPML list", leastEvery, false},
		{"redirect loop", func(s *site) http.HandlerFunc {
			return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/feed", http.StatusFound) }
		}, "more than 5 redirects", leastEvery, false},
		{"forbidden", func(s *site) http.HandlerFunc {
			s.say("/robots.txt", "text/plain", "User-agent: *\nDisallow: /feed")
			return http.NotFound
		}, "robots.txt of 127.0.0.1 forbids it", leastEvery, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			a, o := open(t)
			s := newSite(t)
			s.handle("/feed", test.handler(s))
			addFeed(t, a, s.url+"/feed")
			if got := once(t, o); got != (Counts{Failed: 1}) {
				t.Errorf("%+v", got)
			}
			f := oneFeed(t, a)
			if f.Error != test.error || f.Failures != 1 || f.Paused != test.paused || f.Due.Sub(f.Tried) < test.least {
				t.Errorf("error %q, %d failures, paused %v, due after %v", f.Error, f.Failures, f.Paused, f.Due.Sub(f.Tried))
			}
			if test.paused {
				return
			}
			again(t, a)
			o.Client = freshClient(t)
			once(t, o)
			if f := oneFeed(t, a); f.Failures != 2 || f.Due.Sub(f.Tried) < 2*leastEvery {
				t.Errorf("after two failures it is due after %v", f.Due.Sub(f.Tried))
			}
		})
	}
}

// Pages that cannot be had are tried again; what will not be had comes as the feed has it.
func TestFailingPages(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	text := "<description>قالت الوزارة في بيان إن المصنع يعود إلى العمل غدا بعد إصلاح العطل.</description></item>"
	with := func(path, title string) string { return strings.Replace(item(path, title), "</item>", text, 1) }
	s.feed("/feed", with("/gone", "ذهب"), with("/forbidden", "ممنوع"), with("/list", "قائمة"), with("/later", "لاحقا"), item("/nothing", "بلا نص"),
		item("javascript:alert(1)", "بلا صفحة"))
	s.say("/robots.txt", "text/plain", "User-agent: *\nDisallow: /forbidden")
	s.say("/list", "text/html", "<html><body><a href='/'>الأولى</a></body></html>")
	s.handle("/later", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(500) })
	addFeed(t, a, s.url+"/feed")
	if got := once(t, o); got != (Counts{Fetched: 1, Added: 3, Left: 1}) {
		t.Errorf("%+v", got)
	}
	if f := oneFeed(t, a); f.Items != 6 || f.Waiting != 1 {
		t.Errorf("%d items, %d waiting", f.Items, f.Waiting)
	}
	s.article("/later", "المصنع")
	again(t, a)
	if got := once(t, o); got.Added != 1 || oneFeed(t, a).Waiting != 0 {
		t.Errorf("tried again: %+v", got)
	}
}

func TestCrawlDelay(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	s.say("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 3600")
	s.feed("/feed", item("/1", "الأول"))
	addFeed(t, a, s.url+"/feed")
	if got := once(t, o); got != (Counts{}) || s.seen("/feed") != 0 {
		t.Errorf("during the delay after robots.txt: %+v, the feed was seen %d times", got, s.seen("/feed"))
	}
	if f := oneFeed(t, a); time.Until(f.Due) < 59*time.Minute || f.Error != "" {
		t.Errorf("due in %v, error %q", time.Until(f.Due), f.Error)
	}
}

// Between two requests a host rests, and a run that is to fetch once what is due waits for it.
func TestOnceWaitsForHosts(t *testing.T) {
	a, o := open(t)
	o.Client = fetch.New(fetch.Options{AllowPrivate: true, RobotsName: "isnad", UserAgent: "isnad/test", Delay: 300 * time.Millisecond, Patience: time.Millisecond})
	s := newSite(t)
	s.feed("/feed", item("/1", "الأول"), item("/2", "الثاني"))
	s.article("/1", "الجسر")
	s.article("/2", "النفق")
	addFeed(t, a, s.url+"/feed")
	if got := once(t, o); got != (Counts{Fetched: 1, Added: 2}) {
		t.Errorf("the host rests: %+v", got)
	}
}

// What is paused while it is fetched stays paused.
func TestPausedWhileFetched(t *testing.T) {
	a, _ := open(t)
	s := newSite(t)
	addFeed(t, a, s.url+"/feed")
	fetched := oneFeed(t, a)
	err := a.Update(t.Context(), func(tx *store.Tx) error {
		if err := tx.PauseFeed(t.Context(), fetched.Address, true); err != nil {
			return err
		}
		return tx.SaveFeed(t.Context(), fetched)
	})
	if err != nil || !oneFeed(t, a).Paused {
		t.Errorf("paused: %v, %v", oneFeed(t, a).Paused, err)
	}
}

// A list of lists leads to the feeds, and not round in circles.
func TestListOfLists(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	today := time.Now().UTC().Format(time.DateOnly)
	s.say("/opml", "text/x-opml", `<opml><body><outline xmlUrl="/index"/><outline xmlUrl="/opml"/></body></opml>`)
	s.say("/index", "application/xml", `<sitemapindex><sitemap><loc>/map</loc></sitemap><sitemap><loc>/index</loc></sitemap></sitemapindex>`)
	s.say("/map", "application/xml", `<urlset><url><loc>/1</loc><lastmod>`+today+`</lastmod></url><url><loc>/2</loc><lastmod>2020-01-01</lastmod></url></urlset>`)
	s.article("/1", "الجسر")
	s.article("/2", "النفق")
	addFeed(t, a, s.url+"/opml")
	if got := once(t, o); got != (Counts{Fetched: 3, Added: 1}) || s.seen("/2") != 0 {
		t.Errorf("%+v, the old page was seen %d times", got, s.seen("/2"))
	}
}

func TestOtherLanguages(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	persian := strings.Repeat("رئیس جمهور ایران گفت که مذاکرات با طرف\u200cهای خارجی ادامه دارد و این کشور برای رسیدن به توافق آماده است. ", 4)
	s.feed("/feed", item("/fa", "خبر"))
	s.say("/fa", "text/html; charset=utf-8", "<html><head><title>خبر</title><meta property='article:published_time' content='2026-05-10'></head><body><article><p>"+persian+"</p><p>"+persian+"</p></article></body></html>")
	addFeed(t, a, s.url+"/feed")
	if got := once(t, o); got != (Counts{Fetched: 1, Left: 1}) {
		t.Errorf("%+v", got)
	}
	o.OtherLanguages = true
	s.feed("/feed", item("/fa", "خبر محدث"))
	again(t, a)
	if got := once(t, o); got != (Counts{Fetched: 1, Added: 1}) {
		t.Errorf("kept when asked for: %+v", got)
	}
}

// A feed of many items is kept up to the bound, batch after batch.
func TestManyItems(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	const items = 100_000
	var b strings.Builder
	for i := range items {
		fmt.Fprintf(&b, "<item><guid>%d</guid><title>خبر</title></item>", i)
	}
	s.feed("/feed", b.String())
	addFeed(t, a, s.url+"/feed")
	if got := once(t, o); got != (Counts{Fetched: 1}) {
		t.Errorf("%+v", got)
	}
	if f := oneFeed(t, a); f.Items != 50_000 || f.Error != "50000 items beyond the first 50000 were left" {
		t.Errorf("%d items, error %q", f.Items, f.Error)
	}
}

// A feed that moved for good is asked at its new address.
func TestMovedFeed(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	s.handle("/feed", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/new", http.StatusMovedPermanently) })
	s.feed("/new")
	addFeed(t, a, s.url+"/feed")
	once(t, o)
	if f := oneFeed(t, a); f.Address != s.url+"/new" || f.Error != "" {
		t.Errorf("%+v", f)
	}
	addFeed(t, a, s.url+"/feed")
	again(t, a)
	once(t, o)
	feeds, err := a.Feeds(t.Context())
	if err != nil || len(feeds) != 2 || !feeds[0].Paused || !strings.Contains(feeds[0].Error, "which is watched, too") {
		t.Errorf("%+v, %v", feeds, err)
	}
}

func TestPauseAndRemove(t *testing.T) {
	a, o := open(t)
	s := newSite(t)
	s.feed("/feed", item("/1", "الأول"))
	s.article("/1", "الجسر")
	address := s.url + "/feed"
	addFeed(t, a, address)
	change := func(f func(*store.Tx) error) {
		t.Helper()
		if err := a.Update(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	change(func(tx *store.Tx) error { return tx.PauseFeed(t.Context(), address, true) })
	if got := once(t, o); got != (Counts{}) {
		t.Errorf("paused: %+v", got)
	}
	change(func(tx *store.Tx) error { return tx.PauseFeed(t.Context(), address, false) })
	if got := once(t, o); got != (Counts{Fetched: 1, Added: 1}) {
		t.Errorf("resumed: %+v", got)
	}
	change(func(tx *store.Tx) error { return tx.RemoveFeed(t.Context(), address) })
	if feeds, err := a.Feeds(t.Context()); err != nil || len(feeds) != 0 || len(titles(t, a)) != 1 {
		t.Errorf("removed: %d feeds, %v, %d articles", len(feeds), err, len(titles(t, a)))
	}
	err := a.Update(t.Context(), func(tx *store.Tx) error { return tx.RemoveFeed(t.Context(), address) })
	if err == nil || !strings.Contains(err.Error(), store.ErrNotFound.Error()) {
		t.Errorf("removed twice: %v", err)
	}
}
