package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// FaultNotice is what went wrong and what to do about it, and for what should not
// have happened the two ways on that always help. Nothing without a fault.
func (s *Shared) FaultNotice() app.UI {
	return app.If(s.Fault.Text != "", func() app.UI {
		return app.Div().Class("notice", "fault").Body(
			app.P().Text(s.Fault.Error()),
			app.If(s.Fault.Code == wire.CodeInternal, func() app.UI {
				return app.Div().Class("buttons").Body(
					app.Button().Type("button").Class("small").OnClick(s.reload).Text("Reload"),
					app.Button().Type("button").Class("small").OnClick(s.BackUp).Text("Back up"),
				)
			}),
			app.Button().Type("button").Class("icon-button").Aria("label", "Dismiss").OnClick(s.dismiss).Body(Icon(IconClose)),
		)
	})
}

func (s *Shared) dismiss(app.Context, app.Event) { s.Fault = wire.Problem{} }

func (s *Shared) reload(ctx app.Context, _ app.Event) { ctx.Reload() }

// BackUp saves the whole diary as a file.
func (s *Shared) BackUp(app.Context, app.Event) {
	s.Quiet()
	Ask(s, wire.OpBackup, nil, func(struct{}) { s.Said = "The backup is in your downloads." })
}
