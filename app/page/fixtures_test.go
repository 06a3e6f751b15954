package page

import (
	"encoding/json"
	"math"
	"time"

	"rebound/app/page/body"
	"rebound/app/page/plan"
	"rebound/app/page/settings"
	"rebound/app/page/today"
	"rebound/app/page/trends"
	"rebound/app/page/ui"
	"rebound/app/sources"
	"rebound/app/wire"
	"rebound/app/words"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

var day = diary.DateOf(2026, time.March, 15)

func strip(values ...float64) (list []wire.Point) {
	for i, v := range values {
		list = append(list, wire.Point{Date: day - diary.Date(len(values)-1-i), Value: v})
	}
	return list
}

func ref(v float64) *float64 { return &v }

// easing is a day of a week cut.
func easing() *wire.Assessment {
	a := &wire.Assessment{
		Date: day, Action: "cut_week", Declinable: "cut_week", Level: "ease", Confidence: "high", Window: 7, Word: "Ease off", Title: "Ease off", Newest: day, Asks: &wire.Asks{}, Morning: &wire.Morning{File: true, Watch: true},
		Headline: "HRV has been below your normal range for 4 days and resting heart rate above it for 3 days, so the next seven days are lighter. Your goal does not change.",
		Age:      "Latest reading today · compared with 57 earlier days", Next: "Run easy and put sleep first. On Sunday 22 March, if your signals are back in range, you go back to your usual week.", NextShort: "run easy, sleep first",
		Signals: []wire.Signal{
			{Kind: "hrv", State: "adverse", DaysOut: 4, Name: "HRV", Value: "48", Unit: "ms", Range: "58 to 69", Note: "out for 4 days", Recent: ref(math.Log(48)), Low: 58, High: 69, Strip: strip(62, 60, 55, 51, 48), Today: "47 ms", Source: "Garmin 4315", Metric: "overnight_rmssd"},
			{Kind: "resting_hr", State: "adverse", DaysOut: 3, Name: "Resting heart rate", Value: "55", Unit: "bpm", Range: "48 to 52", Note: "out for 3 days", Recent: ref(55), Low: 48, High: 52, Strip: strip(50, 51, 53, 54, 56), Today: "56 bpm", Provisional: true},
			{Kind: "sleep", State: "in_range", Name: "Sleep", Value: "7:31", Range: "7:10 to 8:05", Note: "in range", Recent: ref(451), Low: 430, High: 485, Strip: strip(450, 455, 440, 470, 451)},
		},
		Reasons: []wire.Reason{
			{Code: "two_of_three", Text: "Two of your three signals were off together for 3 days.", Number: "2 signals", Limit: "2 for 3 days in a row", Source: "Garmin 4315", Cites: []string{"A paper, 2022"}, Refs: []wire.Cite{{Title: "A paper, 2022"}}, Level: "ease"},
			{Code: "sleep_in_range", Text: "Sleep: 7:31 a night.", Cites: []string{}, Level: "go"},
		},
		Load: wire.Load{Fitness: ref(52.1), Fatigue: ref(61), Form: ref(-8.9), Monotony: ref(1.4)},
		Easy: &wire.Easy{State: "fail", Runs: 6, HR: 143, Usual: 137, Speed: 3, Text: "At 5:33 /km your heart rate was 143 bpm on your latest easy runs, and 137 in the six weeks before."},
		Body: &wire.Body{
			Triage: "run",
			Sleep:  wire.BodySleep{Need: 480, Debt: ref(90), Target: 493, Nights: 14, Of: 14, Text: "You need about 8 h of sleep. Over 14 nights you fell 1 h 30 min short. Aim for 8 h 13 min tonight."},
			Programme: []wire.Exercise{{Part: "mobility", Title: "Hip flexor stretch", Dose: "2 x 45 s a side", Minutes: 4, How: "Kneel on one knee.",
				Progress: "Reach up.", StopWhen: "Stop if it pinches.", Ref: wire.Cite{Title: "Common practice, not a study"}, For: "left calf"}},
		},
	}
	for i := range 7 {
		easy := wire.Session{Kind: "easy", Minutes: 50, Km: 8.7}
		a.Week = append(a.Week, wire.DayPlan{Date: day + diary.Date(i), Before: easy, After: easy})
	}
	a.Week[0] = wire.DayPlan{Date: day, Before: wire.Session{Kind: "intervals", Minutes: 62, Km: 12}, After: wire.Session{Kind: "easy", Minutes: 40, Km: 7}, Because: []string{"cut_week"}, Declinable: "cut_week"}
	a.Week[3].Before, a.Week[3].After = wire.Session{Kind: "rest"}, wire.Session{Kind: "rest"}
	return a
}

// stopped is a day with chest symptoms.
func stopped() *wire.Assessment {
	a := easing()
	a.Action, a.Declinable, a.Level, a.Word, a.Urgent = "see_clinician", "", "stop", "Stop", "Right now? Call the emergency number."
	a.Title = "Stop"
	a.Headline, a.Next = "You noted chest symptoms: no running, and get medical help today.", "Get medical help today."
	a.Body.Programme, a.Week[0].Because, a.Week[0].Declinable = nil, []string{"see_clinician"}, ""
	a.Week[0].After, a.Week[0].Option = wire.Session{Kind: "rest"}, &wire.Session{Kind: "easy", Minutes: 20, Km: 3.4}
	return a
}

// learning is progress without a single known signal: nights of HRV and some runs, up to
// the day before.
func learning() *wire.Assessment {
	a := spoken(engineOf(10, func(f diary.File) bool {
		return (f.Kind == "hrv_status" || f.Kind == "activity") && diary.Build([]diary.File{f}, nil).Last < day
	}))
	a.Morning = &wire.Morning{}                         // the form of who has numbers of their own
	a.Reasons, a.Body, a.Easy = a.Reasons[:1], nil, nil // as much as tells this day from others
	a.Signals[0].Break = "New normal range since 3 Mar (now Oura)"
	return a
}

// typed is a morning of which no file is in, and what was typed for it; one night is
// left out, and one value is not what its file says.
func typed() *wire.Assessment {
	a := easing()
	a.Morning = &wire.Morning{Watch: true, Typed: []string{"49 ms", "56 bpm"}}
	a.Signals[0].Today, a.Signals[0].By = "49 ms", "typed"
	a.Signals[1].Today, a.Signals[1].Doubt = "58 bpm", &wire.Doubt{Typed: "56 bpm", Read: "58 bpm", Value: 56}
	a.Signals[2].Was, a.Signals[2].LeftOut, a.Signals[2].Owed, a.Signals[2].State = "3:10", true, true, "in_range"
	return a
}

// done is the day's session run.
func done() *wire.Assessment {
	a := easing()
	a.Week[0].After, a.Week[0].Because, a.Week[0].Declinable = a.Week[0].Before, nil, ""
	a.Done = &wire.Done{Minutes: 52, Km: 9, State: "as_planned", Planned: "Tempo, 50 min, 8.9 km", Ran: "Run, 52 min, 9.0 km", Text: "As planned.", Also: "Also in Strava: counted once.", Next: "Thursday: Easy run, 35 min, 6.2 km"}
	return a
}

func measured() wire.Trends {
	c := wire.Chart{Key: "hrv", Title: "HRV", Unit: "ms", Summary: "Below your normal range for 4 days; 7-day average 48 ms.", Source: "Garmin 4315",
		Lines: []wire.Line{{Name: "7-day average"}}, Marks: []wire.Mark{{Date: day, Text: "lighter week", Kind: "cut"}}}
	for i := range 14 {
		d := day - 13 + diary.Date(i)
		c.Dots = append(c.Dots, wire.Point{Date: d, Value: 62 - float64(i)})
		c.Band = append(c.Band, wire.Range{Date: d, Low: 58, High: 69})
		c.Limit = append(c.Limit, wire.Point{Date: d, Value: 58})
		c.Lines[0].Points = append(c.Lines[0].Points, wire.Point{Date: d, Value: 63 - float64(i)})
		c.Lines[0].Out = append(c.Lines[0].Out, i > 9)
	}
	load := words.Trends(engineOf(14, noRuns), wire.TrendsArg{To: day, Days: 14}, words.Options{}).Charts[diary.Kinds]
	return wire.Trends{From: day - 13, To: day, Charts: []wire.Chart{c, load}}
}

// asked of the runner's own data: something that is seen, something that is not, too little.
func effects() *wire.Effects {
	hrv := wire.Shift{Name: "HRV", Text: "8% lower. Likely between 4% and 12% lower.", Amount: "8% lower", Range: "between 4% and 12% lower", Seen: true, By: -8, Low: -12, High: -4, Unit: "%", With: 14, Without: 61}
	sleep := wire.Shift{Name: "Sleep", Text: "Can't see it in your data. Likely between 9 min shorter and 12 min longer.", Amount: "2 min longer", Range: "between 9 min shorter and 12 min longer", By: 2, Low: -9, High: 12, Unit: " min", With: 14, Without: 60}
	return &wire.Effects{Date: day, How: "Each day is compared with your own.", Waits: "None of these so far: a hot day.", Verdict: "No. It was no different.",
		Matters: []wire.Effect{{Key: "alcohol", Name: "Alcohol", Value: "HRV lower", Text: "Nights after alcohol, compared with your other nights.", Shifts: []wire.Shift{hrv, sleep}},
			{Key: "travel", Name: "Travel", Value: "5 of 8 nights", Text: "5 nights with it so far. A comparison takes 8.", Shifts: []wire.Shift{}}},
		Says: []wire.Effect{{Key: "felt", Name: "How you felt that morning", Value: "No", Text: "Your check-in.", Shifts: []wire.Shift{{Name: "How you felt that morning", Text: "Can't see it in your data.", Amount: "no different", Range: "between no change and 0.4 points worse", High: 0.4, Unit: " points", With: 20, Without: 90}}}}}
}

const hostile = `<img src=x onerror=harm()>.fit`

func imported() *wire.FileList {
	return &wire.FileList{
		Total:    14,
		Progress: &wire.Progress{Done: 17, Total: 17, Added: 14, Partial: 1, Dup: 1, Rejected: 1, Finished: true},
		Lines: []wire.FileLine{
			{Path: "GARMIN/a.fit", Result: "added", Text: "Run, 14 Mar, 8.7 km", Kind: "activity"},
			{Path: "GARMIN/" + hostile, Result: "rejected", Text: "This is not a FIT file.", Hint: "Export the original.", Kind: "not_fit"},
			{Path: "GARMIN/cut.fit", Result: "partial", Text: "Cut off: only the first 50% of the file could be read.", Hint: "What could be read is in.", Kind: "activity"},
			{Path: "GARMIN/b.fit", Result: "duplicate", Text: "Already have it", Kind: "activity"},
		},
		Groups: []wire.FileGroup{{Kind: "sleep", Result: "added", Count: 12, Text: "12 sleep files, 3 Mar to 14 Mar"}},
	}
}

// asked is a table that is to be explained; a cell of it would run if it were markup.
func asked() wire.Table {
	return wire.Table{ID: 3, Path: "my/mornings.csv", Key: "1f", Header: []string{"Day", "HRV", "", "Sleep"},
		Rows:   [][]string{{"03/04/2026", "58", hostile, "7:12"}, {"04/04/2026", "57", "", "7:30"}},
		Guess:  wire.Mapping{Columns: []wire.Column{{Means: "date"}, {Means: "rmssd"}, {}, {Means: "asleep", Unit: "h"}}, Order: "dmy"},
		Doubts: []wire.TableDoubt{{Code: "date_order", Column: 0}, {Code: "hrv_kind", Column: 1}}}
}

func chosen() *wire.Settings {
	return &wire.Settings{
		Version: "0.2.0 (3f2a91c, 2026-11-27)",
		Units:   "km", Theme: "auto", MaxHRNow: "Max HR 189 bpm, the highest 30 seconds of the last 12 months, confirmed by a second day.", Bytes: 812_000,
		Sources: []wire.First{{Key: "prefer_hrv", Name: "HRV", Now: "apple", Options: []wire.Option{{Value: "device", Name: "The watch's own files"}, {Value: "apple", Name: "Apple Health"}}}},
		Tables:  []wire.Known{{Key: "1f", Text: "mornings.csv: date and HRV (RMSSD)"}},
		Rules:   someRules(),
	}
}

// someRules are three of the thresholds, one of them changed.
func someRules() (some []wire.Rule) {
	changed := rule.Default()
	changed.CutK = 1
	for _, r := range words.Rules(changed) {
		if r.Key == "cut_k" || r.Key == "hard_share" || r.Key == "sleep_literal" {
			some = append(some, r)
		}
	}
	return some
}

// canned is a backend that gives one answer an operation, at once.
type canned struct {
	ui.Host
	answers map[string]any
	wrong   *wire.Problem // the answer to what is not there
}

func (c canned) Send(op string, _ any, then func(wire.Reply)) {
	if _, ok := c.answers[op]; !ok && c.wrong != nil {
		then(wire.Reply{Error: c.wrong})
	}
	if a, ok := c.answers[op]; ok {
		raw, _ := json.Marshal(a)
		then(wire.Reply{Data: raw})
	}
}

func (canned) Booted(string) bool      { return false }
func (canned) Boot(string, ...any)     {}
func (canned) Told(_, _ string) string { return "" }
func (canned) Arrived()                {}
func (canned) Defer(func())            {}
func (canned) Later(func())            {}
func (canned) After(int, func())       {}

// view is a page with a diary behind it, and each of its screens.
type view struct {
	*Page
	today    *today.View
	trends   *trends.View
	plan     *plan.View
	body     *body.View
	settings *settings.View
	answers  map[string]any
	wrong    *wire.Problem
}

// at is the page at an address, with an answer to all that it asks but what the
// runner entered and planned.
func at(screen, part string) *view {
	p := newPage()
	v := &view{Page: p, today: p.screens[ui.ScreenToday].(*today.View), trends: p.screens[ui.ScreenTrends].(*trends.View),
		plan: p.screens[ui.ScreenPlan].(*plan.View), body: p.screens[ui.ScreenBody].(*body.View), settings: p.screens[ui.ScreenSettings].(*settings.View)}
	v.answers = map[string]any{wire.OpTrends: measured(), wire.OpEffects: effects(), wire.OpFiles: imported(), wire.OpSettings: chosen()}
	p.page.Host = canned{answers: v.answers}
	p.page.Route, p.page.Today = ui.Route{Screen: screen, Part: part}, day
	p.page.State = &wire.State{First: day - 200, Last: day, Files: 14, Units: "km", Theme: "auto"}
	p.page.Now = easing()
	return v.asked()
}

// asked lets the screen ask, and draw all of what it is answered.
func (v *view) asked() *view {
	v.current().Ask()
	v.where.Got(sources.JSON())
	v.files.Lines = 1000
	if s := v.settings.Settings; s != nil {
		v.settings.Opened = map[string]bool{}
		for _, r := range s.Rules {
			v.settings.Opened[r.Group] = true
		}
	}
	return v
}

// views are every screen in every state worth a look.
func views() map[string]*view {
	all := map[string]*view{}
	set := func(name, screen string, change func(v *view)) {
		v := at(screen, "")
		if change != nil {
			change(v)
		}
		all[name] = v
	}
	set("today", ui.ScreenToday, nil)
	set("today-learning", ui.ScreenToday, func(v *view) {
		v.page.State.Asks = true
		v.page.Now, v.page.State.Sample, v.offline, v.update = learning(), true, true, true
	})
	set("today-stopped", ui.ScreenToday, func(v *view) {
		v.page.Now = stopped()
		b := sore()
		b.Ill, b.Walk = nil, &wire.WalkCard{Walking: true}
		v.page.Body = b
	})
	set("today-past", ui.ScreenToday, func(v *view) {
		past := easing()
		past.Date, past.Action, past.Level, past.Word, past.Title, past.Newest = day-3, "progress", "go", "Go", "Go", day-3
		v.page.Route.Date, v.page.Past, v.page.State.Units = day-3, past, "mi"
	})
	set("today-before", ui.ScreenToday, func(v *view) {
		v.page.State.First, v.page.Route.Date = day-100, day-101
		v.page.Past = learning()
	})
	set("today-done", ui.ScreenToday, func(v *view) {
		v.page.Now, v.page.Backups, v.page.State.Last = done(), ui.Backups{Last: v.page.Today - 40}, v.page.Today
	})
	set("today-by-hand", ui.ScreenToday, func(v *view) { v.page.Now = typed() })
	set("today-exercises", ui.ScreenToday, func(v *view) {
		v.today.Exercises = true
		v.page.Now.Asks.Ticks = []string{v.page.Now.Body.Programme[0].Code}
	})
	set("today-wrong", ui.ScreenToday, func(v *view) {
		v.page.Now = typed()
		v.today.Wrong.Open, v.today.Wrong.Fault = "hrv", "Enter RMSSD in milliseconds, from 5 to 250."
	})
	set("today-sent", ui.ScreenToday, func(v *view) { v.today.Send.Text = "One day\n-- want --\n2020-01-11 <b>progress</b>\n" })
	set("today-copies", ui.ScreenToday, func(v *view) { v.page.Backups = ui.Backups{Folder: "Sync", Fault: "It is gone."} })
	set("today-typed", ui.ScreenToday, func(v *view) { v.today.Typed.Wrong = ui.Faults{"typed-sleep": "Write hours and minutes."} })
	set("today-asked", ui.ScreenToday, func(v *view) {
		v.page.Now.Asks.Run = &wire.RunAsk{From: day - 4, To: day, Title: "Have you run since Tuesday?", Text: "No file is not no run."}
		v.today.Report.Open = true
	})
	set("today-not-ran", ui.ScreenToday, func(v *view) {
		v.page.Now.Asks.NotRan = &wire.NotRanSaid{From: day - 4, To: day}
	})
	set("waiting", ui.ScreenToday, func(v *view) { v.page.State, v.page.Now = nil, nil })
	set("waiting-last", ui.ScreenToday, func(v *view) {
		last := today.LastOf(v.page.Now, true)
		v.page.State, v.page.Now, v.page.Last = nil, nil, &last
	})
	set("first-run", ui.ScreenToday, func(v *view) {
		v.page.State = &wire.State{Empty: true}
		v.page.Now, v.files.List = nil, nil
		v.page.Install = "ios"
	})
	set("first-damaged", ui.ScreenToday, func(v *view) {
		v.page.State, v.page.Now = &wire.State{Empty: true}, nil
		v.files.List = &wire.FileList{Lines: []wire.FileLine{{Path: "saved diary", Kind: "other", Result: "rejected", Text: "A part of the saved diary is damaged and was left out.", Hint: "Add the same files again, or restore a backup."}}}
	})
	set("first-import", ui.ScreenToday, func(v *view) {
		v.page.State, v.page.Now = &wire.State{Empty: true}, nil
		v.page.Progress = &wire.Progress{Done: 120, Total: 812, Added: 118, Rejected: 2, Left: 42, Now: hostile}
	})
	set("trends-season", ui.ScreenTrends, func(v *view) {
		v.page.Route.Part = "back"
		v.trends.Season.Show(looked())
	})
	set("trends", ui.ScreenTrends, func(v *view) { v.trends.Answer.Open["hrv"] = true })
	for _, part := range []string{"matters", "says"} {
		set("trends-"+part, ui.ScreenTrends, func(v *view) {
			v.page.Route.Part = part
			v.asked()
		})
	}
	set("trends-none", ui.ScreenTrends, func(v *view) {
		v.answers[wire.OpEffects], v.page.Route.Part = wire.Effects{Date: day}, "matters"
		v.asked()
	})
	set("files", ui.ScreenFiles, nil)
	set("files-where", ui.ScreenFiles, func(v *view) {
		v.page.Maker, v.where.Sheet = "Apple Watch", true
		v.files.List = &wire.FileList{Total: 5, Progress: &wire.Progress{Finished: true, Added: 5, Other: 182}, Lines: []wire.FileLine{}, Groups: []wire.FileGroup{
			{Kind: "export", Result: "added", Count: 5, Text: "Apple Health: 3,412 nights, 2,980 days of resting HR, 611 runs, Jan 2019 to Nov 2026"},
			{Kind: "other", Result: "unneeded", Count: 182, Text: "182 other files are not needed"}}}
	})
	set("files-people", ui.ScreenFiles, func(v *view) {
		v.answers[wire.OpFiles] = &wire.FileList{Lines: []wire.FileLine{}, Groups: []wire.FileGroup{}, People: []wire.People{{Via: "polar", Name: "Polar", Accounts: []wire.Account{
			{ID: "1f", Text: "412 nights, 311 runs, Jan 2024 to Mar 2026; last run 14 Mar, 8.7 km", Counts: true}, {ID: "2e", Text: "80 nights, Jan 2026 to Mar 2026"}}},
			{Via: "oura", Name: "Oura", Answered: true, Accounts: []wire.Account{{ID: "3", Text: "9 nights", Counts: true}, {ID: "4", Text: "8 nights"}}}}}
		v.asked()
	})
	set("files-table", ui.ScreenFiles, func(v *view) {
		v.answers[wire.OpFiles] = &wire.FileList{Tables: []wire.Table{asked(), {ID: 4}}, Lines: []wire.FileLine{
			{Path: asked().Path, Result: "rejected", Text: "Said by the question above.", Kind: "needs_mapping"},
			{Path: "my/evenings.csv", Result: "rejected", Text: "This table has a row a week.", Kind: "needs_mapping"}}, Groups: []wire.FileGroup{}}
		v.answers[wire.OpTableTry] = wire.Trial{Days: 212, First: day - 300, Last: day, Count: map[string]int{"resting_hr": 212, "rmssd": 200, "asleep": 212},
			Rows: []wire.TrialDay{{Date: day, RestingHR: 47, RMSSD: 58.5, Asleep: 432}}}
		v.asked()
	})
	set("files-table-wrong", ui.ScreenFiles, func(v *view) {
		v.answers[wire.OpFiles] = &wire.FileList{Tables: []wire.Table{asked()}, Lines: []wire.FileLine{}, Groups: []wire.FileGroup{}}
		v.wrong = &wire.Problem{Code: "bad_mapping", Text: "Which column is the date?", Hint: "Choose one column for the date."}
		v.page.Host = canned{answers: v.answers, wrong: v.wrong}
		v.asked()
	})
	set("files-importing", ui.ScreenFiles, func(v *view) {
		v.page.Progress = &wire.Progress{Done: 5, Total: 9, Added: 5, Share: .42, Passed: 120e6, Size: 310e6, Now: "apple_health_export/export.xml"}
	})
	for name, v := range planViews() {
		all[name] = v
	}
	for name, v := range bodyViews() {
		all[name] = v
	}
	for name, v := range summaryViews() {
		all[name] = v
	}
	set("settings", ui.ScreenSettings, func(v *view) { v.page.Install = "prompt" })
	set("settings-copies", ui.ScreenSettings, func(v *view) {
		v.page.Backups = ui.Backups{Last: day - 40, CanCopy: true, Folder: hostile, Copied: day - 2, Fault: "Your browser needs your permission again.", Allow: true}
		v.settings.Preview = &wire.Preview{Made: day.String(), App: "1.2.3", New: 12, Settings: true, Left: []string{hostile},
			Holds: wire.Holds{Files: 1200, Nights: 800, Runs: 311, Entries: 90, First: day - 900, Last: day}, Here: wire.Holds{Entries: 3, First: day - 2, Last: day}}
	})
	set("settings-nothing-here", ui.ScreenSettings, func(v *view) { // and part of the backup is damaged
		v.page.State.Revision, v.settings.Replaced = 7, 7
		v.settings.Preview = &wire.Preview{Made: day.String(), Left: []string{hostile}, Holds: wire.Holds{Files: 12, First: day - 9, Last: day}, Here: wire.Holds{First: 1}}
	})
	set("settings-fault", ui.ScreenSettings, func(v *view) {
		v.page.Fault, v.page.Said = wire.Problem{Code: "range", Text: "Age of 7 years cannot be.", Hint: "Give 10 to 110 years, or 0 for not set."}, "Saved."
	})
	set("no-diary", ui.ScreenToday, func(v *view) {
		v.shut = true
		v.page.State, v.page.Fault = nil, wire.Problem{Code: "newer", Text: "Your diary was saved by a newer version of Rebound than this one, and is safe.", Hint: "Reload while you are online. If this stays, the newer version has been taken back for now: wait for the next, or restore a backup here."}
	})
	set("internal-fault", ui.ScreenToday, func(v *view) { v.page.Fault = *wire.Internal() })
	return all
}

// looked is a year looked back on.
func looked() wire.Season {
	load := 412.0
	return wire.Season{Years: []int{2026, 2025}, Name: "The last 12 months", Summary: "In the last 12 months: 1 lighter week (1 declined) and 1 stop.",
		Counts: []wire.TurnCount{{N: 1, Name: "lighter week", Note: "1 declined"}, {Name: "holds on hard sessions"}, {Name: "step-back weeks"}, {N: 1, Name: "stop"}},
		Weeks: []wire.SeasonWeek{{Start: day - 20, Load: &load, Level: "go", Verdict: "go, 7 days", Day: day - 20, Text: "Go all week; load 412"},
			{Start: day - 13, Load: &load, Level: "ease", Verdict: "ease off, 4 days", Day: day - 11, Race: "\u2068<b>Loop\u2069, 10.0 km", Ill: true, Text: "Ease off, 4 days; race: \u2068<b>Loop\u2069, 10.0 km; ill; load 412"}},
		Turns: []wire.Turn{
			{Kind: "cut", From: day - 11, Title: "Lighter week", When: "4 to 10 Mar, declined",
				After: []string{"You declined it.", "HRV and resting HR were out of range. All signals were back in range 3 days after it ended.", "Next hard session: 6 days after it ended, 9.1 km in 52 min; it felt harder than expected."}},
			{Kind: "stop", From: day - 18, Title: "Stop", When: "25 Feb", After: []string{"<i>No</i> hard session or race since."}},
		}}
}
