package show

import (
	"fmt"
	"strings"
	"time"

	"isnad"
	"isnad/internal/change"
)

// Version is one text of an article.
type Version struct {
	Number     int
	Seen       time.Time
	Title      string
	Come, Gone int // words that it has and the version before had not, and the other way round
}

// Changed appends the articles whose text changed, with the number of their versions.
func Changed(dst []byte, o Options, articles []*isnad.Article, versions []int) ([]byte, error) {
	p, err := newSheet(dst, o)
	if err != nil {
		return nil, err
	}
	if len(articles) == 0 {
		p.line(0, p.words["no-changed"])
		return p.out, nil
	}
	p.line(0, p.color(bold, p.words["changed"])+" ("+fmt.Sprint(len(articles))+")")
	for i, a := range articles {
		p.write("\n")
		p.under(a, p.words["versions"]+": "+fmt.Sprint(versions[i]))
	}
	return p.out, nil
}

func newSheet(dst []byte, o Options) (*sheet, error) {
	w, err := wordsOf(o.Language)
	if err != nil {
		return nil, err
	}
	return &sheet{text: newText(o, w), out: dst}, nil
}

// under writes the title of an article, and a line of where it is from.
func (p *sheet) under(a *isnad.Article, more ...string) {
	if a.Title == "" {
		p.arabic("", 0, bold, p.words["untitled"])
	} else {
		p.arabic("", 0, bold, clean(a.Title))
	}
	parts := p.notEmpty(p.rtl, clean(a.Outlet))
	parts = append(parts, p.notEmpty(p.ltr, moment(a.Published))...)
	parts = append(parts, p.ltr(clean(a.ID)))
	p.line(2, p.color(faint, strings.Join(append(parts, more...), " · ")))
}

// Versions appends the versions of an article, each with when it was seen and how many words it
// has more and less than the one before.
func Versions(dst []byte, o Options, a *isnad.Article, versions []Version) ([]byte, error) {
	p, err := newSheet(dst, o)
	if err != nil {
		return nil, err
	}
	p.under(a)
	p.heading("versions", len(versions))
	for i, v := range versions {
		parts := []string{p.ltr(v.Seen.Format("2006-01-02 15:04"))}
		if i > 0 {
			parts = append(parts, p.ltr(fmt.Sprintf("+%d −%d", v.Come, v.Gone)))
			if v.Title != versions[i-1].Title {
				parts = append(parts, p.rtl(clean(v.Title)))
			}
		}
		p.line(2, fmt.Sprintf("%d. ", v.Number)+strings.Join(parts, " · "))
	}
	return p.out, nil
}

// Changes appends what changed from one version of an article to another: the lines that did,
// as they were and as they are. Words that are gone or came are set off by colour, or stand in
// brackets where there is none; long stretches of others are left out.
func Changes(dst []byte, o Options, a *isnad.Article, from, to Version, lines []change.Line) ([]byte, error) {
	p, err := newSheet(dst, o)
	if err != nil {
		return nil, err
	}
	p.under(a)
	p.write("\n")
	named := func(v Version) string {
		return fmt.Sprintf("%s %d (%s)", p.words["version"], v.Number, p.ltr(v.Seen.Format("2006-01-02 15:04")))
	}
	arrow := " → "
	if o.Language == "ar" {
		arrow = " ← "
	}
	p.line(0, p.color(bold, p.words["changes"])+": "+named(from)+arrow+named(to))
	if len(lines) == 0 {
		p.write("\n")
		p.line(0, p.words["no-changes"])
	}
	for _, l := range lines {
		p.write("\n")
		if l.Before > 0 {
			p.arabic("− ", 2, normal, p.side(l, change.Gone, "31"))
		}
		if l.After > 0 {
			p.arabic("+ ", 2, normal, p.side(l, change.Come, "32"))
		}
	}
	return p.out, nil
}

// wordsAround is how many words that did not change are shown beside those that did.
const wordsAround = 12

// side is a line as it was before or after, with the words that only that side has set off by
// a colour.
func (p *sheet) side(l change.Line, kind change.Kind, code string) string {
	var parts []string
	for i, part := range l.Parts {
		words := clean(part.Text)
		switch {
		case part.Kind == change.Same:
			parts = append(parts, shortened(words, i > 0, i+1 < len(l.Parts)))
		case part.Kind != kind || words == "":
		case len(l.Parts) == 1: // the whole line, of which the sign before it tells
			parts = append(parts, p.each(code, words))
		case p.Color:
			parts = append(parts, p.each(code, words))
		default:
			parts = append(parts, "["+words+"]")
		}
	}
	return strings.Join(parts, " ")
}

// each colours words one by one, since a line may end behind any.
func (p *sheet) each(code, words string) string {
	if !p.Color {
		return words
	}
	all := strings.Fields(words)
	for i, w := range all {
		all[i] = p.color(code, w)
	}
	return strings.Join(all, " ")
}

// shortened keeps the words of a stretch that stand next to a change, on one side or both.
func shortened(words string, before, after bool) string {
	all := strings.Fields(words)
	keep := 0
	if before {
		keep += wordsAround
	}
	if after {
		keep += wordsAround
	}
	if len(all) <= keep+1 {
		return words
	}
	var parts []string
	if before {
		parts = append(parts, all[:wordsAround]...)
	}
	parts = append(parts, "…")
	if after {
		parts = append(parts, all[len(all)-wordsAround:]...)
	}
	return strings.Join(parts, " ")
}
