package vendor

import (
	"fmt"
	"strings"

	"rebound/engine/diary"
)

var apple = []Vendor{{
	Name: "apple", Via: "apple", What: "Apple Health, exported on an iPhone: export.zip with all readings and the routes of runs",
	write: writeApple,
}}

// The head of an export of iOS 16, whose document type lacks a sign and so is
// ill-formed, as Apple's was.
const appleHead = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record (MetadataEntry|HeartRateVariabilityMetadataList)*>
<!ATTLIST Record
  type          CDATA #REQUIRED
  sourceName    CDATA #REQUIRED
  startDate     CDATA #REQUIRED
  endDate       CDATA #REQUIRED
<!ELEMENT MetadataEntry EMPTY>
]>
<HealthData locale="en_GB">
`

// The watch has a name with a curly apostrophe; the phone counts steps and lies beside
// the bed.
const (
	appleWatch = "Alex’s Apple\u00a0Watch"
	applePhone = "Alex’s iPhone"
	appleOther = "Night App"
)

func writeApple(x *export, top folder) {
	top.zip("export.zip", func(in folder) {
		in = in.in("apple_health_export")
		in.file("export.xml", func(w *text) {
			a := apples{x, w}
			w.WriteString(appleHead)
			last := x.days()[len(x.days())-1].night.End
			w.f(" <ExportDate value=\"%s\"/>\n", a.time(last+3600))
			w.f(" <Me HKCharacteristicTypeIdentifierDateOfBirth=\"1990-03-02\" HKCharacteristicTypeIdentifierBiologicalSex=\"HKBiologicalSexFemale\"/>\n")
			for _, write := range []func(*day){a.pulse, a.steps, a.ways, a.speeds, a.resting, a.sdnn, a.sleep, a.workout} {
				for i := range x.days() {
					write(&x.days()[i])
				}
			}
			w.f("</HealthData>\n")
		})
		in.file("export_cda.xml", func(w *text) {
			w.f("<?xml version=\"1.0\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Health Data Export</title></ClinicalDocument>\n")
		})
		for _, d := range x.runs {
			in.file(strings.TrimPrefix(x.appleRoute(d.run), "/"), func(w *text) { x.appleTrack(w, d.run) })
		}
	})
}

// apples writes the elements of an export.xml.
type apples struct {
	x *export
	w *text
}

// time prints an instant with the offset that the phone had on the day of the export,
// London's in winter, wherever and whenever it was.
func (a apples) time(at int64) string { return inUTC(at, plainTime) + " +0000" }

// record opens a Record, whose value and end the caller writes.
func (a apples) record(kind, source, unit string, made, start, end int64) {
	device := "&lt;&lt;HKDevice: 0x%x&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:11.5&gt;"
	switch source {
	case applePhone:
		device = "&lt;&lt;HKDevice: 0x%x&gt;, name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,2, software:18.5&gt;"
	case appleOther:
		device = ""
	}
	a.w.f(` <Record type="%s" sourceName="%s" sourceVersion="11.5"`, kind, source)
	if device != "" {
		a.w.f(` device="`+device+`"`, 0x280000000+noise(start)>>36)
	}
	if unit != "" {
		a.w.f(` unit="%s"`, unit)
	}
	a.w.f(` creationDate="%s" startDate="%s" endDate="%s"`, a.time(made), a.time(start), a.time(end))
}

// pulse is the heart rate: every few minutes by day and night, and every five seconds
// of a run.
func (a apples) pulse(d *day) {
	const kind = "HKQuantityTypeIdentifierHeartRate"
	run := d.run
	next := a.x.midnight(d.date)
	if !a.x.Bulk {
		next += 86400
	}
	quiet := func(until int64) {
		for ; next < until; next += pulseEvery {
			a.record(kind, appleWatch, "count/min", next+4, next, next)
			a.w.f(" value=\"%d\">\n  <MetadataEntry key=\"HKMetadataKeyHeartRateMotionContext\" value=\"0\"/>\n </Record>\n", d.pulse(next))
		}
	}
	if run != nil {
		quiet(run.Start)
		for i, bpm := range run.Track.HR {
			at := run.Start + int64(i)*diary.TrackStep
			a.record(kind, appleWatch, "count/min", at+4, at, at)
			a.w.f(" value=\"%d\"/>\n", bpm)
		}
		for end := run.Start + int64(run.Elapsed); next < end; {
			next += pulseEvery
		}
	}
	quiet(a.x.midnight(d.date + 1))
}

// steps are counted twice, by the watch and by the phone.
func (a apples) steps(d *day) {
	if !a.x.Bulk {
		return
	}
	for h := range int64(16) {
		at := a.x.midnight(d.date) + (7+h)*3600
		for i, source := range []string{appleWatch, applePhone} {
			a.record("HKQuantityTypeIdentifierStepCount", source, "count", at+605, at, at+600)
			a.w.f(" value=\"%d\"/>\n", 300+noise(at)%400-uint64(40*i))
		}
	}
}

// Of a run's speed an export has what its watch and iOS wrote: both records, that of the
// distance alone (before iOS 16), or neither, and the route has it.
func (d *day) paced() uint64 { return noise(d.run.Start) >> 40 % 3 }

// ways are the distances of five seconds by the watch; the phone's of the day are long.
func (a apples) ways(d *day) {
	const kind = "HKQuantityTypeIdentifierDistanceWalkingRunning"
	if a.x.Bulk {
		at := a.x.midnight(d.date) + 9*3600
		a.record(kind, applePhone, "km", at+605, at, at+600)
		a.w.f(" value=\"0.41\"/>\n")
	}
	if d.run == nil || d.paced() == 0 {
		return
	}
	for i, mm := range d.run.Track.Speed {
		at := d.run.Start + int64(i)*diary.TrackStep
		a.record(kind, appleWatch, "km", at+6, at, at+diary.TrackStep)
		a.w.f(" value=\"%.6f\"/>\n", float64(mm)*diary.TrackStep/1e6)
	}
}

// speeds are of a moment each.
func (a apples) speeds(d *day) {
	if d.run == nil || d.paced() != 1 {
		return
	}
	for i, mm := range d.run.Track.Speed {
		at := d.run.Start + int64(i)*diary.TrackStep
		a.record("HKQuantityTypeIdentifierRunningSpeed", appleWatch, "km/hr", at+6, at, at)
		a.w.f(" value=\"%.4f\"/>\n", float64(mm)*0.0036)
	}
}

// resting begins just after her midnight, which in the file is another day's.
func (a apples) resting(d *day) {
	from := a.x.midnight(d.date) + 60
	a.record("HKQuantityTypeIdentifierRestingHeartRate", appleWatch, "count/min", from+20*3600, from, from+20*3600-600)
	a.w.f(" value=\"%d\"/>\n", d.resting)
}

// sdnn is three readings of the night, of which hers is the middle one, and two of the
// day, which are none of it.
func (a apples) sdnn(d *day) {
	asleep := d.night.End - d.night.Start
	for i, r := range []struct {
		at    int64
		share float64
	}{
		{d.night.Start + asleep/4, 0.93}, {d.night.Start + asleep/2, 1}, {d.night.Start + asleep*3/4, 1.09},
		{d.night.End + 4*3600, 0.6}, {d.night.End + 9*3600, 0.5},
	} {
		a.record("HKQuantityTypeIdentifierHeartRateVariabilitySDNN", appleWatch, "ms", r.at+65, r.at, r.at+60)
		a.w.f(" value=\"%.4f\">\n  <HeartRateVariabilityMetadataList>\n", r.share*d.sdnn())
		beats := 2
		if a.x.Bulk {
			beats = 50
		}
		for b := range beats {
			a.w.f("   <InstantaneousBeatsPerMinute bpm=\"%d\" time=\"%s\"/>\n", d.resting-3+(i+b)%7, a.x.on(r.at+int64(b), "3:04:05.00 PM"))
		}
		a.w.f("  </HeartRateVariabilityMetadataList>\n </Record>\n")
	}
}

var appleStages = map[stage]string{light: "AsleepCore", deep: "AsleepDeep", rem: "AsleepREM", awake: "Awake"}

// sleep is the watch's stages; the phone says when she lay in bed, and another app that
// she slept all of it.
func (a apples) sleep(d *day) {
	const kind = "HKCategoryTypeIdentifierSleepAnalysis"
	for _, s := range d.stages() {
		a.record(kind, appleWatch, "", d.night.End, s.start, s.end)
		a.w.f(" value=\"HKCategoryValueSleepAnalysis%s\">\n  <MetadataEntry key=\"HKTimeZone\" value=\"%s\"/>\n </Record>\n", appleStages[s.stage], a.x.zone())
	}
	for _, o := range []struct{ source, value string }{{applePhone, "InBed"}, {appleOther, "AsleepUnspecified"}} {
		a.record(kind, o.source, "", d.night.End+1200, d.night.Start-600, d.night.End+900)
		a.w.f(" value=\"HKCategoryValueSleepAnalysis%s\"/>\n", o.value)
	}
}

func (a apples) workout(d *day) {
	r := d.run
	if r == nil {
		return
	}
	end := r.Start + int64(r.Elapsed)
	a.w.f(` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="%.4f" durationUnit="min" sourceName="%s" sourceVersion="11.5" creationDate="%s" startDate="%s" endDate="%s">`+"\n",
		r.Seconds/60, appleWatch, a.time(end+5), a.time(r.Start), a.time(end))
	a.w.f("  <MetadataEntry key=\"HKIndoorWorkout\" value=\"0\"/>\n  <MetadataEntry key=\"HKTimeZone\" value=\"%s\"/>\n  <MetadataEntry key=\"HKElevationAscended\" value=\"%d cm\"/>\n", a.x.zone(), int(r.Ascent)*100)
	statistics := func() {
		a.w.f("  <WorkoutStatistics type=\"HKQuantityTypeIdentifierHeartRate\" startDate=\"%s\" endDate=\"%s\" average=\"%d\" minimum=\"92\" maximum=\"%d\" unit=\"count/min\"/>\n",
			a.time(r.Start), a.time(end), r.AvgHR, r.MaxHR)
		a.w.f("  <WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" startDate=\"%s\" endDate=\"%s\" sum=\"%.5f\" unit=\"km\"/>\n",
			a.time(r.Start), a.time(end), r.Meters/1000)
	}
	a.w.f("  <WorkoutActivity uuid=\"%016X\" startDate=\"%s\" endDate=\"%s\" duration=\"%.4f\" durationUnit=\"min\">\n", noise(r.Start), a.time(r.Start), a.time(end), r.Seconds/60)
	statistics() // said again within, and to be counted once
	a.w.f("  </WorkoutActivity>\n")
	statistics()
	a.w.f("  <WorkoutRoute sourceName=\"%s\" creationDate=\"%s\" startDate=\"%s\" endDate=\"%s\">\n   <FileReference path=\"%s\"/>\n  </WorkoutRoute>\n </Workout>\n",
		appleWatch, a.time(end), a.time(r.Start), a.time(end), a.x.appleRoute(r))
}

// appleRoute is where a run's route lies: named after her clock at its end.
func (x *export) appleRoute(a *diary.Activity) string {
	end := a.Start + int64(a.Elapsed)
	return fmt.Sprintf("/workout-routes/route_%s_%s.gpx", x.on(end, isoDay), x.on(end, "3.04pm"))
}

// appleTrack is a route: longitude before latitude, and no heart rate.
func (x *export) appleTrack(w *text, a *diary.Activity) {
	end := a.Start + int64(a.Elapsed)
	w.f("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\"Apple Health Export\" xmlns=\"http://www.topografix.com/GPX/1/1\">\n <metadata>\n  <time>%s</time>\n </metadata>\n <trk>\n  <name>Route %s</name>\n  <trkseg>\n",
		inUTC(end, isoZ), x.on(end, "2006-01-02 3:04pm"))
	for _, p := range x.points(a) {
		lat, lon := place(p.meters, float64(a.Meters))
		w.f("   <trkpt lon=\"%.7f\" lat=\"%.7f\"><ele>%.3f</ele><time>%s</time><extensions><speed>%.5f</speed><course>0.0</course><hAcc>1.9</hAcc><vAcc>1.4</vAcc></extensions></trkpt>\n",
			lon, lat, p.altitude, inUTC(p.at, isoZ), p.speed)
	}
	w.f("  </trkseg>\n </trk>\n</gpx>\n")
}
