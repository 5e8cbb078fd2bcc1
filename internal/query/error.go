package query

import (
	"fmt"
	"unicode/utf8"

	"isnad"
)

// Error says what is wrong with a query, and where.
type Error struct {
	Span    isnad.Span // bytes of the query
	Column  int        // of its first sign, in code points, from 1
	Message string
}

// Error is the column and what is wrong.
func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Message) }

func wrong(text string, at isnad.Span, format string, args ...any) error {
	return &Error{Span: at, Column: utf8.RuneCountInString(text[:at.Start]) + 1, Message: fmt.Sprintf(format, args...)}
}
