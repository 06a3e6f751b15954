package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// IDToast is where the keyboard goes when what it stood on went with what was done:
// what takes that back is the next stop.
const IDToast = "toast"

// How long a toast stays, in seconds: where it can be taken back long enough to read
// it, think, and reach it by keys.
const (
	toastStays = 8
	undoStays  = 30
)

// Toast says in one line what was done, near the thumb; undo takes it back, nil where
// nothing does. It goes by itself, but not while it is pointed at or has the keyboard.
func (p *Page) Toast(text string, undo func()) {
	p.Said, p.undo, p.done = text, undo, 0
	if p.toasts++; p.State != nil {
		p.done = p.State.Others
	}
	if text == "" {
		return
	}
	stays := toastStays
	if undo != nil {
		stays = undoStays
	}
	p.expire(p.toasts, stays)
}

// expire takes the n-th toast away after some seconds.
func (p *Page) expire(n, seconds int) {
	p.After(seconds, func() {
		switch {
		case n != p.toasts: // another one came
		case inUse(IDToast):
			p.expire(n, toastStays)
		default:
			p.Toast("", nil)
		}
	})
}

// Quiet takes away what was said last, a fault too.
func (p *Page) Quiet() {
	p.Fault = wire.Problem{}
	p.Toast("", nil)
}

func (p *Page) hush(app.Context, app.Event) {
	p.Toast("", nil)
	HoldFocus(p, IDTitle)
}

func (p *Page) takeBack(app.Context, app.Event) {
	p.Undo()
	HoldFocus(p, IDToast)
}

// Undo takes back what was said last, once. What it asks for is refused where another tab
// has changed the diary since (wire.Request.On).
func (p *Page) Undo() {
	if undo := p.undo; undo != nil {
		on := p.done
		p.Quiet()
		p.On = on
		undo()
		p.On = 0
	}
}

// DrawToast draws it. Its line for screen readers is there before there is something
// to say, or they would not hear it.
func (p *Page) DrawToast() app.UI {
	return app.Div().ID(IDToast).TabIndex(-1).Class("toast").Body(
		app.P().Role("status").Text(p.Said),
		app.If(p.undo != nil, func() app.UI {
			return app.Button().Type("button").Class("small").OnClick(p.takeBack).Text("Undo")
		}),
		app.If(p.Said != "", func() app.UI {
			return app.Button().Type("button").Class("icon-button").Aria("label", "Dismiss").OnClick(p.hush).Body(Icon(IconClose))
		}),
	)
}
