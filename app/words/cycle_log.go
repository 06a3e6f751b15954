package words

import (
	"fmt"
	"slices"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
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

// mislead is the states in which readings mislead: those that apply on t first,
// then what the app cannot see.
func mislead(e *engine.Engine, r engine.Report) []string {
	var now []string
	d, rules := e.Diary(), e.Rules()
	for _, v := range [...][2]string{
		{"altitude", "Altitude: resting heart rate is up and HRV down for days, whatever you trained. Days tagged so count half."},
		{"heat", "Heat: heart rate is up at every pace. Tagged runs are left out of the easy-pace check."},
	} {
		for day := r.Date; day > r.Date-diary.Date(rules.WindowDays); day-- {
			if slices.Contains(d.Tags[day], v[0]) {
				now = append(now, v[1])
				break
			}
		}
	}
	age := rules.Age
	for _, p := range d.Persons {
		if rules.Age == 0 && p.Age > 0 {
			age = float64(p.Age)
		}
	}
	if age > 0 && age < 18 {
		now = append(now, "Under 18: the limits here come from adults. Follow a coach or doctor first.")
	}
	if r.Body.Cycle.Luteal {
		now = append(now, cycleText(r.Body.Cycle))
	}
	return append(now,
		"Beta-blockers hold heart rate down, and atrial fibrillation makes HRV meaningless: do not go by these readings then.",
		"In pregnancy resting heart rate rises by itself: go by your midwife or doctor.",
		"A lost period, a bone injury, steady weight loss or cold and tiredness that stay can be signs of too little energy for the training: see a doctor.",
	)
}
