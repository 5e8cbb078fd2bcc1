// Package train learns the model of package tagger from open corpora and measures it.
// The same files give the same model.
package train

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"isnad/tagger"
	"isnad/tagger/internal/seq"
)

const header = `names of persons, organizations, places and arms in Arabic news
made by: isnad train tagger
judged names: NewsFANE Gold (CC BY-SA 3.0), AQMAR (CC BY-SA 3.0), Wojood sample (MIT), NTREX (CC BY-SA 4.0), Arabic Wikinews (CC BY 2.5), sentences written for Isnad (Apache-2.0)
spellings of persons' names: NETransliteration-COLING2018 (CC0)
gazetteers: lexicon/data`

// Corpora is the judged text and the spellings of names that a model is learnt from.
type Corpora struct {
	newsfane, aqmar, aqmarDev, wojood, written, newswire []sentence
	annotated                                            [][]sentence // by article
	names                                                map[uint32]uint8
	spellings                                            []string
}

// Read reads the corpora under a directory. A file with a label or a line that is not
// known is refused, with file and line.
func Read(dir string) (*Corpora, error) {
	c := &Corpora{}
	for _, from := range []struct {
		into  *[]sentence
		files []string
		format
	}{
		{&c.newsfane, []string{"newsfane-train.txt"}, tabbed},
		{&c.aqmar, []string{"aqmar-train.txt"}, spaced},
		{&c.aqmarDev, []string{"aqmar-dev.txt"}, spaced},
		{&c.wojood, []string{"wojood-sample/train.txt", "wojood-sample/val.txt", "wojood-sample/test.txt"}, nested},
	} {
		for _, file := range from.files {
			s, err := readCorpus(filepath.Join(dir, "ner", file), from.format)
			if err != nil {
				return nil, err
			}
			*from.into = append(*from.into, s...)
		}
	}
	mend(c.newsfane)
	for i := range c.newsfane {
		glue(&c.newsfane[i])
	}
	if err := settlePlaces(c.wojood); err != nil {
		return nil, err
	}
	var err error
	if c.written, err = parseWritten("written.txt", writtenText); err != nil {
		return nil, err
	}
	if c.newswire, err = parseWritten("newswire.txt", newswireText); err != nil {
		return nil, err
	}
	if c.annotated, err = readAnnotated(dir, "annotated.jsonl", annotatedText); err != nil {
		return nil, err
	}
	c.names, c.spellings, err = readNames(filepath.Join(dir, "names/transliteration-ar.tsv"))
	return c, err
}

// resources are the gazetteers and names that features are made from.
func (c *Corpora) resources() (seq.Resources, error) {
	r, err := tagger.Resources()
	r.Names = c.names
	return r, err
}

// Train learns the model from all corpora and writes it.
func Train(c *Corpora, w io.Writer, s Settings) error {
	m, err := c.fit(slices.Concat(c.newsfane, c.aqmar, c.aqmarDev, c.wojood, slices.Concat(c.annotated...)), s)
	if err != nil {
		return err
	}
	return m.Encode(w, header)
}

// fit learns a model of sentences, and of the same with other names.
func (c *Corpora) fit(of []sentence, s Settings) (*seq.Model, error) {
	r, err := c.resources()
	if err != nil {
		return nil, err
	}
	of = slices.Concat(of, c.written, c.newswire)
	lines := examples(of)
	r.Common = common(lines)
	r.Likeness = likeness(c.spellings, lines)
	if s.Vary > 0 {
		lists, err := tagger.Names()
		if err != nil {
			return nil, err
		}
		stock := stockOf(of, lists)
		for range s.Vary {
			lines = append(lines, examples(stock.vary(of))...)
		}
		for range s.VaryWritten {
			lines = append(lines, examples(stock.vary(c.written))...)
		}
	}
	return seq.New(r, learn(lines, &r, s)), nil
}

// tagger learns a tagger of sentences, rounded as a file would.
func (c *Corpora) tagger(of []sentence, s Settings) (*tagger.Model, error) {
	m, err := c.fit(of, s)
	if err != nil {
		return nil, err
	}
	return tagger.New(m)
}

// WriteFile trains into a file, which is written only when all went well.
func WriteFile(c *Corpora, path string, s Settings) error {
	var b bytes.Buffer
	if err := Train(c, &b, s); err != nil {
		return err
	}
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		return fmt.Errorf("write model of names: %w", err)
	}
	return nil
}
