package lexicon

import (
	"strconv"
	"strings"

	"isnad/arabic"
)

// TimeWord is a row of timewords.tsv: words that tell a time, or part of one.
//
// The classes: weekday (value 1 Monday to 7 Sunday), day (days from today), sameday
// (days from the last date told), daypart, yearpart, unit / units / dual / pair
// (a unit of time in the singular, plural, dual, dual in construct), defunit and
// defunits (the same with the article), rel (last, next, this, recent), same,
// samepre, this, that, few, vague, ref (a TIMEX3 reference), feast, season, fraction
// (Q quarter, H half; QY and HY where a year follows), decade, clock, gov (a word that governs a time) and none
// (words that only look like one).
type TimeWord struct {
	Words []string // folded
	Class string
	Value string
	Rule  string // "timewords/أمس"
	Examples
}

// TimeWords loads the words of time from timewords.tsv, in its order. An error names file
// and line.
func TimeWords() ([]TimeWord, error) {
	rows, err := Table("timewords", 5)
	if err != nil {
		return nil, err
	}
	out := make([]TimeWord, 0, len(rows))
	for _, row := range rows {
		f := row.Fields
		if f[0] == "" || f[1] == "" || f[2] == "" {
			return nil, row.Errorf("an empty field")
		}
		if !holds(f[3], f[0]) {
			return nil, row.Errorf("example %q does not hold %q", f[3], f[0])
		}
		out = append(out, TimeWord{strings.Fields(arabic.Fold(f[0])), f[1], f[2], "timewords/" + f[0], examples(f[3], f[4])})
	}
	return out, nil
}

// Month is a name of a month.
type Month struct {
	Words  []string // folded
	Hijri  bool
	Number int  // 1 to 12
	Weak   bool // the word has another sense that is more frequent
	Madda  bool // آب: folded it is أب, so the letter of the text decides
	Rule   string
	Examples
}

// Months loads the names of the months in all namings, Gregorian and Hijri, from
// months.tsv, in its order. An error names file and line.
func Months() ([]Month, error) {
	rows, err := Table("months", 6)
	if err != nil {
		return nil, err
	}
	out := make([]Month, 0, len(rows))
	for _, row := range rows {
		f := row.Fields
		n, err := strconv.Atoi(f[2])
		switch {
		case err != nil || n < 1 || n > 12:
			return nil, row.Errorf("no month %q", f[2])
		case f[1] != "g" && f[1] != "h":
			return nil, row.Errorf("no calendar %q", f[1])
		case f[3] != "sure" && f[3] != "weak":
			return nil, row.Errorf("neither sure nor weak: %q", f[3])
		case !holds(f[4], f[0]):
			return nil, row.Errorf("example %q does not hold %q", f[4], f[0])
		}
		out = append(out, Month{strings.Fields(arabic.Fold(f[0])), f[1] == "h", n, f[3] == "weak", f[0] == "آب", "months/" + f[0], examples(f[4], f[5])})
	}
	return out, nil
}

// holds reports whether the words stand in the sentence, folded.
func holds(sentence, words string) bool {
	return strings.Contains(sentence, words) || strings.Contains(arabic.Fold(sentence), arabic.Fold(words))
}
