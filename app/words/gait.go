package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine/body"
	"rebound/engine/rule"
)

// gaitNames are the running dynamics with their unit and digits, by measure.
var gaitNames = [...]struct {
	name, unit string
	digits     int
}{
	{"Stance balance", "% left", 1}, {"Step length", " mm", 0}, {"Vertical ratio", "%", 1}, {"Cadence", " steps/min", 0}, {"Ground contact time", " ms", 0},
}

// gait puts the running dynamics at matched pace into words.
func gait(g body.Gait, s body.Stride, rules rule.Settings, o Options) (lines []wire.GaitLine, text string) {
	lines = []wire.GaitLine{}
	out, known := 0, 0
	for _, l := range g.Lines {
		n := gaitNames[l.Measure]
		value := func(v float64) string {
			if v == 0 {
				return ""
			}
			return fmt.Sprintf("%.*f%s", n.digits, v, n.unit)
		}
		line := wire.GaitLine{Name: n.name, Now: value(l.Now), Usual: value(l.Usual), State: l.State.String(),
			Note: fmt.Sprintf("%s in the last %s, compared with %d in the %.0f days before", Count(l.Runs, "run"), span(rules.WindowDays), l.Behind, rules.BaselineDays)}
		if l.State == body.GaitOut {
			out++
			line.Note = fmt.Sprintf("%s%s: %s", signed(l.Now-l.Usual, n.digits), n.unit, line.Note)
		}
		if l.State == body.GaitUnknown {
			line.Note = "Too few runs at this pace: " + line.Note
		} else {
			known++
		}
		lines = append(lines, line)
	}
	switch {
	case len(lines) == 0:
		return lines, "There are no running dynamics in your files. Some watches need a chest strap or a pod to record them."
	case s.Out:
		text = fmt.Sprintf("Your %s foot stays on the ground longer than it used to: today's exercises work on it before anything hurts.", s.Longer())
	case out > 0:
		text = fmt.Sprintf("At the same pace, %s of your running dynamics %s off your usual. Shoes, hills and tiredness can do that too.", Count(out, "measure"), are(out))
	case known == 0:
		text = "Too few runs at your usual pace to say how you have been moving."
	default:
		text = "At the same pace, your running dynamics look as usual."
	}
	if g.Low == 0 {
		return lines, text
	}
	return lines, text + fmt.Sprintf(" This compares the averages of runs between %s and %s.", o.Pace(g.High), o.Pace(g.Low))
}
