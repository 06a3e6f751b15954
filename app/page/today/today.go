// Package today is the Today screen: the verdict of a day, its session, the three
// signals, and why.
package today

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// View is what the screen draws from, and what the runner can do on it. The
// verdict itself is the page's, since every screen carries it.
type View struct {
	page    *ui.Page
	Decline ui.Decline
	Typed   *inbox.Typed
	Report  *inbox.Report
	Wrong   *Wrong
}

// New is the screen with the forms for the morning's numbers and for a run without a
// file.
func New(p *ui.Page, typed *inbox.Typed, report *inbox.Report) *View {
	return &View{page: p, Decline: ui.NewDecline(p), Typed: typed, Report: report, Wrong: NewWrong(p)}
}

// Title names the document: after the verdict.
func (v *View) Title() string {
	if v.before() {
		return titleBefore
	}
	if a := v.page.Verdict(); a != nil {
		return a.Word + " · " + unit.LongDay(a.Date)
	}
	return ""
}

// Ready reports whether the screen has its verdict.
func (v *View) Ready() bool { return v.page.Verdict() != nil }

// Ask asks whether there is a check-in of the day, and what is ticked.
func (v *View) Ask() {
	if v.page.Importing() {
		return
	}
	ui.Ask(v.page, wire.OpBody, wire.DateArg{Date: v.page.Date()}, func(s wire.BodyScreen) {
		if v.page.Route.Screen == ui.ScreenToday { // Body has its forms to look after
			v.page.Body = &s
			v.page.Arrived()
		}
	})
}

// Leave closes what was open.
func (v *View) Leave() {
	v.Decline.Leave()
	v.Typed.Leave()
	v.Report.Leave()
	v.Wrong.Leave()
}

// Forget does nothing: what there is to forget is shared.
func (v *View) Forget() {}

// declineInstall remembers that the runner does not want the offer to install.
func (v *View) declineInstall(ctx app.Context, _ app.Event) {
	v.page.Declined = true
	// A browser that keeps nothing offers it again next time; no harm.
	_ = ctx.LocalStorage().Set(ui.KeyDeclined, true)
}

// Draw answers one question at a glance: go, ease off, recover or
// stop; the reason is one tap below.
func (v *View) Draw() app.UI {
	a := v.page.Verdict()
	if a == nil && v.page.Last != nil && v.page.Route.Date == 0 {
		return drawLast(v.page.Last)
	}
	if v.before() {
		return beforeTheDiary(v)
	}
	if a == nil {
		return ui.Box(ui.ScreenToday, dayNav(v), ui.Skeleton())
	}
	if a.Level == levelStop {
		return stopped(v, a)
	}
	return ui.Box(ui.ScreenToday,
		dayNav(v),
		app.If(v.Typed.First(), v.Typed.Draw),
		verdictCard(a),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				v.Report.DrawAsk(),
				checkInCard(v),
				v.piece(1, func() app.UI { return sessionCard(v, a) }),
				v.piece(2, func() app.UI { return signalsCard(v, a) }),
			),
			app.Div().Class("stack").Body(
				v.piece(3, func() app.UI { return whyCard(a) }),
				v.piece(3, func() app.UI { return nextCard(a) }),
				v.piece(4, func() app.UI { return activeCard(v, a) }),
				v.piece(5, func() app.UI { return runningCard(a) }),
				v.piece(5, func() app.UI { return app.If(!v.Typed.First(), v.Typed.Draw) }),
				v.piece(5, v.Report.Draw),
				v.piece(5, func() app.UI { return installOffer(v, a) }),
			),
		),
	)
}

// A screen of five hundred elements takes the browser's thread for longer than a
// press or a scroll may wait, the first time above all, when its code is not
// compiled yet. So Today comes in pieces, each in a task of its own: in the order of
// the page, so that nothing moves what stands.
const (
	pieces  = 6
	painted = 3 // pieces that the shell may have painted (last.go)
)

// Held is how many pieces wait at first: all but the verdict, or all but what the
// shell has painted already.
func Held(last bool) int {
	if last {
		return pieces - painted
	}
	return pieces - 1
}

