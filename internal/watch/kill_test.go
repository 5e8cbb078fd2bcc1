package watch

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"isnad/internal/store/storetest"
)

// killsEnv says how often a watch is killed. Few times by default, so that the tests
// stay quick; ISNAD_TEST_KILLS=50 go test ./internal/watch -run Kill is the whole test.
const killsEnv = "ISNAD_TEST_KILLS"

const killsByDefault = 6

func kills(t *testing.T) int {
	t.Helper()
	said := os.Getenv(killsEnv)
	if said == "" {
		return killsByDefault
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no number of kills", killsEnv, said)
	}
	return n
}

// bigSite has a list of two feeds: one whose pages are to be fetched, one that has its
// articles whole.
func bigSite(t *testing.T) (s *site, articles int) {
	s = newSite(t)
	var items, whole []string
	const each = 150
	for i := range each {
		path := fmt.Sprintf("/%d", i)
		items = append(items, item(path, fmt.Sprint("خبر ", i)))
		s.article(path, fmt.Sprint("الجسر رقم ", i))
		text := strings.Repeat(fmt.Sprintf("<p>قالت الوزارة في بيان إن المصنع رقم %d يعود إلى العمل غدا بعد إصلاح العطل في الآلات كلها.</p>", i), 8)
		whole = append(whole, fmt.Sprintf("<item><guid>w%d</guid><title>كامل %d</title><content:encoded><![CDATA[%s]]></content:encoded></item>", i, i, text))
	}
	s.feed("/pages", items...)
	s.feed("/whole", whole...)
	s.say("/opml", "text/x-opml", `<opml><body><outline xmlUrl="/pages"/><outline xmlUrl="/whole"/></body></opml>`)
	return s, 2 * each
}

// TestKilledWatchGoesOn kills watches at random moments. After the last one an
// undisturbed round leaves the archive as if none had been killed.
func TestKilledWatchGoesOn(t *testing.T) {
	s, articles := bigSite(t)
	n := kills(t)
	storetest.Each(t, func(t *testing.T, name string) {
		undisturbed := storetest.SQLite(t)
		if strings.HasPrefix(name, "postgres") {
			undisturbed = storetest.PostgreSQL(t)
		}
		child(t, undisturbed, s.url+"/opml", nil)
		random := rand.New(rand.NewPCG(2, uint64(n)))
		killed := 0
		for range n {
			// So spread that work is left for the last.
			requests := s.total() + 1 + random.IntN(articles/n)
			late := time.Duration(random.Int64N(int64(20 * time.Millisecond)))
			if child(t, name, s.url+"/opml", func() bool { return s.total() >= requests && pause(late) }) {
				killed++
			}
		}
		if killed < n/2 {
			t.Errorf("%d of %d were killed before they had done all", killed, n)
		}
		child(t, name, s.url+"/opml", nil)
		want, got := rows(t, undisturbed), rows(t, name)
		if len(want) < 4*articles {
			t.Fatalf("the undisturbed archive has only %d rows", len(want))
		}
		if len(got) != len(want) {
			t.Errorf("%d rows, want %d", len(got), len(want))
		}
		for i := range min(len(want), len(got)) {
			if got[i] != want[i] {
				t.Fatalf("row %d is\n%s\nwant\n%s", i, got[i], want[i])
			}
		}
	})
}

// Several processes that watch one archive share the work, and never ask a host two
// things at a time.
func TestProcessesShareTheFeeds(t *testing.T) {
	s, articles := bigSite(t)
	storetest.Each(t, func(t *testing.T, name string) {
		before := s.total()
		var wait sync.WaitGroup
		for range 3 {
			wait.Go(func() { child(t, name, s.url+"/opml", nil) })
		}
		wait.Wait()
		a := storetest.Open(t, name)
		if got := len(titles(t, a)); got != articles {
			t.Errorf("%d articles, want %d", got, articles)
		}
		// Each page and each of the three lists once, robots.txt at most once by each process.
		if got, most := s.total()-before, articles/2+3+3; got > most {
			t.Errorf("%d requests, want %d at most", got, most)
		}
		if s.together() > 1 {
			t.Errorf("%d requests at a time", s.together())
		}
	})
}

// pause waits, and says that it did.
func pause(d time.Duration) bool {
	time.Sleep(d)
	return true
}

// child watches once in a process of its own and kills that as soon as it is due, unless
// it is never. It reports whether it was killed before it ended by itself.
func child(t *testing.T, archive, feed string, due func() bool) bool {
	t.Helper()
	c := exec.Command(os.Args[0], archive, feed)
	c.Env = append(os.Environ(), childEnv+"=1")
	var said bytes.Buffer
	c.Stderr = &said
	if err := c.Start(); err != nil {
		t.Error(err)
		return false
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for tick := time.Tick(time.Millisecond); ; {
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("watch: %v: %s", err, &said)
			}
			return false
		case <-tick:
			if due != nil && due() {
				killed := c.Process.Kill() == nil // SIGKILL: nothing can be put in order
				<-ended
				return killed
			}
		}
	}
}

// rows are all rows of an archive but for their numbers, which follow the order of
// arrival, and for the times at which they were written.
func rows(t *testing.T, name string) (all []string) {
	t.Helper()
	a := storetest.Open(t, name)
	for _, query := range []string{
		"SELECT address, depth, title, paused, failures, error FROM feeds",
		"SELECT f.address, i.key, i.hash, i.address, i.item, i.due_at > 0, i.tries, i.error FROM feed_items i JOIN feeds f ON f.number = i.feed",
		"SELECT a.id, a.source_id, o.name, a.url, a.title, a.published, a.language, a.version FROM articles a LEFT JOIN outlets o ON o.id = a.outlet",
		"SELECT a.id, v.version, v.hash, v.title, v.body, d.address, d.media FROM versions v JOIN articles a ON a.number = v.article JOIN documents d ON d.id = v.document",
		"SELECT a.id, n.version, n.claims, n.analysis FROM analyses n JOIN articles a ON a.number = n.article",
		"SELECT count(*) FROM documents",
		"SELECT host, claimed_by FROM feed_hosts",
	} {
		found, err := a.View().QueryContext(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		columns, err := found.Columns()
		if err != nil {
			t.Fatal(err)
		}
		var some []string
		for found.Next() {
			values, into := make([]any, len(columns)), make([]any, len(columns))
			for i := range values {
				into[i] = &values[i]
			}
			if err := found.Scan(into...); err != nil {
				t.Fatal(err)
			}
			some = append(some, fmt.Sprintf("%s: %v", query, values))
		}
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
		slices.Sort(some)
		all = append(all, some...)
	}
	return all
}
