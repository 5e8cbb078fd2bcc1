package seq

// run is where a token stands in a row of words that may all be of one name, as «خالد بن سعيد
// راشد»: words that are known spellings of names or look like such, without article; or right
// behind one, where a name may go on over a word with article («بن سعيد [الحربي]»).
type run struct {
	before *word // the word before the first
	at     uint8 // the token's place in it, from 1; zero outside
	left   uint8 // how many words of it follow
	behind uint8 // of a token right behind it: how many words it has
	son    bool  // بن stands in it before the token
}

// mostRun is how far a run is counted.
const mostRun = 5

// runs finds the runs of a line of n words, which at gives, also the one before the first.
func runs(dst []run, n int, at func(i int) *word) {
	for i := 0; i < n; {
		if at(i).run == noRun {
			dst[i] = run{}
			i++
			continue
		}
		end, son := i+1, false
		for end < n && at(end).run != noRun && !at(end).joined {
			end++
		}
		for j := i; j < end; j++ {
			dst[j] = run{at(i - 1), uint8(min(j-i+1, mostRun)), uint8(min(end-j-1, mostRun)), 0, son}
			son = son || at(j).run == runSon
		}
		if end < n && at(end).run == noRun {
			dst[end] = run{before: at(i - 1), behind: uint8(min(end-i, mostRun)), son: son}
			end++
		}
		i = end
	}
}

// keys gives the features of a token in a run or right behind it, here, and how many they are.
func (r *run) keys(here *word) (keys [4]Key, n int) {
	if r.at == 0 && r.behind == 0 {
		return keys, 0
	}
	son := uint64(0)
	if r.son {
		son = 1
	}
	if r.behind > 0 {
		place := uint64(r.behind)<<8 | son
		return [...]Key{
			keyAt(join(tplRun, place, here.shape), 4),
			keyAt(join(tplRun, join(tplRun, place, here.like), r.before.shape), 5),
			keyAt(join(tplRun, son, here.bare), 6),
			0,
		}, 3
	}
	place := uint64(r.at)<<8 | uint64(r.left)
	return [...]Key{
		keyAt(join(tplRun, place, son), 0),
		keyAt(join(tplRun, r.before.bare, uint64(r.at)), 1),
		keyAt(join(tplRun, join(tplRun, place, here.like), r.before.shape), 2),
		keyAt(join(tplRun, uint64(r.at)<<8|min(uint64(r.left), 2), r.before.bare), 3),
	}, 4
}

// inRun is how a word stands in a run.
type inRun uint8

const (
	noRun inRun = iota
	runName
	runSon
)

// ofRun tells how a word may stand in a run. known is whether it is a known spelling of a
// name, like how much it looks like one, common how ordinary it is.
func ofRun(host, bare string, common uint8, like uint64, known bool) inRun {
	switch {
	case host != bare:
		return noRun
	case bare == "بن" || bare == "ابن" || bare == "بنت" || bare == "ولد":
		return runSon
	case bare == "ابو" || bare == "ابي" || bare == "عبد" || bare == "ال" || bare == "فان" || bare == "دي" || bare == "سان":
		return runName
	case len(bare) > 4 && common < 2 && (known || common == 0 && like > looksLikeName):
		return runName
	}
	return noRun
}

// looksLikeName is the least class of likeness of words that look like names.
const looksLikeName = 4
