package garmin

import (
	"testing"

	"rebound/engine/watch/sourcetest"
)

const folder = "uuid_1.zip/DI_CONNECT/DI-Connect-Wellness/"

const sleepData = `[{"sleepStartTimestampGMT":"2025-06-02T21:14:00.0","sleepEndTimestampGMT":"2025-06-03T04:58:00.0","calendarDate":"2025-06-03","sleepWindowConfirmationType":"ENHANCED_CONFIRMED_FINAL",
  "deepSleepSeconds":4800,"lightSleepSeconds":15000,"remSleepSeconds":6240,"awakeSleepSeconds":1800,"unmeasurableSeconds":0,"averageRespiration":14.0,"retro":false,
  "sleepScores":{"overallScore":81,"qualityScore":80},"spo2SleepSummary":{"averageSPO2":96.0},"napList":[]},
 {"sleepStartTimestampGMT":"2025-06-03T21:30:00.0","sleepEndTimestampGMT":"2025-06-04T05:00:00.0","calendarDate":"2025-06-04","sleepWindowConfirmationType":"OFF_WRIST","retro":false},
 {"sleepStartTimestampGMT":null,"sleepEndTimestampGMT":null,"calendarDate":"2025-06-05","sleepWindowConfirmationType":null,"deepSleepSeconds":0,"lightSleepSeconds":0},
 {"calendarDate":"2025-06-06","sleepStartTimestampGMT":1749157200000,"sleepEndTimestampGMT":1.7491842E12,"sleepWindowConfirmationType":"MANUALLY_CONFIRMED","deepSleepSeconds":3600,"lightSleepSeconds":18000,"awakeSleepSeconds":600}]`

const healthStatus = `[{"calendarDate":"2025-06-03","createTimestampUTC":"2025-06-03T05:01:12.0","outliersCount":0,"metrics":[
  {"type":"HR","value":47.0,"baselineUpperLimit":51.0,"baselineLowerLimit":44.0,"status":"IN_RANGE"},
  {"type":"HRV","value":58.0,"baselineUpperLimit":66.0,"baselineLowerLimit":48.0,"status":"IN_RANGE","percentage":55.0},{"type":"SPO2","status":"UNKNOWN"}]},
 {"calendarDate":"2025-06-04","outliersCount":0,"metrics":[{"type":"HRV","value":0.0,"baselineLowerLimit":0.0,"status":"UNKNOWN"},{"type":"HR","status":"UNKNOWN"}]},
 {"calendarDate":"2025-06-05","outliersCount":0,"metrics":[{"type":"HRV","status":"ONBOARDING"}]}]`

const days = `[{"userProfilePK":12345678,"calendarDate":"2025-06-03","uuid":"a","wellnessStartTimeGmt":"2025-06-02T22:00:00.0","wellnessStartTimeLocal":"2025-06-03T00:00:00.0",
  "restingHeartRate":46,"restingHeartRateTimestamp":1748926800000,"minHeartRate":43,"maxHeartRate":171,"totalSteps":11234,"allDayStress":{"aggregatorList":[{"type":"TOTAL","averageStressLevel":24}]}},
 {"userProfilePK":12345678,"calendarDate":"2025-06-04","wellnessStartTimeGmt":"2025-06-03T22:00:00.0","wellnessStartTimeLocal":"2025-06-04T00:00:00.0","restingHeartRate":0,"minHeartRate":41},
 {"userProfilePK":12345678,"calendarDate":"2025-06-05","restingHeartRate":null,"totalSteps":1},
 {"userProfilePK":12345678,"calendarDate":"2025-06-06","wellnessStartTimeGmt":"2025-06-06T04:00:00.0","wellnessStartTimeLocal":"2025-06-06T00:00:00.0","restingHeartRate":47}]`

