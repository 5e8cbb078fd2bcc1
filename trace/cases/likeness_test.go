package cases

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"isnad"
	"isnad/extract"
)

var update = flag.Bool("update", false, "learn the weights of data/likeness.tsv anew")

// judgedStory is a line of testdata/pairs.jsonl: articles that were in one story, and pairs of
// clauses in them that a reader judged. Spans count code points of the title, a line feed and the
// body. docs/trace.md says how they were drawn.
type judgedStory struct {
	Articles []string     `json:"articles"`
	Pairs    []judgedPair `json:"pairs"`
}

// judgedPair is two stretches, each with its place in Articles, and whether they tell one proposition.
type judgedPair struct {
	A, B         int
	ASpan, BSpan [2]int
	Same         bool
}

// The weights are those that the judged pairs teach, or tell nearly as many of them rightly: learn
// them anew with go test ./trace/cases -run Likeness -update, and say in the commit why.
func TestLikenessIsLearned(t *testing.T) {
	pairs := judgedPairs(t)
	learned := learn(pairs)
	table := "# licence: Apache-2.0; source: learned from judged pairs of clauses (docs/trace.md)\n# columns: feature, weight\n"
	for f, w := range learned {
		table += fmt.Sprintf("%s\t%.2f\n", featureNames[f], w)
	}
	right, area := crossed(pairs)
	t.Logf("%d pairs: in five parts by story, each told with the weights of the other four, %.3f are told rightly; area under the curve %.3f", len(pairs), right, area)
	if *update {
		if err := os.WriteFile("data/likeness.tsv", []byte(table), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := loadLikeness()
	if err != nil {
		t.Fatal(err)
	}
	if have, could := rightly(kept, pairs), rightly(&learned, pairs); have < leastRight || have < could-0.02 {
		t.Errorf("the weights tell %.3f of the pairs rightly, and could tell %.3f", have, could)
	}
}

// leastRight is the share of the judged pairs that must be told rightly. Who reads claims or names
// better cuts other clauses, so that the weights need not be those of today's reading.
const leastRight = 0.8

// rightly is the share of the pairs that weights tell as they were judged.
func rightly(l *likeness, pairs []example) float64 {
	right := 0
	for i := range pairs {
		if (l.of(&pairs[i].features) > 0.5) == pairs[i].same {
			right++
		}
	}
	return float64(right) / float64(len(pairs))
}

// crossed tells each fifth of the stories with the weights that the others teach: the share that is
// told rightly, and how often a pair of one proposition is more alike than one of two.
func crossed(pairs []example) (right, area float64) {
	const parts = 5
	var same, other []float64
	for part := range parts {
		var rest []example
		for _, e := range pairs {
			if e.story%parts != part {
				rest = append(rest, e)
			}
		}
		w := learn(rest)
		for i := range pairs {
			if e := &pairs[i]; e.story%parts == part {
				if p := w.of(&e.features); e.same {
					same = append(same, p)
				} else {
					other = append(other, p)
				}
			}
		}
	}
	for _, p := range same {
		if p > 0.5 {
			right++
		}
		for _, q := range other {
			if p > q {
				area++
			}
		}
	}
	for _, q := range other {
		if q <= 0.5 {
			right++
		}
	}
	return right / float64(len(pairs)), area / float64(len(same)*len(other))
}

// example is a pair with its features.
type example struct {
	features [features]float64
	same     bool
	story    int
}

// may says on which side of zero a weight may be: what both have makes them no less alike.
var may = [features]float64{words: 1, contained: 1, beside: 1, doing: 1, nothingDone: -1, bothCount: 1, where: 1, others: -1, numbers: 1, otherNumber: -1, length: 1, otherSign: -1, roots: 1, otherDoing: -1, leads: 1, around: 1, articles: 1, days: -1}

// learn fits a logistic regression by gradient descent with momentum and a small penalty.
func learn(data []example) (w likeness) {
	const rounds, rate, momentum, penalty = 3000, 0.3, 0.9, 0.003
	var step [features]float64
	for range rounds {
		var slope [features]float64
		for i := range data {
			miss := w.of(&data[i].features)
			if data[i].same {
				miss--
			}
			for f := range slope {
				slope[f] += miss * data[i].features[f] / float64(len(data))
			}
		}
		for f := range w {
			if feature(f) != always {
				slope[f] += penalty * w[f]
			}
			step[f] = momentum*step[f] + slope[f]
			w[f] -= rate * step[f]
			if w[f]*may[f] < 0 {
				w[f] = 0
			}
		}
	}
	return w
}

// judgedPairs measures the pairs of testdata/pairs.jsonl.
func judgedPairs(t *testing.T) []example {
	t.Helper()
	stories := readPairs(t)
	articles := corpus(t, stories)
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	out := make([][]example, len(stories))
	var work sync.WaitGroup
	at := make(chan int)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for i := range at {
				out[i] = stories[i].examples(reader, r, articles)
				for k := range out[i] {
					out[i][k].story = i
				}
			}
		})
	}
	for i := range stories {
		at <- i
	}
	close(at)
	work.Wait()
	all := slices.Concat(out...)
	judged := 0
	for i := range stories {
		judged += len(stories[i].Pairs)
	}
	if len(all) == 0 || 100*len(all) < 95*judged {
		t.Fatalf("of %d judged pairs %d have clauses", judged, len(all))
	}
	return all
}

