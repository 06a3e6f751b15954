package load

import (
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
