package unit

import (
	"testing"

	"rebound/engine/diary"
)

func TestWritten(t *testing.T) {
	day, err := diary.ParseDate("2026-03-15")
	if err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		Distance(8.66, false): "8.7 km", Distance(42.195, true): "26.2 mi", Distance(0, false): "0.0 km",
		Clock(451.4): "7:31", Clock(59.6): "1:00", Clock(0): "0:00",
		Count(1, "day"): "1 day", Count(0, "file"): "0 files", Count(12, "night"): "12 nights", Count(13_413, "file"): "13,413 files",
		Thousands(999): "999", Thousands(1000): "1,000", Thousands(1_200_045): "1,200,045",
		LongDay(day): "Sunday 15 March", FullDay(day): "15 March 2026",
		PastDay(day, day+299): "Sunday 15 March", PastDay(day, day+365): "15 March 2026",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
