package body

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// places are where an illness can sit, and how one tells.
var places = [...]struct{ key, name, hint string }{
	{string(diary.AboveNeck), "Above the neck", "Nose, throat, sinuses; no fever."},
	{string(diary.BelowNeck), "Below the neck", "Chest, stomach, aching muscles, or a deep cough."},
	{string(diary.Unsure), "Not sure", "Then rest comes first."},
}

const idSince = "ill-since"

// illOf is what the form of an illness starts from: the one that lasts, else a new one
// from today on.
func illOf(s *wire.BodyScreen) wire.IllnessSaid {
	i := wire.IllnessSaid{From: s.Date}
	if c := s.Ill; c != nil && c.Last == 0 {
		i.From, i.Where = c.Since, c.Where
		if len(c.Open) > 0 {
			i.From = c.Open[0]
		} else if c.Where == string(diary.Unsure) {
			i.Where = "" // known by a tag or by fever alone
		}
	}
	return i
}

// illDoor is the illness on the hub, and the way to its form; nothing where there is none.
func illDoor(s *wire.BodyScreen) app.UI {
	return app.If(s.Ill != nil, func() app.UI {
		text := "Since " + unit.LongDay(s.Ill.Since)
		if s.Ill.Last != 0 {
			text += ", over on " + unit.LongDay(s.Ill.Last)
		} else {
			text += ": change it, or say that you are better"
		}
		return door(PartIll, "Your illness", text)
	})
}

// illLine is the way to say that one is ill.
func illLine(s *wire.BodyScreen) app.UI {
	if s.Ill != nil {
		return nil
	}
	return ui.LineTo("I'm ill", "say where", "#/body/"+PartIll)
}

// illScreen is where it sits, since when, and that it is over.
func illScreen(v *View) app.UI {
	c, d := v.page.Body.Ill, v.Ill
	lasts := c != nil && c.Last == 0
	title := "I'm ill"
	if lasts {
		title = "Where, and since when"
	}
	return ui.Box("ill", below(v.Title()),
		app.If(c != nil, func() app.UI {
			return app.Section().Class("card", "meaning").Body(
				app.H2().Text("What this means"),
				app.P().Text(c.Text),
				app.If(lasts, func() app.UI { return betterUI(v, c) }),
			)
		}),
		app.Section().Class("card", "questions").DataSet("draft", v.draft()).Body(
			app.H2().Text(title),
			app.FieldSet().Class("ill-where").Body(
				app.Legend().Text("Where are your symptoms?"),
				app.Range(places[:]).Slice(func(i int) app.UI {
					p := places[i]
					return app.Label().Body(
						app.Input().Type("radio").Name("where").Value(p.key).DataSet("key", "where").DataSet("value", p.key).
							DataSet("on", d.Where == p.key).OnChange(v.score),
						app.Span().Body(app.B().Text(p.name), app.Text(" "), app.Small().Text(p.hint)))
				}),
			),
			app.Div().Class("field").Body(
				app.Label().For(idSince).Text("Since"),
				app.Input().ID(idSince).Type("date").Max(v.page.Today.String()).Value(d.From.String()).OnChange(v.illSince)),
			app.P().Class("fine").Text("Log fever, chest pain, fainting or a racing heart in the check-in: any of them means no running."),
			v.wrongLine(v.form()),
			app.Div().Class("buttons").Body(
				app.Button().Type("button").Class("primary").OnClick(v.saveIll).Text("Save"),
				app.A().Class("button").Href("#/body/"+PartCheckIn).Text("To the check-in")),
		),
	)
}

// betterUI ends an illness; fever is ended where it was noted.
func betterUI(v *View, c *wire.IllCard) app.UI {
	if c.Fever {
		return app.Div().Body(
			app.P().Text("The fever counts until a check-in says that it is gone."),
			app.Div().Class("buttons").Body(app.A().Class("button", "primary").Href("#/body/"+PartCheckIn).Text("To the check-in")))
	}
	return app.Div().Class("buttons").Body(app.Button().Type("button").Class("primary").OnClick(v.better).Text("I'm better today"))
}

func (v *View) illSince(ctx app.Context, _ app.Event) {
	if d, err := diary.ParseDate(ctx.JSSrc().Get("value").String()); err == nil {
		v.Ill.From = d
		v.answered()
	}
}

func (v *View) saveIll(app.Context, app.Event) {
	i := *v.Ill
	if i.Where == "" {
		v.wrong(v.form(), "Choose where your symptoms are, or Not sure.")
		return
	}
	var ops, undo []Request
	again := false // an entry that goes on began that day
	if c := v.page.Body.Ill; c != nil {
		for _, from := range c.Open {
			was := wire.IllnessSaid{From: from, Where: c.Where}
			if undo = append(undo, Request{wire.OpIllness, was}); from == i.From {
				again = true
			} else { // it began on another day than was said
				was.Off = true
				ops = append(ops, Request{wire.OpIllness, was})
			}
		}
	}
	if !again {
		undo = append([]Request{{wire.OpIllness, wire.IllnessSaid{From: i.From, Where: i.Where, Off: true}}}, undo...)
	}
	v.save(v.form(), append(ops, Request{wire.OpIllness, i}), "Saved.", undo...)
}

// better says that yesterday was the last day: today is the first of the easy ones. What
// today's check-in says of it is taken along.
func (v *View) better(app.Context, app.Event) {
	c, today := v.page.Body.Ill, v.page.Body.CheckIn
	tagged := today != nil && slices.Contains(today.Tags, tagIllness)
	var ops, undo []Request
	end := func(was wire.IllnessSaid) {
		ended := was
		if ended.To = v.page.Body.Date - 1; ended.To < ended.From {
			ended.To, ended.Off = 0, true
		}
		ops, undo = append(ops, Request{wire.OpIllness, ended}), append(undo, Request{wire.OpIllness, was})
	}
	for _, from := range c.Open { // one illness, however often it was said to begin
		end(wire.IllnessSaid{From: from, Where: c.Where})
	}
	if len(c.Open) == 0 && !tagged { // an entry that ends today, as a journal may bring
		end(wire.IllnessSaid{From: c.Since, To: v.page.Body.Date, Where: c.Where})
	}
	if tagged {
		well := copyOf(today)
		well.Tags = slices.DeleteFunc(well.Tags, func(t string) bool { return t == tagIllness })
		ops, undo = append(ops, Request{wire.OpCheckIn, well}), append(undo, Request{wire.OpCheckIn, *today})
	}
	v.save(v.form(), ops, "Good. The easy days begin today.", undo...)
}
