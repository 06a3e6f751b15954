package fitfile

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/muktihari/fit/profile/typedef"

	"rebound/engine/diary"
	"rebound/engine/watch/trace"
)

// only is the one activity of a file that must be whole.
func only(t *testing.T, data []byte) diary.Activity {
	t.Helper()
	f := read(t, data)
	if f.Kind != "activity" || f.Partial != "" || len(f.Activities) != 1 {
		t.Fatalf("%s, partial %q, %d activities", f.Kind, f.Partial, len(f.Activities))
	}
	return f.Activities[0]
}

// Some write a session's end where its start belongs; the records say when it began.
func TestSessionStartsLate(t *testing.T) {
	late := func(b *builder, at, start, seconds uint32) *builder {
		return b.define(2, 18, false, def{253, 4, wUint32}, def{2, 4, wUint32}, def{5, 1, wEnum}, def{7, 4, wUint32}).
			data(2, at, start, 1, seconds*1000)
	}
	for name, c := range map[string]struct {
		start, elapsed uint32
		want           uint32
	}{
		"at its end":                    {t0 + 600, 600, t0},
		"at its end, no length said":    {t0 + 600, missing / 1000, t0},
		"after most of it":              {t0 + 400, 600, t0},
		"before its records, as usual":  {t0 - 20, 620, t0 - 20},
		"a little late, as some are":    {t0 + 5, 600, t0 + 5},
		"with the first record":         {t0, 600, t0},
		"after its records by a minute": {t0 + 660, 600, t0},
	} {
		a := only(t, late(newFile(4, false).records(false, t0, 601), t0+600, c.start, c.elapsed).file())
		if a.Start != unix(c.want) || (c.want <= t0+5) && a.Track.Len() < 119 {
			t.Errorf("%s: start %d s after the first record, %d steps; want %d", name, a.Start-u0, a.Track.Len(), int64(c.want)-t0)
		}
	}
	// Of two sessions each takes its own records.
	b := newFile(4, false).records(false, t0, 600).records(false, t0+700, 300)
	f := read(t, late(late(b, t0+599, t0+599, 599), t0+1000, t0+1000, 300).file())
	if len(f.Activities) != 2 || f.Activities[0].Start != u0 || f.Activities[1].Start != u0+700 ||
		f.Activities[0].Track.Len() != 120 || f.Activities[1].Track.Len() != 60 {
		t.Errorf("%d activities: %+v", len(f.Activities), f.Activities)
	}
	// One that begins before the other's end has what follows its beginning.
	f = read(t, late(late(newFile(4, false).records(false, t0, 600), t0+600, t0, 600), t0+600, t0+300, 300).file())
	if len(f.Activities) != 2 || f.Activities[0].Track.Len() != 60 || f.Activities[1].Start != u0+300 {
		t.Errorf("overlapping: %+v", f.Activities)
	}
}

// Old swim watches write the lengths of a pool as records without a time.
func TestUntimedRecordsAreNoDamage(t *testing.T) {
	swim := func(at uint32) *builder {
		b := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{5, 4, wUint32}, def{6, 2, wUint16})
		for i := range uint32(40) {
			b.data(1, at, (i+1)*2500, 900)
		}
		return b
	}
	a := only(t, swim(missing).session(false, t0, 1400).file())
	if a.Start != u0 || a.Elapsed != 1400 || a.Track.Len() != 0 {
		t.Errorf("%+v", a)
	}
	// Without a session nothing says when it was.
	if _, err := Read(swim(missing).file()); err == nil || err.(*Error).Code != "bad_date" {
		t.Errorf("no time at all: %v", err)
	}
	// A time that cannot be is damage as ever.
	if f := read(t, swim(lastDate+1).session(false, t0, 1400).file()); f.Partial == "" {
		t.Error("records of 2106 are whole")
	}
}

