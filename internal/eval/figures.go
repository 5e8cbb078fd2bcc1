package eval

import (
	"strconv"

	"isnad"
)

// quantities pairs numbers that overlap and have the same bounds.
func (d *document) quantities(gold, read []isnad.Quantity) {
	pairs := pair(len(gold), len(read), 1, func(g, r int) float64 {
		return when(gold[g].Span.Overlaps(read[r].Span) &&
			sameBound(gold[g].Min, read[r].Min) && sameBound(gold[g].Max, read[r].Max))
	})
	d.Quantity.add(len(gold), len(read), len(pairs))
	for _, p := range pairs {
		g, r := gold[p.gold], read[p.read]
		d.QuantityUnit.add(sameName(g.Unit, r.Unit))
		if !sameName(g.Unit, r.Unit) {
			d.report("wrong unit", "%s: gold «%s» got «%s»", g.Span.In(d.text), g.Unit, r.Unit)
		}
		d.QuantityApprox.add(g.Approx == r.Approx)
	}
	missed, surplus := unpaired(len(gold), len(read), pairs)
	for _, i := range missed {
		d.report("missed quantity", "%s", d.quantityWords(&gold[i]))
	}
	for _, i := range surplus {
		d.report("false quantity", "%s", d.quantityWords(&read[i]))
	}
}

func (d *document) quantityWords(q *isnad.Quantity) string {
	return q.Span.In(d.text) + " " + boundWords(q.Min) + ".." + boundWords(q.Max)
}

func boundWords(b isnad.Bound) string {
	if !b.Set {
		return ""
	}
	return strconv.FormatFloat(b.Value, 'f', -1, 64)
}

func sameBound(a, b isnad.Bound) bool {
	return a.Set == b.Set && (!a.Set || a.Value == b.Value)
}

// times pairs dates that overlap, once by place alone and once by value too.
func (d *document) times(gold, read []isnad.Time) {
	overlap := func(g, r int) bool { return gold[g].Span.Overlaps(read[r].Span) }
	places := pair(len(gold), len(read), 1, func(g, r int) float64 { return when(overlap(g, r)) })
	values := pair(len(gold), len(read), 1, func(g, r int) float64 {
		return when(overlap(g, r) && gold[g].Value == read[r].Value)
	})
	d.TimeSpan.add(len(gold), len(read), len(places))
	d.TimeValue.add(len(gold), len(read), len(values))
	missed, surplus := unpaired(len(gold), len(read), values)
	for _, i := range missed {
		d.report("missed time", "%s = %s", gold[i].Span.In(d.text), gold[i].Value)
	}
	for _, i := range surplus {
		d.report("false time", "%s = %s", read[i].Span.In(d.text), read[i].Value)
	}
}
