package lexicon

import (
	"strings"

	"isnad/arabic"
)

// GroupClass says what sort of people a noun of groups.tsv calls.
type GroupClass uint8

// The classes of groups.tsv.
const (
	ArmedGroup  GroupClass = iota + 1 // مسلحون، قوات
	StateBody                         // الحكومة، الشرطة
	PublicGroup                       // متظاهرون، مدنيون
	GroupLabel                        // المتمردة: an adjective that names nobody
	CountGroup                        // آلاف، مئات: so many of those behind it, who act or suffer
)

var groupClassNames = map[string]GroupClass{"armed": ArmedGroup, "state": StateBody, "public": PublicGroup, "label": GroupLabel, "count": CountGroup}

// Group is a row of groups.tsv: a noun that stands for people who act together and are
// not named.
type Group struct {
	Class   GroupClass
	Lemma   string
	Forms   []string // without article
	Match   string
	NoMatch string
}

// Rule names the row for people.
func (g *Group) Rule() string { return "groups/" + g.Lemma }

// GroupWord is how a token has a noun of groups.tsv.
type GroupWord struct {
	*Group
	Cut      int  // letters of the token before the noun and its article
	Definite bool // the article stands before it
	Owned    bool // a pronoun stands behind it: «قواته»
	Prefix   byte // the last byte of the preposition that is written with it, else 0
}

// Groups tells the nouns of groups.tsv. It is safe for use by many goroutines.
type Groups struct {
	All   []*Group
	forms map[string]*Group
}

const groupColumns = 4

// LoadGroups reads and compiles groups.tsv. An error names file and line.
func LoadGroups() (*Groups, error) {
	rows, err := Table("groups", groupColumns)
	if err != nil {
		return nil, err
	}
	g := &Groups{forms: make(map[string]*Group, 4*len(rows))}
	for _, row := range rows {
		class, ok := groupClassNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		list := row.List(1)
		if len(list) == 0 {
			return nil, row.Errorf("no form")
		}
		group := &Group{Class: class, Lemma: list[0], Forms: list, Match: row.Fields[2], NoMatch: row.Fields[3]}
		g.All = append(g.All, group)
		for _, form := range list {
			g.forms[arabic.Fold(form)] = group
		}
	}
	return g, nil
}

// At reads a token as a noun of a group, behind و or ف, then ب, ك or ل, then the article.
func (g *Groups) At(tok *arabic.Token) (w GroupWord, ok bool) {
	norm := tok.Norm
	if tok.Kind != arabic.Word || len(norm) < 6 {
		return w, false
	}
	if g.read(norm, 0, &w) {
		return w, true
	}
	cut := 0
	if rest, found := cutAny(norm, "و", "ف"); found {
		norm, cut = rest, 1
		if g.read(norm, cut, &w) {
			return w, true
		}
	}
	if rest, found := strings.CutPrefix(norm, "لل"); found && g.forms[rest] != nil {
		return GroupWord{Group: g.forms[rest], Cut: cut + 1, Definite: true, Prefix: "ل"[1]}, true
	}
	if rest, found := cutAny(norm, "ب", "ك", "ل"); found && len(rest) >= 6 && g.read(rest, cut+1, &w) {
		w.Prefix = norm[1]
		return w, true
	}
	return w, false
}

// read reads the noun with or without article or pronoun.
func (g *Groups) read(norm string, cut int, w *GroupWord) bool {
	if group := g.forms[norm]; group != nil {
		*w = GroupWord{Group: group, Cut: cut}
		return true
	}
	if rest, ok := strings.CutPrefix(norm, "ال"); ok {
		*w = GroupWord{Group: g.forms[rest], Cut: cut, Definite: true}
		return w.Group != nil
	}
	for _, pronoun := range [...]string{"ها", "هم", "ه"} {
		rest, ok := strings.CutSuffix(norm, pronoun)
		if !ok {
			continue
		}
		group := g.forms[rest]
		if group == nil && strings.HasSuffix(rest, "ت") {
			group = g.forms[strings.TrimSuffix(rest, "ت")+"ه"] // حكومته
		}
		if group != nil && group.Class != GroupLabel {
			*w = GroupWord{Group: group, Cut: cut, Owned: true}
			return true
		}
	}
	return false
}
