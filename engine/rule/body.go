package rule

// Body is the thresholds of what the runner tells: check-in, niggles, sleep
// need, cold water.
type Body struct {
	SignPresent   float64 // a sign is present from this score on
	CheckSigns    float64 // signs present on a day that make it a bad one
	CheckDays     float64 // bad days of the last three
	CheckSD       float64 // SDs of the three-day index from the own mean
	CheckFloor    float64 // least SD of the index
	CheckNeeds    float64 // check-ins behind the own mean
	PersistScore  float64 // a sign this strong can become persistent
	PersistCount  float64 // check-ins with it that make it so
	PersistOf     float64 // of the last so many that speak of it
	PersistClear  float64 // check-ins in a row below that end it
	PersistLapse  float64 // days without an answer after which it is not known any more
	PersistRefer  float64 // days that it has stood until a clinician should look
	SleepPoor     float64 // a night's sleep rated this or less is poor
	SleepPoorDays float64 // such days of the last seven that are a watch
	PainModify    float64 // pain that shortens runs
	PainStop      float64 // pain that stops them
	NiggleDays    float64 // days unresolved until a clinician should look
	NiggleReview  float64 // days until a niggle is asked about again
	ModifyScale   float64 // volume that stays while a niggle shortens runs
	SleepNeed     float64 // need on a usual day, minutes
	SleepNeedMax  float64 // most that load can make of it
	SleepLoadRise float64 // 7-day load over the 42-day mean that asks for more
	SleepLongWeek float64 // week that asks for more
	SleepExtra    float64 // minutes that each of the two asks for
	DebtDays      float64 // days that sleep debt looks back
	DebtShare     float64 // nights over which debt is paid back
	DebtNight     float64 // most of it in one night, minutes
	ColdStrength  float64 // hours after strength work without cold water
	ColdRun       float64 // hours after a hard or long run without it
	ColdWeekly    float64 // times a week beyond which it is a habit
	LongMinutes   float64 // a long run, for cold water
	StrideShift   float64 // points of stance balance from the own usual
	UnderHard     float64 // hard sessions begun under-recovered that are too many
	UnderDays     float64 // days in which they are counted

	IllnessGap       float64 // days from one day of illness to the next within which they are one illness
	IllnessShare     float64 // of the usual that may be run with one above the neck
	IllnessMinutes   float64 // and for so long at most
	IllnessLeast     float64 // easy days after an illness, at least
	IllnessMost      float64 // and at most
	IllnessFirst     float64 // of the usual in the first half of them
	IllnessSecond    float64 // and in the second
	IllnessReview    float64 // day of an illness on which it is reviewed
	IllnessClinician float64 // day on which a clinician should look
	FlagEasy         float64 // short days after a red flag that was not bone's
	FlagWalks        float64 // days of walking without pain before running, after one that may have been
	FlagWalkMinutes  float64 // minutes of it a day

	EffortNeeds    float64 // rated runs behind an expected effort of one's own
	EffortOver     float64 // RPE over the expected that makes a run harder than it should be
	ReactionLapse  float64 // a slower response is a lapse, ms
	ReactionTrials float64 // responses that make a test
	ReactionNeeds  float64 // tests behind what is usual
	ReactionSD     float64 // SDs slower that are slowed
	ReactionFloor  float64 // least SD of the tests, ms
	ScreenKnee     float64 // least of each test of the movement screen that is fine, in its unit
	ScreenCalf     float64
	ScreenPlank    float64
	ScreenBridge   float64
	ScreenSquat    float64
	ScreenHip      float64
	ScreenReach    float64
	ScreenBalance  float64
	UnevenKnee     float64 // more than this between left and right is uneven
	UnevenHip      float64
	UnevenBalance  float64
	UnevenShare    float64 // of the better side, for what is counted or timed
	ScreenRepeat   float64 // days until a test is due again
	GaitBand       float64 // of the usual speed, either way, within which runs are compared
	GaitSD         float64 // SDs from the own usual that are out
	GaitFloor      float64 // least SD of a running dynamic, of its usual
	SkipDays       float64 // days without a tick after which a part of the programme comes first
	TendonDays     float64 // days that tendon work goes on from the first pain
	MarkDays       float64 // days of progress that are set against as many before
	MarkNeeds      float64 // check-ins that each half needs
	MarkRuns       float64 // runs that each half needs
	MarkHard       float64 // hard sessions that each half needs
	MarkLoad       float64 // change of load that counts
	MarkScore      float64 // change of a check-in's mean that counts
	MarkBalance    float64 // change of the distance from even that counts
	MarkBack       float64 // change of the days back to normal that counts
	CycleDays      float64 // length of a cycle until the log has three
	LutealDays     float64 // last days of a cycle that are its luteal phase
}

