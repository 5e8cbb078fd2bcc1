package lexicon

import (
	"slices"
	"strings"

	"isnad/arabic"
)

// Function is a class of function words, as a bit, so that a word can be in several.
type Function uint32

// The classes of function.tsv.
const (
	ThatWord     Function = 1 << iota // أن، إنه، بأن: opens a clause that is said
	Preposition                       // ends a noun phrase
	Relative                          // الذي: opens a relative clause
	Governor                          // takes أن after it itself: بعد أن، يمكن أن
	Adverb                            // may stand between a verb and its subject
	ClauseStart                       // فيما، بينما: begins a new clause
	Auxiliary                         // كان، قد: stand before the cue
	SpeechNoun                        // تصريح، بيان: what is said in, no source beside its speaker
	PossibleWord                      // a hedge: قد، ربما
	ProbableWord                      // a hedge: يرجح، يبدو
	VerbalNoun                        // may open what is announced or denied: مقتل، وجود
	Quantifier                        // عدد، بعض، أحد: a part of the source that follows
	Same                              // نفسه، ذاتها: points back
	Pointing                          // هذا ما، كما: between a quotation and the verb behind it
	Heading                           // فيديو، عاجل: heads a title, tells nothing
	Setting                           // الصدد، السياق: «في هذا الصدد»
	Platform                          // فيسبوك، تويتر: carries a post, tells nothing itself
	Honored                           // معاليه، سموه: a pronoun for a person of rank
	Carrying                          // نقلتها، بثه: carried by the outlet that follows
	NamedAfter                        // مستشفى، مطار: a place or body that a person's name follows
	Adjective                         // العربية، الدولي: adjectives of bodies, none of a country
	Particle                          // لا، لم، أو: ends a noun phrase, begins none
	Whole                             // كل، جميع: begins a noun phrase of its own
	Needed                            // الحاجة، ضرورة: what is said to be needed begins with it
	Spoken                            // تصريحات، أقوال: words that are somebody's, no document
	OfNews                            // للأنباء: belongs to the name of an agency
	Existing                          // هناك، ثمة: somebody who is told of first stands behind it
	Renewing                          // جدد، كرر: governs a verbal noun that attributes
)

var functionNames = map[string]Function{
	"that": ThatWord, "preposition": Preposition, "relative": Relative, "governor": Governor, "adverb": Adverb,
	"clause": ClauseStart, "auxiliary": Auxiliary, "speech": SpeechNoun,
	"hedge.possible": PossibleWord, "hedge.probable": ProbableWord, "masdar": VerbalNoun, "needed": Needed, "spoken": Spoken, "ofnews": OfNews, "existing": Existing, "renewing": Renewing, "whole": Whole, "particle": Particle, "carrying": Carrying, "namedafter": NamedAfter, "adjective": Adjective, "honored": Honored, "pointing": Pointing, "heading": Heading, "setting": Setting, "platform": Platform, "quantifier": Quantifier, "same": Same,
}

// Use is a class of words that single rules ask for, as a bit, however they are spelt. It
// says nothing of the words elsewhere: سابق goes on with a setting («في وقت سابق»), but ends no
// noun phrase as a function word does. Names have no use here: to the tagger every word of
// function.tsv is none.
type Use uint64

