package sample_test

import (
	"reflect"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/sample"
)

var today = diary.DateOf(2026, time.March, 15)

func TestFilesAreTheSameEveryTime(t *testing.T) {
	if !reflect.DeepEqual(sample.Files(today), sample.Files(today)) {
		t.Error("two calls differ")
	}
}

func TestFilesHaveHashesAndNamesOfTheirOwn(t *testing.T) {
	hashes, names := map[[16]byte]string{}, map[string]bool{}
	for _, f := range sample.Files(today) {
		if other, ok := hashes[f.Hash]; ok {
			t.Errorf("%s and %s share a hash", f.Name, other)
		}
		if names[f.Name] {
			t.Errorf("two files are called %s", f.Name)
		}
		hashes[f.Hash], names[f.Name] = f.Name, true
	}
}

// TestDiary checks that half a year comes out as a runner's half year, by local
// date, for a watch east and west of Greenwich.
func TestDiary(t *testing.T) {
	for _, offset := range []int32{0, -8 * 3600, 13 * 3600, 8*3600 + 16*60} {
		r := sample.Runner{Seed: 1, Last: today, Days: 182, Offset: offset, Device: diary.Device{Maker: "garmin", Serial: 1}}
		d := diary.Build(r.Files(), nil)
		if d.First != today-181 || d.Last != today {
			t.Errorf("offset %d: from %v to %v", offset, d.First, d.Last)
		}
		for _, s := range d.Series {
			if len(s.Points) != 182 {
				t.Errorf("offset %d: %d days of %v", offset, len(s.Points), s.Kind)
			}
		}
		if n := len(d.Activities); n < 26*4 || n > 26*5 {
			t.Errorf("offset %d: %d runs in 26 weeks", offset, n)
		}
		for _, a := range d.Activities {
			if wd := a.Date.Weekday(); wd == time.Monday {
				t.Errorf("offset %d: ran on Monday %v", offset, a.Date)
			}
		}
	}
}

func TestMoreDaysLeaveTheNightsAlone(t *testing.T) {
	short := sample.Runner{Seed: 3, Last: today, Days: 30}.Files()
	long := sample.Runner{Seed: 3, Last: today, Days: 60}.Files()
	if !reflect.DeepEqual(short, long[len(long)-len(short):]) {
		t.Error("the last 30 of 60 days are not the 30")
	}
}

func TestChapters(t *testing.T) {
	story := []sample.Chapter{
		{From: 20, To: 11, Volume: -1},
		{From: 9, To: 0, Ramp: true, RestingHR: 20},
	}
	files := sample.Runner{Seed: 5, Last: today, Days: 40, Story: story}.Files()
	resting := map[diary.Date]float64{}
	for _, f := range files {
		for _, a := range f.Activities {
			if ago := today - diary.DateAt(a.Start, 0); ago >= 11 && ago <= 20 {
				t.Errorf("ran %d days ago, in the layoff", ago)
			}
		}
		for _, r := range f.Resting {
			resting[diary.DateAt(r.At, 0)] = float64(r.Value)
		}
	}
	if first, last := resting[today-9], resting[today]; last-first < 12 {
		t.Errorf("resting HR ramps from %v to %v", first, last)
	}
}

func TestRunsHoldTogether(t *testing.T) {
	for _, f := range sample.Files(today) {
		for _, a := range f.Activities {
			var laps, meters float64
			for _, l := range a.Laps {
				laps += float64(l.Seconds)
			}
			for _, v := range a.Track.Speed {
				meters += float64(v) * diary.TrackStep / 1000
			}
			if laps != float64(a.Seconds) || a.Track.Len()*diary.TrackStep != int(a.Seconds) {
				t.Errorf("%s: laps of %v s, track of %d steps, run of %v s", f.Name, laps, a.Track.Len(), a.Seconds)
			}
			if d := meters - float64(a.Meters); d > 0.1 || d < -0.1 {
				t.Errorf("%s: track of %.1f m, run of %.1f m", f.Name, meters, a.Meters)
			}
			if pace := float64(a.Seconds) / float64(a.Meters) * 1000 / 60; pace < 4 || pace > 6.5 {
				t.Errorf("%s: %.2f min/km", f.Name, pace)
			}
			if a.MaxHR < 130 || a.MaxHR > 190 || a.AvgHR < 120 || a.AvgHR > a.MaxHR {
				t.Errorf("%s: heart rate %d, up to %d", f.Name, a.AvgHR, a.MaxHR)
			}
		}
	}
}

func BenchmarkTenYears(b *testing.B) {
	for b.Loop() {
		sample.Runner{Seed: 9, Last: today, Days: 3652}.Files()
	}
}

// Years end in the demo's own days, and begin as many years before.
func TestYears(t *testing.T) {
	d := diary.Build(sample.Years(today, 2).Files(), nil)
	if d.First != diary.DateOf(2024, time.March, 16) || d.Last != today {
		t.Errorf("two years go from %v to %v", d.First, d.Last)
	}
	if !reflect.DeepEqual(sample.Years(today, 0).Files(), sample.Files(today)) {
		t.Error("no years are not the demo's half")
	}
	nights := func(files []diary.File) (out []diary.File) {
		for _, f := range files {
			if f.Kind != "activity" { // she gained less in a year of the two than in all of the half
				out = append(out, f)
			}
		}
		return out
	}
	long, short := nights(sample.Years(today, 1).Files()), nights(sample.Files(today))
	if !reflect.DeepEqual(long[len(long)-len(short):], short) {
		t.Error("a year does not end in the half year's nights")
	}
}
