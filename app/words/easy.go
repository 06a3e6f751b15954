package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// easy is the easy-pace check as a card has it; nil where no run is known.
func easy(r engine.Report, rules rule.Settings, o Options) *wire.Easy {
	e := &r.Easy
	if !r.RunSeen {
		return nil
	}
	out := &wire.Easy{State: e.State.String(), By: e.By.String(), Runs: e.Runs, HR: round(e.HR, 10), Usual: round(e.Usual, 10)}
	switch {
	case e.State != load.EasyUnknown:
		out.Speed, out.Power = round(e.Speed, 100), round(e.Power, 1)
		out.Text = compared(e, rules, o) + easyAge(r, rules)
	case e.Blind || e.NoMax:
		out.Text, out.Cannot = easyCannot(e, rules), "no_heart_rate"
		if e.NoMax {
			out.Cannot = "no_max_hr"
		}
	default:
		out.Text = fmt.Sprintf("Not enough steady, flat, easy runs in the last %s to compare: run easy for %s minutes on a flat route to find out.", span(rules.EasyDays), testRun(rules))
	}
	return out
}

// compared says what a check that could be made found, and which part of it failed.
func compared(e *load.EasyCheck, rules rule.Settings, o Options) string {
	if e.By == load.ByFelt {
		return fmt.Sprintf("%s of your last %s easy runs felt harder than expected, and no run of the last %s has heart rate to check that against.",
			upper(spelled(e.Felt)), spelled(e.Runs), span(rules.EasyDays))
	}
	text := fmt.Sprintf("At %s your heart rate was %.0f bpm on your latest easy runs, and %.0f in the %s before.", easyAt(e, o), e.HR, e.Usual, span(rules.EasyDays))
	if e.By == load.ByIndex {
		text += fmt.Sprintf(" That alone is within the limit of %g bpm, but %s.", rules.EasyRise, indexDown(rules))
	}
	return text
}

// easyAt is what the runs were matched at.
func easyAt(e *load.EasyCheck, o Options) string {
	if e.By == load.ByPower {
		return fmt.Sprintf("%.0f W", e.Power)
	}
	return o.Pace(e.Speed)
}

func indexDown(rules rule.Settings) string {
	return fmt.Sprintf("your running-speed index is down by more than %s", sds(rules.EasyIndexSD))
}

// easyCannot says why no check can be made, whatever is run easily.
func easyCannot(e *load.EasyCheck, rules rule.Settings) string {
	if e.NoMax {
		return "The easy-pace check needs your max HR, which is not known: no run shows it yet. Enter your age, or your own maximum, in Settings."
	}
	without := "No run of the last %s has heart rate"
	if e.Means {
		without = "Your runs from the last %s have an average heart rate but nothing minute by minute"
	}
	return fmt.Sprintf(without+", so the easy-pace check cannot be made and your hard sessions stay as they are. Rate how your easy runs feel: your ratings take its place.", span(rules.EasyDays))
}

// easyReason is the check among the reasons.
func easyReason(r engine.Report, x verdict.Reason, rules rule.Settings, o Options) (text, number, limit string) {
	e := &r.Easy
	switch {
	case x.Code == verdict.EasyBlind:
		if x.Value > 0 {
			number, limit = Count(int(x.Value), "run")+" felt hard", Count(int(x.Limit), "run")
		}
		return easyCannot(e, rules), number, limit
	case x.Code == verdict.EasyNotKnown:
		if e.NoMax {
			return easyCannot(e, rules), "", ""
		}
		return fmt.Sprintf("The easy-pace check compares your %s with earlier easy runs of the last %s. It needs runs that are steady and flat, %.0f minutes or longer, with heart rate.", latestEasy(int(rules.EasyRecent)), span(rules.EasyDays), rules.EasyMinutes),
			Count(int(x.Value), "run"), Count(int(x.Limit), "run")
	case e.By == load.ByFelt:
		return compared(e, rules, o) + easyAge(r, rules), Count(int(x.Value), "run"), fmt.Sprintf("%.0f of %s", x.Limit, Count(int(rules.EasyFeltOf), "run"))
	}
	text = fmt.Sprintf("Heart rate at your easy %s: %.0f bpm on your latest easy runs, %.0f in the %s before (%s).", easyPace(e), e.HR, e.Usual, span(rules.EasyDays), Count(x.Days, "run"))
	if e.By == load.ByIndex {
		return text + " " + upper(indexDown(rules)) + "." + easyAge(r, rules), signed(x.Value, 2) + " m/s", signed(x.Limit, 2) + " m/s"
	}
	return text + easyAge(r, rules), signed(x.Value, 0) + " bpm at " + easyAt(e, o), signed(x.Limit, 0) + " bpm"
}

func easyPace(e *load.EasyCheck) string {
	if e.By == load.ByPower {
		return "power"
	}
	return "pace"
}

// easyHold is the headline of a check that fails. A check whose last run is older than
// what the signals look at is no news: it stands, and what there is of today comes first.
func easyHold(r engine.Report, rules rule.Settings) held {
	e := &r.Easy
	switch {
	case coach.EasyStale(&r, &rules):
		lead, of := "Your easy-pace check", past(e.Last, r.Date)
		switch in := names(r, signal.InRange); {
		case runsUnknown(r):
			lead = fmt.Sprintf("Nothing has come in since %s, and your easy-pace check", past(r.Seen, r.Date))
			if e.Last == r.Seen {
				of = "that day"
			}
		case out(r) != "":
			lead = out(r) + ", and your easy-pace check"
		case offNow(&r, &rules) != "":
			lead = offNow(&r, &rules) + ", and your easy-pace check"
		case len(in) > 0:
			lead = looks(&r, in) + ", but your easy-pace check"
		}
		return held{fact: fmt.Sprintf("%s on %s failed", lead, of), then: ". Hard sessions wait until a new easy run shows how you are now."}
	case e.By == load.ByFelt:
		return held{fact: "Your easy runs feel harder than they should", then: waits}
	case e.By == load.ByIndex:
		return held{fact: "Your easy runs were slower for their heart rate than usual", then: waits}
	case e.HR-e.Usual >= 1:
		return held{fact: fmt.Sprintf("Your heart rate at easy %s is %.0f bpm above your usual", easyPace(e), e.HR-e.Usual), then: waits}
	}
	return held{fact: "Easy running takes more out of you than usual", then: waits}
}

// easyAge says how old a check is, once it is stale; "" before.
func easyAge(r engine.Report, rules rule.Settings) string {
	if !coach.EasyStale(&r, &rules) {
		return ""
	}
	return fmt.Sprintf(" The last of these runs was on %s, %s ago: this result counts until there is a newer run to compare.", LongDay(r.Easy.Last), Count(int(r.Date-r.Easy.Last), "day"))
}

// easyAnew is what to do about a check that is stale.
func easyAnew(e *load.EasyCheck, rules rule.Settings) string {
	if e.By == load.ByFelt {
		return fmt.Sprintf("Run easy for %s minutes or more, and rate how it felt: that makes a new check.", spelled(int(rules.EasyMinutes)))
	}
	return fmt.Sprintf("Do an easy, flat run of %s minutes, then add its file: that makes a new check.", testRun(rules))
}

// latestEasy names the easy runs that are compared: "latest two easy runs".
func latestEasy(n int) string {
	if n == 1 {
		return "latest easy run"
	}
	return "latest " + spelled(n) + " easy runs"
}
