package app

import "rebound/app/wire"

// planActs is what the runner can do on the Plan screen.
type planActs struct{}

func (p *Page) planActions() planActs { return planActs{} }

func (p *Page) askPlan() {
	ask(p, wire.OpPlan, wire.DateArg{Date: p.today}, func(s wire.PlanScreen) { p.plan = &s })
}
