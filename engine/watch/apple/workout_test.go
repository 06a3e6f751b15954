package apple

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
)

// run is a run from 18:00 to 18:30, with these children beside its own.
func run(inner string) string {
	return fmt.Sprintf(` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min" sourceName="%s" creationDate="%s" startDate="%s" endDate="%s">%s%s</Workout>`+"\n",
		watch, at("18:31"), at("18:00"), at("18:30"), zone, inner)
}

func beats(from string, bpm, every int, start, end string) string {
	var b strings.Builder
	first, _ := when([]byte(at(start)))
	last, _ := when([]byte(at(end)))
	for t := first; t <= last; t += int64(every) {
		stamp := time.Unix(t, 0).UTC().Format("2006-01-02 15:04:05 -0700")
		fmt.Fprintf(&b, ` <Record type="%s" sourceName="%s" sourceVersion="11" unit="count/min" creationDate="%s" startDate="%s" endDate="%s" value="%d"/>`+"\n", ofPulse, from, stamp, stamp, stamp, bpm)
	}
	return b.String()
}

func TestWorkouts(t *testing.T) {
	const (
		clock    = "clock 2025-09-10T16:00:00 +120"
		distance = `<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.4" unit="km"/>`
		pulse    = `<WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="141.4" minimum="90" maximum="158" unit="count/min"/>`
	)
	pause := fmt.Sprintf(`<WorkoutEvent type="HKWorkoutEventTypePause" date="%s"/><WorkoutEvent type="HKWorkoutEventTypeResume" date="%s"/>`, at("18:10"), at("18:15"))
	for name, c := range map[string]struct{ in, want string }{
		"summary":         {run(distance + pulse), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m hr 141 max 158"},
		"counted once":    {run(`<WorkoutActivity uuid="1">` + distance + pulse + `</WorkoutActivity>` + distance + pulse), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m hr 141 max 158"},
		"miles":           {run(strings.Replace(distance, `sum="5.4" unit="km"`, `unit="mi" sum="3"`, 1)), "running at 2025-09-10T16:00:00 1800s of 1800s 4828.03m"},
		"before iOS 16":   {strings.Replace(run(""), "duration=", `totalDistance="3.2" totalDistanceUnit="km" duration=`, 1), "running at 2025-09-10T16:00:00 1800s of 1800s 3200m"},
		"on a treadmill":  {run(`<MetadataEntry key="HKIndoorWorkout" value="1"/>` + distance), "running treadmill at 2025-09-10T16:00:00 1800s of 1800s 5400m"},
		"uphill":          {run(`<MetadataEntry key="HKElevationAscended" value="1234 cm"/>` + distance), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m up 12.34"},
		"a pause":         {strings.Replace(run(distance+pause), `duration="30"`, `duration="25"`, 1), "running at 2025-09-10T16:00:00 1500s of 1800s 5400m"},
		"only its events": {strings.Replace(run(distance+pause), `duration="30"`, ``, 1), "running at 2025-09-10T16:00:00 1500s of 1800s 5400m"},
		"in hours":        {strings.Replace(run(distance), `duration="30" durationUnit="min"`, `duration="0.5" durationUnit="hr"`, 1), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m"},
		"another sport":   {strings.Replace(run(distance), "TypeRunning", "TypeTraditionalStrengthTraining", 1), "training at 2025-09-10T16:00:00 1800s of 1800s 5400m"},
		"with its pulse":  {beats(watch, 60, 300, "12:00", "17:55") + beats(watch, 140, 5, "18:00", "18:30") + run(distance), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m hr 140 max 140 track 361"},
		"a strap's pulse": {beats("Strap", 150, 5, "18:00", "18:30") + beats(watch, 140, 300, "18:00", "18:30") + run(distance), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m hr 150 max 150 track 361"},
		"two pulses":      {beats("Strap", 150, 5, "18:00", "18:30") + beats(watch, 140, 10, "18:00", "18:30") + run(distance), "running at 2025-09-10T16:00:00 1800s of 1800s 5400m hr 140 max 140 track 361"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(t, export(c.in)); got != lines("file apple", clock, c.want) {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	for _, gone := range []string{strings.Replace(run(distance), "startDate", "start", 1), strings.Replace(run(distance), "endDate", "end", 1)} {
		if got := show(t, export(gone)); got != "" {
			t.Errorf("a workout of no time: %s", got)
		}
	}
}

// The heart rate of a pause is none of the run's.
func TestPausedPulse(t *testing.T) {
	in := beats(watch, 140, 5, "18:00", "18:10") + beats(watch, 90, 5, "18:11", "18:14") + beats(watch, 140, 5, "18:15", "18:30") +
		strings.Replace(run(fmt.Sprintf(`<WorkoutEvent type="HKWorkoutEventTypePause" date="%s"/><WorkoutEvent type="HKWorkoutEventTypeResume" date="%s"/>`, at("18:10"), at("18:15"))), `duration="30"`, `duration="25"`, 1)
	if got := show(t, export(in)); !strings.Contains(got, "1500s of 1800s 0m hr 140 max 140 track 361") {
		t.Error(got)
	}
}

// A route is named by its workout, which says its sport.
func TestRouteLabel(t *testing.T) {
	in := run(`<WorkoutRoute sourceName="x"><FileReference path="/workout-routes/route_2025-09-10_6.30pm.gpx"/></WorkoutRoute>`)
	list, _, err := sourcetest.Read(Formats, "a.xml", []byte(export(in)))
	if err != nil || len(list) != 1 || len(list[0].Labels) != 1 || list[0].Labels[0] != (diary.Label{Key: source.Key("route_2025-09-10_6.30pm.gpx"), Sport: diary.Running}) || list[0].Activities[0].Key != 0 {
		t.Errorf("%+v, %v", list, err)
	}
}

// A heart rate reads the same in place and by its attributes, whatever their order.
func TestPulseInPlace(t *testing.T) {
	usual := beats(watch, 140, 5, "18:00", "18:30")
	turned := strings.NewReplacer(` unit="count/min"`, "", `" value="140"`, `" value="140" unit="count/min"`).Replace(usual)
	single := strings.ReplaceAll(usual, `"`, `'`)
	want := show(t, export(usual, run("")))
	for _, in := range []string{turned, single, strings.ReplaceAll(usual, "\"/>", "\"></Record>"), strings.ReplaceAll(usual, `value="140"`, `value="139.8"`)} {
		if got := show(t, export(in, run(""))); got != want || !strings.Contains(got, "hr 140") {
			t.Errorf("%.300s\n%s", in, got)
		}
	}
}

// What is kept of an export does not grow with what is of no use in it, and a heart rate
// takes three bytes.
func TestMemory(t *testing.T) {
	var s sources
	s.known = map[string]int{}
	i := s.index([]byte("Watch"))
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	const n = 5_000_000 // ten years of a minute's each
	for k := range int64(n) {
		s.keep(&s.list[i].pulses, 1_500_000_000+60*k, 60)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if per := float64(after.HeapAlloc-before.HeapAlloc) / n; per > 3.2 {
		t.Errorf("%.2f bytes a heart rate", per)
	}
	for k := range int64(4 * n) {
		s.keep(&s.list[i].pulses, 1_900_000_000+5*k, 60)
	}
	if s.bytes > mostKept {
		t.Errorf("%d bytes kept", s.bytes)
	}
	got := 0
	s.list[i].pulses.between(1_900_000_000+5*(4*n-10), 1<<60, func(int64, uint32) { got++ })
	if got != 10 {
		t.Errorf("%d of the newest ten", got)
	}
}

// A long export streams: what is held while it is read does not grow with it.
func TestStreams(t *testing.T) {
	one := []byte(beats(watch, 60, 60, "12:00", "17:55") + strings.ReplaceAll(beats(watch, 60, 60, "12:00", "17:55"), ofPulse, "HKQuantityTypeIdentifierStepCount"))
	const times = 1000
	var before, during runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	parts := make([]io.Reader, 0, times+2)
	parts = append(parts, strings.NewReader(head))
	for range times {
		parts = append(parts, bytes.NewReader(one))
	}
	parts = append(parts, watched(func() { runtime.GC(); runtime.ReadMemStats(&during) }), strings.NewReader(run("")+"</HealthData>"))
	list, err := read(&source.File{Open: func() (io.Reader, error) { return io.MultiReader(parts...), nil }})
	if err != nil || len(list) != 1 || len(list[0].Activities) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	if held := int64(during.HeapAlloc) - int64(before.HeapAlloc); held > 4<<20 || times*len(one) < 100<<20 {
		t.Errorf("%d MB held of %d", held>>20, times*len(one)>>20)
	}
}

// watched is the end of a stream at which something is done.
type watched func()

func (w watched) Read([]byte) (int, error) {
	w()
	return 0, io.EOF
}
