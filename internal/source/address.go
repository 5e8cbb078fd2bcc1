package source

import (
	"context"
	"errors"
	"fmt"
	"mime"
	"strings"
	"time"

	"isnad"
	"isnad/internal/fetch"
)

// fetching is the part of an address that is fetched when it is decoded; asked says that
// a person named it.
func (o *Options) fetching(ctx context.Context, address string, asked bool) *Part {
	p := &Part{File: address, options: o, ctx: ctx}
	p.decode = func(p *Part, yield func(*isnad.Article, error) bool) { p.fetched(asked, yield) }
	return p
}

// fetched gets the address and reads what comes as its content type says.
func (p *Part) fetched(asked bool, yield func(*isnad.Article, error) bool) {
	page, err := p.options.Client.Get(p.ctx, fetch.Request{URL: p.File, Asked: asked})
	if err == nil {
		p.address, p.fetchedAt = page.URL, time.Now()
		p.data, err = unpackList(page.Body)
	}
	if err != nil {
		yield(nil, p.problem(0, err))
		return
	}
	k, err := kindOfAnswer(page.ContentType, p.data)
	if p.options.As != "" {
		k, err = kindNames[p.options.As], nil
	}
	switch {
	case err != nil:
		yield(nil, p.problem(0, err))
	case k.list() && asked && p.options.Feed != nil:
		p.options.Feed(p.File)
	case !asked && k.list():
		yield(nil, p.problem(0, fmt.Errorf("%w: it is a list of others", errNoArticle)))
	default:
		p.whole(k, page.ContentType, yield)
	}
}

// kindOfAnswer goes by the content type, but for lists, which are sent under many.
func kindOfAnswer(contentType string, data []byte) (kind, error) {
	media, _, _ := mime.ParseMediaType(contentType)
	k := kindByContent(data[:min(len(data), 4096)])
	switch {
	case strings.HasPrefix(media, "image/") || strings.HasPrefix(media, "video/") || strings.HasPrefix(media, "audio/") || media == "application/pdf":
		return k, fmt.Errorf("%w: it is %s", errNoArticle, media)
	case k.list():
		return k, nil
	case strings.HasSuffix(media, "html") || strings.HasSuffix(media, "xhtml+xml"):
		return kindPage, nil
	case strings.HasSuffix(media, "json"):
		return kindJSON, nil
	}
	return k, nil
}

// ReadPage reads the article of a page that was fetched at the time. What is no article,
// as a list of others, is an error.
func ReadPage(page *fetch.Page, fetched time.Time) (*isnad.Article, error) {
	k, err := kindOfAnswer(page.ContentType, page.Body)
	if err == nil && k.list() {
		err = fmt.Errorf("%w: it is a list of others", errNoArticle)
	}
	if err != nil {
		return nil, err
	}
	p := (&Options{}).part(page.URL, page.Body, k, page.ContentType).At(fetched)
	p.address = page.URL
	for a, problem := range p.Articles() {
		if a != nil {
			if a.URL == "" {
				a.URL = page.URL
			}
			return a, nil
		}
		if e, ok := errors.AsType[*Problem](problem); ok && !e.Note {
			err = e.Err
		}
	}
	if err == nil {
		err = errNoArticle
	}
	return nil, err
}
