package body

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// siteKey names a place in a link: "calf-left", "lower_back".
func siteKey(l *wire.SiteLine) string {
	if l.Side == "" {
		return l.Site
	}
	return l.Site + "-" + l.Side
}

// siteOf is the place that a link names, nil for none.
func siteOf(s *wire.BodyScreen, key string) *wire.SiteLine {
	for i := range s.Sites {
		if siteKey(&s.Sites[i]) == key {
			return &s.Sites[i]
		}
	}
	return nil
}

// capital writes a name at the head of a line.
func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// siteLabel is a place with the niggle that holds there, for who does not see the map.
func siteLabel(s *wire.BodyScreen, l *wire.SiteLine) string {
	if l.Niggle != nil {
		return capital(l.Name) + ": " + siteState(l)
	}
	if of := afterOf(s, l); of != nil {
		return capital(l.Name) + ": watch, after the " + of.Name
	}
	return capital(l.Name)
}

// siteState is the niggle that holds at a place: "3 of 10, shorter and easy".
func siteState(l *wire.SiteLine) string {
	if l.Niggle == nil {
		return ""
	}
	state := "tight, no pain"
	if l.Niggle.Severity > 0 {
		state = fmt.Sprintf("%d of 10", l.Niggle.Severity)
	}
	return state + ", " + triageWords[l.Niggle.Triage]
}

var triageWords = map[string]string{
	"run": "running is fine", "modify": "run shorter and easy", "stop": "do not run", "see_clinician": "see a physiotherapist or doctor",
}

// mapScreen is the body, front and back, and the same as a list.
func mapScreen(v *View) app.UI {
	s := v.page.Body
	return ui.Box("map", below("Where is it?"),
		app.Div().Class("columns").Body(
			app.Section().Class("card", "map").Body(
				app.Div().Class("segments", "turn").Body(
					turn("front", "Front", !v.Behind, v), turn("back", "Back", v.Behind, v)),
				app.Div().Class("figures", map[bool]string{false: "show-front", true: "show-back"}[v.Behind]).Body(
					figure(s, false, nil), figure(s, true, nil)),
				app.P().Class("fine").Text("Tap where you feel it. The number is your pain; ● you can run, ▲ shorter and easy, ■ no run, ~ tight without pain. Dashed is what to watch next."),
			),
			app.Section().Class("card", "sites").Body(
				app.H2().Text("The same as a list"),
				app.Ul().Body(app.Range(s.Sites).Slice(func(i int) app.UI { return siteRow(&s.Sites[i]) })),
			),
		),
	)
}

func turn(key, name string, on bool, v *View) app.UI {
	return app.Button().Type("button").DataSet("value", key).Aria("pressed", fmt.Sprint(on)).OnClick(v.turn).Text(name)
}

func siteRow(l *wire.SiteLine) app.UI {
	return app.Li().Body(app.A().Href("#/body/map/"+siteKey(l)).Body(
		app.Span().Text(capital(l.Name)),
		app.If(l.Niggle != nil, func() app.UI { return niggleState(l) }),
		ui.Icon(ui.IconRight),
	))
}

// niggleState is a niggle's shape, number and word.
func niggleState(l *wire.SiteLine) app.UI {
	tone := map[string]string{"run": "go", "modify": "ease", "stop": "recover", "see_clinician": "recover"}[l.Niggle.Triage]
	return app.Span().Class("state", "tone-"+tone).Body(
		app.Span().Class("glyph").Aria("hidden", "true").Text(ui.Tones[tone].Glyph), app.Text(" "+siteState(l)))
}

// painWords say what a number means.
var painWords = [...]string{"No pain", "Hardly there", "Noticed, then forgotten", "Bothers while running", "Bothers, and lasts", "Changes how you run",
	"Hard to run on", "Hard to walk on", "Strong", "Very strong", "The worst you know"}

// redFlags stop the run, whatever the number.
var redFlags = [...][2]string{
	{"night_pain", "It hurts at night, or at rest"}, {"limp", "It makes you limp"}, {"bone_point_pain", "One spot on a bone hurts to press"},
}

// siteScreen is the sheet of one place: what is felt, what follows from it, what
// to watch next, and how it went.
func siteScreen(v *View, l *wire.SiteLine) app.UI {
	return ui.Box("site", ui.HeadBelow(capital(l.Name), "#/body/"+PartMap, "Back to the map"),
		app.Div().Class("columns").Body(
			app.Div().Class("stack").Body(niggleCard(l), clearedCard(v.page.Body.Walk, l), niggleForm(v, l)),
			app.Div().Class("stack").Body(chainCard(v, l), pastCard(l)),
		),
	)
}

func niggleCard(l *wire.SiteLine) app.UI {
	n := l.Niggle
	return app.If(n != nil, func() app.UI {
		return app.Section().Class("card", "meaning").Body(
			app.H2().Text("What this means"),
			app.P().Class("means").Body(niggleState(l)),
			app.P().Text(n.Text),
			app.P().Class("fine").Text("Logged on "+unit.LongDay(n.Noted)+since(n)+". "+review(n)),
		)
	})
}

// clearedCard says what follows from a red flag of the place that is gone.
func clearedCard(w *wire.WalkCard, l *wire.SiteLine) app.UI {
	return app.If(w != nil && w.Site == l.Site && w.Side == l.Side, func() app.UI {
		return app.Section().Class("card", "meaning").Body(
			app.H2().Text("After the red flag"),
			app.P().Text(w.Text),
			app.Div().Class("buttons").Body(app.A().Class("button").Href("#/body/"+PartWalk).Text("Walk before you run")),
		)
	})
}

