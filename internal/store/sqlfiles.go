package store

import (
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
)

// sqlFiles is a directory of migrations, text by name.
type sqlFiles map[string]string

const gooseUp = "-- +goose Up\n"

// add adds a file, or its statements to the file of that name.
func (f sqlFiles) add(name, text string) {
	if before, there := f[name]; there {
		text = before + "\n" + strings.Replace(text, gooseUp, "", 1)
	}
	f[name] = text
}

// versions are the numbers of the files, ascending.
func (f sqlFiles) versions() ([]int64, error) {
	var all []int64
	for _, name := range slices.Sorted(maps.Keys(f)) {
		v, err := goose.NumericComponent(name)
		if err != nil {
			return nil, fmt.Errorf("migration %s: %w", name, err)
		}
		all = append(all, v)
	}
	return all, nil
}

// Glob is what fs.Glob asks for.
func (f sqlFiles) Glob(pattern string) (names []string, err error) {
	for _, name := range slices.Sorted(maps.Keys(f)) {
		ok, err := path.Match(pattern, name)
		if err != nil {
			return nil, err
		}
		if ok {
			names = append(names, name)
		}
	}
	return names, nil
}

// Open opens a file.
func (f sqlFiles) Open(name string) (fs.File, error) {
	text, ok := f[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &sqlFile{Reader: strings.NewReader(text), name: name}, nil
}

type sqlFile struct {
	*strings.Reader
	name string
}

func (f *sqlFile) Stat() (fs.FileInfo, error) { return sqlInfo{f}, nil }
func (f *sqlFile) Close() error               { return nil }

type sqlInfo struct{ *sqlFile }

func (i sqlInfo) Name() string       { return i.name }
func (i sqlInfo) Size() int64        { return i.Reader.Size() }
func (i sqlInfo) Mode() fs.FileMode  { return 0o444 }
func (i sqlInfo) ModTime() time.Time { return time.Time{} }
func (i sqlInfo) IsDir() bool        { return false }
func (i sqlInfo) Sys() any           { return nil }
