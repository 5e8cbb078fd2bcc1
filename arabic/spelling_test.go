package arabic

import "testing"

func TestSameSpelling(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"غوربنكوف", "غوربينكوف", true},
		{"غوربنكوف", "غورشنكوف", false},
		{"سالم", "سليم", false}, // too short
		{"سليم", "سليم", true},
		{"اندريوس", "اندرياس", true},
	} {
		if got := SameSpelling(c.a, c.b); got != c.same {
			t.Errorf("%s, %s: %v", c.a, c.b, got)
		}
	}
}
