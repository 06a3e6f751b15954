package inbox

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/engine/diary"
)

// DrawAsk draws the question whether there was a run, with the form in it; what was
// answered today; nil where there is neither.
func (f *Report) DrawAsk() app.UI {
	if q := f.asked(); q != nil {
		return app.Section().Class("card", "ask-run").Body(
			app.H2().Text(q.Title),
			app.If(q.Before, func() app.UI { return app.P().Class("fine").Text(q.Text) }),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Class("small").ID(idReport).OnClick(f.open).Text("Yes, log a run"),
				app.Button().Type("button").Class("small").OnClick(f.asUsual).Text("Yes, as usual"),
				app.Button().Type("button").Class("small").OnClick(f.no).Text("No"),
			),
			app.If(f.opened(), f.form),
		)
	}
	if no := f.notRan(); no != nil {
		return app.Section().Class("card", "ask-run").Body(app.Div().Class("saved").Body(
			app.Span().Text("No runs since "+unit.LongDay(no.From)+"."), app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(f.takeNoBack).Text("Undo")))
	}
	return nil
}

// Asks reports whether the question is open, or an answer to it can be taken back.
func (f *Report) Asks() bool { return f.asked() != nil || f.notRan() != nil }

// Line is the form as a line that opens; nil where the question holds it.
func (f *Report) Line() app.UI {
	if f.asked() != nil {
		return nil
	}
	name := "I ran"
	if f.page.Route.Date != 0 {
		name = "I ran that day"
	}
	l := ui.Line(name, "log a run without a file", app.If(f.opened(), f.form)).ID(idReport).TabIndex(-1).OnToggle(f.toggled)
	if f.opened() {
		l = l.Open(true)
	}
	return l
}

// DrawAlone is Draw where the question is not asked.
func (f *Report) DrawAlone() app.UI {
	return app.Div().Class("report").Body(f.behind("Log a run without a file"))
}

func (f *Report) behind(name string) app.UI {
	if f.opened() {
		return app.Div().Body(app.H2().Text(name), f.form())
	}
	return app.Div().Class("buttons").Body(app.Button().Type("button").ID(idReport).OnClick(f.open).Text(name))
}

func (f *Report) form() app.UI {
	return app.Form().OnSubmit(f.save).Attr("novalidate", "novalidate").DataSet("draft", f.page.Draft(f.name(), f.day())).DataSet("title", "a run").Body(
		app.P().Class("fine").Text("It counts like any other run until you add its file. Minutes or distance is enough."),
		app.Div().Class("fields").Body(
			f.field(idRunDate, "Day", "", app.Input().Type("date").Max(f.page.Today.String()).Value(f.day().String())),
			f.field(idRunStart, "Started at", "optional", app.Input().Type("time")),
			f.field(idRunMinutes, "Time", "min", ui.Typing("decimal", "45")),
			f.field(idRunKm, "Distance", unit.Name(f.page.Miles()), ui.Typing("decimal", "8")),
		),
		ui.Row(keyRunEffort, "How hard was it?", "to-10", ui.ZeroTo(int(diary.MaxEffort), "rest", "all-out")),
		ui.Row(keyRunPain, "Worst pain during the run", "to-10", ui.ZeroTo(int(diary.MaxPain), "none", "worst")),
		ui.Row(keyRunOn, "What kind of run?", "run-where", []ui.Choice{{Value: outside, Name: "Outside"}, {Value: "trail", Name: "Trail"}, {Value: "treadmill", Name: "Treadmill"}, {Value: diary.RunWalk, Name: "Run-walk"}}),
		ui.WrongLine(ofRun, f.Wrong[ofRun]),
		app.Div().Class("buttons").Body(
			app.Button().Type("submit").Class("primary").Text("Save this run"),
			app.Button().Type("button").OnClick(f.close).Text("Cancel"),
		),
	)
}

func (f *Report) field(id, name, of string, in app.HTMLInput) app.UI {
	return ui.Field(id, name, of, in, f.Wrong[id])
}
