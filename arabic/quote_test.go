package arabic

import (
	"strings"
	"testing"
)

// TestQuotes: quotations as texts have them, closed ones in square brackets and open ones in braces.
func TestQuotes(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a pair", `قال "نعم" ثم ذهب.`, `قال [نعم] ثم ذهب.`},
		{"left open", "قال \"نعم.\nثم ذهب.", "قال {نعم.}\nثم ذهب."},
		{"over two paragraphs", "قال \"نعم.\nسنعود.\"\nثم ذهب.", "قال [نعم.\nسنعود.]\nثم ذهب."},
		{"over four paragraphs", "قال: \"نعم.\nسنعود.\nلن نتأخر.\nهذا وعد.\"\nثم ذهب.", "قال: [نعم.\nسنعود.\nلن نتأخر.\nهذا وعد.]\nثم ذهب."},
		{"another opens before it closes", "قال \"نعم.\nسنعود.\nثم قال: \"لا\".", "قال {نعم.}\nسنعود.\nثم قال: [لا]."},
		{"a stray mark far behind is none", "قال \" نعم.\nسنعود.\nفي سوق\" المدينة كثير.", "قال { نعم.}\nسنعود.\nفي سوق\" المدينة كثير."},
		{"a closing mark opens", "قالت” لا أريد ذلك\" ثم ذهبت.", "قالت[ لا أريد ذلك] ثم ذهبت."},
		{"a closing mark before a word", "ركبت سيارة”أوبر\" ثم ذهبت.", "ركبت سيارة[أوبر] ثم ذهبت."},
		{"single marks", "قال 'نعم أريد ذلك' ثم ذهب.", "قال [نعم أريد ذلك] ثم ذهب."},
		{"a single mark alone", "قال 'نعم ثم ذهب.", "قال 'نعم ثم ذهب."},
		{"an apostrophe in a name", "زار O'Neil مدينة D'Or أمس.", "زار O'Neil مدينة D'Or أمس."},
		{"a closing mark alone", "قالت” لا أريد ذلك.", "قالت” لا أريد ذلك."},
	} {
		t.Run(c.name, func(t *testing.T) {
			toks := Tokenize(nil, c.text)
			text := []byte(c.text)
			marks := map[int]string{}
			for _, q := range Quotes(nil, toks) {
				open, shut := "{", "}"
				if q.Closed {
					open, shut = "[", "]"
				}
				marks[toks[q.Open].Start] = open
				if q.Closed {
					marks[toks[q.Close].Start] = shut
				} else {
					marks[-toks[q.Close-1].End] = shut
				}
			}
			var b strings.Builder
			for i := 0; i <= len(text); i++ {
				b.WriteString(marks[-i])
				if i == len(text) {
					break
				}
				m, ok := marks[i]
				if !ok || i == 0 {
					b.WriteByte(text[i])
					continue
				}
				b.WriteString(m)
				for _, tok := range toks {
					if tok.Start == i {
						i = tok.End - 1
					}
				}
			}
			if got := b.String(); got != c.want {
				t.Errorf("%s\ngot  %s\nwant %s", c.text, got, c.want)
			}
		})
	}
}
