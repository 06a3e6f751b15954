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
	from := "a typical cycle, until your log has three"
	if c.Logged >= 3 {
		from = "from your log"
	}
	text := fmt.Sprintf("Day %d of about %.0f (%s).", c.Day, c.Length, from)
	if c.Luteal {
		text += " This is the luteal phase, when resting heart rate rises and HRV falls on their own."
	}
	return text
}

// misleading is the states in which readings mislead; the app sees some of them.
var misleading = [...]struct{ state, text string }{
	{"altitude", "At altitude, your resting heart rate is up and your HRV down for days, whatever you train. Days you tag {count}."},
	{"heat", "In heat, your heart beats faster at every pace. Runs on days you tag are left out of the easy-pace check."},
	{"luteal", "In the luteal phase, resting heart rate rises and HRV falls every month, just as they do under strain. Log your periods, and Rebound will say so."},
	{"under_18", "Under 18, these limits do not fit: they come from adults. Listen to your coach or doctor first."},
	{"", "Beta-blockers hold your heart rate down, and with atrial fibrillation HRV means nothing. Do not go by these readings then."},
	{"", "In pregnancy, resting heart rate rises by itself. Go by your midwife or doctor."},
	{"", "Periods that stop, a bone injury, weight that keeps falling, or always feeling cold and tired can mean that you eat too little for your training. See a doctor."},
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
