// Package source turns what people have — text files, JSON, JSON lines, web pages,
// compressed or not, in the charsets of the Arab press — into articles.
//
// Reading is in two steps, so that the costly one can run on all processors:
// Options.Parts cuts the input into parts, in order and with bounded memory, and
// Part.Articles decodes one part. Nothing that is wrong with the input ends the
// reading; it comes out as a Problem in its place, and the rest goes on.
package source
