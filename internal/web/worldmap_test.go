package web

import (
	"testing"

	"isnad"
)

// Places lie within the map, north above south and east right of west, in any script.
func TestMap(t *testing.T) {
	a, err := readAtlas()
	if err != nil {
		t.Fatal(err)
	}
	if len(a.borders) < 500 {
		t.Fatalf("read %d borders", len(a.borders))
	}
	var places []placeOnMap
	for _, name := range []string{"مينسك", "طرابلس", "بنغازي"} {
		s, ok := a.locate(isnad.Entity{Type: isnad.GPE, Name: name})
		if !ok {
			t.Fatalf("%s lies nowhere", name)
		}
		places = append(places, placeOnMap{Name: name, Articles: 3, spot: s})
	}
	m := a.draw(places)
	if minsk, tripoli, benghazi := m.Places[0], m.Places[1], m.Places[2]; minsk.Y >= tripoli.Y || tripoli.X >= benghazi.X {
		t.Errorf("the places lie at %+v", m.Places)
	}
	for _, p := range m.Places {
		if p.X < 0 || p.X > m.Width || p.Y < 0 || p.Y > m.Height {
			t.Errorf("%s lies outside", p.Name)
		}
	}
	if len(m.Borders) < 10 {
		t.Errorf("%d borders are drawn", len(m.Borders))
	}
	if one := a.draw(places[:1]); one.Height <= 0 || len(one.Borders) == 0 {
		t.Errorf("a map of one place: %v high, %d borders", one.Height, len(one.Borders))
	}
	if a.draw(nil) != nil {
		t.Error("there is a map of nothing")
	}
	for _, e := range []isnad.Entity{{Type: isnad.PER, Name: "مينسك"}, {Type: isnad.GPE, Name: "لا مكان"}} {
		if _, ok := a.locate(e); ok {
			t.Errorf("%+v lies somewhere", e)
		}
	}
}
