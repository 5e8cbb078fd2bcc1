package group

import (
	"encoding/binary"
	"errors"
	"math"
	"time"
)

// errState says that bytes are no state of a story.
var errState = errors.New("this is no state of a story")

// Bytes is what a story is known by but for its number, size and times: the articles that stand
// for it.
func (st *Story) Bytes() []byte {
	var out []byte
	for i := range st.Members {
		m := &st.Members[i]
		out = binary.LittleEndian.AppendUint64(out, uint64(m.Time.Unix()))
		for _, terms := range [][]Term{m.Text, m.Title} {
			out = append(out, byte(len(terms)))
			for _, t := range terms {
				out = binary.LittleEndian.AppendUint32(out, t.Hash)
				out = binary.LittleEndian.AppendUint32(out, math.Float32bits(t.Weight))
			}
		}
	}
	return out
}

// SetBytes reads what Bytes gave.
func (st *Story) SetBytes(data []byte) error {
	st.Members, st.center = nil, nil
	for len(data) > 0 {
		if len(data) < 8 {
			return errState
		}
		m := Member{Time: time.Unix(int64(binary.LittleEndian.Uint64(data)), 0).UTC()}
		data = data[8:]
		for _, terms := range []*[]Term{&m.Text, &m.Title} {
			if len(data) < 1 || len(data) < 1+8*int(data[0]) {
				return errState
			}
			*terms = make([]Term, data[0])
			data = data[1:]
			for i := range *terms {
				(*terms)[i] = Term{Hash: binary.LittleEndian.Uint32(data), Weight: math.Float32frombits(binary.LittleEndian.Uint32(data[4:]))}
				data = data[8:]
			}
		}
		m.keys = heaviest(m.Text, keyTerms)
		st.Members = append(st.Members, m)
	}
	if len(st.Members) == 0 {
		return errState
	}
	return nil
}
