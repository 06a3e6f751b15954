package wire

import (
	"encoding/json"

	"rebound/engine/diary"
)

// Request is what the page asks of the backend. Reply carries the same ID.
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
