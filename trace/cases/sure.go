package cases

// sure is how like the middle of a case a member must be, so that its origin counts. Joining
// more and counting less errs on the safe side: who only may say the same makes no case corroborated.
const sure = 0.6

// mostAsked bounds with how many others a wording is compared.
const mostAsked = 60

// surely marks the members that are so like the middle of the case that their origins count, and of those
// that have an origin the one that is most like it. Against the mean of all members, copies and all, whoever
// says it in words of his own stood no chance beside a text that many copied.
func (s *story) surely(shapes *shapes, members []member) {
	first, of := wordings(shapes, members)
	middle := s.middle(shapes, members, first)
	best, most := 0, -1.0
	for i := range members {
		like := 1.0
		if of[i] != middle {
			like = s.likeness(shapes, &members[i], &members[first[middle]])
		}
		members[i].sure = like >= sure
		if members[i].origin >= 0 && like > most {
			best, most = i, like
		}
	}
	members[best].sure = true
}

// middle is the wording that is most like the others on the mean; a text that many copied is one.
func (s *story) middle(shapes *shapes, members []member, first []int) (middle int) {
	step, most := max(1, len(first)/mostAsked), 0.0
	for i, a := range first {
		sum := 0.0
		for k := 0; k < len(first); k += step {
			if k != i {
				sum += s.likeness(shapes, &members[a], &members[first[k]])
			}
		}
		if sum > most {
			middle, most = i, sum
		}
	}
	return middle
}

// wordings gives the first member of each wording, and which wording each member has.
func wordings(shapes *shapes, members []member) (first, of []int) {
	at := map[string]int{}
	var key []byte
	for i := range members {
		key = key[:0]
		for _, c := range members[i].clauses {
			key = shapes.of[c].key(key)
		}
		n, ok := at[string(key)]
		if !ok {
			n = len(first)
			at[string(key)] = n
			first = append(first, i)
		}
		of = append(of, n)
	}
	return first, of
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