// The classes of function.tsv that are uses.
const (
	Negator        Use = 1 << iota // لم، دون: before a cue, nobody said it
	Perhaps                        // قد: before an imperfect, it is not sure
	SpeechOpener                   // نحن، لقد: opens words that are said, behind a verb without subject
	ClauseOpener                   // «، ولم»، «، وكان»: opens a clause of its own behind a comma
	HostOpener                     // «وبحسب مصادر، فإن»: opens the clause behind its source
	FreeRelative                   // «ما سماه»، «بما وصفه»: stands for what a label is given to
	Except                         // إلا، ألا: a clause of its own follows
	Comment                        // مما: opens what the narrator adds
	As                             // «كما ذكر التلفزيون»: the verb tells the clause before
	Demonstrative                  // هذا، هؤلاء: points at a matter or at people
	SettingKind                    // «في وقت سابق»: belongs to the setting before it
	Amid                           // «وسط أنباء عن»: a noun of telling attributes behind it
	Joining                        // «مصدر في الشرطة»: a preposition within a noun phrase
	ToWhom                         // «في حديث مع رويترز»: the outlet behind it was spoken to
	OnAir                          // «قال عبر رويترز»: the outlet behind it carried the words
	During                         // «خلال حديث»: before what somebody speaks in
	OneOf                          // «أحد الوزراء»: a single one of those that follow
	Limiting                       // «52٪ فقط من المشاركين»: between a share and whose it is
	Norm                           // «وفق القانون»: what one keeps to says nothing
	Hundred                        // «52 في المئة من المشاركين»: the same, of the words for %
	Former                         // «الوزير السابق»: whoever held the role before
	Spokesman                      // «متحدث باسم الشرطة»: باسم behind it is no first name
	Anonymous                      // مصدر: the head of a phrase that never names a person
	Obtained                       // «حصلت رويترز على نسخة منه»: before an outlet that has a copy
	Copy                           // نسخة: what it has then
	IssuedBy                       // «بيان صادر عن الوزارة»: before عن and whose document it is
	Tongue                         // «على لسان المتحدث»: behind على, before who speaks for somebody
	Denying                        // «غير مستعد»: before a word, the opposite is said
	InWords                        // «كلمة قال فيها»: points at the words in which something is said
	SoCalled                       // «ما يسمى "مجلس الحكم"»: behind ما, before a name that is not owned to
	Adding                         // «عشرة إضافة إلى ثلاثة»: what follows is more of the same
	Responsibility                 // «حمل خصومه مسؤولية»: what somebody is made to bear
	InCharge                       // «المشرف على القطاع»: what stands behind the preposition is his office
	KeptBack                       // «رفض الكشف عن هويته»: what who wants no name keeps back
	Copula                         // «لم يكن مستغربا»: what stands behind it is said of something
	OfSomebody                     // «محامي فلان»: before a name without article, the name is whose man he is
	Contrast                       // «غير أن»: before أن, a clause of its own follows
	Concession                     // «رغم أن»: before أن, what is conceded follows
	OfState                        // «رئيس الجمهورية»: the office of a head of state
	Meanwhile                      // بينما، فيما: opens a clause that what stands before it does not tell
	HeadsMatter                    // «مسؤول السياسة الخارجية»: before a definite noun, the holder of that office
	Describing                     // «الصحيفة الواسعة الانتشار»: describes an outlet that was named before
	Provided                       // «قال لرويترز شريطة عدم الكشف عن هويته»: on what condition somebody speaks
	Aside                          // «أدانت، بأشد العبارات، الهجوم»: how strongly, with the next word
	Rumoured                       // «راجت أنباء عن»: before a noun of telling, nobody is said to tell
	Addressed                      // «دعا المجتمع الدولي إلى»: is rather called upon than calls
	Topic                          // «وفيما يخص الملعب أشار إلى»: opens what is spoken of, before who speaks
	Had                            // «سبق للوزير أن أكد»: behind it, and ل, who has said it
	Season                         // «قال المكتب الشهر الماضي»: with the next, a time and no part of a name
	Edge                           // «مطلع الشهر الماضي»: before such a time
	Lately                         // «الشهر الماضي»: which one it is
	Division                       // «بمحافظة العلا»: a division of the land that its name follows
	Divine                         // «قال عز وجل»: God, or words that bless Him where He is left out
	HimSelf                        // «واصفا إياه بالمحفز»: a pronoun that stands for what was told of before
	Titled                         // «خبر بعنوان "…"»: before a quotation, that is a title, not what is said
	Kin                            // «والد الضحية»: whoever he is to somebody tells enough of him
	Interview                      // «في حديث إلى "…"»: whom it is given to is an outlet, though no list has it
	Programme                      // «برنامج … على رويترز»: behind it the outlet that puts it on the air
	BringsAbout                    // «تم الإعلان عن»: the verbal noun behind it was done, by nobody named
	Press                          // «قال المتحدث للصحفيين»: whom somebody tells, and no part of what he is
	Selfsame                       // «ذات المصدر»: before a definite noun, the one named before
	Came                           // «جاء ذلك في تصريح»: before a demonstrative, where words were spoken is told
	WhenWord                       // «في وقت دعا فيه الوزير»: a time, which the pronoun behind a verb points at
	Reminds                        // «يذكر أن», «تجدر الإشارة إلى أن»: opens what nobody in particular reminds of
)

