package page

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"rebound/app/wire"
)

func (p *Page) askSettings() {
	ask(p, wire.OpSettings, nil, func(s wire.Settings) {
		p.settings = &s
		p.moreGroups()
	})
}

// moreGroups draws the thresholds a group at a time: they are by far the most of
// the screen, and lie folded at its end.
func (p *Page) moreGroups() {
	if p.groups >= len(groupsOf(p.settings.Rules)) {
		return
	}
	p.ctx.After(drawEvery, func(app.Context) {
		p.groups++
		p.moreGroups()
	})
}

// set changes one setting; undo puts the control back when it is refused.
func (p *Page) set(arg wire.SettingArg, undo func()) {
	p.fault, p.said = "", ""
	p.link.send(wire.OpSetting, arg, func(r wire.Reply) {
		if r.Error != "" && undo != nil {
			undo()
		}
		answered(p, func(s wire.Settings) {
			p.settings = &s
			p.said = "Saved."
			if arg.Key == "units" && p.state != nil {
				p.state.Units = s.Units
				p.refresh()
			}
		})(r)
	})
}

func (p *Page) setWord(ctx app.Context, _ app.Event) {
	arg := wire.SettingArg{Key: data(ctx, "key"), Text: data(ctx, "value")}
	if arg.Key == "theme" {
		p.link.rebound.Call("theme", arg.Text)
	}
	p.set(arg, nil)
}

// setNumber takes one of the runner's own numbers; empty is not said.
func (p *Page) setNumber(ctx app.Context, _ app.Event) {
	src := ctx.JSSrc()
	old := data(ctx, "was")
	text := strings.TrimSpace(src.Get("value").String())
	v, ok := 0.0, true
	if text != "" {
		v, ok = number(text)
	}
	undo := func() { src.Set("value", old) }
	if !ok {
		undo()
		p.fault = "That is not a number: write it in digits, or leave it empty."
		return
	}
	p.set(wire.SettingArg{Key: data(ctx, "key"), Value: v}, undo)
}

func (p *Page) setRule(ctx app.Context, _ app.Event) {
	r, ok := p.rule(data(ctx, "key"))
	if !ok {
		return
	}
	src := ctx.JSSrc()
	if r.Unit == unitOn {
		v := 0.0
		if src.Get("checked").Bool() {
			v = 1
		}
		p.set(wire.SettingArg{Key: r.Key, Value: v}, nil)
		return
	}
	undo := func() { src.Set("value", ruleText(r, r.Value)) }
	v, ok := number(src.Get("value").String())
	if v /= ruleFactor(r); !ok || v < r.Min || v > r.Max {
		undo()
		p.fault = r.Name + ": write a number from " + ruleText(r, r.Min) + " to " + ruleText(r, r.Max) + "."
		return
	}
	p.set(wire.SettingArg{Key: r.Key, Value: v}, undo)
}

func (p *Page) resetRule(ctx app.Context, _ app.Event) {
	if r, ok := p.rule(data(ctx, "key")); ok {
		p.set(wire.SettingArg{Key: r.Key, Value: r.Default}, nil)
		focus("rule-" + r.Key) // the button goes with the change
	}
}

func (p *Page) resetRules(app.Context, app.Event) { p.set(wire.SettingArg{Reset: true}, nil) }

func (p *Page) rule(key string) (wire.Rule, bool) {
	if p.settings != nil {
		for _, r := range p.settings.Rules {
			if r.Key == key {
				return r, true
			}
		}
	}
	return wire.Rule{}, false
}

// number reads digits with a point or a comma.
func number(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	return v, err == nil
}

func (p *Page) backup(app.Context, app.Event) {
	p.fault, p.said = "", ""
	ask(p, wire.OpBackup, nil, func(struct{}) { p.said = "The backup is in your downloads." })
}

func (p *Page) chooseBackup(app.Context, app.Event) {
	p.fault, p.said = "", ""
	p.link.restore(wire.RestoreArg{Mode: "preview"}, answered(p, func(v wire.Preview) {
		p.view.restore = &v
		p.ctx.Defer(func(app.Context) { dialog(idRestore, true) })
	}))
}

func (p *Page) merge(app.Context, app.Event)   { p.restoreAs("merge") }
func (p *Page) replace(app.Context, app.Event) { p.restoreAs("replace") }

func (p *Page) restoreAs(mode string) {
	dialog(idRestore, false)
	ask(p, wire.OpRestore, wire.RestoreArg{Mode: mode}, func(s wire.State) {
		p.view.restore = nil
		p.gotState(s)
		p.said = "The backup is restored."
	})
}

func (p *Page) askErase(app.Context, app.Event) { dialog(idErase, true) }

func (p *Page) erase(app.Context, app.Event) {
	dialog(idErase, false)
	ask(p, wire.OpErase, nil, func(s wire.State) {
		p.now, p.past, p.trends, p.files, p.progress = nil, nil, nil, nil, nil
		p.planView, p.bodyView = planView{}, bodyView{}
		p.gotState(s)
		p.carry = "All data is erased."
		p.toToday()
	})
}

func (p *Page) closeDialog(app.Context, app.Event) {
	dialog(idErase, false)
	dialog(idRestore, false)
}
