package isnad

import "unicode/utf8"

// appendQuoted appends s as a JSON string. Beyond what JSON requires it escapes
// U+2028 and U+2029, which end a line in JavaScript, and replaces every byte that
// is no UTF-8 by U+FFFD.
func appendQuoted(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	done := 0
	for i := 0; i < len(s); {
		if plain[s[i]] {
			i++
			continue
		}
		if twoBytes(s, i) {
			i += 2
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, s[done:i]...)
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, s[done:i]...)
			dst = append(dst, '\\', 'n')
		case r == utf8.RuneError && size == 1:
			dst = append(dst, s[done:i]...)
			dst = append(dst, "\uFFFD"...)
		case r < ' ' || r == '\u2028' || r == '\u2029':
			dst = append(dst, s[done:i]...)
			dst = append(dst, '\\', 'u', hex[r>>12], hex[r>>8&0xF], hex[r>>4&0xF], hex[r&0xF])
		default:
			i += size
			continue
		}
		i += size
		done = i
	}
	dst = append(dst, s[done:]...)
	return append(dst, '"')
}

// plain marks the bytes that stand for themselves in a JSON string.
var plain = func() (t [256]bool) {
	for b := ' '; b < utf8.RuneSelf; b++ {
		t[b] = b != '"' && b != '\\'
	}
	return t
}()

// twoBytes reports whether a code point of two bytes stands at i, as nearly all
// of Arabic does: telling those apart makes it needless to decode them.
func twoBytes(s string, i int) bool {
	return s[i]-0xC2 < 0xE0-0xC2 && i+1 < len(s) && s[i+1]&0xC0 == 0x80
}
