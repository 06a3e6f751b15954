package verdict_test

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

const today = diary.Date(20000)

// outing is one run: so many days before today, minutes at six a km. Its speed is not
// recorded, so that a stage of the walk-run is told by its minutes alone.
type outing struct {
	back    int
	minutes float64
}

// entered is a diary of outings, of each of which it is said that nothing hurt.
func entered(runs ...outing) *diary.Diary {
	d := &diary.Diary{}
	slices.SortFunc(runs, func(a, b outing) int { return b.back - a.back })
	for _, v := range runs {
		date := today - diary.Date(v.back)
		d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running,
			Seconds: float32(60 * v.minutes), Meters: float32(1000 * v.minutes / 6)})
		d.Reported.Pains = append(d.Reported.Pains, diary.RunPain{Stamp: diary.Stamp{Date: date}})
	}
	return d
}

// whole adds to each outing a speed of 3 m/s: it was run in one piece.
func whole(d *diary.Diary) *diary.Diary {
	for i := range d.Activities {
		a := &d.Activities[i]
		a.Track.Speed = slices.Repeat([]uint16{3000}, int(a.Seconds/diary.TrackStep))
	}
	return d
}

// past is what the return to running is read from; check-ins say that the days up to today are known.
func past(d *diary.Diary, r *rule.Settings) *verdict.Past {
	for day := today - 30; day <= today+30; day++ {
		d.Reported.CheckIns = append(d.Reported.CheckIns, diary.NewCheckIn(diary.Stamp{Date: day}))
	}
	return &verdict.Past{History: load.New(d, *r), Diary: d, Rules: r}
}

func layoff(d *diary.Diary, r *rule.Settings) verdict.Layoff {
	return past(d, r).Layoff(today)
}

// drift is a day on which n signals count for a cut.
func drift(n int) (d signal.Day) {
	for k := range d {
		d[k].Kind, d[k].Name = diary.Kind(k), signal.InRange
		if k < n {
			d[k].Name, d[k].Cut = signal.Adverse, true
		}
	}
	return d
}

// cuts plays so many days on which n signals drift together, the first of them day 0.
func cuts(r *rule.Settings, days, n int) (c verdict.Cuts) {
	for i := range days {
		c = c.Next(diary.Date(i), drift(n), r)
	}
	return c
}

// adjusted is what an action leaves of 100 easy minutes, a share.
func bent(f verdict.Facts, action verdict.Action) float64 {
	week := verdict.Adjust(&f, load.New(&diary.Diary{}, *f.Rules), action, []verdict.Session{{Kind: verdict.Easy, Minutes: 100}})
	return week[0].After.Minutes / 100
}

func says(f verdict.Facts, code verdict.Code) bool {
	f.Date = today
	return slices.ContainsFunc(verdict.Reasons(&f), func(r verdict.Reason) bool { return r.Code == code })
}

func TestCutBoundaries(t *testing.T) {
	inForce := func(c verdict.Cuts, r *rule.Settings) verdict.Facts {
		return verdict.Facts{Date: c.Last.Fired, Rules: r, Cuts: c}
	}
	ruletest.Boundaries(t, "cut", []ruletest.Case{
		{Key: "cut_signals", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, signals float64) bool {
			return cuts(r, 5, int(signals)).Last.Scale > 0
		}},
		{Key: "cut_run", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return cuts(r, int(days), 2).Last.Scale > 0
		}},
		{Key: "cut_length", At: 7, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool {
			c := cuts(r, 3, 2)
			return !c.InForce(c.Last.Fired-1) && c.InForce(c.Last.Fired) && c.InForce(c.Last.Fired+diary.Date(day)-1)
		}},
		{Key: "cut_refractory", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return cuts(r, 3+int(days), 2).Before.Scale > 0
		}},
		{Key: "cut_scale", At: 0.70, Gives: func(r *rule.Settings) float64 { return bent(inForce(cuts(r, 3, 2), r), verdict.CutWeek) }},
		{Key: "cut_deep_scale", At: 0.50, Gives: func(r *rule.Settings) float64 { return bent(inForce(cuts(r, 3, 3), r), verdict.CutWeek) }},
	})
}

