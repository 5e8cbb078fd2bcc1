package affix

// FeatureBits is the size of the table of weights: features are hashed into it.
const FeatureBits = 15

// maxFeatures bounds the features of one cut.
const maxFeatures = 48

// features collects the hashed features of one cut.
type features struct {
	at [maxFeatures]uint16
	n  int
}

func (f *features) add(kind, a, b, c uint32) {
	if f.n < maxFeatures {
		f.at[f.n] = uint16(mix(kind<<24^a<<16^b<<8^c^kind*0x9e3779b1) >> (32 - FeatureBits))
		f.n++
	}
}

// whole is what the features of every cut compare with: the word as it stands.
type whole struct {
	entry Entry
	len   int
}

// fill computes the features of a cut: the clitics with the frequency of the host in its
// several settings, with its letters at the cut, and with its length.
func (f *features) fill(w *Word, c Cut, x *Lexicon, all whole) {
	f.n = 0
	h := w.Letters[c.Lo:c.Hi]
	p, e := uint32(c.Pro), uint32(c.Enc)
	art := article(h, c.Pro)
	entry, change := x.host(h, e > 0)
	if art > 0 {
		under, ch := x.host(h[art:], e > 0)
		if under.Article > entry.Whole || under.weight() > entry.weight() {
			entry.Whole, entry.Article, change = under.Article, max(under.Article, under.Whole), ch
		}
		entry.Host, entry.Flags = max(entry.Host, under.Host), entry.Flags|under.Flags
	}
	f.add(1, p, e, 0)
	f.add(2, p, uint32(art), 0)
	f.add(3, e, uint32(art), uint32(change))
	n := uint32(min(len(h)-art, 9))
	f.clitic(10, p, uint32(art), n, entry)
	f.clitic(20, e, uint32(change), n, entry)
	joint := uint32(0)
	if p > 0 {
		joint |= 1
	}
	if e > 0 {
		joint |= 2
	}
	if joint == 0 {
		f.add(4, uint32(all.entry.Flags&(Listed|Name)), uint32(min(all.len, 9)), uint32(entry.Whole))
	}
	f.add(5, joint, uint32(entry.Whole), uint32(all.entry.Whole))
	f.add(6, p, uint32(entry.Whole)+16-uint32(all.entry.Whole), 0)
	f.add(7, e, uint32(entry.Whole)+16-uint32(all.entry.Whole), 0)
	f.add(8, joint, uint32(entry.Host), uint32(all.entry.Whole))
	f.add(9, joint, uint32(entry.Article), uint32(all.entry.Article))
	f.edges(h, p, e, n)
}

// clitic pairs one side's clitic with what is known of the host.
func (f *features) clitic(kind, c, state, n uint32, e Entry) {
	f.add(kind, c, uint32(e.Whole), state)
	f.add(kind+1, c, uint32(e.Article), state)
	f.add(kind+2, c, uint32(e.Host), state)
	f.add(kind+3, c, uint32(e.Flags&(Listed|Name)), state)
	f.add(kind+4, c, n, 0)
	f.add(kind+5, c, n, uint32(max(e.Whole, e.Article)))
}

// edges pairs the clitics with the letters of the host next to the cut and far from it.
func (f *features) edges(h []Letter, p, e, n uint32) {
	first, last := uint32(bare(h[0])), uint32(h[len(h)-1])
	f.add(30, p, uint32(h[0]), 0)
	f.add(31, e, last, 0)
	f.add(32, p, last, n)
	f.add(33, e, first, n)
	if len(h) > 1 {
		second, before := uint32(bare(h[1])), uint32(h[len(h)-2])
		f.add(34, p, first, second)
		f.add(35, e, last, before)
		f.add(36, p, last, before)
		if len(h) > 2 {
			f.add(37, p, first^second<<5, uint32(bare(h[2])))
			f.add(38, e, last^before<<5, uint32(bare(h[len(h)-3])))
		}
	}
}
