package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/signal"
	"rebound/engine/verdict"
)

// What Today's first screen says in a few words, and what it asks beside the verdict.

// occasionTitles are what a day is on an occasion.
var occasionTitles = map[coach.Occasion]string{
	coach.RaceDay: "Race day", coach.Returning: "Coming back", coach.NothingNew: "What's new?", coach.Learning: "Learning",
}

// glance adds what the day is beside its level.
func glance(a *wire.Assessment, r *engine.Report, rules *rule.Settings, o Options) {
	occasion := coach.OccasionOf(r, rules)
	a.Occasion, a.Title, a.Seen = string(occasion), occasionTitles[occasion], seen(r, o)
	if a.Title == "" {
		a.Title = a.Word
	}
	if s, ok := coach.StepsOf(r, rules); ok {
		text := "Day %d of %d back"
		switch {
		case occasion == coach.Learning:
			text = "%d of %d nights"
			if x, _, _ := soonest(*r); dayOf(x) == "morning" {
				text = "%d of %d mornings"
			}
		case r.Layoff.Tier == 3 && !r.Layoff.Progress.Over():
			text = "Stage %d of %d"
		}
		a.Steps = &wire.Steps{Done: s.Done, Of: s.Of, Text: fmt.Sprintf(text, s.Done, s.Of)}
	}
}

// seen is how old the newest reading is, in a word or two.
func seen(r *engine.Report, o Options) string {
	newest := coach.Newest(r)
	switch old := r.Date - newest; {
	case newest == 0:
		return ""
	case old == 0 && r.Date < o.Today:
		return "that night"
	case old == 0:
		return "last night"
	case old == 1 && r.Date >= o.Today:
		return "latest: yesterday"
	}
	return "latest: " + recently(newest, r.Date)
}

// nothingNew is the headline of a day on which nothing has come in for some days, where
// this morning's numbers would give an answer; "" otherwise.
func nothingNew(r *engine.Report, rules *rule.Settings) string {
	if coach.OccasionOf(r, rules) != coach.NothingNew || !coach.Answers(r, rules) {
		return ""
	}
	watch := false
	for _, s := range r.Signals {
		watch = watch || s.Metric != "" && s.Metric != diary.MetricTyped
	}
	text := "No numbers for %d days. This morning's are enough for today's answer."
	if watch {
		text = "Nothing from your watch for %d days. Three numbers off its screen are enough for today's answer."
	}
	return fmt.Sprintf(text, coach.Silent(r))
}

// brief is where a signal stands, in a word or two.
func brief(s *signal.State, l *signal.Learning, rules *rule.Settings, owed bool) string {
	switch s.Name {
	case signal.InRange:
		if owed {
			return "usual, but short"
		}
		return "usual"
	case signal.Unusual:
		return "unusually high"
	case signal.Adverse:
		word := "low"
		switch s.Kind {
		case diary.RestingHR:
			word = "high"
		case diary.Sleep:
			word = "short"
		}
		if s.DaysOut <= 1 {
			return word + " today"
		}
		return fmt.Sprintf("%s, %d days", word, s.DaysOut)
	}
	switch s.Missing {
	case signal.FewBaseline:
		return learned(*s, *l, *rules)
	case signal.FewRecent:
		return fmt.Sprintf("only %s", Count(s.RecentDays, dayOf(*s)))
	}
	return "no readings"
}

// Ask adds what Today asks, and what was answered, with the plan that is followed: it
// comes with the verdict, so that nothing of it comes late and moves what stands.
func Ask(a *wire.Assessment, e *engine.Engine, r *engine.Report, followed *plan.Record, o Options) {
	c := coach.Of(e, *r, followed)
	today, _ := c.CheckIns()
	a.Offer = Ended(e, *r, followed, o)
	a.Asks = &wire.Asks{Run: runAsk(c), CheckedIn: today != nil, Ill: r.Body.Illness.Lasts(), Walk: r.Layoff.Walking()}
	if no, ok := c.NotRan(); ok {
		a.Asks.NotRan = &wire.NotRanSaid{From: no.Date, To: no.To}
	}
	if s, ok := c.Unrated(); ok {
		a.Asks.Rate = &wire.Unrated{Date: s.Date, Start: s.Start, Text: shortRun(&s, o)}
	}
	if t, ok := c.Target(); ok {
		a.Aim = o.target(t)
	}
}

// Earlier is the verdict of an earlier day, dated; nil where that was none.
func Earlier(r *engine.Report, o Options) *wire.Earlier {
	if r.Level == verdict.LevelUnknown {
		return nil
	}
	return &wire.Earlier{Date: r.Date, Text: recently(r.Date, o.Today) + "'s answer: " + wordOf(r.Level)}
}

// recently names a day of the last week by its weekday alone.
func recently(d, today diary.Date) string {
	if today-d < 7 {
		return d.Weekday().String()
	}
	return LongDay(d)
}

// shortRun is a run in a few words: "Thu 26 Nov, 7.2 km".
func shortRun(s *load.Session, o Options) string {
	much := Hours(s.Minutes)
	if s.Km > 0 {
		much = o.Distance(s.Km)
	}
	return shortDay(s.Date) + ", " + much
}
