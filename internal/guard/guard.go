// Package guard keeps a fault of the program in one piece of work, such as the reading of one
// article, from ending the others. Where a panic is expected to be caught it is caught here.
package guard

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Fault is a panic that was caught.
type Fault struct {
	Value any
	Where string // file and line of the program, where it is known
}

// Error says what happened and where.
func (f *Fault) Error() string {
	if f.Where == "" {
		return fmt.Sprintf("a fault of the program: %v", f.Value)
	}
	return fmt.Sprintf("a fault of the program: %v (%s)", f.Value, f.Where)
}

// Do calls work. Where that panics the error is a *Fault. What ends a process at once, such as
// a stack that is full, is not caught: nothing in Go catches it.
func Do[T any](work func() T) (out T, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Fault{v, where()}
		}
	}()
	return work(), nil
}

// Try is Do for work that can also fail: the error is that of the work, or a *Fault.
func Try[T any](work func() (T, error)) (out T, err error) {
	_, fault := Do(func() (none struct{}) {
		out, err = work()
		return none
	})
	if fault != nil {
		return out, fault
	}
	return out, err
}

// where finds the line that panicked: the first one below the runtime's own.
func where() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic" || f.Function == "runtime.sigpanic":
			panicked = true
		case panicked && !strings.HasPrefix(f.Function, "runtime."):
			dir, file := filepath.Split(f.File)
			return fmt.Sprintf("%s/%s:%d", filepath.Base(dir), file, f.Line)
		}
		if !more {
			return ""
		}
	}
}
