package settings

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/unit"
	"rebound/app/wire"
)

// unitOn is the unit of a rule that is on (1) or off (0).
const unitOn = "on"

// rulesCard has every threshold by group, with its default and its source. A group is
// drawn once it is opened: the thresholds are by far the most of the screen.
func rulesCard(s *wire.Settings, v *View) app.UI {
	changed := 0
	for _, r := range s.Rules {
		if r.Value != r.Default {
			changed++
		}
	}
	groups := groupsOf(s.Rules)
	return app.Section().Class("card", "rules").DataSet("draft", v.page.Draft(formRules, 0)).Body(
		app.H2().Text("Thresholds"),
		app.P().Class("fine").Text("Every number behind your verdicts, with its source. When you change one, past days are worked out again too."),
		app.Range(groups).Slice(func(i int) app.UI { return ruleGroup(groups[i], v) }),
		app.If(changed > 0, func() app.UI {
			all := ""
			if changed > 1 {
				all = "all "
			}
			return app.Button().Type("button").OnClick(v.resetRules).Text("Reset " + all + unit.Count(changed, "changed threshold"))
		}),
	)
}

// groupsOf splits rules by group, in their order.
func groupsOf(rules []wire.Rule) (groups [][]wire.Rule) {
	for i, r := range rules {
		if i == 0 || r.Group != rules[i-1].Group {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], r)
	}
	return groups
}

func ruleGroup(rules []wire.Rule, v *View) app.UI {
	changed, name := 0, rules[0].Group
	fields := make([]string, len(rules)) // by which drafts.js finds the group of a draft
	for i, r := range rules {
		fields[i] = idRule + r.Key
		if r.Value != r.Default {
			changed++
		}
	}
	return app.Details().DataSet("key", name).DataSet("holds", strings.Join(fields, " ")).Open(v.Opened[name]).On("toggle", v.openGroup).Body(
		app.Summary().Body(
			app.Span().Text(name),
			app.If(changed > 0, func() app.UI { return app.Span().Class("chip").Text(strconv.Itoa(changed) + " changed") }),
			ui.Icon(ui.IconDown),
		),
		app.If(v.Opened[name], func() app.UI {
			return app.Ul().Body(app.Range(rules).Slice(func(i int) app.UI { return ruleRow(rules[i], v) }))
		}),
	)
}

func ruleRow(r wire.Rule, v *View) app.UI {
	id := idRule + r.Key
	changed := r.Value != r.Default
	var in app.HTMLInput
	if r.Unit == unitOn {
		in = app.Input().ID(id).Type("checkbox").Attr("role", "switch").Checked(r.Value != 0)
	} else {
		in = ui.Typing("decimal", "").ID(id).Value(ruleText(r, r.Value)).OnInput(v.weighRule)
	}
	in = ui.Faulty(in.DataSet("key", r.Key).OnChange(v.setRule), id, id+"-hint", v.Wrong[id])
	return app.Li().Class("rule").Body(
		app.Label().For(id).Text(r.Name),
		app.Span().Class("entry").Body(in, app.Small().Text(ruleUnit(r))),
		ui.WrongLine(id, v.Wrong[id]),
		app.P().ID(id+"-hint").Class("fine").Body(
			app.Text(ruleHint(r)+" "),
			app.If(r.Ours, func() app.UI { return app.Span().Class("chip").Text("our own rule") }).
				Else(func() app.UI { return ui.Cite(r.Cite) }),
		),
		whatIfOf(r, &v.WhatIf),
		app.If(changed, func() app.UI {
			return app.Button().Type("button").Class("small").DataSet("key", r.Key).OnClick(v.resetRule).
				Aria("label", "Reset "+r.Name).Text("Reset")
		}),
	)
}

func ruleHint(r wire.Rule) string {
	if r.Unit == unitOn {
		if r.Default != 0 {
			return "On by default."
		}
		return "Off by default."
	}
	return "Default " + ruleText(r, r.Default) + ". You can choose from " + ruleText(r, r.Min) + " to " + ruleText(r, r.Max) + "."
}

// ruleFactor turns a rule's value into what is shown: shares are shown as
// percentages.
func ruleFactor(r wire.Rule) float64 {
	if r.Unit == "share" {
		return 100
	}
	return 1
}

func ruleUnit(r wire.Rule) string {
	switch r.Unit {
	case "share", "% left":
		return "%"
	case "x", "cuts":
		return "times"
	case "deg":
		return "degrees"
	case "entries":
		return "check-ins"
	case "trials":
		return "responses"
	case unitOn, "ln ms": // whose name says what it is
		return ""
	}
	if most, scale := strings.CutPrefix(r.Unit, "0-"); scale {
		return "of " + most
	}
	return r.Unit
}

// ruleText writes a value in the rule's unit, to a thousandth.
func ruleText(r wire.Rule, v float64) string {
	return strconv.FormatFloat(float64(int64(v*ruleFactor(r)*1000+0.5))/1000, 'f', -1, 64)
}
