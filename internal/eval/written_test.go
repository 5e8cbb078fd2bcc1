package eval

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// writtenDir has articles that were written for Isnad, each with what was judged in it
// below; README.md there says how.
const writtenDir = "testdata/written"

// writtenLayers are what is judged in them.
var writtenLayers = []string{"claims", "quantities", "times"}

// Of articles numbered evenly errors may be looked at, of the others not.
const (
	writtenSet     = "written"
	writtenHeldSet = "written held back"
)

// readWritten reads all of them, in their order, as the two sets.
func readWritten(t testing.TB) map[string][]*judged {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(writtenDir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles in %s: %v", writtenDir, err)
	}
	sets := make(map[string][]*judged)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		articles, err := parseWritten(string(text))
		if err != nil {
			t.Fatalf("%s:\n%v", file, err)
		}
		for _, j := range articles {
			set := writtenSet
			if last := j.ID[len(j.ID)-1]; last%2 == 1 {
				set = writtenHeldSet
			}
			sets[set] = append(sets[set], j)
		}
	}
	return sets
}

// Each article can be read, with all that was judged in it, and has a number of its own.
func TestWrittenCanBeRead(t *testing.T) {
	seen := make(map[string]bool)
	for name, set := range readWritten(t) {
		var whole []byte
		for _, j := range set {
			if seen[j.ID] {
				t.Errorf("%s is there twice", j.ID)
			}
			seen[j.ID] = true
			whole = append(whole, j.gold...)
		}
		if *rebuild != "" {
			writeFile(t, filepath.Join(*rebuild, strings.ReplaceAll(name, " ", "-")+".jsonl"), whole)
		}
	}
}

// A judgement of words that the article lacks, and one that cannot be read, are errors.
func TestWrittenRefuses(t *testing.T) {
	const head = "=== w02\noutlet: الشاهد\npublished: 2024-05-06\nقال زيد\nقال زيد إن المقال طويل… جدا\n---\n"
	for _, test := range []struct{ line, want string }{
		{"c 1 قال | المقال … جدا | زيد:p", ""},
		{"c 1 قال | المقال | ~زيد@0:p | d deny prob why", ""},
		{"c 1 قال | المقال | -", ""},
		{"q 1 | طويل | 3-5~ | زيد", ""},
		{"q 1 | طويل | -5", ""},
		{"t 1 | طويل | 2024", ""},
		{"c 1 قال | المق | زيد:p", "المق"},
		{"c 1 قال#3 | المقال | زيد:p", "قال"},
		{"c 2 قال | المقال | زيد:p", "line 2"},
		{"c 1 قال | المقال | زيد:x", "kind"},
		{"c 1 قال | المقال | زيد:p | loud", "loud"},
		{"c 1 قال | المقال", "fields"},
		{"q 1 | طويل | much", "much"},
		{"x 1 | طويل | 2", "x"},
	} {
		articles, err := parseWritten(head + test.line + "\n")
		switch {
		case test.want == "" && err != nil:
			t.Errorf("%s: %v", test.line, err)
		case test.want == "" && len(articles) != 1:
			t.Errorf("%s: %d articles", test.line, len(articles))
		case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
			t.Errorf("%s: error %v, want one about %q", test.line, err, test.want)
		}
	}
}

func parseWritten(file string) (articles []*judged, err error) {
	_, file, _ = strings.Cut("\n"+file, "\n=== ")
	var wrong []error
	for text := range strings.SplitSeq(file, "\n=== ") {
		j, err := parseArticle(text)
		if err != nil {
			id, _, _ := strings.Cut(text, "\n")
			wrong = append(wrong, fmt.Errorf("%s: %w", id, err))
		}
		articles = append(articles, j)
	}
	return articles, errors.Join(wrong...)
}

