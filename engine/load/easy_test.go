package load

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// hill is a run of 45 minutes on hills at an even power: its speed says nothing.
func hill(date diary.Date, hr uint8, watts uint16) diary.Activity {
	a := run(date, 45, hr, 3)
	a.Ascent = 300
	for i := range a.Track.Speed {
		if i/30%2 == 0 {
			a.Track.Speed[i] = 2200
		}
	}
	a.Track.Power = slices.Repeat([]uint16{watts}, len(a.Track.HR))
	return a
}

// checked is the check after easy runs on days 100, 104 and so on.
func checked(list ...diary.Activity) EasyCheck {
	for i := range list {
		list[i].Date = 100 + 4*diary.Date(i)
	}
	r := rule.Default()
	r.MaxHR = 190
	return New(&diary.Diary{Activities: list}, r).Easy(100+4*diary.Date(len(list)-1), 50)
}

func six(a diary.Activity, last diary.Activity) (list []diary.Activity) {
	return append(slices.Repeat([]diary.Activity{a}, 4), last, last)
}

// Where power is recorded hills no longer mean that it cannot tell.
func TestEasyCheckByPower(t *testing.T) {
	flat := func(hr uint8, watts uint16) diary.Activity {
		a := run(0, 45, hr, 3)
		if watts > 0 {
			a.Track.Power = slices.Repeat([]uint16{watts}, len(a.Track.HR))
		}
		return a
	}
	uneven := hill(0, 140, 240)
	for i := range uneven.Track.Power {
		if i/60%2 == 0 {
			uneven.Track.Power[i] = 300
		}
	}
	other := hill(0, 140, 240)
	other.Source = "stryd"
	ten := hill(0, 150, 240) // recorded every ten seconds
	for i := range ten.Track.HR {
		if i%2 == 1 {
			ten.Track.HR[i], ten.Track.Speed[i], ten.Track.Power[i] = 0, 0, 0
		}
	}
	half := hill(0, 140, 240)
	clear(half.Track.Power[:len(half.Track.Power)*2/3])
	for name, c := range map[string]struct {
		list []diary.Activity
		want EasyState
		by   EasyBy
	}{
		"hills at the same power":           {six(hill(0, 140, 240), hill(0, 142, 240)), EasyPass, ByPower},
		"hills, 4 bpm more":                 {six(hill(0, 140, 240), hill(0, 144, 240)), EasyFail, ByPower},
		"hills, more power and more heart":  {six(hill(0, 140, 240), hill(0, 144, 255)), EasyPass, ByPower},
		"hills, less power, the same heart": {six(hill(0, 140, 240), hill(0, 140, 224)), EasyFail, ByPower},
		"hills without power":               {six(hill(0, 140, 0), hill(0, 140, 0)), EasyUnknown, ByNothing},
		"power that is uneven":              {six(uneven, uneven), EasyUnknown, ByNothing},
		"power over a third of it":          {six(half, half), EasyUnknown, ByNothing},
		"another meter":                     {six(other, hill(0, 140, 240)), EasyUnknown, ByNothing},
		"recorded every ten seconds":        {six(hill(0, 140, 240), ten), EasyFail, ByPower},
		"flat, and power agrees":            {six(flat(140, 240), flat(141, 240)), EasyPass, ByPace},
		"flat, and only power fails":        {six(flat(140, 240), flat(141, 220)), EasyFail, ByPower},
		"flat, and only pace fails":         {six(flat(140, 240), flat(144, 260)), EasyFail, ByPace},
		"flat without power":                {six(flat(140, 0), flat(140, 0)), EasyPass, ByPace},
	} {
		got := checked(c.list...)
		if got.State != c.want || got.By != c.by {
			t.Errorf("%s: %+v", name, got)
		}
		if (got.By == ByPower) != (got.Power > 0) && got.By != ByPace || got.By == ByPower && got.Runs != 4 {
			t.Errorf("%s: at %g W, of %d runs", name, got.Power, got.Runs)
		}
	}
	hills := checked(six(hill(0, 140, 240), hill(0, 144, 240))...)
	near(t, "heart rate at the usual power", hills.HR, 144, 1e-9)
	near(t, "the usual", hills.Usual, 140, 1e-9)
	near(t, "that power", hills.Power, 240, 1e-9)
}

// A check that passes at the speed can fail by its index, and says so.
func TestEasyCheckByIndex(t *testing.T) {
	got := checked(six(run(0, 45, 140, 3), run(0, 45, 143, 3))...)
	if got.State != EasyFail || got.By != ByIndex || got.HR-got.Usual >= 4 {
		t.Errorf("3 bpm more: %+v", got)
	}
}

// unheard is easy runs without heart rate, each with what it felt like.
func unheard(rpe ...diary.Score) *diary.Diary {
	d := &diary.Diary{}
	for i, v := range rpe {
		a := blind(100 + 3*diary.Date(i))
		d.Activities = append(d.Activities, a)
		if v.Said() {
			d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: a.Date}, RPE: v})
		}
	}
	return d
}

