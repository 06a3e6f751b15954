package backend

import (
	"slices"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

// A threshold that is edited says what it would have changed, and nothing is kept of it.
// Saving it changes the same mornings.
func TestWhatIf(t *testing.T) {
	p, _, now := coached(t)
	ask := func(key string, was, value float64) (w wire.Settings) {
		p.get(&w, wire.OpSetting, wire.SettingArg{Key: key, Was: was, Value: value, Try: true})
		return w
	}
	from := now - whatIfDays + 1
	actions := func() (list []string) {
		for d := from; d <= now; d++ {
			var a wire.Assessment
			p.get(&a, wire.OpAssess, wire.DateArg{Date: d})
			list = append(list, a.Action)
		}
		return list
	}
	kept := p.settings()
	wide := ask("gate_k", 0.5, 2)
	if !strings.HasPrefix(wide.WhatIf, "With 2 SD instead of 0.5 SD, ") || !strings.Contains(wide.WhatIf, "in the last 90 days.") || len(wide.Days) == 0 {
		t.Fatalf("%+v", wide)
	}
	for i, d := range wide.Days {
		if d.Text == "" || d.Date > now || d.Date < from || i > 0 && d.Date >= wide.Days[i-1].Date {
			t.Errorf("%+v", d)
		}
	}
	if !slices.Equal(p.settings().Rules, kept.Rules) {
		t.Error("it was kept")
	}
	before := actions()
	p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "gate_k", Value: 2})
	after := actions()
	for d, was := range before {
		changed := slices.ContainsFunc(wide.Days, func(m wire.Mark) bool { return m.Date == from+diary.Date(d) })
		if was != after[d] && !changed {
			t.Errorf("day %d was %s, is %s, and was not foretold", d, was, after[d])
		}
	}
	back := ask("gate_k", 0.5, 2) // asked again once it is saved
	if back.WhatIf != wide.WhatIf || !slices.Equal(back.Days, wide.Days) {
		t.Errorf("saved, it says %q", back.WhatIf)
	}
	if same := ask("cold_weekly", 2, 5); same.WhatIf != "With 5 instead of 2, nothing in your advice would have changed in the last 90 days." || len(same.Days) != 0 {
		t.Errorf("%+v", same)
	}
	for _, a := range []wire.SettingArg{{Key: "gate_k", Was: 0.5, Value: 99, Try: true}, {Key: "gate_k", Was: 99, Value: 1, Try: true}, {Key: "nonsense", Value: 1, Try: true}} {
		if r, _ := p.ask(wire.OpSetting, a); !readable(r.Error) {
			t.Errorf("%+v was answered", a)
		}
	}
}

// Without a diary there is nothing to say.
func TestWhatIfWithoutADiary(t *testing.T) {
	m := new(Memory)
	p := openPage(t, m.Open())
	var w wire.Settings
	if p.get(&w, wire.OpSetting, wire.SettingArg{Key: "gate_k", Was: 0.5, Value: 1, Try: true}); w.WhatIf != "" {
		t.Errorf("%+v", w)
	}
}
