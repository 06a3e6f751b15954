package intervals

import (
	"testing"

	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const wellness = `date,weight,restingHR,hrv,hrvSDNN,sleepSecs,sleepScore,sleepQuality,avgSleepingHR,ctl,atl
2025-06-03,70,46,58.0,,26040,81,2,50,40.1,38.2
2025-06-04,,--,,61.5,0,,,,40.1,38.2
2025-06-05,,0,NaN,,,,,,40.1,38.2
`

const says = `file
	clock 1970-01-01T00:00:00 +0
	slept 434 at 2025-06-03T12:00:00 day 2025-06-03
	resting 46 at 2025-06-03T12:00:00 day 2025-06-03
	hrv any_rmssd 58 at 2025-06-03T12:00:00 day 2025-06-03
	hrv any_sdnn 61.5 at 2025-06-04T12:00:00 day 2025-06-04`

const wellnessJSON = `[{"id":"2025-06-03","ctl":40.1,"weight":null,"restingHR":46,"hrv":58.0,"hrvSDNN":null,"sleepSecs":26040,"sleepScore":81,"avgSleepingHR":50},
{"id":"2025-06-04","ctl":40.1,"restingHR":null,"hrv":null,"hrvSDNN":61.5,"sleepSecs":0},{"id":"x","restingHR":40}]`

// The pulse of the sleep and the scores beside are no readings.
func TestWellness(t *testing.T) {
	sourcetest.Want(t, Formats, "wellness.csv", wellness, says)
	sourcetest.Want(t, Formats, "wellness.json", wellnessJSON, says)
	sourcetest.Want(t, Formats, "x.csv", "date,hrv\n2025-06-03,58\n", "unknown") // the runner's own
	sourcetest.Want(t, Formats, "x.json", `[{"id":"2025-06-03","name":"x"}]`, "unknown")
}

func TestBroken(t *testing.T) {
	tabletest.Broken(t, Formats, "x.csv", wellness, ',')
	sourcetest.Survive(t, Formats, "x.json", wellnessJSON)
}

func FuzzWellness(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"x.csv": wellness, "x.json": wellnessJSON})
}
