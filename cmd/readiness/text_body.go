package main

import (
	"fmt"

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
	p.line("Today's programme:")
	for _, x := range b.Programme {
		what := x.Title
		if x.For != "" {
			what += ", " + x.For
		}
		p.wrap(fmt.Sprintf("  %-14s", x.Part), "                ", fmt.Sprintf("%s: %s.", what, x.Dose))
	}
}
