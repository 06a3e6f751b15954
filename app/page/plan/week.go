package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
	"rebound/engine/diary"
)

// daysCard is the seven days from today on, a row each.
func daysCard(v *View) app.UI {
	p := v.Plan
	most := 0.0
	for _, d := range p.Days {
		most = max(most, d.Before.Minutes, d.After.Minutes)
	}
	return app.Section().Class("seven").Body(
		app.If(len(p.Days) > 0, func() app.UI { // of a plan that is over there are none
			return app.H2().ID(ui.IDSeven).TabIndex(-1).Body(app.Text("The next seven days"), app.Span().Class("paper").Text(", from "+unit.LongDay(p.Date)+p.Date.Time().Format(" 2006")))
		}),
		undoLine(p, v),
		app.If(len(p.Days) > 0, func() app.UI {
			open := slices.IndexFunc(p.Days, func(d wire.PlanDay) bool { return d.Open })
			return app.Ol().Class("card", "plan-days").On("rebound-move", v.dragged).Body(app.Range(p.Days).Slice(func(i int) app.UI {
				return dayRow(v, p.Days[i], most, i == open)
			}))
		}),
	)
}

// dayRow is a day in one row, which opens to what else there is to know of it, and beside it
// what moves its session. What the days that are not decided yet depend on stands once,
// above the first of them.
func dayRow(v *View, d wire.PlanDay, most float64, firstOpen bool) app.UI {
	kind := d.After.Kind
	if d.Open {
		kind = d.Before.Kind
	}
	class := []string{"plan-day", "kind-" + kind}
	why, until := d.Why, app.UI(app.Text(""))
	switch {
	case d.Open:
		class, why = append(class, "open"), nil
		if firstOpen {
			until = app.P().Class("open-until").Text(strings.Join(d.Why, " "))
		}
	case d.Was != "":
		class = append(class, "changed")
	}
	if d.Date == v.page.Today {
		class = append(class, "today")
	}
	row := []app.UI{
		app.Span().Class("tick"),
		app.Span().Class("when").Aria("hidden", "true").Body(app.B().Text(d.Date.Time().Format("Mon")), app.Span().Text(d.Date.Time().Format("2"))),
		app.Raw(bar(d, most)),
		app.H3().Body(
			app.Span().Class("visually-hidden").Text(named(d)),
			mark(d), app.Text(d.Name),
			app.If(d.Amount != "", func() app.UI { return app.Small().Text(" " + d.Amount) }),
			app.If(d.Was != "", func() app.UI {
				return app.Small().Class("was").Body(app.Span().Class("visually-hidden").Text(" Instead of "), app.S().Text(d.Was))
			}),
		),
	}
	var day app.UI = app.Div().Class("day").Body(row...)
	if d.Heart+d.Pace+d.NoRun+d.DoneText+d.Declinable+d.Declined+d.Life != "" || d.CanOff || d.Deload || len(why)+len(d.Steps) > 0 {
		day = app.Details().Class("day").Body(
			app.Summary().Body(append(row, ui.Icon(ui.IconRight))...),
			app.Div().Class("session-of").Body(
				aim(d.Heart, d.Pace),
				dayChips(d),
				ui.NoRun(d.NoRun),
				app.If(len(why) > 0, func() app.UI {
					return app.Ul().Class("why-day").Body(app.Range(why).Slice(func(i int) app.UI { return app.Li().Text(why[i]) }))
				}),
				app.If(d.Life != "", func() app.UI { return app.P().Class("fine").Text(d.Life) }),
				stepsOf(v, d),
				v.Decline.InPlan(d),
				offButton(v, d),
			),
		)
	}
	return app.Li().ID("day-"+d.Date.String()).Class(class...).DataSet("date", d.Date.String()).Body(until, day, moveButton(v, d), moveList(v, d))
}

// named is a day before its session, for who hears the row.
func named(d wire.PlanDay) string {
	if d.Open {
		return d.Day + ", not decided yet; planned: "
	}
	return d.Day + ": "
}

// bar is the day's minutes: as they are, before what was planned where that differs; of a
// day that is not decided yet what was planned alone.
func bar(d wire.PlanDay, most float64) string {
	if d.Open {
		return chart.Bar(d.Before.Minutes, 0, most)
	}
	return chart.Bar(d.Before.Minutes, d.After.Minutes, most)
}

// mark is the sign of a day that is not as it was planned; the words are in the row and
// below it.
func mark(d wire.PlanDay) app.UI {
	tone, glyph := "", ""
	switch {
	case d.NoRun != "":
		tone, glyph = "recover", "■ "
	case d.DoneText != "":
		tone, glyph = "go", "✓ "
	case d.Open:
		tone, glyph = "unknown", "◌ "
	case d.Was != "":
		tone, glyph = "ease", "▲ "
	}
	return app.If(glyph != "", func() app.UI { return app.Span().Class("glyph", "tone-"+tone).Aria("hidden", "true").Text(glyph) })
}

// session is a day's session in one line: "Easy run, 45 min, 7.2 km".
func session(d wire.PlanDay) string {
	if d.Amount == "" {
		return d.Name
	}
	return d.Name + ", " + d.Amount
}

// aim is a session's target; heart rate and pace each stay in one piece.
func aim(heart, pace string) app.UI {
	if heart != "" && pace != "" {
		heart += ","
	}
	return app.If(heart != "" || pace != "", func() app.UI {
		return app.P().Class("aim").Body(app.Span().Text(heart), app.Text(" "), app.Span().Text(pace))
	})
}

