package extract

import (
	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// answered is what the answers of an interview are read with: whose they are, and the line that each is in.
type answered struct {
	source source
	chain  []isnad.Link
	lines  map[int32]bool // of the article: true of an answer, false of a question
}

// minAsked is how many questions must stand before a dash for what it opens to be answers.
const minAsked = 2

// interview finds the questions and answers of an article, «س: …» and «ج: …», or a line that asks before one that a
// dash opens, and whom they are put to, who is named once, before the first. It is nil where there are none.
func (t *teller) interview() *answered {
	d := t.d
	a := &answered{lines: map[int32]bool{}}
	marked, asked, first := 0, 0, -1
	for n := 1; n < len(d.sents); n++ {
		s, before := d.sents[n], d.sents[n-1]
		line := d.toks[s.First].Line
		if line == d.toks[before.First].Line || s.First+2 >= s.End {
			continue
		}
		question := false
		switch {
		case labels(d, s.First, "س"):
			question = true
		case labels(d, s.First, "ج") && marked > 0:
			a.lines[line] = true
		case dash(d.toks[s.First].Norm) && d.is(before.End-1, "؟"):
			a.lines[line] = true
			a.lines[d.toks[before.First].Line] = false
			asked++
			if first < 0 {
				first = before.First
			}
		}
		if question {
			a.lines[line] = false
			marked++
			if first < 0 {
				first = s.First
			}
		}
	}
	if marked == 0 && asked < minAsked {
		return nil
	}
	return t.answersOf(a, first)
}

// answersOf completes the answers with who gives them; nil where nobody is found.
func (t *teller) answersOf(a *answered, first int) *answered {
	p, ok := t.asked(first)
	if !ok {
		return nil
	}
	a.source = source{kind: isnad.Person, first: p.first, end: p.end, npFirst: p.first, npEnd: p.end, number: lexicon.Singular, named: true, rule: "source.answers"}
	a.chain = []isnad.Link{{Name: p.name, Kind: isnad.Person, Implicit: true, Mention: t.d.span(p.first, p.end), Rule: a.source.rule}}
	return a
}

// maxAsked bounds the words between an interview and the name of who gives it.
const maxAsked = 16

// asked is whom the questions from token first on are put to: who is named behind «حوار مع», else the only one who is
// named before them.
func (t *teller) asked(first int) (person, bool) {
	s := &t.discourse
	known := s.before(first)
	for n := range known {
		p := s.persons[n]
		for i := p.first - 1; i >= 0 && i > p.first-maxAsked && t.d.toks[i].Line == t.d.toks[p.first].Line; i-- {
			if t.d.serves(i, lexicon.Dialogue) {
				return p, true
			}
		}
	}
	if known == 0 {
		return person{}, false
	}
	for n := 1; n < known; n++ {
		if !sameName(s.persons[n].name, s.persons[0].name) {
			return person{}, false
		}
	}
	return s.persons[0], true
}

// labels: the line opens at i with this letter and a sign behind it: «س:», «ج -», «ج1:».
func labels(d *doc, i int, letter string) bool {
	if !d.is(i, letter) {
		return false
	}
	if i++; d.toks[i].Kind == numberKind {
		i++
	}
	return i < len(d.toks) && (d.is(i, ":") || d.is(i, "/") || d.is(i, ")") || dash(d.toks[i].Norm))
}

// answerAt makes the claim of the answer that begins with sentence n, over all its line. It tells whether the sentence is a
// part of the questions and answers, in which nobody else is told to speak.
func (t *teller) answerAt(a *answered, n int) bool {
	d, s := t.d, t.d.sents[n]
	line := d.toks[s.First].Line
	isAnswer, within := a.lines[line]
	if !within {
		return false
	}
	if !isAnswer || n > 0 && d.toks[d.sents[n-1].First].Line == line {
		return true
	}
	mark := s.First
	for i := s.First; i < s.First+3 && d.toks[i].Kind != arabic.Punct; i++ {
		mark = i + 1
	}
	end := s.End
	for k := n + 1; k < len(d.sents) && d.toks[d.sents[k].First].Line == line; k++ {
		end = d.sents[k].End
	}
	content := t.trim(mark+1, end, 0)
	if len(content) == 0 {
		return true
	}
	claim := isnad.Claim{Cue: d.span(mark, mark+1), Content: content, Sources: append([]isnad.Link{}, a.chain...), Act: isnad.Say, Certainty: isnad.Certain, Narrator: isnad.Neutral, Rule: "claim.answer"}
	t.judge(&claim)
	t.out = append(t.out, claim)
	t.discourse.sentence = n
	t.discourse.spoke(a.source, a.chain, false)
	return true
}
