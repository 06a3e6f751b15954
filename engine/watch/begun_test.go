package watch

import (
	"testing"
	"time"

	"rebound/engine/watch/source"
)

// When a file of an export may be of, by its name and by how it begins.
func TestBegun(t *testing.T) {
	const (
		gpx = `<?xml version="1.0"?><gpx version="1.1"><metadata><time>2021-05-06T07:08:09Z</time></metadata>`
		tcx = `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Id>2020-02-03T05:00:00Z</Id>`
	)
	for _, c := range []struct{ path, head, want string }{
		{"polar/training-session-2024-03-05-77-1f2e.json", "{", "2024-03-05"},
		{"2016-01-01_2016-04-10_123_sleepData.json", "[", "2016-04-10"},
		{"activity_20251129_090100.gpx", gpx, "2025-11-29"},
		{"com.samsung.shealth.sleep.20260315080000.csv", "com", "2026-03-15"},
		{"suuntoapp-2025-11-29T09-01-00.json", "{", "2025-11-29"},
		{"2019/activities/950001.gpx", gpx, "2021-05-06"},
		{"activities/950002.tcx", tcx, "2020-02-03"},

		{"sleep_result_1-3f0e8f44-2d1b-4c55-9a51-0d6b7f1f1a10.json", `{"born":"1990-02-03T00:00:00"}`, ""}, // a whole export's nights
		{"8f20240305aa.json", "{", ""},
		{"120240305.json", "{", ""},
		{"20241305.json", "{", ""},
		{"run-2024-13-05.json", "{", ""},
		{"run-2024-1", "{", ""},
		{"2024-03-05/sleep.json", "{", ""}, // of a folder that is named after an export's day
		{"", "", ""},
	} {
		got := ""
		if at := begun(c.path, source.HeadOf(c.path, []byte(c.head))); at != 0 {
			got = time.Unix(at, 0).UTC().Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.path, got, c.want)
		}
	}
}
