package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// ahead is the coming three days after each thing that can be done with today's session:
// asked for when the seven days are opened, and again with every new verdict while they
// are open. It stands there and not on a line of its own, which Today has no room for.
type ahead struct {
	open   bool
	of     *wire.Assessment // the verdict that it was asked beside; nil: not asked
	got    *wire.IfToday    // nil: not answered yet
	failed bool             // no answer came, and none will
}

// idAhead holds the keyboard when the button that asks again goes.
const idAhead = "if-today"

// looksAhead reports whether there is anything to look ahead from: never on a past day.
func (v *View) looksAhead(a *wire.Assessment) bool {
	return v.live() && a.Asks != nil && a.Asks.Ahead
}

// ifToday is what today's session leads to, below the seven days.
func (v *View) ifToday(a *wire.Assessment) app.UI {
	looks := v.looksAhead(a)
	if looks && v.Ahead.open && v.Ahead.of != a {
		v.askAhead(a)
	}
	return app.If(looks, func() app.UI {
		return app.Div().ID(idAhead).TabIndex(-1).Class("if-today").Body(app.H3().Text("If you do this today"), v.ifBody(a))
	})
}

func (v *View) ifBody(a *wire.Assessment) app.UI {
	got := v.Ahead.got
	switch {
	case v.Ahead.failed:
		return app.Div().Body(
			app.P().Text("The coming days could not be worked out just now. Your plan and your data are safe."),
			app.Button().Type("button").Class("small").OnClick(func(app.Context, app.Event) {
				v.page.Quiet()
				v.askAhead(a)
				ui.HoldFocus(v.page, idAhead)
			}).Text("Try again"),
		)
	case got == nil:
		return app.P().Class("fine").Text("Looking ahead…")
	}
	return app.Div().Body(
		app.P().Class("fine").Text(got.Text),
		app.If(got.Same != "", func() app.UI { return app.P().Class("same").Text(got.Same) }),
		app.Div().Class("ifs").Body(app.Range(got.Choices).Slice(func(i int) app.UI {
			c := got.Choices[i]
			return app.Section().Body(
				app.If(got.Same == "", func() app.UI {
					return app.H4().Body(app.Text(c.Name), app.If(c.Text != "", func() app.UI { return app.Small().Text(" " + c.Text) }))
				}),
				app.Ol().Body(app.Range(c.Days).Slice(func(i int) app.UI { return ifDay(c.Days[i]) })),
			)
		})),
	)
}

func ifDay(d wire.IfDay) app.UI {
	return app.Li().Body(
		app.Span().Class("when").Text(d.Day), app.Text(" "),
		app.Span().Body(
			app.B().Class("is-"+d.Level).Body(shape(&wire.Assessment{Level: d.Level}), app.Text(" "+d.Word)), app.Text(" "),
			app.Small().Text(d.Text),
		),
	)
}

// toggleAhead hears whether the seven days are open.
func (v *View) toggleAhead(ctx app.Context, _ app.Event) {
	v.Ahead.open = ctx.JSSrc().Get("open").Bool()
}

func (v *View) askAhead(a *wire.Assessment) {
	v.Ahead.of, v.Ahead.got, v.Ahead.failed = a, nil, false
	v.page.Send(wire.OpIfToday, wire.DateArg{Date: a.Date}, func(r wire.Reply) {
		var got wire.IfToday
		switch ok := v.page.Read(r, &got); {
		case v.Ahead.of != a: // a newer verdict has asked, or the screen is another
		case ok:
			v.Ahead.got = &got
		default:
			v.Ahead.failed = true
		}
	})
}
