package show

import (
	"fmt"
	"strings"

	"isnad/extract"
)

// reasons writes the readings that were given up, then every word as the rules see it.
func (p *sheet) reasons(r *extract.Reasons) {
	if r == nil {
		return
	}
	p.write("\n")
	p.line(0, p.color(bold, p.words["given-up"]))
	for _, l := range r.Lost {
		p.write("  " + p.rtl(l.Span.In(p.a.Text)) + "\t" + p.rtl(l.Rule) + "\t" + l.Why + "\n")
	}
	p.write("\n")
	p.line(0, p.color(bold, p.words["words"]))
	sentence := -1
	for _, w := range r.Words {
		if w.Sentence != sentence {
			sentence = w.Sentence
			p.write(fmt.Sprintf("  #%d\n", sentence))
		}
		p.write("  " + p.reasonWord(&w) + "\n")
	}
}

// reasonWord is a word on a line: as written, folded, cut, its stem, the lists that know it.
func (p *sheet) reasonWord(w *extract.Word) string {
	cut := strings.Join(w.Segments, "+")
	if !w.Sure {
		cut += "?"
	}
	quoted := ""
	if w.Quoted {
		quoted = "«»"
	}
	fields := []string{p.rtl(w.Span.In(p.a.Text)), p.rtl(w.Norm), p.rtl(cut), p.rtl(w.Stem), quoted, strings.Join(w.Lists, ", ")}
	return strings.TrimRight(strings.Join(fields, "\t"), "\t")
}
