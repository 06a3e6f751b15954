package vendor

import (
	"math"

	"rebound/engine/diary"
)

var suunto = []Vendor{{
	Name: "suunto", Via: "suunto", What: "Suunto, older app: a JSON file for each run",
	write: func(x *export, top folder) {
		for _, d := range x.runs {
			top.file("suuntoapp-"+x.on(d.run.Start, "2006-01-02T15-04-05")+".json", func(w *text) { x.suunto(w, d.run) })
		}
	},
}}

func (x *export) suunto(w *text, a *diary.Activity) {
	at := func(t int64) string { return x.on(t, isoMilli) + x.east(":") }
	points := x.points(a)
	w.f(`{"DeviceLog":{"Device":{"Name":"Suunto 9","SerialNumber":"%012X"},"Header":{"ActivityType":3,"DateTime":"%s","Duration":%.1f,"PauseDuration":0,"Distance":%.1f,"Energy":2343040,"Ascent":%.0f},"R-R":{"Data":[]},"Samples":`,
		noise(1), at(a.Start), a.Elapsed, a.Meters, a.Ascent)
	w.list(len(points), func(i int) {
		p := points[i]
		lat, lon := place(p.meters, float64(a.Meters))
		w.f(`{"TimeISO8601":"%s","HR":%.4f,"Cadence":%.4f,"Speed":%.4f,"Distance":%.2f,"Altitude":%.1f,"Latitude":%.10f,"Longitude":%.10f}`,
			at(p.at), float64(p.hr)/60, float64(p.cadence)/60, p.speed, p.meters, p.altitude, lat*math.Pi/180, lon*math.Pi/180)
	})
	w.f(`,"Windows":[{"Type":"Activity","Duration":%.1f,"Distance":%.1f}]}}`, a.Seconds, a.Meters)
}
