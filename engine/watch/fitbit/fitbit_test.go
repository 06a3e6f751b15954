package fitbit

import (
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
)

const global = "takeout-001.zip/Takeout/Fitbit/Global Export Data/"

const sleep = `[{"logId":30000000001,"dateOfSleep":"2025-06-03","startTime":"2025-06-02T23:14:00.000","endTime":"2025-06-03T06:58:00.000","duration":27840000,"minutesToFallAsleep":0,"minutesAsleep":434,"minutesAwake":30,
  "minutesAfterWakeup":0,"timeInBed":464,"efficiency":94,"type":"stages","infoCode":0,"levels":{"summary":{"deep":{"count":4,"minutes":80,"thirtyDayAvgMinutes":78},"wake":{"count":30,"minutes":30},"light":{"minutes":250},"rem":{"minutes":104}},
  "data":[{"dateTime":"2025-06-02T23:14:00.000","level":"wake","seconds":390}],"shortData":[]},"mainSleep":true},
 {"logId":30000000002,"dateOfSleep":"2025-06-03","startTime":"2025-06-03T13:30:00.000","endTime":"2025-06-03T14:10:00.000","duration":2400000,"minutesAsleep":36,"minutesAwake":4,"type":"classic","infoCode":2,
  "levels":{"summary":{"asleep":{"minutes":36},"restless":{"minutes":4},"awake":{"minutes":0}},"data":[]},"mainSleep":false},
 {"logId":30000000001,"dateOfSleep":"2025-06-03","startTime":"2025-06-02T23:14:00.000","endTime":"2025-06-03T06:58:00.000","minutesAsleep":434,"type":"stages","levels":{"summary":{"deep":{"minutes":80},"wake":{"minutes":30},"light":{"minutes":250},"rem":{"minutes":104}}},"mainSleep":true},
 {"logId":30000000003,"dateOfSleep":"2025-06-04","startTime":"2025-06-03T23:14:00.000","endTime":"2025-06-04T06:58:00.000","minutesAsleep":0,"type":"classic","mainSleep":true}]`

const resting = `[{"dateTime":"06/03/25 00:00:00","value":{"date":"06/03/25","value":46.12,"error":6.79}},{"dateTime":"06/04/25 00:00:00","value":{"date":null,"value":0.0,"error":0.0}},
 {"dateTime":"06/05/25 00:00:00","value":{"date":"06/05/25","value":70.0,"error":100.0}}]`

const exercise = `[{"logId":40000000001,"activityName":"Run","activityTypeId":90009,"averageHeartRate":146,"calories":560,"distance":8.5234,"distanceUnit":"Kilometer","duration":2702000,"activeDuration":2695000,"steps":7500,"logType":"tracker","startTime":"06/03/25 05:30:00","hasGps":true},
 {"logId":40000000002,"activityName":"Juoksumatto","activityTypeId":90009,"distance":2.0,"distanceUnit":"Mile","duration":1200000,"startTime":"12/04/25 17:00:00"},
 {"logId":40000000003,"activityName":"Walk","activityTypeId":90013,"averageHeartRate":0,"duration":1200000,"startTime":"12/05/25 17:00:00"},{"logId":40000000003,"activityName":"Walk","duration":1200000,"startTime":"12/05/25 17:00:00"},
 {"logId":40000000004,"activityName":"Run","duration":0,"startTime":"12/06/25 17:00:00"},{"logId":40000000005,"activityName":"Run","duration":1000,"startTime":"25/06/25 17:00:00"}]`

const variability = "timestamp,rmssd,nremhr,entropy\n2025-06-03T00:00:00,46.912,55.2,2.7\n2025-06-04T00:00:00,0.0,0.0,0.0\n"

const dailyHRV = "timestamp,average heart rate variability milliseconds,non rem heart rate beats per minute,entropy,deep sleep root mean square of the successive differences milliseconds,data source\n" +
	"2025-06-02T16:00:00Z,51.2,50,2.1,60.0,Charge 5 Fitbit\n2025-06-04T05:00:00Z,52.2,50,2.1,61.0,Fitbit\n2025-06-05T00:00:00Z,0.0,,,,\n"

const dailyResting = "timestamp,beats per minute,data source\n2025-06-03T00:00:00Z,46.5,Fitbit\n2025-06-04T00:00:00Z,51,Garmin Connect\u2122 Health Kit\n2025-06-05T00:00:00Z,0.0,Fitbit\n"

const sleeps = "sleep_id,sleep_type,minutes_in_sleep_period,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source\n" +
	"7,STAGES,464,434,30,+02:00,2025-06-02T21:14:00Z,+02:00,2025-06-03T04:58:00Z,Fitbit\n8,STAGES,464,400,64,+00:00,2025-06-03 21:14:00,+00:00,2025-06-04 04:58:00,Fitbit\n9,STAGES,0,,,,2025-06-04 21:14:00,,,Fitbit\n"

var texts = map[string]string{
	global + "sleep-2025-06-01.json": sleep, global + "resting_heart_rate-2025-05-17.json": resting, global + "exercise-0.json": exercise,
	"Takeout/Fitbit/Heart Rate Variability/Daily Heart Rate Variability Summary - 2025-06-(3).csv": variability,
	"Physical Activity_GoogleData/daily_heart_rate_variability.csv":                                dailyHRV,
	"Physical Activity_GoogleData/daily_resting_heart_rate.csv":                                    dailyResting,
	"Health Fitness Data_GoogleData/UserSleeps_2025-06-01.csv":                                     sleeps,
}