// The references of the body's rules and of the recovery programme.
const (
	SeedMovement Cite = "seed_movement"
	SeedSoreness Cite = "seed_soreness"
	Vincent2017  Cite = "vincent2017"
	Snyders2022  Cite = "snyders2022"
	George2024   Cite = "george2024"
	Malta2021    Cite = "malta2021"
	Wang2025     Cite = "wang2025"
	Alfredson98  Cite = "alfredson1998"
	Rathleff2015 Cite = "rathleff2015"
	Willy2019    Cite = "willy2019"
	VanDyk2019   Cite = "vandyk2019"
	Haroy2019    Cite = "haroy2019"
	Lauersen2014 Cite = "lauersen2014"

	Foster2001     Cite = "foster2001"
	Garber2011     Cite = "garber2011"
	Basner2011     Cite = "basner2011"
	Hoch2011       Cite = "hoch2011"
	Lunsford1995   Cite = "lunsford1995"
	Freckleton2014 Cite = "freckleton2014"
	McGill1999     Cite = "mcgill1999"
	Springer2007   Cite = "springer2007"
	Bull2019       Cite = "bull2019"
)

func init() {
	for cite, text := range map[Cite]string{
		SeedMovement: "The movement guide that Rebound was built on (a stiff ankle becomes knee pain; a tight hip an altered stride)",
		SeedSoreness: "The soreness guide that Rebound was built on (the five signs; fatigue, tension and soreness are three things)",
		Vincent2017:  "Vincent et al. 2017: going on, changing or stopping by pain during and after running",
		Snyders2022:  "Snyders et al. 2022, Br J Sports Med 56:223: acute respiratory illness in athletes, return to sport; symptoms last 7.1 days on average, and the neck rule has no evidence",
		George2024:   "George et al. 2024, Sports Med 54:2247: return to running after a bone stress injury; first no tenderness and walking free of pain (level IV)",
		Malta2021:    "Malta et al. 2021: regular cold water lowers strength gains (-0.60); endurance -0.07, not significant",
		Wang2025:     "Wang et al. 2025: soreness after 10 to 15 min at 11 to 15 °C, SMD -1.45",
		Alfredson98:  "Alfredson et al. 1998, Am J Sports Med: heavy eccentric calf training for the Achilles tendon, 12 weeks",
		Rathleff2015: "Rathleff et al. 2015, Scand J Med Sci Sports: high-load heel raises for plantar heel pain",
		Willy2019:    "Willy et al. 2019, J Orthop Sports Phys Ther: pain around the kneecap, hip and knee exercise",
		VanDyk2019:   "van Dyk et al. 2019, Br J Sports Med: the Nordic hamstring exercise and hamstring injury",
		Haroy2019:    "Harøy et al. 2019, Br J Sports Med: adductor strengthening and groin problems",
		Lauersen2014: "Lauersen et al. 2014, Br J Sports Med: strength training and sports injury",

		Foster2001:     "Foster et al. 2001, J Strength Cond Res: session RPE, 0 to 10",
		Garber2011:     "Garber et al. 2011, Med Sci Sports Exerc: how hard an effort is by its share of max HR",
		Basner2011:     "Basner, Mollicone and Dinges 2011, Acta Astronaut 69:949: the brief vigilance test (PVT-B, 3 min); a lapse is over 355 ms",
		Hoch2011:       "Hoch and McKeon 2011, Man Ther 16:516: knee to wall 12 cm (SD 2.8); 68% of healthy adults differ by 1.5 cm or less",
		Lunsford1995:   "Lunsford and Perry 1995, Phys Ther: 203 adults did 27.9 heel raises on one leg on average; 25 as the criterion for normal",
		Freckleton2014: "Freckleton et al. 2014, Br J Sports Med 48:713: single-leg bridge, under 20 poor, 25 average, over 30 good (footballers)",
		McGill1999:     "McGill et al. 1999, Arch Phys Med Rehabil 80:941: side bridge times of 75 young adults",
		Springer2007:   "Springer et al. 2007, J Geriatr Phys Ther 30:8: standing on one leg, eyes open and closed, 549 adults by age",
		Bull2019:       "Bull et al. 2019, npj Digit Med: 612,613 cycles, 29.3 days with a luteal phase of 12.4 on average (7 to 17)",
	} {
		References[cite] = text
	}
}