// A clock set in mid-run leaves no gap, no loss and no date that is not the run's.
func TestClockJumps(t *testing.T) {
	const half = 600
	type jumps struct {
		first, second uint32 // when each half has its first record
		start, timed  uint32 // the session's
		timer         []timerEvent
		want          uint32 // of the start
		steps         int    // of the track that are known
		len           int
	}
	on := []timerEvent{{t0, true}}
	for name, c := range map[string]jumps{
		"eight days on":                  {t0, t0 + half + 8*86400, t0, 2 * half, on, t0, 240, 240},
		"two hours on":                   {t0, t0 + half + 7200, t0, 2 * half, on, t0, 240, 240},
		"two hours back":                 {t0, t0 + half - 7200, t0, 2 * half, on, t0, 240, 240},
		"three years back":               {t0, t0 - 3*365*86400, t0, 2 * half, on, t0, 240, 240},
		"set for the first time":         {5000, t0, 5000, 2 * half, []timerEvent{{5000, true}}, t0 - half, 240, 240},
		"the session by the later":       {t0 - 9*86400, t0, t0 - half, 2 * half, on, t0 - half, 240, 240},
		"a pause of two hours is one":    {t0, t0 + half + 7200, t0, half*2 + 7200, on, t0, 240, 1680},
		"a pause that elapsed leaves":    {t0, t0 + half + 7200, t0, 2 * half, []timerEvent{{t0, true}, {t0 + half - 1, false}, {t0 + half + 7200, true}}, t0, 240, 1680},
		"no timer: a pause while it may": {t0, t0 + half + 7200, t0, 2 * half, nil, t0, 240, 1680},
	} {
		b := newFile(4, false).define(3, 21, false, def{253, 4, wUint32}, def{0, 1, wEnum}, def{1, 1, wEnum})
		for _, e := range c.timer {
			b.data(3, e.at, 0, map[bool]uint32{true: 0, false: 4}[e.running])
		}
		a := only(t, b.records(false, c.first, half).records(false, c.second, half).session(false, c.start, c.timed).file())
		known := 0
		for _, hr := range a.Track.HR {
			if hr > 0 {
				known++
			}
		}
		if abs(a.Start-unix(c.want)) > 2 || known < c.steps-1 || a.Track.Len() < c.len-1 || a.Track.Len() > c.len+1 {
			t.Errorf("%s: start %+d s, %d steps of %d known; want %d of %d", name, a.Start-unix(c.want), known, a.Track.Len(), c.steps, c.len)
		}
	}
}

// Of a recording on system time the activity message says the local time.
func TestSystemTimePlacedByLocalTime(t *testing.T) {
	const from = 86_400
	b := newFile(4, false).records(false, from, 600).session(false, from, 600).
		define(5, 34, false, def{253, 4, wUint32}, def{5, 4, wUint32}).data(5, from+600, t0+600)
	f := read(t, b.file())
	if len(f.Activities) != 1 || f.Partial != "" || f.Activities[0].Start != u0 || f.Activities[0].Track.Len() != 120 {
		t.Fatalf("partial %q: %+v", f.Partial, f.Activities)
	}
	// Its date is that of the local time, whatever zone the runner and the device's
	// other files are in; and it gives no other file a clock.
	f.Device = diary.Device{Maker: "garmin"}
	other := diary.File{Device: f.Device, HRV: []diary.HRVStamp{{At: u0 + 20*3600, Value: 50, Metric: diary.MetricOvernight}}}
	d := diary.Build([]diary.File{f, other}, func(int64) int { return 13 * 3600 })
	local := diary.DateAt(u0, 0)
	if d.Activities[0].Date != local || d.Series[0].Points[0].Date != local+1 {
		t.Errorf("the run is of %v, the night of %v", d.Activities[0].Date, d.Series[0].Points[0].Date)
	}
	// Without that message nothing says when it was.
	if _, err := Read(newFile(4, false).records(false, from, 600).session(false, from, 600).file()); err == nil || err.(*Error).Code != "bad_date" {
		t.Errorf("system time alone: %v", err)
	}
}

