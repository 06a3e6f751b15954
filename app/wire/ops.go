package wire

import (
	"encoding/json"

	"rebound/engine/diary"
)

// Request is what the page asks of the worker. Reply carries the same ID.
// Files cannot travel as JSON: the page posts {id, op: "import", files: [...]}
// with the browser's File objects and their paths beside this.
type Request struct {
	ID   int             `json:"id"`
	Op   string          `json:"op"`
	Args json.RawMessage `json:"args,omitempty"`
	Then []Ask           `json:"then,omitempty"` // answered in the same reply, as things are after Op
	On   int64           `json:"on,omitempty"`   // of what takes something back: the State's Others when that was done; refused once it is another
}

// Ask is a question: one of OpAssess, OpBody, OpPlan, OpTrends, OpEffects and OpSummary with its
// arguments.
type Ask struct {
	Op   string          `json:"op"`
	Args json.RawMessage `json:"args,omitempty"`
}

// Answer is what a question was answered; without Data it could not be.
type Answer struct {
	Ask
	Data json.RawMessage `json:"data,omitempty"`
}

// Operations. Each names its arguments -> its result.
const (
	OpHello      = "hello"       // Hello -> State
	OpAssess     = "assess"      // DateArg -> Assessment
	OpTrends     = "trends"      // TrendsArg -> Trends
	OpEffects    = "effects"     // DateArg -> Effects
	OpSummary    = "summary"     // DateArg -> Summary
	OpImport     = "import"      // files beside -> Progress when done; Progress events meanwhile
	OpCancel     = "cancel"      // stop the import; what is in stays in
	OpFiles      = "files"       // -> FileList
	OpDismiss    = "dismiss"     // forget the rejected and partial lines -> FileList
	OpTyped      = "typed"       // Typed -> State
	OpDecide     = "decide"      // Decide -> State
	OpSettings   = "settings"    // -> Settings
	OpSetting    = "setting"     // SettingArg -> Settings
	OpErase      = "erase"       // erase all data -> State
	OpSample     = "sample"      // SampleArg -> State
	OpBackup     = "backup"      // -> bytes beside the reply, which says what they lack
	OpTableTry   = "table_try"   // TableArg -> Trial: what would be read
	OpTable      = "table"       // TableArg: what is in a table; remembered, and read -> FileList
	OpTableDrop  = "table_drop"  // KnownArg: forget what was said of a table -> Settings
	OpOwner      = "owner"       // OwnerArg: which of two people's data is the runner's -> State
	OpSheet      = "sheet"       // SheetArg -> bytes beside the reply
	OpSeason     = "season"      // SeasonArg -> Season
	OpStory      = "story"       // DateArg -> Story
	OpPlan       = "plan"        // DateArg -> PlanScreen
	OpIfToday    = "if_today"    // DateArg -> IfToday
	OpPlanMake   = "plan_make"   // PlanMake -> State, or the PlanScreen as it would be
	OpPlanMove   = "plan_move"   // PlanMove -> State
	OpPlanLife   = "plan_life"   // PlanLife -> State
	OpPlanUndo   = "plan_undo"   // take the last change of the plan back -> State
	OpPlanDrop   = "plan_drop"   // follow no plan -> State
	OpPlanExport = "plan_export" // PlanExport -> bytes beside the reply
	OpBody       = "body"        // DateArg -> BodyScreen
	OpCheckIn    = "check_in"    // CheckIn -> State; so all that follow
	OpNiggle     = "niggle"      // NiggleSaid
	OpEffort     = "effort"      // EffortSaid
	OpCold       = "cold"        // ColdSaid
	OpTick       = "tick"        // Tick
	OpScreen     = "screen"      // ScreenSaid
	OpReaction   = "reaction"    // ReactionSaid
	OpWalk       = "walk"        // WalkSaid
	OpRun        = "run"         // RunReported
	OpNotRan     = "not_ran"     // NotRanSaid
	OpRan        = "ran"         // RanSaid
	OpIllness    = "illness"     // IllnessSaid
	OpCorrect    = "correct"     // Correction
	OpStrap      = "strap"       // StrapSaid
	OpRestore    = "restore"     // a file beside, RestoreArg -> Preview, or State; after a preview the file need not come again
)

