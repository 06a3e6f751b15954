package wire

import "rebound/engine/diary"

// PlanGoal is what the runner asks a plan for. Nothing of it is needed: with
// none of it the plan keeps the runner healthy at what the diary says they run.
type PlanGoal struct {
	RaceDate diary.Date `json:"race_date,omitempty"` // absent: no race
	RaceKm   float64    `json:"race_km,omitempty"`
	Tune     []Race     `json:"tune,omitempty"`    // races on the way, by date
	Recover  *Race      `json:"recover,omitempty"` // a race that was run: its easy days, a plan of its own
	Start    diary.Date `json:"start,omitempty"`
	Days     []string   `json:"days,omitempty"` // mon .. sun that can be run; empty: PerWeek of them are chosen
	PerWeek  int        `json:"per_week,omitempty"`
	Long     string     `json:"long,omitempty"`      // the long run's day
	LastRun  diary.Date `json:"last_run,omitempty"`  // before a pause that no file shows
	WeeklyKm *float64   `json:"weekly_km,omitempty"` // absent: as the diary has it

	RaceName    string             `json:"race_name,omitempty"`    // as the runner calls it
	RaceMinutes float64            `json:"race_minutes,omitempty"` // the time that the runner is after
	Off         []PlanOff          `json:"off,omitempty"`          // days that are not the plan's to fill, by date
	Minutes     map[string]float64 `json:"minutes,omitempty"`      // that there is time for, by weekday; absent: as long as it takes
}

// PlanMake asks for a plan. Preview shows it without keeping it.
type PlanMake struct {
	Goal    PlanGoal `json:"goal"`
	Preview bool     `json:"preview,omitempty"`
}

// PlanMove moves a session to another day; the two days change places.
type PlanMove struct {
	From diary.Date `json:"from"`
	To   diary.Date `json:"to"`
}

// PlanLife is what the runner says of their days and their race, all of it: what it
// leaves out is taken back. With Keep it is nothing but that the plan stays as it is,
// though little of it was run.
type PlanLife struct {
	Off     []PlanOff          `json:"off,omitempty"`
	Minutes map[string]float64 `json:"minutes,omitempty"`
	Name    string             `json:"name,omitempty"`
	Time    float64            `json:"time,omitempty"` // minutes
	Keep    bool               `json:"keep,omitempty"`
}

// PlanExport asks for a file: "ics" is the plan as it now stands, "workouts"
// every structured session to come in one zip, "workout" the one on Date.
type PlanExport struct {
	What string     `json:"what"`
	Date diary.Date `json:"date,omitempty"`
}

// PlanScreen is the Plan screen on a date. Without a plan (Made absent) it has
// what a form starts from.
type PlanScreen struct {
	Date    diary.Date `json:"date"`
	Goal    PlanGoal   `json:"goal"` // as it was asked; without a plan, what the diary proposes
	NowKm   float64    `json:"now_km"`
	NowText string     `json:"now_text"`           // "From your diary: 32 km a week, the median of the last four"
	LastRun diary.Date `json:"last_run,omitempty"` // by file or by word; absent: none is known
	Paused  string     `json:"paused"`             // what a long pause asks of a plan, one sentence
	Made    *Plan      `json:"made,omitempty"`
	Preview bool       `json:"preview,omitempty"`
	Title   string     `json:"title,omitempty"`   // what it leads to, "Marathon"; "" without a race
	When    string     `json:"when,omitempty"`    // "Sunday 14 June: 18 weeks to go"
	Aim     string     `json:"aim,omitempty"`     // the time that the runner is after, and what it means
	Life    string     `json:"life,omitempty"`    // days off and limits, in a few words
	Undo    string     `json:"undo,omitempty"`    // what OpPlanUndo takes back: "Moved intervals from Tue to Thu"
	Summary string     `json:"summary,omitempty"` // of the coming seven days, one sentence

	Days  []PlanDay   `json:"days"`  // the seven from Date on
	Done  []PlanDone  `json:"done"`  // the days of this week before Date, and Date: planned against done
	Weeks []BlockWeek `json:"weeks"` // the block

	Return   *ReturnCard `json:"return,omitempty"`
	Cycles   []Cycle     `json:"cycles"`             // latest last
	Forecast *Forecast   `json:"forecast,omitempty"` // while something is cut or held
	Offer    *PlanOffer  `json:"offer,omitempty"`
}

