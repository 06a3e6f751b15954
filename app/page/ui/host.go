package ui

import (
	"encoding/json"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// Host is the page as its screens know it: it carries what they ask to the
// backend, and draws again after each answer.
type Host interface {
	// Send asks the backend; then gets its reply, whatever it is: before Send returns,
	// where the answer is known already. What an entry or a change of the plan makes of
	// the screen's own questions comes with its reply.
	Send(op string, args any, then func(wire.Reply))
	// Share is Send for a request whose reply brings a file for another app.
	Share(op string, args any, then func(wire.Reply))
	// Restore lets the runner choose a backup and asks the backend to look into it.
	Restore(args any, then func(wire.Reply))
	// Boot calls a function of globalThis.rebound (docs/ARCHITECTURE.md), and Booted
	// reports whether a member of it is true.
	Boot(name string, args ...any)
	Booted(name string) bool
	// Told is the text that a function of rebound gives for a name.
	Told(name, of string) string

	// GotState takes in what the diary now is, after an entry say, and asks again for
	// what is shown.
	GotState(wire.State)
	// Erased takes in that nothing of the diary is left, and goes to the first screen.
	Erased(wire.State)
	// Refresh asks again for what is shown.
	Refresh()
	// Arrived follows an answer that the screen waited for.
	Arrived()
	// ToToday goes to the first screen from wherever the runner is; said is what
	// stands there.
	ToToday(said string)

	// Do runs f, of a listener of the browser's, and draws again.
	Do(f func())
	// Defer runs f once what was changed is drawn; Later after a pause in which the
	// browser gets to what else it has to do; After when some seconds have gone by.
	Defer(f func())
	Later(f func())
	After(seconds int, f func())
}

// Ask sends a request; then gets what the backend answered. An error is shown.
func Ask[T any](p *Page, op string, args any, then func(T)) {
	p.Send(op, args, Answered(p, then))
}

// Answered reads a reply for then. An error is shown.
func Answered[T any](p *Page, then func(T)) func(wire.Reply) {
	return func(r wire.Reply) {
		var v T
		if p.Read(r, &v) {
			then(v)
		}
	}
}

// Read takes in what was answered, and reports whether it can be gone on with.
func (p *Page) Read(r wire.Reply, into any) bool {
	if r.Error == nil && len(r.Data) > 0 {
		if err := json.Unmarshal(r.Data, into); err != nil {
			r.Error = &wire.Problem{Code: wire.CodeInternal, Text: "An answer could not be understood.", Hint: "Reload the page: what was saved is safe."}
		}
	}
	if r.Error != nil {
		p.Fault = *r.Error
	}
	return r.Error == nil
}

// Grow draws something long a piece at a time, so that it never holds the page
// up: more takes the next piece in, and reports whether another one comes.
func Grow(h Host, more func() bool) {
	h.Later(func() {
		if more() {
			Grow(h, more)
		}
	})
}

// Data reads a data attribute of the element that a handler stands on.
func Data(ctx app.Context, name string) string {
	return ctx.JSSrc().Get("dataset").Get(name).String()
}
