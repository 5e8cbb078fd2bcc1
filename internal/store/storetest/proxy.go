package storetest

import (
	"context"
	"io"
	"net"
	"net/url"
	"path/filepath"
	"testing"
)

// Proxy gives another address of a PostgreSQL, whose connections all break when it is cut, and
// that is refused from then on.
func Proxy(t testing.TB, name string) (cut func(), address string) {
	t.Helper()
	server, err := url.Parse(name)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(func() { cancel(); _ = l.Close() })
	go func() {
		for {
			from, err := l.Accept()
			if err != nil {
				return
			}
			to, err := dialServer(server)
			if err != nil || ctx.Err() != nil {
				_ = from.Close()
				continue
			}
			context.AfterFunc(ctx, func() { _ = from.Close(); _ = to.Close() })
			go func() { _, _ = io.Copy(to, from); _ = to.Close() }()
			go func() { _, _ = io.Copy(from, to); _ = from.Close() }()
		}
	}()
	through := *server
	through.Host, through.RawQuery = l.Addr().String(), "sslmode=disable"
	return cancel, through.String()
}

func dialServer(u *url.URL) (net.Conn, error) {
	if dir := u.Query().Get("host"); dir != "" {
		return net.Dial("unix", filepath.Join(dir, ".s.PGSQL.5432"))
	}
	return net.Dial("tcp", u.Host)
}
