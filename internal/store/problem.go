package store

import "errors"

// ErrConnection says that the connection to PostgreSQL failed or was lost. What was
// committed is kept, and the rest was not done.
var ErrConnection = errors.New("the connection to PostgreSQL was lost or refused; what was written before is kept")

// ErrFull says that there is no room left. What was committed is kept.
var ErrFull = errors.New("the disk is full; what was written before is kept")

// ErrReadOnly says that the archive cannot be written.
var ErrReadOnly = errors.New("the archive cannot be written")

// IsFatal reports whether after this error no other write will succeed either.
func IsFatal(err error) bool {
	return errors.Is(err, ErrConnection) || errors.Is(err, ErrFull) || errors.Is(err, ErrReadOnly) || errors.Is(err, ErrDamaged)
}

// IsBadInput reports whether the error is the fault of what was named as the archive,
// not of the machine.
func IsBadInput(err error) bool {
	for _, bad := range []error{ErrNotArchive, ErrNewer, ErrAddress, ErrMissing, ErrForbidden} {
		if errors.Is(err, bad) {
			return true
		}
	}
	return false
}

// ErrNotAnalysed says that an article is there and waits to be read.
var ErrNotAnalysed = errors.New("not analysed yet")

// Errors of opening that are the fault of what was named, not of the machine.
var (
	ErrNotArchive = errors.New("this is no archive of isnad")
	ErrNewer      = errors.New("the archive was written by a newer isnad")
	ErrDamaged    = errors.New("the archive is damaged")
	ErrAddress    = errors.New("this is no address of a PostgreSQL database")
	ErrForbidden  = errors.New("the archive must be writable, and its directory too")
)

func notArchive(why string) error { return wrapped{ErrNotArchive, why} }

// wrapped is an error with a reason in words.
type wrapped struct {
	error
	why string
}

func (w wrapped) Error() string { return w.error.Error() + ": " + w.why }
func (w wrapped) Unwrap() error { return w.error }
