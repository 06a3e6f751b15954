package words

import (
	"strconv"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/rule"
)

// WhatIf says what a threshold of another value would have changed in the last days.
func WhatIf(a *wire.SettingArg, out *wire.Settings, days int, w *coach.WhatIf) {
	r, _ := rule.Find(a.Key)
	with := "With " + ruleAmount(r.Unit, a.Value) + " instead of " + ruleAmount(r.Unit, a.Was)
	if r.Unit == "on" {
		with = "With this on"
		if a.Value == 0 {
			with = "With this off"
		}
	}
	what, cuts := moreOf(w.Held, "hard session", " put off"), moreOf(w.Cuts, "lighter week", "")
	if what != "" && cuts != "" {
		what += " and "
	}
	switch what += cuts; {
	case len(w.Days) == 0:
		what = "nothing in your advice would have changed"
	case what == "":
		what = "your advice would have been different on " + Count(len(w.Days), "morning")
	}
	out.WhatIf = with + ", " + what + " in the last " + Count(days, "day") + "."
	for i := range w.Days {
		out.Days = append(out.Days, wire.Mark{Date: w.Days[i].Date, Text: changed(&w.Days[i])})
	}
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
func ruleAmount(unit string, v float64) string {
	switch {
	case unit == "share":
		v, unit = 100*v, "%"
	case unit == "x" || unit[0] == '0':
		unit = ""
	case v == 1 && unit[len(unit)-1] == 's':
		unit = " " + unit[:len(unit)-1]
	default:
		unit = " " + unit
	}
	return strconv.FormatFloat(round(v, 1000), 'f', -1, 64) + unit
}

// changed is one morning that would have been another.
func changed(c *coach.Changed) string {
	was, would := &c.Was, &c.Would
	switch {
	case was.Cuts < would.Cuts:
		return "a lighter week would have begun"
	case was.Cuts > would.Cuts:
		return "no lighter week would have begun"
	case was.Held < would.Held:
		return "the hard session would have waited"
	case was.Held > would.Held:
		return "the hard session would have gone ahead"
	case was.Level != would.Level:
		return wordOf(would.Level) + " instead of " + wordOf(was.Level)
	}
	return "another session, or for another reason"
}
