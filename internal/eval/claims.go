package eval

import (
	"strings"

	"isnad"
)

// claims pairs claims by their content, with a bonus for a cue in the same place,
// and scores the chains and properties of the pairs.
func (d *document) claims(gold, read []isnad.Claim) {
	goldContent, readContent := contents(gold), contents(read)
	pairs := pair(len(gold), len(read), 0.5, func(g, r int) float64 {
		likeness := d.letters.likeness(goldContent[g], readContent[r])
		if gold[g].Cue.Overlaps(read[r].Cue) {
			return likeness + 0.2
		}
		return likeness
	})
	d.Claim.add(len(gold), len(read), len(pairs))
	d.ClaimOrigin.add(len(gold), len(read), 0)
	d.ClaimChain.add(len(gold), len(read), 0)
	d.contentLetters(goldContent, readContent)
	missed, surplus := unpaired(len(gold), len(read), pairs)
	for _, i := range missed {
		d.report("missed claim", "%s", d.claimWords(&gold[i]))
	}
	for _, i := range surplus {
		d.report("false claim", "%s", d.claimWords(&read[i]))
	}
	for _, p := range pairs {
		d.claim(&gold[p.gold], &read[p.read])
	}
}

func (d *document) claim(gold, read *isnad.Claim) {
	if sameChain(gold.Sources, read.Sources) {
		d.ClaimChain.Right++
	} else {
		d.report("wrong chain", "gold [%s] got [%s]", sourceNames(gold.Sources), sourceNames(read.Sources))
	}
	if sameOrigin(gold.Sources, read.Sources) {
		d.ClaimOrigin.Right++
	}
	d.property(&d.Mode, "mode", gold, string(gold.Mode), string(read.Mode))
	d.property(&d.Act, "act", gold, string(gold.Act), string(read.Act))
	d.property(&d.Certainty, "certainty", gold, string(gold.Certainty), string(read.Certainty))
	d.property(&d.Purpose, "purpose", gold, yesNo(gold.Purpose), yesNo(read.Purpose))
	for i := range min(len(gold.Sources), len(read.Sources)) {
		g, r := gold.Sources[i], read.Sources[i]
		if !sameLink(g, r) {
			continue
		}
		d.SourceKind.add(g.Kind == r.Kind)
		if g.Kind != r.Kind {
			d.report("wrong source kind", "%s: gold %s got %s", g.Name, g.Kind, r.Kind)
		}
	}
}

func (d *document) property(ratio *Ratio, name string, claim *isnad.Claim, gold, read string) {
	ratio.add(gold == read)
	if gold != read {
		d.report("wrong "+name, "gold %s got %s: %s", gold, read, d.claimWords(claim))
	}
}

// contentLetters counts each claim's letters, so that a letter of two claims
// counts twice, but of the letters read right each once.
func (d *document) contentLetters(gold, read [][]isnad.Span) {
	var allGold, allRead []isnad.Span
	for _, spans := range gold {
		d.ContentLetters.Gold += d.letters.in(spans)
		allGold = append(allGold, spans...)
	}
	for _, spans := range read {
		d.ContentLetters.Read += d.letters.in(spans)
		allRead = append(allRead, spans...)
	}
	d.ContentLetters.Right += d.letters.shared(merge(allGold), merge(allRead))
}

func contents(claims []isnad.Claim) [][]isnad.Span {
	all := make([][]isnad.Span, len(claims))
	for i := range claims {
		all[i] = merge(claims[i].Content)
	}
	return all
}

func sameLink(a, b isnad.Link) bool {
	if !a.Mention.IsZero() && !b.Mention.IsZero() && a.Mention.Overlaps(b.Mention) {
		return true
	}
	return sameName(a.Name, b.Name)
}

func sameChain(a, b []isnad.Link) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !sameLink(a[i], b[i]) {
			return false
		}
	}
	return true
}

func sameOrigin(a, b []isnad.Link) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	return sameLink(a[len(a)-1], b[len(b)-1])
}

func sourceNames(chain []isnad.Link) string {
	names := make([]string, len(chain))
	for i := range chain {
		names[i] = chain[i].Name
	}
	return strings.Join(names, " ← ")
}

// claimWords shows a claim in a line: its cue and the start of its content.
func (d *document) claimWords(c *isnad.Claim) string {
	words := ""
	if len(c.Content) > 0 {
		words = c.Content[0].In(d.text)
	}
	if runes := []rune(words); len(runes) > 90 {
		words = string(runes[:90])
	}
	return "[" + c.Cue.In(d.text) + "] " + words
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
