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

func TestTry(t *testing.T) {
	own := errors.New("own")
	for _, c := range []struct {
		name  string
		work  func() (int, error)
		want  int
		fails func(error) bool
	}{
		{"done", func() (int, error) { return 3, nil }, 3, func(err error) bool { return err == nil }},
		{"failed", func() (int, error) { return 0, own }, 0, func(err error) bool { return err == own }},
		{"fault", func() (int, error) { panic(own) }, 0, func(err error) bool { _, ok := errors.AsType[*Fault](err); return ok }},
	} {
		if got, err := Try(c.work); got != c.want || !c.fails(err) {
			t.Errorf("%s: %d, %v", c.name, got, err)
		}
	}
}
