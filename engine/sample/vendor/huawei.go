package vendor

import (
	"fmt"
	"strings"

	"rebound/engine/diary"
)

var huawei = []Vendor{{
	Name: "huawei", Via: "huawei", What: "Huawei Health: the folder of runs, with its locked zip unpacked",
	write: writeHuawei,
}}

// writeHuawei writes the sessions alone: nobody has shown the form of the rest. The keys
// of partTimeMap are bare numbers, and moments are written in each of the ways in which
// they have been: milliseconds, in exponent form, and seconds from the start.
func writeHuawei(x *export, top folder) {
	in := top.in("data/Motion path detail data & description")
	in.file("motion path detail data_20260315.json", func(w *text) {
		runs := x.days()[:0:0]
		for _, d := range x.runs {
			runs = append(runs, *d)
		}
		w.list(len(runs), func(i int) { x.huaweiRun(w, i, runs[i].run) })
	})
}

func (x *export) huaweiRun(w *text, i int, a *diary.Activity) {
	moment := func(at int64) string {
		switch i % 3 {
		case 0:
			return number(at * 1000)
		case 1:
			return fmt.Sprintf("%.9E", float64(at*1000)) // ten digits, which is to the second
		}
		return number(at - a.Start)
	}
	w.f(`{"totalSteps":%d,"partTimeMap":{1.0:%.1f,2.0:%.1f},"sportType":4,"startTime":%d,"endTime":%d,"totalTime":%d,"totalDistance":%.0f,"timeZone":"%s","attribute":"HW_EXT_TRACK_DETAIL@is`,
		int(a.Seconds/60*168), 1000*a.Seconds/a.Meters, 2000*a.Seconds/a.Meters, 1000*a.Start, 1000*(a.Start+int64(a.Elapsed)), 1000*int(a.Seconds), a.Meters, x.east(""))
	for k, p := range x.points(a) {
		lat, lon := place(p.meters, float64(a.Meters))
		w.f(`tp=lbs;k=%d;lat=%.7f;lon=%.7f;alt=%.1f;t=%s;\n`, k, lat, lon, p.altitude, moment(p.at))
	}
	w.WriteString(`tp=lbs;k=99999;lat=90.0;lon=-80.0;alt=0.0;t=` + moment(a.Start+int64(a.Elapsed)) + `;\n`)
	for _, p := range x.points(a) {
		w.f(`tp=h-r;k=%s;v=%d;\ntp=s-r;k=%s;v=%d;\n`, moment(p.at), p.hr, moment(p.at), 2*p.cadence)
	}
	said := fmt.Sprintf(`{"avgHeartRate":%d,"maxHeartRate":%d}`, a.AvgHR, a.MaxHR)
	w.WriteString(`&&HW_EXT_TRACK_SIMPLIFY@is` + strings.ReplaceAll(said, `"`, `\"`) + `"}`)
}
