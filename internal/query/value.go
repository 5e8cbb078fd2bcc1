package query

import (
	"math"
	"slices"
	"strings"
	"time"

	"isnad"
	"isnad/arabic"
)

// valued reads the name of a field and what it asks for.
func (p *parser) valued() (Node, error) {
	x := p.now
	if p.field != Text {
		return nil, p.wrong("the field %s stands within that of %s", x.field, p.field)
	}
	if x.kind == comparison {
		return p.compared()
	}
	if err := p.step(); err != nil {
		return nil, err
	}
	if p.now.kind != open && p.now.kind != word && p.now.kind != phrase && p.now.kind != tilde {
		return nil, wrong(p.text, x.span, "%s: wants a value behind it", x.field)
	}
	p.field = x.field
	defer func() { p.field = Text }()
	switch {
	case p.now.kind == open:
		return p.group()
	case p.now.kind == tilde:
		return p.broad()
	}
	return p.words(x.span.Start)
}

// leaf makes a node of a word or a phrase of the field at hand.
func (p *parser) leaf(span isnad.Span, x lexeme) (Node, error) {
	f := p.field
	switch {
	case slices.Contains(worded, f):
		w := searched(x.text)
		return Words{Span: span, Field: f, Words: w, Phrase: x.kind == phrase || len(w) > 1}, nil
	case f == Since || f == Until:
		return p.period(span, x)
	case f == Quantity:
		return p.between(span, x)
	}
	v := vocabularyOf()
	value, ok := v.values[f][arabic.Fold(strings.TrimSpace(x.text))]
	if !ok {
		return nil, wrong(p.text, x.span, "%s: has no value «%s»; it has %s", f, x.text, strings.Join(v.lists[f], ", "))
	}
	return Tag{span, f, value}, nil
}

// dates are the ways to write a day, a month, a year, and how much each spans.
var dates = []struct {
	layout              string
	years, months, days int
}{{"2006-1-2", 0, 0, 1}, {"2006/1/2", 0, 0, 1}, {"2006-1", 0, 1, 0}, {"2006/1", 0, 1, 0}, {"2006", 1, 0, 0}}

func (p *parser) period(span isnad.Span, x lexeme) (Node, error) {
	text := arabic.Fold(x.text)
	for _, d := range dates {
		t, err := time.Parse(d.layout, text)
		if err != nil {
			continue
		}
		if p.field == Since {
			return Period{Span: span, From: t, written: text}, nil
		}
		return Period{Span: span, To: t.AddDate(d.years, d.months, d.days), written: text}, nil
	}
	return nil, wrong(p.text, x.span, "«%s» is no date; write 2015-08-21, 2015-08 or 2015", x.text)
}

// between reads quantity:100..200, either end of which may be left out, or quantity:100.
func (p *parser) between(span isnad.Span, x lexeme) (Node, error) {
	a := everything()
	a.Span = span
	from, to, ranged := strings.Cut(x.text, "..")
	if !ranged {
		to = from
	}
	for _, bound := range []struct {
		text string
		at   *float64
	}{{from, &a.Min}, {to, &a.Max}} {
		if bound.text == "" && ranged {
			continue
		}
		v, ok := number(bound.text)
		if !ok {
			return nil, wrong(p.text, x.span, "«%s» is no number; write quantity>1000 or quantity:100..200", x.text)
		}
		*bound.at = v
	}
	if a.Min > a.Max {
		return nil, wrong(p.text, x.span, "no number is at least %s and at most %s", from, to)
	}
	a.comparison = ":" + arabic.Fold(x.text)
	return a, nil
}

// compared reads quantity>1000 and its like.
func (p *parser) compared() (Node, error) {
	x := p.now
	if x.field != Quantity {
		return nil, p.wrong("%s cannot be compared; write %s:", x.field, x.field)
	}
	if err := p.step(); err != nil {
		return nil, err
	}
	v, ok := number(p.now.text)
	if p.now.kind != word || !ok {
		return nil, wrong(p.text, isnad.Span{Start: x.span.Start, End: p.now.span.End}, "behind %s a number is wanted", x.span.In(p.text))
	}
	if p.terms++; p.terms > MaxTerms {
		return nil, p.wrong("there are more than %d words and fields", MaxTerms)
	}
	a := everything()
	a.Span = isnad.Span{Start: x.span.Start, End: p.now.span.End}
	sign := strings.NewReplacer("≤", "<=", "≥", ">=").Replace(x.sign)
	switch sign {
	case "<":
		a.Max, a.OpenMax = v, true
	case "<=":
		a.Max = v
	case "=":
		a.Min, a.Max = v, v
	case ">=":
		a.Min = v
	case ">":
		a.Min, a.OpenMin = v, true
	default:
		return nil, wrong(p.text, x.span, "«%s» compares nothing; there are <, <=, =, >=, >", x.sign)
	}
	a.comparison = sign + arabic.Fold(p.now.text)
	return a, p.step()
}

// number reads digits as news writes them: 1,800 is eighteen hundred.
func number(text string) (float64, bool) {
	tokens := arabic.Tokenize(nil, text)
	if len(tokens) != 1 || tokens[0].Kind != arabic.Number {
		return 0, false
	}
	v, ok := arabic.Digits(tokens[0].Norm, false)
	return v, ok && !math.IsInf(v, 0)
}
