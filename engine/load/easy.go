package load

import "rebound/engine/diary"

// EasyState is the outcome of the easy-pace check.
type EasyState uint8

const (
	EasyUnknown EasyState = iota
	EasyPass
	EasyFail
)

// String is the JSON name of the state.
func (s EasyState) String() string { return [...]string{"unknown", "pass", "fail"}[s] }

// EasyBy is what made the check come out as it did: of what fails, the first.
type EasyBy uint8

const (
	ByNothing EasyBy = iota
	ByPace           // heart rate at matched speed
	ByPower          // heart rate at matched power
	ByIndex          // the running-speed index, which can fail where both others pass
	ByFelt           // how easy runs felt, where none has heart rate
)

// String is the JSON name; "" where nothing could be compared.
func (b EasyBy) String() string { return [...]string{"", "pace", "power", "index", "felt"}[b] }

// EasyRun is one run that the check can use, at the usual easy speed or power.
type EasyRun struct {
	Date   diary.Date
	Source string  // what measured it
	HR     float64 // bpm at the matched speed or power
	Index  float64 // HR-running speed index, m/s (Vesterinen 2014); of speed alone
}

// EasyCheck compares the last easy runs with the 42 days before: heart rate at
// matched speed, the heart rate-running speed index and, where it is recorded, heart
// rate at matched power, which hills do not change. Either failing fails it. Where no
// run of those days has heart rate along the way it cannot be made ([EasyCheck].Blind), and how easy
// runs felt stands in for it.
//
// Between standing still and maximum, heart rate goes about linearly with speed, and
// with power. HR_stand is rest + 26 bpm (Vesterinen 2014), so a run at speed v and
// heart rate h would be at HR_stand + (h - HR_stand) * v0/v at the speed v0. The index
// is v - (h - HR_stand)/k with k = (HRmax - HR_stand)/S_peak; S_peak, the speed
// at maximum, is taken from the comparison runs by the same line.
type EasyCheck struct {
	State     EasyState
	By        EasyBy
	Blind     bool    // no run of these days has heart rate along the way
	Means     bool    // with Blind: some have its mean
	NoMax     bool    // maximal heart rate is not known: what is easy cannot be said
	Runs      int     // runs in the comparison
	HR        float64 // median of the last runs, bpm at Speed; at Power where By is ByPower
	Usual     float64 // median of the comparison, bpm at the same
	Speed     float64 // the usual easy speed, m/s; 0 where it was not compared
	Power     float64 // the usual easy power, W; 0 where it was not compared
	Index     float64 // median index of the last runs, m/s
	IndexMean float64 // mean and SD of the comparison
	IndexSD   float64
	Felt      int        // of the last easy runs, those that felt harder than expected; with Blind
	Last      diary.Date // the last run used
}

// Wants reports whether an easy test run would tell more: it takes the place of the
// next quality session.
func (c *EasyCheck) Wants() bool { return c.State == EasyUnknown && !c.Blind }

const standing = 26

// Easy makes the check on day t. rest is the resting heart rate, 0 for unknown.
func (h *History) Easy(t diary.Date, rest float64) (out EasyCheck) {
	r := &h.rules
	from := t - diary.Date(r.EasyDays) + 1
	if h.blind(from, t) {
		return h.felt(from, t)
	}
	out.NoMax = h.Max(t).BPM == 0
	pace, power := h.compare(from, t, rest, false), h.compare(from, t, rest, true)
	if pace.known {
		base, last := pace.split()
		indexes := func(list []EasyRun) []float64 { return pick(list, func(r EasyRun) float64 { return r.Index }) }
		out.Speed, out.Index = pace.usual, Median(indexes(last))
		out.IndexMean, out.IndexSD = meanSD(indexes(base))
		out.IndexSD = max(out.IndexSD, r.EasyIndexMin)
	}
	if power.known {
		out.Power = power.usual
	}
	shown := &pace
	switch {
	case pace.known && pace.rise() >= r.EasyRise:
		out.State, out.By = EasyFail, ByPace
	case power.known && power.rise() >= r.EasyRise:
		out.State, out.By, shown = EasyFail, ByPower, &power
	case pace.known && out.Index <= out.IndexMean-r.EasyIndexSD*out.IndexSD:
		out.State, out.By = EasyFail, ByIndex
	case pace.known:
		out.State, out.By = EasyPass, ByPace
	case power.known:
		out.State, out.By, shown = EasyPass, ByPower, &power
	default:
		out.Runs = max(pace.base, power.base)
		return out
	}
	out.Runs, out.HR, out.Usual, out.Last = shown.base, shown.last, shown.before, shown.runs[len(shown.runs)-1].Date
	return out
}
