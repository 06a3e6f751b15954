package app

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// line is the way to the worker: globalThis.rebound, which boot.js makes (see
// docs/ARCHITECTURE.md).
type line struct {
	port    app.Value
	last    int
	waiting map[int]func(app.Context, json.RawMessage)
}

// openLine listens for what the worker and boot.js tell.
func openLine(ctx app.Context, p *Page) *line {
	l := &line{port: app.Window().Get("rebound"), waiting: map[int]func(app.Context, json.RawMessage){}}
	if !l.port.Truthy() {
		return l
	}
	on := func(name string, f func(ctx app.Context, v app.Value)) {
		l.port.Set(name, app.FuncOf(func(_ app.Value, args []app.Value) any {
			v := app.Undefined()
			if len(args) > 0 {
				v = args[0]
			}
			ctx.Dispatch(func(ctx app.Context) { f(ctx, v) })
			return nil
		}))
	}
	on("onupdate", func(ctx app.Context, _ app.Value) { p.update = true })
	on("onoffline", func(ctx app.Context, v app.Value) { p.offline = v.Truthy() })
	on("oninstall", func(ctx app.Context, _ app.Value) { p.install = l.canInstall() })
	on("onmessage", func(ctx app.Context, v app.Value) { p.hear(ctx, v.String()) })
	p.offline = l.port.Get("offline").Truthy()
	p.install = l.canInstall()
	p.update = l.port.Get("updateWaits").Truthy()
	return l
}

func (l *line) canInstall() string {
	switch v := l.port.Get("canInstall"); {
	case v.Type() == app.TypeString:
		return v.String()
	case v.Truthy():
		return "yes"
	}
	return ""
}

// ask sends a request; then runs when it was answered without an error.
func (l *line) ask(ctx app.Context, op string, args any, then func(app.Context, json.RawMessage)) {
	id, request := l.request(op, args)
	if then != nil {
		l.waiting[id] = then
	}
	text, _ := json.Marshal(request) // plain structs: cannot fail
	l.call("send", string(text))
}

func (l *line) request(op string, args any) (int, wire.Request) {
	l.last++
	r := wire.Request{ID: l.last, Op: op}
	if args != nil {
		r.Args, _ = json.Marshal(args)
	}
	return l.last, r
}

// call calls a member of globalThis.rebound.
func (l *line) call(name string, args ...any) {
	if l.port.Truthy() {
		l.port.Call(name, args...)
	}
}

// hear takes in one reply or event.
func (p *Page) hear(ctx app.Context, text string) {
	var m struct {
		wire.Reply
		Event string `json:"event"`
	}
	if json.Unmarshal([]byte(text), &m) != nil {
		return
	}
	switch m.Event {
	case "":
		then := p.line.waiting[m.ID]
		delete(p.line.waiting, m.ID)
		if m.Error != "" {
			p.problem = m.Error
			return
		}
		if then != nil {
			then(ctx, m.Data)
		}
	case "progress":
		p.progress = decode[wire.Progress](m.Data)
		if p.progress != nil && p.progress.Finished {
			p.line.ask(ctx, wire.OpFiles, nil, into(&p.files))
			p.line.call("keep")
		}
	case "changed":
		p.setState(ctx, m.Data)
		p.load(ctx)
	case "died":
		p.problem = "The part that reads files stopped and was started again. What was saved is safe; drop what was not yet added once more."
		p.progress = nil
		p.hello(ctx)
	}
}
