package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"isnad/internal/ingest"
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
		bar = cells(min(1, float64(read)/float64(p.total)))
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s%d articles · %.0f/s", bar, articles, rate)
}

func cells(part float64) string {
	full := int(part * progressCells)
	return fmt.Sprintf("[%s%s] %3.0f %% · ", strings.Repeat("#", full), strings.Repeat(".", progressCells-full), part*100)
}

// add tells how far adding has come: articles are taken first and analysed after, and
// how many there will be is reckoned from the bytes that were read.
func (p *progress) add(done ingest.Progress, analysed int64) {
	now := time.Now()
	if p.w == nil || now.Sub(p.start) < progressAfter || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprint(p.w, "\r\x1b[K"+addLine(done, p.total, analysed, now.Sub(p.start)))
}

func addLine(done ingest.Progress, total, analysed int64, taken time.Duration) string {
	known := int64(done.Seen - done.Added - done.Changed)
	ready := known + min(analysed, int64(done.Added+done.Changed))
	rate := float64(ready) / taken.Seconds()
	line := fmt.Sprintf("%d of %d articles · %.0f/s", ready, done.Seen, rate)
	if total <= 0 || done.Read <= 0 {
		return line
	}
	all := float64(done.Seen) * max(1, float64(total)/float64(done.Read))
	if all <= 0 || rate <= 0 {
		return line
	}
	left := time.Duration((all - float64(ready)) / rate * float64(time.Second)).Round(time.Second)
	return cells(min(1, float64(ready)/all)) + line + " · " + left.String() + " left"
}

// clear takes the bar off the line, for a message to stand there.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}

func (p *progress) end() { p.clear() }
