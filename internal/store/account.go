package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
	"time"
)

// Role is what an account may do; each may do what those before it may.
type Role string

// The roles: to read; to judge readings too; to see and change all.
const (
	Reader  Role = "reader"
	Analyst Role = "analyst"
	Admin   Role = "admin"
)

// Account is somebody who may use an archive over the net.
type Account struct {
	Name     string
	Role     Role
	Password string // a hash, in the PHC string format
	Added    time.Time
}

// Session lets an account in without its password: a browser for some days, or a
// program by a token.
type Session struct {
	Account Account
	Kind    string // browser or token
	Label   string // what a token is for
	Scope   string // read, or read and judge
	Expires time.Time
}

// PutAccount adds an account, or changes the role and password of the one of that
// name and ends its sessions.
func (a *Archive) PutAccount(ctx context.Context, x Account) error {
	return a.Update(ctx, func(tx *Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE account = $1", x.Name); err != nil {
			return fmt.Errorf("end the sessions of %s: %w", x.Name, err)
		}
		return tx.Insert(ctx, "INSERT INTO accounts (name, role, password, added_at)",
			[][]any{{x.Name, string(x.Role), x.Password, x.Added.Unix()}},
			"ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password")
	})
}

// RemoveAccount removes an account and its sessions. It is ErrNotFound if there is none.
func (a *Archive) RemoveAccount(ctx context.Context, name string) error {
	return a.Update(ctx, func(tx *Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE account = $1", name); err != nil {
			return fmt.Errorf("end the sessions of %s: %w", name, err)
		}
		done, err := tx.ExecContext(ctx, "DELETE FROM accounts WHERE name = $1", name)
		if err != nil {
			return fmt.Errorf("remove account %s: %w", name, err)
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("account %s: %w", name, ErrNotFound)
		}
		return nil
	})
}

// Accounts are all accounts, by name.
func (a *Archive) Accounts(ctx context.Context) ([]Account, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT name, role, password, added_at FROM accounts ORDER BY name")
	if err != nil {
		return nil, fmt.Errorf("read the accounts: %w", a.explain(err))
	}
	return scanAll(rows, scanAccount)
}

// Account gives an account, or ErrNotFound.
func (a *Archive) Account(ctx context.Context, name string) (Account, error) {
	return one(a, ctx, "account "+name, "SELECT name, role, password, added_at FROM accounts WHERE name = $1", scanAccount, name)
}

func scanAccount(rows *sql.Rows) (x Account, err error) {
	var added int64
	err = rows.Scan(&x.Name, &x.Role, &x.Password, &added)
	x.Added = time.Unix(added, 0).UTC()
	return x, err
}

// PutSession lets an account in by a secret, of which only a hash is kept.
func (a *Archive) PutSession(ctx context.Context, secret string, s Session) error {
	return a.Update(ctx, func(tx *Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE expires_at < $1", a.clock().Unix()); err != nil {
			return fmt.Errorf("forget sessions that are over: %w", err)
		}
		return tx.Insert(ctx, "INSERT INTO sessions (hash, account, kind, label, scope, expires_at)",
			[][]any{{secretHash(secret), s.Account.Name, s.Kind, s.Label, s.Scope, s.Expires.Unix()}}, "")
	})
}

// Session gives the session of a secret, or ErrNotFound where there is none or it is over.
func (a *Archive) Session(ctx context.Context, secret string) (s Session, err error) {
	return one(a, ctx, "session", `SELECT c.name, c.role, c.password, c.added_at, s.kind, s.label, s.scope, s.expires_at
		FROM sessions s JOIN accounts c ON c.name = s.account WHERE s.hash = $1 AND s.expires_at > $2`,
		func(rows *sql.Rows) (s Session, err error) {
			var added, expires int64
			err = rows.Scan(&s.Account.Name, &s.Account.Role, &s.Account.Password, &added, &s.Kind, &s.Label, &s.Scope, &expires)
			s.Account.Added, s.Expires = time.Unix(added, 0).UTC(), time.Unix(expires, 0).UTC()
			return s, err
		}, secretHash(secret), a.clock().Unix())
}

// EndSession ends the session of a secret, if there is one.
func (a *Archive) EndSession(ctx context.Context, secret string) error {
	return a.Update(ctx, func(tx *Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM sessions WHERE hash = $1", secretHash(secret)); err != nil {
			return fmt.Errorf("end a session: %w", err)
		}
		return nil
	})
}

// secretHash needs no salt: a secret is 256 random bits.
func secretHash(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// Deed is something that was done and is to be known later.
type Deed struct {
	At      time.Time
	Account string
	Action  string
	Detail  string
}

// Record keeps a deed.
func (a *Archive) Record(ctx context.Context, d Deed) error {
	return a.Update(ctx, func(tx *Tx) error {
		number, err := tx.next(ctx, "audit")
		if err != nil {
			return err
		}
		return tx.Insert(ctx, "INSERT INTO audit (number, at, account, action, detail)",
			[][]any{{number, d.At.Unix(), d.Account, d.Action, d.Detail}}, "")
	})
}

// Deeds are what was done, the newest first, at most limit after the first skip.
func (a *Archive) Deeds(ctx context.Context, skip, limit int) ([]Deed, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT at, account, action, detail FROM audit ORDER BY number DESC LIMIT $1 OFFSET $2", limit, skip)
	if err != nil {
		return nil, fmt.Errorf("read what was done: %w", a.explain(err))
	}
	return scanAll(rows, func(rows *sql.Rows) (d Deed, err error) {
		var at int64
		err = rows.Scan(&at, &d.Account, &d.Action, &d.Detail)
		d.At = time.Unix(at, 0).UTC()
		return d, err
	})
}

// HasAccounts reports whether there is any account.
func (a *Archive) HasAccounts(ctx context.Context) (bool, error) {
	all, err := a.Accounts(ctx)
	return len(all) > 0, err
}
