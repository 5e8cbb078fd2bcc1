package show

import (
	"bufio"
	"fmt"
	"strings"

	"isnad"
)

// gradeWords say a grade in the words of the terminal.
var gradeWords = map[isnad.Grade]string{
	isnad.Corroborated: "corroborated", isnad.SingleOrigin: "single origin", isnad.UnnamedOrigin: "unnamed origin",
	isnad.NoOrigin: "no origin", isnad.Circular: "circular", isnad.Disputed: "disputed",
}

// Cases prints the cases of a trace for people: each with its grade and the reason, its origins,
// its tellings by time with their chains, what was lost on the way; then the figures whose values
// exclude each other. Text gives an article's text by its ID. At most so many cases are printed, 0
// for all.
func Cases(w *bufio.Writer, t *isnad.Trace, text func(string) string, most int) {
	fmt.Fprintf(w, "%s  %s\n", t.Story.ID, clean(t.Story.Title))
	fmt.Fprintf(w, "    %d articles, %d cases\n", len(t.Articles), len(t.Cases))
	if t.Story.Untraced > 0 {
		fmt.Fprintf(w, "    %d more are beyond what is traced of a story\n", t.Story.Untraced)
	}
	articles := map[string]isnad.StoryArticle{}
	for _, a := range t.Articles {
		articles[a.ID] = a
	}
	for i := range t.Story.Unions {
		printUnion(w, &t.Story.Unions[i], articles)
	}
	for i := range t.Story.Partings {
		printParting(w, t.Story.ID, &t.Story.Partings[i])
	}
	for i := range t.Cases {
		if most > 0 && i == most {
			fmt.Fprintf(w, "\n… and %d cases more\n", len(t.Cases)-most)
			break
		}
		printCase(w, &t.Cases[i], articles, text)
	}
	printRivalFigures(w, t)
}

// printUnion tells which story became part of this one, when, with which article, and by what words.
func printUnion(w *bufio.Writer, u *isnad.Union, articles map[string]isnad.StoryArticle) {
	fmt.Fprintf(w, "    + %s %s  %s\n", dayOf(u.At), u.ID, clean(u.Title))
	if title := articles[u.Article].Title; title != "" {
		fmt.Fprintf(w, "      seen with: %s\n", clean(title))
	}
	if len(u.Words) > 0 {
		fmt.Fprintf(w, "      both about: %s\n", clean(strings.Join(u.Words, "، ")))
	}
}

// printParting tells which story parted from this one, or from which this one parted, and by what words.
func printParting(w *bufio.Writer, story string, p *isnad.Parting) {
	if p.ID == story {
		fmt.Fprintf(w, "    ÷ %s parted from %s\n", dayOf(p.At), p.From)
	} else {
		fmt.Fprintf(w, "    ÷ %s %s parted from it  %s\n", dayOf(p.At), p.ID, clean(p.Title))
	}
	fmt.Fprintf(w, "      one about: %s\n", clean(strings.Join(p.Words, "، ")))
	fmt.Fprintf(w, "      the other: %s\n", clean(strings.Join(p.Stayed, "، ")))
}

func printCase(w *bufio.Writer, c *isnad.Case, articles map[string]isnad.StoryArticle, text func(string) string) {
	fmt.Fprintf(w, "\n%s  [%s, origins: %d]\n", c.ID, gradeWords[c.Grade], c.Independent)
	fmt.Fprintf(w, "    %s\n", clean(c.Proposition))
	fmt.Fprintf(w, "    %s\n", clean(c.Reason))
	for i := range c.Members {
		m := &c.Members[i]
		a := articles[m.Article]
		fmt.Fprintf(w, "    %2d. %s  %s\n", i+1, dayOf(a.Published), clean(tellers(a.Outlet, m)))
		var words []string
		for _, s := range m.Content {
			words = append(words, s.In(text(m.Article)))
		}
		fmt.Fprintf(w, "        %s%s\n", hedge(m), clean(strings.Join(words, " … ")))
	}
	for _, d := range c.Drift {
		fmt.Fprintf(w, "    ! %d → %d: %s %s\n", d.From+1, d.To+1, d.What, clean(d.Note))
	}
}

// tellers is who tells it, from the outlet to the origin.
func tellers(outlet string, m *isnad.Member) string {
	names := []string{outlet}
	for _, l := range m.Chain {
		names = append(names, l.Name)
	}
	if m.Narrated {
		names = append(names, "(no source)")
	}
	return strings.Join(names, " ← ")
}

func hedge(m *isnad.Member) string {
	switch {
	case m.Denied:
		return "[denied] "
	case m.Certainty != isnad.Certain:
		return "[" + string(m.Certainty) + "] "
	}
	return ""
}

func dayOf(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// printRivalFigures prints the series with values that exclude each other.
func printRivalFigures(w *bufio.Writer, t *isnad.Trace) {
	for i := range t.Figures {
		if t.Figures[i].Disputed() {
			fmt.Fprintf(w, "\nFigures: ")
			figure(w, &t.Figures[i])
		}
	}
}