// A night that stands in two chunks, or twice in one, is one; a nap is a nap; nothing
// slept is nothing known.
func TestSleep(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", sleep, `
		file
		clock 1970-01-01T00:00:00 +0
		night 2025-06-02T23:14:00 2025-06-03T06:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
		night 2025-06-03T13:30:00 2025-06-03T14:10:00 total 36 day 2025-06-03 nap`)
}

// Between the clock's two times lies an hour more in the night in which it goes back: the
// duration says so. No more than that is believed of it.
func TestNightOfTheClockChange(t *testing.T) {
	const night = `[{"logId":1,"dateOfSleep":"2025-10-26","startTime":"2025-10-25T23:20:00.000","endTime":"2025-10-26T06:50:00.000","duration":30600000,"minutesAsleep":480,"minutesAwake":30,"type":"stages",
	  "levels":{"summary":{"deep":{"minutes":80},"wake":{"minutes":30},"light":{"minutes":300},"rem":{"minutes":100}}},"mainSleep":true}]`
	sourcetest.Want(t, Formats, "a.json", night, `
		file
		clock 1970-01-01T00:00:00 +0
		night 2025-10-25T23:20:00 2025-10-26T06:50:00 light 300 deep 80 rem 100 wake 30 day 2025-10-26`)
	sourcetest.Want(t, Formats, "a.json", strings.Replace(night, "30600000", "34300000", 1), "other")
}

// 0.0 is no heart rate, and neither is the placeholder of a first day.
func TestResting(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", resting, `
		file
		resting 46.12 at 2025-06-03T12:00:00 day 2025-06-03`)
}

// Sessions are in UTC, whatever the sleep beside them is in.
func TestExercise(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", exercise, `
		file
		running at 2025-06-03T05:30:00 2695s of 2702s 8523.4m hr 146 max 0
		running at 2025-12-04T17:00:00 1200s of 1200s 3218.69m
		walking at 2025-12-05T17:00:00 1200s of 1200s 0m`)
}

// A day is that of the nearest midnight, and another maker's reading its own device's.
func TestDays(t *testing.T) {
	sourcetest.Want(t, Formats, "a.csv", variability, `
		file
		hrv overnight_rmssd 46.912 at 2025-06-03T12:00:00 day 2025-06-03`)
	sourcetest.Want(t, Formats, "a.csv", dailyHRV, `
		file
		hrv overnight_rmssd 51.2 at 2025-06-03T12:00:00 day 2025-06-03
		hrv overnight_rmssd 52.2 at 2025-06-04T12:00:00 day 2025-06-04`)
	sourcetest.Want(t, Formats, "a.csv", dailyResting, "file\nresting 46.5 at 2025-06-03T12:00:00 day 2025-06-03\n"+
		"file garmin connect\u2122 health kit\nresting 51 at 2025-06-04T12:00:00 day 2025-06-04")
	sourcetest.Want(t, Formats, "a.csv", sleeps, `
		file
		clock 2025-06-02T21:14:00 +120
		clock 2025-06-03T04:58:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 total 434
		night 2025-06-03T21:14:00 2025-06-04T04:58:00 total 400`)
}

// Scores, five minutes' HRV and every beat of the day are no signals.
func TestOther(t *testing.T) {
	for path, text := range map[string]string{
		"sleep_score.csv":                         "sleep_log_entry_id,timestamp,overall_score,composition_score,revitalization_score,duration_score,deep_sleep_in_minutes,resting_heart_rate,restlessness\n1,2025-06-03T04:58:00Z,81,20,20,40,80,46,0.05\n",
		"Heart Rate Variability Details - 1.csv":  "timestamp,rmssd,coverage,low_frequency,high_frequency\n2025-06-03T01:00:00,50.1,0.9,1,2\n",
		"heart_rate-2025-06-03.json":              `[{"dateTime":"06/03/25 05:30:05","value":{"bpm":118,"confidence":3}}]`,
		"heart_rate_2025-06-03.csv":               "timestamp,beats per minute,data source\n2025-06-03T05:30:05Z,118,Fitbit\n2025-06-03T05:30:10Z,118,Fitbit\n",
		"steps-2025-06-01.json":                   `[{"dateTime":"06/03/25 05:30:00","value":"12"}]`,
		global + "badge.json":                     `[{"encodedId":"1"}]`,
		"Takeout/Fitbit/Your Profile/Profile.csv": "id,full_name\n1,a\n",
		"Takeout/Google Health/a/notes.txt":       "Fitbit data",
		"daily_resting_heart_rate.csv":            "timestamp,beats per minute,data source\n",
		"x/Daily Heart Rate Variability.csv":      "timestamp,rmssd,nremhr,entropy\n",
	} {
		sourcetest.Want(t, Formats, path, text, "other")
	}
	for path, text := range map[string]string{"Takeout/Fitbit/Activities/1.tcx": `<?xml version="1.0"?><TrainingCenterDatabase/>`, "a.csv": "timestamp,rmssd\n1,2\n", "sleep.json": `[{"night":"2025-06-03"}]`} {
		sourcetest.Want(t, Formats, path, text, "unknown")
	}
}

func TestSpoilt(t *testing.T) {
	for path, text := range texts {
		sourcetest.Survive(t, Formats, path, text)
	}
}

func FuzzRead(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }
