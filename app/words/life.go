package words

import (
	"fmt"
	"strconv"
	"strings"

	"rebound/app/unit"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// noFaster is the limit of a run on the way back.
func (o Options) noFaster(speed float64) string { return "no faster than " + o.Pace(speed) }

// aimText is the time that the runner is after: its pace, and what their best recent
// effort points to. It says of itself that nothing is trained by it.
func aimText(g coach.Goal, o Options) string {
	if g.Minutes == 0 || g.Days < 0 {
		return ""
	}
	text := fmt.Sprintf("Your goal: %s, %s.", unit.RaceTime(g.Minutes), o.Pace(1000*g.Km/(60*g.Minutes)))
	if g.Fit > 0 {
		text += fmt.Sprintf(" Your best recent effort points to about %s.", unit.RaceTime(g.Fit))
	}
	return text + " Your sessions go by what you run now, not by the goal."
}

// lifeText is what the runner said of the days to come, in a few words; "" for nothing.
func lifeText(w *plan.Wish, today diary.Date) string {
	if w == nil {
		return ""
	}
	var said []string
	n := 0
	for _, off := range w.Off {
		if off.To >= today {
			if n++; n == 1 {
				said = append(said, spanOf(off.From, off.To, Day))
			}
		}
	}
	if n > 1 {
		said[0] += fmt.Sprintf(" and %d more", n-1)
	}
	if len(w.Minutes) > 0 {
		said = append(said, Count(len(w.Minutes), "time limit"))
	}
	return strings.Join(said, ", ")
}

// lifeChange is what was said of the days or the race, as Undo names it.
func lifeChange(now, before *plan.Record) string {
	if now == nil || now.Goal == nil || before == nil {
		return "Changed your days"
	}
	var was plan.Wish
	if before.Goal != nil {
		was = *before.Goal
	}
	other := func(a, b []plan.Off) (o plan.Off, ok bool) { // the first of a that is not in b
		for _, o := range a {
			had := false
			for _, x := range b {
				had = had || x == o
			}
			if !had {
				return o, true
			}
		}
		return o, false
	}
	if o, ok := other(now.Goal.Off, was.Off); ok {
		return "Days off: " + spanOf(o.From, o.To, Day)
	}
	if o, ok := other(was.Off, now.Goal.Off); ok {
		return "No longer off: " + spanOf(o.From, o.To, Day)
	}
	for _, day := range plan.Weekdays {
		if now.Goal.Minutes[day] != was.Minutes[day] {
			return "Changed the time you have"
		}
	}
	return "Changed the race's name or goal time"
}

// spanOf writes days: "24 Dec", "2 to 8 Feb", "24 Dec to 2 Jan".
func spanOf(from, to diary.Date, day func(diary.Date) string) string {
	first := day(from)
	switch a, b := from.Time(), to.Time(); {
	case from == to:
		return first
	case a.Month() == b.Month() && a.Year() == b.Year():
		first = strconv.Itoa(a.Day())
	}
	return first + " to " + day(to)
}

// whys are the reasons of days off in words.
var whys = map[string]string{"travel": " (travel)", "work": " (work)", "family": " (family)"}

// fitText says what became of a day for the days that the runner has; "" for nothing.
func fitText(f coach.Fit) string {
	switch f.As {
	case plan.LeftOut:
		return "You can't run on this day" + whys[f.Why] + ". There is nothing to make up for."
	case plan.EasyOnly:
		return "Easy running only on this day" + whys[f.Why] + "."
	case plan.CameHere:
		return "Moved here, in place of the easy run, from a day with no room for it."
	case plan.WentAway:
		return "The " + strings.ToLower(kindOfSession[f.Was.Kind]) + " has moved to a day with room for it."
	case plan.CutShort:
		return fmt.Sprintf("Shortened to %.0f min, the time you have on this day.", f.Limit)
	}
	return ""
}
