package words

import (
	"fmt"
	"slices"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// planDay is one of the coming seven in words: as it was planned, as it now
// stands, why, and what can be done about it.
func planDay(d *coach.Day, r engine.Report, rules rule.Settings, o Options) wire.PlanDay {
	day := wire.PlanDay{
		Date: d.Date, Day: shortDay(d.Date), Before: planned(d.Before), After: planned(d.After),
		Deload: d.Deload, NoRun: noRun(d.DayPlan), DoneText: o.ran(d.Run),
		Declinable: string(d.Declinable), Declined: string(d.Declined),
	}
	day.Name, day.Amount = o.session(d.Session)
	day.Heart, day.Pace = o.heartAndPace(d.Target)
	if d.Changed() {
		day.Was = o.PlanDay(plan.Session{Session: d.Before})
	}
	if d.Workout != nil {
		day.Steps, day.Workout = o.steps(*d.Workout), true
	}
	if d.Speed > 0 {
		day.Pace = o.noFaster(d.Speed)
	}
	day.Life, day.Off = fitText(d.Fit), d.Fit.As == plan.LeftOut
	day.CanOff = d.Before.Minutes > 0 && d.Before.Kind != verdict.Race && d.Run == coach.Run{}
	for _, code := range d.Because {
		day.Because = append(day.Because, string(code))
	}
	switch {
	case day.Off && !d.Changed():
		day.Name = "Day off"
	case d.Ended && len(d.Because) == 0:
		day.Name = "Easy or off"
		day.Why = []string{"After the race: an easy run or a day off. The plan ends here."}
		if r.Body.Running == body.None {
			day.Why = []string{"After the race: a day off, or an easy run once nothing rules out running. The plan ends here."}
		}
	case d.Open: // one thing is not known yet, and it is no change of each day
		day.Open = true
		day.Name, day.Amount = o.session(plan.Session{Session: d.Before})
		day.Was, day.Heart, day.Pace, day.Steps, day.Workout = "", "", "", nil, false
		day.Why = []string{openUntil(r)}
	case len(d.Because) > 0: // the first is what outranks the rest
		day.Why = []string{why(d.Because[0], d, r, rules)}
	}
	for _, m := range d.Moves {
		option := wire.MoveTo{Date: m.To, Day: shortDay(m.To)}
		if m.Beside != nil {
			option.Warn = fmt.Sprintf("next to another hard day: %s on %s", strings.ToLower(kindOfSession[m.Beside.Kind]), shortDay(m.Beside.Date))
		}
		day.MoveTo = append(day.MoveTo, option)
	}
	return day
}

// openUntil says what the days that are not decided depend on, above what was planned.
func openUntil(r engine.Report) string {
	if r.Body.Illness.Lasts() {
		return "Not decided yet: it depends on when you are better. Until then, this is what was planned."
	}
	return fmt.Sprintf("Not decided yet: it depends on how your %s is %s. Until then, this is what was planned.", Place(r.Body.Niggles[0].Site, r.Body.Niggles[0].Side), reviewDay(r))
}

// reasonsOfDay says why a day was changed.
var reasonsOfDay = map[verdict.Code]string{
	verdict.Code(verdict.CutWeek):      "The lighter week: {share} of what was planned{easy}.",
	verdict.Code(verdict.HoldQuality):  "Hard sessions wait: the same length, all of it easy, until the reason has passed.",
	verdict.Code(verdict.ReturnToRun):  "Coming back after {off} off: {how}.",
	verdict.Code(verdict.Deload):       "The planned step-back week.",
	verdict.Code(verdict.Modify):       "Your niggle: {share} of what was planned, no speed work.",
	verdict.Code(verdict.Stop):         "No running for now, because of what you logged about your body.",
	verdict.Code(verdict.SeeClinician): "No running until a physiotherapist or doctor has looked at it.",
	verdict.Rebuild:                    "You are rebuilding: {rebuilt} in a row at your old volume come before the next hard session.",
	verdict.EasyNotKnown:               "The easy-pace check needs an easy test run on a flat route first. The hard session follows once it passes.",
	verdict.AfterRace:                  "One of the easy days after the race.",
	verdict.Illness:                    "You are ill: {ill}.",
	verdict.AfterIllness:               "After your illness: at most {well} of what was planned, all of it easy.",
	verdict.FlagGone:                   "A red flag has been gone for less than {flag}: {share} of what was planned, no speed work.",
	verdict.SessionSpike:               "No session goes over {spike} of your longest run of the last {month}.",
	verdict.Growth:                     "While you return to running, a week grows by {growth} at most.",
}

// why is the sentence of a code on a day.
func why(code verdict.Code, d *coach.Day, r engine.Report, rules rule.Settings) string {
	share := func(x float64) string { return fmt.Sprintf("%.0f%%", 100*x) }
	easy := ""
	if d.Before.Kind.Hard() {
		easy = ", easy instead of hard"
	}
	how := share(d.Share) + " of what was planned, all of it easy"
	switch {
	case r.Layoff.Walking():
		how = "walking without pain comes first"
	case d.After.Kind == verdict.Rest:
		how = "a day off between two runs"
	case d.Stage.Times > 0:
		how = stageText(d.Session.Stage)
	}
	if code == verdict.Code(verdict.SeeClinician) && d.After.Kind != verdict.Rest {
		return "Easy and short until a physiotherapist or doctor has looked at it: " + share(d.Share) + " of what was planned."
	}
	if code == verdict.Code(verdict.Stop) && r.Body.Review() != 0 {
		return fmt.Sprintf("Rest, and update your %s %s.", Place(r.Body.Niggles[0].Site, r.Body.Niggles[0].Side), reviewDay(r))
	}
	text, ok := reasonsOfDay[code]
	if flag := &r.Layoff.Flag; code == verdict.Code(verdict.ReturnToRun) && flag.Site != "" {
		text = upper(afterThe(flag)) + ": {how}."
	}
	ill := "easy, " + bound(rules)
	if d.After.Kind == verdict.Rest {
		ill = "rest until you are better"
		if m := d.Option.Minutes; m > 0 {
			ill = fmt.Sprintf("rest or, if you feel up to it, an easy run of %.0f min", m)
		}
	}
	if !ok {
		return upper(strings.ReplaceAll(string(code), "_", " ")) + "."
	}
	return strings.NewReplacer("{share}", share(d.Share), "{easy}", easy, "{off}", Count(r.Layoff.DaysOff, "day"), "{how}", how,
		"{rebuilt}", Count(int(rules.RebuiltRun), "week"), "{spike}", share(rules.SpikeShare),
		"{month}", Count(int(rules.SpikeDays), "day"), "{growth}", share(rules.Growth),
		"{ill}", ill, "{well}", share(afterShare(r.Body.Illness, d.Date, rules)), "{flag}", fmt.Sprintf("%.0f hours", 24*rules.FlagEasy)).Replace(text)
}

// maxFrom marks a heart rate whose maximum nobody has seen.
var maxFrom = map[string]string{"age": " (by a max HR guessed from age)", "watch": " (by the max HR set in your watch)"}

// reviewDay is when the niggle that leaves least running is asked about again: "on
// Thursday 12 March", "today".
func reviewDay(r engine.Report) string {
	if review := r.Body.Review(); review > r.Date {
		return "on " + LongDay(review)
	}
	return "today"
}

// heartAndPace writes a target, each as far as it is known: "124 to 152 bpm" and
// "6:20 to 5:25 /km".
func (o Options) heartAndPace(t plan.Target) (heart, pace string) {
	if t.HR[1] > 0 {
		heart = fmt.Sprintf("%.0f to %.0f bpm%s", t.HR[0], t.HR[1], maxFrom[t.From])
	}
	switch {
	case t.Speed[0] > 0 && t.Speed[0] < t.Speed[1]:
		pace = o.clock(t.Speed[0]) + " to " + o.Pace(t.Speed[1])
	case t.Speed[1] > 0:
		pace = o.Pace(t.Speed[1])
	}
	return heart, pace
}

// target is both in one line.
func (o Options) target(t plan.Target) string {
	heart, pace := o.heartAndPace(t)
	return strings.Join(nonEmpty(heart, pace), ", ")
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

// ran is what was run on a day, "Run, 50 min, 8.7 km"; "" for nothing.
func (o Options) ran(r coach.Run) string {
	if r.Minutes == 0 {
		return ""
	}
	return fmt.Sprintf("Run, %.0f min, %s", r.Minutes, o.Distance(r.Km))
}
