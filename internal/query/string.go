package query

import "strings"

// String writes the query as it was understood, every operator and parenthesis in its place.
// Parsing it gives the same tree.
func (q *Query) String() string {
	var parts []string
	if q.Scope == Claims {
		parts = append(parts, "in:claims")
	}
	if q.Root != nil {
		s := write(q.Root)
		if _, loose := q.Root.(Or); loose && len(parts) > 0 {
			s = "(" + s + ")"
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, " AND ")
}

func write(n Node) string {
	switch n := n.(type) {
	case And:
		return join(n, " AND ")
	case Or:
		return join(n, " OR ")
	case Not:
		return "NOT " + within(n.Node)
	case Words:
		return n.write()
	case Tag:
		return string(n.Field) + ":" + n.Value
	case Amount:
		return string(Quantity) + n.comparison
	case Period:
		if n.To.IsZero() {
			return string(Since) + ":" + n.written
		}
		return string(Until) + ":" + n.written
	}
	return ""
}

func (w Words) write() string {
	s := strings.Join(w.Words, " ")
	_, operator := operators[s]
	switch {
	case w.Broad:
		s = "~" + s
	case w.Phrase || operator: // «NOT!» is a word, and would not be without its sign
		s = `"` + s + `"`
	}
	if w.Field != Text {
		s = string(w.Field) + ":" + s
	}
	return s
}

func join(nodes []Node, operator string) string {
	parts := make([]string, len(nodes))
	for i, n := range nodes {
		parts[i] = within(n)
	}
	return strings.Join(parts, operator)
}

// within writes a node that is part of another.
func within(n Node) string {
	switch n.(type) {
	case And, Or:
		return "(" + write(n) + ")"
	}
	return write(n)
}
