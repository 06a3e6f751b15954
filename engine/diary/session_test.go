package diary

import (
	"fmt"
	"reflect"
	"slices"
	"testing"
)

// The account of a session with heart rate second by second stays, whoever else goes
// first; what it lacks in total it has from the next one, and nothing that was recorded
// by the second.
func TestSessionTakesTotals(t *testing.T) {
	run := func(via string, a Activity) File {
		a.Start, a.Seconds, a.Elapsed = noon, 1800, 1800
		return File{Via: via, Activities: []Activity{a}}
	}
	strap := run("tcx", Activity{Sport: Running, Track: Track{HR: slices.Repeat([]uint8{150}, 360)}})
	polar := run("polar", Activity{Sport: Running, Meters: 5400, AvgHR: 141, MaxHR: 165, Ascent: 20, HasAscent: true, Track: Track{Power: slices.Repeat([]uint16{250}, 360)}})
	table := run("table", Activity{Sport: Running, Meters: 5000, AvgHR: 130, MaxHR: 200})
	for name, c := range map[string]struct {
		files  []File
		choice Choice
		want   Activity
	}{
		"heart rate first": {[]File{table, polar, strap}, Choice{},
			Activity{Source: "tcx", Also: []string{"polar", "table"}, Meters: 5400, MaxHR: 165, Ascent: 20, HasAscent: true}},
		"then the series": {[]File{table, polar}, Choice{},
			Activity{Source: "polar", Also: []string{"table"}, Meters: 5400, AvgHR: 141, MaxHR: 165, Ascent: 20, HasAscent: true}},
		"whoever goes first": {[]File{strap, table, polar}, Choice{Sessions: "table"},
			Activity{Source: "tcx", Also: []string{"polar", "table"}, Meters: 5400, MaxHR: 165, Ascent: 20, HasAscent: true}},
		"and of equals the chosen": {[]File{run("strava", Activity{Sport: Running, Meters: 5300}), table, run("oura", Activity{Sport: Running})}, Choice{Sessions: "table"},
			Activity{Source: "table", Also: []string{"oura", "strava"}, Meters: 5000, AvgHR: 130, MaxHR: 200}},
	} {
		d := BuildBy(c.files, nil, c.choice)
		if len(d.Activities) != 1 {
			t.Errorf("%s: %d sessions", name, len(d.Activities))
			continue
		}
		a := d.Activities[0]
		got := Activity{Source: a.Source, Also: a.Also, Meters: a.Meters, AvgHR: a.AvgHR, MaxHR: a.MaxHR, Ascent: a.Ascent, HasAscent: a.HasAscent}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got, c.want)
		}
		if a.Source == "tcx" && a.Track.Power != nil {
			t.Errorf("%s: power came from another account", name)
		}
	}
	if polar.Activities[0].Also != nil || strap.Activities[0].Meters != 0 {
		t.Error("a file was changed")
	}
}

