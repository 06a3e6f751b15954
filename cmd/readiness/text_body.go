package main

import (
	"fmt"
	"strings"

	"rebound/app/wire"
)

// body writes what was reported of the body and what follows: the niggles, sleep,
// cold water, and today's programme.
func (p painter) body(b *wire.Body) {
	if b == nil {
		return
	}
	p.head("Body")
	p.wrap("", "", b.Text)
	for _, n := range b.Niggles {
		when := "by " + n.Review.Time().Format("Mon 2 Jan")
		if n.Asks {
			when = "today"
		}
		p.wrap("  * ", "    ", fmt.Sprintf("%s, %d of 10: %s %s. Update it %s.", n.Name, n.Severity, n.Text, n.WatchText, when))
	}
	p.wrap("Sleep: ", "       ", b.Sleep.Text)
	p.wrap("Cold water: ", "            ", b.ColdText)
	p.line("Today's exercises:")
	for _, x := range b.Programme {
		what := x.Title
		if x.For != "" {
			what += ", " + x.For
		}
		p.wrap(fmt.Sprintf("  %-14s", partOf(x)), "                ", fmt.Sprintf("%s: %s%s.", what, strings.ToLower(x.Dose[:1]), x.Dose[1:]))
	}
}

// partOf is the part of the programme that an exercise is of, as the screens call it.
func partOf(x wire.Exercise) string {
	switch {
	case x.Code == "manual_referral": // nothing to do oneself
		return "appointment"
	case x.Part == "manual":
		return "self-massage"
	case x.Part == "neuromuscular":
		return "coordination"
	}
	return x.Part
}
