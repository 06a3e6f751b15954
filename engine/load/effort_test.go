package load

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// ran is a run of 50 minutes at a heart rate and speed.
func ran(date diary.Date, start int64, hr uint8, speed float32) diary.Activity {
	a := diary.Activity{Date: date, Start: start, Sport: diary.Running, Seconds: 3000, Meters: 3000 * speed}
	for range 600 {
		a.Track.HR = append(a.Track.HR, hr)
		a.Track.Speed = append(a.Track.Speed, uint16(speed*1000))
	}
	return a
}

func TestExpectedEffortByTable(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 200
	for _, c := range []struct {
		hr   uint8
		want float64
	}{{100, 1}, {126, 2}, {152, 3.5}, {172, 5.5}, {190, 8}, {200, 10}, {139, 2.75}, {80, 1}} {
		h := New(&diary.Diary{Activities: []diary.Activity{ran(100, 1, c.hr, 3)}}, r)
		got, ok := h.ExpectedEffort(&h.Sessions[0])
		if !ok || got.Own {
			t.Errorf("%d bpm: %+v %v", c.hr, got, ok)
		}
		near(t, "expected effort", got.RPE, c.want, 1e-6)
	}
	h := New(&diary.Diary{Activities: []diary.Activity{ran(100, 1, 0, 3)}}, r)
	if got, ok := h.ExpectedEffort(&h.Sessions[0]); ok {
		t.Errorf("without heart rate nothing is expected: %+v", got)
	}
}

// Eight rated runs on a line, RPE 2 at 130 bpm and 6 at 170, give way to the
// table; their own line is read, and not beyond them.
func TestExpectedEffortByOwnRuns(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 200
	history := func(runs int, hr uint8, speed float32, rpe diary.Score) *History {
		d := &diary.Diary{}
		for i := range diary.Date(9) {
			date := 100 + i
			bpm, v := 130+uint8(5*i), 2.6+0.1*float32(i)
			d.Activities = append(d.Activities, ran(date, int64(date)*86400, bpm, v))
			if int(i) < runs {
				d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: date}, RPE: 2 + diary.Score(i)/2})
			}
		}
		d.Activities = append(d.Activities, ran(120, 120*86400, hr, speed))
		d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: 120}, RPE: rpe})
		return New(d, r)
	}
	last := func(h *History) *Session { return &h.Sessions[len(h.Sessions)-1] }

	h := history(7, 150, 3, 4)
	if got, _ := h.ExpectedEffort(last(h)); got.Own {
		t.Errorf("seven rated runs are too few: %+v", got)
	}
	h = history(9, 150, 3, 7)
	got, _ := h.ExpectedEffort(last(h))
	if !got.Own || got.Runs != 9 || got.RPE < 3.5 || got.RPE > 4.2 {
		t.Errorf("%+v", got)
	}
	if _, over := h.Harder(last(h)); !over {
		t.Error("7 where 4 was expected is harder than it should be")
	}
	h = history(9, 150, 3, 5)
	if _, over := h.Harder(last(h)); over {
		t.Error("one more is not")
	}
	h = history(9, 195, 4.5, 6)
	if got, _ := h.ExpectedEffort(last(h)); got.RPE > 6 {
		t.Errorf("beyond what was run nothing is guessed: %+v", got)
	}
	for i := range h.Sessions {
		if _, over := h.Harder(&h.Sessions[i]); over && !h.Sessions[i].Rated {
			t.Error("a run that was not rated is not harder")
		}
	}
}

// An effort that names its run goes to it; one of the date to the longest.
func TestEffortFindsItsRun(t *testing.T) {
	short, long := ran(100, 1000, 140, 3), ran(100, 50000, 140, 3)
	long.Seconds = 6000
	for name, c := range map[string]struct {
		efforts []diary.Effort
		want    [2]float64
	}{
		"of the date":                     {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, RPE: 5}}, [2]float64{0, 5}},
		"of the short one":                {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: 1000, RPE: 5}}, [2]float64{5, 0}},
		"of each":                         {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: 1000, RPE: 5}, {Stamp: diary.Stamp{Date: 100}, Start: 50000, RPE: 6}}, [2]float64{5, 6}},
		"named before the date's":         {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: 50000, RPE: 6}, {Stamp: diary.Stamp{Date: 100}, RPE: 3}}, [2]float64{0, 6}},
		"of the copy, half a minute off":  {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: 1030, RPE: 5}}, [2]float64{5, 0}},
		"of a run that is not there":      {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: 90000, RPE: 9}}, [2]float64{0, 0}},
		"strength work is not the run's ": {[]diary.Effort{{Stamp: diary.Stamp{Date: 100}, RPE: diary.Unsaid, Strength: true}}, [2]float64{0, 0}},
	} {
		d := &diary.Diary{Activities: []diary.Activity{short, long}}
		d.Reported.Efforts = c.efforts
		h := New(d, rule.Default())
		if got := [2]float64{h.Sessions[0].Effort, h.Sessions[1].Effort}; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

// rated is eight runs of 50 minutes, rated each, the first of them so many days before
// day 400, and the run of that day.
func rated(back diary.Date, hr func(i int) uint8, speed func(i int) float32, rpe func(i int) diary.Score, today diary.Activity) *History {
	r := rule.Default()
	r.MaxHR = 200
	d := &diary.Diary{}
	for i := range 8 {
		date := 400 - back + diary.Date(i)
		d.Activities = append(d.Activities, ran(date, int64(date)*86400, hr(i), speed(i)))
		d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: date}, RPE: rpe(i)})
	}
	d.Activities = append(d.Activities, today)
	return New(d, r)
}

// The lines through a runner's own ratings, worked by hand.
func TestOwnLines(t *testing.T) {
	level := func(v float32) func(int) float32 { return func(int) float32 { return v } }
	pulse := func(v uint8) func(int) uint8 { return func(int) uint8 { return v } }
	rising := func(i int) uint8 { return 130 + 5*uint8(i) }
	harder := func(i int) diary.Score { return 2 + diary.Score(i)/2 } // 2 2 3 3 4 4 5 5: 3.5 on average, 2.381 a 20 bpm
	easier := func(i int) diary.Score { return 8 - diary.Score(i) }
	today := func(hr uint8, speed float32) diary.Activity { return ran(400, 400*86400, hr, speed) }
	const slope = 20.0 / 210 // a bpm: sum of xy 100, of xx 1050
	for name, c := range map[string]struct {
		h    *History
		want Expected
	}{
		"by heart rate, pace says nothing": {rated(30, rising, level(3), harder, today(157, 3)), Expected{(3.5 + 3.5 + slope*9.5) / 2, 8, true}},
		"not beyond the highest":           {rated(30, rising, level(3), harder, today(190, 3)), Expected{(3.5 + 3.5 + slope*17.5) / 2, 8, true}},
		"not beyond the lowest":            {rated(30, rising, level(3), harder, today(100, 3)), Expected{(3.5 + 3.5 - slope*17.5) / 2, 8, true}},
		"a falling line is level":          {rated(30, rising, level(3), easier, today(160, 3)), Expected{4.5, 8, true}},
		"by pace alone":                    {rated(30, pulse(0), level(3), harder, today(150, 3)), Expected{3.5, 8, true}},
		"by pace, today without a pulse":   {rated(30, rising, level(3), harder, today(0, 3)), Expected{3.5, 8, true}},
		"by heart rate, today not paced":   {rated(30, rising, level(3), harder, today(157, 0)), Expected{3.5 + slope*9.5, 8, true}},
		"half a year back":                 {rated(EffortDays, rising, level(3), harder, today(157, 0)), Expected{3.5 + slope*9.5, 8, true}},
		"a day more: by the table":         {rated(EffortDays+1, rising, level(3), harder, today(126, 0)), Expected{2, 0, false}},
		"no more than ten":                 {rated(30, rising, level(3), func(i int) diary.Score { return []diary.Score{0, 0, 0, 10}[min(i, 3)] }, today(165, 0)), Expected{10, 8, true}},
	} {
		got, ok := c.h.ExpectedEffort(&c.h.Sessions[8])
		near(t, name, got.RPE, c.want.RPE, 1e-6)
		if !ok || got.Runs != c.want.Runs || got.Own != c.want.Own {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Two points over what is expected is harder than it should be: at 63% of the maximum
// the table says 2, half way up to it from 50% it says 1.5.
func TestHarderByTwoPoints(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 200
	of := func(hr uint8, rpe diary.Score) *History {
		d := &diary.Diary{Activities: []diary.Activity{ran(100, 1, hr, 3)}}
		d.Reported.Efforts = []diary.Effort{{Stamp: diary.Stamp{Date: 100}, RPE: rpe}}
		return New(d, r)
	}
	for rpe, want := range map[diary.Score]bool{3: false, 4: true, 5: true} {
		h := of(126, rpe)
		if x, over := h.Harder(&h.Sessions[0]); over != want || x.RPE != 2 {
			t.Errorf("rated %d: harder %v than %+v", rpe, over, x)
		}
	}
	for hr, want := range map[uint8]float64{113: 1.5, 210: 10} {
		h := of(hr, 5)
		got, _ := h.ExpectedEffort(&h.Sessions[0])
		near(t, "by the table", got.RPE, want, 1e-6)
	}
	h := of(126, 9)
	h.Sessions[0].Run = false
	if x, over := h.Harder(&h.Sessions[0]); over {
		t.Errorf("a ride has no expected effort: %+v", x)
	}
}

// A rating without a session is of its date; hard from 7 on, within the days asked for.
func TestHardByWordAlone(t *testing.T) {
	d := &diary.Diary{}
	for date, rpe := range []diary.Score{7, 6, 8, diary.Unsaid, 9} {
		d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: 100 + diary.Date(date)}, RPE: rpe})
	}
	h := New(d, rule.Default())
	for _, c := range []struct {
		a, b diary.Date
		want []diary.Date
	}{{100, 104, []diary.Date{100, 102, 104}}, {101, 103, []diary.Date{102}}, {102, 102, []diary.Date{102}}, {103, 103, nil}} {
		var got []diary.Date
		for _, s := range h.ReportedHard(c.a, c.b) {
			got = append(got, s.Date)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%d to %d: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

// Strength work rates no run, though it is rated; of two runs as long, or as near, the
// first is the one that is meant.
func TestWhichSessionIsRated(t *testing.T) {
	first, second := ran(100, 1000, 140, 3), ran(100, 1800, 140, 3)
	for name, c := range map[string]struct {
		e    diary.Effort
		want [2]bool
	}{
		"strength":          {diary.Effort{RPE: 8, Strength: true}, [2]bool{}},
		"nothing said":      {diary.Effort{RPE: diary.Unsaid}, [2]bool{}},
		"two as long":       {diary.Effort{RPE: 8}, [2]bool{true, false}},
		"two as near":       {diary.Effort{RPE: 8, Start: 1400}, [2]bool{true, false}},
		"nearer to the 2nd": {diary.Effort{RPE: 8, Start: 1401}, [2]bool{false, true}},
	} {
		c.e.Date = 100
		d := &diary.Diary{Activities: []diary.Activity{first, second}}
		d.Reported.Efforts = []diary.Effort{c.e}
		h := New(d, rule.Default())
		if got := [2]bool{h.Sessions[0].Rated, h.Sessions[1].Rated}; got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
