package web

import "github.com/a-h/templ"

// navigation is what stands at the head of every page, by the last part of its address.
var navigation = []string{"today", "figures", "actors", "sources", "feeds", "judgements", "about"}

func (p *page) navURL(name string) templ.SafeURL {
	if name == "today" {
		return p.url()
	}
	return p.url(name)
}
