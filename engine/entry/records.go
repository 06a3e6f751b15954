package entry

import (
	"slices"
	"time"
	"unicode/utf8"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/verdict"
)

// latest is the last date that a record may be of, whenever it is read back.
var latest = diary.DateOf(2099, time.December, 31)

// Possible reports whether a record of the diary (a pointer to one of the kinds in
// diary.Reported) could have come through this door: a backup is restored whoever wrote
// it. What it is judged by is what its entry would have been.
func Possible(s diary.Stamp, record any) bool {
	if s.Date < Oldest || s.Date > latest {
		return false
	}
	switch v := record.(type) {
	case *diary.Typed:
		return v.Value == 0 || v.Kind.Valid(v.Value)
	case *diary.Correction:
		return v.Off || v.Discard || v.Kind.Valid(v.Value)
	case *diary.DayTag:
		return slices.Contains(diary.DayTags, v.Tag) && (v.Dose == 0 || diary.FindDose(v.Tag).Holds(float64(v.Dose)))
	case *diary.CheckIn:
		return scores(diary.MaxSign, append(v.Signs[:], v.Fatigue, v.Tension, v.Soreness, v.Stress, v.Ready, v.SleepQuality)...)
	case *diary.Niggle:
		return v.Valid()
	case *diary.Effort:
		return scores(diary.MaxEffort, v.RPE)
	case *diary.RunPain:
		return scores(diary.MaxPain, v.Pain)
	case *diary.Decision:
		return verdict.Declinable(verdict.Action(v.Action)) && utf8.RuneCountInString(v.Why) <= longestWhy
	case *diary.Cold:
		return v.Minutes > 0 && v.Minutes <= mostMinutes && v.Celsius >= float32(coldest) && v.Celsius <= warmest
	case *diary.Tick:
		return body.Exercise(v.Code).Known()
	case *diary.Screen:
		x := body.FindTest(v.Test)
		return x != nil && (v.Off || x.Valid(v.Side, float64(v.Value)))
	case *diary.Reaction:
		return len(v.Trials) <= mostTrials && !slices.ContainsFunc(v.Trials, func(ms float32) bool { return !(ms >= 0 && ms <= longestTrial) })
	case *diary.Strap: // what was read of the intervals stays as it was read then
		sum := 0.0
		for _, ms := range v.RR {
			sum += float64(ms)
		}
		return v.Off || lasts(sum) && diary.HRV.Valid(float64(v.RMSSD)) && diary.RestingHR.Valid(float64(v.HR))
	case *diary.Run:
		return v.Minutes >= 0 && v.Minutes <= longestRun && v.Km >= 0 && v.Km <= farthestRun &&
			scores(diary.MaxEffort, v.RPE) && scores(diary.MaxPain, v.Pain) && slices.Contains(diary.RunSubs, v.Sub)
	case *diary.Walk:
		return v.Minutes >= 0 && v.Minutes <= mostWalked && scores(diary.MaxPain, v.Pain)
	case *diary.NotRan:
		return v.To >= s.Date && v.To <= latest
	case *diary.Illness:
		return (v.To == 0 || v.To >= s.Date && v.To <= latest) && slices.Contains(diary.Wheres, v.Where)
	}
	return true
}

// scores reports whether those that were given are at most so high.
func scores(most diary.Score, all ...diary.Score) bool {
	return !slices.ContainsFunc(all, func(s diary.Score) bool { return s.Said() && s > most })
}
