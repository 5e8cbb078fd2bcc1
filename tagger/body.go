package tagger

import (
	_ "embed"
	"fmt"
	"strings"

	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

//go:embed data/fields.tsv
var fieldTable string

// fieldClass says what a word of fields.tsv is in the name of a body.
type fieldClass uint8

const (
	fieldInstitution fieldClass = 1 << iota // begins it: «هيئة»
	fieldRank                               // tells which one it is: «العامة»
	fieldOf                                 // what it is for: «الزراعة»
	fieldQuality                            // an adjective of that: «المائية»
)

// parseFields reads fields.tsv: folded words with their classes.
func parseFields(name, table string) (map[string]fieldClass, error) {
	classes := map[string]fieldClass{"institution": fieldInstitution, "rank": fieldRank, "field": fieldOf, "quality": fieldQuality}
	fields := map[string]fieldClass{}
	for n, line := range strings.Split(strings.TrimSuffix(table, "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		class, word, ok := strings.Cut(line, "\t")
		if classes[class] == 0 || !ok || word == "" {
			return nil, fmt.Errorf("%s:%d: want a class (institution, rank, field, quality) and a word, got %q", name, n+1, line)
		}
		fields[arabic.Fold(word)] |= classes[class]
	}
	return fields, nil
}

// completeBody gives the name of an institution the fields that it goes on with behind و and لل: «وزارة الزراعة [والموارد
// المائية]», «الهيئة العامة [للطيران المدني]».
func (m *Model) completeBody(toks []arabic.Token, e Entity) Entity {
	head := seq.Bare(toks[e.First].Norm)
	if m.fields[head]&fieldInstitution == 0 {
		return e
	}
	for e.End < len(toks) && e.End-e.First > 1 && toks[e.End].Kind == arabic.Word && toks[e.End].Line == toks[e.End-1].Line {
		next, last := toks[e.End].Norm, m.fieldAt(toks[e.End-1].Norm)
		before := m.fieldAt(toks[e.End-2].Norm)
		goesOn, construct := false, e.End+1 < len(toks) && toks[e.End+1].Line == toks[e.End].Line && strings.HasPrefix(toks[e.End+1].Norm, "ال")
		switch and, isAnd := strings.CutPrefix(next, "وال"); {
		case isAnd:
			goesOn = last&(fieldOf|fieldQuality) != 0 && m.fields[and]&fieldOf != 0 || last&fieldQuality != 0 && before&fieldOf != 0 && m.fields[and]&fieldQuality != 0
		case strings.HasPrefix(next, "لل"):
			// «وكيل وزارة الخارجية للعلاقات الثنائية»
			goesOn = head != "وزاره" && last&(fieldQuality|fieldRank) != 0 && m.fields[next[4:]]&fieldOf != 0
		case strings.HasPrefix(next, "ل") && head != "وزاره" && last&(fieldQuality|fieldRank) != 0 && construct:
			// «النقابة الوطنية لسائقي الأجرة»
			if of := next[2:]; m.fields[of]&fieldOf == 0 && (len(of) < 10 || !strings.HasSuffix(of, "ي")) {
				return e
			}
			goesOn = true
			e.End++
		case strings.HasPrefix(next, "ال"):
			goesOn = last&fieldOf != 0 && last&fieldQuality == 0 && m.fields[next[4:]]&fieldQuality != 0
		}
		if !goesOn {
			return e
		}
		e.End++
	}
	return e
}

// fieldAt is the class of a word with the article, alone or behind و or ل.
func (m *Model) fieldAt(norm string) fieldClass {
	for _, before := range [...]string{"ال", "وال", "لل", "ولل"} {
		if rest, ok := strings.CutPrefix(norm, before); ok {
			return m.fields[rest] &^ fieldInstitution
		}
	}
	return 0
}
