package body

import (
	"fmt"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// todayLines is what else there is to know and to say of today.
func todayLines(v *View) app.UI {
	s := v.page.Body
	return ui.Lines(adviceLine(s), runsLine(v), sleepLine(s), coldLine(s), illLine(s))
}

// otherLines is what does not change from day to day.
func otherLines(s *wire.BodyScreen) app.UI {
	return ui.Lines(markersLine(s), screenLine(s), reactionLine(s), logLine(s), ui.LineTo("One page for your coach, physio or doctor", "", "#/summary"), misleadLine(s))
}

// adviceLine is what helps most, in order, without what the screen begins with.
func adviceLine(s *wire.BodyScreen) app.UI {
	var list []string
	for _, text := range s.Advice {
		if s.Body == nil || text != s.Body.Text {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return ui.Line("What helps most today", unit.Count(len(list), "step"),
		app.Ol().Class("advice").Body(app.Range(list).Slice(func(i int) app.UI { return app.Li().Text(list[i]) })))
}

// sleepLine is need, debt and tonight's target.
func sleepLine(s *wire.BodyScreen) app.UI {
	if s.Body == nil {
		return nil
	}
	b := &s.Body.Sleep
	return ui.Line("Sleep", "aim for "+unit.Hours(b.Target),
		app.Dl().Class("load").Body(
			cell("Need", clock(b.Need)), cell("Sleep debt", clockOf(b.Debt)), cell("Tonight", clock(b.Target)),
			cell("Nights", fmt.Sprintf("%d/%d", b.Nights, b.Of)),
		),
		app.P().Class("fine").Text(b.Text),
	)
}

func cell(name, text string) app.UI {
	return app.Div().Body(app.Dt().Text(name), app.Dd().Text(text))
}

// clock is a number of minutes as hours.
func clock(minutes float64) string {
	m := int(minutes + .5)
	return fmt.Sprintf("%d:%02d", m/60, m%60)
}

// clockOf is clock; nil is not known.
func clockOf(minutes *float64) string {
	if minutes == nil {
		return "–"
	}
	return clock(*minutes)
}

// coldLine says whether cold water has its place today.
func coldLine(s *wire.BodyScreen) app.UI {
	return ui.LineTo("Cold water", s.ColdCard.Word, "#/body/"+PartCold)
}

// markersLine is the four markers of progress, drawn.
func markersLine(s *wire.BodyScreen) app.UI {
	if len(s.Markers) == 0 {
		return nil
	}
	return ui.Line("Your progress", markersText(s.Markers),
		app.Div().Class("markers").Body(app.Range(s.Markers).Slice(func(i int) app.UI { return markerRow(&s.Markers[i]) })))
}

// markersText counts what has changed.
func markersText(list []wire.Marker) string {
	n := map[string]int{}
	for i := range list {
		n[list[i].State]++
	}
	switch {
	case n["better"] > 0 && n["worse"] > 0:
		return fmt.Sprintf("%d better, %d worse", n["better"], n["worse"])
	case n["better"] > 0:
		return fmt.Sprintf("%d better", n["better"])
	case n["worse"] > 0:
		return fmt.Sprintf("%d worse", n["worse"])
	case n["same"] > 0:
		return "the same"
	}
	return "too early to say"
}

// screenLine says how far the movement screen is, and what it found.
func screenLine(s *wire.BodyScreen) app.UI {
	done, found := 0, 0
	for i := range s.Screen {
		t := &s.Screen[i]
		if t.Left != nil || t.Right != nil {
			done++
		}
		if t.State == "low" || t.State == "uneven" {
			found++
		}
	}
	value := "15 minutes"
	switch {
	case found > 0:
		value = fmt.Sprintf("%d of %d done, %d to work on", done, len(s.Screen), found)
	case done > 0:
		value = fmt.Sprintf("%d of %d done", done, len(s.Screen))
	}
	return ui.LineTo("Movement screen", value, "#/body/"+PartScreen)
}

// reactionLine says where the runner's reactions stand.
func reactionLine(s *wire.BodyScreen) app.UI {
	value := "45 seconds"
	if m := s.Reaction.Mean; m > 0 {
		value = fmt.Sprintf("%.0f ms last time", m)
	}
	return ui.LineTo("Reaction test", value, "#/body/"+PartReaction)
}

// logLine leads to what the runner entered.
func logLine(s *wire.BodyScreen) app.UI {
	value := "nothing yet"
	if len(s.History) > 0 {
		value = s.History[0].Date.Time().Format("2 January")
	}
	return ui.LineTo("Your log", value, "#/body/"+PartHistory)
}

// misleadLine says when readings are not to be trusted.
func misleadLine(s *wire.BodyScreen) app.UI {
	if len(s.Mislead) == 0 {
		return nil
	}
	return ui.Line("When readings mislead", "",
		app.Ul().Class("mislead").Body(app.Range(s.Mislead).Slice(func(i int) app.UI { return app.Li().Text(s.Mislead[i]) })))
}

// ticked reports whether an item of the programme is done.
func ticked(s *wire.BodyScreen, code string) bool { return slices.Contains(s.Ticks, code) }
