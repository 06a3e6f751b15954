package fitfile_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/tormoder/fit"

	"rebound/engine/diary"
	"rebound/engine/sample"
	"rebound/engine/watch/fitfile"
)

// sampleFiles is three weeks of the demo runner: every kind of file, long runs,
// intervals and the days of rest between.
func sampleFiles() []diary.File {
	files := sample.Files(diary.DateOf(2026, time.March, 15))
	return files[len(files)-75:]
}

func TestEncodeIsFITToTheOtherLibrary(t *testing.T) {
	for _, f := range sampleFiles() {
		b, err := fitfile.Encode(f)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if err := fit.CheckIntegrity(bytes.NewReader(b), false); err != nil {
			t.Errorf("%s: integrity: %v", f.Name, err)
		}
		_, id, err := fit.DecodeHeaderAndFileID(bytes.NewReader(b))
		if err != nil {
			t.Errorf("%s: file_id: %v", f.Name, err)
			continue
		}
		if id.SerialNumber != f.Device.Serial || id.Product != f.Device.Product || id.Manufacturer != fit.ManufacturerGarmin {
			t.Errorf("%s: file_id says %v", f.Name, id)
		}
	}
}

// TestEncodeActivityIsReadAlikeElsewhere holds the session and its records
// against a decoder that shares no code with ours.
func TestEncodeActivityIsReadAlikeElsewhere(t *testing.T) {
	for _, f := range sampleFiles() {
		if f.Kind != "activity" {
			continue
		}
		b, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fit.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		act, err := got.Activity()
		if err != nil {
			t.Fatal(err)
		}
		want := f.Activities[0]
		s := act.Sessions[0]
		if s.StartTime.Unix() != want.Start || s.Sport != fit.SportRunning || s.AvgHeartRate != want.AvgHR ||
			float32(s.GetTotalDistanceScaled()) != want.Meters || float32(s.GetTotalTimerTimeScaled()) != want.Seconds ||
			float32(s.TotalAscent) != want.Ascent || len(act.Laps) != len(want.Laps) {
			t.Errorf("%s: session read as %+v", f.Name, s)
		}
		if len(act.Records) != want.Track.Len() {
			t.Fatalf("%s: %d records, want %d", f.Name, len(act.Records), want.Track.Len())
		}
		for i, r := range act.Records {
			if r.HeartRate != want.Track.HR[i] || r.EnhancedSpeed != uint32(want.Track.Speed[i]) ||
				r.Cadence != want.Track.Cadence[i] || r.Timestamp.Unix() != want.Start+int64(i)*diary.TrackStep {
				t.Fatalf("%s: record %d read as %+v", f.Name, i, r)
			}
		}
	}
}

// TestEncodeThenReadGivesTheFileBack holds Encode and Read against each other;
// hash and name are not the file's to keep.
func TestEncodeThenReadGivesTheFileBack(t *testing.T) {
	files := append(sampleFiles(),
		diary.File{Kind: "sleep", Device: diary.Device{Maker: "garmin", Product: 3290, Serial: 7}, Nights: []diary.Night{
			{Start: 1_770_000_000, End: 1_770_028_800}, // an older watch: no stages
		}},
		diary.File{Kind: "metrics", Device: diary.Device{Maker: "garmin", Product: 3290, Serial: 7}, Daily: []diary.DailyStamp{
			{At: 1_770_000_000, Name: "vo2max", Value: 51.2},
		}},
		gappyRun())
	byName := cmpopts.SortSlices(func(a, b diary.DailyStamp) bool { return a.Name < b.Name })
	for _, want := range files {
		b, err := fitfile.Encode(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fitfile.Read(b)
		if err != nil {
			t.Errorf("%s %s: %v", want.Kind, want.Name, err)
			continue
		}
		want.Hash, want.Name = [16]byte{}, ""
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty(), byName); diff != "" {
			t.Errorf("%s: -encoded +read:\n%s", want.Kind, diff)
		}
	}
}

// gappyRun is a treadmill run with a pause in it, a stop, a hole in the heart
// rate, and columns that were never recorded.
func gappyRun() diary.File {
	const start, steps = 1_770_000_000, 240
	a := diary.Activity{
		Start: start, Sport: diary.Running, Sub: "treadmill", Elapsed: steps * diary.TrackStep, Seconds: 1100,
		Meters: 3000, AvgHR: 140, MaxHR: 140,
		Track: diary.Track{HR: make([]uint8, steps), Speed: make([]uint16, steps), Power: make([]uint16, steps)},
	}
	for i := range steps {
		if i >= 100 && i < 120 { // paused: no records
			continue
		}
		a.Track.HR[i], a.Track.Speed[i], a.Track.Power[i] = 140, 2750, 230
		if i >= 60 && i < 66 {
			a.Track.HR[i] = 0
		}
		if i >= 70 && i < 73 {
			a.Track.Speed[i] = 1
		}
	}
	return diary.File{
		Kind: "activity", Device: diary.Device{Maker: "coros", Product: 841, Serial: 9},
		Clocks:     []diary.Clock{{At: start + 1200, Offset: -8 * 3600}},
		Activities: []diary.Activity{a},
	}
}

func TestEncodeRefuses(t *testing.T) {
	for name, f := range map[string]diary.File{
		"typed kind":    {Kind: "typed"},
		"maker":         {Kind: "sleep", Device: diary.Device{Maker: "acme"}},
		"typed value":   {Kind: "monitoring", Reported: diary.Reported{Typed: []diary.Typed{{Value: 50}}}},
		"resting RMSSD": {Kind: "hrv_status", HRV: []diary.HRVStamp{{Value: 50, Metric: diary.MetricRestingRR}}},
		"sport":         {Kind: "activity", Activities: []diary.Activity{{Sport: "quidditch"}}},
	} {
		if b, err := fitfile.Encode(f); err == nil {
			t.Errorf("%s: encoded as %d bytes", name, len(b))
		}
	}
}

// A record a second is the same run.
func TestEncodeSecondsReadsBackAlike(t *testing.T) {
	for _, f := range sampleFiles() {
		coarse, err := fitfile.Encode(f)
		if err != nil {
			t.Fatal(err)
		}
		fine, err := fitfile.EncodeSeconds(f)
		if err != nil {
			t.Fatal(err)
		}
		if f.Kind == "activity" && len(fine) < 4*len(coarse) {
			t.Errorf("%s: %d bytes by the second, %d by the step", f.Name, len(fine), len(coarse))
		}
		want, err := fitfile.Read(coarse)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fitfile.Read(fine)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: by the second it reads otherwise (-step +second):\n%s", f.Name, diff)
		}
	}
}
