package words

import (
	"fmt"
	"slices"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// bodyWeek is the days that the Body screen looks back for runs and cold water.
const bodyWeek = 7

// BodyScreen is the Body screen on date t.
func BodyScreen(e *engine.Engine, t diary.Date, o Options) wire.BodyScreen {
	r, rules, d := e.Assess(t), e.Rules(), e.Diary()
	out := wire.BodyScreen{
		Date: t, Body: bodyOf(r, rules),
		Channel: channel(&r.Body, rules), Illness: illness(r, d), Mislead: mislead(e, r), Cycle: cycleText(r.Body.Cycle),
		Sites: sites(&r.Body, d, t, rules), Runs: runs(e, t, o), Screen: screenTests(r.Body.Screen, d.Reported.Screens, t, rules), Markers: markers(e, t),
		Reaction: reactionCard(&r.Body.Reaction, t, rules), Skipped: skippedText(&r.Body, rules),
		Under: underText(r.Under, rules), Ticks: []string{},
		Cold: []wire.ColdSaid{}, ColdCard: coldCard(r.Body.Cold, rules),
	}
	out.History, out.Earlier = history(d, t)
	out.Gait, out.GaitText = gait(body.GaitOn(e.History(), t, &rules), r.Body.Stride, rules, o)
	for i := range d.Reported.CheckIns {
		switch c := &d.Reported.CheckIns[i]; {
		case c.Date == t:
			out.CheckIn = checkIn(d, c)
		case c.Date < t:
			out.Last = checkIn(d, c)
		}
	}
	if out.CheckIn == nil {
		bare := diary.NewCheckIn(diary.Stamp{At: 0, Date: t})
		if c := checkIn(d, &bare); len(c.Tags) > 0 || c.Period != nil {
			out.CheckIn = c
		}
	}
	for _, v := range d.Reported.Ticks {
		if v.Date == t {
			out.Ticks = append(out.Ticks, v.Code)
		}
	}
	for _, c := range diary.Between(d.Reported.Cold, t-bodyWeek+1, t) {
		out.Cold = append(out.Cold, wire.ColdSaid{At: c.At, Date: c.Date, Minutes: float64(c.Minutes), Celsius: float64(c.Celsius)})
	}
	done := 0
	for _, it := range r.Programme { // a tick of what the list no longer has is not of today's
		if slices.Contains(out.Ticks, string(it.Exercise)) {
			done++
		}
	}
	out.Advice = advice(r, d, done)
	return out
}

// checkIn is a check-in as the form reads it; what was not answered is left out.
func checkIn(d *diary.Diary, c *diary.CheckIn) *wire.CheckIn {
	out := &wire.CheckIn{Date: c.Date, Signs: map[string]int{}, Tags: d.Tags[c.Date], Fever: answered(c.Fever), Chest: answered(c.Chest),
		Fatigue: scored(c.Fatigue), Tension: scored(c.Tension), Soreness: scored(c.Soreness), Stress: scored(c.Stress)}
	for i, s := range c.Signs {
		if s.Said() {
			out.Signs[diary.SignNames[i]] = int(s)
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
		x := verdict.Reason{Value: float64(c.BadDays), Limit: rules.CheckDays}
		text, _, _ = checkText(c, x, rules)
		if c.BadDays < int(rules.CheckDays) {
			text = fmt.Sprintf("Your check-ins of the last three days are worse than your own usual: %.1f against %.1f of 4.", c.Index, c.Usual)
		}
	case body.CheckInRange:
		text = checkFine(c, rules)
	default:
		text = "Fewer than two check-ins in the last three days that say how you feel, so it is not known."
	}
	return text
}

// illness is what follows from illness, fever or chest symptoms; "" for none.
func illness(r engine.Report, d *diary.Diary) string {
	b := &r.Body
	switch {
	case b.Chest != 0 || b.Fever.Standing():
		return triageText(b)
	case b.Fever.Easy(r.Date):
		return fmt.Sprintf("The fever is gone: easy days until %s, as many as it lasted, before anything hard.", LongDay(b.Fever.Until))
	}
	const held = 2 // days after illness in which quality waits: RULES, "Valid readings"
	for day := r.Date; day >= r.Date-held; day-- {
		for _, tag := range d.Tags[day] {
			if tag == "illness" {
				return fmt.Sprintf("You noted illness on %s: hard sessions wait until two days after it is cleared, %s at the earliest.", LongDay(day), LongDay(day+held+1))
			}
		}
	}
	return ""
}

// underText says how many hard sessions began before recovery was complete.
func underText(u body.UnderRecovered, rules rule.Settings) string {
	if u.Count == 0 {
		return fmt.Sprintf("No hard session of the last %.0f days is known to have begun under-recovered.", rules.UnderDays)
	}
	text := fmt.Sprintf("%s of the last %.0f days began under-recovered, the last on %s.", upper(Count(u.Count, "hard session")), rules.UnderDays, LongDay(u.Last))
	if u.Flagged() {
		return text + fmt.Sprintf(" From %d on it is too often: let the next one wait for a morning in range.", u.Limit)
	}
	return text + fmt.Sprintf(" Now and then is fine; %d are too many.", u.Limit)
}

// advice is what to do, in order: sleep before all else, cold water last.
func advice(r engine.Report, d *diary.Diary, done int) []string {
	b := &r.Body
	out := []string{fmt.Sprintf("Sleep first: aim for %s tonight. Nothing below does as much.", Hours(b.Sleep.Target))}
	for _, x := range r.Reasons {
		if x.Code == verdict.SharedCause {
			out[0] += " Short sleep moves HRV and resting heart rate by itself."
		}
	}
	if text := triageText(b); text != "" {
		out = append(out, text)
	}
	if b.Chest != 0 { // help today comes before sleep
		out[0], out[1] = out[1], "Then sleep: "+strings.TrimPrefix(out[0], "Sleep first: ")
	}
	if b.Nervous {
		out = append(out, "The nervous system may not have recovered: sleep and a few short strides before the next hard session.")
	}
	for i := range b.Niggles {
		if n := &b.Niggles[i]; n.Asks(r.Date) {
			out = append(out, fmt.Sprintf("Say how your %s is now: the last you said is of %s.", Place(n.Site, n.Side), LongDay(n.Date)))
		}
	}
	if p := unplaced(d, r.Date); p != nil {
		out = append(out, fmt.Sprintf("Your run on %s hurt %d of 10: %s", LongDay(p.Date), p.Pain, askWhere))
	}
	out = append(out, fmt.Sprintf("Today's programme has %s; %d done.", Count(len(r.Programme), "item"), done))
	due := 0
	for i := range b.Screen {
		if x := &b.Screen[i]; x.Repeat != 0 && x.Repeat <= r.Date {
			due++
		}
	}
	if due > 0 {
		out = append(out, fmt.Sprintf("Due again in the movement screen: %s.", Count(due, "test")))
	}
	if b.Cold.Advice == body.ColdAllowed && !b.Cold.Ill {
		out = append(out, "Cold water is allowed and comes last: it eases soreness and replaces none of the above.")
	}
	return out
}

// unplaced is the last pain of a run, of the last three days, that no entry on the
// body map has followed; nil for none.
func unplaced(d *diary.Diary, t diary.Date) (out *diary.RunPain) {
	const days = 3
	for i := range d.Reported.Pains {
		if p := &d.Reported.Pains[i]; p.Pain > 0 && p.Date <= t && p.Date > t-days {
			out = p
		}
	}
	if out != nil && placed(d, out.Date, t) {
		return nil
	}
	return out
}

// askWhere is for pain that was told of a run alone: by itself it stops nothing,
// because whether one may run depends on what hurts.
const askWhere = "say where on the body map, so that it counts."

// placed says whether the body map was told of from day a to day b.
func placed(d *diary.Diary, a, b diary.Date) bool {
	return slices.ContainsFunc(d.Reported.Niggles, func(n diary.Niggle) bool { return n.Date >= a && n.Date <= b })
}
