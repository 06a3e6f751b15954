package healthexport

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
)

const summed = `{"data":{"metrics":[{"name":"resting_heart_rate","units":"count/min","data":[{"date":"2025-06-03 00:00:00 +0200","qty":46,"source":"Lea’s Watch"},{"qty":0,"date":"2025-06-04 00:00:00 +0200"}]},
 {"name":"heart_rate_variability","units":"ms","data":[{"date":"2025-06-03 00:00:00 +0200","qty":61.25,"source":"Lea’s Watch"}]},
 {"name":"heart_rate","units":"count/min","data":[{"date":"2025-06-03 00:00:00 +0200","Min":43,"Avg":61,"Max":171}]},
 {"name":"sleep_analysis","units":"hr","data":[{"date":"2025-06-03 00:00:00 +0200","totalSleep":7.2333333,"asleep":0,"core":4.1666667,"deep":1.3333333,"rem":1.7333333,"awake":0.5,"inBed":7.9,
   "sleepStart":"2025-06-02 23:14:00 +0200","sleepEnd":"2025-06-03 06:58:00 +0200","inBedStart":"2025-06-02 23:00:00 +0200","inBedEnd":"2025-06-03 07:00:00 +0200","source":"Lea’s Watch"},
   {"date":"2025-06-04 00:00:00 +0200","asleep":6.5,"inBed":8},{"date":"2025-06-05 00:00:00 +0200","inBed":8,"asleep":0}]}],
 "workouts":[{"id":"A","name":"Outdoor Run","start":"2025-06-03 07:30:00 +0200","end":"2025-06-03 08:15:02 +0200","duration":2695.5,"distance":{"qty":8.5234,"units":"km"},"avgHeartRate":{"qty":146.2,"units":"bpm"},"maxHeartRate":{"qty":168,"units":"bpm"},
   "heartRateData":[{"date":"2025-06-03 07:30:00 +0200","Min":90,"Avg":95.4,"Max":101},{"date":"2025-06-03 07:31:00 +0200","Avg":120},{"date":"2025-06-03 09:31:00 +0200","Avg":60}]}]}}`

const rows = `{"data":{"metrics":[{"units":"hr","data":[%s],"name":"sleep_analysis"},{"data":[%s],"units":"ms","name":"heart_rate_variability"}]}}`

func stage(from, to, value, source string) string {
	return fmt.Sprintf(`{"startDate":"2025-06-%s:00 +0200","endDate":"2025-06-%s:00 +0200","value":"%s","qty":1,"source":"%s"}`, from, to, value, source)
}

func hrv(at string, ms float64) string {
	return fmt.Sprintf(`{"date":"2025-06-%s:00 +0200","qty":%g,"source":"W"}`, at, ms)
}

var stages = fmt.Sprintf(rows, strings.Join([]string{
	stage("02 23:14", "03 03:24", "Core", "W"), stage("03 03:24", "03 04:44", "Deep", "W"), stage("03 04:44", "03 05:14", "Awake", "W"), stage("03 05:14", "03 06:58", "REM", "W"),
	stage("02 23:00", "03 07:00", "In Bed", "W"), stage("02 23:14", "03 06:58", "Asleep", "Night App"),
	stage("03 13:30", "03 14:06", "Core", "W"),
}, ","), strings.Join([]string{hrv("03 01:00", 58), hrv("03 02:00", 61), hrv("03 05:00", 70), hrv("03 13:45", 95), hrv("03 15:00", 34)}, ","))

var texts = map[string]string{"summed.json": summed, "stages.json": stages, "ways.json": ways}

// ways is a run with the distance of each minute.
var ways = `{"data":{"workouts":[{"name":"Outdoor Run","start":"2025-06-03 07:30:00 +0200","end":"2025-06-03 07:40:00 +0200","heartRateData":[` + points(`"Avg":140`, 10) + `],"walkingAndRunningDistance":[` + points(`"qty":0.18,"units":"km"`, 10) + `]}]}}`

