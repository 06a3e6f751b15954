package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// shell is the page around a screen.
func shell(v *view, on *acts) app.UI {
	main := app.Main().ID("main").Class("page", "page-"+v.route.screen).TabIndex(-1)
	if a := v.shown(); a != nil {
		main = main.DataSet("action", a.Action).DataSet("date", a.Date.String())
	} else if v.state == nil {
		main = main.Aria("busy", "true")
	}
	return app.Div().Class("app").Body(
		app.A().Class("skip").Href("#main").Text("Skip to the content").OnClick(on.skip),
		ribbon(v, on),
		app.Header().Class("bar").Body(
			app.A().Class("brand").Href("#/today").Text("Rebound"),
			app.If(v.offline, func() app.UI {
				return app.Span().Class("offline").Body(icon(iconOffline), app.Text("Offline"))
			}),
			tabs(v),
			settingsLink(v),
		),
		notices(v, on),
		main.Body(screen(v, on)),
		app.Div().Class("drop-overlay").Aria("hidden", "true").Body(
			app.Div().Body(icon(iconFiles), app.Text("Drop your files anywhere")),
		),
	)
}

// box is the root of a screen. Each has a tag of its own: go-app reuses elements
// of one tag, and what was open or typed on one screen would show on the next.
func box(name string, body ...app.UI) app.UI {
	return app.Elem("rebound-" + name).Class("screen").Body(body...)
}

func screen(v *view, on *acts) app.UI {
	switch {
	case v.state == nil:
		return skeleton()
	case v.route.screen == screenFiles:
		return filesScreen(v, on)
	case v.route.screen == screenSettings:
		return settingsScreen(v, on)
	case v.route.screen == screenBody:
		return bodyScreen(v, on) // what is told can be a diary's first entry
	case v.route.screen == screenPlan:
		return planScreen(v, on) // a plan can come before the first file
	case v.state.Empty:
		return firstRun(v, on)
	case v.route.screen == screenTrends:
		return trendsScreen(v, on)
	}
	return todayScreen(v, on)
}

// title is the document's.
func title(v *view) string {
	switch {
	case v.route.screen == screenFiles:
		return "Files · Rebound"
	case v.route.screen == screenSettings:
		return "Settings · Rebound"
	case v.route.screen == screenBody:
		return bodyTitle(v) + " · Rebound"
	case v.route.screen == screenPlan:
		return "Plan · Rebound"
	case v.empty():
		return "Rebound"
	case v.route.screen == screenTrends:
		return "Trends · Rebound"
	}
	if a := v.shown(); a != nil {
		return a.Word + " · " + longDay(a.Date) + " · Rebound"
	}
	return "Rebound"
}

// skeleton stands until the worker has answered; index.html paints the same.
func skeleton() app.UI {
	return box("wait",
		app.H1().ID("title").TabIndex(-1).Class("visually-hidden").Text("Rebound"),
		app.Div().Class("skeleton", "skeleton-word"),
		app.Div().Class("skeleton", "skeleton-line"),
		app.Div().Class("skeleton", "skeleton-card"),
		app.Div().Class("skeleton", "skeleton-card"),
	)
}

func heading(text string) app.UI {
	return app.H1().ID("title").TabIndex(-1).Text(text)
}

func tabs(v *view) app.UI {
	return app.Nav().Class("tabs").Aria("label", "Screens").Body(
		tab(v, screenToday, "Today", iconToday),
		tab(v, screenTrends, "Trends", iconTrends),
		tab(v, screenPlan, "Plan", iconPlan),
		tab(v, screenBody, "Body", iconBody),
		tab(v, screenFiles, "Files", iconFiles),
	)
}

func tab(v *view, screen, name, path string) app.UI {
	a := app.A().Href("#/"+screen).Body(icon(path), app.Span().Text(name))
	if v.route.screen == screen {
		a = a.Aria("current", "page")
	}
	return a
}

func settingsLink(v *view) app.UI {
	a := app.A().Class("icon-button").Href("#/settings").Aria("label", "Settings").Body(icon(iconSettings))
	if v.route.screen == screenSettings {
		a = a.Aria("current", "page")
	}
	return a
}

func ribbon(v *view, on *acts) app.UI {
	return app.If(v.sample(), func() app.UI {
		return app.Aside().Class("ribbon").Aria("label", "Sample runner").Body(
			app.Span().Text("Sample runner"),
			app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(on.leave).Text("Leave the sample"),
		)
	})
}

// notices are what wants to be seen on every screen: what went wrong, an import
// that runs elsewhere, a version that waits.
func notices(v *view, on *acts) app.UI {
	said := ""
	if v.route.screen != screenFiles {
		said = v.said
	}
	return app.Div().Class("notices").Body(
		app.Div().Role("alert").Body(app.If(v.fault != "", func() app.UI {
			return app.Div().Class("notice", "fault").Body(
				app.P().Text(v.fault),
				app.Button().Type("button").Class("icon-button").Aria("label", "Dismiss").OnClick(on.dismissFault).Body(icon(iconClose)),
			)
		})),
		app.If(v.importing() && v.route.screen != screenFiles && !v.empty(), func() app.UI {
			return app.Div().Class("notice").Body(progressBar(v.progress), app.A().Href("#/files").Text("Files"))
		}),
		app.If(v.update && !v.importing(), func() app.UI {
			return app.Div().Class("notice", "toast").Role("status").Body(
				app.P().Text("A new version is ready."),
				app.Button().Type("button").Class("small", "primary").OnClick(on.updateNow).Text("Update"),
				app.Button().Type("button").Class("small").OnClick(on.updateLater).Text("Later"),
			)
		}),
		app.If(v.route.screen != screenFiles, func() app.UI {
			return app.Div().Class("said").Role("status").Text(said)
		}),
	)
}
