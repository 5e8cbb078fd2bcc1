package ingest

import (
	"context"
	"fmt"
	"os"
	"testing"

	"isnad/extract"
	"isnad/internal/source"
	"isnad/internal/store"
	"isnad/internal/store/storetest"
)

// childEnv makes the test's own program add a file to an archive: the kill test starts
// it so, to kill it.
const childEnv = "ISNAD_TEST_ADD"

func TestMain(m *testing.M) {
	if os.Getenv(childEnv) != "" {
		if err := add(context.Background(), os.Args[1], os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(storetest.Run(m))
}

// add does what isnad add does.
func add(ctx context.Context, archive, file string) error {
	a, err := store.Open(ctx, archive, store.Options{})
	if err != nil {
		return err
	}
	defer a.Close()
	_, err = addTo(ctx, a, file)
	return err
}

func addTo(ctx context.Context, a *store.Archive, file string) (Progress, error) {
	reader, err := extract.New()
	if err != nil {
		return Progress{}, err
	}
	crew, ctx, err := Start(ctx, a, reader, Options{})
	if err != nil {
		return Progress{}, err
	}
	o := &source.Options{}
	done, err := crew.Add(ctx, o.Parts(ctx, []string{file}), func(Progress, *source.Problem) {})
	if err == nil {
		err = crew.Wait(ctx, func(int) {})
	}
	if stop := crew.Stop(); err == nil {
		err = stop
	}
	return done, err
}
