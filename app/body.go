package app

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// bodyView is what the Body screen draws from.
type bodyView struct {
	body *wire.BodyScreen
}

func bodyScreen(v *view, on *acts) app.UI {
	return box("body", heading("Body"))
}
