package diary

// Kind names one of the three signals.
type Kind uint8

const (
	HRV       Kind = iota // RMSSD or SDNN, ms: see Metric
	RestingHR             // beats per minute
	Sleep                 // minutes asleep in the night that ends on the date
	Kinds     = 3
)

var kindNames = [Kinds]string{"hrv", "resting_hr", "sleep"}

// String is the name used in JSON: hrv, resting_hr, sleep.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the JSON name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Valid reports whether v can be a reading of k: HRV 5 to 250 ms, resting HR 30
// to 110 bpm, sleep 2 to 14 h (ours). What is outside is not a measurement
// and is treated as missing.
func (k Kind) Valid(v float64) bool {
	low, high := k.Bounds()
	return k < Kinds && v >= low && v <= high
}

// Bounds are the least and the greatest reading of k, both valid: ms of RMSSD or SDNN,
// bpm, minutes.
func (k Kind) Bounds() (low, high float64) {
	switch k {
	case HRV:
		return 5, 250
	case RestingHR:
		return 30, 110
	case Sleep:
		return 120, 840
	}
	return 0, 0
}

// Metric says what was measured and at which moment. Two metrics of one kind are
// never mixed in one series: an overnight RMSSD is not a morning one, and SDNN is
// no RMSSD at all.
type Metric string

const (
	MetricOvernight    Metric = "overnight_rmssd" // a watch's average over the night
	MetricMorningRMSSD Metric = "morning_rmssd"   // a reading on waking
	MetricRestingRR    Metric = "resting_rmssd"   // from beat-to-beat intervals of a resting recording
	MetricAnyRMSSD     Metric = "any_rmssd"       // at any hour, or at one that is not said
	MetricNightSDNN    Metric = "overnight_sdnn"
	MetricAnySDNN      Metric = "any_sdnn"
	MetricDailyRHR     Metric = "daily_resting_hr"
	MetricMorningRHR   Metric = "morning_resting_hr" // measured on waking, as MetricMorningRMSSD
	MetricStaged       Metric = "staged_sleep"       // light + deep + REM between the window's start and stop
	MetricAsleep       Metric = "total_sleep"        // minutes asleep, of a source that tells no stages
	MetricTyped        Metric = "typed"              // the runner wrote it down
)

// Parts is what an HRV metric measured, "rmssd" or "sdnn", and the moment that it is of:
// "night", "morning", or "any" where that is not known. What the runner typed is RMSSD,
// which is what is asked for.
func (m Metric) Parts() (measure, moment string) {
	switch m {
	case MetricOvernight:
		return "rmssd", "night"
	case MetricMorningRMSSD:
		return "rmssd", "morning"
	case MetricNightSDNN:
		return "sdnn", "night"
	case MetricAnySDNN:
		return "sdnn", "any"
	}
	return "rmssd", "any"
}

// Device identifies what measured: a watch by its maker, product and serial number,
// or by the name of its model where an export says no more. The zero Device is "not
// said".
type Device struct {
	Maker   string // lower case, as FIT names manufacturers: "garmin", "coros"
	Product uint16
	Serial  uint32
	Model   string // as the export names it: "Watch6,2"; "" in FIT
}

// TypedSource is the source of everything that the runner typed.
const TypedSource = "typed"

// File is all that one export file said, in UTC, before local dates are
// resolved: what the store keeps and Build reads. Files can be given to Build
// in any order.
//
// In a backup a field of it, and of what is in it, goes by its own name, in snake case,
// unless app/backup names it otherwise: to rename one is to change that format.
type File struct {
	Hash    [16]byte // of the content: the same file twice is a duplicate
	Name    string   // path inside what was dropped; text, never markup
	Kind    string   // "activity", "monitoring", "sleep", "hrv_status", "metrics", "device", "export", "other"
	Device  Device
	Via     string // by which export it came, as engine/watch names it: "apple", "polar"; of a device's own file "", or OwnIn where it is known whose
	Owner   uint64 // whose account it is, as a hash of what the export calls them; 0: not said
	Partial string // why only a part could be read, in a few words: "cut off before its end"; "" when whole

	Clocks     []Clock
	Resting    []Stamped // bpm, today's resting HR as the watch had it at that moment
	HRV        []HRVStamp
	Nights     []Night
	Slept      []Stamped // minutes asleep in a night of which only the Day is said
	Activities []Activity
	Labels     []Label
	Persons    []Person
	Daily      []DailyStamp

	Reported // of a File that the runner wrote: it has Device{} and Kind "typed"
}

// Measured reports whether the file says anything beside what the runner wrote.
func (f *File) Measured() bool {
	return len(f.Clocks)+len(f.Resting)+len(f.HRV)+len(f.Nights)+len(f.Slept)+len(f.Activities)+len(f.Labels)+len(f.Persons)+len(f.Daily) > 0
}

