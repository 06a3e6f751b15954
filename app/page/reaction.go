package page

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// reactionTrials is how many lights one test has: with one to four seconds
// before each, about 45 seconds. The brief psychomotor vigilance test (Basner
// 2011) has the same pauses and takes three minutes.
const reactionTrials = 16

// reactionTest is where a test stands that runs, or ran last.
type reactionTest struct {
	running bool
	done    int    // trials answered
	early   int    // presses before the light
	last    string // what the last press came to
}

// reactionDoor says where the runner's reactions stand.
func reactionDoor(s *wire.BodyScreen) app.UI {
	r := &s.Reaction
	line := "Optional: 45 seconds, against your own."
	if r.Mean > 0 {
		line = fmt.Sprintf("%.0f ms the last time", r.Mean)
		if r.Usual > 0 {
			line += fmt.Sprintf(", usually %.0f", r.Usual)
		}
	}
	return door(partReaction, "Reaction test", line)
}

func reactionScreen(v *view, on *acts) app.UI {
	return box("reaction", bodyHead(bodyTitle(v)),
		app.If(v.test.running, func() app.UI { return reactionRunning(v, on) }).
			Else(func() app.UI { return reactionStart(v, on) }),
		app.If(!v.test.running, func() app.UI { return reactionCard(v) }),
		toldLine(v, on),
	)
}

func reactionStart(v *view, on *acts) app.UI {
	name := "Start"
	if v.body.Reaction.Today {
		name = "Start again"
	}
	return app.Section().Class("card").Body(
		app.P().Class("lead").Text("Press the moment the field lights up."),
		app.P().Text(fmt.Sprintf("%d lights, one to four seconds apart, about 45 seconds. Touch the field, or press the space bar. Sit still, the same hand each time, at the same time of day.", reactionTrials)),
		app.P().Class("fine").Text("Of two tests in a day the later counts."),
		app.Div().Class("buttons").Body(app.Button().Type("button").Class("primary").OnClick(on.startTest).Text(name)),
	)
}

// reactionRunning is the field. Whether it is lit is set on the element itself
// (reaction_run.go): drawing the page again would come frames too late.
func reactionRunning(v *view, on *acts) app.UI {
	return app.Section().Class("card", "test-run").Body(
		app.Button().ID(idTarget).Type("button").Class("target").Aria("label", "Press when it lights up").Body(
			app.Span().Class("dark").Text("Wait"), app.Span().Class("lit").Text("Now")),
		app.Progress().Aria("label", "Lights answered").Value(v.test.done).Max(reactionTrials),
		app.P().Class("fine").Role("status").Text(v.test.last),
		app.Div().Class("buttons").Body(app.Button().Type("button").OnClick(on.stopTest).Text("Stop")),
	)
}

var reactionWords = map[string]string{"go": "As usual", "ease": "Slowed", "unknown": "Not known yet"}

// reactionCard is the result against the runner's own, and what it cannot know.
func reactionCard(v *view) app.UI {
	r := &v.body.Reaction
	tone := map[string]string{"usual": "go", "slowed": "ease"}[r.State]
	if tone == "" {
		tone = "unknown"
	}
	return app.Section().Class("card", "tone-"+tone).Body(
		app.H2().Text("Against your own"),
		app.P().Class("means").Body(app.Span().Class("glyph").Aria("hidden", "true").Text(tones[tone].glyph), app.Text(" "), app.Span().Text(reactionWords[tone])),
		app.P().Class("small").Text(r.Text),
		app.If(r.Mean > 0, func() app.UI {
			return app.Dl().Class("load").Body(
				msCell("Mean, ms", r.Mean), msCell("Fastest tenth", r.Fastest), msCell("Slowest tenth", r.Slowest),
				app.Div().Body(app.Dt().Text("Lapses"), app.Dd().Text(r.Lapses)),
			)
		}),
		app.If(r.Needs > 0 && r.Days < r.Needs, func() app.UI {
			return app.Progress().Class("learning").Aria("label", "Tests of your own normal").Value(r.Days).Max(r.Needs)
		}),
		app.If(len(r.Trend) > 1, func() app.UI {
			return spark("Reaction time, ms", sparkLine{points: r.Trend})
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
