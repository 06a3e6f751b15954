package body_test

import (
	"math"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
)

var defaults = rule.Default()

// entered is the body today by the default settings.
func entered(reported diary.Reported) body.State {
	return state(&defaults, func(in *body.Input) { in.Reported = &reported })
}

func checkIns(list ...diary.CheckIn) diary.Reported { return diary.Reported{CheckIns: list} }

// with is a check-in in which only a few signs were answered.
func with(back int, scores map[diary.Sign]diary.Score) diary.CheckIn {
	c := diary.NewCheckIn(ago(back))
	for s, v := range scores {
		c.Signs[s] = v
	}
	return c
}

// Something was told when it was said in the last seven days, or still holds.
func TestReportedOfLate(t *testing.T) {
	sore := diary.Niggle{Stamp: ago(40), Site: "calf", Severity: 1}
	gone := diary.Niggle{Stamp: ago(30), Site: "calf"}
	for name, c := range map[string]struct {
		r    diary.Reported
		want bool
	}{
		"nothing":                  {diary.Reported{}, false},
		"a check-in six days ago":  {checkIns(checkIn(6, 0, 0)), true},
		"seven days ago":           {checkIns(checkIn(7, 0, 0)), false},
		"a niggle of long ago":     {diary.Reported{Niggles: []diary.Niggle{sore}}, true},
		"that went away":           {diary.Reported{Niggles: []diary.Niggle{sore, gone}}, false},
		"fever that was not over":  {checkIns(diary.CheckIn{Stamp: ago(20), Fever: diary.Yes}), true},
		"fever that was":           {checkIns(diary.CheckIn{Stamp: ago(20), Fever: diary.Yes}, diary.CheckIn{Stamp: ago(18), Fever: diary.No}), false},
		"a check-in from tomorrow": {checkIns(checkIn(-1, 0, 0)), false},
	} {
		if got := entered(c.r); got.Reported != c.want {
			t.Errorf("%s: told %v", name, got.Reported)
		}
	}
}

// Of two the graver counts, whichever comes first; and chest symptoms hold until they
// are said to be gone.
func TestGraverTriage(t *testing.T) {
	pain := []diary.Niggle{{Stamp: ago(0), Site: "calf", Severity: 6}}
	for name, c := range map[string]struct {
		checks []diary.CheckIn
		want   body.Triage
		since  diary.Date
	}{
		"pain alone":                  {nil, body.Stop, 0},
		"and chest symptoms":          {[]diary.CheckIn{{Stamp: ago(4), Chest: diary.Yes}}, body.SeeClinician, today - 4},
		"not asked again":             {[]diary.CheckIn{{Stamp: ago(4), Chest: diary.Yes}, {Stamp: ago(2)}}, body.SeeClinician, today - 4},
		"said again":                  {[]diary.CheckIn{{Stamp: ago(4), Chest: diary.Yes}, {Stamp: ago(2), Chest: diary.Yes}}, body.SeeClinician, today - 4},
		"gone":                        {[]diary.CheckIn{{Stamp: ago(4), Chest: diary.Yes}, {Stamp: ago(2), Chest: diary.No}}, body.Stop, 0},
		"gone, and back":              {[]diary.CheckIn{{Stamp: ago(4), Chest: diary.Yes}, {Stamp: ago(3), Chest: diary.No}, {Stamp: ago(1), Chest: diary.Yes}}, body.SeeClinician, today - 1},
		"what comes tomorrow is none": {[]diary.CheckIn{{Stamp: ago(-1), Chest: diary.Yes}}, body.Stop, 0},
	} {
		if got := entered(diary.Reported{Niggles: pain, CheckIns: c.checks}); got.Triage != c.want || got.Chest != c.since || got.Running != body.None {
			t.Errorf("%s: %s since %v, want %s", name, got.Triage, got.Chest, c.want)
		}
	}
}

// What is usual is of the sixty days before the last three; the index needs two
// check-ins that answer enough, and goes by the distance from the usual.
func TestUsualOfTheCheckIn(t *testing.T) {
	usual := func(v diary.Score, backs ...int) (list []diary.CheckIn) {
		for _, b := range backs {
			list = append(list, answered(b, v))
		}
		return list
	}
	lately := usual(2, 1, 0)
	old := []int{62, 61, 60, 40, 30, 20, 10, 9, 8, 3}
	for name, c := range map[string]struct {
		list    []diary.CheckIn
		behind  int
		drifted bool
	}{
		"ten behind":                    {append(usual(1, old...), lately...), 10, true},
		"one of them a day too old":     {append(usual(1, append([]int{63}, old[1:]...)...), lately...), 0, false},
		"one of them of the three days": {append(usual(1, append(old[:9:9], 2)...), usual(3, 1, 0)...), 0, false},
		"as bad as ever":                {append(usual(1, old...), usual(1, 1, 0)...), 10, false},
		"one check-in of late":          {append(usual(1, old...), usual(4, 0)...), 0, false},
		"two, one of them of signs":     {append(usual(1, old...), answered(1, 4), with(0, map[diary.Sign]diary.Score{diary.Drained: 0, diary.LostSpring: 0, diary.UnresolvedSoreness: 0})), 0, false},
	} {
		if got := entered(checkIns(c.list...)).Check; got.Behind != c.behind || got.Drifted != c.drifted {
			t.Errorf("%s: %+v, want %d behind, drifted %v", name, got, c.behind, c.drifted)
		}
	}
	// The spread is that of a sample: five at 0 and five at 2.
	var list []diary.CheckIn
	for i, b := range old {
		list = append(list, answered(b, diary.Score(2*(i%2))))
	}
	if got := entered(checkIns(append(list, lately...)...)).Check; math.Abs(got.Usual-1) > 1e-9 || math.Abs(got.SD-math.Sqrt(10.0/9)) > 1e-9 || got.Index != 2 {
		t.Errorf("%+v", got)
	}
}

