package settings

import (
	"encoding/json"
	"testing"

	"rebound/app/page/ui"
	"rebound/app/wire"
)

// asked stands for the page: it keeps what is asked until the test answers.
type asked struct {
	ui.Host
	list []wire.SettingArg
	then []func(wire.Reply)
}

func (a *asked) Send(op string, args any, then func(wire.Reply)) {
	if arg, ok := args.(wire.SettingArg); ok && op == wire.OpSetting && arg.Try {
		a.list, a.then = append(a.list, arg), append(a.then, then)
	}
}

func (a *asked) answer(t *testing.T, text string) {
	t.Helper()
	data, err := json.Marshal(wire.Settings{WhatIf: text})
	if err != nil {
		t.Fatal(err)
	}
	a.then[len(a.then)-1](wire.Reply{Data: data})
}

// One value is looked at at a time, and of those that were typed meanwhile the last: an
// answer to another is not shown.
func TestOnlyTheLastValueIsAsked(t *testing.T) {
	host := &asked{}
	v := New(&ui.Page{Host: host})
	r := wire.Rule{Key: "window_days", Value: 7}
	for _, n := range []float64{6, 5, 6.5} {
		v.weigh(r, n)
	}
	if len(host.list) != 1 || host.list[0] != (wire.SettingArg{Key: "window_days", Was: 7, Value: 6, Try: true}) {
		t.Fatalf("asked %+v", host.list)
	}
	host.answer(t, "of 6")
	if len(host.list) != 2 || host.list[1].Value != 6.5 || v.WhatIf.answer != nil {
		t.Fatalf("asked %+v, shows %+v", host.list, v.WhatIf.answer)
	}
	host.answer(t, "of 6.5")
	if v.WhatIf.answer == nil || v.WhatIf.answer.WhatIf != "of 6.5" {
		t.Fatalf("shows %+v", v.WhatIf.answer)
	}
	v.weigh(r, 6.5) // and saved
	if len(host.list) != 2 || v.WhatIf.answer == nil {
		t.Error("it is asked again once it is saved")
	}
	r.Value = 6.5
	if v.weigh(r, 7); host.list[2] != (wire.SettingArg{Key: "window_days", Was: 6.5, Value: 7, Try: true}) {
		t.Errorf("asked %+v", host.list[2])
	}
	v.weigh(r, 6.5) // as it is
	host.answer(t, "of 7")
	if v.WhatIf.ask.Key != "" || v.WhatIf.answer != nil || len(host.list) != 3 {
		t.Errorf("the saved value is weighed: %+v", v.WhatIf)
	}
}

// A backend that died answers nothing: who comes back is not left waiting for it.
func TestWhatIfAfterADeath(t *testing.T) {
	host := &asked{}
	v := New(&ui.Page{Host: host})
	r := wire.Rule{Key: "window_days", Value: 7}
	v.weigh(r, 6)
	v.Leave()
	v.weigh(r, 6)
	if len(host.list) != 2 {
		t.Fatalf("asked %d times", len(host.list))
	}
	host.answer(t, "of 6")
	if v.WhatIf.answer == nil {
		t.Error("nothing is shown")
	}
}
