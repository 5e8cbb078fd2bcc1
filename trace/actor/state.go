package actor

import (
	"encoding/binary"
	"errors"
)

// errState says that bytes are no state of an actor.
var errState = errors.New("this is no state of an actor")

// State is what only joining knows of an actor: its company and countries.
func (a *Actor) State() []byte {
	var out []byte
	for _, list := range [][]Count{a.Company, a.Countries} {
		out = binary.AppendUvarint(out, uint64(len(list)))
		last := uint32(0)
		for _, c := range list {
			out = binary.AppendUvarint(out, uint64(c.Term-last))
			out = binary.AppendUvarint(out, uint64(c.N))
			last = c.Term
		}
	}
	return out
}

// SetState reads what State gave.
func (a *Actor) SetState(data []byte) error {
	next := func() (uint64, bool) {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return 0, false
		}
		data = data[n:]
		return v, true
	}
	for _, list := range []*[]Count{&a.Company, &a.Countries} {
		n, ok := next()
		if !ok || n > uint64(len(data)) {
			return errState
		}
		*list = make([]Count, n)
		last := uint32(0)
		for i := range *list {
			delta, ok1 := next()
			times, ok2 := next()
			if !ok1 || !ok2 {
				return errState
			}
			last += uint32(delta)
			(*list)[i] = Count{last, int(times)}
		}
	}
	return nil
}
