package isnad

// Analysis is all that is read in one article. It is plain data: nothing in it
// refers to the program that made it but the Rule fields, which name rows of the
// word lists ("cues/قال") or patterns ("claim.prep").
type Analysis struct {
	Article      Article
	Text         string // Article.Text()
	Mentions     []Mention
	Entities     []Entity
	Claims       []Claim
	Events       []Event
	Quantities   []Quantity
	Times        []Time
	Explanations []Explanation
}

// Kind says what a link of a chain is.
type Kind string

// The kinds of source.
const (
	Person       Kind = "person"
	State        Kind = "state"        // a country, capital, government, ministry or army that speaks
	Organization Kind = "organization" // any other body
	Media        Kind = "media"        // agency, channel, site, paper
	Document     Kind = "document"     // report, statement, study, poll
	Group        Kind = "group"        // collective but not secret: analysts, observers, residents
	Unnamed      Kind = "unnamed"      // the article hides who it is
)

// Mode says how much of a claim's content stands in quotation marks.
type Mode string

// The modes: all of it, a part, nothing.
const (
	Direct   Mode = "direct"
	Mixed    Mode = "mixed"
	Indirect Mode = "indirect"
)

// Act is what the source does by saying it.
type Act string

// The acts of speech that are told apart.
const (
	Say     Act = "say"
	Assess  Act = "assess"
	Deny    Act = "deny"
	Demand  Act = "demand"
	Pledge  Act = "pledge"
	Warn    Act = "warn"
	Accuse  Act = "accuse"
	Praise  Act = "praise"
	Condemn Act = "condemn"
)

// Certainty is how sure the source is said to be.
type Certainty string

// The degrees of certainty.
const (
	Certain  Certainty = "certain"
	Probable Certainty = "probable"
	Possible Certainty = "possible"
)

// Stance is what the cue tells of the narrator's own attitude.
type Stance string

// The stances: كشف endorses, زعم distances.
const (
	Neutral    Stance = "neutral"
	Endorsing  Stance = "endorsing"
	Distancing Stance = "distancing"
)

// Link is one teller in a chain of attribution.
type Link struct {
	Name     string // as one would list it
	Kind     Kind
	Mention  Span // the words that name it; zero where it is nowhere named
	Implicit bool // named elsewhere: subject left out, pronoun, nominal
	Entity   string
	Rule     string // what told the kind and the span
}

// Claim is a proposition that the article attributes to someone other than its
// own narrator: cue, content and source in the sense of PARC 3.0.
type Claim struct {
	ID         string
	Cue        Span
	Content    []Span
	Sources    []Link // from the teller nearest the reader to the origin
	Mode       Mode
	Act        Act
	Certainty  Certainty
	Purpose    bool // says why, what for, or what it means
	Narrator   Stance
	Events     []string
	Quantities []string
	Rule       string
}

// Bound is one end of a range of numbers; it is open where Set is false.
type Bound struct {
	Value float64
	Set   bool
}

// Quantity is a number that counts or measures something of the story.
type Quantity struct {
	ID       string
	Span     Span
	Min, Max Bound
	Approx   bool
	Unit     string
	Of       string
	Place    string
	Time     string // TIMEX3 value
	Claim    string // the claim that it stands in
	Rule     string
}

// Time is an expression that points at a calendar date or period.
type Time struct {
	Span  Span
	Value string // TIMEX3 value, ISO 8601
	Rule  string
}

// EntityType is the type of an actor or a place.
type EntityType string

// The types of entity.
const (
	PER EntityType = "PER"
	ORG EntityType = "ORG"
	GPE EntityType = "GPE"
	FAC EntityType = "FAC"
	LOC EntityType = "LOC"
	EQP EntityType = "EQP"
)

// Mention is a stretch of text that stands for an entity.
type Mention struct {
	Span   Span
	Type   EntityType
	Form   string // named, nominal, pronoun
	Entity string // id of an Entity
	Rule   string
}

// Entity is what mentions stand for.
type Entity struct {
	ID        string
	Type      EntityType
	Name      string // the fullest name in the article
	NameLatin string
	LatinBy   string // how NameLatin came about: gazetteer or transliteration
	Roles     []string
	KB        string
}

// Event is what happened between actors, by PLOVER type.
type Event struct {
	ID         string
	Type       string
	Mode       string
	Trigger    Span
	Actors     []string
	Recipients []string
	Place      string
	Time       string
	Status     string
	Claim      string
	Rule       string
}

// Explanation says why, what for, or what it means.
type Explanation struct {
	Content  []Span
	Claim    string // empty where the narrator himself explains
	Explains Span   // zero where it is not said
	Event    string
	Rule     string
}