// piece draws the i-th piece once it is its turn.
func (v *View) piece(i int, draw func() app.UI) app.UI {
	return app.If(i < pieces-v.page.Held, draw)
}

// dayNav goes from day to day.
func dayNav(v *View) app.UI {
	d := v.page.Date()
	name := unit.LongDay(d)
	if d.Time().Year() != v.page.Today.Time().Year() {
		name += d.Time().Format(" 2006")
	}
	first := v.page.State.First
	return app.Nav().Class("days").Aria("label", "Days").Body(
		app.IfSlice(d > first || first == 0, func() []app.UI {
			return []app.UI{app.A().Class("icon-button").Href(ui.Hash(d-1, v.page.Today)).Aria("label", "The day before").Body(ui.Icon(ui.IconLeft))}
		}).Else(func() app.UI { return app.Span().Class("icon-button") }),
		app.P().Body(
			app.If(d == v.page.Today, func() app.UI { return app.B().Text("Today") }),
			app.Text(" "),
			app.Time().DateTime(d.String()).Text(name),
		),
		app.If(d < v.page.Today, func() app.UI {
			return app.A().Class("icon-button").Href(ui.Hash(d+1, v.page.Today)).Aria("label", "The day after").Body(ui.Icon(ui.IconRight))
		}).Else(func() app.UI { return app.Span().Class("icon-button") }),
		app.If(d < v.page.Today, func() app.UI { return app.A().Class("back").Href("#/today").Text("To today") }),
	)
}

func verdictCard(a *wire.Assessment) app.UI {
	return app.Section().Class("verdict", "is-"+a.Level).Body(
		emergency(a.Urgent),
		app.H1().ID("title").TabIndex(-1).Body(shape(a.Level), app.Span().Text(a.Word)),
		app.P().Class("headline").Text(a.Headline),
		app.If(a.Level != levelStop, func() app.UI { return verdictAge(a) }),
	)
}

// verdictAge is how old what the verdict rests on is.
func verdictAge(a *wire.Assessment) app.UI {
	return app.P().Class("age").Body(
		app.Text(a.Age),
		app.If(a.Confidence == "low" && a.Level != "unknown", func() app.UI {
			return app.Span().Class("chip").Title("Fewer than two signals are known").Text("low confidence")
		}),
	)
}

func nextCard(a *wire.Assessment) app.UI {
	return app.If(a.Next != "", func() app.UI {
		return app.Section().Class("card", "next").Body(app.H2().Text("Next"), app.P().Text(a.Next))
	})
}

// whyCard lists every reason with its number, its limit, where the data came
// from and the papers.
func whyCard(a *wire.Assessment) app.UI {
	return app.Details().Class("card", "why").Body(
		app.Summary().Body(app.Text("Why?"), ui.Icon(ui.IconDown)),
		app.Ul().Body(app.Range(a.Reasons).Slice(func(i int) app.UI { return reason(a.Reasons[i]) })),
		app.P().Class("fine").Text("A verdict in words, not a score: no number here has been shown to predict how you feel or whether you get hurt."),
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
			app.Range(r.Cites).Slice(func(i int) app.UI { return ui.Cite(r.Cites[i]) }),
		),
	)
}

// installOffer comes after the first verdict that rests on something.
func installOffer(v *View, a *wire.Assessment) app.UI {
	offer := v.page.Install != "" && !v.page.Installed && !v.page.Declined && !v.page.Sample() && a.Level != "unknown" && v.page.Route.Date == 0
	return app.If(offer, func() app.UI {
		return app.Section().Class("card", "install").Body(
			app.H2().Text("On your home screen"),
			app.P().Text("Rebound opens like any app from there, without a network, and the browser keeps its data longer."),
			v.page.InstallSteps(),
			app.Div().Class("buttons").Body(
				app.If(v.page.Install == "prompt", func() app.UI {
					return app.Button().Type("button").Class("primary").OnClick(v.page.InstallApp).Text("Install")
				}),
				app.Button().Type("button").OnClick(v.declineInstall).Text("Not now"),
			),
		)
	})
}
