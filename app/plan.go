package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// planView is what the Plan screen draws from.
type planView struct {
	plan *wire.PlanScreen
}

func planScreen(v *view, on *acts) app.UI {
	return box("plan", heading("Plan"))
}
