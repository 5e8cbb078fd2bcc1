package web

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"isnad"
)

// samples are values for the parameters of the API's paths.
var samples = map[string]string{
	"/stories/{id}": "story-visit", "/articles/{id}": "{visit-02}",
	"/outlets/{name}": "صحيفة الميناء", "/actors/{name}": "ليبيا",
}

// sample gives an article of the demo its identifier.
func sample(t *testing.T, value string) string {
	if name, ok := strings.CutPrefix(value, "{"); ok {
		return idOf(t, strings.TrimSuffix(name, "}"))
	}
	return value
}

// A client that knows the description alone asks everything that it names, and gets
// what it promises.
func TestAPIKeepsItsDescription(t *testing.T) {
	s := demoServer(t)
	var description struct {
		OpenAPI string `json:"openapi"`
		Paths   map[string]map[string]struct {
			Responses map[string]struct {
				Content map[string]json.RawMessage
			}
		}
	}
	text, _ := ask(t, s, "/openapi.json", http.StatusOK)
	if err := json.Unmarshal(text, &description); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(description.OpenAPI, "3.1") {
		t.Errorf("the description is of OpenAPI %s", description.OpenAPI)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("openapi.json", document); err != nil {
		t.Fatal(err)
	}
	asked := 0
	for path, ways := range description.Paths {
		short := strings.TrimPrefix(path, apiPath)
		if short == "/stream" {
			continue
		}
		if _, ok := ways["get"]; !ok {
			continue
		}
		pointer := "openapi.json#/paths/" + strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path) + "/get/responses/200/content/application~1json/schema"
		schema, err := compiler.Compile(pointer)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		address := short
		for name, value := range samples {
			if address == name || strings.HasPrefix(address, name+"/") {
				at := name[strings.IndexByte(name, '{'):]
				address = strings.Replace(address, at, url.PathEscape(sample(t, value)), 1)
			}
		}
		address = strings.Replace(address, "{case}", "case-troops", 1)
		address = strings.Replace(address, "{other}", url.PathEscape("بيلاروسيا"), 1)
		got, _ := ask(t, s, address, http.StatusOK)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(got))
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", address, err)
		}
		asked++
	}
	if asked < 10 {
		t.Errorf("only %d answers were looked at", asked)
	}
}

// ask gets an answer of the API.
func ask(t *testing.T, s *httptest.Server, path string, want int) ([]byte, http.Header) {
	t.Helper()
	r, err := http.Get(s.URL + apiPath + path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	if r.StatusCode != want {
		t.Fatalf("%s answers %d: %s", path, r.StatusCode, text)
	}
	return text, r.Header
}

// What is traced over a story has the contract's shape.
func TestAPIKeepsContract(t *testing.T) {
	file := filepath.Join("..", "..", "..", "shared", "contract", "trace.schema.json")
	if _, err := os.Stat(file); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("the contract is needed: %v", err)
		}
		t.Skipf("the contract is not here: %v", err)
	}
	schema, err := jsonschema.NewCompiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := demoServer(t)
	for _, story := range []string{"story-visit", "story-toll", "story-port", "story-grain"} {
		text, _ := ask(t, s, "/stories/"+story, http.StatusOK)
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", story, err)
		}
	}
}

// Spans count code points, and hold the words that they say.
func TestAPISpans(t *testing.T) {
	s := demoServer(t)
	text, _ := ask(t, s, "/stories/story-visit/cases/case-troops", http.StatusOK)
	var c struct{ Members []wireMember }
	if err := json.Unmarshal(text, &c); err != nil {
		t.Fatal(err)
	}
	looked := 0
	for _, m := range c.Members {
		text, _ := ask(t, s, "/articles/"+m.Article, http.StatusOK)
		var a struct {
			Article struct{ Text string }
		}
		if err := json.Unmarshal(text, &a); err != nil {
			t.Fatal(err)
		}
		runes := []rune(a.Article.Text)
		for _, span := range m.Content {
			looked++
			if got := string(runes[span.Start:span.End]); got != span.Text {
				t.Errorf("%s: %d to %d is %q, and not %q", m.Article, span.Start, span.End, got, span.Text)
			}
		}
	}
	if looked < 5 {
		t.Errorf("looked at %d spans", looked)
	}
}

func TestAPIPages(t *testing.T) {
	s := demoServer(t)
	seen := make(map[string]bool)
	for path := "/articles?limit=10"; path != ""; {
		text, _ := ask(t, s, path, http.StatusOK)
		var got articlesOut
		if err := json.Unmarshal(text, &got); err != nil {
			t.Fatal(err)
		}
		for _, a := range got.Articles {
			if seen[a.ID] {
				t.Errorf("%s comes twice", a.ID)
			}
			seen[a.ID] = true
		}
		if path = ""; got.Next != "" {
			path = "/articles?limit=10&cursor=" + got.Next
		}
		if len(seen) > 100 {
			t.Fatal("the pages do not end")
		}
	}
	if len(seen) != 33 {
		t.Errorf("the pages hold %d articles", len(seen))
	}
}

func TestAPIRefuses(t *testing.T) {
	s := demoServer(t)
	for path, want := range map[string]int{
		"/stories/nothing": http.StatusNotFound, "/stories?cursor=%21": http.StatusBadRequest,
		"/stories?limit=1000000": http.StatusUnprocessableEntity, "/articles?q=" + strings.Repeat("x", 600): http.StatusUnprocessableEntity,
	} {
		text, header := ask(t, s, path, want)
		if got := header.Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%s: %s", path, got)
		}
		var p struct{ Status int }
		if err := json.Unmarshal(text, &p); err != nil || p.Status != want {
			t.Errorf("%s: %s", path, text)
		}
	}
}

// An answer that the other side has already is not sent again.
func TestAPIValidator(t *testing.T) {
	s := demoServer(t)
	_, header := ask(t, s, "/stories", http.StatusOK)
	r, err := http.NewRequest(http.MethodGet, s.URL+apiPath+"/stories", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("If-None-Match", header.Get("ETag"))
	again, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Body.Close()
	if again.StatusCode != http.StatusNotModified || header.Get("ETag") == "" {
		t.Errorf("asked again with %s: %d", header.Get("ETag"), again.StatusCode)
	}
}

func TestLimiter(t *testing.T) {
	now := time.Unix(0, 0)
	l := newLimiter(2, 3)
	l.clock = func() time.Time { return now }
	for i := range 3 {
		if _, ok := l.take("a"); !ok {
			t.Errorf("request %d is refused", i)
		}
	}
	if wait, ok := l.take("a"); ok || wait != 500*time.Millisecond {
		t.Errorf("the fourth at once: %v, wait %v", ok, wait)
	}
	if _, ok := l.take("b"); !ok {
		t.Error("another client is refused")
	}
	now = now.Add(500 * time.Millisecond)
	if _, ok := l.take("a"); !ok {
		t.Error("refused after the wait")
	}
	for i := range mostClients + 10 {
		l.take(digits(i))
	}
	if len(l.buckets) > mostClients {
		t.Errorf("%d clients are remembered", len(l.buckets))
	}
}

// growing is an archive whose newest story grows when it is told to.
type growing struct {
	Traces
	grown atomic.Bool
}

func (g *growing) Stories(ctx context.Context, skip, limit int) ([]*isnad.Trace, error) {
	traces, err := g.Traces.Stories(ctx, skip, limit)
	if err == nil && g.grown.Load() && len(traces) > 0 {
		more := *traces[0]
		more.Articles = append(more.Articles[:len(more.Articles):len(more.Articles)], isnad.StoryArticle{ID: "new"})
		more.Cases = append(more.Cases[:len(more.Cases):len(more.Cases)], isnad.Case{ID: "case-new"})
		traces = append([]*isnad.Trace{&more}, traces[1:]...)
	}
	return traces, err
}

// Whoever listens is told of a story that has grown, and of what is new in it alone.
func TestStream(t *testing.T) {
	o := demoOptions(t)
	g := &growing{Traces: o.Traces}
	o.Traces, o.Rhythm = g, 10*time.Millisecond
	s := serve(t, o)
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+streamPath, nil)
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		time.Sleep(200 * time.Millisecond)
		g.grown.Store(true)
	}()
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	var got []string
	kind := "message"
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() && len(got) < 3 {
		if name, ok := strings.CutPrefix(lines.Text(), "event: "); ok {
			kind = name
		}
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			var event struct {
				ID       string
				Story    string
				Articles int
			}
			if err := json.Unmarshal([]byte(data), &event); err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprintf("%s %s%s %d", kind, event.ID, event.Story, event.Articles))
		}
	}
	want := []string{"story story-toll 9", "article newstory-toll 0", "case case-newstory-toll 0"}
	if !slices.Equal(got, want) {
		t.Errorf("told of %q, want %q: %v", got, want, lines.Err())
	}
}

func TestAtom(t *testing.T) {
	s := demoServer(t)
	for _, path := range []string{"/ar/search/atom?q=" + url.QueryEscape("القمح"), "/en/story/story-visit/atom", "/ar/actor/" + url.PathEscape("ليبيا") + "/atom"} {
		r, err := http.Get(s.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r.Body)
		r.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		if r.StatusCode != http.StatusOK || strings.Count(string(text), "<entry>") < 3 {
			t.Errorf("%s: %d, %d bytes", path, r.StatusCode, len(text))
		}
	}
}
