// Package wire is what the page, the backend and the command line say to each
// other: plain structs that travel as JSON. [Assessment] is the public form of
// a verdict (docs/schema/assessment.json: its names are stable); the rest are the
// backend's operations (Op...), one [Request] and one [Reply] each, and the events in
// between. app/words fills what a runner reads; the page draws it, a field each.
package wire

import "rebound/engine/diary"

// Assessment is one date's verdict with its sentences, as the command line
// prints it and the page draws it.
type Assessment struct {
	Date       diary.Date `json:"date"`
	Action     string     `json:"action"`
	Level      string     `json:"level"`                // go, ease, recover, stop, unknown
	Confidence string     `json:"confidence"`           // low, medium, high
	Declinable string     `json:"declinable,omitempty"` // the action, where the runner may decline it
	Declined   string     `json:"declined,omitempty"`   // what would be in force, had the runner not declined it
	Headline   string     `json:"headline"`
	Signals    []Signal   `json:"signals"` // always three: hrv, resting_hr, sleep
	Reasons    []Reason   `json:"reasons"`
	Week       []DayPlan  `json:"week"`
	WeekFrom   string     `json:"week_from"` // plan, usual, after_race, return_to_run: what the days before they were changed are
	Load       Load       `json:"load"`
	MaxHR      *MaxHR     `json:"max_hr,omitempty"` // nil: not known

	Urgent string `json:"urgent,omitempty"` // the emergency line: before all else, never folded

	Word string `json:"word"` // the verdict in one or two words: "Go", "Ease off"
	Age  string `json:"age"`  // how old the newest reading is, in words
	Next string `json:"next"` // what to do next, never "just rest"

	NextShort string `json:"next_short,omitempty"` // its first words, "run easy, sleep first"; none under a stop

	Window int `json:"window_days"` // of the recent means

	Easy *Easy `json:"easy_pace,omitempty"`
	Body *Body `json:"body,omitempty"`

	Done    *Done    `json:"done,omitempty"`    // what was run on the date; absent where no run of it is known
	Morning *Morning `json:"morning,omitempty"` // which of the date's numbers are in

	RaceDay bool   `json:"race_day,omitempty"` // the plan's race is today
	Race    string `json:"race,omitempty"`     // what the runner calls it
	Offer   string `json:"offer,omitempty"`    // the plan has ended: what may come next

	Occasion string     `json:"occasion,omitempty"` // race_day, return_to_run, nothing_new, learning: what the day is beside its level
	Title    string     `json:"title"`              // the word or, on an occasion, what the day is: "Race day"
	Steps    *Steps     `json:"steps,omitempty"`    // how far an occasion has come
	Newest   diary.Date `json:"newest,omitempty"`   // the date of the newest reading
	Earlier  string     `json:"earlier,omitempty"`  // with nothing new: the word of the newest day's verdict
	Aim      string     `json:"aim,omitempty"`      // what the plan's session asks for: "148 to 158 bpm"
	Asks     *Asks      `json:"asks,omitempty"`     // of the runner, by the page alone

	PlanAfter *Plan `json:"plan_after,omitempty"` // with a plan: the whole of it as it now stands
}

// Steps is how far something has come, in numbers and words: "6 of 21 nights".
type Steps struct {
	Done int    `json:"done"`
	Of   int    `json:"of"`
	Text string `json:"text"`
}

// Asks is what Today asks beside the verdict, and what was answered.
type Asks struct {
	Run       *RunAsk     `json:"run,omitempty"`        // whether there was a run on days of which nothing says it
	NotRan    *NotRanSaid `json:"not_ran,omitempty"`    // the date's answer that there was none
	Rate      *Unrated    `json:"rate,omitempty"`       // the latest run, where how hard it felt was not said
	CheckedIn bool        `json:"checked_in,omitempty"` // the date has a check-in
	Ill       bool        `json:"ill,omitempty"`        // an illness goes on
	Walk      bool        `json:"walk,omitempty"`       // how a walk was: walking comes before running
	Ahead     bool        `json:"ahead,omitempty"`      // OpIfToday has an answer

	Ticks   []string      `json:"ticks,omitempty"`   // codes of the date's programme that are done
	Reports []RunReported `json:"reports,omitempty"` // of the last four weeks: runs by word, a file come for them or not
}