// PlanDay is one day as it was planned and as it now stands.
type PlanDay struct {
	Date     diary.Date `json:"date"`
	Day      string     `json:"day"` // "Mon 23 Nov"
	Before   Session    `json:"before"`
	After    Session    `json:"after"`
	Name     string     `json:"name"`             // of After: "Easy run"
	Amount   string     `json:"amount,omitempty"` // and how much of it: "45 min, 7.2 km"
	Was      string     `json:"was,omitempty"`    // Before, when it differs: "Tempo, 50 min, 8.9 km"
	Heart    string     `json:"heart,omitempty"`  // what it asks for: "128 to 146 bpm"
	Pace     string     `json:"pace,omitempty"`   // "6:10 to 5:40 /km"
	Steps    []string   `json:"steps,omitempty"`  // of a structured session
	Why      []string   `json:"why,omitempty"`    // a sentence for each reason why After differs
	Because  []string   `json:"because,omitempty"`
	Deload   bool       `json:"deload,omitempty"`
	Workout  bool       `json:"workout,omitempty"` // there is a watch file of it
	MoveTo   []MoveTo   `json:"move_to,omitempty"` // where it can go
	NoRun    string     `json:"no_run,omitempty"`  // why a planned race or run should not be run
	DoneText string     `json:"done,omitempty"`    // what was run on the day
	Open     bool       `json:"open,omitempty"`    // not decided before a niggle is asked about again
	Life     string     `json:"life,omitempty"`    // what became of it for the days that the runner has
	Off      bool       `json:"off,omitempty"`     // the runner cannot run
	CanOff   bool       `json:"can_off,omitempty"` // the runner may say so

	Declinable string `json:"declinable,omitempty"` // the action that changed the day, where it may be declined
	Declined   string `json:"declined,omitempty"`   // the action that would have changed it, had it not been declined
}

// MoveTo is a day that a session can move to.
type MoveTo struct {
	Date diary.Date `json:"date"`
	Day  string     `json:"day"`
	Warn string     `json:"warn,omitempty"` // "next to another hard session"
}

// PlanDone is one past day: what was planned against what was done.
type PlanDone struct {
	Date    diary.Date `json:"date"`
	Day     string     `json:"day"`
	Planned string     `json:"planned"`
	Done    string     `json:"done"`
	State   string     `json:"state"` // as_planned, shorter, longer, harder, easier, missed, extra, rest, to_come
	Text    string     `json:"text"`  // the state in words
}

// BlockWeek is one week of the block.
type BlockWeek struct {
	Start    diary.Date `json:"start"`
	Planned  float64    `json:"planned_km"`
	Done     *float64   `json:"done_km,omitempty"` // of a week that has begun
	Long     float64    `json:"long_km"`
	Hard     int        `json:"hard"`
	Deload   bool       `json:"deload,omitempty"`
	Taper    bool       `json:"taper,omitempty"`
	Race     bool       `json:"race,omitempty"`
	Tune     bool       `json:"tune,omitempty"` // a race on the way
	Recovery bool       `json:"recovery,omitempty"`
	Now      bool       `json:"now,omitempty"`
	Text     string     `json:"text"` // "Week 7 of 16: 48.0 km, long run 18.0 km, 2 hard"
}

// ReturnCard is the return to running after a pause.
type ReturnCard struct {
	DaysOff int        `json:"days_off"`
	Stage   int        `json:"stage,omitempty"` // of a walk-run, from 1; 0: none
	Stages  []RunStage `json:"stages,omitempty"`
	Banner  string     `json:"banner"`         // the first 21 days
	Lungs   string     `json:"lungs"`          // "lungs are back, tissue is not"
	Loss    *Chart     `json:"loss,omitempty"` // the layoff curve
	Text    string     `json:"text"`           // what to do now
}

// RunStage is one stage of the walk-run.
type RunStage struct {
	Text  string `json:"text"`  // "2 min run, 1 min walk, 10 times"
	State string `json:"state"` // done, now, to_come
	Note  string `json:"note,omitempty"`
}

// Cycle is one block of work and what came of it. States: yes, no, unknown.
type Cycle struct {
	From       diary.Date `json:"from"`
	To         diary.Date `json:"to"`
	Stress     CyclePart  `json:"stress"`
	Response   CyclePart  `json:"response"`
	Adaptation CyclePart  `json:"adaptation"`
	Short      string     `json:"short"`  // the answer in a word or two: yes, in part, too early to say
	Answer     string     `json:"answer"` // to "Did I allow my body to respond to the work I did recently?"
}

// CyclePart is one third of a cycle.
type CyclePart struct {
	State  string `json:"state"`
	Text   string `json:"text"`
	Number string `json:"number,omitempty"`
}

// Forecast is fitness and fatigue ahead, with the week as it stands and as it
// was planned.
type Forecast struct {
	Chart Chart  `json:"chart"`
	Short string `json:"short"` // "form -8 on 31 Jan"
	Text  string `json:"text"`  // "Four weeks from now fitness is 51 with the cut and 52 without"
}

// PlanOffer is a plan that the runner may take: recovery after a race, a remake
// after a pause or a cut.
type PlanOffer struct {
	Text string   `json:"text"`
	Goal PlanGoal `json:"goal"`
	Keep bool     `json:"keep,omitempty"` // it may be declined
}
