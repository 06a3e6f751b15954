package body

import (
	"math"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Stride is the watch's stance-time balance, the left foot's share of ground
// contact in %, against the runner's own: an asymmetry shows before it hurts.
type Stride struct {
	Now   float64 // median of the window's runs
	Usual float64 // median of the baseline's
	Runs  int     // in the window
	Known bool    // enough runs in both
	Out   bool    // stride_shift points or more from the own usual, either way
}

// Longer is the foot that stays on the ground longer than it used to.
func (s Stride) Longer() diary.Side {
	if s.Now < s.Usual {
		return diary.Right
	}
	return diary.Left
}

// Runs that a median needs (ours): two, so that no single run decides, and five
// for what is usual.
const strideRecent, strideUsual = 2, 5

func stride(h *load.History, t diary.Date, r *rule.Settings) (s Stride) {
	window, baseline := diary.Date(r.WindowDays), diary.Date(r.BaselineDays)
	now, usual := balances(h, t-window+1, t), balances(h, t-window-baseline+1, t-window)
	s = Stride{Now: load.Median(now), Usual: load.Median(usual), Runs: len(now)}
	s.Known = len(now) >= strideRecent && len(usual) >= strideUsual
	s.Out = s.Known && math.Abs(s.Now-s.Usual) >= r.StrideShift-1e-9
	return s
}

func balances(h *load.History, a, b diary.Date) (out []float64) {
	runs := h.Between(a, b)
	for i := range runs {
		if runs[i].Run && runs[i].Stride.Balance > 0 {
			out = append(out, runs[i].Stride.Balance)
		}
	}
	return out
}
