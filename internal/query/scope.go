package query

import "slices"

// takeScope takes in:claims or in:articles out of the tree. It holds for the whole query, so it
// may stand only where all must hold.
func (q *Query) takeScope(root Node) (Node, error) {
	all, ok := root.(And)
	if !ok {
		all = And{root}
	}
	given := false
	all = slices.DeleteFunc(slices.Clone(all), func(n Node) bool {
		t, ok := n.(Tag)
		if !ok || t.Field != In || given && q.Scope != Scope(t.Value) {
			return false
		}
		given, q.Scope = true, Scope(t.Value)
		return true
	})
	if at := scopeWithin(all); at != nil {
		return nil, wrong(q.Text, at.Span, "in: holds for the whole query: it may stand once, and not within OR or NOT")
	}
	switch len(all) {
	case 0:
		return nil, nil
	case 1:
		return all[0], nil
	}
	return all, nil
}

// scopeWithin finds an in: that is left.
func scopeWithin(n Node) *Tag {
	var kids []Node
	switch n := n.(type) {
	case Tag:
		if n.Field == In {
			return &n
		}
	case Not:
		kids = []Node{n.Node}
	case And:
		kids = n
	case Or:
		kids = n
	}
	for _, k := range kids {
		if t := scopeWithin(k); t != nil {
			return t
		}
	}
	return nil
}
