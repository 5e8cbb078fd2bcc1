package ingest

import (
	"slices"

	"isnad/internal/store"
)

// changedNumbers are the articles that have a new text, ascending, each once.
func changedNumbers(kept []store.Kept) (numbers []int64) {
	for _, k := range kept {
		if k.Change != store.Same {
			numbers = append(numbers, k.Number)
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}
