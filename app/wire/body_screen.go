package wire

import (
	"rebound/engine/diary"
)

// BodyScreen is the Body screen on a date, and what its forms start from.
type BodyScreen struct {
	Date     diary.Date    `json:"date"`
	Body     *Body         `json:"body"`                // as in the assessment
	CheckIn  *CheckIn      `json:"check_in,omitempty"`  // the date's, when there is one
	Last     *CheckIn      `json:"last,omitempty"`      // the one before it
	Channel  string        `json:"channel"`             // what the check-ins come to, one sentence
	Urgent   string        `json:"urgent,omitempty"`    // the emergency line
	Ill      *IllCard      `json:"ill,omitempty"`       // the illness that bears on the date
	Walk     *WalkCard     `json:"walk,omitempty"`      // after a red flag
	Cycle    string        `json:"cycle,omitempty"`     // the phase, where the log says one
	Mislead  []string      `json:"mislead"`             // states in which readings mislead, as they apply or in general
	Sites    []SiteLine    `json:"sites"`               // every site and side: the body map and its list
	Runs     []RunSaid     `json:"runs"`                // of the last seven days, latest first
	Reports  []RunReported `json:"reports,omitempty"`   // of the last four weeks: runs by word, a file come for them or not
	Screen   []ScreenTest  `json:"screen"`              // the movement screen
	Gait     []GaitLine    `json:"gait"`                // from the files
	GaitText string        `json:"gait_text,omitempty"` // what it comes to
	Reaction ReactionCard  `json:"reaction"`
	Markers  []Marker      `json:"markers"` // the four
	Under    string        `json:"under"`   // hard sessions begun under-recovered
	Ticks    []string      `json:"ticks"`   // codes of the date's programme that are done
	Skipped  string        `json:"skipped,omitempty"`
	Cold     []ColdSaid    `json:"cold"` // of the last seven days
	ColdCard ColdCard      `json:"cold_card"`
	History  []HistoryLine `json:"history"`           // what was reported, latest first
	Earlier  int           `json:"earlier,omitempty"` // lines of the history that an earlier date shows
	Advice   []string      `json:"advice"`            // in order: sleep first
}

// RunAsk asks whether there was a run from one day to another.
type RunAsk struct {
	From   diary.Date `json:"from"`
	To     diary.Date `json:"to"`
	Before bool       `json:"before,omitempty"` // they lie before a run that is known
	Title  string     `json:"title"`
	Text   string     `json:"text"`
}

// IllCard is an illness, or the easy days after one.
type IllCard struct {
	Since diary.Date   `json:"since"`
	Last  diary.Date   `json:"last,omitempty"`  // absent: it lasts
	Until diary.Date   `json:"until,omitempty"` // the last of the easy days
	Where string       `json:"where"`           // above_neck, below_neck or unsure
	Open  []diary.Date `json:"open,omitempty"`  // the first days of the entries that go on, in order; absent: it is known by tags or fever
	Fever bool         `json:"fever,omitempty"` // holds: a check-in ends it
	Text  string       `json:"text"`
}

// WalkCard is the return to running after a red flag that may have been bone.
type WalkCard struct {
	Site    string    `json:"site"`
	Side    string    `json:"side"`
	Name    string    `json:"name"`    // "left shin"
	Seen    bool      `json:"seen"`    // someone has looked at it
	Walking bool      `json:"walking"` // walking is still to do
	Walks   int       `json:"walks"`   // days without pain, of Of
	Of      int       `json:"of"`
	Minutes float64   `json:"minutes"`
	Text    string    `json:"text"`
	Today   *WalkSaid `json:"today,omitempty"` // what was said of the date's walking
}

// SiteLine is a place of the body with what was said of it.
type SiteLine struct {
	Site   string       `json:"site"`
	Side   string       `json:"side"`
	Name   string       `json:"name"`
	Niggle *Niggle      `json:"niggle,omitempty"` // holds
	Said   *NiggleSaid  `json:"said,omitempty"`   // the entry that holds, for the form
	Chain  []ChainLink  `json:"chain"`            // what compensates next
	Past   []NigglePast `json:"past,omitempty"`   // latest first
}

// ChainLink is a place that compensates for another.
type ChainLink struct {
	Site string `json:"site"`
	Text string `json:"text"`
	Cite Cite   `json:"cite"` // or that there is none
}

// NigglePast is one entry of a site's history.
type NigglePast struct {
	Date     diary.Date `json:"date"`
	Severity int        `json:"severity"`
	Text     string     `json:"text"`
}

