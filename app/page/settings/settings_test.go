package settings

import (
	"testing"

	"rebound/app/page/ui"
	"rebound/app/wire"
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

// What a backup holds is said before anything of it is restored: what was reported too.
func TestBackupHolds(t *testing.T) {
	r := wire.Preview{Made: "2026-03-14", Files: 2, New: 1}
	for n, want := range map[int]string{
		0:  "The backup of 2026-03-14 holds 2 files, 1 of them not here yet.",
		1:  "The backup of 2026-03-14 holds 2 files, 1 of them not here yet; and 1 note of your own: check-ins, niggles, plans, typed numbers.",
		12: "The backup of 2026-03-14 holds 2 files, 1 of them not here yet; and 12 notes of your own: check-ins, niggles, plans, typed numbers.",
	} {
		if r.Entries = n; backupHolds(r) != want {
			t.Errorf("%d: %s", n, backupHolds(r))
		}
	}
}
