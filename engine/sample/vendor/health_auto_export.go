package vendor

import "rebound/engine/diary"

var healthAutoExport = []Vendor{
	{Name: "health_auto_export", Via: "health_auto_export", What: "Health Auto Export on an iPhone: CSV files, one of days and one of workouts a month", write: writeAutoCSV},
	{Name: "health_auto_export_json", Via: "health_auto_export", What: "Health Auto Export on an iPhone: a JSON file a month, runs with heart rate and route", write: writeAutoJSON},
}

// autoHRV is the day's mean SDNN: of all its readings, those of the day among them.
func (d *day) autoHRV() float64 { return 0.9 * d.sdnn() }

func writeAutoCSV(x *export, top folder) {
	for _, days := range x.spans(30, 0) {
		span := days[0].date.String() + "-" + days[len(days)-1].date.String() + ".csv"
		top.file("HealthAutoExport-"+span, func(w *text) {
			w.f("Date/Time,Heart Rate [Min] (count/min),Heart Rate [Max] (count/min),Heart Rate [Avg] (count/min),Resting Heart Rate (count/min),Heart Rate Variability (ms),Sleep Analysis [Total] (hr),Sleep Analysis [Asleep] (hr),Sleep Analysis [Core] (hr),Sleep Analysis [Deep] (hr),Sleep Analysis [REM] (hr),Sleep Analysis [Awake] (hr),Sleep Analysis [In Bed] (hr),Step Count (count) \n")
			for i := range days {
				d, n := &days[i], &days[i].night
				w.f("%v 00:00:00,%d,%d,%d,%d,%.4f,%.6f,0,%.6f,%.6f,%.6f,%.6f,%.6f,%d\n", d.date, d.resting-3, d.resting+90, d.resting+20, d.resting, d.autoHRV(),
					float64(d.asleep())/60, n.Light/60, n.Deep/60, n.REM/60, n.Wake/60, float64(d.inBed())/60+0.2, 9000+noise(n.End)%4000)
			}
		})
		top.file("Workouts-"+span, func(w *text) {
			w.f("Workout Type,Start,End,Duration,Distance (km),Avg Heart Rate (bpm),Max Heart Rate (bpm)\n")
			for i := range days {
				if a := days[i].run; a != nil {
					w.f("Outdoor Run,%s,%s,%s,%.5f,%d,%d\n", x.on(a.Start, plainTime), x.on(a.Start+int64(a.Elapsed), plainTime), clock(a.Seconds)[1:], a.Meters/1000, a.AvgHR, a.MaxHR)
				}
			}
		})
	}
}

func writeAutoJSON(x *export, top folder) {
	at := func(t int64) string { return x.on(t, plainTime) + " " + x.east("") }
	for _, days := range x.spans(30, 0) {
		top.file("HealthAutoExport-"+days[0].date.String()+"-"+days[len(days)-1].date.String()+".json", func(w *text) {
			metric := func(name, units string, point func(d *day)) {
				w.f(`{"name":"%s","units":"%s","data":`, name, units)
				w.list(len(days), func(i int) { point(&days[i]) })
				w.f(`}`)
			}
			w.f(`{"data":{"metrics":[`)
			metric("resting_heart_rate", "count/min", func(d *day) {
				w.f(`{"date":"%s","qty":%d,"source":"Apple Watch"}`, at(x.midnight(d.date)), d.resting)
			})
			w.f(",")
			metric("heart_rate_variability", "ms", func(d *day) {
				w.f(`{"date":"%s","qty":%.4f,"source":"Apple Watch"}`, at(x.midnight(d.date)), d.autoHRV())
			})
			w.f(",")
			metric("heart_rate", "count/min", func(d *day) {
				w.f(`{"date":"%s","Min":%d,"Avg":%d,"Max":%d,"source":"Apple Watch"}`, at(x.midnight(d.date)), d.resting-3, d.resting+20, d.resting+90)
			})
			w.f(",")
			metric("sleep_analysis", "hr", func(d *day) {
				n := &d.night
				w.f(`{"date":"%s","totalSleep":%.6f,"asleep":0,"core":%.6f,"deep":%.6f,"rem":%.6f,"awake":%.6f,"inBed":%.6f,"sleepStart":"%s","sleepEnd":"%s","inBedStart":"%s","inBedEnd":"%s","source":"Apple Watch"}`,
					at(x.midnight(d.date)), float64(d.asleep())/60, n.Light/60, n.Deep/60, n.REM/60, n.Wake/60, float64(d.inBed())/60+0.2, at(n.Start), at(n.End), at(n.Start-600), at(n.End+120))
			})
			w.f(`],"workouts":[`)
			first := true
			for i := range days {
				if a := days[i].run; a != nil {
					if !first {
						w.f(",\n")
					}
					first = false
					x.autoWorkout(w, a, at)
				}
			}
			w.f(`]}}`)
		})
	}
}

// autoWorkout is a run, with its heart rate and its route as they are where they are chosen
// in the app's settings.
func (x *export) autoWorkout(w *text, a *diary.Activity, at func(int64) string) {
	w.f(`{"id":"%016X","name":"Running","start":"%s","end":"%s","duration":%.1f,"distance":{"qty":%.5f,"units":"km"},"avgHeartRate":{"qty":%d,"units":"bpm"},"maxHeartRate":{"qty":%d,"units":"bpm"},"heartRateData":`,
		noise(a.Start), at(a.Start), at(a.Start+int64(a.Elapsed)), a.Seconds, a.Meters/1000, a.AvgHR, a.MaxHR)
	points := x.points(a)
	w.list(len(points), func(i int) {
		p := points[i]
		w.f(`{"date":"%s","Min":%d,"Avg":%d,"Max":%d,"units":"bpm","source":"Apple Watch"}`, at(p.at), p.hr, p.hr, p.hr)
	})
	w.f(`,"route":`)
	w.list(len(points), func(i int) {
		p := points[i]
		lat, lon := place(p.meters, float64(a.Meters))
		w.f(`{"timestamp":"%s","latitude":%.7f,"longitude":%.7f,"altitude":%.1f,"speed":%.3f}`, at(p.at), lat, lon, p.altitude, p.speed)
	})
	w.f(`}`)
}
