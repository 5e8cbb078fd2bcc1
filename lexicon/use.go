package lexicon

import "isnad/arabic"

// Use is a class of words that single rules ask for, however they are spelt. It says
// nothing of the words elsewhere: سابق goes on with a setting («في وقت سابق»), but ends no
// noun phrase as a function word does. It is a number and no bit: there is room for 256.
//
// Those whose words are no names stand in function.tsv, which the tagger reads too; uses.tsv
// has the others, a row a class, with an example.
type Use uint8

// Uses are those that a word has.
type Uses [4]uint64

// Has reports whether one of the uses is as.
func (u *Uses) Has(as Use) bool { return u[as>>6]&(1<<(as&63)) != 0 }

func (u *Uses) add(as Use) { u[as>>6] |= 1 << (as & 63) }

var noUses = &Uses{}

// The classes of words that are uses.
const (
	Negator          Use = iota // لم، دون: before a cue, nobody said it
	Perhaps                     // قد: before an imperfect, it is not sure
	SpeechOpener                // نحن، لقد: opens words that are said, behind a verb without subject
	ClauseOpener                // «، ولم»، «، وكان»: opens a clause of its own behind a comma
	HostOpener                  // «وبحسب مصادر، فإن»: opens the clause behind its source
	FreeRelative                // «ما سماه»، «بما وصفه»: stands for what a label is given to
	Except                      // إلا، ألا: a clause of its own follows
	Comment                     // مما: opens what the narrator adds
	As                          // «كما ذكر التلفزيون»: the verb tells the clause before
	Demonstrative               // هذا، هؤلاء: points at a matter or at people
	SettingKind                 // «في وقت سابق»: belongs to the setting before it
	Amid                        // «وسط أنباء عن»: a noun of telling attributes behind it
	Joining                     // «مصدر في الشرطة»: a preposition within a noun phrase
	ToWhom                      // «في حديث مع رويترز»: the outlet behind it was spoken to
	OnAir                       // «قال عبر رويترز»: the outlet behind it carried the words
	During                      // «خلال حديث»: before what somebody speaks in
	OneOf                       // «أحد الوزراء»: a single one of those that follow
	Limiting                    // «52٪ فقط من المشاركين»: between a share and whose it is
	Norm                        // «وفق القانون»: what one keeps to says nothing
	Hundred                     // «52 في المئة من المشاركين»: the same, of the words for %
	Former                      // «الوزير السابق»: whoever held the role before
	Spokesman                   // «متحدث باسم الشرطة»: باسم behind it is no first name
	Anonymous                   // مصدر: the head of a phrase that never names a person
	Obtained                    // «حصلت رويترز على نسخة منه»: before an outlet that has a copy
	Publishes                   // «نشرت رويترز مقالا يرى فيه سالم»: before the outlet in which it stands
	Copy                        // نسخة: what it has then
	IssuedBy                    // «بيان صادر عن الوزارة»: before عن and whose document it is
	Tongue                      // «على لسان المتحدث»: behind على, before who speaks for somebody
	Denying                     // «غير مستعد»: before a word, the opposite is said
	InWords                     // «كلمة قال فيها»: points at the words in which something is said
	SoCalled                    // «ما يسمى "مجلس الحكم"»: behind ما, before a name that is not owned to
	Adding                      // «عشرة إضافة إلى ثلاثة»: what follows is more of the same
	Responsibility              // «حمل خصومه مسؤولية»: what somebody is made to bear
	InCharge                    // «المشرف على القطاع»: what stands behind the preposition is his office
	KeptBack                    // «رفض الكشف عن هويته»: what who wants no name keeps back
	Asking                      // «، متسائلا عن»: what somebody asks is no part of what he said
	Copula                      // «لم يكن مستغربا»: what stands behind it is said of something
	OfSomebody                  // «محامي فلان»: before a name without article, the name is whose man he is
	Contrast                    // «غير أن»: before أن, a clause of its own follows
	Concession                  // «رغم أن»: before أن, what is conceded follows
	OfState                     // «رئيس الجمهورية»: the office of a head of state
	Meanwhile                   // بينما، فيما: opens a clause that what stands before it does not tell
	HeadsMatter                 // «مسؤول السياسة الخارجية»: before a definite noun, the holder of that office
	Describing                  // «الصحيفة الواسعة الانتشار»: describes an outlet that was named before
	Provided                    // «قال لرويترز شريطة عدم الكشف عن هويته»: on what condition somebody speaks
	Aside                       // «أدانت، بأشد العبارات، الهجوم»: how strongly, with the next word
	Rumoured                    // «راجت أنباء عن»: before a noun of telling, nobody is said to tell
	Addressed                   // «دعا المجتمع الدولي إلى»: is rather called upon than calls
	Topic                       // «وفيما يخص الملعب أشار إلى»: opens what is spoken of, before who speaks
	Had                         // «سبق للوزير أن أكد»: behind it, and ل, who has said it
	Season                      // «قال المكتب الشهر الماضي»: with the next, a time and no part of a name
	Edge                        // «مطلع الشهر الماضي»: before such a time
	Lately                      // «الشهر الماضي»: which one it is
	Division                    // «بمحافظة العلا»: a division of the land that its name follows
	Divine                      // «قال عز وجل»: God, or words that bless Him where He is left out
	HimSelf                     // «واصفا إياه بالمحفز»: a pronoun that stands for what was told of before
	Titled                      // «خبر بعنوان "…"»: before a quotation, that is a title, not what is said
	Kin                         // «والد الضحية»: whoever he is to somebody tells enough of him
	Interview                   // «في حديث إلى "…"»: whom it is given to is an outlet, though no list has it
	Programme                   // «برنامج … على رويترز»: behind it the outlet that puts it on the air
	BringsAbout                 // «تم الإعلان عن»: the verbal noun behind it was done, by nobody named
	Press                       // «قال المتحدث للصحفيين»: whom somebody tells, and no part of what he is
	Selfsame                    // «ذات المصدر»: before a definite noun, the one named before
	Came                        // «جاء ذلك في تصريح»: before a demonstrative, where words were spoken is told
	WhenWord                    // «في وقت دعا فيه الوزير»: a time, which the pronoun behind a verb points at
	Reminds                     // «يذكر أن», «تجدر الإشارة إلى أن»: opens what nobody in particular reminds of
	These                       // «ويؤكد هؤلاء أن»: stands for those who spoke before
	Anybody                     // «وقال الرجل إن»: with the article, it may be said of whoever spoke
	HisName                     // «رجل اسمه أحمد»: before the name of the one told of
	ToThem                      // «المعترف بها»: completes a participle before it
	AnySpeaker                  // «المتحدث»: alone, whoever has just spoken, whatever he is called
	GoesOnTelling               // «، قبل أن يضيف أن»: whoever spoke goes on
	ToldJust                    // «وهو ما نفاه»: before ما, it stands for what was just told
	OneAmong                    // «، بينهم الوزير»: begins to tell of one of those who were told of
	VerbNegation                // «لم ينف»: denies the finite verb behind it
	Seated                      // «المعهد ومقره واشنطن»: ends the phrase of whom it tells more of
	Wording                     // «رفض التعليق»: what is refused is only to say something
	Upon                        // «وثيقة حصلت عليها رويترز»: behind it stands who obtained or saw
	Loyal                       // «القوات الموالية لحفتر»: forces act for whom the name behind it tells
	ByPart                      // «من قبل الشرطة»: behind من, before the agent of a passive
	ByHand                      // «على يد مسلحين»: behind على, before the agent of a passive
	Cause                       // «نتيجة قصف»: the noun behind it is the cause of what is told
	Occasion                    // «خلال زيارة»: brings when or on what occasion something happens
	Since                       // «عقب هجوم»: what is behind it happened before
	Throughout                  // «رغم احتجاجات»: what is behind it goes on beside what is told
	OfficialsOf                 // «نواب الحزب»: officials of the body behind it, for which they act
	SoMany                      // «عدد من الوزراء»: before من, how many of those behind it are meant
	Leading                     // «وفد برئاسة فلان»: who leads or attends stands behind it
	House                       // «في قصر السلام»: a body whose name begins with it is a building
	Officials                   // «التقى مسؤولين»: people who act for others, as an object
	Sided                       // «شمال سوريا»: makes a place of the country behind it
	MasculineCountry            // «العراق … قواته»: of the countries, which else are feminine
	InIt                        // «اتصال جدد خلاله الدعوة»: brings what happens in what was told before
	SaysItself                  // «قال إنه»: أن with a pronoun
	Resuming                    // «التي سيطر عليها»: the clause is about its antecedent as an object
	WithPronoun                 // «التي قامت بها فرنسا»: a preposition that governs no name behind it
	TwoNamed                    // «الجانبان»: stands for the two that were named last
	Gathering                   // «مباحثات جمعت الوزيرين»: all who are named behind it take part
	MediaNoun                   // «في اتصال مع صحيفة»: behind مع, a talk with it is an interview
	NoPreposition               // «لم», «لماذا»: a negation or question before a verb, though a preposition by its looks
	Suffering                   // «قتل فلان في غارة»: tells that somebody dies or is hurt
	Ascribed                    // «هجوم نسب إلى»: with the preposition behind it, before who is held to have done it
	Avowed                      // «تفجير تبناه تنظيم»: before who says to have done it
	Protester                   // «جاب المتظاهرون المدينة»: who they are tells that they protest
	Street                      // «نزلوا إلى الشارع»: where a crowd that goes there protests
	CrowdAim                    // «خرجوا للمطالبة»: what for a crowd comes together, where it protests
	PutDown                     // «قمع المظاهرة», «أي مسيرة»: before a protest, tells what is done about it, or of any
	Passage                     // «أغلقوا الطريق»: what a crowd that protests shuts, or burns there
	Doing                       // «قاموا بمظاهرة»: carries the noun behind its «ب» alone
	NoCrowd                     // «احتشد مقاتلون»: people whose coming together or shutting a road is no protest
	ProtestsOf                  // «قمع هذه المظاهرات»: between what is done about a protest and the noun
	Festive                     // «تجمعوا لأداء الصلاة»: what a crowd comes together for that does not protest
	CrowdNoun                   // «تظاهر الناس»: people who are no group of their own
	RoundNumber                 // «تظاهر ألف شخص»: a numeral in words that counts a crowd
	PointsOnly                  // «نتيجة لذلك»: only points back, and explains nothing
	NotBecause                  // «ليس بسبب»: denies what would explain
	PointingBack                // «، وذلك بسبب»: between a clause and what is said of it
	BodyOfState                 // «البرلمان الإيراني»: names a body of state with the adjective of a country
	ShortName                   // «الحشد»: stands for a body by itself
	ShortAgain                  // «المعارضة»: stands for a body in an article that has its full name
	BodyOfPlace                 // «حكومة اليمن»: names a body together with the place behind it
	Kingdom                     // «السعودية … المملكة»: a country that the article then calls the kingdom
	ClassNoun                   // «وكالة فلان … الوكالة»: with the article, a body that was named before
	NameClass                   // «حركة حماس»: the name behind it is said with and without it
	DealtWith                   // «مباحثات مع موسكو»: a capital behind it stands for its government
	Measure                     // «بلغ متوسط العمر»: what reaches a number, and tells nobody anything
	Kinship                     // «أبو سالم»: a name of its own stands behind it
	TimesOver                   // «ثلاث مرات»: how often, or how many fold
	Among                       // «15 قتيلا بينهم طفلان»: makes the number behind it a part of the one before
	CountedOnce                 // «بعد أن كانت 8»، «وكان 8 قتلوا»: the number behind it was counted before
	OutOfThem                   // «5 منهم»: makes the number before it a part of those who were counted
	AgeWord                     // «عمره 12»: a number behind it is an age
	AgeReached                  // «يبلغ 12 عاما»: of a person, a number of years behind it is an age
	Died                        // «غيبه الموت عن 67 عاما»: tells of a death, behind which عن brings an age
	Grown                       // «طفل 5 سنوات»: a person whose age may follow
	YearUnit                    // «12 عاما»: a year, as ages are told in
	MonthUnit                   // «7 أشهر»: a month, as the age of infants is told in
	UpTo                        // «دون 18 عاما»: the years behind it are an age
	BoundDenied                 // «لن يتعدى»: denies the verb of a bound; ما does not («ما يزيد على»)
	ClauseJoiner                // «حيث»: begins a clause to which no bound goes on
	Others                      // «و6 آخرين»: points back to what was counted before
	RestOfPeople                // «وأصيب 2000 آخرون»: stands for the rest of people who were counted
	Uncounted                   // «ارتفع العدد إلى 20 في»: goes on with when or why, and is not counted
	Counter                     // «ارتفع عدد القتلى إلى 20»: what is counted stands behind it
	DayBetween                  // «تظاهر أمس سائقون»: may stand between a verb and its subject
	SpeaksOn                    // «الوزير عن الأزمة: …»: in a title, what somebody speaks of, before a colon
	Question                    // «وردا على سؤال عما …، قال»: what somebody was asked, before his answer
	Dialogue                    // «حوار مع فلان: …»: before whom the questions are put to
	CounterOf                   // «بلغ عددهم 20»: what is counted was told of before
	TollReached                 // «الحصيلة بلغت 40»: before the number that a toll has come to
	DeathOf                     // «مقتل 3»: behind it the dead are counted
	WoundOf                     // «إصابة 3»: behind it the wounded are counted
	Passing                     // «وفاة 3»: the same of those who died; its first letter is none that may be left out
	CasualtyWord                // «قتل 3»: behind it a bare number counts people
	Two                         // «فلسطينيين اثنين»: behind a dual it says once more that there are two
	BeforeGeneral               // «مدراء عامين»: behind it, that is no dual of years
	BothOf                      // «هذين البلدين»: points at two, which are not counted
	LoneOne                     // «رجل واحد»: one, behind its noun
	FirstOfTwo                  // «بين 10 و20»: before the first of two bounds
	NoAdjective                 // «المئة الذين»: begins like the article, but is no adjective of the unit before
	Channel                     // «قناة الحياة 2»: a number behind its name belongs to that
	HalfOnly                    // «نصف نهائي»: behind a word of a fraction, nothing is counted
	ShareOf                     // «بنسبة الثلث»: before a definite fraction that is a share
	WholeUnit                   // «ونصف العام»: goes on with the half of a unit of time or measure
	NotCounted                  // «22 من بينهم»: behind «من», nothing that was counted
	OfWeekday                   // «صلاة الجمعة»: the name of a day behind it is no date
	Ahead                       // «المقرر الأحد»: what is planned: the weekday behind it is to come
	NoToday                     // «صحيفة اليوم», «في اليوم»: اليوم behind it is no date
	YearKind                    // «العام الدراسي 2014»: which sort of year it is
	About                       // «نحو عام»: makes a lone unit a duration
	BoundOf                     // «أكثر من عام»: before من, a bound
	HijriSign                   // «1436 هـ»: the year before it is one of the Hijra
	CommonSign                  // «2014 م»: the year before it is one of the common era
	FewUnits                    // «بضعة أيام»: some, before a plural without a number
	OneOrWhole                  // «عام واحد»: behind a lone unit: one, or a whole one
	HasBeen                     // «أن تكون المحكمة قد تلقت»: a form of كان, behind which قد goes with a perfect
	WhoHeIs                     // «أعلن سالم، وهو أحد القادة أنه»: opens what somebody is, behind a comma
	MayBeSaid                   // «يمكن القول إن»: before a verbal noun of saying, the narrator says it
	Evidence                    // «تشير التقديرات إلى»: what was found out, which somebody else puts forward
	Drawn                       // «لفت النظر إلى أن»: what somebody draws to a matter, never who speaks
	Ruling                      // «رئيس الوزراء فلان»: an office whose holder decides for others, so that what he does is done by him
	ResultBehind                // «فاز 4 مقابل 3»: behind digits, they tell how a game ended
	BodyClass                   // «رئيس البلدية»: a class word, which stands alone for the body that was named before
	StateClass                  // «رئيس الحكومة»: a class word that stands for a state, its government or its house, whichever was named
	Departed                    // «الراحل»: who has died
	Directed                    // «وجه له اتهامات»: what one directs at somebody, who is accused and given no order

	uses // how many there are
)

