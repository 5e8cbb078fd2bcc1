package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync"
	"time"

	"isnad"
	"isnad/extract"
	"isnad/internal/fetch"
	"isnad/internal/guard"
	"isnad/internal/ordered"
	"isnad/internal/show"
	"isnad/internal/source"
)

type analyzeCommand struct {
	Inputs []string `arg:"" name:"input" help:"Text files (first line the title), .json or .jsonl articles (id, title, body, outlet, url, published), web pages (.html), feeds, sitemaps, tables (.csv), web archives (.warc), all of these also as .gz or .zst; directories of them; http(s) addresses; - for standard input."`

	As string `enum:"auto,text,json,jsonl,page,feed,sitemap,opml,csv,warc" default:"auto" placeholder:"KIND" help:"What the inputs are: ${enum}."`

	Format string `short:"f" enum:"text,jsonl,json,html,csv" default:"text" help:"What to print: text for people; jsonl, one analysis a line; json, indented (one article: an object, more: an array); html, one page that needs nothing else; csv, a claim a line, positions in code points."`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE instead of standard output. It is replaced only when all is written."`

	Title     string `group:"What the input does not say:" placeholder:"TEXT" help:"Title of a text file; its first line is then text."`
	Outlet    string `group:"What the input does not say:" placeholder:"NAME" help:"Who published it, e.g. 'عين اليوم'."`
	Published string `group:"What the input does not say:" placeholder:"DATE" help:"When: 2026-05-10, or with time as in RFC 3339. Dates like «أمس» are reckoned from it."`

	look
	Explain bool `group:"How text and pages look:" help:"Say also which rule or word-list row made each thing; in the text, each word as the rules see it and the readings that lost, with the reason."`

	Follow       int           `group:"Addresses:" default:"20" placeholder:"N" help:"How many pages of a feed or a sitemap to fetch."`
	AllowPrivate bool          `group:"Addresses:" help:"Fetch from private networks and this machine too, and use the proxy of the environment."`
	Timeout      time.Duration `group:"Addresses:" default:"30s" help:"How long one page may take."`

	Quiet bool `short:"q" help:"No progress and no notes; only errors."`
}

// Validate checks what the flags say before anything is read.
func (a *analyzeCommand) Validate() error { return checkPublished(a.Published) }

func checkPublished(published string) error {
	if published == "" {
		return nil
	}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if _, err := time.Parse(layout, published); err == nil {
			return nil
		}
	}
	return fmt.Errorf("--published %q is neither 2026-05-10 nor 2026-05-10T06:00:00Z", published)
}

// Run reads, analyses and prints all inputs, in order.
func (a *analyzeCommand) Run(c *console) (err error) {
	reader, err := extract.New()
	if err != nil {
		return fmt.Errorf("load the word lists: %w", err)
	}
	out, err := openOutput(a.Output, c.out)
	if err != nil {
		return err
	}
	defer func() { err = out.close(err) }()
	style, err := a.style(c)
	if err != nil {
		return err
	}
	job := &analysis{reader: reader, explain: a.Explain, sink: newSink(out, style), live: isTerminal(out.w)}
	job.teller = &teller{quiet: a.Quiet, err: c.err, progress: newProgress(c.err, a.Quiet || job.live, a.Inputs)}
	defer job.progress.end()
	options := &source.Options{
		As: a.As, Follow: a.Follow, Title: a.Title, Outlet: a.Outlet, Published: a.Published, Stdin: c.in,
		Client: fetch.New(fetch.Options{Timeout: a.Timeout, AllowPrivate: a.AllowPrivate, UserAgent: strings.Fields(version())[0], RobotsName: robotsName}),
	}
	parts := numbered(options.Parts(c.ctx, a.Inputs))
	if err := ordered.Map(c.ctx, runtime.GOMAXPROCS(0), parts, job.read, job.emit); err != nil {
		return stopError(err)
	}
	return job.finish()
}

// analysis is one run of the command.
type analysis struct {
	reader  *extract.Reader
	explain bool
	sink    *sink
	live    bool // somebody looks on: print each part when it is there
	*teller
	rooms sync.Pool // *[]byte: the texts of parts that have been printed
}

type numberedPart struct {
	*source.Part
	number int
}

func numbered(parts iter.Seq[*source.Part]) iter.Seq[numberedPart] {
	return func(yield func(numberedPart) bool) {
		n := 0
		for p := range parts {
			if !yield(numberedPart{p, n}) {
				return
			}
			n++
		}
	}
}

// printed is what came of one part.
type printed struct {
	title    string // of its first article
	room     *[]byte
	text     []byte
	ends     []int // where each article ends in text
	problems []*source.Problem
	read     int64
}

// maxRoom is how many bytes of room are kept for the next part; few parts need more.
const maxRoom = 4 << 20

// read runs on any goroutine.
func (j *analysis) read(p numberedPart) (out printed) {
	out.read = p.Read
	out.room, _ = j.rooms.Get().(*[]byte)
	if out.room == nil {
		out.room = new([]byte)
	}
	out.text = (*out.room)[:0]
	for article, err := range p.Articles() {
		if problem, ok := errors.AsType[*source.Problem](err); ok {
			out.problems = append(out.problems, problem)
		}
		if article == nil {
			continue
		}
		if len(out.ends) == 0 {
			out.title = article.Title
		}
		text, err := guard.Do(func() []byte { return j.print(out.text, article, fmt.Sprintf("%d-%d", p.number+1, len(out.ends)+1)) })
		if err != nil {
			out.problems = append(out.problems, unreadProblem(p.File, article, err))
			continue
		}
		out.text = text
		out.ends = append(out.ends, len(out.text))
	}
	return out
}

// print appends what is read in an article.
func (j *analysis) print(dst []byte, article *isnad.Article, id string) []byte {
	item := show.Item{ID: id}
	if j.explain {
		item.Analysis, item.Reasons = j.reader.AnalyzeExplained(article)
	} else {
		item.Analysis = j.reader.Analyze(article)
	}
	return j.sink.Append(dst, item)
}

// unreadProblem says that an article of a file could not be read.
func unreadProblem(file string, article *isnad.Article, err error) *source.Problem {
	return &source.Problem{File: file, Err: fmt.Errorf("article %s: %w", cmp.Or(article.ID, article.URL), err)}
}

// emit runs in the order of the input.
func (j *analysis) emit(p printed) error {
	for _, problem := range p.problems {
		j.tell(problem)
	}
	start := 0
	for _, end := range p.ends {
		if err := j.sink.write(p.title, p.text[start:end]); err != nil {
			return err
		}
		start = end
	}
	if *p.room = p.text; cap(p.text) <= maxRoom {
		j.rooms.Put(p.room)
	}
	j.progress.step(p.read, j.sink.articles)
	if j.live {
		return j.sink.out.Flush()
	}
	return nil
}

func (j *analysis) finish() error {
	if err := j.sink.finish(); err != nil {
		return stopError(err)
	}
	return j.teller.finish()
}

// stopError says why the work ended before its end.
func stopError(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted")
	}
	return fmt.Errorf("write the results: %w", err)
}
