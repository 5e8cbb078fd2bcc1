package show

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"

	"isnad"
)

// Cases prints the cases of a trace for people: each with its grade and why it has it; under each
// origin its tellings by time with their chains, copies folded; what was lost on the way; then the
// figures whose values exclude each other.
type Cases struct {
	Options
	Text   func(article string) string // the text of an article, by its ID
	Reason func(*isnad.Case) string    // why a case has its grade, in the language of the output
	Most   int                         // cases that are printed, 0 for all
}

// Print writes the cases. It fails where there are no words in the language.
func (c *Cases) Print(w *bufio.Writer, t *isnad.Trace) error {
	words, err := wordsOf(c.Language)
	if err != nil {
		return err
	}
	p := &traceSheet{sheet: sheet{text: newText(c.Options, words)}, Cases: c, articles: map[string]isnad.StoryArticle{}, copies: copiesByArticle(t)}
	for _, a := range t.Articles {
		p.articles[a.ID] = a
	}
	p.story(t)
	for i := range t.Cases {
		if c.Most > 0 && i == c.Most {
			p.write("\n")
			p.line(0, fmt.Sprintf("… %s: %d", p.words["more-cases"], len(t.Cases)-i))
			break
		}
		p.tracedCase(i+1, &t.Cases[i])
	}
	w.Write(p.out)
	printRivalFigures(w, words, t)
	return nil
}

// traceSheet is the text of one trace as it is being written.
type traceSheet struct {
	sheet
	*Cases
	articles map[string]isnad.StoryArticle
	copies   map[string]int // by article, the number of its group of copies from 1
}

// copiesByArticle is by article the number, from 1, of the group of copies that it is in.
func copiesByArticle(t *isnad.Trace) map[string]int {
	m := map[string]int{}
	for i := range t.Copies {
		for _, id := range t.Copies[i].Articles {
			if m[id] == 0 {
				m[id] = i + 1
			}
		}
	}
	return m
}

// story writes what the trace is of.
func (p *traceSheet) story(t *isnad.Trace) {
	p.arabic("", 0, bold, clean(t.Story.Title))
	parts := []string{p.ltr(t.Story.ID), p.words["of-articles"] + " " + strconv.Itoa(len(t.Articles)), p.words["of-cases"] + " " + strconv.Itoa(len(t.Cases))}
	if first, last := dayOf(t.Story.First), dayOf(t.Story.Last); first != "" {
		if last != first {
			first += " – " + last
		}
		parts = append(parts, p.ltr(first))
	}
	p.line(0, strings.Join(parts, " · "))
	if t.Story.Untraced > 0 {
		p.line(0, p.words["untraced"]+" "+strconv.Itoa(t.Story.Untraced))
	}
	for i := range t.Story.Unions {
		p.union(&t.Story.Unions[i])
	}
	for i := range t.Story.Partings {
		p.parting(t.Story.ID, &t.Story.Partings[i])
	}
}

// union tells which story became part of this one, when, with which article, and by what words.
func (p *traceSheet) union(u *isnad.Union) {
	p.arabic("+ ", 2, normal, u.ID+" "+dayOf(u.At)+" "+clean(u.Title))
	p.labelled("seen-with", p.articles[u.Article].Title)
	p.labelled("both-about", strings.Join(u.Words, "، "))
}

// parting tells which story parted from this one, or from which this one parted, and by what words.
func (p *traceSheet) parting(story string, x *isnad.Parting) {
	if x.ID == story {
		p.arabic("÷ ", 2, normal, p.words["parted-from"]+" "+x.From+" "+dayOf(x.At))
	} else {
		p.arabic("÷ ", 2, normal, p.words["parted"]+" "+x.ID+" "+dayOf(x.At)+" "+clean(x.Title))
	}
	p.labelled("one-about", strings.Join(x.Words, "، "))
	p.labelled("other-about", strings.Join(x.Stayed, "، "))
}

