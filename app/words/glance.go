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
)

// What Today's first screen says in a few words, and what it asks beside the verdict.

// occasionTitles are what a day is on an occasion.
var occasionTitles = map[coach.Occasion]string{
	coach.RaceDay: "Race day", coach.Returning: "Coming back", coach.NothingNew: "What's new?", coach.Learning: "Learning",
}

// glance adds what the day is beside its level.
func glance(a *wire.Assessment, r *engine.Report, rules *rule.Settings) {
	occasion := coach.OccasionOf(r, rules)
	a.Occasion, a.Title, a.Newest = string(occasion), occasionTitles[occasion], coach.Newest(r)
	if a.Title == "" {
		a.Title = a.Word
	}
	if s, ok := coach.StepsOf(r, rules); ok {
		text := "Day %d of %d back"
		switch {
		case occasion == coach.Learning:
			x, _, _ := soonest(*r)
			text = "%d of %d " + plural(s.Of, dayOf(x))
		case r.Layoff.Tier == 3 && !r.Layoff.Progress.Over():
			text = "Stage %d of %d"
		}
		a.Steps = &wire.Steps{Done: s.Done, Of: s.Of, Text: fmt.Sprintf(text, s.Done, s.Of)}
	}
}

// nothingNew is the headline of a day on which nothing has come in for some days, where
// this morning's numbers would give an answer; "" otherwise.
func nothingNew(r *engine.Report, rules *rule.Settings) string {
	if coach.OccasionOf(r, rules) != coach.NothingNew || !coach.Answers(r, rules) {
		return ""
	}
	watch := false
	for _, s := range r.Signals {
		watch = watch || s.Metric != "" && s.Metric != diary.MetricTyped && s.Source != diary.StrapSource
	}
	text := "No numbers for %d days. This morning's are enough for today's verdict."
	if watch {
		text = "Nothing from your watch for %d days. Three numbers off its screen are enough for today's verdict."
	}
	return fmt.Sprintf(text, coach.Silent(r))
}

// Ask adds what Today asks, and what was answered, with the plan that is followed: it
// comes with the verdict, so that nothing of it comes late and moves what stands.
func Ask(a *wire.Assessment, e *engine.Engine, r *engine.Report, followed *plan.Record, o Options) {
	c := coach.Of(e, *r, followed)
	today, _ := c.CheckIns()
	rules := e.Rules()
	a.Offer = Ended(e, *r, followed, o)
	a.Asks = &wire.Asks{Run: runAsk(c), CheckedIn: today != nil, Ill: r.Body.Illness.Lasts(), Walk: r.Layoff.Walking(), Ahead: coach.LooksAhead(r, &rules),
		Ticks: c.Ticks(), Reports: reports(c)}
	if no, ok := c.NotRan(); ok {
		a.Asks.NotRan = &wire.NotRanSaid{From: no.Date, To: no.To}
	}
	if s, ok := c.Unrated(); ok {
		a.Asks.Rate = &wire.Unrated{Date: s.Date, Start: s.Start, Text: shortRun(&s, o)}
	}
	if t, ok := c.Target(); ok {
		a.Aim = o.target(t)
	}
	if len(r.Week) > 0 && r.Week[0].Speed > 0 {
		a.Aim = o.noFaster(r.Week[0].Speed)
	}
}

// recently names a day of the last week by its weekday alone.
func recently(d, today diary.Date) string {
	if today-d < 7 {
		return d.Weekday().String()
	}
	return past(d, today)
}

// shortRun is a run in a few words: "Thu 26 Nov, 7.2 km".
func shortRun(s *load.Session, o Options) string {
	much := Hours(s.Minutes)
	if s.Km > 0 {
		much = o.Distance(s.Km)
	}
	return shortDay(s.Date) + ", " + much
}
