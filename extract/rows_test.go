package extract

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

var update = flag.Bool("update", false, "write testdata/rows_failing.txt anew")

// rowCase is the examples of one row of a word list: the row must be at work in the
// first sentence and not in the second.
type rowCase struct {
	list, row      string
	match, nomatch string
	works          func(*doc, *isnad.Analysis) bool
	absent         func(*doc, *isnad.Analysis) bool // nil: works must be false
}

// Every row is a case. Those whose examples are misread today stand in a file, so that
// an improvement is seen as much as a regress: rewrite it with
// go test ./extract -run Rows -update, and say in the commit why it moved.
func TestRows(t *testing.T) {
	const file = "testdata/rows_failing.txt"
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	failing := []string{}
	count := map[string]int{}
	cases := slices.Concat(cueRows(r), mediaRows(r), titleRows(r), sourceRows(r), purposeRows(t), actRows(t, "stances"), actRows(t, "acts"))
	for _, c := range cases {
		count[c.list]++
		if d, a := r.example(c.match); !c.works(d, a) {
			failing = append(failing, c.list+"\t"+c.row+"\tmatch")
		}
		if d, a := r.example(c.nomatch); c.absent == nil && c.works(d, a) || c.absent != nil && !c.absent(d, a) {
			failing = append(failing, c.list+"\t"+c.row+"\tnomatch")
		}
	}
	for _, list := range []string{"cues", "media", "titles", "sources", "purposes", "stances", "acts"} {
		if count[list] == 0 {
			t.Errorf("looked at no row of %s", list)
		}
	}
	slices.Sort(failing)
	got := strings.Join(failing, "\n") + "\n"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		before := strings.Split(strings.TrimSuffix(string(want), "\n"), "\n")
		t.Errorf("the rows that fail differ from %s\nfail now:\n%s\nfail no more:\n%s",
			file, strings.Join(without(failing, before), "\n"), strings.Join(without(before, failing), "\n"))
	}
}

func without(lines, these []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return slices.Contains(these, line) })
}

// example reads a sentence as the whole body of an article.
func (r *Reader) example(sentence string) (*doc, *isnad.Analysis) {
	a := &isnad.Article{Title: "عنوان", Body: sentence}
	return r.newDoc(a), r.Analyze(a)
}

// cueRows: a claim has the row's form as its cue. What follows some prepositions is a
// verb that tells («وفق ما أعلن»), and a phrase may be read by its verb: the claim is then
// the verb's.
func cueRows(r *Reader) (cases []rowCase) {
	for _, cue := range r.cues.All {
		byVerb := cue.Class == lexicon.PhraseCue || cue.Class == lexicon.PrepCue && cue.Takes(lexicon.NoPrep, lexicon.That)
		rule := func(_ *doc, a *isnad.Analysis) bool {
			return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool { return c.Rule == cue.Rule() })
		}
		works := func(_ *doc, a *isnad.Analysis) bool {
			return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool {
				return byVerb || c.Rule == cue.Rule() && r.hasForm(cue, c.Cue.In(a.Text))
			})
		}
		absent := func(d *doc, a *isnad.Analysis) bool { return !rule(d, a) }
		cases = append(cases, rowCase{"cues", cue.Lemma, cue.Match, cue.NoMatch, works, absent})
	}
	return cases
}

// hasForm: some word of text begins a form of the cue.
func (r *Reader) hasForm(cue *lexicon.Cue, text string) bool {
	return slices.ContainsFunc(arabic.Tokenize(nil, text), func(t arabic.Token) bool {
		return slices.ContainsFunc(r.cues.Of(t.Norm), func(f lexicon.CueForm) bool { return f.Cue == cue }) ||
			slices.ContainsFunc(r.cues.Phrases(t.Norm), func(p lexicon.Phrase) bool { return p.Cue == cue })
	})
}

