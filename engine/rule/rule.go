// Package rule holds the thresholds that a runner can set: name, default, bounds,
// unit and where each comes from.
//
// A threshold without a source is marked Ours: it is our choice, and the screen
// says so. What is fixed, such as the stages of a walk-run and the shape of a
// plan, is beside its code and in docs/MODEL.md. The science packages read
// the plain [Settings]; [Table] lists the same fields for the Settings screen and
// the command line, by key.
package rule

import (
	"fmt"
	"math"
	"slices"
)

// Settings is one runner's thresholds. Start from [Default].
type Settings struct {
	// Signals.
	WindowDays      float64 // days in the recent window
	WindowNeeds     float64 // valid days it needs
	BaselineDays    float64 // days before the window that make the normal
	BaselineNeeds   float64 // valid days it needs
	BaselineSettled float64 // below this the baseline is provisional
	GateK           float64 // SDs from normal that hold a hard session back
	CutK            float64 // SDs from normal that count towards a week cut
	UnusualK        float64 // SDs above normal at which HRV is unusual
	HRVFloor        float64 // least SD of ln RMSSD
	RestFloor       float64 // least SD of resting HR, bpm
	RestRise        float64 // least rise of resting HR, bpm ...
	RestShare       float64 // ... or this share of the own normal, whichever is less
	SleepShort      float64 // a short night, minutes
	SleepShortDays  float64 // how many short nights
	SleepDrop       float64 // least drop below the own baseline, minutes
	SleepVeryShort  float64 // mean that is short whatever the baseline, minutes
	SleepVeryDays   float64 // nights known for that
	SleepLiteral    float64 // 1: drop the own-baseline clause
	HabitDays       float64 // nights behind "habitual" sleep
	HabitNeeds      float64 // nights known for that
	TagWeight       float64 // weight of a tagged day in the window

	// The week cut.
	CutSignals   float64 // signals that must drift on the same day
	CutRun       float64 // days running
	CutLength    float64 // days it is in force
	CutRefractor float64 // days until it may fire again
	CutScale     float64 // volume that stays
	CutDeepScale float64 // volume that stays when all three drift

	// A signal that stays out, days running, whatever the others do.
	LoneAsks   float64 // what is behind it is asked
	LoneHolds  float64 // the next hard session waits, whatever was run
	LoneRefers float64 // a clinician is advised

	// Hard sessions and load.
	HardShare    float64 // share of max HR
	HardMinutes  float64 // minutes at it
	HardRPE      float64 // session RPE that makes any session hard
	MonotonyHigh float64
	SpikeShare   float64 // of the 30-day longest run
	SpikeDays    float64
	MaxShare     float64 // of the age formula: what was seen from here on is a maximum
	MaxWitness   float64 // share within which another day vouches for what was seen
	MaxRPE       float64 // session RPE that makes what was seen a maximum
	LoadMeasured float64 // share of the minutes with heart rate under which load says so
	HugeMinutes  float64 // a huge effort without a plan: so long a run,
	HugeShare    float64 // half of it at this share of max HR
	HugeTimes    float64 // or so many times the longest
	HugeDays     float64 // of so many days before it
	HugeNeeds    float64 // with so many runs in them

	// Easy-pace check.
	EasyMinutes  float64 // shortest run that counts
	EasyDiscard  float64 // minutes left out at the start
	EasyDays     float64 // how far back
	EasyNeeds    float64 // runs in the comparison
	EasyRecent   float64 // runs that are compared
	EasyShare    float64 // highest mean HR as a share of max HR
	EasyVary     float64 // highest coefficient of variation of speed
	EasyClimb    float64 // m of climb per km
	EasyRise     float64 // bpm at matched speed that fails
	EasyIndexSD  float64 // SDs of the running-speed index that fail
	EasyIndexMin float64 // least SD of the index, m/s
	EasyFelt     float64 // without heart rate: so many easy runs that felt too hard
	EasyFeltOf   float64 // of so many

	// Return to running.
	BackTier1   float64 // days off: first, second and third tier
	BackTier2   float64
	BackTier3   float64
	AskDays     float64 // days without a record after which it is asked whether there was a run
	ReportNear  float64 // of a reported run's minutes or km, within which a file of its date is it
	RhythmWeeks float64 // weeks before the last run that show the runner's usual gap between runs
	BackScale1  float64 // volume in the first and second tier
	BackScale2  float64
	BackStay1   float64 // days in force from the first run back
	BackStay2   float64
	BackStay3   float64
	RebuiltRun  float64 // rebuilt weeks running before quality comes back
	Growth      float64 // a week, share, while weeks are being rebuilt
	Rebuilt     float64 // share of the usual volume that makes a week rebuilt

	StageSessions float64 // pain-free sessions of a walk-run stage before the next
	StageShare    float64 // of a stage's running that makes a run a session of it
	ReturnDays    float64 // days from the first run back that are spoken of as the first weeks
	LungsFrom     float64 // days back after which heart and lungs feel as before
	LungsTo       float64 // and by which they do
	AerobicHeld   float64 // share of the training before a pause that other sports hold it at
	ReturnSpeed   float64 // of the own easy speed before a pause, that running goes no faster than until the weeks are rebuilt
	ReturnOver    float64 // share over it from which a run is named: what a watch's distance may be off
	LossWeekly    float64 // share of VO2max lost in a week off; 0: by the curve

	// What the runner decided.
	DeclinedDays float64 // days that it is spoken of, and that a declined hold is not asked again
	DeclinedCuts float64 // declined cuts in a row that are worth a word

	// The plan.
	DeloadEvery float64 // weeks from one deload to the next
	DeloadScale float64 // of the block's mean that stays
	TaperScale  float64 // of the volume before the taper that stays, on average
	Plan
	Body
	Effect

	// The runner.
	MaxHR float64 // bpm; 0: found from the runs
	Age   float64 // years; 0: not said
	Sex   string  // "male", "female" or "": for TRIMP
}

