package diary

import (
	"reflect"
	"testing"
)

// Two check-ins of one date that are made at once, on the same that was known: the
// later one keeps what it changed, and what the other changed.
func TestRebase(t *testing.T) {
	const day = Date(20_000)
	made := func(at int64, fatigue, soreness Score, fever Answer) CheckIn {
		c := NewCheckIn(Stamp{At: at, Date: day})
		c.Fatigue, c.Soreness, c.Fever = fatigue, soreness, fever
		return c
	}
	tagged := func(at int64, tag string, off bool) DayTag {
		return DayTag{Stamp: Stamp{At: at, Date: day}, Tag: tag, Off: off}
	}
	known := Reported{CheckIns: []CheckIn{made(1, 1, 1, NotSaid)}, Tags: []DayTag{tagged(1, "heat", false)}}
	before := Build([]File{{Reported: known}}, nil)
	now := Build([]File{{Reported: known}, {Reported: Reported{CheckIns: []CheckIn{made(2, 1, 3, Yes)}, Tags: []DayTag{tagged(2, "travel", false), tagged(2, "heat", true)}}}}, nil)

	r := Reported{CheckIns: []CheckIn{made(3, 4, 1, NotSaid)}, Tags: []DayTag{tagged(3, "alcohol", false), tagged(3, "travel", true), tagged(3, "heat", false)}}
	r.Rebase(before, now)
	if c := r.CheckIns[0]; c.Fatigue != 4 || c.Soreness != 3 || c.Fever != Yes || c.At != 3 {
		t.Errorf("%+v", c)
	}
	if want := []DayTag{tagged(3, "alcohol", false)}; !reflect.DeepEqual(r.Tags, want) {
		t.Errorf("%+v, want %+v", r.Tags, want)
	}

	// Another dose of a tag that was there is a change, the same is none.
	for _, dose := range []float32{0, 2} {
		more := tagged(3, "heat", false)
		more.Dose = dose
		r := Reported{Tags: []DayTag{more}}
		if r.Rebase(before, before); len(r.Tags) != int(dose)/2 {
			t.Errorf("a dose of %g: %+v", dose, r.Tags)
		}
	}

	// Where nothing came between, or the whole of it is taken back, it is as it was made.
	for _, c := range []CheckIn{made(3, Unsaid, 1, NotSaid), {Stamp: Stamp{At: 3, Date: day}, Off: true}} {
		r := Reported{CheckIns: []CheckIn{c}}
		against := before
		if c.Off {
			against = now
		}
		if r.Rebase(before, against); r.CheckIns[0] != c {
			t.Errorf("%+v, want %+v", r.CheckIns[0], c)
		}
	}
}
