package vendor

import "fmt"

var samsung = []Vendor{{
	Name: "samsung", Via: "samsung", What: "Samsung Health: the folder of CSV and JSON files that it saves",
	write: writeSamsung,
}}

const samsungStamp = "20260315080000"

var samsungStages = map[stage]int{awake: 40001, light: 40002, deep: 40003, rem: 40004}

// samsungTime is UTC; the offset stands in a column of its own.
func (x *export) samsungTime(at int64) string { return inUTC(at, "2006-01-02 15:04:05.000") }

func writeSamsung(x *export, top folder) {
	top = top.in("samsunghealth_alex_" + samsungStamp)
	zone := "UTC" + x.east("")
	id := func(d *day) string {
		return fmt.Sprintf("%08x-0000-4000-8000-%012x", uint32(noise(d.night.End)), int64(d.date))
	}
	top.file("com.samsung.shealth.sleep."+samsungStamp+".csv", func(w *text) {
		w.f("\uFEFFcom.samsung.shealth.sleep,7006011,1\nsleep_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,sleep_duration,efficiency,total_light_duration,total_rem_duration,combined_id,com.samsung.health.sleep.datauuid,\n")
		w.f(",1970-01-01 00:00:00.000,1970-01-01 00:00:00.000,UTC+0000,0,0,0,0,,00000000-0000-4000-8000-000000000000,\n")
		for i := range x.days() {
			d, n := &x.days()[i], &x.days()[i].night
			w.f("%d,%s,%s,%s,%d,%d,%.0f,%.0f,,%s,\n", d.score(), x.samsungTime(n.Start), x.samsungTime(n.End), zone, d.inBed(), d.efficiency(), n.Light, n.REM, id(d))
		}
	})
	top.file("com.samsung.health.sleep_stage."+samsungStamp+".csv", func(w *text) {
		w.f("com.samsung.health.sleep_stage,7006011,1\nstart_time,sleep_id,end_time,time_offset,stage,datauuid,\n")
		for i := range x.days() {
			d := &x.days()[i]
			for k, s := range d.stages() {
				w.f("%s,%s,%s,%s,%d,%s-%d,\n", x.samsungTime(s.start), id(d), x.samsungTime(s.end), zone, samsungStages[s.stage], id(d), k)
			}
		}
	})
	top.file("com.samsung.health.hrv."+samsungStamp+".csv", func(w *text) {
		w.f("com.samsung.health.hrv,7006011,1\nstart_time,end_time,time_offset,binning_data,datauuid,\n")
		for i := range x.days() {
			d := &x.days()[i]
			w.f("%s,%s,%s,%s.binning_data.json,%s,\n", x.samsungTime(d.night.Start), x.samsungTime(d.night.End), zone, id(d), id(d))
		}
	})
	top.file("com.samsung.shealth.exercise."+samsungStamp+".csv", func(w *text) {
		w.f("com.samsung.shealth.exercise,7006011,1\ncom.samsung.health.exercise.start_time,com.samsung.health.exercise.end_time,com.samsung.health.exercise.time_offset,com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.duration,com.samsung.health.exercise.distance,com.samsung.health.exercise.mean_heart_rate,com.samsung.health.exercise.max_heart_rate,com.samsung.health.exercise.datauuid,\n")
		for i, d := range x.runs {
			a := d.run
			w.f("%s,%s,%s,1002,%d,%.2f,%d.0,%d.0,run-%d,\n", x.samsungTime(a.Start), x.samsungTime(a.Start+int64(a.Elapsed)), zone, int(a.Seconds)*1000, a.Meters, a.AvgHR, a.MaxHR, i)
		}
	})
	top.file("com.samsung.shealth.step_daily_trend."+samsungStamp+".csv", func(w *text) {
		w.f("com.samsung.shealth.step_daily_trend,7006011,1\nsource_type,count,day_time,datauuid,\n")
		for i := range x.days() {
			d := &x.days()[i]
			w.f("-2,%d,%d,%s,\n", 9000+noise(d.night.End)%4000, int64(d.date)*86400000, id(d))
		}
	})
	for i := range x.days() {
		d := &x.days()[i]
		top.file("jsons/com.samsung.health.hrv/"+id(d)[:1]+"/"+id(d)+".binning_data.json", func(w *text) {
			each := 7
			if x.Bulk {
				each = int(d.night.End-d.night.Start) / 600
			}
			each -= 1 - each%2 // an odd number, so that hers is in the middle
			w.list(each, func(i int) {
				at := d.night.Start + 300 + int64(i)*(d.night.End-d.night.Start-900)/int64(each-1)
				off := float64(i-each/2) / float64(each)
				w.f(`{"start_time":%d,"end_time":%d,"sdnn":%.4f,"rmssd":%.4f}`, at*1000, (at+300)*1000, d.sdnn()*(1+off/5), d.rmssd*(1+off/5))
			})
		})
	}
}
