package extract

import (
	"fmt"
	"sort"
	"strconv"
	"strings"

	"isnad"
	"isnad/lexicon"
)

// eventLexicon is the word lists that events are read with.
type eventLexicon struct {
	triggers *lexicon.Triggers
	words    *lexicon.EventWords
	groups   *lexicon.Groups
	polities *lexicon.Polities
	titles   *lexicon.Titles
	nouns    *lexicon.SourceNouns
	salience *salience
	verbs    map[string]bool // forms of verbs
}

// loadEvents compiles the lists of triggers and of the words that govern events.
func loadEvents(polities *lexicon.Polities, titles *lexicon.Titles) (*eventLexicon, error) {
	triggers, err := lexicon.LoadTriggers()
	if err != nil {
		return nil, fmt.Errorf("load triggers: %w", err)
	}
	words, err := lexicon.LoadEventWords()
	if err != nil {
		return nil, fmt.Errorf("load words of events: %w", err)
	}
	groups, err := lexicon.LoadGroups()
	if err != nil {
		return nil, fmt.Errorf("load groups: %w", err)
	}
	salience, err := loadSalience()
	if err != nil {
		return nil, fmt.Errorf("load salience of events: %w", err)
	}
	return &eventLexicon{triggers: triggers, words: words, groups: groups, polities: polities, titles: titles, salience: salience}, nil
}

// events reads the events of an article, in the order of their triggers, and adds to its
// mentions and entities those who take part and are not named («مسلحون»). An event has
// somebody who is named; what has nobody is general background and left out. d.fn must
// be filled in. It gives the triggers of all deeds, of those too that are only recalled.
func (l *eventLexicon) events(d *doc, out *isnad.Analysis) []deed {
	e := l.reader(d, out.Claims, out.Mentions, out.Entities, out.Times)
	e.read()
	for i := range e.out {
		e.out[i].ID = eventID(i + 1)
	}
	e.keepGroups(out)
	out.Events = e.out
	d.events = e.eventRoom
	return e.deeds
}

// read reads all sentences.
func (e *eventReader) read() {
	peopled := e.peopled()
	e.addGroups(peopled)
	for n := range peopled {
		if peopled[n] {
			e.sentence(n)
		}
	}
}

// reader lays claims, names and times over the tokens of the article.
func (l *eventLexicon) reader(d *doc, claims []isnad.Claim, mentions []isnad.Mention, entities []isnad.Entity, times []isnad.Time) *eventReader {
	e := &eventReader{eventRoom: d.events.empty(), l: l, d: d, claims: claims, times: times, entities: entities}
	d.events = eventRoom{}
	e.actors = actorsOf(e.actors, d, mentions)
	e.at = room(e.at, len(d.toks))
	e.isBody = map[string]bool{}
	if e.before == nil {
		e.before = map[toldBefore]bool{}
	}
	e.place()
	e.titleAgain = titleAgain(d)
	e.learnCountries(entities)
	return e
}

// titleAgain is where the title stands again as the last words of the text, as on pages
// that end with a link to themselves, else the end of the text.
func titleAgain(d *doc) int {
	title := strings.TrimSpace(d.article.Title)
	text := strings.TrimSpace(d.text)
	if strings.Count(title, " ") < 3 || !strings.HasSuffix(text, title) || len(text) < 2*len(title) {
		return len(d.text)
	}
	return strings.LastIndex(d.text, title)
}

// place notes at each token the actor that it belongs to.
func (e *eventReader) place() {
	for i := range e.at {
		e.at[i] = -1
	}
	for n, a := range e.actors {
		if a.kind == isnad.ORG {
			e.isBody[a.entity] = true
		}
		for i := a.first; i < a.end; i++ {
			e.at[i] = int32(n)
		}
	}
}

func eventID(n int) string { return "e" + strconv.Itoa(n) }

// deed is a trigger that was read; event is "" where it tells no event of its own, but
// recalls one.
type deed struct {
	isnad.Span
	kind, event string
	whole       bool // somebody takes part
}

