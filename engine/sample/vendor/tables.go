package vendor

import (
	"fmt"

	"rebound/engine/diary"
)

// tables are the wellness tables and the apps of a morning reading.
var tables = []Vendor{
	{Name: "intervals_icu", Via: "intervals_icu", What: "intervals.icu: the wellness table as CSV", write: writeIntervals},
	{Name: "intervals_icu_json", Via: "intervals_icu", What: "intervals.icu: the wellness table as JSON", write: writeIntervalsJSON},
	{Name: "runalyze", Via: "runalyze", What: "Runalyze: the sleep table as CSV", write: writeRunalyze},
	{Name: "hrv4training", Via: "hrv4training", What: "HRV4Training on Android: morning readings as CSV", write: writeHRV4Training},
	{Name: "hrv4training_ios", Via: "hrv4training", What: "HRV4Training on an iPhone: morning readings as CSV", write: writeHRV4TrainingPhone},
	{Name: "elite_hrv", Via: "elite_hrv", What: "Elite HRV: morning readings as CSV", write: writeElite},
}

func writeIntervals(x *export, top folder) {
	top.file("wellness.csv", func(w *text) {
		w.f("date,weight,restingHR,hrv,hrvSDNN,sleepSecs,sleepScore,sleepQuality,avgSleepingHR,ctl,atl\n")
		for i := range x.days() {
			d := &x.days()[i]
			w.f("%v,,%d,%.1f,,%d,%d,2,%d,40.1,38.2\n", d.date, d.resting, d.rmssd, 60*d.asleep(), d.score(), d.resting+4)
		}
	})
}

func writeIntervalsJSON(x *export, top folder) {
	top.file("wellness.json", func(w *text) {
		w.list(len(x.days()), func(i int) {
			d := &x.days()[i]
			w.f(`{"id":"%v","ctl":40.1,"atl":38.2,"weight":null,"restingHR":%d,"hrv":%.1f,"hrvSDNN":null,"sleepSecs":%d,"sleepScore":%d,"sleepQuality":2,"avgSleepingHR":%d}`,
				d.date, d.resting, d.rmssd, 60*d.asleep(), d.score(), d.resting+4)
		})
	})
}

func writeRunalyze(x *export, top folder) {
	top.file("runalyze-sleep.csv", func(w *text) {
		w.f("id,date,start,end,duration,rem,awake,deep,light,unknown,hrLowest,hrAverage,respiration,quality\n")
		for i := range x.days() {
			d, n := &x.days()[i], &x.days()[i].night
			w.f("%d,%s,%s,%s,%d,%.0f,%.0f,%.0f,%.0f,0,%d,%d,%.1f,8\n", 4000+i, x.on(n.Start, isoDay), x.on(n.Start, "15:04"), x.on(n.End, "15:04"), d.asleep(),
				n.REM, n.Wake, n.Deep, n.Light, d.resting, d.resting+4, d.breaths)
		}
	})
}

// reading is when she lies down with the phone.
func reading(d *day) int64 { return d.night.End + 300 }

// yearDayMonth is a date in the order of nobody's country.
func yearDayMonth(t diary.Date) string {
	y, m, d := t.Time().Date()
	return fmt.Sprintf("%d-%02d-%02d", y, d, m)
}

func writeHRV4Training(x *export, top folder) {
	top.file("MyHRV_Measurements.csv", func(w *text) {
		w.f("date, time, HR, AVNN, SDNN, rMSSD, pNN50, LF, HF, HRV4T_Recovery_Points,\r\n")
		for i := range x.days() {
			d := &x.days()[i]
			if i%11 == 7 { // not taken
				w.f("%s,00:00,0.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,\r\n\r\n", yearDayMonth(d.date))
				continue
			}
			w.f("%s,%s,%d.2,1109.0,%.1f,%.4f,22.1,900.1,700.2,7.1,\r\n", yearDayMonth(d.date), x.on(reading(d), "15:04"), d.resting+3, d.sdnn(), d.rmssd)
		}
	})
}

func writeHRV4TrainingPhone(x *export, top folder) {
	top.file("MyHRV_Measurements.csv", func(w *text) {
		w.f("date,timestamp_measurement, HR, AVNN, SDNN, rMSSD, pNN50, LF, HF, HRV4T_Recovery_Points\r")
		for i := range x.days() {
			d := &x.days()[i]
			if i%11 == 7 {
				w.f("%v,,-,-,-,-,-,-,-,-\r", d.date)
				continue
			}
			w.f("%v,%s +0000,%d.2,1109.0,%.1f,%.4f,22.1,900.1,700.2,7.1\r", d.date, x.on(reading(d), "2006-01-02 3:04:05 PM"), d.resting+3, d.sdnn(), d.rmssd)
		}
	})
}

func writeElite(x *export, top folder) {
	top.file("elite_hrv_export.csv", func(w *text) {
		w.f("\uFEFFMember,Date,Datetime,Type,HRV,lnRmssd,Rmssd,Nn50,Pnn50,Sdnn,Score,Indication,Balance,Rolling Avg HRV,HRV CV,HR,Rolling Avg HR\n")
		for i := range x.days() {
			d := &x.days()[i]
			line := func(at int64, kind string, rmssd float64) {
				w.f("Alex Runner,%s,%s,%s,64,4.1,%.4f,21,30.1,%.1f,7,green,balanced,63,5.1,%d,%d\n", x.on(at, isoDay), x.on(at, plainTime), kind, rmssd, d.sdnn(), d.resting+3, d.resting+3)
			}
			line(reading(d), "readiness", d.rmssd)
			if i%9 == 2 {
				line(reading(d)+11*3600, "open", d.rmssd/2)
			}
		}
	})
}
