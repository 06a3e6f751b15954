package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/engine/diary"
)

// HoldFocus gives the keyboard a place when the element that had it is gone: a
// button that was pressed and went with what it did.
func HoldFocus(h Host, id string) {
	h.Defer(func() { holdFocus(id) })
}

// HoldFocusLater is HoldFocus once the browser has laid out what is drawn, and not
// before: focus would make it do so in the task that draws.
func HoldFocusLater(h Host, id string) {
	h.Later(func() { holdFocus(id) })
}

func holdFocus(id string) {
	document := app.Window().Get("document")
	if at := document.Get("activeElement"); !at.Truthy() || at.Equal(document.Get("body")) {
		Focus(id)
	}
}

// FocusNext moves the keyboard to the first of some elements that is there once
// what comes next is drawn, and brings it into sight.
func FocusNext(h Host, ids ...string) {
	h.Defer(func() {
		for _, id := range ids {
			if e := app.Window().GetElementByID(id); e.Truthy() {
				Focus(id)
				e.Call("scrollIntoView", map[string]any{"block": "nearest"})
				return
			}
		}
	})
}

// Fold closes what was opened on the screen that is left, as it was when it was come to:
// the next day is drawn into the same elements, which would stay open. What holds a form
// that is not saved yet stays.
func (p *Page) Fold() {
	list := app.Window().Get("document").Call("querySelectorAll", "main details[open]")
	for i := range list.Length() {
		if d := list.Index(i); !p.drafts(d.Call("closest", drafted)) && !p.drafts(d.Call("querySelector", drafted)) {
			d.Set("open", false)
		}
	}
}

// inUse reports whether an element is pointed at or has the keyboard, or whether nobody
// looks at the page.
func inUse(id string) bool {
	e := app.Window().GetElementByID(id)
	return e.Truthy() && (e.Call("matches", ":hover, :focus-within").Bool() || app.Window().Get("document").Get("hidden").Bool())
}

// FocusTop begins a screen at its top, as if it were new.
func FocusTop(h Host) {
	h.Defer(func() {
		ScrollTo(0)
		Focus(IDTitle)
	})
}

// Focus moves the keyboard and the screen reader to an element.
func Focus(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

// ScrollY is how far down the page is, and ScrollTo goes there, in CSS pixels.
func ScrollY() float64 { return app.Window().Get("scrollY").Float() }

func ScrollTo(y float64) { app.Window().Call("scrollTo", 0, y) }

// Go follows a link of the app.
func Go(hash string) { app.Window().Get("location").Set("hash", hash) }

// InputValue is what is in an input.
func InputValue(id string) string {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		return e.Get("value").String()
	}
	return ""
}

// SetInput puts text into an input.
func SetInput(id, text string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Set("value", text)
	}
}

// Instant is when the runner's clock showed a time ("07:30") of a date, Unix seconds; 0
// for no such time. The browser knows which zone and which summer time that was in.
func Instant(d diary.Date, clock string) int64 {
	t, err := time.Parse("15:04", clock)
	if d == 0 || err != nil {
		return 0
	}
	y, m, day := d.Time().Date()
	return int64(app.Window().Get("Date").New(y, int(m)-1, day, t.Hour(), t.Minute()).Call("getTime").Float() / 1000)
}

// Dialog opens or closes a native <dialog>.
func Dialog(id string, open bool) {
	e := app.Window().GetElementByID(id)
	if !e.Truthy() || e.Get("open").Bool() == open {
		return
	}
	if open {
		e.Call("showModal")
	} else {
		e.Call("close")
	}
}

// Print opens the browser's own way to print what is shown, or to save it as a PDF.
func Print() { app.Window().Call("print") }