// Without heart rate in any run what was felt stands in; in all else the check cannot
// be made, and does not ask for a test run.
func TestEasyCheckByFeel(t *testing.T) {
	usual := slices.Repeat([]diary.Score{3}, 9)
	for name, c := range map[string]struct {
		last  []diary.Score
		state EasyState
		felt  int
	}{
		"as expected":           {[]diary.Score{3, 3, 3}, EasyUnknown, 0},
		"one of three":          {[]diary.Score{3, 6, 3}, EasyUnknown, 1},
		"two of three":          {[]diary.Score{6, 3, 6}, EasyFail, 2},
		"the last two":          {[]diary.Score{3, 6, 6}, EasyFail, 2},
		"two, then two better":  {[]diary.Score{6, 6, 3, 3}, EasyUnknown, 1},
		"rated as hard as hard": {[]diary.Score{8, 3, 8}, EasyFail, 2},
		"not said":              {[]diary.Score{diary.Unsaid, diary.Unsaid, 6}, EasyUnknown, 1},
	} {
		d := unheard(append(usual[:9:9], c.last...)...)
		last := d.Activities[len(d.Activities)-1].Date
		got := New(d, rule.Default()).Easy(last, 50)
		if got.State != c.state || got.Felt != c.felt || !got.Blind || got.Runs != 3 || got.Wants() || (got.By == ByFelt) != (c.state == EasyFail) {
			t.Errorf("%s: %+v", name, got)
		}
	}
	// A runner of whom nothing was rated before has nothing to be expected.
	if got := New(unheard(8, 8, 8), rule.Default()).Easy(106, 50); got.State != EasyUnknown || !got.Blind {
		t.Errorf("nothing to expect: %+v", got)
	}
	// Intervals are no easy runs, nor is a marathon; one run with heart rate makes the check.
	d := unheard(append(usual[:9:9], 7, 7)...)
	for i := 9; i < 11; i++ {
		for range 5 {
			d.Activities[i].Laps = append(d.Activities[i].Laps, diary.Lap{Seconds: 60, Intensity: diary.LapInterval}, diary.Lap{Seconds: 60, Intensity: diary.LapRest})
		}
	}
	if got := New(d, rule.Default()).Easy(130, 50); got.Felt != 0 || got.Last != 124 {
		t.Errorf("intervals: %+v", got)
	}
	d = unheard(append(usual[:9:9], 6, 6)...)
	d.Activities[0].Track.HR = []uint8{140}
	if got := New(d, rule.Default()).Easy(130, 50); got.Blind || got.State != EasyUnknown || !got.Wants() {
		t.Errorf("one with heart rate: %+v", got)
	}
	if got := New(d, rule.Default()).Easy(142, 50); !got.Blind {
		t.Errorf("42 days later: %+v", got)
	}
}

// The power of a run is that of its moving minutes after those left out; it asks for
// four fifths of them, and for three whole ones. Climb need not be known.
func TestPowerOfARun(t *testing.T) {
	of := func(change func(a *diary.Activity)) Steady {
		a := paced(slices.Repeat([]uint16{3000}, 20)...)
		a.HasAscent = false
		a.Track.Power = slices.Repeat([]uint16{240}, len(a.Track.HR))
		change(&a)
		return Measure(&a, 10).Steady
	}
	same := Steady{Minutes: 10, HR: 140, Power: 240}
	for name, c := range map[string]struct {
		change func(a *diary.Activity)
		want   Steady
	}{
		"as it is": {func(*diary.Activity) {}, same},
		"more at the start": {func(a *diary.Activity) {
			for i := range 10 * perMinute {
				a.Track.Power[i] = 400
			}
		}, same},
		"more while standing": {func(a *diary.Activity) {
			for i := range 6 {
				a.Track.Power[15*perMinute+i], a.Track.Speed[15*perMinute+i] = 500, 500
			}
		}, Steady{Minutes: 9.5, HR: 140, Power: 240}},
		"no more than anybody runs at": {func(a *diary.Activity) {
			for i := range a.Track.Power {
				a.Track.Power[i] = 4001
			}
		}, Steady{Minutes: 10, HR: 140, Power: 4000}},
		"over four fifths":          {func(a *diary.Activity) { clear(a.Track.Power[18*perMinute:]) }, same},
		"over a little less":        {func(a *diary.Activity) { clear(a.Track.Power[18*perMinute-1:]) }, Steady{}},
		"three minutes of it":       {func(a *diary.Activity) { cut(a, 13*perMinute) }, Steady{Minutes: 3, HR: 140, Power: 240}},
		"two whole ones and more":   {func(a *diary.Activity) { cut(a, 13*perMinute-1) }, Steady{}},
		"none":                      {func(a *diary.Activity) { clear(a.Track.Power) }, Steady{}},
		"without a heart rate":      {func(a *diary.Activity) { clear(a.Track.HR) }, Steady{}},
		"a minute, half without it": {func(a *diary.Activity) { clear(a.Track.Power[12*perMinute : 12*perMinute+6]) }, same},
	} {
		if got := of(c.change); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
	turns := of(func(a *diary.Activity) {
		for i := range a.Track.Power {
			a.Track.Power[i] = uint16(216 + i/perMinute%2*48)
		}
	})
	near(t, "variation of 216 and 264 W by turns", turns.PowerVary, 24*1.0540925533894598/240, 1e-9)
	// A minute of which less than half has power has none of its own.
	sparse := of(func(a *diary.Activity) {
		clear(a.Track.Power[12*perMinute : 12*perMinute+7])
		for i := range 5 {
			a.Track.Power[12*perMinute+7+i] = 300
		}
	})
	near(t, "variation without it", sparse.PowerVary, 0, 1e-12)
	if at := of(func(a *diary.Activity) {}); at.OK {
		t.Error("of a climb that is not known speed tells")
	}
}

func cut(a *diary.Activity, steps int) {
	t := &a.Track
	t.HR, t.Speed, t.Power = t.HR[:steps], t.Speed[:steps], t.Power[:steps]
}
