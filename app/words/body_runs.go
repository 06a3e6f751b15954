package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
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
		if s.Effort > 0 {
			rpe := int(s.Effort)
			said.RPE = &rpe
		}
		for _, p := range e.Diary().Done.Pains {
			if p.Date == s.Date && (p.Start == s.Start || p.Start == 0) {
				said.Pain = scored(p.Pain)
			}
		}
		out = append(out, said)
	}
	return out
}
