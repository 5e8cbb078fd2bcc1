package train

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"isnad/arabic"
	"isnad/tagger/internal/seq"
)

// readNames reads spellings of persons' names: «latin TAB letters with spaces TAB
// count». The class is 1 for a spelling seen once, 2 below five times, else 3.
func readNames(path string) (map[uint32]uint8, []string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read names: %w", err)
	}
	count := map[string]int{}
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		f := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if len(f) != 3 {
			return nil, nil, fmt.Errorf("%s:%d: %d columns, want 3", path, n+1, len(f))
		}
		times, err := strconv.Atoi(f[2])
		if err != nil {
			return nil, nil, fmt.Errorf("%s:%d: count %q is no number", path, n+1, f[2])
		}
		count[arabic.Fold(strings.ReplaceAll(f[1], " ", ""))] += times
	}
	var spellings []string
	out := make(map[uint32]uint8, len(count))
	for name, times := range count {
		class := uint8(3)
		switch {
		case times == 1:
			class = 1
		case times < 5:
			class = 2
		}
		if utf8.RuneCountInString(name) > 1 {
			h := seq.NameHash(name)
			out[h] = max(out[h], class)
			spellings = append(spellings, name)
		}
	}
	slices.Sort(spellings)
	return out, spellings, nil
}
