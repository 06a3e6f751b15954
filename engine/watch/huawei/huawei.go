// Package huawei reads the sessions that Huawei Health gives on request (Me, Privacy
// centre, Request your data): a zip with the password that was chosen there, in it
// "Motion path detail data & description/motion path detail data*.json". All is known
// from its readers, none from a file of ours. That a zip is locked is said by
// watch.Walk; the folder that was unpacked comes here.
//
// Read: each session's start, totals and zone, and of its "attribute", a text of lines,
//
//	HW_EXT_TRACK_DETAIL@istp=lbs;k=0;lat=52.1;lon=4.3;alt=0.0;t=1.6159464E12;
//	tp=h-r;k=1615946460000;v=145;
//	&&HW_EXT_TRACK_SIMPLIFY@is{"avgHeartRate":155, ...}
//
// the heart rate (h-r), the altitude and the speed from one place (lbs) to the next; latitude 90 with
// longitude -80 stands for a pause. Times are seconds or milliseconds of Unix, in
// exponent form too, or, since April 2021, seconds from the start. Before July 2020 the
// sessions of a day lay within an element (motionPathData). The JSON is none: the keys
// of partTimeMap are numbers.
//
// Left: the nights, heart rates and steps in the export's other files, whose form nobody
// has shown.
package huawei

import (
	"bytes"
	"strings"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "huawei"

// Formats are the files of an export.
var Formats = []source.Format{
	{Via: Via, Name: "motion path detail data", Is: func(h source.Head) bool {
		return h.HasKeys("startTime") && (bytes.Contains(h.Text, []byte(detail)) || h.HasKeys("partTimeMap") || h.HasKeys("sportType", "totalTime")) ||
			h.HasKeys("recordDay", "motionPathData")
	}, Read: read},
	{Via: Via, Name: "other JSON", Is: func(h source.Head) bool {
		return h.JSON() && strings.Contains(strings.ToLower(h.Path), "data & description/")
	}},
}

const (
	detail      = "HW_EXT_TRACK_DETAIL@is"
	simple      = "&&HW_EXT_TRACK_SIMPLIFY@is"
	longest     = 48 * 3600 // seconds of a session
	maxSessions = 100_000
	maxSteps    = 10 * 365 * 2 * 3600 / diary.TrackStep // of all: ten years of two hours a day
)

func read(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	d := jsonin.New(r)
	x := &export{}
	for v := range d.Each() {
		if v.Kind("motionPathData") == jsonin.Array {
			for s := range v.Elements("motionPathData") {
				x.session(s)
			}
			continue
		}
		x.session(v)
	}
	if len(x.out.Activities) == 0 {
		return nil, d.Err()
	}
	x.out.Partial, x.out.Clocks = d.Partial(), source.Clocks(x.out.Clocks)
	return []diary.File{x.out}, nil
}

// export is what was read so far.
type export struct {
	out   diary.File
	steps int
}

// sports are Huawei's types in FIT's names, those that are known.
var sports = map[float64]struct {
	sport diary.Sport
	sub   string
}{4: {diary.Running, ""}, 101: {diary.Running, "treadmill"}, 118: {diary.Running, "trail"}, 5: {"walking", ""}, 282: {"hiking", ""}}

func (x *export) session(v *jsonin.Value) {
	start, ok := v.Unix("startTime")
	if !ok || start < source.Earliest || len(x.out.Activities) >= maxSessions {
		return
	}
	a := diary.Activity{Start: start, Sport: "generic", Seconds: float32(v.Positive("totalTime") / 1000)}
	if number, ok := v.Float("sportType"); ok {
		if k, known := sports[number]; known {
			a.Sport, a.Sub = k.sport, k.sub
		}
	}
	end, _ := v.Unix("endTime")
	a.Elapsed = max(a.Seconds, float32(end-start))
	if a.Seconds == 0 {
		a.Seconds = a.Elapsed
	}
	if a.Elapsed <= 0 || a.Elapsed > longest {
		return
	}
	if m := v.Positive("totalDistance"); m < 1e6 {
		a.Meters = float32(m)
	}
	lines, summary, _ := strings.Cut(strings.TrimPrefix(v.Text("attribute"), detail), simple)
	n := int(a.Elapsed)/diary.TrackStep + 1
	if x.steps += n; x.steps <= maxSteps {
		a.Track = trackOf(lines, start, n)
	}
	a.AvgHR, a.MaxHR = beats(a.Track.HR)
	if said := jsonin.Of([]byte(summary)); a.AvgHR == 0 {
		a.AvgHR, a.MaxHR = source.Pulse(said.Positive("avgHeartRate")), source.Pulse(said.Positive("maxHeartRate"))
	}
	if seconds, ok := table.Offset(v.Text("timeZone")); ok && v.Text("timeZone") != "" {
		x.out.Clocks = append(x.out.Clocks, diary.Clock{At: start, Offset: int32(seconds)})
	}
	x.out.Activities = append(x.out.Activities, a)
}

// beats is the mean and the greatest of a column of heart rates.
func beats(hr []uint8) (mean, most uint8) {
	sum, n := 0, 0
	for _, b := range hr {
		if b > 0 {
			sum, n, most = sum+int(b), n+1, max(most, b)
		}
	}
	if n == 0 {
		return 0, 0
	}
	return uint8((sum + n/2) / n), most
}
