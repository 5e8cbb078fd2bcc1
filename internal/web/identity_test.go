package web

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"isnad"
	"isnad/extract"
	"isnad/internal/ingest"
	"isnad/internal/store"
)

// asked gets an answer of the API as what it should be.
func asked[T any](t *testing.T, s *httptest.Server, path string) (out T) {
	t.Helper()
	text, _ := ask(t, s, path, http.StatusOK)
	if err := json.Unmarshal(text, &out); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return out
}

// namesakesServer serves the demo's archive with an article more, whose trainer has the name of a
// researcher of the demo.
func namesakesServer(t *testing.T) *httptest.Server {
	t.Helper()
	o := demoOptions(t)
	reader, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	one := isnad.Article{
		Title: "نادي الصخرة يفوز بكأس الجبل", Outlet: "ملاعب", URL: "https://example.org/sport", Published: "2026-05-12T10:00:00Z",
		Body: "قال المدرب مروان الشيباني إن فريقه استحق الفوز بالكأس.\nوغادر المدرب مروان الشيباني الملعب بعد المباراة.",
	}
	err = o.Archive.Update(t.Context(), func(tx *store.Tx) error {
		kept, err := tx.Put(t.Context(), []*store.Draft{store.NewDraft(&one, nil)})
		if err != nil {
			return err
		}
		one.ID = store.ArticleID(&one)
		analysed, err := store.NewAnalysed(kept[0].Number, kept[0].Version, reader.Analyze(&one))
		if err != nil {
			return err
		}
		return tx.PutAnalyses(t.Context(), "demo", []*store.Analysed{analysed})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := ingest.JoinActors(t.Context(), o.Archive); err != nil {
		t.Fatal(err)
	}
	return serve(t, o)
}

// Two actors have one name: they are joined by a click, told of together, and parted again.
func TestActorsAreJudgedInBrowser(t *testing.T) {
	s := namesakesServer(t)
	is := asked[actorOut](t, s, "/actors/"+url.PathEscape("مروان الشيباني"))
	if len(is.Alike) != 1 || is.Alike[0].ID == is.ID || is.Articles != 2 {
		t.Fatalf("the archive tells of %+v", is)
	}
	tb := open(t, s)
	tb.visit("/en/actor/" + is.ID)
	tb.do(chromedp.Click(`#alike button[value="same"]`), chromedp.WaitVisible(`#alike .tag`))
	if got := eval[string](tb, `document.querySelector("main").innerText`); !strings.Contains(got, "called the same") || !strings.Contains(got, "named in 3 articles") {
		t.Errorf("the page of both says %q", got)
	}
	other := asked[actorOut](t, s, "/actors/"+is.Alike[0].ID)
	if other.Articles != 3 || len(other.Alike) != 1 || other.Alike[0].Verdict != "same" {
		t.Errorf("the other is told of as %+v", other)
	}
	tb.accessible()
	tb.do(chromedp.Click(`#alike .judge button`), chromedp.WaitVisible(`#alike button[value="different"]`))
	if again := asked[actorOut](t, s, "/actors/"+is.ID); again.Articles != 2 {
		t.Errorf("parted, it is told of as %+v", again)
	}
	tb.do(chromedp.Click(`#alike button[value="different"]`), chromedp.WaitVisible(`#alike .tag.warns`))
	tb.visit("/en/judgements")
	if got := eval[string](tb, `document.querySelector(".members").innerText`); !strings.Contains(got, "called different") || !strings.Contains(got, "called the same") {
		t.Errorf("the judgements are %q", got)
	}
	tb.clean()
}

// A mark of the chart of two actors can be reached by key, says what it stands for, and leads to
// the event.
func TestPairChartByKeyboard(t *testing.T) {
	tb := open(t, demoServer(t))
	tb.look(look{"en", "light", 1440})
	tb.visit("/en/actors/" + url.PathEscape("ليبيا") + "/" + url.PathEscape("بيلاروسيا"))
	const shown = `[...document.querySelectorAll(".pair .tip")].filter((e) => getComputedStyle(e).visibility === "visible").length`
	if got := eval[int](tb, shown); got != 0 {
		t.Errorf("%d marks say what they stand for unasked", got)
	}
	tb.do(chromedp.Focus(".pair a"))
	tb.do(chromedp.KeyEvent("\t"))
	if got := eval[int](tb, shown); got != 1 {
		t.Errorf("%d marks say what they stand for", got)
	}
	tb.do(chromedp.KeyEvent("\r"))
	if got := eval[string](tb, "location.hash"); !strings.HasPrefix(got, "#e") || !eval[bool](tb, "document.querySelector(location.hash) !== null") {
		t.Errorf("the mark leads to %q", got)
	}
	tb.clean()
}

// An actor has one identifier, whichever name it is asked for by, and what it is asked with.
func TestAPIOfActors(t *testing.T) {
	s := demoServer(t)
	list := asked[actorsOut](t, s, "/actors?limit=5")
	if len(list.Actors) != 5 || list.Next == "" {
		t.Fatalf("the first actors are %+v", list)
	}
	if next := asked[actorsOut](t, s, "/actors?limit=5&cursor="+list.Next); next.Actors[0].ID == list.Actors[0].ID || next.Actors[0].Articles > list.Actors[4].Articles {
		t.Errorf("the next actors are %+v", next)
	}
	libya := asked[actorOut](t, s, "/actors/"+url.PathEscape("ليبيا"))
	if byID := asked[actorOut](t, s, "/actors/"+libya.ID); byID.Name != libya.Name || len(libya.Spellings) == 0 || libya.KB == "" {
		t.Errorf("by identifier %+v, by name %+v", byID, libya)
	}
	pair := asked[pairOut](t, s, "/actors/"+libya.ID+"/with/"+url.PathEscape("بيلاروسيا"))
	if pair.A.ID != libya.ID || pair.Articles < len(pair.Events) && pair.Articles == 0 || len(pair.Events) == 0 {
		t.Errorf("between the two is %+v", pair)
	}
	ask(t, s, "/actors/a000000000000", http.StatusNotFound)
	ask(t, s, "/actors/"+libya.ID+"/with/"+libya.ID, http.StatusNotFound)
}

// What the page of an article shows besides its reading.
func TestAPIOfArticles(t *testing.T) {
	s := demoServer(t)
	place := asked[placeOut](t, s, "/articles/"+idOf(t, "visit-05")+"/place")
	if place.Story == nil || place.Story.ID != "story-visit" || len(place.Copies) != 2 || place.First || len(place.Cases) == 0 || len(place.Actors) == 0 {
		t.Errorf("the article is part of %+v", place)
	}
	versions := asked[versionsOut](t, s, "/articles/"+idOf(t, "visit-05")+"/versions")
	if len(versions.Versions) != 1 || !strings.HasPrefix(versions.Versions[0].Text, "صحيفة: 1800 جندي") {
		t.Errorf("its texts are %+v", versions)
	}
	lost := asked[readingsOut](t, s, "/articles/"+idOf(t, "visit-02")+"/readings")
	if len(lost.Lost) == 0 {
		t.Fatal("no reading lost")
	}
	var a struct{ Article struct{ Text string } }
	text, _ := ask(t, s, "/articles/"+idOf(t, "visit-02"), http.StatusOK)
	if err := json.Unmarshal(text, &a); err != nil {
		t.Fatal(err)
	}
	for _, l := range lost.Lost {
		if got := string([]rune(a.Article.Text)[l.Cue.Start:l.Cue.End]); got != l.Cue.Text || l.Rule == "" || l.Why == "" {
			t.Errorf("%+v stands at %q", l, got)
		}
	}
}

// What stands beside a story, and a case as text.
func TestAPIOfStories(t *testing.T) {
	s := demoServer(t)
	facts := asked[storyFactsOut](t, s, "/stories/story-visit/facts")
	if facts.Event == nil || facts.Event.Type == "" || facts.Event.Words == "" || len(facts.Actors) < 5 || facts.Actors[0].ID == "" || len(facts.Places) < 2 || facts.Places[0].Latitude == 0 {
		t.Errorf("beside the story stand %+v", facts)
	}
	for lang, want := range map[string]string{"ar": "متنازع عليه", "en": "disputed"} {
		cite := asked[citeOut](t, s, "/stories/story-visit/cases/case-troops/citation?lang="+lang)
		if !strings.Contains(cite.Text, want) || !strings.Contains(cite.Text, "https://masar.example/visit-02") {
			t.Errorf("the case to be pasted is %q", cite.Text)
		}
	}
	day := asked[storiesOut](t, s, "/stories?order=day")
	if len(day.Stories) != 4 || day.Stories[0].ID != "story-toll" {
		t.Errorf("by day come %+v", day)
	}
}

// A program may judge actors as a person may, and an article that names somebody else.
func TestAPIJudgesActors(t *testing.T) {
	s := namesakesServer(t)
	is := asked[actorOut](t, s, "/actors/"+url.PathEscape("مروان الشيباني"))
	say := func(body string, want int) {
		t.Helper()
		r, err := http.Post(s.URL+apiPath+"/judgements", "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Body.Close()
		if r.StatusCode != want {
			t.Errorf("%s: %s", body, r.Status)
		}
	}
	say(`{"actor":"`+is.ID+`","other":"`+is.Alike[0].ID+`","verdict":"same"}`, http.StatusNoContent)
	say(`{"actor":"`+is.ID+`","other":"`+is.ID+`","verdict":"same"}`, http.StatusBadRequest)
	say(`{"actor":"`+is.ID+`","article":"`+idOf(t, "visit-08")+`","verdict":"different"}`, http.StatusNoContent)
	say(`{"actor":"`+is.ID+`","article":"`+idOf(t, "visit-08")+`","verdict":"same"}`, http.StatusBadRequest)
	said := asked[judgementsOut](t, s, "/judgements")
	if len(said.Judgements) != 2 || said.Judgements[0].About != "sighting" || said.Judgements[1].About != "actors" {
		t.Errorf("kept are %+v", said)
	}
}

// Readings that lost stand beside the claim in whose sentence they were tried.
func TestLostReadingsInBrowser(t *testing.T) {
	tb := open(t, demoServer(t))
	tb.visit("/en/article/" + idOf(t, "visit-02") + "#claim-3")
	tb.do(chromedp.Click("#claim-3 .rival-readings summary"))
	if got := eval[string](tb, `document.querySelector("#claim-3 .rival-readings").innerText`); !strings.Contains(got, "ذكر") || !strings.Contains(got, "negated: nobody said it") {
		t.Errorf("readings that lost are %q", got)
	}
	tb.accessible()
	tb.clean()
}
