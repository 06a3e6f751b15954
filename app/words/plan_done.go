package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// planDone is a day of this week: what its own morning said, against what was run; p is
// the plan.
func planDone(d *coach.Done, p *plan.Plan, rules rule.Settings, o Options) wire.PlanDone {
	return wire.PlanDone{Date: d.Date, Day: shortDay(d.Date), Planned: o.dayOf(d.Date, d.Planned, p), Done: o.ran(d.Run),
		State: string(d.Outcome), Text: outcome(d, rules, o, asPlanned)}
}

// What a run is set against: a plan's session or, where no plan covers the day, that of the
// usual week.
const asPlanned, asUsual = "planned", "usual"

// outcome is what was run against what it is set against.
func outcome(d *coach.Done, r rule.Settings, o Options, against string) string {
	if d.Outcome == plan.Rested && d.Was.Minutes > 0 {
		return "Rested instead of: " + o.PlanDay(d.Was) + "."
	}
	switch d.Outcome {
	case plan.AsPlanned:
		return "As " + against + "."
	case plan.Rested:
		return "Rest, as " + against + "."
	case plan.Missed:
		return "Not run. Don't make up for it."
	case plan.Extra:
		if against == asUsual {
			return "You usually rest on this day."
		}
		return "A run on a rest day."
	case plan.ToCome:
		return "To come."
	case plan.NotKnown:
		return "Not known yet: no file, and nothing in your log."
	case plan.Shorter:
		return Hours(d.Off) + " shorter than " + against + "."
	case plan.Longer:
		return Hours(d.Off) + " longer than " + against + "."
	case plan.Harder:
		if d.Hard < r.HardMinutes {
			return "Harder than " + against + ", by its laps or by your own rating."
		}
		return fmt.Sprintf("Harder than %s: %.0f min at or above %.0f%% of your max HR.", against, d.Hard, 100*r.HardShare)
	case plan.Easier:
		if fmt.Sprintf("%.0f", d.Hard) == "0" {
			return fmt.Sprintf("Easier than %s: no time at or above %.0f%% of your max HR.", against, 100*r.HardShare)
		}
		return fmt.Sprintf("Easier than %s: %.0f min at or above %.0f%% of your max HR.", against, d.Hard, 100*r.HardShare)
	}
	return ""
}

// blockWeek is week i of n in words; race is the plan's.
func blockWeek(i, n int, w *coach.Week, race *plan.Race, o Options) wire.BlockWeek {
	out := wire.BlockWeek{Start: w.Start, Planned: w.Km, Long: w.Long, Hard: w.Hard, Deload: w.Deload, Taper: w.Taper,
		Race: w.Race, Tune: w.Tune, Recovery: w.Recovery, Now: w.Now}
	out.Text = fmt.Sprintf("Week %d of %d: %s", i+1, n, o.Distance(w.Km))
	if w.Long > 0 {
		out.Text += ", long run " + o.Distance(w.Long)
	}
	if w.Hard > 0 {
		out.Text += ", " + Count(w.Hard, "hard session")
	}
	called := "race"
	if race != nil {
		called = calledBy(race.Name, called)
	}
	for _, mark := range []struct {
		on   bool
		name string
	}{{w.Deload, "step-back week"}, {w.Taper, "taper"}, {w.Recovery, "recovery"}, {w.Tune, "tune-up race"}, {w.Race, called}} {
		if mark.on {
			out.Text += ", " + mark.name
		}
	}
	if w.Begun {
		done := round(w.Done, 10)
		out.Done = &done
		out.Text += fmt.Sprintf("; %s done", o.Distance(done))
	}
	return out
}
