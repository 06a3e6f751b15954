package sheet_test

import (
	"reflect"
	"strings"
	"testing"

	"rebound/app/sheet"
	"rebound/engine"
	"rebound/engine/diary"
	"rebound/engine/rule"
)

const day0 = diary.Date(20000)

func at(t diary.Date, hour float64) int64 { return int64(t)*86400 + int64(hour*3600) }

func days(files ...diary.File) []sheet.Day {
	return sheet.Days(engine.New(diary.Build(files, nil), rule.Default()))
}

func lines(b []byte) []string { return strings.Split(strings.TrimSuffix(string(b), "\r\n"), "\r\n") }

var watch = diary.Device{Maker: "garmin", Product: 4315, Serial: 7}

// night ends at seven on a date; minutes asleep, and a reading of each other signal.
func night(t diary.Date, minutes, hrv, rest float32) diary.File {
	return diary.File{Device: watch, Kind: "sleep",
		Nights:  []diary.Night{{Start: at(t, -1), End: at(t, 7), Light: minutes, Staged: true}},
		HRV:     []diary.HRVStamp{{At: at(t, 7), Value: hrv, Metric: diary.MetricOvernight}},
		Resting: []diary.Stamped{{At: at(t, 12), Value: rest}},
	}
}

func TestTables(t *testing.T) {
	nap := diary.File{Device: watch, Nights: []diary.Night{{Start: at(day0+1, 13), End: at(day0+1, 13.5), Light: 25, Staged: true}}}
	run := diary.File{Device: watch, Activities: []diary.Activity{{Start: at(day0, 16.5), Sport: diary.Running, Seconds: 3000, Elapsed: 3100, Meters: 8700, AvgHR: 141}}}
	lift := diary.File{Device: watch, Activities: []diary.Activity{{Start: at(day0, 18), Sport: "training", Seconds: 1200, Elapsed: 1200}}}
	said := diary.File{Kind: "typed", Reported: diary.Reported{Runs: []diary.Run{{Stamp: diary.Stamp{At: 1, Date: day0 + 2}, Minutes: 40, Km: 7}}}}
	got := days(night(day0, 452, 58.1, 48), nap, run, lift, said)
	for name, c := range map[string]struct {
		table []byte
		want  []string
	}{
		"days": {sheet.DaysCSV(got), []string{
			"date,hrv_ms,hrv_metric,hrv_moment,hrv_source,resting_hr_bpm,resting_hr_source,sleep_min,sleep_source,naps_min,sessions,session_min,run_km,by_hand",
			"2024-10-04,58.1,rmssd,night,garmin 4315,48.0,garmin 4315,452,garmin 4315,,2,70.0,8.70,",
			"2024-10-05,,,,,,,,,25,,,,",
			"2024-10-06,,,,,,,,,,1,40.0,7.00,",
		}},
		"sessions": {sheet.SessionsCSV(got), []string{
			"date,start,sport,min,km,avg_hr,source,also",
			"2024-10-04,2024-10-04T16:30:00Z,running,50.0,8.70,141,garmin 4315,",
			"2024-10-04,2024-10-04T18:00:00Z,training,20.0,,,garmin 4315,",
			"2024-10-06,,running,40.0,7.00,,typed,",
		}},
		"wellness": {sheet.WellnessCSV(got), []string{"date,restingHR,hrv,hrvSDNN,sleepSecs", "2024-10-04,48,58.1,,27120"}},
	} {
		if lines := lines(c.table); !reflect.DeepEqual(lines, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", name, lines, c.want)
		}
	}
}

// Whatever else told of a run is listed so that names with a blank in them stay whole.
func TestWhatElseToldOfARun(t *testing.T) {
	run := []diary.Activity{{Start: at(day0, 16.5), Sport: diary.Running, Seconds: 3000, Elapsed: 3100, Meters: 8700, AvgHR: 141}}
	other := diary.Device{Maker: "apple", Model: "Watch6,2"}
	got := lines(sheet.SessionsCSV(days(diary.File{Device: watch, Activities: run}, diary.File{Via: "apple", Device: other, Activities: run}, diary.File{Via: "strava", Activities: run})))
	if want := "garmin 4315,apple Watch6,2; strava"; len(got) != 2 || !strings.HasSuffix(strings.ReplaceAll(got[1], `"`, ""), want) {
		t.Errorf("%q, want one run that ends in %q", got, want)
	}
}

// SDNN stands in its own column, and nowhere as RMSSD.
func TestWellnessKeepsSDNNApart(t *testing.T) {
	got := lines(sheet.WellnessCSV(days(diary.File{Via: "apple", HRV: []diary.HRVStamp{{At: at(day0, 7), Value: 61, Metric: diary.MetricNightSDNN}}})))
	if got[1] != "2024-10-04,,,61.0," {
		t.Errorf("%q", got[1])
	}
}

// The series that the assessment reads comes first, whatever the others say.
func TestTheSeriesThatIsReadComesFirst(t *testing.T) {
	var files []diary.File
	for d := range diary.Date(40) {
		f := night(day0+d, 430, 50, 50)
		f.Device = diary.Device{Maker: "oura"}
		files = append(files, f)
	}
	files = append(files, night(day0+39, 400, 40, 44))
	for k, s := range days(files...)[39].Signals {
		if s.Source != "oura" || len(s.Others) != 1 || s.Others[0].Source != "garmin 4315" {
			t.Errorf("%v: %+v", diary.Kind(k), s)
		}
	}
}

// What the runner typed and corrected is marked.
func TestByHand(t *testing.T) {
	stamp := func(d diary.Date) diary.Stamp { return diary.Stamp{At: at(d, 8), Date: d} }
	got := days(night(day0, 400, 50, 50), diary.File{Kind: "typed", Reported: diary.Reported{
		Typed:       []diary.Typed{{Stamp: stamp(day0 + 1), Kind: diary.RestingHR, Value: 51}},
		Corrections: []diary.Correction{{Stamp: stamp(day0), Kind: diary.Sleep, Value: 430}},
	}})
	if s := got[0].Signals[diary.Sleep]; s.Value != 430 || s.By != diary.Corrected {
		t.Errorf("corrected: %+v", s)
	}
	if s := got[1].Signals[diary.RestingHR]; s.Value != 51 || s.By != diary.ByHand || s.Source != "garmin 4315" {
		t.Errorf("typed: %+v", s)
	}
	if rows := lines(sheet.DaysCSV(got)); !strings.HasSuffix(rows[1], ",sleep") || !strings.HasSuffix(rows[2], ",resting_hr") {
		t.Errorf("%q", rows)
	}
}

// A name in a file is text: never a formula, and never the end of a cell.
func TestCellsAreText(t *testing.T) {
	for name, want := range map[string]string{
		`=HYPERLINK("http://a","b")`: `"'=HYPERLINK(""http://a"",""b"")"`,
		"+1":                         "'+1", "-1": "'-1", "@a": "'@a", "\ta": "'\ta",
		"a,b": `"a,b"`, "a\nb": "\"a\nb\"", "a": "a",
		"\x1b[1mb\u202ec\u2066": "[1mbc", "\u202e\x00=1": "'=1",
	} {
		f := diary.File{Device: diary.Device{Maker: name}, Resting: []diary.Stamped{{At: at(day0, 12), Value: 50}}}
		if row := lines(sheet.DaysCSV(days(f)))[1]; !strings.HasPrefix(row, "2024-10-04,,,,,50.0,"+want+",,") {
			t.Errorf("%q: %q", name, row)
		}
	}
}
