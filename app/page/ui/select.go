package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// nothing is the value of the option that stands for none: go-app writes no empty
// attribute, and an option without a value has its text for one.
const nothing = "-"

// Option is one of a select; now is the value that is chosen.
func Option(value, name, now string) app.UI {
	shown := value
	if value == "" {
		shown = nothing
	}
	return app.Option().Value(shown).Selected(value == now).Text(name)
}

// Chosen is what is chosen in the select that a handler stands on.
func Chosen(ctx app.Context) string { return something(ctx.JSSrc().Get("value").String()) }

// ChosenIn is what is chosen in a select.
func ChosenIn(id string) string { return something(InputValue(id)) }

func something(value string) string {
	if value == nothing {
		return ""
	}
	return value
}