// labelled writes Arabic words behind what they are, if there are any.
func (p *traceSheet) labelled(key, s string) {
	if s != "" {
		label := "  " + p.words[key] + " "
		p.arabic(label, cells(label), normal, clean(s))
	}
}

// gradeSigns are what a grade looks like: the fuller, the better founded.
var gradeSigns = map[isnad.Grade]string{
	isnad.Corroborated: "●", isnad.SingleOrigin: "◐", isnad.UnnamedOrigin: "◌", isnad.NoOrigin: "○", isnad.Circular: "↻", isnad.Disputed: "≠",
}

// caseIndent is where what belongs to a case begins.
const caseIndent = 4

func (p *traceSheet) tracedCase(n int, c *isnad.Case) {
	p.write("\n")
	p.arabic(strconv.Itoa(n)+". ", caseIndent, bold, clean(c.Proposition))
	code := named
	switch c.Grade {
	case isnad.Disputed, isnad.Circular:
		code = warning
	case isnad.UnnamedOrigin, isnad.NoOrigin:
		code = unnamed
	}
	grade := p.color(code, gradeSigns[c.Grade]+" "+p.words["grade."+string(c.Grade)])
	p.line(caseIndent, grade+" · "+p.words["independent"]+" "+strconv.Itoa(c.Independent)+" · "+p.color(faint, p.ltr(c.ID)))
	p.arabic("", caseIndent, normal, clean(p.Reason(c)))
	told := make([]bool, len(c.Members))
	for i := range c.Origins {
		p.origin(c, &c.Origins[i], "", told)
	}
	for i := range c.Deniers {
		p.origin(c, &c.Deniers[i], p.words["denies"]+" ", told)
	}
	var uncounted, unsaid []int
	for i := range c.Members {
		switch {
		case told[i]:
		case c.Members[i].Narrated:
			unsaid = append(unsaid, i)
		default:
			uncounted = append(uncounted, i)
		}
	}
	p.others(c, "told-uncounted", uncounted)
	p.others(c, "told-by-none", unsaid)
	for _, d := range c.Drift {
		lost := fmt.Sprintf("%d ← %d  %s  %s", d.To+1, d.From+1, p.words["drift."+string(d.What)], clean(d.Note))
		p.arabic(strings.Repeat(" ", caseIndent)+"! ", caseIndent+2, warning, strings.TrimRight(lost, " "))
	}
}

// others writes members that belong to no origin, under what they have in common.
func (p *traceSheet) others(c *isnad.Case, heading string, members []int) {
	if len(members) > 0 {
		p.line(caseIndent, p.color(unnamed, p.words[heading]))
		p.tellings(c, members)
	}
}

// origin writes an origin, who told it first and when, and its tellings.
func (p *traceSheet) origin(c *isnad.Case, o *isnad.Origin, lead string, told []bool) {
	var members []int
	for _, m := range o.Members {
		if m < len(told) && !told[m] {
			told[m] = true
			members = append(members, m)
		}
	}
	if len(members) == 0 {
		return
	}
	code := named
	if o.Kind == isnad.Unnamed {
		code = unnamed
	}
	s := p.color(code, lead+p.rtl(p.words.link(isnad.Link{Name: o.Name, Kind: o.Kind})))
	if first := p.first(c, members); first.ID != "" {
		s += " · " + p.words["first-told"] + " " + p.rtl(clean(first.Outlet)) + " " + p.ltr(dayOf(first.Published))
	}
	p.line(caseIndent, s)
	p.tellings(c, members)
}

// first is the article that was the first to tell one of the members.
func (p *traceSheet) first(c *isnad.Case, members []int) (first isnad.StoryArticle) {
	for _, m := range members {
		if a := p.articles[c.Members[m].Article]; a.Published != "" && (first.ID == "" || a.Published < first.Published) {
			first = a
		}
	}
	return first
}
