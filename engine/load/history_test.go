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
		if got := history(run(100, 30, 180, 4), run(101, 30, bpm, 4)).Max(101); got != (MaxHR{want, MaxSeen}) {
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
