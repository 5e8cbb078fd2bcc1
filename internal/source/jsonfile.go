package source

import (
	"bytes"
	"errors"
	"fmt"

	"isnad"
)

// values reads a JSON file: one article, an array of them, or several one after
// the other. What cannot be read ends it, since nothing says where the next begins.
func (p *Part) values(text string, yield func(*isnad.Article, error) bool) {
	data := []byte(text)
	rest := skipSpace(data)
	if len(rest) == 0 {
		yield(nil, p.problem(0, errors.New("empty: no JSON in it")))
		return
	}
	array := rest[0] == '['
	if array {
		rest = skipSpace(rest[1:])
	}
	alone := true
	for len(rest) > 0 && !(array && rest[0] == ']') {
		line := 1 + bytes.Count(data[:len(data)-len(rest)], []byte{'\n'})
		a, after, err := decodeArticle(rest)
		if err != nil {
			yield(nil, p.problem(line, err))
			return
		}
		after = skipSpace(after)
		alone = alone && !array && len(after) == 0
		if !p.deliver(a, line, !alone, yield) {
			return
		}
		if rest, err = nextValue(after, array); err != nil {
			yield(nil, p.problem(1+bytes.Count(data[:len(data)-len(after)], []byte{'\n'}), err))
			return
		}
		alone = false
	}
}

func nextValue(after []byte, array bool) ([]byte, error) {
	switch {
	case !array:
		return after, nil
	case len(after) == 0:
		return nil, errors.New("the array is not closed")
	case after[0] == ',':
		return skipSpace(after[1:]), nil
	case after[0] == ']':
		return after, nil
	}
	return nil, fmt.Errorf("%q where a comma should be", after[0])
}

// deliver hands one article over. Where there are many in a file, one without an
// id is named by its line.
func (p *Part) deliver(a *isnad.Article, line int, many bool, yield func(*isnad.Article, error) bool) bool {
	if len(a.Title)+len(a.Body) > MaxText {
		return yield(nil, p.problem(line, tooLong(int64(len(a.Title)+len(a.Body)))))
	}
	if a.ID == "" && many {
		a.ID = fmt.Sprintf("%s:%d", p.File, line)
	}
	return yield(a, p.arabic(a, line))
}
