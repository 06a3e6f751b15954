package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Faults are what is wrong with a form: by input, or by the form itself.
type Faults map[string]string

// First is the first of some inputs that something is wrong with; "" for none.
func (f Faults) First(ids ...string) string {
	for _, id := range ids {
		if f[id] != "" {
			return id
		}
	}
	return ""
}

// Field is an input under its name, with what is wrong with it below. What was written
// stays there.
func Field(id, name, of string, in app.HTMLInput, wrong string) app.UI {
	return app.Div().Class("field").Body(
		app.Label().For(id).Body(app.Text(name+" "), app.Small().Text(of)),
		Faulty(in.ID(id), id, "", wrong),
		WrongLine(id, wrong),
	)
}

// Faulty ties an input to what is said of it: in an element hint, "" for none, and in the
// line that says what is wrong.
func Faulty(in app.HTMLInput, id, hint, wrong string) app.HTMLInput {
	if wrong != "" {
		in, hint = in.Aria("invalid", "true"), strings.TrimSpace(idWrong(id)+" "+hint)
	}
	if hint != "" {
		in = in.Aria("describedby", hint)
	}
	return in
}

// WrongLine is that line; nothing where nothing is wrong. Of a whole form it stands beside
// what sends it, and has the keyboard.
func WrongLine(id, wrong string) app.UI {
	return app.If(wrong != "", func() app.UI {
		return app.P().ID(idWrong(id)).TabIndex(-1).Class("wrong").Text(wrong)
	})
}

func idWrong(id string) string { return id + "-wrong" }

// FocusWrong goes to what is wrong: the input, or the line where there is none.
func FocusWrong(h Host, id string) { FocusNext(h, id, idWrong(id)) }

// Typing is an input for text that is read when its form is sent.
func Typing(mode, example string) app.HTMLInput {
	return app.Input().Type("text").Attr("inputmode", mode).AutoComplete(false).Placeholder(example)
}
