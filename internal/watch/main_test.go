package watch

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"testing"
	"time"

	"isnad/extract"
	"isnad/internal/fetch"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// childEnv makes the test's own program watch an archive once: the kill test starts it
// so, to kill it.
const childEnv = "ISNAD_TEST_WATCH"

func TestMain(m *testing.M) {
	if os.Getenv(childEnv) != "" {
		if err := watchOnce(os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(storetest.Run(m))
}

// watchOnce does what isnad feeds add and isnad watch --once do.
func watchOnce(archive, feed string) error {
	ctx := context.Background()
	a, err := store.Open(ctx, archive, store.Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	err = a.Update(ctx, func(tx *store.Tx) error {
		_, err := tx.AddFeed(ctx, feed, 0)
		return err
	})
	if err != nil {
		return err
	}
	o, err := options(a)
	if err != nil {
		return err
	}
	_, err = Run(ctx, o, true)
	return err
}

func options(a *store.Archive) (Options, error) {
	reader, err := extract.New()
	if err != nil {
		return Options{}, err
	}
	return Options{
		Archive: a, Analyze: reader.Analyze, Extractor: "test", Log: slog.New(slog.DiscardHandler), Poll: 5 * time.Millisecond,
		Client: fetch.New(fetch.Options{AllowPrivate: true, RobotsName: "isnad", UserAgent: "isnad/test", Delay: -1, Patience: time.Millisecond}),
	}, nil
}

// freshClient is one that does not remember which hosts want to rest.
func freshClient(t *testing.T) *fetch.Client {
	t.Helper()
	o, err := options(nil)
	if err != nil {
		t.Fatal(err)
	}
	return o.Client
}
