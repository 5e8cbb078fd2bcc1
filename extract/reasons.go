package extract

import (
	"isnad"
	"isnad/arabic"
	"isnad/lexicon"
)

// Reasons tell how a reading came about: the words as they were matched, and the readings
// that were tried and given up. What won says its rule itself.
type Reasons struct {
	Words []Word
	Lost  []Lost
}

// Word is a token as the rules see it.
type Word struct {
	Span     isnad.Span
	Kind     arabic.Kind
	Norm     string   // folded
	Segments []string // clitics and host, as written
	Sure     bool     // the cut of the clitics is sure
	Stem     string
	Lists    []string // lists that have an entry beginning with it
	Sentence int      // number of the sentence, from 0
	Quoted   bool     // stands in quotation marks
}

// Lost is a reading that was given up.
type Lost struct {
	Span isnad.Span // the cue
	Rule string
	Why  string // one of the Why constants
}

// Why a reading was given up.
const (
	WhyNegated    = "negated: nobody said it"
	WhyNoContent  = "nothing follows or stands before that it could introduce"
	WhyPlace      = "its place in the sentence speaks against a cue"
	WhyOther      = "another reading of the word introduces something nearer"
	WhyInside     = "stands between another cue and what that introduces"
	WhyNoSource   = "nobody is named who could have said it"
	WhyIntroduces = "only introduces the next claim, whose chain has its source"
	WhyEmpty      = "no words are left for its content"
	WhyBeside     = "stands beside a claim and adds to its chain"
)

// AnalyzeExplained reads an article as Analyze does, and tells the reasons.
func (r *Reader) AnalyzeExplained(a *isnad.Article) (*isnad.Analysis, *Reasons) {
	d := r.newDoc(a)
	d.reasons = &Reasons{}
	out := r.analyze(a, d)
	d.reasons.Words = r.explainWords(d)
	return out, d.reasons
}

// lose records a reading that was given up, where reasons are asked for.
func (d *doc) lose(c *candidate, why string) {
	if d.reasons == nil {
		return
	}
	d.reasons.Lost = append(d.reasons.Lost, Lost{Span: d.span(c.first, c.end), Rule: c.cue.Rule(), Why: why})
}

var listNames = []struct {
	list listed
	name string
}{
	{inCues, "cues"}, {inPhrases, "cues of several words"}, {inTitles, "titles"}, {inNouns, "sources"},
	{inPolities, "countries"}, {inAdjectives, "adjectives of countries"}, {inMedia, "media"},
}

func (r *Reader) explainWords(d *doc) []Word {
	words := make([]Word, len(d.toks))
	for i := range d.toks {
		t := &d.toks[i]
		w := Word{Span: isnad.Span{Start: t.Start, End: t.End}, Kind: t.Kind, Norm: t.Norm, Sure: true, Sentence: int(d.sentOf[i]), Quoted: d.quoteOf[i] >= 0}
		if t.Kind == wordKind {
			s := arabic.Segment(t.Text)
			w.Segments, w.Sure, w.Stem = s.Parts(nil, t.Text), s.Sure, arabic.Stem(t.Text)
		}
		for _, l := range listNames {
			if d.mayHave(i, l.list) {
				w.Lists = append(w.Lists, l.name)
			}
		}
		w.Lists = append(w.Lists, lexicon.FunctionClasses(d.fn[i])...)
		words[i] = w
	}
	return words
}
