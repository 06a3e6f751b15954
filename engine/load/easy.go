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

// EasyRun is one run that the check can use, at the usual easy speed.
type EasyRun struct {
	Date  diary.Date
	HR    float64 // bpm at the matched speed
	Index float64 // HR-running speed index, m/s (Vesterinen 2014)
}

// EasyCheck compares the last easy runs with the 42 days before: heart rate at
// matched speed, and the heart rate-running speed index.
//
// Between standing still and maximum, heart rate goes about linearly with speed.
// HR_stand is rest + 26 bpm (Vesterinen 2014), so a run at speed v and heart
// rate h would be at HR_stand + (h - HR_stand) * v0/v at the speed v0. The index
// is v - (h - HR_stand)/k with k = (HRmax - HR_stand)/S_peak; S_peak, the speed
// at maximum, is taken from the comparison runs by the same line.
type EasyCheck struct {
	State     EasyState
	Runs      int     // runs in the comparison
	HR        float64 // median of the last runs, bpm at Speed
	Usual     float64 // median of the comparison, bpm at Speed
	Speed     float64 // the usual easy speed, m/s
	Index     float64 // median index of the last runs, m/s
	IndexMean float64 // mean and SD of the comparison
	IndexSD   float64
	Last      diary.Date // the last run used
}

const standing = 26

// Easy makes the check on day t. rest is the resting heart rate, 0 for unknown.
func (h *History) Easy(t diary.Date, rest float64) EasyCheck {
	runs, check := h.easyRuns(t-diary.Date(h.rules.EasyDays)+1, t, rest)
	recent := int(h.rules.EasyRecent)
	if check.State = EasyUnknown; check.Runs < int(h.rules.EasyNeeds) {
		return check
	}
	base := runs[:len(runs)-recent]
	pick := func(list []EasyRun, f func(EasyRun) float64) []float64 {
		out := make([]float64, len(list))
		for i, r := range list {
			out[i] = f(r)
		}
		return out
	}
	hr := func(r EasyRun) float64 { return r.HR }
	index := func(r EasyRun) float64 { return r.Index }
	check.HR, check.Usual = Median(pick(runs[len(base):], hr)), Median(pick(base, hr))
	check.Index = Median(pick(runs[len(base):], index))
	check.IndexMean, check.IndexSD = meanSD(pick(base, index))
	check.IndexSD = max(check.IndexSD, h.rules.EasyIndexMin)
	check.Last = runs[len(runs)-1].Date
	check.State = EasyPass
	if check.HR-check.Usual >= h.rules.EasyRise || check.Index <= check.IndexMean-h.rules.EasyIndexSD*check.IndexSD {
		check.State = EasyFail
	}
	return check
}

// EasyRunsBetween is every run from day a to day b that the check could use, at
// the usual easy speed of them all, for the picture.
func (h *History) EasyRunsBetween(a, b diary.Date, rest float64) []EasyRun {
	runs, _ := h.easyRuns(a, b, rest)
	return runs
}

func (h *History) easyRuns(a, b diary.Date, rest float64) ([]EasyRun, EasyCheck) {
	m := h.Max(b)
	if rest == 0 || m.BPM == 0 {
		return nil, EasyCheck{}
	}
	var steady []*Session
	past := h.Between(a, b)
	for i := range past {
		if h.easy(&past[i], m) {
			steady = append(steady, &past[i])
		}
	}
	check := EasyCheck{Runs: max(0, len(steady)-int(h.rules.EasyRecent))}
	if len(steady) == 0 {
		return nil, check
	}
	base := steady
	if check.Runs > 0 {
		base = steady[:check.Runs]
	}
	stand := rest + standing
	var speeds, peaks []float64
	for _, s := range base {
		speeds = append(speeds, s.Steady.Speed)
		peaks = append(peaks, s.Steady.Speed*(m.BPM-stand)/max(s.Steady.HR-stand, 1))
	}
	check.Speed = Median(speeds)
	k := (m.BPM - stand) / Median(peaks)
	runs := make([]EasyRun, len(steady))
	for i, s := range steady {
		runs[i] = EasyRun{
			Date:  s.Date,
			HR:    stand + (s.Steady.HR-stand)*check.Speed/s.Steady.Speed,
			Index: s.Steady.Speed - (s.Steady.HR-stand)/k,
		}
	}
	return runs, check
}

// easy reports whether a run is a steady flat easy one; where something is not
// known it cannot tell, and is not used.
func (h *History) easy(s *Session, m MaxHR) bool {
	r := &h.rules
	return s.Run && s.Minutes >= r.EasyMinutes && s.Steady.OK && !h.heat[s.Date] && !h.Hard(s, m) &&
		s.Steady.HR <= r.EasyShare*m.BPM && s.Steady.Vary < r.EasyVary && s.Steady.Climb < r.EasyClimb
}
