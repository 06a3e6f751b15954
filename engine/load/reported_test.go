package load

import (
	"math"
	"reflect"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// said is a run by the runner's word, of a date.
func said(date diary.Date, minutes, km float32, rpe int) diary.Run {
	r := diary.Run{Stamp: diary.Stamp{Date: date}, Minutes: minutes, Km: km, RPE: diary.Unsaid, Pain: diary.Unsaid}
	if rpe >= 0 {
		r.RPE = diary.Score(rpe)
	}
	return r
}

// hears is the sessions of recorded runs and of what was reported.
func hears(activities []diary.Activity, runs ...diary.Run) *History {
	return New(&diary.Diary{Activities: activities, Reported: diary.Reported{Runs: runs}}, rule.Default())
}

// A reported run gives way to the file that comes for it: the nearest of its date that is
// about as long, or, where its start was said, what overlaps it; each file stands for one.
func TestReportGivesWay(t *testing.T) {
	fifty := func(start int64) diary.Activity { return ran(100, start, 140, 3) } // 50 minutes, 9 km
	at := func(start int64, minutes float32) diary.Run {
		r := said(100, minutes, 0, 5)
		r.Start = start
		return r
	}
	ride := fifty(50_000)
	ride.Sport = "cycling"
	for name, c := range map[string]struct {
		files []diary.Activity
		runs  []diary.Run
		left  int // sessions
		rated []float64
	}{
		"no file":                      {nil, []diary.Run{said(100, 60, 0, 5)}, 1, []float64{5}},
		"as long":                      {[]diary.Activity{fifty(50_000)}, []diary.Run{said(100, 50, 0, 5)}, 1, []float64{5}},
		"as far":                       {[]diary.Activity{fifty(50_000)}, []diary.Run{said(100, 0, 10, 5)}, 1, []float64{5}},
		"much shorter":                 {[]diary.Activity{fifty(50_000)}, []diary.Run{said(100, 30, 0, 5)}, 2, []float64{0, 5}},
		"another date":                 {[]diary.Activity{fifty(50_000)}, []diary.Run{said(101, 60, 0, 5)}, 2, []float64{0, 5}},
		"a ride":                       {[]diary.Activity{ride}, []diary.Run{said(100, 60, 0, 5)}, 2, []float64{0, 5}},
		"of two files the nearer":      {[]diary.Activity{fifty(20_000), ran(100, 60_000, 140, 3.2)}, []diary.Run{said(100, 0, 11.5, 5)}, 2, []float64{0, 5}},
		"one file, two reports":        {[]diary.Activity{fifty(50_000)}, []diary.Run{said(100, 60, 0, 5), at(80_000, 60)}, 2, []float64{5, 5}},
		"overlaps, however long":       {[]diary.Activity{fifty(50_000)}, []diary.Run{at(52_000, 20)}, 1, []float64{5}},
		"as long, but hours later":     {[]diary.Activity{fifty(50_000)}, []diary.Run{at(60_000, 60)}, 2, []float64{0, 5}},
		"begins as the other ends":     {[]diary.Activity{fifty(50_000)}, []diary.Run{at(53_000, 60)}, 2, []float64{0, 5}},
		"without an effort":            {[]diary.Activity{fifty(50_000)}, []diary.Run{said(100, 60, 0, -1)}, 1, []float64{0}},
		"and the other of the same":    {[]diary.Activity{fifty(20_000), fifty(50_000)}, []diary.Run{at(20_000, 60), at(50_000, 60)}, 2, []float64{5, 5}},
		"of another date by the watch": {[]diary.Activity{ran(99, 86_000, 140, 3)}, []diary.Run{at(86_000, 60)}, 1, []float64{5}},
	} {
		h := hears(c.files, c.runs...)
		if len(h.Sessions) != c.left {
			t.Errorf("%s: %d sessions, want %d", name, len(h.Sessions), c.left)
			continue
		}
		for i, want := range c.rated {
			if s := h.Sessions[i]; s.Effort != want || s.Rated != (want > 0) {
				t.Errorf("%s: session %d is rated %g, want %g", name, i, s.Effort, want)
			}
		}
	}
}

// What was not said of length is by the usual pace, which what is itself such a guess
// does not teach.
func TestReportWithoutHalf(t *testing.T) {
	six := said(90, 60, 10, -1) // six minutes a km
	for name, c := range map[string]struct {
		runs        []diary.Run
		minutes, km float64
	}{
		"minutes alone":           {[]diary.Run{six, said(100, 45, 0, -1)}, 45, 7.5},
		"km alone":                {[]diary.Run{six, said(100, 0, 8, -1)}, 48, 8},
		"no pace known":           {[]diary.Run{said(100, 45, 0, -1)}, 45, 0},
		"nor any":                 {[]diary.Run{said(100, 0, 8, -1)}, 0, 8},
		"of seven weeks ago":      {[]diary.Run{said(57, 60, 10, -1), said(100, 45, 0, -1)}, 45, 0},
		"of six weeks ago":        {[]diary.Run{said(58, 60, 10, -1), said(100, 45, 0, -1)}, 45, 7.5},
		"a guess teaches nothing": {[]diary.Run{six, said(120, 60, 0, -1), said(140, 45, 0, -1)}, 45, 0},
		"both said":               {[]diary.Run{six, said(100, 45, 5, -1)}, 45, 5},
	} {
		h := hears(nil, c.runs...)
		if s := h.Sessions[len(h.Sessions)-1]; math.Abs(s.Minutes-c.minutes) > 1e-6 || math.Abs(s.Km-c.km) > 1e-6 {
			t.Errorf("%s: %g min, %g km, want %g and %g", name, s.Minutes, s.Km, c.minutes, c.km)
		}
	}
	if h := hears([]diary.Activity{run(90, 60, 140, 2.5)}, said(100, 45, 0, -1)); math.Abs(h.Sessions[1].Km-6.75) > 0.01 {
		t.Errorf("by the pace of a file: %g km", h.Sessions[1].Km)
	}
}

// A reported run counts as effort times minutes, by the runner's own runs with heart
// rate; without those by the table, and without a rating as a usual run.
func TestLoadByEffort(t *testing.T) {
	const rest = 50
	m := MaxHR{BPM: 190}
	load := func(h *History) (float64, bool) { return h.trimp(&h.Sessions[len(h.Sessions)-1], m, rest, 100) }
	file := run(90, 60, 140, 3)
	rated := func(rpe int, s diary.Run) *History {
		d := &diary.Diary{Activities: []diary.Activity{file}, Reported: diary.Reported{Runs: []diary.Run{s}}}
		if rpe > 0 {
			d.Reported.Efforts = []diary.Effort{{Stamp: diary.Stamp{Date: 90}, RPE: diary.Score(rpe)}}
		}
		return New(d, rule.Default())
	}
	hour, _ := load(hears([]diary.Activity{file}))
	for name, c := range map[string]struct {
		h    *History
		want float64
	}{
		"as hard as the other":      {rated(4, said(100, 60, 10, 4)), hour},
		"half as long":              {rated(4, said(100, 30, 5, 4)), hour / 2},
		"twice as hard":             {rated(4, said(100, 60, 10, 8)), 2 * hour},
		"nothing at all is a one":   {rated(4, said(100, 60, 10, 0)), hour / 4},
		"not rated":                 {rated(4, said(100, 60, 10, -1)), hour},
		"the other by heart rate":   {rated(0, said(100, 60, 10, 4)), hour * 4 / effortByShare(140.0/190)},
		"none with heart rate":      {hears(nil, said(100, 60, 10, 4)), 60 * Men.PerMinute(190*shareByEffort(4), rest, 190)},
		"one of seven weeks ago":    {hears([]diary.Activity{run(57, 60, 140, 3)}, said(100, 60, 10, 4)), 60 * Men.PerMinute(190*shareByEffort(4), rest, 190)},
		"without minutes it is not": {hears(nil, said(100, 0, 10, 4)), 0},
		"nor without anything else": {hears(nil, said(100, 60, 10, -1)), 0},
	} {
		if got, ok := load(c.h); math.Abs(got-c.want) > 1e-6 || ok != (c.want > 0) {
			t.Errorf("%s: %g %v, want %g", name, got, ok, c.want)
		}
	}
	if v, ok := rated(4, said(100, 60, 10, 4)).trimp(&Session{Reported: true, Minutes: 60}, MaxHR{}, rest, 100); ok || v != 0 {
		t.Errorf("without a maximum: %g", v)
	}
	for share := 0.5; share <= 1; share += 0.01 {
		if got := shareByEffort(effortByShare(share)); math.Abs(got-share) > 1e-9 {
			t.Errorf("%g and back: %g", share, got)
		}
	}
}

// Of what a run by word says nothing, nothing is taken from it: no easy pace, no expected
// effort, no maximum. It is heard anew each time, and taken back it leaves nothing.
func TestReportIsHeardAnew(t *testing.T) {
	files := []diary.Activity{run(90, 60, 140, 3), run(95, 60, 150, 3), run(100, 60, 140, 3)}
	plain, h := hears(files), hears(files, said(92, 40, 7, 8), said(95, 60, 0, 6), said(105, 30, 5, 2))
	if len(h.Sessions) != 5 || !h.Sessions[1].Reported || h.Sessions[1].Date != 92 || h.Sessions[2].Effort != 6 {
		t.Fatalf("%+v", h.Sessions)
	}
	if last, _ := h.LastRun(110); last != 105 || h.Max(110) != plain.Max(110) || h.Longest(101, 110) != 5 {
		t.Errorf("last run %d, max %+v", last, h.Max(110))
	}
	if x, ok := h.ExpectedEffort(&h.Sessions[1]); ok {
		t.Errorf("expected of a run by word: %+v", x)
	}
	if !h.Hard(&h.Sessions[1], h.Max(92)) || h.Hard(&h.Sessions[4], h.Max(105)) {
		t.Error("hard by its effort, or not")
	}
	h.Hear(&diary.Diary{Activities: files})
	if !reflect.DeepEqual(h.Sessions, plain.Sessions) || !reflect.DeepEqual(h.peaks, plain.peaks) || !reflect.DeepEqual(h.upto, plain.upto) {
		t.Errorf("taken back, it left something: %d sessions, peaks %v, want %v", len(h.Sessions), h.peaks, plain.peaks)
	}
}

// A report that a file of quite another length takes the place of is not passed over:
// the file's session holds what was said, for as long as it was.
func TestReportUnlikeItsFile(t *testing.T) {
	marathon := said(100, 240, 42.2, 9)
	marathon.Start = 50_000
	near := said(100, 0, 10, 5)
	near.Start = 50_000
	for name, c := range map[string]struct {
		run  diary.Run
		want Said
	}{"42 km over a file of 9": {marathon, Said{240, float64(float32(42.2))}}, "about as far": {near, Said{}}} {
		h := hears([]diary.Activity{ran(100, 50_000, 140, 3)}, c.run)
		if len(h.Sessions) != 1 || h.Sessions[0].Said != c.want {
			t.Errorf("%s: %+v, want %+v", name, h.Sessions[0].Said, c.want)
		}
		h.Hear(&diary.Diary{})
		if h.Sessions[0].Said != (Said{}) {
			t.Errorf("%s, taken back: %+v", name, h.Sessions[0].Said)
		}
	}
}
