package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// ToldStory is a story as it was judged, or as it was traced: what both say of copies, cases and
// figures. Spans count code points.
type ToldStory struct {
	ID       string
	Articles []struct{ ID string }
	Copies   []struct{ Articles []string }
	Cases    []toldCase
	Figures  []struct{ Values []toldValue }
}

type toldCase struct {
	Members     []toldMember
	Independent int
	Grade       string
}

type toldMember struct {
	Article string
	Content []toldSpan
}

type toldSpan struct{ Start, End int }

type toldValue struct {
	Article  string
	Span     *toldSpan
	Min, Max *float64
	By       string
}

// ReadStories reads judged stories or traces, one a line. An error names the line.
func ReadStories(r io.Reader) (out []ToldStory, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<28)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var s ToldStory
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out = append(out, s)
	}
	return out, lines.Err()
}

// StoryScore is how traces agree with judged stories.
type StoryScore struct {
	Copies, Cases, FigureValue, FigureBy Layer // pairs of articles, pairs of members, values
	StoryPrecision, StoryRecall          float64
	Exact, Near, Grade                   Ratio // of the judged cases of two members or more: origins, origins within one, grade
	Ties                                 int   // cases that two traced cases hold as much of: the first was taken
}

// ScoreStories compares traces with judged stories as score_trace.py does.
func ScoreStories(judged, traced []ToldStory) (s StoryScore) {
	in := map[string]int{} // article → judged story
	for n := range judged {
		for _, a := range judged[n].Articles {
			in[a.ID] = n
		}
	}
	s.stories(in, traced)
	s.Copies = copiesLayer(in, judged, traced)
	s.cases(judged, traced)
	s.figures(in, judged, traced)
	return s
}

// stories is B-cubed (Bagga and Baldwin 1998) over the judged articles.
func (s *StoryScore) stories(in map[string]int, traced []ToldStory) {
	place, group := map[string]int{}, map[int][]string{}
	for n := range traced {
		for _, a := range traced[n].Articles {
			if _, judged := in[a.ID]; !judged {
				continue
			}
			if _, placed := place[a.ID]; !placed {
				place[a.ID] = n
				group[n] = append(group[n], a.ID)
			}
		}
	}
	size := map[int]int{}
	for _, story := range in {
		size[story]++
	}
	for id, story := range in {
		mine := []string{id}
		if n, placed := place[id]; placed {
			mine = group[n]
		}
		same := 0
		for _, other := range mine {
			if in[other] == story {
				same++
			}
		}
		s.StoryPrecision += share(same, len(mine)) / float64(len(in))
		s.StoryRecall += share(same, size[story]) / float64(len(in))
	}
}

// copiesLayer counts pairs of judged articles in one group of copies.
func copiesLayer(in map[string]int, judged, traced []ToldStory) Layer {
	pairs := func(stories []ToldStory) map[[2]string]bool {
		out := map[[2]string]bool{}
		for n := range stories {
			for _, c := range stories[n].Copies {
				ids := slices.Compact(slices.Sorted(slices.Values(c.Articles)))
				for i, a := range ids {
					for _, b := range ids[:i] {
						_, known := in[a]
						if _, other := in[b]; known && other {
							out[[2]string{b, a}] = true
						}
					}
				}
			}
		}
		return out
	}
	gold, read := pairs(judged), pairs(traced)
	l := Layer{Gold: len(gold), Read: len(read)}
	for p := range gold {
		if read[p] {
			l.Right++
		}
	}
	return l
}

// figures counts judged values that are found at their place, and those with their claimer too.
func (s *StoryScore) figures(in map[string]int, judged, traced []ToldStory) {
	found := map[string][]toldValue{}
	for n := range traced {
		for _, f := range traced[n].Figures {
			for _, v := range f.Values {
				if _, known := in[v.Article]; known && v.Span != nil {
					found[v.Article] = append(found[v.Article], v)
					s.FigureValue.Read++
					s.FigureBy.Read++
				}
			}
		}
	}
	for n := range judged {
		for _, f := range judged[n].Figures {
			for _, v := range f.Values {
				if v.Span == nil {
					continue
				}
				s.FigureValue.Gold++
				s.FigureBy.Gold++
				value, by := false, false
				for _, w := range found[v.Article] {
					if w.Span.Start < v.Span.End && v.Span.Start < w.Span.End && sameNumber(v.Min, w.Min) && sameNumber(v.Max, w.Max) {
						value = true
						by = by || v.By == "" && w.By == "" || sameName(v.By, w.By)
					}
				}
				if value {
					s.FigureValue.Right++
				}
				if by {
					s.FigureBy.Right++
				}
			}
		}
	}
}

func sameNumber(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