// What lies behind the break of a watch that lost power is no part of the run.
func TestDiedWithATail(t *testing.T) {
	b := newFile(4, false).define(3, 12, false, def{0, 1, wEnum}, def{1, 1, wEnum}).data(3, 1, 0).records(false, t0, 600)
	whole := b.session(false, t0, 600).file()
	rng := rand.New(rand.NewPCG(5, 6))
	for cut := len(whole) / 4; cut < len(whole)*3/4; cut += 37 {
		for name, fill := range map[string]func() byte{
			"zeros": func() byte { return 0 }, "ones": func() byte { return 0xFF }, "noise": func() byte { return byte(rng.Uint32()) },
		} {
			died := bytes.Clone(whole)
			for i := cut; i < len(died); i++ {
				died[i] = fill()
			}
			f, err := Read(died)
			if err != nil || f.Kind != "activity" || len(f.Activities) != 1 {
				t.Fatalf("%s from byte %d: %v, %s with %d activities", name, cut, err, f.Kind, len(f.Activities))
			}
			a := f.Activities[0]
			records := (cut - 14 - 6 - 5*3 - 14 - 6 - 2*3 - 3 - 6 - 4*3) / 12
			if a.Sport != diary.Running || a.Start != u0 || a.Track.Len() < (records-5)/5 || a.Track.Len() > records/5+10 || f.Partial == "" {
				t.Fatalf("%s from byte %d: %s at %+d, %d steps of %d records, partial %q", name, cut, a.Sport, a.Start-u0, a.Track.Len(), records, f.Partial)
			}
			if name != "noise" && !strings.Contains(f.Partial, "cut off") {
				t.Errorf("%s: %s", name, f.Partial)
			}
		}
	}
}

// A file_id without its type says nothing against what the file holds.
func TestNoFileType(t *testing.T) {
	untyped := func() *builder {
		return (&builder{}).define(0, 0, false, def{1, 2, wUint16}, def{2, 2, wUint16}, def{3, 4, wUint32z}, def{4, 4, wUint32}).data(0, 1, 4315, 7, t0)
	}
	checkRun(t, read(t, untyped().records(false, t0, 10).session(false, t0, 10).file()))
	night := untyped().define(1, 275, false, def{253, 4, wUint32}, def{0, 1, wEnum}).data(1, t0, 2).data(1, t0+7200, 1)
	if f := read(t, night.file()); f.Kind != "sleep" || len(f.Nights) != 1 {
		t.Errorf("%s: %+v", f.Kind, f.Nights)
	}
	invalid := newFile(0xFF, false).records(false, t0, 10).session(false, t0, 10)
	checkRun(t, read(t, invalid.file()))
}

// A course is of no use here, and nothing is wrong with it.
func TestCourseOnSystemTime(t *testing.T) {
	for _, at := range []uint32{0, 1, missing, lastDate} {
		f, err := Read(newFile(6, false).define(1, 20, false, def{253, 4, wUint32}, def{5, 4, wUint32}).data(1, at, 100).data(1, at, 200).file())
		if err != nil || f.Kind != "other" || f.Partial != "" {
			t.Errorf("records at %d: %v, %s, %q", at, err, f.Kind, f.Partial)
		}
	}
}

// A treadmill that records by itself is a run, and one with the watch's copy.
func TestTreadmillMachine(t *testing.T) {
	machine := newFile(4, false).records(false, t0, 600).
		define(2, 18, false, def{253, 4, wUint32}, def{2, 4, wUint32}, def{5, 1, wEnum}, def{6, 1, wEnum}, def{7, 4, wUint32}).
		data(2, t0+600, t0, 4, 1, 600_000)
	f := read(t, machine.file())
	if a := f.Activities[0]; a.Sport != diary.Running || a.Sub != "treadmill" {
		t.Errorf("%s/%s", a.Sport, a.Sub)
	}
	elliptical := newFile(4, false).records(false, t0, 10).
		define(2, 18, false, def{2, 4, wUint32}, def{5, 1, wEnum}, def{6, 1, wEnum}).data(2, t0, 4, 15)
	if a := read(t, elliptical.file()).Activities[0]; a.Sport != "fitness_equipment" {
		t.Errorf("an elliptical is %s", a.Sport)
	}
	watch := read(t, newFile(4, false).records(false, t0+20, 590).session(false, t0+20, 590).file())
	if d := diary.Build([]diary.File{f, watch}, nil); len(d.Activities) != 1 {
		t.Errorf("%d sessions of one run", len(d.Activities))
	}
}

