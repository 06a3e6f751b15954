package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

// bodyOf puts what was reported, and what follows from it, into words.
func bodyOf(r engine.Report, rules rule.Settings, o Options) *wire.Body {
	b := &r.Body
	out := &wire.Body{
		Triage: string(b.Triage), NervousSystem: b.Nervous, CheckIn: b.Check.State.String(),
		Niggles: []wire.Niggle{}, Programme: []wire.Exercise{},
		Cold: string(b.Cold.Advice), ColdText: coldText(b.Cold, rules, o), ColdWeek: b.Cold.Week,
		Text: triageText(b, rules), Sleep: sleepOf(b.Sleep, rules), Under: r.Under.Count,
	}
	for i := range b.Niggles {
		out.Niggles = append(out.Niggles, niggle(&b.Niggles[i], b, rules))
	}
	fill := filler(rules)
	for _, it := range r.Programme {
		out.Programme = append(out.Programme, exercise(it, fill))
	}
	return out
}

// niggle is what one asks for. Where something else rules running out, or walking comes
// first, it leaves no run either, whatever it would leave alone.
func niggle(n *body.Niggle, b *body.State, rules rule.Settings) wire.Niggle {
	out := wire.Niggle{
		Site: string(n.Site), Side: string(n.Side), Severity: int(n.Severity), Watch: []string{},
		Name: Place(n.Site, n.Side), Triage: string(n.Triage), Noted: n.Date, Since: n.Since, Review: n.Review, Asks: n.Asks(b.Date),
	}
	for _, l := range n.Watch {
		out.Watch = append(out.Watch, string(l.Site))
	}
	out.WatchText = links(n.Watch)
	out.Text = map[body.Triage]string{
		body.Run:          fmt.Sprintf("You can run. Ease off if the pain reaches %.0f of 10, or if it is worse the next day.", rules.PainModify),
		body.Modify:       fmt.Sprintf("Run shorter, with no speed work and no hills, and stop if the pain reaches %.0f of 10.", rules.PainStop),
		body.Stop:         "Do not run on it. Walk or ride if that is pain-free.",
		body.SeeClinician: "See a physiotherapist or doctor, and do not run while you can still feel it.",
	}[n.Triage]
	if n.Flagged() && n.Seen == diary.Yes {
		out.Text = "You have had it looked at: follow their advice, and do not run while you can still feel it."
	}
	if n.Triage == body.SeeClinician && n.Running != body.None {
		out.Text = "See a physiotherapist or doctor. Until then, run short and easy, if at all."
	}
	switch {
	case n.Running == body.None: // that is what it says
	case b.Running == body.None:
		out.Text = "You could run with this one, but not " + barred(b) + "."
		if n.Triage == body.SeeClinician {
			out.Text = "See a physiotherapist or doctor. No running " + barred(b) + "."
		}
	case b.ToWalk() != nil:
		switch n.Triage {
		case body.Run:
			out.Text = fmt.Sprintf("Walking comes before running for now. Cut a walk short if the pain reaches %.0f of 10. If it is worse the next day, walk less.", rules.PainModify)
		case body.Modify:
			out.Text = fmt.Sprintf("Walking comes before running for now. Stop if the pain reaches %.0f of 10.", rules.PainStop)
		default:
			out.Text = "See a physiotherapist or doctor. Walking comes before running for now."
		}
	}
	return out
}

// links says what to watch, and on whose word.
func links(watch []body.Link) string {
	var guide, convention []string
	for _, l := range watch {
		if l.Cite == "" {
			convention = append(convention, siteName(l.Site))
		} else {
			guide = append(guide, siteName(l.Site))
		}
	}
	var parts []string
	if len(guide) > 0 {
		parts = append(parts, "your "+List(guide)+" (The Obstacle Doc's guide)")
	}
	if len(convention) > 0 {
		parts = append(parts, "your "+List(convention)+" (common practice)")
	}
	return "Watch " + List(parts)
}

func siteName(s diary.Site) string {
	if s == "lower_back" {
		return "lower back"
	}
	if s == "achilles" {
		return "Achilles tendon"
	}
	return string(s)
}

