package change

// pair is a place in the first list and one in the second.
type pair struct{ before, after int }

// alignSame gives the most pairs of the same things, ascending in both lists. What the lists begin
// and end with is paired first; if what is left has more than most pairs, none of it is.
func alignSame(n, m, most int, same func(i, j int) bool) (out []pair) {
	first := 0
	for first < n && first < m && same(first, first) {
		out = append(out, pair{first, first})
		first++
	}
	end := 0
	for n-end > first && m-end > first && same(n-end-1, m-end-1) {
		end++
	}
	if rows, columns := n-end-first, m-end-first; rows*columns <= most {
		inner := align(rows, columns, func(i, j int) int {
			if same(first+i, first+j) {
				return 1
			}
			return 0
		})
		for _, p := range inner {
			out = append(out, pair{first + p.before, first + p.after})
		}
	}
	for ; end > 0; end-- {
		out = append(out, pair{n - end, m - end})
	}
	return out
}

// align gives the pairs, ascending in both lists, that weigh most together; a pair of weight 0
// is none.
func align(n, m int, weight func(i, j int) int) (out []pair) {
	if n == 0 || m == 0 {
		return nil
	}
	weights := make([]int32, n*m)
	best := make([]int32, (n+1)*(m+1)) // of what stands behind
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			w := int32(weight(i, j))
			weights[i*m+j] = w
			b := max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if w > 0 {
				b = max(b, w+best[(i+1)*(m+1)+j+1])
			}
			best[i*(m+1)+j] = b
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		w, here := weights[i*m+j], best[i*(m+1)+j]
		switch {
		case w > 0 && here == w+best[(i+1)*(m+1)+j+1]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case here == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
	return out
}