var useNames = map[string]Use{
	"negator": Negator, "perhaps": Perhaps, "opener.speech": SpeechOpener, "opener.clause": ClauseOpener, "opener.host": HostOpener,
	"freerelative": FreeRelative, "except": Except, "comment": Comment, "as": As, "demonstrative": Demonstrative,
	"settingkind": SettingKind, "amid": Amid, "joining": Joining,
	"towhom": ToWhom, "onair": OnAir, "during": During, "oneof": OneOf, "limiting": Limiting, "hundred": Hundred, "norm": Norm,
	"former": Former, "spokesman": Spokesman, "anonymous": Anonymous, "responsibility": Responsibility, "incharge": InCharge, "ofstate": OfState, "concession": Concession, "contrast": Contrast, "ofsomebody": OfSomebody, "copula": Copula, "keptback": KeptBack, "addressed": Addressed, "kin": Kin, "topic": Topic, "had": Had, "edge": Edge, "season": Season, "lately": Lately, "division": Division, "divine": Divine, "himself": HimSelf, "titled": Titled, "socalled": SoCalled, "inwords": InWords,
	"rumoured": Rumoured, "headsmatter": HeadsMatter, "meanwhile": Meanwhile, "describing": Describing, "provided": Provided, "aside": Aside,
	"bringsabout": BringsAbout, "reminds": Reminds, "when": WhenWord, "came": Came, "interview": Interview, "programme": Programme, "selfsame": Selfsame, "press": Press, "obtained": Obtained, "copy": Copy, "issuedby": IssuedBy, "tongue": Tongue, "denying": Denying, "adding": Adding,
}

// FunctionClasses names the classes that are set, as function.tsv writes them, in order.
func FunctionClasses(f Function) []string {
	var names []string
	for name, bit := range functionNames {
		if f&bit != 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// Functions tells the classes of function words.
type Functions struct {
	byWord map[string]Function // folded words that are spelt in one way
	spelt  map[string][]speltFunction
	uses   map[string]Use // folded words
}

type speltFunction struct {
	written string
	class   Function
}

// Word tells the classes of a folded word, whatever its spelling.
func (f *Functions) Word(norm string) Function {
	class := f.byWord[norm]
	for _, s := range f.spelt[norm] {
		class |= s.class
	}
	return class
}

// Serves reports whether a folded word, whatever its spelling, has one of the uses.
func (f *Functions) Serves(norm string, as Use) bool { return f.uses[norm]&as != 0 }

// Uses tells the uses of a folded word.
func (f *Functions) Uses(norm string) Use { return f.uses[norm] }

// Of tells the classes of a token as it is written: أمام is a preposition, إمام is not.
func (f *Functions) Of(t *arabic.Token) Function {
	class := f.byWord[t.Norm]
	if t.Kind != arabic.Word {
		return class
	}
	for _, s := range f.spelt[t.Norm] {
		if arabic.SameLetters(t.Text, s.written, 0) {
			class |= s.class
		}
	}
	return class
}

// Each yields every folded word with its classes, in no order; spelt says that they depend
// on how it is written.
func (f *Functions) Each(yield func(norm string, class Function, spelt bool)) {
	for norm, class := range f.byWord {
		yield(norm, class, false)
	}
	for norm := range f.spelt {
		yield(norm, 0, true)
	}
}

// LoadFunctions reads function.tsv. An error names file and line.
func LoadFunctions() (*Functions, error) {
	rows, err := Table("function", 2)
	if err != nil {
		return nil, err
	}
	f := &Functions{byWord: make(map[string]Function, len(rows)), spelt: map[string][]speltFunction{}, uses: map[string]Use{}}
	for _, row := range rows {
		norm := arabic.Fold(row.Fields[1])
		if use, ok := useNames[row.Fields[0]]; ok {
			f.uses[norm] |= use
			continue
		}
		bit, ok := functionNames[row.Fields[0]]
		if !ok {
			return nil, row.Errorf("unknown class %q", row.Fields[0])
		}
		if strings.ContainsAny(row.Fields[1], "أإآةه") {
			f.spelt[norm] = append(f.spelt[norm], speltFunction{row.Fields[1], bit})
		} else {
			f.byWord[norm] |= bit
		}
	}
	return f, nil
}
