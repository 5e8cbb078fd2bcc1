package recent

import (
	"strconv"
	"sync"
	"testing"
)

// Whatever is forgotten, a word never gets another's value, for many at once too.
func TestCacheGivesTheWordsOwnValue(t *testing.T) {
	c := New[string](500)
	var wait sync.WaitGroup
	for g := range 4 {
		wait.Go(func() {
			for i := range 40_000 {
				word := strconv.Itoa((i * (g + 1)) % 1500)
				v, place := c.Get(word)
				if v == nil {
					v = place.Put(word, word)
				}
				if *v != word {
					t.Errorf("%s has the value of %s", word, *v)
					return
				}
			}
		})
	}
	wait.Wait()
}

func TestCacheRemembers(t *testing.T) {
	c := New[int](70)
	for _, word := range []string{"", "من", "مستشفى", "0123456789012345678901234567890"} {
		if v, _ := c.Get(word); v != nil {
			t.Errorf("%q is there before it was put", word)
		}
		_, place := c.Get(word)
		place.Put(word, len(word))
		if v, _ := c.Get(word); v == nil || *v != len(word) {
			t.Errorf("%q is not remembered", word)
		}
	}
}

// Words that return stay, however many come that do not.
func TestCacheKeepsWhatReturns(t *testing.T) {
	c := New[int](700)
	found := 0
	for i := range 100_000 {
		if _, place := c.Get(strconv.Itoa(i)); i > 0 {
			place.Put(strconv.Itoa(i), i)
		}
		v, place := c.Get("من")
		if v == nil {
			place.Put("من", 1)
		} else {
			found++
		}
	}
	if found < 99_900 {
		t.Errorf("found %d times of 100,000", found)
	}
}

func TestCacheLeavesLongWordsOut(t *testing.T) {
	c := New[int](7)
	long := "01234567890123456789012345678901"
	_, place := c.Get(long)
	if v := place.Put(long, 5); *v != 5 {
		t.Errorf("value is %d", *v)
	}
	if v, _ := c.Get(long); v != nil {
		t.Error("a long word is remembered")
	}
	if v, _ := c.Get(long[:len(long)-1]); v != nil {
		t.Error("its beginning is taken for it")
	}
}
