package apple

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
)

// each is a record of so many seconds after the other, from 18:00 to 18:30.
func each(kind, from, unit, value string, every, lasts int) string {
	var b strings.Builder
	first, _ := when([]byte(at("18:00")))
	for t := first; t < first+1800; t += int64(every) {
		stamp := func(t int64) string { return time.Unix(t, 0).UTC().Format("2006-01-02 15:04:05 -0700") }
		fmt.Fprintf(&b, ` <Record type="%s" sourceName="%s" sourceVersion="11" unit="%s" creationDate="%s" startDate="%s" endDate="%s" value="%s"/>`+"\n",
			kind, from, unit, stamp(t), stamp(t), stamp(t+int64(lasts)), value)
	}
	return b.String()
}

// track is the first run's track in an export, whose routes lie beside it.
func track(t *testing.T, text string, routes map[string]string) diary.Track {
	t.Helper()
	list, err := read(&source.File{Open: func() (io.Reader, error) { return strings.NewReader(text), nil }, Beside: func(name string) io.Reader {
		if r, ok := routes[name]; ok {
			return strings.NewReader(r)
		}
		return nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		sourcetest.Check(t, &list[i], len(text)+200)
		if len(list[i].Activities) > 0 {
			return list[i].Activities[0].Track
		}
	}
	t.Fatal("no run")
	return diary.Track{}
}

const (
	risen   = `<MetadataEntry key="HKElevationAscended" value="1234 cm"/>`
	byRoute = `<WorkoutRoute sourceName="x"><FileReference path="/workout-routes/route_2025-09-10_6.30pm.gpx"/></WorkoutRoute>`
)

// A run has its watch's speed beside its heart rate, by whichever of its records cover it.
func TestPace(t *testing.T) {
	pulse := beats(watch, 140, 5, "18:00", "18:30")
	for name, c := range map[string]struct {
		in   string
		want uint16 // mm/s of most steps; 0: no speed
	}{
		"running speed":          {each(ofSpeed, watch, "km/hr", "10.8", 5, 0), 3000},
		"in miles":               {each(ofSpeed, watch, "mi/hr", "6", 5, 0), 2682},
		"in metres a second":     {each(ofSpeed, watch, "m/s", "3.1", 5, 0), 3100},
		"a few seconds apart":    {each(ofSpeed, watch, "km/hr", "10.8", 12, 0), 3000},
		"distance":               {each(ofWay, watch, "km", "0.009", 3, 3), 3000},
		"distance of ten":        {each(ofWay, watch, "km", "0.03", 10, 10), 3000},
		"distance in miles":      {each(ofWay, watch, "mi", "0.02", 10, 10), 3219},
		"both":                   {each(ofWay, watch, "km", "0.04", 10, 10) + each(ofSpeed, watch, "km/hr", "10.8", 5, 0), 3000},
		"here and there a speed": {each(ofWay, watch, "km", "0.04", 10, 10) + each(ofSpeed, watch, "km/hr", "10.8", 90, 0), 4000},
		"another's":              {each(ofWay, "iPhone", "km", "0.04", 10, 10), 0},
		"of the day":             {each(ofWay, watch, "km", "1", 600, 600), 0},
		"no unit":                {each(ofSpeed, watch, "", "10.8", 5, 0), 0},
		"too fast":               {each(ofSpeed, watch, "km/hr", "70", 5, 0), 0},
		"none":                   {each(ofSpeed, watch, "km/hr", "NaN", 5, 0) + each(ofWay, watch, "km", "", 5, 5), 0},
		"attributes turned":      {strings.NewReplacer(` unit="km/hr"`, "", ` value="10.8"`, ` value="10.8" unit="km/hr"`).Replace(each(ofSpeed, watch, "km/hr", "10.8", 5, 0)), 3000},
	} {
		t.Run(name, func(t *testing.T) {
			got := track(t, export(pulse, c.in, run(risen)), nil)
			if len(got.HR) != 361 || slices.Max(got.HR) != 140 {
				t.Errorf("its heart rate: %v", got.HR)
			}
			if c.want == 0 {
				if got.Speed != nil {
					t.Errorf("%v", got.Speed[:5])
				}
				return
			}
			n := 0
			for _, v := range got.Speed {
				if v == c.want {
					n++
				}
			}
			if n < 355 {
				t.Errorf("%d of 361 steps are as fast as %d: %v", n, c.want, got.Speed)
			}
		})
	}
	if got := track(t, export(each(ofSpeed, watch, "km/hr", "10.8", 5, 0), run(risen)), nil); got.Speed != nil {
		t.Error("a speed beside no heart rate")
	}
	bike := strings.Replace(run(risen), "TypeRunning", "TypeCycling", 1)
	if got := track(t, export(pulse, each(ofWay, watch, "km", "0.03", 10, 10), bike), nil); got.Speed != nil || got.HR == nil {
		t.Error("a walk's distance in a ride")
	}
}

// Of a pause there is no speed.
func TestPausedPace(t *testing.T) {
	pause := fmt.Sprintf(`<WorkoutEvent type="HKWorkoutEventTypePause" date="%s"/><WorkoutEvent type="HKWorkoutEventTypeResume" date="%s"/>`, at("18:10"), at("18:15"))
	got := track(t, export(beats(watch, 140, 5, "18:00", "18:30"), each(ofSpeed, watch, "km/hr", "10.8", 5, 0), run(risen+pause)), nil)
	if got.Speed[118] != 3000 || slices.Max(got.Speed[121:180]) != 0 || got.Speed[181] != 3000 {
		t.Errorf("%v", got.Speed[115:185])
	}
}

// gpx is a route from a time of 10 September on, at a point a second.
func gpx(from string, seconds int) string {
	first, _ := when([]byte(at(from)))
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><gpx creator="Apple Health Export"><metadata><time>2025-09-10T16:30:00Z</time></metadata><trk><trkseg>`)
	for i := range seconds {
		fmt.Fprintf(&b, `<trkpt lon="2.0" lat="%.7f"><ele>%d</ele><time>%s</time><extensions><speed>3.25</speed></extensions></trkpt>`,
			48+3.25*float64(i)/111195, 40+i/100, time.Unix(first+int64(i), 0).UTC().Format(time.RFC3339))
	}
	return b.String() + "</trkseg></trk></gpx>"
}

// Where records do not say how fast it was, or nothing how far it rose, the route does;
// a route of another time is another run's.
func TestRoute(t *testing.T) {
	const name = "route_2025-09-10_6.30pm.gpx"
	pulse, speeds := beats(watch, 140, 5, "18:00", "18:30"), each(ofSpeed, watch, "km/hr", "10.8", 5, 0)
	for what, c := range map[string]struct {
		in, route string
		speed     uint16
		altitude  bool
	}{
		"no records":         {pulse + run(risen+byRoute), gpx("18:00", 1800), 3250, true},
		"records":            {pulse + speeds + run(risen+byRoute), gpx("18:00", 1800), 3000, false},
		"how far it rose":    {pulse + speeds + run(byRoute), gpx("18:00", 1800), 3250, true},
		"no route":           {pulse + speeds + run(byRoute), "", 3000, false},
		"half a route":       {pulse + speeds + run(byRoute), gpx("18:00", 800), 3000, false},
		"neither":            {pulse + run(byRoute), "", 0, false},
		"of another time":    {pulse + run(risen+byRoute), gpx("15:00", 1800), 0, false},
		"of another file":    {pulse + run(risen+strings.ReplaceAll(byRoute, "6.30pm", "6.31pm")), gpx("18:00", 1800), 0, false},
		"on a treadmill":     {pulse + speeds + run(`<MetadataEntry key="HKIndoorWorkout" value="1"/>`+byRoute), gpx("18:00", 1800), 3000, false},
		"a route cut off":    {pulse + run(risen+byRoute), gpx("18:00", 1800)[:150*1500], 3250, true},
		"nothing of a route": {pulse + run(risen+byRoute), "<gpx>", 0, false},
	} {
		t.Run(what, func(t *testing.T) {
			routes := map[string]string{}
			if c.route != "" {
				routes[name] = c.route
			}
			got := track(t, export(c.in), routes)
			if c.speed == 0 && got.Speed != nil || c.speed > 0 && (len(got.Speed) != 361 || got.Speed[100] != c.speed) || (got.Altitude != nil) != c.altitude || got.HR[100] != 140 {
				t.Errorf("speed %v, altitude %v", got.Speed, got.Altitude != nil)
			}
		})
	}
}