// The sport of a run that ends before its session: as a message named it, else by
// what is in the records, and then that is said.
func TestSportOfACutOffRun(t *testing.T) {
	fast := uint32(0) // every eighth record's speed, if not 0
	at := func(speed uint32, named ...uint32) []byte {
		b := newFile(4, false)
		if len(named) > 0 {
			b.define(3, 12, false, def{0, 1, wEnum}, def{1, 1, wEnum}).data(3, named[0], 0)
		}
		b.define(1, 20, false, def{253, 4, wUint32}, def{6, 2, wUint16})
		for i := range uint32(120) {
			if b.data(1, t0+i, speed); fast > 0 && i%8 == 0 {
				b.data(1, t0+i, fast)
			}
		}
		data := b.session(false, t0, 120).file()
		return data[:len(data)-40]
	}
	for name, c := range map[string]struct {
		data []byte
		want diary.Sport
		says string
	}{
		"named":                    {at(3000, 11), "walking", ""},
		"named, faster than a run": {at(9000, 1), "running", ""},
		"a run's speed":            {at(3000), "running", "probably a run"},
		"the slowest run":          {at(trace.SlowestRun), "running", "probably a run"},
		"a walk or a slow run":     {at(trace.SlowestRun - 1), "", ""},
		"the fastest run":          {at(trace.FastestRun), "running", "probably a run"},
		"between":                  {at(trace.FastestRun + 1), "", ""},
		"a slow ride":              {at(trace.SlowestRide), "cycling", "probably a ride"},
		"almost a ride":            {at(trace.SlowestRide - 1), "", ""},
		"standing":                 {at(100), "", ""},
	} {
		f := read(t, c.data)
		if a := f.Activities[0]; a.Sport != c.want || !strings.Contains(f.Partial, c.says) || c.says == "" && strings.Contains(f.Partial, "probably") {
			t.Errorf("%s: %q, %q", name, a.Sport, f.Partial)
		}
	}
	for fast = range map[uint32]bool{trace.FastestTenth: true, trace.FastestTenth + 1: true} {
		if a := read(t, at(3000)).Activities[0]; (a.Sport == diary.Running) != (fast == trace.FastestTenth) {
			t.Errorf("a tenth at %d mm/s: %q", fast, a.Sport)
		}
	}
	if f := read(t, newFile(4, false).records(false, t0, 120).file()); strings.Contains(f.Partial, "probably") {
		t.Errorf("a whole file: %q", f.Partial)
	}
}

func abs(n int64) int64 { return max(n, -n) }

// What a bicycle computer recorded is a ride, however slow.
func TestBikeComputers(t *testing.T) {
	for _, name := range bikeMakers {
		if typedef.ManufacturerFromString(name) == typedef.ManufacturerInvalid {
			t.Errorf("FIT knows no manufacturer %q", name)
		}
	}
	for name, c := range map[string]struct {
		maker typedef.Manufacturer
		model typedef.GarminProduct
		want  diary.Sport
	}{
		"an Edge":                       {typedef.ManufacturerGarmin, typedef.GarminProductEdge530, cycling},
		"a Forerunner":                  {typedef.ManufacturerGarmin, typedef.GarminProductFr935, diary.Running},
		"a Karoo":                       {typedef.ManufacturerHammerhead, 1, cycling},
		"another maker's of its number": {typedef.ManufacturerCoros, typedef.GarminProductEdge530, diary.Running},
	} {
		b := (&builder{}).define(0, 0, false, def{0, 1, wEnum}, def{1, 2, wUint16}, def{2, 2, wUint16}, def{4, 4, wUint32}).
			data(0, 4, uint32(c.maker), uint32(c.model), t0)
		data := b.records(false, t0, 120).file()
		f := read(t, data[:len(data)-2])
		if f.Activities[0].Sport != c.want || !strings.Contains(f.Partial, "probably a r") {
			t.Errorf("%s: %q, %q", name, f.Activities[0].Sport, f.Partial)
		}
	}
}

// Behind the break of a damaged file a reading of another year is none.
func TestDamageSpellsNoDates(t *testing.T) {
	for past, want := range map[uint32]int{0: 2, maxAside: 2, maxAside + 1: 1, 3 * 365 * 86400: 1} {
		data := newFile(32, false).define(1, 211, false, def{253, 4, wUint32}, def{1, 1, wUint8}).data(1, t0, 48).data(1, t0+past, 49).file()
		if f := read(t, data); len(f.Resting) != 2 || f.Partial != "" {
			t.Errorf("whole, %d s on: %v, %q", past, f.Resting, f.Partial)
		}
		data[len(data)-1] ^= 0xFF
		if f := read(t, data); len(f.Resting) != want || f.Partial == "" {
			t.Errorf("damaged, %d s on: %v, %q", past, f.Resting, f.Partial)
		}
	}
}
