package body

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
)

// Two weeks in which the left foot takes 3% more of the ground contact act
// before anything hurts; one odd run does not.
func TestStrideShift(t *testing.T) {
	history := func(recent ...float64) *load.History {
		d := &diary.Diary{}
		add := func(date diary.Date, share float64) {
			tr := diary.Track{Speed: make([]uint16, 240), Balance: make([]uint16, 240)}
			for i := range tr.Speed {
				tr.Speed[i], tr.Balance[i] = 2800, uint16(share*100)
			}
			d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: 1200, Track: tr})
		}
		for i := range diary.Date(20) {
			add(140+2*i, 50)
		}
		for i, share := range recent {
			add(180+2*diary.Date(i), share)
		}
		return load.New(d, rules)
	}
	for name, c := range map[string]struct {
		shares []float64
		out    bool
		longer diary.Side
	}{
		"growing to 3% over two weeks": {[]float64{50.3, 50.6, 50.9, 51.2, 51.4, 51.5, 51.5}, true, diary.Left},
		"the other way":                {[]float64{49.7, 49.4, 49.1, 48.8, 48.6, 48.5, 48.5}, true, diary.Right},
		"as ever":                      {[]float64{50.2, 49.9, 50.1, 50, 49.8, 50.3, 50}, false, diary.Left},
		"one odd run":                  {[]float64{50, 50, 50, 50, 56, 50, 50}, false, diary.Left},
	} {
		h := history(c.shares...)
		s := Read(Input{Date: 193, Rules: &rules, Reported: &diary.Reported{}, History: h})
		if s.Stride.Out != c.out || c.out && s.Stride.Longer() != c.longer {
			t.Errorf("%s: %+v", name, s.Stride)
		}
		if s.Triage != Run {
			t.Errorf("%s: an asymmetry alone is %s", name, s.Triage)
		}
		steps := false
		for _, it := range s.Programme(Building) {
			steps = steps || it.Exercise == "step_down"
		}
		if c.out && !steps {
			t.Errorf("%s: the programme does not act", name)
		}
	}
	if s := stride(load.New(&diary.Diary{}, rules), 193, &rules); s.Known || s.Out {
		t.Errorf("without runs: %+v", s)
	}
}
