package ui

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Lines is a card of lines, [Line] and [LineTo]. One that there is nothing to say of is
// nil and keeps its place: go-app tells elements apart by their place alone, and what is
// open of one line would show on the next. Without any there is no card.
func Lines(lines ...app.UI) app.UI {
	some := false
	for i, l := range lines {
		if l == nil {
			lines[i] = app.Text("")
			continue
		}
		some = true
	}
	return app.If(some, func() app.UI { return app.Div().Class("card", "lines").Body(lines...) })
}

// Line is one line that opens in place: what it is of on the left, in a word or two, and
// what there is to know of it at a glance on the right. It stays as the runner left it
// when the screen is drawn again.
func Line(name, value string, body ...app.UI) app.HTMLDetails {
	return app.Details().Class("line").Body(
		app.Summary().Body(lineText(name, value)...),
		app.Div().Class("line-body").Body(body...),
	)
}

// LineSaid is one line that says all there is to know.
func LineSaid(name, value string) app.HTMLDiv {
	return app.Div().Class("line").Body(app.Span().Text(name), app.Text(" "), app.Span().Class("value").Text(value))
}

// LineTo is one line that leads elsewhere.
func LineTo(name, value, href string) app.HTMLA {
	return app.A().Class("line").Href(href).Body(lineText(name, value)...)
}

func lineText(name, value string) []app.UI {
	return []app.UI{app.Span().Text(name), app.Text(" "), app.Span().Class("value").Text(value), Icon(IconRight)}
}
