package diary

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"os"
	"reflect"
	"testing"
)

// A file with every field set, as watches and runners write them.
func packSample() []File {
	watch := Device{Maker: "garmin", Product: 3990, Serial: 3_999_999_999}
	return []File{
		{
			Hash: [16]byte{1, 2, 3}, Name: "export/2026/a.fit", Kind: "activity", Device: watch,
			Clocks:  []Clock{{At: 1_773_500_000, Offset: 3600}, {At: 1_773_500_100, Offset: -29760}},
			Persons: []Person{{At: 1_773_500_000, RestingHR: 48, MaxHR: 189, Sex: "female", WeightKg: 58.3, Age: 41}},
			Activities: []Activity{{
				Start: 1_773_500_000, Sport: Running, Sub: "trail", Elapsed: 3120.5, Seconds: 3000.25,
				Meters: 8714.63, Ascent: 120, HasAscent: true, AvgHR: 142, MaxHR: 171,
				Laps: []Lap{{Seconds: 300, Meters: 1000, AvgHR: 130, Intensity: LapWarmup}, {Seconds: 0.1, Intensity: LapActive}},
				Track: Track{
					HR: []uint8{0, 255, 120, 121}, Speed: []uint16{1, 65535, 0, 2800},
					Altitude: []int16{NoAltitude, 32767, -10, 0}, Cadence: []uint8{86, 87, 0, 88},
					Power: []uint16{250, 0, 0, 1}, StanceTime: []uint16{2400, 2401, 2399, 0},
					Balance: []uint16{4980, 5020, 0, 5000}, StepLength: []uint16{1040, 1041, 1, 0},
					VertRatio: []uint16{780, 781, 0, 0}, Oscillation: []uint16{812, 0, 811, 0},
				},
			}},
		},
		{
			Hash: [16]byte{4}, Name: "export/2026/b.fit", Kind: "sleep", Device: watch,
			Partial: "the file ends early",
			Resting: []Stamped{{At: 1_773_540_000, Value: 49}},
			HRV:     []HRVStamp{{At: 1_773_540_000, Value: 61.0546875, Metric: MetricOvernight}},
			Nights:  []Night{{Start: 1_773_510_000, End: 1_773_540_000, Light: 210, Deep: 88.5, REM: 95, Wake: 12, Staged: true}},
			Daily:   []DailyStamp{{At: 1_773_540_000, Name: "vo2max", Value: 51.2}, {At: 0, Name: "stress", Value: -1}},
		},
		{
			Hash: [16]byte{5}, Name: "takeout/all.zip/nights.csv", Kind: "export", Via: "oura", Owner: math.MaxUint64,
			Device:  Device{Maker: "oura", Model: "Gen3"},
			Resting: []Stamped{{At: 1_773_540_000, Value: 49.5, Day: 20_526}, {At: 1_773_540_000, Value: 50}},
			HRV:     []HRVStamp{{At: 1_773_540_000, Value: 61, Metric: MetricAnySDNN, Day: 20_527}},
			Nights: []Night{{Start: 1_773_510_000, End: 1_773_540_000, Total: 412.5, Day: 20_525},
				{Start: 1_773_560_000, End: 1_773_562_000, Light: 20, Staged: true, Nap: true, Day: -3}},
			Slept:      []Stamped{{At: 1_773_540_000, Value: 400, Day: 20_526}},
			Activities: []Activity{{Start: 1_773_500_000, Seconds: 60, Key: math.MaxUint64}},
			Labels:     []Label{{Key: 77, Sport: Running, Sub: "treadmill"}},
		},
		{
			Kind: "typed", Name: "typed/\xff\x00",
			Reported: Reported{Typed: []Typed{{Stamp: Stamp{At: math.MaxInt64, Date: -1}, Kind: Sleep, Value: 437.125, As: AsWatch}, {Stamp: Stamp{At: math.MinInt64, Date: 20_000}, Value: math.Pi}},
				Tags: []DayTag{{Stamp: Stamp{At: 1_773_540_000, Date: 20_001}, Tag: "alcohol", Dose: 2.5}, {Stamp: Stamp{At: 1_773_540_001, Date: 20_001}, Tag: "alcohol", Off: true}},
				CheckIns: []CheckIn{
					{Stamp: Stamp{At: 1_773_540_002, Date: 20_001}, Signs: [Signs]Score{1, 2, 3, 4, Unsaid}, Fatigue: 1, Tension: 2, Soreness: 3, Stress: 4, Ready: 3, SleepQuality: Unsaid, Fever: Yes, Chest: No},
					{Stamp: Stamp{At: 1_773_540_003, Date: 20_001}, Off: true},
				},
				Niggles: []Niggle{{
					Stamp: Stamp{At: 1_773_540_004, Date: 20_001, Offset: -12600}, Site: "calf", Side: Left, Severity: 10, Tightness: true, Worse: true,
					Swelling: true, NightPain: Yes, Limp: No, BonePoint: Yes, Seen: Yes, Off: true,
				}},
				Efforts:   []Effort{{Stamp: Stamp{At: 1_773_540_005, Date: 20_001}, Start: 1_773_530_000, RPE: 7, Strength: true, Off: true}},
				Decisions: []Decision{{Stamp: Stamp{At: 1_773_540_006, Date: 20_001}, Action: "cut_week", Accepted: true, Why: "race <b>rehearsal</b>", Off: true}},
				Cold:      []Cold{{Stamp: Stamp{At: 1_773_540_007, Date: 20_001}, Minutes: 12, Celsius: 11.5, Off: true}},
				Ticks:     []Tick{{Stamp: Stamp{At: 1_773_540_008, Date: 20_001, Offset: 46800}, Code: "heel_raise", Off: true}},
				Screens:   []Screen{{Stamp: Stamp{At: 1_773_540_009, Date: 20_001}, Test: "knee_to_wall", Side: Right, Value: 9.5, Off: true}},
				Reactions: []Reaction{{Stamp: Stamp{At: 1_773_540_010, Date: 20_001}, Trials: []float32{251.3, 0, 612}, Off: true}},
				Pains:     []RunPain{{Stamp: Stamp{At: 1_773_540_011, Date: 20_001}, Start: 1_773_530_000, Pain: 3, Off: true}},
				Periods:   []Period{{Stamp: Stamp{At: 1_773_540_012, Date: 20_001}, Off: true}},
				Ran:       []Ran{{Stamp: Stamp{At: 1_773_540_014, Date: 20_001}, Off: true}},
				Walks:     []Walk{{Stamp: Stamp{At: 1_773_540_015, Date: 20_001}, Minutes: 30, Pain: 1, Off: true}},
				Illnesses: []Illness{{Stamp: Stamp{At: 1_773_540_016, Date: 20_001}, To: 20_004, Where: BelowNeck, Off: true}},
				Runs:      []Run{{Stamp: Stamp{At: 1_773_540_017, Date: 20_001}, Start: 1_773_530_000, Minutes: 45, Km: 8.25, RPE: 4, Pain: Unsaid, Sub: "trail", Off: true}},
				NotRan:    []NotRan{{Stamp: Stamp{At: 1_773_540_018, Date: 20_001}, To: 20_003, Off: true}},
				Corrections: []Correction{{Stamp: Stamp{At: 1_773_540_019, Date: 20_001}, Kind: RestingHR, Value: 48.5},
					{Stamp: Stamp{At: 1_773_540_020, Date: 20_001}, Kind: HRV, Discard: true, Off: true}},
				Straps: []Strap{{Stamp: Stamp{At: 1_773_540_021, Date: 20_001}, RR: []uint16{1012, 1048, 2031}, RMSSD: 58.3, HR: 51.5, Wrong: 2, Off: true}},
				Plans:  []PlanOf{{Stamp: Stamp{At: 1_773_540_013, Date: 20_001}, Change: PlanMoved, From: 20_002, To: 20_003, Text: `{"sessions":[]}`}}},
		},
		{},
	}
}

