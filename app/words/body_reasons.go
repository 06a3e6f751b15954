package words

import (
	"cmp"
	"fmt"
	"slices"

	"rebound/app/unit"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// signNames are the five signs as a runner would say them.
var signNames = [diary.Signs]string{"soreness that will not go away", "running that feels too hard", "no spring in your legs", "feeling drained", "feeling irritable or flat"}

// bodyReason is the line of a reason that rests on what was reported; ok is false
// for any other.
func bodyReason(r engine.Report, x verdict.Reason, rules rule.Settings) (text, number, limit string, ok bool) {
	place := Place(x.Site, x.Side)
	pain := fmt.Sprintf("%.0f of 10", x.Value)
	switch x.Code {
	case verdict.ChestSymptoms:
		text = fmt.Sprintf("You logged chest symptoms on %s and have not cleared them since. Do not run, and get medical help today. Once a doctor has cleared you, say so in a check-in.", LongDay(x.Date))
	case verdict.Fever:
		number = fmt.Sprintf("day %d", x.Days)
		text = fmt.Sprintf("Fever since %s. No running until a check-in says it is gone. Then take one easy day for each day you were ill: at least %s, at most %s.", LongDay(x.Date), spelled(int(rules.IllnessLeast)), spelled(int(rules.IllnessMost)))
	case verdict.RedFlag:
		number = pain
		text = fmt.Sprintf("You logged %s (%s), which is a red flag. Do not run, and see a physiotherapist or doctor. That counts until you log that it is gone%s.", flagsOf(r, x), place, afterGone(r, x))
	case verdict.PainStops:
		number, limit = pain, fmt.Sprintf("%.0f of 10", x.Limit)
		text = fmt.Sprintf("Pain of %s in your %s is too much to run on.", pain, place)
	case verdict.NiggleEases:
		number, limit = pain, fmt.Sprintf("%.0f of 10", x.Limit)
		text = fmt.Sprintf("Your %s %s. Pain of %.0f of 10 or more, swelling, or feeling worse the next day means shorter runs with no speed work.", place, eases(r, x), rules.PainModify)
	case verdict.NiggleLight:
		number, limit = pain, fmt.Sprintf("%.0f of 10", x.Limit)
		text = fmt.Sprintf("A light niggle in your %s: you can keep running. %s.", place, watchText(r, x))
		if r.Body.Running == body.None {
			text = fmt.Sprintf("A light niggle in your %s, which would not stop you on its own. %s.", place, watchText(r, x))
		}
		if niggleOf(r, x).Unresolved {
			text = fmt.Sprintf("The niggle in your %s is light, but you have had it too long. %s.", place, watchText(r, x))
		}
	case verdict.NiggleTight:
		text = fmt.Sprintf("Your %s is tight but does not hurt. Look after it before it does. %s.", place, watchText(r, x))
	case verdict.Unresolved:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("Your %s has not settled in %s: see a physiotherapist or doctor.", place, Count(int(x.Value), "day"))
	case verdict.NiggleAsks:
		number, limit = Count(int(x.Value), "day")+" ago", Count(int(x.Limit), "day")
		text = fmt.Sprintf("How is your %s now? You last updated it on %s, and that counts until you update it again.", place, LongDay(x.Date))
	case verdict.CheckInAdverse:
		text, number, limit = checkText(r.Body.Check, x, rules)
	case verdict.Persistent:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("%s. That has gone on since %s. Hard sessions wait until you log %s below %.0f.",
			lastingText(r.Body.Check, rules), LongDay(x.Date), rowOf(rules.PersistClear), rules.PersistScore)
		if x.Value >= x.Limit {
			text += fmt.Sprintf(" After %s, see a doctor: they can find what an app cannot.", Count(int(x.Value), "day"))
		}
	case verdict.PoorSleep:
		number, limit = Count(int(x.Value), "day"), Count(int(x.Limit), "day")
		text = fmt.Sprintf("You rated your sleep %.0f of 4 or lower on %d of the last seven days. In runners, sleeping badly goes with injury more than sleeping little.", rules.SleepPoor, int(x.Value))
	case verdict.CheckInFine:
		text = checkFine(r.Body.Check, rules)
	case verdict.NervousSystem:
		days := spelled(int(rules.CheckDays))
		what := fmt.Sprintf("No spring, and running that feels too hard, on %s of three days", days)
		if r.Body.Reaction.State == body.ReactionSlowed {
			number, limit = fmt.Sprintf("%.0f ms", r.Body.Reaction.Latest.Mean), fmt.Sprintf("%.0f ms", r.Body.Reaction.Usual)
			what = fmt.Sprintf("No spring, or running that feels too hard, on %s of three days, and a slow reaction test", days)
		}
		text = what + ": your nervous system may not have recovered, even if your muscles are not sore. Sleep does more for it than another hard session. A few short strides will show whether the spring is back."
	case verdict.RunHarder:
		number, limit = signed(x.Value, 1), signed(x.Limit, 1)
		text = fmt.Sprintf("Your run on %s felt %.0f of 10. %s Once in a while that is just a hot day or a short night. If it keeps happening, it is a sign.", LongDay(x.Date), r.Body.Harder.RPE, effortNote(r.Body.Harder.Expected))
	case verdict.LutealPhase:
		number = fmt.Sprintf("day %d", x.Days)
		text = cycleText(r.Body.Cycle) + " That may be why a signal is out, but the verdict stays the same."
	case verdict.StrideShifts:
		number, limit = signed(x.Value, 1)+" points", fmt.Sprintf("%.1f points", x.Limit)
		text = fmt.Sprintf("Your %s foot has been staying on the ground longer than it used to (%.1f%% left over %s, usually %.1f%%). Even without pain that is worth a look, and today's exercises work on it. Does anything feel tight?",
			x.Side, r.Body.Stride.Now, Count(x.Days, "run"), r.Body.Stride.Usual)
	case verdict.UnderRecovered:
		number, limit = Count(int(x.Value), "session"), Count(int(x.Limit), "session")
		text = fmt.Sprintf("You started %s in %s before you had recovered, the last on %s. Once is fine, but it adds up.", Count(int(x.Value), "hard session"), Count(x.Days, "day"), LongDay(x.Date))
	case verdict.ColdHabit:
		number, limit = Count(int(x.Value), "time")+" in 7 days", Count(int(x.Limit), "time")
		text = "Cold water as a habit takes away some of what training builds; keep it for races and for heavy legs."
	case verdict.SleepDebt:
		number, limit = Hours(x.Value), Hours(x.Limit)
		text = fmt.Sprintf("Your sleep debt over the last %s is %s: a whole night or more.", Count(x.Days, "night"), Hours(x.Value))
	case verdict.SharedCause:
		text = "Short sleep alone can shift HRV and resting heart rate, so it may be behind all of this."
	case verdict.Triad:
		text = "Flat legs, a resting heart rate that will not come down, and easy runs getting slower for the same effort: together they say that your body has not absorbed the week."
	default:
		if x.Action == "" {
			return "", "", "", false
		}
		text = fmt.Sprintf("You declined %s on %s, so it does not apply, though the reasons for it are still there.", declinedNames[x.Action], LongDay(x.Date))
		if x.Note != "" {
			text += " You wrote: " + unit.Own(x.Note)
		}
	}
	return text, number, limit, true
}

// declinedNames are the actions that a runner may decline.
var declinedNames = map[verdict.Action]string{
	verdict.CutWeek: "the lighter week", verdict.HoldQuality: "the easy run in place of a hard session", verdict.Deload: "the step-back week",
}

// declined is the headline of a day on which the runner chose to train on.
func declined(r engine.Report) string {
	i := slices.IndexFunc(r.Reasons, func(x verdict.Reason) bool { return x.Action == r.Declined })
	return fmt.Sprintf("You declined %s on %s, so %s stays as it was.", declinedNames[r.Declined], LongDay(r.Reasons[i].Date), ownWeek(r))
}

// checkText is check-ins that are adverse: by the signs on enough days, else by how
// far they are off the runner's own.
func checkText(c body.Check, x verdict.Reason, rules rule.Settings) (text, number, limit string) {
	if c.BySigns(&rules) {
		return fmt.Sprintf("%.0f or more of the five signs on %d of the last three days: %s.", rules.CheckSigns, c.BadDays, cmp.Or(List(signsOf(c)), "see your log")),
			Count(c.BadDays, "day"), Count(int(x.Limit), "day")
	}
	return fmt.Sprintf("Your check-ins of the last three days are worse than usual for you (%.1f of 4, usually %.1f over %s).", c.Index, c.Usual, Count(c.Behind, "check-in")),
		signed(x.Value, 1) + " SD", signed(x.Limit, 1) + " SD"
}

// checkFine says no more than is known: without an own usual nothing is within it,
// and a sign that is there is named though it decides nothing.
func checkFine(c body.Check, rules rule.Settings) string {
	text := "Your last check-in looks normal for you."
	if c.Entries > 1 {
		text = fmt.Sprintf("Your last %s check-ins look normal for you.", spelled(c.Entries))
	}
	if c.Behind == 0 {
		text = fmt.Sprintf("Nothing in your last %s is a warning. It takes %.0f earlier check-ins to know what is usual for you.",
			Count(c.Entries, "check-in"), rules.CheckNeeds)
	}
	if c.Signs() > 0 {
		text += fmt.Sprintf(" Something to keep an eye on: %s.", List(signsOf(c)))
	}
	return text
}

// lastingText names the signs that last, with how often they were strong.
func lastingText(c body.Check, rules rule.Settings) string {
	var list []string
	strong, of := 0, 0
	for s, l := range c.Lasting {
		if l.Since != 0 {
			list = append(list, signNames[s])
			if l.Strong > strong {
				strong, of = l.Strong, l.Of
			}
		}
	}
	return fmt.Sprintf("%s: %.0f of 4 or more in %d of your last %s", upper(List(list)), rules.PersistScore, strong, Count(of, "check-in"))
}

// rowOf writes how many check-ins in a row it takes: "three check-ins in a row".
func rowOf(n float64) string {
	if n == 1 {
		return "one check-in"
	}
	return fmt.Sprintf("%s check-ins in a row", spelled(int(n)))
}

func signsOf(c body.Check) (list []string) {
	for s, present := range c.Present {
		if present {
			list = append(list, signNames[s])
		}
	}
	return list
}

// niggleOf is the standing niggle that a reason is about.
func niggleOf(r engine.Report, x verdict.Reason) body.Niggle {
	for _, n := range r.Body.Niggles {
		if n.Site == x.Site && n.Side == x.Side {
			return n
		}
	}
	return body.Niggle{}
}

func watchText(r engine.Report, x verdict.Reason) string {
	n := niggleOf(r, x)
	return links(n.Watch)
}

// afterGone says what comes before running once a red flag that may be bone's is gone.
func afterGone(r engine.Report, x verdict.Reason) string {
	n := niggleOf(r, x)
	c := body.Cleared{Site: x.Site, Night: n.NightPain == diary.Yes, Bone: n.BonePoint == diary.Yes}
	if c.Bony() {
		return "; pain-free walking then comes before your first run"
	}
	return ""
}

// flagsOf is the red flags that were noted of a niggle.
func flagsOf(r engine.Report, x verdict.Reason) string {
	n := niggleOf(r, x)
	return List(flags(&n.Niggle))
}

// eases is what of a niggle shortens runs.
func eases(r engine.Report, x verdict.Reason) string {
	switch n := niggleOf(r, x); {
	case x.Value >= x.Limit:
		return fmt.Sprintf("hurts %.0f of 10", x.Value)
	case n.Swelling:
		return "is swollen"
	}
	return "was worse the day after running"
}

// bodyHeadline is the verdict of stop, see_clinician and modify.
func bodyHeadline(r engine.Report, rules rule.Settings, o Options) string {
	for _, x := range r.Reasons {
		place := Place(x.Site, x.Side)
		switch x.Code {
		case verdict.ChestSymptoms:
			return "You logged chest symptoms: do not run, and get medical help today."
		case verdict.Fever:
			return fmt.Sprintf("You logged a fever on %s, so no running until it is gone.", LongDay(x.Date))
		case verdict.RedFlag:
			return fmt.Sprintf("You logged %s (%s): do not run, and see a physiotherapist or doctor.", flagsOf(r, x), place)
		case verdict.PainStops:
			if review := r.Body.Review(); review > r.Date {
				return fmt.Sprintf("Your %s hurts %.0f of 10, so rest until %s, then update it%s.", place, x.Value, Soon(review, r.Date), unresolved(r))
			}
			return fmt.Sprintf("Your %s hurts %.0f of 10, so no run for now%s.", place, x.Value, unresolved(r))
		case verdict.FlagWalks:
			if r.Action == verdict.Modify && !r.Body.Illness.Lasts() {
				return afterFlag(r, rules)
			}
		case verdict.Unresolved:
			return fmt.Sprintf("Your %s has not settled in %s: it is time to see a physiotherapist or doctor.", place, Count(int(x.Value), "day"))
		case verdict.Illness, verdict.AfterIllness:
			if text := wellAndRaced(r, o); text != "" {
				return text
			}
			if below := r.Body.Illness.Where == diary.BelowNeck; r.Action == verdict.Modify || r.Action == verdict.Stop && below {
				if text := illBetween(r); text != "" {
					return text
				}
				return illnessText(&r.Body, rules)
			}
		case verdict.IllnessLong:
			return illnessText(&r.Body, rules)
		case verdict.FlagGone:
			if r.Action == verdict.Modify {
				text := fmt.Sprintf("The red flag in your %s has been gone since %s: ", place, LongDay(x.Date))
				if coach.OffBetween(&r) {
					return text + fmt.Sprintf("a day off between two runs today, then short and easy ones for %s.", span(x.Limit))
				}
				return text + fmt.Sprintf("short and easy runs for %s.", span(x.Limit))
			}
		case verdict.NiggleEases:
			if r.Action == verdict.Modify {
				if coach.OffBetween(&r) {
					return fmt.Sprintf("Your %s %s: today is a day off between two runs, and the next one is shorter.", place, eases(r, x))
				}
				return fmt.Sprintf("Your %s %s, so run shorter, with no speed work.", place, eases(r, x))
			}
		}
	}
	return "Your body comes first today."
}

// unresolved says what should be looked at besides; "" for nothing.
func unresolved(r engine.Report) string {
	for _, x := range r.Reasons {
		if x.Code == verdict.Unresolved {
			return fmt.Sprintf(". See a physiotherapist or doctor about your %s: it has not settled in %s", Place(x.Site, x.Side), Count(int(x.Value), "day"))
		}
	}
	return ""
}

// bodyHold is the headline of a hold that rests on what was reported.
func bodyHold(r engine.Report, x verdict.Reason, rules rule.Settings) held {
	if x.Code == verdict.Persistent {
		text := lastingText(r.Body.Check, rules)
		if x.Value >= x.Limit {
			return held{text, fmt.Sprintf(". After %s, see a doctor; the next hard session waits.", Count(int(x.Value), "day")), true}
		}
		return held{fact: text, then: waits}
	}
	if n := r.Body.Check.Signs(); r.Body.Check.BySigns(&rules) && n > 0 {
		return held{fact: fmt.Sprintf("Your check-ins show %s of poor recovery", Count(n, "sign")), then: waits}
	}
	return held{fact: "Your check-ins are worse than usual for you", then: waits}
}

// untilReview asks after the niggle that leaves least running, and says what to do
// before: "Update your niggle by Saturday. Until then, walk".
func untilReview(b *body.State, do string) string {
	n := &b.Niggles[0]
	if n.Review <= b.Date {
		return "Update your niggle today. " + upper(do)
	}
	return fmt.Sprintf("Update your niggle %s. Until then, %s", review(n, b.Date), do)
}

// groundedIll is the next step of a runner whom a niggle and an illness keep from running:
// neither leaves a walk or a ride.
func groundedIll(b *body.State, rules rule.Settings) string {
	n := &b.Niggles[0]
	_, long := b.Illness.Review(b.Date, &rules)
	update := fmt.Sprintf("Update your niggle %s.", review(n, b.Date))
	switch look := n.Triage == body.SeeClinician; {
	case long && look:
		return fmt.Sprintf("See a doctor about your illness and your %s. ", Place(n.Site, n.Side)) + update
	case long:
		return "See a doctor about your illness. " + update
	case look:
		return "Make an appointment with a physiotherapist or doctor. Sleep, drink plenty, and " + lower(update)
	}
	return "Sleep, drink plenty, and " + lower(update)
}
