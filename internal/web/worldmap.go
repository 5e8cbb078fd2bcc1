package web

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"isnad"
	"isnad/lexicon"
)

//go:embed borders.txt
var bordersTable string

// spot is a place on the earth, in degrees north and east.
type spot struct{ lat, lon float64 }

// atlas knows where places lie, and the coasts and borders around them.
type atlas struct {
	borders    [][]spot
	gazetteers *lexicon.Gazetteers
}

func readAtlas() (*atlas, error) {
	a := &atlas{}
	var err error
	if a.gazetteers, err = lexicon.LoadGazetteers(); err != nil {
		return nil, err
	}
	number := 0
	for line := range strings.Lines(bordersTable) {
		number++
		if strings.HasPrefix(line, "#") {
			continue
		}
		var border []spot
		for point := range strings.FieldsSeq(line) {
			x, y, _ := strings.Cut(point, ",")
			lon, err := strconv.ParseFloat(x, 64)
			lat, bad := strconv.ParseFloat(y, 64)
			if err != nil || bad != nil {
				return nil, fmt.Errorf("borders.txt:%d: %q is no point", number, point)
			}
			border = append(border, spot{lat, lon})
		}
		a.borders = append(a.borders, border)
	}
	return a, nil
}

// locate finds where an entity lies; countries, seas and continents are too large to be a
// point.
func (a *atlas) locate(e isnad.Entity) (spot, bool) {
	if e.Type != isnad.GPE && e.Type != isnad.FAC {
		return spot{}, false
	}
	for _, entry := range a.gazetteers.Named(e.Name) {
		if entry.Located && (e.KB == "" || entry.KB == "-" || entry.KB == e.KB) {
			return spot{entry.Lat, entry.Lon}, true
		}
	}
	return spot{}, false
}

// placeOnMap is a place with the number of articles that name it.
type placeOnMap struct {
	Name     string
	Articles int
	spot
	X, Y  float64
	Label bool // there is room for its name
}

// mostPlaces is how many places a map shows: those that most articles name.
const mostPlaces = 20

// places are the places that the articles of a story name, by how many do.
func (a *atlas) places(t *isnad.Trace, read map[string]*isnad.Analysis, lang string) []placeOnMap {
	var out []placeOnMap
	at := make(map[spot]int)
	for _, article := range t.Articles {
		for _, e := range read[article.ID].Entities {
			s, ok := a.locate(e)
			if !ok {
				continue
			}
			i, known := at[s]
			if !known {
				i = len(out)
				at[s] = i
				name := e.Name
				if lang == "en" && e.NameLatin != "" {
					name = e.NameLatin
				}
				out = append(out, placeOnMap{Name: name, spot: s})
			}
			out[i].Articles++
		}
	}
	slices.SortStableFunc(out, func(a, b placeOnMap) int { return cmp.Compare(b.Articles, a.Articles) })
	return out[:min(len(out), mostPlaces)]
}

// worldMap is a part of the earth with places, drawn so that it keeps angles near its
// middle (equirectangular, true to scale along its middle parallel). It is never
// mirrored.
type worldMap struct {
	Width, Height float64
	Places        []placeOnMap
	Borders       []string // paths
}

// The measures of a map: its width in the units of the picture, the least it shows in
// degrees, and the most that its height is of its width.
const (
	mapWidth = 320.0
	mapLeast = 14.0
	mapHigh  = 1.1
	mapEdge  = 0.18 // of the extent, around the places
)

func (a *atlas) draw(places []placeOnMap) *worldMap {
	if len(places) == 0 {
		return nil
	}
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, p := range places {
		south, north = min(south, p.lat), max(north, p.lat)
		west, east = min(west, p.lon), max(east, p.lon)
	}
	middle, center := (south+north)/2, (west+east)/2
	squeeze := math.Cos(middle * math.Pi / 180)
	wide := max((east-west)*(1+2*mapEdge), mapLeast, (north-south)*(1+2*mapEdge)/mapHigh/squeeze)
	high := max((north-south)*(1+2*mapEdge), mapLeast*squeeze*0.7)
	unit := mapWidth / (wide * squeeze)
	m := &worldMap{Width: mapWidth, Height: high * unit, Places: slices.Clone(places)}
	x := func(s spot) float64 { return mapWidth/2 + (s.lon-center)*squeeze*unit }
	y := func(s spot) float64 { return m.Height/2 - (s.lat-middle)*unit }
	for i := range m.Places {
		p := &m.Places[i]
		p.X, p.Y = x(p.spot), y(p.spot)
		p.Label = !slices.ContainsFunc(m.Places[:i], func(o placeOnMap) bool {
			return o.Label && math.Abs(o.Y-p.Y) < 14 && math.Abs(o.X-p.X) < 80
		})
	}
	view := func(s spot) bool {
		return math.Abs(s.lon-center) < wide*0.75 && math.Abs(s.lat-middle) < high*0.75
	}
	for _, border := range a.borders {
		if path := stroke(border, view, x, y); path != "" {
			m.Borders = append(m.Borders, path)
		}
	}
	return m
}

// stroke is the part of a border that lies in view, and a point beyond on either side.
func stroke(border []spot, view func(spot) bool, x, y func(spot) float64) string {
	var b strings.Builder
	drawing := false
	for i, s := range border {
		near := view(s) || i > 0 && view(border[i-1]) || i+1 < len(border) && view(border[i+1])
		if !near {
			drawing = false
			continue
		}
		letter := byte('L')
		if !drawing {
			letter = 'M'
		}
		drawing = true
		b.WriteByte(letter)
		b.WriteString(px(x(s)) + " " + px(y(s)))
	}
	return b.String()
}
