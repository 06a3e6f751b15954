package words

import (
	"strings"
	"testing"

	"rebound/engine"
	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// What is said of an illness leaves no run where something leaves none: fever, pain, a
// red flag, or two weeks of it.
func TestIllnessLeavesNoRun(t *testing.T) {
	rules := rule.Default()
	for name, c := range map[string]struct {
		where   diary.Where
		day     int
		running body.Running
		fever   bool
		want    string
	}{
		"above the neck":             {diary.AboveNeck, 5, body.AsPlanned, false, "no speed work. You can rest, or run easy for half your usual, 30 minutes at most."},
		"above the neck, with fever": {diary.AboveNeck, 5, body.None, true, "March, above the neck. No running while you have a fever."},
		"above the neck, two weeks":  {diary.AboveNeck, 15, body.AsPlanned, false, "March, above the neck. After this long, rest until you have seen a doctor."},
		"not sure":                   {diary.Unsure, 5, body.AsPlanned, false, "no speed work. Rest comes first. If you feel up to it, run easy for half your usual, 30 minutes at most."},
		"not sure, with fever":       {diary.Unsure, 5, body.None, true, "March. No running while you have a fever."},
		"not sure, two weeks":        {diary.Unsure, 15, body.AsPlanned, false, "March. After this long, rest until you have seen a doctor."},
		"below the neck":             {diary.BelowNeck, 5, body.None, false, "March, below the neck. That means no running at all."},
	} {
		r := engine.Report{Date: march(c.day), Body: body.State{Date: march(c.day), Running: c.running, Illness: body.Illness{Since: march(2), Where: c.where}}}
		if c.fever {
			r.Body.Fever = march(4)
		}
		got, _, _, _ := illnessReason(r, verdict.Reason{Code: verdict.Illness, Date: march(2), Days: c.day - 1, Note: string(c.where)}, rules)
		if !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
