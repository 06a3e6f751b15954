package words

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"rebound/engine/diary"
	"rebound/engine/plan"
)

// Refused is why something cannot be planned, as the runner reads it: a sentence
// with what to do instead. ok is false for any error but a [plan.Refusal].
func Refused(err error) (sentence string, ok bool) {
	clause, ok := RefusedClause(err, FullDay)
	return upper(clause) + ".", ok
}

// RefusedClause is the same as the end of a sentence, begun small and without a
// stop, its dates written by day.
func RefusedClause(err error, day func(diary.Date) string) (clause string, ok bool) {
	var r *plan.Refusal
	if !errors.As(err, &r) {
		return "", false
	}
	if clause = refusals[r.Code]; clause != "" {
		return clause, true
	}
	return refusedNumbers(r, day(r.Date), day(r.Other)), true
}

// refusals are those without a date or number.
var refusals = map[plan.RefusalCode]string{
	plan.NoDistance:     "how long is the race? Give its distance",
	plan.NoDate:         "when is the race? Give its date, or plan without a race",
	plan.NoDays:         "a plan needs at least one running day: choose one",
	plan.LastRunAhead:   "your last run cannot be after today: correct its date, or leave it empty",
	plan.RecoverOther:   "another race does not fit into the easy days after a race: plan it afterwards",
	plan.RaceMoves:      "a race does not move, and nothing moves onto it: choose another day",
	plan.Undated:        "a session has no date: write it as 2026-03-15",
	plan.TimeAlone:      "a goal time is for a race: give the race first",
	plan.RaceIncomplete: "the race needs a date and a distance in km",
}

// weekday is the name of a day that is written as mon.
func weekday(name string) string {
	for i, day := range plan.Weekdays {
		if day == name {
			return time.Weekday(i).String()
		}
	}
	return name
}

func refusedNumbers(r *plan.Refusal, date, other string) string {
	switch r.Code {
	case plan.NotWeekday:
		return fmt.Sprintf("%q is not a weekday: there are %s", r.Name, strings.Join(plan.Weekdays[:], ", "))
	case plan.DaysAWeek:
		return fmt.Sprintf("%g days a week is not possible: give 1 to 7", r.Value)
	case plan.WeeklyKm:
		return fmt.Sprintf("a plan cannot start from %g km a week: give 0 to %g", r.Value, r.High)
	case plan.LongElsewhere:
		return fmt.Sprintf("the long run's day, %s, is not one of your running days: add it or choose another", weekday(r.Name))
	case plan.RaceKm:
		return fmt.Sprintf("a race of %g km cannot be planned: give a distance from %g to %g km", r.Value, r.Low, r.High)
	case plan.RacePast:
		return fmt.Sprintf("the race on %s is before the plan starts, on %s: choose a later race", date, other)
	case plan.RaceFar:
		return fmt.Sprintf("the race on %s is more than two years away: plan an earlier one first", date)
	case plan.StartFar:
		return fmt.Sprintf("a plan from %s on starts more than two years from now: choose an earlier day", date)
	case plan.Endless:
		return fmt.Sprintf("it goes from %s to %s, and a plan is two years long at most: check the years", date, other)
	case plan.TunePast:
		return fmt.Sprintf("the race on %s is before the plan starts, on %s: leave it out", date, other)
	case plan.TuneLate:
		return fmt.Sprintf("the race on %s comes after the plan's last day, %s: leave it out, or make it the goal", date, other)
	case plan.RacesNear:
		return fmt.Sprintf("the races on %s and %s are too close: leave %g days between them, or leave one out", date, other, r.Low)
	case plan.RecoverKm:
		return fmt.Sprintf("easy days after a race of %g km cannot be planned: give a distance from %g to %g km", r.Value, r.Low, r.High)
	case plan.RecoverAhead:
		return fmt.Sprintf("the race on %s is still to come: plan its easy days the day after", date)
	case plan.RecoverOver:
		return fmt.Sprintf("the easy days after the race on %s ended on %s: make the next plan", date, other)
	case plan.SameDay:
		return fmt.Sprintf("the session is on %s already: choose another day", date)
	case plan.DayPast:
		return fmt.Sprintf("%s is in the past: choose a day from %s on", date, other)
	case plan.OutOfPlan:
		return fmt.Sprintf("the plan goes from %s to %s: choose a day in it", date, other)
	case plan.OffEnds:
		return fmt.Sprintf("the days off from %s end on %s, before they begin: swap the two dates", date, other)
	case plan.OffLong:
		return fmt.Sprintf("%g days off from %s are too many for one entry: give %g at most", r.Value, date, r.High)
	case plan.OffMany:
		return fmt.Sprintf("a plan has room for %g entries of days off still to come: remove some", r.High)
	case plan.OffWhy:
		return fmt.Sprintf("%q is not a reason for days off: there are %s, or none", r.Name, strings.Join(plan.Whys, ", "))
	case plan.DayTime:
		return fmt.Sprintf("%g minutes on a %s cannot be planned: give %g to %g, or leave it empty", r.Value, weekday(r.Name), r.Low, r.High)
	case plan.LongName:
		return fmt.Sprintf("the race's name is too long: give %g characters at most", r.High)
	case plan.RaceTime:
		return fmt.Sprintf("a goal time of %s cannot be right for the race: give one from %s to %s", Hours(r.Value), Hours(r.Low), Hours(r.High))
	case plan.DayOff:
		return fmt.Sprintf("you said that you can't run on %s: choose another day, or take that back first", date)
	case plan.DayEasy:
		return fmt.Sprintf("you said that you can only run easy on %s: choose another day, or take that back first", date)
	case plan.NothingThere:
		return fmt.Sprintf("there is no session on %s to move", date)
	case plan.LongAgo:
		return fmt.Sprintf("%s is before any plan: check the year", date)
	case plan.TwoSessions:
		return fmt.Sprintf("two sessions on %s: a plan has one a day", date)
	case plan.UnknownKind:
		kinds := fmt.Sprint(plan.Kinds) // "[easy long ...]"
		return fmt.Sprintf("%q on %s is not a kind of session: there are %s", r.Name, date, kinds[1:len(kinds)-1])
	case plan.Impossible:
		return fmt.Sprintf("the session on %s is not possible: %g minutes, %g km", date, r.Value, r.Low)
	case plan.NotMonday:
		return fmt.Sprintf("the week of %s does not start on a Monday", date)
	}
	return "this cannot be planned"
}
