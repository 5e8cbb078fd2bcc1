package eval

import "isnad"

// mentions pairs named mentions of the same type, by exact place and by overlap;
// of the overlapping ones it asks whether those of one entity are of one entity.
func (d *document) mentions(gold, all []isnad.Mention) {
	var read []isnad.Mention
	for _, m := range all {
		if m.Form == "named" {
			read = append(read, m)
		}
	}
	exact := pair(len(gold), len(read), 1, func(g, r int) float64 {
		return when(gold[g].Type == read[r].Type && gold[g].Span == read[r].Span)
	})
	loose := pair(len(gold), len(read), 1, func(g, r int) float64 {
		return when(gold[g].Type == read[r].Type && gold[g].Span.Overlaps(read[r].Span))
	})
	d.MentionExact.add(len(gold), len(read), len(exact))
	d.MentionOverlap.add(len(gold), len(read), len(loose))
	missed, surplus := unpaired(len(gold), len(read), loose)
	for _, i := range missed {
		d.report("missed mention", "%s %s", gold[i].Type, gold[i].Span.In(d.text))
	}
	for _, i := range surplus {
		d.report("false mention", "%s %s", read[i].Type, read[i].Span.In(d.text))
	}
	for n, p := range loose {
		for _, q := range loose[:n] {
			inGold, inRead := gold[p.gold].Entity == gold[q.gold].Entity, read[p.read].Entity == read[q.read].Entity
			d.Coreference.add(int(when(inGold)), int(when(inRead)), int(when(inGold && inRead)))
		}
	}
}

// events pairs events of the same type whose triggers overlap, the better the
// more of their actors and recipients agree.
func (d *document) events(gold, read []isnad.Event, entities []isnad.Entity) {
	names := make(map[string]string, len(entities))
	for _, e := range entities {
		names[e.ID] = e.Name
	}
	pairs := pair(len(gold), len(read), 0.5, func(g, r int) float64 {
		x, y := &gold[g], &read[r]
		if x.Type != y.Type || !x.Trigger.Overlaps(y.Trigger) {
			return 0
		}
		// The conversions keep the compiler from fusing the operations, which
		// would round differently on some machines.
		actors := float64(0.25 * sameActors(x.Actors, y.Actors, names))
		recipients := float64(0.25 * sameActors(x.Recipients, y.Recipients, names))
		return 0.5 + actors + recipients
	})
	d.EventType.add(len(gold), len(read), len(pairs))
	d.EventWhole.add(len(gold), len(read), 0)
	for _, p := range pairs {
		if p.similarity > 0.99 {
			d.EventWhole.Right++
		}
		d.EventStatus.add(gold[p.gold].Status == read[p.read].Status)
	}
	missed, surplus := unpaired(len(gold), len(read), pairs)
	for _, i := range missed {
		d.report("missed event", "%s %s", gold[i].Type, gold[i].Trigger.In(d.text))
	}
	for _, i := range surplus {
		d.report("false event", "%s %s", read[i].Type, read[i].Trigger.In(d.text))
	}
}

// sameActors is the share of two lists of actors that can be paired by name;
// gold lists names, and what was read lists entities.
func sameActors(gold, read []string, names map[string]string) float64 {
	if len(gold) == 0 && len(read) == 0 {
		return 1
	}
	pairs := pair(len(gold), len(read), 1, func(g, r int) float64 {
		name, known := names[read[r]]
		if !known {
			name = read[r]
		}
		return when(sameName(gold[g], name))
	})
	return float64(len(pairs)) / float64(max(len(gold), len(read)))
}

// explanations pairs the narrator's own explanations by their content; those
// inside claims are scored by the claims' Purpose.
func (d *document) explanations(gold, all []isnad.Explanation) {
	var read [][]isnad.Span
	for _, x := range all {
		if x.Claim == "" {
			read = append(read, merge(x.Content))
		}
	}
	pairs := pair(len(gold), len(read), 0.5, func(g, r int) float64 {
		return d.letters.likeness(merge(gold[g].Content), read[r])
	})
	d.NarratorExplanation.add(len(gold), len(read), len(pairs))
}
