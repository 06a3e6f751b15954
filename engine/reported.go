package engine

import (
	"slices"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// reported reads what the runner reported, beside the history as it stood that morning.
// What cold water does to a run counts from the run on, so that it sees the day's own.
func (e *Engine) reported(day Day, h *load.History, f *verdict.Facts) verdict.Reported {
	t, entries := day.Date, &e.diary.Reported
	sleep := day.Signals[diary.Sleep]
	out := verdict.Reported{Decisions: upTo(entries.Decisions, t)}
	out.Body = body.Read(body.Input{
		Date: t, Rules: &e.rules, Reported: entries, Replaced: e.diary.Old.Niggles, Checks: e.checks, History: h,
		Runs: e.history.Between(t, t), Hard: e.hard(e.history, t, t, f.Max),
		Loads: e.recentLoads(f),
		Races: e.plan.Races(t-7, t+7), Nights: e.diary.Nights,
		Slept: e.signals.Readings(diary.Sleep, sleep.Source, sleep.Metric, t-diary.Date(e.rules.DebtDays)+1, t),
	})
	hard := e.hard(h, t-diary.Date(e.rules.UnderDays)+1, t, f.Max)
	out.Under = body.CountUnderRecovered(hard, t, e.ready, &e.rules)
	return out
}

// loadBy is the load of a date by a history: of the whole day, or, as it stood that
// morning, with nothing of it run yet.
func (e *Engine) loadBy(day Day, h *load.History) load.Day {
	if day.Load.Sessions == 0 || h == e.history {
		return day.Load
	}
	return h.Next(e.loadsTo(day.Date-1), day.Date, day.Rest)
}

// recentLoads is the loads that the need of sleep looks at, the last as the facts have it.
func (e *Engine) recentLoads(f *verdict.Facts) []load.Day {
	all := e.loadsTo(f.Date)
	if len(all) == 0 {
		return nil
	}
	recent := slices.Clone(all[max(0, len(all)-load.LoadDays-int(e.rules.DebtDays)):])
	recent[len(recent)-1] = f.Load
	return recent
}

// HardOn reports whether there was a hard session on a date.
func (e *Engine) HardOn(t diary.Date) bool { return len(e.hard(e.history, t, t, e.history.Max(t))) > 0 }

// Hard is the hard sessions and the races from day a to day b, in order, those that were
// only reported included.
func (e *Engine) Hard(a, b diary.Date) []load.Session {
	return e.hard(e.history, a, b, e.history.Max(b))
}

// hard is the hard sessions from day a to day b, in order, those that were only
// reported included.
func (e *Engine) hard(h *load.History, a, b diary.Date, m load.MaxHR) []load.Session {
	var out []load.Session
	window := h.Between(a, b)
	for i := range window {
		if h.Hard(&window[i], m) || e.hardByPlan(&window[i], m) || e.wasRace(&window[i]) {
			out = append(out, window[i])
		}
	}
	if hard := h.ReportedHard(a, b); len(hard) > 0 {
		out = append(out, hard...)
		diary.SortBy(out, func(x, y load.Session) int { return int(x.Date) - int(y.Date) })
	}
	return out
}

// loadsTo is the days' loads up to t; nil for dates that the history has not.
func (e *Engine) loadsTo(t diary.Date) []load.Day {
	n := int(t-e.diary.First) + 1
	if n <= 0 || n > len(e.loads) {
		return nil
	}
	return e.loads[:n]
}

// ready reports whether a morning's signals and check-in spoke against nothing: a
// hard session on any other day was begun before recovery was complete.
func (e *Engine) ready(t diary.Date) bool {
	day, _ := e.Day(t)
	for _, s := range day.Signals {
		if s.Name == signal.Adverse {
			return false
		}
	}
	return e.checks.On(t).State != body.CheckAdverse
}

// deepened makes a cut that fires on t the deep one when the check-in was
// adverse that day.
func (e *Engine) deepened(c verdict.Cuts, t diary.Date) verdict.Cuts {
	if c.Last.Fired == t && c.Last.Scale > 0 && e.checks.On(t).State == body.CheckAdverse {
		return c.Deepen(e.rules.CutDeepScale)
	}
	return c
}

// Past is what the return to running is read from on date t: with the week cuts of
// late that were not declined, for which rest was asked.
// The days after a race are easy, and while they last nothing is a pause.
func (e *Engine) Past(t diary.Date) *verdict.Past {
	h := e.historyOn(t)
	return e.past(t, h, e.raced(t, h))
}

// past is the same by a history of that date.
func (e *Engine) past(t diary.Date, h *load.History, raced []verdict.Raced) *verdict.Past {
	out := &verdict.Past{History: h, Diary: e.diary, Rules: &e.rules}
	for _, x := range raced {
		days := verdict.Span{From: x.Date + 1, To: x.Until}
		out.Raced, out.Rests = append(out.Raced, days), append(out.Rests, days)
	}
	said := verdict.Reported{Decisions: upTo(e.diary.Reported.Decisions, t)}
	day, ok := e.Day(t)
	for cut := day.Cuts.Last; ok && cut.Scale > 0 && cut.Until > t-verdict.PastDays; cut = day.Cuts.Last {
		if !said.Declined(verdict.CutWeek, cut.Fired) {
			out.Rests = append(out.Rests, verdict.Span{From: cut.Fired, To: cut.Until})
		}
		said.Decisions = upTo(said.Decisions, cut.Fired-1)
		day, ok = e.Day(cut.Fired - 1)
	}
	return out
}

// cutsDeclined is how many week cuts in a row, up to the last that fired by t, the
// runner declined. One that is in force and not yet decided on is not counted.
func (e *Engine) cutsDeclined(t diary.Date, reported *verdict.Reported) (n int) {
	day, ok := e.Day(t)
	for cut := day.Cuts.Last; ok && cut.Scale > 0; cut = day.Cuts.Last {
		d, decided := reported.Decided(verdict.CutWeek, cut.Fired)
		switch {
		case decided && d.Date < cut.Fired+diary.Date(e.rules.CutRefractor) && !d.Accepted:
			n++
		case !decided && cut.Until >= t:
		default:
			return n
		}
		reported = &verdict.Reported{Decisions: upTo(reported.Decisions, cut.Fired-1)}
		day, ok = e.Day(cut.Fired - 1)
	}
	return n
}

// holdDeclined reports whether the hold in force on t was declined: the last
// decision on one was no, and it has held on every day since; after
// declined_days it is asked again.
func (e *Engine) holdDeclined(t diary.Date, decisions []diary.Decision) bool {
	i := len(decisions) - 1
	for i >= 0 && decisions[i].Action != string(verdict.HoldQuality) {
		i--
	}
	if i < 0 || decisions[i].Accepted || t-decisions[i].Date >= diary.Date(e.rules.DeclinedDays) {
		return false
	}
	for d := decisions[i].Date; d < t; d++ {
		day, _ := e.Day(d)
		h := e.history // it may have been declined after the day's run
		if d > decisions[i].Date {
			h = h.Morning(d)
		}
		if f := e.facts(day, h); !verdict.Holding(&f) {
			return false
		}
	}
	return true
}

func upTo(list []diary.Decision, t diary.Date) []diary.Decision {
	n, _ := slices.BinarySearchFunc(list, t+1, func(d diary.Decision, t diary.Date) int { return int(d.Date) - int(t) })
	return list[:n]
}

// phase is what an action, and the week from t on, leave of running on t, for the
// programme.
func (e *Engine) phase(a verdict.Action, week []verdict.DayPlan, t diary.Date) body.Phase {
	if e.raceDay(t) {
		return body.Racing
	}
	free := len(week) > 0 && (week[0].After.Kind == verdict.Rest || week[0].After.Kind == verdict.Cross)
	switch {
	case a == verdict.ReturnToRun:
		return body.Back
	case free:
		return body.Free
	case a == verdict.CutWeek || a == verdict.HoldQuality || a == verdict.Modify || a == verdict.SeeClinician:
		return body.Easing
	case len(week) == 0:
		return body.Unplanned
	}
	return body.Building
}
