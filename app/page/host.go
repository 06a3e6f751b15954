package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// host is the page as its screens know it.
type host struct{ p *Page }

func (h *host) Send(op string, args any, then func(wire.Reply))  { h.p.link.send(op, args, then) }
func (h *host) Share(op string, args any, then func(wire.Reply)) { h.p.link.share(op, args, then) }
func (h *host) Restore(args any, then func(wire.Reply))          { h.p.link.restore(args, then) }
func (h *host) Boot(name string, args ...any)                    { h.p.link.rebound.Call(name, args...) }
func (h *host) Booted(name string) bool                          { return h.p.link.rebound.Get(name).Truthy() }

func (h *host) Told(name, of string) string {
	return h.p.link.rebound.Call(name, of).String()
}

func (h *host) GotState(s wire.State) { h.p.gotState(s) }
func (h *host) Refresh()              { h.p.refresh() }
func (h *host) Arrived()              { h.p.titled() }

func (h *host) Erased(s wire.State) {
	h.p.forget()
	h.Boot("forgetFiles")
	h.p.gotState(s)
	h.ToToday("All data is erased.")
}

func (h *host) ToToday(said string) {
	if said != "" {
		h.p.carry = said
	}
	ui.Go("#/today")
	h.p.land = true
	ui.FocusTop(h)
}

func (h *host) Do(f func())    { h.p.do(f) }
func (h *host) Defer(f func()) { h.p.ctx.Defer(func(app.Context) { f() }) }

// Later and After are by the browser's clock: on a busy machine a pause of Go's is over before
// the browser has had its turn.
func (h *host) Later(f func()) { h.after(pause, f) }

func (h *host) After(seconds int, f func()) { h.after(seconds*1000, f) }

func (h *host) after(ms int, f func()) {
	var due app.Func
	due = app.FuncOf(func(app.Value, []app.Value) any {
		due.Release()
		h.p.do(f)
		return nil
	})
	app.Window().Call("setTimeout", due, ms)
}
