package vendor

import (
	"fmt"
	"strings"
)

var xiaomi = []Vendor{{
	Name: "xiaomi", Via: "xiaomi", What: "Xiaomi Mi Fitness: the folder, with its locked zip unpacked",
	write: writeXiaomi,
}}

const xiaomiUser = "20260315_6612345678_MiFitness_"

func writeXiaomi(x *export, top folder) {
	row := func(w *text, sid, key string, at int64, value string) {
		w.f("6612345678,%s,%s,%d,\"%s\",%d\n", sid, key, at, strings.ReplaceAll(value, `"`, `""`), at+60)
	}
	states := map[stage]int{awake: 5, light: 3, deep: 2, rem: 4}
	top.file(xiaomiUser+"hlth_center_fitness_data.csv", func(w *text) {
		w.f("Uid,Sid,Key,Time,Value,UpdateTime\n")
		for i := range x.days() {
			d, n := &x.days()[i], &x.days()[i].night
			var items []string
			for _, s := range d.stages() {
				items = append(items, fmt.Sprintf(`{"start_time":%d,"end_time":%d,"state":%d}`, s.start, s.end, states[s.stage]))
			}
			sleep := fmt.Sprintf(`{"bedtime":%d,"wake_up_time":%d,"duration":%d,"sleep_deep_duration":%.0f,"sleep_light_duration":%.0f,"sleep_rem_duration":%.0f,"sleep_awake_duration":%.0f,"items":[%s]}`,
				n.Start, n.End, d.asleep(), n.Deep, n.Light, n.REM, n.Wake, strings.Join(items, ","))
			row(w, "612345", "watch_night_sleep", n.End, sleep)
			row(w, "hm_sensor_700", "sleep", n.End, sleep) // the same night under another id
			row(w, "612345", "resting_heart_rate", n.End+600, fmt.Sprintf(`{"bpm":%d,"date_time":%d}`, d.resting, n.End+600))
			for t := x.midnight(d.date); x.Bulk && t < x.midnight(d.date+1); t += pulseEvery {
				row(w, "612345", "heart_rate", t, fmt.Sprintf(`{"bpm":%d,"time":%d}`, d.pulse(t), t))
			}
		}
	})
	top.file(xiaomiUser+"hlth_center_sport_record.csv", func(w *text) {
		w.f("Uid,Sid,Key,Time,Category,Value,UpdateTime\n")
		for _, d := range x.runs {
			a := d.run
			w.f("6612345678,612345,outdoor_running,%d,outdoor_running,\"%s\",%d\n", a.Start, strings.ReplaceAll(fmt.Sprintf(
				`{"start_time":%d,"end_time":%d,"duration":%.0f,"distance":%.0f,"avg_hrm":%d,"max_hrm":%d,"calories":560}`,
				a.Start, a.Start+int64(a.Elapsed), a.Seconds, a.Meters, a.AvgHR, a.MaxHR), `"`, `""`), a.Start+int64(a.Elapsed))
		}
	})
}
