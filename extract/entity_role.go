package extract

import (
	"slices"
	"strings"

	"isnad"
	"isnad/lexicon"
)

const (
	maxRoleWords = 8
	maxRoles     = 4
)

// readRoles keeps with each person the titles and offices that stand at the name, and
// finds the nominals: roles and class words that stand for somebody named before.
func (c *coreference) readRoles() {
	taken := make([]bool, len(c.d.toks))
	bearers := map[string][]bearer{}
	next, person := 0, 0 // the name ahead; the end of the last person's name
	for i := 0; i < len(c.d.toks); i++ {
		if next < len(c.names) && c.names[next].first == i {
			n := &c.names[next]
			c.learnHead(n, bearers)
			i = n.end - 1
			if n.kind == isnad.PER {
				c.titlesOf(n, person, taken, bearers)
				person = n.end
			}
			for next < len(c.names) && c.names[next].first <= i {
				next++
			}
			continue
		}
		if c.d.toks[i].Kind == wordKind && len(bearers) > 0 {
			room := len(c.d.toks)
			if next < len(c.names) {
				room = c.names[next].first
			}
			i = c.nominal(i, room, taken, bearers) - 1
		}
	}
}

// bearer is who bears a role or is of a class of bodies.
type bearer struct {
	form  *nameForm
	words []string // the role's other words, as roleStem gives them
}

// titlesOf notes the roles before and behind a person's name; tokens before floor belong
// to another one.
func (c *coreference) titlesOf(n *name, floor int, taken []bool, bearers map[string][]bearer) {
	d := c.d
	first := n.first
	for k := n.first - 1; k >= floor && k >= n.first-maxRoleWords; k-- {
		if c.breaksRole(k, n.first) {
			break
		}
		m, ok := at(&c.r.titles.Forms, d, k, inTitles)
		if ok && (m.Value.Number != lexicon.Singular || k+m.Words > n.first) {
			if c.insideTitle(k, n.first) {
				continue
			}
			break
		}
		if ok {
			first = k
		}
		if ok && m.Cut > 0 || !ok && conjoined(d.toks[k].Norm) {
			break // what stands before is another's
		}
	}
	if first < n.first {
		c.addRole(n, first, n.first, taken, bearers)
	}
	i, limit := n.end, int(d.sents[d.sentOf[n.first]].End)
	if i < limit && comma(d.toks[i].Norm) {
		i++
	}
	if i >= limit || d.toks[i].Kind != wordKind {
		return
	}
	m, ok := exact(&c.r.titles.Forms, d, i, inTitles)
	if !ok || i+m.Words > limit {
		return
	}
	end := i + m.Words
	for end < limit && end < i+maxRoleWords && d.toks[end].Kind == wordKind && !c.breaksRole(end, end) && d.fn[end] == 0 && (strings.HasPrefix(d.toks[end].Norm, "ال") || c.named(end)) {
		end++
	}
	if strings.HasPrefix(d.toks[i].Norm, "ال") || end > i+1 && m.Value.Kind == "office" {
		c.addRole(n, i, end, taken, bearers)
	}
}

// insideTitle: a title of one person that begins before token k goes on there, and ends before
// token to: the ministers in «رئيس الوزراء» are none.
func (c *coreference) insideTitle(k, to int) bool {
	for j := k - 1; j >= 0 && j >= k-2; j-- {
		if m, ok := at(&c.r.titles.Forms, c.d, j, inTitles); ok && m.Value.Number == lexicon.Singular && j+m.Words > k && j+m.Words <= to {
			return true
		}
	}
	return false
}

// breaksRole: token k belongs to no role that goes on to token to.
func (c *coreference) breaksRole(k, to int) bool {
	d := c.d
	if d.toks[k].Kind != wordKind || d.sentOf[k] != d.sentOf[min(to, len(d.toks)-1)] && to != k {
		return true
	}
	return d.fn[k]&(lexicon.Preposition|lexicon.Relative|lexicon.ThatWord|lexicon.ClauseStart|lexicon.Auxiliary) != 0 || c.r.isVerb(d, k) && !d.mayHave(k, inTitles|inAdjectives)
}

// named: the token is part of a country's name.
func (c *coreference) named(i int) bool {
	_, ok := exact(&c.r.polities.Names, c.d, i, inPolities)
	return ok
}