// Reply answers one Request.
type Reply struct {
	ID    int             `json:"id"`
	Data  json.RawMessage `json:"data,omitempty"`
	Then  []Answer        `json:"then,omitempty"` // to the questions of the request, in their order
	Error *Problem        `json:"error,omitempty"`

	// Revision of what is shown, after the operation. An answer to a question stands
	// as long as it does not change.
	Revision int64 `json:"revision"`
}

// Event comes without being asked for: "progress" (Progress), "changed" (State;
// another tab wrote, or an import added something; not what the page did itself).
type Event struct {
	Event string          `json:"event"`
	Data  json.RawMessage `json:"data,omitempty"`
}

// Hello opens the conversation.
type Hello struct {
	Today diary.Date `json:"today"` // the local today of the browser
	Miles bool       `json:"miles"` // the browser's region goes by miles: so does a diary that begins now
}

// State is what the page needs before it draws anything.
type State struct {
	Revision int64 `json:"revision"` // as in Reply

	Others int64 `json:"others"` // another one, and another tab has changed the diary

	Kept int64 `json:"kept"` // key of the newest row: another one, and something was added

	Empty  bool       `json:"empty"`  // nothing imported or typed: show the first-run screen
	Sample bool       `json:"sample"` // the sample runner is shown, from a store of its own
	First  diary.Date `json:"first"`
	Last   diary.Date `json:"last"`
	Files  int        `json:"files"`
	Units  string     `json:"units"` // "km" or "mi"
	Theme  string     `json:"theme"` // "auto", "light" or "dark"
	Busy   bool       `json:"busy"`  // an import is running
	Asks   bool       `json:"asks"`  // there is a question about files, on the Files screen
}

// DateArg names a date.
type DateArg struct {
	Date diary.Date `json:"date"`
}

// SampleArg enters or leaves the sample runner.
type SampleArg struct {
	On bool `json:"on"`
}

// Typed is this morning's numbers; nil fields are left as they are, 0 takes a
// value back.
type Typed struct {
	Date      diary.Date `json:"date"`
	RestingHR *float64   `json:"resting_hr,omitempty"`
	HRVms     *float64   `json:"hrv_ms,omitempty"`
	SleepMin  *float64   `json:"sleep_min,omitempty"`
	As        string     `json:"as,omitempty"` // "watch": its own numbers; "own": another measurement's; "": not said
}

// Correction says that a date's reading is wrong: its right value, or Discard.
type Correction struct {
	Date    diary.Date `json:"date"`
	Signal  string     `json:"signal"` // hrv, resting_hr or sleep
	Value   *float64   `json:"value,omitempty"`
	Discard bool       `json:"discard,omitempty"`
	Off     bool       `json:"off,omitempty"`
}

// Decide is what the runner does with an action that is in force: keep what was
// planned (Accepted false), or take that back.
type Decide struct {
	Date     diary.Date `json:"date"`
	Action   string     `json:"action"` // cut_week, hold_quality or deload; none above them may be declined
	Accepted bool       `json:"accepted"`
	Why      string     `json:"why,omitempty"` // in the runner's own words
}

// Progress of an import.
type Progress struct {
	Done     int     `json:"done"`
	Total    int     `json:"total"` // files found so far
	Added    int     `json:"added"`
	Partial  int     `json:"partial"`
	Dup      int     `json:"duplicate"`
	Rejected int     `json:"rejected"`
	Asked    int     `json:"asked,omitempty"`  // of those: tables that the runner is to explain
	Other    int     `json:"other"`            // of an export and of no use here: no fault, and not in Total
	Left     float64 `json:"left"`             // seconds left, an estimate; 0 when not known
	Share    float64 `json:"share"`            // of all bytes that are to be read, 0 to 1
	Passed   int64   `json:"passed,omitempty"` // bytes of Now that have been gone through, where it is long
	Size     int64   `json:"size,omitempty"`   // of Now, where it is long
	Finished bool    `json:"finished"`
	Canceled bool    `json:"canceled"`
	Failed   bool    `json:"failed,omitempty"` // what is left was not read, for a reason that the reply gives
	Now      string  `json:"now"`              // the file being read
}

