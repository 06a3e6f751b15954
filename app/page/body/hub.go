package body

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// hubScreen is Body itself: how you are, what to do, and the doors to the rest.
func hubScreen(v *View) app.UI {
	s := v.page.Body
	if s.Body != nil && len(s.Body.Programme) == 0 {
		return stoppedHub(v)
	}
	return ui.Box("body",
		app.Div().Class("head").Body(ui.Heading("Body")),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				howCard(v),
				walkDoor(s),
				illCardOf(s),
				adviceCard(s),
				nigglesCard(s),
				programmeCard(s, v),
			),
			app.Div().Class("stack").Body(
				runsCard(v),
				app.If(s.Body != nil, func() app.UI { return sleepCard(&s.Body.Sleep) }),
				coldDoor(s),
				screenDoor(s),
				reactionDoor(s),
				door(PartHistory, "Your log", historyLine(s)),
			),
		),
		app.Div().Class("stack").Body(markersCard(s), misleadCard(s)),
	)
}

// stoppedHub is Body for a runner who must stop: what stops them, and how to say that it
// has changed; the rest stands back.
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
			illCardOf(s),
			nigglesCard(s),
			app.Details().Class("card", "stands-back").Body(
				app.Summary().Body(app.Text("Everything else"), ui.Icon(ui.IconDown)),
				app.Div().Class("stack").Body(
					adviceCard(s), runsCard(v), sleepCard(&s.Body.Sleep), coldDoor(s), screenDoor(s), reactionDoor(s),
					door(PartHistory, "Your log", historyLine(s)), markersCard(s), misleadCard(s)),
			),
		),
	)
}

// door leads to a part of Body.
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

// nigglesCard lists what stands.
func nigglesCard(s *wire.BodyScreen) app.UI {
	var stand []*wire.SiteLine
	for i := range s.Sites {
		if s.Sites[i].Niggle != nil {
			stand = append(stand, &s.Sites[i])
		}
	}
	return app.Section().Class("card", "sites").Body(
		app.H2().Text("Niggles"),
		app.If(len(stand) == 0, func() app.UI {
			return app.P().Text("None. Log the small ones too, even a tight spot that does not hurt: small ones come before big ones.")
		}),
		app.Ul().Body(app.Range(stand).Slice(func(i int) app.UI { return siteRow(stand[i]) })),
		app.Div().Class("buttons").Body(app.A().Class("button").Href("#/body/"+PartMap).Text("Open the body map")),
	)
}

func adviceCard(s *wire.BodyScreen) app.UI {
	var list []string // without what the card above says
	for _, text := range s.Advice {
		if s.Body == nil || text != s.Body.Text {
			list = append(list, text)
		}
	}
	return app.If(len(list) > 0, func() app.UI {
		return app.Section().Class("card", "advice").Body(
			app.H2().Text("In this order"),
			app.Ol().Body(app.Range(list).Slice(func(i int) app.UI { return app.Li().Text(list[i]) })),
		)
	})
}

// sleepCard is need, debt and tonight's target.
func sleepCard(b *wire.BodySleep) app.UI {
	return app.Section().Class("card", "sleep").Body(
		app.H2().Text("Sleep"),
		app.Dl().Class("load").Body(
			clockCell("Need", &b.Need), clockCell("Owed", b.Debt), clockCell("Tonight", &b.Target),
			app.Div().Body(app.Dt().Text("Nights"), app.Dd().Text(fmt.Sprintf("%d/%d", b.Nights, b.Of))),
		),
		app.P().Class("fine").Text(b.Text),
	)
}

// clockCell is a number of minutes as hours; nil is not known.
func clockCell(name string, minutes *float64) app.UI {
	text := "–"
	if minutes != nil {
		m := int(*minutes + .5)
		text = fmt.Sprintf("%d:%02d", m/60, m%60)
	}
	return app.Div().Body(app.Dt().Text(name), app.Dd().Text(text))
}

// misleadCard says when readings are not to be trusted.
func misleadCard(s *wire.BodyScreen) app.UI {
	return app.If(len(s.Mislead) > 0, func() app.UI {
		return app.Details().Class("card", "mislead").Body(
			app.Summary().Body(app.Text("When readings mislead"), ui.Icon(ui.IconDown)),
			app.Ul().Body(app.Range(s.Mislead).Slice(func(i int) app.UI { return app.Li().Text(s.Mislead[i]) })),
		)
	})
}
