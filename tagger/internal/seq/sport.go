package seq

// aboutSport reports whether a line is: where it is, a town is a club more often, and a club
// may be called by any word.
func aboutSport(words int) bool { return words >= 2 }

// ofSport gives the features of a token in a line about sport. The first knows its own letters.
func ofSport(before, here, after *word) [4]Key {
	return [...]Key{
		keyAt(join(tplSport, here.bare, 0), 0),
		keyAt(join(tplSport, before.bare, 0), -1),
		keyAt(join(tplSport, after.bare, 0), 1),
		keyAt(join(tplSport, here.shape, 0), 2),
	}
}

// listOfSport is the feature of list and place n in a line about sport.
func listOfSport(n int) Key { return keyAt(join(tplSport, uint64(n), 1), 3) }
