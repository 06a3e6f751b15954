package settings

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// restoreDialog shows what is in a backup beside what is here, before the runner says
// what is to become of both.
func restoreDialog(v *View) app.UI {
	return app.Dialog().ID(idRestore).Aria("labelledby", idRestore+"-title").Body(
		app.H2().ID(idRestore+"-title").Text("Restore a backup"),
		app.If(v.Preview != nil, func() app.UI { return restoring(v, *v.Preview) }),
	)
}

func restoring(v *View, r wire.Preview) app.UI {
	return app.Div().Body(
		app.P().Text(backupMade(r)),
		both(r.Holds, r.Here),
		app.If(len(r.Left) > 0, func() app.UI {
			return app.P().Class("notice").Text(leftOut(r.Left))
		}),
		app.If(r.Ahead > 0, func() app.UI { return app.P().Class("notice").Text(ahead(r.Ahead)) }),
		whatBecomes(v, r),
	)
}

// whatBecomes asks what is to become of the backup and of what is here.
func whatBecomes(v *View, r wire.Preview) app.UI {
	cancel := app.Button().Type("button").OnClick(v.closeDialog).Text("Cancel")
	if nothing(r.Here) {
		return app.Div().Class("buttons").Body(cancel, app.Button().Type("button").Class("primary").OnClick(v.replace).Text("Restore it"))
	}
	return app.Div().Body(
		app.P().Text("Merge adds what is missing here"+newFiles(r)+", and keeps the rest."),
		app.P().Text("Replace puts the backup"+withSettings(r)+" in place of everything here. You can undo that right after, but not later, so back up first if you may want it again."),
		app.Div().Class("buttons").Body(
			cancel,
			app.Button().Type("button").Class("danger").OnClick(v.replace).Text("Replace"),
			app.Button().Type("button").Class("primary").OnClick(v.merge).Text("Merge"),
		),
	)
}

// nothing reports whether a diary holds nothing that a backup could take the place of.
func nothing(h wire.Holds) bool { return h.Files+h.Nights+h.Runs+h.Entries == 0 }

// ahead says of entries that they are dated after today.
func ahead(n int) string {
	if n == 1 {
		return "One entry in this backup is dated after today. It counts once its day comes; check the date on the device that made it."
	}
	return unit.Thousands(n) + " entries in this backup are dated after today. They count once their day comes; check the date on the device that made them."
}

// backupMade says where a backup comes from.
func backupMade(r wire.Preview) string {
	made := r.Made
	if d, err := diary.ParseDate(r.Made); err == nil {
		made = unit.FullDay(d)
	}
	if r.App != "" {
		made += " by Rebound " + r.App
	}
	return "Made on " + made + "."
}

// newFiles counts the files that a backup has and the diary has not.
func newFiles(r wire.Preview) string {
	if r.New == 0 {
		return ""
	}
	return " (" + unit.Count(r.New, "file") + ")"
}

func withSettings(r wire.Preview) string {
	if r.Settings {
		return " and its settings"
	}
	return ""
}

// leftOut names what of a damaged backup cannot be restored.
func leftOut(left []string) string {
	const few = 3
	text := "Part of this backup is damaged and cannot be restored: "
	for i, name := range left[:min(few, len(left))] {
		if i > 0 {
			text += ", "
		}
		text += unit.Own(name)
	}
	if more := len(left) - few; more > 0 {
		text += ", and " + unit.Thousands(more) + " more"
	}
	return text + ". The rest is whole. Use another copy if you have one."
}

