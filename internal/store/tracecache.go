package store

import (
	linked "container/list"
	"sync"

	"isnad"
)

// traceMemory is how many compressed bytes of traces are remembered decoded. Decoding costs
// more than reading: those of the largest stories, which pages show most, take a quarter of
// a second together.
const traceMemory = 8 << 20

// traceCache remembers decoded traces by what they were decoded from, so that nothing
// in it can be out of date. Those asked for last stay.
type traceCache struct {
	mutex sync.Mutex
	byKey map[Hash]*linked.Element
	order linked.List // of *cachedTrace, the last asked for first
	size  int
}

type cachedTrace struct {
	key   Hash
	size  int
	trace *isnad.Trace
}

func (c *traceCache) get(key Hash) *isnad.Trace {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	e := c.byKey[key]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cachedTrace).trace
}

func (c *traceCache) put(key Hash, size int, t *isnad.Trace) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if size > traceMemory/4 || c.byKey[key] != nil {
		return
	}
	if c.byKey == nil {
		c.byKey = make(map[Hash]*linked.Element)
	}
	c.byKey[key] = c.order.PushFront(&cachedTrace{key, size, t})
	for c.size += size; c.size > traceMemory; {
		last := c.order.Remove(c.order.Back()).(*cachedTrace)
		delete(c.byKey, last.key)
		c.size -= last.size
	}
}
