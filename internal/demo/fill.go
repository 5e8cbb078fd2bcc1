package demo

import (
	"context"
	"fmt"

	"isnad"
	"isnad/internal/store"
)

// Fill puts the articles into an archive, with what the reader reads in them, and gives
// what is traced over them.
func Fill(ctx context.Context, a *store.Archive, read func(*isnad.Article) *isnad.Analysis) ([]*isnad.Trace, error) {
	articles, err := Articles()
	if err != nil {
		return nil, err
	}
	analyses := make(map[string]*isnad.Analysis, len(articles))
	err = a.Update(ctx, func(tx *store.Tx) error {
		drafts := make([]*store.Draft, len(articles))
		for i := range articles {
			drafts[i] = store.NewDraft(&articles[i], nil)
		}
		kept, err := tx.Put(ctx, drafts)
		if err != nil {
			return err
		}
		analysed := make([]*store.Analysed, len(articles))
		for i := range articles {
			source := articles[i].ID
			article := articles[i]
			article.ID = store.ArticleID(&article)
			analyses[source] = read(&article)
			if analysed[i], err = store.NewAnalysed(kept[i].Number, kept[i].Version, analyses[source]); err != nil {
				return err
			}
		}
		return tx.PutAnalyses(ctx, "demo", analysed)
	})
	if err != nil {
		return nil, fmt.Errorf("put the demo's articles into the archive: %w", err)
	}
	return Traces(analyses)
}
