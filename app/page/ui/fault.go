package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// FaultNotice is what went wrong and what to do about it. With it stand the ways
// on that always help, where it should not have happened or there is no diary to
// show. Nothing without a fault.
func (p *Page) FaultNotice() app.UI {
	return app.If(p.Fault.Text != "", func() app.UI {
		return app.Div().Class("toast", "fault").Body(
			app.P().Text(p.Fault.Error()),
			app.If(p.Fault.Code == wire.CodeInternal || p.State == nil, func() app.UI {
				return app.Div().Class("buttons").Body(
					app.Button().Type("button").Class("small").OnClick(p.reload).Text("Reload"),
					app.Button().Type("button").Class("small").OnClick(p.BackUp).Text("Back up"),
					app.If(p.State == nil, func() app.UI { // Settings has them otherwise
						return app.Button().Type("button").Class("small").DataSet("way", "restore").OnClick(rescue).Text("Restore")
					}),
					app.If(p.State == nil, func() app.UI {
						return app.Button().Type("button").Class("small", "danger").DataSet("way", "erase").OnClick(rescue).Text("Erase all data")
					}),
				)
			}),
			app.Button().Type("button").Class("icon-button").Aria("label", "Dismiss").OnClick(p.dismiss).Body(Icon(IconClose)),
		)
	})
}

// rescue restores a backup over a diary that cannot be shown, or erases it: boot.js asks
// first.
func rescue(ctx app.Context, _ app.Event) {
	app.Window().Get("rebound").Call("rescue", Data(ctx, "way"))
}

func (p *Page) dismiss(app.Context, app.Event) { p.Fault = wire.Problem{} }

func (p *Page) reload(ctx app.Context, _ app.Event) { ctx.Reload() }

// BackUp saves the whole diary as a file.
func (p *Page) BackUp(app.Context, app.Event) {
	p.Quiet()
	Ask(p, wire.OpBackup, nil, func(struct{}) { p.Toast("The backup is in your downloads.", nil) })
}