// eventRoom is the room of an eventReader that the next article may use again; the events that
// were read do not refer to it.
type eventRoom struct {
	actors   []actor   // the named mentions, in the order of the text
	at       []int32   // the actor that a token belongs to, or -1
	cueOf    []int32   // by token, the claim whose cue it belongs to, or -1
	triggers []trigger // of the sentence
	deeds    []deed    // what is told, in the order of the triggers
	sides    []sides   // of all triggers
	feats    []uint16
	before   map[toldBefore]bool // of the candidates of the article up to now
}

func (r *eventRoom) empty() eventRoom {
	clear(r.before)
	return eventRoom{r.actors[:0], r.at[:0], r.cueOf[:0], r.triggers[:0], r.deeds[:0], r.sides[:0], r.feats[:0], r.before}
}

// eventReader reads events sentence by sentence.
type eventReader struct {
	eventRoom
	l        *eventLexicon
	d        *doc
	claims   []isnad.Claim
	times    []isnad.Time
	country  map[*lexicon.Polity]string
	isState  map[string]bool            // entities that are countries
	capital  map[string]*lexicon.Polity // entities that are capitals: of which country
	isBody   map[string]bool            // entities that are named as bodies
	groups   []group                    // those who are told of and not named
	entities []isnad.Entity             // those who are named
	holders  []holder                   // of offices; nil until they are asked for
	saidIn   [][]int32                  // by sentence, the claims whose contents do
	lo, hi   int                        // the sentence
	last     side                       // actors of the event before, for subjects left out
	lastOf   int                        // the sentence that they stand in

	late             bool // the event counts, and more is read of it
	carrierFrom      int  // no verb before it carries a noun
	lastRecipients   side // recipients of the last event that had some
	lastRecipientsOf int  // the sentence that they stand in

	lastPair  side  // the last two who were actors together
	lastFight sides // of the last fight of which both sides are told
	consumed  int   // tokens before it belong to a noun of event already
	out       []isnad.Event
	watch     func(Candidate) // for learning which candidates count

	titleAgain int // where the title stands again at the end of the text, else the text's end
}

// peopled tells of each sentence whether it can tell of an event: it names somebody, has
// the adjective of a country that the article names, tells of a crowd, or belongs to what
// somebody says.
func (e *eventReader) peopled() []bool {
	is := make([]bool, len(e.d.sents))
	for i := range e.actors {
		is[e.d.sentOf[e.actors[i].first]] = true
	}
	for i := range e.d.toks {
		if n := e.d.sentOf[i]; !is[n] && e.d.mayHave(i, inAdjectives) && len(e.country) > 0 {
			is[n] = true
		}
	}
	for n, s := range e.d.sents {
		for i := s.First; i < s.End && !is[n]; i++ {
			w, ok := e.d.groupAt(i)
			is[n] = ok && public(w.Class) || e.mayProtest(i)
		}
	}
	e.saidIn = make([][]int32, len(is))
	e.cueOf = room(e.cueOf, len(e.d.toks))
	for i := range e.cueOf {
		e.cueOf[i] = -1
	}
	for i := range e.claims {
		e.markCue(is, i)
		for _, s := range e.claims[i].Content {
			e.mark(is, e.saidIn, i, s)
		}
	}
	return is
}

// markCue marks the sentence of a claim's cue, and the claim at its words.
func (e *eventReader) markCue(is []bool, claim int) {
	cue := e.claims[claim].Cue
	i := sort.Search(len(e.d.toks), func(i int) bool { return e.d.toks[i].End > cue.Start })
	for ; i < len(e.d.toks) && e.d.toks[i].Start < cue.End; i++ {
		is[e.d.sentOf[i]] = true
		if e.cueOf[i] < 0 {
			e.cueOf[i] = int32(claim)
		}
	}
}

// cueAt is the first claim whose cue the trigger stands in.
func (e *eventReader) cueAt(t *trigger) (*isnad.Claim, bool) {
	for i := t.first; i < t.end; i++ {
		if n := e.cueOf[i]; n >= 0 {
			return &e.claims[n], true
		}
	}
	return nil, false
}

