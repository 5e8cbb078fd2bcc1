package tagger

import (
	_ "embed"
	"slices"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
	"isnad/tagger/internal/seq"
)

// gazetteer says where a word list of package lexicon has its names.
type gazetteer struct {
	file    string
	columns int
	names   []int                               // columns of names, several with | between them
	list    func(row lexicon.Row) string        // the list of a row's names; empty for none
	forms   func(name string, add func(string)) // forms of a name; nil for itself
}

func always(list string) func(lexicon.Row) string {
	return func(lexicon.Row) string { return list }
}

func byColumn(prefix string, column int) func(lexicon.Row) string {
	return func(row lexicon.Row) string { return prefix + row.Fields[column] }
}

// flagged names the list by the first column; names that are words too go into a list
// of their own.
func flagged(prefix string, flag int) func(lexicon.Row) string {
	return func(row lexicon.Row) string {
		if row.Fields[flag] == "ambiguous" {
			return prefix + "that is a word"
		}
		return prefix + row.Fields[0]
	}
}

// gazetteers are the lists that the features look into.
var gazetteers = []gazetteer{
	{"given", 3, []int{1}, func(row lexicon.Row) string {
		if row.Fields[2] == "ambiguous" {
			return "name that is a word"
		}
		return row.Fields[0] + " name"
	}, nil},
	{"countries", 9, []int{3, 4}, byColumn("", 1), nil},
	{"countries", 9, []int{5}, always("adjective"), adjective},
	{"countries", 9, []int{7, 8}, always("capital"), nil},
	{"seats", 4, []int{2, 3}, always("seat"), nil},
	{"media", 9, []int{5, 6}, always("media"), spelt},
	{"sources", 8, []int{4, 5}, byColumn("source ", 0), nil},
	{"places", 11, []int{6, 7}, flagged("place ", 8), spelt},
	{"organisations", 9, []int{4, 5}, flagged("organisation ", 6), spelt},
	{"organisations", 9, []int{4, 5}, sports, club},
	{"equipment", 7, []int{3, 4}, always("equipment"), definite},
	{"facilities", 9, []int{5, 6}, always("facility"), nil},
	{"titles", 7, []int{4}, byColumn("title ", 0), title},
}

// spelt gives a name as it is, and with the ج that Egyptian papers write for a foreign g:
// «هامبورج» beside «هامبورغ».
func spelt(name string, add func(string)) {
	add(name)
	if strings.Contains(name, "غ") {
		add(strings.ReplaceAll(name, "غ", "ج"))
	}
}

// sports is the list of clubs, for rows that have one.
func sports(row lexicon.Row) string {
	if row.Fields[0] == "sports" {
		return "club"
	}
	return ""
}

// club gives the name of a club as the sport pages write it: «ليفربول» of «نادي ليفربول».
func club(name string, add func(string)) {
	if bare, is := strings.CutPrefix(name, "نادي "); is {
		spelt(bare, add)
	}
}

// adjective gives the genders and numbers of an adjective, with and without article.
func adjective(name string, add func(string)) {
	name, _ = lexicon.EverydayAdjective(name)
	for _, ending := range []string{"", "ة", "ون", "ين", "ان", "ات", "تين"} {
		add(name + ending)
		add("ال" + strings.TrimPrefix(name, "ال") + ending)
	}
}

// definite gives a name with and without article.
func definite(name string, add func(string)) {
	add(name)
	add("ال" + name)
}

// title gives a title without article, with it on the first word, and on every word.
func title(name string, add func(string)) {
	add(name)
	if strings.HasPrefix(name, "ال") {
		return
	}
	add("ال" + name)
	if strings.Contains(name, " ") && !strings.Contains(name, " ال") {
		add("ال" + strings.ReplaceAll(name, " ", " ال"))
	}
}

// gather reads all gazetteers: the forms of each list.
func gather() (map[string][]string, error) {
	lists := map[string][]string{}
	for _, g := range gazetteers {
		rows, err := lexicon.Table(g.file, g.columns)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			list := g.list(row)
			if list == "" {
				continue
			}
			add := func(form string) { lists[list] = append(lists[list], form) }
			for _, c := range g.names {
				for _, name := range row.List(c) {
					if g.forms != nil {
						g.forms(name, add)
					} else {
						add(name)
					}
				}
			}
		}
	}
	return lists, nil
}

var (
	//go:embed data/bodies.tsv
	bodyTable string
	//go:embed data/sports.tsv
	sportTable string
)

// wordsOf reads a table of a word a line.
func wordsOf(table string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(table) {
		if word := strings.TrimSpace(line); word != "" && word[0] != '#' {
			words[arabic.Fold(word)] = true
		}
	}
	return words
}

// fill puts the gazetteers into the lists of a model, in the order of its names; where
// it has none, as before training, in alphabetical order.
func fill(r *seq.Resources) error {
	r.Bodies, r.Sports = wordsOf(bodyTable), wordsOf(sportTable)
	l := &r.Lists
	lists, err := gather()
	if err != nil {
		return err
	}
	if l.Names == nil {
		for name := range lists {
			l.Names = append(l.Names, name)
		}
		slices.Sort(l.Names)
	}
	for i, name := range l.Names {
		for _, form := range lists[name] {
			l.Add(i, form)
		}
	}
	return nil
}

// listType is the type of the things in a list of names.
var listType = map[string]isnad.EntityType{
	"country": isnad.GPE, "region": isnad.GPE, "capital": isnad.GPE, "place GPE": isnad.GPE,
	"place LOC": isnad.LOC, "facility": isnad.FAC, "equipment": isnad.EQP, "media": isnad.ORG,
	"organisation armed": isnad.ORG, "organisation army": isnad.ORG, "organisation intl": isnad.ORG,
	"organisation party": isnad.ORG, "organisation company": isnad.ORG, "organisation ngo": isnad.ORG,
	"organisation union": isnad.ORG, "organisation university": isnad.ORG, "organisation state": isnad.ORG,
	"organisation media-other": isnad.ORG, "organisation sports": isnad.ORG,
	"organisation that is a word": isnad.ORG, "seat": isnad.ORG, "place that is a word": isnad.GPE,
}

// typesOf gives the lists of each type of name by their places in names.
func typesOf(names []string) (out listTypes) {
	for _, t := range []isnad.EntityType{isnad.GPE, isnad.ORG, isnad.LOC, isnad.FAC, isnad.EQP} {
		var lists uint64
		for i, name := range names {
			if listType[name] == t {
				lists |= 1 << i
			}
		}
		out = append(out, struct {
			lists uint64
			t     isnad.EntityType
		}{lists, t})
	}
	return out
}

// Names gives names of the gazetteers by type: what may stand where such a name stands.
func Names() (map[isnad.EntityType][]string, error) {
	lists, err := gather()
	if err != nil {
		return nil, err
	}
	names := map[isnad.EntityType][]string{}
	for list, t := range listType {
		names[t] = append(names[t], lists[list]...)
	}
	for _, name := range names {
		slices.Sort(name)
	}
	given, family := lists["given name"], lists["family name"]
	for i, name := range given {
		// Both lists are in the order of the file; steps without common divisors mix them.
		names[isnad.PER] = append(names[isnad.PER], name+" "+family[i*7919%len(family)])
	}
	for i, name := range family {
		if i%3 == 0 {
			names[isnad.PER] = append(names[isnad.PER], name)
		}
	}
	return names, nil
}