// FileLine is one file's outcome.
type FileLine struct {
	Path   string `json:"path"`
	Result string `json:"result"` // added, duplicate, partial, rejected
	Text   string `json:"text"`   // "Run, 14 Mar, 8.7 km", or what is wrong
	Hint   string `json:"hint"`   // what to do about it
	Kind   string `json:"kind"`
	Key    string `json:"key,omitempty"` // of a table that is to be explained: Table.Key
}

// FileGroup is many good files in one line.
type FileGroup struct {
	Kind   string `json:"kind"`
	Result string `json:"result"`
	Count  int    `json:"count"`
	Text   string `json:"text"` // "812 nights, 3 Jan to 14 Mar"
}

// FileList is the Files screen: every rejected and partial file until
// dismissed; the others of the last import one by one when few, grouped when
// many.
type FileList struct {
	Progress *Progress   `json:"progress,omitempty"` // of the import running or last run
	Lines    []FileLine  `json:"lines"`
	Groups   []FileGroup `json:"groups"`
	Tables   []Table     `json:"tables,omitempty"` // of which the runner is to say what is in them
	People   []People    `json:"people,omitempty"` // of exports that more than one person's came by
	Total    int         `json:"total"`            // files kept in the diary
}

// People is an export of which files of more than one account are here. One counts, the
// others are kept apart.
type People struct {
	Via      string    `json:"via"`
	Name     string    `json:"name"`     // "Polar"
	Answered bool      `json:"answered"` // the runner has said whose counts
	Accounts []Account `json:"accounts"`
}

// Account is one person's part of an export.
type Account struct {
	ID     string `json:"id"`
	Text   string `json:"text"` // "412 nights, 311 runs, Jan 2024 to Mar 2026; recent resting HR 47; last run 14 Mar, 8.7 km"
	Counts bool   `json:"counts"`
}

// OwnerArg says which account is the runner's.
type OwnerArg struct {
	Via string `json:"via"`
	ID  string `json:"id"`
}

// TrendsArg asks for the days up to To; Days 0 means all of them.
type TrendsArg struct {
	To   diary.Date `json:"to"`
	Days int        `json:"days"`
}

// Trends is the Trends screen.
type Trends struct {
	From   diary.Date `json:"from"`
	To     diary.Date `json:"to"`
	Charts []Chart    `json:"charts"`
}

// Chart is one picture: dots are days, the line is the 7-day mean, the band is
// the runner's normal, hollow dots are the days far from it.
type Chart struct {
	Key     string `json:"key"` // hrv, resting_hr, sleep, load, easy_hr, stride
	Title   string `json:"title"`
	Unit    string `json:"unit"`
	Summary string `json:"summary"`
	Source  string `json:"source,omitempty"`
	Lines   []Line `json:"lines"`
	Band    Ranges `json:"band,omitempty"`
	Dots    Series `json:"dots,omitempty"`
	Hollow  Series `json:"hollow,omitempty"`
	Hand    Series `json:"hand,omitempty"`  // of the dots, those that the runner typed or corrected
	Limit   Series `json:"limit,omitempty"` // past it, on the side away from the range, the mean is out
	Marks   []Mark `json:"marks,omitempty"`
	Clock   bool   `json:"clock,omitempty"` // values are minutes, written h:mm
}

// Line is a named line; Out marks the stretch that is drawn in the status
// colour.
type Line struct {
	Name   string `json:"name"`
	Points Series `json:"points"`
	Out    Flags  `json:"out,omitempty"` // as long as Points, or empty
}

// Range is the normal range on a date.
type Range struct {
	Date diary.Date `json:"d"`
	Low  float64    `json:"lo"`
	High float64    `json:"hi"`
}

