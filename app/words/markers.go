package words

import (
	"fmt"

	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

var markerTitles = map[body.MarkerKey][2]string{ // title, unit of the chart
	body.Tolerance:  {"Tolerance", loadUnit},
	body.Smoothness: {"Smoothness", "% from even"},
	body.Energy:     {"Energy", "0 to 4"},
	body.Recovery:   {"Recovery between sessions", "mornings"},
}

// markers is the four markers of progress in words.
func markers(e *engine.Engine, t diary.Date) []wire.Marker {
	rules := e.Rules()
	out := []wire.Marker{}
	for _, m := range e.Markers(t) {
		title := markerTitles[m.Key]
		w := wire.Marker{Key: string(m.Key), Title: title[0], State: string(m.State), Text: markerText(&m, rules), From: markerFrom(&m)}
		if len(m.Series) > 0 {
			c := wire.Chart{Key: string(m.Key), Title: title[0], Unit: title[1], Summary: w.Text, Lines: halves(&m, t, diary.Date(rules.MarkDays))}
			if m.Felt {
				c.Unit = "0 to 4"
			}
			for _, p := range m.Series {
				c.Dots = append(c.Dots, wire.Point{Date: p.Date, Value: round(p.Value, 100)})
			}
			w.Chart = &c
		}
		out = append(out, w)
	}
	return out
}

// halves is the two values that are compared, as two level lines; none
// while they are not known.
func halves(m *body.Marker, t, days diary.Date) []wire.Line {
	if m.State == body.ProgressUnknown {
		return []wire.Line{}
	}
	level := func(name string, from diary.Date, v float64) wire.Line {
		v = round(v, 100)
		return wire.Line{Name: name, Points: []wire.Point{{Date: from, Value: v}, {Date: from + days - 1, Value: v}}}
	}
	last := fmt.Sprintf("%d days", days)
	return []wire.Line{level(last+" before", t-2*days+1, m.Before), level("Last "+last, t-days+1, m.Now)}
}

// markerFrom says what a marker is read from.
func markerFrom(m *body.Marker) string {
	switch m.Key {
	case body.Tolerance:
		return "Your training load on days with soreness under 2 of 4 and no niggle that shortens a run"
	case body.Smoothness:
		if m.Felt {
			return "How little spring you felt, from your check-ins, 0 to 4. Lower is better. Your files have too little stance balance"
		}
		return "How far your stance balance is from even, run by run. The closer to even, the better"
	case body.Energy:
		return "How drained you feel and the average of your check-ins, 0 to 4. Lower is better"
	}
	return "Mornings until resting heart rate and HRV are back in your normal range after a hard session. Fewer is better"
}

func markerText(m *body.Marker, rules rule.Settings) string {
	days := rules.MarkDays
	if m.State == body.ProgressUnknown {
		return fmt.Sprintf("Not enough data: %s in the last %.0f days and %d in the %.0f before. Each needs %d.", Count(m.N, markerCounts(m)), days, m.Was, days, m.Needs)
	}
	digits, what := 1, map[body.MarkerKey][2]string{
		body.Tolerance: {"you handled a training load of ", " a day with little pain"}, body.Smoothness: {"your steps were ", "% from even"},
		body.Energy: {"your check-ins averaged ", " of 4"}, body.Recovery: {"you took ", " mornings to recover"},
	}[m.Key]
	if m.Key == body.Tolerance {
		digits = 0
	}
	if m.Felt {
		what = [2]string{"no spring averaged ", " of 4"}
	}
	now, was := fmt.Sprintf("%.*f", digits, m.Now), fmt.Sprintf("%.*f", digits, m.Before)
	text := fmt.Sprintf("%s: %s%s%s over the last %.0f days, ", progressNames[m.State], what[0], now, what[1], days)
	switch {
	case m.State != body.Same:
		text += "compared with " + was + " before."
	case now == was:
		text += "the same as before."
	default:
		if m.Key == body.Energy || m.Felt { // a digit more, so that what is too little looks like it
			now, was = fmt.Sprintf("%.2f", m.Now), fmt.Sprintf("%.2f", m.Before)
			text = fmt.Sprintf("%s: %s%s%s over the last %.0f days, ", progressNames[m.State], what[0], now, what[1], days)
		}
		text += "compared with " + was + " before. " + unclear(m, rules)
	}
	if m.Key == body.Tolerance {
		text += fmt.Sprintf(" Days with little pain: %.0f%% of those you logged, compared with %.0f%% before.", 100*m.Quiet, 100*m.WasQuiet)
	}
	return text
}

// unclear says of two numbers that differ how far apart they have to be.
func unclear(m *body.Marker, rules rule.Settings) string {
	switch {
	case m.Key == body.Tolerance:
		return fmt.Sprintf("A difference under %s can be chance.", percent(rules.MarkLoad))
	case m.Key == body.Smoothness && !m.Felt:
		return fmt.Sprintf("A difference under %.2g%% can be chance.", rules.MarkBalance)
	case m.Key == body.Recovery:
		return fmt.Sprintf("A difference under %.2g can be chance.", rules.MarkBack)
	}
	return fmt.Sprintf("A difference under %.2g can be chance.", rules.MarkScore)
}

// markerCounts is what stands behind a marker.
func markerCounts(m *body.Marker) string {
	switch {
	case m.Key == body.Tolerance:
		return "logged day"
	case m.Key == body.Recovery:
		return "hard session"
	case m.Key == body.Smoothness && !m.Felt:
		return "run"
	}
	return "check-in"
}

var progressNames = map[body.Progress]string{body.Better: "Better", body.Same: "No clear change", body.Worse: "Worse"}
