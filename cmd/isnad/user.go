package main

import (
	"bufio"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"isnad/internal/password"
	"isnad/internal/store"
)

type userCommand struct {
	archiveFlag
	Add    userAdd    `cmd:"" help:"Add an account, or give one a new role and password. The password is asked for, or read from standard input."`
	List   userList   `cmd:"" help:"List the accounts."`
	Remove userRemove `cmd:"" help:"Remove an account and its sessions."`
	Token  userToken  `cmd:"" help:"Make a token for a program. It is shown once."`
}

type userAdd struct {
	Name string `arg:"" help:"The name to sign in with."`
	Role string `enum:"reader,analyst,admin" default:"reader" help:"reader, analyst (judges readings too) or admin."`
}

type userList struct{}

type userRemove struct {
	Name string `arg:""`
}

type userToken struct {
	Name  string `arg:"" help:"The account that the program acts for."`
	Label string `help:"What it is for."`
	Scope string `enum:"read,judge" default:"read" help:"What it may do at most: read, or judge too."`
	Days  int    `default:"365" help:"After how many days it ends."`
}

// Run adds the account.
func (u *userAdd) Run(c *console, all *commands) error {
	name := strings.TrimSpace(u.Name)
	if name == "" || len(name) > 100 {
		return errors.New("a name has between 1 and 100 letters")
	}
	secret, err := c.password("Password for " + name + ": ")
	if err != nil {
		return err
	}
	hash, err := password.Hash(secret)
	if err != nil {
		return err
	}
	return all.User.with(c, store.Options{}, func(a *store.Archive) error {
		account := store.Account{Name: name, Role: store.Role(u.Role), Password: hash, Added: time.Now()}
		if err := a.PutAccount(c.ctx, account); err != nil {
			return fmt.Errorf("add account %s: %w", name, err)
		}
		return a.Record(c.ctx, store.Deed{At: time.Now(), Action: "added account", Detail: name + " " + u.Role})
	})
}

// password asks at a terminal without showing what is typed, and else reads a line.
func (c *console) password(prompt string) (string, error) {
	if f, ok := c.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(c.err, prompt)
		text, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(c.err)
		if err != nil {
			return "", fmt.Errorf("read the password: %w", err)
		}
		return string(text), nil
	}
	lines := bufio.NewScanner(c.in)
	if !lines.Scan() {
		return "", errors.Join(errors.New("no password on standard input"), lines.Err())
	}
	return lines.Text(), nil
}

// Run lists the accounts.
func (u *userList) Run(c *console, all *commands) error {
	return all.User.with(c, store.Options{}, func(a *store.Archive) error {
		accounts, err := a.Accounts(c.ctx)
		for _, x := range accounts {
			fmt.Fprintf(c.out, "%s\t%s\t%s\n", x.Name, x.Role, x.Added.Format(time.DateOnly))
		}
		return err
	})
}

// Run removes the account.
func (u *userRemove) Run(c *console, all *commands) error {
	return all.User.with(c, store.Options{}, func(a *store.Archive) error {
		if err := a.RemoveAccount(c.ctx, u.Name); err != nil {
			return err
		}
		return a.Record(c.ctx, store.Deed{At: time.Now(), Action: "removed account", Detail: u.Name})
	})
}

// Run makes the token.
func (u *userToken) Run(c *console, all *commands) error {
	return all.User.with(c, store.Options{}, func(a *store.Archive) error {
		account, err := a.Account(c.ctx, u.Name)
		if err != nil {
			return err
		}
		secret := rand.Text() + rand.Text()
		session := store.Session{Account: account, Kind: "token", Label: u.Label, Scope: u.Scope, Expires: time.Now().AddDate(0, 0, u.Days)}
		if err := a.PutSession(c.ctx, secret, session); err != nil {
			return fmt.Errorf("keep the token: %w", err)
		}
		if err := a.Record(c.ctx, store.Deed{At: time.Now(), Account: u.Name, Action: "made a token", Detail: u.Scope + " " + u.Label}); err != nil {
			return err
		}
		fmt.Fprintln(c.out, secret)
		return nil
	})
}
