package ui

import (
	"encoding/json"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// Host is the page as its screens know it: it carries what they ask to the
// backend, and draws again after each answer.
type Host interface {
	// Send asks the backend; then gets its reply, whatever it is.
	Send(op string, args any, then func(wire.Reply))
	// Share is Send for a request whose reply brings a file for another app.
	Share(op string, args any, then func(wire.Reply))
	// Restore lets the runner choose a backup and asks the backend to look into it.
	Restore(args any, then func(wire.Reply))
	// Boot calls a function of globalThis.rebound (docs/ARCHITECTURE.md), and Booted
	// reports whether a member of it is true.
	Boot(name string, args ...any)
	Booted(name string) bool

	// GotState takes in what the diary now is, and asks again for what is shown.
	GotState(wire.State)
	// Erased takes in that nothing of the diary is left, and goes to the first screen.
	Erased(wire.State)
	// Entered follows an entry or a change of the plan: today's verdict may be
	// another one.
	Entered()
	// Refresh asks again for what is shown.
	Refresh()
	// Arrived follows an answer that the screen waited for.
	Arrived()
	// ToToday goes to the first screen from wherever the runner is; said is what
	// stands there.
	ToToday(said string)

	// Do runs f, of a listener of the browser's, and draws again.
	Do(f func())
	// Defer runs f once what was changed is drawn; After runs it after a while.
	Defer(f func())
	After(d time.Duration, f func())
}

// Ask sends a request; then gets what the backend answered. An error is shown.
func Ask[T any](s *Shared, op string, args any, then func(T)) {
	s.Send(op, args, Answered(s, then))
}

// Answered reads a reply for then. An error is shown.
func Answered[T any](s *Shared, then func(T)) func(wire.Reply) {
	return func(r wire.Reply) {
		var v T
		if r.Error == nil && len(r.Data) > 0 {
			if err := json.Unmarshal(r.Data, &v); err != nil {
				r.Error = &wire.Problem{Code: wire.CodeInternal, Text: "An answer could not be understood.", Hint: "Reload the page: what was saved is safe."}
			}
		}
		if r.Error != nil {
			s.Fault = *r.Error
			return
		}
		then(v)
	}
}

// drawEvery is the pause between two pieces of something long.
const drawEvery = 30 * time.Millisecond

// Grow draws something long a piece at a time, so that it never holds the page
// up: more takes the next piece in, and reports whether another one comes.
func Grow(h Host, more func() bool) {
	h.After(drawEvery, func() {
		if more() {
			Grow(h, more)
		}
	})
}

// Data reads a data attribute of the element that a handler stands on.
func Data(ctx app.Context, name string) string {
	return ctx.JSSrc().Get("dataset").Get(name).String()
}
