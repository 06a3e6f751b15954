package fitfile

import (
	"math"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
)

const u0 = t0 + fitEpoch // t0 as Unix seconds

func TestSleep(t *testing.T) {
	const hour = 3600
	type lv struct{ at, stage uint32 }
	window := func(b *builder, start, stop uint32) {
		b.define(2, 21, false, def{253, 4, wUint32}, def{0, 1, wEnum}, def{1, 1, wEnum}).data(2, start, 74, 0)
		if stop > 0 {
			b.data(2, stop, 74, 1)
		}
	}
	staged := []lv{{t0, 2}, {t0 + 2*hour, 3}, {t0 + 3*hour, 4}, {t0 + 5*hour, 1}, {t0 + 5*hour + 600, 2}, {t0 + 7*hour, 1}}
	for name, c := range map[string]struct {
		levels      []lv
		start, stop uint32
		cut         bool
		want        diary.Night
	}{
		"window": {staged, t0, t0 + 8*hour, false,
			diary.Night{Start: u0, End: u0 + 8*hour, Light: 120 + 110, Deep: 60, REM: 120, Wake: 10 + 60, Staged: true}},
		"window inside the levels": {staged, t0 + hour, t0 + 4*hour, false,
			diary.Night{Start: u0 + hour, End: u0 + 4*hour, Light: 60, Deep: 60, REM: 60, Staged: true}},
		"no window": {staged, 0, 0, false,
			diary.Night{Start: u0, End: u0 + 7*hour, Light: 230, Deep: 60, REM: 120, Wake: 10, Staged: true}},
		"out of order": {[]lv{staged[3], staged[0], staged[2], staged[1], staged[5], staged[4]}, t0, t0 + 8*hour, false,
			diary.Night{Start: u0, End: u0 + 8*hour, Light: 230, Deep: 60, REM: 120, Wake: 70, Staged: true}},
		"only awake and unmeasurable": {[]lv{{t0, 1}, {t0 + hour, 0}, {t0 + 2*hour, 1}}, t0, t0 + 8*hour, false,
			diary.Night{Start: u0, End: u0 + 8*hour, Wake: 60 + 360}},
		"unmeasurable is not slept": {[]lv{{t0, 2}, {t0 + hour, 0}, {t0 + 2*hour, 3}}, t0, t0 + 3*hour, false,
			diary.Night{Start: u0, End: u0 + 3*hour, Light: 60, Deep: 60, Staged: true}},
		"cut off before its end": {staged[:3], t0, 0, true, diary.Night{Start: u0, End: u0 + 3*hour}},
	} {
		t.Run(name, func(t *testing.T) {
			b := newFile(49, false)
			if c.start > 0 {
				window(b, c.start, c.stop)
			}
			b.define(1, 275, false, def{253, 4, wUint32}, def{0, 1, wEnum})
			for _, l := range c.levels {
				b.data(1, l.at, l.stage)
			}
			data := b.file()
			if c.cut {
				data = data[:len(data)-2]
			}
			f := read(t, data)
			if f.Kind != "sleep" || len(f.Nights) != 1 || f.Nights[0] != c.want || (f.Partial != "") != c.cut {
				t.Errorf("%s %q\n got %+v\nwant %+v", f.Kind, f.Partial, f.Nights, c.want)
			}
		})
	}
}

func TestDailyReadings(t *testing.T) {
	b := newFile(32, false).
		define(1, 103, false, def{253, 4, wUint32}, def{0, 4, wUint32}).
		data(1, t0, t0+8*3600+16*60). // a watch whose clock was off
		data(1, t0+60, t0+15*3600).   // no clock on Earth
		define(2, 211, false, def{253, 4, wUint32}, def{0, 1, wUint8}, def{1, 1, wUint8}).
		data(2, t0+60, 51, 52).data(2, t0+120, 51, 0).data(2, t0+180, 51, 255).data(2, 100, 51, 52).
		define(3, 227, false, def{1, 4, wUint32}, def{0, 2, wSint16})
	for i := range uint32(120) { // two hours of stress by the minute, half of it not measured
		v := uint32(20 + i/60*40)
		if i%2 == 1 {
			v = 0xFFFE // -2
		}
		b.data(3, t0+i*60, v)
	}
	b.define(4, 297, false, def{253, 4, wUint32}, def{0, 2, wSint16}).data(4, t0, 1450).data(4, t0+60, 0xFED4). // -300
															define(5, 229, false, def{0, 4, wUint32}, def{2, 2, wUint16}).data(5, t0, 523)
	f := read(t, b.file())
	if want := []diary.Clock{{At: u0, Offset: 29760}}; !slices.Equal(f.Clocks, want) {
		t.Errorf("clocks %v", f.Clocks)
	}
	if want := []diary.Stamped{{At: u0 + 60, Value: 52}}; !slices.Equal(f.Resting, want) {
		t.Errorf("resting %v: the 7-day value and 0 are never a reading", f.Resting)
	}
	want := []diary.DailyStamp{{At: u0, Name: "stress", Value: 20}, {At: u0, Name: "vo2max", Value: 52.3},
		{At: u0 + 3600, Name: "stress", Value: 60}, {At: u0, Name: "respiration", Value: 14.5}}
	if len(f.Daily) != len(want) {
		t.Fatalf("daily %v", f.Daily)
	}
	for _, w := range want {
		if !slices.Contains(f.Daily, w) {
			t.Errorf("no %v in %v", w, f.Daily)
		}
	}
	if !strings.Contains(f.Partial, "1 entry has an impossible date") {
		t.Errorf("partial %q: the reading without a date is not told", f.Partial)
	}
}

func TestHRVStatus(t *testing.T) {
	f := read(t, newFile(68, false).define(1, 370, false, def{253, 4, wUint32}, def{0, 2, wUint16}, def{1, 2, wUint16}).
		data(1, t0, 60*128, 57*128+64).data(1, t0+86400, 60*128, math.MaxUint16).file())
	if want := []diary.HRVStamp{{At: u0, Value: 57.5, Metric: diary.MetricOvernight}}; f.Kind != "hrv_status" || !slices.Equal(f.HRV, want) {
		t.Errorf("%s %v", f.Kind, f.HRV)
	}
}

func TestPerson(t *testing.T) {
	profile := func(rest, sex, age, weight, maxHR, zone uint32) []diary.Person {
		return read(t, newFile(4, false).
			define(1, 3, false, def{8, 1, wUint8}, def{1, 1, wEnum}, def{2, 1, wUint8}, def{4, 2, wUint16}).data(1, rest, sex, age, weight).
			define(2, 7, false, def{1, 1, wUint8}).data(2, maxHR).
			define(3, 8, false, def{1, 1, wUint8}).data(3, 120).data(3, zone).file()).Persons
	}
	if got, want := profile(48, 0, 41, 615, 187, 186), (diary.Person{At: u0, RestingHR: 48, Sex: "female", Age: 41, WeightKg: 61.5, MaxHR: 187}); len(got) != 1 || got[0] != want {
		t.Errorf("got %+v", got)
	}
	if got, want := profile(0, 1, 0, math.MaxUint16, 255, 254), (diary.Person{At: u0, Sex: "male"}); len(got) != 1 || got[0] != want {
		t.Errorf("unset values: got %+v", got)
	}
}
