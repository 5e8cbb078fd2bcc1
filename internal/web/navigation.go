package web

import "github.com/a-h/templ"

// navigation is what stands at the head of every page.
var navigation = []struct{ name, path string }{
	{"today", ""},
}

func (p *page) navURL(n struct{ name, path string }) templ.SafeURL {
	if n.path == "" {
		return p.url()
	}
	return p.url(n.path)
}
