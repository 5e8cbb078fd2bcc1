package web

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
)

func (v *storyView) explanations(read map[string]*isnad.Analysis) {
	articles, group := articlesOf(v.Trace), copyOf(v.Trace)
	for _, r := range v.Trace.Explanations {
		view := rivalsView{Of: clean(r.Of)}
		for _, g := range r.Groups {
			e := explanationView{Saying: shortened(clean(g.Saying), longestSaying)}
			for _, m := range g.Members {
				e.add(m, articles[m.Article], read[m.Article])
			}
			e.Texts = textsOf(e.Tellers, group)
			view.Groups = append(view.Groups, e)
		}
		slices.SortStableFunc(view.Groups, func(a, b explanationView) int {
			return cmp.Or(cmp.Compare(b.Texts, a.Texts), cmp.Compare(len(b.By), len(a.By)), cmp.Compare(len(b.Tellers), len(a.Tellers)))
		})
		n := v.first("explanations", len(view.Groups))
		view.Groups, view.Rest = view.Groups[:n], len(view.Groups)-n
		v.Rivals = append(v.Rivals, view)
	}
}

// longestSaying is how much of an explanation stands at the head of its column, in code
// points; its tellers' words are whole.
const longestSaying = 180

// textsOf counts the tellers, those of the same text once.
func textsOf(tellers []tellerView, group map[string]int) int {
	seen := make(map[string]bool)
	for _, t := range tellers {
		key := t.Article.ID
		if g := group[key]; g > 0 {
			key = digits(g)
		}
		seen[key] = true
	}
	return len(seen)
}

func (e *explanationView) add(m isnad.Telling, article isnad.StoryArticle, read *isnad.Analysis) {
	if e.Since == "" || article.Published < e.Since {
		e.Since = article.Published
	}
	if len(m.Chain) == 0 {
		e.Own = true
	} else if last := m.Chain[len(m.Chain)-1]; !slices.ContainsFunc(e.By, func(l isnad.Link) bool { return l.Name == last.Name }) {
		e.By = append(e.By, last)
	}
	t := tellerView{Article: article, Claim: m.Claim, Chain: m.Chain}
	if read != nil {
		t.Words = wordsOf(m.Content, read.Text)
	}
	e.Tellers = append(e.Tellers, t)
}

// timelineEnds is how many articles are shown from the beginning of a long story, and from
// its end.
const timelineEnds = 5

// timeline groups the articles by day, the oldest first. Of a long story the middle is
// left out.
func (v *storyView) timeline() {
	group, first := copyOf(v.Trace), make(map[int]*articleLine)
	lines := make([]*articleLine, 0, len(v.Trace.Articles))
	for _, a := range v.Trace.Articles {
		g := group[a.ID]
		if line, ok := first[g]; ok && g > 0 && v.Trace.Copies[g-1].Kind == isnad.WholeCopy {
			line.Copies = append(line.Copies, a)
			continue
		}
		line := &articleLine{StoryArticle: a}
		if g > 0 {
			line.Agency = v.Trace.Copies[g-1].Agency
			first[g] = line
		}
		lines = append(lines, line)
	}
	if between := len(lines) - 2*timelineEnds; between > 1 && v.All != "timeline" {
		v.Between = between
		v.Timeline, v.Late = v.byDay(lines[:timelineEnds]), v.byDay(lines[len(lines)-timelineEnds:])
		return
	}
	v.Timeline = v.byDay(lines)
}

func (w *words) byDay(lines []*articleLine) (days []dayView) {
	for _, line := range lines {
		day := w.day(line.Published)
		if n := len(days); n == 0 || days[n-1].Day != day {
			days = append(days, dayView{Day: day})
		}
		today := &days[len(days)-1]
		today.Articles = append(today.Articles, *line)
	}
	return days
}

// mostActors is how many actors stand beside a story.
const mostActors = 12

// actors counts who is named in how many articles. Those whom joining has not come to yet are
// told apart by their fullest name.
func (s *Server) actorsIn(ctx context.Context, t *isnad.Trace, read map[string]*isnad.Analysis) ([]storyActor, error) {
	ids := make([]string, len(t.Articles))
	for i, a := range t.Articles {
		ids[i] = a.ID
	}
	cast, err := s.Archive.Cast(ctx, ids)
	if err != nil {
		return nil, err
	}
	count := actorCount{at: make(map[actorKey]int)}
	for _, id := range ids {
		count.add(read[id].Entities, cast[id])
	}
	all := count.all
	slices.SortStableFunc(all, func(a, b storyActor) int { return cmp.Compare(b.Articles, a.Articles) })
	all = all[:min(len(all), mostActors)]
	numbers := make([]int64, len(all))
	for i := range all {
		numbers[i] = all[i].number
	}
	who, err := s.archive.actorsOf(ctx, numbers)
	if err != nil {
		return nil, err
	}
	for i := range all {
		if x := who[all[i].number]; x != nil {
			all[i].Known = x.KB != ""
			all[i].ID, all[i].Name, all[i].Latin = x.ID, clean(x.Name), cmp.Or(clean(x.Latin), all[i].Latin)
		}
	}
	return all, nil
}

// actorKey tells actors apart: by number, or without one by name.
type actorKey struct {
	number int64
	name   string
}

// actorCount is the actors of a story, in the order in which they are met.
type actorCount struct {
	all []storyActor
	at  map[actorKey]int
}

// add counts the actors of one article; cast are their numbers, nil where joining has not
// come to it.
func (c *actorCount) add(entities []isnad.Entity, cast map[string]int64) {
	seen := make(map[actorKey]bool)
	for i := range entities {
		e := &entities[i]
		k := actorKey{number: cast[e.ID]}
		if !isActor(e.Type) || k.number == 0 && cast != nil {
			continue // who acts without a name is no actor that is told of elsewhere
		}
		if k.number == 0 {
			k.name = arabic.Fold(e.Name)
		}
		n, ok := c.at[k]
		if !ok {
			n = len(c.all)
			c.at[k] = n
			c.all = append(c.all, storyActor{number: k.number, Name: clean(e.Name), Latin: clean(e.NameLatin), Type: e.Type, Known: e.KB != ""})
		}
		if !seen[k] {
			seen[k] = true
			c.all[n].Articles++
		}
		if c.all[n].Role == "" && len(e.Roles) > 0 {
			c.all[n].Role = clean(strings.Join(e.Roles, "، "))
		}
	}
}
