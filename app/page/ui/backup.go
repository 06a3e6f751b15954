package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/engine/diary"
)

// Backups is what the browser knows of them (web/boot/backups.js). A date is 0 where
// there is none.
type Backups struct {
	Last    diary.Date `json:"last"` // of what was saved
	From    diary.Date `json:"from"` // when the first data came, or the reminder was put off
	CanCopy bool       `json:"canCopy"`
	Folder  string     `json:"folder"` // of automatic copies; "" for none
	Copied  diary.Date `json:"copied"` // of the last copy
	Fault   string     `json:"fault"`  // why there is no newer one
	Allow   bool       `json:"allow"`  // it is that the browser has to be asked again
}

// remindAfter is after how many days without a backup there is a reminder, where the
// diary has something newer (ours).
const remindAfter = 30

// BackupDue reports whether to remind of a backup.
func (p *Page) BackupDue() bool {
	if p.State == nil || p.State.Empty || p.State.Sample || p.Backups.From == 0 && p.Backups.Last == 0 {
		return false
	}
	kept := max(p.Backups.Last, p.Backups.Copied)
	return p.Today-max(kept, p.Backups.From) >= remindAfter && p.State.Last > kept
}

// BackupLine reminds of a backup in one line, or says that copies are no longer made;
// nil where neither is due.
func (p *Page) BackupLine() app.UI {
	if b := p.Backups; b.Fault != "" && !p.Sample() {
		return Line("Automatic copies", "stopped",
			app.P().Text(b.Fault),
			app.Div().Class("buttons").Body(p.CopyAgain()),
		)
	}
	if !p.BackupDue() {
		return nil
	}
	value := "none yet"
	if kept := max(p.Backups.Last, p.Backups.Copied); kept > 0 {
		value = strconv.Itoa(int(p.Today-kept)) + " days ago"
	}
	return Line("Last backup", value,
		app.P().Text("Your diary is in this browser alone. If the browser or the phone goes, so does the diary: save a backup somewhere else."),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Class("primary").OnClick(p.BackUp).Text("Back up"),
			app.Button().Type("button").OnClick(p.Booting("putOff")).Text("Not now"),
		),
	)
}

// CopyAgain makes a copy now, and has the browser ask where it wants to.
func (p *Page) CopyAgain() app.UI {
	text := "Copy now"
	if p.Backups.Allow {
		text = "Allow it again"
	}
	return app.Button().Type("button").OnClick(p.Booting("copyNow")).Text(text)
}

// Booting is a handler that calls a function of globalThis.rebound.
func (p *Page) Booting(name string) app.EventHandler {
	return func(app.Context, app.Event) { p.Boot(name) }
}
