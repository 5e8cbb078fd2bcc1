package isnad

// The types of this file are a trace's JSON as encoding/json reads it: positions in
// code points, open bounds as nil.

type wireTrace struct {
	Schema       string             `json:"schema"`
	Story        wireStory          `json:"story"`
	Articles     []wireStoryArticle `json:"articles"`
	Copies       []wireCopies       `json:"copies"`
	Cases        []wireCase         `json:"cases"`
	Figures      []wireFigure       `json:"figures"`
	Explanations []wireRivals       `json:"explanations"`
}

type wireStory struct {
	ID       string        `json:"id"`
	Title    string        `json:"title"`
	First    string        `json:"first"`
	Last     string        `json:"last"`
	Untraced int           `json:"untraced"`
	Unions   []wireUnion   `json:"unions"`
	Partings []wireParting `json:"partings"`
}

type wireParting struct {
	From   string   `json:"from"`
	ID     string   `json:"id"`
	Title  string   `json:"title"`
	At     string   `json:"at"`
	Words  []string `json:"words"`
	Stayed []string `json:"stayed"`
}

type wireUnion struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	At      string   `json:"at"`
	Article string   `json:"article"`
	Words   []string `json:"words"`
}

type wireStoryArticle struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
	Title     string `json:"title"`
}

type wireCopies struct {
	Articles []string   `json:"articles"`
	Kind     CopyKind   `json:"kind"`
	Agency   string     `json:"agency"`
	Edits    []wireEdit `json:"edits"`

	Elsewhere []wireStoryArticle `json:"elsewhere"`
}

type wireEdit struct {
	Article string     `json:"article"`
	From    string     `json:"from"`
	Kept    []wireSpan `json:"kept"`
	Added   []wireSpan `json:"added"`
	Cut     []wireSpan `json:"cut"`
}

type wireTelling struct {
	Article string     `json:"article"`
	Claim   string     `json:"claim"`
	Content []wireSpan `json:"content"`
	Chain   []wireLink `json:"chain"`
}

type wireMember struct {
	wireTelling
	Narrated  bool      `json:"narrated"`
	Certainty Certainty `json:"certainty"`
	Denied    bool      `json:"denied"`
}

type wireOrigin struct {
	Name    string `json:"name"`
	Kind    Kind   `json:"kind"`
	Members []int  `json:"members"`
}

type wireDrift struct {
	From int    `json:"from"`
	To   int    `json:"to"`
	What Change `json:"what"`
	Note string `json:"note"`
}

type wireCase struct {
	ID          string       `json:"id"`
	Proposition string       `json:"proposition"`
	Members     []wireMember `json:"members"`
	Origins     []wireOrigin `json:"origins"`
	Deniers     []wireOrigin `json:"deniers"`
	Independent int          `json:"independent"`
	Grade       Grade        `json:"grade"`
	Reason      string       `json:"reason"`
	Drift       []wireDrift  `json:"drift"`
	Further     []wireDrift  `json:"further_drift"` // changes that the contract has no word for
}

type wireFigureValue struct {
	Article  string    `json:"article"`
	Min      *float64  `json:"min"`
	Max      *float64  `json:"max"`
	By       string    `json:"by"`
	AsOf     string    `json:"as_of"`
	Told     string    `json:"told"`
	Span     *wireSpan `json:"span"`
	Excludes []int     `json:"excludes"`
}

type wireFigure struct {
	What   string            `json:"what"`
	Unit   string            `json:"unit"`
	Values []wireFigureValue `json:"values"`
}

type wireExplaining struct {
	Saying  string        `json:"saying"`
	Members []wireTelling `json:"members"`
	Origins []wireOrigin  `json:"origins"`
}

type wireRivals struct {
	Of     string           `json:"of"`
	Groups []wireExplaining `json:"groups"`
}
