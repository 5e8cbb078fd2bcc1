package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"

	"isnad/internal/fetch"
)

// Limits on what is taken for one article, in bytes. A news article has a few
// thousand; what is a thousand times that is a mistake, and would only fill memory.
const (
	MaxText = 16 << 20 // a text file, a page, a JSON file, after decompression
	MaxLine = 64 << 20 // a line of a JSON lines file, which may escape every letter
)

// Options say where to read and what to put where the input says nothing.
type Options struct {
	As string // one of Kinds: what all inputs are; empty or "auto" to find out by looking
	// Feed, if it is set, is told of the addresses of lists (feeds, sitemaps, OPML lists),
	// which are then not read. It is called from any goroutine.
	Feed      func(address string)
	Follow    int    // how many pages of a feed or a sitemap that was fetched are fetched in turn
	Title     string // of a text file, whose first line is then text
	Outlet    string
	Published string
	Stdin     io.Reader     // what "-" reads
	Client    *fetch.Client // what fetches addresses
}

// Parts cuts the named inputs into parts, in order: files, directories (all
// articles under them), "-" for standard input, and http or https addresses.
// Addresses are fetched when their part is decoded.
func (o *Options) Parts(ctx context.Context, names []string) iter.Seq[*Part] {
	return func(yield func(*Part) bool) {
		o := *o
		if o.As == "auto" {
			o.As = ""
		}
		r := &reading{Options: &o, ctx: ctx, yield: yield}
		for _, name := range names {
			if !r.name(name) {
				return
			}
		}
	}
}

// IsAddress reports whether the name is taken for a web address.
func IsAddress(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// reading is one walk over the inputs. Its methods report whether to go on.
type reading struct {
	*Options
	ctx   context.Context
	yield func(*Part) bool
	read  int64
}

func (r *reading) name(name string) bool {
	switch {
	case r.ctx.Err() != nil:
		return false
	case name == "-":
		return r.stream("-", r.Stdin, false)
	case IsAddress(name):
		return r.yield(r.fetching(r.ctx, name, true))
	}
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return r.fail(name, 0, plain(err))
	case info.IsDir():
		return r.directory(name)
	}
	return r.file(name)
}

func (r *reading) fail(file string, line int, err error) bool {
	return r.yield(r.failed(&Problem{File: file, Line: line, Err: err}))
}

// plain takes the file name out of an error of package os: the Problem names it.
func plain(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return fmt.Errorf("%s: %w", e.Op, e.Err)
	}
	return err
}

// directory reads all files under dir whose names end like those of articles.
func (r *reading) directory(dir string) bool {
	found, goOn := 0, true
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			found++
			goOn = r.fail(path, 0, plain(err))
		case strings.HasPrefix(d.Name(), ".") && path != dir:
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir() && readable(path):
			found++
			goOn = r.file(path)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return r.fail(dir, 0, plain(err))
	}
	if goOn && found == 0 {
		return r.fail(dir, 0, errors.New("no articles here: no file ends in .txt, .json, .jsonl, .html, .csv, .xml, .rss or .warc"))
	}
	return goOn
}

// readable reports whether a file in a directory is taken for articles.
func readable(name string) bool {
	return kindByName(name) != kindUnknown || strings.HasSuffix(strings.ToLower(strings.TrimSuffix(name, ".gz")), ".xml")
}

func (r *reading) file(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return r.fail(name, 0, plain(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return r.fail(name, 0, plain(err))
	}
	// Refused before a byte is read: only JSON lines may be of any length.
	if k := kindByName(name); info.Size() > MaxText && k.whole() && !compressed(name) {
		return r.fail(name, 0, tooLong(info.Size()))
	}
	return r.stream(name, f, info.Mode().IsRegular())
}

func tooLong(n int64) error {
	return fmt.Errorf("too long for one article: %s, at most %s are read", size(n), size(MaxText))
}
