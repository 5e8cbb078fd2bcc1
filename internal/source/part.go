package source

import (
	"context"
	"iter"
	"time"

	"isnad"
)

// Part is a piece of input that can be decoded on its own: a whole file or page,
// an address still to be fetched, or a run of lines of a JSON lines file.
type Part struct {
	File string // path, address, or "-"
	Line int    // number of its first line, from 1
	Read int64  // bytes of all files taken from disk when this part was cut, for progress

	options *Options
	ctx     context.Context // of an address still to be fetched
	address string          // where a page was got from, after redirects
	data    []byte
	raw     []byte // of the article that Articles gives just now
	media   string // of raw
	// fetchedAt is when the data were got; zero where they were not. Relative dates are
	// reckoned from it.
	fetchedAt time.Time
	decode    func(*Part, func(*isnad.Article, error) bool)
}

// Articles decodes the part. Each step gives an article, or a *Problem, or both
// where a Problem with Note is told of an article that was read. Fields that the
// input leaves empty are filled from the Options.
func (p *Part) Articles() iter.Seq2[*isnad.Article, error] {
	return func(yield func(*isnad.Article, error) bool) {
		p.decode(p, func(a *isnad.Article, err error) bool {
			if a != nil {
				p.complete(a)
			}
			return yield(a, err)
		})
	}
}

// Raw gives the bytes that the article of the present step of Articles was read from,
// as they came but for compression, and their media type: that of HTTP, or what they
// were read as. They must not be changed. With Options.Again they are read once more.
func (p *Part) Raw() (raw []byte, media string) { return p.raw, p.media }

// Again is a part of what Raw gave, under the name of the file or the address that it
// came from. Where several articles were read from the same bytes, all come again.
func (o *Options) Again(name string, raw []byte, media string) *Part {
	k := kindByMedia(media)
	if k == kindUnknown {
		k = kindByContent(raw[:min(len(raw), 4096)])
	}
	p := o.part(name, raw, k, media)
	if IsAddress(name) {
		p.address = name
	}
	return p
}

// At says when the data of the part were got, as for dates like «an hour ago».
func (p *Part) At(t time.Time) *Part {
	p.fetchedAt = t
	return p
}

// complete fills in what the input does not say.
func (p *Part) complete(a *isnad.Article) {
	if a.Fetched == "" && !p.fetchedAt.IsZero() {
		a.Fetched = p.fetchedAt.UTC().Format(time.RFC3339)
	}
	if a.Outlet == "" {
		a.Outlet = p.options.Outlet
	}
	if a.Published == "" {
		a.Published = p.options.Published
	}
	if a.ID == "" {
		a.ID = p.File
	}
	if a.Language == "" {
		a.Language = languageOf(a)
	}
}

func (p *Part) problem(line int, err error) *Problem {
	return &Problem{File: p.File, Line: line, Err: err}
}

func (p *Part) note(err error) *Problem {
	return &Problem{File: p.File, Err: err, Note: true}
}

// failed is a part that holds nothing but a problem.
func (o *Options) failed(p *Problem) *Part {
	return &Part{File: p.File, Line: p.Line, options: o, decode: func(_ *Part, yield func(*isnad.Article, error) bool) {
		yield(nil, p)
	}}
}
