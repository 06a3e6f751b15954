package inbox

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// idPeople is the heading of the question whose data counts.
const idPeople = "people"

// mine says which account is the runner's.
func (f *Files) mine(ctx app.Context, _ app.Event) {
	f.page.Quiet()
	ui.Ask(f.page, wire.OpOwner, wire.OwnerArg{Via: ui.Data(ctx, "via"), ID: ui.Data(ctx, "id")}, func(s wire.State) {
		f.page.GotState(s)
		f.page.Toast("Only this account counts now. The rest is stored separately.", nil)
		ui.FocusNext(f.page, idPeople, ui.IDTitle)
	})
}

// PeopleCards ask whose data counts, a card an export; nothing where all is one
// person's.
func (f *Files) PeopleCards() app.UI {
	return app.If(f.List != nil && len(f.List.People) > 0, func() app.UI {
		return app.Div().Class("stack").Body(app.Range(f.List.People).Slice(func(i int) app.UI {
			p := f.List.People[i]
			text := "These files come from more than one account. Which one is yours? Accounts are never mixed: until you say, only the first one you added counts."
			if p.Answered {
				text = "There are files from more than one account here. Only yours counts; the rest are stored separately."
			}
			title := app.H2().TabIndex(-1).Text("More than one account: " + p.Name)
			if i == 0 {
				title = title.ID(idPeople)
			}
			return app.Section().Class("card", "people").Body(
				title,
				app.P().Text(text),
				app.Ul().Body(app.Range(p.Accounts).Slice(func(j int) app.UI {
					a := p.Accounts[j]
					pressed, word := "false", "This is me"
					if a.Counts && p.Answered {
						pressed = "true"
					}
					return app.Li().Body(
						app.P().Body(app.Text(a.Text+" "), app.If(a.Counts, func() app.UI { return app.Span().Class("chip").Text("counts now") })),
						app.Button().Type("button").DataSet("via", p.Via).DataSet("id", a.ID).Aria("pressed", pressed).
							Aria("label", word+": "+a.Text).OnClick(f.mine).Text(word),
					)
				})),
			)
		}))
	})
}
