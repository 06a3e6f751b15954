package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// partGoal is the part of the Plan screen where a goal is set or changed.
const partGoal = "goal"

// planView is what the Plan screen draws from, and what the runner has open on
// it.
type planView struct {
	plan    *planShown // as the worker has it
	preview *planShown // of the form's goal
	draft   *goalDraft // the form, while it is open
	moving  diary.Date // the day whose session is being moved
	keeping diary.Date // the day whose original is about to be kept
	week    int        // of the block, counted from 0: the one that is told

	canShare bool // the browser hands files to other apps
}

// planShown is an answer with its pictures, which are drawn once an answer, not
// once a frame.
type planShown struct {
	wire.PlanScreen
	loss, forecast picture
	open           map[string]bool // tables that are open
}

func showPlan(s wire.PlanScreen, old *planShown) *planShown {
	v := &planShown{PlanScreen: s, open: map[string]bool{}}
	if old != nil {
		v.open = old.open
	}
	if s.Return != nil && s.Return.Loss != nil {
		v.loss = pictureOf(*s.Return.Loss)
	}
	if s.Forecast != nil {
		v.forecast = pictureOf(s.Forecast.Chart)
	}
	return v
}

// picture is a drawn chart and the days that it spans.
type picture struct {
	wire.Chart
	svg      string
	from, to diary.Date
}

func pictureOf(c wire.Chart) picture {
	p := picture{Chart: c}
	see := func(d diary.Date) {
		if p.from == 0 || d < p.from {
			p.from = d
		}
		p.to = max(p.to, d)
	}
	for _, l := range c.Lines {
		for _, at := range l.Points {
			see(at.Date)
		}
	}
	for _, at := range c.Dots {
		see(at.Date)
	}
	p.svg = chart.Trend(c, p.from, p.to)
	return p
}

// nowWeek is the block's week that today is in; else the first, or of a plan that
// is over the last.
func nowWeek(weeks []wire.BlockWeek, today diary.Date) int {
	for i, w := range weeks {
		if w.Now {
			return i
		}
	}
	if len(weeks) > 0 && weeks[0].Start <= today {
		return len(weeks) - 1
	}
	return 0
}

func planScreen(v *view, on *acts) app.UI {
	switch {
	case v.plan == nil:
		return box("plan-wait", app.Div().Class("head").Body(heading("Plan")),
			app.Div().Class("skeleton", "skeleton-line"),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	case v.plan.Made == nil || v.route.part == partGoal:
		return goalScreen(v, on)
	}
	return followScreen(v, on)
}

// followScreen is the plan that the runner follows.
func followScreen(v *view, on *acts) app.UI {
	p := v.plan
	name, when := raceHead(p.PlanScreen)
	return box("plan",
		app.Header().Class("goal").Body(
			heading(name),
			app.If(when != "", func() app.UI { return app.P().Class("lead").Text(when) }),
			app.If(p.Summary != "", func() app.UI { return app.P().Class("headline").Text(p.Summary) }),
		),
		app.If(len(p.Made.Notes) > 0, func() app.UI {
			return app.Details().Class("card", "notes").Open(madeOn(p.Made) == p.Date).Body(
				app.Summary().Body(app.Text("About this plan"), icon(iconDown)), notes(p.Made.Notes))
		}),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				returnBanner(p),
				daysCard(v, on),
				doneCard(p),
			),
			app.Div().Class("stack").Body(
				offerCard(p, on),
				returnCard(p, on),
				blockCard(p, v, on),
				forecastCard(p, on),
				cyclesCard(p),
				app.If(len(p.Days) > 0, func() app.UI { return takeCard(v, on) }),
				changeCard(on),
			),
		),
	)
}

// raceHead splits "Marathon, Sunday 14 June: 18 weeks to go" for the title and
// the line under it.
func raceHead(p wire.PlanScreen) (name, when string) {
	if p.Race == "" {
		return "Keep running healthy", "No race: the weeks build, step back and build again."
	}
	name, when, _ = strings.Cut(p.Race, ", ")
	return name, when
}

// notes is what the plan's maker has to say of the wish. It stands open on the
// day that the plan was made.
func notes(list []string) app.UI {
	return app.Ul().Body(app.Range(list).Slice(func(i int) app.UI { return app.Li().Text(list[i]) }))
}

// madeOn is the first day of a plan, 0 when it is not known.
func madeOn(p *wire.Plan) diary.Date {
	if p.Goal == nil {
		return 0
	}
	return p.Goal.Start
}

// takeCard brings the plan out of the app.
func takeCard(v *view, on *acts) app.UI {
	row := func(what, name, hint string) app.UI {
		return app.Li().Body(
			app.P().Body(app.B().Text(name), app.Text(" "), app.Small().Text(hint)),
			giveButtons(v, what, "", name, on),
		)
	}
	return app.Section().Class("card", "take").Body(
		app.H2().Text("Take it with you"),
		app.Ul().Body(
			row("ics", "Calendar", ".ics, as the plan now stands; importing it again updates it"),
			row("workouts", "Watch workouts", "FIT, one a session with steps"),
			app.Li().Body(
				app.P().Body(app.B().Text("The week on paper"), app.Text(" "), app.Small().Text("one page, with boxes to tick")),
				app.Button().Type("button").Class("small").OnClick(on.printPlan).Text("Print"),
			),
		),
	)
}

// giveButtons save a file of the plan or, where the browser can, hand it to
// another app.
func giveButtons(v *view, what, date, name string, on *acts) app.UI {
	give := func(share bool, verb string) app.UI {
		return app.Button().Type("button").Class("small").DataSet("what", what).DataSet("date", date).DataSet("share", share).
			Aria("label", verb+" "+name).OnClick(on.exportPlan).Text(verb)
	}
	return app.Div().Class("give").Body(
		give(false, "Save"),
		app.If(v.canShare, func() app.UI { return give(true, "Share") }),
	)
}

// changeCard changes or ends the plan.
func changeCard(on *acts) app.UI {
	return app.Section().Class("card", "change").Body(
		app.H2().Text("Change course"),
		app.Div().Class("buttons").Body(
			app.A().Class("button").Href("#/plan/"+partGoal).Text("Change the goal"),
			app.Button().Type("button").Class("danger").OnClick(on.dropPlan).Text("Drop the plan"),
		),
	)
}

// undoLine says what was changed last, and takes it back.
func undoLine(p *planShown, on *acts) app.UI {
	return app.Div().Class("undo").Role("status").Body(app.IfSlice(p.Undo != "", func() []app.UI {
		return []app.UI{
			app.Span().Text(strings.TrimSuffix(p.Undo, ".") + "."), app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(on.undoPlan).Text("Undo"),
		}
	}))
}
