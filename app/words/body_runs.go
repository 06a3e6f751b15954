package words

import (
	"fmt"
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

// runs is the last week's runs with what was told of them, latest first.
func runs(e *engine.Engine, t diary.Date, o Options) []wire.RunSaid {
	out := []wire.RunSaid{}
	list := e.History().Between(t-bodyWeek+1, t)
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		if !s.Run {
			continue
		}
		said := wire.RunSaid{Date: s.Date, Start: s.Start,
			Text: fmt.Sprintf("Run, %s, %s, %s", s.Date.Time().Format("Mon 2 Jan"), o.Distance(s.Km), Hours(s.Minutes))}
		if s.Rated {
			rpe := int(s.Effort)
			said.RPE = &rpe
		}
		if x, ok := e.History().ExpectedEffort(s); ok {
			rpe := round(x.RPE, 10)
			said.Expected = &rpe
			_, said.Harder = e.History().Harder(s)
			said.Note = effortNote(x)
			if said.Harder {
				said.Note = fmt.Sprintf("%.0f harder than expected. %s", s.Effort-x.RPE, said.Note)
			}
		}
		for _, p := range e.Diary().Reported.Pains {
			if p.Date == s.Date && (p.Start == 0 || load.SameStart(p.Start, s.Start)) {
				said.Pain = scored(p.Pain)
			}
		}
		if said.Pain != nil {
			said.Note = strings.Join(nonEmpty(painNote(*said.Pain, e.Rules(), placed(e.Diary(), s.Date, t)), said.Note), " ")
		}
		out = append(out, said)
	}
	return out
}

// painNote asks where a run hurt that would have eased or stopped running, had a
// place been told; "" where there is nothing to ask.
func painNote(pain int, rules rule.Settings, placed bool) string {
	switch {
	case placed || float64(pain) < rules.PainModify:
		return ""
	case float64(pain) >= rules.PainStop:
		return fmt.Sprintf("It hurt %d of 10, too much to run on: %s", pain, askWhere)
	}
	return fmt.Sprintf("It hurt %d of 10, which asks for shorter runs: %s", pain, askWhere)
}

// effortNote says what a run should have felt like, and by whose measure.
func effortNote(x load.Expected) string {
	by := "by heart rate as a share of your maximum, a convention until you have rated more runs"
	if x.Own {
		by = fmt.Sprintf("by heart rate and pace over %s you rated", Count(x.Runs, "run"))
	}
	return fmt.Sprintf("About %.0f of 10 is expected, %s.", x.RPE, by)
}
