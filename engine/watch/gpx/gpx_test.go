package gpx

import (
	"fmt"
	"strings"
	"testing"

	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/xmlin/illform"
)

func file(tracks string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<gpx creator="somebody" version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><time>2025-06-03T04:00:00Z</time></metadata>` + tracks + `</gpx>
`
}

// seg is a segment of so many points, ten seconds and 30 m apart, from a minute on.
func seg(minute, points int) string {
	var b strings.Builder
	b.WriteString("<trkseg>")
	for i := range points {
		fmt.Fprintf(&b, "\n"+`<trkpt lon="2.35" lat="%.7f"><ele>40</ele><time>2025-06-03T05:%02d:%02dZ</time><extensions><g:TrackPointExtension><g:hr>140</g:hr><g:cad>85</g:cad></g:TrackPointExtension></extensions></trkpt>`,
			48.85+float64(minute*6+i)*0.00026980, minute+i/6, i%6*10)
	}
	return b.String() + "</trkseg>"
}

func trk(kind, name, segs string) string {
	if kind != "" {
		kind = "<type>" + kind + "</type>"
	}
	return "<trk><name>" + name + "</name>" + kind + segs + "</trk>"
}

func TestTracks(t *testing.T) {
	const five = " at 2025-06-03T05:00:00 300s of 300s 900.013m hr 140 max 140 track 61"
	bare := func(s string) string { // no heart rate
		for _, tag := range []string{"<g:hr>140</g:hr>", "<g:cad>85</g:cad>"} {
			s = strings.ReplaceAll(s, tag, "")
		}
		return s
	}
	for name, c := range map[string]struct{ in, want string }{
		"a run":            {file(trk("running", "Morning", seg(0, 31))), "file\nrunning" + five},
		"Strava's number":  {file(trk("9", "Morning", seg(0, 31))), "file\nrunning" + five},
		"another number":   {file(trk("1", "Morning", seg(0, 31))), "file\ngeneric" + five},
		"German":           {file(trk("Laufen", "", seg(0, 31))), "file\nrunning" + five},
		"a trail":          {file(trk("trail_running", "", seg(0, 31))), "file\nrunning trail" + five},
		"no type of run":   {file(trk("Rollschuh", "Run to the lake", seg(0, 31))), "file\ngeneric" + five},
		"by its name":      {file(trk("", "Walk with Ada", seg(0, 6))), "file\nwalking at 2025-06-03T05:00:00 50s of 50s 150.002m hr 140 max 140 track 11"},
		"by its speeds":    {file(trk("", "Tuesday", seg(0, 31))), "file\nrunning" + five},
		"name and speeds":  {file(trk("", "Ride home", seg(0, 31))), "file" + strings.Replace(five, " ", "\n", 1)},
		"too short to say": {file(trk("", "Tuesday", seg(0, 6))), "file\nat 2025-06-03T05:00:00 50s of 50s 150.002m hr 140 max 140 track 11"},
		"a pause":          {file(trk("running", "", seg(0, 19)+"<trkseg/>"+seg(8, 13))), "file\nrunning at 2025-06-03T05:00:00 300s of 600s 900.013m hr 140 max 140 track 121"},
		"two sessions":     {file(trk("running", "", seg(0, 31)) + trk("cycling", "", seg(6, 7))), "file\nrunning" + five + "\ncycling at 2025-06-03T05:06:00 60s of 60s 180.003m hr 140 max 140 track 13"},
		"one in two":       {file(trk("running", "LOG 1", seg(0, 19)) + trk("running", "LOG 2", seg(8, 13))), "file\nrunning at 2025-06-03T05:00:00 300s of 600s 900.013m hr 140 max 140 track 121"},
		"no pulse":         {bare(file(trk("running", "", seg(0, 31)))), "file\nrunning at 2025-06-03T05:00:00 300s of 300s 900.013m track 61"},
		"Amazfit":          {strings.ReplaceAll(file(trk("running", "", seg(0, 31))), "<g:hr>140</g:hr>", "<heartrate>140</heartrate><g:hr>140</g:hr>"), "file\nrunning" + five},
		"1.0":              {strings.ReplaceAll(file(trk("running", "", seg(0, 31))), "<ele>", "<speed>3.0</speed><course>0</course><ele>"), "file\nrunning" + five},
		"at no place":      {strings.ReplaceAll(file(trk("running", "", seg(0, 31))), `lon="2.35"`, `lon="x"`), "file\nrunning at 2025-06-03T05:00:00 300s of 300s 0m hr 140 max 140 track 61"},
		"a local clock":    {strings.ReplaceAll(file(trk("running", "", seg(0, 31))), "Z</time>", "</time>"), "file\nclock 1970-01-01T00:00:00 +0\nrunning" + five},
		"a route":          {strings.ReplaceAll(file(trk("running", "", seg(0, 31))), "time>", "t>"), "error route"},
		"a planned route":  {file(`<rte><rtept lat="1" lon="2"/></rte>`), "error route"},
		"waypoints alone":  {file(`<wpt lat="1" lon="2"><time>2025-06-03T05:00:00Z</time></wpt>`), ""},
		"empty segments":   {file(trk("running", "", "<trkseg></trkseg><trkseg/>")), ""},
		"ends early":       {file(trk("running", "", seg(0, 31)))[:1900], "file\nrunning at 2025-06-03T05:00:00 70s of 70s 210.003m hr 140 max 140 track 15\npartial"},
	} {
		t.Run(name, func(t *testing.T) {
			sourcetest.Want(t, Formats, "a.gpx", c.in, c.want)
		})
	}
}

// Routes that lie with Strava's other files are of no use, and no error.
func TestPlannedRoutes(t *testing.T) {
	route := file(`<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>`)
	sourcetest.Want(t, Formats, "export_1.zip/routes/7.gpx", route, "other")
	sourcetest.Want(t, Formats, "7.gpx", route, "error route")
}

// A route of an Apple Health export is of that, and has the key under which the
// export names its sport.
func TestAppleRoute(t *testing.T) {
	in := strings.Replace(file(trk("", "Route 2025-06-03 7:15am", seg(0, 31))), "somebody", "Apple Health Export", 1)
	list, _, err := sourcetest.Read(Formats, "apple_health_export/workout-routes/Route_2025-06-03_7.15am.gpx", []byte(in))
	if err != nil || len(list) != 1 || list[0].Via != "apple" || list[0].Activities[0].Key != source.Key("route_2025-06-03_7.15am.gpx") {
		t.Errorf("%+v, %v", list, err)
	}
}

func TestIllFormed(t *testing.T) {
	text := file(trk("running", "Läuft", seg(0, 19)))
	whole, _, _ := sourcetest.Read(Formats, "a.gpx", []byte(text))
	want := sourcetest.Show(whole)
	for how, b := range illform.Same([]byte(text)) {
		if how == "big-endian, no mark" || how == "NUL at the end" { // not known by its head
			continue
		}
		list, known, err := sourcetest.Read(Formats, "a.gpx", b)
		if got := sourcetest.Show(list); !known || err != nil || got != want {
			t.Errorf("%s: %v\n%s", how, err, got)
		}
	}
	for b := range illform.Cuts([]byte(text), 7) {
		list, _, _ := sourcetest.Read(Formats, "a.gpx", b)
		for i := range list {
			sourcetest.Check(t, &list[i], len(b))
			if list[i].Partial == "" {
				t.Fatalf("%d bytes pass for a whole", len(b))
			}
		}
		if len(list) == 0 && strings.Count(string(b), "</trkpt>") > 1 {
			t.Fatalf("nothing is left of %d bytes", len(b))
		}
	}
}

func FuzzGPX(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{
		"a.gpx": file(trk("running", "a", seg(0, 4)+seg(2, 3))), "b.gpx": file(trk("", "", seg(0, 3)) + trk("9", "", seg(30, 3))),
		"c.gpx": strings.ReplaceAll(file(trk("", "Lauf", seg(0, 4))), "Z</time>", "+02:00</time>"),
	})
}