// useNames are what the lists call them.
var useNames = [uses]string{
	Negator:          "negator",
	Perhaps:          "perhaps",
	SpeechOpener:     "opener.speech",
	ClauseOpener:     "opener.clause",
	HostOpener:       "opener.host",
	FreeRelative:     "freerelative",
	Except:           "except",
	Comment:          "comment",
	As:               "as",
	Demonstrative:    "demonstrative",
	SettingKind:      "settingkind",
	Amid:             "amid",
	Joining:          "joining",
	ToWhom:           "towhom",
	OnAir:            "onair",
	During:           "during",
	OneOf:            "oneof",
	Limiting:         "limiting",
	Norm:             "norm",
	Hundred:          "hundred",
	Former:           "former",
	Spokesman:        "spokesman",
	Anonymous:        "anonymous",
	Obtained:         "obtained",
	Publishes:        "publishes",
	Copy:             "copy",
	IssuedBy:         "issuedby",
	Tongue:           "tongue",
	Denying:          "denying",
	InWords:          "inwords",
	SoCalled:         "socalled",
	Adding:           "adding",
	Responsibility:   "responsibility",
	InCharge:         "incharge",
	KeptBack:         "keptback",
	Copula:           "copula",
	OfSomebody:       "ofsomebody",
	Contrast:         "contrast",
	Concession:       "concession",
	OfState:          "ofstate",
	Meanwhile:        "meanwhile",
	HeadsMatter:      "headsmatter",
	Describing:       "describing",
	Provided:         "provided",
	Aside:            "aside",
	Rumoured:         "rumoured",
	Addressed:        "addressed",
	Topic:            "topic",
	Had:              "had",
	Season:           "season",
	Edge:             "edge",
	Lately:           "lately",
	Division:         "division",
	Divine:           "divine",
	HimSelf:          "himself",
	Titled:           "titled",
	Kin:              "kin",
	Interview:        "interview",
	Programme:        "programme",
	BringsAbout:      "bringsabout",
	Press:            "press",
	Selfsame:         "selfsame",
	Came:             "came",
	WhenWord:         "when",
	Reminds:          "reminds",
	These:            "those",
	Anybody:          "anybody",
	HisName:          "hisname",
	ToThem:           "tothem",
	AnySpeaker:       "anyspeaker",
	GoesOnTelling:    "goesontelling",
	ToldJust:         "toldjust",
	OneAmong:         "oneamong",
	VerbNegation:     "verbnegation",
	Seated:           "seated",
	Asking:           "asking",
	Wording:          "wording",
	Upon:             "upon",
	Loyal:            "loyal",
	ByPart:           "bypart",
	ByHand:           "byhand",
	Cause:            "cause",
	Occasion:         "occasion",
	Since:            "since",
	Throughout:       "throughout",
	OfficialsOf:      "officialsof",
	SoMany:           "somany",
	Leading:          "leading",
	House:            "house",
	Officials:        "officials",
	Sided:            "sided",
	MasculineCountry: "masculinecountry",
	InIt:             "init",
	SaysItself:       "saysitself",
	Resuming:         "resuming",
	WithPronoun:      "withpronoun",
	TwoNamed:         "twonamed",
	Gathering:        "gathering",
	MediaNoun:        "medianoun",
	NoPreposition:    "nopreposition",
	Suffering:        "suffering",
	Ascribed:         "ascribed",
	Avowed:           "avowed",
	Protester:        "protester",
	Street:           "street",
	CrowdAim:         "crowdaim",
	PutDown:          "putdown",
	Passage:          "passage",
	Doing:            "doing",
	NoCrowd:          "nocrowd",
	ProtestsOf:       "protestsof",
	Festive:          "festive",
	CrowdNoun:        "crowdnoun",
	RoundNumber:      "roundnumber",
	PointsOnly:       "pointsonly",
	NotBecause:       "notbecause",
	PointingBack:     "pointingback",
	BodyOfState:      "bodyofstate",
	ShortName:        "shortname",
	ShortAgain:       "shortagain",
	BodyOfPlace:      "bodyofplace",
	Kingdom:          "kingdom",
	ClassNoun:        "classnoun",
	NameClass:        "nameclass",
	DealtWith:        "dealtwith",
	Measure:          "measure",
	Kinship:          "kinship",
	TimesOver:        "timesover",
	Among:            "among",
	CountedOnce:      "countedonce",
	OutOfThem:        "outofthem",
	AgeWord:          "ageword",
	AgeReached:       "agereached",
	Died:             "died",
	Grown:            "grown",
	DayBetween:       "daybetween",
	SpeaksOn:         "speakson",
	YearUnit:         "yearunit",
	MonthUnit:        "monthunit",
	UpTo:             "upto",
	BoundDenied:      "bounddenied",
	ClauseJoiner:     "clausejoiner",
	Others:           "others",
	RestOfPeople:     "restofpeople",
	Uncounted:        "uncounted",
	Counter:          "counter",
	Question:         "question",
	Dialogue:         "dialogue",
	CounterOf:        "counterof",
	TollReached:      "tollreached",
	DeathOf:          "deathof",
	WoundOf:          "woundof",
	Passing:          "passing",
	CasualtyWord:     "casualty",
	Two:              "two",
	BeforeGeneral:    "beforegeneral",
	BothOf:           "bothof",
	LoneOne:          "loneone",
	FirstOfTwo:       "firstoftwo",
	NoAdjective:      "noadjective",
	Channel:          "channel",
	HalfOnly:         "halfonly",
	ShareOf:          "shareof",
	WholeUnit:        "wholeunit",
	NotCounted:       "notcounted",
	OfWeekday:        "ofweekday",
	Ahead:            "ahead",
	NoToday:          "notoday",
	YearKind:         "yearkind",
	About:            "about",
	BoundOf:          "boundof",
	HijriSign:        "hijrisign",
	CommonSign:       "commonsign",
	FewUnits:         "fewunits",
	OneOrWhole:       "oneorwhole",
	Drawn:            "drawn",
	HasBeen:          "hasbeen",
	WhoHeIs:          "whoheis",
	Ruling:           "ruling",
	ResultBehind:     "resultbehind",
	BodyClass:        "bodyclass",
	StateClass:       "stateclass",
	Departed:         "departed",
	Directed:         "directed",
	MayBeSaid:        "maybesaid",
	Evidence:         "evidence",
}

