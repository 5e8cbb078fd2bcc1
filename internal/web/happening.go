package web

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
)

// happening is what a story is about: the event that most of its articles tell, in the
// words of the first of them, with who did what to whom.
type happening struct {
	Type, Status       string
	Actors, Recipients []string
	Place, Time        string
	Article            isnad.StoryArticle
	Words              string
	Articles           int // that tell it, each text once
	stands             int
}

// What a telling counts for by where it stands: news tell the main event first
// (the inverted pyramid).
const (
	inTitle = 4
	inLead  = 3
	inText  = 1
)

// longestWords is how much of an event's sentence is shown, in code points.
const longestWords = 280

// leastShare is the share of a story's texts that must tell an event for it to be the
// story's: one of so many, and two where there are more than fewTexts.
const (
	leastShare = 8
	fewTexts   = 3
)

// eventKey is what makes tellings ones of the same event: its type, and somebody who took
// part. Articles seldom name the same parties all.
type eventKey struct{ kind, party string }

// foremostEvent finds what the articles of a story tell most: every text once, the title
// and the lead before the rest. Where too few tell the same, it is the lead of the first
// article alone.
func foremostEvent(t *isnad.Trace, read map[string]*isnad.Analysis) *happening {
	scores, told := make(map[eventKey]int), make(map[eventKey][]*happening)
	var order []eventKey
	texts := firstOfCopies(t)
	for _, article := range texts {
		best := make(map[eventKey]*happening)
		a := read[article.ID]
		for i := range a.Events {
			h := partiesOf(a, &a.Events[i])
			if h.Status == "denied" {
				continue
			}
			h.Article, h.Words, h.stands = article, sentenceOf(a.Text, a.Events[i].Trigger), standing(a.Text, a.Events[i].Trigger)
			for _, party := range slices.Concat(h.Actors, h.Recipients) {
				key := eventKey{h.Type, arabic.Fold(party)}
				if told[key] == nil && best[key] == nil {
					order = append(order, key)
				}
				if best[key] == nil || h.weight() > best[key].weight() {
					best[key] = h
				}
			}
		}
		for key, h := range best {
			scores[key] += h.weight()
			told[key] = append(told[key], h)
		}
	}
	if len(order) > 0 {
		key := slices.MaxFunc(order, func(a, b eventKey) int { return cmp.Compare(scores[a], scores[b]) })
		if tellers := told[key]; len(tellers)*leastShare >= len(texts) && (len(tellers) > 1 || len(texts) <= fewTexts) {
			h := slices.MaxFunc(tellers, func(a, b *happening) int { return cmp.Compare(a.weight(), b.weight()) })
			h.Articles = len(tellers)
			return h
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return &happening{Article: texts[0], Words: leadOf(read[texts[0].ID].Text)}
}

// firstOfCopies are the articles of a story, those that are copies left out.
func firstOfCopies(t *isnad.Trace) (texts []isnad.StoryArticle) {
	group, seen := copyOf(t), make(map[int]bool)
	for _, article := range t.Articles {
		g := group[article.ID]
		if g > 0 && t.Copies[g-1].Kind == isnad.WholeCopy && seen[g] {
			continue
		}
		seen[g] = true
		texts = append(texts, article)
	}
	return texts
}

// weight is what a telling of an event counts for: more where both sides are named.
func (h *happening) weight() int { return h.stands + min(len(h.Recipients), len(h.Actors), 1) }

// partiesOf names who took part in an event.
func partiesOf(a *isnad.Analysis, e *isnad.Event) *happening {
	h := &happening{Type: e.Type, Status: e.Status, Time: e.Time}
	for _, entity := range a.Entities {
		switch {
		case slices.Contains(e.Actors, entity.ID):
			h.Actors = append(h.Actors, clean(entity.Name))
		case slices.Contains(e.Recipients, entity.ID):
			h.Recipients = append(h.Recipients, clean(entity.Name))
		case e.Place == entity.ID:
			h.Place = clean(entity.Name)
		}
	}
	return h
}

// standing is what an event counts for by where its trigger stands.
func standing(text string, trigger isnad.Span) int {
	title := strings.IndexByte(text, '\n')
	switch {
	case trigger.End <= title:
		return inTitle
	case trigger.End <= sentenceAt(text, isnad.Span{Start: title + 1, End: title + 1}).End:
		return inLead
	}
	return inText
}

// sentenceOf are the words of the sentence of a trigger; of the lead where the trigger
// stands in the title, which is shown anyway.
func sentenceOf(text string, trigger isnad.Span) string {
	if title := strings.IndexByte(text, '\n'); trigger.End <= title && title+1 < len(text) {
		trigger = isnad.Span{Start: title + 1, End: title + 1}
	}
	return shortened(strings.TrimSpace(clean(sentenceAt(text, trigger).In(text))), longestWords)
}

// shortestLead is how many code points the lead of an article has at least: a shorter first line
// says only where and by whom it was written.
const shortestLead = 40

// leadOf is the first sentence of an article's body that says something; the first one where none
// does.
func leadOf(text string) (lead string) {
	_, body, _ := strings.Cut(text, "\n")
	at := len(text) - len(body)
	for line := range strings.Lines(body) {
		words := sentenceOf(text, isnad.Span{Start: at, End: at})
		if utf8.RuneCountInString(words) >= shortestLead {
			return words
		}
		lead = cmp.Or(lead, words)
		at += len(line)
	}
	return lead
}

// sentenceAt is the sentence around a span: from stop to stop, within a line.
func sentenceAt(text string, s isnad.Span) isnad.Span {
	const stops = ".؟!"
	line := strings.LastIndexByte(text[:s.Start], '\n') + 1
	start, end := line, len(text)
	if i := strings.IndexByte(text[s.End:], '\n'); i >= 0 {
		end = s.End + i
	}
	for i, r := range text[line:s.Start] {
		if at := line + i + len(string(r)); strings.ContainsRune(stops, r) && strings.HasPrefix(text[at:], " ") {
			start = at + 1
		}
	}
	for i, r := range text[s.End:end] {
		if at := s.End + i + len(string(r)); strings.ContainsRune(stops, r) && (at == end || text[at] == ' ') {
			end = at
			break
		}
	}
	return isnad.Span{Start: start, End: end}
}
