package words

import (
	"fmt"
	"slices"
	"strings"

	"rebound/engine/body"
	"rebound/engine/rule"
)

// cycleText names the phase that the log says; "" where it says none.
func cycleText(c body.Cycle) string {
	if c.Day == 0 {
		return ""
	}
	length := fmt.Sprintf("about %.0f, the usual of a study until your log has three", c.Length)
	if c.Logged >= 3 {
		length = fmt.Sprintf("about %.0f by your log", c.Length)
	}
	text := fmt.Sprintf("Day %d of %s.", c.Day, length)
	if c.Luteal {
		text += " That is the luteal phase: resting heart rate rises and HRV falls in it by themselves."
	}
	return text
}

// misleading is the states in which readings mislead; the app sees some of them.
var misleading = [...]struct{ state, text string }{
	{"altitude", "At altitude resting heart rate is up and HRV down for days, whatever you trained. Days tagged so {count}."},
	{"heat", "In heat the heart beats faster at every pace. Runs of days tagged so are left out of the easy-pace check."},
	{"luteal", "In the luteal phase resting heart rate rises and HRV falls together, monthly: the very pattern that this app reads as strain. A log of your periods names it."},
	{"under_18", "Under 18 the limits here do not hold: they come from adults. Follow a coach or doctor first."},
	{"", "Beta-blockers hold heart rate down, and with atrial fibrillation HRV means nothing: do not go by these readings then."},
	{"", "In pregnancy resting heart rate rises by itself: go by your midwife or doctor."},
	{"", "Periods that stop, a bone injury, weight that keeps falling, or cold and tiredness that stay can mean too little energy for the training: see a doctor."},
}

// mislead lists them all, those that hold now first.
func mislead(now []string, rules rule.Settings) []string {
	first, rest := []string{}, []string(nil)
	for _, m := range misleading {
		m.text = strings.Replace(m.text, "{count}", tagged(rules.TagWeight), 1)
		if m.state != "" && slices.Contains(now, m.state) {
			first = append(first, "Now: "+m.text)
		} else {
			rest = append(rest, m.text)
		}
	}
	return append(first, rest...)
}

// tagged is how much a tagged day counts.
func tagged(weight float64) string {
	switch weight {
	case 0:
		return "do not count"
	case 0.5:
		return "count half"
	case 1:
		return "count like any other"
	}
	return "count for " + percent(weight)
}
