package words

import (
	"strings"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/coach"
	"rebound/engine/diary"
	"rebound/engine/plan"
)

// ifChoices are the things that can be done with a day.
var ifChoices = map[coach.Choice]string{
	coach.AsItStands: "As it is now", coach.AsItWas: "As it was planned", coach.Easily: "Easy instead", coach.Shorter: "Shorter", coach.Resting: "Rest instead", coach.Anyway: "Run anyway",
}

// IfToday is the coming mornings after each thing that can be done on date t, which e
// follows the plan of.
func IfToday(e *engine.Engine, t diary.Date, o Options) wire.IfToday {
	r := e.Assess(t)
	list := coach.IfToday(e, &r)
	out := wire.IfToday{Date: t, Text: "This assumes that your signals stay as they are this week, and that you do what each morning says. It is the same rules looking ahead, not a forecast of how you will feel."}
	same := len(list) > 1
	for _, c := range list {
		for i, d := range c.Days {
			first := &list[0].Days[i]
			same = same && d.Level == first.Level && d.Day.Before == first.Day.Before && d.Day.After == first.Day.After
		}
	}
	for i, c := range list {
		if same && i > 0 {
			break
		}
		one := wire.IfChoice{Name: ifChoices[c.Choice], Text: o.dayOf(t, plan.Session{Session: c.Session}, r.Plan)}
		if c.Choice == coach.Resting {
			one.Text = ""
		}
		for _, d := range c.Days {
			one.Days = append(one.Days, ifDay(d, r.Plan, o))
		}
		out.Choices = append(out.Choices, one)
	}
	if same {
		out.Same = "Whatever you do today, the next three days look the same:"
	}
	return out
}

// ifDay is one morning: its word, and its session beside what that replaces.
func ifDay(d coach.IfDay, p *plan.Plan, o Options) wire.IfDay {
	out := wire.IfDay{Day: shortDay(d.Date), Level: string(d.Level), Word: wordOf(d.Level)}
	if d.Day.Date == 0 {
		return out
	}
	out.Text = o.dayOf(d.Date, plan.Session{Session: d.Day.After}, p)
	if was := d.Day.Before; d.Day.Changed() && was.Kind != d.Day.After.Kind {
		out.Text += ", instead of " + strings.ToLower(kindOfSession[was.Kind])
	}
	return out
}
