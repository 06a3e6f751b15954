package vendor

import (
	"fmt"
	"strconv"

	"rebound/engine/diary"
)

var polar = []Vendor{{
	Name: "polar", Via: "polar", What: "Polar account, all of your data: a zip of JSON files",
	write: writePolar,
}}

const polarID = "3f0e8f44-2d1b-4c55-9a51-0d6b7f1f1a10"

func writePolar(x *export, top folder) {
	top.zip("polar-user-data-export_"+polarID+".zip", func(in folder) {
		in.file("account-data-"+polarID+".json", func(w *text) {
			w.f(`{"exportVersion":"2.6","username":"runner@example.org","settings":{"timeZone":%q},"physicalInformation":{"restingHeartRate":55,"weight":NaN}}`, x.zone())
		})
		for i, days := range x.spans(180, 0) {
			in.file(fmt.Sprintf("sleep_result_%d-%s.json", i+1, polarID), func(w *text) {
				w.list(len(days), func(i int) { x.polarSleep(w, &days[i]) })
			})
			in.file(fmt.Sprintf("nightly_recovery_%d-%s.json", i+1, polarID), func(w *text) {
				w.list(len(days), func(i int) { x.polarRecovery(w, &days[i]) })
			})
			in.file(fmt.Sprintf("sleep_score_%d-%s.json", i+1, polarID), func(w *text) {
				w.list(len(days), func(i int) {
					w.f(`{"night":"%v","sleepScoreResult":{"sleepScore":%d.0,"continuityScore":NaN}}`, days[i].date, days[i].score())
				})
			})
		}
		if x.Bulk {
			for _, days := range x.spans(30, 0) {
				in.file(fmt.Sprintf("247ohr_1_%s-%s.json", days[0].date.Time().Format("2006_01"), polarID), func(w *text) { x.polarPulse(w, days) })
			}
		}
		for i, d := range x.runs {
			id := 900000001 + i
			in.file(fmt.Sprintf("training-session_%s_%d-%s.json", x.on(d.run.Start, "2006-01-02T15-04-05"), id, polarID), func(w *text) { x.polarRun(w, id, d.run) })
		}
	})
}

var polarStages = map[stage]string{awake: "WAKE", light: "NONREM2", deep: "NONREM3", rem: "REM"}

func (x *export) polarSleep(w *text, d *day) {
	n := &d.night
	minutes := func(m float32) string { return period(int64(m) * 60) }
	w.f(`{"night":"%v","evaluation":{"sleepType":"SLEEP_PLUS_STAGES","sleepSpan":"%s","asleepDuration":"%s",`, d.date, period(n.End-n.Start), period(int64(d.asleep())*60))
	w.f(`"analysis":{"efficiencyPercent":%d.5,"continuityIndex":3.4,"continuityClass":3,"feedback":NaN},"interruptions":{"totalDuration":"%s","totalCount":14},`, d.efficiency(), minutes(n.Wake))
	w.f(`"phaseDurations":{"wake":"%s","rem":"%s","light":"%s","deep":"%s","unknown":"PT0S"}},`, minutes(n.Wake), minutes(n.REM), minutes(n.Light), minutes(n.Deep))
	w.f(`"sleepResult":{"hypnogram":{"sleepStart":"%s","sleepEnd":"%s","sleepStateChanges":`, x.on(n.Start, isoMilli)+x.east(":"), x.on(n.End, isoMilli)+x.east(":"))
	stages := d.stages()
	w.list(len(stages), func(i int) {
		w.f(`{"offsetFromStart":"%s","state":"%s"}`, period(stages[i].start-n.Start), polarStages[stages[i].stage])
	})
	w.f(`}}}`)
}

// polarRecovery has the night's mean beat, which is a sleeping heart rate.
func (x *export) polarRecovery(w *text, d *day) {
	w.f(`{"night":"%v","meanNightlyRecoveryRri":%d,"meanNightlyRecoveryRmssd":%.0f,"meanNightlyRecoveryRespirationInterval":%.0f,"meanBaselineRri":1225,"meanBaselineRmssd":60,"ansStatus":NaN,"recoveryIndicator":4}`,
		d.date, 60000/(d.resting+4), d.rmssd, 60000/d.breaths)
}

func (x *export) polarPulse(w *text, days []day) {
	w.f(`{"deviceDays":`)
	w.list(len(days), func(i int) {
		d := &days[i]
		w.f(`{"userId":55501,"deviceId":"A1B2C3D4","date":"%v","samples":`, d.date)
		w.list(86400/pulseEvery, func(i int) {
			w.f(`{"heartRate":%d,"secondsFromDayStart":%d,"source":"OPTICAL_SENSOR"}`, d.pulse(x.midnight(d.date)+int64(i)*pulseEvery), i*pulseEvery)
		})
		w.f(`}`)
	})
	w.f(`}`)
}

// polarRun has its times as her clock had them, without a zone, and made in UTC.
func (x *export) polarRun(w *text, id int, a *diary.Activity) {
	end := a.Start + int64(a.Elapsed)
	w.f(`{"identifier":{"id":"%d"},"created":"%s","modified":"%s","startTime":"%s","stopTime":"%s","timezoneOffsetMinutes":%d,"durationMillis":%d,"distanceMeters":%.2f,"hrAvg":%d,"hrMax":%d,"calories":NaN,"sport":{"id":"1"},"physicalInformation":{"restingHeartRate":55,"maximumHeartRate":190},`,
		id, inUTC(end+60, isoMilli), inUTC(end+60, isoMilli), x.on(a.Start, isoMilli), x.on(end, isoMilli), x.offset/60, int(a.Seconds)*1000, a.Meters, a.AvgHR, a.MaxHR)
	points := x.points(a)
	every := 1000
	if !x.Bulk {
		every, points = 1000*diary.TrackStep, points[:len(points)-1]
	}
	column := func(name string, value func(p point) string) {
		w.f(`{"type":"%s","intervalMillis":%d,"values":[`, name, every)
		for i, p := range points {
			if i > 0 {
				w.WriteByte(',')
			}
			w.WriteString(value(p))
		}
		w.f(`]}`)
	}
	w.f(`"exercises":[{"startTime":"%s","stopTime":"%s","timezoneOffsetMinutes":%d,"durationMillis":%d,"distanceMeters":%.2f,"sport":{"id":"1"},"samples":{"samples":[`,
		x.on(a.Start, isoMilli), x.on(end, isoMilli), x.offset/60, int(a.Seconds)*1000, a.Meters)
	column("HEART_RATE", func(p point) string { return strconv.Itoa(p.hr) })
	w.WriteByte(',')
	column("SPEED", func(p point) string { return strconv.FormatFloat(3.6*p.speed, 'f', 4, 64) })
	w.WriteByte(',')
	column("ALTITUDE", func(p point) string {
		if p.at == a.Start {
			return "NaN"
		}
		return strconv.FormatFloat(p.altitude, 'f', 1, 64)
	})
	w.f(`]},"routes":{"route":{"startTime":"%s","wayPoints":`, x.on(a.Start, isoMilli))
	w.list(len(points), func(i int) {
		lat, lon := place(points[i].meters, float64(a.Meters))
		w.f(`{"elapsedMillis":%d,"latitude":%.7f,"longitude":%.7f,"altitude":%.1f}`, (points[i].at-a.Start)*1000, lat, lon, points[i].altitude)
	})
	w.f(`}},"laps":{}}]}`)
}