// addRole adds the words [first, end) to the roles of who bears the name.
func (c *coreference) addRole(n *name, first, end int, taken []bool, bearers map[string][]bearer) {
	d := c.d
	for i := first; i < end; i++ {
		taken[i] = true
	}
	span := d.span(first, end)
	cut := 0
	if m, ok := at(&c.r.titles.Forms, d, first, inTitles); ok {
		cut = m.Cut
	}
	span.Start = behind(d.text, d.toks[first], cut)
	root := n.form.root()
	role := cleanName(span.In(d.text))
	if cut > 0 && strings.HasPrefix(role, "ل") && strings.HasPrefix(d.toks[first].Norm[2*cut-2:], "لل") {
		role = "ا" + role // «للرئيس» is الرئيس
	}
	if len(root.roles) < maxRoles && !slices.Contains(root.roles, role) && role != "" {
		root.roles = append(root.roles, role)
	}
	words := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		words = append(words, roleStem(strings.TrimPrefix(cutLetters(d.toks[i].Norm, cutOf(i, first, cut)), "ال")))
	}
	for i := first; i < end; i++ {
		if m, ok := at(&c.r.titles.Forms, d, i, inTitles); ok && i+m.Words <= end {
			head := words[i-first]
			bearers[head] = appendBearer(bearers[head], bearer{root, words})
		}
	}
}

func cutOf(i, first, cut int) int {
	if i == first {
		return cut
	}
	return 0
}

// appendBearer puts who was named last at the end, and keeps the list short.
func appendBearer(list []bearer, b bearer) []bearer {
	list = slices.DeleteFunc(list, func(o bearer) bool { return o.form == b.form && slices.Equal(o.words, b.words) })
	if len(list) >= maxNamesakes {
		list = list[1:]
	}
	return append(list, b)
}

// learnHead notes the class word of a body: «الوكالة» can stand for it later.
func (c *coreference) learnHead(n *name, bearers map[string][]bearer) {
	if n.kind != isnad.ORG {
		return
	}
	head := ""
	if w := c.d.toks[n.first].Norm; n.end > n.first+1 && n.cut == 0 && !strings.HasPrefix(w, "ال") {
		head = w
	} else if n.first > 0 && n.cut == 0 && c.d.toks[n.first-1].Line == c.d.toks[n.first].Line {
		head = strings.TrimPrefix(c.d.toks[n.first-1].Norm, "و")
		if !c.d.functions.Serves(head, lexicon.ClassNoun) {
			return
		}
	}
	if c.d.functions.Serves(head, lexicon.ClassNoun) {
		key := "ال" + head
		bearers[key] = appendBearer(bearers[key], bearer{n.form.root(), nil})
	}
}

// nominal reads a role or class word at token i that stands for somebody named before. It
// gives the token behind what it read.
func (c *coreference) nominal(i, room int, taken []bool, bearers map[string][]bearer) int {
	d := c.d
	if taken[i] || !opensArticle(d.toks[i].Norm) && !d.mayHave(i, inTitles) {
		return i + 1
	}
	end := i + 1
	withArticle(d.toks[i].Norm, func(form string, cut int) bool {
		if list := bearers[form]; len(list) > 0 && !c.qualified(i+1, room) {
			c.addNominal(i, i+1, cut, list[len(list)-1].form)
			return true
		}
		list := bearers[roleStem(strings.TrimPrefix(form, "ال"))]
		if len(list) == 0 || !d.mayHave(i, inTitles) {
			return false
		}
		if i+1 < room && c.countryOrAdjective(i+1) {
			word := roleStem(strings.TrimPrefix(d.toks[i+1].Norm, "ال"))
			for k := len(list) - 1; k >= 0; k-- {
				if slices.Contains(list[k].words, word) {
					end = i + 2
					c.addNominal(i, end, cut, list[k].form)
					return true
				}
			}
			return true
		}
		if !c.qualified(i+1, room) && c.single(list) {
			c.addNominal(i, i+1, cut, list[len(list)-1].form)
		}
		return true
	})
	return end
}

// single: all bearers of a role are one person.
func (c *coreference) single(list []bearer) bool {
	for _, b := range list {
		if b.form.root() != list[0].form.root() {
			return false
		}
	}
	return true
}

// qualified: a word at i tells more of the noun before it, so that it can be another one.
func (c *coreference) qualified(i, room int) bool {
	if i >= room {
		return i < len(c.d.toks) && c.d.toks[i].Line == c.d.toks[i-1].Line
	}
	t := &c.d.toks[i]
	return t.Kind == wordKind && t.Line == c.d.toks[i-1].Line && strings.HasPrefix(t.Norm, "ال") || t.Kind == wordKind && c.d.has(i, inTitles|inNouns)
}

func (c *coreference) countryOrAdjective(i int) bool {
	if i > 0 && c.d.toks[i].Line != c.d.toks[i-1].Line {
		return false
	}
	_, ok := exact(&c.r.polities.Adjectives, c.d, i, inAdjectives)
	return ok
}

func (c *coreference) addNominal(first, end, cut int, f *nameForm) {
	span := c.d.span(first, end)
	span.Start = behind(c.d.text, c.d.toks[first], cut)
	if span.Len() > 0 {
		root := f.root()
		c.nominals = append(c.nominals, isnad.Mention{Span: span, Type: root.kind, Form: "nominal", Entity: entityID(root.id), Rule: "role"})
	}
}
