package oura

import (
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const periods = `id;average_breath;average_heart_rate;average_hrv;awake_time;bedtime_end;bedtime_start;day;deep_sleep_duration;efficiency;light_sleep_duration;lowest_heart_rate;readiness;rem_sleep_duration;time_in_bed;total_sleep_duration;type
p1;14.5;50.1;58;1800;2025-06-03T06:58:00.000+02:00;2025-06-02T23:14:00.000+02:00;2025-06-03;4800;93;15000;44;"{""contributors"": {""hrv_balance"": 71, ""resting_heart_rate"": 86}, ""score"": 78}";6240;27840;26040;long_sleep
p2;14.5;60.1;33;240;2025-06-03T14:10:00.000+02:00;2025-06-03T13:30:00.000+02:00;2025-06-03;0;90;2160;57;;0;2400;2160;late_nap
p3;14.5;60.1;44;0;2025-06-04T14:10:00.000+02:00;2025-06-04T13:30:00.000+02:00;2025-06-04;0;90;2160;57;;0;2400;2160;deleted
p4;14.5;60.1;44;0;2025-06-04T15:10:00.000+02:00;2025-06-04T14:30:00.000+02:00;2025-06-04;0;90;2160;57;;0;2400;2160;rest
p5;14.5;50.1;51;0;2025-06-03T22:00:00.000+02:00;2025-06-03T18:00:00.000+02:00;2025-06-03;0;93;12000;49;;0;14400;12000;long_sleep
`

func TestPeriods(t *testing.T) {
	sourcetest.Want(t, Formats, "App Data/sleepmodel.csv", periods, `file
		clock 2025-06-03T04:58:00 +120
		clock 2025-06-03T20:00:00 +120
		night 2025-06-03T11:30:00 2025-06-03T12:10:00 light 36 deep 0 rem 0 wake 4 day 2025-06-03 nap
		night 2025-06-03T16:00:00 2025-06-03T20:00:00 light 200 deep 0 rem 0 wake 0 day 2025-06-03
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
		resting 44 at 2025-06-03T04:58:00 day 2025-06-03
		hrv overnight_rmssd 58 at 2025-06-03T04:58:00 day 2025-06-03`)
}

const trends = `date,Sleep Score,Total Sleep Duration,Awake Time,REM Sleep Duration,Light Sleep Duration,Deep Sleep Duration,Average Resting Heart Rate,Lowest Resting Heart Rate,Average HRV,Temperature Deviation (°C),Bedtime Start,Bedtime End,HRV Balance Score
2025-06-03,81,26040,1800,6240,15000,4800,50.1,44,58,0.1,2025-06-02T23:14:00.000+02:00,2025-06-03T06:58:00.000+02:00,71
2025-06-04,None,None,None,None,None,None,None,None,None,None,None,None,None
2025-06-05,80,25200,,,,,,0,NaN,,,,
`

// What is picked and what is called is different in every export; an average is not the
// resting heart rate, a balance is not an HRV.
func TestTrends(t *testing.T) {
	sourcetest.Want(t, Formats, "oura_trends.csv", trends, `file
		clock 2025-06-03T04:58:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
		slept 420 at 2025-06-05T12:00:00 day 2025-06-05
		resting 44 at 2025-06-03T04:58:00 day 2025-06-03
		hrv overnight_rmssd 58 at 2025-06-03T04:58:00 day 2025-06-03`)
	sourcetest.Want(t, Formats, "x.csv", "date,Sleep Timing,Sleep Timing,Total Sleep Time,REM Sleep Time,Light Sleep Time,Deep Sleep Time,Total Bedtime ,Lowest Resting Heart Rate\r\n2020-06-03,1,2,26040,6240,15000,4800,27840,44\r\n", `file
		clock 1970-01-01T00:00:00 +0
		slept 434 at 2020-06-03T12:00:00 day 2020-06-03
		resting 44 at 2020-06-03T12:00:00 day 2020-06-03`)
}

func TestLeft(t *testing.T) {
	for path, content := range map[string]string{
		"a.csv":                         "id;contributors;day;score;timestamp\n1;\"{\"\"resting_heart_rate\"\": 86}\";2025-06-03;81;2025-06-03T00:00:00\n",
		"b.csv":                         "bpm;source;timestamp\n51;sleep;2025-06-03T00:00:00+02:00\n",
		"zip/App Data/ringbattery.csv":  "charging;level\nfalse;51\n",
		"zip/App Data/DailyStress.csv":  "id;day;day_summary\n1;2025-06-03;normal\n",
		"zip/app data/workout.csv":      "id;activity;start_datetime\n1;running;2025-06-03T00:00:00+02:00\n",
		"zip/App Data/dailyresili.csv":  "id;contributors;day;level\n1;x;2025-06-03;solid\n",
		"zip/App Data/header only.csv":  "id;day\n",
		"zip/App Data/DailyReady.csv":   "id;contributors;day;score\n1;x;2025-06-03;71\n",
		"zip/App Data/sleeptime.csv":    "id;day;optimal_bedtime\n1;2025-06-03;\n",
		"zip/App Data/enhancedtag.csv":  "id;start_day;tag\n1;2025-06-03;x\n",
		"zip/App Data/dailyactive.csv":  "id;active_calories;day\n1;300;2025-06-03\n",
		"zip/App Data/cardioage.csv":    "day;vascular_age\n2025-06-03;40\n",
		"zip/App Data/temperature.csv":  "timestamp;skin_temp\n2025-06-03T00:00:00+02:00;34.1\n",
		"zip/App Data/ringconfigur.csv": "id;color;design\n1;black;x\n",
	} {
		sourcetest.Want(t, Formats, path, content, "other")
	}
	sourcetest.Want(t, Formats, "a.csv", "date,rhr\n2025-06-03,50\n", "unknown")
}

func TestTablesBroken(t *testing.T) {
	for comma, content := range map[rune]string{';': periods, ',': trends} {
		tabletest.Broken(t, Formats, "x.csv", content, comma)
	}
}

func FuzzTables(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"sleepmodel.csv": periods, "trends.csv": trends})
}

// Saved again by a spreadsheet, the dates are those of its country, and numbers have a
// comma.
func TestSpreadsheet(t *testing.T) {
	sourcetest.Want(t, Formats, "x.csv", "date;Total Sleep Duration;Lowest Resting Heart Rate;Average HRV\n03/06/2025;26040;44,5;58\n14/06/2025;;;\n", `file
		clock 1970-01-01T00:00:00 +0
		slept 434 at 2025-06-03T12:00:00 day 2025-06-03
		resting 44.5 at 2025-06-03T12:00:00 day 2025-06-03
		hrv overnight_rmssd 58 at 2025-06-03T12:00:00 day 2025-06-03`)
}
