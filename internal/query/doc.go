// Package query reads what people type to find articles and claims: words, phrases in
// quotation marks, AND, OR, NOT (or a hyphen before the word), parentheses, and fields such as
// source:رويترز or quantity>1000, in English or Arabic. It tells what was asked for and finds
// nothing itself.
//
// The grammar, operators from the loosest to the tightest:
//
//	query = or
//	or    = and { ("OR" | "أو") and }
//	and   = not { ["AND" | "و"] not }
//	not   = ("NOT" | "ليس" | "-") not | one
//	one   = "(" or ")" | field ":" value | field comparison number | ["~"] word | phrase
//	value = word | phrase | "(" or ")"
//
// A field before parentheses holds for every word in them. An operator in quotation marks is
// a word. Names of fields and their values are in fields.tsv.
//
// Positions are half-open byte spans of the query; an Error gives its column in code points.
package query
