package cases

// sure is how like the others a member must be on the mean, so that its origin counts. Joining more
// and counting less errs on the safe side: who only may say the same makes no case corroborated.
const sure = 0.35

// mostAsked bounds with how many others a member is compared.
const mostAsked = 60

// surely marks the members that are so like the others that their origins count, and of those that have
// an origin the one that is most like them.
func (s *story) surely(shapes *shapes, members []member) {
	best, most := 0, -1.0
	step := max(1, len(members)/mostAsked)
	for i := range members {
		sum, n := 0.0, 0
		for k := 0; k < len(members); k += step {
			if k != i {
				sum += s.likeness(shapes, &members[i], &members[k])
				n++
			}
		}
		mean := sum / float64(max(1, n))
		members[i].sure = mean >= sure
		if members[i].origin >= 0 && mean > most {
			best, most = i, mean
		}
	}
	members[best].sure = true
}

// likeness is that of the two clauses of two members that are most alike.
func (s *story) likeness(shapes *shapes, a, b *member) (most float64) {
	for _, x := range a.clauses {
		for _, y := range b.clauses {
			f := shapes.compare(&shapes.of[x], &shapes.of[y])
			most = max(most, s.r.likeness.of(&f))
		}
	}
	return most
}

// unsure counts the origins of which no member is surely one of the case.
func unsure(members []member) int {
	seen := map[int]bool{}
	for i := range members {
		if m := &members[i]; m.origin >= 0 && !m.sure {
			seen[m.folded] = true
		}
	}
	return len(seen)
}
