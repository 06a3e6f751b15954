package today

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// signals are three cells side by side: each with the mean of the last days, where that
// stands against the runner's normal, and the same in a word or two.
func signals(a *wire.Assessment) app.UI {
	key, ranged := fmt.Sprintf("%d-day average", a.Window), false // no key to what is not drawn
	for _, s := range a.Signals {
		_, ok := chart.GaugeAt(s)
		ranged = ranged || ok && !learning(s)
	}
	if ranged {
		key += "; "
	}
	return app.Section().Class("signals").Body(
		app.H2().Class("visually-hidden").Text(fmt.Sprintf("The three signals, averages of %d days", a.Window)),
		app.Ul().Body(app.Range(a.Signals).Slice(func(i int) app.UI { return cell(a, a.Signals[i]) })),
		app.P().Class("key").Aria("hidden", "true").Body(
			app.Text(key),
			app.If(ranged, func() app.UI { return app.Span() }),
			app.If(ranged, func() app.UI { return app.Text(" is your normal range") }),
		),
	)
}

// tone is how a signal's state is coloured.
func tone(s wire.Signal) string {
	switch s.State {
	case "in_range":
		if s.Past != "" && s.Past != better {
			return "watch"
		}
		return "go"
	case "adverse":
		return "ease"
	case "unusual":
		return "watch"
	}
	return "unknown"
}

// learning reports whether a signal has too few days for a normal range.
func learning(s wire.Signal) bool { return s.Needed > 0 && s.Learning < s.Needed }

func cell(a *wire.Assessment, s wire.Signal) app.UI {
	value := s.Value
	if value == "" {
		value = "–"
	}
	return app.Li().Class("signal", "tone-"+tone(s)).Body(
		app.H3().Text(shortName(s)),
		app.P().Class("value").Body(
			app.B().Text(value), app.Text(" "),
			app.If(s.Value != "" && s.Unit != "", func() app.UI { return app.Small().Text(s.Unit) }),
		),
		app.If(learning(s), func() app.UI {
			return app.Progress().Class("learning").Aria("label", "Days of your normal range known").Value(s.Learning).Max(s.Needed)
		}).Else(func() app.UI { return app.Raw(chart.Gauge(s)) }),
		app.P().Class("note").Text(note(a, s)),
	)
}

// note is where a signal stands. What the head of the screen has counted is not counted
// again.
func note(a *wire.Assessment, s wire.Signal) string {
	if a.Steps != nil && learning(s) && s.Learning == a.Steps.Done && s.Needed == a.Steps.Of {
		return "learning"
	}
	return brief(s)
}

// shortName fits into a third of a phone.
func shortName(s wire.Signal) string {
	if s.Kind == "resting_hr" {
		return "Resting HR"
	}
	return s.Name
}

// readings are the day's own readings behind the means, and what can be said of them.
func (v *View) readings(a *wire.Assessment) app.UI {
	value, doubt := "", false
	for _, s := range a.Signals {
		if s.Today != "" {
			if value != "" {
				value += " · "
			}
			value += strings.ReplaceAll(s.Today, " ", "\u00a0") // a number and its unit stay together
		}
		doubt = doubt || s.Doubt != nil
	}
	if doubt {
		value = "two numbers differ"
	}
	if value == "" {
		value = "type it in"
	}
	name := "Last night"
	if !v.live() {
		name = "That night"
	}
	if v.folded(a) {
		return ui.Line("Your numbers", seen(a), signals(a))
	}
	above := v.live() && v.Typed.First() && len(a.Morning.Typed) == 0 // the form stands there
	l := ui.Line(name, value,
		app.Ul().Class("last-night").Body(app.Range(a.Signals).Slice(func(i int) app.UI { return v.reading(a.Signals[i]) })),
		app.If(!above, v.Typed.Line))
	if !above && v.Typed.Begun() {
		l = l.Open(true)
	}
	return l
}

func (v *View) reading(s wire.Signal) app.UI {
	own := s.Today
	switch {
	case own == "":
		own = "no reading"
	case s.Provisional:
		own += " so far"
	}
	fine := func(text string) app.UI {
		return app.If(text != "", func() app.UI { return app.P().Class("fine").Text(text) })
	}
	normal := ""
	if s.Range != "" {
		normal = strings.TrimSpace("Your normal range is " + s.Range + ". Lately: " + lately(s) + ". " + s.Why)
	}
	return app.Li().Body(
		app.H3().Body(app.Text(s.Name+" "), app.B().Text(own)),
		fine(normal), fine(s.Break), fine(s.From),
		v.Wrong.Draw(s),
	)
}

// lately is where a signal stands: with its mean where that is past the range.
func lately(s wire.Signal) string {
	if s.Past == "" {
		return s.Note
	}
	return strings.TrimSpace(s.Value+" "+s.Unit) + ", " + s.Note
}

// running is the easy-pace check and the load: they explain and warn.
func running(a *wire.Assessment) app.UI {
	l := a.Load
	if a.Easy == nil && l.Fitness == nil {
		return nil
	}
	value := ""
	if a.Easy != nil {
		value = "easy pace: " + easyWord(a.Easy)
	}
	return ui.Line("Your running", value,
		app.If(a.Easy != nil, func() app.UI { return app.P().Text(a.Easy.Text) }),
		app.If(l.Learning != "", func() app.UI { return app.P().Class("fine").Text(l.Learning) }),
		app.If(l.Fitness != nil && l.Learning == "", func() app.UI {
			return app.Dl().Class("load").Body(
				loadCell("Fitness", l.Fitness, "%.0f"), loadCell("Fatigue", l.Fatigue, "%.0f"),
				loadCell("Form", l.Form, "%+.0f"), loadCell("Monotony", l.Monotony, "%.1f"),
			)
		}),
	)
}

func easyWord(e *wire.Easy) string {
	switch e.State {
	case "pass":
		return "as usual"
	case "fail":
		return "harder" // a line of its own would be needed for more
	}
	return "not known"
}

func loadCell(name string, v *float64, format string) app.UI {
	return app.If(v != nil, func() app.UI {
		return app.Div().Body(app.Dt().Text(name), app.Dd().Text(fmt.Sprintf(format, *v)))
	})
}
