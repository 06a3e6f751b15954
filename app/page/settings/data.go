package settings

import (
	"fmt"
	"math"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// The dialogs of Settings.
const (
	idErase   = "dialog-erase"
	idRestore = "dialog-restore"
)

func dataCard(v *View) app.UI {
	kept := "This browser may clear it when space runs short: install Rebound, or keep a backup."
	if v.Settings.Persist {
		kept = "This browser has promised to keep it."
	}
	return app.Section().Class("card").Body(
		app.H2().Text("Your data"),
		app.P().Text(fmt.Sprintf("%s, %s, on this device only. %s", unit.Count(v.page.State.Files, "file"), bytes(v.Settings.Bytes), kept)),
		app.If(v.page.Sample(), func() app.UI {
			return app.P().Class("fine").Text("The sample runner has a store of its own: leave it to back up, restore or erase yours.")
		}).Else(func() app.UI {
			return backups(v)
		}),
		app.If(v.page.State.Files > 0 || !v.page.State.Empty, func() app.UI { return tables(v) }),
		app.P().Class("more").Body(app.A().Href("#/summary").Text("One page for your coach, physio or doctor")),
	)
}

// sourcesCard says which source counts where several tell the same, and lets the runner
// put another first.
func sourcesCard(v *View) app.UI {
	return app.If(len(v.Settings.Sources) > 0, func() app.UI {
		return app.Section().Class("card", "firsts").Body(
			app.H2().Text("Which source counts"),
			app.P().Class("fine").Text("When several sources cover the same night or run, only one counts: your watch's own files first, then its maker's export, then an app that passes the data on, then a table. You can put another one first."),
			app.Range(v.Settings.Sources).Slice(func(i int) app.UI {
				f := v.Settings.Sources[i]
				return app.Div().Class("field", "wide").Body(
					app.Label().For(f.Key).Text(f.Name),
					app.Select().ID(f.Key).DataSet("key", f.Key).OnChange(v.setFirst).Body(
						ui.Option("", "The usual order", f.Now),
						app.Range(f.Options).Slice(func(j int) app.UI {
							return ui.Option(f.Options[j].Value, f.Options[j].Name+" first", f.Now)
						}),
					),
				)
			}),
		)
	})
}

func (v *View) setFirst(ctx app.Context, _ app.Event) {
	v.set(wire.SettingArg{Key: ui.Data(ctx, "key"), Text: ui.Chosen(ctx)}, "")
}

// tablesCard lists the tables of the runner's own that they have explained.
func tablesCard(v *View) app.UI {
	return app.If(len(v.Settings.Tables) > 0, func() app.UI {
		return app.Section().Class("card").Body(
			app.H2().Text("Your own tables"),
			app.P().Class("fine").Text("What you told Rebound about their columns. Forget one, and it asks again about the next table like it."),
			app.Ul().Class("known").Body(app.Range(v.Settings.Tables).Slice(func(i int) app.UI {
				t := v.Settings.Tables[i]
				return app.Li().Body(app.Span().Text(t.Text),
					app.Button().Type("button").Class("small").DataSet("key", t.Key).OnClick(v.forgetTable).Aria("label", "Forget "+t.Text).Text("Forget"))
			})),
		)
	})
}

func (v *View) forgetTable(ctx app.Context, _ app.Event) {
	v.page.Quiet()
	ui.Ask(v.page, wire.OpTableDrop, wire.KnownArg{Key: ui.Data(ctx, "key")}, func(s wire.Settings) {
		v.Settings = &s
		v.page.Toast("Forgotten.", nil)
		ui.HoldFocus(v.page, ui.IDTitle)
	})
}

// sheets are the tables that the diary goes out as.
var sheets = []struct{ what, name, holds string }{
	{"days", "Days", "Days: resting HR, HRV, sleep and training for each date, with their sources."},
	{"sessions", "Runs", "Runs: each session with its time, distance and average heart rate."},
	{"wellness", "For intervals.icu", "For intervals.icu: resting HR, HRV and sleep, to import there as wellness data."},
}

// tables are the diary for other programs.
func tables(v *View) app.UI {
	return app.Div().Class("tables").Body(
		app.H3().Text("As tables (CSV)"),
		app.Ul().Class("fine").Body(app.Range(sheets).Slice(func(i int) app.UI { return app.Li().Text(sheets[i].holds) })),
		app.Div().Class("buttons").Body(app.Range(sheets).Slice(func(i int) app.UI {
			return app.Button().Type("button").DataSet("what", sheets[i].what).OnClick(v.saveSheet).Text(sheets[i].name)
		})),
	)
}

// saveSheet saves a table of the diary.
func (v *View) saveSheet(ctx app.Context, _ app.Event) {
	v.page.Quiet()
	ui.Ask(v.page, wire.OpSheet, wire.SheetArg{What: ui.Data(ctx, "what")}, func(struct{}) {
		v.page.Toast("Saved as a CSV file.", nil)
	})
}

func eraseDialog(v *View) app.UI {
	what := unit.Count(v.page.State.Files, "file")
	if v.page.State.Files > 0 && v.page.State.First > 0 && v.page.State.First <= v.page.State.Last {
		what += " from " + unit.FullDay(v.page.State.First) + " to " + unit.FullDay(v.page.State.Last)
	}
	return app.Dialog().ID(idErase).Aria("labelledby", idErase+"-title").Body(
		app.H2().ID(idErase+"-title").Text("Erase everything?"),
		app.P().Text("Rebound forgets "+what+", everything you typed and every setting, in this browser. The files on your own disk stay. There is no undo, unless you back up first."),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(v.closeDialog).Text("Keep everything"),
			app.Button().Type("button").Class("danger").OnClick(v.erase).Text("Erase everything"),
		),
	)
}

func (v *View) askErase(app.Context, app.Event) { ui.Dialog(idErase, true) }

func (v *View) erase(app.Context, app.Event) {
	ui.Dialog(idErase, false)
	ui.Ask(v.page, wire.OpErase, nil, v.page.Erased)
}

func (v *View) closeDialog(app.Context, app.Event) {
	ui.Dialog(idErase, false)
	ui.Dialog(idRestore, false)
}

// bytes writes a size on disk.
func bytes(n int64) string {
	switch {
	case n < 1<<20:
		return fmt.Sprintf("%.0f kB", math.Ceil(float64(n)/1e3))
	case n < 10<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	}
	return fmt.Sprintf("%.0f MB", float64(n)/1e6)
}
