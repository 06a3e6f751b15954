package vendor

import (
	"fmt"
	"slices"
	"strings"
)

var garminWeb = []Vendor{{
	Name: "garmin_web", Via: "garmin_web", What: "Garmin Connect website: the CSV files of sleep and activities that it saves",
	write: writeGarminWeb,
}}

// Three names come twice among the columns of the activities.
const garminWebActivities = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,Avg Run Cadence,Max Run Cadence,Moving Time,Elapsed Time"

func writeGarminWeb(x *export, top folder) {
	for i, days := range x.spans(28, 0) {
		name := "Sleep.csv"
		if i > 0 {
			name = fmt.Sprintf("Sleep (%d).csv", i)
		}
		newest := slices.Clone(days)
		slices.Reverse(newest)
		top.file(name, func(w *text) {
			w.f("Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,Duration,Sleep Need,Bedtime,Wake Time\n")
			for i := range newest {
				d := &newest[i]
				w.f("\"%s\",%d,%d,58,--,%.2f,%.0f,Good,%dh %dmin,8h 0min,%s,%s\n", d.date.Time().Format("Jan 2, 2006"), d.score(), d.resting, d.breaths, d.rmssd,
					d.asleep()/60, d.asleep()%60, x.on(d.night.Start, "3:04 PM"), x.on(d.night.End, "3:04 PM"))
			}
		})
	}
	top.file("Activities.csv", func(w *text) {
		w.f("%s\n", garminWebActivities)
		for _, d := range x.runs {
			a := d.run
			w.f("%s\n", quoted("Running", x.on(a.Start, plainTime), "false", "Morning Run", decimal(float64(a.Meters)/1000, 2), "1,012", clock(a.Seconds),
				number(int64(a.AvgHR)), number(int64(a.MaxHR)), "3.1", "168", "181", "5:45", "4:40", decimal(float64(a.Ascent), 0), "--", "1.04", "168", "181",
				clock(a.Seconds), clock(a.Elapsed)))
		}
	})
}

// clock writes seconds as a stopwatch does.
func clock(seconds float32) string {
	s := int(seconds)
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// quoted is a line of cells that are all in quotes.
func quoted(cells ...string) string { return `"` + strings.Join(cells, `","`) + `"` }
