package rule

// Body is the thresholds of what the runner reports: check-in, niggles, sleep
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
	PersistRefer  float64 // days that it has held until a clinician should look
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
	for cite, ref := range map[Cite]Reference{
		SeedMovement: {`The Obstacle Doc, "Why Rest Days Alone Aren't Enough"`, ""},
		SeedSoreness: {`Athtec, "Why Recovery Is Just as Important as Training"`, ""},
		Vincent2017:  {"Vincent and Vincent 2017, when is it safe to run?", "10.1249/JSR.0000000000000362"},
		Snyders2022:  {"Snyders et al. 2022, respiratory illness and return to sport", "10.1136/bjsports-2021-104719"},
		George2024:   {"George et al. 2024, return to running after a bone stress injury", "10.1007/s40279-024-02051-y"},
		Malta2021:    {"Malta et al. 2021, regular cold water and training gains", "10.1007/s40279-020-01362-0"},
		Wang2025:     {"Wang et al. 2025, cold water: how long and how cold", "10.3389/fphys.2025.1525726"},
		Alfredson98:  {"Alfredson et al. 1998, heavy calf training for the Achilles tendon", "10.1177/03635465980260030301"},
		Rathleff2015: {"Rathleff et al. 2015, heavy heel raises for plantar heel pain", "10.1111/sms.12313"},
		Willy2019:    {"Willy et al. 2019, guideline on pain around the kneecap", "10.2519/jospt.2019.0302"},
		VanDyk2019:   {"van Dyk et al. 2019, the Nordic hamstring exercise", "10.1136/bjsports-2018-100045"},
		Haroy2019:    {"Harøy et al. 2019, adductor strength and groin problems", "10.1136/bjsports-2017-098937"},
		Lauersen2014: {"Lauersen et al. 2014, exercise against sports injuries", "10.1136/bjsports-2013-092538"},

		Foster2001:     {"Foster et al. 2001, session RPE", "10.1519/00124278-200102000-00019"},
		Garber2011:     {"Garber et al. 2011, ACSM guidance on how hard exercise is", "10.1249/MSS.0b013e318213fefb"},
		Basner2011:     {"Basner et al. 2011, a brief vigilance test", "10.1016/j.actaastro.2011.07.015"},
		Hoch2011:       {"Hoch and McKeon 2011, the knee-to-wall test left and right", ""},
		Lunsford1995:   {"Lunsford and Perry 1995, the heel-raise test", "10.1093/ptj/75.8.694"},
		Freckleton2014: {"Freckleton et al. 2014, the single-leg bridge in footballers", "10.1136/bjsports-2013-092356"},
		McGill1999:     {"McGill et al. 1999, how long young adults hold a side plank", "10.1016/S0003-9993(99)90087-4"},
		Springer2007:   {"Springer et al. 2007, standing on one leg by age", "10.1519/00139143-200704000-00003"},
		Bull2019:       {"Bull et al. 2019, 600,000 menstrual cycles", "10.1038/s41746-019-0152-7"},
	} {
		References[cite] = ref
	}
}
