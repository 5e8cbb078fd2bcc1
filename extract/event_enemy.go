package extract

import "isnad/lexicon"

// sides is who stands on which side of what a trigger tells, by what is told beside it.
type sides struct {
	*lexicon.Trigger
	actors, recipients side
	event              int // in the events of the article, or -1
}

// faceEnemies gives what is done in a fight, of which only one side is told, to whom that
// side fights elsewhere in the article: «استعاد الجيش المدينة», «هاجم الجيش المتمردين».
func (e *eventReader) faceEnemies() {
	enemies := e.enemies()
	for _, s := range e.sides {
		if s.event < 0 || !s.Enemy || len(s.actors) == 0 || len(s.recipients) > 0 {
			continue
		}
		if enemy := enemies[s.actors[0]]; enemy != "" && !s.actors.has(enemy) {
			e.out[s.event].Recipients = side{enemy}
		}
	}
}

// enemies is for each entity whom it stands against most often in fights and arrests; of
// those that it does equally often the first.
func (e *eventReader) enemies() map[string]string {
	often, most := map[[2]string]int{}, map[string]string{}
	meet := func(a, b string) {
		often[[2]string{a, b}]++
		if often[[2]string{a, b}] > often[[2]string{a, most[a]}] {
			most[a] = b
		}
	}
	for _, s := range e.sides {
		if s.Type != "ASSAULT" && s.Type != "COERCE" {
			continue
		}
		for _, a := range s.actors {
			for _, r := range s.recipients {
				meet(a, r)
				meet(r, a)
			}
		}
	}
	return most
}
