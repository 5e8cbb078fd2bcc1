package main

import (
	"fmt"
	"runtime/debug"

	"github.com/alecthomas/kong"
)

const description = `Isnad reads Arabic news and tells for every statement who says so, through whom, how surely, since when.

Exit status: 0 all was read; 1 the program or the machine failed; 2 some input or the command line was bad, the rest was done.`

type helpCommand struct {
	Command []string `arg:"" optional:"" help:"The command to explain."`
}

// Run shows what --help would.
func (h *helpCommand) Run(c *console, k *kong.Kong) error {
	_, err := k.Parse(append(h.Command, "--help"))
	return err
}

type versionCommand struct{}

// Run shows the version that the build recorded, and the revision if it is known.
func (versionCommand) Run(c *console) error {
	_, err := fmt.Fprintln(c.out, version())
	return err
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "isnad (version unknown)"
	}
	text := "isnad " + info.Main.Version
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			text += " " + s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			text += " (modified)"
		}
	}
	return text + " " + info.GoVersion
}
