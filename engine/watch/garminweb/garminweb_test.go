package garminweb

import (
	"fmt"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const sleep = `Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time
"Jun 4, 2025",--,--,--,--,--,--,--,--,8h 0min,--,--
"Jun 3, 2025",81,46,58,--,14.00,58,Good,7h 14min,8h 0min,11:14 PM,6:58 AM
"Jun 2, 2025",77,47,58,--,14.00,55,Good,6h 0min,8h 0min,12:30 AM,6:58 AM
"Jun 1, 2025",77,47,58,--,14.00,0,Good,6h 0min,8h 0min,--,--
`

const sleepSays = `file garmin
	clock 1970-01-01T00:00:00 +0
	night 2025-06-02T23:14:00 2025-06-03T06:58:00 total 434 day 2025-06-03
	night 2025-06-02T00:30:00 2025-06-02T06:58:00 total 360 day 2025-06-02
	slept 360 at 2025-06-01T12:00:00 day 2025-06-01
	resting 46 at 2025-06-03T06:58:00 day 2025-06-03
	resting 47 at 2025-06-02T06:58:00 day 2025-06-02
	resting 47 at 2025-06-01T12:00:00 day 2025-06-01
	hrv overnight_rmssd 58 at 2025-06-03T06:58:00 day 2025-06-03
	hrv overnight_rmssd 55 at 2025-06-02T06:58:00 day 2025-06-02`

func TestSleep(t *testing.T) {
	sourcetest.Want(t, Formats, "Sleep.csv", sleep, sleepSays)
	// Twenty-four hours, ISO, semicolons, another language, a title above.
	german := strings.NewReplacer("\"", "", ",", ";", "11:14 PM", "23:14", "12:30 AM", "00:30", "6:58 AM", "06:58", "Jun 4, 2025", "2025-06-04", "Jun 3, 2025", "2025-06-03", "Jun 2, 2025", "2025-06-02", "Jun 1, 2025", "2025-06-01",
		"Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time",
		"Schlafscore 4 Wochen;Score;Ruheherzfrequenz;Body Battery;Pulsoximeter;Atmung;HFV-Status;Qualität;Dauer;Schlafbedarf;Schlafenszeit;Aufwachzeit", "14min", "14 Min.", "7h", "7 Std.").Replace(sleep)
	sourcetest.Want(t, Formats, "Schlaf.csv", "Schlaf\n"+german, sleepSays)
}

// The mean of seven days is no night's HRV.
func TestSevenDays(t *testing.T) {
	for _, header := range []string{
		"Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,Skin Temp Change,7 Day Average HRV ,Quality,Duration,Sleep Need,Bedtime,Wake Time",
		"Schlafscore 4 Wochen,Score,Ruhe-HF,Body Battery,Pulsox,Atmung,Hauttemperatur,Durchschnittliche HFV 7 Tage,Qualität,Dauer,Bedarf,Schlafenszeit,Aufwachzeit",
	} {
		sourcetest.Want(t, Formats, "Sleep (1).csv", header+"\n\"Jun 3, 2025\",80,46,60,--,13.00,--,49,Good,7h 14min,8h 0min,11:14 PM,6:58 AM\n", `file garmin
			clock 1970-01-01T00:00:00 +0
			night 2025-06-02T23:14:00 2025-06-03T06:58:00 total 434 day 2025-06-03
			resting 46 at 2025-06-03T06:58:00 day 2025-06-03`)
	}
}

// A date without a year is the newest that is not after the day of the file.
func TestNoYear(t *testing.T) {
	const head = "Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time\n"
	content := head + "Jan 2,81,46,58,--,14,58,Good,7h 14min,8h,11:14 PM,6:58 AM\nDec 31,81,47,58,--,14,57,Good,7h 14min,8h,11:14 PM,6:58 AM\n"
	for written, want := range map[string]string{"2026-01-02": "[2026-01-02 2025-12-31]", "2026-12-30": "[2026-01-02 2025-12-31]", "2025-12-31": "[2025-01-02 2025-12-31]", "": "[]"} {
		f := tabletest.File("Sleep.csv", content)
		if written != "" {
			d, err := diary.ParseDate(written)
			if err != nil {
				t.Fatal(err)
			}
			f.Written = int64(d)*86400 - 3600 // east of Greenwich it is that day already
		}
		list, err := readSleep(f)
		got := []string{}
		for _, f := range list {
			for _, r := range f.Resting {
				got = append(got, r.Day.String())
			}
		}
		if fmt.Sprint(got) != want || (err != nil) != (want == "[]") {
			t.Errorf("written %s: %v, %v; want %s", written, got, err, want)
		}
	}
	leap, _ := newest(diary.DateOf(2000, 2, 29), diary.DateOf(2026, 3, 1))
	if leap.String() != "2024-02-29" {
		t.Error(leap)
	}
}

func TestWeeks(t *testing.T) {
	for _, content := range []string{
		"Date,Avg Score,Avg Resting Heart Rate,Avg Duration,Avg Bedtime,Avg Wake Time\nNov 1-7,81,46,7h 14min,11:14 PM,6:58 AM\nOct 25-31,81,46,7h 14min,11:14 PM,6:58 AM\n",
		"Sleep Score 1 Year,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time\nOct 26 - Nov 1,81,46,58,--,14,58,Good,7h 14min,8h,11:14 PM,6:58 AM\n",
		"Date,Overnight HRV,Baseline,7d Avg\nNov 1-7,34 ms,31ms - 41ms,36 ms\n",
		"Date,Resting Heart Rate\nNov 1-7,51 bpm\n",
	} {
		sourcetest.Want(t, Formats, "x.csv", content, "error weekly")
	}
}

const (
	hrv      = "HRV Status\n\nDate,Overnight HRV,Baseline,7d Avg\n2025-06-03,58 ms,48ms - 66ms,55 ms\n2025-06-04,--,48ms - 66ms,55 ms\n"
	restings = "Resting Heart Rate 4 Weeks,Resting Heart Rate,High Heart Rate\n2025-06-03,46 bpm,171 bpm\n2025-06-04,--,171 bpm\n"
)

func TestReports(t *testing.T) {
	says := "file garmin\nclock 1970-01-01T00:00:00 +0\nhrv overnight_rmssd 58 at 2025-06-03T12:00:00 day 2025-06-03"
	sourcetest.Want(t, Formats, "x.csv", hrv, says)
	sourcetest.Want(t, Formats, "x.csv", "Datum;Nächtliche HFV;Grundlinie;7-Tage-Schnitt\n2025-06-03;58 ms;48ms - 66ms;55 ms\n", says)
	sourcetest.Want(t, Formats, "x.csv", restings, "file garmin\nclock 1970-01-01T00:00:00 +0\nresting 46 at 2025-06-03T12:00:00 day 2025-06-03")
	sourcetest.Want(t, Formats, "x.csv", "Date,Resting Heart Rate\n2025-06-03,46\n", "unknown") // anybody's
}

const activities = `Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Stride Length,Avg Run Cadence,Moving Time,Elapsed Time
"Running","2025-06-03 07:30:00","false","Morning, Run","8.52","1,012","00:45:02","146","168","3.1","170","181","1.12","170","00:44:50","00:47:00"
"Trail Running","2025-06-04 07:30:00","true","x","10.20","1,012","01:02:00.5","--","--","3.1","--","--","--","--","--","--"
"Strength Training","2025-06-05 18:30:00","false","y","0.00","112","00:30:00","101","140","--","--","--","--","--","--","--"
"Pool Swim","2025-06-06 18:30:00","false","z","1,500","412","00:30:00","121","140","--","--","--","--","--","--","--"
`

const activitiesSay = `file garmin
	clock 1970-01-01T00:00:00 +0
	running at 2025-06-03T07:30:00 2702s of 2820s 8520m hr 146 max 168
	running trail at 2025-06-04T07:30:00 3720.5s of 3720.5s 10200m
	training at 2025-06-05T18:30:00 1800s of 1800s 0m hr 101 max 140
	swimming at 2025-06-06T18:30:00 1800s of 1800s 0m hr 121 max 140`

func TestActivities(t *testing.T) {
	sourcetest.Want(t, Formats, "Activities.csv", activities, activitiesSay)
	// In miles, with strides in feet or in metres; in neither, where nothing says it.
	miles := strings.NewReplacer("8.52", "5.29", "10.20", "6.34", "1.12", "3.67").Replace(activities)
	for stride, meters := range map[string]string{"3.67": "8513.43m", "1.12": "8513.43m", "--": "0m", "9": "0m"} {
		got, _, _ := sourcetest.Read(Formats, "x.csv", []byte(strings.ReplaceAll(miles, "3.67", stride)))
		if !strings.Contains(sourcetest.Show(got), "2820s "+meters) {
			t.Errorf("stride %s: %s", stride, sourcetest.Show(got))
		}
	}
	american := "Activity Type,Date,Favorite,Title,Distance,Calories,Time\nRunning,6/26/2026 6:04 AM,false,x,5.00,300,45:02\n"
	sourcetest.Want(t, Formats, "x.csv", american, "file garmin\nclock 1970-01-01T00:00:00 +0\nrunning at 2026-06-26T06:04:00 2702s of 2702s 0m")
	german := "Aktivitätstyp;Datum;Favorit;Titel;Distanz;Kalorien;Zeit;Ø Herzfrequenz;Maximale Herzfrequenz;a;b;c\nLaufen;2025-06-03 07:30:00;false;x;8,52;612;00:45:02;146;168;;;\n"
	sourcetest.Want(t, Formats, "x.csv", german, "file garmin\nclock 1970-01-01T00:00:00 +0\nrunning at 2025-06-03T07:30:00 2702s of 2702s 8520m hr 146 max 168")
}

func TestBroken(t *testing.T) {
	for path, content := range map[string]string{"sleep": sleep, "activities": activities} {
		tabletest.Broken(t, Formats, path, content, ',')
	}
	for _, content := range []string{hrv, restings} {
		for n := range content {
			sourcetest.Read(Formats, "x.csv", []byte(content[:n]))
		}
	}
}

func FuzzReports(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"sleep": sleep, "hrv": hrv, "resting": restings, "activities": activities})
}
