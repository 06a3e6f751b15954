package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// firstRun is what a runner meets who has nothing here yet.
func firstRun(v *view, on *acts) app.UI {
	return box("first",
		app.Section().Class("welcome").Body(
			heading("Has your body absorbed the work?"),
			app.P().Class("lead").Text("Rebound weighs resting heart rate, HRV and sleep from your watch's own files against your normal, and says each morning: go, ease off, or recover."),
			app.P().Class("promise").Body(icon(iconLock), app.Span().Body(
				app.B().Text("Your files never leave this device."), app.Text(" "),
				app.Span().Text("No account, no server, no upload; works without a network."),
			)),
		),
		app.If(v.install == "ios" && !v.installed, func() app.UI {
			return app.Section().Class("card", "install").Body(
				app.H2().Text("On an iPhone or iPad, first"),
				installSteps(v),
			)
		}),
		app.If(v.importing(), func() app.UI { return importCard(v.progress, on) }).Else(func() app.UI {
			return app.Section().Class("card", "drop").Body(
				icon(iconFiles),
				app.P().Text("Drop FIT files, folders or zips anywhere on this page."),
				app.Div().Class("buttons").Body(
					chooseFiles(on),
					app.Button().Type("button").OnClick(on.chooseFolder).Text("Choose a folder"),
				),
				app.Button().Type("button").Class("link").OnClick(on.sample).Text("See a sample runner"),
			)
		}),
		app.If(v.progress != nil && v.progress.Finished, func() app.UI {
			return app.P().Class("outcome").Body(app.Text(outcome(*v.progress)+" "), app.A().Href("#/files").Text("See each file"))
		}).ElseIf(v.files != nil && len(v.files.Lines) > 0 && !v.importing(), func() app.UI {
			return fileList(v, on) // a diary that cannot be read must not look like none
		}),
		sources(true),
		typedCard(v, on),
		app.P().Class("fine").Text("Rebound is not a medical device. It does not diagnose; if something worries you, ask a doctor."),
	)
}

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

func sources(open bool) app.UI {
	d := app.Details().Class("card", "brands")
	if open {
		d = d.Open(true)
	}
	return d.Body(
		app.Summary().Body(app.Text("Where are my files?"), icon(iconDown)),
		app.Div().Body(app.Range(brands).Slice(func(i int) app.UI {
			b := brands[i]
			return app.Details().Body(
				app.Summary().Body(app.Text(b.name), icon(iconDown)),
				app.P().Text(b.history),
				app.P().Text(b.daily),
			)
		})),
	)
}