// Clock is one observation of how far the watch's local time was from UTC. The
// zero Clock says that UTC is not known, and that the times of its file are the
// local ones: it counts for that file alone.
type Clock struct {
	At     int64 // Unix seconds
	Offset int32 // seconds east of UTC, |Offset| <= 14 h
}

// Stamped is a value at a moment (Unix seconds). Day is the date that its source gives
// it, which counts; 0: the local date of the moment.
type Stamped struct {
	At    int64
	Value float32
	Day   Date
}

// HRVStamp is an HRV in ms at a moment, of the Day that its source gives it (0: the
// local date of the moment).
type HRVStamp struct {
	At     int64
	Value  float32
	Metric Metric
	Day    Date
}

// DailyStamp is a background value at a moment; Name is one of "stress" (0 to
// 100), "respiration" (breaths a minute), "vo2max" (ml/kg/min).
type DailyStamp struct {
	At    int64
	Name  string
	Value float32
}

// Night is one sleep window. Minutes are counted from the stage levels, each of
// which holds until the next. Staged is false when its source wrote only awake
// and unmeasurable, or no stages: then Total is the minutes asleep, if it says those,
// and a night without either is unknown, never zero.
type Night struct {
	Start, End             int64 // Unix seconds
	Light, Deep, REM, Wake float32
	Staged                 bool
	Total                  float32 // minutes asleep where Staged is false; 0: not said
	Day                    Date    // the date that its source gives it; 0: that of waking
	Nap                    bool    // its source calls it a nap
}

// Known reports whether it says how long was slept.
func (n *Night) Known() bool { return n.Staged || n.Total > 0 }

// Asleep is the minutes asleep: light + deep + REM, or the Total.
func (n *Night) Asleep() float64 {
	if !n.Staged {
		return float64(n.Total)
	}
	return float64(n.Light) + float64(n.Deep) + float64(n.REM)
}

// Label is the sport of a session whose own file does not say it: Key is that of the
// Activity.
type Label struct {
	Key   uint64
	Sport Sport
	Sub   string
}

// Person is what the watch's settings said of its wearer. 0 means not said.
type Person struct {
	At        int64
	RestingHR uint8 // a watch setting: for heart-rate reserve only, never in a series
	MaxHR     uint8
	Sex       string // "male", "female" or ""
	WeightKg  float32
	Age       uint8
}

// Sport of an activity, in FIT's names.
type Sport string

// Running is the sport that load tolerance and layoffs are judged by.
const Running Sport = "running"

// Activity is one session as recorded. Seconds are moving (timer) seconds.
// Zero means not recorded for every measured field but Ascent, which goes with
// HasAscent.
type Activity struct {
	Start     int64
	Sport     Sport
	Sub       string // FIT sub_sport: "treadmill", "trail", "track" or ""
	Elapsed   float32
	Seconds   float32
	Meters    float32
	Ascent    float32 // m
	HasAscent bool
	AvgHR     uint8
	MaxHR     uint8
	Laps      []Lap
	Track     Track
	Key       uint64   // where the Sport is not known: of the Label in another file that tells it; 0: none
	Summary   *Summary // nil where it was not made; with it Laps and Track are not needed

	// Set by Build.
	Date    Date
	Offset  int32
	Source  string
	Also    []string // the other sources of the same session, the better account first
	Partial bool
}

// Lap intensity, in FIT's names.
const (
	LapActive   = "active"
	LapRest     = "rest"
	LapWarmup   = "warmup"
	LapCooldown = "cooldown"
	LapRecovery = "recovery"
	LapInterval = "interval"
)

// Lap is one lap of an activity.
type Lap struct {
	Seconds   float32
	Meters    float32
	AvgHR     uint8
	Intensity string
}

// TrackStep is the spacing of a Track's columns in seconds.
const TrackStep = 5

// Track is the compact series of an activity: means over TrackStep seconds of
// time since the start, kept so that later engines can recompute. A column that
// was never recorded is nil; all others have the same length. A missing cell is
// 0 in every column but Altitude, where it is NoAltitude.
type Track struct {
	HR          []uint8  // bpm
	Speed       []uint16 // mm/s; 1 is standing still, 0 is not known
	Altitude    []int16  // 0.5 m
	Cadence     []uint8  // strides (both feet: half the steps) per minute
	Power       []uint16 // W
	StanceTime  []uint16 // 0.1 ms
	Balance     []uint16 // left share of stance time, 0.01 %
	StepLength  []uint16 // mm
	VertRatio   []uint16 // 0.01 %
	Oscillation []uint16 // 0.1 mm
}

// NoAltitude marks a missing altitude.
const NoAltitude = -1 << 15

// Len is the number of steps.
func (t Track) Len() int {
	return max(len(t.HR), len(t.Speed), len(t.Altitude), len(t.Cadence), len(t.Power),
		len(t.StanceTime), len(t.Balance), len(t.StepLength), len(t.VertRatio), len(t.Oscillation))
}
