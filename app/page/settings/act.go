package settings

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// Ask asks for every setting.
func (v *View) Ask() {
	ui.Ask(v.page, wire.OpSettings, nil, func(s wire.Settings) {
		v.Settings = &s
		v.moreGroups()
	})
}

// moreGroups draws the thresholds a group at a time: they are by far the most of
// the screen, and lie folded at its end.
func (v *View) moreGroups() {
	all := len(groupsOf(v.Settings.Rules))
	if v.Groups < all {
		ui.Grow(v.page, func() bool {
			v.Groups++
			return v.Groups < all
		})
	}
}

// set changes one setting; undo puts the control back when it is refused.
func (v *View) set(arg wire.SettingArg, undo func()) {
	v.page.Quiet()
	v.page.Send(wire.OpSetting, arg, func(r wire.Reply) {
		if r.Error != nil && undo != nil {
			undo()
		}
		ui.Answered(v.page, func(s wire.Settings) {
			v.Settings = &s
			v.page.Toast("Saved.", nil)
			if arg.Key == "units" && v.page.State != nil {
				v.page.State.Units = s.Units
				v.page.Refresh()
			}
		})(r)
	})
}

func (v *View) setWord(ctx app.Context, _ app.Event) {
	arg := wire.SettingArg{Key: ui.Data(ctx, "key"), Text: ui.Data(ctx, "value")}
	if arg.Key == "theme" {
		v.page.Boot("theme", arg.Text)
	}
	v.set(arg, nil)
}

// setNumber takes one of the runner's own numbers; empty is not said.
func (v *View) setNumber(ctx app.Context, _ app.Event) {
	src := ctx.JSSrc()
	old := ui.Data(ctx, "was")
	text := strings.TrimSpace(src.Get("value").String())
	n, ok := 0.0, true
	if text != "" {
		n, ok = ui.Number(text)
	}
	undo := func() { src.Set("value", old) }
	if !ok {
		undo()
		v.page.Wrong("That is not a number: write it in digits, or leave it empty.")
		return
	}
	v.set(wire.SettingArg{Key: ui.Data(ctx, "key"), Value: n}, undo)
}

func (v *View) setRule(ctx app.Context, _ app.Event) {
	r, ok := v.rule(ui.Data(ctx, "key"))
	if !ok {
		return
	}
	src := ctx.JSSrc()
	if r.Unit == unitOn {
		on := 0.0
		if src.Get("checked").Bool() {
			on = 1
		}
		v.set(wire.SettingArg{Key: r.Key, Value: on}, nil)
		return
	}
	undo := func() { src.Set("value", ruleText(r, r.Value)) }
	n, ok := ui.Number(src.Get("value").String())
	if n /= ruleFactor(r); !ok || n < r.Min || n > r.Max {
		undo()
		v.page.Wrong(r.Name + ": write a number from " + ruleText(r, r.Min) + " to " + ruleText(r, r.Max) + ".")
		return
	}
	v.set(wire.SettingArg{Key: r.Key, Value: n}, undo)
}

func (v *View) resetRule(ctx app.Context, _ app.Event) {
	if r, ok := v.rule(ui.Data(ctx, "key")); ok {
		v.set(wire.SettingArg{Key: r.Key, Value: r.Default}, nil)
		ui.Focus("rule-" + r.Key) // the button goes with the change
	}
}

func (v *View) resetRules(app.Context, app.Event) { v.set(wire.SettingArg{Reset: true}, nil) }

func (v *View) rule(key string) (wire.Rule, bool) {
	if v.Settings != nil {
		for _, r := range v.Settings.Rules {
			if r.Key == key {
				return r, true
			}
		}
	}
	return wire.Rule{}, false
}
