package web

import "time"

// sentence says how large the story is and how much of it is copied.
func (v *storyView) sentence() string {
	s := v.F("story.sentence", "span", v.span(v.Trace.Story.First, v.Trace.Story.Last), "articles", v.N("articles", len(v.Trace.Articles)), "outlets", v.N("in-outlets", v.Outlets))
	if v.Copies > 0 {
		s += v.F("case.sentence.copies", "copies", v.N("are-copies", v.Copies))
	}
	return s + "."
}

// name is an actor's name in the language of the page, where there is one.
func (v *storyView) name(a storyActor) string {
	return v.inLatin(a.Name, a.Latin, a.Type, a.Known)
}

// clock is the hour of an article, empty where only its day is known.
func clock(published string) string {
	if t := when(published); !t.IsZero() && len(published) > len(time.DateOnly) {
		return t.Format("15:04")
	}
	return ""
}
