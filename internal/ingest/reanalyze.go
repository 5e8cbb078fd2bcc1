package ingest

import (
	"context"

	"isnad"
	"isnad/internal/store"
)

// Reanalyze queues the analysis of all articles that this program's extractor has not
// read, and gives the account that its jobs keep, and how many articles those are. Jobs
// of an earlier start that still wait are not queued again.
func (c *Crew) Reanalyze(ctx context.Context) (account int64, articles int, err error) {
	waiting, err := c.archive.Waiting(ctx, analyseKind)
	if err != nil {
		return 0, 0, err
	}
	err = c.archive.Update(ctx, func(tx *store.Tx) error {
		if account, err = tx.Reanalysis(ctx, Extractor()); err != nil {
			return err
		}
		numbers, err := tx.Outdated(ctx, Extractor())
		if err != nil {
			return err
		}
		articles = len(numbers)
		if waiting > 0 {
			return nil
		}
		return enqueue(ctx, c.queue, tx.Tx, jobsOf(numbers, account))
	})
	return account, articles, err
}

// again analyses what another extractor read, or none, and adds up what that changes.
func (w *analyser) again(ctx context.Context, of analyseArgs, account *store.Reanalysis) ([]*store.Analysed, error) {
	waiting, err := w.first(ctx, of)
	if err != nil {
		return nil, err
	}
	account.Articles = int64(len(waiting))
	account.Changed = account.Articles
	analysed := waiting
	for old, err := range w.crew.archive.Analyses(ctx, store.Range{After: of.From - 1, Limit: int(of.To - of.From + 1)}) {
		if err != nil {
			return nil, err
		}
		if old.Article.Number > of.To {
			break
		}
		if old.Extractor == Extractor() {
			continue
		}
		x := w.read(&old.Article, func(now *isnad.Analysis) {
			keepIDs(old.Analysis, now)
			count(account, old.Analysis, now)
		})
		if x != nil {
			analysed = append(analysed, x)
		}
	}
	return analysed, nil
}

// count adds to the account what is other in an analysis than before.
func count(account *store.Reanalysis, old, now *isnad.Analysis) {
	account.Articles++
	if store.SameAnalysis(old, now) {
		return
	}
	account.Changed++
	before := make(map[string]*isnad.Claim, len(old.Claims))
	for i := range old.Claims {
		before[old.Claims[i].ID] = &old.Claims[i]
	}
	for i := range now.Claims {
		was := before[now.Claims[i].ID]
		delete(before, now.Claims[i].ID)
		switch {
		case was == nil:
			account.ClaimsNew++
		case !sameClaim(was, &now.Claims[i]):
			account.ClaimsChanged++
		}
	}
	account.ClaimsGone += int64(len(before))
}
