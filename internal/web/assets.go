package web

import (
	"embed"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"path"

	"github.com/zeebo/xxh3"
)

//go:embed assets
var assetFiles embed.FS

// assets are the style, the script, the fonts and the icon, under an address that
// changes when one of them does.
type assets struct {
	prefix string
	files  map[string]*answer
}

var assetKinds = map[string]string{".woff2": "font/woff2", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8"}

func readAssets() (*assets, error) {
	a := &assets{files: make(map[string]*answer)}
	sum := xxh3.New()
	var style []byte
	err := fs.WalkDir(assetFiles, "assets", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := assetFiles.ReadFile(name)
		if err != nil {
			return err
		}
		sum.Write(body)
		if path.Dir(name) == "assets/style" {
			style = append(style, body...)
			return nil
		}
		a.files[name[len("assets/"):]] = &answer{status: http.StatusOK, kind: assetKinds[path.Ext(name)], body: body}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the embedded assets: %w", err)
	}
	a.files["style.css"] = &answer{status: http.StatusOK, kind: assetKinds[".css"], body: style}
	digest := sum.Sum128().Bytes()
	a.prefix = "/assets/" + base64.RawURLEncoding.EncodeToString(digest[:9]) + "/"
	return a, nil
}

func (a *assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	file, ok := a.files[r.PathValue("file")]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	file.send(w, r)
}
