package vendor

var zepp = []Vendor{{
	Name: "zepp", Via: "zepp", What: "Zepp (Amazfit): the folder, with its locked zip unpacked",
	write: writeZepp,
}}

func writeZepp(x *export, top folder) {
	const made = "1773561600000"
	at := func(t int64) string { return inUTC(t, plainTime) + "+0000" }
	top.file("SLEEP/SLEEP_"+made+".csv", func(w *text) {
		w.f("\uFEFFdate,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n")
		for i := range x.days() {
			d, n := &x.days()[i], &x.days()[i].night
			w.f("%v,%.0f,%.0f,%.0f,%s,%s,%.0f,[]\n", d.date, n.Deep, n.Light, n.Wake, at(n.Start), at(n.End), n.REM)
		}
	})
	top.file("SPORT/SPORT_"+made+".csv", func(w *text) {
		w.f("\uFEFFtype,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)\n")
		for _, d := range x.runs {
			a := d.run
			w.f("1,%s,%.0f,0.25,0.42,%.1f,%.4f,560.0\n", at(a.Start), a.Seconds, a.Meters, a.Seconds/a.Meters)
		}
	})
	top.file("ACTIVITY/ACTIVITY_"+made+".csv", func(w *text) {
		w.f("\uFEFFdate,steps,distance,runDistance,calories\n")
		for i := range x.days() {
			d := &x.days()[i]
			w.f("%v,%d,8000,4000,300\n", d.date, 9000+noise(d.night.End)%4000)
		}
	})
	top.file("HEARTRATE_AUTO/HEARTRATE_AUTO_"+made+".csv", func(w *text) {
		w.f("\uFEFFdate,time,heartRate\n")
		for i := range x.days() {
			d := &x.days()[i]
			for t := x.midnight(d.date); x.Bulk && t < x.midnight(d.date+1); t += pulseEvery {
				w.f("%v,%s,%d\n", d.date, x.on(t, "15:04"), d.pulse(t))
			}
		}
	})
}
