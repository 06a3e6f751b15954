package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// GaitState is one running dynamic against the runner's own.
type GaitState uint8

const (
	GaitUnknown GaitState = iota
	GaitInRange
	GaitOut
)

// String is the name used in JSON.
func (s GaitState) String() string { return [...]string{"unknown", "in_range", "out"}[s] }

// GaitMeasure names a running dynamic.
type GaitMeasure uint8

const (
	GaitBalance  GaitMeasure = iota // left share of stance time, %
	GaitStep                        // step length, mm
	GaitVertical                    // vertical ratio, %
	GaitCadence                     // steps a minute
	GaitStance                      // stance time, ms
	gaitMeasures = 5
)

// of reads the measure from a run; 0 where it was not recorded.
func (m GaitMeasure) of(s *load.Stride) float64 {
	return [gaitMeasures]float64{s.Balance, s.StepLength, s.VertRatio, s.Cadence, s.StanceTime}[m]
}

// GaitLine is one dynamic at matched pace: the median of the window's runs
// against the median of the baseline's.
type GaitLine struct {
	Measure    GaitMeasure
	State      GaitState
	Now, Usual float64
	SD         float64 // of the baseline's runs, with the floor
	Runs       int     // in the window
	Behind     int     // in the baseline
}

// Gait is the runner's form as the watch saw it. Runs are compared by their
// whole-run means, and only runs whose mean speed lies within a band around the
// runner's usual speed: form goes with pace.
type Gait struct {
	Lines     []GaitLine // those measures that any run has
	Low, High float64    // the band, m/s
}

// GaitOn reads the form on t. Balance is out by stride_shift, as [Stride] is;
// the others by gait_sd SDs with a floor (ours).
func GaitOn(h *load.History, t diary.Date, r *rule.Settings) (g Gait) {
	window, baseline := diary.Date(r.WindowDays), diary.Date(r.BaselineDays)
	before, lately := h.Between(t-window-baseline+1, t-window), h.Between(t-window+1, t)
	var speeds []float64
	for i := range before {
		if s := &before[i].Stride; before[i].Run && s.Cadence > 0 && s.Speed > 0 {
			speeds = append(speeds, s.Speed)
		}
	}
	usual := load.Median(speeds)
	g.Low, g.High = usual*(1-r.GaitBand), usual*(1+r.GaitBand)
	for m := range GaitMeasure(gaitMeasures) {
		now, was := g.matched(lately, m), g.matched(before, m)
		if len(now)+len(was) == 0 {
			continue
		}
		l := GaitLine{Measure: m, Now: load.Median(now), Usual: load.Median(was), Runs: len(now), Behind: len(was)}
		_, l.SD = meanSD(was)
		l.SD = max(l.SD, r.GaitFloor*l.Usual)
		limit := r.GaitSD * l.SD
		if m == GaitBalance {
			limit = r.StrideShift
		}
		switch {
		case len(now) < strideRecent || len(was) < strideUsual:
		case math.Abs(l.Now-l.Usual) >= limit-1e-9:
			l.State = GaitOut
		default:
			l.State = GaitInRange
		}
		g.Lines = append(g.Lines, l)
	}
	return g
}

func (g *Gait) matched(runs []load.Session, m GaitMeasure) (out []float64) {
	for i := range runs {
		s := &runs[i].Stride
		if v := m.of(s); runs[i].Run && v > 0 && s.Speed >= g.Low && s.Speed <= g.High {
			out = append(out, v)
		}
	}
	return out
}
