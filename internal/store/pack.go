package store

import (
	"fmt"
	"runtime"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds what a compressed piece may become, in bytes: the archive may be
// somebody else's. It is above the longest input that is taken for one article.
const maxUnpacked = 128 << 20

// Both are made when first needed: they take memory, and many commands need neither.
var packer = sync.OnceValues(func() (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderConcurrency(runtime.GOMAXPROCS(0)),
		zstd.WithWindowSize(256<<10), zstd.WithLowerEncoderMem(true))
})

var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
})

// pack compresses with zstd, checksum included.
func pack(data []byte) ([]byte, error) {
	z, err := packer()
	if err != nil {
		return nil, fmt.Errorf("compress: %w", err)
	}
	return z.EncodeAll(data, make([]byte, 0, len(data)/2+64)), nil
}

// unpack appends what was packed to dst.
func unpack(dst, packed []byte) ([]byte, error) {
	z, err := unpacker()
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	data, err := z.DecodeAll(packed, dst)
	if err != nil {
		return nil, fmt.Errorf("%w: decompress: %w", ErrDamaged, err)
	}
	return data, nil
}
