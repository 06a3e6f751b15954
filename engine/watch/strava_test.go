package watch

import (
	"slices"
	"strings"
	"testing"
)

// What lies in Strava's bulk export by its number, beside its table, came by Strava; a
// GPX alone, or in a folder that is only called so, is a GPX.
func TestFromStrava(t *testing.T) {
	const run = `<gpx creator="x"><trk><type>running</type><trkseg><trkpt lat="48" lon="2"><time>2025-06-03T05:30:00Z</time></trkpt><trkpt lat="48.001" lon="2"><time>2025-06-03T05:30:40Z</time></trkpt></trkseg></trk></gpx>`
	table := []byte("Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename\n1,\"Jun 3, 2025\",Run,Run,,40,0.1,activities/77.gpx.gz\n")
	other := []byte("from,to,Activity type\n2025-06-03T05:30:00+02:00,2025-06-03T05:31:00+02:00,Running\n")
	packed := gzipped([]byte(run))
	for name, c := range map[string]struct {
		items []Item
		want  []string
	}{
		"the zip":            {[]Item{item("export_1.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx.gz", data: packed}, file{name: "activities/78.gpx", data: []byte(run + " ")}))}, []string{"strava", "strava"}},
		"a zip of a folder":  {[]Item{item("mine.zip", zipped(t, file{name: "export_1/activities/77.gpx.gz", data: packed}, file{name: "export_1/activities.csv", data: table}))}, []string{"strava"}},
		"a folder":           {[]Item{item("export_1/activities.csv", table), item("export_1/activities/77.gpx", []byte(run)), item("export_1/activities/78.gpx.gz", packed)}, []string{"strava", "strava"}},
		"two exports":        {[]Item{item("a/activities/77.gpx", []byte(run)), item("b/activities/77.gpx", []byte(run)), item("b/activities.csv", table)}, []string{"gpx", "strava"}},
		"alone":              {[]Item{item("activities/77.gpx", []byte(run))}, []string{"gpx"}},
		"another's table":    {[]Item{item("e.zip", zipped(t, file{name: "activities.csv", data: other}, file{name: "activities/77.gpx", data: []byte(run)}))}, []string{"gpx"}},
		"by another name":    {[]Item{item("e.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/Morning.gpx", data: []byte(run)}))}, []string{"gpx"}},
		"the runner's files": {[]Item{item("e/activities.csv", table), item("e/activities/77.gpx", []byte(run)), item("other/77.gpx", []byte(run+"\n"))}, []string{"strava", "gpx"}},
	} {
		var got []string
		f := NewFiles(c.items, Limits{})
		for i := range c.items {
			f.Walk(i, func(e Entry) bool {
				if list, p := e.Read(); p == nil && strings.Contains(e.Path, ".gpx") {
					got = append(got, list[0].Via)
				}
				return true
			})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: by %q, not %q", name, got, c.want)
		}
	}
}
