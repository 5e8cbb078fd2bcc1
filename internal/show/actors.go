package show

import (
	"html"
	"strconv"
	"strings"

	"isnad"
)

// maxActors bounds the entities that are listed; the rest is in the JSON.
const maxActors = 30

// actorsOf gives the entities that are more than places or that events speak of: persons
// and bodies first as the article has them, then countries; with the number of their
// mentions.
func actorsOf(a *isnad.Analysis) []*isnad.Entity {
	acts := map[string]bool{}
	for i := range a.Events {
		for _, side := range [][]string{a.Events[i].Actors, a.Events[i].Recipients} {
			for _, id := range side {
				acts[id] = true
			}
		}
	}
	var out []*isnad.Entity
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type == isnad.PER || e.Type == isnad.ORG || acts[e.ID] {
			out = append(out, e)
		}
	}
	return out[:min(len(out), maxActors)]
}

// entityNames gives the names of entities by identifier.
func entityNames(a *isnad.Analysis) map[string]string {
	names := make(map[string]string, len(a.Entities))
	for i := range a.Entities {
		names[a.Entities[i].ID] = clean(a.Entities[i].Name)
	}
	return names
}

// side names those on one side of an event.
func side(names map[string]string, ids []string) string {
	var out []string
	for _, id := range ids {
		if n := names[id]; n != "" {
			out = append(out, n)
		}
	}
	return strings.Join(out, "، ")
}

// eventCells is what is told of an event: type, who, to whom, where, when, and how sure.
func (w words) eventCells(a *isnad.Analysis, names map[string]string, e *isnad.Event) (trigger, kind, who, place, time, status string) {
	who = side(names, e.Actors)
	if to := side(names, e.Recipients); to != "" {
		who = strings.TrimSpace(who + " ← " + to)
	}
	if e.Status != "actual" {
		status = w["status."+e.Status]
	}
	return clean(e.Trigger.In(a.Text)), w["event."+e.Type], who, names[e.Place], clean(e.Time), status
}

func (p *sheet) actors() {
	list := actorsOf(p.a)
	if len(list) == 0 {
		return
	}
	p.heading("actors", len(list))
	for _, e := range list {
		parts := []string{p.rtl(clean(e.Name))}
		parts = append(parts, p.notEmpty(p.ltr, clean(e.NameLatin))...)
		if len(e.Roles) > 0 {
			parts = append(parts, p.rtl(clean(e.Roles[0])))
		}
		p.item(parts, "")
	}
}

func (p *sheet) events() {
	if len(p.a.Events) == 0 {
		return
	}
	p.heading("events", len(p.a.Events))
	names, numbers := entityNames(p.a), claimNumbers(p.a)
	for i := range p.a.Events {
		e := &p.a.Events[i]
		trigger, kind, who, place, time, status := p.words.eventCells(p.a, names, e)
		parts := []string{p.rtl(trigger), kind}
		parts = append(parts, p.notEmpty(p.rtl, who)...)
		parts = append(parts, p.notEmpty(p.rtl, place)...)
		parts = append(parts, p.notEmpty(p.ltr, time)...)
		parts = append(parts, p.notEmpty(p.plain, status)...)
		if n := numbers[e.Claim]; n > 0 {
			parts = append(parts, p.words["claim"]+" "+strconv.Itoa(n))
		}
		p.item(parts, e.Rule)
	}
}

func (s *section) actors() {
	list := actorsOf(s.Analysis)
	if len(list) == 0 {
		return
	}
	s.heading("actors", len(list))
	s.write("<ul>\n")
	for _, e := range list {
		role := ""
		if len(e.Roles) > 0 {
			role = arabicCell(e.Roles[0], "bdi")
		}
		s.row([]string{arabicCell(e.Name, "b"), latinCell(e.NameLatin), role}, "")
	}
	s.write("</ul>\n")
}

func (s *section) events() {
	if len(s.Events) == 0 {
		return
	}
	s.heading("events", len(s.Events))
	names, numbers := entityNames(s.Analysis), claimNumbers(s.Analysis)
	s.write("<ul>\n")
	for i := range s.Events {
		e := &s.Events[i]
		trigger, kind, who, place, time, status := s.words.eventCells(s.Analysis, names, e)
		cells := []string{arabicCell(trigger, "b"), html.EscapeString(kind), arabicCell(who, "bdi"), arabicCell(place, "bdi"), latinCell(time), html.EscapeString(status)}
		if n := numbers[e.Claim]; n > 0 {
			cells = append(cells, `<a href="#c`+s.claimID(n-1)+`">`+html.EscapeString(s.words["claim"]+" "+strconv.Itoa(n))+"</a>")
		}
		s.row(cells, e.Rule)
	}
	s.write("</ul>\n")
}