// examples measures the pairs of a story.
func (s *judgedStory) examples(reader *extract.Reader, r *Reader, articles map[string]*isnad.Article) (out []example) {
	var clauses []clause
	texts := make([][]int, len(s.Articles))
	for d, id := range s.Articles {
		a := reader.Analyze(articles[id])
		clauses = append(clauses, r.clauses(d, a)...)
		for at := range a.Text {
			texts[d] = append(texts[d], at)
		}
		texts[d] = append(texts[d], len(a.Text))
	}
	shapes := shapesOf(clauses)
	for _, p := range s.Pairs {
		i := clauseAt(clauses, p.A, texts[p.A][p.ASpan[0]], texts[p.A][p.ASpan[1]])
		k := clauseAt(clauses, p.B, texts[p.B][p.BSpan[0]], texts[p.B][p.BSpan[1]])
		if i < 0 || k < 0 {
			continue // what was a clause when it was judged is none now
		}
		out = append(out, example{features: shapes.compare(&shapes.of[i], &shapes.of[k]), same: p.Same})
	}
	return out
}

// clauseAt finds the clause that shares most with a stretch.
func clauseAt(clauses []clause, doc, start, end int) int {
	best, most := -1, 0
	for i := range clauses {
		c := &clauses[i]
		if shared := min(c.span.End, end) - max(c.span.Start, start); c.doc == doc && shared > most {
			best, most = i, shared
		}
	}
	return best
}

func readPairs(t *testing.T) (out []judgedStory) {
	t.Helper()
	text, err := os.ReadFile("testdata/pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		var s judgedStory
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

// corpus reads the articles of the stories out of the data beside the project. Where that is not
// there the test is skipped, but in CI it fails.
func corpus(t *testing.T, stories []judgedStory) map[string]*isnad.Article {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "saudinewsnet.jsonl.gz"))
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("the articles are not beside the project: " + err.Error())
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]*isnad.Article{}
	for i := range stories {
		for _, id := range stories[i].Articles {
			want[id] = nil
		}
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		const start = `{"id": "`
		id, _, _ := strings.Cut(strings.TrimPrefix(lines.Text(), start), `"`)
		if _, wanted := want[id]; !wanted {
			continue
		}
		a := &isnad.Article{}
		if err := json.Unmarshal(lines.Bytes(), a); err != nil {
			t.Fatal(err)
		}
		want[id] = a
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	for id, a := range want {
		if a == nil {
			t.Fatalf("article %s is not in the corpus", id)
		}
	}
	return want
}
