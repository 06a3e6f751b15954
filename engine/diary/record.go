package diary

// Kind names one of the three signals.
type Kind uint8

const (
	HRV       Kind = iota // RMSSD, ms
	RestingHR             // beats per minute
	Sleep                 // minutes asleep in the night that ends on the date
	Kinds     = 3
)

var kindNames = [Kinds]string{"hrv", "resting_hr", "sleep"}

// String is the name used in JSON: hrv, resting_hr, sleep.
func (k Kind) String() string { return kindNames[k] }

// MarshalText writes the JSON name.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// Valid reports whether v can be a reading of k: RMSSD 5 to 250 ms, resting HR 30
// to 110 bpm, sleep 2 to 14 h (ours). What is outside is not a measurement
// and is treated as missing.
func (k Kind) Valid(v float64) bool {
	low, high := k.Bounds()
	return k < Kinds && v >= low && v <= high
}

// Bounds are the least and the greatest reading of k, both valid.
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

// Metric says how a value was measured. Two metrics of one kind are never
// mixed in one series: an overnight RMSSD is not a morning one.
type Metric string

const (
	MetricOvernight Metric = "overnight_rmssd" // a watch's average over the night
	MetricRestingRR Metric = "resting_rmssd"   // from beat-to-beat intervals of a resting recording
	MetricDailyRHR  Metric = "daily_resting_hr"
	MetricStaged    Metric = "staged_sleep" // light + deep + REM between the window's start and stop
	MetricTyped     Metric = "typed"        // the runner wrote it down
)

// Device identifies the watch that wrote a file. The zero Device is "not said".
type Device struct {
	Maker   string // lower case, as FIT names manufacturers: "garmin", "coros"
	Product uint16
	Serial  uint32
}

// TypedSource is the source of everything that the runner typed.
const TypedSource = "typed"

// File is all that one export file said, in UTC, before local dates are
// resolved: what the store keeps and Build reads. Files can be given to Build
// in any order.
type File struct {
	Hash    [16]byte // of the content: the same file twice is a duplicate
	Name    string   // path inside what was dropped; text, never markup
	Kind    string   // "activity", "monitoring", "sleep", "hrv_status", "metrics", "device", "other"
	Device  Device
	Partial string // why only a part could be read; "" when whole

	Clocks     []Clock
	Resting    []Stamped // bpm, today's resting HR as the watch had it at that moment
	HRV        []HRVStamp
	Nights     []Night
	Activities []Activity
	Persons    []Person
	Daily      []DailyStamp

	Reported // of a File that the runner wrote: it has Device{} and Kind "typed"
}

// Measured reports whether the file says anything beside what the runner wrote.
func (f *File) Measured() bool {
	return len(f.Clocks)+len(f.Resting)+len(f.HRV)+len(f.Nights)+len(f.Activities)+len(f.Persons)+len(f.Daily) > 0
}

// Clock is one observation of how far the watch's local time was from UTC. The
// zero Clock says that UTC is not known, and that the times of its file are the
// local ones: it counts for that file alone.
type Clock struct {
	At     int64 // Unix seconds
	Offset int32 // seconds east of UTC, |Offset| <= 14 h
}

// Stamped is a value at a moment (Unix seconds).
type Stamped struct {
	At    int64
	Value float32
}

// HRVStamp is an RMSSD in ms at a moment.
type HRVStamp struct {
	At     int64
	Value  float32
	Metric Metric
}

// DailyStamp is a background value at a moment; Name is one of "stress" (0 to
// 100), "respiration" (breaths a minute), "vo2max" (ml/kg/min).
type DailyStamp struct {
	At    int64
	Name  string
	Value float32
}

// Night is one sleep window. Minutes are counted from the stage levels, each of
// which holds until the next. Staged is false when the watch wrote only awake
// and unmeasurable: such a night is unknown, never zero.
type Night struct {
	Start, End             int64 // Unix seconds
	Light, Deep, REM, Wake float32
	Staged                 bool
}

// Asleep is the minutes asleep: light + deep + REM.
func (n Night) Asleep() float64 { return float64(n.Light) + float64(n.Deep) + float64(n.REM) }

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
	Summary   *Summary // nil where it was not made; with it Laps and Track are not needed

	// Set by Build.
	Date    Date
	Offset  int32
	Source  string
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
