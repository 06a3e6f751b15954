package coach

import (
	"slices"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// Occasion is what a day is beside its level, where that is the first thing to know of
// it. A level of stop has none: it stands alone.
type Occasion string

const (
	RaceDay    Occasion = "race_day"      // a race is ahead today, and nothing speaks against it
	Returning  Occasion = "return_to_run" // coming back from a pause
	NothingNew Occasion = "nothing_new"   // for some days no reading has come in, and nothing else decides
	Learning   Occasion = "learning"      // no normal is known yet, and one is being learnt
)

// OccasionOf is the occasion of a report's date; "" for none.
func OccasionOf(r *engine.Report, rules *rule.Settings) Occasion {
	calm := r.Action == verdict.Progress || r.Action == verdict.Unknown
	switch {
	case r.Level == verdict.LevelStop:
		return ""
	case Races(r) && (len(r.Week) == 0 || r.Week[0].NoRun == ""):
		return RaceDay
	case r.Action == verdict.ReturnToRun:
		return Returning
	case calm && Silent(r) >= int(rules.AskDays):
		return NothingNew
	case calm && r.Level == verdict.LevelUnknown && learns(r):
		return Learning
	}
	return ""
}

// Races reports whether a race is ahead on the day itself: while it is not run, and on a
// past day, which is shown as it stood that morning.
func Races(r *engine.Report) bool { return r.Race.Date != 0 && (r.Done == nil || r.Done.Over) }

// Newest is the date of the newest reading up to the report's; 0 for none.
func Newest(r *engine.Report) (d diary.Date) {
	for _, p := range r.Newest {
		d = max(d, p.Date)
	}
	return d
}

// Silent is the days since the newest reading; 0 where there never was one.
func Silent(r *engine.Report) int {
	if d := Newest(r); d != 0 {
		return int(r.Date - d)
	}
	return 0
}

// learns reports whether the normal of a signal is being learnt.
func learns(r *engine.Report) bool {
	for k, l := range r.Learning {
		if l.From != 0 && r.Signals[k].Missing == signal.FewBaseline {
			return true
		}
	}
	return false
}

// Answers reports whether this morning's numbers would give an answer today: a signal is
// known, or a day short of it.
func Answers(r *engine.Report, rules *rule.Settings) bool {
	return slices.ContainsFunc(r.Signals[:], func(s signal.State) bool {
		return s.Known() || s.Missing == signal.FewRecent && float64(s.RecentDays+1) >= rules.WindowNeeds
	})
}

// Steps is how far an occasion has come: a stage of the walk-run or a day of the careful
// weeks, or the nights behind a normal.
type Steps struct{ Done, Of int }

// StepsOf are those of a report's occasion; ok is false where nothing is counted.
func StepsOf(r *engine.Report, rules *rule.Settings) (s Steps, ok bool) {
	switch l := &r.Layoff; OccasionOf(r, rules) {
	case Learning:
		for k, x := range r.Learning {
			if x.From != 0 && x.Have > s.Done && r.Signals[k].Missing == signal.FewBaseline {
				s = Steps{x.Have, x.Need}
			}
		}
	case Returning:
		switch {
		case l.Flag.Site != "" || l.Off():
		case l.Tier == 3 && !l.Progress.Over():
			s = Steps{l.Progress.Stage + 1, len(verdict.Stages)}
		case r.Date <= l.Until:
			s = Steps{int(r.Date-l.Back) + 1, int(l.Until-l.Back) + 1}
		}
	}
	return s, s.Of > 0
}
