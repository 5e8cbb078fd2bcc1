package seq

import (
	"strings"

	"isnad/arabic"
)

// Clitics tells how many bytes of a folded word are conjunctions and prepositions
// before the host, as arabic.Segment reads them. The ل that is left of the article in
// «للجيش» belongs to the host.
func Clitics(norm string) int {
	if len(norm) < 6 || !strings.HasPrefix(norm, "و") && !strings.HasPrefix(norm, "ف") &&
		!strings.HasPrefix(norm, "ب") && !strings.HasPrefix(norm, "ك") && !strings.HasPrefix(norm, "ل") {
		return 0
	}
	// Folding made one letter of ة and ه; behind a name it is never a pronoun.
	if stem, ok := strings.CutSuffix(norm, "ه"); ok {
		return arabic.Segment(stem + "ة").HostStart
	}
	return arabic.Segment(norm).HostStart
}
