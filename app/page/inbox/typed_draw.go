package inbox

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
)

// Draw draws the form as a card that opens, where it is one of the ways to begin.
func (f *Typed) Draw() app.UI {
	d := app.Details().Class("card", "typed")
	if f.Begun() {
		d = d.Open(true)
	}
	return d.Body(
		app.Summary().Body(app.Text("Type this morning's numbers"), ui.Icon(ui.IconDown)), f.inputs(true), f.door(f.Strap.Door()))
}

// DrawFirst draws it first on Today, as small as it can be.
func (f *Typed) DrawFirst() app.UI {
	m, name := f.morning(), "Last night, off your watch"
	if d := f.date(); d != f.page.Today { // begun before midnight
		name = "The numbers of " + d.Time().Format("2 January")
	}
	strap := f.Strap.Used()
	if f.Own || !m.Watch {
		strap = f.Strap.Door()
	}
	return app.Section().Class("card", "typed", "first").Body(
		app.Div().Class("head").Body(
			app.H2().Text(name),
			app.If(m.Watch, func() app.UI {
				text, as := "Another device", "own"
				if f.Own {
					text, as = "From my watch", "watch"
				}
				return app.Button().Type("button").Class("link").DataSet("as", as).OnClick(f.choose).Text(text)
			}),
		),
		app.If(f.Own || !m.Watch, func() app.UI { return app.P().Class("fine").Text(f.about()) }),
		f.inputs(false),
		f.door(strap),
	)
}

// Line is the form as a line that opens.
func (f *Typed) Line() app.UI {
	m := f.morning()
	name, value := "Type this morning's numbers", ""
	if d := f.date(); d != f.page.Today {
		name = "Type the numbers of " + d.Time().Format("2 January")
	}
	if m != nil && len(m.Typed) > 0 {
		name, value = "You typed", strings.Join(m.Typed, ", ")
	} else if m != nil && m.Strap != nil {
		name, value = "You measured", m.Strap.HRV+", "+m.Strap.RestingHR
	}
	l := ui.Line(name, value, f.inputs(true), f.door(f.Strap.Door())).Class("typed")
	if f.Begun() {
		l = l.Open(true)
	}
	return l
}

// door keeps the place of the door to the strap.
func (f *Typed) door(d app.UI) app.UI { return app.If(d != nil, func() app.UI { return d }) }

// Begun reports whether something stands in it that is not saved.
func (f *Typed) Begun() bool { return f.Wrong != nil || f.page.Begun(f.form()) != 0 }

// about says what becomes of the numbers.
func (f *Typed) about() string {
	switch m := f.morning(); {
	case m == nil || !m.Watch:
		return "From your watch's screen or a chest strap. Typed numbers get a normal range of their own."
	case f.Own:
		return "Not mixed with your watch's numbers: they get a normal range of their own."
	}
	return "Read them off your watch: they count at once, until you add its file."
}

// inputs is the form itself; whole with where the numbers are from.
func (f *Typed) inputs(whole bool) app.UI {
	m, bpm := f.morning(), "bpm"
	if !whole {
		bpm = "" // there is no room
	}
	return app.Form().OnSubmit(f.save).Attr("novalidate", "novalidate").DataSet("draft", f.page.Draft(f.form(), f.date())).DataSet("title", "your morning numbers").Body(
		app.If(whole && m != nil && m.Watch, func() app.UI {
			return app.Div().Class("segments").Role("group").Aria("label", "Where they are from").Body(
				f.whose("watch", !f.Own, "From my watch"), f.whose("own", f.Own, "Another device"))
		}),
		app.If(whole, func() app.UI { return app.P().Class("fine").Text(f.about()) }),
		app.Div().Class("fields").Body(
			f.field(idHRV, "HRV", "ms", "decimal", "58"),
			f.field(idHR, "Resting HR", bpm, "numeric", "51"),
			f.field(idSleep, "Slept", "h:mm", "text", "7:30"),
		),
		app.Button().Type("submit").Class("primary").Text("Save"),
	)
}