// Default is the settings that docs/MODEL.md gives.
func Default() Settings {
	var s Settings
	for _, r := range Table {
		*r.field(&s) = r.Default
	}
	return s
}

// Rule describes one threshold.
type Rule struct {
	Key     string // stable: a settings file and the store use it
	Group   string // signals, cut, lone, hard, easy, return, decline, plan, body, effort, screen, progress, effect
	Default float64
	Min     float64
	Max     float64
	Step    float64
	Unit    string // "SD", "bpm", "min", "days", "nights", "x", "share", "m/km", "m/s", "runs", "0-10", "on"
	Cite    Cite   // "" when Ours
	Ours    bool

	field func(*Settings) *float64
}

// Get reads the rule's value, in its Unit.
func (r Rule) Get(s Settings) float64 { return *r.field(&s) }

// counted are the units of what is counted, of which there is no half.
var counted = []string{"days", "nights", "weeks", "runs", "sessions", "signals", "signs", "entries", "tests", "trials", "cuts", "on", "x"}

// Whole reports whether the rule is a count: 6.5 days are neither 6 nor 7.
func (r Rule) Whole() bool { return r.Step == math.Trunc(r.Step) && slices.Contains(counted, r.Unit) }

// Find returns the rule with a key.
func Find(key string) (Rule, bool) {
	for _, r := range Table {
		if r.Key == key {
			return r, true
		}
	}
	return Rule{}, false
}

// Set changes one threshold by key. A value outside its bounds is an error and
// changes nothing.
func (s *Settings) Set(key string, v float64) error {
	r, ok := Find(key)
	if !ok {
		return fmt.Errorf("no setting is called %q", key)
	}
	if math.IsNaN(v) || v < r.Min || v > r.Max {
		return fmt.Errorf("%s must be between %g and %g", key, r.Min, r.Max)
	}
	*r.field(s) = v
	return nil
}
