package source

import (
	"encoding/json"

	"isnad"
)

// rawArticle is an article that has no bytes of its own, being a row of a table or an
// item of a feed, in the form that decodeArticle reads.
func rawArticle(a *isnad.Article) []byte {
	fields := make(map[string]string)
	for _, f := range []struct{ name, value string }{
		{"id", a.ID}, {"title", a.Title}, {"body", a.Body}, {"outlet", a.Outlet}, {"url", a.URL}, {"author", a.Author},
		{"published", a.Published}, {"modified", a.Modified}, {"fetched", a.Fetched}, {"language", a.Language},
	} {
		if f.value != "" {
			fields[f.name] = f.value
		}
	}
	raw, err := json.Marshal(fields)
	if err != nil { // a map of strings cannot fail
		return nil
	}
	return raw
}