// review is when the runner should say again: "by Thursday", "today".
func review(n *body.Niggle, t diary.Date) string {
	if n.Review <= t {
		return "today"
	}
	return "by " + Soon(n.Review, t)
}

// Place writes "left calf", "lower back".
func Place(s diary.Site, side diary.Side) string {
	if side == "" {
		return siteName(s)
	}
	return string(side) + " " + siteName(s)
}

// triageText is one sentence on what the body allows; "" when nothing was reported.
func triageText(b *body.State, rules rule.Settings) string {
	first, again := "", ""
	if len(b.Niggles) > 0 {
		n := &b.Niggles[0]
		first, again = Place(n.Site, n.Side), review(n, b.Date)
	}
	switch coach.TriageOf(b) {
	case coach.TriageChest:
		return "Chest pain, fainting or a racing heart: do not run, and get medical help today."
	case coach.TriageFever:
		text := "No running with fever. Drink, sleep, and check in each morning until it is gone."
		if coach.LongFever(b) {
			text += fmt.Sprintf(" You have had it for more than %s: see a doctor.", span(coach.LongFeverDays))
		}
		return text
	case coach.TriageNoRun:
		look := ""
		if b.Niggles[0].Triage == body.SeeClinician {
			look = " See a physiotherapist or doctor."
		}
		return fmt.Sprintf("No run today because of your %s.%s Update it %s.", first, look, again)
	case coach.TriageUnresolved:
		return fmt.Sprintf("Your %s has not settled: run short and easy, and see a physiotherapist or doctor.", first)
	case coach.TriageShorter:
		return fmt.Sprintf("Run shorter, with no speed work, because of your %s. Update it %s.", first, again)
	case coach.TriageIll, coach.TriageWell:
		return illnessText(b, rules)
	case coach.TriageWalk:
		c := b.ToWalk()
		return fmt.Sprintf("%s, walk before you run: %d of %s done so far.", upper(afterThe(c)), c.Walks, Count(int(rules.FlagWalks), "pain-free day"))
	case coach.TriageFlagGone:
		return fmt.Sprintf("Keep it short and easy %s, to make sure it stays away.", until(b.Eased, b.Date))
	case coach.TriageNoted:
		return "You can run with what you logged. The list below says how."
	case coach.TriageCheckIn:
		return "Nothing you logged rules out running, but your check-ins call for easy days."
	case coach.TriageNothing:
		return "Nothing you logged rules out running."
	}
	return ""
}

func sleepOf(s body.Sleep, rules rule.Settings) wire.BodySleep {
	out := wire.BodySleep{Need: round(s.Need, 1), Nights: s.Nights, Target: round(s.Target, 1), Of: int(rules.DebtDays)}
	why := ""
	switch {
	case s.Load && s.Long:
		why = ", more than usual after a long and heavy week"
	case s.Load:
		why = ", more than usual after a heavy week"
	case s.Long:
		why = ", more than usual after a long week"
	}
	out.Text = fmt.Sprintf("You need about %s of sleep%s. Athletes are advised to get 8 to 10 hours.", Hours(s.Need), why)
	if s.Nights > 0 {
		debt := round(s.Debt, 1)
		out.Debt = &debt
	}
	switch {
	case s.Nights == 0:
		out.Text += fmt.Sprintf(" No night of the last %s was recorded, so your sleep debt is not known.", span(rules.DebtDays))
	case s.Debt < 1:
		out.Text += fmt.Sprintf(" You have no sleep debt (%s on record).", Count(s.Nights, "night"))
	default:
		out.Text += fmt.Sprintf(" Your sleep debt is %s over %s. Aim for %s tonight.", Hours(s.Debt), Count(s.Nights, "night"), Hours(s.Target))
	}
	if s.Naps > 0 {
		out.Text += fmt.Sprintf(" Your naps (%s in %s) help too, but are not counted here.", Hours(s.Naps), span(rules.DebtDays))
	}
	return out
}
