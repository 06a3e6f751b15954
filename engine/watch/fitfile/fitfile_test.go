package fitfile

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
)

func read(t *testing.T, data []byte) diary.File {
	t.Helper()
	f, err := Read(data)
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return f
}

// run is a ten-second run with records and a session, 30 m long.
func run(big bool) *builder { return newFile(4, big).records(big, t0, 10).session(big, t0, 10) }

func checkRun(t *testing.T, f diary.File) {
	t.Helper()
	if f.Kind != "activity" || f.Device != (diary.Device{Maker: "garmin", Product: 4315, Serial: 7}) || len(f.Activities) != 1 {
		t.Fatalf("got %s by %+v with %d activities", f.Kind, f.Device, len(f.Activities))
	}
	a := f.Activities[0]
	if a.Start != t0+fitEpoch || a.Sport != diary.Running || a.Seconds != 10 || a.Meters != 30 || a.AvgHR != 141 || a.MaxHR != 155 || a.Ascent != 12 || !a.HasAscent {
		t.Errorf("activity %+v", a)
	}
	if !slices.Equal(a.Track.HR, []uint8{140, 140}) || !slices.Equal(a.Track.Speed, []uint16{3000, 3000}) || a.Track.Altitude != nil {
		t.Errorf("track %+v", a.Track)
	}
}

func TestShapes(t *testing.T) {
	header12, zeroCRC := run(false), run(false)
	header12.head12, zeroCRC.noHead = true, true
	dev := newFile(4, false).
		defineDev(1, 20, false, []byte{4, 1, 16}, def{253, 4, wUint32}, def{3, 1, wUint8}, def{6, 2, wUint16}, def{5, 4, wUint32})
	compressed := newFile(4, false).
		define(3, 21, false, def{253, 4, wUint32}, def{0, 1, wEnum}, def{1, 1, wEnum}).data(3, t0, 0, 0).
		define(1, 20, false, def{3, 1, wUint8}, def{6, 2, wUint16})
	wide := newFile(4, false). // heart rate in 16 bits, speed as an array, distance cut to 2 bytes, time shorter than said
					define(1, 20, false, def{253, 4, wUint32}, def{3, 2, wUint16}, def{6, 6, wUint16}, def{5, 2, wUint32})
	float := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{3, 4, wFloat32}, def{6, 2, wUint16})
	both := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{3, 1, wUint8}, def{73, 4, wUint32}, def{6, 2, wUint16})
	for i := range uint32(10) {
		dev.data(1, t0+i, 140, 3000, i*300)
		compressed.compressed(1, t0+i, 140, 3000)
		wide.data(1, t0+i, 140, 3000, i*300)
		float.data(1, t0+i, math.Float32bits(140), 3000)
		both.data(1, t0+i, 140, 3000, 2999)
	}
	padded := append(run(false).file(), make([]byte, 512)...)
	for name, data := range map[string][]byte{
		"little-endian":         run(false).file(),
		"big-endian":            run(true).file(),
		"12-byte header":        header12.file(),
		"zero header CRC":       zeroCRC.file(),
		"developer fields":      dev.session(false, t0, 10).file(),
		"compressed timestamps": compressed.session(false, t0, 10).file(),
		"sizes not the profile's, as the COROS PACE 2 writes": wide.session(false, t0, 10).file(),
		"heart rate as a float":                               float.session(false, t0, 10).file(),
		"enhanced and plain":                                  both.session(false, t0, 10).file(),
		"session before records":                              newFile(4, false).session(false, t0, 10).records(false, t0, 10).file(),
		"padded with zeros":                                   padded,
		"followed by an empty":                                append(run(false).file(), (&builder{}).file()...),
		"speed only as distances":                             newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{3, 1, wUint8}, def{5, 4, wUint32}).data(1, t0, 140, 0).data(1, t0+5, 140, 1500).data(1, t0+9, 140, 2700).session(false, t0, 10).file(),
	} {
		t.Run(name, func(t *testing.T) {
			f := read(t, data)
			if f.Partial != "" {
				t.Errorf("partial: %s", f.Partial)
			}
			if name == "speed only as distances" { // no speed before the second record
				if got := f.Activities[0].Track.Speed; !slices.Equal(got, []uint16{0, 3000}) {
					t.Errorf("speed %v", got)
				}
				return
			}
			checkRun(t, f)
			id, err := Identify(data[:min(len(data), HeadSize)])
			if want := time.Unix(t0+fitEpoch, 0).UTC(); err != nil || id.Kind != "activity" || id.Device != f.Device || !id.Created.Equal(want) {
				t.Errorf("Identify: %+v, %v", id, err)
			}
		})
	}
}

