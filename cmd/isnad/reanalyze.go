package main

import (
	"context"
	"fmt"

	"isnad/extract"
	"isnad/internal/ingest"
	"isnad/internal/store"
)

type reanalyzeCommand struct {
	archiveFlag
	Raw   bool `help:"First read the kept bytes of all articles once more, as this version does; what gives another text becomes a new version of its article."`
	Quiet bool `short:"q" help:"No progress; only what changed, and errors."`
}

// Run analyses anew what another version of the program has analysed.
func (r *reanalyzeCommand) Run(c *console) error {
	return r.with(c, store.Options{MustExist: true}, func(archive *store.Archive) error {
		reader, err := extract.New()
		if err != nil {
			return fmt.Errorf("load the word lists: %w", err)
		}
		return r.again(c, archive, reader)
	})
}

func (r *reanalyzeCommand) again(c *console, archive *store.Archive, reader *extract.Reader) error {
	crew, ctx, err := ingest.Start(c.ctx, archive, reader, ingest.Options{})
	if err != nil {
		return err
	}
	bar := newProgress(c.err, r.Quiet, nil)
	defer bar.end()
	if r.Raw {
		err = r.reread(c, ctx, crew, bar)
	}
	var account int64
	articles := 0
	if err == nil {
		account, articles, err = crew.Reanalyze(ctx)
	}
	if err == nil {
		err = crew.Wait(ctx, func(int) {
			bar.add(ingest.Progress{Seen: articles, Added: articles, Read: 1}, crew.Analysed())
		})
	}
	if stop := crew.Stop(); err == nil {
		err = stop
	}
	bar.end()
	if err != nil {
		return interrupted(err)
	}
	done, err := archive.ReanalysisOf(c.ctx, account)
	if err != nil {
		return err
	}
	unread := tellUnread(c, crew)
	if articles == 0 {
		fmt.Fprintln(c.out, "all articles are analysed by this version of isnad; nothing to do")
		return unread
	}
	fmt.Fprintf(c.out, "%s analysed anew by this version: %d with another result; claims: %d new, %d gone, %d changed\n",
		counted(done.Articles, "article", "articles"), done.Changed, done.ClaimsNew, done.ClaimsGone, done.ClaimsChanged)
	return unread
}

// reread reads the kept bytes again, and has what is new in them analysed.
func (r *reanalyzeCommand) reread(c *console, ctx context.Context, crew *ingest.Crew, bar *progress) error {
	done, err := crew.Reread(ctx, func(done ingest.Reread) {
		bar.add(ingest.Progress{Seen: done.Articles, Added: done.Changed, Read: 1}, 0)
	})
	if err == nil {
		err = crew.Wait(ctx, func(int) {})
	}
	bar.end()
	if err == nil {
		fmt.Fprintf(c.out, "%s read again from their bytes: %d with a new text, %d that the bytes do not give any more\n",
			counted(int64(done.Articles), "article", "articles"), done.Changed, done.Lost)
	}
	return err
}
