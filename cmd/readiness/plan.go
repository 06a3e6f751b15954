package main

import (
	"flag"
	"strconv"
	"strings"

	"rebound/app/words"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/entry"
	"rebound/engine/plan"
)

// wish is what the plan verb is asked for.
type wish struct {
	race, from    dateFlag
	km, weekly    float64
	tune, recover raceFlag
	days, long    string
	off           offFlag
	minutes       minutesFlag
	name          string
	time          clockFlag
	ics, workouts string
	said          map[string]bool // the flags that were given
}

// makePlan writes a plan made from the diary in the PATHs, or from -weekly.
func makePlan(inv *invocation) error {
	var q question
	var w wish
	q.flags(inv)
	inv.flags.Var(&w.race, "race", "the race's date")
	inv.flags.Float64Var(&w.km, "distance", 0, "the race's `km`")
	inv.flags.Var(&w.tune, "tune", "tune-up races, as `DATE:KM,DATE:KM`")
	inv.flags.Var(&w.recover, "recover", "a race that was run, as `DATE:KM`: plan its easy days")
	inv.flags.StringVar(&w.days, "days", "", "the days to run, or how many")
	inv.flags.StringVar(&w.long, "long", "", "the long run's day")
	inv.flags.Var(&w.off, "off", "days you cannot run, as `DATE,FROM..TO`; :travel, :work or :family says why, +easy that you can run easily")
	inv.flags.Var(&w.minutes, "minutes", "minutes there are on a weekday, as `mon=40,tue=60`")
	inv.flags.StringVar(&w.name, "name", "", "what the race is called")
	inv.flags.Var(&w.time, "goal-time", "the `time` you are after, as 3:45:00 or 44:30")
	inv.flags.Float64Var(&w.weekly, "weekly", 0, "`km` a week run now")
	inv.flags.Var(&w.from, "from", "the plan's first day")
	inv.flags.StringVar(&w.ics, "ics", "", "calendar `file` to write")
	inv.flags.StringVar(&w.workouts, "workouts", "", "`folder` to write FIT workouts to")
	inv.opens()
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
	a, err := w.ask(inv, &q, paths)
	if err != nil {
		return err
	}
	goal.Start = w.start(a, inv.today())
	made, err := coach.Make(a.engine, goal, inv.today())
	if sentence, refused := words.Refused(err); refused {
		return badUsage("%s", sentence)
	} else if err != nil {
		return err
	}
	if err := w.export(inv, &made.Plan, a.words); err != nil {
		return err
	}
	if q.json {
		return writeJSON(inv, words.Recorded(made, a.words))
	}
	newPainter(inv.stdout, a.words).plan(made)
	return nil
}

// goal is the wish without what the diary has to say.
func (w *wish) goal() (g plan.Wish, err error) {
	switch {
	case w.said["race"] && !w.said["distance"]:
		return g, badUsage("how long is the race? Give -distance in km, as -distance 42.195")
	case w.said["distance"] && !w.said["race"]:
		return g, badUsage("when is the race? Give its date, as -race 2026-06-14")
	case w.said["name"] && !w.said["race"]:
		return g, badUsage("-name is what a race is called: give -race and -distance too")
	case len(w.recover) > 1:
		return g, badUsage("-recover is one race, as -recover 2026-06-14:42.195")
	case len(w.recover) == 1:
		g.Recover = &w.recover[0]
	}
	g.RaceDate, g.RaceKm, g.Tune = w.race.date, w.km, w.tune
	g.RaceName, g.RaceMinutes, g.Off, g.Minutes = w.name, float64(w.time), w.off, w.minutes
	if w.said["weekly"] {
		g.WeeklyKm = &w.weekly
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
		g.Long = long[0]
	}
	return g, nil
}

// raceFlag is races, each as DATE:KM; the flag may be given again.
type raceFlag []plan.Race

func (f *raceFlag) String() string { return "" }

func (f *raceFlag) Set(s string) error {
	for _, one := range strings.Split(s, ",") {
		date, km, _ := strings.Cut(one, ":")
		d, err := diary.ParseDate(date)
		if err != nil {
			return err
		}
		length, err := strconv.ParseFloat(km, 64)
		if err != nil {
			return badUsage("write a race as DATE:KM, as 2026-05-10:10")
		}
		*f = append(*f, plan.Race{Date: d, Km: length})
	}
	return nil
}

// weekdays reads names of days, which may be written out, as mon .. sun.
func weekdays(list string) (out []string, err error) {
	for _, word := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		found := false
		for _, name := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
			if len(word) >= 3 && strings.HasPrefix(name, strings.ToLower(word)) {
				out, found = append(out, name[:3]), true
			}
		}
		if !found {
			return nil, badUsage("%q is not a weekday: write -days as mon,wed,sun", word)
		}
	}
	return out, nil
}

// ask reads the diary, if one is given; without one -weekly says what is run.
func (w *wish) ask(inv *invocation, q *question, paths []string) (*answers, error) {
	if len(paths) > 0 {
		return q.ask(inv, paths)
	}
	if !w.said["weekly"] {
		return nil, badUsage("what do you run now? Name your files, or give -weekly in km (0 for nothing yet)")
	}
	own := entry.DefaultSettings()
	if q.settings != "" {
		if err := readSettings(&own, q.settings); err != nil {
			return nil, err
		}
	}
	return &answers{engine: engine.New(diary.Build(nil, zone), own.Settings), empty: true,
		words: words.Options{Miles: own.Units == "mi", Today: inv.today()}}, nil
}

// start is -from; else the day after the data, or today when that is later and
// the race is yet to come.
func (w *wish) start(a *answers, today diary.Date) diary.Date {
	switch {
	case w.from.set:
		return w.from.date
	case a.empty:
		return today
	case w.race.date > today:
		return max(a.last+1, today)
	}
	return a.last + 1
}

// readPlan is the -plan file; nil when none was given.
func (q *question) readPlan() (*plan.Record, error) {
	if q.plan == "" {
		return nil, nil
	}
	b, err := readText(q.plan)
	if err != nil {
		return nil, err
	}
	if refused := entry.Strictly(b, new(plan.Record)); refused != nil { // a field that nobody reads is a mistake
		return nil, badUsage("%s is not a plan: %v Give what readiness plan -json printed.", q.plan, words.Unread(refused))
	}
	p, err := plan.Decode(b)
	if clause, refused := words.RefusedClause(err, diary.Date.String); refused {
		return nil, badUsage("%s is not a plan: %s", q.plan, clause)
	} else if err != nil {
		return nil, err
	}
	if len(p.Sessions) == 0 {
		return nil, badUsage("%s is not a plan: it holds no sessions; give what readiness plan -json printed", q.plan)
	}
	return &p, nil
}
