// Package eval scores what was read in articles against what careful readers
// found in them. Its figures are those of the reference scorer, gold/score.py:
// a test holds the two to the same numbers.
package eval
