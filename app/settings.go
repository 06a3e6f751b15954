package app

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

// settingsView is what the Settings screen needs.
type settingsView struct {
	S          wire.Settings
	Install    string // "", "yes" or "ios"
	Empty      bool
	Sample     bool
	Set        func(app.Context, wire.SettingArg)
	InstallNow func(app.Context)
	Backup     func(app.Context)
	Restore    func(app.Context)
	Erase      func(app.Context)
}

func settingsScreen(v settingsView) app.UI {
	return app.Div().Class("settings").Body(
		app.H1().TabIndex(-1).Text("Settings"),
		app.Section().Class("card").Body(
			app.H2().Text("You"),
			choice(v, "units", "Distances", v.S.Units, "km", "Kilometres", "mi", "Miles"),
			choice(v, "theme", "Appearance", v.S.Theme, "auto", "As the device", "light", "Light", "dark", "Dark"),
			choice(v, "sex", "Sex, for training load", v.S.Sex, "", "As the watch says", "female", "Female", "male", "Male"),
			number(v, "max_hr", "Maximal heart rate", "bpm", v.S.MaxHR, "Leave empty to take it from your runs. "+v.S.MaxHRNow),
			number(v, "age", "Age", "years", v.S.Age, "Only to guess a maximal heart rate when no run tells it."),
		),
		app.If(v.Install != "", func() app.UI { return installCard(v) }),
		app.Section().Class("card").Body(
			app.H2().Text("Your data"),
			app.P().Text(storage(v.S)),
			app.Div().Class("buttons").Body(
				act("Back up", "quiet", v.Backup),
				act("Restore", "quiet", v.Restore),
				act("Erase all data", "danger", v.Erase),
			),
		),
		thresholds(v),
		app.Section().Class("card").Body(
			app.H2().Text("About"),
			app.P().Text("Rebound reads your watch’s files on this device. Nothing is sent anywhere: there is no server and no account."),
			app.P().Text("It is not a medical device. It does not diagnose and does not predict injury. If you are unwell or in pain, see someone who can examine you."),
			app.P().Class("small").Text("Resting heart rate and HRV mislead in the luteal phase of the cycle, in heat and at altitude, with beta-blockers, in pregnancy and with atrial fibrillation; the numbers here are for adults. MIT licence."),
		),
	)
}

func act(label, class string, do func(app.Context)) app.UI {
	return app.Button().Type("button").Class(class).Text(label).OnClick(func(ctx app.Context, e app.Event) { do(ctx) })
}

func installCard(v settingsView) app.UI {
	return app.Section().Class("card").Body(
		app.H2().Text("Put it on your home screen"),
		app.If(v.Install == "ios", func() app.UI {
			return app.P().Text("Tap Share, then Add to Home Screen. Do it before you add files: the installed app keeps its own storage, and Safari forgets a page that was not visited for a week.")
		}).Else(func() app.UI {
			return app.Div().Body(
				app.P().Text("It opens like any app, without a network too."),
				act("Install Rebound", "", v.InstallNow),
			)
		}),
	)
}

func storage(s wire.Settings) string {
	text := size(s.Bytes) + " on this device."
	if s.Persist {
		return text + " The browser promised to keep it."
	}
	return text + " The browser may clear it when space runs short: a backup is wise, and installing helps."
}

func size(bytes int64) string {
	switch {
	case bytes < 1000:
		return strconv.FormatInt(bytes, 10) + " bytes"
	case bytes < 1000*1000:
		return strconv.FormatInt((bytes+500)/1000, 10) + " kB"
	}
	return strconv.FormatFloat(float64(bytes)/1e6, 'f', 1, 64) + " MB"
}

// choice is one of a few, by radio buttons: value, label pairs.
func choice(v settingsView, key, label, now string, pairs ...string) app.UI {
	var options []app.UI
	for i := 0; i < len(pairs); i += 2 {
		value := pairs[i]
		options = append(options, app.Label().Class("choice").Body(
			app.Input().Type("radio").Name(key).Value(value).Checked(now == value).OnChange(func(ctx app.Context, e app.Event) {
				v.Set(ctx, wire.SettingArg{Key: key, Text: value})
			}),
			app.Span().Text(pairs[i+1]),
		))
	}
	return app.FieldSet().Class("choices").Body(append([]app.UI{app.Legend().Text(label)}, options...)...)
}

func number(v settingsView, key, label, unit string, now float64, hint string) app.UI {
	return app.Div().Class("field").Body(
		app.Label().For("set-"+key).Text(label),
		app.Div().Class("with-unit").Body(
			app.Input().ID("set-"+key).Type("text").Attr("inputmode", "decimal").AutoComplete(false).Value(show(now)).Aria("describedby", "hint-"+key).
				OnChange(func(ctx app.Context, e app.Event) {
					value, ok := parse(ctx.JSSrc().Get("value").String())
					if !ok {
						value = -1 // refused with the bounds
					}
					v.Set(ctx, wire.SettingArg{Key: key, Value: value})
				}),
			app.Span().Text(unit),
		),
		app.P().ID("hint-"+key).Class("small").Text(hint),
	)
}

func show(v float64) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func parse(s string) (float64, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ",", ".")
	if s == "" {
		return 0, true
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// thresholds lists every rule with its default and its source.
func thresholds(v settingsView) app.UI {
	var groups []string
	for _, r := range v.S.Rules {
		if len(groups) == 0 || groups[len(groups)-1] != r.Group {
			groups = append(groups, r.Group)
		}
	}
	return app.Section().Class("card").Body(
		app.H2().Text("Every threshold"),
		app.P().Class("small").Text("What the verdict compares with, and where each number comes from. Changing one recomputes the whole history."),
		app.Range(groups).Slice(func(i int) app.UI {
			var rows []app.UI
			for _, r := range v.S.Rules {
				if r.Group == groups[i] {
					rows = append(rows, ruleRow(v, r))
				}
			}
			return app.Details().Class("rules").Body(
				append([]app.UI{app.Summary().Body(app.Span().Text(groups[i]), icon("down"))}, rows...)...,
			)
		}),
		act("Put every threshold back", "quiet", func(ctx app.Context) { v.Set(ctx, wire.SettingArg{Reset: true}) }),
	)
}

func ruleRow(v settingsView, r wire.Rule) app.UI {
	id := "rule-" + r.Key
	cite := r.Cite
	if r.Ours {
		cite = "Our choice, no source"
	}
	changed := ""
	if r.Value != r.Default {
		changed = " changed"
	}
	return app.Div().Class("rule"+changed).Body(
		app.Label().For(id).Text(r.Name),
		app.Div().Class("with-unit").Body(
			app.Input().ID(id).Type("number").Min(r.Min).Max(r.Max).Step(r.Step).Value(strconv.FormatFloat(r.Value, 'f', -1, 64)).Aria("describedby", id+"-from").
				OnChange(func(ctx app.Context, e app.Event) {
					value, ok := parse(ctx.JSSrc().Get("value").String())
					if !ok {
						value = r.Default
					}
					v.Set(ctx, wire.SettingArg{Key: r.Key, Value: value})
				}),
			app.Span().Text(r.Unit),
		),
		app.P().ID(id+"-from").Class("small").Text("Default "+strconv.FormatFloat(r.Default, 'f', -1, 64)+". "+cite+"."),
	)
}
