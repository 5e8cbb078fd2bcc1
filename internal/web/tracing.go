package web

import (
	"slices"

	"isnad"
)

// classOf is how a kind of source looks: what matters is whether anybody is named. Of «observers»
// nobody is, as a grade counts them too.
func classOf(k isnad.Kind) string {
	switch k {
	case "":
		return "none"
	case isnad.Unnamed, isnad.Group:
		return "unnamed"
	}
	return "named"
}

// articlesOf are the articles of a story by their identifiers.
func articlesOf(t *isnad.Trace) map[string]isnad.StoryArticle {
	m := make(map[string]isnad.StoryArticle, len(t.Articles))
	for _, a := range t.Articles {
		m[a.ID] = a
	}
	return m
}

// copyOf gives each article that shares its text the number of its group, from one.
func copyOf(t *isnad.Trace) map[string]int {
	m := make(map[string]int)
	for i, g := range t.Copies {
		for _, a := range g.Articles {
			if m[a] == 0 {
				m[a] = i + 1
			}
		}
	}
	return m
}

// copiesIn counts the articles of a story that copy another.
func copiesIn(t *isnad.Trace) (n int) {
	for _, g := range t.Copies {
		if g.Kind == isnad.WholeCopy {
			n += len(g.Within()) - 1
		}
	}
	return n
}

// outletsIn lists the outlets of a story, each once, in the order of their first article.
func outletsIn(t *isnad.Trace) (names []string) {
	for _, a := range t.Articles {
		if !slices.Contains(names, a.Outlet) {
			names = append(names, a.Outlet)
		}
	}
	return names
}

// kindsOf gives the kind of everybody whom the chains of a story name.
func kindsOf(t *isnad.Trace) map[string]isnad.Kind {
	m := make(map[string]isnad.Kind)
	add := func(links []isnad.Link) {
		for _, l := range links {
			m[l.Name] = l.Kind
		}
	}
	for _, c := range t.Cases {
		for _, member := range c.Members {
			add(member.Chain)
		}
		for _, o := range slices.Concat(c.Origins, c.Deniers) {
			m[o.Name] = o.Kind
		}
	}
	for _, r := range t.Explanations {
		for _, g := range r.Groups {
			for _, told := range g.Members {
				add(told.Chain)
			}
		}
	}
	return m
}

// disputedIn counts the figures of a story whose values exclude each other.
func disputedIn(t *isnad.Trace) (n int) {
	for _, f := range t.Figures {
		if slices.ContainsFunc(f.Values, func(v isnad.FigureValue) bool { return len(v.Excludes) > 0 }) {
			n++
		}
	}
	return n
}

// unnamedIn counts the origins of a story's cases that nobody names.
func unnamedIn(t *isnad.Trace) int {
	seen := make(map[string]bool)
	for _, c := range t.Cases {
		for _, o := range c.Origins {
			if classOf(o.Kind) == "unnamed" {
				seen[o.Name] = true
			}
		}
	}
	return len(seen)
}
