package affix

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

const magic = "isnad clitics 1\n"

// Encode writes the model: the header's lines for people (version, provenance), an empty
// line, the entries by ascending hash, then the weights in steps of 1/scale.
func (m *Model) Encode(w io.Writer, header string) error {
	var b bytes.Buffer
	b.WriteString(magic + header + "\n\n")
	var at []int
	for i, k := range m.Lexicon.keys {
		if k != 0 {
			at = append(at, i)
		}
	}
	slices.SortFunc(at, func(i, j int) int {
		return int(int64(m.Lexicon.keys[i]) - int64(m.Lexicon.keys[j]))
	})
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(at))))
	for _, i := range at {
		e := m.Lexicon.vals[i]
		b.Write(binary.LittleEndian.AppendUint32(nil, m.Lexicon.keys[i]))
		b.Write([]byte{e.Whole<<4 | e.Article, e.Host<<4 | e.Flags, e.Cut<<4 | e.Enc})
	}
	for _, x := range m.Weights {
		q := int16(math.Round(float64(max(-127, min(127, x))) * scale))
		b.Write(binary.LittleEndian.AppendUint16(nil, uint16(q)))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// scale is the resolution of stored weights.
const scale = 256

const entrySize = 7

var errShort = errors.New("the file ends early")

// Decode reads what Encode wrote.
func Decode(data []byte) (*Model, error) {
	if !bytes.HasPrefix(data, []byte(magic)) {
		return nil, fmt.Errorf("decode clitics model: no %q at the start", magic)
	}
	_, data, _ = bytes.Cut(data, []byte("\n\n"))
	if len(data) < 4 {
		return nil, fmt.Errorf("decode clitics model: %w", errShort)
	}
	n := int(binary.LittleEndian.Uint32(data))
	data = data[4:]
	if len(data) != n*entrySize+2<<FeatureBits {
		return nil, fmt.Errorf("decode clitics model: %w", errShort)
	}
	m := &Model{Lexicon: NewLexicon(n), Weights: make([]float32, 1<<FeatureBits)}
	for ; n > 0; n-- {
		m.Lexicon.Put(binary.LittleEndian.Uint32(data), Entry{
			Whole: data[4] >> 4, Article: data[4] & 15, Host: data[5] >> 4, Flags: data[5] & 15,
			Cut: data[6] >> 4, Enc: data[6] & 15,
		})
		data = data[entrySize:]
	}
	for i := range m.Weights {
		m.Weights[i] = float32(int16(binary.LittleEndian.Uint16(data[2*i:]))) / scale
	}
	return m, nil
}
