package source

import (
	"errors"
	"fmt"
	"strings"

	"isnad"
)

// text reads a text file: its first line is the title, unless the options give one.
// Not a byte of the text is changed, line ends included.
func (p *Part) text(text string, yield func(*isnad.Article, error) bool) {
	if strings.TrimSpace(text) == "" {
		yield(nil, p.problem(0, errors.New("empty: no text in it")))
		return
	}
	a := &isnad.Article{Title: p.options.Title, Body: text}
	if a.Title == "" {
		a.Title, a.Body, _ = strings.Cut(text, "\n")
	}
	yield(a, p.arabic(a, 0))
}

// languageOf is the article's language by its text; Arabic where that is too short to
// tell.
func languageOf(a *isnad.Article) string {
	if language := Language(a.Body); language != "" {
		return language
	}
	if language := Language(a.Text()); language != "" {
		return language
	}
	return "ar"
}

// arabic is the note on an article in which there is nothing to read, or nil.
func (p *Part) arabic(a *isnad.Article, line int) error {
	if hasArabic(a.Title) || hasArabic(a.Body) {
		if a.Language == "" {
			a.Language = languageOf(a)
		}
		if a.Language == "ar" || strings.HasPrefix(a.Language, "ar-") {
			return nil
		}
		return &Problem{File: p.File, Line: line, Err: fmt.Errorf("its language is %q, not Arabic: little is found", a.Language), Note: true}
	}
	return &Problem{File: p.File, Line: line, Err: errors.New("no Arabic in it: nothing is found"), Note: true}
}

// hasArabic looks for the lead bytes of the Arabic blocks: U+0600–07FF begin with
// D8–DB, the presentation forms with EF AC to EF BB.
func hasArabic(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0xD8 && c <= 0xDB:
			return true
		case c == 0xEF && i+1 < len(s) && s[i+1] >= 0xAD && s[i+1] <= 0xBB:
			return true
		}
	}
	return false
}
