package words

import (
	"strconv"
	"strings"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/rule"
)

// WhatIf says what a threshold of another value would have changed in the last days.
func WhatIf(r rule.Rule, was, would float64, days int, w *coach.WhatIf) (out wire.WhatIf) {
	with := "With " + ruleAmount(r, would) + " instead of " + ruleAmount(r, was) + ", "
	if r.Unit == "on" {
		with = "With this on, "
		if would == 0 {
			with = "With this off, "
		}
	}
	what := moreOf(w.Held, "hard session", " put off")
	cuts := moreOf(w.Cuts, "lighter week", "")
	if what != "" && cuts != "" {
		what += " and "
	}
	switch what += cuts; {
	case len(w.Days) == 0:
		what = "nothing in your advice would have changed"
	case what == "":
		what = "your advice would have been different on " + Count(len(w.Days), "morning")
	}
	out.Text = with + what + " in the last " + Count(days, "day") + "."
	for _, c := range w.Days {
		out.Days = append(out.Days, wire.Mark{Date: c.Date, Text: changed(&c)})
	}
	return out
}

// moreOf is how many more of something, or how many fewer; "" for as many.
func moreOf(n int, noun, tail string) string {
	switch {
	case n > 0:
		return Count(n, "more "+noun) + tail
	case n < 0:
		return Count(-n, noun) + " fewer" + tail
	}
	return ""
}

// ruleAmount writes a value of a threshold: "6 days", "88%".
func ruleAmount(r rule.Rule, v float64) string {
	unit := " " + r.Unit
	switch {
	case r.Unit == "share":
		v, unit = 100*v, "%"
	case r.Unit == "x" || strings.HasPrefix(r.Unit, "0-"):
		unit = ""
	case v == 1:
		unit = strings.TrimSuffix(unit, "s")
	}
	return strconv.FormatFloat(round(v, 1000), 'f', -1, 64) + unit
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
		return wordOf(c.Would) + " instead of " + wordOf(c.Was)
	}
	return "another session, or for another reason"
}
