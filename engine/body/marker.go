package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Progress is where a marker went.
type Progress string

const (
	ProgressUnknown Progress = "unknown"
	Better          Progress = "better"
	Same            Progress = "same"
	Worse           Progress = "worse"
)

// MarkerKey names one of the four markers of progress of the owner's guide.
type MarkerKey string

const (
	Tolerance  MarkerKey = "tolerance"  // load carried while soreness and niggles stay down
	Smoothness MarkerKey = "smoothness" // distance from an even stance, or the lost-spring sign
	Energy     MarkerKey = "energy"     // the drained sign and the check-in's index
	Recovery   MarkerKey = "recovery"   // mornings until back in range after a hard session
)

// Marker is one marker over marker_days against as many days before them. All
// thresholds are ours. Now and Before are in its own unit: load a day, % off even
// (or 0 to 4), 0 to 4, days.
type Marker struct {
	Key         MarkerKey
	State       Progress
	Now, Before float64
	N, Was      int     // what stands behind each
	Needs       int     // of each
	Quiet       float64 // tolerance: share of the days reported on on which little hurt, now
	WasQuiet    float64 // and before
	Felt        bool    // smoothness: read from the check-in, not from the watch
	Series      []diary.Point
}

// MarkerInput is what the markers are read from.
type MarkerInput struct {
	Date     diary.Date
	Rules    *rule.Settings
	Reported *diary.Reported
	History  *load.History
	Loads    []load.Day     // up to and with Date, one a day, oldest first
	Hard     []load.Session // hard sessions of the last two times marker_days
	Fresh    func(diary.Date) (fresh, known bool)
}

// Markers is the four, in the order of the guide.
func Markers(in MarkerInput) []Marker {
	return []Marker{in.tolerance(), in.smoothness(), in.energy(), in.recovery()}
}

// halves splits points by date into the last marker_days and those before.
func (in *MarkerInput) halves(series []diary.Point) (now, before []float64) {
	n := diary.Date(in.Rules.MarkDays)
	for _, p := range series {
		switch {
		case p.Date > in.Date || p.Date <= in.Date-2*n:
		case p.Date > in.Date-n:
			now = append(now, p.Value)
		default:
			before = append(before, p.Value)
		}
	}
	return now, before
}

// lower reads a series of which less is better by a change of limit.
func (in *MarkerInput) lower(key MarkerKey, series []diary.Point, needs, limit float64, middle func([]float64) float64) Marker {
	now, before := in.halves(series)
	m := Marker{Key: key, State: ProgressUnknown, N: len(now), Was: len(before), Needs: int(needs), Series: series}
	if min(m.N, m.Was) < m.Needs {
		return m
	}
	m.Now, m.Before = middle(now), middle(before)
	switch change := m.Now - m.Before; {
	case change <= -limit+1e-9:
		m.State = Better
	case change >= limit-1e-9:
		m.State = Worse
	default:
		m.State = Same
	}
	return m
}

func meanOf(x []float64) float64 {
	m, _ := meanSD(x)
	return m
}

// tolerance is the load carried a day on days of which soreness or a niggle was
// reported on and little hurt: soreness under sign_present and no niggle that eases. It
// is better with more load and as many quiet days; worse only with fewer quiet
// days, so that a planned light month is not a loss.
func (in *MarkerInput) tolerance() Marker {
	r, n := in.Rules, diary.Date(in.Rules.MarkDays)
	var carried, quiet []diary.Point
	for t := in.Date - 2*n + 1; t <= in.Date; t++ {
		i := len(in.Loads) - 1 - int(in.Date-t)
		ok, said := in.quiet(t)
		if !said || i < 0 || !in.Loads[i].Known {
			continue
		}
		q := diary.Point{Date: t}
		c := q
		if ok {
			q.Value, c.Value = 1, in.Loads[i].Load
		}
		quiet, carried = append(quiet, q), append(carried, c)
	}
	m := in.lower(Tolerance, carried, r.MarkNeeds, math.Inf(1), meanOf)
	if m.State == ProgressUnknown {
		return m
	}
	now, before := in.halves(quiet)
	m.Quiet, m.WasQuiet = meanOf(now), meanOf(before)
	switch {
	case m.WasQuiet-m.Quiet >= r.MarkLoad-1e-9:
		m.State = Worse
	case m.Now >= (1+r.MarkLoad)*m.Before-1e-9 && m.Now > 0:
		m.State = Better
	}
	return m
}

