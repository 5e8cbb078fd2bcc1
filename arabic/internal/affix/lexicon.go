package affix

// Entry says what is known of a letter sequence. Counts are buckets: 0 for none, else
// one more than the binary logarithm, at most 15.
type Entry struct {
	Whole   uint8 // as a token of its own
	Article uint8 // behind ال
	Host    uint8 // between other clitics, as the model itself cut them
	Flags   uint8
	Cut     uint8 // the decision for this word: Known, Sure, index of the proclitics; see packCut
	Enc     uint8
}

// The flags of an entry.
const (
	Listed uint8 = 1 << iota // a whole host by the word list
	Name                     // part of a person's name by a list of transliterated names
	Known                    // Cut and Enc hold the decision for this word
	Sure                     // and the other readings are far behind
)

// Lexicon is an open-addressed table from hashes of words to entries.
type Lexicon struct {
	keys []uint32
	vals []Entry
	mask uint32
}

// NewLexicon makes a table with room for n entries.
func NewLexicon(n int) *Lexicon {
	size := 1024
	for size < n*2 {
		size *= 2
	}
	return &Lexicon{make([]uint32, size), make([]Entry, size), uint32(size - 1)}
}

// Find returns the entry of a hash, or nil.
func (x *Lexicon) Find(hash uint32) *Entry {
	if hash == 0 {
		hash = 1
	}
	for i := hash & x.mask; ; i = (i + 1) & x.mask {
		switch x.keys[i] {
		case hash:
			return &x.vals[i]
		case 0:
			return nil
		}
	}
}

// Put stores the entry of a hash. The table must have room.
func (x *Lexicon) Put(hash uint32, e Entry) {
	if hash == 0 {
		hash = 1
	}
	i := hash & x.mask
	for x.keys[i] != 0 && x.keys[i] != hash {
		i = (i + 1) & x.mask
	}
	x.keys[i], x.vals[i] = hash, e
}

// host looks a host up, undoing what a pronoun does to the end of a word: مدرستـ for
// مدرسة, مستواـ for مستوى, أصدقائـ for أصدقاء, كتبوـ for كتبوا, عليـ for على, معلميـ for معلمين. It
// returns the best entry found and which change led to it.
func (x *Lexicon) host(h []Letter, enc bool) (best Entry, change uint8) {
	if e := x.Find(Hash(h)); e != nil {
		best = *e
	}
	if !enc || len(h) < 2 {
		return best, 0
	}
	stem, last := hashOf(h[:len(h)-1]), h[len(h)-1]
	try := func(hash uint32, c uint8) {
		if e := x.Find(mix(hash)); e != nil && e.weight() > best.weight() {
			best, change = *e, c
		}
	}
	switch last {
	case teh:
		try(hashStep(stem, tehTied), 1)
	case alef:
		try(hashStep(stem, maqsura), 2)
		try(hashStep(hashStep(stem, alef), noon), 3)
	case yehHamza, wawHamza:
		try(hashStep(stem, hamza), 4)
	case waw:
		try(hashStep(hashStep(stem, waw), alef), 5)
		try(hashStep(hashStep(stem, waw), noon), 3)
	case yeh:
		try(hashStep(stem, maqsura), 6)
		try(hashStep(hashStep(stem, yeh), noon), 3)
	}
	return best, change
}

func (e Entry) weight() int {
	return int(max(e.Whole, e.Article)) + int(e.Host)/2 + int(e.Flags&Listed)*4
}

// Bucket turns a count into a bucket of Entry.
func Bucket(n float64) uint8 {
	var b uint8
	for ; n >= 0.75 && b < 15; n /= 2 {
		b++
	}
	return b
}
