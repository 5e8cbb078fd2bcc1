package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"

	"isnad"
)

// blockSize is how much of a JSON lines file goes into one part: enough to make
// handing it over cheap, little enough that all parts in flight fit in memory.
const blockSize = 256 << 10

// block is a run of whole lines.
type block struct {
	data  []byte
	line  int // number of the first
	lines int
	read  int64
	err   error // what is wrong with the last line, which data lacks
}

// lines cuts a JSON lines file into blocks of whole lines. With ahead, unpacking
// runs in a goroutine of its own, one block ahead.
func (r *reading) lines(name string, in *bufio.Reader, ahead bool) bool {
	blocks := r.blocks(in)
	if ahead {
		next, stop := prefetch(blocks)
		defer stop()
		blocks = next
	}
	for b := range blocks {
		p := &Part{File: name, Line: b.line, Read: b.read, options: r.Options, data: b.data, decode: (*Part).jsonLines}
		if len(b.data) > 0 && !r.yield(p) {
			return false
		}
		if b.err != nil && !r.fail(name, b.line+max(0, b.lines-1), b.err) {
			return false
		}
	}
	return r.ctx.Err() == nil
}

// prefetch runs seq in a goroutine, one value ahead. After stop that goroutine has
// ended.
func prefetch(seq iter.Seq[block]) (iter.Seq[block], func()) {
	out, quit, ended := make(chan block, 1), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		defer close(out)
		for b := range seq {
			select {
			case out <- b:
			case <-quit:
				return
			}
		}
	}()
	next := func(yield func(block) bool) {
		for b := range out {
			if !yield(b) {
				return
			}
		}
	}
	return next, func() { close(quit); <-ended }
}

func (r *reading) blocks(in *bufio.Reader) iter.Seq[block] {
	return func(yield func(block) bool) {
		if head, _ := in.Peek(len(utf8BOM)); bytes.Equal(head, utf8BOM) {
			_, _ = in.Discard(len(utf8BOM))
		}
		line := 1
		for {
			b, err := nextBlock(in, line)
			b.read = r.read
			if (len(b.data) > 0 || b.err != nil) && !yield(b) {
				return
			}
			line += b.lines
			if err != nil {
				if !errors.Is(err, io.EOF) {
					yield(block{line: line, err: fmt.Errorf("read: %w", err)})
				}
				return
			}
		}
	}
}

// nextBlock reads blockSize bytes and on to the end of the line. A line longer than
// MaxLine comes out as an error of its own, read over but not kept.
func nextBlock(in *bufio.Reader, line int) (block, error) {
	b := block{line: line}
	data := make([]byte, blockSize, blockSize+blockSize/8)
	n, err := io.ReadFull(in, data)
	b.data = data[:n]
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	start := bytes.LastIndexByte(b.data, '\n') + 1 // where the unfinished line begins
	full := true
	for full && err == nil {
		var rest []byte
		rest, err = in.ReadSlice('\n')
		b.data = append(b.data, rest...)
		if full = errors.Is(err, bufio.ErrBufferFull); full {
			err = nil
		}
		if len(b.data)-start > MaxLine {
			return skipLine(in, b, start, full)
		}
	}
	b.lines = bytes.Count(b.data, []byte{'\n'})
	return b, err
}

// skipLine reads over the rest, if any, of a line that is too long. The block keeps
// the lines before it.
func skipLine(in *bufio.Reader, b block, start int, rest bool) (block, error) {
	var err error
	for rest {
		_, err = in.ReadSlice('\n')
		rest = errors.Is(err, bufio.ErrBufferFull)
	}
	b.data = bytes.Clone(b.data[:start])
	b.lines = bytes.Count(b.data, []byte{'\n'}) + 1
	b.err = fmt.Errorf("line too long: more than %s", size(MaxLine))
	return b, err
}

// jsonLines decodes a block, line by line.
func (p *Part) jsonLines(yield func(*isnad.Article, error) bool) {
	data, number := p.data, p.Line
	for len(data) > 0 {
		var line []byte
		line, data, _ = bytes.Cut(data, []byte{'\n'})
		if !p.jsonLine(line, number, yield) {
			return
		}
		number++
	}
}

func (p *Part) jsonLine(line []byte, number int, yield func(*isnad.Article, error) bool) bool {
	line = bytes.TrimSpace(line)
	if len(line) == 0 {
		return true
	}
	a, rest, err := decodeArticle(line)
	if err == nil && len(bytes.TrimLeft(rest, " \t\r\n")) > 0 {
		err = errors.New("more than one JSON value in the line")
	}
	if err != nil {
		return yield(nil, p.problem(number, err))
	}
	p.raw, p.media = line, kindJSON.media()
	return p.deliver(a, number, true, yield)
}
