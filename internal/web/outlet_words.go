package web

import "math"

// sentence says how much of what the outlet tells has a named origin.
func (v *outletView) sentence() string {
	if v.Claims == 0 {
		return v.T("article.no-claims")
	}
	return v.F("outlet.sentence", "claims", v.N("of-claims", v.Claims), "named", v.percent(v.Shares[0]), "media", v.percent(v.Shares[1]), "unnamed", v.percent(v.Shares[2]))
}

func (v *outletView) percent(s share) string {
	if part := math.Round(s.Part / 10); part > 0 || s.Count == 0 {
		return number(part) + "%"
	}
	return v.T("under-one")
}

// bar is the left edge of a share, which begins at the reader's side.
func (v *outletView) bar(s share) float64 {
	return (&drawing{Width: 1000, rtl: v.rtl()}).box(s.X, s.Part)
}
