package today

import "testing"

func TestWhatAnExerciseTakes(t *testing.T) {
	for dose, want := range map[string]float64{
		"3 min": 3, "90 s a side": 4, "3 x 30 s a side": 4, "2 x 45 s each, both sides": 4, "2 x 10": 2, "2 x 10 a side": 4,
		"3 x 10 x 5 s": 4, "5 x 30 to 45 s": 4, "3 x 12 a side, every other day": 7, "10 to 20 min, less the longer the race": 10,
		"As planned": 0, "3 x 12; week 2 of it, though it no longer hurts": 3,
	} {
		if got := takes(dose); got != want {
			t.Errorf("%q takes %v min, want %v", dose, got, want)
		}
	}
}
