package group

import (
	"encoding/binary"
	"errors"
	"math"
	"time"
)

// errState says that bytes are no state of a story.
var errState = errors.New("this is no state of a story")

// Bytes is what a story is known by but for its number, size and times: when its middle was and
// what it is about.
func (st *Story) Bytes() []byte {
	out := binary.LittleEndian.AppendUint64(nil, uint64(st.Middle.Unix()))
	for _, terms := range [][]Term{st.Text, st.Title} {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(terms)))
		for _, t := range terms {
			out = binary.LittleEndian.AppendUint32(out, t.Hash)
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(t.Weight))
		}
	}
	return out
}

// SetBytes reads what Bytes gave.
func (st *Story) SetBytes(data []byte) error {
	if len(data) < 8 {
		return errState
	}
	st.Middle = time.Unix(int64(binary.LittleEndian.Uint64(data)), 0).UTC()
	data = data[8:]
	for _, terms := range []*[]Term{&st.Text, &st.Title} {
		if len(data) < 2 {
			return errState
		}
		n := int(binary.LittleEndian.Uint16(data))
		if data = data[2:]; len(data) < 8*n {
			return errState
		}
		*terms = make([]Term, n)
		for i := range *terms {
			(*terms)[i] = Term{Hash: binary.LittleEndian.Uint32(data[8*i:]), Weight: math.Float32frombits(binary.LittleEndian.Uint32(data[8*i+4:]))}
		}
		data = data[8*n:]
	}
	return nil
}
