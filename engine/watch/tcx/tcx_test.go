package tcx

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/xmlin/illform"
)

// file is a TCX file of such activities.
func file(activities string) string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>` + activities + `</Activities></TrainingCenterDatabase>
`
}

// lapOf is a lap of so many points, ten seconds and 30 m apart, with heart rate 140.
func lapOf(minute, seconds, meters, points int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<Lap StartTime="2025-06-03T05:%02d:00Z "><TotalTimeSeconds>%d</TotalTimeSeconds><DistanceMeters>%d</DistanceMeters><Intensity>Active</Intensity><Track>`, minute, seconds, meters)
	for i := range points {
		fmt.Fprintf(&b, "\n"+`<Trackpoint><Time>2025-06-03T05:%02d:%02d.000Z</Time><AltitudeMeters>40</AltitudeMeters><DistanceMeters>%d</DistanceMeters><HeartRateBpm xsi:type="x"><Value>140</Value></HeartRateBpm><Cadence>85</Cadence></Trackpoint>`,
			minute+i/6, i%6*10, minute*180+i*30)
	}
	return b.String() + "</Track></Lap>"
}

func TestActivities(t *testing.T) {
	run := func(laps string) string {
		return file(`<Activity Sport="Running"><Id>2025-06-03T05:00:00Z</Id>` + laps + `<Creator><Name>Watch</Name><UnitId>7</UnitId></Creator></Activity>`)
	}
	point := func(inner string) string { return `<Trackpoint>` + inner + `</Trackpoint>` }
	at := func(clock, inner string) string { return point(`<Time>2025-06-03T` + clock + `</Time>` + inner) }
	track := func(points string) string { return `<Lap><Track>` + points + `</Track></Lap>` }
	for name, c := range map[string]struct{ in, want string }{
		"two laps":     {run(lapOf(0, 300, 900, 30) + lapOf(5, 300, 900, 31)), "file\nrunning at 2025-06-03T05:00:00 600s of 600s 1800m hr 140 max 140 track 121"},
		"no points":    {run(`<Lap StartTime="2025-06-03T05:00:00Z"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5400</DistanceMeters><AverageHeartRateBpm><Value>141</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>158</Value></MaximumHeartRateBpm></Lap>`), "file\nrunning at 2025-06-03T05:00:00 1800s of 1800s 5400m hr 141 max 158"},
		"a pause":      {run(lapOf(0, 240, 0, 31)), "file\nrunning at 2025-06-03T05:00:00 240s of 300s 900m hr 140 max 140 track 61"},
		"the lap less": {run(lapOf(0, 600, 299, 61)), "file\nrunning at 2025-06-03T05:00:00 600s of 600s 1800m hr 140 max 140 track 121"},
		"the lap more": {run(lapOf(0, 600, 2919, 61)), "file\nrunning at 2025-06-03T05:00:00 600s of 600s 2919m hr 140 max 140 track 121"},
		"no such lap":  {run(lapOf(0, 600, 72420, 61)), "file\nrunning at 2025-06-03T05:00:00 600s of 600s 1800m hr 140 max 140 track 121"},
		"prefixes": {strings.NewReplacer("<Track", "<ns3:Track", "</Track", "</ns3:Track", "<Lap", "<x:Lap", "</Lap", "</x:Lap").Replace(run(lapOf(0, 300, 900, 31))),
			"file\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61"},
		"two activities": {file(`<Activity Sport="Running">` + lapOf(0, 300, 900, 31) + `</Activity><Activity Sport="Biking">` + lapOf(20, 300, 900, 31) + `</Activity>`),
			"file\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61\ncycling at 2025-06-03T05:20:00 300s of 300s 900m hr 140 max 140 track 61"},
		"several sports": {file(`<MultiSportSession><Id>2025-06-03T05:00:00Z</Id><FirstSport><Activity Sport="Other">` + lapOf(0, 300, 900, 31) + `</Activity></FirstSport><NextSport><Activity Sport="Running">` + lapOf(20, 300, 900, 31) + `</Activity></NextSport></MultiSportSession>`),
			"file\ngeneric at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61\nrunning at 2025-06-03T05:20:00 300s of 300s 900m hr 140 max 140 track 61"},
		"no sport, a run's speeds": {file(`<Activity>` + lapOf(0, 300, 900, 31) + `</Activity>`), "file\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61"},
		"points before the lap":    {run(`<Lap StartTime="2025-06-03T05:00:10Z"><Track>` + at("05:00:00Z", "") + at("05:01:00Z", "") + `</Track></Lap>`), "file\nrunning at 2025-06-03T05:00:00 60s of 60s 0m"},
		"the first is empty":       {run(track(point("") + at("05:00:00Z", `<HeartRateBpm><Value>0</Value></HeartRateBpm>`) + at("05:00:30Z", `<HeartRateBpm><Value>150</Value></HeartRateBpm>`))), "file\nrunning at 2025-06-03T05:00:00 30s of 30s 0m hr 150 max 150 track 7"},
		"backwards and twice":      {run(track(at("05:00:20Z", "") + at("05:00:00Z", "") + at("05:00:20Z", "") + at("05:00:40Z", ""))), "file\nrunning at 2025-06-03T05:00:00 40s of 40s 0m"},
		"by position":              {run(track(at("05:00:00Z", `<Position><LatitudeDegrees>48.85</LatitudeDegrees><LongitudeDegrees>2.35</LongitudeDegrees></Position>`) + at("05:00:30Z", `<Position><LatitudeDegrees>48.85090</LatitudeDegrees><LongitudeDegrees>2.35</LongitudeDegrees></Position>`))), "file\nrunning at 2025-06-03T05:00:00 30s of 30s 100.076m track 7"},
		"a jump":                   {run(track(at("05:00:00Z", `<DistanceMeters>0</DistanceMeters>`) + at("05:00:10Z", `<DistanceMeters>30</DistanceMeters>`) + at("05:00:11Z", `<DistanceMeters>18750</DistanceMeters>`) + at("05:00:21Z", `<DistanceMeters>18780</DistanceMeters>`))), "file\nrunning at 2025-06-03T05:00:00 21s of 21s 60m track 5"},
		"with an offset":           {strings.ReplaceAll(run(lapOf(0, 300, 900, 31)), ".000Z", "+02:00"), "file\nclock 2025-06-03T03:00:00 +120\nrunning at 2025-06-03T03:00:00 300s of 300s 900m hr 140 max 140 track 61"},
		"without a zone":           {strings.ReplaceAll(run(lapOf(0, 300, 900, 31)), ".000Z", ""), "file\nclock 1970-01-01T00:00:00 +0\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61"},
		"both kinds of clock": {file(`<Activity Sport="Running">` + lapOf(0, 300, 900, 31) + `</Activity><Activity Sport="Running">` + strings.ReplaceAll(lapOf(20, 300, 900, 31), ".000Z", "") + `</Activity>`),
			"file\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 61\nfile\nclock 1970-01-01T00:00:00 +0\nrunning at 2025-06-03T05:20:00 300s of 300s 900m hr 140 max 140 track 61"},
		"no times":    {run(track(point(`<Position><LatitudeDegrees>48.85</LatitudeDegrees><LongitudeDegrees>2.35</LongitudeDegrees></Position>`))), "error route"},
		"a course":    {`<TrainingCenterDatabase><Courses><Course><Name>a</Name><Track>` + at("05:00:00Z", "") + `</Track></Course></Courses></TrainingCenterDatabase>`, "error route"},
		"header only": {file(""), ""},
		"ends early":  {run(lapOf(0, 300, 900, 31))[:3000], "file\nrunning at 2025-06-03T05:00:00 300s of 300s 900m hr 140 max 140 track 23\npartial"},
	} {
		if name == "no times" { // an Id is no time of a point
			c.in = strings.Replace(c.in, "<Id>2025-06-03T05:00:00Z</Id>", "", 1)
		}
		t.Run(name, func(t *testing.T) {
			sourcetest.Want(t, Formats, "a.tcx", c.in, c.want)
		})
	}
}

