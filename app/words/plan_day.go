package words

import (
	"fmt"
	"slices"
	"strings"

	"rebound/app/wire"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// days is the seven days from t on: as they were planned, as they now stand,
// why, and what can be done about them.
func (c *planScreen) days() []wire.PlanDay {
	out := make([]wire.PlanDay, 0, len(c.report.Week))
	for _, d := range c.report.Week {
		s := plan.After(d)
		if d.After == d.Before {
			s.Stage = c.plan.On(d.Date).Stage
		}
		day := wire.PlanDay{
			Date: d.Date, Day: shortDay(d.Date), Before: planned(d.Before), After: planned(d.After),
			Text: c.o.PlanDay(s), Target: c.target(s), Deload: c.plan.DeloadOn(d.Date),
			NoRun: noRun(d), Decline: string(d.Declinable),
		}
		if d.After != d.Before {
			day.Was = c.o.PlanDay(plan.Session{Session: d.Before})
		}
		if w, ok := c.plan.Workout(s); ok {
			day.Steps, day.Workout = strings.Split(c.o.steps(w), "\n"), true
		}
		for _, code := range d.Because {
			day.Because = append(day.Because, string(code))
			day.Why = append(day.Why, c.why(code, d))
		}
		if d.Declined != "" {
			day.Kept, day.Decline = true, string(d.Declined)
		}
		day.MoveTo = c.moveTo(d)
		if done := c.ran(d.Date); done != "" {
			day.DoneText = done
		}
		out = append(out, day)
	}
	return out
}

// reasonsOfDay says why a day was changed.
var reasonsOfDay = map[verdict.Code]string{
	verdict.Code(verdict.CutWeek):      "The lighter week: {share} of what was planned{easy}.",
	verdict.Code(verdict.HoldQuality):  "Quality waits: the same length, all of it easy. It comes back when what holds it is over.",
	verdict.Code(verdict.ReturnToRun):  "Coming back after {off} off: {how}.",
	verdict.Code(verdict.Deload):       "The planned step-back week.",
	verdict.Code(verdict.Modify):       "Your niggle: {share} of what was planned, no speed.",
	verdict.Code(verdict.Stop):         "No running now, for what you told of your body.",
	verdict.Code(verdict.SeeClinician): "No running before a clinician has looked at it.",
	verdict.Rebuild:                    "Your weeks are being rebuilt: {rebuilt} in a row come before the next hard session.",
	verdict.EasyNotKnown:               "The easy-pace check has too few easy runs to tell: an easy test run on a flat route first, the hard one after it passes.",
	verdict.AfterFever:                 "An easy day after fever: quality waits.",
	verdict.SessionSpike:               "No session goes over {spike} of your longest run of the last {month}.",
	verdict.Growth:                     "On the way back a week grows by {growth} at most.",
}

// why is the sentence of a code on a day.
func (c *planScreen) why(code verdict.Code, d verdict.DayPlan) string {
	r, rules := &c.report, c.e.Rules()
	share := func(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }
	easy := ""
	if d.Before.Kind.Hard() {
		easy = ", easy instead of hard"
	}
	how := share(d.After.Minutes/max(1, d.Before.Minutes)) + " of what was planned, all of it easy"
	switch {
	case d.After.Kind == verdict.Rest:
		how = "a day off between two runs"
	case d.Stage.Times > 0:
		how = stageText(plan.After(d).Stage)
	}
	text, ok := reasonsOfDay[code]
	if !ok {
		return upper(strings.ReplaceAll(string(code), "_", " ")) + "."
	}
	return strings.NewReplacer("{share}", share(d.After.Minutes/max(1, d.Before.Minutes)), "{easy}", easy, "{off}", Count(r.Layoff.DaysOff, "day"), "{how}", how,
		"{rebuilt}", Count(int(rules.RebuiltRun), "week"), "{spike}", share(rules.SpikeShare),
		"{month}", Count(int(rules.SpikeDays), "day"), "{growth}", share(rules.Growth)).Replace(text)
}

// target is what a session asks for, by the newest maximal heart rate where the
// plan has none.
func (c *planScreen) target(s plan.Session) string {
	p := *c.plan
	if p.MaxHR == 0 {
		p.MaxHR = c.report.MaxHR.BPM
	}
	return c.o.target(p.Target(s))
}

// target writes heart rate and pace, as far as they are known: "124 to 152 bpm,
// 6:20 to 5:25 /km".
func (o Options) target(t plan.Target) string {
	var parts []string
	if t.HR[1] > 0 {
		parts = append(parts, fmt.Sprintf("%.0f to %.0f bpm", t.HR[0], t.HR[1]))
	}
	switch {
	case t.Speed[0] > 0 && t.Speed[0] < t.Speed[1]:
		parts = append(parts, fmt.Sprintf("%s to %s", strings.Fields(o.Pace(t.Speed[0]))[0], o.Pace(t.Speed[1])))
	case t.Speed[1] > 0:
		parts = append(parts, o.Pace(t.Speed[1]))
	}
	return strings.Join(parts, ", ")
}

// Targets is what each kind of a plan's sessions asks for, a line a kind.
func Targets(p plan.Plan, o Options) (lines []string) {
	for _, kind := range []verdict.SessionKind{verdict.Easy, verdict.Tempo, verdict.Intervals, verdict.Race} {
		i := slices.IndexFunc(p.Sessions, func(s plan.Session) bool { return s.Kind == kind })
		if i < 0 {
			continue
		}
		if text := o.target(p.Target(p.Sessions[i])); text != "" {
			lines = append(lines, fmt.Sprintf("%-10s %s", kindOfSession[kind], text))
		}
	}
	return lines
}

// moveTo is where a day's session can go among the seven: not onto a race, not
// out of the plan.
func (c *planScreen) moveTo(d verdict.DayPlan) (out []wire.MoveTo) {
	for i := range diary.Date(7) {
		to := c.t + i
		moved, err := c.plan.Move(d.Date, to, c.t)
		if err != nil {
			continue
		}
		option := wire.MoveTo{Date: to, Day: shortDay(to)}
		for _, day := range []diary.Date{to, d.Date} {
			if near, ok := moved.HardNextTo(day); ok {
				option.Warn = fmt.Sprintf("next to another hard day: %s on %s", strings.ToLower(kindOfSession[near.Kind]), shortDay(near.Date))
			}
		}
		out = append(out, option)
	}
	return out
}

// ran is what was run on a day, "Run, 50 min, 8.7 km"; "" for nothing.
func (c *planScreen) ran(d diary.Date) string {
	if d > c.t {
		return "" // a past day is seen as it was
	}
	km, minutes := 0.0, 0.0
	for _, s := range c.e.History().Between(d, d) {
		if s.Run {
			km, minutes = km+s.Km, minutes+s.Minutes
		}
	}
	if minutes == 0 {
		return ""
	}
	return fmt.Sprintf("Run, %.0f min, %s", minutes, c.o.Distance(km))
}
