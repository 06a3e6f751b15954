package cycle_test

import (
	"reflect"
	"testing"

	"rebound/engine/cycle"
	"rebound/engine/diary"
)

const start diary.Date = 1000

var limits = cycle.Limits{Load: 0.05, Easier: 1, Index: 0.05, Early: 14}

// block is four weeks from a date on: an even load, everything known and in
// range, an easy run a week.
func block(from diary.Date, load, hr, index float64) (days []cycle.Day) {
	for d := from; d < from+28; d++ {
		day := cycle.Day{Date: d, Load: load, LoadKnown: true, Signals: 3, Checked: true}
		if (d-from)%7 == 2 {
			day.Easy = &cycle.Easy{HR: hr, Index: index}
		}
		days = append(days, day)
	}
	return days
}

func TestReview(t *testing.T) {
	before := func() []cycle.Day { return block(start, 60, 140, 1.0) }
	for name, c := range map[string]struct {
		after                        []cycle.Day
		change                       func(days []cycle.Day)
		stress, response, adaptation cycle.Answer
	}{
		"more work, an answer, and better":   {block(start+28, 66, 137, 1.1), func(d []cycle.Day) { d[9].Adverse = 2 }, cycle.Yes, cycle.Yes, cycle.Yes},
		"the check-in answers too":           {block(start+28, 66, 137, 1.1), func(d []cycle.Day) { d[9].Drained = true }, cycle.Yes, cycle.Yes, cycle.Yes},
		"no more work":                       {block(start+28, 61, 137, 1.1), nil, cycle.No, cycle.No, cycle.Yes},
		"still out at the end":               {block(start+28, 66, 137, 1.1), func(d []cycle.Day) { d[27].Adverse = 1 }, cycle.Yes, cycle.Yes, cycle.No},
		"back, and no better":                {block(start+28, 66, 140, 1.0), nil, cycle.Yes, cycle.No, cycle.No},
		"the index alone is up":              {block(start+28, 66, 140, 1.06), nil, cycle.Yes, cycle.No, cycle.Yes},
		"a load is missing":                  {block(start+28, 66, 137, 1.1), func(d []cycle.Day) { unload(d, 4) }, cycle.Unknown, cycle.No, cycle.Yes},
		"no readings":                        {block(start+28, 66, 137, 1.1), blind, cycle.Yes, cycle.Unknown, cycle.Unknown},
		"no readings in the last week":       {block(start+28, 66, 137, 1.1), func(d []cycle.Day) { blind(d[20:]) }, cycle.Yes, cycle.No, cycle.Unknown},
		"no easy runs":                       {block(start+28, 66, 137, 1.1), slow, cycle.Yes, cycle.No, cycle.Unknown},
		"no easy runs, and no better anyhow": {block(start+28, 66, 150, 0.5), slow, cycle.Yes, cycle.No, cycle.Unknown},
	} {
		if c.change != nil {
			c.change(c.after)
		}
		days := append(before(), c.after...)
		got := cycle.Review(days, []diary.Date{start, start + 28}, limits)
		if len(got) != 1 {
			t.Fatalf("%s: %d cycles", name, len(got))
		}
		x := got[0]
		if x.Stress != c.stress || x.Response != c.response || x.Adaptation != c.adaptation {
			t.Errorf("%s: stress %v, response %v, adaptation %v: %+v", name, x.Stress, x.Response, x.Adaptation, x)
		}
		if x.From != start+28 || x.To != start+55 || !x.Open {
			t.Errorf("%s: from %v to %v", name, x.From, x.To)
		}
		if !reflect.DeepEqual(got, cycle.Review(days, []diary.Date{start, start + 28}, limits)) {
			t.Errorf("%s: two reviews differ", name)
		}
	}
}

// unload makes n days' load unknown.
func unload(days []cycle.Day, n int) {
	for i := range n {
		days[i].LoadKnown = false
	}
}

// blind takes the readings away.
func blind(days []cycle.Day) {
	for i := range days {
		days[i].Signals, days[i].Checked = 0, false
	}
}

// slow leaves a single easy run.
func slow(days []cycle.Day) {
	for i := range days[7:] {
		days[7+i].Easy = nil
	}
}

// TestFewBlocks: the first block is compared with nothing, and what was never
// seen is unknown.
func TestFewBlocks(t *testing.T) {
	if got := cycle.Review(nil, []diary.Date{start}, limits); got != nil {
		t.Errorf("%+v", got)
	}
	one := cycle.Review(block(start, 60, 140, 1), []diary.Date{start}, limits)
	if len(one) != 1 || one[0].Stress != cycle.Unknown || one[0].Adaptation != cycle.Unknown || one[0].Response != cycle.No {
		t.Errorf("%+v", one)
	}
	// A block of a few days says what left the normal, and not that nothing did.
	young := append(block(start, 60, 140, 1), block(start+28, 90, 140, 1)[:6]...)
	x := cycle.Review(young, []diary.Date{start, start + 28}, limits)[0]
	if x.Stress != cycle.Unknown || x.Response != cycle.Unknown || !x.Open {
		t.Errorf("%+v", x)
	}
	young[30].Adverse = 1
	if x := cycle.Review(young, []diary.Date{start, start + 28}, limits)[0]; x.Response != cycle.Yes {
		t.Errorf("%+v", x)
	}
	// Worse readings never make an answer better.
	days := append(block(start, 60, 140, 1), block(start+28, 66, 137, 1.1)...)
	for i := 28; i < 56; i++ {
		worse := append([]cycle.Day(nil), days...)
		worse[i].Adverse = 2
		x := cycle.Review(worse, []diary.Date{start, start + 28}, limits)[0]
		if x.Response != cycle.Yes || (i == 55) != (x.Adaptation == cycle.No) {
			t.Errorf("day %d: %+v", i, x)
		}
	}
}
