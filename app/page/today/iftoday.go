package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// ahead is the coming three days after each thing that can be done with today's session:
// asked for when its line is opened, and again with every new verdict while it is open.
type ahead struct {
	open bool
	of   *wire.Assessment // the verdict that it was asked beside; nil: not asked
	got  *wire.IfToday    // nil: not answered yet
}

// ifLine is what today's session leads to, behind a line.
func (v *View) ifLine(a *wire.Assessment) app.UI {
	if !v.live() || a.Asks == nil || !a.Asks.Ahead {
		return nil
	}
	if v.Ahead.open && v.Ahead.of != a {
		v.askAhead(a)
	}
	return ui.Line("If you do this today", "the next three days", v.ifBody()...).OnToggle(v.toggleAhead)
}

func (v *View) ifBody() []app.UI {
	got := v.Ahead.got
	if got == nil {
		return []app.UI{app.P().Class("fine").Text("Looking ahead…")}
	}
	return []app.UI{
		app.P().Class("fine").Text(got.Text),
		app.If(got.Same != "", func() app.UI { return app.P().Class("same").Text(got.Same) }),
		app.Div().Class("ifs").Body(app.Range(got.Choices).Slice(func(i int) app.UI {
			c := got.Choices[i]
			return app.Section().Body(
				app.If(got.Same == "", func() app.UI {
					return app.H3().Body(app.Text(c.Name), app.If(c.Text != "", func() app.UI { return app.Small().Text(" " + c.Text) }))
				}),
				app.Ol().Body(app.Range(c.Days).Slice(func(i int) app.UI { return ifDay(c.Days[i]) })),
			)
		})),
	}
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

// toggleAhead asks once the line is open.
func (v *View) toggleAhead(ctx app.Context, _ app.Event) {
	v.Ahead.open = ctx.JSSrc().Get("open").Bool()
}

func (v *View) askAhead(a *wire.Assessment) {
	v.Ahead.of, v.Ahead.got = a, nil
	ui.Ask(v.page, wire.OpIfToday, wire.DateArg{Date: a.Date}, func(got wire.IfToday) {
		if v.Ahead.of == a && got.Date == a.Date {
			v.Ahead.got = &got
		}
	})
}
