package page

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// The dialogs of Settings.
const (
	idErase   = "dialog-erase"
	idRestore = "dialog-restore"
)

func settingsScreen(v *view, on *acts) app.UI {
	if v.settings == nil {
		return box(screenSettings, app.Div().Class("head").Body(heading("Settings")),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	s := v.settings
	return box(screenSettings,
		app.Div().Class("head").Body(heading("Settings")),
		app.Div().Class("stack").Body(
			app.Section().Class("card").Body(
				app.H2().Text("You"),
				choice("units", "Distances", s.Units, [][2]string{{"km", "Kilometres"}, {"mi", "Miles"}}, on),
				choice("theme", "Theme", s.Theme, [][2]string{{"auto", "Device"}, {"light", "Light"}, {"dark", "Dark"}}, on),
				choice("sex", "Sex, for training load", s.Sex, [][2]string{{"", "Not said"}, {"female", "Female"}, {"male", "Male"}}, on),
				own("max_hr", "Max heart rate", "bpm", s.MaxHR, s.MaxHRNow, on),
				own("age", "Age", "years", s.Age, "Only for a guess of max heart rate, where no run shows it.", on),
			),
			dataCard(v, on),
			installCard(v, on),
			rulesCard(s, v.groups, on),
			aboutCard(s.Version),
		),
		eraseDialog(v, on),
		restoreDialog(v, on),
	)
}

// choice is one of a few words.
func choice(key, name, now string, options [][2]string, on *acts) app.UI {
	return app.FieldSet().Class("choice").Body(
		app.Legend().Text(name),
		app.Div().Class("segments").Body(app.Range(options).Slice(func(i int) app.UI {
			o := options[i]
			pressed := "false"
			if o[0] == now {
				pressed = "true"
			}
			return app.Button().Type("button").DataSet("key", key).DataSet("value", o[0]).
				Aria("pressed", pressed).OnClick(on.setWord).Text(o[1])
		})),
	)
}

// own is one of the runner's own numbers; empty is not said.
func own(key, name, unit string, now float64, hint string, on *acts) app.UI {
	text := ""
	if now > 0 {
		text = strconv.FormatFloat(now, 'f', -1, 64)
	}
	return app.Div().Class("field", "wide").Body(
		app.Label().For("own-"+key).Body(app.Text(name+" "), app.Small().Text(unit)),
		app.Input().ID("own-"+key).Type("text").Attr("inputmode", "numeric").AutoComplete(false).
			DataSet("key", key).DataSet("was", text).Value(text).Placeholder("not said").OnChange(on.setNumber).
			Aria("describedby", "own-"+key+"-hint"),
		app.P().ID("own-"+key+"-hint").Class("fine").Text(hint),
	)
}

func dataCard(v *view, on *acts) app.UI {
	kept := "This browser may clear it when space runs short: install Rebound, or keep a backup."
	if v.settings.Persist {
		kept = "This browser has promised to keep it."
	}
	return app.Section().Class("card").Body(
		app.H2().Text("Your data"),
		app.P().Text(fmt.Sprintf("%s, %s, on this device only. %s", count(v.state.Files, "file"), bytesText(v.settings.Bytes), kept)),
		app.If(v.sample(), func() app.UI {
			return app.P().Class("fine").Text("The sample runner has a store of its own: leave it to back up, restore or erase yours.")
		}).Else(func() app.UI {
			return app.Div().Class("buttons").Body(
				app.Button().Type("button").OnClick(on.backup).Text("Back up"),
				app.Button().Type("button").OnClick(on.restore).Text("Restore"),
				app.Button().Type("button").Class("danger").OnClick(on.askErase).Text("Erase all data"),
			)
		}),
	)
}

func installCard(v *view, on *acts) app.UI {
	return app.Section().Class("card", "install").Body(
		app.H2().Text("On your home screen"),
		app.If(v.installed, func() app.UI { return app.P().Text("Rebound is installed here.") }).
			ElseIf(v.install == "prompt", func() app.UI {
				return app.Div().Class("buttons").Body(
					app.Button().Type("button").Class("primary").OnClick(on.installApp).Text("Install"))
			}).
			ElseIf(v.install == "ios", func() app.UI { return installSteps(v) }).
			Else(func() app.UI {
				return app.P().Text("This browser offers no installing by itself; its menu may have Install or Add to Home Screen. Rebound works offline either way.")
			}),
	)
}

func aboutCard(version string) app.UI {
	return app.Section().Class("card").Body(
		app.H2().Text("About"),
		app.P().Text("Rebound is not a medical device. It does not diagnose, treat or prevent anything; if something worries you, ask a doctor. Under 18, pregnant, with an irregular heartbeat or on beta-blockers, these readings are not to be trusted."),
		app.P().Text("Free software under the MIT licence. Nothing you put in leaves this device."),
		app.P().Class("fine").Text("Version "+version+"."),
	)
}

func eraseDialog(v *view, on *acts) app.UI {
	what := count(v.state.Files, "file")
	if v.state.Files > 0 && v.state.First > 0 && v.state.First <= v.state.Last {
		what += " from " + fullDay(v.state.First) + " to " + fullDay(v.state.Last)
	}
	return app.Dialog().ID(idErase).Aria("labelledby", idErase+"-title").Body(
		app.H2().ID(idErase+"-title").Text("Erase everything?"),
		app.P().Text("Rebound forgets "+what+", everything you typed and every setting, in this browser. The files on your own disk stay. There is no undo, unless you back up first."),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(on.closeDialog).Text("Keep everything"),
			app.Button().Type("button").Class("danger").OnClick(on.erase).Text("Erase everything"),
		),
	)
}

func restoreDialog(v *view, on *acts) app.UI {
	var r wire.Preview
	if v.restore != nil {
		r = *v.restore
	}
	what := backupHolds(r)
	return app.Dialog().ID(idRestore).Aria("labelledby", idRestore+"-title").Body(
		app.H2().ID(idRestore+"-title").Text("Restore a backup"),
		app.P().Text(what),
		app.P().Text("Merge adds what is missing and keeps the rest. Replace puts the backup in the place of everything here."),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(on.closeDialog).Text("Cancel"),
			app.Button().Type("button").Class("danger").OnClick(on.replace).Text("Replace"),
			app.Button().Type("button").Class("primary").OnClick(on.merge).Text("Merge"),
		),
	)
}

// backupHolds says what is in a backup.
func backupHolds(r wire.Preview) string {
	what := fmt.Sprintf("The backup of %s holds %s, %d of them not here yet", r.Made, count(r.Files, "file"), r.New)
	if r.First > 0 && r.First <= r.Last {
		what += ", from " + fullDay(r.First) + " to " + fullDay(r.Last)
	}
	if r.Told > 0 {
		what += "; and " + count(r.Told, "thing") + " that you told: check-ins, niggles, plans, typed numbers"
	}
	what += "."
	if r.Settings {
		what += " It also holds settings, which only Replace brings back."
	}
	return what
}
