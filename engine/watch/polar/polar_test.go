package polar

import (
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
)

const nights = `[{"night":"2025-06-03","evaluation":{"sleepType":"X","sleepSpan":"PT7H44M","asleepDuration":"PT7H14M","analysis":{"efficiencyPercent":93.5,"continuityIndex":NaN},"interruptions":{"totalDuration":"PT30M","totalCount":14},
  "phaseDurations":{"wake":"PT30M","rem":"PT1H44M","light":"PT4H10M","deep":"PT1H20M","unknown":"PT0S"}},
  "sleepResult":{"hypnogram":{"sleepStart":"2025-06-02T23:14:00.000+02:00","sleepEnd":"2025-06-03T06:58:00.000+02:00","sleepStateChanges":[{"offsetFromStart":"PT0S","state":"WAKE"},{"offsetFromStart":"PT6M30S","state":"NONREM2"}]}}},
 {"night":"2017-06-04","evaluation":{"asleepDuration":"PT6H"},"sleepResult":{"hypnogram":{"sleepStart":"2017-06-03T23:00:00.000+02:00","sleepEnd":"2017-06-04T06:00:00.000+02:00"}}},
 {"night":"2025-06-05","evaluation":{"asleepDuration":"PT6H30M"},"sleepResult":{"hypnogram":{"sleepStart":"2025-06-04T23:00:00.000","sleepEnd":"2025-06-05T06:00:00.000"}}},
 {"night":"2025-06-06","evaluation":{"asleepDuration":"PT6H53M30S"}},
 {"night":"2025-06-07","evaluation":{"asleepDuration":"PT0S","phaseDurations":{"light":"PT0S"}},"sleepResult":{"hypnogram":{"sleepStart":"2025-06-06T23:00:00.000+02:00","sleepEnd":"2025-06-07T06:00:00.000+02:00"}}}]`

const recovery = `[{"night":"2025-06-03","meanNightlyRecoveryRri":1240,"meanNightlyRecoveryRmssd":52,"meanBaselineRmssd":49,"ansStatus":NaN,"recoveryIndicator":5},
 {"night":"2025-06-04","meanNightlyRecoveryRri":1230,"ansStatus":"NaN"},{"night":"2025-06-05","meanNightlyRecoveryRri":1230,"meanNightlyRecoveryRmssd":NaN}]`

const session = `{"identifier":{"id":"900000001"},"created":"2025-06-03T06:20:00.000","startTime":"2025-06-03T07:30:00.000","stopTime":"2025-06-03T08:15:12.000","timezoneOffsetMinutes":120,
 "durationMillis":2702000,"distanceMeters":8523.4,"hrAvg":146,"hrMax":168,"sport":{"id":"1"},"physicalInformation":{"restingHeartRate":55,"weight":NaN},
 "exercises":[{"startTime":"2025-06-03T07:30:00.000","samples":{"samples":[{"type":"HEART_RATE","intervalMillis":1000,"values":[92,93,NaN,"NaN",96,100,0,110,112,114,120]},
  {"type":"SPEED","intervalMillis":1000,"values":[0.0,10.9,10.8,10.8,10.8,10.8]},{"type":"ALTITUDE","intervalMillis":1000,"values":[0,0,0,12.5,12.5,12.5,12.5]}]},
  "routes":{"route":{"startTime":"2025-06-03T07:30:02.000","wayPoints":[{"elapsedMillis":0,"latitude":48.1,"longitude":2.1,"altitude":12}]}},"laps":{}}]}`

const oldSession = `{"exportVersion":"1.6","name":"Running","startTime":"2019-01-18T12:23:32.000","stopTime":"2019-01-18T12:53:32.000","timeZoneOffset":60,"distance":5000.0,"duration":"PT29M40S",
 "maximumHeartRate":171,"averageHeartRate":150,"physicalInformationSnapshot":{"dateTime":"2019-01-18T12:23:32.000","restingHeartRate":57},
 "exercises":[{"startTime":"2019-01-18T12:23:32.000","stopTime":"2019-01-18T12:53:32.000","timezoneOffset":60,"duration":"PT29M40S","distance":5000.0,"sport":"TRAIL_RUNNING","ascent":80.0,
  "heartRate":{"min":90,"avg":150,"max":171},"samples":{"heartRate":[{"dateTime":"2019-01-18T12:23:32.000","value":90},{"dateTime":"2019-01-18T12:23:37.000","value":95},{"dateTime":"2019-01-18T12:23:42.000"}],
  "speed":[{"dateTime":"2019-01-18T12:23:37.000","value":9.0}],"recordedRoute":[{"dateTime":"2019-01-18T12:23:32.000","latitude":60.1,"longitude":24.9,"altitude":5.0}]}}]}`

