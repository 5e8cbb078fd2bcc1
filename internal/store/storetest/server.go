package storetest

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// cluster is a PostgreSQL in a temporary directory, which answers on a socket there.
type cluster struct {
	dir     string
	process *exec.Cmd
}

var started *cluster

// findServer gives the address of a server, and starts one where none is named.
func findServer() (string, error) {
	if address := os.Getenv(Server); address != "" {
		return address, nil
	}
	bin, err := binaries()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "isnad-pg-")
	if err != nil {
		return "", err
	}
	started = &cluster{dir: dir}
	if err := started.start(bin); err != nil {
		stopServer()
		return "", fmt.Errorf("start PostgreSQL: %w", err)
	}
	u := url.URL{Scheme: "postgres", User: url.User("postgres"), Path: "/postgres", RawQuery: url.Values{"host": {dir}}.Encode()}
	return u.String(), ready(u.String())
}

// binaries finds the newest PostgreSQL of the distribution.
func binaries() (string, error) {
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if err != nil {
		return "", err
	}
	if initdb, err := exec.LookPath("initdb"); err == nil {
		found = append(found, initdb)
	}
	if len(found) == 0 {
		return "", errors.New("there is no PostgreSQL here (Debian: apt-get install postgresql), and " + Server + " names none")
	}
	newest := slices.MaxFunc(found, func(a, b string) int { return versionIn(a) - versionIn(b) })
	return filepath.Dir(newest), nil
}

func versionIn(path string) int {
	n, _ := strconv.Atoi(filepath.Base(filepath.Dir(filepath.Dir(path)))) // 0 where the path has none
	return n
}

func (c *cluster) start(bin string) error {
	who, err := c.owner()
	if err != nil {
		return err
	}
	data := filepath.Join(c.dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	initdb.SysProcAttr, initdb.Dir = who, c.dir
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, bytes.TrimSpace(out))
	}
	c.process = exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", c.dir, "-c", "listen_addresses=",
		"-c", "fsync=off", "-c", "max_connections=100", "-c", "log_min_messages=fatal")
	c.process.SysProcAttr, c.process.Dir = who, c.dir
	return c.process.Start()
}

// owner is whom the server runs as: it refuses to run as root. It ends with the test,
// also where that is killed.
func (c *cluster) owner() (*syscall.SysProcAttr, error) {
	attributes := &syscall.SysProcAttr{Pdeathsig: syscall.SIGQUIT}
	if os.Geteuid() != 0 {
		return attributes, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return nil, err
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	attributes.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return attributes, os.Chown(c.dir, int(uid), int(gid))
}

// ready waits until the server answers.
func ready(address string) error {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return err
	}
	defer db.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for {
		if err = db.PingContext(ctx); err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func stopServer() {
	if started == nil {
		return
	}
	if started.process != nil && started.process.Process != nil {
		_ = started.process.Process.Signal(syscall.SIGQUIT) // at once: nothing is kept
		_ = started.process.Wait()
	}
	_ = os.RemoveAll(started.dir)
}
