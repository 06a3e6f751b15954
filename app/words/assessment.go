package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// Assessment puts a report into words. e is the engine it came from, for the
// strips of recent readings.
func Assessment(e *engine.Engine, r engine.Report, o Options) wire.Assessment {
	rules := e.Rules()
	a := wire.Assessment{
		Date: r.Date, Action: string(r.Action), Level: string(r.Level), Confidence: string(r.Confidence),
		Declinable: string(r.Declinable), Declined: string(r.Declined),
		Word: Word(r), Urgent: urgent(&r.Body), Headline: headline(r, e.Rules(), o), Age: age(r, o), Next: next(r, e.Rules()), Window: int(e.Rules().WindowDays),
		Reasons: reasons(r, e.Rules(), o), Week: week(r), Load: loads(r, learningLoad(e, r.Date)), MaxHR: maxInUse(r.MaxHR), Easy: easy(r, e.Rules(), o), Body: bodyOf(r, e.Rules(), o),
		Signals: make([]wire.Signal, 0, diary.Kinds), Done: done(e, r, o), Morning: morning(e, r.Date),
	}
	for _, s := range r.Signals {
		a.Signals = append(a.Signals, signalRow(e, r, s))
	}
	if d := e.Diary(); r.Action == verdict.Unknown && r.Date < d.First && d.First <= d.Last {
		a.Headline = "Your data begins on " + LongDay(d.First) + d.First.Time().Format(" 2006") + ": nothing reaches back this far."
	}
	a.WeekFrom, a.RaceDay, a.Race = string(coach.From(&r)), r.Race.Date != 0, raceCalled(r.Race.Name)
	if r.Plan != nil && !r.Plan.Over(r.Date) { // one that has ended is nobody's plan
		now := Plan(*r.Plan, o)
		a.PlanAfter = &now
	}
	a.NextShort = nextShort(&r, &rules)
	glance(&a, &r, &rules)
	return a
}

// Word is the verdict in one or two words.
func Word(r engine.Report) string { return wordOf(r.Level) }

func wordOf(l verdict.Level) string {
	switch l {
	case verdict.LevelGo:
		return "Go"
	case verdict.LevelEase:
		return "Ease off"
	case verdict.LevelRecover:
		return "Recover"
	case verdict.LevelStop:
		return "Stop"
	}
	return "Not enough data"
}

// newNormal is for how many days the row of a signal says that its normal began anew, at
// least: until it is known again.
const newNormal = 14

func signalRow(e *engine.Engine, r engine.Report, s signal.State) wire.Signal {
	k := s.Kind
	rules := e.Rules()
	out := wire.Signal{
		Kind: k.String(), State: s.Name.String(), DaysOut: s.DaysOut, Past: s.Past.String(), Why: pastWhy(&s, &rules), Source: s.Source, Metric: string(s.Metric),
		Name: signalName(k, s.Metric), Unit: kindUnits[k], Note: note(s, r.Learning[k], rules), From: knownFrom(s, r.Learning[k], r.Date),
	}
	if s.Missing != signal.NoReadings {
		from := r.Date - 13
		for _, p := range e.Signals().Readings(k, s.Source, s.Metric, from, r.Date) {
			out.Strip = append(out.Strip, wire.Point{Date: p.Date, Value: p.Value})
		}
	}
	if b := s.Break; b.What != signal.NoChange && (!s.Known() || r.Date-b.Since < newNormal) {
		out.Break = "New normal range since " + DayFrom(b.Since, r.Date) + " (now " + broken(s) + ")"
	}
	ownReading(e, r.Date, &out, k)
	if d := r.Body.Sleep; k == diary.Sleep && s.Name == signal.InRange && d.Nights > 0 && d.Debt >= d.Need {
		out.Owed = true
		switch debt := "your sleep debt is " + Hours(d.Debt); {
		case s.Past == signal.Inside:
			out.Note = "usual for you, but " + debt
		case s.Past.Bad():
			out.Why += " " + upper(debt) + "."
		default:
			out.Note += ", but " + debt
		}
	}
	if s.RecentDays > 0 {
		recent := s.Recent
		out.Recent = &recent
		out.Value = number(k, natural(k, s.Recent))
	}
	if s.Baseline.Days > 0 {
		b := s.Baseline
		out.Baseline = &wire.Baseline{Mean: b.Mean, SD: b.SD, Low: b.Low, High: b.High, Days: b.Days}
	}
	if s.Known() {
		out.Low, out.High = natural(k, s.Baseline.Low), natural(k, s.Baseline.High)
		out.Range = rangeOf(&s)
	}
	if l := r.Learning[k]; s.Missing == signal.FewBaseline {
		out.Learning, out.Needed, out.Learned = l.Have, l.Need, learned(s, l, rules)
	}
	return out
}

