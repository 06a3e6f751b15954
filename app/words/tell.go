package words

import (
	"rebound/app/wire"
	"rebound/engine"
	"rebound/engine/diary"
)

// BodyScreen is the Body screen on date t.
func BodyScreen(e *engine.Engine, t diary.Date, o Options) wire.BodyScreen {
	r := e.Assess(t)
	return wire.BodyScreen{Date: t, Body: bodyOf(r, e.Rules())}
}
