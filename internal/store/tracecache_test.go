package store

import (
	"testing"

	"isnad"
)

// Those asked for last stay, within the memory that there is.
func TestTraceCache(t *testing.T) {
	var c traceCache
	trace := func(id string) *isnad.Trace { return &isnad.Trace{Story: isnad.Story{ID: id}} }
	const size = traceMemory / 5
	for _, id := range []string{"a", "b", "c", "d", "e"} {
		c.put(hashOf(id), size, trace(id))
	}
	c.get(hashOf("a"))
	c.put(hashOf("f"), size, trace("f"))
	for id, want := range map[string]bool{"a": true, "b": false, "c": true, "f": true} {
		if got := c.get(hashOf(id)); (got != nil) != want || got != nil && got.Story.ID != id {
			t.Errorf("%s: %v", id, got)
		}
	}
	c.put(hashOf("large"), traceMemory/4+1, trace("large"))
	if c.get(hashOf("large")) != nil {
		t.Error("one trace takes all the memory")
	}
	if c.size != 5*size || c.order.Len() != 5 || len(c.byKey) != 5 {
		t.Errorf("%d bytes of %d in %d", c.size, c.order.Len(), len(c.byKey))
	}
}
