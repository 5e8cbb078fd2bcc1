package source

import (
	"errors"
	"fmt"

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
	a := item.Article
	a.Published, a.Modified = notFuture(a.Published, p.fetchedAt), notFuture(a.Modified, p.fetchedAt)
	if a.ID == "" {
		a.ID = item.Key
	}
	p.raw, p.media = rawArticle(&a), kindJSON.media()
	return yield(&a, p.arabic(&a, 0))
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
