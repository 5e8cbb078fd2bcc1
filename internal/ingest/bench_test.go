package ingest

import (
	"path/filepath"
	"testing"

	"isnad/internal/store"
)

// BenchmarkAdd keeps and analyses generated articles; with -cpuprofile it shows what
// the parts cost.
func BenchmarkAdd(b *testing.B) {
	file := generated(b, 3000)
	for b.Loop() {
		a, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "isnad.db"), store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := addTo(b.Context(), a, file); err != nil {
			b.Fatal(err)
		}
		if err := a.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
