package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// progress is a bar on standard error. It shows itself only on a terminal, and
// only when the work takes longer than a moment.
type progress struct {
	w     io.Writer // nil: never shown
	total int64     // bytes of all files; 0 if it cannot be known
	start time.Time
	last  time.Time
	shown bool
}

const (
	progressAfter = 500 * time.Millisecond
	progressEvery = 100 * time.Millisecond
	progressCells = 30
)

func newProgress(w io.Writer, off bool, inputs []string) *progress {
	if off || !isTerminal(w) {
		return &progress{}
	}
	return &progress{w: w, total: totalSize(inputs), start: time.Now()}
}

// totalSize adds up the files, and gives 0 if an input has no size to know.
func totalSize(inputs []string) int64 {
	var total int64
	for _, name := range inputs {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			return 0
		}
		total += info.Size()
	}
	return total
}

func (p *progress) step(read int64, articles int) {
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	rate := float64(articles) / now.Sub(p.start).Seconds()
	bar := ""
	if p.total > 0 {
		part := min(1, float64(read)/float64(p.total))
		full := int(part * progressCells)
		bar = fmt.Sprintf("[%s%s] %3.0f %% · ", strings.Repeat("#", full), strings.Repeat(".", progressCells-full), part*100)
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s%d articles · %.0f/s", bar, articles, rate)
}

// clear takes the bar off the line, for a message to stand there.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end() { p.clear() }