// In bed is not asleep, asleep is 0 beside stages, and a heart rate that is not resting is
// none; a day's mean of SDNN is of no moment.
func TestSummed(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", summed, `
		file apple
		clock 2025-06-02T21:14:00 +120
		clock 2025-06-03T22:00:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30
		slept 390 at 2025-06-04T12:00:00 day 2025-06-04
		resting 46 at 2025-06-03T12:00:00 day 2025-06-03
		hrv any_sdnn 61.25 at 2025-06-03T12:00:00 day 2025-06-03
		running at 2025-06-03T05:30:00 2695.5s of 2702s 8523.4m hr 146 max 168 track 13`)
}

// Rows of stages are a night; another app's whole night is not added, nor is what a nap
// has; HRV is the median of the readings in the sleep, and the afternoon's stays out. The
// points of a metric may come before its name.
func TestStages(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", stages, `
		file apple
		clock 2025-06-02T21:14:00 +120
		clock 2025-06-03T13:00:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30
		night 2025-06-03T11:30:00 2025-06-03T12:06:00 light 36 deep 0 rem 0 wake 0
		hrv overnight_sdnn 61 at 2025-06-03T12:00:00 day 2025-06-03`)
	// None of the readings in a sleep: the day's median, of any hour.
	sourcetest.Want(t, Formats, "a.json", fmt.Sprintf(rows, "", hrv("03 15:00", 34)+","+hrv("03 16:00", 40)), `
		file apple
		clock 2025-06-03T13:00:00 +120
		clock 2025-06-03T14:00:00 +120
		hrv any_sdnn 37 at 2025-06-03T12:00:00 day 2025-06-03`)
	// iOS 27's RMSSD is no SDNN.
	sourcetest.Want(t, Formats, "a.json", `{"data":{"metrics":[{"name":"heart_rate_variability_rmssd","units":"ms","data":[{"date":"2025-06-03 03:00:00","qty":48}]}]}}`, `
		file apple
		clock 1970-01-01T00:00:00 +0
		hrv any_rmssd 48 at 2025-06-03T03:00:00 day 2025-06-03`)
}

// A text that ends in the midst of a night does not say how long that was, nor which
// readings are of it; the nights before it are whole.
func TestEndsInANight(t *testing.T) {
	one := stage("02 23:14", "03 03:24", "Core", "W") + "," + stage("03 03:24", "03 06:58", "Deep", "W")
	two := one + "," + stage("03 23:14", "04 01:24", "Core", "W") + "," + stage("04 01:24", "04 03:24", "Deep", "W")
	const head = `{"data":{"metrics":[{"name":"sleep_analysis","units":"hr","data":[`
	sourcetest.Want(t, Formats, "a.json", head+two, `
		file apple
		clock 2025-06-02T21:14:00 +120
		clock 2025-06-03T04:58:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 214 rem 0 wake 0
		partial`)
	sourcetest.Want(t, Formats, "a.json", head+one, "error damaged")
	sourcetest.Want(t, Formats, "a.json", head+one+`]},{"name":"heart_rate_variability","units":"ms","data":[`+hrv("03 03:00", 58)+`,{"date`, `
		file apple
		clock 2025-06-02T21:14:00 +120
		clock 2025-06-03T04:58:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 214 rem 0 wake 0
		hrv overnight_sdnn 58 at 2025-06-03T12:00:00 day 2025-06-03
		partial`)
	const before = `{"data":{"metrics":[{"name":"heart_rate_variability","units":"ms","data":[`
	sourcetest.Want(t, Formats, "a.json", before+hrv("03 03:00", 58)+`]},{"name":"sleep_ana`, `
		file apple
		clock 2025-06-03T01:00:00 +120
		partial`)
	sourcetest.Want(t, Formats, "a.json", before+hrv("03 00:00", 58)+`]},{"name":"sleep_ana`, `
		file apple
		clock 2025-06-02T22:00:00 +120
		hrv any_sdnn 58 at 2025-06-03T12:00:00 day 2025-06-03
		partial`)
}

func TestOtherDocuments(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", `{"data":{"metrics":[{"name":"step_count","units":"count","data":[{"qty":9120,"date":"2025-06-03 00:00:00 +0200"}]}]}}`, "other")
	sourcetest.Want(t, Formats, "a.json", `{"data":[{"score":1}]}`, "unknown")
	sourcetest.Want(t, Formats, "a.json", summed[:110], "error damaged")
}

func TestSpoiltDocuments(t *testing.T) {
	for path, text := range texts {
		for how, spoilt := range sourcetest.Spoilt(text) {
			a, _, _ := sourcetest.Read(Formats, path, []byte(text))
			if b, _, err := sourcetest.Read(Formats, path, []byte(spoilt)); err != nil || sourcetest.Show(a) != sourcetest.Show(b) {
				t.Errorf("%s %s: %v\n%s", path, how, err, sourcetest.Show(b))
			}
		}
		for n := range text {
			list, _, _ := sourcetest.Read(Formats, path, []byte(text[:n]))
			for i := range list {
				sourcetest.Check(t, &list[i], len(text))
			}
		}
	}
}

func FuzzDocument(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }

// A run's speed is its route's, else of the distance of each minute; what stands in the
// time of no minute is none.
func TestRunsSpeed(t *testing.T) {
	run := func(name, more string) string {
		return `{"data":{"workouts":[{"name":"` + name + `","start":"2025-06-03 07:30:00 +0200","end":"2025-06-03 07:40:00 +0200","duration":600,"elevationUp":{"qty":40,"units":"ft"},"heartRateData":[` +
			points(`"Avg":140`, 10) + `]` + more + `}]}}`
	}
	for name, c := range map[string]struct {
		text string
		want uint16 // mm/s of the 90th second
	}{
		"each minute":       {run("Outdoor Run", `,"walkingAndRunningDistance":[`+points(`"qty":0.18,"units":"km"`, 10)+`]`), 3000},
		"in miles":          {run("Outdoor Run", `,"walkingAndRunningDistance":[`+points(`"qty":0.1,"units":"mi"`, 10)+`]`), 2682},
		"a route":           {run("Outdoor Run", `,"route":[`+points(`"timestamp":"","latitude":48,"longitude":2,"speed":3.5`, 10)+`],"walkingAndRunningDistance":[`+points(`"qty":0.18,"units":"km"`, 10)+`]`), 0},
		"no unit":           {run("Outdoor Run", `,"walkingAndRunningDistance":[`+points(`"qty":0.18`, 10)+`]`), 0},
		"one":               {run("Outdoor Run", `,"walkingAndRunningDistance":[`+points(`"qty":0.18,"units":"km"`, 1)+`]`), 0},
		"of a ride":         {run("Cycling", `,"walkingAndRunningDistance":[`+points(`"qty":0.18,"units":"km"`, 10)+`]`), 0},
		"none":              {run("Outdoor Run", ``), 0},
		"none was recorded": {run("Outdoor Run", `,"walkingAndRunningDistance":[]`), 0},
	} {
		list, _, err := sourcetest.Read(Formats, "a.json", []byte(c.text))
		if err != nil || len(list) != 1 || len(list[0].Activities) != 1 {
			t.Fatalf("%s: %+v, %v", name, list, err)
		}
		a := list[0].Activities[0]
		if a.AvgHR != 140 || math.Abs(float64(a.Ascent)-12.192) > 0.001 || len(a.Track.HR) == 0 {
			t.Errorf("%s: %+v", name, a)
		}
		if got := a.Track.Speed; c.want > 0 && (len(got) < 120 || got[18] != c.want) || c.want == 0 && len(got) > 18 && got[18] != 0 {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// points are so many, a minute apart from 07:30.
func points(of string, n int) string {
	var out []string
	for i := range n {
		at := fmt.Sprintf("2025-06-03 07:%02d:00 +0200", 30+i)
		out = append(out, `{"date":"`+at+`",`+strings.Replace(of, `"timestamp":""`, `"timestamp":"`+at+`"`, 1)+`}`)
	}
	return strings.Join(out, ",")
}
