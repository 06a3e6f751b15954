package app

import "rebound/app/wire"

// bodyActs is what the runner can do on the Body screen.
type bodyActs struct{}

func (p *Page) bodyActions() bodyActs { return bodyActs{} }

func (p *Page) askBody() {
	ask(p, wire.OpBody, wire.DateArg{Date: p.today}, func(s wire.BodyScreen) { p.body = &s })
}