func since(n *wire.Niggle) string {
	if n.Since == 0 || n.Since >= n.Noted {
		return ""
	}
	return ", there since " + unit.LongDay(n.Since)
}

func review(n *wire.Niggle) string {
	if n.Asks {
		return "Time for an update: answer below."
	}
	if n.Review == 0 {
		return ""
	}
	return "Update it by " + unit.LongDay(n.Review) + "."
}

func niggleForm(v *View, l *wire.SiteLine) app.UI {
	d := v.Niggle
	name := "How is it now?"
	return app.Section().Class("card", "niggle").DataSet("draft", v.draft()).Body(
		app.H2().Text(name),
		scale{key: "severity", name: "Pain", most: int(diary.MaxPain), now: &d.Severity, low: "none", high: "worst", pick: v.niggleScore}.draw(),
		app.P().Class("pain-word").Role("status").Text(painWords[min(max(d.Severity, 0), len(painWords)-1)]),
		app.Div().Class("chips").Role("group").Aria("label", "Anything else?").Body(
			chip("tightness", "Tight or stiff", d.Tightness, v.niggleMark),
			chip("worse_next_day", "Worse the day after a run", d.Worse, v.niggleMark),
			chip("swelling", "Swollen", d.Swelling, v.niggleMark),
		),
		app.H3().ID("flags").Text("Any of these means no run until someone has looked at it"),
		app.Div().Class("chips").Role("group").Aria("labelledby", "flags").Body(app.Range(redFlags[:]).Slice(func(i int) app.UI {
			p := flagOf(d, redFlags[i][0])
			return chip(redFlags[i][0], redFlags[i][1], *p != nil && **p, v.niggleMark)
		})),
		app.Div().Class("chips").Role("group").Aria("label", "Who has looked at it").Body(
			chip("seen", "A physiotherapist or doctor has looked at it", d.Seen != nil && *d.Seen, v.niggleMark)),
		v.wrongLine(v.form()),
		app.Div().Class("buttons").Body(
			app.Button().Type("button").Class("primary").OnClick(v.saveNiggle).Text("Save"),
			app.IfSlice(l.Niggle != nil, func() []app.UI {
				return []app.UI{
					app.Button().Type("button").OnClick(v.niggleGone).Text("It is gone"),
					app.Button().Type("button").Class("danger").OnClick(v.niggleDrop).Text("Delete this entry"),
				}
			}),
		),
	)
}

// flagOf is where a red flag of an entry is kept.
func flagOf(d *wire.NiggleSaid, key string) **bool {
	switch key {
	case "night_pain":
		return &d.NightPain
	case "limp":
		return &d.Limp
	case "seen":
		return &d.Seen
	}
	return &d.BonePoint
}

// chainCard shows where the load goes when this place gives less.
func chainCard(v *View, l *wire.SiteLine) app.UI {
	return app.If(len(l.Chain) > 0, func() app.UI {
		return app.Section().Class("card", "chain").Body(
			app.H2().Text("Watch next"),
			app.P().Class("fine").Text("These take the strain when your "+l.Name+" does less than its share."),
			app.Div().Class("chain-body").Body(
				app.Div().Class("figures", "small").Body(figure(v.page.Body, false, l), figure(v.page.Body, true, l)),
				app.Ol().Body(app.Range(l.Chain).Slice(func(i int) app.UI {
					c := l.Chain[i]
					return app.Li().Body(
						app.Span().Class("number").Aria("hidden", "true").Text(i+1),
						app.Div().Body(app.P().Body(nextLink(v.page.Body, l, c)), ui.Cite(c.Cite)),
					)
				})),
			),
		)
	})
}

// nextLink leads to the sheet of a place of the chain, on the same side.
func nextLink(s *wire.BodyScreen, of *wire.SiteLine, c wire.ChainLink) app.UI {
	for _, side := range []string{of.Side, ""} {
		if l := siteOf(s, siteKey(&wire.SiteLine{Site: c.Site, Side: side})); l != nil {
			return app.A().Href("#/body/map/" + siteKey(l)).Text(capital(l.Name))
		}
	}
	return app.Text(capital(c.Text))
}

// pastCard is how it went, as a picture and in words. Once a place was well, what
// comes later is another line.
func pastCard(l *wire.SiteLine) app.UI {
	return app.If(len(l.Past) > 0, func() app.UI {
		lines := []chart.SparkLine{{}}
		for i := len(l.Past) - 1; i >= 0; i-- {
			last := &lines[len(lines)-1]
			last.Points = append(last.Points, wire.Point{Date: l.Past[i].Date, Value: float64(l.Past[i].Severity)})
			if l.Past[i].Severity == 0 {
				lines = append(lines, chart.SparkLine{})
			}
		}
		return app.Section().Class("card", "past").Body(
			app.H2().Text("How it went"),
			app.If(len(l.Past) > 1, func() app.UI { return spark("Pain, 0 to 10", lines...) }),
			app.Ul().Body(app.Range(l.Past).Slice(func(i int) app.UI {
				p := l.Past[i]
				return app.Li().Body(app.Time().DateTime(p.Date.String()).Text(p.Date.Time().Format("2 Jan 2006")), app.Text(" "), app.Span().Text(p.Text))
			})),
		)
	})
}
