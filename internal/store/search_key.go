package store

import "time"

// A key puts articles, and their claims, into the order of time, so that both engines find the
// newest ones first without sorting all that there are.
//
//	article: minute since 1970, 26 bits; number, 37 bits
//	claim:   hour since 1970, 20 bits; number of the article, 30 bits; place in it, 13 bits
//
// The latest time that fits is 2089; articles beyond number 2^30 and claims beyond 8,192 of
// an article are not looked through.
const (
	numberBits     = 37
	claimBits      = 13
	claimShift     = 43
	maxClaims      = 1 << claimBits
	maxNumber      = 1 << 30
	latestHour     = 1<<20 - 1
	numberMask     = 1<<numberBits - 1
	claimNumberMax = 1<<30 - 1
)

// minuteOf is the minute of a time, kept within what a key holds.
func minuteOf(seconds int64) int64 { return min(max(seconds/60, 0), latestHour*60) }

func articleKey(seconds, number int64) int64 { return minuteOf(seconds)<<numberBits | number }

func claimKey(seconds, number int64, place int) int64 {
	return minuteOf(seconds)/60<<claimShift | number<<claimBits | int64(place)
}

func articleOf(key int64) int64 { return key & numberMask }

// claimOf is the number of the article that a claim stands in, and its place there.
func claimOf(key int64) (number int64, place int) {
	return key >> claimBits & claimNumberMax, int(key & (maxClaims - 1))
}

// firstKey is the least key of articles, or of claims, that are not older than t.
func firstKey(t time.Time, claims bool) int64 {
	if claims {
		return claimKey(t.Unix(), 0, 0)
	}
	return articleKey(t.Unix(), 0)
}
