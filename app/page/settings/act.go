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
		v.page.Arrived()
		v.offer()
	})
}

// openGroup hears whether a group of thresholds is open, and so drawn.
func (v *View) openGroup(ctx app.Context, _ app.Event) {
	if v.Opened == nil {
		v.Opened = map[string]bool{}
	}
	v.Opened[ui.Data(ctx, "key")] = ctx.JSSrc().Get("open").Bool()
}

// set changes one setting. Where it stands in a field of its own, id, what is refused
// stays there, and why is said below it.
func (v *View) set(arg wire.SettingArg, id string) {
	v.page.Quiet()
	v.page.Send(wire.OpSetting, arg, func(r wire.Reply) {
		if r.Error != nil && id != "" {
			v.refuse(id, r.Error.Error())
			return
		}
		ui.Answered(v.page, func(s wire.Settings) {
			v.Settings = &s
			if delete(v.Wrong, id); id != "" {
				v.page.DropField(formYou, id)
				v.page.DropField(formRules, id)
			}
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
	v.set(arg, "")
}

// setNumber takes one of the runner's own numbers; empty is not said.
func (v *View) setNumber(ctx app.Context, _ app.Event) {
	key := ui.Data(ctx, "key")
	text := strings.TrimSpace(ctx.JSSrc().Get("value").String())
	n, ok := 0.0, true
	if text != "" {
		n, ok = ui.Number(text)
	}
	if !ok {
		v.refuse(idOwn+key, "Enter a number in digits, or leave it empty.")
		return
	}
	v.set(wire.SettingArg{Key: key, Value: n}, idOwn+key)
}

// refuse says below a field what is wrong with what stands in it.
func (v *View) refuse(id, what string) {
	if v.Wrong == nil {
		v.Wrong = ui.Faults{}
	}
	v.Wrong[id] = what
	v.page.Quiet()
	ui.FocusNext(v.page, id)
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
		v.save(r, on)
		return
	}
	n, ok := ui.Number(src.Get("value").String())
	if n /= ruleFactor(r); !ok || n < r.Min || n > r.Max {
		v.refuse(idRule+r.Key, "Enter a number from "+ruleText(r, r.Min)+" to "+ruleText(r, r.Max)+".")
		return
	}
	v.save(r, n)
}

// save keeps a threshold, and then says what it changes.
func (v *View) save(r wire.Rule, value float64) {
	v.set(wire.SettingArg{Key: r.Key, Value: value}, idRule+r.Key)
	v.weigh(r, value)
}

func (v *View) resetRule(ctx app.Context, _ app.Event) {
	if r, ok := v.rule(ui.Data(ctx, "key")); ok {
		v.save(r, r.Default)
		ui.Focus(idRule + r.Key) // the button goes with the change
	}
}

func (v *View) resetRules(app.Context, app.Event) { v.set(wire.SettingArg{Reset: true}, "") }

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
