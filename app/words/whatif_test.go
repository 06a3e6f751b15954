package words

import (
	"fmt"
	"strings"
	"testing"

	"rebound/app/wire"
	"rebound/engine/coach"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// What a threshold would have changed is one sentence, and a line a morning.
func TestWhatIf(t *testing.T) {
	one := []coach.Changed{{Date: 20500}}
	for _, c := range []struct {
		key        string
		was, would float64
		w          coach.WhatIf
		want       string
	}{
		{"window_days", 7, 6, coach.WhatIf{Held: 2, Cuts: -1, Days: one}, "With 6 days instead of 7 days, 2 more hard sessions put off and 1 lighter week fewer in the last 90 days."},
		{"cut_run", 3, 1, coach.WhatIf{Cuts: 3, Days: one}, "With 1 day instead of 3 days, 3 more lighter weeks in the last 90 days."},
		{"hard_share", 0.88, 0.9, coach.WhatIf{Held: -1, Days: one}, "With 90% instead of 88%, 1 hard session fewer put off in the last 90 days."},
		{"cut_scale", 0.7, 0.6, coach.WhatIf{Days: one}, "With 0.6 instead of 0.7, your advice would have been different on 1 morning in the last 90 days."},
		{"gate_k", 0.5, 0.55, coach.WhatIf{}, "With 0.55 SD instead of 0.5 SD, nothing in your advice would have changed in the last 90 days."},
		{"sleep_literal", 0, 1, coach.WhatIf{}, "With this on, nothing in your advice would have changed in the last 90 days."},
		{"sleep_literal", 1, 0, coach.WhatIf{}, "With this off, nothing in your advice would have changed in the last 90 days."},
		{"hard_rpe", 7, 8, coach.WhatIf{}, "With 8 instead of 7, nothing in your advice would have changed in the last 90 days."},
	} {
		var got wire.Settings
		WhatIf(&wire.SettingArg{Key: c.key, Was: c.was, Value: c.would}, &got, 90, &c.w)
		if got.WhatIf != c.want || len(got.Days) != len(c.w.Days) {
			t.Errorf("%s: %q, %v", c.key, got.WhatIf, got.Days)
		}
	}
}

func TestWhatIfNamesEachMorning(t *testing.T) {
	go1, ease := coach.Morning{Level: verdict.LevelGo}, coach.Morning{Level: verdict.LevelEase}
	held, cut := coach.Morning{Level: verdict.LevelEase, Held: 1}, coach.Morning{Level: verdict.LevelEase, Cuts: 1}
	for want, c := range map[string]coach.Changed{
		"a lighter week would have begun":        {Was: go1, Would: cut},
		"no lighter week would have begun":       {Was: cut, Would: go1},
		"the hard session would have waited":     {Was: go1, Would: held},
		"the hard session would have gone ahead": {Was: held, Would: go1},
		"Go instead of Ease off":                 {Was: ease, Would: go1},
		"another session, or for another reason": {Was: ease, Would: ease},
	} {
		if got := changed(&c); got != want {
			t.Errorf("%+v is %q, want %q", c, got, want)
		}
	}
	for _, r := range rule.Table {
		if text := ruleAmount(r.Unit, r.Min); strings.Contains(text, "%!") || strings.HasSuffix(text, " ") {
			t.Error(r.Key, fmt.Sprintf("%q", text))
		}
	}
}
