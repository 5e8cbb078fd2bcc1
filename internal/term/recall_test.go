package term

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"isnad/arabic"
)

const corpus = "../../../shared/data/saudinewsnet.jsonl.gz"

// The least figures over all words: a little under what is reached.
const (
	leastRecall    = 0.97
	leastPrecision = 0.97
)

// measured is a word of a table in testdata.
type measured struct {
	word         string
	form         *regexp.Regexp
	other, mixed []string

	held, typed, found, right, typedRight int
	others                                map[int]bool // hits of another engine
	otherRight                            int
}

// marks are what the reference leaves out of words. It does not use the folding of the program:
// that must not move its own measure.
var (
	marks   = regexp.MustCompile("[\u064B-\u0652\u0670\u0640\u200B-\u200F]")
	letters = strings.NewReplacer("أ", "ا", "إ", "ا", "آ", "ا", "ٱ", "ا", "ئ", "ي", "ؤ", "و", "ی", "ي", "ک", "ك")
	forms   = regexp.MustCompile("[\u0621-\u064A]+")
)

func plain(s string) string { return letters.Replace(marks.ReplaceAllString(norm.NFKC.String(s), "")) }

// pattern takes a word behind conjunctions, prepositions and the article, and before a pronoun
// but ي, which cannot be told from the ending of an adjective.
func pattern(word string) *regexp.Regexp {
	w := plain(strings.TrimPrefix(word, "ال"))
	bare, pronoun := w, w
	if strings.HasSuffix(w, "ة") {
		stem := strings.TrimSuffix(w, "ة")
		bare, pronoun = stem+"[ةه]", stem+"ت"
	}
	if strings.HasSuffix(w, "ء") { // لقائه، لقاؤه
		pronoun = strings.TrimSuffix(w, "ء") + "[ءيو]"
	}
	return regexp.MustCompile("^[وف]?(?:[بكل]?(?:ال)?|لل)(?:" + bare + "|" + pronoun + "(?:ه|ها|هما|هم|هن|ك|كم|نا))$")
}

func readMeasured(t *testing.T, file string) (all []*measured) {
	table, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	others := otherHits(t)
	for line := range strings.Lines(string(table)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 {
			t.Fatalf("%s: %q has %d cells", file, line, len(cells))
		}
		all = append(all, &measured{word: cells[0], form: pattern(cells[0]), other: strings.Fields(cells[1]), mixed: strings.Fields(cells[2]), others: others[cells[0]]})
	}
	if len(all) != 50 {
		t.Fatalf("%d words", len(all))
	}
	return all
}

// otherHits reads what another engine found, from the file that ISNAD_OTHER_HITS names: lines
// of a word, a tab, and the number of a document of the corpus, from 0.
func otherHits(t *testing.T) map[string]map[int]bool {
	hits := map[string]map[int]bool{}
	name := os.Getenv("ISNAD_OTHER_HITS")
	if name == "" {
		return hits
	}
	table, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(table)) {
		word, number, _ := strings.Cut(strings.TrimSpace(line), "\t")
		n, err := strconv.Atoi(number)
		if err != nil {
			t.Fatal(err)
		}
		if hits[word] == nil {
			hits[word] = map[int]bool{}
		}
		hits[word][n] = true
	}
	return hits
}

// TestRecall measures for fifty words how many of the documents that hold them a search finds,
// and how many of those that it finds hold them, against a pattern and what was read by hand.
func TestRecall(t *testing.T) { measure(t, readMeasured(t, "testdata/words.tsv")) }

// TestRecallOfNames measures the same for fifty names that begin like words with a clitic.
func TestRecallOfNames(t *testing.T) { measure(t, readMeasured(t, "testdata/names.tsv")) }

func measure(t *testing.T, words []*measured) {
	t.Helper()
	clear(matched)
	asked := map[string][]*measured{} // by term
	for _, m := range words {
		for _, a := range Alternatives(Text, m.word) {
			asked[a] = append(asked[a], m)
		}
	}
	n, step := 0, 4 // a part of the corpus tells nearly the same
	if os.Getenv("ISNAD_WHOLE_CORPUS") != "" {
		step = 1
	}
	eachText(t, func(text string) {
		if n++; n%step != 0 {
			return
		}
		terms, tokens := map[*measured]bool{}, map[*measured]bool{}
		all := arabic.Tokenize(nil, text)
		r := &row{times: map[string]int{}, most: maxWords}
		r.tokens(Text, all)
		for term := range strings.FieldsSeq(r.String()) {
			for _, m := range asked[term] {
				terms[m] = true
			}
		}
		exact := map[string]bool{}
		for _, tok := range all {
			exact[tok.Norm] = true
		}
		held := holding(words, text)
		for _, m := range words {
			tokens[m] = exact[arabic.Fold(m.word)]
			m.count(held[m], terms[m], tokens[m], n-1)
		}
	})
	var held, right, found, typed, typedRight int
	for _, m := range words {
		t.Log(m)
		held, right, found = held+m.held, right+m.right, found+m.found
		typed, typedRight = typed+m.typed, typedRight+m.typedRight
	}
	recall, precision := float64(right)/float64(held), float64(right)/float64(found)
	t.Logf("of %d documents one in %d, all words: recall %.4f, precision %.4f; exact tokens: recall %.4f", n, step, recall, precision, float64(typedRight)/float64(held))
	if recall < leastRecall || precision < leastPrecision {
		t.Errorf("recall %.4f and precision %.4f, at least %v and %v wanted", recall, precision, leastRecall, leastPrecision)
	}
}

// holds says whether a document has a word.
type holds int8

const (
	no holds = iota
	perhaps
	yes
)

// holding tells which words a text holds; those that only a form shows that may be either are perhaps.
func holding(words []*measured, text string) map[*measured]holds {
	all := map[*measured]holds{}
	seen := map[string]bool{}
	for _, f := range forms.FindAllString(plain(text), -1) {
		if seen[f] {
			continue
		}
		seen[f] = true
		for _, m := range matching(words, f) {
			h := yes
			if slices.Contains(m.mixed, f) {
				h = perhaps
			}
			all[m] = max(all[m], h)
		}
	}
	return all
}

// matched remembers which words a form is of.
var matched = map[string][]*measured{}

func matching(words []*measured, form string) []*measured {
	all, known := matched[form]
	if !known {
		for _, m := range words {
			if m.form.MatchString(form) && !slices.Contains(m.other, form) {
				all = append(all, m)
			}
		}
		matched[form] = all
	}
	return all
}

func (m *measured) count(h holds, found, typed bool, document int) {
	if h == perhaps {
		return
	}
	one := map[bool]int{true: 1}
	m.held += one[h == yes]
	m.found += one[found]
	m.right += one[found && h == yes]
	m.typed += one[typed]
	m.typedRight += one[typed && h == yes]
	m.otherRight += one[m.others[document] && h == yes]
}

// String is a row of docs/search.md.
func (m *measured) String() string {
	share := func(a, b int) string { return strconv.FormatFloat(100*float64(a)/float64(max(b, 1)), 'f', 1, 64) }
	cells := []string{m.word, strconv.Itoa(m.held), strconv.Itoa(m.found), share(m.right, m.held), share(m.right, m.found), share(m.typedRight, m.held)}
	if m.others != nil {
		cells = append(cells, strconv.Itoa(len(m.others)), share(m.otherRight, m.held), share(m.otherRight, len(m.others)))
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// eachText calls f with the text of each article of the corpus.
func eachText(t *testing.T, f func(text string)) {
	file, err := os.Open(corpus)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skipf("not measured: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	n := 0
	for ; lines.Scan(); n++ {
		var a struct{ Title, Body string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		f(a.Title + "\n" + a.Body)
	}
	if lines.Err() != nil || n < 30_000 {
		t.Fatalf("%d articles, %v", n, lines.Err())
	}
}
