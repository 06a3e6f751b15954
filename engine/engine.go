// Package engine is the science behind one door: a diary and the runner's
// settings in, a report for any date out.
//
//	e := engine.New(diary.Build(files, zone), rule.Default())
//	report := e.Assess(today)
//
// With [Engine.Follow] it assesses against a plan; with [Engine.Live] a day that still
// goes on, whose runs count; [Engine.Hear] takes in what was entered and keeps every day
// that it cannot reach. [Engine.Markers] looks further back. Package coach, above it,
// decides what the screens show beside the verdict.
//
// It is pure and deterministic: no clock, no I/O, no sentence for people, the
// same natively and in wasm. A report for a date sees nothing dated after it.
// The days are worked through once, from the first of the diary on, because a
// week cut depends on when the last one fired; asking for every date of a
// history costs one pass.
package engine

import (
	"math"
	"slices"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// Engine holds a diary's history. It is not safe for concurrent use.
type Engine struct {
	diary   *diary.Diary
	rules   rule.Settings
	signals *signal.Reader
	history *load.History
	checks  *body.Checks
	days    []Day
	loads   []load.Day
	plan    *plan.Plan  // nil without one
	leads   []plan.Race // that it holds or follows
	races   []plan.Race // of the diary's plans, on the days that they were followed; nil: not looked for
	live    diary.Date  // the day that still goes on; 0: none

	stored map[string][]plan.Race // of each version of a plan, by its text: an entry reads none again
}

// Day is what one date of the history came to.
type Day struct {
	Date    diary.Date
	Signals signal.Day
	Load    load.Day
	Cuts    verdict.Cuts
	Rest    float64 // the resting heart rate in use for heart-rate reserve, bpm; 0 when not known
}

// New measures the activities and prepares the series of a diary.
func New(d *diary.Diary, r rule.Settings) *Engine {
	e := &Engine{diary: d, rules: r, signals: signal.New(d, r), history: load.New(d, r)}
	e.checks = body.NewChecks(&d.Reported, &e.rules)
	e.history.Raced = e.raceDay
	return e
}

// Diary is the diary behind the engine.
func (e *Engine) Diary() *diary.Diary { return e.diary }

// Rules is the settings in use.
func (e *Engine) Rules() rule.Settings { return e.rules }

// Signals reads the series, for pictures.
func (e *Engine) Signals() *signal.Reader { return e.signals }

// Checks reads the check-ins of any date.
func (e *Engine) Checks() *body.Checks { return e.checks }

// History is the runner's sessions.
func (e *Engine) History() *load.History { return e.history }

// silence is how long after the last entry of a diary a day can still differ
// from the one before it: past the longest window there is nothing to see.
const silence = 400

// Day is the state of the history on date t; ok is false before its first day.
func (e *Engine) Day(t diary.Date) (day Day, ok bool) {
	if e.diary.First > e.diary.Last || t < e.diary.First {
		return Day{Date: t, Signals: e.signals.Next(&signal.Day{}, t)}, false // the three, all unknown
	}
	want := int(min(t, e.diary.Last+silence) - e.diary.First)
	if n := want + 1 - len(e.days); n > 0 {
		e.days, e.loads = slices.Grow(e.days, n), slices.Grow(e.loads, n)
	}
	for len(e.days) <= want {
		e.extend()
	}
	day = e.days[want]
	day.Date = t
	return day, true
}

// extend works out the day after the last one. [Engine.Day] has made room for it.
func (e *Engine) extend() {
	n := len(e.days)
	prev := &Day{}
	if n > 0 {
		prev = &e.days[n-1]
	}
	t := e.diary.First + diary.Date(n)
	e.days = e.days[:n+1]
	d := &e.days[n]
	*d = Day{Date: t, Signals: e.signals.Next(&prev.Signals, t)}
	d.Rest = e.resting(&d.Signals[diary.RestingHR])
	d.Load = e.history.Next(e.loads, t, d.Rest)
	d.Cuts = e.deepened(prev.Cuts.Next(t, d.Signals, &e.rules), t)
	e.loads = append(e.loads, d.Load)
}

// resting is the resting heart rate for heart-rate reserve, whole bpm: the
// runner's normal, else the recent mean, else the watch's own setting.
func (e *Engine) resting(s *signal.State) float64 {
	switch {
	case s.Baseline.Days >= 7:
		return math.Round(s.Baseline.Mean)
	case s.RecentDays > 0:
		return math.Round(s.Recent)
	}
	return e.history.ProfileRest()
}

// assess is the report for date t by a history: the morning's, or, where its session is
// done, the whole day's.
func (e *Engine) assess(t diary.Date, h *load.History, done bool) Report {
	day, _ := e.Day(t)
	f := e.facts(day, h)
	f.Done = done
	f.HoldDeclined = e.holdDeclined(t, f.Decisions)
	f.CutsDeclined = e.cutsDeclined(t, &f.Reported)
	out := Report{
		Date: t, Signals: day.Signals, Load: day.Load, Easy: f.Easy, Layoff: f.Layoff, Back: f.Back, Raced: f.Raced,
		Measured: f.Measured, Cuts: day.Cuts, Pace: f.Pace, MaxHR: f.Max, Reasons: verdict.Reasons(&f),
	}
	switch {
	case f.Layoff.Off():
		out.Aerobic = h.Aerobic(f.Layoff.LastRun, min(t-1, f.Seen))
	case f.Layoff.Tier > 0:
		out.Aerobic = h.Aerobic(f.Layoff.LastRun, f.Layoff.Back-1)
	case f.Back.Tier > 0:
		out.Aerobic = h.Aerobic(f.Back.LastRun, f.Back.Back-1)
	}
	out.Load.Known = out.Load.Known && f.Load.Known
	out.Action, out.Level, out.Confidence = verdict.Decide(&f)
	out.Body, out.Under = f.Body, f.Under
	for _, r := range e.racesPlanned(t, t) {
		out.Race = r
	}
	out.Week, out.Plan = e.week(&f, h, out.Action)
	out.Programme = f.Body.Programme(e.phase(out.Action, out.Week, t))
	out.Declinable, out.Declined = verdict.Choose(&f, out.Action, out.Week)
	races := verdict.RaceReasons(out.Week)
	if len(races) > 0 && out.Reasons[0].Code == verdict.FlagUnseen { // that someone looks stays the first word
		races = append(out.Reasons[:1:1], races...)
		out.Reasons = out.Reasons[1:]
	}
	out.Reasons = append(races, out.Reasons...)
	for k, s := range out.Signals {
		out.Learning[k], _ = e.signals.Learning(s, t)
	}
	for k := range out.Newest {
		out.Newest[k], _ = e.signals.Newest(diary.Kind(k), t)
		out.First[k] = e.signals.First(diary.Kind(k))
	}
	out.LastRun, out.RunSeen = h.LastRun(t)
	out.Seen = f.Seen
	return out
}

// facts is what the ladder looks at on a date, by a history of it: the morning's or the
// whole day's.
func (e *Engine) facts(day Day, h *load.History) verdict.Facts {
	t := day.Date
	raced := e.raced(t, h)
	past := e.past(t, h, raced)
	f := verdict.Facts{
		Date: t, Rules: &e.rules, Signals: day.Signals, Cuts: day.Cuts, Load: e.loadBy(day, h),
		Layoff:  past.Layoff(t),
		Rebuild: past.Rebuilding(t),
		Back:    past.Return(t),
		Seen:    h.Seen(t),
		Easy:    h.Easy(t, day.Rest),
		Max:     h.Max(t),
		Raced:   lastRaced(raced, t),
	}
	for _, x := range raced {
		if x.Ran {
			f.Races = append(f.Races, x.Date)
		}
	}
	if t-f.Seen >= diary.Date(e.rules.AskDays) {
		f.Load.Known = false // days of which nothing is known are none without load
	}
	if e.plan.Covers(t) {
		f.Planned = e.plan.Planned(t, &e.rules)
	} else {
		f.Planned.Weeks = verdict.RunWeeks(h, t)
	}
	_, f.RunSeen = h.LastRun(t)
	f.Measured = h.Measured(t-load.LoadDays+1, t)
	f.Spike, f.SpikeOn = h.Spike(t)
	f.Hard = e.hard(h, t-diary.Date(e.rules.WindowDays)+1, t, f.Max)
	for _, s := range day.Signals {
		f.Tagged = max(f.Tagged, s.Tagged)
	}
	sleep := day.Signals[diary.Sleep]
	f.Reported = e.reported(day, h, &f)
	verdict.AfterFlag(&f, past)
	f.Pace = verdict.PaceBack(&f, h)
	f.Habit, _, _ = e.signals.Habit(sleep.Source, sleep.Metric, t)
	return f
}
