package plan

import (
	"slices"
	"time"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Goal is what a runner wants and can.
type Goal struct {
	Race    *Race          // nil: to stay healthy
	Tune    []Race         // races on the way, by date; each stays on its day
	Recover *Race          // a race that was run: the plan is its easy days, and nothing else counts but the days to run
	Start   diary.Date     // the plan's first day
	Days    []time.Weekday // that can be run; empty: PerWeek of them are chosen
	PerWeek int            // 0: by how much is run now
	Long    *time.Weekday  // of the long run; nil: Sunday, Saturday, or the last of Days
	Now     Shape
}

// Shape is what a runner does now.
type Shape struct {
	Weekly  float64 // km a week; 0: nothing yet
	PerWeek int     // days run a week; 0: not known
	Past    []Run   // of the 30 days before the plan, for the session cap
	Easy    float64 // minutes a kilometre of the usual run; 0: not known
	VDOT    float64 // of the best recent effort; 0: not known
	MaxHR   float64 // bpm; 0: not known
	MaxFrom string  // where it comes from, as load.MaxSource has it
	Back    int     // the walk-run stage that the return to running after a long pause is at, from 1 on; 0: not on one
}

// Run is one run that was done or is planned.
type Run struct {
	Date diary.Date
	Km   float64
}

const (
	minRace   = 0.4     // km; what a plan is made for at least
	maxRace   = 250.0   // km; and at most
	maxWeekly = 300.0   // km
	maxAhead  = 2 * 365 // days
	maxSpan   = maxAhead + 31
)

// Starts says what is wrong with a plan's first day, as of today.
func Starts(d, today diary.Date) error {
	switch {
	case d < oldest:
		return &Refusal{Code: LongAgo, Date: d}
	case d > today+maxAhead:
		return &Refusal{Code: StartFar, Date: d}
	}
	return nil
}

// check says why no plan can be made, a [Refusal]; nil where one can.
func (g *Goal) check(rules *rule.Settings) error {
	if r := g.Race; r != nil {
		switch {
		case !within(r.Km, minRace, maxRace):
			return &Refusal{Code: RaceKm, Value: r.Km, Low: minRace, High: maxRace}
		case r.Date < g.Start:
			return &Refusal{Code: RacePast, Date: r.Date, Other: g.Start}
		case r.Date > g.Start+maxAhead:
			return &Refusal{Code: RaceFar, Date: r.Date}
		}
	}
	if err := g.checkRaces(rules); err != nil {
		return err
	}
	if g.PerWeek < 0 || g.PerWeek > 7 {
		return &Refusal{Code: DaysAWeek, Value: float64(g.PerWeek)}
	}
	if !within(g.Now.Weekly, 0, maxWeekly) {
		return &Refusal{Code: WeeklyKm, Value: g.Now.Weekly, High: maxWeekly}
	}
	for _, d := range g.Days {
		if d < time.Sunday || d > time.Saturday {
			return &Refusal{Code: NotWeekday, Name: d.String()}
		}
	}
	if g.Long != nil && len(g.Days) > 0 && !slices.Contains(g.Days, *g.Long) {
		return &Refusal{Code: LongElsewhere, Name: g.Long.String()}
	}
	return nil
}

// ShapeOf reads from the diary what a runner does now, the days before t: the
// median of the last four weeks (of as many as there are since the first run),
// the runs of the last 30 days, the usual easy pace, and the best hard effort
// of the last 90 days.
func ShapeOf(h *load.History, t diary.Date, r *rule.Settings) Shape {
	const weeks = 4
	var out Shape
	var km, days, paces []float64
	first := t
	for i := range h.Sessions {
		if h.Sessions[i].Run {
			first = min(first, h.Sessions[i].Date)
			break
		}
	}
	max := h.Max(t - 1)
	for w := range diary.Date(weeks) {
		from, to := t-7*(w+1), t-7*w-1
		if w > 0 && from < first {
			break // a young diary: not a week without running
		}
		sum, on := 0.0, map[diary.Date]bool{}
		past := h.Between(from, to)
		for i := range past {
			s := &past[i]
			if !s.Run {
				continue
			}
			sum += s.Km
			on[s.Date] = true
			if s.Km >= 1 && !h.Hard(s, max) {
				paces = append(paces, s.Minutes/s.Km)
			}
		}
		km, days = append(km, sum), append(days, float64(len(on)))
	}
	out.Weekly, out.PerWeek = tenth(load.Median(km)), int(load.Median(days)+0.5)
	if len(paces) > 0 {
		out.Easy = load.Median(paces)
	}
	month := h.Between(t-diary.Date(r.SpikeDays), t-1)
	for i := range month {
		if month[i].Run && month[i].Km > 0 {
			out.Past = append(out.Past, Run{month[i].Date, month[i].Km})
		}
	}
	out.MaxHR, out.MaxFrom = max.BPM, max.Source.String()
	out.VDOT = bestEffort(h, t, max, r)
	return out
}

// bestEffort is the highest VDOT of the runs of the 90 days before t that were
// hard for half of their length or more: an easy run says nothing of what its
// runner could do.
func bestEffort(h *load.History, t diary.Date, max load.MaxHR, r *rule.Settings) float64 {
	const days, shortest, highest = 90, 3.0, 85.0
	best := 0.0
	past := h.Between(t-days, t-1)
	for i := range past {
		s := &past[i]
		if !s.Run || s.Km < shortest || s.Minutes <= 0 || max.BPM == 0 || s.MinutesAbove(r.HardShare*max.BPM) < s.Minutes/2 {
			continue
		}
		if v := VDOT(s.Km, s.Minutes); v <= highest && v > best {
			best = v
		}
	}
	return best
}