func TestPackRoundTrip(t *testing.T) {
	in := packSample()
	packed := Pack(in)
	out, err := Unpack(packed)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(in, out) {
		t.Errorf("got  %+v\nwant %+v", out, in)
	}
	if again := Pack(out); !bytes.Equal(again, packed) {
		t.Error("packing what was unpacked gives other bytes")
	}
	if out, err := Unpack(Pack(nil)); err != nil || len(out) != 0 {
		t.Errorf("nothing packed comes back as %v, %v", out, err)
	}
}

// A field that is added to the records must be added to the pack: the sample
// sets every one, so that the round trip above cannot miss it.
func TestPackSampleSetsEveryField(t *testing.T) {
	setByBuild := map[string]bool{"Activity.Date": true, "Activity.Offset": true, "Activity.Source": true, "Activity.Also": true, "Activity.Partial": true,
		"Activity.Summary": true} // made of the others; see light_test.go
	set, all := map[string]bool{}, map[string]bool{}
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				name := v.Type().Name() + "." + v.Type().Field(i).Name
				all[name] = true
				set[name] = set[name] || !v.Field(i).IsZero()
				visit(v.Field(i))
			}
		}
	}
	visit(reflect.ValueOf(packSample()))
	for name := range all {
		if !set[name] && !setByBuild[name] {
			t.Errorf("%s is zero in every sample file: set it, and see that Pack keeps it", name)
		}
	}
}