// quiet reports whether little hurt on t; said is whether anything was said of it.
func (in *MarkerInput) quiet(t diary.Date) (quiet, said bool) {
	quiet = true
	for _, c := range diary.Between(in.Reported.CheckIns, t, t) {
		if c.Soreness.Said() {
			said = true
			quiet = !c.Soreness.AtLeast(in.Rules.SignPresent)
		}
	}
	for _, n := range holding(in.Reported.Niggles, t, in.Rules) {
		said = said || n.Hurts()
		quiet = quiet && n.Running == AsPlanned
	}
	return quiet, said
}

// smoothness is the distance of the stance balance from even, by run; without
// enough of it, the lost-spring sign of the check-ins.
func (in *MarkerInput) smoothness() Marker {
	r, n := in.Rules, 2*diary.Date(in.Rules.MarkDays)
	var even []diary.Point
	runs := in.History.Between(in.Date-n+1, in.Date)
	for i := range runs {
		if b := runs[i].Stride.Balance; runs[i].Run && b > 0 {
			even = append(even, diary.Point{Date: runs[i].Date, Value: math.Abs(b - 50)})
		}
	}
	m := in.lower(Smoothness, even, r.MarkRuns, r.MarkBalance, load.Median)
	if m.State != ProgressUnknown {
		return m
	}
	felt := in.lower(Smoothness, in.scores(func(c *diary.CheckIn) (float64, bool) {
		s := c.Signs[diary.LostSpring]
		return float64(s), s.Said()
	}), r.MarkNeeds, r.MarkScore, meanOf)
	felt.Felt = true
	if felt.State == ProgressUnknown && m.N > felt.N {
		return m
	}
	return felt
}

// energy is the mean of the drained sign and the index of a check-in.
func (in *MarkerInput) energy() Marker {
	return in.lower(Energy, in.scores(func(c *diary.CheckIn) (float64, bool) {
		v, ok := index(c, 0)
		s := c.Signs[diary.Drained]
		return (v + float64(s)) / 2, ok && s.Said()
	}), in.Rules.MarkNeeds, in.Rules.MarkScore, meanOf)
}

func (in *MarkerInput) scores(of func(*diary.CheckIn) (float64, bool)) (out []diary.Point) {
	n := 2 * diary.Date(in.Rules.MarkDays)
	for _, c := range diary.Between(in.Reported.CheckIns, in.Date-n+1, in.Date) {
		if v, ok := of(&c); ok {
			out = append(out, diary.Point{Date: c.Date, Value: v})
		}
	}
	return out
}

// recovery is, for each hard session, the mornings until resting heart rate and
// HRV are back in the runner's range, as far as they are known: one at best. Four
// mornings out count as five; a morning without a reading makes the session
// unknown.
func (in *MarkerInput) recovery() Marker {
	const most = 4
	var back []diary.Point
	for i := range in.Hard {
		d := in.Hard[i].Date
		if n := len(back); n > 0 && back[n-1].Date == d {
			continue
		}
		for k := diary.Date(1); k <= most && d+k <= in.Date; k++ {
			fresh, known := in.Fresh(d + k)
			if !known {
				break
			}
			if fresh || k == most {
				v := float64(k)
				if !fresh {
					v++
				}
				back = append(back, diary.Point{Date: d, Value: v})
				break
			}
		}
	}
	return in.lower(Recovery, back, in.Rules.MarkHard, in.Rules.MarkBack, meanOf)
}
