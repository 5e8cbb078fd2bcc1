package source

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"isnad"
	"isnad/arabic"
)

// table is what the head of a CSV file says.
type table struct {
	comma   rune
	columns []string // the field of an article that each column gives; empty for others
}

// fieldNames are the names of columns, folded, and what they give.
var fieldNames = map[string]string{
	"id": "id", "guid": "id", "رقم": "id", "معرف": "id",
	"title": "title", "headline": "title", "العنوان": "title", "عنوان": "title",
	"body": "body", "content": "body", "article": "body", "النص": "body", "نص": "body", "المحتوي": "body", "الخبر": "body",
	"text": "text", "description": "summary", "summary": "summary", "ملخص": "summary",
	"outlet": "outlet", "source": "outlet", "publisher": "outlet", "site": "outlet", "المصدر": "outlet", "الصحيفه": "outlet", "الموقع": "outlet",
	"url": "url", "link": "url", "address": "url", "الرابط": "url", "رابط": "url",
	"author": "author", "byline": "author", "الكاتب": "author", "المءلف": "author", "المولف": "author",
	"published": "published", "date": "published", "datepublished": "published", "published_at": "published", "pubdate": "published",
	"publish_date": "published", "time": "published", "التاريخ": "published", "تاريخ": "published", "تاريخ النشر": "published",
	"modified": "modified", "updated": "modified", "updated_at": "modified", "language": "language", "lang": "language", "اللغه": "language",
}

var errNoColumns = errors.New("no column of the table is a title, a body or a text: its first line must name the columns")

// readHead reads the names of the columns. The sign between columns is the one that
// the first line has most of.
func readHead(line string) (*table, error) {
	t := &table{comma: ','}
	for _, c := range ";\t|" {
		if strings.Count(line, string(c)) > strings.Count(line, string(t.comma)) {
			t.comma = c
		}
	}
	if decoded, _, err := decodeText([]byte(line), false, ""); err == nil {
		line = decoded
	}
	names, err := t.reader(line).Read()
	if err != nil {
		return nil, fmt.Errorf("read the names of the columns: %w", err)
	}
	text := false
	for _, name := range names {
		field := fieldNames[strings.ToLower(arabic.Fold(strings.TrimSpace(name)))]
		text = text || field == "title" || field == "body" || field == "text"
		t.columns = append(t.columns, field)
	}
	if !text {
		return nil, errNoColumns
	}
	return t, nil
}

func (t *table) reader(text string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = t.comma, true, -1, true
	return r
}

// article is the article of a row; nil if the row has no text.
func (t *table) article(row []string) *isnad.Article {
	var a isnad.Article
	var text, summary string
	to := map[string]*string{
		"id": &a.ID, "title": &a.Title, "body": &a.Body, "text": &text, "summary": &summary, "outlet": &a.Outlet, "url": &a.URL,
		"author": &a.Author, "published": &a.Published, "modified": &a.Modified, "language": &a.Language,
	}
	for i, value := range row[:min(len(row), len(t.columns))] {
		if p := to[t.columns[i]]; p != nil && *p == "" {
			*p = strings.TrimSpace(value)
		}
	}
	if a.Body == "" && text == "" {
		text = summary
	}
	setText(&a, text)
	a.Published, a.Modified = anyDate(a.Published), anyDate(a.Modified)
	if a.Title == "" && a.Body == "" {
		return nil
	}
	return &a
}

// tables cuts a CSV file into blocks of whole rows.
func (r *reading) tables(name string, in *bufio.Reader) bool {
	if head, _ := in.Peek(len(utf8BOM)); bytes.Equal(head, utf8BOM) {
		_, _ = in.Discard(len(utf8BOM))
	}
	rows := rowReader{in: in}
	first, err := rows.next()
	if len(first) == 0 {
		return r.fail(name, 0, errors.New("empty: no table in it"))
	}
	t, headErr := readHead(string(first))
	if headErr != nil {
		return r.fail(name, 1, headErr)
	}
	line := 1 + bytes.Count(first, []byte{'\n'})
	for err == nil {
		var block []byte
		start := line
		for err == nil && len(block) < blockSize {
			var row []byte
			row, err = rows.next()
			if errors.Is(err, errLongRow) {
				if !r.fail(name, line+bytes.Count(block, []byte{'\n'}), err) {
					return false
				}
				err = nil
			}
			block = append(block, row...)
		}
		line += bytes.Count(block, []byte{'\n'}) + rows.skipped
		rows.skipped = 0
		p := &Part{File: name, Line: start, Read: r.read, options: r.Options, data: block}
		p.decode = func(p *Part, yield func(*isnad.Article, error) bool) { p.rows(t, yield) }
		if len(block) > 0 && !r.yield(p) {
			return false
		}
	}
	if !errors.Is(err, io.EOF) {
		return r.fail(name, line, fmt.Errorf("read: %w", err))
	}
	return r.ctx.Err() == nil
}

var errLongRow = fmt.Errorf("row too long: more than %s; a quotation mark may be missing", size(MaxText))

// rowReader reads the rows of a table, as they stand.
type rowReader struct {
	in      *bufio.Reader
	skipped int // lines of rows that were too long
}

// next is the next row with the end of its last line. A line feed inside quotation
// marks does not end it. A row that is too long, as it becomes where a quotation mark is
// missing, is skipped as far as it was read.
func (r *rowReader) next() (row []byte, err error) {
	for quotes := 0; ; {
		line, err := r.in.ReadSlice('\n')
		row = append(row, line...)
		quotes += bytes.Count(line, []byte{'"'})
		full := errors.Is(err, bufio.ErrBufferFull)
		switch {
		case err != nil && !full:
			return row, err
		case len(row) > MaxText:
			r.skipped += bytes.Count(row, []byte{'\n'})
			return nil, errLongRow
		case !full && quotes%2 == 0:
			return row, nil
		}
	}
}

// rows decodes a block of rows.
func (p *Part) rows(t *table, yield func(*isnad.Article, error) bool) {
	if !utf8.Valid(p.data) {
		text, charset, err := decodeText(p.data, false, "")
		if err != nil {
			yield(nil, p.problem(p.Line-1+max(1, lineOf(p.data, err)), err))
			return
		}
		if !yield(nil, p.note(fmt.Errorf("read as %s", charset))) {
			return
		}
		p.data = []byte(text)
	}
	reader := t.reader(string(p.data))
	for {
		row, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			if !yield(nil, p.problem(p.Line, err)) {
				return
			}
			continue
		}
		first, _ := reader.FieldPos(0)
		line := p.Line - 1 + first
		a := t.article(row)
		switch {
		case a == nil && !yield(nil, p.problem(line, errors.New("no title, body or text in the row"))):
			return
		case a == nil:
			continue
		}
		p.raw, p.media = rawArticle(a), kindJSON.media()
		if !p.deliver(a, line, true, yield) {
			return
		}
	}
}
