package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Choice is one of a row of radio buttons; Word stands under it.
type Choice struct{ Value, Name, Word string }

// ZeroTo are the numbers from 0 to most, in plain words at their ends.
func ZeroTo(most int, low, high string) []Choice {
	out := make([]Choice, most+1)
	for i := range out {
		out[i] = Choice{Value: strconv.Itoa(i), Name: strconv.Itoa(i)}
	}
	out[0].Word, out[most].Word = low, high
	return out
}

// Row is a native group of radio buttons, of which none is chosen at first: what it
// holds is read by [Picked].
func Row(key, name, class string, list []Choice) app.UI {
	return app.FieldSet().Class("scale", class).Body(
		app.Legend().Text(name),
		app.Div().Class("steps").Body(app.Range(list).Slice(func(i int) app.UI {
			c := list[i]
			return app.Label().Body(
				app.Input().Type("radio").Name(key).Value(c.Value), app.Span().Text(c.Name), app.Text(" "),
				app.If(c.Word != "", func() app.UI { return app.Small().Text(c.Word) }))
		})),
	)
}

// Picked is what is chosen in a row; "" for nothing.
func Picked(key string) string {
	if e := picked(key); e.Truthy() {
		return e.Get("value").String()
	}
	return ""
}

// PickedNumber is the number chosen in a row; nil for none.
func PickedNumber(key string) *int {
	n, err := strconv.Atoi(Picked(key))
	if err != nil {
		return nil
	}
	return &n
}

// Unpick takes the choice in a row away.
func Unpick(key string) {
	if e := picked(key); e.Truthy() {
		e.Set("checked", false)
	}
}

func picked(key string) app.Value {
	return app.Window().Get("document").Call("querySelector", `input[name="`+key+`"]:checked`)
}
