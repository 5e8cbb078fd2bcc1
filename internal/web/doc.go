// Package web shows an archive in a browser, in Arabic and English.
//
// Every page is a struct, a template and a handler, and its strings stand in
// words.tsv in both languages. Pages are whole without script; the one script of the
// program only saves clicks. Nothing is asked of any other machine: fonts, style and
// script are part of the program, and the policy that goes with every answer forbids
// the rest.
//
// All text of articles is foreign: it is escaped, stands in an isolate of its own,
// and loses the signs that turn the direction of what follows them (see clean).
//
// The templates (*.templ) are compiled by
//
//	go tool -modfile=tools.mod templ generate -path internal/web
//
// and a test holds the committed Go files to them.
package web
