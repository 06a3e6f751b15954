package body

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// reactionTrials is how many lights one test has: with one to four seconds
// before each, about 45 seconds. The brief psychomotor vigilance test (Basner
// 2011) has the same pauses and takes three minutes.
const reactionTrials = 16

// ReactionTest is where a test stands that runs, or ran last.
type ReactionTest struct {
	Running bool
	Done    int    // trials answered
	early   int    // presses before the light
	Last    string // what the last press came to
}

func reactionScreen(v *View) app.UI {
	return ui.Box("reaction", below(v.Title()),
		app.If(v.Test.Running, func() app.UI { return reactionRunning(v) }).
			Else(func() app.UI { return reactionStart(v) }),
		app.If(!v.Test.Running, func() app.UI { return reactionCard(v) }),
	)
}

func reactionStart(v *View) app.UI {
	name := "Start"
	if v.page.Body.Reaction.Today {
		name = "Start again"
	}
	return app.Section().Class("card").Body(
		app.P().Class("lead").Text("Press the moment the field lights up."),
		app.P().Text(fmt.Sprintf("%d lights, one to four seconds apart, about 45 seconds. Touch the field, or press the space bar. Sit still, the same hand each time, at the same time of day.", reactionTrials)),
		app.P().Class("fine").Text("If you do two in a day, the later one counts."),
		app.Div().Class("buttons").Body(app.Button().Type("button").Class("primary").OnClick(v.startTest).Text(name)),
	)
}

// reactionRunning is the field. Whether it is lit is set on the element itself
// (reaction_run.go): drawing the page again would come frames too late.
func reactionRunning(v *View) app.UI {
	return app.Section().Class("card", "test-run").Body(
		app.Button().ID(idTarget).Type("button").Class("target").Aria("label", "Press when it lights up").Body(
			app.Span().Class("dark").Text("Wait"), app.Span().Class("lit").Text("Now")),
		app.Progress().Aria("label", "Lights answered").Value(v.Test.Done).Max(reactionTrials),
		app.P().Class("fine").Role("status").Text(v.Test.Last),
		app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(v.stopTest).Text("Stop")),
	)
}

var reactionWords = map[string]string{"go": "As usual", "ease": "Slowed", "unknown": "Not known yet"}

// reactionCard is the result against the runner's own, and what it cannot know.
func reactionCard(v *View) app.UI {
	r := &v.page.Body.Reaction
	tone := map[string]string{"usual": "go", "slowed": "ease"}[r.State]
	if tone == "" {
		tone = "unknown"
	}
	return app.Section().Class("card", "tone-"+tone).Body(
		app.H2().Text("Compared with your usual"),
		app.P().Class("means").Body(app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "), app.Span().Text(reactionWords[tone])),
		app.P().Class("small").Text(r.Text),
		app.If(r.Mean > 0, func() app.UI {
			return app.Dl().Class("load").Body(
				msCell("Average, ms", r.Mean), msCell("Fastest tenth", r.Fastest), msCell("Slowest tenth", r.Slowest),
				app.Div().Body(app.Dt().Text("Slow or missed"), app.Dd().Text(r.Lapses)),
			)
		}),
		app.If(r.Needs > 0 && r.Days < r.Needs, func() app.UI {
			return app.Progress().Class("learning").Aria("label", "Tests for your usual").Value(r.Days).Max(r.Needs)
		}),
		app.If(len(r.Trend) > 1, func() app.UI {
			return spark("Reaction time, ms", chart.SparkLine{Points: r.Trend})
		}),
		app.P().Class("fine").Text(r.Limits),
	)
}

func msCell(name string, ms float64) app.UI {
	text := "–"
	if ms > 0 {
		text = fmt.Sprintf("%.0f", ms)
	}
	return app.Div().Body(app.Dt().Text(name), app.Dd().Text(text))
}

func (v *View) startTest(ctx app.Context, _ app.Event) {
	v.page.Quiet()
	v.Test = ReactionTest{Running: true, Last: "Wait for the light."}
	ctx.Defer(func(app.Context) { // once the field stands
		v.run = newReactionRun(
			func(ms float64) { v.page.Do(func() { v.pressed(ms) }) },
			func(trials []float64) { v.page.Do(func() { v.keepTest(trials) }) })
		ui.Focus(idTarget)
	})
}

func (v *View) pressed(ms float64) {
	switch {
	case ms == 0:
		v.Test.early++
		v.Test.Last = "Too soon: wait for the light."
	case ms >= tooLate:
		v.Test.Done++
		v.Test.Last = "Missed. Here comes the next one."
	default:
		v.Test.Done++
		v.Test.Last = fmt.Sprintf("%.0f ms", ms)
	}
}

func (v *View) keepTest(trials []float64) {
	early := v.Test.early
	v.run, v.Test = nil, ReactionTest{}
	d := v.page.Body.Date
	text := "Saved."
	if early > 0 {
		text = "Saved, with " + unit.Count(early, "false start") + "."
	}
	v.enter(Request{wire.OpReaction, wire.ReactionSaid{Date: d, Trials: trials}}, text, Request{wire.OpReaction, wire.ReactionSaid{Date: d, Off: true}})
	v.page.Defer(func() { ui.Focus(ui.IDTitle) })
}

func (v *View) stopTest(app.Context, app.Event) {
	if v.run != nil {
		v.run.stop()
	}
	v.run, v.Test = nil, ReactionTest{}
}
