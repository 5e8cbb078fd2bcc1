package web

import (
	"context"
	"encoding/base64"
	"errors"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// apiPath is where the programs' side of the pages begins.
const apiPath = "/api/v1"

// api sets up the same answers for programs, with their description at
// /api/v1/openapi.json.
func (s *Server) api(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Isnad", "1")
	config.Info.Description = "Who says what in Arabic news, through whom, and from how many independent origins. Positions are in Unicode code points of an article's text (title, line feed, body)."
	config.OpenAPIPath = apiPath + "/openapi"
	config.DocsPath, config.SchemasPath, config.CreateHooks = "", "", nil
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "Where there are accounts: isnad user token makes one, to read or to judge."},
	}
	config.Security = []map[string][]string{{}, {"token": {}}}
	api := humago.New(mux, config)
	get(api, "/about", "about", "Sizes of the archive and the version of the program.", s.apiAbout)
	get(api, "/stories", "stories", "Stories, the newest first, or as the first page has them.", s.apiStories)
	get(api, "/stories/{id}", "story", "All that is traced over a story, in the shape isnad.trace/1.", s.apiStory)
	get(api, "/stories/{id}/facts", "story-facts", "What happened, who is named and where, in a story.", s.apiStoryFacts)
	get(api, "/stories/{id}/cases/{case}", "case", "A case with its members, origins, grade and drift.", s.apiCase)
	get(api, "/stories/{id}/cases/{case}/citation", "citation", "A case as text to be pasted, with addresses and days.", s.apiCite)
	get(api, "/articles", "articles", "Articles that a query asks for, the newest first.", s.apiArticles)
	get(api, "/articles/{id}", "article", "The reading of an article, in the shape isnad.analysis/1.", s.apiArticle)
	get(api, "/articles/{id}/place", "place", "The story, the copies, the cases and the actors of an article.", s.apiPlace)
	get(api, "/articles/{id}/versions", "versions", "The texts that an article has had.", s.apiVersions)
	get(api, "/articles/{id}/readings", "readings", "Readings of an article that were tried and given up, with the reason.", s.apiReadings)
	get(api, "/outlets", "outlets", "Outlets, those with most articles first.", s.apiOutlets)
	get(api, "/outlets/{name}", "outlet", "How an outlet knows what it says.", s.apiOutlet)
	get(api, "/actors", "actors", "Actors, those that most articles name first.", s.apiActors)
	get(api, "/actors/{name}", "actor", "What articles tell of an actor, by its identifier or by a name.", s.apiActor)
	get(api, "/actors/{name}/with/{other}", "pair", "What passed between two actors.", s.apiPair)
	get(api, "/figures", "figures", "Figures of the newest stories.", s.apiFigures)
	s.apiJudging(api)
	get(api, "/feeds", "feeds", "What is watched for new articles, and how it does.", s.apiFeeds)
	get(api, "/facets", "facets", "What the articles or claims of a search are made of.", s.apiFacets)
	get(api, "/judgements", "judgements", "What people decided about readings and actors, the newest first.", s.apiJudgements)
	get(api, "/audit", "audit", "What was done by whom, the newest first; for admins.", s.apiAudit)
	return api
}

// get registers a way to ask, with its errors.
func get[I, O any](api huma.API, path, id, summary string, ask func(context.Context, *I) (*O, error)) {
	huma.Register(api, huma.Operation{
		OperationID: id, Method: http.MethodGet, Path: apiPath + path, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusTooManyRequests},
	}, func(ctx context.Context, in *I) (*O, error) {
		out, err := ask(ctx, in)
		return out, told(err)
	})
}

// told turns an error into the problem that a program is told of: nothing of the
// inside.
func told(err error) error {
	if err == nil {
		return nil
	}
	if p, ok := errors.AsType[huma.StatusError](err); ok {
		return p
	}
	if q, ok := wrongQuery(err); ok {
		return huma.Error400BadRequest(q.Message, &huma.ErrorDetail{Message: q.Message, Location: "query.q", Value: q.Column})
	}
	switch p := problemOf(err); p.status {
	case http.StatusNotFound:
		return huma.Error404NotFound("not in the archive")
	case http.StatusBadRequest:
		return huma.Error400BadRequest(p.key)
	case http.StatusForbidden:
		return huma.Error403Forbidden("this needs another role or scope")
	case http.StatusServiceUnavailable:
		return huma.Error503ServiceUnavailable("that took too long")
	}
	return huma.Error500InternalServerError("the program failed", err)
}

// Paging is how lists are asked for.
type Paging struct {
	Cursor string `query:"cursor" maxLength:"64" doc:"Where the last page ended: its next."`
	Limit  int    `query:"limit" minimum:"1" maximum:"100" default:"20"`
}

// skip reads a cursor. What it holds is nobody's concern outside.
func (p *Paging) skip() (int, error) {
	if p.Cursor == "" {
		return 0, nil
	}
	text, err := base64.RawURLEncoding.DecodeString(p.Cursor)
	n, bad := strconv.Atoi(string(text))
	if err != nil || bad != nil || n < 0 || n > most {
		return 0, huma.Error400BadRequest("cursor is none that was given out")
	}
	return n, nil
}

func cursorAt(n int) string { return base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(n))) }

// body is an answer whose content is T.
type body[T any] struct{ Body T }
