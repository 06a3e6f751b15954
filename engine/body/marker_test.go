package body

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// shaped is runs every other day from day 100 to day 179, then from 180 to 186,
// at a speed, with a cadence and a stance balance.
func shaped(speed, cadence, balance float64, lately ...[3]float64) *load.History {
	d := &diary.Diary{}
	add := func(date diary.Date, speed, cadence, balance float64) {
		const steps = 240
		tr := diary.Track{}
		for range steps {
			tr.Speed = append(tr.Speed, uint16(speed*1000))
			tr.Cadence = append(tr.Cadence, uint8(cadence/2))
			tr.Balance = append(tr.Balance, uint16(balance*100))
		}
		d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running,
			Seconds: 1200, Meters: float32(1200 * speed), Track: tr})
	}
	for i := range diary.Date(40) {
		add(100+2*i, speed, cadence, balance)
	}
	for i, v := range lately {
		add(180+2*diary.Date(i), v[0], v[1], v[2])
	}
	return load.New(d, rules)
}

// Form is compared at matched pace: a faster run steps faster, and says nothing.
func TestGaitAtMatchedPace(t *testing.T) {
	for name, c := range map[string]struct {
		lately  [][3]float64 // speed, cadence, balance
		cadence GaitState
		balance GaitState
	}{
		"as usual":              {[][3]float64{{2.8, 170, 50}, {2.8, 170, 50}}, GaitInRange, GaitInRange},
		"slow steps":            {[][3]float64{{2.8, 160, 50}, {2.8, 160, 50}}, GaitOut, GaitInRange},
		"lopsided":              {[][3]float64{{2.8, 170, 51.5}, {2.8, 170, 51.5}}, GaitInRange, GaitOut},
		"faster, so other":      {[][3]float64{{3.6, 186, 50}, {3.6, 186, 50}}, GaitUnknown, GaitUnknown},
		"one run is not enough": {[][3]float64{{2.8, 150, 53}}, GaitUnknown, GaitUnknown},
		"within the floor":      {[][3]float64{{2.8, 174, 50}, {2.8, 174, 50}}, GaitInRange, GaitInRange},
	} {
		g := GaitOn(shaped(2.8, 170, 50, c.lately...), 186, &rules)
		for _, l := range g.Lines {
			want := c.cadence
			if l.Measure == GaitBalance {
				want = c.balance
			}
			if l.State != want {
				t.Errorf("%s: measure %d is %s, want %s (%+v)", name, l.Measure, l.State, want, l)
			}
		}
		if len(g.Lines) != 2 {
			t.Errorf("%s: two measures were recorded, %d are said", name, len(g.Lines))
		}
	}
	if g := GaitOn(load.New(&diary.Diary{}, rules), 186, &rules); len(g.Lines) != 0 {
		t.Errorf("nothing recorded is not in range: %+v", g)
	}
}

// months is a check-in a day for 56 days, the second 28 with other scores.
func months(before, now func(*diary.CheckIn)) *diary.Reported {
	told := &diary.Reported{}
	for i := range diary.Date(56) {
		c := diary.NewCheckIn(diary.Stamp{At: 1, Date: 145 + i})
		c.Fatigue, c.Tension, c.Soreness, c.Stress, c.Signs[diary.Drained], c.Signs[diary.LostSpring] = 1, 1, 1, 1, 1, 1
		if i < 28 {
			before(&c)
		} else {
			now(&c)
		}
		told.CheckIns = append(told.CheckIns, c)
	}
	return told
}

func loads(before, now float64) (out []load.Day) {
	for i := range 56 {
		v := before
		if i >= 28 {
			v = now
		}
		out = append(out, load.Day{Load: v, Known: true})
	}
	return out
}

