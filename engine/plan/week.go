package plan

import (
	"math"
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// week is what fill is asked for.
type week struct {
	start    diary.Date
	phase    phase
	target   float64 // km of a whole week, the race not counted
	hard     int     // hard sessions
	progress float64 // 0 to 1 through the building weeks
	walkRun  bool
}

const (
	maxLongKm      = 35.0
	maxLongMinutes = 210.0
	maxOtherKm     = 28.0
	minKm          = 2.0
	leastTenths    = 5 // a shorter one is not worth going out for
	minHardKm      = 4.0
)

// longShare is the long run's part of a week, by how many days are run (ours).
var longShare = [8]float64{0, 1, 0.6, 0.45, 0.38, 0.33, 0.30, 0.28}

// fill plans a week's sessions and returns their km. Distances are counted in
// tenths, so that no rounding goes over a cap.
func (m *maker) fill(w *week) float64 {
	dates := m.dates(w)
	if len(dates) == 0 {
		return 0
	}
	total := int(w.target*10 + 1e-6)
	caps := make([]int, len(dates))
	for i, d := range dates {
		caps[i] = m.cap(d, w)
	}
	km := make([]int, len(dates))
	long := slices.IndexFunc(dates, func(d diary.Date) bool { return d.Weekday() == m.days[0] })
	rest := total
	if long >= 0 {
		km[long] = min(caps[long], int(m.longKm(w, len(dates))*10+1e-6))
		rest -= km[long]
	}
	spread(km, caps, long, rest)
	sum := 0
	for i, d := range dates {
		if km[i] < leastTenths || d < m.goal.Start { // what was before the plan keeps its share of the week
			continue
		}
		m.session(w, d, i == long, float64(km[i])/10)
		sum += km[i]
	}
	return float64(sum) / 10
}

// dates is the week's days to run, in order: all of them while each gets a
// distance worth going out for, and none on the race's day or after it.
func (m *maker) dates(w *week) []diary.Date {
	least := minKm
	switch {
	case w.phase == deload || w.phase == taper:
		least = 1 // shorter runs rather than fewer: frequency is kept
	case w.walkRun:
		least = 1.5
	}
	n := min(len(m.days), max(1, int(w.target/least+1e-6)))
	var out []diary.Date
	for _, day := range m.days[:n] {
		d := w.start + diary.Date((int(day)+6)%7)
		if m.goal.Race == nil || d < m.goal.Race.Date {
			out = append(out, d)
		}
	}
	slices.Sort(out)
	return out
}

// longKm is the long run's distance: its share of the week, and over the
// building weeks more and more of what the race asks for, up to half of the
// week. The week before a race has none to speak of.
func (m *maker) longKm(w *week, n int) float64 {
	km := longShare[n] * w.target
	if w.phase == build {
		km += w.progress * max(0, min(m.need, w.target/2)-km)
	}
	return km
}

// cap is the longest that a session on d may be, in tenths of a km: spike_share
// of the longest of the 30 days before, and what a body should be on its feet
// for in training. The race is no training.
func (m *maker) cap(d diary.Date, w *week) int {
	most := min(maxOtherKm, maxLongMinutes/m.easy())
	if d.Weekday() == m.days[0] {
		most = min(maxLongKm, maxLongMinutes/m.easy())
	}
	longest := 0.0
	for i := len(m.done) - 1; i >= 0 && m.done[i].Date >= d-diary.Date(m.rules.SpikeDays); i-- {
		if r := m.done[i]; r.Date < w.start {
			longest = max(longest, r.Km)
		}
	}
	if longest > 0 {
		most = min(most, max(minKm, m.rules.SpikeShare*longest)) // a jog to the bus is no yardstick
	}
	return int(most*10 + 1e-6)
}

// spread shares tenths evenly over the days but the long run's, none of them
// longer than it or than its cap. What fits nowhere is not run.
func spread(km, caps []int, long, tenths int) {
	n := len(km)
	if long >= 0 {
		n--
	}
	for i := range km {
		if i == long {
			continue
		}
		km[i] = min(tenths/n, caps[i])
		if long >= 0 {
			km[i] = min(km[i], km[long])
		}
		tenths -= km[i]
		n--
	}
}

// session adds one day of the week.
func (m *maker) session(w *week, d diary.Date, long bool, km float64) {
	easy := m.easy()
	if w.walkRun {
		m.add(d, verdict.WalkRun, km, km*max(walkPace, easy))
		return
	}
	place := slices.Index(m.hard, d.Weekday())
	least := minHardKm
	if w.phase == taper {
		least = minKm // less of it, as hard as before
	}
	near := m.goal.Race != nil && m.goal.Race.Date-d < sharpenDays
	switch {
	case place >= 0 && place < w.hard && km >= least && !near:
		// Two a week are one of each; one a week alternates.
		turn := place + int(w.start/7)*len(m.hard)
		if m.goal.Race != nil && m.goal.Race.Km <= 10 {
			turn++ // the shorter race meets its intervals first
		}
		kind, faster := verdict.Tempo, 0.92
		if turn%2 == 1 {
			kind, faster = verdict.Intervals, 0.95
		}
		m.add(d, kind, km, km*easy*faster)
	case long && (w.phase != taper || m.goal.Race.Date-d >= 7):
		m.add(d, verdict.Long, km, km*easy)
	default:
		m.add(d, verdict.Easy, km, km*easy)
	}
}

// usualDays is when one to seven runs a week fall, unless said.
var usualDays = [8][]time.Weekday{nil, {time.Sunday}, {time.Wednesday, time.Sunday},
	{time.Tuesday, time.Thursday, time.Sunday},
	{time.Tuesday, time.Thursday, time.Saturday, time.Sunday},
	{time.Tuesday, time.Wednesday, time.Thursday, time.Saturday, time.Sunday},
	{time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday},
	{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}}

// chooseDays settles the days to run, the long run's and the hard ones.
func (m *maker) chooseDays() {
	days := slices.Clone(m.goal.Days)
	if len(days) == 0 {
		days = slices.Clone(usualDays[m.perWeek()])
		if l := m.goal.Long; l != nil && !slices.Contains(days, *l) {
			days[len(days)-1] = *l
		}
	}
	slices.SortFunc(days, func(a, b time.Weekday) int { return (int(a)+6)%7 - (int(b)+6)%7 })
	days = slices.Compact(days)
	long := days[len(days)-1]
	for _, d := range []time.Weekday{time.Saturday, time.Sunday} {
		if slices.Contains(days, d) {
			long = d
		}
	}
	if m.goal.Long != nil {
		long = *m.goal.Long
	}
	m.hard = hardDays(days, long)
	m.days = append([]time.Weekday{long}, m.hard...)
	for len(m.days) < len(days) {
		// Of the rest, the day farthest from those chosen is kept longest.
		best, apart := time.Weekday(-1), -1
		for _, d := range days {
			if slices.Contains(m.days, d) {
				continue
			}
			near := 7
			for _, c := range m.days {
				near = min(near, gap(c, d))
			}
			if near > apart {
				best, apart = d, near
			}
		}
		m.days = append(m.days, best)
	}
}

func (m *maker) perWeek() int {
	switch {
	case m.goal.PerWeek > 0:
		return m.goal.PerWeek
	case m.goal.Now.PerWeek >= 3:
		return min(m.goal.Now.PerWeek, 7)
	case m.base < 25:
		return 3
	case m.base < 45:
		return 4
	case m.base < 75:
		return 5
	}
	return 6
}

// hardDays chooses the days of hard sessions: one for three or four days a week,
// two from five on, none for fewer; never on days in a row, Sunday and Monday
// included, and as far from each other and from the long run as the days allow.
func hardDays(days []time.Weekday, long time.Weekday) []time.Weekday {
	want := 0
	if len(days) >= 3 {
		want = 1
	}
	if len(days) >= 5 {
		want = 2
	}
	var best []time.Weekday
	score := math.MinInt
	for _, a := range days {
		for _, b := range days {
			if a == long || b == long || want == 0 {
				continue
			}
			var set []time.Weekday
			points := 0
			switch {
			case a == b:
				set, points = []time.Weekday{a}, 10*min(gap(a, long), 2)+gap(a, long)
			case want == 2 && gap(a, b) >= 2 && (a+6)%7 < (b+6)%7:
				set = []time.Weekday{a, b}
				points = 1000 + 10*(min(gap(a, long), 2)+min(gap(b, long), 2)) + gap(a, b)
			default:
				continue
			}
			if points > score {
				best, score = set, points
			}
		}
	}
	return best
}

// gap is how many days lie from one weekday to another, the shorter way round.
func gap(a, b time.Weekday) int {
	d := (int(a) - int(b) + 7) % 7
	return min(d, 7-d)
}
