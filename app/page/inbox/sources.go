package inbox

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
)

// brands says where each keeps its files, and what is in them.
var brands = []struct{ name, history, daily string }{
	{"Garmin",
		"All of it: on garmin.com, account, Data Management, Export Your Data. A zip comes by mail; drop it as it is.",
		"The newest: connect the watch by USB and choose its GARMIN folder. Sleep, HRV (watches with HRV status) and resting heart rate are in it."},
	{"COROS",
		"In the app or the Training Hub: export a workout as FIT.",
		"Nights, HRV and resting heart rate come in no file: type the morning's numbers."},
	{"Suunto",
		"In the app, open a workout and export it as FIT.",
		"Nights and HRV come in no FIT file: type the morning's numbers."},
	{"Polar",
		"Flow on the web exports sessions, one by one; choose FIT where it is offered.",
		"Its nights come in a format that is not read here: type the morning's numbers."},
	{"Wahoo",
		"In the app, share a workout as its FIT file.",
		"It measures no nights: type the morning's numbers."},
	{"Apple Watch",
		"Health's own export is not FIT. An export app such as HealthFit or RunGap writes workouts as FIT.",
		"Nights, HRV and resting heart rate: type the morning's numbers."},
	{"Strava",
		"On strava.com: Settings, My Account, Download or Delete Your Account, Request Your Archive (it deletes nothing). Drop the zip as it is.",
		"It holds sessions only, those from a watch as FIT."},
}

// Sources says where the runner's files are.
func Sources(open bool) app.UI {
	d := app.Details().Class("card", "brands")
	if open {
		d = d.Open(true)
	}
	return d.Body(
		app.Summary().Body(app.Text("Where are my files?"), ui.Icon(ui.IconDown)),
		app.Div().Body(app.Range(brands).Slice(func(i int) app.UI {
			b := brands[i]
			return app.Details().Body(
				app.Summary().Body(app.Text(b.name), ui.Icon(ui.IconDown)),
				app.P().Text(b.history),
				app.P().Text(b.daily),
			)
		})),
	)
}
