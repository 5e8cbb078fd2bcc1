package main

import (
	"strings"

	"isnad/internal/show"
)

// style is the printer that the flags, the terminal and the locale ask for.
func (a *analyzeCommand) style(c *console) (show.Printer, error) {
	o := a.options(c, a.Output == "" && isTerminal(c.out))
	o.Rules = a.Explain
	return show.New(a.Format, o)
}

// look is how text for people looks.
type look struct {
	Lang string `group:"How text and pages look:" enum:"auto,ar,en" default:"auto" help:"Language of headings and marks: ar, en, or auto, by the locale."`
	Bidi string `group:"How text and pages look:" enum:"auto,isolate,visual,off" default:"auto" help:"Right-to-left text in --format text: isolate, for terminals that order it themselves; visual, ordered and joined for those that do not; off, plain; auto, plain unless it goes to a terminal, and then by which one it is."`
}

// options are what the flags, the terminal and the locale ask for.
func (l look) options(c *console, terminal bool) show.Options {
	return show.Options{
		Language: l.language(c),
		Width:    min(width(c.out), 100),
		Bidi:     l.bidi(c, terminal),
		Color:    terminal && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb",
	}
}

// bidi is isolates on a terminal, unless it is one of those known to show every
// line from left to right.
func (l look) bidi(c *console, terminal bool) show.Bidi {
	switch {
	case l.Bidi == "visual":
		return show.Visual
	case l.Bidi == "isolate":
		return show.Isolates
	case l.Bidi == "off" || !terminal:
		return show.Plain
	case c.getenv("WT_SESSION") != "", strings.HasPrefix(c.getenv("TERM"), "alacritty"), c.getenv("TERM") == "linux":
		return show.Visual
	}
	return show.Isolates
}

// language goes by the first locale variable that is set, as POSIX orders them.
func (l look) language(c *console) string {
	if l.Lang != "auto" {
		return l.Lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := c.getenv(name); v != "" {
			if strings.HasPrefix(v, "ar") {
				return "ar"
			}
			return "en"
		}
	}
	return "en"
}