// mark marks the sentences that the span touches, and notes the claim at each.
func (e *eventReader) mark(is []bool, in [][]int32, claim int, span isnad.Span) {
	i := sort.Search(len(e.d.toks), func(i int) bool { return e.d.toks[i].End > span.Start })
	for i < len(e.d.toks) && e.d.toks[i].Start < span.End {
		n := e.d.sentOf[i]
		is[n] = true
		if k := len(in[n]) - 1; k < 0 || in[n][k] != int32(claim) {
			in[n] = append(in[n], int32(claim))
		}
		i = e.d.sents[n].End
	}
}

// sides is who stands on which side of what a trigger tells, by what is told beside it.
type sides struct {
	*lexicon.Trigger
	actors, recipients side
}

// side is the entities on one side of an event, without repetition.
type side []string

func (s *side) add(entities ...string) {
next:
	for _, e := range entities {
		for _, have := range *s {
			if have == e {
				continue next
			}
		}
		if e != "" {
			*s = append(*s, e)
		}
	}
}

func (s side) has(entity string) bool {
	for _, e := range s {
		if e == entity {
			return true
		}
	}
	return false
}

// sentence reads the events of sentence n.
func (e *eventReader) sentence(n int) {
	s := e.d.sents[n]
	e.lo, e.hi = s.First, s.End
	e.findTriggers()
	if n > e.lastOf+1 {
		e.last = nil
	}
	for k := range e.triggers {
		t := &e.triggers[k]
		if t.first < e.consumed && t.verb {
			continue
		}
		if e.lasts(t) {
			if who := e.relativeHead(t.first-1, 3); who != "" && !e.d.serves(t.end, lexicon.Resuming) && !t.form.Suffixed {
				e.last, e.lastOf = side{who}, n
			}
			continue
		}
		e.deeds = append(e.deeds, deed{Span: e.triggerSpan(t), kind: t.Type})
		told := &e.deeds[len(e.deeds)-1]
		if t.verb && e.deedDoes(k) {
			continue
		}
		parts := e.partsOf(t)
		if len(parts.actors) > 0 {
			e.last, e.lastOf = parts.actors, n
		}
		if len(parts.recipients) > 0 {
			e.lastRecipients, e.lastRecipientsOf = parts.recipients, n
		}
		if len(parts.actors) == 2 && !e.isGroup(parts.actors[0]) && !e.isGroup(parts.actors[1]) {
			e.lastPair = parts.actors
		}
		if t.Type == "ASSAULT" && len(parts.actors) > 0 && len(parts.recipients) > 0 {
			e.lastFight = sides{t.Trigger, parts.actors, parts.recipients}
		}
		status := e.statusOf(t)
		verdict := e.verdictOf(k, &parts, status)
		told.whole = verdict <= backgroundVerdict
		e.sides = append(e.sides, sides{t.Trigger, parts.actors, parts.recipients})
		if !e.counts(k, &parts, status, verdict) {
			continue
		}
		e.complete(t, &parts)
		e.supply(t, &parts, n)
		e.sides[len(e.sides)-1] = sides{t.Trigger, parts.actors, parts.recipients}
		told.event = eventID(len(e.out) + 1)
		e.out = append(e.out, isnad.Event{
			Type: t.Type, Trigger: e.triggerSpan(t), Actors: parts.actors, Recipients: parts.recipients,
			Place: parts.place, Time: e.timeOf(t), Status: status, Claim: e.claimOf(t), Rule: t.Rule(),
		})
	}
}

// verdictOf is what the rules say of trigger k.
func (e *eventReader) verdictOf(k int, p *parts, status string) verdict {
	t := &e.triggers[k]
	switch {
	case len(p.actors)+len(p.recipients) == 0 && (t.Type != "PROTEST" || p.place == "" && !e.freshProtest(t)):
		return aloneVerdict
	case e.weak(t, p):
		return weakVerdict
	case e.background(k, p, status):
		return backgroundVerdict
	}
	return toldVerdict
}

// triggerSpan is the words of the trigger without the clitics before them.
func (e *eventReader) triggerSpan(t *trigger) isnad.Span {
	if t.tailEnd > 0 {
		return e.d.span(t.tail, t.tailEnd)
	}
	span := e.d.span(t.first, t.end)
	span.Start = behind(e.d.text, e.d.toks[t.first], t.cut)
	return span
}
