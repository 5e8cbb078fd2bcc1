package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"runtime/debug"
	"sync"
)

// Extractor names what this program's analyses are made by: its revision, or where it
// was built from changed sources the first digits of its own SHA-256. Analyses of
// another name may differ, and isnad reanalyze makes them anew.
var Extractor = sync.OnceValue(func() string {
	revision, changed := "", true
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.modified":
				changed = s.Value == "true"
			}
		}
	}
	if revision != "" && !changed {
		return revision[:min(12, len(revision))]
	}
	return ownHash()
})

func ownHash() string {
	name, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	f, err := os.Open(name)
	if err != nil {
		return "unknown"
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "unknown"
	}
	return "x" + hex.EncodeToString(h.Sum(nil)[:6])
}
