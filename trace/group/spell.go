package group

import (
	"isnad"
	"isnad/arabic"
)

// Spell finds how the words of these hashes are written in an article, each where it is shortest,
// and adds them to spelt.
func (p *Printer) Spell(spelt map[uint32]string, hashes []uint32, a *isnad.Article) {
	wanted := make(map[uint32]bool, len(hashes))
	for _, h := range hashes {
		wanted[h] = true
	}
	p.toks = arabic.Tokenize(p.toks[:0], a.Text())
	for i := range p.toks {
		t := &p.toks[i]
		if t.Kind == arabic.Punct {
			continue
		}
		if h := p.stemOf(t.Norm); wanted[h] && (spelt[h] == "" || len(t.Text) < len(spelt[h])) {
			spelt[h] = t.Text
		}
	}
}