// What another file calls a session counts where its own does not say: before a guess
// too. Of two sources' accounts of the same time one stays, whatever they call it.
func TestWhatASessionIsCalled(t *testing.T) {
	at := func(start int64, sport Sport, key uint64) Activity {
		return Activity{Start: start, Sport: sport, Key: key, Seconds: 1800, Elapsed: 1800, Meters: 5000}
	}
	d := Build([]File{
		{Via: "gpx", Activities: []Activity{at(noon, "", 1), at(noon+10000, Running, 2), at(noon+20000, "", 3), at(noon+30000, Running, 0)}},
		{Via: "strava", Labels: []Label{{2, "cycling", ""}, {1, Running, "trail"}, {0, "hiking", ""}}},
		{Via: "polar", Activities: []Activity{at(noon+30010, "walking", 0)}},
	}, nil)
	var got []string
	for _, a := range d.Activities {
		got = append(got, fmt.Sprintf("%s %s %s %v", a.Source, a.Sport, a.Sub, a.Also))
	}
	if want := []string{"gpx running trail []", "gpx cycling  []", "gpx   []", "polar walking  [gpx]"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// Of two sources nobody does two things at once: a part of a session, and the whole of
// several, are no more sessions, and give no totals.
func TestPartsOfASession(t *testing.T) {
	at := func(start int64, sport Sport, seconds float32) Activity {
		return Activity{Start: noon + start, Sport: sport, Seconds: seconds, Elapsed: seconds, Track: Track{HR: slices.Repeat([]uint8{130}, int(seconds)/5)}}
	}
	other := func(start int64, sport Sport, seconds float32) File {
		return File{Via: "health_connect", Activities: []Activity{{Start: noon + start, Sport: sport, Seconds: seconds, Elapsed: seconds, Meters: 9999}}}
	}
	own := func(list ...Activity) File { return File{Device: watch, Activities: list} }
	for name, c := range map[string]struct {
		files []File
		want  string
	}{
		"a walk within a run":         {[]File{own(at(0, Running, 3600)), other(600, "walking", 500)}, "running+1"},
		"a walk that ends after it":   {[]File{own(at(0, Running, 3600)), other(3200, "walking", 800)}, "running walking"},
		"most of it within":           {[]File{own(at(0, Running, 3600)), other(2850, "walking", 800)}, "running+1"},
		"a triathlon in one":          {[]File{own(at(0, "swimming", 1500), at(1600, "cycling", 4000), at(5700, Running, 1900)), other(0, "multisport", 7600)}, "swimming cycling+1 running"},
		"the watch has both, at once": {[]File{own(at(0, Running, 3600), at(600, "walking", 500))}, "running walking"},
	} {
		got := ""
		for _, a := range Build(c.files, nil).Activities {
			if got += " " + string(a.Sport); len(a.Also) > 0 {
				got += "+1"
			}
			if a.Meters != 0 && a.Source != "health_connect" {
				t.Errorf("%s: the totals of another time", name)
			}
		}
		if got != " "+c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A session of a local time, dropped far from home with nothing to tell the zone, is
// the one that took as long and went as far, zones away; another one is not.
func TestLocalSessionOnAJourney(t *testing.T) {
	own := Activity{Start: noon, Sport: Running, Seconds: 1800, Elapsed: 1800, Meters: 5400, Track: Track{HR: []uint8{140}}}
	for name, c := range map[string]struct {
		start           int64
		seconds, meters float32
		via             string
		want            int
	}{
		"nine hours off":             {noon + 9*3600 + 30, 1810, 5390, "garmin_web", 1},
		"five and three quarters":    {noon - 20700 - 119, 1800, 5400, "garmin_web", 1},
		"no difference of zones":     {noon + 9*3600 + 121, 1800, 5400, "garmin_web", 2},
		"more than there is of them": {noon + 26*3600 + 900, 1800, 5400, "garmin_web", 2},
		"another length":             {noon + 9*3600, 1900, 5400, "garmin_web", 2},
		"another distance":           {noon + 9*3600, 1800, 5600, "garmin_web", 2},
		"no distance":                {noon + 9*3600, 1800, 0, "garmin_web", 2},
		"of the same source":         {noon + 9*3600, 1800, 5400, "", 2},
	} {
		other := Activity{Start: c.start, Sport: Running, Seconds: c.seconds, Elapsed: c.seconds, Meters: c.meters}
		f := File{Via: c.via, Clocks: []Clock{{}}, Activities: []Activity{other}}
		if c.via == "" {
			f.Device = watch
		}
		d := Build([]File{f, {Device: watch, Activities: []Activity{own}}}, nil)
		if len(d.Activities) != c.want || c.want == 1 && (d.Activities[0].Start != noon || !slices.Equal(d.Activities[0].Also, []string{"garmin_web"})) {
			t.Errorf("%s: %+v", name, d.Activities)
		}
	}
}

// A GPX that calls local time UTC is the run that another file has, hours away, where it
// is that recording to the second; a second run of the same loop is not.
func TestCopyInAnotherZone(t *testing.T) {
	track := func(n int) Track {
		hr := make([]uint8, n)
		for i := range hr {
			hr[i] = 140
		}
		return Track{HR: hr}
	}
	for name, c := range map[string]struct {
		start           int64
		seconds, meters float32
		hr              uint8
		steps           int
		via, other      string
		want            int
	}{
		"two hours off":           {noon + 7201, 1801, 5380, 141, 360, "gpx", "tcx", 1},
		"the other way":           {noon - 7200, 1800, 5400, 140, 360, "gpx", "tcx", 1},
		"of one kind of file":     {noon + 7200, 1800, 5400, 140, 360, "gpx", "gpx", 1},
		"beside the watch's":      {noon + 7200, 1800, 5400, 140, 360, "gpx", "", 1},
		"without heart rate":      {noon + 7200, 1800, 5400, 0, 360, "gpx", "tcx", 1},
		"two hours and a quarter": {noon + 9*900, 1800, 5400, 140, 360, "gpx", "tcx", 1},
		"not by zones":            {noon + 7203, 1800, 5400, 140, 360, "gpx", "tcx", 2},
		"another length":          {noon + 7200, 1803, 5400, 140, 360, "gpx", "tcx", 2},
		"another distance":        {noon + 7200, 1800, 5460, 140, 360, "gpx", "tcx", 2},
		"another heart rate":      {noon + 7200, 1800, 5400, 142, 360, "gpx", "tcx", 2},
		"typed":                   {noon + 7200, 1800, 5400, 140, 0, "gpx", "tcx", 2},
		"the next day":            {noon + 86400, 1800, 5400, 140, 360, "gpx", "tcx", 2},
		"two watches":             {noon + 7200, 1800, 5400, 140, 360, "", "", 2},
	} {
		run := func(start int64, seconds, meters float32, hr uint8, steps int, via string) File {
			f := File{Via: via, Activities: []Activity{{Start: start, Sport: Running, Seconds: seconds, Elapsed: seconds, Meters: meters, AvgHR: hr, Track: track(steps)}}}
			if via == "" {
				f.Device = watch
			}
			return f
		}
		one, two := run(noon, 1800, 5400, 140, 360, c.other), run(c.start, c.seconds, c.meters, c.hr, c.steps, c.via)
		if c.hr == 0 {
			two.Activities[0].Track = Track{Speed: make([]uint16, 360)}
		}
		d, turned := Build([]File{one, two}, nil), Build([]File{two, one}, nil)
		if len(d.Activities) != c.want || len(turned.Activities) != c.want || d.Activities[0].Start != turned.Activities[0].Start {
			t.Errorf("%s: %d sessions, %d the other way round", name, len(d.Activities), len(turned.Activities))
		}
	}
}
