package coach

import (
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/effect"
)

// What can follow a morning on which a signal was out of range.
const (
	FeltThen  = "felt"      // the check-in of that morning, 0 to 4
	FeltNext  = "felt_next" // and of the next
	RanHarder = "effort"    // the day's runs against what heart rate and pace make expect, of 10
	EasyHR    = "easy_hr"   // the day's easy run at matched pace, bpm
	Hurt      = "pain"      // pain was reported, that day or in those after it: a share
)

// Says is one thing that followed.
type Says struct {
	Of string
	Answer
}

// Says sets what followed the mornings on which a signal was out of its normal range
// against what followed those on which none was. It is the signals that are asked, and
// not the morning's word: that has heard the check-in already, and could not but agree
// with it. A morning counts on either side with as many signals known as a lighter week
// takes.
func (c *Coach) Says() []Says {
	asked := [...]string{FeltThen, FeltNext, RanHarder, EasyHR, Hurt}
	shifts := make([]effect.Shift, len(asked))
	for i, of := range asked {
		measure := effect.Middle
		if of == Hurt {
			measure = effect.Mean
		}
		var mornings []effect.Night
		for n, v := range c.followed(of) {
			t := c.since() + diary.Date(n)
			day, _ := c.e.Day(t)
			if known, adverse, _ := day.Signals.Counts(); known >= int(c.rules.CutSignals) && v != unsaid {
				mornings = append(mornings, effect.Night{Date: t, Value: v, With: adverse > 0})
			}
		}
		shifts[i] = effect.Of(mornings, measure, effect.Spells, &c.rules)
	}
	out := make([]Says, len(asked))
	for i, seen := range effect.Seen(shifts, c.rules.EffectFalse) {
		out[i] = Says{asked[i], answer(shifts[i], seen)}
	}
	return out
}

// unsaid stands for what did not follow or is not known.
const unsaid = -1000

// followed is what followed each morning since the first that is looked back to.
func (c *Coach) followed(of string) []float64 {
	since := c.since()
	out := make([]float64, max(0, int(c.date-since)+1))
	for i := range out {
		out[i] = unsaid
	}
	set := func(t diary.Date, v float64) {
		if i := int(t - since); i >= 0 && i < len(out) {
			out[i] = max(out[i], v) // of two runs the one that did most
		}
	}
	h, r := c.e.History(), &c.e.Diary().Reported
	switch of {
	case FeltThen, FeltNext:
		for i := range r.CheckIns {
			t := r.CheckIns[i].Date
			if v, ok := body.Index(&r.CheckIns[i]); ok && t <= c.date {
				if of == FeltNext {
					t--
				}
				set(t, v)
			}
		}
	case RanHarder:
		list := h.Between(since, c.date)
		for i := range list {
			if x, ok := h.ExpectedEffort(&list[i]); ok && list[i].Rated {
				set(list[i].Date, list[i].Effort-x.RPE)
			}
		}
	case EasyHR:
		day, _ := c.e.Day(c.date)
		for _, run := range h.EasyRunsBetween(since, c.date, day.Rest) {
			set(run.Date, run.HR)
		}
	case Hurt:
		c.hurt(r, set)
	}
	return out
}

// hurt sets 1 for the mornings from which on pain was reported within effect_pain days, 0
// for those in which something was reported and no pain. A morning whose days are not
// over is not known.
func (c *Coach) hurt(r *diary.Reported, set func(diary.Date, float64)) {
	days := diary.Date(c.rules.EffectPain)
	hear := func(t diary.Date, pain diary.Score) {
		v := 0.0
		if pain.AtLeast(1) {
			v = 1
		}
		for from := t - days + 1; from <= min(t, c.date-days+1); from++ {
			set(from, v)
		}
	}
	for i := range r.CheckIns {
		hear(r.CheckIns[i].Date, diary.Unsaid)
	}
	for i := range r.Niggles {
		hear(r.Niggles[i].Date, r.Niggles[i].Severity)
	}
	for i := range r.Pains {
		hear(r.Pains[i].Date, r.Pains[i].Pain)
	}
	for i := range r.Runs {
		hear(r.Runs[i].Date, r.Runs[i].Pain)
	}
	for i := range r.Walks {
		hear(r.Walks[i].Date, r.Walks[i].Pain)
	}
}

// answer is what a question comes to: nothing is seen where the interval holds zero.
func answer(s effect.Shift, seen bool) Answer {
	return Answer{s, seen && (s.Low > 0 || s.High < 0)}
}
