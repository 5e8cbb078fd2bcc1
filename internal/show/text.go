package show

import (
	"strconv"
	"strings"

	"isnad"
)

// text is the output for people on a terminal.
type text struct {
	Options
	words words
}

func newText(o Options, w words) *text {
	o.Width = max(o.Width, 30)
	return &text{Options: o, words: w}
}

// Head is empty.
func (t *text) Head(string, int) string { return "" }

// Between draws a line.
func (t *text) Between() string { return "\n" + strings.Repeat("─", min(t.Width, 40)) + "\n\n" }

// Tail is empty.
func (t *text) Tail(int) string { return "" }

// Append appends why its main event is said to have happened, the article's claims in order, then its figures, dates, actors and events.
func (t *text) Append(dst []byte, item Item) []byte {
	p := &sheet{text: t, a: item.Analysis, out: dst}
	p.head()
	p.why()
	p.claims()
	p.figures()
	p.dates()
	p.actors()
	p.events()
	p.reasons(item.Reasons)
	return p.out
}

// ANSI colours: one for named origins, one for unnamed, one that warns.
const (
	normal  = ""
	bold    = "1"
	faint   = "2"
	named   = "36"
	unnamed = "33"
	warning = "35"
)

// sheet is the text of one article as it is being written.
type sheet struct {
	*text
	a   *isnad.Analysis
	out []byte
}

func (p *sheet) write(s string) { p.out = append(p.out, s...) }

func (p *sheet) color(code, s string) string {
	if !p.Color || s == "" || code == normal {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// rtl isolates a run of Arabic, ltr a run of digits or Latin.
func (p *sheet) rtl(s string) string { return p.isolate(rli, s) }
func (p *sheet) ltr(s string) string { return p.isolate(lri, s) }

// unisolated takes isolates out.
var unisolated = strings.NewReplacer(lri, "", pdi, "")

// plain leaves words of the output's own language as they are; only a range keeps
// its isolates where they are asked for.
func (p *sheet) plain(s string) string {
	if p.Bidi != Plain {
		return s
	}
	return unisolated.Replace(s)
}

func (p *sheet) isolate(how, s string) string {
	if p.Bidi == Plain || s == "" {
		return s
	}
	return how + s + pdi
}

// line writes one line in the direction of the language.
func (p *sheet) line(indent int, s string) {
	if p.Language == "ar" {
		p.rightToLeft(indent, s)
		return
	}
	p.write(p.order(strings.Repeat(" ", indent)+s, false) + "\n")
}

// arabic writes Arabic text over as many lines as it takes, after a label.
func (p *sheet) arabic(label string, indent int, code, s string) {
	for _, l := range wrap(s, p.Width-indent) {
		l = p.color(code, l)
		lead := label + strings.Repeat(" ", indent-cells(label))
		if p.Language == "ar" {
			p.rightToLeft(0, lead+l)
		} else {
			p.write(p.order(lead+p.rtl(l), false) + "\n")
		}
		label = ""
	}
}

// rightToLeft writes a line whose first sign stands at the right. A terminal begins
// its lines at the left all the same: so it is pushed over.
func (p *sheet) rightToLeft(indent int, s string) {
	s = p.order(p.rtl(strings.Repeat(" ", indent)+s), true)
	if p.Bidi != Plain {
		p.write(strings.Repeat(" ", max(0, p.Width-cells(s))))
	}
	p.write(s + "\n")
}

// order puts a line that is ready into the order that the terminal wants.
func (p *sheet) order(s string, rightToLeft bool) string {
	if p.Bidi == Visual {
		return visual(s, rightToLeft)
	}
	return s
}

func (p *sheet) head() {
	title := clean(p.a.Article.Title)
	if title == "" {
		title = p.words["untitled"]
	}
	p.arabic("", 0, bold, title)
	var parts []string
	if o := clean(p.a.Article.Outlet); o != "" {
		parts = append(parts, p.rtl(o))
	}
	for _, s := range []string{moment(p.a.Article.Published), clean(p.a.Article.URL)} {
		if s != "" {
			parts = append(parts, p.ltr(s))
		}
	}
	if len(parts) > 0 {
		p.line(0, strings.Join(parts, " · "))
	}
}

func (p *sheet) heading(key string, n int) {
	p.write("\n")
	p.line(0, p.color(bold, p.words[key])+" ("+strconv.Itoa(n)+")")
}

func (p *sheet) claims() {
	if len(p.a.Claims) == 0 {
		p.write("\n")
		p.line(0, p.words["no-claims"])
		return
	}
	p.heading("claims", len(p.a.Claims))
	for i := range p.a.Claims {
		p.claim(i+1, &p.a.Claims[i])
	}
}

func (p *sheet) claim(n int, c *isnad.Claim) {
	indent := max(4, len(strconv.Itoa(n))+2)
	kind := originKind(c)
	code := named
	if kind == string(isnad.Unnamed) || kind == "none" {
		code = unnamed
	}
	p.write("\n")
	p.arabic(strconv.Itoa(n)+". ", indent, code, p.words.chainText(p.a, c))
	marks := p.words.marks(c)
	if c.Certainty != isnad.Certain || c.Narrator == isnad.Distancing {
		code = warning
	} else {
		code = faint
	}
	s := p.color(code, strings.Join(marks, " · ")) + p.color(faint, " · ") + p.rtl("«"+clean(c.Cue.In(p.a.Text))+"»")
	if p.Rules && c.Rule != "" {
		s += " · " + p.words["by-rule"] + " " + p.ltr(c.Rule)
	}
	p.line(indent, s)
	p.arabic("", indent, normal, contentText(p.a, c))
}

func (p *sheet) figures() {
	if len(p.a.Quantities) == 0 {
		return
	}
	p.heading("figures", len(p.a.Quantities))
	numbers := claimNumbers(p.a)
	for i := range p.a.Quantities {
		q := &p.a.Quantities[i]
		said := clean(q.Span.In(p.a.Text))
		parts := []string{p.rtl(said)}
		parts = append(parts, p.notEmpty(p.plain, p.words.amount(q, said))...)
		parts = append(parts, p.notEmpty(p.rtl, unit(q, said))...)
		parts = append(parts, p.notEmpty(p.rtl, clean(q.Of))...)
		parts = append(parts, p.notEmpty(p.rtl, clean(q.Place))...)
		parts = append(parts, p.notEmpty(p.ltr, clean(q.Time))...)
		if n := numbers[q.Claim]; n > 0 {
			parts = append(parts, p.words["claim"]+" "+strconv.Itoa(n))
		}
		p.item(parts, q.Rule)
	}
}

func (p *sheet) notEmpty(isolate func(string) string, s string) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return []string{isolate(s)}
}

func (p *sheet) dates() {
	if len(p.a.Times) == 0 {
		return
	}
	p.heading("dates", len(p.a.Times))
	for i := range p.a.Times {
		t := &p.a.Times[i]
		p.item([]string{p.rtl(clean(t.Span.In(p.a.Text))), p.ltr(clean(t.Value))}, t.Rule)
	}
}

func (p *sheet) item(parts []string, rule string) {
	if p.Rules && rule != "" {
		parts = append(parts, p.words["by-rule"]+" "+p.ltr(rule))
	}
	p.line(2, "• "+strings.Join(parts, " · "))
}