func TestMarkers(t *testing.T) {
	as := func(*diary.CheckIn) {}
	sore := func(c *diary.CheckIn) { c.Soreness = 3 }
	drained := func(c *diary.CheckIn) { c.Signs[diary.Drained] = 2 }
	springy := func(c *diary.CheckIn) { c.Signs[diary.LostSpring] = 0 }
	hard := func(days ...diary.Date) (out []load.Session) {
		for _, d := range days {
			out = append(out, load.Session{Date: d, Run: true})
		}
		return out
	}
	// out is the mornings on which the readings are out.
	readings := func(out ...diary.Date) func(diary.Date) (bool, bool) {
		return func(d diary.Date) (bool, bool) { return !slices.Contains(out, d), true }
	}
	blind := func(diary.Date) (bool, bool) { return true, false }
	six := hard(150, 157, 164, 180, 187, 194)
	for name, c := range map[string]struct {
		told  *diary.Reported
		loads []load.Day
		hard  []load.Session
		fresh func(diary.Date) (bool, bool)
		key   MarkerKey
		want  Progress
	}{
		"more load, little hurts":       {months(as, as), loads(50, 60), nil, blind, Tolerance, Better},
		"more load, and sore":           {months(as, sore), loads(50, 60), nil, blind, Tolerance, Worse},
		"a light month is not a loss":   {months(as, as), loads(60, 30), nil, blind, Tolerance, Same},
		"soreness gone, same load":      {months(sore, as), loads(50, 50), nil, blind, Tolerance, Better},
		"nothing told":                  {&diary.Reported{}, loads(50, 60), nil, blind, Tolerance, ProgressUnknown},
		"no load known":                 {months(as, as), nil, nil, blind, Tolerance, ProgressUnknown},
		"drained":                       {months(as, drained), nil, nil, blind, Energy, Worse},
		"no longer drained":             {months(drained, as), nil, nil, blind, Energy, Better},
		"as before":                     {months(drained, drained), nil, nil, blind, Energy, Same},
		"spring is back":                {months(as, springy), nil, nil, blind, Smoothness, Better},
		"back a day later each time":    {&diary.Reported{}, nil, six, readings(181, 188, 195), Recovery, Worse},
		"back a day sooner":             {&diary.Reported{}, nil, six, readings(151, 158, 165), Recovery, Better},
		"two sessions a month":          {&diary.Reported{}, nil, hard(150, 157, 180, 187), readings(), Recovery, ProgressUnknown},
		"no readings":                   {&diary.Reported{}, nil, six, blind, Recovery, ProgressUnknown},
		"the last one is not over yet":  {&diary.Reported{}, nil, hard(150, 157, 164, 180, 187, 199), readings(200), Recovery, ProgressUnknown},
		"out for good counts as a five": {&diary.Reported{}, nil, six, readings(195, 196, 197, 198), Recovery, Worse},
	} {
		got := Markers(MarkerInput{Date: 200, Rules: &rules, Reported: c.told, History: load.New(&diary.Diary{}, rules), Loads: c.loads, Hard: c.hard, Fresh: c.fresh})
		if len(got) != 4 {
			t.Fatalf("%s: %d markers", name, len(got))
		}
		for _, m := range got {
			if m.Key == c.key && m.State != c.want {
				t.Errorf("%s: %s, want %s: %+v", name, m.State, c.want, m)
			}
		}
	}
}

// The watch says smoothness, where it recorded it in both halves.
func TestSmoothnessFromTheWatch(t *testing.T) {
	h := shaped(2.8, 170, 51, [3]float64{2.8, 170, 50}, [3]float64{2.8, 170, 50}, [3]float64{2.8, 170, 50}, [3]float64{2.8, 170, 50}, [3]float64{2.8, 170, 50})
	m := Markers(MarkerInput{Date: 207, Rules: &rules, Reported: &diary.Reported{}, History: h, Fresh: func(diary.Date) (bool, bool) { return false, false }})[1]
	if m.State != Better || m.Felt || m.Before != 1 || m.Now != 0 {
		t.Errorf("%+v", m)
	}
}
