package store_test

import (
	"testing"

	"isnad/internal/store/storetest"
)

// Parameters are bound by their numbers in both engines, in whatever order they appear: what a
// driver does that goes by their order would be seen here first.
func TestParametersInAnyOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		a := storetest.Open(t, name)
		var second, first string
		var again int
		err := a.View().QueryRowContext(t.Context(), "SELECT CAST($2 AS TEXT), CAST($1 AS TEXT), (SELECT count(*) FROM articles WHERE number = $3 AND id = $1 OR number < $3)",
			"one", "two", -3).Scan(&second, &first, &again)
		if err != nil || first != "one" || second != "two" || again != 0 {
			t.Errorf("$1 is %q, $2 is %q, %v", first, second, err)
		}
	})
}
