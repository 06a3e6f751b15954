package words

import (
	"fmt"
	"math"

	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// returnCard is the return from a pause, while it lasts and for the first weeks
// back; nil at any other time.
func returnCard(c *coach.Coach, rules rule.Settings, o Options) *wire.ReturnCard {
	r, ok := c.Return()
	if !ok {
		return nil
	}
	card := &wire.ReturnCard{DaysOff: r.DaysOff, Stage: r.Stage, Lungs: lungs(rules), Text: step(coach.ReturnStep(&c.Report.Layoff), c.Report, rules), Loss: lossChart(&r),
		Banner: banner(r.Pause, c.Report.Date, rules)}
	if c.Report.Body.Running == body.None {
		card.Text = "No running for now, because of what you logged about your body. Your return to running goes on once that is over."
	} else if p := &c.Report.Pace; p.Limit > 0 && !c.Report.Layoff.Walking() {
		card.Text += fmt.Sprintf(" Run no faster than %s, your easy pace before the break: no strides, no fast finish.", o.Pace(p.Limit))
	}
	if a := &c.Report.Aerobic; a.Held {
		card.Loss, card.Lungs = nil, aerobic(a)+" Your tendons and bones are behind, and take months. Do not go by how easy it feels yet."
	}
	if l := &c.Report.Layoff; l.Flag.Site != "" {
		card.Loss, card.Stages = nil, append(card.Stages, walkStage(l, rules))
		card.Banner = upper(afterThe(&l.Flag)) + ": bone takes months to heal, so do not go by how good it feels."
	}
	for _, s := range r.Stages {
		line := wire.RunStage{Text: stageText(s.Stage), State: "to_come"}
		switch {
		case s.Done:
			line.State = "done"
		case s.Now && !c.Report.Layoff.Walking():
			line.State, line.Note = "now", progressOf(&c.Report.Layoff.Progress, rules)
		}
		card.Stages = append(card.Stages, line)
	}
	return card
}

func banner(p verdict.Pause, t diary.Date, rules rule.Settings) string {
	days := Count(int(rules.ReturnDays), "day")
	if p.Back == 0 {
		return fmt.Sprintf("%s off. Take extra care in the first %s back: 20 to 70%% of running injuries come back (RunNerd's guide).", Count(p.DaysOff, "day"), days)
	}
	if day := p.Day(t); day <= int(rules.ReturnDays) {
		return fmt.Sprintf("Day %d of the first %s back, after %s off. Take extra care now: 20 to 70%% of running injuries come back (RunNerd's guide).", day, days, Count(p.DaysOff, "day"))
	}
	return fmt.Sprintf("Back since %s, after %s off. Your return to running goes on until the run-walk stages are done.", DayFrom(p.Back, t), Count(p.DaysOff, "day"))
}

func lungs(rules rule.Settings) string {
	return fmt.Sprintf("Your lungs come back first: most runners feel like themselves again within %s, while tendons and bones take months. Do not go by how easy it feels yet.", between(rules.LungsFrom, rules.LungsTo))
}

// aerobic says what is known of heart and lungs in a pause from running alone.
func aerobic(a *load.Aerobic) string {
	before := ""
	if a.Before > 0 {
		before = fmt.Sprintf(" (all your training was %s a week before)", Hours(a.Before))
	}
	return fmt.Sprintf("You kept up %s a week of other sports%s, so your heart and lungs have stayed in shape.", Hours(a.Weekly), before)
}

// between writes two numbers of days: "2 to 4 weeks", "10 to 24 days".
func between(a, b float64) string {
	if int(a)%7 == 0 && int(b)%7 == 0 {
		return fmt.Sprintf("%.0f to %.0f weeks", a/7, b/7)
	}
	return fmt.Sprintf("%.0f to %.0f days", a, b)
}

// stageText is a stage in words: "2 min run, 1 min walk, 10 times".
func stageText(s verdict.Stage) string {
	if s.Walk == 0 {
		return fmt.Sprintf("%.0f min run without a break", s.Run)
	}
	return fmt.Sprintf("%.0f min run, %.0f min walk, %d times", s.Run, s.Walk, s.Times)
}

// progressOf is how far the stage is, and what of its sessions is not known.
func progressOf(w *verdict.StageProgress, rules rule.Settings) string {
	text := fmt.Sprintf("%d of %s done", w.Done, Count(int(rules.StageSessions), "session"))
	if w.Unsaid > 0 {
		text += fmt.Sprintf("; %d still to rate for pain", w.Unsaid)
	}
	if w.Failed != 0 {
		text += fmt.Sprintf("; the run on %s hurt, so the count starts again", Day(w.Failed))
	}
	return text
}

// lossChart is the share of VO2max that a pause costs, from its last run on.
func lossChart(r *coach.Return) *wire.Chart {
	curve := func(name string, losses []float64) wire.Line {
		line := wire.Line{Name: name}
		for d, loss := range losses {
			line.Points = append(line.Points, wire.Point{Date: r.LastRun + diary.Date(d), Value: round(100*loss, 10)})
		}
		return line
	}
	mark := "First run back"
	if r.Back == 0 {
		mark = "Today"
	}
	ref := cited(rule.Coyle1984)
	return &wire.Chart{
		Key: "layoff", Title: "VO2max lost in days off", Unit: "%",
		Summary: fmt.Sprintf("About %.0f%% of VO2max may be gone after %s off: an estimate from a study of trained people, not a measurement of you.", 100*r.Lost, Count(r.DaysOff, "day")),
		Ref:     &ref,
		Lines: []wire.Line{
			curve("Estimate from a study", r.Curve),
			curve(fmt.Sprintf("%.0f%% a week (RunNerd's guide)", 100*coach.GuideLoss), r.Guide),
		},
		Dots:  []wire.Point{{Date: r.On, Value: round(100*r.Lost, 10)}},
		Marks: []wire.Mark{{Date: r.On, Text: mark, Kind: "layoff"}},
	}
}

// against is why a planned race should not be run, as things are.
var against = map[verdict.Code]string{
	verdict.Code(verdict.Stop):         "what you logged about your body rules out running",
	verdict.Code(verdict.SeeClinician): "a physiotherapist or doctor should look at it first",
	verdict.Code(verdict.Modify):       "your niggle calls for short runs with no speed work",
	verdict.Illness:                    "you are ill",
	verdict.AfterIllness:               "the easy days after your illness are not over",
	verdict.Code(verdict.ReturnToRun):  "the run-walk stages are not done",
}

// noRun is a sentence on a race that should not be run; "" when nothing is against it.
func noRun(d verdict.DayPlan) string {
	if d.NoRun == "" {
		return ""
	}
	return fmt.Sprintf("The race stays on its day. As things are, do not run it: %s.", against[d.NoRun])
}

// returnReason is the line of a reason on the return to running, or on what the runner
// decided; ok is false for any other.
func returnReason(r engine.Report, x verdict.Reason, rules rule.Settings, o Options) (text, number, limit string, ok bool) {
	switch x.Code {
	case verdict.OffRunning:
		number = Count(int(x.Value), "day") + " off"
		limit = Count(int(math.Ceil(x.Limit)), "day")
		text = fmt.Sprintf("Your last known run was on %s. After a break this long, VO2max is down by about %.0f%% (an estimate from a study, not a measurement of you). Tendons and bones weaken too, and take months to rebuild.", FullDay(x.Date), 100*load.Loss(x.Value, &rules))
		if r.Aerobic.Held {
			text = fmt.Sprintf("Your last known run was on %s. %s Tendons and bones weaken all the same, and take months to rebuild.", FullDay(x.Date), aerobic(&r.Aerobic))
		}
		if spared := int(r.Layoff.Spared); spared > 0 && x.Days < 3 {
			text += fmt.Sprintf(" %s of it did not count: you often go that long between runs, or a lighter week called for rest.", upper(Count(spared, "day")))
		}
	case verdict.ComingBack:
		number, limit = Count(int(x.Value), "day")+" off", Count(int(x.Limit), "day")
		until := LongDay(x.Date) + " at least"
		if x.Date < r.Date {
			until = "the run-walk stages are done"
		}
		if l := r.Layoff; l.Flag.Site != "" {
			number, limit = fmt.Sprintf("day %d", x.Days), Count(int(rules.BackStay3), "day")
			text = fmt.Sprintf("You came back %s, so take care until %s. Good readings do not make that shorter.", afterThe(&l.Flag), until)
			break
		}
		text = fmt.Sprintf("You came back after %s without running, so take care until %s. Good readings do not make that shorter.", Count(int(x.Value), "day"), until)
	case verdict.StageNow, verdict.StageBack:
		w := &r.Layoff.Progress
		if w.Over() {
			text = fmt.Sprintf("All %d run-walk stages are done: %s every other day until the careful weeks are over.", len(verdict.Stages), stageText(w.At()))
			break
		}
		number, limit = fmt.Sprintf("stage %d of %d", x.Days, len(verdict.Stages)), Count(int(x.Limit), "session")+" a stage"
		text = fmt.Sprintf("Your run-walk is at %s: %s.", stageText(w.At()), progressOf(w, rules))
	case verdict.RunsUnknown:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("Nothing has come in since %s: no file, no check-in, no run that you logged. You may have run all the same, so none of these days counts as a day off.", FullDay(x.Date))
	case verdict.FasterThanBefore:
		number, limit = o.Pace(x.Value), o.Pace(x.Limit)
		text = fmt.Sprintf("Your run of %s averaged %s. While you are coming back, run no faster than your easy pace before the break, %s: the strain on your shins goes up with speed, and they are slower to come back than your lungs.",
			LongDay(x.Date), o.Pace(x.Value), o.Pace(x.Limit))
	case verdict.FirstWeeks:
		number, limit = fmt.Sprintf("day %.0f", x.Value), Count(int(x.Limit), "day")
		text = banner(r.Back, r.Date, rules)
	case verdict.LungsFirst:
		number, limit = fmt.Sprintf("day %.0f", x.Value), Count(int(x.Limit), "day")
		text = lungs(rules)
	case verdict.Rebuild:
		number, limit = Count(int(x.Value), "week")+" rebuilt", Count(int(x.Limit), "week")+" in a row"
		text = fmt.Sprintf("You have been back since %s. Hard sessions come back once you have run your old distance %s in a row. A shorter week starts the count again.", LongDay(x.Date), Count(int(x.Limit), "week"))
	case verdict.Declined:
		number = Count(x.Days, "day") + " ago"
		text = fmt.Sprintf("You declined the change on %s.", Day(x.Date))
		if x.Note != "" {
			text = fmt.Sprintf("You declined the change on %s: %s", Day(x.Date), unit.Own(x.Note))
		}
	case verdict.CutsDeclined:
		number, limit = Count(int(x.Value), "lighter week")+" declined", fmt.Sprintf("%.0f in a row", x.Limit)
		text = fmt.Sprintf("You declined the last %s. That is your decision. Your signals were off together each time, though, and fatigue adds up: if it goes on, talk to a coach or doctor who can see the whole picture.", Count(int(x.Value), "lighter week"))
	case verdict.RaceStands:
		race := "race of"
		if p := r.Plan; p != nil && p.Race != nil && p.Race.Date == x.Date && raceText(p.Race.Name) != "" {
			race = o.called(*p.Race) + " on"
		}
		text = fmt.Sprintf("The %s %s stays on its day. As things are, do not run it: %s.", race, LongDay(x.Date), against[verdict.Code(x.Note)])
	default:
		return "", "", "", false
	}
	return text, number, limit, true
}

// returning is the headline of the return to running.
func returning(r engine.Report, rules rule.Settings) string {
	l := r.Layoff
	if l.Flag.Site != "" {
		return afterFlag(r, rules)
	}
	how := [...]string{"", "about " + percent(rules.BackScale1) + " of " + usual(r) + ", all of it easy", "about " + percent(rules.BackScale2) + " of " + usual(r) + ", all of it easy", "run-walk sessions every other day"}[l.Tier]
	switch {
	case l.Off() && r.Seen < r.Date:
		return fmt.Sprintf("No run in the %s up to %s, and nothing is known since: start again with %s.", Count(l.DaysOff, "day"), past(r.Seen, r.Date), how)
	case l.Off():
		return fmt.Sprintf("No run since %s, %s ago, so start again with %s. If you did run, log it or add its file.", DayFrom(l.LastRun, r.Date), Count(l.DaysOff, "day"), how)
	}
	day, of := int(r.Date-l.Back)+1, int(l.Until-l.Back)+1
	if l.Tier == 3 && !l.Progress.Over() {
		how = fmt.Sprintf("run-walk stage %d of %d, every other day", l.Progress.Stage+1, len(verdict.Stages))
	} else if l.Tier == 3 {
		how = "easy half-hour runs every other day"
	}
	if day > of {
		return fmt.Sprintf("Day %d back after %s off: %s, until all stages are done. Tendons and bones take longer to come back than lungs.", day, Count(l.DaysOff, "day"), how)
	}
	return fmt.Sprintf("Day %d of %d back after %s off: %s. Tendons and bones take longer to come back than lungs.", day, of, Count(l.DaysOff, "day"), how)
}
