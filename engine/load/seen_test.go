package load

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// runsOn is a history of runs on dates, and of those of which there is only word.
func runsOn(dates []diary.Date, word ...diary.Date) *History {
	d := &diary.Diary{}
	for _, t := range dates {
		d.Activities = append(d.Activities, diary.Activity{Date: t, Start: int64(t) * 86400, Sport: diary.Running, Seconds: 1800})
	}
	for _, t := range word {
		d.Reported.Ran = append(d.Reported.Ran, diary.Ran{Stamp: diary.Stamp{Date: t}})
	}
	return New(d, rule.Default())
}

// The usual gap is the median of the gaps of eight weeks, however the runs of a day
// are counted; a pause of three weeks is none of them.
func TestRhythm(t *testing.T) {
	for name, c := range map[string]struct {
		dates, word []diary.Date
		want        float64
	}{
		"nothing":               {nil, nil, 1},
		"one run":               {[]diary.Date{100}, nil, 1},
		"every day":             {[]diary.Date{95, 96, 97, 98, 99, 100}, nil, 1},
		"Saturdays":             {[]diary.Date{72, 79, 86, 93, 100}, nil, 7},
		"Saturdays, one missed": {[]diary.Date{65, 79, 86, 93, 100}, nil, 7},
		"two days a week":       {[]diary.Date{86, 90, 93, 97, 100}, nil, 3.5},
		"twice on each day":     {[]diary.Date{86, 86, 93, 93, 100, 100}, nil, 7},
		"by word":               {[]diary.Date{86, 100}, []diary.Date{93}, 14},
		"a pause of 20 days":    {[]diary.Date{80, 100}, nil, 20},
		"a pause of 21":         {[]diary.Date{79, 100}, nil, 1},
		"eight weeks ago":       {[]diary.Date{34, 44, 45, 100}, nil, 1},
		"runs to come":          {[]diary.Date{98, 100, 110, 120}, nil, 2},
	} {
		if got := runsOn(c.dates, c.word...).Rhythm(100); got != c.want {
			t.Errorf("%s: %g days, want %g", name, got, c.want)
		}
	}
}

// A night, a reading, an activity of any sport, a typed value, a check-in and a run by
// word are records of the runner; a tick, a decision and a niggle say nothing of a day
// without a file.
func TestSeen(t *testing.T) {
	at := diary.Stamp{Date: 90}
	for name, c := range map[string]struct {
		d    diary.Diary
		want bool
	}{
		"nothing":     {diary.Diary{}, false},
		"a night":     {diary.Diary{Nights: []diary.NightOf{{Date: 90}}}, true},
		"a reading":   {diary.Diary{Series: []diary.Series{{Kind: diary.RestingHR, Points: []diary.Point{{Date: 90}}}}}, true},
		"a ride":      {diary.Diary{Activities: []diary.Activity{{Date: 90, Sport: "cycling"}}}, true},
		"a check-in":  {diary.Diary{Reported: diary.Reported{CheckIns: []diary.CheckIn{{Stamp: at}}}}, true},
		"a run":       {diary.Diary{Reported: diary.Reported{Ran: []diary.Ran{{Stamp: at}}}}, true},
		"a report":    {diary.Diary{Reported: diary.Reported{Runs: []diary.Run{{Stamp: at, Minutes: 30}}}}, true},
		"none run":    {diary.Diary{Reported: diary.Reported{NotRan: []diary.NotRan{{Stamp: diary.Stamp{Date: 85}, To: 90}}}}, true},
		"a niggle":    {diary.Diary{Reported: diary.Reported{Niggles: []diary.Niggle{{Stamp: at}}}}, false},
		"a tick":      {diary.Diary{Reported: diary.Reported{Ticks: []diary.Tick{{Stamp: at}}}}, false},
		"a plan":      {diary.Diary{Reported: diary.Reported{Plans: []diary.PlanOf{{Stamp: at}}}}, false},
		"a cold bath": {diary.Diary{Reported: diary.Reported{Cold: []diary.Cold{{Stamp: at}}}}, false},
	} {
		h := New(&c.d, rule.Default())
		want := map[bool]diary.Date{true: 90, false: 100}[c.want]
		if got := h.Seen(100); got != want {
			t.Errorf("%s: seen on %d, want %d", name, got, want)
		}
	}
	h := runsOn([]diary.Date{90, 92, 95})
	for on, want := range map[diary.Date]diary.Date{89: 89, 90: 90, 91: 90, 92: 92, 94: 92, 95: 95, 400: 95} {
		if got := h.Seen(on); got != want {
			t.Errorf("on %d: seen on %d, want %d", on, got, want)
		}
	}
}
