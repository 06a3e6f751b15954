package words

import (
	"fmt"
	"strings"
	"unicode"

	"rebound/app/unit"
	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// raceCalled is a race's name as it stands within a sentence; "" for none.
func raceCalled(name string) string { return unit.Own(raceText(name)) }

// raceText is a race's name on its own: one line, without what is seen only by what it
// does. The two that join letters and emoji are text.
func raceText(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d':
			return r
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp):
			return -1
		}
		return r
	}, name))
}

// calledBy is what the runner calls a race, after "the"; without a name it is other.
func calledBy(name, other string) string {
	name = raceText(name)
	for _, before := range []string{"the ", "The ", "my ", "My "} {
		name = strings.TrimPrefix(name, before)
	}
	if name = raceCalled(name); name != "" {
		return name
	}
	return other
}

// called is the same of a race of a plan, by its distance without a name.
func (o Options) called(r plan.Race) string { return calledBy(r.Name, o.raceName(r.Km)) }

// dayOf is a date's session in one line, a race of the plan by its name.
func (o Options) dayOf(d diary.Date, s plan.Session, p *plan.Plan) string {
	text := o.PlanDay(s)
	if s.Kind == verdict.Race && p != nil && p.Race != nil && p.Race.Date == d {
		if name := raceCalled(p.Race.Name); name != "" {
			return name + strings.TrimPrefix(text, kindOfSession[verdict.Race])
		}
	}
	return text
}

// race names a distance: "a marathon", "a race of 12.0 km".
func (o Options) race(km float64) string {
	if km == 5 || km == 10 || marathon(km) != "" {
		return "a " + o.raceName(km)
	}
	return "a race of " + o.Distance(km)
}

// raceName is the same without its article: "marathon", "12.0 km race".
func (o Options) raceName(km float64) string {
	switch name := marathon(km); {
	case name != "":
		return name
	case km == 5 || km == 10:
		return fmt.Sprintf("%.0f km race", km)
	}
	return o.Distance(km) + " race"
}
