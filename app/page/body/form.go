package body

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
)

// What is chosen in a form that is drawn from a draft stands in data-on and is put
// into the inputs by fillInputs, only when something else than the runner's hand
// changed the draft. Were checked drawn as an attribute, a frame that is late by
// one key press would set the choice before it again, and the press be lost.

// A scale is a row of radio buttons from 0 to most, in plain words at its ends.
// It is a native group: arrow keys move in it, Tab leaves it.
type scale struct {
	key, name, hint string
	most            int
	now             *int // nil: not answered
	low, high       string
	pick            app.EventHandler // reads data-key and data-value; nil for a form that is read when it is sent
}

func (s scale) draw() app.UI {
	set := app.FieldSet().Class("scale", "to-"+strconv.Itoa(s.most))
	if s.hint != "" {
		set = set.Aria("describedby", s.key+"-hint")
	}
	return set.Body(
		app.Legend().Text(s.name),
		app.If(s.hint != "", func() app.UI { return app.P().ID(s.key + "-hint").Class("fine").Text(s.hint) }),
		app.Div().Class("steps").Body(app.Range(make([]struct{}, s.most+1)).Slice(func(i int) app.UI {
			in := app.Input().Type("radio").Name(s.key).Value(strconv.Itoa(i)).
				DataSet("key", s.key).DataSet("value", i)
			if on := s.now != nil && *s.now == i; s.pick != nil {
				in = in.DataSet("on", on).OnChange(s.pick)
			} else {
				in = in.Checked(on)
			}
			word := ""
			switch i {
			case 0:
				word = s.low
			case s.most:
				word = s.high
			}
			return app.Label().Body(in, app.Span().Text(i), app.Text(" "),
				app.If(word != "", func() app.UI { return app.Small().Text(word) }))
		})),
	)
}

// chip is a choice that is on or off.
func chip(key, name string, on bool, pick app.EventHandler) app.UI {
	return app.Label().Class("toggle").Body(
		app.Input().Type("checkbox").DataSet("key", key).DataSet("on", on).OnChange(pick),
		app.Span().Text(name),
	)
}

// answer is a question of yes, no, or nothing said.
func answer(key, name string, now *bool, pick app.EventHandler) app.UI {
	option := func(word string, yes bool) app.UI {
		return app.Label().Body(
			app.Input().Type("radio").Name(key).Value(word).DataSet("key", key).DataSet("value", word).
				DataSet("on", now != nil && *now == yes).OnChange(pick),
			app.Span().Text(word),
		)
	}
	return app.FieldSet().Class("scale", "answer").Body(
		app.Legend().Text(name),
		app.Div().Class("steps").Body(option("No", false), option("Yes", true)),
	)
}

// below is the head of a screen below Body, with the link back.
func below(title string) app.UI { return ui.HeadBelow(title, "#/body", "Back to Body") }

// spark is the picture of what was entered now and then, under its name; nothing
// when there is none.
func spark(name string, lines ...chart.SparkLine) app.UI {
	picture := chart.Spark(name, lines...)
	if picture == "" {
		return app.Text("")
	}
	return app.Figure().Class("picture").Body(
		ui.Picture(picture, name),
		app.FigCaption().Class("fine").Text(name),
	)
}