// mediaRows: a link of a chain is the outlet.
func mediaRows(r *Reader) (cases []rowCase) {
	for _, outlet := range r.media.All {
		names := append([]string{outlet.Name}, outlet.Row.List(6)...)
		works := func(_ *doc, a *isnad.Analysis) bool {
			return hasLink(a, func(l isnad.Link) bool {
				return l.Rule == outlet.Rule() || l.Kind == isnad.Media && mentions(a, l, names)
			})
		}
		cases = append(cases, rowCase{"media", outlet.Name, outlet.Match, outlet.NoMatch, works, nil})
	}
	return cases
}

// sourceRows: a link of a chain is headed by the noun. Where a title, a seat or a country
// is spelt like it, or a word of part stands before it, these may have made the link.
func sourceRows(r *Reader) (cases []rowCase) {
	for _, noun := range r.nouns.All {
		own := func(l isnad.Link) bool { return l.Rule == noun.Rule() }
		works := func(d *doc, a *isnad.Analysis) bool {
			return hasLink(a, own) || stands(d, &r.nouns.Forms, noun) && hasLink(a, func(l isnad.Link) bool {
				list, _, _ := strings.Cut(l.Rule, "/")
				person := noun.Naming != lexicon.NamesItself && l.Kind == isnad.Person && list == "titles"
				return person || l.Kind == noun.Kind && (list == "titles" || mentions(a, l, append(noun.Row.List(5), noun.Lemma)))
			})
		}
		absent := func(_ *doc, a *isnad.Analysis) bool { return !hasLink(a, own) }
		cases = append(cases, rowCase{"sources", noun.Lemma, noun.Match, noun.NoMatch, works, absent})
	}
	return cases
}

// stands: the words of a row are found somewhere in the text.
func stands[T comparable](d *doc, forms *lexicon.Phrases[T], row T) bool {
	for i := range d.toks {
		if m, ok := forms.At(d.toks, i); ok && m.Value == row {
			return true
		}
	}
	return false
}

func hasLink(a *isnad.Analysis, is func(isnad.Link) bool) bool {
	return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool { return slices.ContainsFunc(c.Sources, is) })
}

// mentions: the words that name the link hold one of the names.
func mentions(a *isnad.Analysis, l isnad.Link, names []string) bool {
	said := arabic.Fold(l.Mention.In(a.Text))
	return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(said, arabic.Fold(name)) })
}

// titleRows: where the title stands a person, a group or a role is read.
func titleRows(r *Reader) (cases []rowCase) {
	for _, title := range r.titles.All {
		works := func(d *doc, _ *isnad.Analysis) bool {
			for i := range d.toks {
				if m, ok := r.titles.Forms.At(d.toks, i); ok && m.Value == title {
					s, ok := r.sourceAt(d, i, len(d.toks), true)
					return ok && (s.role || s.kind == isnad.Person || s.kind == isnad.Group || s.rule == title.Rule())
				}
			}
			return false
		}
		absent := func(d *doc, _ *isnad.Analysis) bool { return !stands(d, &r.titles.Forms, title) }
		cases = append(cases, rowCase{"titles", title.Lemma, title.Match, title.NoMatch, works, absent})
	}
	return cases
}

// purposeRows: the claim of the example says why.
func purposeRows(t *testing.T) (cases []rowCase) {
	rows, err := lexicon.Table("purposes", 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		works := func(_ *doc, a *isnad.Analysis) bool {
			return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool { return c.Purpose })
		}
		cases = append(cases, rowCase{"purposes", row.List(1)[0], row.Fields[2], row.Fields[3], works, nil})
	}
	return cases
}

// actRows: a claim has the act of the row.
func actRows(t *testing.T, list string) (cases []rowCase) {
	rows, err := lexicon.Table(list, 4)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		works := func(_ *doc, a *isnad.Analysis) bool {
			return slices.ContainsFunc(a.Claims, func(c isnad.Claim) bool { return c.Act == isnad.Act(row.Fields[0]) })
		}
		cases = append(cases, rowCase{list, row.List(1)[0], row.Fields[2], row.Fields[3], works, nil})
	}
	return cases
}