// Unrated is a run of which it was not said how hard it felt.
type Unrated struct {
	Date  diary.Date `json:"date"`
	Start int64      `json:"start"`
	Text  string     `json:"text"`
}

// Signal is one of the three signals against the runner's own normal. HRV
// numbers are of ln RMSSD, resting HR in bpm, sleep in minutes.
type Signal struct {
	Kind     string    `json:"kind"`
	State    string    `json:"state"` // in_range, adverse, unusual, unknown
	Recent   *float64  `json:"recent,omitempty"`
	Baseline *Baseline `json:"baseline,omitempty"`
	DaysOut  int       `json:"days_out"`
	Past     string    `json:"past,omitempty"` // in range, its mean outside all the same: better, or why it changes nothing
	Source   string    `json:"source,omitempty"`
	Metric   string    `json:"metric,omitempty"`

	// For the screen.
	Name        string  `json:"name"`          // "HRV"
	Value       string  `json:"value"`         // window mean in the runner's units, "48"; "" when unknown
	Unit        string  `json:"unit"`          // "ms", "bpm", ""
	Range       string  `json:"range"`         // "58 to 69"
	Note        string  `json:"note"`          // "in range", "a little low", "out for 3 days", "9 of 14 nights"
	Why         string  `json:"why,omitempty"` // why a signal past its range changes nothing, a sentence
	Low         float64 `json:"low,omitempty"` // normal range in the units of Strip
	High        float64 `json:"high,omitempty"`
	Strip       []Point `json:"strip,omitempty"` // the last 14 days' readings, ms, bpm or minutes
	Today       string  `json:"today,omitempty"` // the assessed day's own reading, "51 bpm"
	Provisional bool    `json:"provisional,omitempty"`
	Owed        bool    `json:"owed,omitempty"`     // of sleep in range: a night or more is owed all the same
	By          string  `json:"by,omitempty"`       // typed or corrected: whose word Today is; absent: the device's
	Was         string  `json:"was,omitempty"`      // what the device had, where that was corrected or left out
	LeftOut     bool    `json:"left_out,omitempty"` // the date's reading does not count
	Doubt       *Doubt  `json:"doubt,omitempty"`
	Learning    int     `json:"learning,omitempty"` // days so far of those that a signal needs that is not known yet
	Needed      int     `json:"needed,omitempty"`
	Learned     string  `json:"learned,omitempty"` // that in words: "6 of 21 nights"
	From        string  `json:"from,omitempty"`    // when it will be: "known from about 11 Dec"
	Break       string  `json:"break,omitempty"`   // why it began anew: "New normal since 3 Mar: from Oura"
}

// Doubt is a value that the runner typed as the watch's, where its file says another.
type Doubt struct {
	Typed string  `json:"typed"` // "51 bpm"
	Read  string  `json:"read"`
	Value float64 `json:"value"` // what was typed, ms, bpm or minutes
}

// Done is what was run on a date against the session that it had.
type Done struct {
	Minutes float64 `json:"minutes"`
	Km      float64 `json:"km"`
	State   string  `json:"state,omitempty"`   // as in PlanDone; absent where no session is known
	Planned string  `json:"planned,omitempty"` // "Easy run, 45 min, 8.0 km"
	Ran     string  `json:"ran"`               // "Run, 46 min, 8.1 km"
	Text    string  `json:"text,omitempty"`    // the state in words
	Next    string  `json:"next,omitempty"`    // "Tomorrow: Tempo, 50 min, 8.9 km"
	Also    string  `json:"also,omitempty"`    // where else a run of it is: "Also in Strava: counted once."
}

// Morning is which of a date's numbers are in, and whose they are.
type Morning struct {
	File  bool     `json:"file,omitempty"`  // a device's own reading of the date
	Watch bool     `json:"watch,omitempty"` // a device has measured a signal before: what is typed is its own unless it is said
	Typed []string `json:"typed,omitempty"` // what the runner typed for it, "51 bpm"
	Said  *Typed   `json:"said,omitempty"`  // the same as numbers
	Strap *Strap   `json:"strap,omitempty"` // what was measured with a strap; the last of the date
	Worn  bool     `json:"worn,omitempty"`  // a strap has measured before
}

