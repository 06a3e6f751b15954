package words

import (
	"fmt"
	"strconv"
	"strings"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// WhatIf says what a threshold of another value would have changed in the last days.
func WhatIf(r rule.Rule, was, would float64, days int, w *coach.WhatIf) (out wire.WhatIf) {
	with := "With " + ruleAmount(r, would, true) + " instead of " + ruleAmount(r, was, r.Unit == "share") + ", "
	if r.Unit == "on" {
		with = map[bool]string{true: "With this on, ", false: "With this off, "}[would != 0]
	}
	over := "in the last " + Count(days, "day")
	var parts []string
	more := func(n int, noun, tail string) {
		switch {
		case n > 0:
			parts = append(parts, fmt.Sprintf("%d more %s", n, plural(n, noun))+tail)
		case n < 0:
			parts = append(parts, fmt.Sprintf("%d %s fewer", -n, plural(-n, noun))+tail)
		}
	}
	more(w.Held, "hard session", " put off")
	more(w.Cuts, "lighter week", "")
	switch {
	case len(parts) > 0:
		out.Text = with + strings.Join(parts, " and ") + " " + over + "."
	case len(w.Days) > 0:
		out.Text = with + "your advice would have been different on " + Count(len(w.Days), "morning") + " " + over + "."
	default:
		return wire.WhatIf{Text: with + "nothing in your advice would have changed " + over + "."}
	}
	for i := range w.Days {
		c := &w.Days[len(w.Days)-1-i]
		out.Days = append(out.Days, wire.Mark{Date: c.Date, Text: changed(c)})
	}
	return out
}

// ruleAmount writes a value of a threshold: "6 days", "88%".
func ruleAmount(r rule.Rule, v float64, unit bool) string {
	text := func(v float64) string { return strconv.FormatFloat(round(v, 1000), 'f', -1, 64) }
	switch {
	case r.Unit == "share":
		return text(100*v) + "%"
	case !unit || r.Unit == "x" || strings.HasPrefix(r.Unit, "0-"):
		return text(v)
	case v == 1:
		return "1 " + strings.TrimSuffix(r.Unit, "s")
	}
	return text(v) + " " + r.Unit
}

// changed is one morning that would have been another.
func changed(c *coach.Changed) string {
	switch {
	case c.Cut > 0:
		return "a lighter week would have begun"
	case c.Cut < 0:
		return "no lighter week would have begun"
	case c.Held > 0:
		return "the hard session would have waited"
	case c.Held < 0:
		return "the hard session would have gone ahead"
	case c.Was != c.Would:
		return actionNames[c.Would] + " instead of " + actionNames[c.Was]
	case c.Run.Minutes != c.Ran.Minutes:
		return lengthOf(c.Run.Minutes) + " instead of " + lengthOf(c.Ran.Minutes)
	}
	return "another session"
}

func lengthOf(minutes float64) string {
	if minutes == 0 {
		return "no run"
	}
	return Hours(minutes)
}

// actionNames are what a morning came to, in a list of days.
var actionNames = map[verdict.Action]string{
	verdict.Unknown: "not enough data", verdict.Progress: "go", verdict.Deload: "a step-back week", verdict.HoldQuality: "no hard session",
	verdict.CutWeek: "a lighter week", verdict.ReturnToRun: "return to running", verdict.Modify: "easier running", verdict.Stop: "no running", verdict.SeeClinician: "see a doctor",
}
