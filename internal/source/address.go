package source

import (
	"fmt"
	"mime"
	"strings"

	"isnad"
	"isnad/internal/fetch"
)

// fetched gets the address and reads what comes as its content type says.
func (r *reading) fetched(p *Part, yield func(*isnad.Article, error) bool) {
	page, err := r.Client.Get(r.ctx, fetch.Request{URL: p.File, Asked: true})
	if err != nil {
		yield(nil, p.problem(0, err))
		return
	}
	p.data, p.address = page.Body, page.URL
	media, _, _ := mime.ParseMediaType(page.ContentType)
	k := kindByContent(page.Body[:min(len(page.Body), 4096)])
	switch {
	case strings.HasPrefix(media, "image/") || strings.HasPrefix(media, "video/") || strings.HasPrefix(media, "audio/") || media == "application/pdf":
		yield(nil, p.problem(0, fmt.Errorf("%w: it is %s", errNoArticle, media)))
		return
	case strings.HasSuffix(media, "html") || strings.HasSuffix(media, "xhtml+xml"):
		k = kindPage
	case strings.HasSuffix(media, "json"):
		k = kindJSON
	}
	p.whole(k, page.ContentType, yield)
}