const activities = `[{"summarizedActivitiesExport":[{"activityId":19000000001,"name":"Morning Run","activityType":"running","userProfileId":12345678,"startTimeGmt":1.748925E12,"startTimeLocal":1.7489322E12,
  "duration":2702113.0,"elapsedDuration":2710000.0,"movingDuration":2695000.0,"distance":852340.0,"elevationGain":6100.0,"avgSpeed":0.3154,"avgHr":146.0,"maxHr":168.0,"avgRunCadence":84.0,"sportType":"RUNNING"},
 {"activityId":2,"activityType":"treadmill_running","beginTimestamp":1749011400000,"duration":1800000.0,"distance":500000.0},
 {"activityId":3,"activityType":"multi_sport","startTimeGmt":1749011400000,"duration":1800000.0},
 {"activityId":4,"activityType":"strength_training","startTimeGmt":1749097800000,"startTimeLocal":1749105000000,"duration":1200000.0,"avgHr":101.4,"maxHr":null}]}]`

var texts = map[string]string{
	folder + "2025-06-01_2025-09-09_12345678_sleepData.json":              sleepData,
	folder + "2025-06-01_2025-09-09_12345678_healthStatusData.json":       healthStatus,
	"UDSFile_2025-06-01_2025-09-09.json":                                  days,
	"DI-Connect-Fitness/runner@example.org_0_summarizedActivities.json":   activities,
	folder + "2025-06-01_2025-09-09_12345678_userBioMetrics.json":         `[{"metaData":{"calendarDate":"2025-06-03"},"weight":{"weight":70000.0}}]`,
	folder + "again/2025-06-01_2025-09-09_12345678_healthStatusData.json": `[]`,
}

func TestNights(t *testing.T) {
	sourcetest.Want(t, Formats, folder+"2025-06-01_2025-09-09_12345678_sleepData.json", sleepData, `
		file garmin owned
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
		night 2025-06-05T21:00:00 2025-06-06T04:30:00 light 300 deep 60 rem 0 wake 10 day 2025-06-06`)
	// The same window twice: the last counts. One that ends before it begins is none.
	sourcetest.Want(t, Formats, "sleep.json", `[
		{"calendarDate":"2025-06-03","sleepStartTimestampGMT":"2025-06-02T21:14:00.0","sleepEndTimestampGMT":"2025-06-03T04:58:00.0","lightSleepSeconds":15000},
		{"calendarDate":"2025-06-03","sleepStartTimestampGMT":"2025-06-02T21:14:00.0","sleepEndTimestampGMT":"2025-06-03T04:58:00.0","lightSleepSeconds":15600},
		{"calendarDate":"2025-06-04","sleepStartTimestampGMT":"2025-06-04T04:58:00.0","sleepEndTimestampGMT":"2025-06-03T21:14:00.0","lightSleepSeconds":15600},
		{"calendarDate":"2025-06-05","sleepStartTimestampGMT":"2025-06-04T21:00:00.0","sleepEndTimestampGMT":"2025-06-04T22:00:00.0","lightSleepSeconds":15600}]`, `
		file garmin
		night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 260 deep 0 rem 0 wake 0 day 2025-06-03`)
}

// The heart rate of a night is no resting heart rate, and 0.0 is no HRV.
func TestHealthStatus(t *testing.T) {
	sourcetest.Want(t, Formats, folder+"2025-06-01_2025-09-09_12345678_healthStatusData.json", healthStatus, `
		file garmin owned
		hrv overnight_rmssd 58 at 2025-06-03T12:00:00 day 2025-06-03`)
}

// The lowest heart rate of a day is no resting heart rate, nor is 0.
func TestDays(t *testing.T) {
	sourcetest.Want(t, Formats, "UDSFile_2025-06-01_2025-09-09.json", days, `
		file garmin owned
		clock 2025-06-02T22:00:00 +120
		clock 2025-06-03T22:00:00 +120
		clock 2025-06-06T04:00:00 -240
		resting 46 at 2025-06-03T05:00:00 day 2025-06-03
		resting 47 at 2025-06-06T12:00:00 day 2025-06-06`)
}

