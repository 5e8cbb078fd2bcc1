package train

import (
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/extract"
)

// judged makes articles of which one feature tells what counts.
func judged() []Article {
	var all []Article
	for range 20 {
		a := Article{Events: 1, Event: []int{0, -1}}
		a.Candidates = []extract.Candidate{{Features: []uint16{0, 3}}, {Features: []uint16{0, 4}, Told: true}}
		all = append(all, a)
	}
	return all
}

func TestFit(t *testing.T) {
	weights := Fit(judged(), Options{Rounds: 200, Rate: 0.5, Decay: 0.01})
	if sum(weights, []uint16{0, 3}) <= 0 || sum(weights, []uint16{0, 4}) >= 0 {
		t.Errorf("weights %.3f", weights[:6])
	}
	if again := Fit(judged(), Options{Rounds: 200, Rate: 0.5, Decay: 0.01}); !slices.Equal(weights, again) {
		t.Error("the same articles give another model")
	}
}

func TestValidate(t *testing.T) {
	var out strings.Builder
	if err := Validate(&out, judged(), Usual); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"rules       precision 0.000", "unseen      precision 1.000  recall 1.000"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestArticles(t *testing.T) {
	r, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	body := "زار الرئيس قيس سعيد فرنسا."
	text := "\n" + body
	at := strings.Index(text, "زار")
	gold := &isnad.Analysis{Article: isnad.Article{ID: "a", Body: body}, Text: text,
		Events: []isnad.Event{{Type: "CONSULT", Trigger: isnad.Span{Start: at, End: at + len("زار")}}}}
	articles := Articles(r, []*isnad.Analysis{gold})
	if len(articles) != 1 || len(articles[0].Event) == 0 || articles[0].Event[0] != 0 {
		t.Errorf("articles %+v", articles)
	}
}
