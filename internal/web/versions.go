package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"isnad/internal/store"
)

// versionsView is the page of the versions of an article: what each changed.
type versionsView struct {
	*page
	ID       string
	Title    string
	Versions []versionView // the newest first
}

// versionView is a version beside the one before it.
type versionView struct {
	Number  int
	Seen    time.Time
	Changed []changedLine
}

// changedLine is a line that a version changed: new words are marked, and words that it
// no longer has are listed.
type changedLine struct {
	Words   []word
	Missing []string
}

// mostChanged is how many changed lines of a version are shown.
const mostChanged = 200

func (s *Server) versions(p *page, r *http.Request) (templ.Component, error) {
	id := r.PathValue("id")
	all, err := s.Archive.Versions(r.Context(), id)
	if err != nil {
		return nil, fmt.Errorf("versions of article %q: %w", id, err)
	}
	v := &versionsView{page: p, ID: id, Title: all[len(all)-1].Title}
	for i, version := range all {
		view := versionView{Number: version.Version, Seen: version.Seen}
		if i > 0 {
			view.Changed = changes(all[i-1], version)
		}
		v.Versions = append(v.Versions, view)
	}
	slices.Reverse(v.Versions)
	p.title = p.T("versions")
	return v.body(), nil
}

// changes pairs the lines of two versions that are not in both, in their order.
func changes(before, after *store.Version) (out []changedLine) {
	old, now := strings.Split(before.Text(), "\n"), strings.Split(after.Text(), "\n")
	gone := only(old, now)
	come := only(now, old)
	for i := range max(len(gone), len(come)) {
		if i == mostChanged {
			break
		}
		var a, b string
		if i < len(gone) {
			a = gone[i]
		}
		if i < len(come) {
			b = come[i]
		}
		line := changedLine{}
		line.Words, line.Missing = compared(a, b)
		if a == "" {
			line.Words = []word{{Text: clean(b), New: true}}
		}
		if b == "" {
			line.Words, line.Missing = nil, strings.Fields(clean(a))
		}
		out = append(out, line)
	}
	return out
}

// only are the lines that the other does not have.
func only(lines, other []string) (out []string) {
	there := make(map[string]bool, len(other))
	for _, l := range other {
		there[l] = true
	}
	for _, l := range lines {
		if !there[l] && strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}
