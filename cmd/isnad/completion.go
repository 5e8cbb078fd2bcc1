package main

import "errors"

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Run prints the script.
func (completionCommand) Run(c *console) error { return errors.New("not yet") }