// number is a value without its unit.
func number(k diary.Kind, v float64) string {
	if k == diary.Sleep {
		return Clock(v)
	}
	return fmt.Sprintf("%.0f", v)
}

func note(s signal.State, l signal.Learning, rules rule.Settings) string {
	switch s.Name {
	case signal.InRange:
		if s.Kind == diary.Sleep && s.Short > 0 && s.Past == signal.Inside {
			return fmt.Sprintf("in range, %s", Count(s.Short, "short night"))
		}
		return standing(&s, &rules)
	case signal.Adverse:
		return "out " + forDays(s.DaysOut)
	case signal.Unusual:
		return "unusually high"
	}
	switch s.Missing {
	case signal.FewBaseline:
		return "learning your normal range: " + learned(s, l, rules)
	case signal.FewRecent:
		when := "this week"
		if rules.WindowDays != 7 {
			when = "in " + span(rules.WindowDays)
		}
		return fmt.Sprintf("%s %s, %.0f needed", none(s.RecentDays, dayOf(s)), when, rules.WindowNeeds)
	}
	return "no readings"
}

func week(r engine.Report) []wire.DayPlan {
	out := make([]wire.DayPlan, 0, len(r.Week))
	session := func(s verdict.Session) wire.Session {
		return wire.Session{Kind: string(s.Kind), Minutes: round(s.Minutes, 1), Km: round(s.Km, 10)}
	}
	for _, d := range r.Week {
		day := wire.DayPlan{Open: d.Open, Date: d.Date, Before: session(d.Before), After: session(d.After), NoRun: noRun(d), Speed: round(d.Speed, 100),
			Declinable: string(d.Declinable), Declined: string(d.Declined)}
		if d.Option.Minutes > 0 {
			option := session(d.Option)
			day.Option = &option
		}
		if r.Plan.Covers(r.Date) { // a plan's numbers are given as they stand in it
			day.Before, day.After = planned(d.Before), planned(d.After)
		}
		for _, c := range d.Because {
			day.Because = append(day.Because, string(c))
		}
		day.Ended = r.Plan.Ended(d.Date) && len(d.Because) == 0
		out = append(out, day)
	}
	return out
}

func maxInUse(m load.MaxHR) *wire.MaxHR {
	if m.BPM == 0 {
		return nil
	}
	return &wire.MaxHR{BPM: m.BPM, From: m.Source.String()}
}

func loads(r engine.Report, learning string) wire.Load {
	var out wire.Load
	d := r.Load
	if !d.Known {
		return out
	}
	fitness, fatigue, form := round(d.Balance.Fitness, 10), round(d.Balance.Fatigue, 10), round(d.Balance.Form(), 10)
	out.Fitness, out.Fatigue, out.Form = &fitness, &fatigue, &form
	if d.Monotony > 0 {
		m := round(d.Monotony, 100)
		out.Monotony = &m
	}
	out.Measured, out.Learning = round(r.Measured, 100), learning
	return out
}

func round(v, per float64) float64 {
	return float64(int64(v*per+half(v))) / per
}

func half(v float64) float64 {
	if v < 0 {
		return -0.5
	}
	return 0.5
}

// testRun is how long a run should be to tell how easy pace feels: "30 to 40".
func testRun(rules rule.Settings) string {
	return fmt.Sprintf("%.0f to %.0f", rules.EasyMinutes+10, rules.EasyMinutes+20)
}

// age says how old the newest reading is, and what the normal rests on.
func age(r engine.Report, o Options) string {
	var newest diary.Date
	for _, p := range r.Newest {
		newest = max(newest, p.Date)
	}
	if newest == 0 {
		return "No readings yet"
	}
	days := 0
	for _, s := range r.Signals {
		days = max(days, s.Baseline.Days)
	}
	today := o.Today
	if today == 0 || today < r.Date {
		today = r.Date
	}
	when := "Latest reading " + DayFrom(newest, r.Date)
	switch old := int(r.Date - newest); {
	case old == 0 && r.Date == today:
		when = "Latest reading today"
	case old == 0:
		when = "Reading from that day"
	case old == 1 && r.Date == today:
		when = "Latest reading yesterday"
	case old >= 3:
		when = fmt.Sprintf("Latest reading %s old (%s)", Count(old, "day"), DayFrom(newest, r.Date))
	}
	if days > 0 {
		when += fmt.Sprintf(" · compared with %s", Count(days, "earlier day"))
	}
	return when
}
