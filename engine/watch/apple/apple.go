// Package apple reads what an iPhone exports of Apple Health ("Export All Health
// Data"): export.zip with export.xml, of which it takes the nights, the resting heart
// rate, HRV, and workouts with their heart rate. The routes beside it are GPX and read
// as such too; export_cda.xml and the electrocardiograms are of no use here.
//
// The XML is known by its root, HealthData, whatever the file is called (导出.xml). It
// may be of several GB and streams once: what is kept of it is compact (a heart rate
// takes three bytes, a speed four or five) and bounded. Its document type, which iOS 16 wrote ill-formed, is
// gone past.
//
// Seen in real files (R), by readers of others (P), or not verified (U):
//
//   - Times are printed with the phone's offset on the day of the export, daylight
//     saving ignored (R): they are instants, and what the printed clock shows is never
//     local time. That is by the record's HKTimeZone, else the one nearest in time.
//   - Sleep is a record a stage, and the same night comes from several devices and apps
//     (P): of one source that has stages, the most of it; where none has, the union of
//     all that is asleep. Awake takes away from its own source alone; InBed is no sleep.
//   - Resting heart rate: of a date and source the one made last (U). What other apps
//     write is a source of its own.
//   - HRV is SDNN, a few readings at any hour (R), from iOS 27 on RMSSD too (P; the
//     name as exported U). A night's is the median of those in the sleep; only a runner
//     none of whose readings lies in a sleep gets the days' medians, as "any". Where the
//     file breaks off before any sleep there is no telling, and they are left.
//   - Correlation repeats its records (R) and is left out; WorkoutActivity repeats its
//     workout's statistics (R), which count once.
//   - A workout's series is of the heart-rate records in its time, of one source; those
//     in its pauses are left out. Its route names its sport by the route's file.
//   - A run's speed beside them is of the same watch: its records of running speed
//     (iOS 16 on; a moment's, km/hr or mi/hr by locale, P), else its distance every few
//     seconds (P), else its route, which is then read from beside the export. Without
//     any the run keeps its heart rate alone.
//
// Left: steps, energy, respiration, temperature, running power and form, wheelchair
// pushes, and everything else.
package apple

import (
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/xmlin"
)

// Formats are the kinds of files that this package reads.
var Formats = []source.Format{
	{Via: "apple", Name: "export.xml", Is: func(h source.Head) bool { return h.Root == "HealthData" }, Read: read},
	{Via: "apple", Name: "export_cda.xml", Is: func(h source.Head) bool { return h.Root == "ClinicalDocument" }},
	{Via: "apple", Name: "electrocardiograms", Is: func(h source.Head) bool {
		return within(h, "/electrocardiograms/") && !h.JSON() && h.Root == "" && len(h.Text) > 0
	}},
	{Via: "apple", Name: "clinical-records", Is: func(h source.Head) bool {
		return within(h, "/clinical-records/") && h.HasKeys("resourceType")
	}},
}

func within(h source.Head, folder string) bool {
	return strings.Contains("/"+strings.ToLower(h.Path), folder)
}

func read(f *source.File) ([]diary.File, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	r := reader{Reader: xmlin.New(in), file: f}
	r.sources.known = map[string]int{}
	for r.Next() {
		switch {
		case r.Is("Record"):
			r.record()
		case r.Is("MetadataEntry"):
			r.metadata()
		case r.Is("Workout"):
			r.workout()
		case r.Is("Correlation"):
			r.past("Correlation")
		case r.Is("HeartRateVariabilityMetadataList"):
			r.Leave() // beats, of whole numbers and a localised clock
		case r.Is("ExportDate"):
			r.exported, _ = when(r.Attr("value"))
		case r.Is("Me"):
			r.me()
		}
	}
	if r.Err() != nil && r.slept {
		r.breakOff()
	}
	list := r.files(r.Err())
	if len(list) == 0 && r.Err() != nil {
		return nil, source.Damaged
	}
	return list, nil
}

// past goes to the end of an element by its name: of one that is damaged no more is
// lost than itself.
func (r *reader) past(name string) {
	for !r.Ends(name) && r.Next() {
	}
}

// reader is one export.xml.
type reader struct {
	*xmlin.Reader
	file     *source.File
	exported int64
	person   diary.Person
	owner    uint64

	sources  sources
	zones    zones
	spans    []span    // of sleep
	resting  []reading // bpm
	sdnn     []reading // ms
	rmssd    []reading
	workouts []workout
	pauses   int  // of all of them
	lost     bool // there was more than can be kept
	slept    bool // the last record was one of sleep

	zoned func(zone uint8) // takes the HKTimeZone of the record that is open; nil where it is not wanted
}

// What is kept of each at most, so that no file can fill the memory: decades of real
// ones.
const (
	most         = 500_000 // stages of nights; readings of a kind
	mostWorkouts = 30_000
	mostPauses   = 100_000 // of all workouts
)

// The types that are read. A Record of any other is rejected by its type alone.
const (
	ofPulse   = "HKQuantityTypeIdentifierHeartRate"
	ofSleep   = "HKCategoryTypeIdentifierSleepAnalysis"
	ofResting = "HKQuantityTypeIdentifierRestingHeartRate"
	ofSDNN    = "HKQuantityTypeIdentifierHeartRateVariabilitySDNN"
	ofSpeed   = "HKQuantityTypeIdentifierRunningSpeed"
	ofWay     = "HKQuantityTypeIdentifierDistanceWalkingRunning"
	ofRMSSD   = "HKQuantityTypeIdentifierHeartRateVariabilityRMSSD"
)

func (r *reader) record() {
	r.zoned = nil
	kind := typeOf(r.Tag())
	if kind == nil {
		kind = r.Attr("type")
	}
	r.slept = string(kind) == ofSleep
	switch string(kind) {
	case ofPulse:
		r.pulse()
		r.Leave()
	case ofSpeed:
		r.speed()
		r.Leave()
	case ofWay:
		r.way()
		r.Leave()
	case ofSleep:
		r.sleep()
	case ofResting:
		r.reading(&r.resting)
	case ofSDNN:
		r.reading(&r.sdnn)
	case ofRMSSD:
		r.reading(&r.rmssd)
	default:
		r.Leave()
	}
}

// metadata takes the zone of the record that is open.
func (r *reader) metadata() {
	if r.zoned != nil && string(r.Attr("key")) == "HKTimeZone" {
		if z, ok := r.zones.index(r.Attr("value")); ok {
			r.zoned(z)
		}
	}
}

// me takes who it is of, as far as it says so.
func (r *reader) me() {
	const lead = "HKCharacteristicTypeIdentifier"
	switch string(r.Attr(lead + "BiologicalSex")) {
	case "HKBiologicalSexFemale":
		r.person.Sex = "female"
	case "HKBiologicalSexMale":
		r.person.Sex = "male"
	}
	text := string(r.Attr(lead + "DateOfBirth"))
	if born, ok := source.When(text); ok || len(text) == len("1990-03-02") {
		if years := (r.exported - born.Unix) / 31556952; ok && r.exported > 0 && years >= 10 && years < 110 {
			r.person.Age = uint8(years)
		}
		r.owner = source.Owner("apple", text)
	}
}
