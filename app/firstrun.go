package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// firstView is what the first-run screen needs.
type firstView struct {
	Progress *wire.Progress
	Busy     bool
	List     wire.FileList
	Import   func(app.Context) // the context's element is the file input
	Choose   func(app.Context) // a folder
	Cancel   func(app.Context)
	Sample   func(app.Context)
}

// brands is where each watch keeps its files.
var brands = []struct{ Name, How string }{
	{"Garmin", "On garmin.com/account choose Export Your Data and drop the whole zip: nights, HRV, resting heart rate and runs. Or connect the watch by USB and drop its GARMIN folder."},
	{"COROS", "In the app or Training Hub, export workouts as FIT. Nights are not exported: type them in the morning."},
	{"Suunto", "In the app, export a workout as FIT. Type the nights."},
	{"Wahoo", "In the app, share a workout’s FIT file."},
	{"Polar", "Flow exports sessions; its nights come in a format of their own that is not read yet. Type them."},
	{"Apple Watch", "An export app that writes FIT files, such as HealthFit."},
	{"Strava", "Under Download your data: the original files lie in the folder activities."},
}

// firstRun is the screen before anything is known.
func firstRun(v firstView) app.UI {
	return app.Div().Class("first").Body(
		app.H1().TabIndex(-1).Class("first-title").Text("Has your body absorbed the work?"),
		app.P().Class("lead").Text("Drop your watch’s export here. Resting heart rate, HRV and sleep are weighed against your own normal, and each morning you get a verdict with its reasons."),
		app.P().Class("promise").Text("Your files never leave this device."),
		chooser(v.Import, v.Choose),
		app.If(v.Busy || v.Progress != nil, func() app.UI { return progress(v.Progress, v.Busy, v.Cancel) }),
		fileLines(v.List.Lines),
		app.If(!v.Busy, func() app.UI {
			return app.Button().Type("button").Class("quiet wide").Text("See a sample runner").OnClick(func(ctx app.Context, e app.Event) { v.Sample(ctx) })
		}),
		app.Section().Class("card").Body(
			app.H2().Text("Where your watch keeps its files"),
			app.Range(brands).Slice(func(i int) app.UI {
				return app.Details().Class("brand").Body(
					app.Summary().Body(app.Span().Text(brands[i].Name), icon("down")),
					app.P().Text(brands[i].How),
				)
			}),
		),
		app.P().Class("small").Text("No watch file at hand? Once something is here, you can also type each morning’s numbers. A normal takes 14 days to learn."),
		app.P().Class("small").Text("Rebound is not a medical device. It does not diagnose, and it does not predict injury."),
	)
}

// chooser is the two ways in besides dropping.
func chooser(importFrom, folder func(app.Context)) app.UI {
	return app.Div().Class("chooser").Body(
		app.Label().Class("button choose").Body(
			app.Span().Text("Choose files"),
			app.Input().Type("file").Multiple(true).Class("choose-input").OnChange(func(ctx app.Context, e app.Event) { importFrom(ctx) }),
		),
		app.Button().Type("button").Class("quiet").Body(icon("folder"), app.Span().Text("Choose a folder")).OnClick(func(ctx app.Context, e app.Event) { folder(ctx) }),
	)
}