// both is two diaries side by side.
func both(in, here wire.Holds) app.UI {
	rows := [][3]string{
		{"Files", unit.Thousands(in.Files), unit.Thousands(here.Files)},
		{"Nights", unit.Thousands(in.Nights), unit.Thousands(here.Nights)},
		{"Runs", unit.Thousands(in.Runs), unit.Thousands(here.Runs)},
		{"Your entries", unit.Thousands(in.Entries), unit.Thousands(here.Entries)},
		{"First day", dayIn(in, in.First), dayIn(here, here.First)},
		{"Last day", dayIn(in, in.Last), dayIn(here, here.Last)},
	}
	return app.Table().Class("both").Body(
		app.THead().Body(app.Tr().Body(app.Td(), app.Th().Scope("col").Text("In the backup"), app.Th().Scope("col").Text("Here now"))),
		app.TBody().Body(app.Range(rows).Slice(func(i int) app.UI {
			return app.Tr().Body(app.Th().Scope("row").Text(rows[i][0]), app.Td().Text(rows[i][1]), app.Td().Text(rows[i][2]))
		})),
	)
}

func dayIn(h wire.Holds, d diary.Date) string {
	if h.First > h.Last || d == 0 {
		return "none"
	}
	return d.Time().Format("2 Jan 2006") // on one line of the narrowest phone
}

func (v *View) chooseBackup(app.Context, app.Event) {
	v.page.Quiet()
	v.page.Restore(wire.RestoreArg{Mode: "preview"}, ui.Answered(v.page, v.Offer))
}

// Offer asks what to do with a backup, from wherever the runner is. Where there is nothing
// here, there is nothing to ask, and it is restored at once.
func (v *View) Offer(r wire.Preview) {
	if v.Preview = &r; nothing(r.Here) && len(r.Left) == 0 && r.Ahead == 0 {
		v.restoreAs("replace")
		return
	}
	v.offers = true
	if v.page.Route.Screen != ui.ScreenSettings {
		ui.Go("#/settings")
		return
	}
	v.offer()
}

// offer opens the question once the screen stands.
func (v *View) offer() {
	if v.offers && v.Settings != nil {
		v.offers = false
		v.page.Defer(func() { ui.Dialog(idRestore, true) })
	}
}

func (v *View) merge(app.Context, app.Event)   { v.restoreAs("merge") }
func (v *View) replace(app.Context, app.Event) { v.restoreAs("replace") }

func (v *View) restoreAs(mode string) {
	ui.Dialog(idRestore, false)
	ui.Ask(v.page, wire.OpRestore, wire.RestoreArg{Mode: mode}, func(s wire.State) {
		text := "The backup is restored."
		if v.Preview != nil && nothing(v.Preview.Here) { // and was not looked at
			text = restored(*v.Preview)
		}
		v.Preview = nil
		v.page.GotState(s)
		var back func()
		if v.Replaced = 0; mode == "replace" {
			v.Replaced, back = s.Revision, v.putBack
		}
		v.page.Toast(text, back)
	})
}

// restored says what came of a backup.
func restored(r wire.Preview) string {
	what := unit.Count(r.Files, "file")
	switch {
	case r.Files == 0 && r.Entries == 1:
		what = "1 entry"
	case r.Files == 0:
		what = unit.Thousands(r.Entries) + " entries"
	case r.Entries == 1:
		what += " and 1 entry"
	case r.Entries > 1:
		what += " and " + unit.Thousands(r.Entries) + " entries"
	}
	if last := dayIn(r.Holds, r.Last); last != "none" {
		what += ", up to " + last
	}
	return "The backup is restored: " + what + "."
}

// undoLine takes a Replace back for as long as that goes, wherever the runner has been
// since.
func undoLine(v *View) app.UI {
	return app.If(v.Replaced != 0 && v.Replaced == v.page.State.Revision, func() app.UI {
		return app.P().Class("undo").Body(app.Span().Text("You restored a backup."), app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(v.undoReplace).Text("Undo"))
	})
}

func (v *View) undoReplace(app.Context, app.Event) {
	v.page.Quiet()
	v.putBack()
	ui.HoldFocus(v.page, ui.IDTitle)
}

// putBack brings back what a backup has replaced.
func (v *View) putBack() {
	v.Replaced = 0
	ui.Ask(v.page, wire.OpRestore, wire.RestoreArg{Mode: "undo"}, func(s wire.State) {
		v.page.GotState(s)
		v.page.Toast("Your diary is back as it was.", nil)
	})
}
