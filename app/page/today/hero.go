package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// emergency is the line that comes before all else; nothing folds it away.
func emergency(text string) app.UI {
	return app.If(text != "", func() app.UI { return app.P().Class("urgent").Text(text) })
}

// hero is the verdict: its shape and word, its one sentence, how far an occasion has
// come, and why.
func (v *View) hero(a *wire.Assessment) app.UI {
	name := "Why?"
	if a.Level == levelStop {
		name = "What this is based on"
	}
	why := app.Details().Class("why")
	if v.page.Route.Part == ui.PartWhy { // was asked for
		why = why.Open(true)
	}
	return app.Section().Class("verdict").Body(
		emergency(a.Urgent),
		app.If(!v.live(), func() app.UI { return app.P().Class("then").Text("How it looked that morning") }),
		app.H1().ID(ui.IDTitle).TabIndex(-1).Body(shape(a), app.Span().Text(a.Title)),
		app.P().Class("headline").Text(a.Headline),
		steps(a.Steps),
		app.If(a.Earlier != "", func() app.UI {
			return app.A().Class("earlier").Href(ui.Hash(a.Newest, v.page.Today)).Body(app.Text(recently(a.Newest, a.Date)+"'s verdict: "+a.Earlier), ui.Icon(ui.IconRight))
		}),
		why.Body(
			app.Summary().Body(app.Span().Text(name), ui.Icon(ui.IconRight), app.Text(" "),
				app.If(a.Confidence == "low" && a.Level != levelUnknown && a.Level != levelStop, func() app.UI {
					return app.Span().Class("chip").Text("low confidence")
				})),
			v.piece(3, func() app.UI { return v.reasons(a) }),
		),
		v.Send.dialog(),
	)
}

// steps is how far something has come.
func steps(s *wire.Steps) app.UI {
	return app.If(s != nil, func() app.UI {
		return app.Div().Class("how-far").Body(
			app.B().ID("how-far").Text(s.Text),
			app.Progress().Aria("labelledby", "how-far").Aria("label", s.Text).Value(s.Done).Max(s.Of),
		)
	})
}

// reasons lists every reason with its number, its limit, where the data came from and
// the papers.
func (v *View) reasons(a *wire.Assessment) app.UI {
	return app.Div().Class("reasons").Body(
		app.Ul().Body(app.Range(a.Reasons).Slice(func(i int) app.UI { return reason(a.Reasons[i]) })),
		app.P().Class("fine").Text(a.Age+"."),
		app.P().Class("fine").Text("A verdict in words, not a score: no number here has been shown to predict how you feel or whether you get hurt."),
		v.Send.button(),
	)
}

func reason(r wire.Reason) app.UI {
	t, ok := ui.Tones[r.Level]
	if !ok {
		t = ui.Tones["unknown"]
	}
	return app.Li().Class("tone-"+r.Level).Body(
		app.Span().Class("glyph").Aria("hidden", "true").Text(t.Glyph),
		app.Div().Body(
			app.P().Body(app.Span().Class("visually-hidden").Text(t.Word+": "), app.Text(r.Text)),
			app.If(r.Number != "" || r.Limit != "" || r.Source != "", func() app.UI {
				return app.Dl().Class("facts").Body(
					ui.Fact("Found", r.Number), ui.Fact("Limit", r.Limit), ui.Fact("From", r.Source),
				)
			}),
			app.Range(r.Refs).Slice(func(i int) app.UI { return ui.Cite(r.Refs[i]) }),
		),
	)
}

// stopped is Today under a stop: what it is, what to do, how to correct it, and what it
// is based on. There is nothing to tick off, and what is measured comes after it.
func (v *View) stopped(a *wire.Assessment) app.UI {
	return glance(v, a).Body(
		v.dayNav(a),
		v.hero(a),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				app.If(a.Next != "", func() app.UI {
					return app.Section().Class("card", "next").Body(app.H2().Text("Now"), app.P().Text(a.Next))
				}),
				ui.Lines(v.walkLine(a), ui.LineTo("Something else?", "change the check-in", v.checkIn()), v.illLine(a)),
			),
			app.Div().Class("stack").Body(
				ui.Lines(ui.Line("Your week and your numbers", "", v.session(a), signals(a)), v.readings(a), running(a), v.Report.Line()),
			),
		),
	)
}
