package page

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// The parts of Body, as they stand in the fragment after #/body/. A check-in may
// name a day, the map a place.
const (
	partCheckIn  = "check-in"
	partMap      = "map"
	partScreen   = "screen"
	partReaction = "reaction"
	partCold     = "cold"
	partHistory  = "history"
)

// bodyView is what the Body screens draw from.
type bodyView struct {
	body *wire.BodyScreen

	open         string // the part and day that the forms below were begun for
	checkIn      *wire.CheckIn
	checkInMoved bool // something was answered since it was kept
	niggle       *wire.NiggleSaid
	behind       bool // the map shows the back
	earlier      int  // days of the history drawn beyond the first ones
	told         told
	test         reactionTest
}

// told is what was kept last, and what takes it back.
type told struct {
	text string
	back []order
}

// order is one request to the worker.
type order struct {
	op   string
	args any
}

// place splits the part of the route: what is shown, and of which day or place.
func (r route) place() (part, of string) {
	part, of, _ = strings.Cut(r.part, "/")
	return part, of
}

// bodyDate is the day that the Body screens stand for: today, or the past day
// that a check-in names. On Today it is the day shown there.
func (v *view) bodyDate() diary.Date {
	if v.route.screen != screenBody {
		return v.date()
	}
	if part, of := v.route.place(); part == partCheckIn {
		if d, err := diary.ParseDate(of); err == nil && d < v.today {
			return d
		}
	}
	return v.today
}

// bodyTitle names the part that is shown.
func bodyTitle(v *view) string {
	part, of := v.route.place()
	switch part {
	case partCheckIn:
		return "Check-in"
	case partMap:
		if v.body != nil {
			if l := siteOf(v.body, of); l != nil {
				return capital(l.Name)
			}
		}
		return "Where is it?"
	case partScreen:
		return "Movement screen"
	case partReaction:
		return "Reaction test"
	case partCold:
		return "Cold water"
	case partHistory:
		return "What you told"
	}
	return "Body"
}

func bodyScreen(v *view, on *acts) app.UI {
	if v.body == nil || v.body.Date != v.bodyDate() {
		return box("body-wait", app.Div().Class("head").Body(heading(bodyTitle(v))),
			app.Div().Class("skeleton", "skeleton-card"), app.Div().Class("skeleton", "skeleton-card"))
	}
	part, of := v.route.place()
	switch part {
	case partCheckIn:
		if v.checkIn != nil {
			return checkInScreen(v, on)
		}
	case partMap:
		if l := siteOf(v.body, of); l != nil && v.niggle != nil {
			return siteScreen(v, on, l)
		}
		return mapScreen(v, on)
	case partScreen:
		return movementScreen(v, on)
	case partReaction:
		return reactionScreen(v, on)
	case partCold:
		return coldScreen(v, on)
	case partHistory:
		return historyScreen(v, on)
	}
	return hubScreen(v, on)
}

// hubScreen is Body itself: how you are, what to do, and the doors to the rest.
func hubScreen(v *view, on *acts) app.UI {
	s := v.body
	return box("body",
		app.Div().Class("head").Body(heading("Body")),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				howCard(v),
				adviceCard(s),
				nigglesCard(s),
				programmeCard(s, on),
			),
			app.Div().Class("stack").Body(
				runsCard(v, on),
				app.If(s.Body != nil, func() app.UI { return sleepCard(&s.Body.Sleep) }),
				coldDoor(s),
				screenDoor(s),
				reactionDoor(s),
				door(partHistory, "What you told", historyLine(s)),
			),
		),
		app.Div().Class("stack").Body(markersCard(s), misleadCard(s)),
		toldLine(v, on),
	)
}

// door leads to a part of Body.
func door(part, name, line string) app.UI {
	return app.A().Class("card", "door").Href("#/body/"+part).Body(
		app.Span().Body(app.B().Text(name), app.Span().Text(line)), icon(iconRight))
}

// howCard is the check-in's own channel and what it comes to.
func howCard(v *view) app.UI {
	s := v.body
	state := map[string]string{"in_range": "go", "adverse": "ease"}
	tone := "unknown"
	if s.Body != nil && state[s.Body.CheckIn] != "" {
		tone = state[s.Body.CheckIn]
	}
	return app.Section().Class("card", "how", "tone-"+tone).Body(
		app.H2().Text("How you are"),
		app.If(s.Body != nil && s.Body.Text != "", func() app.UI { return app.P().Class("lead").Text(s.Body.Text) }),
		app.P().Class("channel").Body(
			app.Span().Class("glyph").Aria("hidden", "true").Text(tones[tone].glyph), app.Text(" "), app.Span().Text(s.Channel)),
		app.If(s.Illness != "" && (s.Body == nil || s.Illness != s.Body.Text), func() app.UI { return app.P().Text(s.Illness) }),
		app.If(s.Cycle != "", func() app.UI { return app.P().Class("fine").Text(s.Cycle) }),
		app.P().Class("fine").Text(s.Under),
		checkInLink(s.CheckIn != nil),
	)
}

// checkInLink leads to the check-in, of today.
func checkInLink(done bool) app.UI {
	if done {
		return app.Div().Class("buttons").Body(
			app.Span().Class("checked-in").Body(icon(iconCheck), app.Text("Checked in today")),
			app.A().Class("button").Href("#/body/"+partCheckIn).Text("Change it"))
	}
	return app.Div().Class("buttons").Body(app.A().Class("button", "primary").Href("#/body/" + partCheckIn).Text("Check in"))
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
			return app.P().Text("None. Note the small ones too, a tight place without pain as well: they come before the large ones.")
		}),
		app.Ul().Body(app.Range(stand).Slice(func(i int) app.UI { return siteRow(stand[i]) })),
		app.Div().Class("buttons").Body(app.A().Class("button").Href("#/body/"+partMap).Text("Open the body map")),
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
			app.Div().Body(app.Dt().Text("Nights"), app.Dd().Text(fmt.Sprintf("%d/14", b.Nights))),
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
			app.Summary().Body(app.Text("When readings mislead"), icon(iconDown)),
			app.Ul().Body(app.Range(s.Mislead).Slice(func(i int) app.UI { return app.Li().Text(s.Mislead[i]) })),
		)
	})
}
