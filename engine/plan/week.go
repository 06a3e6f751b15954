package plan

import (
	"cmp"
	"slices"

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
	built    int // building weeks up to this one
}

const (
	maxLongKm      = 35.0
	maxLongMinutes = 210.0
	maxOtherKm     = 28.0
	minKm          = 2.0
	leastTenths    = 5  // a shorter one is not worth going out for
	leastEve       = 10 // the same of the day before the race
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
		switch {
		case w.phase == raced: // what a race takes from some days is not run on others
			caps[i] = min(caps[i], total/len(dates))
			if m.eve(d) {
				caps[i] /= 2
			}
		case m.last(d): // a taper keeps its volume: the days before take what the race's eve does not
			caps[i] = min(caps[i], total/max(2*len(dates)-1, len(m.days)))
			if caps[i] < leastEve {
				caps[i] = 0
			}
		}
	}
	km := make([]int, len(dates))
	long := slices.IndexFunc(dates, func(d diary.Date) bool { return d.Weekday() == m.days[0] && !m.quiet(d) && !m.lastWeek(d) })
	if w.walkRun && m.back {
		long = -1
	}
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
	n := max(1, int(w.target/least+1e-6))
	if w.walkRun {
		n = min(n, walkRunDays) // with days between them, where the week has such days
	}
	race, raced := m.raceIn(w.start)
	var out []diary.Date
	for _, day := range m.days {
		d := w.start + diary.Date((int(day)+6)%7)
		if raced && d == race.Date {
			continue
		}
		if n--; n >= 0 && (m.goal.Race == nil || d < m.goal.Race.Date) {
			out = append(out, d)
		}
	}
	diary.SortBy(out, func(a, b diary.Date) int { return int(a - b) })
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
	for _, r := range m.done {
		if r.Date >= d-diary.Date(m.rules.SpikeDays) && r.Date < w.start {
			longest = max(longest, r.Km)
		}
	}
	if longest > 0 {
		most = min(most, max(minKm, m.rules.SpikeShare*longest)) // a jog to the bus is no yardstick
	}
	return int(most*10 + 1e-6)
}

// spread shares tenths evenly over the days but the long run's, none of them
// longer than it or than its cap: what one cannot take goes to the others. What
// fits nowhere is not run.
func spread(km, caps []int, long, tenths int) {
	n := len(km)
	if long >= 0 {
		n--
	}
	order := make([]int, len(km))
	for i := range order {
		order[i] = i
	}
	diary.SortBy(order, func(a, b int) int { return cmp.Compare(caps[a], caps[b]) })
	for _, i := range order {
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
		// The stages of coming back are those of beginning: one a building week,
		// and never the last, which has no walk in it.
		s := &m.plan.Sessions[len(m.plan.Sessions)-1]
		s.Stage = verdict.Stages[min(max(w.built, 1), len(verdict.Stages)-1)-1]
		s.Stage.Times = s.times()
		return
	}
	place := slices.Index(m.hard, d.Weekday())
	least := minHardKm
	if w.phase == taper || w.phase == deload {
		least = minKm // less of it, as hard as before
	}
	near := m.goal.Race != nil && m.goal.Race.Date-d < sharpenDays
	switch {
	case place >= 0 && place < w.hard && km >= least && !near && !m.quiet(d):
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
