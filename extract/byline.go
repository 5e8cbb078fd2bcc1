package extract

// What a byline has at most: words, and lines above it.
const (
	maxByline     = 8
	maxBylineLine = 3
)

// byline reports whether sentence n is a line of its own at the head of the article that tells who wrote it, and from
// where: «هسبريس - محمد الراجي». Who wrote an article is not meant where it leaves out who speaks.
func (d *doc) byline(n int) bool {
	if n < 0 || n >= len(d.sents) {
		return false
	}
	first, end := int(d.sents[n].First), int(d.sents[n].End)
	line := d.toks[first].Line
	if line == 0 || line > maxBylineLine || end-first > maxByline || d.is(end-1, ".") || first > 0 && d.toks[first-1].Line == line || end < len(d.toks) && d.toks[end].Line == line {
		return false
	}
	named := false
	for i := first; i < end; i++ {
		if _, person := d.personAt(i); person {
			named = true
		} else if d.trait(i, surelyVerb) && i > first {
			return false
		}
	}
	return named
}
