package body

import (
	"rebound/engine/diary"
	"rebound/engine/load"
)

// nervous is lost spring and effort out of proportion together, on two of three
// days, whatever the muscles say; or one of them, with a slowed reaction test.
// Effort is out of proportion on a day when the check-in says so or, where it
// was not asked, when a run was rated harder than its heart rate and pace make
// expect.
func nervous(in *Input, slowed bool) bool {
	r := in.Rules
	var spring, harder, both int
	for d := in.Date - checkDays + 1; d <= in.Date; d++ {
		lost, hard := false, harderRun(in.History, d).Date != 0
		for _, c := range diary.Between(in.Reported.CheckIns, d, d) {
			lost = present(&c, diary.LostSpring, r)
			if c.Signs[diary.HarderThanItShould].Said() {
				hard = present(&c, diary.HarderThanItShould, r) // what was answered goes before what a rating suggests
			}
		}
		if lost {
			spring++
		}
		if hard {
			harder++
		}
		if lost && hard {
			both++
		}
	}
	days := int(r.CheckDays)
	return both >= days || slowed && max(spring, harder) >= days
}

// HarderRun is a run that was rated harder than expected.
type HarderRun struct {
	Date     diary.Date // 0: none
	RPE      float64
	Expected load.Expected
}

// harderRun is the last such run of a date.
func harderRun(h *load.History, t diary.Date) (out HarderRun) {
	runs := h.Between(t, t)
	for i := range runs {
		if x, over := h.Harder(&runs[i]); over {
			out = HarderRun{t, runs[i].Effort, x}
		}
	}
	return out
}

// lastHarder is the last such run of the days that a check-in is read over.
func lastHarder(in *Input) (out HarderRun) {
	for d := in.Date; d > in.Date-checkDays && out.Date == 0; d-- {
		out = harderRun(in.History, d)
	}
	return out
}
