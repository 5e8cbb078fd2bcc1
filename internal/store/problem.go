package store

import "errors"

// ErrConnection says that the connection to PostgreSQL failed or was lost. What was
// committed is kept, and the rest was not done.
var ErrConnection = errors.New("the connection to PostgreSQL was lost or refused; what was written before is kept")

// ErrNotAnalysed says that an article is there and waits to be read.
var ErrNotAnalysed = errors.New("not analysed yet")

// Errors of opening that are the fault of what was named, not of the machine.
var (
	ErrNotArchive = errors.New("this is no archive of isnad")
	ErrNewer      = errors.New("the archive was written by a newer isnad")
	ErrDamaged    = errors.New("the archive is damaged")

	ErrAddress = errors.New("this is no address of a PostgreSQL database")
)

func notArchive(why string) error { return wrapped{ErrNotArchive, why} }

// wrapped is an error with a reason in words.
type wrapped struct {
	error
	why string
}

func (w wrapped) Error() string { return w.error.Error() + ": " + w.why }
func (w wrapped) Unwrap() error { return w.error }
