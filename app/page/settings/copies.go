package settings

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/unit"
)

// backups is what can be done with the diary as a whole, and what was.
func backups(v *View) app.UI {
	b := v.page.Backups
	last := "No backup yet."
	if b.Last > 0 {
		last = "Last backup: " + unit.FullDay(b.Last) + "."
	}
	return app.Div().Class("whole").Body(
		app.P().Class("fine").Text(last),
		undoLine(v),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").OnClick(v.page.BackUp).Text("Back up"),
			app.Button().Type("button").OnClick(v.page.Booting("protect")).Text("Protect with a passphrase"),
			app.Button().Type("button").OnClick(v.chooseBackup).Text("Restore"),
			app.Button().Type("button").Class("danger").OnClick(v.askErase).Text("Erase all data"),
		),
		app.If(b.CanCopy, func() app.UI { return copies(v) }),
	)
}

// copies is the folder that a copy goes to by itself, or the offer of one.
func copies(v *View) app.UI {
	b := v.page.Backups
	if b.Folder == "" {
		return app.Div().Class("tables").Body(
			app.H3().Text("Automatic copies"),
			app.P().Class("fine").Text("Choose a folder, and once a day, if anything is new, Rebound puts a backup there and keeps the three newest. These copies have no passphrase: Rebound never stores one."),
			app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(v.page.Booting("keepCopies")).Text("Choose a folder for copies")),
		)
	}
	last := "No copy yet."
	if b.Copied > 0 {
		last = "Last copy: " + unit.FullDay(b.Copied) + "."
	}
	return app.Div().Class("tables").Body(
		app.H3().Text("Automatic copies"),
		app.P().Class("fine").Text("Once a day, if anything is new, a backup goes to the folder "+unit.Own(b.Folder)+". The three newest stay there, without a passphrase. "+last),
		app.If(b.Fault != "", func() app.UI { return app.P().Class("wrong").Role("alert").Text(b.Fault) }),
		app.Div().Class("buttons").Body(
			v.page.CopyAgain(),
			app.Button().Type("button").Class("link").OnClick(v.page.Booting("stopCopies")).Text("Stop copying"),
		),
	)
}
