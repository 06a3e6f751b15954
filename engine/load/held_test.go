package load

import (
	"slices"
	"testing"

	"rebound/engine/diary"
)

// What holds and what does not, in steps of five seconds.
func TestHeld(t *testing.T) {
	hr := func(parts ...any) (out []uint8) { // a heart rate and how many steps it has, by turns
		for i := 0; i < len(parts); i += 2 {
			out = append(out, slices.Repeat([]uint8{uint8(parts[i].(int))}, parts[i+1].(int))...)
		}
		return out
	}
	speeds := func(n int) []uint16 { return slices.Repeat([]uint16{3000}, n) }
	for name, c := range map[string]struct {
		hr, want []uint8
		speed    []uint16
		stood    float32
	}{
		"every ten seconds":             {hr(140, 1, 0, 1, 150, 1, 0, 1, 160, 1), hr(140, 2, 150, 2, 160, 1), nil, 0},
		"every minute":                  {hr(140, 1, 0, 11, 150, 1), hr(140, 12, 150, 1), nil, 0},
		"no longer than a minute":       {hr(140, 1, 0, 12, 150, 1), hr(140, 12, 0, 1, 150, 1), nil, 0},
		"a strap that fails":            {hr(140, 4, 0, 30), hr(140, 15, 0, 19), speeds(34), 0},
		"nothing before the first":      {hr(0, 3, 140, 2), hr(0, 3, 140, 2), nil, 0},
		"none at all":                   {hr(0, 5), hr(0, 5), speeds(5), 0},
		"the timer stands still":        {hr(140, 9, 0, 4, 150, 9), hr(140, 9, 0, 4, 150, 9), nil, 20},
		"for a part of the silence":     {hr(140, 9, 0, 4, 150, 9), hr(140, 11, 0, 2, 150, 9), nil, 10},
		"in the longest silence":        {hr(140, 9, 0, 2, 150, 9, 0, 6, 160, 9), hr(140, 11, 150, 9, 0, 6, 160, 9), nil, 30},
		"beside the usual distance":     {hr(140, 1, 0, 1, 150, 1, 0, 1, 160, 1, 0, 7, 170, 1), hr(140, 2, 150, 2, 160, 2, 0, 6, 170, 1), nil, 30},
		"no silence is long enough":     {hr(140, 1, 0, 1, 150, 1, 0, 1, 160, 1), hr(140, 2, 150, 2, 160, 1), nil, 300},
		"and it writes while it stands": {hr(140, 30), hr(140, 30), speeds(30), 60},
		"a step of standing":            {hr(140, 2, 0, 1, 150, 2), hr(140, 2, 0, 1, 150, 2), nil, 5},
		"less than a step":              {hr(140, 2, 0, 1, 150, 2), hr(140, 3, 150, 2), nil, 4},
		"nothing":                       {nil, nil, nil, 60},
	} {
		a := diary.Activity{Elapsed: 1000 + c.stood, Seconds: 1000, Track: diary.Track{HR: c.hr, Speed: c.speed}}
		if got, _, _ := held(&a); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}

	// Speed holds where nothing was recorded, not where only it is missing.
	a := diary.Activity{Track: diary.Track{Speed: []uint16{3000, 0, 3100, 0}, HR: hr(0, 3, 140, 1)}}
	if _, got, _ := held(&a); !slices.Equal(got, []uint16{3000, 3000, 3100, 0}) {
		t.Errorf("speed %v", got)
	}
	for column, t2 := range map[string]diary.Track{
		"cadence": {Cadence: []uint8{0, 90, 0}}, "power": {Power: []uint16{0, 200, 0}},
		"altitude": {Altitude: []int16{diary.NoAltitude, 0, diary.NoAltitude}},
	} {
		t2.Speed = []uint16{3000, 0, 3100}
		if _, got, _ := held(&diary.Activity{Track: t2}); got[1] != 0 {
			t.Errorf("with %s recorded speed is held: %v", column, got)
		}
	}
}

// Of equal weights it is the common median; a weight that grows moves it steadily.
func TestWeightedMedian(t *testing.T) {
	of := func(list ...float64) float64 {
		var w weighted
		for i := 0; i < len(list); i += 2 {
			w.add(list[i], list[i+1])
		}
		return w.median()
	}
	near(t, "none", of(), 0, 0)
	near(t, "one", of(3, 0.2), 3, 0)
	near(t, "two", of(5, 1, 3, 1), 4, 1e-12)
	near(t, "three", of(9, 1, 3, 1, 5, 1), 5, 1e-12)
	near(t, "four", of(9, 1, 3, 1, 5, 1, 6, 1), 5.5, 1e-12)
	near(t, "of unequal weights", of(3, 1, 5, 3), 4.5, 1e-12)
	near(t, "one that outweighs", of(3, 8, 5, 1, 9, 1), 3.4444444, 1e-6)
	before := of(3, 1, 5, 0, 9, 1)
	for w := 0.01; w <= 1; w += 0.01 {
		now := of(3, 1, 5, w, 9, 1)
		if before-now > 0.03 || now > before+1e-9 {
			t.Fatalf("at weight %g it goes from %g to %g", w, before, now)
		}
		before = now
	}
}
