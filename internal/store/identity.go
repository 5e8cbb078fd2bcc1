package store

import (
	"crypto/sha256"
	"encoding/base32"
	"net/url"
	"strings"

	"isnad"
)

// Hash is the first half of the SHA-256 of a text or of a document. That is enough
// that nobody can make two of the same, which a page that is out to hide another
// would want to.
type Hash [16]byte

func hashOf(parts ...string) (h Hash) {
	d := sha256.New()
	for i, p := range parts {
		if i > 0 {
			d.Write([]byte{0})
		}
		d.Write([]byte(p))
	}
	copy(h[:], d.Sum(nil))
	return h
}

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// ArticleID is the ID of an article in any archive: sixteen letters and digits that
// follow from its address; without one, from its outlet and the id that its source
// gave it; without that, from its text.
func ArticleID(a *isnad.Article) string {
	var h Hash
	switch {
	case a.URL != "":
		h = hashOf("address", AddressKey(a.URL))
	case a.ID != "":
		h = hashOf("id", a.Outlet, a.ID)
	default:
		h = hashOf("text", a.Text())
	}
	return idEncoding.EncodeToString(h[:10])
}

// AddressKey is the same for addresses that lead to the same page whatever the site:
// without scheme, «www.», fragment, the port that goes without saying, a slash at the
// end, and the parameters that only tell where the reader came from.
func AddressKey(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	switch u.Scheme {
	case "http":
		host = strings.TrimSuffix(host, ":80")
	case "https":
		host = strings.TrimSuffix(host, ":443")
	}
	key := host + strings.TrimRight(u.EscapedPath(), "/")
	if query := u.Query(); len(query) > 0 {
		for name := range query {
			if strings.HasPrefix(name, "utm_") || name == "fbclid" || name == "gclid" {
				query.Del(name)
			}
		}
		if len(query) > 0 {
			key += "?" + query.Encode()
		}
	}
	return key
}
