package extract

import (
	"strings"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// armed is the first word of «القوات المسلحة السورية».
const armed = "القوات"

// withMissed adds the names that the model passes over and the article gives away: bodies
// of a country, short names of bodies, other endings of a name that it has.
func (r *Reader) withMissed(d *doc, names []name) []name {
	again := againOf(d, names)
	out := make([]name, 0, len(names)+8)
	next := 0
	for i := 0; i < len(d.toks); {
		for next < len(names) && names[next].first < i {
			next++
		}
		if next < len(names) && names[next].first == i {
			out = joinLeft(d, out, names[next])
			i = names[next].end
			continue
		}
		t := &d.toks[i]
		if t.Kind != wordKind || !opensArticle(t.Norm) {
			i++
			continue
		}
		room := len(d.toks)
		if next < len(names) {
			room = names[next].first
		}
		if len(again) == 0 && !d.mayHave(i, inBodies) {
			i++
			continue
		}
		if n, ok := r.missed(d, i, room, again); ok {
			out = append(out, n)
			i = n.end
			continue
		}
		i++
	}
	return out
}

// opensArticle: the word can have the article behind its clitics.
func opensArticle(w string) bool {
	if len(w) < 8 {
		return false
	}
	at := strings.Index(w[:8], "ال")
	return at >= 0 && at%2 == 0 || strings.Contains(w[:6], "لل")
}

// againOf is the names that may stand untagged, by folded word: those of one word in
// either ending of a plural, and the first words of bodies.
func againOf(d *doc, names []name) map[string]bool {
	again := map[string]bool{}
	for i := range names {
		n := &names[i]
		if n.kind != isnad.ORG && n.kind != isnad.GPE {
			continue
		}
		key := nameKey(d, n)
		if n.kind == isnad.GPE {
			if d.functions.Serves(key, lexicon.Kingdom) {
				again["المملكه"] = true
			}
			continue
		}
		first, rest, long := strings.Cut(key, " ")
		if long && rest != "" && (d.functions.Serves(first, lexicon.ShortName) || d.functions.Serves(first, lexicon.ShortAgain)) {
			again[first] = true
		}
		if stem, plural := strings.CutSuffix(key, "ون"); plural && !long {
			again[stem+"ين"] = true
		} else if stem, plural := strings.CutSuffix(key, "ين"); plural && !long {
			again[stem+"ون"] = true
		}
	}
	return again
}

// missed reads a name of a body at token i, clitics before it or not.
func (r *Reader) missed(d *doc, i, room int, again map[string]bool) (n name, ok bool) {
	withArticle(d.toks[i].Norm, func(form string, cut int) bool {
		end := 0
		switch {
		case i+1 < room && r.countryAdjective(d, i+1) && r.functions.Serves(form, lexicon.BodyOfState):
			end = i + 2
		case i+2 < room && form == armed && d.toks[i+1].Norm == "المسلحه" && r.countryAdjective(d, i+2):
			end = i + 3
		case r.functions.Serves(form, lexicon.ShortName) || again[form]:
			if i+1 < len(d.toks) && d.toks[i+1].Kind == arabic.Word && r.goesOnBody(d, i+1) {
				return false
			}
			end = i + 1 // alone
		default:
			return false
		}
		n = name{first: i, end: end, cut: cut, kind: isnad.ORG, rule: "body"}
		if form == "المملكه" {
			n.kind = isnad.GPE
		}
		n.span = d.span(i, end)
		n.span.Start = behind(d.text, d.toks[i], cut)
		ok = true
		return true
	})
	return n, ok
}

// countryAdjective: the word is the adjective of a country with article.
func (r *Reader) countryAdjective(d *doc, i int) bool {
	if !strings.HasPrefix(d.toks[i].Norm, "ال") || d.toks[i].Line != d.toks[i-1].Line {
		return false
	}
	_, ok := exact(&r.polities.Adjectives, d, i, inAdjectives)
	return ok
}

// goesOnBody: the word makes another body of the one before it («التحالف الوطني»).
func (r *Reader) goesOnBody(d *doc, i int) bool {
	w := d.toks[i].Norm
	if strings.HasSuffix(d.toks[i-1].Norm, "مملكه") {
		return strings.HasPrefix(w, "ال")
	}
	return strings.HasPrefix(w, "ال") && (strings.HasSuffix(w, "يه") || strings.HasSuffix(w, "ي")) && d.fn[i] == 0
}

// withArticle gives the readings of a word that begin with the article: whole, without و
// or ف, and of those without ب, ك or ل. It ends when one is taken.
func withArticle(norm string, take func(form string, cut int) bool) {
	cut := 0
	for {
		if strings.HasPrefix(norm, "ال") {
			if take(norm, cut) {
				return
			}
		}
		if rest, ok := strings.CutPrefix(norm, "لل"); ok {
			take("ال"+rest, cut+1)
			return
		}
		var c string
		if len(norm) > 2 {
			c = norm[:2]
		}
		switch {
		case cut == 0 && (c == "و" || c == "ف"), c == "ب", c == "ك":
			norm = norm[2:]
			cut++
		default:
			return
		}
		if cut > 2 {
			return
		}
	}
}

// joinLeft appends a name, put together with what belongs to it: the rest of a person's
// name, the word that makes a body of a place or an agency of its name.
func joinLeft(d *doc, out []name, n name) []name {
	if k := len(out) - 1; k >= 0 && n.kind == isnad.PER && out[k].kind == isnad.PER && out[k].end == n.first && n.cut == 0 && d.toks[n.first].Line == d.toks[n.first-1].Line {
		out[k].end, out[k].span.End = n.end, n.span.End
		return out
	}
	if n.first == 0 || n.cut > 0 || d.toks[n.first-1].Line != d.toks[n.first].Line || len(out) > 0 && out[len(out)-1].end >= n.first {
		return append(out, n)
	}
	before := d.toks[n.first-1]
	letters := 0
	switch w := before.Norm; {
	case n.kind == isnad.GPE && d.functions.Serves(w, lexicon.BodyOfPlace), n.kind == isnad.ORG && w == "وكاله" && hasNews(d, &n):
	case n.kind == isnad.GPE && len(w) > 2 && d.functions.Serves(w[2:], lexicon.BodyOfPlace) && d.trait(n.first-1, cliticsBefore), n.kind == isnad.ORG && (w == "لوكاله" || w == "ووكاله") && hasNews(d, &n):
		letters = 1
	default:
		return append(out, n)
	}
	n.first--
	n.cut, n.head, n.kind = letters, 0, isnad.ORG
	n.span.Start = behind(d.text, before, letters)
	return append(out, n)
}

// hasNews: the name is «الأنباء X» or «X للأنباء».
func hasNews(d *doc, n *name) bool {
	for i := n.first; i < n.end; i++ {
		if w := d.toks[i].Norm; w == "الانباء" || w == "للانباء" || w == "انباء" {
			return true
		}
	}
	return false
}