// A signal that has been out for so many days, alone and without a hard session.
func TestLoneBoundaries(t *testing.T) {
	out := func(r *rule.Settings, days float64) verdict.Facts {
		f := verdict.Facts{Date: today, Rules: r, RunSeen: true}
		f.Signals[diary.RestingHR] = signal.State{Kind: diary.RestingHR, Name: signal.Adverse, DaysOut: int(days)}
		return f
	}
	holds := func(r *rule.Settings, days float64) bool {
		f := out(r, days)
		action, level, _ := verdict.Decide(&f)
		return action == verdict.HoldQuality && level == verdict.LevelEase && verdict.Declinable(action)
	}
	ruletest.Boundaries(t, "lone", []ruletest.Case{
		{Key: "lone_asks", At: 7, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return says(out(r, days), verdict.SignalStays) && !holds(r, days)
		}},
		{Key: "lone_holds", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return says(out(r, days), verdict.SignalHolds) && holds(r, days)
		}},
		{Key: "lone_refers", At: 21, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return says(out(r, days), verdict.SignalRefers) && !says(out(r, days), verdict.SignalHolds) && holds(r, days)
		}},
	})
}

// inWeeks is a hundred minutes in each of the four weeks before a pause of ten days,
// and so many in each week since the first run back.
func inWeeks(since ...float64) *diary.Diary {
	first := 7*len(since) + 1 // so that the last of them is over today
	runs := []outing{}
	for week := range 4 {
		runs = append(runs, outing{first + 10 + 7*week, 60}, outing{first + 13 + 7*week, 40})
	}
	for week, minutes := range since {
		runs = append(runs, outing{first - 7*week, minutes / 2}, outing{first - 7*week - 5, minutes / 2})
	}
	return entered(runs...)
}

func rebuilding(d *diary.Diary, r *rule.Settings) verdict.Rebuilding {
	return past(d, r).Rebuilding(today)
}

// backFor is a pause of so many days and the so manieth day since the first run after
// it, with a run of half an hour every other day.
func backFor(off int, day float64) *diary.Diary {
	first := int(day) - 1
	runs := []outing{{first + off, 40}}
	for back := first; back >= 0; back -= 2 {
		runs = append(runs, outing{back, 40})
	}
	return whole(entered(runs...))
}

