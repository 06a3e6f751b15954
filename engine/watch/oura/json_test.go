package oura

import (
	"testing"

	"rebound/engine/watch/sourcetest"
)

const night = `{"id":"a","average_breath":14.5,"average_heart_rate":50.1,"average_hrv":58,"awake_time":1800,"bedtime_end":"2025-06-03T06:58:00.000+02:00","bedtime_start":"2025-06-02T23:14:00.000+02:00","day":"2025-06-03",
 "deep_sleep_duration":4800,"efficiency":93,"heart_rate":{"interval":300,"items":[null,51,50],"timestamp":"2025-06-02T23:14:00.000+02:00"},"hrv":{"interval":300,"items":[null,60]},"light_sleep_duration":15000,"lowest_heart_rate":44,
 "readiness":{"contributors":{"hrv_balance":71,"resting_heart_rate":86},"score":78},"rem_sleep_duration":6240,"sleep_phase_5_min":"4221","total_sleep_duration":26040,"type":"long_sleep"}`

const others = `{"id":"b","average_hrv":null,"bedtime_end":"2025-06-03T14:10:00.000+02:00","bedtime_start":"2025-06-03T13:30:00.000+02:00","day":"2025-06-03","awake_time":240,"light_sleep_duration":2160,"lowest_heart_rate":57,"total_sleep_duration":2160,"type":"late_nap"},
 {"id":"c","bedtime_end":"2025-06-04T07:00:00.000+02:00","bedtime_start":"2025-06-03T23:00:00.000+02:00","day":"2025-06-04","lowest_heart_rate":45,"total_sleep_duration":26000,"type":"deleted"},
 {"id":"d","bedtime_end":"2025-06-05T07:00:00.000+02:00","bedtime_start":"2025-06-04T23:00:00.000+02:00","day":"2025-06-05","average_hrv":0,"lowest_heart_rate":0,"total_sleep_duration":0,"type":"long_sleep"}`

const old = `{"activity":[{"summary_date":"2019-06-02","cal_total":2500}],"sleep":[{"summary_date":"2019-06-02","bedtime_start":"2019-06-02T23:14:00+02:00","bedtime_end":"2019-06-03T06:58:00+02:00","is_longest":1,
 "awake":1800,"deep":4800,"light":15000,"rem":6240,"total":26040,"hr_lowest":44,"hr_average":50.2,"rmssd":58,"score_total":81}]}`

var texts = map[string]string{"a.json": `{"data":[` + night + "," + others + `],"next_token":null}`, "old.json": old}

// However deep the periods lie, they are the same. Scores of contributors are no readings,
// a deleted period is none, and 0 is nothing.
func TestDocuments(t *testing.T) {
	for _, around := range [][2]string{{`{"data":[`, `]}`}, {`{"sleep":[`, `]}`}, {`{"sleep":{"data":[`, `],"next_token":null}}`}, {`[`, `]`}} {
		sourcetest.Want(t, Formats, "a.json", around[0]+night+","+others+around[1], `
			file
			clock 2025-06-03T04:58:00 +120
			clock 2025-06-05T05:00:00 +120
			night 2025-06-03T11:30:00 2025-06-03T12:10:00 light 36 deep 0 rem 0 wake 4 day 2025-06-03 nap
			night 2025-06-02T21:14:00 2025-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2025-06-03
			resting 44 at 2025-06-03T04:58:00 day 2025-06-03
			hrv overnight_rmssd 58 at 2025-06-03T04:58:00 day 2025-06-03`)
	}
}

// The summary_date of the older API is that of the evening.
func TestOldPeriods(t *testing.T) {
	sourcetest.Want(t, Formats, "old.json", old, `
		file
		clock 2019-06-03T04:58:00 +120
		night 2019-06-02T21:14:00 2019-06-03T04:58:00 light 250 deep 80 rem 104 wake 30 day 2019-06-03
		resting 44 at 2019-06-03T04:58:00 day 2019-06-03
		hrv overnight_rmssd 58 at 2019-06-03T04:58:00 day 2019-06-03`)
}

func TestOtherJSON(t *testing.T) {
	for _, text := range []string{`{"data":[{"id":"a","contributors":{"hrv_balance":71,"resting_heart_rate":86},"day":"2025-06-03","score":78}]}`,
		`{"data":[{"bpm":50,"source":"awake","timestamp":"2025-06-03T00:00:00+00:00"}]}`, `{"activity":[{"summary_date":"2019-06-02"}],"sleep":[]}`} {
		sourcetest.Want(t, Formats, "a.json", text, "other")
	}
	sourcetest.Want(t, Formats, "a.json", `{"data":[{"bedtime_start":"a","bedtime_end":"b"}]}`, "unknown")
	sourcetest.Want(t, Formats, "a.json", texts["a.json"][:600], "error damaged")
}

func TestSpoiltJSON(t *testing.T) {
	for path, text := range texts {
		sourcetest.Survive(t, Formats, path, text)
	}
}

func FuzzJSON(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }
