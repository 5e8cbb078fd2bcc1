package arabic

import (
	"bufio"
	"cmp"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// treebank is UD_Arabic-PUD, which nothing here has learned from.
const treebank = "../../shared/data/ud/pud.conllu"

// The least figures on the treebank: a little under what is reached, so that a
// change for the worse fails.
const (
	leastExact  = 0.987
	leastStemF1 = 0.855
)

// syntactic is a syntactic word of the treebank, a part of a written word.
type syntactic struct{ form, lemma, pos string }

// TestQuality scores segmentation and stemming as ../shared/gold/score_tokens.py does: the
// share of words with exactly the gold segments, and F1 over pairs of word types that
// share a lemma.
func TestQuality(t *testing.T) {
	words := readTreebank(t)
	if len(words) < 15_000 {
		t.Fatalf("only %d words", len(words))
	}
	exact := 0
	lemmas := map[string]map[string]int{}
	for _, parts := range words {
		var gold []string
		word := ""
		for _, p := range parts {
			word += bareMarks(p.form)
			gold = append(gold, bareMarks(p.form))
		}
		if slices.Equal(gold, Segment(word).Parts(nil, word)) {
			exact++
		}
		if l := hostLemma(parts); l != "" {
			if lemmas[word] == nil {
				lemmas[word] = map[string]int{}
			}
			lemmas[word][l]++
		}
	}
	share := float64(exact) / float64(len(words))
	p, r, f1 := scoreStems(lemmas)
	t.Logf("words %d, exact %.4f; stems of %d types: P %.3f R %.3f F1 %.3f", len(words), share, len(lemmas), p, r, f1)
	if share < leastExact {
		t.Errorf("%.4f of the words exact, %.4f wanted", share, leastExact)
	}
	if f1 < leastStemF1 {
		t.Errorf("stems F1 %.3f, %.3f wanted", f1, leastStemF1)
	}
}

// readTreebank reads the written words, cut where a part is not Arabic.
func readTreebank(t testing.TB) (words [][]syntactic) {
	f, err := os.Open(treebank)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skipf("not measured: %v", err)
	}
	defer f.Close()
	var word []syntactic
	flush := func() {
		var run []syntactic
		for _, p := range append(word, syntactic{}) {
			if isArabic(p.form) {
				run = append(run, p)
			} else if run != nil {
				words, run = append(words, run), nil
			}
		}
		word = word[:0]
	}
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		if in.Text() == "" {
			flush()
		}
		if len(c) < 10 || c[0] == "" || strings.Trim(c[0], "0123456789") != "" {
			continue
		}
		word = append(word, syntactic{c[1], c[2], c[3]})
		if !strings.Contains(c[9], "SpaceAfter=No") {
			flush()
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
	return words
}

func isArabic(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		return !(r >= 0x621 && r <= 0x652 || r == 0x670)
	}) < 0
}

func bareMarks(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x64B && r <= 0x652 || r == 0x670 || r == 0x640 {
			return -1
		}
		return r
	}, s)
}

// hostLemma is the lemma of the longest part that has content.
func hostLemma(parts []syntactic) string {
	var host syntactic
	for _, p := range parts {
		if slices.Contains([]string{"NOUN", "VERB", "ADJ", "PROPN", "ADV", "NUM"}, p.pos) && len([]rune(p.form)) > len([]rune(host.form)) {
			host = p
		}
	}
	return strings.ReplaceAll(bareMarks(host.lemma), "ٱ", "ا")
}

// scoreStems compares the pairs of types that share a stem with those that share a lemma.
func scoreStems(lemmas map[string]map[string]int) (p, r, f1 float64) {
	byLemma, byStem, byBoth := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for word, counts := range lemmas {
		lemma := slices.MinFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
		stem := Stem(word)
		byLemma[lemma]++
		byStem[stem]++
		byBoth[[2]string{lemma, stem}]++
	}
	hit := float64(pairCount(byBoth))
	p, r = hit/float64(pairCount(byStem)), hit/float64(pairCount(byLemma))
	return p, r, 2 * p * r / (p + r)
}

func pairCount[K comparable](sizes map[K]int) (n int) {
	for _, k := range sizes {
		n += k * (k - 1) / 2
	}
	return n
}
