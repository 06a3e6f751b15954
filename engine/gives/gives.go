// Package gives is the sheet *What each source gives*, as facts: which of the three
// signals and what of a run the files of each source carry, and what they say of the
// runner's zone. The README and the Files screen are drawn from it, and the sample
// runner written in each of these formats (engine/sample/vendor) is read back and held
// against it.
//
// It says what comes of the files, not all that is in them: a score is no signal, and
// a number that only looks like one (the heart rate of a morning reading, a profile's
// resting heart rate) is not given.
package gives

// Sleep is how much of a night is given.
type Sleep string

const (
	NoSleep Sleep = ""
	Total   Sleep = "total"  // minutes asleep
	Stages  Sleep = "stages" // light, deep and REM
)

// Resting is which resting heart rate is given.
type Resting string

const (
	NoResting Resting = ""
	Daily     Resting = "daily"  // the day's, as the maker has it
	Lowest    Resting = "lowest" // the lowest of the night, which the maker shows as resting
)

// HRV is a metric at a moment, as diary.Metric has them together.
type HRV struct {
	Metric string // rmssd, sdnn
	Moment string // night, morning, any
}

// Runs is what is given of a run.
type Runs string

const (
	NoRuns  Runs = ""
	Summary Runs = "summary" // when, how long, how far, the mean heart rate
	Beats   Runs = "beats"   // the same, and the heart rate all along
	Series  Runs = "series"  // heart rate and speed all along
)

// Zone is what is given of the runner's clock.
type Zone string

const (
	Clock Zone = "clock" // how far it was from UTC
	UTC   Zone = "utc"   // instants alone
	Local Zone = "local" // what the clock showed, and no zone; or no more than dates
	Mixed Zone = "mixed" // instants of some things, the clock of others
)

// Part is one column of the sheet.
type Part string

const (
	OfSleep   Part = "sleep"
	OfResting Part = "resting_hr"
	OfHRV     Part = "hrv"
	OfRuns    Part = "runs"
)

// Row is one source.
type Row struct {
	Via     string // as diary.File.Via has it; "" for the files of a watch itself
	Sleep   Sleep
	Resting Resting
	HRV     []HRV
	Runs    Runs
	Zone    Zone
	May     []Part // what of it not every runner's files have: by watch, app or column chosen
}

var (
	night   = []HRV{{"rmssd", "night"}}
	morning = []HRV{{"rmssd", "morning"}}
)

// Sheet is every source, the files of a watch first and then in the order in which
// most runners have them.
var Sheet = []Row{
	{Via: "", Sleep: Stages, Resting: Daily, HRV: night, Runs: Series, Zone: Clock, May: []Part{OfSleep, OfResting, OfHRV}},
	{Via: "garmin_account", Sleep: Stages, Resting: Daily, HRV: night, Runs: Summary, Zone: Mixed, May: []Part{OfHRV}},
	{Via: "garmin_web", Sleep: Total, Resting: Daily, HRV: night, Runs: Summary, Zone: Local, May: []Part{OfHRV}},
	{Via: "apple", Sleep: Stages, Resting: Daily, HRV: []HRV{{"sdnn", "night"}, {"sdnn", "any"}, {"rmssd", "night"}}, Runs: Series, Zone: Clock, May: []Part{OfSleep, OfHRV}},
	{Via: "health_auto_export", Sleep: Stages, Resting: Daily, HRV: []HRV{{"sdnn", "any"}}, Runs: Series, Zone: Mixed, May: []Part{OfSleep, OfResting, OfHRV, OfRuns}},
	{Via: "strava", Runs: Series, Zone: UTC},
	{Via: "tcx", Runs: Series, Zone: UTC},
	{Via: "gpx", Runs: Series, Zone: UTC},
	{Via: "polar", Sleep: Stages, HRV: night, Runs: Series, Zone: Clock, May: []Part{OfSleep, OfHRV}},
	{Via: "whoop", Sleep: Stages, Resting: Daily, HRV: night, Runs: Summary, Zone: Clock},
	{Via: "oura", Sleep: Stages, Resting: Lowest, HRV: night, Zone: Clock, May: []Part{OfHRV}},
	{Via: "fitbit", Sleep: Stages, Resting: Daily, HRV: night, Runs: Series, Zone: Mixed, May: []Part{OfHRV, OfRuns}},
	{Via: "intervals_icu", Sleep: Total, Resting: Daily, HRV: []HRV{{"rmssd", "any"}, {"sdnn", "any"}}, Zone: Local, May: []Part{OfSleep, OfResting, OfHRV}},
	{Via: "runalyze", Sleep: Stages, Resting: Lowest, Zone: Local, May: []Part{OfResting}},
	{Via: "hrv4training", HRV: morning, Zone: Local},
	{Via: "elite_hrv", HRV: morning, Zone: Local},
	{Via: "kubios", HRV: []HRV{{"rmssd", "any"}, {"sdnn", "any"}}, Zone: Local},
	{Via: "health_connect", Sleep: Stages, Resting: Daily, HRV: night, Runs: Series, Zone: Clock, May: []Part{OfSleep, OfResting, OfHRV, OfRuns}},
	{Via: "samsung", Sleep: Stages, HRV: []HRV{{"rmssd", "night"}, {"sdnn", "night"}}, Runs: Summary, Zone: Clock, May: []Part{OfHRV}},
	{Via: "withings", Sleep: Stages, Runs: Summary, Zone: Clock},
	{Via: "suunto", Runs: Series, Zone: Clock},
	{Via: "zepp", Sleep: Stages, Runs: Summary, Zone: UTC},
	{Via: "xiaomi", Sleep: Stages, Resting: Daily, Runs: Summary, Zone: UTC},
	{Via: "huawei", Runs: Series, Zone: Clock},
	{Via: "table", Sleep: Total, Resting: Daily, HRV: []HRV{{"rmssd", "any"}, {"sdnn", "any"}}, Zone: Local, May: []Part{OfSleep, OfResting, OfHRV}},
}

// Of is the row of a source.
func Of(via string) (Row, bool) {
	for _, r := range Sheet {
		if r.Via == via {
			return r, true
		}
	}
	return Row{}, false
}