func parseArticle(text string) (*judged, error) {
	head, judgements, ok := strings.Cut(text, "\n---\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 5 {
		return nil, fmt.Errorf("is no number, outlet, published, title, body, ---, judgements")
	}
	outlet, ok1 := strings.CutPrefix(lines[1], "outlet: ")
	published, ok2 := strings.CutPrefix(lines[2], "published: ")
	if !ok1 || !ok2 {
		return nil, fmt.Errorf("outlet and published do not follow the number")
	}
	p := judgementParser{lines: lines[3:], layers: make(map[string][]any)}
	var wrong []error
	for line := range strings.Lines(judgements) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if p.parse(line); p.err != nil {
			wrong, p.err = append(wrong, fmt.Errorf("%q: %w", line, p.err)), nil
		}
	}
	if wrong != nil {
		return nil, errors.Join(wrong...)
	}
	gold := map[string]any{
		"id": lines[0], "outlet": outlet, "published": published, "title": p.lines[0], "text": strings.Join(p.lines, "\n"),
	}
	j := &judged{labelled: labelled{ID: lines[0], Labels: make(map[string]any)}}
	for _, layer := range layersOfGold {
		gold[layer] = []any{}
	}
	for _, layer := range writtenLayers {
		items := append([]any{}, p.layers[layer]...)
		gold[layer], j.Labels[layer] = items, items
	}
	var err error
	if j.gold, err = marshalLine(gold); err != nil {
		return nil, err
	}
	read, err := ReadGold(bytes.NewReader(j.gold))
	if err != nil {
		return nil, err
	}
	j.Analysis = read[0]
	return j, nil
}

// judgementParser reads the lines below an article. It keeps the first error.
type judgementParser struct {
	lines  []string
	line   int // that the judgement at hand is of
	layers map[string][]any
	err    error
}

func (p *judgementParser) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

func (p *judgementParser) parse(judgement string) {
	fields := strings.Split(judgement, "|")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	kind, rest, _ := strings.Cut(fields[0], " ")
	number, cue, _ := strings.Cut(rest, " ")
	p.line = p.number(number)
	switch {
	case len(fields) < 3:
		p.fail("has %d fields", len(fields))
	case kind == "c":
		p.claim(cue, fields[1:])
	case kind == "q":
		p.quantity(fields[1:])
	case kind == "t":
		p.add("times", with(p.span(fields[1]), "value", fields[2]))
	default:
		p.fail("%s is no kind of judgement", kind)
	}
}

func (p *judgementParser) add(layer string, item map[string]any) {
	p.layers[layer] = append(p.layers[layer], item)
}

func (p *judgementParser) claim(cue string, fields []string) {
	item := map[string]any{
		"cue": p.span(cue), "mode": "indirect", "act": "say", "certainty": "certain", "purpose": false,
	}
	var content []any
	for part := range strings.SplitSeq(fields[0], " ++ ") {
		content = append(content, p.span(part))
	}
	sources := []any{}
	if fields[1] != "-" {
		for link := range strings.SplitSeq(fields[1], " < ") {
			sources = append(sources, p.link(link))
		}
	}
	item["content"], item["sources"] = content, sources
	if len(fields) > 2 {
		for property := range strings.FieldsSeq(fields[2]) {
			p.property(item, property)
		}
	}
	p.add("claims", item)
}

// property sets what is not as it is with most claims.
func (p *judgementParser) property(item map[string]any, property string) {
	switch property {
	case "d":
		item["mode"] = "direct"
	case "m":
		item["mode"] = "mixed"
	case "prob":
		item["certainty"] = "probable"
	case "poss":
		item["certainty"] = "possible"
	case "why":
		item["purpose"] = true
	case "assess", "deny", "demand", "pledge", "warn", "accuse", "praise", "condemn":
		item["act"] = property
	default:
		p.fail("%s is no property of a claim", property)
	}
}

var kinds = map[string]string{
	"p": "person", "s": "state", "o": "organization", "m": "media", "d": "document", "g": "group", "u": "unnamed",
}

