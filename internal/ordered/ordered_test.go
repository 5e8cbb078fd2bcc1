package ordered

import (
	"context"
	"errors"
	"runtime"
	"sync/atomic"
	"testing"
	"time"
)

func count(n int, taken *atomic.Int64) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			taken.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	var taken atomic.Int64
	next := 0
	err := Map(context.Background(), 4, count(1000, &taken), func(i int) int {
		if i%7 == 0 {
			runtime.Gosched()
		}
		return i * i
	}, func(got int) error {
		if got != next*next {
			t.Errorf("result %d is %d", next, got)
		}
		next++
		return nil
	})
	if err != nil || next != 1000 {
		t.Errorf("%d results, %v", next, err)
	}
}

// However long the input, little of it is between reading and emitting.
func TestMapIsBounded(t *testing.T) {
	var taken, most atomic.Int64
	emitted := int64(0)
	_ = Map(context.Background(), 3, count(200, &taken), func(i int) int { return i }, func(int) error {
		emitted++
		most.Store(max(most.Load(), taken.Load()-emitted))
		time.Sleep(100 * time.Microsecond)
		return nil
	})
	if most.Load() > 3+3 {
		t.Errorf("%d values in flight", most.Load())
	}
}

func TestMapStops(t *testing.T) {
	before := runtime.NumGoroutine()
	broken := errors.New("broken")
	var taken atomic.Int64
	err := Map(context.Background(), 2, count(1_000_000, &taken), func(i int) int { return i }, func(i int) error {
		if i == 10 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) || taken.Load() > 100 {
		t.Errorf("%v after %d values", err, taken.Load())
	}
	ctx, cancel := context.WithCancel(context.Background())
	err = Map(ctx, 2, count(1_000_000, &taken), func(i int) int { return i }, func(i int) error {
		if i == 10 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("ended with %v", err)
	}
	if after := settled(before); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// settled returns how many goroutines are left once those that have told of their
// end are gone too: between the two the scheduler may let others run. What runs
// on is still counted when ten seconds are over.
func settled(before int) int {
	end := time.Now().Add(10 * time.Second)
	for runtime.NumGoroutine() > before && time.Now().Before(end) {
		time.Sleep(time.Millisecond)
	}
	return runtime.NumGoroutine()
}
