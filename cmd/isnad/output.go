package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/term"
)

// output is standard output, or a file that comes into being only when whole.
type output struct {
	w    io.Writer
	file *os.File // the temporary one; nil for standard output
	name string
	mode fs.FileMode
}

// openOutput opens the named output, standard output if the name is empty or "-".
func openOutput(name string, standard io.Writer) (*output, error) {
	if name == "" || name == "-" {
		return &output{w: standard}, nil
	}
	mode := fs.FileMode(0o644)
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real // what is replaced is the file, not the link to it
	}
	if info, err := os.Stat(name); err == nil {
		if mode = info.Mode(); !mode.IsRegular() {
			return openDevice(name)
		}
	}
	// In the directory of the target, since a rename cannot cross file systems.
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", name, plainError(err))
	}
	return &output{w: f, file: f, name: name, mode: mode.Perm()}, nil
}

// openDevice opens what must not be replaced by a file: a device or a pipe.
func openDevice(name string) (*output, error) {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return &output{w: f}, nil // the end of the process closes it
}

func plainError(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

// Write writes on.
func (o *output) Write(p []byte) (int, error) { return o.w.Write(p) }

// close puts the file in its place, unless the work failed: then it removes it.
// Bad input is no failure: what could be read is whole.
func (o *output) close(failed error) error {
	if o.file == nil {
		return failed
	}
	err := o.file.Close()
	if failed != nil && !errors.Is(failed, errBadInput) || err != nil {
		os.Remove(o.file.Name())
		return errors.Join(failed, err)
	}
	if err := os.Chmod(o.file.Name(), o.mode); err != nil {
		return errors.Join(failed, err)
	}
	if err := os.Rename(o.file.Name(), o.name); err != nil {
		os.Remove(o.file.Name())
		return errors.Join(failed, fmt.Errorf("put %s in place: %w", o.name, err))
	}
	return failed
}

// written has work write to the named output, which comes into being only if all went well.
func written(name string, standard io.Writer, work func(*bufio.Writer) error) (err error) {
	out, err := openOutput(name, standard)
	if err != nil {
		return err
	}
	defer func() { err = out.close(err) }()
	w := bufio.NewWriterSize(out, 256<<10)
	if err := work(w); err != nil {
		return stopError(err)
	}
	if err := w.Flush(); err != nil {
		return stopError(err)
	}
	return nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width of the terminal in columns; 80 if it is none.
func width(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 20 {
			return n
		}
	}
	return 80
}