// dayChips are what else is to be known of a day, in a word or two.
func dayChips(d wire.PlanDay) app.UI {
	var words []string
	if d.Deload {
		words = append(words, "step-back week")
	}
	if d.DoneText != "" {
		words = append(words, "done: "+d.DoneText)
	}
	return app.If(len(words) > 0, func() app.UI {
		return app.P().Class("chips").Body(app.Range(words).Slice(func(i int) app.UI { return app.Span().Class("chip").Text(words[i]) }))
	})
}

func stepsOf(v *View, d wire.PlanDay) app.UI {
	return app.If(len(d.Steps) > 0, func() app.UI {
		return app.Details().Class("steps-of").Body(
			app.Summary().Body(app.Text("Steps"), ui.Icon(ui.IconDown)),
			app.Ol().Body(app.Range(d.Steps).Slice(func(i int) app.UI { return app.Li().Text(d.Steps[i]) })),
			app.If(d.Workout, func() app.UI {
				return app.Div().Class("to-watch").Body(
					app.Small().Text("For the watch (FIT)"), giveButtons(v, "workout", d.Date.String(), "the workout of "+d.Day))
			}),
		)
	})
}

// offButton says of a day that the runner cannot run, or that they can after all.
func offButton(v *View, d wire.PlanDay) app.UI {
	text := "I can't run this day"
	if d.Off {
		text = "I can run after all"
	}
	return app.If(d.CanOff || d.Off, func() app.UI {
		return app.Button().Type("button").Class("small", "day-off").DataSet("date", d.Date.String()).DataSet("back", d.Off).OnClick(v.dayOff).
			Body(app.Text(text), app.Span().Class("visually-hidden").Text(", "+d.Day))
	})
}

// moveButton opens the days that a session can go to; held and dragged, it takes
// the session along (web/boot/drag.js).
func moveButton(v *View, d wire.PlanDay) app.UI {
	if len(d.MoveTo) == 0 {
		return app.Span().Class("move")
	}
	moved := d.Was // what the plan has on the day, which is what goes
	if moved == "" {
		moved = session(d)
	}
	var to []string
	for _, m := range d.MoveTo {
		to = append(to, m.Date.String())
	}
	return app.Button().Type("button").ID("move-"+d.Date.String()).Class("move").
		DataSet("date", d.Date.String()).DataSet("to", strings.Join(to, " ")).
		Aria("expanded", strconv.FormatBool(v.Moving == d.Date)).Title("Drag to another day, or press for a list").OnClick(v.openMove).
		Body(ui.Icon(ui.IconGrip), app.Span().Text("Move"), app.Span().Class("visually-hidden").Text(" "+moved+", "+d.Day))
}

func moveList(v *View, d wire.PlanDay) app.UI {
	return app.If(v.Moving == d.Date && len(d.MoveTo) > 0, func() app.UI {
		return app.Div().Class("moves").Role("group").Aria("label", "Move to").Body(
			app.P().Class("fine").Text("The two days swap places."),
			app.Div().Class("move-days").Body(app.Range(d.MoveTo).Slice(func(i int) app.UI {
				m := d.MoveTo[i]
				return app.Button().Type("button").ID(idMove(i)).DataSet("from", d.Date.String()).DataSet("to", m.Date.String()).
					OnClick(v.moveTo).Body(
					app.Span().Text(m.Day),
					app.If(m.Warn != "", func() app.UI { return app.Small().Text(" ▲ " + m.Warn) }),
				)
			})),
			app.Button().Type("button").Class("small").DataSet("date", d.Date.String()).OnClick(v.closeMove).Text("Leave it there"),
		)
	})
}

func idMove(i int) string { return "move-to-" + strconv.Itoa(i) }

// doneMarks are the signs of a day that was, by its state.
var doneMarks = map[string]string{
	"as_planned": "●", "shorter": "◐", "longer": "◆", "harder": "▲", "easier": "▽", "missed": "✕", "extra": "+", "rest": "–", "to_come": "○",
}

// doneCard is the week so far, planned against done, a row each day.
func doneCard(p *Shown) app.UI {
	return app.If(len(p.Done) > 0, func() app.UI {
		return app.Section().Class("card", "so-far").Body(
			app.H2().Text("This week so far"),
			app.Ol().Body(app.Range(p.Done).Slice(func(i int) app.UI {
				d := p.Done[i]
				glyph, ok := doneMarks[d.State]
				if !ok {
					glyph = "◌"
				}
				return app.Li().Class("did-"+d.State).Body(
					app.B().Text(d.Date.Time().Format("Mon 2")), app.Text(" "),
					app.P().Body(app.Span().Class("glyph").Aria("hidden", "true").Text(glyph), app.Text(" "+d.Text+" "),
						app.If(d.State != "rest", func() app.UI {
							return app.Small().Body(against("Planned: ", d.Planned), app.Text(" "), against("Done: ", d.Done))
						}),
					),
				)
			})),
		)
	})
}

func against(what, text string) app.UI {
	return app.If(text != "", func() app.UI { return app.Span().Text(what + text + ".") })
}

// dayOf finds a day of the plan's seven.
func (p *Shown) dayOf(d diary.Date) (wire.PlanDay, bool) {
	for _, one := range p.Days {
		if one.Date == d {
			return one, true
		}
	}
	return wire.PlanDay{}, false
}