// Mark is an event on a date: a cut fired, a layoff began.
type Mark struct {
	Date diary.Date `json:"d"`
	Text string     `json:"t"`
	Kind string     `json:"k"` // cut, layoff, typed
}

// Settings is the Settings screen.
type Settings struct {
	Units    string  `json:"units"`
	Theme    string  `json:"theme"`
	Sex      string  `json:"sex"`
	MaxHR    float64 `json:"max_hr"`     // 0: found from the runs
	Age      float64 `json:"age"`        // 0: not said
	MaxHRNow string  `json:"max_hr_now"` // "189 bpm, highest 30 s of the last 12 months"
	Rules    []Rule  `json:"rules"`
	Sources  []First `json:"sources,omitempty"` // where several speak of the same
	Tables   []Known `json:"tables,omitempty"`  // of the runner's own, explained
	Bytes    int64   `json:"bytes"`             // stored
	Persist  bool    `json:"persisted"`         // the browser promised to keep it
	Version  string  `json:"version"`           // of the app; "dev" when not built from a commit

	// Of a threshold that is tried: what it would have changed in the last days, "" where
	// there is no diary yet, and which mornings, the latest first.
	WhatIf string `json:"what_if,omitempty"`
	Days   []Mark `json:"days,omitempty"`
}

// First is which source goes first for one thing that several tell of. Its Key is a
// setting.
type First struct {
	Key     string   `json:"key"`  // prefer_hrv, prefer_resting_hr, prefer_sleep or prefer_sessions
	Name    string   `json:"name"` // "HRV"
	Now     string   `json:"now"`  // "" for the order of trust
	Options []Option `json:"options"`
}

// Option is one of a few words to choose from.
type Option struct {
	Value string `json:"value"`
	Name  string `json:"name"`
}

// Rule is one threshold with its default and its source.
type Rule struct {
	Key     string  `json:"key"`
	Group   string  `json:"group"`
	Name    string  `json:"name"`
	Unit    string  `json:"unit"`
	Value   float64 `json:"value"`
	Default float64 `json:"default"`
	Min     float64 `json:"min"`
	Max     float64 `json:"max"`
	Step    float64 `json:"step"`
	Cite    string  `json:"cite"` // full reference, or "our choice"
	Ours    bool    `json:"ours"`
}

// SettingArg changes one setting by key: a rule's key, or units, theme, sex,
// max_hr, age. Reset puts every rule back to its default.
type SettingArg struct {
	Key   string  `json:"key"`
	Value float64 `json:"value"`
	Text  string  `json:"text,omitempty"`
	Reset bool    `json:"reset,omitempty"`
	Try   bool    `json:"try,omitempty"` // keep nothing, and answer WhatIf and Days alone: a rule's value against Was
	Was   float64 `json:"was,omitempty"`
}

// SheetArg names a table of the diary: "days", "sessions", or "wellness" for
// intervals.icu.
type SheetArg struct {
	What string `json:"what"`
}

// Story is the inputs of a day as a text that can be sent: dates moved, no names.
type Story struct {
	Text string `json:"text"`
}

// RestoreArg: Mode is "preview", "merge" or "replace".
type RestoreArg struct {
	Mode string `json:"mode"`
}

// Preview is what a backup holds, and what it would be merged with or put in the place
// of, before any of it is restored.
type Preview struct {
	Made string `json:"made"` // the date it was made
	App  string `json:"app"`  // the version of Rebound that made it; "" where it is not said
	Holds
	New      int      `json:"new"`            // files not in the diary yet
	Settings bool     `json:"settings"`       // it changes a setting from its default
	Left     []string `json:"left,omitempty"` // what of it could not be read
	Here     Holds    `json:"here"`
	Ahead    int      `json:"ahead,omitempty"` // entries dated after today
}

// Holds is what is in a backup, or in the diary.
type Holds struct {
	Files   int        `json:"files"` // of a watch
	Nights  int        `json:"nights"`
	Runs    int        `json:"runs"`
	Entries int        `json:"entries"` // the runner's own: check-ins, niggles, plans, typed numbers
	First   diary.Date `json:"first"`
	Last    diary.Date `json:"last"`
}
