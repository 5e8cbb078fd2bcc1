// Package trace follows what articles tell over many of them: which are copies, which
// tell one story, which claims are the same proposition and where each comes from. It
// is a pure function of the articles and what was read in them: no I/O, clock,
// randomness or globals.
package trace
