package coach

import (
	"math"
	"strconv"

	"rebound/engine"
	"rebound/engine/plan"
	"rebound/engine/story"
)

// Story is the day of a report, to be written as a story that the engine's tests run.
// followed is the plan that the report is by, nil for none; evening says that the date goes on.
func Story(e *engine.Engine, r *engine.Report, followed *plan.Record, evening bool) story.Day {
	v := story.Verdict{Action: string(r.Action), Level: string(r.Level), Confidence: string(r.Confidence), Evening: evening}
	for k, s := range r.Signals {
		v.Signals[k] = s.Name.String() + "/" + strconv.Itoa(s.DaysOut)
	}
	for _, reason := range r.Reasons {
		v.Reasons = append(v.Reasons, string(reason.Code))
	}
	if len(r.Week) > 0 {
		v.Today = story.Session(r.Week[0].After)
	}
	return story.Take(story.Asked{
		Date: r.Date, Diary: e.Diary(), Rules: e.Rules(), Plan: followed, Verdict: v,
		Races: e.Planned(math.MinInt32/2, math.MaxInt32/2),
	})
}
