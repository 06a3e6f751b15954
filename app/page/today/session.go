package today

import (
	"fmt"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/chart"
	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

var sessionNames = map[string]string{
	"easy": "Easy run", "long": "Long run", "tempo": "Tempo", "intervals": "Intervals",
	"race": "Race", "rest": "Rest", "cross": "Cross-training", "walk_run": "Run-walk",
}

// because says why a day differs from the usual.
var because = map[string]string{
	"cut_week": "the lighter week", "hold_quality": "hard sessions wait", "return_to_run": "coming back",
	"weeks_not_rebuilt": "weeks are being rebuilt", "easy_pace_unknown": "an easy test run first",
	"session_spike": "not much longer than your longest", "weekly_growth": "a week grows little by little",
	"deload": "the step-back week", "after_race": "easy days after the race", "illness": "you are ill", "after_illness": "easy days after your illness", "red_flag_cleared": "a red flag that has only just gone", "modify": "the niggle", "stop": "no running now", "see_clinician": "no running until someone has looked at it",
}

// named is a session and how long: "Easy run, 35 min".
func named(s wire.Session) string {
	n, ok := sessionNames[s.Kind]
	if !ok {
		n = s.Kind
	}
	if s.Minutes > 0 {
		n += fmt.Sprintf(", %.0f min", s.Minutes)
	}
	return n
}

// far is how far: "6.0 km".
func far(s wire.Session, miles bool) string {
	if s.Km <= 0 {
		return ""
	}
	return unit.Distance(s.Km, miles)
}

// whole is all of it in one line: "Easy run, 35 min, 6.0 km".
func whole(s wire.Session, miles bool) string {
	if km := far(s, miles); km != "" {
		return named(s) + ", " + km
	}
	return named(s)
}

// sessionLines is a day's session as it is written: in order what it is, how much, what it
// replaces and why, and what else there is to say of it. The shell paints the same.
func sessionLines(a *wire.Assessment, live, miles bool) (name, amount, was, why string, notes []string) {
	d := a.Week[0]
	say := func(text string) {
		if text != "" {
			notes = append(notes, text)
		}
	}
	if live && a.Done != nil {
		name = a.Done.Ran
		if a.Done.Planned != "" {
			text := a.Done.Text
			if a.Done.State != "extra" { // on a day of rest there was none
				text += " Expected: " + a.Done.Planned + "."
			}
			say(text)
		}
		say(a.Done.Also)
		say(a.Done.Next)
		return name, "", "", "", notes
	}
	name, amount = named(d.After), far(d.After, miles)
	if a.Race != "" && d.After.Kind == "race" {
		name = strings.Replace(name, sessionNames["race"], a.Race, 1)
	}
	if a.Aim != "" && amount != "" {
		amount += " · " + a.Aim
	}
	if d.Before != d.After {
		was = whole(d.Before, miles)
		if len(d.Because) > 0 { // the first outranks the rest
			why = because[d.Because[0]]
		}
	}
	if d.Option != nil {
		say("Or, if you feel up to it: " + whole(*d.Option, miles) + ".")
	}
	if !live && a.Done != nil {
		say(a.Done.Ran + " later that day. " + a.Done.Text)
		say(a.Done.Also)
	}
	return name, amount, was, why, notes
}

// session is the assessed day's session, before and after, and the seven days.
func (v *View) session(a *wire.Assessment) app.UI {
	return app.If(len(a.Week) > 0, func() app.UI {
		done := v.live() && a.Done != nil
		name, amount, was, why, notes := sessionLines(a, v.live(), v.page.Miles())
		what := "Today: "
		if !v.live() {
			what = "That day: "
		}
		return app.Section().Class("card", "session").Body(
			app.Div().Class("now").Body(
				app.H2().ID(ui.IDSession).TabIndex(-1).Body(
					app.If(done, func() app.UI { return ui.Icon(ui.IconCheck) }),
					app.Span().Class("visually-hidden").Text(what), app.Text(name)),
				app.Text(" "), app.Small().Text(amount),
			),
			app.If(was != "", func() app.UI {
				return app.P().Class("was").Body(app.Span().Class("visually-hidden").Text("Instead of "), app.S().Text(was), app.Text(" "),
					app.If(why != "", func() app.UI { return app.Span().Text("· " + why) }))
			}),
			app.Range(notes).Slice(func(i int) app.UI { return app.P().Class("because").Text(notes[i]) }),
			ui.NoRun(a.Week[0].NoRun),
			v.seven(a),
			app.If(!done, func() app.UI { return v.Decline.OfTheDay(a) }),
			app.If(a.Offer != "" && v.live(), func() app.UI { return app.P().Class("offered").Text(a.Offer) }),
		)
	})
}

// seven is the seven days: a bar each, which opens to what each is.
func (v *View) seven(a *wire.Assessment) app.UI {
	most := 0.0
	for _, d := range a.Week {
		most = max(most, d.Before.Minutes, d.After.Minutes)
	}
	text, link := weekFrom(a)
	if v.looksAhead(a) && a.WeekFrom == "plan" {
		text = "From your plan. See what today leads to."
	}
	return app.Details().Class("ahead").Open(v.Ahead.open).OnToggle(v.toggleAhead).Body(
		app.Summary().Body(
			app.Div().Class("week").Aria("hidden", "true").Body(app.Range(a.Week).Slice(func(i int) app.UI {
				d := a.Week[i]
				return app.Div().Class(dayClass(d)).Body(app.Raw(chart.Bar(d.Before.Minutes, d.After.Minutes, most)), app.Span().Text(d.Date.Time().Format("Mon")))
			})),
			app.Span().Class("visually-hidden").Text("The seven days. "),
			app.Span().Class("from").Text(text), ui.Icon(ui.IconRight),
		),
		app.Ul().Body(app.Range(a.Week).Slice(func(i int) app.UI { return app.Li().Text(daySentence(a.Week[i], v.page.Miles())) })),
		v.ifToday(a),
		app.If(v.live(), func() app.UI { return app.A().Class("more").Href("#/plan").Body(app.Text(link), ui.Icon(ui.IconRight)) }),
	)
}

// dayClass is how a day is drawn.
func dayClass(d wire.DayPlan) string {
	switch {
	case d.Open:
		return "open"
	case d.After.Kind == "race":
		return "race"
	case d.Before != d.After:
		return "changed"
	}
	return "same"
}

// weekFrom says where the week comes from, and where the link leads: the plan itself, the
// return to run, or what is usual.
func weekFrom(a *wire.Assessment) (text, link string) {
	text, link = "Your usual week, based on the last four.", "Plan for a goal"
	switch a.WeekFrom {
	case "plan":
		text, link = "From your plan.", "See the plan"
	case "after_race":
		text = "Back up to your usual week, day by day."
	case "return_to_run":
		text, link = "From your return to running.", "See your return to running"
	}
	if a.Offer != "" {
		link = "Plan"
	}
	return text, link
}

// daySentence says a day in words.
func daySentence(d wire.DayPlan, miles bool) string {
	text := d.Date.Weekday().String() + ": "
	switch {
	case d.Open:
		return text + "not decided yet"
	case d.Ended:
		return text + "after the race, easy or off"
	}
	text += whole(d.After, miles)
	if d.Before != d.After {
		text += ", instead of " + strings.ToLower(whole(d.Before, miles)[:1]) + whole(d.Before, miles)[1:]
	}
	return text
}
