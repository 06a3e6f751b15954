package verdict

import (
	"slices"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// Declinable reports whether the runner may leave an action be: the training
// advice may be declined, never what is about pain, illness or coming back.
func Declinable(a Action) bool { return a == CutWeek || a == HoldQuality || a == Deload }

// Declined reports whether the last thing that the runner decided on an action
// since it fired was to leave it. Only a cut, a hold and a deload may be.
func (t *Reported) Declined(a Action, since diary.Date) bool {
	d, ok := t.Decided(a, since)
	return ok && !d.Accepted
}

// Decided is the last decision on an action since a date.
func (t *Reported) Decided(a Action, since diary.Date) (last diary.Decision, ok bool) {
	for _, d := range t.Decisions {
		if d.Action == string(a) && d.Date >= since {
			last, ok = d, true
		}
	}
	return last, ok
}

// Choose says what of the verdict is the runner's to decide, of the whole and, on
// week, day by day: the action in force, where it may be declined, and the one that
// would be in force had it not been; "" for none. Of two that were declined the
// more cautious is named.
func Choose(f *Facts, action Action, week []DayPlan) (declinable, declined Action) {
	if Declinable(action) {
		declinable = action
	}
	if list := declines(f); len(list) > 0 {
		declined = Action(list[0].Action)
	}
	quality := slices.IndexFunc(week, func(d DayPlan) bool { return d.Before.Kind.Hard() })
	for i := range week {
		d := &week[i]
		if declinable != "" && slices.Contains(d.Because, Code(declinable)) {
			d.Declinable = declinable
		}
		if d.After != d.Before || d.Before.Kind == Rest || d.Before.Kind == Race {
			continue
		}
		if declined == CutWeek && f.Cuts.InForce(d.Date) || declined == HoldQuality && i == quality {
			d.Declined = declined
		}
	}
	return declinable, declined
}

// declinedReasons names what the runner chose to leave, while it would hold.
func declinedReasons(f *Facts, add func(Reason)) {
	for _, d := range declines(f) {
		add(Reason{Code: Code(d.Action) + "_" + Declined, Action: Action(d.Action), Tone: ToneWatch, Date: d.Date, Note: d.Why, Source: diary.TypedSource})
	}
}

// declines is the decisions that keep an action out of force on the date, the most
// cautious action first.
func declines(f *Facts) (out []diary.Decision) {
	take := func(holds bool, a Action, since diary.Date) {
		if d, ok := f.Decided(a, since); holds && ok && !d.Accepted {
			out = append(out, d)
		}
	}
	take(f.Cuts.InForce(f.Date), CutWeek, f.Cuts.Last.Fired)
	take(f.HoldDeclined && Holding(f), HoldQuality, 0)
	take(f.Planned.Deload, Deload, f.Planned.Monday)
	return out
}

// decisionReasons is what the runner declined of late and did not take back; a watch,
// never an action.
func decisionReasons(f *Facts, add func(Reason)) {
	r := f.Rules
	for i := len(f.Decisions) - 1; i >= 0; i-- {
		d := f.Decisions[i]
		if f.Date-d.Date >= diary.Date(r.DeclinedDays) {
			return
		}
		if last, _ := f.Decided(Action(d.Action), 0); d.Accepted || last != d {
			continue
		}
		if !slices.Contains(declines(f), d) {
			add(Reason{Code: Declined, Tone: ToneWatch, Date: d.Date, Days: int(f.Date - d.Date), Note: d.Why, Source: diary.TypedSource})
		}
		if f.CutsDeclined >= int(r.DeclinedCuts) {
			add(Reason{Code: CutsDeclined, Tone: ToneWatch, Value: float64(f.CutsDeclined), Limit: r.DeclinedCuts, Date: d.Date, Source: diary.TypedSource, Cites: []rule.Cite{rule.Meeusen2013}})
		}
		return
	}
}
