package load

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// A 30-second mean of 220 can be a heart; one beat more is a strap that slipped,
// and the highest of the others counts.
func TestHighestPlausibleHeartRate(t *testing.T) {
	for bpm, want := range map[uint8]float64{190: 190, 219: 219, 220: 220, 221: 180, 254: 180} {
		d := &diary.Diary{Persons: []diary.Person{{Age: 30}}, Activities: []diary.Activity{run(98, 30, 180, 4), run(99, 30, 180, 4), run(100, 30, bpm, 4), run(101, 30, bpm, 4)}}
		if got := New(d, rule.Default()).Max(101); got != (MaxHR{want, MaxSeen}) {
			t.Errorf("a run at %d bpm: %+v, want %g", bpm, got, want)
		}
	}
}

// A rating that names a session finds it when the copy in the diary starts within
// ten minutes of the one that was rated, and the nearest of several.
func TestRatingFindsItsSession(t *testing.T) {
	const start = int64(50_000)
	for _, c := range []struct {
		offset int64
		found  bool
	}{{-601, false}, {-600, true}, {-61, true}, {0, true}, {61, true}, {600, true}, {601, false}} {
		d := &diary.Diary{Activities: []diary.Activity{ran(100, start, 140, 3)}}
		d.Reported.Efforts = []diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: start + c.offset, RPE: 8}}
		if s := New(d, rule.Default()).Sessions[0]; s.Rated != c.found || SameStart(start, start+c.offset) != c.found {
			t.Errorf("%d s apart: found %v, want %v", c.offset, s.Rated, c.found)
		}
	}
	d := &diary.Diary{Activities: []diary.Activity{ran(100, start, 140, 3), ran(100, start+700, 140, 3)}}
	d.Reported.Efforts = []diary.Effort{{Stamp: diary.Stamp{Date: 100}, Start: start + 400, RPE: 8}}
	if h := New(d, rule.Default()); h.Sessions[0].Rated || !h.Sessions[1].Rated {
		t.Errorf("the nearer of two was not rated: %+v", h.Sessions)
	}
}

// The longest run of the week up to a date against the longest of the 30 days before
// it; the first of two that stand out as much.
func TestSpikeOfTheWeek(t *testing.T) {
	ride := run(112, 120, 120, 5)
	ride.Sport = "cycling"
	nowhere := run(112, 60, 140, 3)
	nowhere.Meters = 0
	long := run(100, 60, 140, 3)
	for name, c := range map[string]struct {
		list  []diary.Activity
		on    diary.Date
		ratio float64
		date  diary.Date
	}{
		"six days ago":           {[]diary.Activity{long, run(110, 72, 140, 3)}, 116, 1.2, 110},
		"seven days ago":         {[]diary.Activity{long, run(110, 72, 140, 3)}, 117, 0, 0},
		"a lesser one after it":  {[]diary.Activity{long, run(110, 72, 140, 3), run(112, 60, 140, 3)}, 113, 1.2, 110},
		"as much again":          {[]diary.Activity{long, run(110, 60, 140, 3), run(112, 60, 140, 3)}, 113, 1, 110},
		"a greater one after it": {[]diary.Activity{long, run(110, 66, 140, 3), run(112, 99, 140, 3)}, 113, 1.5, 112},
		"a ride":                 {[]diary.Activity{long, ride}, 113, 0, 0},
		"a run without a length": {[]diary.Activity{long, nowhere}, 113, 0, 0},
	} {
		ratio, date := history(c.list...).Spike(c.on)
		if ratio < c.ratio-1e-6 || ratio > c.ratio+1e-6 || date != c.date {
			t.Errorf("%s: %g on %d, want %g on %d", name, ratio, date, c.ratio, c.date)
		}
	}
}

// The last run is the later of what a file holds and what the runner says; a ride is
// none, and nothing after the day asked about is seen.
func TestLastRun(t *testing.T) {
	ride := run(108, 60, 120, 5)
	ride.Sport = "cycling"
	d := &diary.Diary{Activities: []diary.Activity{run(100, 30, 140, 3), ride}}
	d.Reported.Ran = []diary.Ran{{Stamp: diary.Stamp{Date: 90}}, {Stamp: diary.Stamp{Date: 104}}}
	h := New(d, rule.Default())
	for on, want := range map[diary.Date]diary.Date{89: 0, 90: 90, 99: 90, 100: 100, 103: 100, 104: 104, 110: 104} {
		if got, ok := h.LastRun(on); got != want || ok != (want != 0) {
			t.Errorf("on %d: %d %v, want %d", on, got, ok, want)
		}
	}
	for on, want := range map[diary.Date]diary.Date{89: 0, 90: 90, 103: 90, 104: 104} {
		if got, ok := h.LastWord(on); got != want || ok != (want != 0) {
			t.Errorf("told of by %d: %d %v, want %d", on, got, ok, want)
		}
	}
	if got, ok := history(ride).LastRun(110); ok {
		t.Errorf("a ride is no run: %d", got)
	}
}

// What the watch was last told of its wearer counts where the settings say nothing.
func TestPerson(t *testing.T) {
	d := &diary.Diary{Persons: []diary.Person{{Sex: "male", Age: 40, RestingHR: 48}, {Sex: "female", Age: 50, RestingHR: 52}, {}}}
	h := New(d, rule.Default())
	if h.Sex() != "female" || h.ProfileRest() != 52 || h.Max(100) != (MaxHR{173, MaxAge}) || h.weights != Women {
		t.Errorf("%q, %g, %+v", h.Sex(), h.ProfileRest(), h.Max(100))
	}
	d.Persons = d.Persons[:1]
	if h := New(d, rule.Default()); h.Sex() != "male" || h.ProfileRest() != 48 || h.Max(100) != (MaxHR{180, MaxAge}) {
		t.Errorf("of one: %q, %g, %+v", h.Sex(), h.ProfileRest(), h.Max(100))
	}
	r := rule.Default()
	r.Sex, r.Age = "female", 60
	if h := New(d, r); h.Sex() != "female" || h.Max(100) != (MaxHR{166, MaxAge}) {
		t.Errorf("the settings count first: %q, %+v", h.Sex(), h.Max(100))
	}
	if h := history(); h.Sex() != "" || h.ProfileRest() != 0 || h.Max(100) != (MaxHR{}) || h.weights != Men {
		t.Errorf("nothing said: %q, %g, %+v", h.Sex(), h.ProfileRest(), h.Max(100))
	}
}

// Laps of work at an easy heart rate are a walk-run; at 80% of the maximum, or where
// heart rate or maximum is not known, they are intervals. Without a maximum heart
// rate makes nothing hard.
func TestHardByLapsOrByHeartRate(t *testing.T) {
	hot := Session{}
	hot.HR[200] = 3600
	for name, c := range map[string]struct {
		s    Session
		max  float64
		want bool
	}{
		"work at 80%":            {Session{Structured: true, WorkHR: 152}, 190, true},
		"a beat less":            {Session{Structured: true, WorkHR: 151}, 190, false},
		"work of unknown pulse":  {Session{Structured: true}, 190, true},
		"maximum not known":      {Session{Structured: true, WorkHR: 120}, 0, true},
		"no laps, no maximum":    {hot, 0, false},
		"no laps, at the limit":  {hot, 200, true},
		"nothing known":          {Session{}, 190, false},
		"laps of rest and walks": {Session{WorkHR: 180}, 190, false},
	} {
		if got := history().Hard(&c.s, MaxHR{BPM: c.max}); got != c.want {
			t.Errorf("%s: hard %v", name, got)
		}
	}
}
