package seq

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
)

// A model's file: the magic line with the version, lines for people (what made it of
// what, under which licences), an empty line, then a body and its CRC-32.
//
// The body is, little endian, counts and fields as uvarints: the names of the gazetteers
// that were used; moves, first and last as int16; the features by ascending key, each
// the distance to the key before, two bytes with a bit for every label that has a
// weight, and the weights; the names; the ordinary words; the
// weights of the two halves of Likeness.
const magic = "isnad names 3\n"

// Trained is what learning gives: weights of features by key, and of moves.
type Trained struct {
	Weights     map[Key][Labels]float64
	Moves       [Labels][Labels]float64
	First, Last [Labels]float64
}

// New makes a model of trained weights. Weights less than half a step are dropped.
func New(r Resources, t Trained) *Model {
	m := &Model{Resources: r}
	keys := make([]Key, 0, len(t.Weights))
	for k := range t.Weights {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var all rows
	m.table = newTable(len(keys))
	for _, k := range keys {
		w := noWeights
		for l, x := range t.Weights[k] {
			w[l] = uint8(zero + max(-127, min(127, math.Round(x*Scale))))
		}
		if w != noWeights {
			m.table.put(uint32(k), all.number(&w)) // but the key 0
		}
	}
	m.rows = all.all
	for i := range m.moves {
		m.first[i], m.last[i] = step(t.First[i]), step(t.Last[i])
		for j := range m.moves[i] {
			m.moves[i][j] = step(t.Moves[i][j])
		}
	}
	return m
}

// step turns a weight of moves into steps that two bytes hold.
func step(x float64) int32 {
	return int32(max(math.MinInt16, min(math.MaxInt16, math.Round(x*Scale))))
}

// Encode writes the model. The header's lines are for people.
func (m *Model) Encode(w io.Writer, header string) error {
	b := binary.AppendUvarint(nil, uint64(len(m.Lists.Names)))
	for _, name := range m.Lists.Names {
		b = append(binary.AppendUvarint(b, uint64(len(name))), name...)
	}
	for i := range m.moves {
		for _, x := range append(slices.Clone(m.moves[i][:]), m.first[i], m.last[i]) {
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(x)))
		}
	}
	b = encodeSorted(b, m.table.all(), func(b []byte, n uint32) []byte { return appendRow(b, &m.rows[n]) })
	if m.Names != nil {
		b = encodeSorted(b, m.Names, func(b []byte, v uint8) []byte { return append(b, v) })
	} else {
		b = encodeSorted(b, m.names.all(), func(b []byte, v uint32) []byte { return append(b, uint8(v)) })
	}
	b = encodeSorted(b, m.Common, func(b []byte, v uint8) []byte { return append(b, v) })
	for _, half := range m.Likeness {
		b = binary.AppendUvarint(b, uint64(len(half)))
		for _, w := range half {
			b = append(b, uint8(w))
		}
	}
	var file bytes.Buffer
	file.WriteString(magic + header + "\n\n")
	file.Write(b)
	file.Write(binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(b)))
	if _, err := w.Write(file.Bytes()); err != nil {
		return fmt.Errorf("write model of names: %w", err)
	}
	return nil
}

func appendRow(b []byte, r *row) []byte {
	var used uint16
	for l, x := range r {
		if x != zero {
			used |= 1 << l
		}
	}
	b = binary.LittleEndian.AppendUint16(b, used)
	for _, x := range r {
		if x != zero {
			b = append(b, x-zero)
		}
	}
	return b
}

// encodeSorted writes a map by ascending key.
func encodeSorted[K ~uint32 | ~uint64, V any](b []byte, of map[K]V, value func([]byte, V) []byte) []byte {
	keys := make([]K, 0, len(of))
	for k := range of {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	last := K(0)
	for _, k := range keys {
		b = value(binary.AppendUvarint(b, uint64(k-last)), of[k])
		last = k
	}
	return b
}

// The ways in which a file is no model.
var (
	errForeign = errors.New("it does not begin with «isnad names 3»: no model of names, or one of another version")
	errHeader  = errors.New("it ends within its header")
	errDamaged = errors.New("its checksum is wrong: the file is damaged or cut off")
)

// Decode reads what Encode wrote, and its header. The gazetteers themselves are not in
// it: the caller fills them, in the order of Lists.Names. The error says what is wrong
// with the file.
func Decode(data []byte) (m *Model, header string, err error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, "", fmt.Errorf("decode model of names: %w", errForeign)
	}
	head, body, ok := bytes.Cut(rest, []byte("\n\n"))
	if !ok || len(body) < 4 {
		return nil, "", fmt.Errorf("decode model of names: %w", errHeader)
	}
	body, sum := body[:len(body)-4], binary.LittleEndian.Uint32(body[len(body)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, "", fmt.Errorf("decode model of names: %w", errDamaged)
	}
	r := reader{data: body}
	m = r.model()
	if r.bad || len(r.data) != 0 {
		return nil, "", fmt.Errorf("decode model of names: after %d bytes of its body: %w", len(body)-len(r.data), errDamaged)
	}
	return m, string(head), nil
}
