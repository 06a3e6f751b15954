package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/inbox"
	"rebound/app/page/sources"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// screen is what the page knows of each of its screens.
type screen interface {
	Draw() app.UI
	Title() string // of the document; "" is the app's name alone
	Ready() bool   // reports whether it has what it waits for
	Ask()          // asks for what it shows
	Leave()        // the runner goes elsewhere
	Forget()       // the diary is another one
	Pieces() int   // in how many it can be drawn, each in a task of its own
}

// shell is what stands around the screens, and all of them.
type shell struct {
	page    *ui.Page
	screens map[string]screen // by the name that the address has for them
	first   screen            // in the place of Today and Trends while there is no diary
	files   *inbox.Files
	where   *sources.View

	offline bool
	update  bool // a new version waits
	fresh   bool // there is no diary here, as far as the shell knew before the backend answered
	shut    bool // there is a diary, and it cannot be shown: the line says why
	loses   bool // something that is typed in a tab would go with the old one
}

// current is the screen that the address names, or the first one. Plan and Body
// can come before the first file: an entry or a plan may be a diary's first.
func (v *shell) current() screen {
	s, known := v.screens[v.page.Route.Screen]
	empty := v.page.Empty() || v.fresh && v.page.State == nil
	if !known || empty && (v.page.Route.Screen == ui.ScreenToday || v.page.Route.Screen == ui.ScreenTrends) {
		return v.first
	}
	return s
}

// remembers reports whether today's verdict can be shown before the engine answers.
func (v *shell) remembers() bool {
	return v.page.Last != nil && v.page.Route.Screen == ui.ScreenToday && v.page.Route.Date == 0
}

// title is the document's.
func (v *shell) title() string {
	if t := v.current().Title(); t != "" {
		return t + " · Rebound"
	}
	return "Rebound"
}

// draw is the page around a screen.
func (v *shell) draw() app.UI {
	main := app.Main().ID("main").Class("page", "page-"+v.page.Route.Screen).TabIndex(-1)
	if a := v.page.Verdict(); a != nil {
		main = main.DataSet("action", a.Action).DataSet("date", a.Date.String())
	}
	if v.page.State == nil && !v.shut || v.page.Held > 0 {
		main = main.Aria("busy", "true")
	}
	return app.Div().Class("app").Body(
		app.A().Class("skip").Href("#main").Text("Skip to the content").OnClick(v.skip),
		v.ribbon(),
		app.Header().Class("bar").Body(
			app.A().Class("brand").Href("#/today").Text("Rebound"),
			app.If(v.offline, func() app.UI {
				return app.Span().Class("offline").Body(ui.Icon(ui.IconOffline), app.Text("Offline"))
			}),
			v.tabs(),
			v.settingsLink(),
		),
		v.notices(),
		main.Body(app.If(v.shut, shut).ElseIf(v.page.State == nil && !v.remembers() && !(v.fresh && v.current() == v.first), ui.Skeleton).Else(func() app.UI { return v.current().Draw() })),
		v.toasts(),
		app.Div().Class("drop-overlay").Aria("hidden", "true").Body(
			app.Div().Body(ui.Icon(ui.IconFiles), app.Text("Drop your files anywhere")),
		),
	)
}

// shut stands in the place of a diary that cannot be shown.
func shut() app.UI {
	return ui.Box("shut", app.Div().Class("head").Body(ui.Heading("Your diary cannot be shown")),
		app.P().Text("It is still on this device. The message at the foot of the screen says what went wrong and what you can do."))
}

func (v *shell) tabs() app.UI {
	return app.Nav().Class("tabs").Aria("label", "Screens").Body(
		v.tab(ui.ScreenToday, "Today", ui.IconToday),
		v.tab(ui.ScreenTrends, "Trends", ui.IconTrends),
		v.tab(ui.ScreenPlan, "Plan", ui.IconPlan),
		v.tab(ui.ScreenBody, "Body", ui.IconBody),
		v.tab(ui.ScreenFiles, "Files", ui.IconFiles),
	)
}

func (v *shell) tab(screen, name, path string) app.UI {
	a := app.A().Href("#/"+screen).Body(ui.Icon(path), app.Span().Text(name))
	if v.page.Route.Screen == screen {
		a = a.Aria("current", "page")
	}
	return a
}

func (v *shell) settingsLink() app.UI {
	a := app.A().Class("icon-button").Href("#/settings").Aria("label", "Settings").Body(ui.Icon(ui.IconSettings))
	if v.page.Route.Screen == ui.ScreenSettings {
		a = a.Aria("current", "page")
	}
	return a
}

func (v *shell) ribbon() app.UI {
	return app.If(v.page.Sample(), func() app.UI {
		return app.Aside().Class("ribbon").Aria("label", "Sample runner").Body(
			app.Span().Text("Sample runner"),
			app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(v.leave).Text("Leave the sample"),
		)
	})
}

// notices are what wants to be seen on every screen: an import that runs elsewhere, a
// question about files.
func (v *shell) notices() app.UI {
	return app.Div().Class("notices").Body(
		app.If(v.page.Importing() && v.page.Route.Screen != ui.ScreenFiles && !v.page.Empty(), func() app.UI {
			return app.Div().Class("notice").Body(inbox.Bar(v.page.Progress), app.A().Href("#/files").Text("Files"))
		}),
		app.If(v.page.State != nil && v.page.State.Asks && !v.page.Empty() && v.page.Route.Screen != ui.ScreenFiles && !v.page.Importing(), func() app.UI {
			return app.Div().Class("notice").Body(app.P().Text("Rebound has a question about your files."), app.A().Href("#/files").Text("Answer it"))
		}),
	)
}

// toasts stand near the thumb, over whatever is scrolled there: what went wrong, a
// version that waits, what was just done.
func (v *shell) toasts() app.UI {
	text, press := "A new version is ready.", "Update"
	if v.loses {
		text, press = "Something typed here or in another tab would be lost. Save it first, or update anyway.", "Update anyway"
	}
	return app.Div().Class("toasts").Body(
		app.Div().Role("alert").Body(v.page.FaultNotice()),
		app.Div().Role("status").Body(app.If(v.update && !v.page.Importing(), func() app.UI {
			return app.Div().Class("toast").Body(
				app.P().Text(text),
				app.Button().Type("button").Class("small", "primary").OnClick(v.updateNow).Text(press),
				app.Button().Type("button").Class("small").OnClick(v.updateLater).Text("Later"),
			)
		})),
		v.page.DrawToast(),
	)
}

// The link's own default would change the fragment, which is the screen.
func (v *shell) skip(_ app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	ui.Focus("main")
}

// leave goes back from the sample runner to the runner's own diary.
func (v *shell) leave(app.Context, app.Event) {
	ui.Ask(v.page, wire.OpSample, wire.SampleArg{On: false}, func(s wire.State) {
		v.page.GotState(s)
		v.page.ToToday("")
	})
}

func (v *shell) updateNow(app.Context, app.Event)   { v.page.Boot("update", v.loses) }
func (v *shell) updateLater(app.Context, app.Event) { v.update, v.loses = false, false }
