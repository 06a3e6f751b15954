package body

import (
	"maps"
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// question is one line of the check-in, answered from 0 to 4.
type question struct{ key, name, hint string }

// The five signs, as the guide that Rebound was built on names them.
var signs = [diary.Signs]question{
	{"unresolved_soreness", "Soreness that will not go away", ""},
	{"harder_than_it_should", "Running feels harder than it should", ""},
	{"lost_spring", "No spring in your legs, or clumsy", ""},
	{"drained", "Drained rather than challenged", ""},
	{"irritable_or_unmotivated", "Irritable or unmotivated", ""},
}

// Four things that are felt apart; the line below each says from what.
var felt = [...]question{
	{"fatigue", "Fatigue", "You feel low on energy. Rest and sleep help."},
	{"tension", "Tension", "Muscles feel tight, even if they do not hurt. Movement and warmth help."},
	{"soreness", "Soreness", "Muscles hurt to touch or stretch, a day or two after a session. It does not show how good the session was."},
	{"stress", "Stress", "Life outside running: work, people, worries."},
}

// Two of the morning, of which more is better. They are asked first and by one touch
// each, and no press of another button answers them.
var morning = [...]struct {
	question
	low, high string
}{
	{question{"ready", "How ready are you to train?", ""}, "not at all", "fully"},
	{question{"sleep_quality", "How well did you sleep?", ""}, "badly", "very well"},
}

// tagNames are what can disturb a morning's readings.
var tagNames = [...][2]string{
	{"late_night", "Late night"}, {"alcohol", "Alcohol"}, {"heavy_meal", "Heavy meal"}, {"dehydration", "Dehydrated"},
	{"travel", "Travel"}, {"heat", "Heat"}, {"altitude", "Altitude"},
}

const tagIllness = "illness"

// checkInScreen is the morning's check-in: everything in reach of a thumb, two
// presses when all is well.
func checkInScreen(v *View) app.UI {
	c := v.CheckIn
	title := "Check-in"
	if v.page.Body.Date != v.page.Today {
		title = "Check-in of " + v.page.Body.Date.Time().Format("2 January")
	}
	return ui.Box("checkin", below(title),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(
				app.Section().Class("card", "questions").Body(
					app.H2().Text("This morning"),
					app.Range(morning[:]).Slice(func(i int) app.UI {
						q := morning[i]
						return askFrom(q.question, q.low, q.high, c, v)
					}),
				),
				app.Section().Class("card", "questions").Body(
					app.H2().Text("Five signs: how much of each?"),
					app.Range(signs[:]).Slice(func(i int) app.UI { return ask4(signs[i], c, v) }),
				),
			),
			app.Div().Class("stack").Body(
				app.Section().Class("card", "questions").Body(
					app.H2().Text("How do body and mind feel?"),
					app.Range(felt[:]).Slice(func(i int) app.UI { return ask4(felt[i], c, v) }),
				),
				tagsCard(c, v),
				illCard(v, c),
				cycleCard(v, c),
			),
		),
		dock(v),
	).DataSet("draft", v.draft())
}

func ask4(q question, c *wire.CheckIn, v *View) app.UI {
	return askFrom(q, "none", "strong", c, v)
}

func askFrom(q question, low, high string, c *wire.CheckIn, v *View) app.UI {
	return scale{key: q.key, name: q.name, hint: q.hint, most: int(diary.MaxSign), now: scoreOf(c, q.key), low: low, high: high, pick: v.score}.draw()
}

func tagsCard(c *wire.CheckIn, v *View) app.UI {
	doses := doses(v.page.Miles())
	return app.Section().Class("card", "tags").Body(
		app.H2().ID("tags").Text("Anything unusual?"),
		app.Div().Class("chips").Role("group").Aria("labelledby", "tags").Body(app.Range(tagNames[:]).Slice(func(i int) app.UI {
			return chip(tagNames[i][0], tagNames[i][1], slices.Contains(c.Tags, tagNames[i][0]), v.tag)
		})),
		app.Range(doses).Slice(func(i int) app.UI {
			if !slices.Contains(c.Tags, doses[i].tag) {
				return app.Text("") // a place of its own, so that no other's choice shows on it
			}
			return doses[i].draw(c, v)
		}),
		app.P().Class("more").Body(app.A().Href("#/trends/matters").Text("Does it matter for me?")),
	)
}

