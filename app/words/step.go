package words

import (
	"fmt"

	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// next is the next step of a day, with what comes before it.
func next(r engine.Report, rules rule.Settings) string {
	s := coach.NextStep(&r, &rules)
	text := step(s.Code, r, rules)
	switch s.Before {
	case coach.BeforeSleep:
		for _, x := range r.Reasons {
			if x.Code == verdict.ShortHabit {
				return fmt.Sprintf("Sleep first: %s a night is short for a runner. Aim for %s tonight. %s", under(x.Value, x.Limit), Hours(r.Body.Sleep.Target), text)
			}
		}
	case coach.BeforeComplaint:
		return lookedAt(r) + ". " + text
	}
	return text
}

// lookedAt asks for an appointment about a complaint that lasts.
func lookedAt(r engine.Report) string {
	since, _ := r.Body.Check.Complaint()
	return fmt.Sprintf("Make an appointment: what you have had since %s should be looked at", LongDay(since))
}

// step is a step in full, with a date to look again where there is one.
func step(code coach.StepCode, r engine.Report, rules rule.Settings) string {
	b := &r.Body
	switch code {
	case coach.StepRace:
		return fmt.Sprintf("Warm up, start slower than feels right, and do nothing else today. %s follow.",
			upper(Count(int(verdict.EasyDays(r.Race.Km, &rules)), "easy day")))

	case coach.StepChest:
		return "Get medical help today. No exercise until a doctor says so; then clear it in a check-in."
	case coach.StepLongFever:
		return fmt.Sprintf("Is the fever gone? Then say so in a check-in. If not, see a doctor: it has lasted more than %s.", span(coach.LongFeverDays))
	case coach.StepFever:
		return "Drink, sleep, and check in tomorrow morning. The fever counts until you say it is gone."
	case coach.StepGroundIll:
		return groundedIll(b, rules)
	case coach.StepGroundLook:
		return fmt.Sprintf("Make an appointment with a physiotherapist or doctor. %s if that is pain-free.", untilReview(b, "walk or ride"))
	case coach.StepGround:
		return fmt.Sprintf("%s if that is pain-free.", untilReview(b, "walk, ride or swim"))
	case coach.StepLongIll:
		return "See a doctor. When you are better, say so on Body; then you build back up."
	case coach.StepIll:
		return "Sleep, drink plenty, and see how you are tomorrow morning. " + illnessAsks(b.Illness, r.Date, rules)
	case coach.StepLook:
		return fmt.Sprintf("Make an appointment with a physiotherapist or doctor. Update your niggle %s; the exercises below keep the rest of you moving.", review(&b.Niggles[0], r.Date))
	case coach.StepWalk:
		return walkStep(&r.Layoff, rules)
	case coach.StepWell:
		return wellStep(r)
	case coach.StepNoRunShort:
		return "No run today. When you run again, keep it short and easy. If it comes back, stop and log it at once."
	case coach.StepShort:
		return "Run short and easy today. If it comes back, stop and log it at once."
	case coach.StepShortUntil:
		return fmt.Sprintf("Run short and easy until %s. If it comes back, stop and log it at once.", Soon(b.Eased, r.Date))
	case coach.StepUpdateBody:
		return untilReview(b, "do the exercises below") + "."

	case coach.StepRebuilt:
		return "The careful days are over. Keep runs easy until your weeks are back at their old distance."
	case coach.StepTalk:
		return "Keep every run easy enough to talk. Hard sessions come back once your weeks are back at their old distance. Look again tomorrow."
	case coach.StepStageOver:
		return fmt.Sprintf("%s, every other day. The stages are done; take care until %s.", stageText(r.Layoff.Progress.At()), LongDay(r.Layoff.Until))
	case coach.StepStage:
		return fmt.Sprintf("%s, every other day. Pain-free sessions move you on; one that hurts moves you back a stage. Say after each run whether it hurt.", stageText(r.Layoff.Progress.At()))

	case coach.StepCutStuck:
		return "This is the second lighter week without your signals coming back in between. Keep your days easy, and ask a doctor."
	case coach.StepCut:
		return fmt.Sprintf("Run easy and put sleep first. On %s, if your signals are back in range, you go back to %s.", LongDay(r.Cuts.Last.Until+1), ownWeekFrom(r, r.Cuts.Last.Until+1))
	case coach.StepRefers:
		return "Make an appointment, and run easy until then. Take the chart from Trends along: it shows when this began."
	case coach.StepComplaint:
		return fmt.Sprintf("%s. Until then, run easy. Hard sessions come back after %s below %.0f.", lookedAt(r), rowOf(rules.PersistClear), rules.PersistScore)
	case coach.StepRacedRest, coach.StepRacedUnsaid, coach.StepRacedEasy:
		return racedStep(code, &r.Raced)
	case coach.StepEasyAnew:
		return easyAnew(&r.Easy, rules)
	case coach.StepSwap:
		return "Swap today's hard session for an easy run, and look again tomorrow morning."
	case coach.StepNoHard:
		return "No hard session for now. Look again tomorrow morning."
	case coach.StepLight:
		return fmt.Sprintf("Keep it light even if it feels easy. Your plan picks up again on %s.", reviewOf(r.Date))

	case coach.StepCheckIn:
		return "Keep the numbers coming, and check in each morning: that counts already."
	case coach.StepAddNew:
		return "Add your newest files, type this morning's numbers, or log a run."
	case coach.StepMaxHR:
		return "Enter your age or your max HR in Settings: without one your easy runs cannot be compared."
	case coach.StepEasyRun:
		return fmt.Sprintf("Before the next hard session, do an easy, flat run of %s minutes: it shows how hard your heart works at easy pace.", testRun(rules))
	case coach.StepLighter:
		return "Run today's session in its lighter form, and look again tomorrow morning."
	case coach.StepStepBack:
		return fmt.Sprintf("Make one of the next weeks a step-back week, with about %s. Until then, do what was planned.", shareOf(rules.DeloadScale, "the running"))
	case coach.StepPlanned:
		return "Do what was planned, and look again tomorrow morning."
	}
	return fmt.Sprintf("Add your watch's files, or type this morning's numbers: the first verdict takes %.0f mornings.", rules.WindowDays+rules.BaselineNeeds)
}

// ownWeek names what a runner goes on with: a plan that has ended is nobody's.
func ownWeek(r engine.Report) string { return ownWeekFrom(r, r.Date) }

// ownWeekFrom is the same from a later day on.
func ownWeekFrom(r engine.Report, t diary.Date) string {
	if coach.OnPlan(&r, t) {
		return "your plan"
	}
	return "your usual week"
}
