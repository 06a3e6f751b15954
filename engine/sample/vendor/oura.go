package vendor

import "strings"

var oura = []Vendor{
	{Name: "oura", Via: "oura", What: "Oura membership hub: a zip of CSV files", write: writeOura},
	{Name: "oura_trends", Via: "oura", What: "Oura on the web: the trends CSV", write: writeOuraTrends},
	{Name: "oura_json", Via: "oura", What: "Oura: nights in a JSON file", write: writeOuraJSON},
}

// ouraKeys are the columns and keys of a sleep period, in order.
const ouraKeys = "id;average_breath;average_heart_rate;average_hrv;awake_time;bedtime_end;bedtime_start;day;deep_sleep_duration;efficiency;latency;light_sleep_duration;low_battery_alert;lowest_heart_rate;period;readiness;rem_sleep_duration;restless_periods;time_in_bed;total_sleep_duration;type"

// ouraCells are a night's, in the order of the keys; readiness is JSON, of scores.
func (x *export) ouraCells(d *day) []string {
	n := &d.night
	seconds := func(m float32) string { return number(int64(m) * 60) }
	return []string{
		x.on(d.night.End, "20060102150405"), decimal(d.breaths, 2), decimal(float64(d.resting)+4.5, 1), decimal(d.rmssd, 0), seconds(n.Wake),
		x.on(n.End, isoMilli) + x.east(":"), x.on(n.Start, isoMilli) + x.east(":"), d.date.String(), seconds(n.Deep), number(int64(d.efficiency())), "300",
		seconds(n.Light), "false", number(int64(d.resting)), "0", `{"contributors":{"hrv_balance":71,"resting_heart_rate":86},"score":` + number(int64(d.score())) + `}`,
		seconds(n.REM), "31", number(n.End - n.Start), number(int64(d.asleep()) * 60), "long_sleep",
	}
}

func writeOura(x *export, top folder) {
	top.zip("oura_export.zip", func(in folder) {
		in = in.in("App Data")
		in.file("sleepmodel.csv", func(w *text) {
			w.f("%s\n", ouraKeys)
			for i := range x.days() {
				cells := x.ouraCells(&x.days()[i])
				cells[15] = `"` + strings.ReplaceAll(cells[15], `"`, `""`) + `"`
				w.f("%s\n", strings.Join(cells, ";"))
			}
		})
		in.file("dailyreadiness.csv", func(w *text) {
			w.f("id;contributors;day;score;temperature_deviation\n")
			for i := range x.days() {
				w.f("%d;\"{\"\"hrv_balance\"\":71,\"\"resting_heart_rate\"\":86}\";%v;%d;-0.1\n", i, x.days()[i].date, x.days()[i].score())
			}
		})
		in.file("dailysleep.csv", func(w *text) {
			w.f("id;contributors;day;score\n")
			for i := range x.days() {
				w.f("%d;\"{\"\"deep_sleep\"\":90}\";%v;%d\n", i, x.days()[i].date, x.days()[i].score())
			}
		})
		if x.Bulk {
			in.file("heartrate.csv", func(w *text) {
				w.f("timestamp;bpm;source\n")
				for i := range x.days() {
					d := &x.days()[i]
					for at := x.midnight(d.date); at < x.midnight(d.date+1); at += pulseEvery {
						w.f("%s;%d;awake\n", inUTC(at, isoMilli+"Z"), d.pulse(at))
					}
				}
			})
		}
	})
}

// writeOuraTrends has the sleeping mean beside the lowest heart rate.
func writeOuraTrends(x *export, top folder) {
	top.file("oura_trends.csv", func(w *text) {
		w.f("date,Sleep Score,Total Sleep Duration,Awake Time,REM Sleep Duration,Light Sleep Duration,Deep Sleep Duration,Sleep Latency,Sleep Timin Score,Average Resting Heart Rate,Lowest Resting Heart Rate,Average HRV,Temperature Deviation (°C),Respiratory Rate,Bedtime Start,Bedtime End,Readiness Score,HRV Balance Score,Resting Heart Rate Score\r\n")
		for i := range x.days() {
			d := &x.days()[i]
			n := &d.night
			w.f("%v,%d,%d,%.0f,%.0f,%.0f,%.0f,300,90,%d.5,%d,%.0f,None,%.2f,%s,%s,%d,71,86\r\n", d.date, d.score(), 60*d.asleep(), 60*n.Wake, 60*n.REM, 60*n.Light, 60*n.Deep,
				d.resting+4, d.resting, d.rmssd, d.breaths, x.on(n.Start, isoSecond)+x.east(":"), x.on(n.End, isoSecond)+x.east(":"), d.score())
		}
	})
}

func writeOuraJSON(x *export, top folder) {
	keys := strings.Split(ouraKeys, ";")
	quoted := map[string]bool{"id": true, "bedtime_end": true, "bedtime_start": true, "day": true, "type": true}
	top.file("oura_sleep.json", func(w *text) {
		w.f(`{"data":`)
		w.list(len(x.days()), func(i int) {
			d := &x.days()[i]
			for k, cell := range x.ouraCells(d) {
				if sep := ","; k == 0 {
					w.f("{")
				} else {
					w.f("%s", sep)
				}
				if quoted[keys[k]] {
					w.f("%q:%q", keys[k], cell)
				} else {
					w.f("%q:%s", keys[k], cell)
				}
			}
			w.f(`,"heart_rate":{"interval":300.0,"items":[null,%d,%d,null],"timestamp":"%s"},"hrv":{"interval":300.0,"items":[null,%.0f,%.0f],"timestamp":"%s"}}`,
				d.resting+3, d.resting, x.on(d.night.Start, isoMilli)+x.east(":"), d.rmssd+4, d.rmssd-4, x.on(d.night.Start, isoMilli)+x.east(":"))
		})
		w.f(`,"next_token":null}`)
	})
}
