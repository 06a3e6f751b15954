package vendor

import (
	"fmt"
	"slices"

	"rebound/engine/diary"
)

var fitbit = []Vendor{{
	Name: "fitbit", Via: "fitbit", What: "Fitbit, as a Google Takeout zip: nights, resting heart rate, HRV and runs",
	write: writeFitbit,
}}

const (
	fitbitDay  = "01/02/06 00:00:00"
	fitbitTime = "01/02/06 15:04:05"
)

func writeFitbit(x *export, top folder) {
	top.zip("takeout-20260315T080000Z-001.zip", func(zip folder) {
		in := zip.in("Takeout/Fitbit/Global Export Data")
		for _, days := range x.spans(30, 1) { // neighbours tell a night twice
			in.file("sleep-"+days[0].date.String()+".json", func(w *text) {
				newest := slices.Clone(days)
				slices.Reverse(newest)
				w.list(len(newest), func(i int) { x.fitbitSleep(w, &newest[i]) })
			})
			zip.in("Takeout/Fitbit/Heart Rate Variability").file(fmt.Sprintf("Daily Heart Rate Variability Summary - %v.csv", days[0].date), func(w *text) {
				w.f("timestamp,rmssd,nremhr,entropy\n")
				for i := range days {
					w.f("%vT00:00:00,%.3f,%d.221,2.735\n", days[i].date, days[i].rmssd, days[i].resting+4)
				}
			})
		}
		for _, days := range x.spans(365, 0) {
			in.file("resting_heart_rate-"+days[0].date.String()+".json", func(w *text) {
				w.list(len(days)+1, func(i int) {
					if i == len(days) {
						fitbitResting(w, nil)
						return
					}
					fitbitResting(w, &days[i])
				})
			})
		}
		x.fitbitExercise(in)
		in.file("sleep_score.csv", func(w *text) {
			w.f("sleep_log_entry_id,timestamp,overall_score,deep_sleep_in_minutes,resting_heart_rate\n")
			for i := range x.days() {
				d := &x.days()[i]
				w.f("%d,%s,%d,%.0f,%d\n", fitbitID(d), inUTC(d.night.End, isoZ), d.score(), d.night.Deep, d.resting)
			}
		})
		if x.Bulk {
			for i := range x.days() {
				d := &x.days()[i]
				in.file("heart_rate-"+d.date.String()+".json", func(w *text) { x.fitbitPulse(w, d) })
			}
		}
		for i, d := range x.runs {
			zip.in("Takeout/Fitbit/Activities").file(fmt.Sprintf("%d.tcx", 40000000000+i), func(w *text) { x.tcx(w, d.run) })
		}
	})
}

func fitbitID(d *day) int64 { return 30000000000 + int64(d.date) }

var fitbitStages = map[stage]string{awake: "wake", light: "light", deep: "deep", rem: "rem"}

func (x *export) fitbitSleep(w *text, d *day) {
	n := &d.night
	w.f(`{"logId":%d,"dateOfSleep":"%v","startTime":"%s","endTime":"%s","duration":%d,"minutesToFallAsleep":0,"minutesAsleep":%d,"minutesAwake":%.0f,"minutesAfterWakeup":0,"timeInBed":%d,"efficiency":%d,"type":"stages","infoCode":0,`,
		fitbitID(d), d.date, x.on(n.Start, isoMilli), x.on(n.End, isoMilli), (n.End-n.Start)*1000, d.asleep(), n.Wake, d.inBed(), d.efficiency())
	w.f(`"levels":{"summary":{"deep":{"count":4,"minutes":%.0f,"thirtyDayAvgMinutes":70},"wake":{"count":4,"minutes":%.0f},"light":{"count":4,"minutes":%.0f},"rem":{"count":4,"minutes":%.0f}},"data":`,
		n.Deep, n.Wake, n.Light, n.REM)
	stages := d.stages()
	w.list(len(stages), func(i int) {
		s := stages[i]
		w.f(`{"dateTime":"%s","level":"%s","seconds":%d}`, x.on(s.start, isoMilli), fitbitStages[s.stage], s.end-s.start)
	})
	w.f(`,"shortData":[]},"mainSleep":true}`)
}

// fitbitResting is a day's value; nil is a day on which it was not measured.
func fitbitResting(w *text, d *day) {
	if d == nil {
		w.f(`{"dateTime":"01/01/26 00:00:00","value":{"date":null,"value":0.0,"error":0.0}}`)
		return
	}
	w.f(`{"dateTime":"%s","value":{"date":"%s","value":%d.0,"error":6.79}}`, d.date.Time().Format(fitbitDay), d.date.Time().Format("01/02/06"), d.resting)
}

// fitbitExercise is the sessions, a hundred a page.
func (x *export) fitbitExercise(in folder) {
	var ran []*diary.Activity
	for _, d := range x.runs {
		ran = append(ran, d.run)
	}
	for first := 0; first < len(ran); first += 100 {
		page := ran[first:min(len(ran), first+100)]
		in.file(fmt.Sprintf("exercise-%d.json", first), func(w *text) {
			w.list(len(page), func(i int) {
				a := page[i]
				w.f(`{"logId":%d,"activityName":"Run","activityTypeId":90009,"averageHeartRate":%d,"calories":560,"distance":%.5f,"distanceUnit":"Kilometer","duration":%d,"activeDuration":%d,"steps":7500,"logType":"tracker","startTime":"%s","hasGps":true,"tcxLink":"https://www.fitbit.com/activities/exercise/%d?export=tcx"}`,
					40000000000+first+i, a.AvgHR, a.Meters/1000, int(a.Elapsed)*1000, int(a.Seconds)*1000, inUTC(a.Start, fitbitTime), 40000000000+first+i)
			})
		})
	}
}

// fitbitPulse is a heart rate every minute, in UTC.
func (x *export) fitbitPulse(w *text, d *day) {
	from := int64(d.date) * 86400
	w.list(86400/60, func(i int) {
		at := from + int64(i)*60
		w.f(`{"dateTime":"%s","value":{"bpm":%d,"confidence":2}}`, inUTC(at, fitbitTime), d.pulse(at))
	})
}
