package words

import (
	"fmt"
	"slices"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// emergency is the line that comes before all others while chest symptoms hold.
const emergency = "Chest pain, fainting or a racing heart right now? Call your emergency number."

// urgent is the emergency line, where one is called for; "" otherwise.
func urgent(b *body.State) string {
	if b.Chest == 0 {
		return ""
	}
	return emergency
}

// sits says where an illness does: ", above the neck".
var sits = map[diary.Where]string{diary.AboveNeck: ", above the neck", diary.BelowNeck: ", below the neck"}

// bound is how much may be run with an illness: "half your usual, 30 minutes at most".
func bound(rules rule.Settings) string {
	return fmt.Sprintf("%s, %.0f minutes at most", shareOf(rules.IllnessShare, "your usual"), rules.IllnessMinutes)
}

// illnessText is what an illness, or the days after it, leave, in one sentence.
func illnessText(b *body.State, rules rule.Settings) string {
	i := b.Illness
	days := i.Days(b.Date)
	barred := barred(b)
	none := barred != ""
	due, clinician := i.Review(b.Date, &rules)
	switch {
	case b.Chest != 0 && i.Lasts():
		return fmt.Sprintf("Day %d of your illness, with chest symptoms: no running, and get medical help today.", days)
	case i.Returning() && b.Chest != 0:
		return fmt.Sprintf("Day %d of %d after your illness, but chest symptoms come first: no running, and get medical help today.", b.Date-i.Last, i.Until-i.Last)
	case i.Returning() && none:
		return fmt.Sprintf("Day %d of %d after your illness, but no running %s.", b.Date-i.Last, i.Until-i.Last, barred)
	case i.Lasts() && b.Fever != 0:
		return fmt.Sprintf("Day %d of your illness, with fever: no running until it is gone.", days)
	case i.Lasts() && none && i.Where != diary.BelowNeck:
		return fmt.Sprintf("Day %d of your illness: rest, and no running %s.", days, barred)
	case i.Returning():
		return fmt.Sprintf("Day %d of %d after your illness: %s of your usual, all of it easy, no long run.", b.Date-i.Last, i.Until-i.Last, percent(afterShare(i, b.Date, rules)))
	case clinician:
		return fmt.Sprintf("You have been ill for %s: rest, and see a doctor.", Count(days, "day"))
	case i.Where == diary.BelowNeck:
		return fmt.Sprintf("Day %d of an illness below the neck: no running until you are better.", days)
	case i.Where == diary.AboveNeck:
		text := fmt.Sprintf("Day %d of an illness above the neck: rest, or run easy for %s.", days, bound(rules))
		if due {
			text += " It usually takes about a week; if yours is not getting better, ask a doctor."
		}
		return text
	}
	return fmt.Sprintf("Day %d of your illness: rest today. If you feel up to it, run easy for %s.", days, bound(rules))
}

// barred says how long what was logged rules running out: "while you have a fever"; ""
// while something of a run is left.
func barred(b *body.State) string {
	switch why, site, side := b.Barred(); why {
	case body.BarChest:
		return "while you have chest symptoms"
	case body.BarFever:
		return "while you have a fever"
	case body.BarIllness:
		return "while you are ill"
	case body.BarSite:
		return "until your " + Place(site, side) + " lets you"
	}
	return ""
}

// illBetween is the headline of a day off between two runs, on which an illness would
// leave an easy one; "" of any other.
func illBetween(r engine.Report) string {
	i := &r.Body.Illness
	switch {
	case !coach.OffBetween(&r) || r.Body.Chest != 0 || r.Body.Fever != 0:
		return ""
	case i.Returning():
		return fmt.Sprintf("Day %d of %d after your illness: a day off between two runs today, then easy runs only.", r.Date-i.Last, i.Until-i.Last)
	case i.Where == diary.BelowNeck:
		return ""
	}
	return fmt.Sprintf("Day %d of your illness, and a day off between two runs: no run today.", i.Days(r.Date))
}

// illnessAsks is what comes next of an illness that lasts: its review, and once that is
// due the day on which a doctor should look.
func illnessAsks(i body.Illness, t diary.Date, rules rule.Settings) string {
	const well = "When you are better, say so on Body. "
	if day := i.Since + diary.Date(rules.IllnessReview) - 1; t < day {
		return well + fmt.Sprintf("If you are not clearly better by %s, ask a doctor.", LongDay(day))
	}
	return well + fmt.Sprintf("If you are not better by %s, see a doctor.", LongDay(i.Since+diary.Date(rules.IllnessClinician)-1))
}

// wellStep is the next step on one of the easy days after an illness. What goes on after
// them is neither a plan that has ended by then nor a week that something else holds.
func wellStep(r engine.Report) string {
	const back = " If you feel ill again, say so on Body."
	last := r.Body.Illness.Until
	then := "go back to " + ownWeekFrom(r, last+1)
	if r.Layoff.Tier > 0 {
		then = "build back up"
	}
	for _, x := range r.Reasons {
		cut := r.Cuts.Last.Until
		switch {
		case heldByRace(x):
			return racedStep(coach.RacedStep(&r), &r.Raced) + back
		case (x.Code == verdict.TwoOfThree || x.Code == verdict.AllThree) && cut > last:
			then = "the lighter week goes on until " + Soon(cut, r.Date)
		}
	}
	if coach.OffBetween(&r) && last == r.Date+1 {
		return fmt.Sprintf("No run today. If you run tomorrow, keep it easy; then %s.", then) + back
	}
	if coach.OffBetween(&r) {
		return fmt.Sprintf("No run today. Your next runs are easy %s; then %s.", until(last, r.Date), then) + back
	}
	return fmt.Sprintf("Run easy %s, then %s.", until(last, r.Date), then) + back
}

// wellAndRaced is the headline of a day after an illness on which the days without a run
// after a race leave less; "" of any other.
func wellAndRaced(r engine.Report, o Options) string {
	i, x := r.Body.Illness, &r.Raced
	rest := x.Date + verdict.RestDays(x.Until-x.Date)
	if !i.Returning() || r.Date > rest || !slices.ContainsFunc(r.Reasons, heldByRace) {
		return ""
	}
	what := "what you ran on"
	if x.Planned > 0 {
		what = "the race of"
		if name := calledBy(x.Name, ""); name != "" {
			what = "the " + name + " on"
		}
	}
	return fmt.Sprintf("Day %d of %d after your illness, and after %s %s there is no run until %s.", r.Date-i.Last, i.Until-i.Last, what, LongDay(x.Date), LongDay(rest+1))
}

// heldByRace picks the reason of easy days after a race that hold.
func heldByRace(x verdict.Reason) bool {
	return x.Code == verdict.AfterRace && x.Tone == verdict.ToneEase
}

// afterShare is the share of the usual on a day after an illness.
func afterShare(i body.Illness, t diary.Date, rules rule.Settings) float64 {
	left, _ := i.On(t, t, &rules)
	return left.Share
}

// illnessReason is the line of a reason that rests on an illness or on a red flag that
// is gone; ok is false for any other.
func illnessReason(r engine.Report, x verdict.Reason, rules rule.Settings) (text, number, limit string, ok bool) {
	place := Place(x.Site, x.Side)
	switch x.Code {
	case verdict.Illness:
		number = "day " + fmt.Sprint(x.Days)
		text = fmt.Sprintf("You have been ill since %s%s. ", LongDay(x.Date), sits[diary.Where(x.Note)])
		const short = "While it lasts, no long run and no speed work. "
		where := diary.Where(x.Note)
		switch _, long := r.Body.Illness.Review(r.Date, &rules); {
		case where == diary.BelowNeck:
			text += "That means no running at all."
		case barred(&r.Body) != "":
			text += "No running " + barred(&r.Body) + "."
		case long:
			text += "After this long, rest until you have seen a doctor."
		case where == diary.AboveNeck:
			text += short + fmt.Sprintf("You can rest, or run easy for %s.", bound(rules))
		default:
			text += short + fmt.Sprintf("Rest comes first. If you feel up to it, run easy for %s.", bound(rules))
		}
		text += " Going by whether symptoms sit above or below the neck is common practice, though no study has shown that it is right. Good readings do not shorten an illness."
	case verdict.IllnessReview:
		number, limit = "day "+fmt.Sprint(x.Days), "day "+fmt.Sprint(int(x.Limit))
		text = "Symptoms last about a week on average. Take stock: if they are not clearly better, or you have new ones, ask a doctor."
	case verdict.IllnessLong:
		number, limit = "day "+fmt.Sprint(x.Days), "day "+fmt.Sprint(int(x.Limit))
		text = fmt.Sprintf("You have been ill for %s. That is long enough: see a doctor.", Count(x.Days, "day"))
	case verdict.AfterIllness:
		number, limit = fmt.Sprintf("day %.0f", x.Value), Count(int(x.Limit), "day")
		so := "so you build back up until " + LongDay(x.Date)
		if r.Body.Illness.Carried {
			so = "and the easy days after your earlier illness last until " + LongDay(x.Date)
		}
		text = fmt.Sprintf("Your illness lasted %s, %s: %s of your usual in the first half of these days, %s in the second. All of it is easy, with no long run. If you are still ill, say so on Body.",
			Count(x.Days, "day"), so, percent(rules.IllnessFirst), percent(rules.IllnessSecond))
	case verdict.FlagUnseen:
		text = fmt.Sprintf("You said on %s that the %s is gone, but not that anyone has looked at it. Have it looked at before you run on it. Once a physiotherapist or doctor has, say so on the body map.",
			LongDay(x.Date), flagWords(&r.Layoff.Flag, place))
	case verdict.FlagWalks:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("Pain fades before bone has healed. First walk %d minutes without pain on %s, and log each walk. A walk that hurts starts the count again. Run-walk comes next.", x.Days, Count(int(x.Limit), "day"))
	case verdict.FlagGone:
		number, limit = "day "+fmt.Sprint(x.Days), Count(int(x.Limit), "day")
		text = fmt.Sprintf("The red flag in your %s has been gone since %s: short and easy runs for %s, to make sure it stays away.", place, LongDay(x.Date), span(x.Limit))
	default:
		return "", "", "", false
	}
	return text, number, limit, true
}

// flagWords is what was noted of a red flag, and where: "pinpoint bone pain in your left
// shin".
func flagWords(c *body.Cleared, place string) string {
	switch {
	case c.Bone:
		return "pinpoint bone pain in your " + place
	case c.Night:
		return "night pain in your " + place
	}
	return "limp from your " + place
}

// afterThe is a red flag that is gone as what things come after.
func afterThe(c *body.Cleared) string {
	words := flagWords(c, Place(c.Site, c.Side))
	if !c.Bone && !c.Night {
		words = "a " + words
	}
	return "after " + words
}

// afterFlag is the headline of the return to running that a red flag opened.
func afterFlag(r engine.Report, rules rule.Settings) string {
	l := r.Layoff
	place := Place(l.Flag.Site, l.Flag.Side)
	look := ""
	if !l.Flag.Seen {
		look = fmt.Sprintf("Have your %s looked at, though it no longer hurts. ", place)
		if slices.ContainsFunc(r.Body.Niggles, func(n body.Niggle) bool { return n.Site == l.Flag.Site && n.Side == l.Flag.Side && n.Hurts() }) {
			look = fmt.Sprintf("Have your %s looked at. ", place)
		}
	}
	switch {
	case l.Walking():
		return look + fmt.Sprintf("%s, walk before you run: %.0f minutes without pain on %s. %d done so far.",
			upper(afterThe(&l.Flag)), rules.FlagWalkMinutes, Count(int(rules.FlagWalks), "day"), l.Flag.Walks)
	case l.Back == 0:
		return look + fmt.Sprintf("You have walked without pain: begin with %s, every other day.", stageText(l.Progress.At()))
	case l.Progress.Over():
		return look + fmt.Sprintf("Day %d of %d back %s: easy half-hour runs every other day.", r.Date-l.Back+1, l.Until-l.Back+1, afterThe(&l.Flag))
	}
	return look + fmt.Sprintf("Day %d back %s: run-walk stage %d of %d, every other day.", r.Date-l.Back+1, afterThe(&l.Flag), l.Progress.Stage+1, len(verdict.Stages))
}

// walkStage is the walking before the first stage.
func walkStage(l *verdict.Layoff, rules rule.Settings) wire.RunStage {
	s := wire.RunStage{Text: fmt.Sprintf("%.0f min walk without pain, on %s", rules.FlagWalkMinutes, Count(int(rules.FlagWalks), "day")), State: "done"}
	if l.Walking() {
		s.State, s.Note = "now", fmt.Sprintf("%d of %.0f done", l.Flag.Walks, rules.FlagWalks)
	}
	return s
}

// walkStep is what to do while walking comes before running.
func walkStep(l *verdict.Layoff, rules rule.Settings) string {
	step := fmt.Sprintf("Walk %.0f minutes today, and say on Body whether it hurt.", rules.FlagWalkMinutes)
	if !l.Flag.Seen {
		return "Make an appointment with a physiotherapist or doctor. " + step
	}
	return step
}

// illCard is the illness that bears on the date, for its form; nil for none.
func illCard(b *body.State, rules rule.Settings) *wire.IllCard {
	i := b.Illness
	if i.Since == 0 {
		return nil
	}
	return &wire.IllCard{Since: i.Since, Last: i.Last, Until: i.Until, Where: string(i.Where), Open: i.Open, Fever: b.Fever != 0, Text: illnessText(b, rules)}
}

// walkCard is what walking is still asked for after a red flag; nil for none.
func walkCard(r *engine.Report, d *diary.Diary, rules rule.Settings) *wire.WalkCard {
	l := &r.Layoff
	if l.Flag.Site == "" {
		return nil
	}
	out := &wire.WalkCard{Site: string(l.Flag.Site), Side: string(l.Flag.Side), Name: Place(l.Flag.Site, l.Flag.Side), Seen: l.Flag.Seen,
		Walks: l.Flag.Walks, Of: int(rules.FlagWalks), Minutes: rules.FlagWalkMinutes, Walking: l.Walking()}
	for _, w := range diary.Between(d.Reported.Walks, r.Date, r.Date) {
		out.Today = &wire.WalkSaid{Date: w.Date, Minutes: float64(w.Minutes), Pain: scored(w.Pain)}
	}
	out.Text = fmt.Sprintf("%d of %s of pain-free walking done.", l.Flag.Walks, Count(out.Of, "day"))
	if !l.Walking() {
		out.Text = "The walking is done; run-walk comes next."
	}
	return out
}
