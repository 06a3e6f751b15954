package coach

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/verdict"
)

// GuideLoss is what the owner's guide says a week off costs of VO2max, a share.
const GuideLoss = 0.07

// Return is a pause and the return from it, while it lasts and for the first weeks
// back.
type Return struct {
	verdict.Pause
	Stage  int        // of the walk-run after three weeks off or more, from 1; 0: none
	Stages []Stage    // all of them
	Lost   float64    // share of VO2max after the days off, by the settings
	Curve  []float64  // the same by the study's curve, from the last run on, one a day
	Guide  []float64  // and by the guide's figure
	On     diary.Date // the date that Lost is of: the first run back, or the date
}

// Stage is one of the walk-run.
type Stage struct {
	verdict.Stage
	Done, Now bool
}

// Return is ok while there is something to say of a pause.
func (c *Coach) Return() (out Return, ok bool) {
	l, p := c.Report.Layoff, c.Report.Back
	if l.Tier > 0 {
		p = verdict.Pause{Tier: l.Tier, DaysOff: l.DaysOff, LastRun: l.LastRun, Back: l.Back}
	} else if p.Tier == 0 || p.Day(c.date) > int(c.rules.ReturnDays) {
		return out, false
	}
	out = Return{Pause: p, On: c.date, Lost: load.Loss(float64(p.DaysOff), &c.rules)}
	if p.Back != 0 {
		out.On = p.Back
	}
	const least = 28 // days of the curve
	for d := range max(least, p.DaysOff) + 1 {
		out.Curve = append(out.Curve, load.LayoffLoss(float64(d)))
		out.Guide = append(out.Guide, load.WeeklyLoss(float64(d), GuideLoss))
	}
	if l.Tier == 3 {
		out.Stage = min(l.Progress.Stage+1, len(verdict.Stages))
		for i, s := range verdict.Stages {
			out.Stages = append(out.Stages, Stage{Stage: s, Done: i < l.Progress.Stage, Now: i == l.Progress.Stage})
		}
	}
	return out, true
}
