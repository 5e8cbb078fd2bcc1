package source

import (
	"errors"
	"fmt"
	"time"

	"isnad"
)

// list reads the articles that a list names: those that it has whole, and, if it was
// fetched, the pages of the others, the first Follow of them. From a file, which
// nothing says may be followed, they come as the list has them.
func (p *Part) list(text string, k kind, yield func(*isnad.Article, error) bool) {
	list, err := readList(text, k, p.address)
	if err != nil && !yield(nil, p.problem(0, err)) || list == nil {
		return
	}
	if k == kindOPML && p.options.Feed != nil {
		for _, address := range list.Lists {
			p.options.Feed(address)
		}
		return
	}
	follow, left := 0, list.Left
	for _, item := range list.Items {
		switch {
		case item.Whole, p.address == "" && item.Article.Body != "":
			if !p.item(item, yield) {
				return
			}
		case item.URL != "" && p.address != "" && p.options.Client != nil && follow < p.options.Follow:
			follow++
			if !p.follow(item, yield) {
				return
			}
		default:
			left++
		}
	}
	if left+len(list.Lists) > 0 {
		yield(nil, p.note(fmt.Errorf("it names %d more articles and %d more lists, which were not fetched", left, len(list.Lists))))
	}
}

// item gives an article as the list has it.
func (p *Part) item(item Item, yield func(*isnad.Article, error) bool) bool {
	a, raw, media := item.Read(p.fetchedAt)
	p.raw, p.media = raw, media
	return yield(a, p.arabic(a, 0))
}

// Read gives the article as the list has it, and what it was read from, as Part.Raw does.
// The list was fetched at the time, or at none that is known.
func (i *Item) Read(fetched time.Time) (a *isnad.Article, raw []byte, media string) {
	read := i.Article
	read.Published, read.Modified = notFuture(read.Published, fetched), notFuture(read.Modified, fetched)
	if read.ID == "" {
		read.ID = i.Key
	}
	if !fetched.IsZero() {
		read.Fetched = fetched.UTC().Format(time.RFC3339)
	}
	read.Language = languageOf(&read)
	return &read, rawArticle(&read), kindJSON.media()
}

// follow fetches the page of an item.
func (p *Part) follow(item Item, yield func(*isnad.Article, error) bool) bool {
	page, goOn := p.options.fetching(p.ctx, item.URL, false), true
	page.decode(page, func(a *isnad.Article, err error) bool {
		if problem, ok := errors.AsType[*Problem](err); ok && a == nil {
			problem.Note = true // the list was read, and names what it likes
		}
		if a != nil {
			page.complete(a)
			item.Complete(a)
			p.raw, p.media = page.raw, page.media
		}
		goOn = yield(a, err)
		return goOn
	})
	return goOn
}

// Complete fills in what the page of an item leaves open and its list says.
func (i *Item) Complete(a *isnad.Article) {
	for _, f := range []struct{ to, from *string }{
		{&a.Title, &i.Article.Title}, {&a.Outlet, &i.Article.Outlet}, {&a.Published, &i.Article.Published},
		{&a.Modified, &i.Article.Modified}, {&a.Author, &i.Article.Author},
	} {
		if *f.to == "" {
			*f.to = *f.from
		}
	}
}
