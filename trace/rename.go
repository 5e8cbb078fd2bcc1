package trace

import "isnad"

// Rename gives the articles of a trace other names, as of the source that they came from; it
// changes t. Names that the map does not have stay.
func Rename(t *isnad.Trace, names map[string]string) {
	to := func(id *string) {
		if name, ok := names[*id]; ok {
			*id = name
		}
	}
	for i := range t.Articles {
		to(&t.Articles[i].ID)
	}
	for i := range t.Story.Unions {
		to(&t.Story.Unions[i].Article)
	}
	for i := range t.Copies {
		c := &t.Copies[i]
		for k := range c.Articles {
			to(&c.Articles[k])
		}
		for k := range c.Elsewhere {
			to(&c.Elsewhere[k].ID)
		}
		for k := range c.Edits {
			to(&c.Edits[k].Article)
			to(&c.Edits[k].From)
		}
	}
	for i := range t.Cases {
		for k := range t.Cases[i].Members {
			to(&t.Cases[i].Members[k].Article)
		}
	}
	for i := range t.Figures {
		for k := range t.Figures[i].Values {
			to(&t.Figures[i].Values[k].Article)
		}
	}
	for i := range t.Explanations {
		for k := range t.Explanations[i].Groups {
			members := t.Explanations[i].Groups[k].Members
			for n := range members {
				to(&members[n].Article)
			}
		}
	}
}