// What a lap and a point say ends in the track and the laps in the diary's units.
func TestTrack(t *testing.T) {
	list, _, err := sourcetest.Read(Formats, "Activities/9.TCX.gz", []byte(file(`<Activity Sport="Other">`+
		strings.Replace(strings.ReplaceAll(lapOf(0, 300, 900, 31), ">85<", ">170<"), "Active", "Resting", 1)+`</Activity>`)))
	if err != nil || len(list) != 1 {
		t.Fatal(err)
	}
	a := list[0].Activities[0]
	if a.Track.HR[2] != 140 || a.Track.Speed[2] != 3000 || a.Track.Altitude[2] != 80 || a.Track.Cadence[2] != 85 || a.Track.HR[1] != 0 {
		t.Errorf("%+v", a.Track)
	}
	if want := (diary.Lap{Seconds: 300, Meters: 900, Intensity: diary.LapRest}); a.Laps[0] != want {
		t.Errorf("%+v", a.Laps)
	}
	if a.Key != source.Key("9.tcx") {
		t.Error("its key is not that of its name")
	}
}

func TestIllFormed(t *testing.T) {
	text := file(`<Activity Sport="Running"><Id>2025-06-03T05:00:00Z</Id>` + "\n" + lapOf(0, 300, 900, 31) + `</Activity>`)
	whole, _, _ := sourcetest.Read(Formats, "a.tcx", []byte(text))
	want := sourcetest.Show(whole)
	for how, b := range illform.Same([]byte(text)) {
		list, known, err := sourcetest.Read(Formats, "a.tcx", b)
		if how == "big-endian, no mark" || how == "NUL at the end" { // not known by its head
			continue
		}
		if got := sourcetest.Show(list); !known || err != nil || got != want {
			t.Errorf("%s: %v\n%s", how, err, got)
		}
	}
	for b := range illform.Cuts([]byte(text), 7) {
		list, _, err := sourcetest.Read(Formats, "a.tcx", b)
		for i := range list {
			sourcetest.Check(t, &list[i], len(b))
			if list[i].Partial == "" {
				t.Fatalf("%d bytes pass for a whole: %v", len(b), err)
			}
		}
		if len(list) == 0 && bytes.Contains(b, []byte("</Trackpoint>")) {
			t.Fatalf("nothing is left of %d bytes", len(b))
		}
	}
}

func FuzzTCX(f *testing.F) {
	text := file(`<Activity Sport="Running"><Id>2025-06-03T05:00:00Z</Id>` + lapOf(0, 30, 90, 4) + `</Activity>`)
	sourcetest.Fuzz(f, Formats, map[string]string{"a.tcx": text, "b.tcx": strings.ReplaceAll(text, "Z<", "+02:00<")})
}
