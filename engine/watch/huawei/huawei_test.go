package huawei

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"rebound/engine/diary"
	"rebound/engine/watch/table/tabletest"
)

const start = 1749535200 // 10 June 2025, 06:00 UTC

// session is a run of 20 s: heart rates 140, 150 in one step and 160 later, 15 m from
// one place to the next in 5 s, then a pause. time writes a moment.
func session(extra string, time func(s int) string) string {
	lines := []string{
		"tp=lbs;k=0;lat=0.000000;lon=10.000000;alt=0.0;t=" + time(0) + ";",
		"tp=lbs;k=1;lat=0.000135;lon=10.000000;alt=0.0;t=" + time(5) + ";",
		"tp=lbs;k=2;lat=90.0;lon=-80.0;alt=0.0;t=" + time(10) + ";",
		"tp=lbs;k=3;lat=0.9;lon=10.000000;alt=0.0;t=" + time(15) + ";",
		"tp=h-r;k=" + time(1) + ";v=140;", "tp=h-r;k=" + time(2) + ";v=150;", "tp=h-r;k=" + time(16) + ";v=160.0;",
		"tp=h-r;k=" + time(17) + ";v=0;", "tp=h-r;k=" + time(99) + ";v=190;", "tp=s-r;k=" + time(3) + ";v=170;", "tp=h-r;k=;v=",
	}
	return fmt.Sprintf(`{"totalSteps":60,"partTimeMap":{1.0:461.0,2.0:931.0},"sportType":4,"startTime":%d000,"totalTime":20000,"totalDistance":60,"timeZone":"+0200"%s,"attribute":"%s%s\n%s{\"avgHeartRate\":155,\"maxHeartRate\":170}"}`,
		start, extra, detail, strings.Join(lines, `\n`), simple)
}

// utf16le is a text as Windows writes it.
func utf16le(s string) string {
	b := []byte("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

func TestSession(t *testing.T) {
	for name, c := range map[string]string{
		"milliseconds":   "[" + session("", func(s int) string { return fmt.Sprint((start + s) * 1000) }) + "]",
		"seconds":        "[" + session("", func(s int) string { return fmt.Sprint(start + s) }) + "]",
		"exponent":       "[" + session("", func(s int) string { return fmt.Sprintf("%.9E", float64(start+s)) }) + "]",
		"from the start": "[" + session("", func(s int) string { return fmt.Sprint(s) }) + "]",
		"utf-8 mark":     "\uFEFF [" + session("", func(s int) string { return fmt.Sprint(s) }) + "]\r\n",
		"utf-16":         utf16le("[" + session("", func(s int) string { return fmt.Sprint(s) }) + "]"),
		"by day":         `[{"recordDay":20250610,"motionPathData":[` + session("", func(s int) string { return fmt.Sprint(s) }) + "]}]",
	} {
		kind, list, err := tabletest.Read(Formats, "motion path detail data.json", c)
		if kind != Formats[0].Name || err != nil || len(list) != 1 || len(list[0].Activities) != 1 {
			t.Errorf("%s: %s, %+v, %v", name, kind, list, err)
			continue
		}
		a := list[0].Activities[0]
		if a.Start != start || a.Sport != diary.Running || a.Seconds != 20 || a.Meters != 60 || a.AvgHR != 153 || a.MaxHR != 160 {
			t.Errorf("%s: %+v", name, a)
		}
		if got := fmt.Sprint(a.Track.HR, a.Track.Speed); got != "[145 0 0 160 0] [0 3002 0 0 0]" {
			t.Errorf("%s: %s", name, got)
		}
		if list[0].Clocks[0] != (diary.Clock{At: start, Offset: 7200}) || list[0].Partial != "" {
			t.Errorf("%s: %v, %q", name, list[0].Clocks, list[0].Partial)
		}
	}
}

func TestKinds(t *testing.T) {
	other := func(s int) string { return "x" }
	for _, c := range [][3]string{
		{"a.json", "[" + strings.Replace(session("", other), `"sportType":4`, `"sportType":999`, 1) + "]", "generic 155 170"},
		{"a.json", "[" + strings.Replace(session("", other), `"sportType":4`, `"sportType":101`, 1) + "," + session("", other)[:200], "running 155 170"},
		{"a.json", "[" + strings.Replace(session("", other), fmt.Sprint(start), "0", 1) + "]", ""},
		{"Sport per minute merged data & description/a.json", `[{"recordDay":1}]`, "other JSON"},
		{"a.json", `[{"startTime":"2025-06-10","sport":"RUNNING"}]`, ""},
	} {
		kind, list, err := tabletest.Read(Formats, c[0], c[1])
		got := ""
		if kind == "other JSON" {
			got = kind
		}
		for _, f := range list {
			for _, a := range f.Activities {
				got += fmt.Sprint(a.Sport, " ", a.AvgHR, " ", a.MaxHR)
			}
		}
		if got != c[2] || err != nil {
			t.Errorf("%.60s: %q, not %q, %v", c[1], got, c[2], err)
		}
	}
}

// Cut off anywhere it gives what is whole.
func TestCut(t *testing.T) {
	one := session("", func(s int) string { return fmt.Sprint(s) })
	whole := "[" + one + "," + one + "]"
	for i := range whole {
		_, list, _ := tabletest.Read(Formats, "a.json", whole[:i])
		n := 0
		for _, f := range list {
			n += len(f.Activities)
		}
		if want := i / (len(one) + 1); n > want {
			t.Errorf("%d sessions of %d bytes", n, i)
		}
	}
}

func FuzzHuawei(f *testing.F) {
	f.Add("[" + session("", func(s int) string { return fmt.Sprint(s) }) + "]")
	f.Add(`[{"recordDay":20250610,"motionPathData":[` + session("", func(s int) string { return fmt.Sprint((start + s) * 1000) }) + "]}]")
	f.Fuzz(func(t *testing.T, content string) {
		_, list, _ := tabletest.Read(Formats, "a.json", content)
		for _, file := range list {
			for _, a := range file.Activities {
				if a.Seconds <= 0 || a.Elapsed > longest || a.Track.Len() > longest/diary.TrackStep+1 {
					t.Errorf("a session that cannot be: %+v", a)
				}
			}
		}
	})
}
