package today

import (
	"fmt"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/wire"
)

// because says why a day differs from the usual.
var because = map[string]string{
	"cut_week": "the lighter week", "hold_quality": "hard sessions wait", "return_to_run": "coming back",
	"weeks_not_rebuilt": "weeks are being rebuilt", "easy_pace_unknown": "an easy test run first",
	"session_spike": "not much longer than your longest", "weekly_growth": "the week grows no faster than is safe",
	"deload": "the step-back week", "after_race": "easy days after the race", "illness": "you are ill", "after_illness": "easy days after your illness", "red_flag_cleared": "a red flag that has only just gone", "modify": "the niggle", "stop": "no running now", "see_clinician": "no running until someone has looked at it",
}

// sessionCard is the assessed day's session, before and after, and the week.
func sessionCard(v *View, a *wire.Assessment) app.UI {
	return app.If(len(a.Week) > 0, func() app.UI {
		d := a.Week[0]
		today := v.page.Route.Date == 0
		return app.Section().Class("card", "session").Body(
			app.H2().ID(ui.IDSession).TabIndex(-1).Text(sessionTitle(v, a)),
			app.If(today && a.Done != nil, func() app.UI { return doneLines(a.Done) }).ElseSlice(func() []app.UI {
				return []app.UI{
					sessionLine(d, v.page.Miles()),
					option(d.Option, v.page.Miles()),
					ui.NoRun(d.NoRun),
					v.Decline.OfTheDay(a),
				}
			}),
			app.If(!today && a.Done != nil, func() app.UI { return ranLine(a.Done) }),
			week(a.Week, v.page.Miles()),
			weekFrom(v, a),
			app.If(a.Offer != "" && v.page.Route.Date == 0, func() app.UI { return app.P().Class("offered").Text(a.Offer) }),
		)
	})
}

// weekFrom says where the week comes from, and leads to the plan: the plan itself,
// the return to run, or what is usual.
func weekFrom(v *View, a *wire.Assessment) app.UI {
	text, link := "From your usual week, the last four.", "Plan for a goal"
	switch a.WeekFrom {
	case "plan":
		text, link = "From your plan.", "See the plan"
	case "after_race":
		text = "Based on your usual week before the race, which these days build back up to."
	case "return_to_run":
		text, link = "From your return to running, not your usual week.", "See your return to running"
	}
	if a.Offer != "" {
		link = "Plan"
	}
	return app.P().Class("fine", "week-from").Body(
		app.Span().Text(text),
		app.If(v.page.Route.Date == 0, func() app.UI { return app.A().Href("#/plan").Body(app.Text(link), ui.Icon(ui.IconRight)) }),
	)
}

func sessionTitle(v *View, a *wire.Assessment) string {
	if v.page.Route.Date != 0 {
		return "That day's session"
	}
	if a.Done != nil {
		return "Today's session: done"
	}
	return "Today's session"
}

func sessionLine(d wire.DayPlan, miles bool) app.UI {
	if d.Before == d.After {
		return app.P().Class("swap", "same").Body(sessionUI("after", d.After, miles))
	}
	return app.Div().Body(
		app.P().Class("swap").Body(
			app.S().Class("before").Body(
				app.Span().Class("visually-hidden").Text("Instead of "),
				app.B().Text(sessionName(d.Before)), app.Text(" "),
				app.Small().Text(amount(d.Before, miles)),
			),
			ui.Icon(ui.IconArrow),
			sessionUI("after", d.After, miles),
		),
		app.If(len(d.Because) > 0 && because[d.Because[0]] != "", func() app.UI { // the first outranks the rest
			return app.P().Class("because").Text("Because: " + because[d.Because[0]] + ".")
		}),
	)
}

// option is what may be run by choice on a day of rest.
func option(s *wire.Session, miles bool) app.UI {
	return app.If(s != nil, func() app.UI {
		return app.P().Class("because").Text("Or, if you feel up to it: " + sessionName(*s) + ", " + amount(*s, miles) + ".")
	})
}

func sessionUI(class string, s wire.Session, miles bool) app.UI {
	return app.Span().Class(class).Body(
		app.B().Text(sessionName(s)), app.Text(" "),
		app.Small().Text(amount(s, miles)),
	)
}

// week is seven cells: what each day was and is now.
func week(days []wire.DayPlan, miles bool) app.UI {
	most := 0.0
	for _, d := range days {
		most = max(most, d.Before.Minutes, d.After.Minutes)
	}
	return app.Ol().Class("week").Aria("label", "The seven days").Body(
		app.Range(days).Slice(func(i int) app.UI {
			d := days[i]
			class := "same"
			switch {
			case d.Open:
				class = "open"
			case d.Ended:
				class = "ended"
			case d.After.Kind == "race":
				class = "race"
			case d.Before != d.After:
				class = "changed"
			}
			return app.Li().Class(class).Body(
				app.Span().Class("visually-hidden").Text(daySentence(d, miles)),
				app.Div().Aria("hidden", "true").Body(
					app.Span().Class("name").Text(d.Date.Time().Format("Mon")),
					app.Raw(chart.Bar(d.Before.Minutes, d.After.Minutes, most)),
					app.Span().Class("kind").Text(short(d)),
					app.Span().Class("minutes").Text(minutes(d.After)),
				),
			)
		}),
	)
}

func short(d wire.DayPlan) string {
	if d.Open {
		return "Open"
	}
	if d.Ended {
		return "Easy or off"
	}
	s := d.After
	if n, ok := sessionShort[s.Kind]; ok {
		return n
	}
	return s.Kind
}

func minutes(s wire.Session) string {
	if s.Minutes <= 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f", s.Minutes)
}

// daySentence says a cell in words.
func daySentence(d wire.DayPlan, miles bool) string {
	say := func(s wire.Session) string {
		if n := amount(s, miles); n != "" {
			return sessionName(s) + ", " + n
		}
		return sessionName(s)
	}
	if d.Open {
		return d.Date.Weekday().String() + ": not decided yet"
	}
	if d.Ended {
		return d.Date.Weekday().String() + ": after the race, easy or off"
	}
	text := d.Date.Weekday().String() + ": " + say(d.After)
	if d.Before != d.After {
		text += ", instead of " + say(d.Before)
	}
	return text
}
