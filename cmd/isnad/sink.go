package main

import (
	"bufio"
	"io"

	"isnad/internal/show"
)

// sink joins rendered articles into one output.
type sink struct {
	show.Printer
	out      *bufio.Writer
	articles int
	// The first article, kept back where what stands before it depends on whether a
	// second one comes.
	title string
	held  []byte
}

func newSink(w io.Writer, p show.Printer) *sink {
	return &sink{Printer: p, out: bufio.NewWriterSize(w, 256<<10)}
}

// write adds one article; the title is that of the first.
func (s *sink) write(title string, text []byte) error {
	s.articles++
	switch s.articles {
	case 1:
		if s.Head(title, 1) != s.Head(title, 2) {
			s.title, s.held = title, append([]byte{}, text...)
			return nil
		}
		return s.put(s.Head(title, 1), text)
	case 2:
		if s.held != nil {
			if err := s.put(s.Head(s.title, 2), s.held); err != nil {
				return err
			}
			s.held = nil
		}
	}
	return s.put(s.Between(), text)
}

func (s *sink) put(lead string, text []byte) error {
	if _, err := s.out.WriteString(lead); err != nil {
		return err
	}
	_, err := s.out.Write(text)
	return err
}

// finish writes what is left.
func (s *sink) finish() error {
	switch {
	case s.articles == 0:
		if err := s.put(s.Head("", 0), nil); err != nil {
			return err
		}
	case s.held != nil:
		if err := s.put(s.Head(s.title, 1), s.held); err != nil {
			return err
		}
	}
	if err := s.put(s.Tail(min(s.articles, 2)), nil); err != nil {
		return err
	}
	return s.out.Flush()
}
