// Package extract reads one article: who says what, through whom, how surely;
// which quantities and dates it gives. It is a pure function of the article and
// the word lists: no I/O, clock, randomness or globals.
package extract
