package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"isnad/arabic"
)

type tokensCommand struct {
	File string `arg:"" help:"Text in UTF-8; - for standard input."`
}

// Help says what the columns are.
func (t *tokensCommand) Help() string {
	return `Prints a line for each Arabic word: the word, its proclitics, host and pronoun joined by +, and its stem, with tabs between. A line without Arabic words gives a row with empty columns.`
}

// Run prints the words of the file.
func (t *tokensCommand) Run(c *console) error {
	in := c.in
	if t.File != "-" {
		f, err := os.Open(t.File)
		if err != nil {
			fmt.Fprintf(c.err, "isnad: %v\n", err)
			return errBadInput
		}
		defer f.Close()
		in = f
	}
	err := printTokens(in, c.out)
	var bad *notUTF8Error
	if errors.As(err, &bad) {
		fmt.Fprintf(c.err, "isnad: %s: %v\n", t.File, err)
		return errBadInput
	}
	return err
}

// notUTF8Error says where text stopped being UTF-8.
type notUTF8Error struct{ line int }

func (e *notUTF8Error) Error() string {
	return fmt.Sprintf("line %d is not UTF-8; words next to such bytes are cut there", e.line)
}

// tokenBlock is how much text is tokenized at once.
const tokenBlock = 1 << 16

// printTokens writes every Arabic word of r with its segments and its stem. The text is read
// in blocks, so its size and the length of its lines do not matter. Text that is not UTF-8
// is told of at the end, with the first such line.
func printTokens(r io.Reader, w io.Writer) error {
	out := bufio.NewWriterSize(w, tokenBlock)
	p := tokenPrinter{out: out, rows: map[string]string{}, line: 1}
	buf, n := make([]byte, tokenBlock), 0
	for {
		read, err := r.Read(buf[n:])
		n += read
		if err != nil && err != io.EOF {
			return errors.Join(fmt.Errorf("read the text: %w", err), out.Flush())
		}
		end := n
		if err == nil {
			end = blockEnd(buf[:n], n == len(buf))
		}
		if err := p.print(buf[:end]); err != nil {
			return fmt.Errorf("write the words: %w", err)
		}
		n = copy(buf, buf[end:n])
		if err == io.EOF {
			break
		}
	}
	if err := p.end(); err != nil {
		return fmt.Errorf("write the words: %w", err)
	}
	if p.bad > 0 {
		return &notUTF8Error{p.bad}
	}
	return nil
}

// blockEnd finds where a block can end: behind white space, or in a full block without any
// before the last rune.
func blockEnd(b []byte, full bool) int {
	if i := bytes.LastIndexAny(b, " \n"); i >= 0 {
		return i + 1
	}
	if !full {
		return 0
	}
	end := len(b) - 1
	for end > len(b)-utf8.UTFMax && !utf8.RuneStart(b[end]) {
		end--
	}
	return end
}

// tokenPrinter keeps what printing needs from block to block.
type tokenPrinter struct {
	out    *bufio.Writer
	tokens []arabic.Token
	rows   map[string]string // of words met before: few words make most of a text
	line   int               // from 1
	inLine int               // words printed of it
	open   bool              // it holds something and has not ended
	bad    int               // the first line that is not UTF-8
}

func (p *tokenPrinter) print(block []byte) error {
	text := string(block)
	if p.bad == 0 && !utf8.ValidString(text) {
		p.bad = p.line + bytes.Count(block[:firstInvalid(text)], []byte("\n"))
	}
	p.tokens = arabic.Tokenize(p.tokens[:0], text)
	at := 0
	for _, t := range p.tokens {
		if t.Kind != arabic.Word {
			continue
		}
		if err := p.endLines(text[at:t.Start]); err != nil {
			return err
		}
		if _, err := p.out.WriteString(p.rowOf(text[t.Start:t.End])); err != nil {
			return err
		}
		p.inLine, at = p.inLine+1, t.End
	}
	return p.endLines(text[at:])
}

// endLines passes over text without words. A line without any has a row without content,
// so that a list of words keeps its lines.
func (p *tokenPrinter) endLines(text string) error {
	for i := range len(text) {
		if text[i] != '\n' {
			p.open = true
			continue
		}
		if err := p.endLine(); err != nil {
			return err
		}
		p.line++
	}
	return nil
}

func (p *tokenPrinter) endLine() (err error) {
	if p.inLine == 0 {
		_, err = p.out.WriteString("\t\t\n")
	}
	p.inLine, p.open = 0, false
	return err
}

// end ends the last line, which may lack its line feed.
func (p *tokenPrinter) end() error {
	if p.open {
		if err := p.endLine(); err != nil {
			return err
		}
	}
	return p.out.Flush()
}

// maxRows bounds the memory of rows, to some 10 MB.
const maxRows = 1 << 16

func (p *tokenPrinter) rowOf(word string) string {
	row, met := p.rows[word]
	if met {
		return row
	}
	row = string(appendWord(nil, word))
	if len(p.rows) == maxRows {
		clear(p.rows)
	}
	if len(word) < 64 {
		p.rows[row[:len(word)]] = row
	}
	return row
}

func firstInvalid(s string) int {
	for i, r := range s {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}

// appendWord appends the row of a word.
func appendWord(dst []byte, word string) []byte {
	dst = append(append(dst, word...), '\t')
	segments := len(dst)
	dst, s := arabic.AppendAnalysis(dst, word)
	stem := string(dst[segments:])
	dst = dst[:segments]
	start := 0
	for _, end := range s.Proclitics[:s.Count] {
		dst = append(append(dst, word[start:end]...), '+')
		start = end
	}
	dst = append(dst, word[s.HostStart:s.HostEnd]...)
	if s.HasPronoun(word) {
		dst = append(append(dst, '+'), word[s.HostEnd:]...)
	}
	dst = append(append(dst, '\t'), stem...)
	return append(dst, '\n')
}
