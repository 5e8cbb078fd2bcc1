package seq

// Features are known by hashes alone. A template keeps the same value apart where it
// plays different parts.
type template uint64

const (
	tplNorm template = iota + 1
	tplBare
	tplShape
	tplTail
	tplClitics
	tplPrefix
	tplSuffix
	tplHostPrefix
	tplHostSuffix
	tplLetters
	tplNameList
	tplPair
	tplSkip
	tplShapes
	tplList
	tplListShape
	tplListWord
	tplBias
	tplLength
	tplChain
	tplSport
	tplLikeness
	tplRun
)

// hashString is FNV-1a of 64 bits.
func hashString(t template, s string) uint64 { return mix(more(seed(t), s)) }

// seed begins the hash of a string, more goes on with it; mix ends it.
func seed(t template) uint64 { return 14695981039346656037 ^ uint64(t)*0x9E3779B97F4A7C15 }

func more[T string | []byte](h uint64, s T) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// join makes one hash of two, in their order.
func join(t template, a, b uint64) uint64 {
	return mix(a*0x9E3779B97F4A7C15 + mix(b+uint64(t)))
}

// mix is the finalizer of SplitMix64 (Steele et al. 2014).
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// Key is a feature as it is stored: a hash of 32 bits. Zero is none.
type Key uint32

// keyAt is the key of a word's feature seen from a token so many places away.
func keyAt(h uint64, offset int) Key {
	return Key(mix(h+uint64(offset+8)*0x9E3779B97F4A7C15) >> 32)
}
