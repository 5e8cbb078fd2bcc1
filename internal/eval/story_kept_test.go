package eval

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"isnad"
)

// Stories of the same corpus that were judged for the project, by numbers of articles and code points,
// without a word of the articles: small ones that were drawn by chance, and eleven articles out of
// each of some that very many told of.
const (
	ownStories   = "testdata/stories.own.jsonl"
	greatStories = "testdata/stories.great.jsonl"
)

// What is kept of judged stories can be made whole: every span is inside its article. With -rebuild the
// stories are written, words and all, for score_trace.py.
func TestJudgedStoriesCanBeRebuilt(t *testing.T) {
	for kept, whole := range wholeStories(t) {
		if n := bytes.Count(whole, []byte{'\n'}); n < 6 {
			t.Errorf("%s: only %d stories", kept, n)
		}
		if *rebuild != "" {
			writeFile(t, filepath.Join(*rebuild, filepath.Base(kept)), whole)
		}
	}
}

// wholeStories are the judged stories of the project with the articles' words, by the file that keeps them
// without. Who gave a figure stands there as a span, and here in words.
func wholeStories(t *testing.T) map[string][]byte {
	t.Helper()
	shared(t, "data/"+corpora[0])
	lines := map[string][]any{}
	articles := map[string]*isnad.Article{}
	for _, kept := range []string{ownStories, greatStories} {
		text, err := os.ReadFile(kept)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(text) {
			var story struct{ Articles []struct{ ID string } }
			var labels any
			if err := decodeNumbers(line, &story); err != nil {
				t.Fatalf("%s: %v", kept, err)
			}
			if err := decodeNumbers(line, &labels); err != nil {
				t.Fatalf("%s: %v", kept, err)
			}
			for _, a := range story.Articles {
				articles[a.ID] = nil
			}
			lines[kept] = append(lines[kept], labels)
		}
	}
	if err := find(corpora[0], articles); err != nil {
		t.Fatal(err)
	}
	whole := map[string][]byte{}
	for kept, stories := range lines {
		for _, story := range stories {
			w := storyWorder{articles: articles}
			line, err := marshalLine(w.put(story, nil))
			if err == nil {
				err = w.err
			}
			if err != nil {
				t.Fatalf("%s: %v", kept, err)
			}
			whole[kept] = append(whole[kept], line...)
		}
	}
	return whole
}

// storyWorder puts the words of articles into what was judged of a story. It keeps the first error.
type storyWorder struct {
	articles map[string]*isnad.Article
	err      error
}

// put gives a label with its words. Its spans are those of the article that it or what holds it names.
func (w *storyWorder) put(label any, of *isnad.Article) any {
	switch l := label.(type) {
	case []any:
		for i := range l {
			l[i] = w.put(l[i], of)
		}
	case map[string]any:
		if id, named := l["article"].(string); named {
			of = w.articles[id]
		}
		for key, field := range l {
			l[key] = w.put(field, of)
			if field == nil && key == "by" && of != nil {
				l[key] = of.Outlet + isnad.Narrating // as the other judged stories call it
			}
			if span, ok := l[key].(map[string]any); ok && key == "by" {
				l[key] = span["text"]
			}
		}
		if _, isSpan := l["start"]; isSpan {
			l["text"] = w.cut(l, of)
		}
	}
	return label
}

func (w *storyWorder) cut(span map[string]any, of *isnad.Article) string {
	var words worder
	if of == nil {
		words.fail("the article of span %v is not in %s", span, corpora[0])
	} else {
		words.text = []rune(of.Title + "\n" + of.Body)
	}
	text := words.cut(span)
	if w.err == nil {
		w.err = words.err
	}
	return text
}

// What was judged of a story is scored as whole: a claimer in words, every span with its own.
func TestJudgedStoryGetsWords(t *testing.T) {
	articles := map[string]*isnad.Article{"1": {ID: "1", Outlet: "النهار", Title: "سقف", Body: "قال زيد إن ثلاثة أصيبوا"}}
	const kept = `{"values":[{"article":"1","by":{"start":8,"end":11},"span":{"start":15,"end":20}},{"article":"1","by":null}]}`
	for _, test := range []struct {
		why, kept, want string
	}{
		{"a span and a claimer", kept, `{"values":[{"article":"1","by":"زيد","span":{"end":20,"start":15,"text":"ثلاثة"}},{"article":"1","by":"النهار (سرد)"}]}`},
		{"a span out of the text", `{"article":"1","span":{"start":20,"end":99}}`, ""},
		{"an article that is missing", `{"article":"2","span":{"start":1,"end":2}}`, ""},
	} {
		var labels any
		if err := decodeNumbers([]byte(test.kept), &labels); err != nil {
			t.Fatal(err)
		}
		w := storyWorder{articles: articles}
		got, err := marshalLine(w.put(labels, nil))
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case test.want == "" && w.err == nil:
			t.Errorf("%s: passed", test.why)
		case test.want != "" && (w.err != nil || !slices.Equal(bytes.TrimSpace(got), []byte(test.want))):
			t.Errorf("%s: got %s, %v; want %s", test.why, got, w.err, test.want)
		}
	}
}
