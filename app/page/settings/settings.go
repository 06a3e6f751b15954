// Package settings is the Settings screen: what the runner says of themself, the
// data as a whole (backup, restore, erase), installing, and every threshold.
package settings

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page     *ui.Page
	Settings *wire.Settings
	Opened   map[string]bool // groups of thresholds, by name: what is closed is not drawn
	Preview  *wire.Preview   // of the backup that may be restored
	offers   bool            // which is asked about once the screen stands
	Replaced int64           // the revision at which one took the place of what was here; 0 for none
	Wrong    ui.Faults       // what is wrong with what stands in a field, by its id
	WhatIf   whatIf          // of the threshold that is edited
}

// The ids of fields, and the two forms that they make: each field saves by itself, and
// what was typed into one and not saved is kept.
const (
	idOwn     = "own-"
	idRule    = "rule-"
	formYou   = "settings/you"
	formRules = "settings/rules"
)

// New is the screen before anything is asked.
func New(p *ui.Page) *View { return &View{page: p} }

// Title names the document.
func (v *View) Title() string { return "Settings" }

// Ready reports whether the screen has something to read.
func (v *View) Ready() bool { return v.Settings != nil }

// pieces are how many the screen is drawn in.
const pieces = 4

// Pieces is how many there are.
func (v *View) Pieces() int { return pieces }

// Leave gives up what is typed. The groups of thresholds stay as they are: whoever comes back,
// or gives up one number, looks at the others still.
func (v *View) Leave() { v.Wrong, v.WhatIf = nil, whatIf{} }

// Forget drops the answer.
func (v *View) Forget() { v.Settings, v.Wrong, v.WhatIf = nil, nil, whatIf{} }

// Draw draws the screen.
func (v *View) Draw() app.UI {
	if v.Settings == nil {
		return ui.Box(ui.ScreenSettings, app.Div().Class("head").Body(ui.Heading("Settings")),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	s := v.Settings
	return ui.Box(ui.ScreenSettings,
		app.Div().Class("head").Body(ui.Heading("Settings")),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				app.Section().Class("card").DataSet("draft", v.page.Draft(formYou, 0)).Body(
					app.H2().Text("You"),
					choice("units", "Units", s.Units, [][2]string{{"km", "Kilometres"}, {"mi", "Miles"}}, v),
					choice("theme", "Theme", s.Theme, [][2]string{{"auto", "Device"}, {"light", "Light"}, {"dark", "Dark"}}, v),
					choice("sex", "Sex, for training load", s.Sex, [][2]string{{"", "Not set"}, {"female", "Female"}, {"male", "Male"}}, v),
					own("max_hr", "Max HR", "bpm", s.MaxHR, s.MaxHRNow, v),
					own("age", "Age", "years", s.Age, "Only to guess your max HR until a run shows it.", v),
				),
				v.page.Piece(1, pieces, func() app.UI { return dataCard(v) }),
				v.page.Piece(2, pieces, func() app.UI { return sourcesCard(v) }),
				v.page.Piece(2, pieces, func() app.UI { return tablesCard(v) }),
				v.page.Piece(2, pieces, func() app.UI { return installCard(v) }),
			),
			app.Div().Class("stack").Body(
				v.page.Piece(3, pieces, func() app.UI { return rulesCard(s, v) }),
				v.page.Piece(3, pieces, func() app.UI { return aboutCard(s.Version) }),
			),
		),
		eraseDialog(v),
		restoreDialog(v),
	)
}

// choice is one of a few words.
func choice(key, name, now string, options [][2]string, v *View) app.UI {
	return app.FieldSet().Class("choice").Body(
		app.Legend().Text(name),
		app.Div().Class("segments").Body(app.Range(options).Slice(func(i int) app.UI {
			o := options[i]
			pressed := "false"
			if o[0] == now {
				pressed = "true"
			}
			return app.Button().Type("button").DataSet("key", key).DataSet("value", o[0]).
				Aria("pressed", pressed).OnClick(v.setWord).Text(o[1])
		})),
	)
}

// own is one of the runner's own numbers; empty is not said.
func own(key, name, unit string, now float64, hint string, v *View) app.UI {
	text := ""
	if now > 0 {
		text = strconv.FormatFloat(now, 'f', -1, 64)
	}
	id := idOwn + key
	return app.Div().Class("field", "wide").Body(
		app.Label().For(id).Body(app.Text(name+" "), app.Small().Text(unit)),
		ui.Faulty(ui.Typing("numeric", "not set").ID(id).DataSet("key", key).Value(text).OnChange(v.setNumber), id, id+"-hint", v.Wrong[id]),
		ui.WrongLine(id, v.Wrong[id]),
		app.P().ID(id+"-hint").Class("fine").Text(hint),
	)
}

func installCard(v *View) app.UI {
	return app.Section().Class("card", "install").Body(
		app.H2().Text("On your home screen"),
		app.If(v.page.Installed, func() app.UI { return app.P().Text("Rebound is installed here.") }).
			ElseIf(v.page.Install == "prompt", func() app.UI {
				return app.Div().Class("buttons").Body(
					app.Button().Type("button").Class("primary").OnClick(v.page.InstallApp).Text("Install"))
			}).
			ElseIf(v.page.Install == "ios", func() app.UI { return v.page.InstallSteps() }).
			Else(func() app.UI {
				return app.P().Text("This browser will not offer to install Rebound, but its menu may have Install or Add to Home Screen. Rebound works offline either way.")
			}),
	)
}

func aboutCard(version string) app.UI {
	return app.Section().Class("card").Body(
		app.H2().Text("About"),
		app.P().Text("Rebound is not a medical device. It does not diagnose, treat or prevent anything; if something worries you, ask a doctor. If you are under 18, pregnant, on beta-blockers or have an irregular heartbeat, do not rely on these readings."),
		app.P().Body(
			app.Text("Free software under the MIT licence; "),
			app.A().Href("licences.txt").Target("_blank").Text("what it is made of"),
			app.Text(". Nothing you put in leaves this device."),
		),
		app.P().Class("fine").Text("Version "+version+"."),
	)
}