// RunSaid is a run with what was reported of it, and what heart rate and pace make
// one expect.
type RunSaid struct {
	Date     diary.Date `json:"date"`
	Start    int64      `json:"start"`
	Text     string     `json:"text"` // "Run, Sat 21 Nov, 8.7 km, 50 min"
	RPE      *int       `json:"rpe,omitempty"`
	Pain     *int       `json:"pain,omitempty"`
	Expected *float64   `json:"expected,omitempty"` // of 10, whole
	Harder   bool       `json:"harder,omitempty"`
	Reported bool       `json:"reported,omitempty"` // by the runner's word alone
	Note     string     `json:"note,omitempty"`     // "2 harder than its heart rate and pace make expect"
}

// ScreenTest is one test of the movement screen.
type ScreenTest struct {
	Test   string        `json:"test"`
	Part   string        `json:"part"` // mobility, strength, mechanics
	Title  string        `json:"title"`
	How    string        `json:"how"`
	Unit   string        `json:"unit"`
	Sides  bool          `json:"sides"`
	Min    float64       `json:"min"`
	Max    float64       `json:"max"`
	Step   float64       `json:"step"`
	Norm   string        `json:"norm"` // "10 cm or more; 1.5 cm or more between sides is worth work"
	Cite   Cite          `json:"cite"`
	Left   *ScreenResult `json:"left,omitempty"` // or the only one
	Right  *ScreenResult `json:"right,omitempty"`
	State  string        `json:"state"` // fine, low, uneven, unknown
	Text   string        `json:"text"`
	Past   []ScreenPast  `json:"past,omitempty"` // for a small picture
	Repeat diary.Date    `json:"repeat,omitempty"`
}

// ScreenResult is the latest result of a side.
type ScreenResult struct {
	Date  diary.Date `json:"date"`
	Value float64    `json:"value"`
}

// ScreenPast is one result.
type ScreenPast struct {
	Date  diary.Date `json:"date"`
	Side  string     `json:"side"`
	Value float64    `json:"value"`
}

// GaitLine is one running dynamic at matched pace against the runner's normal.
type GaitLine struct {
	Name  string `json:"name"`
	Now   string `json:"now"`
	Usual string `json:"usual"`
	State string `json:"state"` // in_range, out, unknown
	Note  string `json:"note"`
}

// ReactionCard is the reaction test against the runner's own.
type ReactionCard struct {
	Days    int     `json:"days"`  // tests behind the baseline
	Needs   int     `json:"needs"` // for one
	State   string  `json:"state"` // usual, slowed, unknown
	Text    string  `json:"text"`
	Mean    float64 `json:"mean_ms,omitempty"` // the latest test
	Fastest float64 `json:"fastest_ms,omitempty"`
	Slowest float64 `json:"slowest_ms,omitempty"`
	Lapses  int     `json:"lapses"`
	Usual   float64 `json:"usual_ms,omitempty"`
	Limits  string  `json:"limits"` // what it cannot know
	Trend   []Point `json:"trend,omitempty"`
	Today   bool    `json:"today"` // done on the date
}

// Marker is one of the four markers of progress.
type Marker struct {
	Key   string `json:"key"` // tolerance, smoothness, energy, recovery
	Title string `json:"title"`
	State string `json:"state"` // better, same, worse, unknown
	Text  string `json:"text"`
	From  string `json:"from"` // the data it is read from
	Chart *Chart `json:"chart,omitempty"`
}

// ColdCard is the cold-water card.
type ColdCard struct {
	Advice string `json:"advice"` // allowed, wait, not_today
	Title  string `json:"title"`  // "Cold water: wait"
	Word   string `json:"word"`   // the advice alone: "wait"
	Text   string `json:"text"`
	Dose   string `json:"dose,omitempty"` // only when allowed
	Kind   string `json:"kind"`           // evidence, precaution, or ""
	Cite   Cite   `json:"cite"`
	Week   int    `json:"week"` // immersions in seven days
	Habit  string `json:"habit,omitempty"`
}

// HistoryLine is one thing that was reported, for the diary's history.
type HistoryLine struct {
	Date diary.Date `json:"date"`
	Kind string     `json:"kind"` // check_in, niggle, effort, cold, screen, reaction, decision, programme, period, run, walk
	Text string     `json:"text"`
	Old  bool       `json:"old,omitempty"` // replaced by a later entry of the same day, or taken back
}
