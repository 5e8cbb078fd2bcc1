package web

import (
	"math"
	"strings"
)

// placesLabel names the places of a map for whoever cannot see it.
func (p *page) placesLabel(m *worldMap) string {
	names := make([]string, len(m.Places))
	for i, s := range m.Places {
		names[i] = clean(s.Name)
	}
	return p.T("places") + ": " + strings.Join(names, p.T("comma")+" ")
}

// radius grows with the articles, so that the area of a mark counts them.
func (s placeOnMap) radius() string {
	return px(3 + 1.2*math.Sqrt(float64(min(s.Articles, 60))))
}

// placeLabel says which place it is and how many articles of the story name it.
func (w *words) placeLabel(p placeOnMap) string {
	return clean(p.Name) + " · " + w.N("articles", p.Articles)
}
