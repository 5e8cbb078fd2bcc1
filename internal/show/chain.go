package show

import (
	"strconv"
	"strings"
	"time"

	"isnad"
	"isnad/arabic"
)

// chainOf is the chain as people see it: from the outlet, which tells it to the
// reader, to the origin. The outlet is left out where it is itself the first source.
func chainOf(a *isnad.Analysis, c *isnad.Claim) []isnad.Link {
	outlet := a.Article.Outlet
	if outlet == "" || len(c.Sources) > 0 && arabic.Fold(c.Sources[0].Name) == arabic.Fold(outlet) {
		return c.Sources
	}
	return append([]isnad.Link{{Name: outlet, Kind: isnad.Media}}, c.Sources...)
}

// chainText draws the chain: عين اليوم ← نوفا ← مصادر ليبية (غير مسماة).
func (w words) chainText(a *isnad.Analysis, c *isnad.Claim) string {
	var parts []string
	for _, l := range chainOf(a, c) {
		parts = append(parts, w.link(l))
	}
	if len(c.Sources) == 0 {
		parts = append(parts, w["no-source"])
	}
	return strings.Join(parts, " ← ")
}

// link names one link, and says so where it has no name.
func (w words) link(l isnad.Link) string {
	if l.Kind == isnad.Unnamed {
		return clean(l.Name) + " (" + w["unnamed"] + ")"
	}
	return clean(l.Name)
}

// originKind is the kind of the last link, "none" where there is no source.
func originKind(c *isnad.Claim) string {
	if n := len(c.Sources); n > 0 {
		return string(c.Sources[n-1].Kind)
	}
	return "none"
}

// marks are the words for what is not plain about a claim: the act if it is more
// than saying, quotation, hedges, purpose, the narrator's stance.
func (w words) marks(c *isnad.Claim) []string {
	out := []string{w["act."+string(c.Act)]}
	if c.Mode != isnad.Indirect {
		out = append(out, w["mode."+string(c.Mode)])
	}
	if c.Certainty != isnad.Certain {
		out = append(out, w["certainty."+string(c.Certainty)])
	}
	if c.Purpose {
		out = append(out, w["purpose"])
	}
	if c.Narrator == isnad.Endorsing || c.Narrator == isnad.Distancing {
		out = append(out, w["narrator."+string(c.Narrator)])
	}
	return out
}

// contentText is the content in one line; an ellipsis stands where it is broken.
func contentText(a *isnad.Analysis, c *isnad.Claim) string {
	var parts []string
	for _, s := range c.Content {
		parts = append(parts, clean(s.In(a.Text)))
	}
	return strings.Join(parts, " … ")
}

// grouping takes out what only makes numbers easier to read.
var grouping = strings.NewReplacer(" ", "", ",", "", "٬", "")

// amount is the number of a quantity with its bounds, in words and digits; empty
// where the words of the text say it already (121 نقطة, 0.34%).
func (w words) amount(q *isnad.Quantity, said string) string {
	var s string
	switch {
	case q.Min.Set && q.Max.Set && q.Min.Value == q.Max.Value:
		s = number(q.Min.Value)
	case q.Min.Set && q.Max.Set:
		s = lri + number(q.Min.Value) + "–" + number(q.Max.Value) + pdi
	case q.Min.Set:
		s = w["at-least"] + " " + number(q.Min.Value)
	case q.Max.Set:
		s = w["at-most"] + " " + number(q.Max.Value)
	default:
		return ""
	}
	if q.Approx {
		s = w["about"] + " " + s
	}
	if grouping.Replace(s+clean(q.Unit)) == grouping.Replace(said) {
		return ""
	}
	return s
}

// moment shortens a time to the minute; a date stays as it is.
func moment(published string) string {
	if t, err := time.Parse(time.RFC3339, published); err == nil {
		return t.Format("2006-01-02 15:04")
	}
	return clean(published)
}

// unit is the unit of a quantity, or empty where the words of the text hold it.
func unit(q *isnad.Quantity, said string) string {
	u := clean(q.Unit)
	if strings.Contains(said, u) {
		return ""
	}
	return u
}

// number groups thousands.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, fraction, broken := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if broken {
		return whole + "." + fraction
	}
	return whole
}