// illCard says at once what follows from each answer.
func illCard(v *View, c *wire.CheckIn) app.UI {
	ill := slices.Contains(c.Tags, tagIllness)
	var follows []string
	if c.Chest != nil && *c.Chest {
		follows = append(follows, "Happening now? Call your emergency number. If it has passed, get medical help today. No running.")
	}
	if c.Fever != nil && *c.Fever {
		follows = append(follows, "Fever: no running. Once it is gone, change this to No; a few easy days follow.")
	}
	if ill {
		follows = append(follows, "Ill: no long run and no speed work for now. Once you are better, one easy day for each day you were ill.")
	}
	return app.Section().Class("card", "ill").Body(
		app.H2().Text("Not well?"),
		app.Div().Class("chips").Body(chip(tagIllness, "Ill: a cold, infection or stomach", ill, v.tag)),
		answer("fever", "Fever", c.Fever, v.score),
		answer("chest_symptoms", "Chest pain, fainting or a racing heart", c.Chest, v.score),
		app.Div().Class("follows").Role("status").Body(app.Range(follows).Slice(func(i int) app.UI { return app.P().Text(follows[i]) })),
		app.If(v.page.Body.Ill != nil, func() app.UI { return app.P().Class("fine").Text(v.page.Body.Ill.Text) }),
		app.If(v.page.Body.Date == v.page.Today, func() app.UI {
			return app.P().Class("more").Body(app.A().Href("#/body/" + PartIll).Text("Say where it is, or that you are better"))
		}),
	)
}

func cycleCard(v *View, c *wire.CheckIn) app.UI {
	return app.Details().Class("card", "cycle").Body(
		app.Summary().Body(app.Text("Cycle log (optional)"), ui.Icon(ui.IconDown)),
		app.P().Class("fine").Text("After ovulation, resting heart rate rises and HRV falls, every month. With this log, Rebound can name it as a reason."),
		app.Div().Class("chips").Body(chip("period", "A period began on this day", c.Period != nil && *c.Period, v.tag)),
		app.If(v.page.Body.Cycle != "", func() app.UI { return app.P().Text(v.page.Body.Cycle) }),
	)
}

// dock is what a thumb reaches: one press fills all lines, one keeps them.
func dock(v *View) app.UI {
	return app.Div().Class("dock").Body(
		v.wrongLine(v.form()),
		app.If(v.saved, func() app.UI {
			return app.Div().Class("dock-buttons").Body(app.A().Class("button", "primary").Href("#/today").Text("To today"))
		}).Else(func() app.UI {
			return app.Div().Class("dock-buttons").Body(
				app.Button().Type("button").OnClick(v.fillFine).Text("All fine"),
				app.If(v.page.Body.Last != nil, func() app.UI {
					return app.Button().Type("button").OnClick(v.fillLast).Text(lastName(v))
				}),
				app.Button().Type("button").Class("primary").OnClick(v.saveCheckIn).Text("Save"),
			)
		}),
	)
}

func lastName(v *View) string {
	if v.page.Body.Last.Date == v.page.Today-1 && v.page.Body.Date == v.page.Today {
		return "Same as yesterday"
	}
	return "Same as " + v.page.Body.Last.Date.Time().Format("2 Jan")
}

// scoreOf is an answer of the check-in, nil when there is none.
func scoreOf(c *wire.CheckIn, key string) *int {
	if p := feltOf(c, key); p != nil {
		return *p
	}
	if n, ok := c.Signs[key]; ok {
		return &n
	}
	return nil
}

// feltOf is where what is no sign is kept.
func feltOf(c *wire.CheckIn, key string) **int {
	switch key {
	case "fatigue":
		return &c.Fatigue
	case "tension":
		return &c.Tension
	case "soreness":
		return &c.Soreness
	case "stress":
		return &c.Stress
	case "ready":
		return &c.Ready
	case "sleep_quality":
		return &c.Quality
	}
	return nil
}

// setScore answers one line.
func setScore(c *wire.CheckIn, key string, n int) {
	if p := feltOf(c, key); p != nil {
		*p = &n
		return
	}
	if c.Signs == nil {
		c.Signs = map[string]int{}
	}
	c.Signs[key] = n
}

// allFine answers every line of which less is better with none, fever and chest
// symptoms with no.
func allFine(c *wire.CheckIn) {
	for _, q := range signs {
		setScore(c, q.key, 0)
	}
	for _, q := range felt {
		setScore(c, q.key, 0)
	}
	c.Tags, c.Doses, c.Fever, c.Chest = nil, nil, new(bool), new(bool)
}

// asLast answers as the check-in before did. Its night's tags are its own, and so is
// how it slept and how ready it was; an illness goes on.
func asLast(c, last *wire.CheckIn) {
	next := copyOf(last)
	next.Date, next.Period, next.Tags, next.Doses = c.Date, c.Period, nil, nil
	next.Ready, next.Quality = c.Ready, c.Quality
	if slices.Contains(last.Tags, tagIllness) {
		next.Tags = []string{tagIllness}
	}
	*c = next
}

func copyOf(c *wire.CheckIn) wire.CheckIn {
	out := *c
	out.Signs = map[string]int{}
	for k, n := range c.Signs {
		out.Signs[k] = n
	}
	out.Tags, out.Doses = slices.Clone(c.Tags), maps.Clone(c.Doses)
	return out
}

// saysSomething reports whether the check-in says anything.
func saysSomething(c *wire.CheckIn) bool {
	return len(c.Signs) > 0 || len(c.Tags) > 0 || c.Fatigue != nil || c.Tension != nil || c.Soreness != nil || c.Stress != nil ||
		c.Ready != nil || c.Quality != nil || c.Fever != nil || c.Chest != nil || c.Period != nil
}
