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
