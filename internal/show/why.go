package show

import (
	"slices"
	"strconv"
	"strings"

	"isnad"
)

// why is the rival explanations of one event, each with who gives it, and those that are
// tied to no event, of the article as a whole.
type why struct {
	event        *isnad.Event // of those that tell it the one with most who take part; nil if none is the article's
	explanations []*isnad.Explanation
	whole        []*isnad.Explanation
}

// mainWhy gives the explanations of the main event of those that are explained, and of the
// article. Events of one type with somebody in common are taken for one. Where what is
// explained stands neither in the title nor in the lead and is told once, it is not what
// the article is about: then all explanations are of the article. nil where nothing is explained.
func mainWhy(a *isnad.Analysis) *why {
	happening := happenings(a.Events)
	explained, v := map[int][]*isnad.Explanation{}, &why{}
	var all []*isnad.Explanation
	for i := range a.Explanations {
		x := &a.Explanations[i]
		all = append(all, x)
		if n, ok := happening[x.Event]; ok {
			explained[n] = append(explained[n], x)
		} else {
			v.whole = append(v.whole, x)
		}
	}
	if len(all) == 0 {
		return nil
	}
	weights, best := weightsOf(a, happening), -1
	for n := range a.Events {
		if len(explained[n]) > 0 && weights[n] > 1 && (best < 0 || weights[n] > weights[best] || weights[n] == weights[best] && len(explained[n]) > len(explained[best])) {
			best = n
		}
	}
	if best < 0 {
		return &why{whole: all}
	}
	v.event, v.explanations = &a.Events[best], explained[best]
	for i := range a.Events {
		if e := &a.Events[i]; happening[e.ID] == best && sides(e) > sides(v.event) {
			v.event = e
		}
	}
	return v
}

// The weight of an event is how often it is told; in title and lead it is told many times.
const (
	titleWeight = 100
	leadWeight  = 10
)

// weightsOf is by happening how much it is what the article is about.
func weightsOf(a *isnad.Analysis, happening map[string]int) []int {
	weights := make([]int, len(a.Events))
	title, lead := len(a.Article.Title), leadEnd(a)
	for i := range a.Events {
		n := happening[a.Events[i].ID]
		weights[n]++
		if end := a.Events[i].Trigger.End; end <= title {
			weights[n] += titleWeight
		} else if end <= lead {
			weights[n] += leadWeight
		}
	}
	return weights
}

// leastLead is how many bytes a line has at least that is no dateline.
const leastLead = 80

// leadEnd is where the first paragraph of the article ends.
func leadEnd(a *isnad.Analysis) int {
	at := len(a.Article.Title)
	for at < len(a.Text) {
		from := at + 1
		if n := strings.IndexByte(a.Text[from:], '\n'); n >= 0 {
			at = from + n
		} else {
			at = len(a.Text)
		}
		if at-from >= leastLead {
			return at
		}
	}
	return at
}

// sides counts who takes part, on two sides rather than on one.
func sides(e *isnad.Event) int {
	n := min(len(e.Actors), 3) + min(len(e.Recipients), 3)
	if len(e.Actors) > 0 && len(e.Recipients) > 0 {
		n += 3
	}
	return n
}

// happenings gives for each event, by its identifier, the index of the first that tells the
// same: of the same type, with somebody in common with one of those before.
func happenings(events []isnad.Event) map[string]int {
	type part struct{ kind, who string }
	first := make(map[string]int, len(events))
	of := map[part]int{}
	for i := range events {
		e := &events[i]
		head := i
		who := append(slices.Clone(e.Actors), e.Recipients...)
		for _, id := range who {
			if n, ok := of[part{e.Type, id}]; ok {
				head = min(head, n)
			}
		}
		for _, id := range who {
			if _, ok := of[part{e.Type, id}]; !ok {
				of[part{e.Type, id}] = head
			}
		}
		first[e.ID] = head
	}
	return first
}

// whyCells is who gives an explanation, of what kind its origin is, what it says, and the
// number of its claim, 0 where the narrator gives it.
func (w words) whyCells(a *isnad.Analysis, numbers map[string]int, x *isnad.Explanation) (who, kind, says string, n int) {
	who, kind = w["narrator"], "media"
	if n = numbers[x.Claim]; n > 0 {
		who, kind = w.chainText(a, &a.Claims[n-1]), originKind(&a.Claims[n-1])
	} else if outlet := clean(a.Article.Outlet); outlet != "" {
		who = outlet + " (" + w["narrator"] + ")"
	}
	var parts []string
	for _, s := range x.Content {
		parts = append(parts, clean(s.In(a.Text)))
	}
	return who, kind, strings.Join(parts, " … "), n
}

// whyTitle names the event that is explained.
func (w words) whyTitle(a *isnad.Analysis, e *isnad.Event) (trigger, rest string) {
	trigger, kind, who, _, _, _ := w.eventCells(a, entityNames(a), e)
	if who == "" {
		who = kind
	}
	return trigger, who
}

func (p *sheet) why() {
	v := mainWhy(p.a)
	if v == nil {
		return
	}
	p.heading("why", len(v.explanations)+len(v.whole))
	numbers := claimNumbers(p.a)
	if v.event != nil {
		trigger, who := p.words.whyTitle(p.a, v.event)
		p.line(2, p.rtl(trigger)+" · "+p.rtl(who))
		p.explanations(v.explanations, numbers)
	}
	if len(v.whole) > 0 {
		if v.event != nil {
			p.write("\n")
		}
		p.line(2, p.words["why-whole"])
		p.explanations(v.whole, numbers)
	}
}

func (p *sheet) explanations(list []*isnad.Explanation, numbers map[string]int) {
	for _, x := range list {
		by, _, says, n := p.words.whyCells(p.a, numbers, x)
		p.write("\n")
		p.arabic("  • ", 4, named, by)
		if n > 0 {
			p.line(4, p.color(faint, p.words["claim"]+" "+strconv.Itoa(n)))
		}
		p.arabic("", 4, normal, says)
	}
}

// why writes the explanations side by side, in as many columns as there is room for.
func (s *section) why() {
	v := mainWhy(s.Analysis)
	if v == nil {
		return
	}
	s.write(`<section class="why ui">` + "\n")
	s.heading("why", len(v.explanations)+len(v.whole))
	numbers := claimNumbers(s.Analysis)
	if v.event != nil {
		trigger, who := s.words.whyTitle(s.Analysis, v.event)
		s.write("<p>" + arabicCell(trigger, "b") + ` <span class="dim">·</span> ` + arabicCell(who, "bdi") + "</p>\n")
		s.explanations(v.explanations, numbers)
	}
	if len(v.whole) > 0 {
		s.write("<p>")
		s.text(s.words["why-whole"])
		s.write("</p>\n")
		s.explanations(v.whole, numbers)
	}
	s.write("</section>\n")
}

func (s *section) explanations(list []*isnad.Explanation, numbers map[string]int) {
	s.write("<ul>\n")
	for _, x := range list {
		by, kind, says, n := s.words.whyCells(s.Analysis, numbers, x)
		s.write(`<li class="` + kind + `"><bdi class="chain" lang="ar" dir="rtl">`)
		s.text(by)
		s.write("</bdi>")
		if n > 0 {
			s.write(` <a class="num" href="#c` + s.claimID(n-1) + `">`)
			s.text(s.words["claim"] + " " + strconv.Itoa(n))
			s.write("</a>")
		}
		s.write(`<p lang="ar" dir="rtl">`)
		s.text(says)
		s.write("</p></li>\n")
	}
	s.write("</ul>\n")
}
