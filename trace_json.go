package isnad

import (
	"fmt"
	"slices"
	"strconv"
)

// TraceSchema names the form that Trace.AppendJSON writes and ReadTrace reads.
const TraceSchema = "isnad.trace/1"

// AppendJSON appends the trace to dst as one line of JSON, without the line feed, and
// returns the extended slice. Spans are written in Unicode code points, as
// Analysis.AppendJSON does; text gives the Text of an article by its ID. It is an
// error if a span does not lie inside the text that is given.
func (t *Trace) AppendJSON(dst []byte, text func(article string) string) ([]byte, error) {
	e := traceEncoder{encoder: encoder{dst: &dst}, source: text, indexed: make(map[string]indexedText)}
	e.raw(`{"schema":"` + TraceSchema + `","story":`)
	e.str(`{"id":`, t.Story.ID)
	e.str(`,"title":`, t.Story.Title)
	e.known(`,"first":`, t.Story.First)
	e.known(`,"last":`, t.Story.Last)
	if t.Story.Untraced > 0 {
		e.raw(`,"untraced":` + strconv.Itoa(t.Story.Untraced))
	}
	e.unions(t.Story.Unions)
	e.partings(t.Story.Partings)
	e.raw(`},"articles":[`)
	e.articles(t.Articles)
	e.raw(`],"copies":[`)
	for i := range t.Copies {
		e.comma(i)
		e.copies(&t.Copies[i])
	}
	e.raw(`],"cases":[`)
	for i := range t.Cases {
		e.comma(i)
		e.caseOf(&t.Cases[i])
	}
	e.raw(`],"figures":[`)
	for i := range t.Figures {
		e.comma(i)
		e.figure(&t.Figures[i])
	}
	e.raw(`],"explanations":[`)
	for i := range t.Explanations {
		e.comma(i)
		e.rivals(&t.Explanations[i])
	}
	e.raw(`]}`)
	return dst, e.err
}

// unions is left out where there are none.
func (e *traceEncoder) unions(all []Union) {
	if len(all) == 0 {
		return
	}
	e.raw(`,"unions":[`)
	for i := range all {
		u := &all[i]
		e.comma(i)
		e.str(`{"id":`, u.ID)
		e.known(`,"title":`, u.Title)
		e.known(`,"at":`, u.At)
		e.known(`,"article":`, u.Article)
		e.words(`,"words":[`, u.Words)
		e.raw(`}`)
	}
	e.raw(`]`)
}

// partings is left out where there are none.
func (e *traceEncoder) partings(all []Parting) {
	if len(all) == 0 {
		return
	}
	e.raw(`,"partings":[`)
	for i := range all {
		p := &all[i]
		e.comma(i)
		e.str(`{"from":`, p.From)
		e.str(`,"id":`, p.ID)
		e.known(`,"title":`, p.Title)
		e.known(`,"at":`, p.At)
		e.words(`,"words":[`, p.Words)
		e.words(`,"stayed":[`, p.Stayed)
		e.raw(`}`)
	}
	e.raw(`]`)
}

// words is a list of words, after what opens it.
func (e *traceEncoder) words(open string, words []string) {
	e.raw(open)
	for k, word := range words {
		e.comma(k)
		e.str("", word)
	}
	e.raw(`]`)
}

// AppendFigureJSON appends one figure of the trace with its story as one line of JSON, without the
// line feed: the object that the contract has in figures, with "story" before. Spans and text are
// as in AppendJSON.
func (t *Trace) AppendFigureJSON(dst []byte, figure int, text func(article string) string) ([]byte, error) {
	e := traceEncoder{encoder: encoder{dst: &dst}, source: text, indexed: make(map[string]indexedText)}
	e.str(`{"story":{"id":`, t.Story.ID)
	e.str(`,"title":`, t.Story.Title)
	e.raw(`},`)
	e.figureFields(&t.Figures[figure])
	return dst, e.err
}

// traceEncoder is an encoder whose spans point into several texts.
type traceEncoder struct {
	encoder
	source  func(string) string
	indexed map[string]indexedText
	err     error // the first one
}

type indexedText struct {
	text   string
	points []pointBlock
}

// in says which article the next spans point into.
func (e *traceEncoder) in(article string) {
	x, ok := e.indexed[article]
	if !ok {
		x.text = e.source(article)
		x.points = indexPoints(nil, x.text)
		e.indexed[article] = x
	}
	e.text, e.points = x.text, x.points
}

// inside answers those of the spans that the text has; the others are an error.
func (e *traceEncoder) inside(article string, spans []Span) []Span {
	e.in(article)
	for i, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(e.text) {
			if e.err == nil {
				e.err = fmt.Errorf("write trace: span [%d, %d) is not inside article %q of %d bytes", s.Start, s.End, article, len(e.text))
			}
			return spans[:i]
		}
	}
	return spans
}

// articles writes them without the brackets around.
func (e *traceEncoder) articles(all []StoryArticle) {
	for i, a := range all {
		e.comma(i)
		e.str(`{"id":`, a.ID)
		e.known(`,"outlet":`, a.Outlet)
		e.known(`,"published":`, a.Published)
		e.known(`,"title":`, a.Title)
		e.raw(`}`)
	}
}

