package inbox

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/unit"
)

// FolderCard is the folder that is read again by one tap, or the offer to remember
// one; nothing where the browser cannot.
func (f *Files) FolderCard() app.UI {
	switch {
	case !f.page.CanKeepFolder:
		return app.Text("")
	case f.page.Folder == "":
		return app.Section().Class("card", "folder").Body(
			app.P().Text("Do your files always end up in the same folder? Choose it once, and from then on one tap reads whatever is new."),
			app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(f.boot("keepFolder")).Text("Remember a folder")),
		)
	}
	return app.Section().Class("card", "folder").Body(
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Disabled(f.page.Importing()).OnClick(f.boot("readFolder")).Text("Read what is new in "+unit.Own(f.page.Folder)),
			app.Button().Type("button").Class("link").OnClick(f.boot("forgetFolder")).Text("Forget this folder"),
		),
	)
}

func (f *Files) boot(name string) app.EventHandler {
	return func(app.Context, app.Event) { f.page.Boot(name) }
}
