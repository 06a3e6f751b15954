package plan

import (
	"strconv"
	"strings"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// The controls of the goal form.
const (
	idDistance = "goal-distance"
	idRaceDate = "goal-date"
	idLong     = "goal-long"
	idWeekly   = "goal-weekly"
	idLastRun  = "goal-last-run"
	idRaceName = "goal-name"
	idRaceTime = "goal-time"
	idGoalForm = "goal-form"
	idGoal     = "goal-plan" // the line for what the whole of it lacks
	formGoal   = "plan/goal"
)

// tunes is how many races on the way the form has room for.
const tunes = 3

func idTuneDate(i int) string { return "goal-tune-date-" + strconv.Itoa(i) }
func idTuneKm(i int) string   { return "goal-tune-km-" + strconv.Itoa(i) }

// goalKinds are the goals to choose from. The two without a distance are
// otherKind, whose distance is typed, and noRace.
var goalKinds = []struct {
	key, name, hint string
	km              float64
}{
	{"5", "5 km", "", 5},
	{"10", "10 km", "", 10},
	{"half", "Half marathon", "", 21.0975},
	{"marathon", "Marathon", "", 42.195},
	{otherKind, "Another distance", "", 0},
	{noRace, "No race", "keep me healthy", 0},
}

const (
	otherKind = "other"
	noRace    = "none"
)

// weekdays are the days as a plan names them, from Monday.
var weekdays = []struct {
	key, name string
}{
	{"mon", "Monday"}, {"tue", "Tuesday"}, {"wed", "Wednesday"}, {"thu", "Thursday"},
	{"fri", "Friday"}, {"sat", "Saturday"}, {"sun", "Sunday"},
}

// Draft is the form as it stands: what is chosen; what is typed is read when
// it is sent.
type Draft struct {
	was   wire.PlanGoal // what it started from
	Kind  string        // of goalKinds
	days  map[string]bool
	long  string
	typed bool // the weekly volume is typed, not taken from the diary
	Wrong ui.Faults
}

// StartDraft opens the form on a goal.
func StartDraft(s wire.PlanScreen) *Draft {
	g := s.Goal
	d := &Draft{was: g, Kind: kindOf(g), days: map[string]bool{}, long: g.Long, typed: g.WeeklyKm != nil || s.NowKm == 0}
	for _, day := range g.Days {
		d.days[day] = true
	}
	return d
}

func kindOf(g wire.PlanGoal) string {
	if g.RaceKm == 0 {
		return noRace
	}
	for _, k := range goalKinds {
		if k.km > 0 && near(k.km, g.RaceKm) {
			return k.key
		}
	}
	return otherKind
}

func near(a, b float64) bool { return a-b < .01 && b-a < .01 }

// typedGoal is what the form's inputs hold, as typed.
type typedGoal struct {
	distance, date, weekly, lastRun string
	name, time                      string // of the race
	tuneDates, tuneKm               [tunes]string
}

// read makes a goal of the form. wrong is what is wrong with it, by control; nil
// when all is good. Distances are typed in miles if miles is set.
func (d *Draft) read(t typedGoal, today diary.Date, miles bool) (wire.PlanGoal, ui.Faults) {
	g := wire.PlanGoal{PerWeek: d.was.PerWeek, Long: d.long, Off: d.was.Off, Minutes: d.was.Minutes}
	wrong := ui.Faults{}
	if d.Kind != noRace {
		g.RaceDate = raceDate(t.date, idRaceDate, "Choose the day of the race.", today, wrong)
		g.RaceKm = d.distance(t.distance, miles, wrong)
		ok := false
		g.RaceName = strings.TrimSpace(t.name)
		if g.RaceMinutes, ok = raceMinutes(t.time, g.RaceKm); !ok {
			wrong[idRaceTime] = "Enter a time as 3:45:00 or 44:30, or leave it empty."
		}
		for i := range tunes {
			if date, km := strings.TrimSpace(t.tuneDates[i]), strings.TrimSpace(t.tuneKm[i]); date != "" || km != "" {
				g.Tune = append(g.Tune, wire.Race{
					Date: raceDate(date, idTuneDate(i), "Choose its day, or clear its distance.", today, wrong),
					Km:   distance(km, idTuneKm(i), "Enter how far it is, or clear its day.", miles, wrong),
				})
			}
		}
	}
	for _, w := range weekdays {
		if d.days[w.key] {
			g.Days = append(g.Days, w.key)
		}
	}
	if len(g.Days) > 0 && d.long != "" && !d.days[d.long] {
		wrong[idLong] = "That is not one of your running days: add it above, or choose another here."
	}
	if d.typed && strings.TrimSpace(t.weekly) != "" {
		if v, ok := ui.Number(t.weekly); !ok || v < 0 || v > 300 {
			wrong[idWeekly] = "Enter how far you run in a week, in digits."
		} else {
			if miles {
				v *= unit.KmPerMile
			}
			g.WeeklyKm = &v
		}
	}
	if text := strings.TrimSpace(t.lastRun); d.typed && text != "" {
		last, err := diary.ParseDate(text)
		if err != nil || last > today {
			wrong[idLastRun] = "Choose the day of your last run, today or before, or leave it empty."
		}
		g.LastRun = last
	}
	if len(wrong) == 0 {
		wrong = nil
	}
	return g, wrong
}

// distance is how far the race is.
func (d *Draft) distance(text string, miles bool, wrong ui.Faults) float64 {
	for _, k := range goalKinds {
		if k.key == d.Kind && k.km > 0 {
			return k.km
		}
	}
	return distance(text, idDistance, "Enter how far the race is, in digits.", miles, wrong)
}

func distance(text, id, what string, miles bool, wrong ui.Faults) float64 {
	v, ok := ui.Number(text)
	if miles {
		v *= unit.KmPerMile
	}
	if !ok || !(v > 0) || v > 250 {
		wrong[id] = what
		return 0
	}
	return v
}

func raceDate(text, id, what string, today diary.Date, wrong ui.Faults) diary.Date {
	d, err := diary.ParseDate(strings.TrimSpace(text))
	switch {
	case err != nil:
		wrong[id] = what
	case d < today:
		wrong[id] = "That day is in the past: choose a later one."
	}
	return d
}

// firstWrong is the control to go to, from the top of the form.
func firstWrong(wrong ui.Faults) string {
	order := []string{idDistance, idRaceDate, idRaceTime}
	for i := range tunes {
		order = append(order, idTuneDate(i), idTuneKm(i))
	}
	for _, id := range append(order, idLong, idWeekly, idLastRun, idGoal) {
		if wrong[id] != "" {
			return id
		}
	}
	return ""
}
