package show

import (
	"bufio"
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"isnad"
	"isnad/arabic"
)

// mostTellings is how many tellings of one origin are printed, and mostAlike how many outlets that
// tell the same words; the rest is in the JSON.
const (
	mostTellings = 12
	mostAlike    = 6
)

// telling is members that tell the same in the same words, by the same chain.
type telling struct {
	member int // the first
	alike  []int
}

// tellings writes the members, those of the same words and chain as one.
func (p *traceSheet) tellings(c *isnad.Case, members []int) {
	all := p.folded(c, members)
	for i, t := range all {
		if i == mostTellings {
			p.line(caseIndent+2, fmt.Sprintf("… %s: %d", p.words["more-tellings"], len(all)-i))
			return
		}
		m := &c.Members[t.member]
		a := p.articles[m.Article]
		label := strconv.Itoa(t.member+1) + ". "
		indent := caseIndent + 2 + max(4, len(label))
		p.arabic(strings.Repeat(" ", caseIndent+2)+label, indent, normal, p.hedge(m)+clean(strings.Join(p.contents(m), " … ")))
		s := p.rtl(clean(tellers(p.teller(a.ID), m, p.words["told-itself"]))) + " · " + p.ltr(dayOf(a.Published))
		if also := p.alike(c, t.alike); also != "" {
			s += " · " + also
		}
		p.line(indent, p.color(faint, s))
	}
}

// folded puts members of one chain together that have the same words, or begin with the same and
// stand in copies of one text.
func (p *traceSheet) folded(c *isnad.Case, members []int) (all []telling) {
	at := map[string]int{}
	for _, i := range members {
		m := &c.Members[i]
		told := arabic.Fold(strings.Join(p.contents(m), " "))
		if g := p.copies[m.Article]; g > 0 {
			told = strconv.Itoa(g) + " " + strings.Join(firstWords(told, 4), " ")
		}
		key := fmt.Sprintf("%s\n%v %s\n%s", tellers("", m, ""), m.Denied, m.Certainty, told)
		if n, ok := at[key]; ok {
			all[n].alike = append(all[n].alike, i)
			continue
		}
		at[key] = len(all)
		all = append(all, telling{member: i})
	}
	return all
}

// firstWords is the first n words of a text.
func firstWords(s string, n int) []string {
	words := strings.Fields(s)
	return words[:min(n, len(words))]
}

// alike names the outlets of members that tell the same words as the one before, with their numbers.
func (p *traceSheet) alike(c *isnad.Case, members []int) string {
	if len(members) == 0 {
		return ""
	}
	var names []string
	for i, m := range members {
		if i == mostAlike {
			names = append(names, "…")
			break
		}
		names = append(names, strconv.Itoa(m+1)+" "+p.rtl(clean(p.teller(c.Members[m].Article))))
	}
	return p.words["alike"] + " " + strconv.Itoa(len(members)) + ": " + strings.Join(names, ", ")
}

// teller is the outlet of an article, or where none is known the article's own name.
func (p *traceSheet) teller(article string) string {
	return cmp.Or(p.articles[article].Outlet, article)
}

func (p *traceSheet) contents(m *isnad.Member) []string {
	var words []string
	for _, s := range m.Content {
		words = append(words, s.In(p.Text(m.Article)))
	}
	return words
}

// tellers is who tells it, from the outlet to the origin; itself stands for the origin where the
// article tells it in its own voice.
func tellers(outlet string, m *isnad.Member, itself string) string {
	names := []string{outlet}
	for _, l := range m.Chain {
		names = append(names, l.Name)
	}
	if m.Narrated {
		names = append(names, itself)
	}
	return strings.Join(names, " ← ")
}

func (p *traceSheet) hedge(m *isnad.Member) string {
	switch {
	case m.Denied:
		return "[" + p.words["act.deny"] + "] "
	case m.Certainty != isnad.Certain:
		return "[" + p.words["certainty."+string(m.Certainty)] + "] "
	}
	return ""
}

func dayOf(s string) string { return s[:min(len(s), len("2006-01-02"))] }

// printRivalFigures prints the series with values that exclude each other.
func printRivalFigures(w *bufio.Writer, words words, t *isnad.Trace) {
	for i := range t.Figures {
		if t.Figures[i].Disputed() {
			fmt.Fprintf(w, "\n%s: ", words["figures"])
			figure(w, words, &t.Figures[i])
		}
	}
}
