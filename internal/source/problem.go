package source

import (
	"fmt"
	"strconv"
)

// Problem says what is wrong with a piece of input, and where.
type Problem struct {
	File string // path, address, or "-" for standard input
	Line int    // counted from 1; 0 where a line means nothing
	Err  error
	Note bool // worth telling, but the article was read
}

// Error is file:line: what is wrong.
func (p *Problem) Error() string {
	where := p.File
	if where == "-" {
		where = "standard input"
	}
	if p.Line > 0 {
		where += ":" + strconv.Itoa(p.Line)
	}
	return where + ": " + p.Err.Error()
}

// Unwrap gives the cause.
func (p *Problem) Unwrap() error { return p.Err }

func size(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
