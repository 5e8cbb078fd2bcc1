package extract

import (
	"strings"
	"time"

	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// timeLexicon is the words of time and the numerals, compiled.
type timeLexicon struct {
	words    dictionary
	numerals *arabic.Numerals
}

// newTimeLexicon compiles the lists into words, which other layers may share.
func newTimeLexicon(words dictionary, numerals *arabic.Numerals, times []lexicon.TimeWord, months []lexicon.Month) *timeLexicon {
	for _, w := range times {
		n := 0
		if len(w.Value) > 0 && w.Class != "unit" && w.Class != "defunits" {
			n = atoi(w.Value)
		}
		words.addPhrase(w.Words, phrase{class: w.Class, value: w.Value, n: n, rule: w.Rule})
	}
	for _, m := range months {
		words.addPhrase(m.Words, phrase{class: "month", n: m.Number, hijri: m.Hijri, weak: m.Weak, madda: m.Madda, rule: m.Rule})
	}
	numerals.Words(func(word string, _ arabic.NumeralWord) {
		words.at(word).numeral = true
		words.at("ال" + word).numeral = true
	})
	return &timeLexicon{words, numerals}
}

// dating is what the times leave behind for the quantities.
type dating struct {
	words []reading
	taken []bool // the token is part of a date, a clock time or the like: no quantity
}

// times reads every expression that points at a calendar date or period, resolved
// against the day of publication. The method is TIMEX3's; day precision is the finest.
func (l *timeLexicon) times(d *doc) ([]isnad.Time, dating) {
	dates := dating{words: d.readings, taken: make([]bool, len(d.toks))}
	t := &timeReader{lex: l, d: d, toks: d.toks, words: dates.words, taken: dates.taken, today: d.published}
	t.out = make([]isnad.Time, 0, len(d.toks)/40+4)
	for i := 0; i < len(t.toks); {
		if next := t.read(i); next > i {
			i = next
		} else {
			i++
		}
	}
	return t.out, dates
}

// timeReader walks over the tokens once.
type timeReader struct {
	lex   *timeLexicon
	d     *doc
	toks  []arabic.Token
	words []reading
	taken []bool
	out   []isnad.Time
	today time.Time // the day that «اليوم» means

	partFrom, partTo int    // tokens of a pending part of a day or year: «مطلع»
	last             moment // the last date told, which «نفس العام» means
	lastTo           int    // token behind the last time
	soft             int    // 1 + index of a reference that a time right behind it replaces
}

// read tries to read a time at token i; it answers the token behind it, or 0.
func (t *timeReader) read(i int) int {
	if t.toks[i].Kind == arabic.Number {
		return t.number(i)
	}
	w := t.words[i]
	if w.entry == unknown {
		return 0
	}
	p, next := t.phrase(i)
	if p != nil {
		if to := t.dispatch(p, i, next); to > 0 {
			return to
		}
	}
	if w.numeral {
		return t.numeral(i)
	}
	return 0
}

// dispatch reads the time that the phrase p at tokens [i, next) begins.
func (t *timeReader) dispatch(p *phrase, i, next int) int {
	switch p.class {
	case "none":
		return next
	case "weekday":
		return t.weekday(p, i, next)
	case "day":
		return t.day(p, i, next)
	case "sameday":
		return t.sameDay(p, i, next)
	case "daypart", "yearpart":
		return t.part(p, i, next)
	case "month":
		return t.month(p, i, next, 0, i)
	case "defunit", "defunits":
		return t.definite(p, i, next, i)
	case "samepre", "this", "that":
		return t.pointed(p, i, next)
	case "unit", "units", "dual", "pair":
		return t.unit(p, i, next)
	case "ref":
		return t.reference(p, i, next)
	case "feast":
		return t.feast(p, i, next, 0, i)
	case "season":
		return t.season(p, i, next)
	case "fraction":
		return t.fraction(p, i, next)
	case "decade":
		return t.decade(p, i, next)
	}
	return 0
}

// phrase finds the longest row that stands at token i.
func (t *timeReader) phrase(i int) (*phrase, int) { return t.is(i, "") }

// is finds the longest row of the class that stands at token i; any, if it is empty.
func (t *timeReader) is(i int, class string) (*phrase, int) {
	if i < 0 || i >= len(t.toks) {
		return nil, i
	}
	list := t.words[i].phrases
	for k := range list {
		p := &list[k]
		if end := i + 1 + len(p.rest); (class == "" || p.class == class) && end <= len(t.toks) && t.follows(p, i) {
			return p, end
		}
	}
	return nil, i
}

// follows reports whether the words of p behind the first stand behind token i.
func (t *timeReader) follows(p *phrase, i int) bool {
	for j, word := range p.rest {
		if tok := &t.toks[i+1+j]; tok.Norm != word || tok.Line != t.toks[i].Line {
			return false
		}
	}
	return true
}

// norm is the folded word at token i, empty outside the text.
func (t *timeReader) norm(i int) string {
	if i < 0 || i >= len(t.toks) {
		return ""
	}
	return t.toks[i].Norm
}

// undated is the value of what only a day of publication, which the article lacks, could
// resolve («أمس»، «العام الماضي»، «5 مايو»): it is read, but no value is made up for it.
const undated = "XXXX"

// emit writes the time that stands at tokens [from, to) and takes them. A pending part
// (مطلع، صباح) right before it joins it. What is undated is taken and not written.
func (t *timeReader) emit(from, cut, to int, value, rule string) int {
	if t.partTo == from && t.partTo > t.partFrom && cut == 0 {
		from, cut = t.partFrom, t.words[t.partFrom].cut
	}
	if value == "" {
		return 0
	}
	written := !strings.HasPrefix(value, undated) && !strings.HasPrefix(value, "PT") // days are the finest
	if written && t.soft > 0 && t.soft == len(t.out) && (t.lastTo == from || t.lastTo == from-1 && t.norm(from-1) == "من") {
		t.out = t.out[:len(t.out)-1]
	}
	t.soft = 0
	if written {
		span := isnad.Span{Start: behind(t.d.text, t.toks[from], cut), End: t.toks[to-1].End}
		t.out = append(t.out, isnad.Time{Span: span, Value: value, Rule: rule})
	}
	for k := from; k < to; k++ {
		t.taken[k] = true
	}
	t.partFrom, t.partTo, t.lastTo = 0, 0, to
	return to
}

// part remembers a part of a day or of a year; what follows may join it.
func (t *timeReader) part(p *phrase, i, next int) int {
	if t.partTo != i || t.partTo == t.partFrom {
		t.partFrom = i
	}
	t.partTo = next
	if p.value == "-" && p.class == "daypart" && p.rule == "timewords/يوم" {
		if to := t.unit(p, i, next); to > 0 {
			return to
		}
	}
	return next
}

// reference reads a word that points at no date: الآن، مؤخرا، قريبا.
func (t *timeReader) reference(p *phrase, i, next int) int {
	if word := t.d.text[behind(t.d.text, t.toks[i], t.words[i].cut):t.toks[i].End]; p.rule == "timewords/الآن" && !strings.HasPrefix(word, "ا") {
		return 0 // the name آلان
	}
	if (p.rule == "timewords/لاحقا" || p.rule == "timewords/وقت لاحق") && !t.ahead(i) {
		return next // later than what is told, not than today
	}
	value := p.value
	if p.rule == "timewords/ذلك الحين" && t.gov(i) == "since" && t.last.year > 0 {
		value = t.last.timex() // «منذ ذلك الحين» counts from the date told last
	}
	to := t.emit(i, t.words[i].cut, next, value, p.rule)
	if len(p.rest) > 0 {
		t.soft = len(t.out)
	}
	return to
}
