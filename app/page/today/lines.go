package today

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// lines are what the day asks for beside running, what is behind the answer, and what the
// runner can add, a line each.
func (v *View) lines(a *wire.Assessment) app.UI {
	first, then := v.exercises(a), v.sleep(a)
	if a.Level == "recover" { // sleep does more than all the rest
		first, then = then, first
	}
	return ui.Lines(v.walkLine(a), v.rate(a), first, then, next(a), v.checkInLine(a),
		v.readings(a), running(a), v.Report.Line(), v.illLine(a), v.install(a), v.page.BackupLine())
}

// checkIn is where the day's check-in is. A past day has one too: what was not said then
// can be said now.
func (v *View) checkIn() string {
	if v.live() {
		return ui.CheckIn
	}
	return ui.CheckIn + "/" + v.page.Route.Date.String()
}

func (v *View) checkInLine(a *wire.Assessment) app.UI {
	name, value := "Check in", "10 seconds"
	switch {
	case a.Asks != nil && a.Asks.CheckedIn:
		name, value = "Checked in", "change it"
	case v.asksHow(a) || v.live() && !v.Typed.First():
		return nil // it stands above
	}
	return ui.LineTo(name, value, v.checkIn())
}

// walkLine asks for the walk of the day, while walking comes before running.
func (v *View) walkLine(a *wire.Assessment) app.UI {
	if !v.live() || a.Asks == nil || !a.Asks.Walk {
		return nil
	}
	return ui.LineTo("Today's walk", "say how it was", "#/body/walk")
}

// illLine leads to the form of an illness: to begin one, or to end it.
func (v *View) illLine(a *wire.Assessment) app.UI {
	switch {
	case !v.live() || a.Asks == nil:
		return nil
	case a.Asks.Ill:
		return ui.LineTo("I'm better", "", ui.Ill)
	case v.asksHow(a) && a.Level != levelStop:
		return nil // it stands beside the check-in
	}
	return ui.LineTo("I'm ill", "", ui.Ill)
}

// exercises is the day's short programme, each opening to how it is done. It is ticked
// off on Body.
func (v *View) exercises(a *wire.Assessment) app.UI {
	if a.Body == nil || len(a.Body.Programme) == 0 {
		return nil
	}
	name, list, minutes := "Exercises", a.Body.Programme, 0.0
	if a.RaceDay {
		name = "Before the race"
	}
	for _, e := range list {
		minutes += e.Minutes
	}
	value := fmt.Sprintf("%d, %.0f min", len(list), minutes)
	if a.Asks != nil && len(a.Asks.Ticks) > 0 {
		done := 0
		for _, e := range list {
			if slices.Contains(a.Asks.Ticks, e.Code) {
				done++
			}
		}
		value = fmt.Sprintf("%d of %d done", done, len(list))
	}
	return ui.Line(name, value,
		app.If(v.Exercises, func() app.UI {
			return app.Div().Class("active").Body(app.Range(list).Slice(func(i int) app.UI { return ui.Exercise(list[i]) }))
		}),
		app.If(v.live(), func() app.UI {
			return app.A().Class("more").Href("#/body").Body(app.Text("Tick them off on Body"), ui.Icon(ui.IconRight))
		}),
	).Open(v.Exercises).On("toggle", v.foldExercises)
}

// foldExercises hears whether the line of the exercises is open.
func (v *View) foldExercises(ctx app.Context, _ app.Event) {
	v.Exercises = ctx.JSSrc().Get("open").Bool()
}

// sleep is what to aim at tonight.
func (v *View) sleep(a *wire.Assessment) app.UI {
	if a.Body == nil || a.Body.Sleep.Debt == nil || !v.live() {
		return nil
	}
	name := "Tonight"
	if a.Level == "recover" {
		name = "Sleep first"
	}
	return ui.Line(name, "aim for "+unit.Hours(a.Body.Sleep.Target), app.P().Text(a.Body.Sleep.Text))
}

// besideName is how many letters have room beside a line's name on a phone.
const besideName = 36

// next is the next step: whole, or folded, and never a piece of it.
func next(a *wire.Assessment) app.UI {
	if a.Next == "" {
		return nil
	}
	if utf8.RuneCountInString(a.Next) > besideName {
		return ui.Line("Next", a.NextShort, app.P().Text(a.Next))
	}
	return ui.LineSaid("Next", a.Next)
}

// install is offered after the first verdict that rests on something.
func (v *View) install(a *wire.Assessment) app.UI {
	p := v.page
	if p.Install == "" || p.Installed || p.Declined || p.Sample() || a.Level == levelUnknown || a.Level == levelStop || !v.live() {
		return nil
	}
	return ui.Line("Put Rebound on your home screen", "",
		app.P().Text("Rebound opens like any app from there, without a network, and the browser keeps its data longer."),
		p.InstallSteps(),
		app.Div().Class("buttons").Body(
			app.If(p.Install == "prompt", func() app.UI {
				return app.Button().Type("button").Class("small", "primary").OnClick(p.InstallApp).Text("Install")
			}),
			app.Button().Type("button").Class("small").OnClick(v.declineInstall).Text("Not now"),
		),
	).Class("install")
}

// declineInstall remembers that the runner does not want the offer to install.
func (v *View) declineInstall(app.Context, app.Event) {
	v.page.Declined = true
	v.page.Boot("note", ui.NotedDeclined, "yes") // a browser that keeps nothing offers it again
}
