// Isnad reads Arabic news and tells for every statement who says so, through whom,
// and how surely.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// Exit codes.
const (
	exitFine     = 0
	exitFailure  = 1 // the program or the machine failed
	exitBadInput = 2 // some input, or the command line, was bad; the rest was done
)

// errBadInput says that some input was bad and has been told of.
var errBadInput = errors.New("some input could not be read")

type commands struct {
	Analyze    analyzeCommand    `cmd:"" help:"Read articles and print every claim with its chain of sources, every figure and date."`
	Add        addCommand        `cmd:"" help:"Keep articles in the archive, and what is read in them."`
	Watch      watchCommand      `cmd:"" help:"Fetch the feeds of the archive, each on its own rhythm, until stopped."`
	Feeds      feedsCommand      `cmd:"" help:"List the feeds of the archive and how they do; add, pause, resume or remove some."`
	Stories    storiesCommand    `cmd:"" help:"List the stories that articles tell, with their copies and how well each case is founded."`
	Trace      traceCommand      `cmd:"" help:"Trace a story, a case or words back to the origins: who says it first, through whom, and what was lost on the way."`
	Figures    figuresCommand    `cmd:"" help:"List the figures of the stories: value or range, by whose word, as of when, told when, and which exclude each other."`
	Actors     actorsCommand     `cmd:"" help:"List who and what the articles name, joined over them, with spellings and roles."`
	Judge      judgeCommand      `cmd:"" help:"Say what is right: which actors are the same, which readings are wrong. It is kept, and outlives every new reading."`
	Worker     workerCommand     `cmd:"" help:"Work off the jobs of an archive, beside others that do."`
	Reanalyze  reanalyzeCommand  `cmd:"" help:"Analyse anew what another version of isnad has analysed, and say what changed."`
	Stats      statsCommand      `cmd:"" help:"Tell the numbers of the archive."`
	Check      checkCommand      `cmd:"" help:"Look through the archive for damage."`
	Backup     backupCommand     `cmd:"" help:"Copy the archive while it is in use."`
	Serve      serveCommand      `cmd:"" help:"Show the archive in a browser."`
	User       userCommand       `cmd:"" help:"Say who may use an archive that is served to other machines."`
	Search     searchCommand     `cmd:"" help:"Find articles and claims in the archive."`
	Versions   versionsCommand   `cmd:"" help:"List the versions of an article whose text changed, and say what changed between two."`
	Tokens     tokensCommand     `cmd:"" help:"Print the words of a text with their parts and stems."`
	Eval       evalCommand       `cmd:"" help:"Score what is read against judged articles."`
	Train      trainCmd          `cmd:"" help:"Learn the models of the program anew from open corpora."`
	Help       helpCommand       `cmd:"" help:"Show help for isnad or one of its commands."`
	Version    versionCommand    `cmd:"" help:"Show the version."`
	Completion completionCommand `cmd:"" help:"Print the completion script of a shell."`

	ShowVersion kong.VersionFlag `name:"version" help:"Show the version."`
}

// console is what a command has of the world.
type console struct {
	ctx    context.Context
	in     io.Reader
	out    io.Writer
	err    io.Writer
	getenv func(string) string
}

func main() {
	os.Exit(run(os.Args[1:]))
}

func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	tuneMemory(os.Getenv)
	// With the signal ignored a closed pipe is an error of write, which is told from others.
	signal.Ignore(syscall.SIGPIPE)
	c := &console{ctx: ctx, in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.Getenv}
	return c.run(args)
}

// stopped carries the exit code out of kong, which would end the process itself.
type stopped int

func (c *console) run(args []string) (code int) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case stopped:
			code = int(r)
		default:
			panic(r)
		}
	}()
	var all commands
	parser, err := kong.New(&all,
		kong.Name("isnad"),
		kong.Description(description),
		kong.Writers(c.out, c.err),
		kong.Exit(func(code int) { panic(stopped(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}),
		kong.Bind(c, &all),
		kong.Vars{"version": version()},
	)
	if err != nil {
		return c.exit(fmt.Errorf("set up the command line: %w", err))
	}
	if len(args) == 0 {
		args = []string{"help"}
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return c.exit(err)
	}
	return c.exit(parsed.Run())
}

// exit tells of the error and gives the exit code for it.
func (c *console) exit(err error) int {
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // nobody reads on: that is their good right
		return exitFine
	case errors.Is(err, errBadInput):
		return exitBadInput
	}
	fmt.Fprintf(c.err, "isnad: %v\n", err)
	if _, ok := errors.AsType[*kong.ParseError](err); ok {
		fmt.Fprintln(c.err, "Try: isnad help")
		return exitBadInput
	}
	if _, ok := errors.AsType[badInput](err); ok {
		return exitBadInput
	}
	return exitFailure
}
