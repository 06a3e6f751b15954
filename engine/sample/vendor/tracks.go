package vendor

import (
	"rebound/engine/diary"
)

// files are runs alone, one a file.
var files = []Vendor{
	{Name: "tcx", Via: "tcx", What: "TCX files, one for each run", write: func(x *export, top folder) {
		for _, d := range x.runs {
			top.file("activity_"+x.on(d.run.Start, "20060102_150405")+".tcx", func(w *text) { x.tcx(w, d.run) })
		}
	}},
	{Name: "gpx", Via: "gpx", What: "GPX files, one for each run", write: func(x *export, top folder) {
		for _, d := range x.runs {
			top.file("activity_"+x.on(d.run.Start, "20060102_150405")+".gpx", func(w *text) { x.gpx(w, d.run, "StravaGPX") })
		}
	}},
}

// tcx is a run with its laps, as Garmin Connect writes it.
func (x *export) tcx(w *text, a *diary.Activity) {
	w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
  <Activities>
    <Activity Sport="Running">
`)
	w.f("      <Id>%s</Id>\n", inUTC(a.Start, isoMilli+"Z"))
	points, from := x.points(a), float64(a.Start)
	for _, lap := range a.Laps {
		until := from + float64(lap.Seconds)
		w.f("      <Lap StartTime=\"%s\">\n        <TotalTimeSeconds>%.1f</TotalTimeSeconds>\n        <DistanceMeters>%.2f</DistanceMeters>\n        <Calories>0</Calories>\n        <AverageHeartRateBpm>\n          <Value>%d</Value>\n        </AverageHeartRateBpm>\n        <Intensity>Active</Intensity>\n        <TriggerMethod>Manual</TriggerMethod>\n        <Track>\n",
			inUTC(int64(from), isoMilli+"Z"), lap.Seconds, lap.Meters, lap.AvgHR)
		for len(points) > 0 && float64(points[0].at) < until {
			p := points[0]
			points = points[1:]
			lat, lon := place(p.meters, float64(a.Meters))
			w.f("          <Trackpoint>\n            <Time>%s</Time>\n            <Position>\n              <LatitudeDegrees>%.9f</LatitudeDegrees>\n              <LongitudeDegrees>%.9f</LongitudeDegrees>\n            </Position>\n            <AltitudeMeters>%.1f</AltitudeMeters>\n            <DistanceMeters>%.2f</DistanceMeters>\n            <HeartRateBpm>\n              <Value>%d</Value>\n            </HeartRateBpm>\n            <Extensions>\n              <ns3:TPX>\n                <ns3:Speed>%.3f</ns3:Speed>\n                <ns3:RunCadence>%d</ns3:RunCadence>\n              </ns3:TPX>\n            </Extensions>\n          </Trackpoint>\n",
				inUTC(p.at, isoMilli+"Z"), lat, lon, p.altitude, p.meters, p.hr, p.speed, p.cadence)
		}
		w.f("        </Track>\n      </Lap>\n")
		from = until
	}
	w.WriteString("      <Creator xsi:type=\"Device_t\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n        <Name>Forerunner 255</Name>\n        <UnitId>0</UnitId>\n        <ProductID>3992</ProductID>\n      </Creator>\n    </Activity>\n  </Activities>\n</TrainingCenterDatabase>\n")
}

// gpx is a run with heart rate and cadence in Garmin's extension.
func (x *export) gpx(w *text, a *diary.Activity, creator string) {
	w.f("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx creator=\"%s\" version=\"1.1\" xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:gpxtpx=\"http://www.garmin.com/xmlschemas/TrackPointExtension/v1\">\n <metadata>\n  <time>%s</time>\n </metadata>\n <trk>\n  <name>Morning Run</name>\n  <type>running</type>\n  <trkseg>\n", creator, inUTC(a.Start, isoZ))
	for _, p := range x.points(a) {
		lat, lon := place(p.meters, float64(a.Meters))
		w.f("   <trkpt lat=\"%.7f\" lon=\"%.7f\">\n    <ele>%.1f</ele>\n    <time>%s</time>\n    <extensions>\n     <gpxtpx:TrackPointExtension>\n      <gpxtpx:hr>%d</gpxtpx:hr>\n      <gpxtpx:cad>%d</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n    </extensions>\n   </trkpt>\n",
			lat, lon, p.altitude, inUTC(p.at, isoZ), p.hr, p.cadence)
	}
	w.WriteString("  </trkseg>\n </trk>\n</gpx>\n")
}