func (e *traceEncoder) copies(c *Copies) {
	e.list(`{"articles":`, c.Articles)
	e.str(`,"kind":`, string(c.Kind))
	e.known(`,"agency":`, c.Agency)
	if len(c.Elsewhere) > 0 {
		e.raw(`,"elsewhere":[`)
		e.articles(c.Elsewhere)
		e.raw(`]`)
	}
	if len(c.Edits) > 0 {
		e.raw(`,"edits":[`)
		for i, d := range c.Edits {
			e.comma(i)
			e.str(`{"article":`, d.Article)
			e.str(`,"from":`, d.From)
			e.spans(`,"kept":`, e.inside(d.Article, d.Kept))
			e.spans(`,"added":`, e.inside(d.Article, d.Added))
			e.spans(`,"cut":`, e.inside(d.From, d.Cut))
			e.raw(`}`)
		}
		e.raw(`]`)
	}
	e.raw(`}`)
}

func (e *traceEncoder) caseOf(c *Case) {
	e.str(`{"id":`, c.ID)
	e.str(`,"proposition":`, c.Proposition)
	e.raw(`,"members":[`)
	for i := range c.Members {
		e.comma(i)
		m := &c.Members[i]
		e.telling(m.Article, m.Claim, m.Content, m.Chain)
		e.bool(`,"narrated":`, m.Narrated)
		e.str(`,"certainty":`, string(m.Certainty))
		e.bool(`,"denied":`, m.Denied)
		e.raw(`}`)
	}
	e.origins(`],"origins":[`, c.Origins)
	e.origins(`],"deniers":[`, c.Deniers)
	e.raw(`],"independent":`)
	*e.dst = strconv.AppendInt(*e.dst, int64(c.Independent), 10)
	e.str(`,"grade":`, string(c.Grade))
	e.str(`,"reason":`, c.Reason)
	e.raw(`,"drift":[`)
	e.drift(c.Drift, true)
	if slices.ContainsFunc(c.Drift, func(d Drift) bool { return !d.What.inContract() }) {
		e.raw(`],"further_drift":[`)
		e.drift(c.Drift, false)
	}
	e.raw(`]}`)
}

// drift writes the changes that the contract has words for, or the others.
func (e *traceEncoder) drift(all []Drift, inContract bool) {
	n := 0
	for _, d := range all {
		if d.What.inContract() != inContract {
			continue
		}
		e.comma(n)
		n++
		e.raw(`{"from":`)
		*e.dst = strconv.AppendInt(*e.dst, int64(d.From), 10)
		e.raw(`,"to":`)
		*e.dst = strconv.AppendInt(*e.dst, int64(d.To), 10)
		e.str(`,"what":`, string(d.What))
		e.known(`,"note":`, d.Note)
		e.raw(`}`)
	}
}

// telling leaves its object open, for what else a member has.
func (e *traceEncoder) telling(article, claim string, content []Span, chain []Link) {
	e.str(`{"article":`, article)
	e.known(`,"claim":`, claim)
	e.spans(`,"content":`, e.inside(article, content))
	e.raw(`,"chain":[`)
	for i := range chain {
		e.comma(i)
		l := chain[i]
		if len(e.inside(article, []Span{l.Mention})) == 0 {
			l.Mention = Span{}
		}
		e.link(&l)
	}
	e.raw(`]`)
}

func (e *traceEncoder) origins(key string, list []Origin) {
	e.raw(key)
	for i, o := range list {
		e.comma(i)
		e.str(`{"name":`, o.Name)
		e.str(`,"kind":`, string(o.Kind))
		e.numbers(`,"members":`, o.Members)
		e.raw(`}`)
	}
}

func (e *traceEncoder) numbers(key string, list []int) {
	e.raw(key)
	e.raw(`[`)
	for i, n := range list {
		e.comma(i)
		*e.dst = strconv.AppendInt(*e.dst, int64(n), 10)
	}
	e.raw(`]`)
}

func (e *traceEncoder) figure(f *Figure) {
	e.raw(`{`)
	e.figureFields(f)
}

// figureFields writes a figure but for the brace that begins it.
func (e *traceEncoder) figureFields(f *Figure) {
	e.str(`"what":`, f.What)
	e.known(`,"unit":`, f.Unit)
	e.raw(`,"values":[`)
	for i := range f.Values {
		v := &f.Values[i]
		e.comma(i)
		e.str(`{"article":`, v.Article)
		e.bound(`,"min":`, v.Min)
		e.bound(`,"max":`, v.Max)
		e.known(`,"by":`, v.By)
		e.known(`,"as_of":`, v.AsOf)
		e.known(`,"told":`, v.Told)
		if !v.Span.IsZero() && len(e.inside(v.Article, []Span{v.Span})) > 0 {
			e.span(`,"span":`, v.Span)
		}
		if len(v.Excludes) > 0 {
			e.numbers(`,"excludes":`, v.Excludes)
		}
		e.raw(`}`)
	}
	e.raw(`]}`)
}

func (e *traceEncoder) rivals(r *Rivals) {
	e.str(`{"of":`, r.Of)
	e.raw(`,"groups":[`)
	for i, g := range r.Groups {
		e.comma(i)
		e.str(`{"saying":`, g.Saying)
		e.raw(`,"members":[`)
		for j := range g.Members {
			e.comma(j)
			m := &g.Members[j]
			e.telling(m.Article, m.Claim, m.Content, m.Chain)
			e.raw(`}`)
		}
		e.origins(`],"origins":[`, g.Origins)
		e.raw(`]}`)
	}
	e.raw(`]}`)
}
