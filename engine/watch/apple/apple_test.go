package apple

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/xmlin/illform"
)

const head = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>
<!ATTLIST Record
  type CDATA #REQUIRED
<!ELEMENT MetadataEntry EMPTY>
]>
<HealthData locale="fr_FR">
 <ExportDate value="2025-12-01 08:00:00 +0100"/>
`

func export(records ...string) string { return head + strings.Join(records, "") + "</HealthData>\n" }

const watch = "Léa’s Apple\u00a0Watch"

// at is a moment of Paris, on the tenth of September where it is only a clock, as the
// phone prints it in December: an hour less than the clock showed.
func at(local string) string {
	if len(local) == len("15:04") {
		local = "2025-09-10 " + local
	}
	t, err := time.ParseInLocation("2006-01-02 15:04", local, paris)
	if err != nil {
		panic(err)
	}
	return t.In(time.FixedZone("", 3600)).Format("2006-01-02 15:04:05 -0700")
}

var paris = func() *time.Location {
	p, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		panic(err)
	}
	return p
}()

func record(kind, from, attrs, start, end, inner string) string {
	return fmt.Sprintf(` <Record type="%s" sourceName="%s" sourceVersion="11" creationDate="%s" startDate="%s" endDate="%s"%s>%s</Record>`+"\n",
		kind, from, at(end), at(start), at(end), attrs, inner)
}

func value(v any) string { return fmt.Sprintf(` value="%v"`, v) }

const zone = `<MetadataEntry key="HKTimeZone" value="Europe/Paris"/>`

// sleep is one stage, in Paris.
func sleep(from, what, start, end string) string {
	return record(ofSleep, from, value("HKCategoryValueSleepAnalysis"+what), start, end, zone)
}

// whole is the watch's night to the tenth of September: 23:20 to 06:50, 420 minutes
// asleep and 30 awake.
func whole(from string) string {
	return sleep(from, "AsleepCore", "2025-09-09 23:20", "00:20") + sleep(from, "AsleepDeep", "00:20", "01:30") + sleep(from, "Awake", "01:30", "02:00") +
		sleep(from, "AsleepREM", "02:00", "03:35") + sleep(from, "AsleepCore", "03:35", "06:50")
}

func sdnn(from string, v any, when string) string {
	return record(ofSDNN, from, value(v), when, when, `<HeartRateVariabilityMetadataList><InstantaneousBeatsPerMinute bpm="48" time="2:10:03,12 AM"/></HeartRateVariabilityMetadataList>`)
}

func resting(from string, v any, start, made string) string {
	return record(ofResting, from, value(v), start, made, "")
}

// show reads an export, with the zones of the tz database, and writes what it holds.
func show(t *testing.T, text string) string {
	t.Helper()
	list, err := read(&source.File{Head: source.HeadOf("a.xml", []byte(text)[:min(len(text), source.HeadSize)]),
		Open: func() (io.Reader, error) { return strings.NewReader(text), nil },
		Zone: func(name string) diary.Zone {
			l, err := time.LoadLocation(name)
			if err != nil {
				return nil
			}
			return func(unix int64) int { _, o := time.Unix(unix, 0).In(l).Zone(); return o }
		}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		sourcetest.Check(t, &list[i], len(text)+200)
	}
	return strings.TrimSpace(sourcetest.Show(list))
}

func lines(s ...string) string { return strings.Join(s, "\n") }

const (
	clock   = "clock 2025-09-10T04:50:00 +120"
	inNap   = "clock 2025-09-10T12:06:00 +120"
	theWeek = "night 2025-09-09T21:20:00 2025-09-10T04:50:00 light 255 deep 70 rem 95 wake 30"
)

func TestNights(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"stages":                  {whole(watch), lines("file apple", clock, theWeek)},
		"in bed is no sleep":      {sleep("iPhone", "InBed", "2025-09-09 23:00", "07:05"), ""},
		"another app's":           {whole(watch) + sleep("Night App", "AsleepUnspecified", "2025-09-09 23:10", "06:55"), lines("file apple", clock, theWeek)},
		"its own, unspecified":    {whole(watch) + sleep(watch, "AsleepUnspecified", "2025-09-09 23:10", "06:55"), lines("file apple", clock, theWeek)},
		"an app with stages":      {whole(watch) + whole("Night App"), lines("file apple", clock, theWeek)},
		"an app awake":            {whole(watch) + sleep("Night App", "Awake", "03:00", "06:00"), lines("file apple", clock, theWeek)},
		"core twice":              {whole(watch) + sleep(watch, "AsleepCore", "03:30", "05:00"), lines("file apple", clock, theWeek)},
		"a curly name and not":    {strings.Replace(whole(watch), watch, "Léa's Apple Watch", 2), lines("file apple", clock, theWeek)},
		"the watch died":          {sleep(watch, "AsleepCore", "2025-09-09 23:20", "2025-09-09 23:50") + whole("Ring"), lines("file apple Ring", clock, theWeek)},
		"before iOS 16":           {sleep(watch, "Asleep", "2025-09-09 23:20", "02:00") + sleep(watch, "Asleep", "02:30", "06:50"), lines("file apple", clock, "night 2025-09-09T21:20:00 2025-09-10T04:50:00 total 420")},
		"two without stages":      {sleep("A", "Asleep", "2025-09-09 23:20", "04:00") + sleep("B", "Asleep", "01:00", "06:50"), lines("file apple B", clock, "night 2025-09-09T21:20:00 2025-09-10T04:50:00 total 450")},
		"awake of its own":        {sleep("A", "Asleep", "2025-09-09 23:20", "06:50") + sleep("A", "Awake", "03:00", "03:30"), lines("file apple A", clock, "night 2025-09-09T21:20:00 2025-09-10T04:50:00 total 420")},
		"awake of another":        {sleep("A", "Asleep", "2025-09-09 23:20", "06:50") + sleep("B", "Awake", "03:00", "03:30"), lines("file apple A", clock, "night 2025-09-09T21:20:00 2025-09-10T04:50:00 total 450")},
		"a nap":                   {whole(watch) + sleep(watch, "AsleepCore", "13:30", "14:06"), lines("file apple", clock, inNap, theWeek, "night 2025-09-10T11:30:00 2025-09-10T12:06:00 light 36 deep 0 rem 0 wake 0")},
		"a break under 3 h":       {sleep(watch, "AsleepCore", "2025-09-09 23:00", "02:00") + sleep(watch, "AsleepCore", "04:59", "06:59"), lines("file apple", "clock 2025-09-10T04:59:00 +120", "night 2025-09-09T21:00:00 2025-09-10T04:59:00 light 300 deep 0 rem 0 wake 0")},
		"never switched off":      {sleep("A", "Asleep", "2025-09-01 23:00", "2025-09-05 06:00"), ""},
		"it ends before it began": {sleep("A", "Asleep", "06:00", "02:00"), ""},
		"in a correlation":        {"<Correlation type=\"x\">" + whole(watch) + "</Correlation>" + whole(watch), lines("file apple", clock, theWeek)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(t, export(c.in)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// The night on which the clock goes back is as long as it was, and the printed offset,
// which is that of the day of the export, is never the runner's clock.
func TestClocks(t *testing.T) {
	fall := sleep(watch, "AsleepCore", "2025-10-25 23:00", "2025-10-26 06:00")
	if got := show(t, export(fall)); got != lines("file apple", "clock 2025-10-26T05:00:00 +60", "night 2025-10-25T21:00:00 2025-10-26T05:00:00 light 480 deep 0 rem 0 wake 0") {
		t.Error(got)
	}
	away := strings.ReplaceAll(whole(watch), "Europe/Paris", "America/Los_Angeles")
	if got := show(t, export(away, resting(watch, 50, "2025-09-10 09:01", "2025-09-11 06:00"))); got != lines("file apple", "clock 2025-09-10T04:50:00 -420", "clock 2025-09-10T07:01:00 -420", theWeek, "resting 50 at 2025-09-10T07:06:00") {
		t.Error(got)
	}
	if got := show(t, export(strings.ReplaceAll(whole(watch), "Europe/Paris", "Mars/Olympus"))); got != lines("file apple", theWeek) {
		t.Error(got)
	}
}

func TestResting(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"just past midnight":  {resting(watch, 52, "00:01", "21:00"), lines("file apple", "resting 52 at 2025-09-09T22:06:00")},
		"the one made last":   {resting(watch, 52, "00:01", "21:00") + resting(watch, 54, "00:03", "12:00"), lines("file apple", "resting 52 at 2025-09-09T22:06:00")},
		"another app's":       {resting(watch, 52, "00:01", "21:00") + resting("Connect", 47, "00:01", "22:00"), lines("file apple", "resting 52 at 2025-09-09T22:06:00", "file apple Connect", "resting 47 at 2025-09-09T22:06:00")},
		"not measured":        {resting(watch, 0, "00:01", "21:00") + resting(watch, "NaN", "00:01", "21:00") + resting(watch, "", "00:01", "21:00") + resting(watch, "--", "00:01", "21:00"), ""},
		"no source":           {strings.Replace(resting(watch, 52, "00:01", "21:00"), `sourceName="`+watch+`"`, "", 1), lines("file apple", "resting 52 at 2025-09-09T22:06:00")},
		"attributes anywhere": {`<Record value='52' startDate='2025-09-09 22:01:00 +0000' endDate='2025-09-10 19:00:00 +0000' type='` + ofResting + `'/>`, lines("file apple", "resting 52 at 2025-09-09T22:06:00")},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(t, export(c.in)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestHRV(t *testing.T) {
	in := sdnn(watch, 58.5, "01:10") + sdnn(watch, 61, "03:10") + sdnn(watch, 66.25, "05:10")
	day := sdnn(watch, 34, "12:00") + sdnn(watch, 29.75, "18:30")
	night := lines("file apple", clock, theWeek)
	nap := "night 2025-09-10T11:30:00 2025-09-10T12:06:00 light 36 deep 0 rem 0 wake 0"
	for name, c := range map[string]struct{ in, want string }{
		"the median of the sleep": {whole(watch) + in + day, night + "\nhrv overnight_sdnn 61 at 2025-09-10T04:50:00"},
		"RMSSD of iOS 27":         {whole(watch) + strings.ReplaceAll(in, "SDNN", "RMSSD"), night + "\nhrv overnight_rmssd 61 at 2025-09-10T04:50:00"},
		"none in any sleep":       {whole(watch) + day, lines("file apple", clock, "clock 2025-09-10T16:30:00 +120", theWeek, "hrv any_sdnn 31.875 at 2025-09-10T16:30:00")},
		"in a nap":                {whole(watch) + in + sleep(watch, "AsleepCore", "13:30", "14:06") + sdnn(watch, 90, "13:45"), lines("file apple", clock, inNap, theWeek, nap, "hrv overnight_sdnn 61 at 2025-09-10T04:50:00")},
		"another app's":           {whole(watch) + in + sdnn("Breath", 120, "04:00"), night + "\nhrv overnight_sdnn 61 at 2025-09-10T04:50:00"},
		"none was measured":       {whole(watch) + sdnn(watch, 0, "03:00"), night},
	} {
		t.Run(name, func(t *testing.T) {
			if got := show(t, export(c.in)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A new watch is a new device, by the same name, from the day on which it measured.
func TestHardware(t *testing.T) {
	with := func(record, model string) string {
		return strings.Replace(record, ` sourceVersion="11"`, ` sourceVersion="11" device="&lt;&lt;HKDevice: 0x28a&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:`+model+`, software:9.1&gt;"`, 1)
	}
	beat := func(local, model string) string {
		return with(record(ofPulse, watch, value(60), local, local, ""), model)
	}
	in := beat("2025-09-08 12:00", "Watch6,2") + beat("2025-09-10 12:00", "Watch7,5") + whole(watch) + resting(watch, 52, "2025-09-08 00:01", "2025-09-08 20:00")
	if got := show(t, export(in)); got != lines("file apple Watch6,2", "clock 2025-09-07T22:01:00 +120", "resting 52 at 2025-09-07T22:06:00", "file apple Watch7,5", clock, theWeek) {
		t.Error(got)
	}
	renamed := strings.ReplaceAll(beat("2025-09-10 12:00", "Watch7,5")+whole(watch), watch, "Ultra")
	if got := show(t, export(renamed)); !strings.HasPrefix(got, "file apple Watch7,5\n") {
		t.Error(got)
	}
}

func TestOther(t *testing.T) {
	for path, in := range map[string]string{
		"export_cda.xml": `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"/>`,
		"a/electrocardiograms/ecg_2024-01-01.csv":      "Nom,Léa\nDate de naissance,1990\n",
		"a/clinical-records/Condition-1.json":          `{"resourceType":"Condition"}`,
		"apple_health_export/electrocardiograms/1.csv": "Name,\n",
	} {
		sourcetest.Want(t, Formats, path, in, "other")
	}
	sourcetest.Want(t, Formats, "ecg.csv", "Name,Lea\n", "unknown")
	sourcetest.Want(t, Formats, "导出.xml", export(), "")
}

