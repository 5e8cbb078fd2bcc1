package extract

import (
	"os"
	"testing"

	"isnad"
	"isnad/internal/eval"
)

// TestEventsOnGold measures the events of annotated articles with the annotated mentions
// given: ISNAD_GOLD names a file in the format of the gold.
func TestEventsOnGold(t *testing.T) {
	path := os.Getenv("ISNAD_GOLD")
	if path == "" {
		t.Skip("ISNAD_GOLD names no gold")
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	gold, err := eval.ReadGold(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	l, err := loadEvents(r.polities)
	if err != nil {
		t.Fatal(err)
	}
	score := &eval.Score{}
	if os.Getenv("ISNAD_ERRORS") != "" {
		score.Report = func(sort, document, what string) { t.Log(sort, document, what) }
	}
	for _, g := range gold {
		d := r.newDoc(&g.Article)
		claims := r.claims(d)
		_, times := r.figures.read(d)
		read := &isnad.Analysis{Article: g.Article, Text: g.Text, Mentions: g.Mentions, Entities: entitiesOf(g.Mentions)}
		read.Events = l.events(d, claims, g.Mentions, read.Entities, times)
		if err := score.Add(g, read); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("event type: p %.3f r %.3f f1 %.3f of %d", score.EventType.Precision(), score.EventType.Recall(), score.EventType.F1(), score.EventType.Gold)
	t.Logf("event whole: p %.3f r %.3f f1 %.3f", score.EventWhole.Precision(), score.EventWhole.Recall(), score.EventWhole.F1())
	t.Logf("status: %.3f", score.EventStatus.Accuracy())
}

// entitiesOf lists the entities that mentions stand for, each by its name.
func entitiesOf(mentions []isnad.Mention) []isnad.Entity {
	var out []isnad.Entity
	seen := map[string]bool{}
	for _, m := range mentions {
		if !seen[m.Entity] {
			seen[m.Entity] = true
			out = append(out, isnad.Entity{ID: m.Entity, Type: m.Type, Name: m.Entity})
		}
	}
	return out
}
