package show

import "testing"

func TestVisual(t *testing.T) {
	for _, test := range []struct {
		name, in, want string
		rightToLeft    bool
	}{
		{"latin", "Claims (5)", "Claims (5)", false},
		{"joins", "بيت", "ﺖﻴﺑ", true},
		{"lam-alef", "لا سلام", "ﻡﻼﺳ ﻻ", true},
		{"marks", "مُدّ", "ﺪّﻣُ", true},
		{"number", "نحو 1800 عامل", "ﻞﻣﺎﻋ 1800 ﻮﺤﻧ", true},
		{"separators", "بلغ 5.400%، ثم", "ﻢﺛ ،5.400% ﻎﻠﺑ", true},
		{"latin inside", "قناة BBC One اليوم", "ﻡﻮﻴﻟﺍ BBC One ﺓﺎﻨﻗ", true},
		{"brackets", "دار (باب) «ورد»", "«ﺩﺭﻭ» (ﺏﺎﺑ) ﺭﺍﺩ", true},
		{"arrow", "دار ← باب", "ﺏﺎﺑ ← ﺭﺍﺩ", true},
		{"isolated in English", "says · " + rli + "دار 5" + pdi + " · " + lri + "2026-05-10" + pdi, "says · 5 ﺭﺍﺩ · 2026-05-10", false},
		{"date in Arabic", "دار · " + lri + "2026-05-10" + pdi, "2026-05-10 · ﺭﺍﺩ", true},
		{"colours", "\x1b[1mدار\x1b[0m باب", "ﺏﺎﺑ \x1b[1mﺭﺍﺩ\x1b[0m", true},
		{"empty", "", "", true},
		{"unclosed", rli + "دار", "ﺭﺍﺩ", false},
	} {
		if got := visual(test.in, test.rightToLeft); got != test.want {
			t.Errorf("%s: visual(%q) = %q, want %q", test.name, test.in, got, test.want)
		}
	}
}

func FuzzVisual(f *testing.F) {
	f.Add("دار "+lri+"a"+pdi+" (5.4%)\x1b[1mx\x1b[0m", true)
	f.Fuzz(func(t *testing.T, s string, rightToLeft bool) { visual(s, rightToLeft) })
}