func TestCompressedTimestampsRollOver(t *testing.T) {
	b := newFile(4, false).define(3, 21, false, def{253, 4, wUint32}, def{0, 1, wEnum}, def{1, 1, wEnum}).data(3, t0, 0, 0).
		define(1, 20, false, def{3, 1, wUint8})
	for i := uint32(0); i <= 100; i += 20 {
		b.compressed(1, t0+i, 100+i)
	}
	a := read(t, b.file()).Activities[0]
	if got := a.Track.HR; len(got) != 21 || got[0] != 100 || got[4] != 120 || got[20] != 200 {
		t.Errorf("heart rates %v", got)
	}
}

func TestChain(t *testing.T) {
	night := newFile(49, true).define(1, 275, true, def{253, 4, wUint32}, def{0, 1, wEnum}).data(1, t0-7200, 2).data(1, t0-3600, 4).data(1, t0, 1)
	data := slices.Concat(run(false).file(), night.file(), newFile(4, true).records(true, t0+3600, 10).session(true, t0+3600, 10).file())
	f := read(t, data)
	if len(f.Activities) != 2 || len(f.Nights) != 1 || f.Partial != "" {
		t.Fatalf("%d activities, %d nights, %q", len(f.Activities), len(f.Nights), f.Partial)
	}
	if n := f.Nights[0]; n.Light != 60 || n.REM != 60 || !n.Staged {
		t.Errorf("night %+v", n)
	}
	// The same with the middle one damaged: the others are whole.
	bad := bytes.Clone(data)
	bad[len(run(false).file())+len(night.file())-1] ^= 0xFF
	if f := read(t, bad); len(f.Activities) != 2 || !strings.Contains(f.Partial, "missing or wrong") {
		t.Errorf("%d activities, %q", len(f.Activities), f.Partial)
	}
}

// TestTruncation cuts a file at every byte: no panic, one clear line, and every
// record before the break is kept.
func TestTruncation(t *testing.T) {
	b := newFile(4, false).records(false, t0, 40)
	whole := b.session(false, t0, 40).file()
	const first, size = 14 + 6 + 5*3 + 14 + 6 + 4*3, 12 // where the records begin, and their size
	for n := range whole {
		f, err := Read(whole[:n])
		records := min(max(0, (n-first)/size), 40)
		switch {
		case records == 0:
			if e := new(Error); !errors.As(err, &e) || e.What == "" || e.Hint == "" || strings.Contains(e.What, "\n") {
				t.Fatalf("at %d: %v", n, err)
			}
		case err != nil:
			t.Fatalf("at %d: %v", n, err)
		case f.Partial == "":
			t.Fatalf("at %d: not said to be partial", n)
		default:
			if got := len(f.Activities[0].Track.HR); got != (records+4)/5 {
				t.Fatalf("at %d: %d steps of %d records", n, got, records)
			}
		}
	}
}

func TestFlippedBits(t *testing.T) {
	whole := run(false).file()
	for i := range len(whole) * 8 {
		bad := bytes.Clone(whole)
		bad[i/8] ^= 1 << (i % 8)
		f, err := Read(bad)
		if err == nil && f.Partial == "" && i/8 >= 14 {
			t.Errorf("bit %d of byte %d: damage went unnoticed", i%8, i/8)
		}
		if i/8 >= 4 && i/8 < 8 && (err != nil || len(f.Activities) != 1 || f.Activities[0].Track.Len() != 2) {
			t.Errorf("a wrong length in the header (byte %d) lost the run: %v, %+v", i/8, err, f.Activities)
		}
	}
}

func TestUnfinished(t *testing.T) {
	data := newFile(4, false).records(false, t0, 10).file()
	binary.LittleEndian.PutUint32(data[4:], 0)
	f := read(t, data[:len(data)-2])
	if len(f.Activities) != 1 || f.Activities[0].Track.Len() != 2 || !strings.Contains(f.Partial, "never finished") {
		t.Errorf("%+v", f)
	}
}

func TestDates(t *testing.T) {
	in2106 := uint32(4294944000 - fitEpoch)
	for name, c := range map[string]struct {
		at   []uint32
		want string // "" whole, "partial", or a Code
	}{
		"now":                  {[]uint32{t0, t0 + 1}, ""},
		"seconds since switch": {[]uint32{100, 101}, "bad_date"},
		"1989":                 {[]uint32{0, 1}, "bad_date"},
		"2106":                 {[]uint32{in2106, in2106 + 1}, "bad_date"},
		"one of 2106":          {[]uint32{t0, t0 + 1, in2106}, "partial"},
		"one three years on":   {[]uint32{t0, t0 + 1, t0 + 3*365*86400}, "partial"},
	} {
		b := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{3, 1, wUint8})
		for _, at := range c.at {
			b.data(1, at, 120)
		}
		f, err := Read(b.file())
		got := ""
		if e := new(Error); errors.As(err, &e) {
			got = e.Code
		} else if f.Partial != "" {
			got = "partial"
		}
		if got != c.want {
			t.Errorf("%s: %q (%v %v), want %q", name, got, err, f.Partial, c.want)
		}
		if err == nil && (len(f.Activities) != 1 || f.Activities[0].Track.Len() != 1) {
			t.Errorf("%s: %+v", name, f.Activities)
		}
	}
}