// Every float32 must come back bit for bit, whatever unit it was measured in.
func TestPackFloats(t *testing.T) {
	values := []float32{0, float32(math.Copysign(0, -1)), 1, -1, 0.01, 0.02, 8714.63, 1.0 / 128, 61.0546875,
		math.MaxFloat32, math.SmallestNonzeroFloat32, float32(math.Inf(1)), float32(math.Inf(-1)), 1 << 38, 1 << 40}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		values = append(values, math.Float32frombits(rnd.Uint32()), float32(rnd.IntN(1e7))/100, float32(rnd.IntN(1e7))/1000)
	}
	for _, v := range values {
		in := []File{{Resting: []Stamped{{Value: v}}}}
		out, err := Unpack(Pack(in))
		if err != nil {
			t.Fatal(v, err)
		}
		if got := out[0].Resting[0].Value; math.Float32bits(got) != math.Float32bits(v) {
			t.Errorf("%g (%#x) came back as %g (%#x)", v, math.Float32bits(v), got, math.Float32bits(got))
		}
	}
}

// Paths share what they begin with, long ones included.
func TestPackPaths(t *testing.T) {
	long := string(bytes.Repeat([]byte("d/"), maxPath))
	var in []File
	for _, name := range []string{"", "a", "ab", "a", "", long, long + "x", long[:maxPath], long[:maxPath-1] + "y", long, "z"} {
		in = append(in, File{Name: name})
	}
	out, err := Unpack(Pack(in))
	if err != nil {
		t.Fatal(err)
	}
	for i := range in {
		if in[i].Name != out[i].Name {
			t.Errorf("path %d: %d bytes came back as %d", i, len(in[i].Name), len(out[i].Name))
		}
	}
}

// An hour of running at one cell every five seconds takes about a byte a cell.
func TestPackIsCompact(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var tr Track
	hr, speed := 140, 2900
	for range 3600 / TrackStep {
		hr += rnd.IntN(5) - 2
		speed += rnd.IntN(101) - 50
		tr.HR = append(tr.HR, uint8(hr))
		tr.Speed = append(tr.Speed, uint16(speed))
	}
	b := Pack([]File{{Activities: []Activity{{Track: tr}}}})
	if cells := 2 * tr.Len(); len(b) > cells+100 {
		t.Errorf("%d cells took %d bytes", cells, len(b))
	}
}

func TestUnpackRefuses(t *testing.T) {
	good := Pack(packSample())
	if _, err := Unpack(nil); !errors.Is(err, ErrPackDamaged) {
		t.Errorf("no bytes: %v", err)
	}
	newer := sealed(append([]byte{packVersion + 1}, good[1:]...))
	if _, err := Unpack(newer); !errors.Is(err, ErrPackVersion) {
		t.Errorf("a later version: %v", err)
	}
	for n := 1; n < len(good); n++ {
		if _, err := Unpack(good[:n]); !errors.Is(err, ErrPackDamaged) {
			t.Fatalf("cut to %d of %d bytes: %v", n, len(good), err)
		}
	}
	if _, err := Unpack(append(good[:len(good):len(good)], 0)); !errors.Is(err, ErrPackDamaged) {
		t.Errorf("a byte too many: %v", err)
	}
	huge := sealed([]byte{packVersion, 0xff, 0xff, 0xff, 0xff, 0x7f})
	if _, err := Unpack(huge); !errors.Is(err, ErrPackDamaged) {
		t.Errorf("a count without content: %v", err)
	}
}

// Any bytes either are refused or mean files that pack and unpack to themselves.
func FuzzUnpack(f *testing.F) {
	good := Pack(packSample())
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add(Pack(nil))
	f.Add(sealed([]byte{packVersion, 0xff, 0xff, 0xff, 0xff, 0x7f}))
	for _, name := range []string{"pack_v1", "pack_v2", "pack_v3_before_ran", "pack_v3", "pack_v3_undo", "pack_v3_pain"} {
		old, err := os.ReadFile("testdata/" + name + ".bin")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(old)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > sumSize && b[0] == packVersion { // the fuzzer cannot guess a checksum
			b = sealed(b[: len(b)-sumSize : len(b)-sumSize])
		}
		files, err := Unpack(b)
		if err != nil {
			if !errors.Is(err, ErrPackDamaged) && !errors.Is(err, ErrPackVersion) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		packed := Pack(files)
		again, err := Unpack(packed)
		if err != nil {
			t.Fatalf("what was unpacked does not survive: %v", err)
		}
		// Compared as bytes: NaN is not equal to itself.
		if !bytes.Equal(packed, Pack(again)) {
			t.Fatal("what was unpacked comes back different")
		}
	})
}

func BenchmarkUnpack(b *testing.B) {
	rnd := rand.New(rand.NewPCG(3, 4))
	var files []File
	for range 100 {
		var tr Track
		hr, speed := 140, 2900
		for range 3600 / TrackStep {
			hr += rnd.IntN(5) - 2
			speed += rnd.IntN(201) - 100
			tr.HR = append(tr.HR, uint8(hr))
			tr.Speed = append(tr.Speed, uint16(speed))
			tr.Altitude = append(tr.Altitude, int16(hr))
		}
		files = append(files, File{Activities: []Activity{{Track: tr}}})
	}
	packed := Pack(files)
	b.SetBytes(int64(len(packed)))
	for b.Loop() {
		if _, err := Unpack(packed); err != nil {
			b.Fatal(err)
		}
	}
}
