// Package arabic knows the letters, words and numerals of written Arabic: folding
// with a way back to the original, tokens and clitics, sentences, quotation marks.
// All positions are byte offsets into the text that was given; the text itself is
// never altered.
package arabic
