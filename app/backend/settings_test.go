package backend

import (
	"encoding/json"
	"slices"
	"testing"

	"rebound/app/wire"
	"rebound/engine/diary"
)

func TestSettings(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()...)
	var s wire.Settings
	before := p.assess(today)
	for _, a := range []wire.SettingArg{
		{Key: "units", Text: "mi"}, {Key: "theme", Text: "dark"}, {Key: "sex", Text: "female"},
		{Key: "max_hr", Value: 191}, {Key: "age", Value: 36}, {Key: "gate_k", Value: 2},
	} {
		p.get(&s, wire.OpSetting, a)
	}
	for _, a := range []wire.SettingArg{
		{Key: "units", Text: "ells"}, {Key: "max_hr", Value: 20}, {Key: "gate_k", Value: 99}, {Key: "nonsense"},
	} {
		if r, _ := p.ask(wire.OpSetting, a); !readable(r.Error) {
			t.Errorf("%+v was accepted", a)
		}
	}
	for _, p := range []*page{p, openPage(t, m.Open())} {
		s = p.settings()
		if s.Units != "mi" || s.Theme != "dark" || s.Sex != "female" || s.MaxHR != 191 || s.Age != 36 || s.Bytes == 0 {
			t.Errorf("%+v", s)
		}
		for _, r := range s.Rules {
			if want := map[bool]float64{true: 2, false: r.Default}[r.Key == "gate_k"]; r.Value != want {
				t.Errorf("%s is %g, want %g", r.Key, r.Value, want)
			}
		}
		if p.assess(today) == before {
			t.Error("a wider gate changes nothing in the assessment")
		}
	}
	p.get(&s, wire.OpSetting, wire.SettingArg{Reset: true})
	for _, r := range s.Rules {
		if r.Value != r.Default {
			t.Errorf("%s is %g after a reset", r.Key, r.Value)
		}
	}
	if s.MaxHR != 191 || s.Units != "mi" {
		t.Errorf("the reset of the rules took the runner's own: %+v", s)
	}
}

// Settings that cannot be read are said to be lost, and left as they are until the
// runner sets something.
func TestDamagedSettings(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:10]...)
	for _, text := range []string{`{"units":"mi`, "[]", "\x00", `{"sex":1}`, `{"gate_k":"high","units":"km"}`, `{"max_hr":9999}`, `{"units":{}}`} {
		m.values[valueSettings] = []byte(text)
		for range 2 { // sessions
			p = openPage(t, m.Open())
			p.drop(export()[:10]...)
			if l := p.files(); len(l.Lines) == 0 || l.Lines[0] != damagedSettings || l.Total != 10 {
				t.Fatalf("%q: %+v", text, l)
			}
		}
		if got := string(m.values[valueSettings]); got != text {
			t.Errorf("%q was written over by %q", text, got)
		}
		p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "units", Text: "mi"})
		for _, p := range []*page{p, openPage(t, m.Open())} {
			if slices.Contains(p.files().Lines, damagedSettings) || p.settings().Units != "mi" {
				t.Errorf("%q: the line stands, though they were set", text)
			}
		}
	}
	m.values[valueSettings] = []byte(`{"units":"mi","from_the_future":3}`) // another version's
	p = openPage(t, m.Open())
	if len(p.files().Lines) != 0 || p.settings().Units != "mi" {
		t.Errorf("%+v", p.files().Lines)
	}
	p.get(new(wire.Settings), wire.OpSetting, wire.SettingArg{Key: "age", Value: 36}) // and stays, for it
	var kept map[string]any
	if err := json.Unmarshal(m.values[valueSettings], &kept); err != nil || kept["from_the_future"] != 3.0 || kept["age"] != 36.0 || kept["units"] != "mi" {
		t.Errorf("%v, %v", kept, err)
	}

	// A setting of a wrong type costs itself alone.
	m.values[valueSettings] = []byte(`{"sex":1,"units":"mi","age":36}`)
	if s := openPage(t, m.Open()).settings(); s.Sex != "" || s.Units != "mi" || s.Age != 36 {
		t.Errorf("%+v", s)
	}
}

// Which source goes first is a setting that the whole diary is made anew by, and that is
// kept.
func TestSourceThatGoesFirst(t *testing.T) {
	var m Memory
	p := openPage(t, m.Open())
	p.drop(export()[:80]...)
	tiers := func(p *page) (tiers [diary.Kinds]diary.Tier) {
		p.assess(today)
		for _, s := range p.b.own.diary.Series {
			tiers[s.Kind] = s.Tier
		}
		return tiers
	}
	if got := tiers(p); got != ([diary.Kinds]diary.Tier{}) {
		t.Fatalf("%v", got)
	}
	var s wire.Settings
	p.get(&s, wire.OpSetting, wire.SettingArg{Key: "prefer_sleep", Text: diary.OwnFiles})
	for _, p := range []*page{p, openPage(t, m.Open())} {
		if got := tiers(p); got != ([diary.Kinds]diary.Tier{diary.Sleep: diary.TierChosen}) {
			t.Errorf("%v", got)
		}
	}
}
