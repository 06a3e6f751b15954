package body

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// pieces are how many Body itself is drawn in.
const pieces = 4

// hubScreen is Body itself. What matters now stands open: how you are, what hurts, what to
// do today. The rest is a line each (lines.go).
func hubScreen(v *View) app.UI {
	s := v.page.Body
	if s.Body != nil && len(s.Body.Programme) == 0 {
		return stoppedHub(v)
	}
	return ui.Box("body",
		app.Div().Class("head").Body(ui.Heading("Body")),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(howCard(v), walkDoor(s), illDoor(s),
				v.page.Piece(1, pieces, func() app.UI { return nigglesCard(s) }),
				v.page.Piece(2, pieces, func() app.UI { return programmeCard(s, v) })),
			app.Div().Class("stack").Body(
				v.page.Piece(3, pieces, func() app.UI { return todayLines(v) }),
				v.page.Piece(3, pieces, func() app.UI { return otherLines(s) })),
		),
	)
}

// stoppedHub is Body for a runner who must stop: what stops them, and how to say that it
// has changed; the rest is folded.
func stoppedHub(v *View) app.UI {
	s := v.page.Body
	return ui.Box("body-stopped",
		app.Div().Class("head").Body(ui.Heading("Body")),
		app.Div().Class("stack").Body(
			app.Section().Class("card", "how", "tone-recover").Body(
				app.If(s.Urgent != "", func() app.UI { return app.P().Class("urgent").Text(s.Urgent) }),
				app.H2().Text("How you are"),
				app.P().Class("lead").Text(s.Body.Text),
				checkInLink(s.CheckIn != nil),
			),
			illDoor(s),
			nigglesCard(s),
			app.Details().Class("card").Body(
				app.Summary().Body(app.Text("Everything else"), ui.Icon(ui.IconDown)),
				app.Div().Class("stack").Body(todayLines(v), otherLines(s)),
			),
		),
	)
}

// door leads to a part of Body that matters now.
func door(part, name, line string) app.UI {
	return app.A().Class("card", "door").Href("#/body/"+part).Body(
		app.Span().Body(app.B().Text(name), app.Span().Text(line)), ui.Icon(ui.IconRight))
}

// howCard is the check-in's own channel and what it comes to.
func howCard(v *View) app.UI {
	s := v.page.Body
	state := map[string]string{"in_range": "go", "adverse": "ease"}
	tone := "unknown"
	if s.Body != nil && state[s.Body.CheckIn] != "" {
		tone = state[s.Body.CheckIn]
	}
	return app.Section().Class("card", "how", "tone-"+tone).Body(
		app.If(s.Urgent != "", func() app.UI { return app.P().Class("urgent").Text(s.Urgent) }),
		app.H2().Text("How you are"),
		app.If(s.Body != nil && s.Body.Text != "", func() app.UI { return app.P().Class("lead").Text(s.Body.Text) }),
		app.P().Class("channel").Body(
			app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "), app.Span().Text(s.Channel)),
		app.If(s.Cycle != "", func() app.UI { return app.P().Class("fine").Text(s.Cycle) }),
		app.If(s.Under != "", func() app.UI { return app.P().Class("fine").Text(s.Under) }),
		checkInLink(s.CheckIn != nil),
	)
}

// checkInLink leads to the check-in, of today.
func checkInLink(done bool) app.UI {
	if done {
		return app.Div().Class("buttons").Body(
			app.Span().Class("checked-in").Body(ui.Icon(ui.IconCheck), app.Text("Checked in today")),
			app.A().Class("button").Href("#/body/"+PartCheckIn).Text("Change it"))
	}
	return app.Div().Class("buttons").Body(app.A().Class("button", "primary").Href("#/body/" + PartCheckIn).Text("Check in"))
}

// nigglesCard lists the niggles that hold.
func nigglesCard(s *wire.BodyScreen) app.UI {
	var stand []*wire.SiteLine
	for i := range s.Sites {
		if s.Sites[i].Niggle != nil {
			stand = append(stand, &s.Sites[i])
		}
	}
	return app.Section().Class("card", "sites").Body(
		app.Div().Class("head").Body(
			app.H2().Text("Niggles"),
			app.A().Class("button", "small").Href("#/body/"+PartMap).Text("Open the body map")),
		app.If(len(stand) == 0, func() app.UI {
			return app.P().Text("None. Log the small ones too, even a tight spot that does not hurt: small ones come before big ones.")
		}),
		app.Ul().Body(app.Range(stand).Slice(func(i int) app.UI { return siteRow(stand[i]) })),
	)
}

// programmeCard is the day's list, each item with a box to tick and, folded, how
// it is done.
func programmeCard(s *wire.BodyScreen, v *View) app.UI {
	return app.If(s.Body != nil && len(s.Body.Programme) > 0, func() app.UI {
		list, done := s.Body.Programme, 0
		for i := range list {
			if ticked(s, list[i].Code) {
				done++
			}
		}
		return app.Section().Class("card", "programme").Body(
			app.H2().Body(app.Text("Today's exercises "), app.Small().Text(fmt.Sprintf("%d of %d done", done, len(list)))),
			app.If(s.Skipped != "", func() app.UI { return app.P().Class("fine").Text(s.Skipped) }),
			app.Ul().Body(app.Range(list).Slice(func(i int) app.UI {
				return programmeItem(list[i], ticked(s, list[i].Code), v)
			})),
		)
	})
}

func programmeItem(e wire.Exercise, done bool, v *View) app.UI {
	return app.Li().Body(
		app.Label().Class("tick").Body(
			app.Input().Type("checkbox").DataSet("code", e.Code).Checked(done).OnChange(v.tick),
			app.Span().Class("visually-hidden").Text("Done: "+e.Title)),
		ui.Exercise(e),
	)
}