func TestPerson(t *testing.T) {
	me := `<Me HKCharacteristicTypeIdentifierDateOfBirth="1990-03-02" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>`
	list, _, err := sourcetest.Read(Formats, "a.xml", []byte(export(me, whole(watch))))
	if err != nil || list[0].Owner == 0 || len(list[0].Persons) != 1 || list[0].Persons[0].Age != 35 || list[0].Persons[0].Sex != "female" {
		t.Errorf("%+v, %v", list, err)
	}
	list, _, _ = sourcetest.Read(Formats, "a.xml", []byte(export(strings.Replace(me, "1990-03-02", "", 1), whole(watch))))
	if list[0].Owner != 0 || list[0].Persons[0].Age != 0 {
		t.Errorf("nobody's is somebody's: %+v", list[0])
	}
}

// A file that breaks off in the midst of a night does not say how long that was; the
// nights before it, and one that other records follow, are whole.
func TestBreaksOffInANight(t *testing.T) {
	next := sleep(watch, "AsleepCore", "2025-09-10 23:20", "2025-09-11 00:20") + sleep(watch, "AsleepDeep", "2025-09-11 00:20", "2025-09-11 01:30")
	for name, text := range map[string]string{
		"after a record": export(whole(watch), next),
		"within one":     export(whole(watch), next, sleep(watch, "AsleepREM", "2025-09-11 01:30", "2025-09-11 02:00")),
		"newest first":   export(next, whole(watch), sleep(watch, "Awake", "01:30", "02:00")),
	} {
		cut := text[:strings.LastIndex(text, "</Record>")]
		want := lines("file apple", clock, theWeek, "partial")
		if name == "newest first" {
			want = lines("file apple", "clock 2025-09-10T23:30:00 +120", "night 2025-09-10T21:20:00 2025-09-10T23:30:00 light 60 deep 70 rem 0 wake 0", "partial")
		}
		if got := show(t, cut); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	if got := show(t, strings.TrimSuffix(export(whole(watch), resting(watch, 52, "00:01", "21:00")), "</HealthData>\n")); !strings.Contains(got, theWeek) {
		t.Errorf("a night before other records: %s", got)
	}
}

// A file that breaks off before any sleep does not say which readings were at night.
func TestBreaksOffBeforeSleep(t *testing.T) {
	text := export(sdnn(watch, 61, "03:10"), sdnn(watch, 30, "15:10"), resting(watch, 52, "00:01", "21:00"))
	if got := show(t, text); !strings.Contains(got, "any_sdnn") {
		t.Errorf("without a sleep: %s", got)
	}
	if got := show(t, text[:len(text)-20]); strings.Contains(got, "sdnn") || !strings.Contains(got, "resting 52") || !strings.Contains(got, "partial") {
		t.Errorf("cut off: %s", got)
	}
	text = export(sdnn(watch, 61, "03:10"))
	if list, _, err := sourcetest.Read(Formats, "a.xml", []byte(text[:len(text)-20])); len(list) > 0 || err != error(source.Damaged) {
		t.Errorf("nothing is left: %+v, %v", list, err)
	}
}

func TestIllFormed(t *testing.T) {
	text := export(whole(watch), sdnn(watch, 61, "03:10"), resting(watch, 52, "00:01", "21:00"), run(""))
	want := show(t, text)
	for how, b := range illform.Same([]byte(text)) {
		if got := show(t, string(b)); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", how, got, want)
		}
	}
	odd := strings.Replace(text, ` sourceVersion="11"`, " source Version=\"11\" note=\"a < b > c \v\xFF\"", 1)
	if got := show(t, odd); got != want {
		t.Errorf("with odd attributes:\n%s\nwant\n%s", got, want)
	}
	nights := 0
	for b := range illform.Cuts([]byte(text), 11) {
		list, known, err := sourcetest.Read(Formats, "a.xml", b)
		if err != nil && err != error(source.Damaged) || !known && bytes.Contains(b, []byte("<HealthData ")) {
			t.Fatalf("after %d bytes: %v", len(b), err)
		}
		for i := range list {
			sourcetest.Check(t, &list[i], len(b))
			if list[i].Partial == "" {
				t.Fatalf("%d bytes pass for a whole", len(b))
			}
		}
		if len(list) > 0 {
			nights = len(list[0].Nights)
		}
	}
	if nights != 1 {
		t.Error("the night before the break is lost")
	}
}

func FuzzApple(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{
		"export.xml": export(whole(watch), sdnn(watch, 61, "03:10"), resting(watch, 52, "00:01", "21:00")),
		"a.xml":      export(run(""), record(ofPulse, watch, value(60), "18:00", "18:00", "")),
		"pace.xml":   export(beats(watch, 140, 300, "18:00", "18:30"), each(ofSpeed, watch, "km/hr", "10.8", 300, 0), each(ofWay, watch, "mi", "0.02", 300, 10), run(byRoute)),
	})
}
