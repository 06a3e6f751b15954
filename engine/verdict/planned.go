package verdict

import (
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// Planned is what the ladder needs to know of a plan.
type Planned struct {
	Deload bool       // the date is in a planned deload, and not in the race's week
	Monday diary.Date // of the date's week: a deload is declined as a whole
	Last   diary.Date // the plan's last day
	Km     float64    // that week's
	Light  [7]float64 // the share of the usual that each of the seven days was already planned at; 0: all of it
	Weeks  int        // weeks since the last light one, this one included, without a plan as they were run; 0: not known
}

// deeper is what a cut to scale leaves of day i: inside a deload the deeper of
// the two scalings holds, not both.
func (p Planned) deeper(i int, scale float64) float64 {
	if p.Light[i] == 0 {
		return scale
	}
	return min(1, scale/p.Light[i])
}

// lightWeek is the share of the weeks before it under which a week that was run
// counts as a step back (ours).
const lightWeek = 0.7

// WeeksSeen is how many past weeks are looked through for a light one.
const WeeksSeen = 12

// RunWeeks is how many weeks in a row, that of t included, were run without a
// light one: what stands for [Planned].Weeks where no plan is followed. Weeks
// start on Monday.
func RunWeeks(h *load.History, t diary.Date) int {
	const compared = 3
	monday := t - diary.Date((int(t.Weekday())+6)%7)
	var minutes [WeeksSeen + compared]float64 // of the weeks before that of t, the latest first
	past := h.Between(monday-diary.Date(7*len(minutes)), monday-1)
	for i := range past {
		if past[i].Run {
			minutes[(monday-1-past[i].Date)/7] += past[i].Minutes
		}
	}
	n := 0
	for n < WeeksSeen && minutes[n] > 0 {
		sum, known := 0.0, 0.0
		for _, m := range minutes[n+1 : n+1+compared] {
			if m > 0 {
				sum, known = sum+m, known+1
			}
		}
		if minutes[n]*known < lightWeek*sum {
			break
		}
		n++
	}
	return n + 1
}

func planReasons(f *Facts, add func(Reason)) {
	p, r := f.Planned, f.Rules
	cites := []rule.Cite{rule.Seed, rule.Bell2023}
	if p.Deload && !f.Declined(Deload, p.Monday) {
		add(Reason{Code: PlannedDeload, Tone: ToneGo, Value: p.Km, Limit: r.DeloadScale, Days: int(r.DeloadEvery), Cites: cites})
	}
	if eased := p.Deload || f.Layoff.Tier > 0 || f.Rebuild.Held() || f.Cuts.InForce(f.Date); !eased && p.Weeks > int(r.DeloadEvery) {
		add(Reason{Code: DeloadOverdue, Tone: ToneWatch, Value: float64(p.Weeks), Limit: r.DeloadEvery, Cites: cites})
	}
}
