package main

import (
	"encoding/json"
	"flag"
	"os"
	"strconv"
	"strings"
	"time"

	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
)

// wish is what the plan verb is asked for.
type wish struct {
	race, from     dateFlag
	km, weekly     float64
	days, long     string
	ics, workouts  string
	said           map[string]bool // the flags that were given
	rules          rule.Settings
	words          words.Options
	today, dataEnd diary.Date // dataEnd: the last day with data; 0 for none
}

// makePlan writes a plan made from the diary in the PATHs, or from -weekly.
func makePlan(inv *invocation) error {
	var q question
	var w wish
	q.flags(inv)
	inv.flags.Var(&w.race, "race", "the race's date")
	inv.flags.Float64Var(&w.km, "distance", 0, "the race's `km`")
	inv.flags.StringVar(&w.days, "days", "", "the days to run, or how many")
	inv.flags.StringVar(&w.long, "long", "", "the long run's day")
	inv.flags.Float64Var(&w.weekly, "weekly", 0, "`km` a week run now")
	inv.flags.Var(&w.from, "from", "the plan's first day")
	inv.flags.StringVar(&w.ics, "ics", "", "calendar `file` to write")
	inv.flags.StringVar(&w.workouts, "workouts", "", "`folder` to write FIT workouts to")
	paths, err := inv.parsePaths()
	if err != nil {
		return err
	}
	w.said = map[string]bool{}
	inv.flags.Visit(func(f *flag.Flag) { w.said[f.Name] = true })
	goal, err := w.goal()
	if err != nil {
		return err
	}
	w.today = inv.today()
	var shape func(diary.Date) plan.Shape
	if shape, err = w.shape(inv, &q, paths); err != nil {
		return err
	}
	goal.Start = w.start(goal.Race)
	goal.Now = shape(goal.Start)
	p, err := plan.Make(goal, &w.rules)
	if err != nil {
		return usageError{err}
	}
	if err := w.export(inv, p); err != nil {
		return err
	}
	out := words.Plan(p, w.words)
	if q.json {
		return writeJSON(inv, out)
	}
	newPainter(inv.stdout, w.words).plan(out)
	return nil
}

// goal is the wish without what the diary has to say.
func (w *wish) goal() (g plan.Goal, err error) {
	switch {
	case w.said["race"] && !w.said["distance"]:
		return g, badUsage("how long is the race? Give -distance in km, as -distance 42.195")
	case w.said["distance"] && !w.said["race"]:
		return g, badUsage("when is the race? Give its date, as -race 2026-06-14")
	case w.said["race"]:
		g.Race = &plan.Race{Date: w.race.date, Km: w.km}
	}
	if w.said["days"] {
		if n, err := strconv.Atoi(w.days); err == nil {
			g.PerWeek = n
		} else if g.Days, err = weekdays(w.days); err != nil {
			return g, err
		}
		if g.PerWeek == 0 && len(g.Days) == 0 {
			return g, badUsage("a plan needs a day to run: give -days as mon,wed,sun or as a number from 1 to 7")
		}
	}
	if w.said["long"] {
		long, err := weekdays(w.long)
		if err != nil || len(long) != 1 {
			return g, badUsage("-long is one weekday, as -long sun")
		}
		g.Long = &long[0]
	}
	return g, nil
}

func weekdays(list string) (out []time.Weekday, err error) {
	for _, word := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		found := false
		for d := range time.Weekday(7) {
			if name := strings.ToLower(d.String()); len(word) >= 3 && strings.HasPrefix(name, strings.ToLower(word)) {
				out, found = append(out, d), true
			}
		}
		if !found {
			return nil, badUsage("%q is not a weekday: write -days as mon,wed,sun", word)
		}
	}
	return out, nil
}

// shape reads the diary, if one is given, and says what the runner does by a
// date; -weekly counts before what the diary holds.
func (w *wish) shape(inv *invocation, q *question, paths []string) (func(diary.Date) plan.Shape, error) {
	own := defaultSettings()
	if len(paths) == 0 {
		if !w.said["weekly"] {
			return nil, badUsage("what do you run now? Name your files, or give -weekly in km (0 for nothing yet)")
		}
		if q.settings != "" {
			if err := own.read(q.settings); err != nil {
				return nil, err
			}
		}
		w.rules, w.words = own.Settings, words.Options{Miles: own.units == "mi", Today: w.today}
		return func(diary.Date) plan.Shape { return plan.Shape{Weekly: w.weekly, MaxHR: own.MaxHR} }, nil
	}
	a, err := q.ask(inv, paths)
	if err != nil {
		return nil, err
	}
	w.rules, w.words, w.dataEnd = a.engine.Rules(), a.words, a.last
	return func(t diary.Date) plan.Shape {
		s := plan.ShapeOf(a.engine.History(), t, &w.rules)
		if w.said["weekly"] {
			s.Weekly = w.weekly
		}
		return s
	}, nil
}

// start is -from; else the day after the data, or today when that is later and
// the race is yet to come.
func (w *wish) start(race *plan.Race) diary.Date {
	if w.from.set {
		return w.from.date
	}
	start := w.today
	if w.dataEnd != 0 {
		start = w.dataEnd + 1
		if race != nil && race.Date > w.today {
			start = max(start, w.today)
		}
	}
	return start
}

// readPlan is the -plan file; nil when none was given.
func (q *question) readPlan() (*plan.Plan, error) {
	if q.plan == "" {
		return nil, nil
	}
	b, err := os.ReadFile(q.plan)
	if err != nil {
		return nil, usageError{err}
	}
	var w wire.Plan
	if err := json.Unmarshal(b, &w); err != nil {
		return nil, badUsage("%s is not a plan: %v; give what readiness plan -json printed", q.plan, err)
	}
	if len(w.Sessions) == 0 {
		return nil, badUsage("%s is not a plan: it holds no sessions; give what readiness plan -json printed", q.plan)
	}
	p, err := words.ReadPlan(w)
	if err != nil {
		return nil, badUsage("%s is not a plan: %v", q.plan, err)
	}
	return &p, nil
}