func TestReturnBoundaries(t *testing.T) {
	off := func(r *rule.Settings, days float64) int { return layoff(entered(outing{int(days), 40}), r).Tier }
	resting := func(r *rule.Settings, tier int) verdict.Facts {
		return verdict.Facts{Date: today, Rules: r, Layoff: verdict.Layoff{Tier: tier, LastRun: today - 10}}
	}
	// On the so manieth day back.
	spoken := func(r *rule.Settings, day float64, code verdict.Code) bool {
		return says(verdict.Facts{Rules: r, Back: verdict.Pause{Tier: 1, Back: today - diary.Date(day) + 1}}, code)
	}
	ruletest.Boundaries(t, "return", []ruletest.Case{
		{Key: "back_tier_1", At: 7, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool { return off(r, days) == 1 }},
		{Key: "back_tier_2", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool { return off(r, days) == 2 }},
		{Key: "back_tier_3", At: 21, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool { return off(r, days) == 3 }},
		{Key: "rhythm_weeks", At: 8, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, weeks float64) bool {
			long := 7 * int(weeks) // two runs ten days apart, the first so long ago
			return load.New(entered(outing{0, 40}, outing{long, 40}, outing{long - 10, 40}), *r).Rhythm(today) == 10
		}},
		{Key: "ask_days", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return says(verdict.Facts{Rules: r, RunSeen: true, Seen: today - diary.Date(days)}, verdict.RunsUnknown)
		}},
		{Key: "report_near", At: 0.30, Edge: ruletest.AtMost, Step: 0.01, Holds: func(r *rule.Settings, off float64) bool {
			d := entered(outing{0, 100 * (1 + off)})
			d.Reported.Runs = []diary.Run{{Stamp: diary.Stamp{Date: today}, Minutes: 100, RPE: diary.Unsaid, Pain: diary.Unsaid}}
			return len(load.New(d, *r).Sessions) == 1
		}},
		{Key: "back_scale_1", At: 0.80, Gives: func(r *rule.Settings) float64 { return bent(resting(r, 1), verdict.ReturnToRun) }},
		{Key: "back_scale_2", At: 0.60, Gives: func(r *rule.Settings) float64 { return bent(resting(r, 2), verdict.ReturnToRun) }},
		{Key: "back_stay_1", At: 7, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool { return layoff(backFor(10, day), r).Tier == 1 }},
		{Key: "back_stay_2", At: 14, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool { return layoff(backFor(16, day), r).Tier == 2 }},
		{Key: "back_stay_3", At: 21, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool { return layoff(backFor(30, day), r).Tier == 3 }},
		{Key: "growth", At: 0.10, Gives: func(r *rule.Settings) float64 {
			f := verdict.Facts{Date: today, Rules: r, Rebuild: verdict.Rebuilding{Back: today - 10}}
			week := verdict.Adjust(&f, load.New(entered(outing{3, 60}, outing{5, 40}), *r), verdict.Progress, []verdict.Session{{Kind: verdict.Easy, Minutes: 300}})
			return week[0].After.Minutes/100 - 1
		}},
		{Key: "rebuilt_weeks", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, weeks float64) bool {
			return !rebuilding(inWeeks(slices.Repeat([]float64{100}, int(weeks))...), r).Held()
		}},
		{Key: "rebuilt_share", At: 0.80, Edge: ruletest.AtLeast, Step: 0.01, Holds: func(r *rule.Settings, share float64) bool {
			return rebuilding(inWeeks(100*share), r).Weeks == 1
		}},
		{Key: "stage_sessions", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sessions float64) bool {
			runs := []outing{{60, 40}}
			for i := range int(sessions) {
				runs = append(runs, outing{2 * i, 13})
			}
			return layoff(entered(runs...), r).Progress.Stage == 1
		}},
		{Key: "stage_share", At: 0.80, Edge: ruletest.AtLeast, Step: 0.01, Holds: func(r *rule.Settings, share float64) bool {
			return layoff(entered(outing{60, 40}, outing{0, 15 * share}), r).Progress.Done == 1
		}},
		{Key: "return_days", At: 21, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool { return spoken(r, day, verdict.FirstWeeks) }},
		{Key: "lungs_from", At: 14, Edge: ruletest.Over, Holds: func(r *rule.Settings, day float64) bool { return spoken(r, day, verdict.LungsFirst) }},
		{Key: "lungs_to", At: 28, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, day float64) bool { return spoken(r, day, verdict.LungsFirst) }},
		{Key: "aerobic_held", At: 0.5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			d := &diary.Diary{}
			for i := range diary.Date(52) {
				sport, minutes := diary.Running, 60.0
				if i >= 42 {
					sport, minutes = "cycling", 60*share
				}
				d.Activities = append(d.Activities, diary.Activity{Date: today - 51 + i, Sport: sport, Seconds: float32(60 * minutes)})
			}
			return load.New(d, *r).Aerobic(today-10, today).Held
		}},
		{Key: "return_speed", At: 1, Gives: func(r *rule.Settings) float64 { return back(r, 6).Limit / (1000.0 / 360) }},
		{Key: "return_over", At: 0.03, Edge: ruletest.Over, Step: 0.001, Holds: func(r *rule.Settings, share float64) bool {
			return back(r, 6/(1+share)).On == today-1
		}},
		{Key: "loss_weekly", At: 0, Gives: func(r *rule.Settings) float64 {
			if loss := load.Loss(7, r); loss != load.LayoffLoss(7) {
				return loss
			}
			return 0 // by the curve
		}},
	})
}

func TestDeclineBoundaries(t *testing.T) {
	ago := func(r *rule.Settings, days float64, cuts int) verdict.Facts {
		f := verdict.Facts{Rules: r}
		f.Decisions = []diary.Decision{{Stamp: diary.Stamp{Date: today - diary.Date(days)}, Action: string(verdict.CutWeek)}}
		f.CutsDeclined = cuts
		return f
	}
	ruletest.Boundaries(t, "decline", []ruletest.Case{
		{Key: "declined_days", At: 14, Edge: ruletest.Under, Holds: func(r *rule.Settings, days float64) bool { return says(ago(r, days, 0), verdict.Declined) }},
		{Key: "declined_cuts", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, cuts float64) bool {
			return says(ago(r, 1, int(cuts)), verdict.CutsDeclined)
		}},
	})
}

// Two further uses of what is set: what makes the signals stuck is said for as long as
// no cut may fire, and a pause is remembered for as long as anything is said of it.
func TestHowLongItIsSpokenOf(t *testing.T) {
	r := rule.Default()
	c := verdict.Cuts{Stuck: true, Last: verdict.Cut{Fired: today, Until: today + 6, Scale: 0.7}}
	for day, want := range map[diary.Date]bool{0: true, 13: true, 14: false} {
		f := verdict.Facts{Rules: &r, Cuts: c}
		f.Cuts.Last.Fired -= day
		if got := says(f, verdict.CutsStuck); got != want {
			t.Errorf("%d days after the cut: stuck %v", day, got)
		}
	}
	for day, want := range map[float64]bool{1: true, 28: true, 29: false} {
		if got := past(backFor(10, day), &r).Return(today).Tier; (got == 1) != want {
			t.Errorf("day %g back: pause of tier %d", day, got)
		}
	}
}
