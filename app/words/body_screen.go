package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// BodyScreen is the Body screen on date t.
func BodyScreen(e *engine.Engine, t diary.Date, o Options) wire.BodyScreen {
	c := coach.On(e, t, nil)
	r, rules, d := c.Report, e.Rules(), e.Diary()
	out := wire.BodyScreen{
		Date: t, Body: bodyOf(r, rules, o),
		Channel: channel(&r.Body, rules), Ill: illCard(&r.Body, rules), Walk: walkCard(&r, d, rules), Urgent: urgent(&r.Body), Mislead: mislead(c.Misleading(), rules), Cycle: cycleText(r.Body.Cycle),
		Sites: sites(&r.Body, d, t, rules), Runs: []wire.RunSaid{}, Screen: screenTests(r.Body.Screen, d.Reported.Screens, t, rules), Markers: markers(e, t),
		Reaction: reactionCard(&r.Body.Reaction, t, rules), Skipped: skippedText(&r.Body, rules),
		Under: underText(r.Under, rules), Ticks: c.Ticks(),
		Cold: []wire.ColdSaid{}, ColdCard: coldCard(r.Body.Cold, rules, o), Advice: []string{},
	}
	out.History, out.Earlier = history(d, t, o)
	out.Gait, out.GaitText = gait(body.GaitOn(e.History(), t, &rules), r.Body.Stride, rules, o)
	today, before := c.CheckIns()
	if before != nil {
		out.Last = checkIn(d, before)
	}
	if today != nil {
		out.CheckIn = checkIn(d, today)
	} else {
		bare := diary.NewCheckIn(diary.Stamp{At: 0, Date: t})
		if x := checkIn(d, &bare); len(x.Tags) > 0 || x.Period != nil {
			out.CheckIn = x
		}
	}
	out.Reports = reports(c)
	for _, x := range c.Efforts() {
		run := runSaid(&x, o)
		run.Note = strings.Join(nonEmpty(run.Note, also(d, x.Date, x.Start)), " ")
		out.Runs = append(out.Runs, run)
	}
	for _, x := range c.Cold() {
		out.Cold = append(out.Cold, wire.ColdSaid{At: x.At, Date: x.Date, Minutes: float64(x.Minutes), Celsius: float64(x.Celsius)})
	}
	for _, x := range c.Advice() {
		out.Advice = append(out.Advice, advice(&x, &r.Body, rules))
	}
	return out
}

// checkIn is a check-in as the form reads it; what was not answered is left out.
func checkIn(d *diary.Diary, c *diary.CheckIn) *wire.CheckIn {
	out := &wire.CheckIn{Date: c.Date, Signs: map[string]int{}, Tags: d.Tags[c.Date], Fever: answered(c.Fever), Chest: answered(c.Chest),
		Fatigue: scored(c.Fatigue), Tension: scored(c.Tension), Soreness: scored(c.Soreness), Stress: scored(c.Stress),
		Ready: scored(c.Ready), Quality: scored(c.SleepQuality)}
	for i, s := range c.Signs {
		if s.Said() {
			out.Signs[diary.SignNames[i]] = int(s)
		}
	}
	for _, tag := range out.Tags {
		if dose := d.Reported.Dose(c.Date, tag); dose > 0 {
			if out.Doses == nil {
				out.Doses = map[string]float64{}
			}
			out.Doses[tag] = dose
		}
	}
	for _, p := range d.Reported.Periods {
		if p.Date == c.Date {
			yes := true
			out.Period = &yes
		}
	}
	return out
}

func scored(s diary.Score) *int {
	if !s.Said() {
		return nil
	}
	v := int(s)
	return &v
}

func answered(a diary.Answer) *bool {
	if a == diary.NotSaid {
		return nil
	}
	yes := a == diary.Yes
	return &yes
}

// channel is what the check-ins come to, one sentence.
func channel(b *body.State, rules rule.Settings) string {
	c := b.Check
	text := ""
	switch c.State {
	case body.CheckAdverse:
		text, _, _ = checkText(c, verdict.Reason{Limit: rules.CheckDays}, rules)
		if !c.BySigns(&rules) {
			text = fmt.Sprintf("Your check-ins of the last three days are worse than usual for you: %.1f of 4, usually %.1f.", c.Index, c.Usual)
		}
	case body.CheckInRange:
		text = checkFine(c, rules)
	default:
		text = "Check in on two of three days, and this will say how you are doing."
		if c.Entries > 0 {
			text = "One more check-in, and this will say how you are doing."
		}
	}
	if c.Persistent() {
		text += " " + lastingText(c, rules) + "."
	}
	return text
}

// underText says how many hard sessions began before recovery was complete.
func underText(u body.UnderRecovered, rules rule.Settings) string {
	if u.Count == 0 {
		return ""
	}
	on := "on "
	if u.Count > 1 {
		on = "the last on "
	}
	text := fmt.Sprintf("You started %s in the last %.0f days before you had recovered, %s.", Count(u.Count, "hard session"), rules.UnderDays, on+LongDay(u.Last))
	if u.Flagged() {
		return text + " That is too often: let the next one wait until your signals are back in range."
	}
	return text + fmt.Sprintf(" Once in a while is fine; %d would be too many.", u.Limit)
}

// advice is one thing to do, in words.
func advice(x *coach.Advice, b *body.State, rules rule.Settings) string {
	switch x.Code {
	case coach.AdviseSleep:
		text := fmt.Sprintf("Sleep first: aim for %s tonight. It does more for you than anything below.", Hours(b.Sleep.Target))
		if x.Shared {
			text += " Short sleep alone can shift HRV and resting heart rate."
		}
		return text
	case coach.AdviseTriage:
		return triageText(b, rules)
	case coach.AdviseNervous:
		return "Your nervous system may not have recovered: sleep well, and try a few short strides before the next hard session."
	case coach.AdviseNiggle:
		return fmt.Sprintf("Say how your %s is now: you last updated it on %s.", Place(x.Niggle.Site, x.Niggle.Side), LongDay(x.Niggle.Date))
	case coach.AdvisePlace:
		return fmt.Sprintf("Your run on %s hurt %d of 10: %s", LongDay(x.Pain.Date), x.Pain.Pain, askWhere)
	case coach.AdviseProgramme:
		return fmt.Sprintf("Today's exercises: %d of %d done.", x.Done, x.Items)
	case coach.AdviseScreen:
		return fmt.Sprintf("Time to repeat %s of the movement screen.", Count(x.Items, "test"))
	case coach.AdviseCold:
		return "A cold bath is fine today, after everything else."
	}
	return ""
}

// askWhere is for pain that was reported of a run alone.
const askWhere = "say where on the body map, so that it counts."
