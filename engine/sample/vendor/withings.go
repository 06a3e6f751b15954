package vendor

var withings = []Vendor{{
	Name: "withings", Via: "withings", What: "Withings: a zip of CSV files, of a German account",
	write: writeWithings,
}}

func writeWithings(x *export, top folder) {
	at := func(t int64) string { return x.on(t, isoSecond) + x.east(":") }
	top.zip("data_ALE_1773561600.zip", func(in folder) {
		in.file("sleep.csv", func(w *text) {
			w.f("von,bis,\"leicht (s)\",\"tief (s)\",\"rem (s)\",\"wach (s)\",Aufwachen,\"Duration to sleep (s)\",\"Duration to wake up (s)\",\"Snoring (s)\",\"Snoring episodes\",\"Average heart rate\",\"Heart rate (min)\",\"Heart rate (max)\"\n")
			for i := range x.days() {
				d, n := &x.days()[i], &x.days()[i].night
				w.f("%s,%s,%.0f,%.0f,%.0f,%.0f,2,300,120,0,0,%d,%d,%d\n", at(n.Start), at(n.End), 60*n.Light, 60*n.Deep, 60*n.REM, 60*n.Wake, d.resting+4, d.resting, d.resting+20)
			}
		})
		in.file("activities.csv", func(w *text) {
			w.f("von,bis,\"from (manual)\",\"to (manual)\",Timezone,\"Activity type\",Data,GPS,Modified\n")
			for _, d := range x.runs {
				a := d.run
				from, to := at(a.Start), at(a.Start+int64(a.Elapsed))
				w.f("%s,%s,%s,%s,%s,Running,\"{\"\"calories\"\":560,\"\"intensity\"\":50,\"\"manual_distance\"\":0,\"\"hr_average\"\":%d,\"\"hr_min\"\":92,\"\"hr_max\"\":%d,\"\"steps\"\":7500,\"\"distance\"\":%.1f}\",[],%s\n",
					from, to, from, to, x.zone(), a.AvgHR, a.MaxHR, a.Meters, to)
			}
		})
		in.file("raw_tracker_hr.csv", func(w *text) {
			w.f("start,duration,value\n")
			if !x.Bulk {
				return
			}
			for i := range x.days() {
				d := &x.days()[i]
				for t := x.midnight(d.date); t < x.midnight(d.date+1); t += 2 * pulseEvery {
					w.f("%s,\"[60,60]\",\"[%d,%d]\"\n", at(t), d.pulse(t), d.pulse(t+60))
				}
			}
		})
		in.file("weight.csv", func(w *text) {
			w.f("Date,\"Weight (kg)\",\"Fat mass (kg)\"\n%s,61.0,\n", x.on(x.days()[0].night.End, plainTime))
		})
	})
}
