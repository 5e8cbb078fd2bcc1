package isnad

// The types of this file are the contract's JSON as encoding/json reads it:
// positions in code points, open bounds as nil.

type wireAnalysis struct {
	Schema       string            `json:"schema"`
	Article      wireArticle       `json:"article"`
	Mentions     []wireMention     `json:"mentions"`
	Entities     []wireEntity      `json:"entities"`
	Claims       []wireClaim       `json:"claims"`
	Events       []wireEvent       `json:"events"`
	Quantities   []wireQuantity    `json:"quantities"`
	Times        []wireTime        `json:"times"`
	Explanations []wireExplanation `json:"explanations"`
}

type wireArticle struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Text      string `json:"text"`
	Language  string `json:"language"`
	Outlet    string `json:"outlet"`
	URL       string `json:"url"`
	Author    string `json:"author"`
	Published string `json:"published"`
	Modified  string `json:"modified"`
	Fetched   string `json:"fetched"`
}

type wireSpan struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

type wireMention struct {
	wireSpan
	Type   EntityType `json:"type"`
	Form   string     `json:"form"`
	Entity string     `json:"entity"`
	Rule   string     `json:"rule"`
}

type wireEntity struct {
	ID        string     `json:"id"`
	Type      EntityType `json:"type"`
	Name      string     `json:"name"`
	NameLatin string     `json:"name_latin"`
	LatinBy   string     `json:"latin_by"`
	Roles     []string   `json:"roles"`
	KB        string     `json:"kb"`
}

type wireClaim struct {
	ID         string     `json:"id"`
	Cue        wireSpan   `json:"cue"`
	Content    []wireSpan `json:"content"`
	Sources    []wireLink `json:"sources"`
	Mode       Mode       `json:"mode"`
	Act        Act        `json:"act"`
	Certainty  Certainty  `json:"certainty"`
	Purpose    bool       `json:"purpose"`
	Narrator   Stance     `json:"narrator"`
	Events     []string   `json:"events"`
	Quantities []string   `json:"quantities"`
	Rule       string     `json:"rule"`
}

type wireLink struct {
	Name     string    `json:"name"`
	Kind     Kind      `json:"kind"`
	Mention  *wireSpan `json:"mention"`
	Implicit bool      `json:"implicit"`
	Entity   string    `json:"entity"`
	Rule     string    `json:"rule"`
}

type wireEvent struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Mode       string   `json:"mode"`
	Trigger    wireSpan `json:"trigger"`
	Actors     []string `json:"actors"`
	Recipients []string `json:"recipients"`
	Place      string   `json:"place"`
	Time       string   `json:"time"`
	Status     string   `json:"status"`
	Claim      string   `json:"claim"`
	Rule       string   `json:"rule"`
}

type wireQuantity struct {
	ID string `json:"id"`
	wireSpan
	Min    *float64 `json:"min"`
	Max    *float64 `json:"max"`
	Approx bool     `json:"approx"`
	Unit   string   `json:"unit"`
	Of     string   `json:"of"`
	Place  string   `json:"place"`
	Time   string   `json:"time"`
	Claim  string   `json:"claim"`
	Rule   string   `json:"rule"`
}

type wireTime struct {
	wireSpan
	Value string `json:"value"`
	Rule  string `json:"rule"`
}

type wireExplanation struct {
	Content  []wireSpan `json:"content"`
	Claim    string     `json:"claim"`
	Explains *wireSpan  `json:"explains"`
	Event    string     `json:"event"`
	Rule     string     `json:"rule"`
}
