package settings

import (
	"testing"

	"rebound/app/page/outline"
	"rebound/app/page/ui"
	"rebound/app/wire"
	"rebound/engine/diary"
)

func TestRuleText(t *testing.T) {
	for _, c := range []struct {
		r    wire.Rule
		v    float64
		want string
	}{
		{wire.Rule{Unit: "SD"}, 0.75, "0.75"},
		{wire.Rule{Unit: "share"}, 0.88, "88"},
		{wire.Rule{Unit: "share"}, 0.005, "0.5"},
		{wire.Rule{Unit: "min"}, 420, "420"},
	} {
		got := ruleText(c.r, c.v)
		if got != c.want {
			t.Errorf("%g %s reads %s, want %s", c.v, c.r.Unit, got, c.want)
		}
		if v, ok := ui.Number(got); !ok || v/ruleFactor(c.r)-c.v > 1e-12 || c.v-v/ruleFactor(c.r) > 1e-12 {
			t.Errorf("%s %s does not read back as %g", got, c.r.Unit, c.v)
		}
	}
}

// Where a backup comes from, and what of it is damaged, is said before anything of it is
// restored.
func TestBackupMade(t *testing.T) {
	if got := backupMade(wire.Preview{Made: "2026-03-14", App: "1.2.3"}); got != "Made on 14 March 2026 by Rebound 1.2.3." {
		t.Error(got)
	}
	for n, want := range map[int]string{
		1: "Part of this backup is damaged and cannot be restored: a. The rest is whole. Use another copy if you have one.",
		3: "Part of this backup is damaged and cannot be restored: a, b, c. The rest is whole. Use another copy if you have one.",
		5: "Part of this backup is damaged and cannot be restored: a, b, c, and 2 more. The rest is whole. Use another copy if you have one.",
	} {
		if got := leftOut([]string{"a", "b", "c", "d", "e"}[:n]); got != want {
			t.Error(got)
		}
	}
}

// A group of thresholds is open or empty, and never open and empty: one that the runner has
// opened is so still when a draft in it was given up.
func TestOpenGroupIsDrawn(t *testing.T) {
	v := New(&ui.Page{})
	rules := []wire.Rule{{Key: "gate_k", Group: "Signals", Unit: "SD"}}
	for _, open := range []bool{false, true} {
		v.Opened = map[string]bool{"Signals": open}
		for _, when := range []string{"opened or closed", "a draft given up"} {
			d := outline.Parse(t, ruleGroup(rules, v)).Find("details")[0]
			if is := d.Attrs["open"] == "open"; is != open || (len(d.Find("li")) > 0) != open {
				t.Errorf("%s: open %v, and drawn so %v with %d thresholds", when, open, is, len(d.Find("li")))
			}
			v.Leave()
		}
	}
}

// What comes back where nothing was is restored at once, and said: what it is, and up to
// which day.
func TestRestored(t *testing.T) {
	for want, h := range map[string]wire.Holds{
		"The backup is restored: 412 files and 1,063 entries, up to 14 Mar 2026.": {Files: 412, Entries: 1063, First: day - 400, Last: day},
		"The backup is restored: 1 file, up to 14 Mar 2026.":                      {Files: 1, First: day, Last: day},
		"The backup is restored: 1 file and 1 entry, up to 14 Mar 2026.":          {Files: 1, Entries: 1, First: day, Last: day},
		"The backup is restored: 1 entry, up to 14 Mar 2026.":                     {Entries: 1, First: day, Last: day},
		"The backup is restored: 2 entries.":                                      {Entries: 2, First: day, Last: day - 1},
	} {
		if got := restored(wire.Preview{Holds: h}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
		if nothing(h) {
			t.Errorf("%+v is nothing", h)
		}
	}
	if !nothing(wire.Holds{}) {
		t.Error("nothing is something")
	}
}

const day = diary.Date(20526) // 14 March 2026

// A unit is written as a runner says it.
func TestRuleUnit(t *testing.T) {
	for unit, want := range map[string]string{
		"share": "%", "% left": "%", "x": "times", "cuts": "times", "deg": "degrees", "entries": "check-ins", "trials": "responses",
		"on": "", "ln ms": "", "0-10": "of 10", "0-4": "of 4", "min": "min", "bpm": "bpm",
	} {
		if got := ruleUnit(wire.Rule{Unit: unit}); got != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
}
