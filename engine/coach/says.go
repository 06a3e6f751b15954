package coach

import (
	"slices"

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

// Verdict is what the answers come to together.
type Verdict string

const (
	SaysYes      Verdict = "yes"        // something that followed was different
	SaysNo       Verdict = "no"         // all of it is known, and none was
	SaysNotSoFar Verdict = "not_so_far" // none of what is known was
	SaysUnknown  Verdict = "unknown"    // nothing is known yet
)

// VerdictOf is whether the signals say anything about the runner, by every answer of Says.
func VerdictOf(says []Says) Verdict {
	seen, known := false, 0
	for i := range says {
		seen = seen || says[i].Seen
		if says[i].Known {
			known++
		}
	}
	switch {
	case seen:
		return SaysYes
	case known == 0:
		return SaysUnknown
	case known == len(says):
		return SaysNo
	}
	return SaysNotSoFar
}

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
		shifts[i] = effect.Of(c.mornings(of), measure, effect.Spells, &c.rules)
	}
	out := make([]Says, len(asked))
	for i, seen := range effect.Seen(shifts, c.rules.EffectFalse) {
		out[i] = Says{asked[i], answer(shifts[i], seen)}
	}
	return out
}

// mornings is those on which enough signals are known and of which it is known what
// followed.
func (c *Coach) mornings(of string) (out []effect.Night) {
	var sources []string
	for n, x := range c.followed(of) {
		t := c.since() + diary.Date(n)
		day, _ := c.e.Day(t)
		known, adverse, _ := day.Signals.Counts()
		if known < int(c.rules.CutSignals) || x.v == unsaid {
			continue
		}
		series := slices.Index(sources, x.source)
		if series < 0 {
			series, sources = len(sources), append(sources, x.source)
		}
		out = append(out, effect.Night{Date: t, Value: x.v, With: adverse > 0, Series: series})
	}
	return out
}

// unsaid stands for what did not follow or is not known.
const unsaid = -1000

// sequel is what followed a morning, and what measured it: two watches' heart rates are
// two series.
type sequel struct {
	v      float64
	source string // "" of what was reported
}

// followed is what followed each morning since the first that is looked back to.
func (c *Coach) followed(of string) []sequel {
	since := c.since()
	out := make([]sequel, max(0, int(c.date-since)+1))
	for i := range out {
		out[i].v = unsaid
	}
	by := func(t diary.Date, v float64, source string) {
		if i := int(t - since); i >= 0 && i < len(out) && v > out[i].v { // of two runs the one that did most
			out[i] = sequel{v, source}
		}
	}
	set := func(t diary.Date, v float64) { by(t, v, "") }
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
				by(list[i].Date, list[i].Effort-x.RPE, list[i].Source)
			}
		}
	case EasyHR:
		day, _ := c.e.Day(c.date)
		for _, run := range h.EasyRunsBetween(since, c.date, day.Rest) {
			by(run.Date, run.HR, run.Source)
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
