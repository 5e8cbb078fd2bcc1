package isnad

import (
	"slices"
	"strings"
	"time"
)

// Trace is what tracing tells of one story: the articles of one happening, which
// of them are copies, which propositions they carry and where each comes from.
// Lists point at articles by their ID, so that a trace can be kept apart from
// them; spans are bytes of the article's Text, code points in JSON.
type Trace struct {
	Story        Story
	Articles     []StoryArticle // by time, then by ID
	Copies       []Copies
	Cases        []Case // weightiest first
	Figures      []Figure
	Explanations []Rivals
}

// Fresh counts the texts that tell the story on the day of its last article, in UTC; copies
// of another article are none. It is zero where the articles have no time.
func (t *Trace) Fresh() (n int) {
	last := dayOf(t.Story.Last)
	if last == "" {
		return 0
	}
	copies := make(map[string]bool)
	for _, g := range t.Copies {
		if g.Kind == WholeCopy && len(g.Articles) > 0 {
			for _, id := range g.Articles[1:] {
				copies[id] = true
			}
		}
	}
	for _, a := range t.Articles {
		if !copies[a.ID] && dayOf(a.Published) == last {
			n++
		}
	}
	return n
}

// dayOf is the day in UTC of a time as articles have it, empty where there is none.
func dayOf(published string) string {
	if t, err := time.Parse(time.RFC3339, published); err == nil {
		return t.UTC().Format(time.DateOnly)
	}
	if t, err := time.Parse(time.DateOnly, published); err == nil {
		return t.Format(time.DateOnly)
	}
	return ""
}

// Story is the articles about one happening.
type Story struct {
	ID    string // stays when articles are added
	Title string // of its likely first article
	First string // time of the first and of the last article, RFC 3339 or a date
	Last  string
	// Untraced is how many articles it has beyond those that were traced.
	Untraced int
	// Unions are the stories that became one with it, in the order in which they did.
	Unions []Union
	// Partings are what parted from it, and how it parted from another, in the order in which they did.
	Partings []Parting
}

// Parting is that a story was seen to be two, and why. The one that has its first article kept its name.
type Parting struct {
	From   string   // the story that was one
	ID     string   // the story that parted from it
	Title  string   // of the latter's first article
	At     string   // when it was seen, RFC 3339
	Words  []string // the weightiest of what the one that parted is about, and the other is not
	Stayed []string // of what the other is about
}

// Union is that a story became part of another, and why.
type Union struct {
	ID      string   // that the story had; it leads to the other now
	Title   string   // that it had
	At      string   // when it was seen, RFC 3339
	Article string   // with which it was seen; empty where it was when many were compared again
	Words   []string // the weightiest of those that both are about
}

// StoryArticle is an article of a story without its text.
type StoryArticle struct {
	ID        string
	Outlet    string
	Published string
	Title     string
}

// CopyKind says how much of the text articles share.
type CopyKind string

// The kinds of copy: wholly or nearly, or long passages.
const (
	WholeCopy    CopyKind = "whole"
	PassagesCopy CopyKind = "passages"
)

// Copies is a group of articles that share their text, the likely first one first.
type Copies struct {
	Articles []string
	Kind     CopyKind
	Agency   string // where the text comes from, as far as one of them says it
	Edits    []Edit // what each of the others did to the first; those that are letter for letter alike have none
	// Elsewhere are those of Articles that stand in other stories. They have no edits.
	Elsewhere []StoryArticle
}

// Within are those of the articles that stand in the story itself.
func (c *Copies) Within() []string {
	if len(c.Elsewhere) == 0 {
		return c.Articles
	}
	return slices.DeleteFunc(slices.Clone(c.Articles), func(id string) bool {
		return slices.ContainsFunc(c.Elsewhere, func(a StoryArticle) bool { return a.ID == id })
	})
}

// Edit is what a copy did to the text that it was taken from. Stretches of a few
// words are left out.
type Edit struct {
	Article string // the copy
	From    string // the article that it was compared with
	Kept    []Span // of the copy: what stands in both
	Added   []Span // of the copy: what stands in it alone
	Cut     []Span // of From: what the copy left out; empty for passages
}

// Member is a telling of a case: a claim, or what an article says in its own voice.
type Member struct {
	Article   string
	Claim     string // ID in the article's analysis; empty where narrated
	Content   []Span
	Chain     []Link // the teller nearest the reader first
	Narrated  bool
	Certainty Certainty
	Denied    bool
}

// Origin is where chains of a case end after copies and citations are folded.
type Origin struct {
	Name    string
	Kind    Kind
	Members []int // of the case
}

// Grade is how well a case is founded.
type Grade string

// The grades of a case.
const (
	Corroborated  Grade = "corroborated"   // two or more independent named origins
	SingleOrigin  Grade = "single origin"  // one named origin
	UnnamedOrigin Grade = "unnamed origin" // only origins that nobody names
	NoOrigin      Grade = "no origin"      // nobody says who says so
	Circular      Grade = "circular"       // chains that lead back to each other
	Disputed      Grade = "disputed"       // denied, or with figures that exclude each other
)

// Change is what a retelling lost or changed.
type Change string

// The changes that are told apart.
const (
	HedgeLost     Change = "hedge lost"
	SourceLost    Change = "source lost"
	FigureChanged Change = "figure changed"
	SourceChanged Change = "source changed"
	DateChanged   Change = "date changed"
	DetailAdded   Change = "detail added"

	// Those that the contract has no word for.
	QuotationAltered Change = "quotation altered"
	ScopeWidened     Change = "scope widened"
)

// inContract reports whether the contract has a word for the change.
func (c Change) inContract() bool { return c != QuotationAltered && c != ScopeWidened }

// Drift is a change between two members of a case.
type Drift struct {
	From, To int // members: what is retold, and the retelling
	What     Change
	Note     string
}

// Case is one proposition over all the articles that carry it.
type Case struct {
	ID          string // stays when members are added
	Proposition string // in the words of its clearest member
	Members     []Member
	Origins     []Origin // of those who affirm it
	Deniers     []Origin
	Independent int // origins left after copies and citations are folded
	Grade       Grade
	Reason      string // of the grade, in words
	Drift       []Drift
}

// FigureValue is one telling of a figure.
type FigureValue struct {
	Min, Max Bound
	By       string // whose word it is; where the article tells it itself, its agency, or its outlet and Narrating
	AsOf     string // the day it holds for, TIMEX3
	Told     string // when the article was published
	Article  string
	Span     Span
	Excludes []int // values of the series that cannot hold beside this one
}

// Narrating stands behind the name of an outlet that tells a figure itself: «صحيفة كذا (سرد)».
const Narrating = " (سرد)"

// Narrated reports whether the outlet tells the figure itself.
func (v *FigureValue) Narrated() bool { return v.By == "" || strings.HasSuffix(v.By, Narrating) }

// Figure is one quantity over the articles of a story.
type Figure struct {
	What   string
	Unit   string
	Values []FigureValue
}

// Disputed reports whether some values of the figure exclude each other.
func (f *Figure) Disputed() bool {
	return slices.ContainsFunc(f.Values, func(v FigureValue) bool { return len(v.Excludes) > 0 })
}

// Rivals are the explanations of one event, those that say the same together.
type Rivals struct {
	Of     string
	Groups []Explaining
}

// Explaining is one explanation with those who give it.
type Explaining struct {
	Saying  string
	Members []Telling
	Origins []Origin // where they have it from; the narrators' own explanations have none
}

// Telling is an article's words for an explanation.
type Telling struct {
	Article string
	Claim   string // empty where the narrator explains
	Content []Span
	Chain   []Link
}
