package guard

import (
	"errors"
	"strings"
	"testing"
)

func TestDo(t *testing.T) {
	if v, err := Do(func() int { return 3 }); v != 3 || err != nil {
		t.Errorf("%d, %v", v, err)
	}
	var none []int
	index := 5
	var m map[string]int
	for what, work := range map[string]func() int{
		"index out of range": func() int { return none[index] },
		"nil map":            func() int { m["a"] = 1; return 0 },
		"own words":          func() int { panic("own words") },
		"an error":           func() int { panic(errors.New("an error")) },
	} {
		v, err := Do(work)
		if _, ok := errors.AsType[*Fault](err); !ok || v != 0 {
			t.Errorf("%s: %d, %v", what, v, err)
			continue
		}
		for _, want := range []string{what, "guard/guard_test.go:"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q has not %q", err, want)
			}
		}
	}
}
