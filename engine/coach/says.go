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
	out := []Says{{Of: FeltThen}, {Of: FeltNext}, {Of: RanHarder}, {Of: EasyHR}, {Of: Hurt}}
	felt := c.felt()
	shifts := make([]effect.Shift, len(out))
	for i := range out {
		followed, measure, after := felt, effect.Middle, diary.Date(0)
		switch out[i].Of {
		case FeltNext:
			after = 1
		case RanHarder:
			followed = c.harder()
		case EasyHR:
			followed = c.easy()
		case Hurt:
			followed, measure = c.hurt(), effect.Mean
		}
		var mornings []effect.Night
		for t := c.since(); t <= c.date-after; t++ {
			v, ok := followed[t+after]
			day, _ := c.e.Day(t)
			known, adverse, _ := day.Signals.Counts()
			if ok && known >= int(c.rules.CutSignals) {
				mornings = append(mornings, effect.Night{Date: t, Value: v, With: adverse > 0})
			}
		}
		shifts[i] = effect.Of(mornings, measure, &c.rules)
	}
	for i, seen := range effect.Seen(shifts, c.rules.EffectFalse) {
		out[i].Answer = Answer{shifts[i], seen}
	}
	return out
}

// felt is how the check-ins came out, 4 is worst.
func (c *Coach) felt() map[diary.Date]float64 {
	out := map[diary.Date]float64{}
	list := c.e.Diary().Reported.CheckIns
	for i := range list {
		if v, ok := body.Index(&list[i]); ok {
			out[list[i].Date] = v
		}
	}
	return out
}

// harder is how much harder than expected the runs of a day felt: the one that did most.
func (c *Coach) harder() map[diary.Date]float64 {
	out := map[diary.Date]float64{}
	h := c.e.History()
	list := h.Between(c.since(), c.date)
	for i := range list {
		s := &list[i]
		if !s.Rated {
			continue
		}
		x, ok := h.ExpectedEffort(s)
		if !ok {
			continue
		}
		if was, there := out[s.Date]; !there || s.Effort-x.RPE > was {
			out[s.Date] = s.Effort - x.RPE
		}
	}
	return out
}

// easy is the heart rate of steady easy runs at the runner's usual easy pace.
func (c *Coach) easy() map[diary.Date]float64 {
	out := map[diary.Date]float64{}
	day, _ := c.e.Day(c.date)
	for _, r := range c.e.History().EasyRunsBetween(c.since(), c.date, day.Rest) {
		out[r.Date] = r.HR
	}
	return out
}

// hurt is 1 for days from which on pain was reported within effect_pain days, 0 for those
// in which something was reported and no pain; a day whose time is not over is none.
func (c *Coach) hurt() map[diary.Date]float64 {
	said := map[diary.Date]bool{} // whether it hurt
	r := &c.e.Diary().Reported
	hear := func(t diary.Date, pain diary.Score) { said[t] = said[t] || pain.AtLeast(1) }
	for i := range r.CheckIns {
		hear(r.CheckIns[i].Date, diary.Unsaid)
	}
	for i := range r.Niggles {
		hear(r.Niggles[i].Date, r.Niggles[i].Severity)
	}
	for _, v := range r.Pains {
		hear(v.Date, v.Pain)
	}
	for i := range r.Runs {
		hear(r.Runs[i].Date, r.Runs[i].Pain)
	}
	for _, v := range r.Walks {
		hear(v.Date, v.Pain)
	}
	out := map[diary.Date]float64{}
	days := diary.Date(c.rules.EffectPain)
	for t := c.since(); t <= c.date-days+1; t++ {
		for d := t; d < t+days; d++ {
			if hurts, spoken := said[d]; hurts {
				out[t] = 1
			} else if spoken && out[t] == 0 {
				out[t] = 0
			}
		}
	}
	return out
}
