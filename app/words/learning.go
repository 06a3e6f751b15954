package words

import (
	"fmt"

	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// dayOf is what a reading of a signal is of: a morning where it was typed or measured on
// waking, a day where nobody says when.
func dayOf(s signal.State) string {
	switch s.Metric {
	case diary.MetricTyped, diary.MetricMorningRMSSD, diary.MetricMorningRHR:
		return "morning"
	case diary.MetricDailyRHR, diary.MetricRestingRR, diary.MetricAnyRMSSD, diary.MetricAnySDNN:
		return "day"
	}
	if s.Kind == diary.RestingHR {
		return "day"
	}
	return "night"
}

// learned is how far a normal has come: "6 of 21 nights".
func learned(s signal.State, l signal.Learning, rules rule.Settings) string {
	if l.Need == 0 {
		l.Have, l.Need = s.Baseline.Days, int(rules.WindowDays+rules.BaselineNeeds)
	}
	return fmt.Sprintf("%d of %s", l.Have, Count(l.Need, dayOf(s)))
}

// knownFrom is when a signal can be known: "known from about 11 Dec".
func knownFrom(s signal.State, l signal.Learning, seen diary.Date) string {
	switch {
	case l.From == 0:
		return ""
	case s.Missing == signal.FewRecent:
		return "known again from " + DayFrom(l.From, seen)
	}
	return "known from about " + DayFrom(l.From, seen)
}

// soonest is the signal that will be known first, of those that are being learned.
func soonest(r engine.Report) (s signal.State, l signal.Learning, ok bool) {
	for k, v := range r.Signals {
		if x := r.Learning[k]; x.From != 0 && (!ok || x.From < l.From) {
			s, l, ok = v, x, true
		}
	}
	return s, l, ok
}

// unread says of a day without a known signal what is missing, until when, and what
// counts meanwhile.
func unread(r engine.Report) string {
	s, l, ok := soonest(r) // how far that has come stands beside it
	switch {
	case !ok:
		return "There are not enough readings to judge by today, and nothing in your runs says to hold back: go by feel."
	case s.Missing == signal.FewRecent:
		return fmt.Sprintf("Too few recent readings to say how you are. With one a day, your next verdict comes %s. Until then, go by feel.", onDay(l.From, r.Date))
	}
	return fmt.Sprintf("Still learning your normal range: first verdict about %s. Until then, go by feel; your check-ins, niggles and runs already count.", dayAndMonth(l.From))
}

// learningLoad says from when fitness and form mean something; "" once they do.
func learningLoad(e *engine.Engine, t diary.Date) string {
	from, ok := e.History().Settles(t)
	if !ok || from <= t {
		return ""
	}
	return fmt.Sprintf("Fitness and form start at zero with your first session here. They mean something after %s of training, from %s.",
		span(load.LoadDays), dayAndMonth(from))
}

// dayAndMonth writes "11 December".
func dayAndMonth(d diary.Date) string { return d.Time().Format("2 January") }
