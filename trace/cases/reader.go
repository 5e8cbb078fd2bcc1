package cases

import (
	"fmt"
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/internal/recent"
	"isnad/lexicon"
)

// Reader knows the words by which propositions are told apart. It is safe for use by many
// goroutines: what it remembers of words changes no result.
type Reader struct {
	functions *lexicon.Functions
	synonyms  *lexicon.Synonyms
	numerals  *arabic.Numerals
	scopes    *lexicon.Scopes
	media     *lexicon.Media
	likeness  *likeness
	meanings  *recent.Cache[meaning]
	things    map[string]bool   // folded units that count no people: يوما، طائرة
	singular  map[string]string // folded units in any number, to their singular: جنود، جنديا
	documents map[string]bool   // folded nouns of documents: بيان، تقرير
	hiding    map[string]bool   // folded nouns of those whom nobody names: شهود، مصادر
	outlets   map[string]bool   // folded nouns of many outlets that name none: مواقع، صحف
	ranks     map[string]bool   // folded titles of one word that stand before a name: العميد، الدكتور
	armed     map[string]bool   // folded nouns of those who fight, before whose they are: متمردو، مقاتلي
}

// rememberedWords is how many spellings a Reader remembers the meaning of.
const rememberedWords = 57_344

// NewReader loads the word lists. An error names the file and line of a bad row.
func NewReader() (*Reader, error) {
	r := &Reader{meanings: recent.New[meaning](rememberedWords)}
	var err error
	if r.functions, err = lexicon.LoadFunctions(); err != nil {
		return nil, fmt.Errorf("load the function words: %w", err)
	}
	if r.synonyms, err = lexicon.LoadSynonyms(); err != nil {
		return nil, fmt.Errorf("load the synonyms: %w", err)
	}
	if r.numerals, err = lexicon.LoadNumerals(); err != nil {
		return nil, fmt.Errorf("load the numerals: %w", err)
	}
	if r.scopes, err = lexicon.LoadScopes(); err != nil {
		return nil, fmt.Errorf("load the quantifiers: %w", err)
	}
	if r.media, err = lexicon.LoadMedia(); err != nil {
		return nil, fmt.Errorf("load the outlets: %w", err)
	}
	if r.likeness, err = loadLikeness(); err != nil {
		return nil, fmt.Errorf("load the weights of likeness: %w", err)
	}
	if err := r.loadThings(); err != nil {
		return nil, err
	}
	if err := r.loadArmed(); err != nil {
		return nil, err
	}
	if err := r.loadRanks(); err != nil {
		return nil, err
	}
	nouns, err := lexicon.LoadSourceNouns()
	if err != nil {
		return nil, fmt.Errorf("load the source nouns: %w", err)
	}
	r.documents, r.outlets, r.hiding = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, n := range nouns.All {
		first, _, _ := strings.Cut(arabic.Fold(n.Lemma), " ")
		switch {
		case n.Kind == isnad.Document:
			r.documents[first] = true
		case n.Kind == isnad.Unnamed, n.Kind == isnad.Group:
			r.hiding[first] = true
		case n.Kind == isnad.Media && n.Number == lexicon.Plural:
			r.outlets[first] = true
		}
	}
	return r, nil
}

// loadThings finds the units in all their numbers, and those that count no people.
func (r *Reader) loadThings() error {
	nouns, err := lexicon.CountNouns()
	if err != nil {
		return fmt.Errorf("load the units: %w", err)
	}
	r.things, r.singular = map[string]bool{}, map[string]string{}
	for _, n := range nouns {
		for _, form := range append([]string{n.Singular, n.Singular + "ا"}, n.Plurals...) {
			form = bare(arabic.Fold(form))
			r.singular[form] = n.Singular
			if n.Class != "person" {
				r.things[form] = true
			}
		}
	}
	return nil
}

// loadRanks finds the titles that stand right before a name.
func (r *Reader) loadRanks() error {
	titles, err := lexicon.LoadTitles()
	if err != nil {
		return fmt.Errorf("load the titles: %w", err)
	}
	r.ranks = map[string]bool{}
	for _, t := range titles.All {
		if !t.Name || t.Of && t.Kind == "office" || t.Number != lexicon.Singular {
			continue
		}
		for _, form := range t.Row.List(4) {
			if !strings.Contains(form, " ") {
				r.ranks[bare(arabic.Fold(form))] = true
			}
		}
	}
	return nil
}

// loadArmed finds the nouns of those who fight as they stand before the name of whose they are.
func (r *Reader) loadArmed() error {
	groups, err := lexicon.LoadGroups()
	if err != nil {
		return fmt.Errorf("load the nouns of groups: %w", err)
	}
	r.armed = map[string]bool{}
	for _, g := range groups.All {
		if g.Class != lexicon.ArmedGroup {
			continue
		}
		for _, form := range g.Forms {
			form = arabic.Fold(form)
			for _, plural := range []string{"ون", "ين"} {
				if strings.HasSuffix(form, plural) {
					form = strings.TrimSuffix(form, "ن")
					r.armed[form] = true
				}
			}
		}
	}
	return nil
}
