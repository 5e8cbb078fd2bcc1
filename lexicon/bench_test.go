package lexicon

import "testing"

// Every start of the program loads the lists, so what each costs is the time that a user
// waits before anything is read.
func BenchmarkLoad(b *testing.B) {
	for _, list := range []struct {
		name string
		load func() error
	}{
		{"cues", func() error { _, err := LoadCues(); return err }},
		{"media", func() error { _, err := LoadMedia(); return err }},
		{"sources", func() error { _, err := LoadSourceNouns(); return err }},
		{"titles", func() error { _, err := LoadTitles(); return err }},
		{"countries", func() error { _, err := loadPolities(); return err }},
		{"function", func() error { _, err := LoadFunctions(); return err }},
		{"given", func() error { _, err := LoadNames(); return err }},
		{"verbs", func() error { _, err := LoadVerbs(); return err }},
		{"units", func() error { _, err := CountNouns(); return err }},
		{"timewords", func() error { _, err := TimeWords(); return err }},
		{"triggers", func() error { _, err := LoadTriggers(); return err }},
		{"eventwords", func() error { _, err := LoadEventWords(); return err }},
		{"groups", func() error { _, err := LoadGroups(); return err }},
		{"explanations", func() error { _, err := LoadExplanations(); return err }},
		{"gazetteers", func() error { _, err := LoadGazetteers(); return err }},
		{"identities", func() error { _, err := LoadIdentities(); return err }},
		{"translit", func() error { _, err := loadTranslit(); return err }},
	} {
		b.Run(list.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := list.load(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
