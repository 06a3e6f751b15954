// Package plan is the Plan screen: the plan that is followed, its seven days and
// its block, and the form where a goal is set or changed.
package plan

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// partGoal is the part of the Plan screen where a goal is set or changed.
const partGoal = "goal"

// View is what the screen draws from, and what the runner can do on it.
type View struct {
	page    *ui.Page
	Plan    *Shown     // as the backend has it
	Preview *Shown     // of the form's goal
	Draft   *Draft     // the form, while it is open
	Moving  diary.Date // the day whose session is being moved
	Decline ui.Decline
	Week    int // of the block, counted from 0: the one that is read out

	lifeWrong ui.Faults      // of the forms of the runner's own days and race
	saying    *wire.PlanLife // what was last said of them, until it is answered
	offOpen   bool           // their line was open when something in it was sent

	CanShare bool // the browser hands files to other apps
}

// New is the screen before anything is asked.
func New(p *ui.Page) *View { return &View{page: p, Decline: ui.NewDecline(p)} }

// Title names the document.
func (v *View) Title() string { return "Plan" }

// Ready reports whether the screen has its plan, or that there is none.
func (v *View) Ready() bool { return v.Plan != nil }

// Leave closes what was open.
func (v *View) Leave() {
	v.lifeWrong, v.offOpen = nil, false
	v.Draft, v.Preview = nil, nil // what was typed is kept (ui.Draft)
	v.close()
}

func (v *View) close() {
	v.Moving = 0
	v.Decline.Leave()
}

// Forget drops the plan, and the form.
func (v *View) Forget() { *v = *New(v.page) }

// Shown is an answer with its pictures, which are drawn once an answer, not
// once a frame.
type Shown struct {
	wire.PlanScreen
	loss, forecast picture
	Open           map[string]bool // tables that are open
}

// Show draws the pictures of an answer. Tables that are open stay so.
func Show(s wire.PlanScreen, old *Shown) *Shown {
	v := &Shown{PlanScreen: s, Open: map[string]bool{}}
	if old != nil {
		v.Open = old.Open
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

// Draw draws the screen.
func (v *View) Draw() app.UI {
	switch {
	case v.Plan == nil:
		return ui.Box("plan-wait", app.Div().Class("head").Body(ui.Heading("Plan")),
			app.Div().Class("skeleton", "skeleton-line"),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	case v.Plan.Made == nil || v.page.Route.Part == partGoal:
		return goalScreen(v)
	}
	return followScreen(v)
}

// pieces are how many the plan that is followed is drawn in.
const pieces = 3

// Pieces is how many there are; a form is drawn at once.
func (v *View) Pieces() int {
	if v.Plan == nil || v.Plan.Made == nil || v.page.Route.Part == partGoal {
		return 1
	}
	return pieces
}

// followScreen is the plan that the runner follows.
func followScreen(v *View) app.UI {
	p := v.Plan
	name, when := head(p.PlanScreen)
	return ui.Box("plan",
		app.Header().Class("goal").Body(
			ui.Heading(name),
			app.If(when != "", func() app.UI { return app.P().Class("lead").Text(when) }),
			app.If(p.Aim != "", func() app.UI { return app.P().Class("fine").Text(p.Aim) }),
			app.If(p.Summary != "", func() app.UI { return app.P().Class("headline").Text(p.Summary) }),
		),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				returnBanner(p),
				offerCard(p, v),
				v.page.Piece(1, pieces, func() app.UI { return daysCard(v) }),
				v.page.Piece(1, pieces, func() app.UI { return doneCard(p) }),
			),
			app.Div().Class("stack").Body(
				v.page.Piece(2, pieces, func() app.UI {
					return ui.Lines(returnLine(p, v), blockLine(p, v), forecastLine(p, v), cyclesLine(p), notesLine(p))
				}),
				v.page.Piece(2, pieces, func() app.UI { return ui.Lines(lifeLine(v), callLine(v), takeLine(v), changeLine(v)) }),
			),
		),
	)
}

// head is the title and the line under it.
func head(p wire.PlanScreen) (name, when string) {
	if p.Title == "" {
		return "Keep running healthy", "No race: the weeks build, step back and build again."
	}
	return p.Title, p.When
}

// notesLine is what the plan's maker has to say of the wish. It stands open on the
// day that the plan was made.
func notesLine(p *Shown) app.UI {
	if len(p.Made.Notes) == 0 {
		return nil
	}
	return ui.Line("About this plan", "", notes(p.Made.Notes)).Open(madeOn(p.Made) == p.Date)
}

func notes(list []string) app.UI {
	return app.Ul().Class("notes").Body(app.Range(list).Slice(func(i int) app.UI { return app.Li().Text(list[i]) }))
}

// madeOn is the first day of a plan, 0 when it is not known.
func madeOn(p *wire.Plan) diary.Date {
	if p.Goal == nil {
		return 0
	}
	return p.Goal.Start
}

// takeLine brings the plan out of the app.
func takeLine(v *View) app.UI {
	if len(v.Plan.Days) == 0 {
		return nil
	}
	row := func(what, name, hint string) app.UI {
		return app.Li().Body(
			app.P().Body(app.B().Text(name), app.Text(" "), app.Small().Text(hint)),
			giveButtons(v, what, "", name),
		)
	}
	return ui.Line("Take it with you", "calendar, watch, paper",
		app.Ul().Class("take").Body(
			row("ics", "Calendar", ".ics, as the plan is now; importing it again updates it"),
			row("workouts", "Watch workouts", "a FIT file for each session with steps"),
			app.Li().Body(
				app.P().Body(app.B().Text("The week on paper"), app.Text(" "), app.Small().Text("one page, with boxes to tick")),
				app.Button().Type("button").Class("small").OnClick(v.printPlan).Text("Print"),
			),
		),
	)
}

// giveButtons save a file of the plan or, where the browser can, hand it to
// another app.
func giveButtons(v *View, what, date, name string) app.UI {
	give := func(share bool, verb string) app.UI {
		return app.Button().Type("button").Class("small").DataSet("what", what).DataSet("date", date).DataSet("share", share).
			Aria("label", verb+" "+name).OnClick(v.exportPlan).Text(verb)
	}
	return app.Div().Class("give").Body(
		give(false, "Save"),
		app.If(v.CanShare, func() app.UI { return give(true, "Share") }),
	)
}

// changeLine changes or ends the plan.
func changeLine(v *View) app.UI {
	return ui.Line("Change or drop the plan", "",
		app.Div().Class("buttons").Body(
			app.A().Class("button").Href("#/plan/"+partGoal).Text("Change the goal"),
			app.Button().Type("button").Class("danger").OnClick(v.dropPlan).Text("Drop the plan"),
		),
	)
}

// undoLine says what was changed last, and takes it back.
func undoLine(p *Shown, v *View) app.UI {
	return app.Div().Class("undo").Role("status").Body(app.IfSlice(p.Undo != "", func() []app.UI {
		return []app.UI{
			app.Span().Text(p.Undo + "."), app.Text(" "),
			app.Button().Type("button").Class("small").OnClick(v.undoPlan).Text("Undo"),
		}
	}))
}
