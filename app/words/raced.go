package words

import (
	"fmt"
	"strings"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// racedWhat names the race whose easy days these are, as it was run: "You ran the Lewes
// Loop on Sunday 17 May".
func racedWhat(x *verdict.Raced, o Options) string {
	switch {
	case x.Planned == 0:
		return fmt.Sprintf("Your run of %s on %s was as hard as a race", o.Distance(x.Km), LongDay(x.Date))
	case x.Full:
		return fmt.Sprintf("You ran the %s on %s", calledBy(x.Name, o.raceName(x.Planned)), LongDay(x.Date))
	case x.Ran:
		return fmt.Sprintf("You ran %s of the %s on %s", o.Distance(x.Km), calledBy(x.Name, o.raceName(x.Planned)), LongDay(x.Date))
	}
	return fmt.Sprintf("The %s was on %s", calledBy(x.Name, o.raceName(x.Planned)), LongDay(x.Date))
}

// racesToday reports whether a race is ahead on the day itself.
func racesToday(r engine.Report) bool { return coach.Races(&r) }

// raceDay is the headline of a race's day: under what forbids it the first word is not
// to start.
func raceDay(r engine.Report, rules rule.Settings, o Options) string {
	name, rest := o.called(r.Race), verdictOf(r, rules, o)
	switch {
	case r.Body.Running == body.None:
		return fmt.Sprintf("Do not start the %s. %s", name, rest)
	case coach.Against(&r) != "":
		return fmt.Sprintf("Better not to start the %s today. %s", name, rest)
	}
	if r.Action == verdict.HoldQuality { // the race is no session that waits
		x := heldBy(r, rules, o)
		if rest = x.fact; rest != "" {
			rest += "."
		}
		if x.refer {
			rest += " It is time to see a doctor about it."
		}
	}
	return strings.TrimSpace(fmt.Sprintf("The %s, and nothing else today. %s", name, rest))
}

// racedStep is the next step on one of the easy days after a race.
func racedStep(code coach.StepCode, x *verdict.Raced) string {
	switch code {
	case coach.StepRacedRest:
		return fmt.Sprintf("Eat, sleep and walk. No run until %s, then easy runs that get longer again.", LongDay(x.Date+verdict.RestDays(x.Until-x.Date)+1))
	case coach.StepRacedUnsaid:
		return "Run easy if you feel like it. If you raced, add the file or log the run. If you did not, say so."
	}
	return "Run easy if you feel like it, and cut it short if you do not. The next plan can wait until these days are over."
}

// afterRaceReason is the line of the easy days after a race.
func afterRaceReason(r engine.Report, x verdict.Reason, rules rule.Settings, o Options) (text, number, limit string) {
	number, limit = o.Distance(x.Value)+" raced", fmt.Sprintf("a day for each %s", o.Distance(x.Limit))
	text = fmt.Sprintf("%s. Take %s easy or off, until %s. A day for each %s raced, at least %s, is coaches' usual rule of thumb; no trial has tested it.",
		racedWhat(&r.Raced, o), Count(x.Days, "day"), LongDay(r.Raced.Until), o.Distance(x.Limit), spelled(int(rules.RaceEasy)))
	if !r.Raced.Ran {
		text += " No run is known for that day; if you did not race, say so."
	}
	return text, number, limit
}