// Strap is a measurement with a heart-rate strap.
type Strap struct {
	At        int64  `json:"at"` // when it was entered
	HRV       string `json:"hrv"`
	RestingHR string `json:"resting_hr"`
	Beats     int    `json:"beats"`
	Wrong     int    `json:"wrong"` // of those: left out
}

// Baseline is the runner's normal: mean and sample SD, the normal range
// (mean -/+ 0.5 SD) and the number of days behind it.
type Baseline struct {
	Mean float64 `json:"mean"`
	SD   float64 `json:"sd"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	Days int     `json:"days"`
}

// Point is a value on a date.
type Point struct {
	Date  diary.Date `json:"d"`
	Value float64    `json:"v"`
}

// Cite is whose word something is: a source by its title, and its DOI where it has one.
type Cite struct {
	Title string `json:"title"`
	DOI   string `json:"doi,omitempty"`
}

// Reason is one line of the explanation.
type Reason struct {
	Code   string   `json:"code"`
	Text   string   `json:"text"`
	Number string   `json:"number,omitempty"` // what was found, "-0.8 SD"
	Limit  string   `json:"limit,omitempty"`  // against what, "-0.75 SD"
	Source string   `json:"source,omitempty"` // where the data came from, "garmin 4315"
	Cites  []string `json:"cites"`
	Refs   []Cite   `json:"refs,omitempty"` // the same in their parts
	Level  string   `json:"tone,omitempty"` // go, ease, recover, watch, unknown: how the line is marked
}

// DayPlan is one day of the coming seven.
type DayPlan struct {
	Date    diary.Date `json:"date"`
	Before  Session    `json:"before"`
	After   Session    `json:"after"`
	Because []string   `json:"because,omitempty"`
	Option  *Session   `json:"option,omitempty"`    // on a day of rest: what may be run by choice
	Open    bool       `json:"open,omitempty"`      // not decided before a niggle is asked about again, or while an illness lasts
	Ended   bool       `json:"ended,omitempty"`     // after the race that the plan ends with: easy or off
	NoRun   string     `json:"no_run,omitempty"`    // why a planned race should not be run
	Speed   float64    `json:"max_speed,omitempty"` // m/s, that its running goes no faster than, on the way back

	Declinable string `json:"declinable,omitempty"` // the action that changed the day, where it may be declined
	Declined   string `json:"declined,omitempty"`   // the action that would have changed it, had it not been declined
}

// Session is a day's training. Kind is one of easy, long, tempo, intervals,
// race, rest, cross, walk_run.
type Session struct {
	Kind    string  `json:"kind"`
	Minutes float64 `json:"minutes"`
	Km      float64 `json:"km"`
}

// Load is the training load up to the date; nil where it is not known.
type Load struct {
	Fitness  *float64 `json:"fitness,omitempty"`
	Fatigue  *float64 `json:"fatigue,omitempty"`
	Form     *float64 `json:"form,omitempty"`
	Monotony *float64 `json:"monotony,omitempty"`
	Learning string   `json:"learning,omitempty"` // why fitness, fatigue and form say nothing yet
	Measured float64  `json:"measured,omitempty"` // share of six weeks' training minutes with heart rate; the rest count as usual
}

// MaxHR is the maximal heart rate in use.
type MaxHR struct {
	BPM  float64 `json:"bpm"`
	From string  `json:"from"` // setting; seen (in two runs); watch; age
}

// Easy is the easy-pace check.
type Easy struct {
	State string  `json:"state"`        // pass, fail, unknown
	By    string  `json:"by,omitempty"` // pace, power, index, felt: what passed or failed it
	Runs  int     `json:"runs"`
	HR    float64 `json:"hr,omitempty"`    // bpm at the usual easy speed, last two runs
	Usual float64 `json:"usual,omitempty"` // bpm at the same speed, the 42 days before
	Speed float64 `json:"speed,omitempty"` // m/s
	Power float64 `json:"power,omitempty"` // W, where it was compared; HR and Usual are at it where By is power
	Text  string  `json:"text,omitempty"`  // one sentence

	Cannot string `json:"cannot,omitempty"` // why no run could tell: no_heart_rate (sessions stand), no_max_hr
}
