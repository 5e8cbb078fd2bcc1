package extract

import "isnad/lexicon"

// verdict is what the rules alone say of a trigger.
type verdict int

const (
	toldVerdict       verdict = iota
	backgroundVerdict         // it recalls or repeats
	weakVerdict               // too little beside it
	aloneVerdict              // nobody takes part
)

// A feature of a trigger is one of the values of a block. Blocks and values are named in
// the model, so that a model of other features is refused.
type featureBlock struct {
	name   string
	values []string
}

// The blocks, in the order of featureBlocks.
const (
	biasBlock = iota
	verdictBlock
	typeBlock
	typeNounBlock
	typeVerdictBlock
	shapeBlock
	nounBlock
	beforeBlock
	beforeDefiniteBlock
	partsBlock
	partsShapeBlock
	actorBlock
	statusBlock
	whereBlock
	orderBlock
	againBlock
	flagBlock
	claimBlock
)

var (
	verdictNames = []string{"told", "background", "weak", "alone"}
	shapeNames   = []string{"perfect", "imperfect", "noun", "participle", "phrase"}
	nounNames    = []string{"verb", "bare", "definite", "owned"}
	beforeNames  = []string{"start", "word", "comma", "since", "during", "in", "of", "to", "with", "that", "relative", "light", "place", "name", "trigger", "other"}
	partsNames   = []string{"none", "actor", "recipient", "both"}
	statusNames  = []string{actualEvent, plannedEvent, possibleEvent, deniedEvent}
)

var featureBlocks = []featureBlock{
	biasBlock:           {"bias", []string{"all"}},
	verdictBlock:        {"verdict", cross(verdictNames, shapeNames)},
	typeBlock:           {"type", lexicon.EventTypes},
	typeNounBlock:       {"type-noun", cross(lexicon.EventTypes, nounNames)},
	typeVerdictBlock:    {"type-verdict", cross(lexicon.EventTypes, verdictNames)},
	shapeBlock:          {"shape", shapeNames},
	nounBlock:           {"noun", nounNames},
	beforeBlock:         {"before", cross(beforeNames, []string{"verb", "noun"})},
	beforeDefiniteBlock: {"before-noun", cross(beforeNames, nounNames)},
	partsBlock:          {"parts", partsNames},
	partsShapeBlock:     {"parts-shape", cross(partsNames, shapeNames)},
	actorBlock:          {"actor", []string{"none", "person", "state", "body", "group", "place", "several"}},
	statusBlock:         {"status", statusNames},
	whereBlock:          {"sentence", []string{"title", "first", "early", "later", "late"}},
	orderBlock:          {"order", []string{"first", "second", "third", "later"}},
	againBlock:          {"again", []string{"new", "type", "lemma", "same"}},
	flagBlock:           {"flag", []string{"only", "borrowed", "filled", "place", "time", "aim", "future", "conjoined", "takes place", "frame", "cue", "next same", "near before"}},
	claimBlock:          {"claim", []string{"narrator", "say", "assess", "deny", "demand", "pledge", "warn", "accuse", "praise", "condemn"}},
}

// The flags of flagBlock.
const (
	onlyFlag = iota
	borrowedFlag
	filledFlag
	placeFlag
	timeFlag
	aimFlag
	futureFlag
	conjoinedFlag
	takesPlaceFlag
	frameFlag
	cueFlag
	nextSameFlag
	nearFlag
	flags // how many there are
)

// cross names the pairs of two lists of values: the second changes faster.
func cross(a, b []string) []string {
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+"/"+y)
		}
	}
	return out
}

// featureStart is the number of the first feature of each block.
var featureStart = func() (start []int) {
	n := 0
	for _, b := range featureBlocks {
		start = append(start, n)
		n += len(b.values)
	}
	return append(start, n)
}()
