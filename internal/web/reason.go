package web

import (
	"slices"
	"strings"

	"isnad"
)

// part is a stretch of a sentence: words of the page, or of articles, which stand apart
// from them in direction.
type part struct {
	Text    string
	Foreign bool
}

// mostGiven is how many names a sentence gives.
const mostGiven = 4

// P is the string of the key with lists of names out of articles in place of each {name}.
func (w *words) P(key string, lists map[string][]string) (parts []part) {
	text := w.T(key)
	for text != "" {
		before, rest, found := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !found || !closed {
			return append(parts, part{Text: text})
		}
		if before != "" {
			parts = append(parts, part{Text: before})
		}
		parts = append(parts, w.listed(lists[name])...)
		text = after
	}
	return parts
}

// listed joins names, the first few of them.
func (w *words) listed(names []string) (parts []part) {
	extra := len(names) - mostGiven
	if extra > 0 {
		names = names[:mostGiven]
	}
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1 && extra <= 0:
			parts = append(parts, part{Text: w.T("list.last")})
		default:
			parts = append(parts, part{Text: w.T("list.next")})
		}
		parts = append(parts, part{clean(name), true})
	}
	if extra > 0 {
		parts = append(parts, part{Text: w.T("list.last") + w.N("others", extra)})
	}
	return parts
}

// reason says why a case has its grade, and how many of its tellings are copies.
func (w *words) reason(c *isnad.Case, copies int) []part {
	named, unnamed := namesIn(c.Origins)
	deniers, others := namesIn(c.Deniers)
	lists := map[string][]string{"named": named, "unnamed": unnamed, "all": append(named[:len(named):len(named)], unnamed...), "deniers": append(deniers, others...)}
	var parts []part
	switch {
	case c.Grade == isnad.Disputed && len(c.Deniers) > 0 && len(c.Origins) == 0:
		parts = w.P("reason.denied", lists)
	case c.Grade == isnad.Disputed && len(c.Deniers) > 0:
		parts = w.P("reason.disputed", lists)
	case c.Grade == isnad.Disputed && len(named) == 0:
		parts = w.P("reason.figures", lists)
	case c.Grade == isnad.Disputed:
		lists["named"] = slices.DeleteFunc(slices.Clone(named), func(name string) bool { return !strings.Contains(c.Reason, name) })
		if len(lists["named"]) == 0 {
			lists["named"] = named // of a trace whose reason names none
		}
		parts = w.P("reason.figures-of", lists) // by those whom the trace's reason names
	case c.Grade == isnad.Corroborated:
		parts = w.P("reason.corroborated", lists)
	case c.Grade == isnad.SingleOrigin:
		parts = w.P("reason.single", lists)
	case c.Grade == isnad.UnnamedOrigin:
		parts = w.P("reason.unnamed", lists)
	case c.Grade == isnad.Circular:
		parts = w.P("reason.circular", lists)
	default:
		parts = w.P("reason.none", lists)
	}
	if copies > 0 {
		parts = append(parts, part{Text: w.F("reason.copies", "copies", w.N("are-copies", copies))})
	}
	return append(parts, part{Text: "."})
}

// Reasons gives, for the cases of a trace, the sentence on why each has its grade, in Arabic ("ar") or
// English ("en").
func Reasons(t *isnad.Trace, lang string) (func(*isnad.Case) string, error) {
	words, err := wordsIn(lang)
	if err != nil {
		return nil, err
	}
	group := copyOf(t)
	return func(c *isnad.Case) string { return joined(words.reason(c, copiesOf(c, group))) }, nil
}

func namesIn(origins []isnad.Origin) (named, unnamed []string) {
	for _, o := range origins {
		if classOf(o.Kind) == "named" {
			named = append(named, o.Name)
		} else {
			unnamed = append(unnamed, o.Name)
		}
	}
	return named, unnamed
}

// origins counts the origins of a case, those that are named apart from those that are not.
func (w *words) origins(c *isnad.Case) string {
	named, unnamed := namesIn(c.Origins)
	switch {
	case len(unnamed) == 0:
		return w.N("origins-named", len(named))
	case len(named) == 0:
		return w.N("unnamed-origins", len(unnamed))
	}
	return w.N("origins-named", len(named)) + w.T("list.last") + w.N("unnamed-origins", len(unnamed))
}

// copiesOf counts the members of a case that stand in copies of another member's text.
func copiesOf(c *isnad.Case, group map[string]int) (n int) {
	first := make(map[int]string)
	for _, m := range c.Members {
		g := group[m.Article]
		if g == 0 {
			continue
		}
		if told, seen := first[g]; !seen {
			first[g] = m.Article
		} else if told != m.Article {
			n++
		}
	}
	return n
}

// joined is a sentence as plain text.
func joined(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Foreign {
			p.Text = isolated(p.Text)
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// unnamedWord says in a word that nobody is named; it is empty where somebody is.
func (w *words) unnamedWord(k isnad.Kind) string {
	switch k {
	case isnad.Unnamed:
		return w.T("unnamed")
	case isnad.Group:
		return w.T("kind.group")
	}
	return ""
}

// isolated is foreign text in plain text: it stands apart in direction from what surrounds it
// (first strong isolate, Unicode Standard Annex 9), wherever it is pasted.
func isolated(text string) string { return "\u2068" + text + "\u2069" }

// lineMark begins a line of plain text that runs in the direction of the page, whatever its first
// word is.
func (w *words) lineMark() string {
	if w.rtl() {
		return "\u200f"
	}
	return "\u200e"
}