func TestActivities(t *testing.T) {
	sourcetest.Want(t, Formats, "runner@example.org_0_summarizedActivities.json", activities, `
		file garmin owned
		clock 2025-06-03T04:30:00 +120
		clock 2025-06-05T04:30:00 +120
		running at 2025-06-03T04:30:00 2702.11s of 2710s 8523.4m up 61 hr 146 max 168
		running treadmill at 2025-06-04T04:30:00 1800s of 1800s 5000m
		training at 2025-06-05T04:30:00 1200s of 1200s 0m hr 101 max 0`)
}

// The owner of all files is one, whether a name or a row tells.
func TestOwner(t *testing.T) {
	owners := map[uint64]bool{}
	for path, text := range texts {
		list, _, err := sourcetest.Read(Formats, path, []byte(text))
		for _, f := range list {
			if f.Kind != "other" && err == nil {
				owners[f.Owner] = true
			}
		}
	}
	if len(owners) != 1 || owners[0] {
		t.Errorf("owners %v", owners)
	}
}

func TestOther(t *testing.T) {
	for path, text := range map[string]string{
		folder + "2025-06-01_2025-09-09_12345678_userBioMetrics.json": `[{"metaData":{}}]`,
		"2025-06-01_2025-09-09_12345678_fitnessAgeData.json":          `[]`,
		"DI_CONNECT/DI-Connect-User/user_profile.json":                `{"userName":"a"}`,
		"0a1b2c3d-0000-4000-8000-0123456789ab_2.zip/IT/consent.json":  `{"consent":[]}`,
		"TrainingReadinessDTO_20250601_20250909_12345678.json":        `[{"userProfilePK":12345678,"calendarDate":"2025-06-03","level":"HIGH"}]`,
		"UDSFile_2015-01-01_2015-04-10.json":                          `[{"userProfilePK":12345678,"calendarDate":"2015-01-01","totalSteps":0}]`,
		"sleepData.json":                                              `[{"calendarDate":"2025-06-04","sleepWindowConfirmationType":"OFF_WRIST"}]`,
	} {
		sourcetest.Want(t, Formats, path, text, "other")
	}
	for path, text := range map[string]string{
		"sleep.json": `[{"dateOfSleep":"2025-06-03","logId":1}]`, "DI_CONNECT/DI-Connect-User/user.csv": "calendarDate,metrics", "a_b_c_d.json": `[]`, "0a1b2c3d_2.zip/a.json": `[]`, "notes.json": `{"calendarDate":1}`,
	} {
		sourcetest.Want(t, Formats, path, text, "unknown")
	}
	sourcetest.Want(t, Formats, "sleep.json", `{"dailySleepDTO":{"id":1,"calendarDate":"2025-06-03","sleepTimeSeconds":25000,"sleepStartTimestampGMT":1748898840000}}`, "error not_export")
	sourcetest.Want(t, Formats, "sleep.json", `[{"calendarDate":"2025-06-03","sleepStartTimestampGMT":"2025-06-0`, "error damaged")
}

func TestSpoilt(t *testing.T) {
	for path, text := range texts {
		sourcetest.Survive(t, Formats, path, text)
	}
}

// A row that is broken costs that row.
func TestBrokenRow(t *testing.T) {
	sourcetest.Want(t, Formats, "h.json", `[{"calendarDate":"2025-06-03","outliersCount":0,"metrics":[{"type":"HRV","value":58.0}]},
		{"calendarDate":"2025-06-04,"outliersCount":0,"metrics":[{"type":"HRV","value":57.0}]},
		{"calendarDate":"2025-06-05","outliersCount":NaN,"metrics":[{"type":"HRV","value":NaN},{"type":"HRV","value":"56.5"}]}]`, `
		file garmin
		hrv overnight_rmssd 58 at 2025-06-03T12:00:00 day 2025-06-03
		hrv overnight_rmssd 56.5 at 2025-06-05T12:00:00 day 2025-06-05
		partial`)
}

func FuzzRead(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }
