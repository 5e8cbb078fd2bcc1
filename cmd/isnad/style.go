package main

import (
	"strings"

	"isnad/internal/show"
)

// style is the printer that the flags, the terminal and the locale ask for.
func (a *analyzeCommand) style(c *console) (show.Printer, error) {
	terminal := a.Output == "" && isTerminal(c.out)
	o := show.Options{
		Language: a.language(c),
		Width:    min(width(c.out), 100),
		Bidi:     a.bidi(c, terminal),
		Color:    terminal && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb",
		Rules:    a.Explain,
	}
	return show.New(a.Format, o)
}

// bidi is isolates on a terminal, unless it is one of those known to show every
// line from left to right.
func (a *analyzeCommand) bidi(c *console, terminal bool) show.Bidi {
	switch {
	case a.Bidi == "visual":
		return show.Visual
	case a.Bidi == "isolate":
		return show.Isolates
	case a.Bidi == "off" || !terminal:
		return show.Plain
	case c.getenv("WT_SESSION") != "", strings.HasPrefix(c.getenv("TERM"), "alacritty"), c.getenv("TERM") == "linux":
		return show.Visual
	}
	return show.Isolates
}

// language goes by the first locale variable that is set, as POSIX orders them.
func (a *analyzeCommand) language(c *console) string {
	if a.Lang != "auto" {
		return a.Lang
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
