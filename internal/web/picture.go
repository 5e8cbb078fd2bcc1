package web

import (
	"context"
	_ "embed"
	"fmt"
	"io"
	"slices"

	"isnad"
)

//go:embed picture.css
var pictureStyle string

// The measures of a picture of several cases, in its units.
const (
	pictureMargin   = 24.0
	propositionLine = 26.0
	propositionWide = 90 // letters of a line
	propositionMost = 3  // lines
)

// chainPictures are the chain graphs of several cases in one picture.
type chainPictures struct {
	*words
	drawing
	Cases []*caseView
	Tops  []float64
}

// WriteSVG draws the chains of the first cases of a trace, at most so many of them, 0 for all,
// from the retellings to the origins, with words in Arabic ("ar") or English ("en"). The picture
// stands by itself: it needs no style, script or font from elsewhere.
func WriteSVG(ctx context.Context, w io.Writer, t *isnad.Trace, lang string, most int) error {
	cases, err := drawnCases(t, lang, most)
	if err != nil {
		return err
	}
	v := &chainPictures{Cases: cases, drawing: drawing{Width: chainLeast, Height: pictureMargin}}
	for _, c := range cases {
		v.words, v.drawing.rtl = c.words, c.rtl()
		v.Tops = append(v.Tops, v.Height)
		v.Height += c.headed() + c.Picture.Height + pictureMargin
		v.Width = max(v.Width, c.Picture.Width)
	}
	v.Width += 2 * pictureMargin
	if err := v.picture().Render(ctx, w); err != nil {
		return fmt.Errorf("draw story %s: %w", t.Story.ID, err)
	}
	return nil
}

// left is where the picture of a case begins: all are level on the reader's side.
func (v *chainPictures) left(c *caseView) float64 {
	return v.box(pictureMargin, c.Picture.Width)
}

// lines are those of the proposition.
func (v *caseView) lines() []string {
	return wrapped(v.Case.Proposition, propositionWide, propositionMost)
}

// headed is how much room the words above the graph take.
func (v *caseView) headed() float64 { return 20 + propositionLine*float64(len(v.lines())) + 12 }

// drawnCases lays out the first cases of a trace.
func drawnCases(t *isnad.Trace, lang string, most int) ([]*caseView, error) {
	words, err := wordsIn(lang)
	if err != nil {
		return nil, err
	}
	articles := articlesOf(t)
	var out []*caseView
	for i := range t.Cases {
		if most > 0 && i == most {
			break
		}
		c := &t.Cases[i]
		v := &caseView{page: &page{words: words}, Case: c, Story: t.Story, Picture: joinChains(c, articles, t.Copies).draw(words.rtl()), Copies: copiesOf(c, copyOf(t))}
		for _, m := range c.Members {
			if o := articles[m.Article].Outlet; !slices.Contains(v.Outlets, o) {
				v.Outlets = append(v.Outlets, o)
			}
		}
		out = append(out, v)
	}
	return out, nil
}

// wordsIn is the words of a language.
func wordsIn(lang string) (*words, error) {
	all, err := readWords(wordsTable)
	if err != nil {
		return nil, err
	}
	if all[lang] == nil {
		return nil, fmt.Errorf("there are no words in the language %q", lang)
	}
	return all[lang], nil
}