// usesByName finds a use by what the lists call it.
func usesByName() map[string]Use {
	byName := make(map[string]Use, uses)
	for use, name := range useNames {
		byName[name] = Use(use)
	}
	return byName
}

// Serves reports whether a folded word, whatever its spelling, has a use.
func (f *Functions) Serves(norm string, as Use) bool {
	u := f.uses[norm]
	return u != nil && u.Has(as)
}

// Having yields the folded words that have a use, in no order.
func (f *Functions) Having(as Use) func(yield func(string)) {
	return func(yield func(string)) {
		for norm, uses := range f.uses {
			if uses.Has(as) {
				yield(norm)
			}
		}
	}
}

// Uses tells the uses of a folded word. They are not to be changed.
func (f *Functions) Uses(norm string) *Uses {
	if u := f.uses[norm]; u != nil {
		return u
	}
	return noUses
}

// use gives a folded word a use.
func (f *Functions) use(norm string, as Use) {
	u := f.uses[norm]
	if u == nil {
		u = &Uses{}
		f.uses[norm] = u
	}
	u.add(as)
}

func (f *Functions) loadUses(byName map[string]Use) error {
	rows, err := Table("uses", 4)
	if err != nil {
		return err
	}
	for _, row := range rows {
		as, ok := byName[row.Fields[0]]
		if !ok {
			return row.Errorf("unknown class %q", row.Fields[0])
		}
		for _, word := range row.List(1) {
			f.use(arabic.Fold(word), as)
		}
	}
	return nil
}
