package suunto

import (
	"fmt"
	"strings"
	"testing"

	"rebound/engine/watch/sourcetest"
)

// log is a recording of so many samples, ten seconds apart.
func log(samples int, header string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `{"DeviceLog":{"Header":{%s"Energy":1500000},"Samples":[`, header)
	for i := range samples {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"TimeISO8601":"2025-06-03T07:%02d:%02d.000+02:00","HR":%g,"Cadence":1.45,"Latitude":%.8f,"Longitude":0.0366519,"Speed":3.0,"Altitude":100}`, 30+i/6, i%6*10, 2.0+float64(i%2)/2, 0.85+float64(i)*4.7e-6)
	}
	b.WriteString(`],"R-R":{"Data":[500,498,501]},"Windows":[{"Type":"Lap"}]}}`)
	return b.String()
}

const full = `"DateTime":"2025-06-03T07:30:00.000+02:00","Duration":595.0,"PauseDuration":5.0,"Distance":1790,"ActivityType":3,`

var texts = map[string]string{"a.json": log(8, full), "b.json": log(8, `"DateTime":"2025-06-03T07:30:00","Duration":600,`), "c.json": log(3, "")}

// Heart rate and cadence are in hertz, and positions in radians.
func TestRead(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", log(60, full), `
		file
		clock 2025-06-03T05:30:00 +120
		running at 2025-06-03T05:30:00 595s of 600s 1790m hr 135 max 150 track 119`)
	list, _, _ := sourcetest.Read(Formats, "a.json", []byte(log(60, full)))
	if tr := list[0].Activities[0].Track; tr.HR[0] != 120 || tr.HR[2] != 150 || tr.Cadence[0] != 87 || tr.Speed[0] != 3000 || tr.Altitude[0] != 200 {
		t.Errorf("%+v", tr)
	}
}

// Without a header the samples say when and how far, and the speed which sport.
func TestNoHeader(t *testing.T) {
	sourcetest.Want(t, Formats, "a.json", log(60, ""), `
		file
		clock 2025-06-03T05:30:00 +120
		running at 2025-06-03T05:30:00 590s of 590s 1766.68m hr 135 max 150 track 119`)
	sourcetest.Want(t, Formats, "a.json", `{"DeviceLog":{"Header":{},"Samples":[]}}`, "other")
	sourcetest.Want(t, Formats, "a.json", `{"DeviceLog":{"Header":{"Dura`, "error damaged")
	sourcetest.Want(t, Formats, "a.json", `{"Device":{"Header":{}}}`, "unknown")
}

func TestSpoilt(t *testing.T) {
	sourcetest.Survive(t, Formats, "b.json", `{"DeviceLog":{"Header":{"DateTime":"2025-06-03T07:30:00","Duration":600,"ActivityType":82}}}`)
	for path, text := range texts {
		for how, spoilt := range sourcetest.Spoilt(text) {
			a, _, _ := sourcetest.Read(Formats, path, []byte(text))
			if b, _, _ := sourcetest.Read(Formats, path, []byte(spoilt)); sourcetest.Show(a) != sourcetest.Show(b) {
				t.Errorf("%s %s: %s", path, how, sourcetest.Show(b))
			}
		}
	}
	// Cut off after the header it is the same session, of the samples that came.
	text := log(60, full)
	list, _, err := sourcetest.Read(Formats, "a.json", []byte(text[:len(text)/2]))
	if err != nil || len(list) != 1 || list[0].Partial == "" || list[0].Activities[0].Seconds != 595 || list[0].Activities[0].Track.Len() < 40 {
		t.Errorf("%v, %s", err, sourcetest.Show(list))
	}
}

func FuzzRead(f *testing.F) { sourcetest.Fuzz(f, Formats, texts) }
