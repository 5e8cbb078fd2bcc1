package show

import (
	"slices"
	"strconv"
	"strings"

	"isnad"
)

// why is the rival explanations of one event, each with who gives it.
type why struct {
	event        *isnad.Event // of those that tell it the one with most who take part
	explanations []*isnad.Explanation
}

// mainWhy gives the explanations of the main event of those that are explained: the one
// that the title tells, else the one told most often, of several the first. Events of one
// type with somebody in common are taken for one. nil where nothing is explained.
func mainWhy(a *isnad.Analysis) *why {
	happening := happenings(a.Events)
	explained := map[int]*why{}
	for i := range a.Explanations {
		x := &a.Explanations[i]
		n, ok := happening[x.Event]
		if !ok {
			continue
		}
		if explained[n] == nil {
			explained[n] = &why{event: &a.Events[n]}
		}
		explained[n].explanations = append(explained[n].explanations, x)
	}
	weight := make([]int, len(a.Events))
	title := len(a.Article.Title)
	for i := range a.Events {
		n := happening[a.Events[i].ID]
		weight[n]++
		if a.Events[i].Trigger.End <= title {
			weight[n] += len(a.Events)
		}
	}
	best := -1
	for n := range a.Events {
		if explained[n] != nil && (best < 0 || weight[n] > weight[best]) {
			best = n
		}
	}
	if best < 0 {
		return nil
	}
	v := explained[best]
	for i := range a.Events {
		if e := &a.Events[i]; happening[e.ID] == best && sides(e) > sides(v.event) {
			v.event = e
		}
	}
	return v
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
	p.heading("why", len(v.explanations))
	trigger, who := p.words.whyTitle(p.a, v.event)
	p.line(2, p.rtl(trigger)+" · "+p.rtl(who))
	numbers := claimNumbers(p.a)
	for _, x := range v.explanations {
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
	s.heading("why", len(v.explanations))
	trigger, who := s.words.whyTitle(s.Analysis, v.event)
	s.write("<p>" + arabicCell(trigger, "b") + ` <span class="dim">·</span> ` + arabicCell(who, "bdi") + "</p>\n<ul>\n")
	numbers := claimNumbers(s.Analysis)
	for _, x := range v.explanations {
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
	s.write("</ul>\n</section>\n")
}