// The nervous system is asked on three days: lost spring and effort out of proportion
// together on two of them. A rating stands in where the sign was not answered.
func TestNervousSystemOfThreeDays(t *testing.T) {
	both := map[diary.Sign]diary.Score{diary.LostSpring: 2, diary.HarderThanItShould: 2}
	spring := map[diary.Sign]diary.Score{diary.LostSpring: 2}
	denied := map[diary.Sign]diary.Score{diary.LostSpring: 2, diary.HarderThanItShould: 0}
	hard := func(backs ...int) *load.History {
		r := rule.Default()
		r.MaxHR = 200
		h := striding(&r, nil, backs, func(*load.Stride) {}, nil)
		for i := range h.Sessions {
			s := &h.Sessions[i]
			s.Minutes, s.HRMinutes, s.HRSum, s.Effort, s.Rated = 30, 30, 30*126, 7, true
		}
		return h
	}
	for name, c := range map[string]struct {
		list   []diary.CheckIn
		runs   []int
		want   bool
		harder diary.Date
	}{
		"today and two days ago":      {[]diary.CheckIn{with(2, both), with(0, both)}, nil, true, 0},
		"today and three days ago":    {[]diary.CheckIn{with(3, both), with(0, both)}, nil, false, 0},
		"one day":                     {[]diary.CheckIn{with(0, both)}, nil, false, 0},
		"lost spring alone":           {[]diary.CheckIn{with(1, spring), with(0, spring)}, nil, false, 0},
		"and runs that felt harder":   {[]diary.CheckIn{with(1, spring), with(0, spring)}, []int{1, 0}, true, today},
		"of which one was three back": {[]diary.CheckIn{with(3, spring), with(2, spring)}, []int{3, 2}, false, today - 2},
		"which the check-in denies":   {[]diary.CheckIn{with(1, denied), with(0, denied)}, []int{1, 0}, false, today},
		"a run that felt harder":      {nil, []int{2}, false, today - 2},
		"three days ago":              {nil, []int{3}, false, 0},
		"of two of late the later":    {nil, []int{2, 1}, false, today - 1},
	} {
		got := state(&defaults, func(in *body.Input) {
			in.Reported.CheckIns = c.list
			if c.runs != nil {
				in.History = hard(c.runs...)
			}
		})
		if got.Nervous != c.want || got.Harder.Date != c.harder {
			t.Errorf("%s: nervous %v, harder on %v, want %v and %v", name, got.Nervous, got.Harder.Date, c.want, c.harder)
		}
	}
}

// A cycle counts gaps of 15 to 60 days, goes by their median from three on, and is
// given up a week after its length.
func TestCycleLog(t *testing.T) {
	periods := func(backs ...int) (out []diary.Period) {
		for _, b := range backs {
			out = append(out, diary.Period{Stamp: ago(b)})
		}
		return out
	}
	for name, c := range map[string]struct {
		log  []diary.Period
		want body.Cycle
	}{
		"nothing logged":        {nil, body.Cycle{}},
		"one":                   {periods(9), body.Cycle{Day: 10, Length: 29}},
		"today":                 {periods(0), body.Cycle{Day: 1, Length: 29}},
		"tomorrow's":            {periods(9, -1), body.Cycle{Day: 10, Length: 29}},
		"two gaps":              {periods(60, 35, 10), body.Cycle{Day: 11, Length: 29, Logged: 2}},
		"three gaps":            {periods(90, 60, 35, 9), body.Cycle{Day: 10, Length: 26, Logged: 3}},
		"one of 15 days":        {periods(65, 50, 35, 9), body.Cycle{Day: 10, Length: 15, Logged: 3, Luteal: true}},
		"one of 14":             {periods(64, 50, 35, 9), body.Cycle{Day: 10, Length: 29, Logged: 2}},
		"one of 60":             {periods(120, 60, 30, 9), body.Cycle{Day: 10, Length: 30, Logged: 3}},
		"one of 61":             {periods(121, 60, 30, 9), body.Cycle{Day: 10, Length: 29, Logged: 2}},
		"a week late":           {periods(35), body.Cycle{Day: 36, Length: 29, Luteal: true}},
		"a day more":            {periods(36), body.Cycle{}},
		"the first day counted": {periods(17), body.Cycle{Day: 18, Length: 29, Luteal: true}},
	} {
		if got := entered(diary.Reported{Periods: c.log}).Cycle; got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
