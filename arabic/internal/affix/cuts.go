package affix

// Pro is a sequence of proclitics, Enc an enclitic pronoun; both are indices into
// small closed sets.
type (
	Pro uint8
	Enc uint8
)

// pros lists the sequences of proclitics. Each letter is one clitic.
var pros = [...][]Letter{
	{}, {waw}, {feh}, {beh}, {kaf}, {lam}, {seen},
	{waw, beh}, {waw, kaf}, {waw, lam}, {waw, seen},
	{feh, beh}, {feh, kaf}, {feh, lam}, {feh, seen},
}

// encs lists the enclitic pronouns.
var encs = [...][]Letter{
	{}, {heh}, {heh, alef}, {heh, meem}, {heh, meem, alef}, {heh, noon},
	{kaf}, {kaf, meem}, {kaf, meem, alef}, {noon, alef}, {yeh}, {noon, yeh},
}

// Cut is one way to take a word apart: that many letters before and after the host.
type Cut struct {
	Pro    Pro
	Enc    Enc
	Lo, Hi int // the host's letters
}

// maxCuts bounds the cuts of one word: three proclitic and three enclitic choices.
const maxCuts = 16

// Cuts appends the cuts that spelling allows; the whole word comes first.
func (w *Word) Cuts(dst []Cut) []Cut {
	letters := w.Letters[:w.Len]
	for e := range encs {
		hi := len(letters) - len(encs[e])
		if !endsIn(letters, encs[e]) || hi < 1 || e > 0 && !takesPronoun(letters[:hi], Enc(e)) {
			continue
		}
		for p := range pros {
			lo := len(pros[p])
			if lo < hi && startsWith(letters, pros[p]) && hostAllowed(letters[lo:hi], Pro(p), Enc(e)) && len(dst) < maxCuts {
				dst = append(dst, Cut{Pro(p), Enc(e), lo, hi})
			}
		}
	}
	return dst
}

func startsWith(letters, prefix []Letter) bool {
	if len(letters) < len(prefix) {
		return false
	}
	for i, l := range prefix {
		if letters[i] != l {
			return false
		}
	}
	return true
}

func endsIn(letters, suffix []Letter) bool {
	return len(letters) >= len(suffix) && startsWith(letters[len(letters)-len(suffix):], suffix)
}

// takesPronoun rules out letters that stand at the end of a word only.
func takesPronoun(host []Letter, e Enc) bool {
	last := host[len(host)-1]
	return last != tehTied && last != maqsura && !(encs[e][0] == yeh && last == alef && len(host) < 3)
}

// hostAllowed asks of a host what its clitics demand.
func hostAllowed(host []Letter, p Pro, e Enc) bool {
	if len(host) == 1 {
		// Only the prepositions ب and ل are words of one letter, and only with a pronoun.
		return e > 0 && (host[0] == beh || host[0] == lam) && (p == 0 || pros[p][0] == waw || pros[p][0] == feh) && len(pros[p]) < 2
	}
	if p == 0 {
		return true
	}
	switch f := host[0]; pros[p][len(pros[p])-1] {
	case seen: // the future stands before an imperfect only
		return len(host) > 2 && (f == yeh || f == teh || f == noon || f == alefUp || f == alef)
	case beh, lam: // in «بها» the preposition is the host
		return !(f == heh && len(host) == 2 && (host[1] == alef || host[1] == meem || host[1] == noon))
	}
	return true
}

// article tells how many letters of the host are the article: ال, or the ل left of it after لـ.
func article(host []Letter, p Pro) int {
	if p > 0 && pros[p][len(pros[p])-1] == lam {
		if len(host) > 2 && host[0] == lam {
			return 1
		}
		return 0
	}
	if len(host) > 3 && host[0] == alef && host[1] == lam {
		return 2
	}
	return 0
}
