package web

import (
	"context"
	"html"
	"io"
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// pieces writes a paragraph's text: nothing but what is written here may stand between
// its pieces, so no template makes it.
func (v *articleView) pieces(para paragraph) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for _, p := range para.Pieces {
			for _, n := range p.Opens {
				v.reference(&b, strconv.Itoa(n))
			}
			text := html.EscapeString(p.Text)
			if p.Classes == "" {
				b.WriteString(text)
				continue
			}
			b.WriteString(`<span class="` + p.Classes + `"`)
			if p.Claims != "" {
				b.WriteString(` data-claims="` + html.EscapeString(p.Claims) + `"`)
			}
			if p.Of != "" {
				b.WriteString(` data-of="` + html.EscapeString(p.Of) + `"`)
			}
			if p.Tip != "" {
				b.WriteString(` title="` + html.EscapeString(p.Tip) + `"`)
			}
			b.WriteString(">" + text + "</span>")
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// reference is the number of a claim before its first word; it leads to the note.
func (v *articleView) reference(b *strings.Builder, n string) {
	b.WriteString(`<a class="ref" id="from-` + n + `" href="#claim-` + n + `" aria-label="` + html.EscapeString(v.F("claim-n", "n", n)) + `">` + n + `</a>`)
}
