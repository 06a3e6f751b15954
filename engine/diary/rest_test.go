package diary

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// recording is a file of a resting recording of three minutes on date 20000.
func recording(minute int64, ms float32, bpm uint8) File {
	at := noon - 12*3600 + minute*60
	return File{Device: watch, HRV: []HRVStamp{{At: at, Value: ms, Metric: MetricRestingRR}}, Activities: []Activity{{Start: at, Elapsed: 180, Seconds: 180, AvgHR: bpm}}}
}

// resting is a file that says resting heart rates of dates.
func restingOn(bpm float32, dates ...int64) (f File) {
	f.Device = watch
	for _, t := range dates {
		f.Resting = append(f.Resting, Stamped{At: noon + (t-20000)*86400, Value: bpm})
	}
	return f
}

// A recording with beats is the morning's reading only near the resting heart rate;
// else it is a session. It is never both, and never neither.
func TestBeatsAreAReadingOnlyAtRest(t *testing.T) {
	night := File{Device: watch, Nights: []Night{{Start: noon - 13*3600, End: noon - 5*3600, Light: 400, Staged: true}}} // to 07:00
	copied := recording(425, 60, 60)
	copied.Device = Device{Maker: "coros"}
	bare := recording(425, 60, 0)
	bare.Activities = nil
	cut := recording(425, 60, 60)
	cut.Partial = "cut off"
	set := File{Device: watch, Persons: []Person{{RestingHR: 48, At: 1}, {RestingHR: 0, At: 2}}}
	for name, c := range map[string]struct {
		files    []File
		want     string // value of each series
		sessions int
	}{
		"at the resting heart rate":         {[]File{recording(425, 60, 48), restingOn(48, 20000)}, "60", 0},
		"15 above it":                       {[]File{recording(425, 60, 63), restingOn(48, 20000)}, "60", 0},
		"16 above it":                       {[]File{recording(425, 60, 64), restingOn(48, 20000)}, "", 1},
		"below it":                          {[]File{recording(425, 60, 40), restingOn(48, 20000)}, "60", 0},
		"above the month's median":          {[]File{recording(425, 60, 64), restingOn(48, 19970, 19990, 20030), restingOn(60, 20000)}, "", 1},
		"a month and a day away is not it":  {[]File{recording(425, 60, 64), restingOn(48, 19969, 20031)}, "60", 0},
		"by what the watch has set":         {[]File{recording(425, 60, 64), set}, "", 1},
		"near what the watch has set":       {[]File{recording(425, 60, 63), set}, "60", 0},
		"nothing known but the file":        {[]File{recording(425, 60, 90)}, "60", 0},
		"a reading that cannot be":          {[]File{recording(425, 300, 48)}, "", 1},
		"the first after waking":            {[]File{recording(600, 70, 50), recording(425, 60, 50), recording(30, 80, 50), night}, "60", 2},
		"in bed, half an hour before it":    {[]File{recording(390, 55, 50), recording(425, 60, 50), night}, "55", 1},
		"more than half an hour before it":  {[]File{recording(389, 55, 50), recording(425, 60, 50), night}, "60", 1},
		"the first, no night known":         {[]File{recording(425, 60, 50), recording(600, 70, 50)}, "60", 1},
		"the only one, before the night":    {[]File{recording(30, 80, 50), night}, "80", 0},
		"a busy one before it is no matter": {[]File{recording(420, 50, 90), recording(425, 60, 50), restingOn(48, 20000), night}, "60", 1},
		"twice by two devices":              {[]File{recording(425, 60, 60), copied}, "60 60", 0},
		"whole and cut off":                 {[]File{cut, recording(425, 61, 60)}, "61", 0},
		"kept before sessions were":         {[]File{bare}, "60", 0},
		"kept before, and its session":      {[]File{bare, recording(425, 60, 60)}, "60", 0},
	} {
		for range 2 {
			d := Build(c.files, nil)
			got := ""
			for _, s := range d.Series {
				for _, p := range s.Points {
					if s.Kind == HRV {
						got += fmt.Sprint(" ", p.Value)
					}
				}
			}
			if got != "" {
				got = got[1:]
			}
			if got != c.want || len(d.Activities) != c.sessions {
				t.Errorf("%s: HRV %q and %d sessions, want %q and %d", name, got, len(d.Activities), c.want, c.sessions)
			}
			reversed := slices.Clone(c.files)
			slices.Reverse(reversed)
			if !reflect.DeepEqual(Build(reversed, nil).Series, d.Series) {
				t.Errorf("%s: the order of import matters", name)
			}
			c.files = reversed
		}
	}
}
