package today

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// rate asks how hard the latest run felt, while it is fresh: on its day and the day
// after. A number is the answer, and saves.
func (v *View) rate(a *wire.Assessment) app.UI {
	if !v.live() || a.Asks == nil || a.Asks.Rate == nil {
		return nil
	}
	return ui.Line("How hard was it?", a.Asks.Rate.Text,
		app.Div().Class("rate").Role("group").Aria("label", "How hard was it? 0 is rest, 10 all-out").Body(
			app.Range([diary.MaxEffort + 1]struct{}{}).Slice(func(i int) app.UI {
				return app.Button().Type("button").DataSet("rpe", i).OnClick(v.rated).Text(strconv.Itoa(i))
			})),
		app.P().Class("fine").Text("0 is rest, 10 all-out."),
		app.A().Class("more").Href("#/body").Body(app.Text("It hurt"), ui.Icon(ui.IconRight)),
	)
}

func (v *View) rated(ctx app.Context, _ app.Event) {
	a := v.page.Now
	rpe, err := strconv.Atoi(ui.Data(ctx, "rpe"))
	if err != nil || a == nil || a.Asks == nil || a.Asks.Rate == nil {
		return
	}
	said := wire.EffortSaid{Date: a.Asks.Rate.Date, Start: a.Asks.Rate.Start, RPE: &rpe}
	ui.Ask(v.page, wire.OpEffort, said, func(s wire.State) {
		v.page.GotState(s)
		v.page.Toast("Saved: "+strconv.Itoa(rpe)+" of 10.", func() {
			off := said
			off.RPE, off.Off = nil, true
			ui.Ask(v.page, wire.OpEffort, off, func(s wire.State) {
				v.page.GotState(s)
				v.page.Toast("Undone.", nil)
			})
		})
		ui.HoldFocus(v.page, ui.IDToast)
	})
}
