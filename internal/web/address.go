package web

import (
	"net/url"
	"strings"

	"github.com/a-h/templ"

	"isnad"
)

// url is the address of a page in the language of this one.
func (p *page) url(parts ...string) templ.SafeURL {
	return templ.SafeURL("/" + p.lang + pathOf(parts...))
}

func pathOf(parts ...string) string {
	if len(parts) == 0 {
		return "/"
	}
	var b strings.Builder
	for _, part := range parts {
		b.WriteByte('/')
		b.WriteString(url.PathEscape(part))
	}
	return b.String()
}

// isActor reports whether entities of a type can act, and have a page: places are searched.
func isActor(t isnad.EntityType) bool { return t == isnad.PER || t == isnad.ORG || t == isnad.GPE }

// whoURL is where more is told of an actor; of one that joining has not come to, what a search for
// its name finds.
func (p *page) whoURL(id, name string) templ.SafeURL {
	if id != "" {
		return p.url("actor", id)
	}
	return p.url("search") + templ.SafeURL("?"+queryOf("q", `"`+strings.ReplaceAll(name, `"`, " ")+`"`))
}

// at is the address of a place in a page.
func (p *page) at(fragment string, parts ...string) templ.SafeURL {
	return p.url(parts...) + templ.SafeURL("#"+url.PathEscape(fragment))
}

// outside is the address of an article's original, if it is one that may be opened.
func outside(address string) templ.SafeURL {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return templ.SafeURL(u.String())
}

// queryOf is the query of an address of names and values; empty values are left out.
func queryOf(pairs ...string) string {
	values := make(url.Values)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			values.Set(pairs[i], pairs[i+1])
		}
	}
	return values.Encode()
}
