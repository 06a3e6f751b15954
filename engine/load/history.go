package load

import (
	"math"
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Day is the training load at the end of a date.
type Day struct {
	Load     float64 // TRIMP of the day's sessions
	Sessions int
	Unknown  int // sessions whose load cannot be said at all
	Balance  Balance
	Monotony float64 // of the seven days up to this one; 0 when not known
	Strain   float64
	Known    bool // there is a load to speak of: a session of known load in the last 42 days
}

// History is the runner's sessions in order of time.
type History struct {
	Sessions []Session
	Raced    func(diary.Date) bool // reports whether a date was a planned race's; nil: no plan is known
	first    diary.Date            // of Sessions
	upto     []int32               // for each date from first to the last, how many of Sessions are before it
	peaks    []peak                // their Max30, 0 where not plausible
	tops     []float64             // the highest of each so many peaks; see together
	rules    rule.Settings
	persons  []diary.Person
	wearer   diary.Person   // the last age and maximum of persons
	set      []peak         // the maxima that watches had set, from when on
	word     []diary.Ran    // dates of runs of which nothing else is known, in order
	seen     []records      // of the runner, by date
	morning  diary.Date     // the date of which nothing that was trained is known; see Morning
	unseen   []diary.Effort // of dates without a recorded session
	heat     map[diary.Date]bool
	weights  Weights
	table    table
}

// New measures every activity of a diary once.
func New(d *diary.Diary, r rule.Settings) *History {
	h := &History{rules: r, persons: d.Persons, Sessions: make([]Session, len(d.Activities))}
	for i := range d.Activities {
		h.Sessions[i] = Measure(&d.Activities[i], r.EasyDiscard)
	}
	diary.SortBy(h.Sessions, func(a, b Session) int { return int(a.Date - b.Date) })
	h.sort()
	h.weights = WeightsFor(h.Sex())
	h.wear()
	h.Hear(d)
	return h
}

// Hear takes what the runner reported from a diary in the place of what was heard
// before. Its activities are those that the history was made of.
func (h *History) Hear(d *diary.Diary) {
	h.unreport()
	h.report(d.Reported.Runs)
	h.unseen = nil
	h.tellEfforts(d.Reported.Efforts)
	h.word = d.Reported.Ran
	h.seen = daysSeen(d)
	h.heat = map[diary.Date]bool{}
	for date, tags := range d.Tags {
		if slices.Contains(tags, "heat") {
			h.heat[date] = true
		}
	}
}

// Sex is the setting, else what the watch's settings last said, else "".
func (h *History) Sex() string {
	if h.rules.Sex != "" {
		return h.rules.Sex
	}
	for i := len(h.persons) - 1; i >= 0; i-- {
		if s := h.persons[i].Sex; s != "" {
			return s
		}
	}
	return ""
}

// ProfileRest is the watch's resting heart-rate setting, bpm: for heart-rate reserve
// only, where no measured one is known. 0 for none.
func (h *History) ProfileRest() float64 {
	for i := len(h.persons) - 1; i >= 0; i-- {
		if v := h.persons[i].RestingHR; v > 0 {
			return float64(v)
		}
	}
	return 0
}

// Between is the sessions from day a to day b, both included.
func (h *History) Between(a, b diary.Date) []Session {
	lo, hi := h.index(a, b)
	return h.Sessions[lo:hi]
}

func (h *History) index(a, b diary.Date) (lo, hi int) {
	lo = h.before(a)
	return lo, max(lo, h.before(b+1))
}

// before is how many sessions are before date t. A history of a morning has fewer than
// are counted.
func (h *History) before(t diary.Date) int {
	switch n := len(h.Sessions); {
	case t <= h.first:
		return 0
	case int(t-h.first) < len(h.upto):
		return min(int(h.upto[t-h.first]), n)
	default:
		return n
	}
}

// LastRun is the date of the last run on or before t, recorded or by the runner's
// word; ok is false when no run is known.
func (h *History) LastRun(t diary.Date) (date diary.Date, ok bool) {
	date, ok = h.LastWord(t)
	past := h.Between(math.MinInt32/2, t)
	for i := len(past) - 1; i >= 0; i-- {
		if past[i].Run {
			return max(date, past[i].Date), true
		}
	}
	return date, ok
}

// LastWord is the last date on or before t of which there is only the runner's word
// that they ran on it; ok is false when there is none.
func (h *History) LastWord(t diary.Date) (date diary.Date, ok bool) {
	if list := diary.Between(h.word, math.MinInt32/2, t); len(list) > 0 {
		return list[len(list)-1].Date, true
	}
	return 0, false
}

// Hard reports whether a session was hard: tempo or intervals by its laps, or
// hard_minutes at hard_share of max HR, or a session RPE of hard_rpe, or as much as a
// race takes ([History.Huge]). A long run is not hard. Laps that alternate at an easy
// heart rate are a walk-run, not intervals.
func (h *History) Hard(s *Session, m MaxHR) bool {
	if s.Structured && (s.WorkHR == 0 || m.BPM == 0 || s.WorkHR >= h.rules.EasyShare*m.BPM) {
		return true
	}
	if s.Effort >= h.rules.HardRPE {
		return true
	}
	return m.BPM > 0 && s.MinutesAbove(h.rules.HardShare*m.BPM) >= h.rules.HardMinutes || h.huge(s, m)
}

// Next is the load at the end of date t, after days, which ends the day before.
// rest is the resting heart rate in use, 0 when not known. Maximal heart rate is
// as it was known on t, so that the past does not change with tomorrow's run.
func (h *History) Next(days []Day, t diary.Date, rest float64) Day {
	var d Day
	var prev Day
	if len(days) > 0 {
		prev = days[len(days)-1]
	}
	today := h.Between(t, t)
	if len(today) > 0 {
		m := h.loadMax(t)
		for i := range today {
			v, ok := h.trimp(&today[i], m, rest, t)
			d.Load += v
			if !ok {
				d.Unknown++
			}
		}
		d.Sessions = len(today)
	}
	d.Balance = prev.Balance.Next(d.Load)
	week, gaps := [7]float64{6: d.Load}, d.Unknown
	for i := range 6 {
		if j := len(days) - 6 + i; j >= 0 {
			week[i] = days[j].Load
			gaps += days[j].Unknown
		}
	}
	if gaps == 0 && len(days) >= 6 {
		d.Monotony, d.Strain = Monotony(week)
	}
	d.Known = d.Sessions > d.Unknown
	for j := max(0, len(days)-41); j < len(days) && !d.Known; j++ {
		d.Known = days[j].Sessions > days[j].Unknown
	}
	return d
}

// Spike is the longest run of the week up to t against the longest of the
// spike_days before that run, as a quotient; 0 when there is nothing to compare.
func (h *History) Spike(t diary.Date) (ratio float64, on diary.Date) {
	week := h.Between(t-6, t)
	for i := range week {
		s := &week[i]
		if !s.Run || s.Km == 0 {
			continue
		}
		if longest := h.Longest(s.Date-diary.Date(h.rules.SpikeDays), s.Date-1); longest > 0 && s.Km/longest > ratio {
			ratio, on = s.Km/longest, s.Date
		}
	}
	return ratio, on
}

// Longest is the longest run from day a to day b, km.
func (h *History) Longest(a, b diary.Date) float64 {
	km := 0.0
	runs := h.Between(a, b)
	for i := range runs {
		if runs[i].Run {
			km = max(km, runs[i].Km)
		}
	}
	return km
}