const zip = "polar-user-data-export_3f0e.zip/"

var texts = map[string]string{
	zip + "sleep_result_1-3f0e.json": nights, zip + "nightly_recovery_1-3f0e.json": recovery,
	zip + "training-session_2025-06-03T07-30-00_900000001-3f0e.json": session, zip + "training-session-2019-01-18-2-3f0e.json": oldSession,
}

// Polar's own date of a night counts, an hour of no zone is local, and a night without
// hours is its minutes.
func TestNights(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", nights, `
		file
		clock 2017-06-03T21:00:00 +120
		clock 2025-06-03T04:58:00 +120
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
		night 2017-06-03T21:00:00 2017-06-04T04:00:00 total 360 day 2017-06-04
		slept 413.5 at 2025-06-06T12:00:00 day 2025-06-06
		file
		clock 1970-01-01T00:00:00 +0
		night 2025-06-04T23:00:00 2025-06-05T06:00:00 total 390 day 2025-06-05`)
}

// A night without Polar's date is of the date on which it ends, by its own clock.
func TestUndatedNight(t *testing.T) {
	const night = `{"evaluation":{"asleepDuration":"PT6H30M"},"sleepResult":{"hypnogram":{"sleepStart":"2025-06-04T23:00:00.000-07:00","sleepEnd":"2025-06-05T06:00:00.000-07:00"}}}`
	const want = `
		file
		clock 2025-06-05T06:00:00 -420
		clock 2025-06-05T13:00:00 -420
		night 2025-06-05T06:00:00 2025-06-05T13:00:00 total 390 day 2025-06-05`
	sourcetest.Want(t, Formats, "a.json", "["+night+"]", want)
	sourcetest.Want(t, Formats, "a.json", `[{"night":null,`+night[1:]+`,{"evaluation":{"asleepDuration":"PT6H"}}]`, want)
}

// On the night that the clocks go back, hours without a zone are one too few: then the
// minutes asleep stand alone.
func TestClocksGoBack(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", `[{"night":"2025-10-26","evaluation":{"asleepDuration":"PT8H","phaseDurations":{"wake":"PT40M","rem":"PT2H","light":"PT4H30M","deep":"PT1H30M"}},
		"sleepResult":{"hypnogram":{"sleepStart":"2025-10-25T23:00:00.000","sleepEnd":"2025-10-26T06:40:00.000"}}},
		{"night":"2025-10-27","evaluation":{"asleepDuration":"PT8H","phaseDurations":{"wake":"PT0S","rem":"PT2H","light":"PT4H30M","deep":"PT1H30M"}},
		"sleepResult":{"hypnogram":{"sleepStart":"2025-10-25T23:00:00.000+02:00","sleepEnd":"2025-10-26T06:00:00.000+01:00"}}}]`, `
		file
		clock 2025-10-25T21:00:00 +120
		clock 2025-10-26T05:00:00 +60
		night 2025-10-25T21:00:00 2025-10-26T05:00:00 light 270 deep 90 rem 120 wake 0 day 2025-10-27
		slept 480 at 2025-10-26T12:00:00 day 2025-10-26`)
}

// The mean of the sleeping heart's intervals is no resting heart rate.
func TestRecovery(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", recovery, `
		file
		hrv overnight_rmssd 52 at 2025-06-03T12:00:00 day 2025-06-03`)
}

// A start is local whatever created looks like; the resting heart rate beside it is a
// setting; bare NaN is nothing.
func TestSessions(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", session, `
		file
		clock 2025-06-03T05:30:00 +120
		running at 2025-06-03T05:30:00 2702s of 2712s 8523.4m hr 146 max 168 track 3`)
	sourcetest.Want(t, Formats, "a.json", oldSession, `
		file
		clock 2019-01-18T11:23:32 +60
		running trail at 2019-01-18T11:23:32 1780s of 1800s 5000m up 80 hr 150 max 171 track 2`)
	list, _, _ := sourcetest.Read(Formats, "a.json", []byte(session))
	if tr := list[0].Activities[0].Track; tr.HR[0] != 94 || tr.HR[1] != 109 || tr.Speed[1] != 3000 || tr.Altitude[0] != 25 {
		t.Errorf("%+v", tr)
	}
	// Several exercises are several sessions, each with its own totals.
	sourcetest.Want(t, Formats, "a.json", `{"exportVersion":"1.5","startTime":"2019-01-18T12:00:00.000","stopTime":"2019-01-18T13:30:00.000","timeZoneOffset":60,"duration":"PT1H30M","exercises":[
		{"startTime":"2019-01-18T12:00:00.000","stopTime":"2019-01-18T13:00:00.000","duration":"PT1H","distance":30000,"sport":"CYCLING","heartRate":{"avg":130,"max":150}},
		{"startTime":"2019-01-18T13:01:00.000","duration":"PT29M","distance":6000,"sport":"RUNNING","heartRate":{"avg":150,"max":170}}]}`, `
		file
		clock 2019-01-18T11:00:00 +60
		clock 2019-01-18T12:01:00 +60
		cycling at 2019-01-18T11:00:00 3600s of 3600s 30000m hr 130 max 150
		running at 2019-01-18T12:01:00 1740s of 1740s 6000m hr 150 max 170`)
	// Without any offset the times are local, and without an exercise the session is one.
	sourcetest.Want(t, Formats, "a.json", `{"exportVersion":"1.0","startTime":"2015-01-18T12:00:00.000","stopTime":"2015-01-18T13:30:00.000","sport":"RUNNING"}`, `
		file
		clock 1970-01-01T00:00:00 +0
		running at 2015-01-18T12:00:00 5400s of 5400s 0m`)
}

func TestOther(t *testing.T) {
	for path, text := range map[string]string{
		"account-data-3f0e.json": `{"physicalInformation":{"restingHeartRate":57,"weight":NaN}}`, zip + "anything.json": `{}`,
		"247ohr_1_2025_06-3f0e5b1c.json":             `{"deviceDays":[{"userId":1,"date":"2025-06-03","samples":[{"heartRate":44,"secondsFromDayStart":0}]}]}`,
		"calendar-items-3f0e5b1c.json":               `{"physicalInformations":[{"restingHeartRate":55}]}`,
		"training-target-2025-06-03-1-3f0e5b1c.json": `{"exportVersion":"1.0","startTime":"2025-06-03T07:30:00.000","exercises":[]}`,
	} {
		sourcetest.Want(t, Formats, path, text, "other")
	}
	sourcetest.Want(t, Formats, "activity-log.json", `{"a":1}`, "unknown")
	sourcetest.Want(t, Formats, "account-data-3f0e.csv", `a,b`, "unknown")
	sourcetest.Want(t, Formats, "a.json", nights[:60], "unknown")
	sourcetest.Want(t, Formats, "a.json", session[:500], "error damaged")
}

func TestSpoilt(t *testing.T) {
	for path, text := range texts {
		sourcetest.Survive(t, Formats, path, text)
	}
}

// A day's recording at one second is read whole, and costs what it must.
func TestLong(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"startTime":"2025-06-03T00:30:00.000","stopTime":"2025-06-03T20:30:00.000","timezoneOffsetMinutes":120,"durationMillis":72000000,"sport":{"id":"27"},"exercises":[{"startTime":"2025-06-03T00:30:00.000","samples":{"samples":[{"type":"HEART_RATE","intervalMillis":1000,"values":[140`)
	b.WriteString(strings.Repeat(",140", 71999))
	b.WriteString(`]}]}}]}`)
	sourcetest.Want(t, Formats, "a.json", b.String(), `
		file
		clock 2025-06-02T22:30:00 +120
		running trail at 2025-06-02T22:30:00 72000s of 72000s 0m hr 140 max 140 track 14400`)
}

func FuzzRead(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }
