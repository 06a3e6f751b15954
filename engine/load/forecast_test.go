package load

import (
	"math"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// TestForecast: by the same decays as the past, worked by hand: 42 days of an
// even 60 a day from nothing give 60 (1 - 1/e) of fitness, and without load
// fatigue halves in 7 ln 2 days.
func TestForecast(t *testing.T) {
	loads := make([]float64, 42)
	for i := range loads {
		loads[i] = 60
	}
	ahead := Forecast(Balance{}, loads)
	if got, want := ahead[41].Fitness, 60*(1-math.Exp(-1)); math.Abs(got-want) > 1e-9 {
		t.Errorf("fitness %.3f, want %.3f", got, want)
	}
	rest := Forecast(Balance{Fitness: 50, Fatigue: 80}, make([]float64, 7))
	if got, want := rest[6].Fatigue, 80*math.Exp(-1); math.Abs(got-want) > 1e-9 {
		t.Errorf("fatigue %.3f, want %.3f", got, want)
	}
}

// TestRates: the runner's own medians, easy and hard apart, and unknown where no
// run tells.
func TestRates(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 190
	d := &diary.Diary{}
	run := func(date diary.Date, minutes int, bpm uint8) {
		a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: float32(60 * minutes), Meters: 8000}
		if bpm > 0 {
			a.Track.HR = make([]uint8, 60*minutes/diary.TrackStep)
			for i := range a.Track.HR {
				a.Track.HR[i] = bpm
			}
		}
		d.Activities = append(d.Activities, a)
	}
	run(100, 40, 130)
	run(102, 40, 134)
	run(104, 40, 138)
	run(106, 40, 0) // no heart rate says nothing
	rest := 50.0
	if got := New(d, r).Rates(110, rest); math.Abs(got.Easy-Men.PerMinute(134, rest, 190)) > 1e-9 || got.Hard != 0 {
		t.Errorf("%+v", got)
	}
	run(108, 30, 175)
	rates := New(d, r).Rates(110, rest)
	if math.Abs(rates.Hard-Men.PerMinute(175, rest, 190)) > 1e-9 {
		t.Errorf("%+v", rates)
	}
	if _, ok := (Rates{Easy: 1}).Of(40, true); ok {
		t.Error("a hard session has a load without a hard run known")
	}
	if v, ok := (Rates{}).Of(0, false); v != 0 || !ok {
		t.Error("a day of rest has a load")
	}
	if got := New(d, r).Rates(110, 0); got != (Rates{}) {
		t.Errorf("without a resting heart rate: %+v", got)
	}
	if got := New(d, r).Rates(300, rest); got != (Rates{}) {
		t.Errorf("long ago: %+v", got)
	}
}