func TestMissingIsNotZero(t *testing.T) {
	b := newFile(4, false).define(1, 20, false, def{253, 4, wUint32}, def{3, 1, wUint8}, def{6, 2, wUint16}, def{2, 2, wUint16})
	for i, hr := range []uint32{0, 255, 150, 0, 255} {
		b.data(1, t0+uint32(i), hr, 0xFFFF, 0xFFFF)
	}
	b.data(1, t0+5, 255, 0, 2500).data(1, t0+9, 0, 0xFFFF, 0xFFFF)
	f := read(t, b.define(2, 18, false, def{2, 4, wUint32}, def{8, 4, wUint32}, def{9, 4, wUint32}, def{16, 1, wUint8}, def{22, 2, wUint16}).
		data(2, t0, math.MaxUint32, math.MaxUint32, 0, math.MaxUint16).file())
	a := f.Activities[0]
	if !slices.Equal(a.Track.HR, []uint8{150, 0}) || a.AvgHR != 150 || a.MaxHR != 150 {
		t.Errorf("heart rate %v, mean %d, max %d", a.Track.HR, a.AvgHR, a.MaxHR)
	}
	if !slices.Equal(a.Track.Speed, []uint16{0, 1}) {
		t.Errorf("speed %v: standing still is 1, not known is 0", a.Track.Speed)
	}
	if !slices.Equal(a.Track.Altitude, []int16{diary.NoAltitude, 0}) {
		t.Errorf("altitude %v", a.Track.Altitude)
	}
	if a.HasAscent || a.Meters != 0 || a.Seconds != 5 {
		t.Errorf("%+v", a)
	}
}

func TestPausesWithoutSession(t *testing.T) {
	b := newFile(4, false).define(3, 21, false, def{253, 4, wUint32}, def{0, 1, wEnum}, def{1, 1, wEnum}).
		data(3, t0, 0, 0).records(false, t0, 60).data(3, t0+59, 0, 4).data(3, t0+359, 0, 0).records(false, t0+359, 61)
	data := b.file()
	f := read(t, data[:len(data)-2]) // cut off before its session was written
	if a := f.Activities[0]; a.Elapsed != 419 || a.Seconds != 119 {
		t.Errorf("elapsed %v, timer %v; want 419 and 119", a.Elapsed, a.Seconds)
	}
}

func TestSessionsShareOutRecordsAndLaps(t *testing.T) {
	b := newFile(4, false).records(false, t0, 10).records(false, t0+100, 20).session(false, t0+100, 20).session(false, t0, 10).
		define(4, 19, false, def{253, 4, wUint32}, def{2, 4, wUint32}, def{8, 4, wUint32}, def{23, 1, wEnum}).
		data(4, t0+10, t0, 10000, 2).data(4, t0+110, t0+100, 10000, 0).data(4, t0+120, t0+110, 10000, 5)
	f := read(t, b.file())
	if len(f.Activities) != 2 {
		t.Fatalf("%d activities", len(f.Activities))
	}
	a, z := f.Activities[0], f.Activities[1]
	if a.Track.Len() != 2 || z.Track.Len() != 4 || len(a.Laps) != 1 || len(z.Laps) != 2 {
		t.Errorf("steps %d and %d, laps %v and %v", a.Track.Len(), z.Track.Len(), a.Laps, z.Laps)
	}
	if a.Laps[0] != (diary.Lap{Seconds: 10, Intensity: diary.LapWarmup}) || z.Laps[1].Intensity != diary.LapInterval {
		t.Errorf("laps %v and %v", a.Laps, z.Laps)
	}
}

func TestCourseIsNoActivity(t *testing.T) {
	f := read(t, newFile(6, false).records(false, t0, 10).file())
	if f.Kind != "other" || len(f.Activities) != 0 || f.Partial != "" {
		t.Errorf("%+v", f)
	}
}

func TestNotFIT(t *testing.T) {
	for _, c := range []struct{ data, code string }{
		{"", "empty"}, {"<gpx>", "not_fit"}, {"\x0e\x10", "cut_off"}, {strings.Repeat("x", 500), "not_fit"},
		{"\x0e\x20\x00\x00\x10\x00\x00\x00.FIT\x00\x00", "cut_off"},
	} {
		_, err := Read([]byte(c.data))
		if e := new(Error); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%.10q: %v, want %s", c.data, err, c.code)
		}
	}
}
