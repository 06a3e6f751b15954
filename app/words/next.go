package words

import (
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// shortSteps are the steps in a few words, for beside the line on Today that opens to all
// of it: at most besideNext letters, which a narrow phone has room for.
var shortSteps = [coach.StepCodes]string{
	coach.StepRace: "warm up, start slow",

	coach.StepChest: "get medical help", coach.StepLongFever: "is the fever gone?", coach.StepFever: "drink and sleep",
	coach.StepGroundIll: "rest", coach.StepGroundLook: "make an appointment", coach.StepGround: "walk, ride or swim",
	coach.StepLongIll: "see a doctor", coach.StepIll: "sleep, drink plenty", coach.StepLook: "make an appointment",
	coach.StepWell: "easy for now", coach.StepNoRunShort: "no run today", coach.StepShort: "short and easy",
	coach.StepShortUntil: "short and easy", coach.StepUpdateBody: "update your niggle",

	coach.StepRebuilt: "keep runs easy", coach.StepTalk: "easy enough to talk", coach.StepStage: "run-walk, every other day",
	coach.StepStageOver: "run-walk, every other day",

	coach.StepCutStuck: "easy, and ask a doctor", coach.StepCut: "run easy, sleep first", coach.StepRefers: "make an appointment",
	coach.StepComplaint: "make an appointment", coach.StepRacedRest: "eat, sleep and walk", coach.StepRacedUnsaid: "easy, if you like",
	coach.StepRacedEasy: "easy, if you like", coach.StepEasyAnew: "a new easy run", coach.StepSwap: "swap it for an easy run",
	coach.StepNoHard: "no hard session for now", coach.StepLight: "keep it light",

	coach.StepCheckIn: "keep the numbers coming", coach.StepAddNew: "add files or numbers", coach.StepMaxHR: "enter age or max HR",
	coach.StepEasyRun: "an easy, flat run", coach.StepLighter: "the lighter session", coach.StepStepBack: "plan a step-back week",
	coach.StepPlanned: "do what was planned", coach.StepFirstFiles: "add your watch's files",
}

// nextShort is what [next] begins with, in a few words. Under a stop all of it stands there.
func nextShort(r *engine.Report, rules *rule.Settings) string {
	s := coach.NextStep(r, rules)
	switch {
	case r.Level == verdict.LevelStop:
		return ""
	case s.Before == coach.BeforeSleep:
		return "sleep first"
	case s.Before == coach.BeforeComplaint, s.Code == coach.StepWalk && !r.Layoff.Flag.Seen:
		return "make an appointment"
	case s.Code == coach.StepWalk:
		return "walk, pain-free"
	}
	return shortSteps[s.Code]
}