// link is ~NAME=MENTION@LINE:KIND, where ~ stands for implicit. The mention is the name
// if it is not told, and its line that of the claim.
func (p *judgementParser) link(text string) map[string]any {
	text, implicit := strings.CutPrefix(text, "~")
	colon := strings.LastIndex(text, ":")
	if colon < 0 || kinds[text[colon+1:]] == "" {
		p.fail("%s has no kind", text)
		return nil
	}
	kind := kinds[text[colon+1:]]
	text, at, elsewhere := strings.Cut(text[:colon], "@")
	name, mention, named := strings.Cut(text, "=")
	if !named {
		mention = name
	}
	line := p.line
	if elsewhere {
		p.line = p.number(at)
	}
	span := p.span(mention)
	p.line = line
	return map[string]any{"name": name, "kind": kind, "implicit": implicit, "mention": span}
}

// quantity has a value such as 5, 5-, -5, 5-8, with ~ behind what is approximate.
func (p *judgementParser) quantity(fields []string) {
	value, approx := strings.CutSuffix(fields[1], "~")
	item := with(p.span(fields[0]), "approx", approx)
	least, most, bounded := strings.Cut(value, "-")
	if !bounded {
		most = least
	}
	for key, bound := range map[string]string{"min": least, "max": most} {
		if bound == "" {
			continue
		}
		n, err := strconv.ParseFloat(bound, 64)
		if err != nil {
			p.fail("%s is no number", bound)
		}
		item[key] = n
	}
	if len(fields) > 2 {
		item["unit"] = fields[2]
	}
	p.add("quantities", item)
}

func (p *judgementParser) number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n >= len(p.lines) {
		p.fail("there is no line %s", text)
		return 0
	}
	return n
}

// span finds words in the line at hand: whole ones, before which a conjunction or
// preposition may be written. WORDS#2 are those that stand there a second time, and
// WORDS … WORDS all from the first to the second.
func (p *judgementParser) span(quote string) map[string]any {
	line := p.lines[p.line]
	first, last, long := strings.Cut(quote, " … ")
	start, end := p.find(line, first, 0)
	if long {
		_, end = p.find(line, last, end)
	}
	if p.err != nil {
		return map[string]any{}
	}
	before := p.line
	for _, l := range p.lines[:p.line] {
		before += utf8.RuneCountInString(l)
	}
	return map[string]any{
		"start": before + utf8.RuneCountInString(line[:start]),
		"end":   before + utf8.RuneCountInString(line[:end]),
		"text":  line[start:end],
	}
}

func (p *judgementParser) find(line, words string, from int) (start, end int) {
	words, which, several := strings.Cut(words, "#")
	n := 1
	if several {
		n, _ = strconv.Atoi(which)
	}
	for start = from; start < len(line); {
		i := strings.Index(line[start:], words)
		if i < 0 || words == "" {
			break
		}
		start += i
		end = start + len(words)
		if wholeWords(line, start, end) {
			if n--; n == 0 {
				return start, end
			}
		}
		_, size := utf8.DecodeRuneInString(line[start:])
		start += size
	}
	p.fail("line %d has no (further) %q", p.line, words)
	return 0, 0
}

// beforeWords may be written together with the word that they stand before.
var beforeWords = []string{"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "س"}

func wholeWords(line string, start, end int) bool {
	next, _ := utf8.DecodeRuneInString(line[end:])
	last, _ := utf8.DecodeLastRuneInString(line[:end])
	if partOfWord(next) && partOfWord(last) {
		return false
	}
	head := start
	for head > 0 {
		r, size := utf8.DecodeLastRuneInString(line[:head])
		if !partOfWord(r) {
			break
		}
		head -= size
	}
	first, _ := utf8.DecodeRuneInString(line[start:])
	return !partOfWord(first) || slices.Contains(beforeWords, line[head:start])
}

func partOfWord(r rune) bool {
	return r != tatweel && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

const tatweel = 0x0640

func with(item map[string]any, key string, value any) map[string]any {
	item[key] = value
	return item
}
