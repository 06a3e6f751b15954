package vendor

import (
	"fmt"
	"strings"

	"rebound/engine/diary"
)

var strava = []Vendor{{
	Name: "strava", Via: "strava", What: "Strava, all of your account: a zip of every run, as FIT, TCX and GPX",
	write: writeStrava,
}}

// The columns of a newer export: five names come twice, in two units.
var stravaColumns = strings.Split("Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Max Heart Rate,Average Heart Rate,Relative Effort,Commute", ",")

func writeStrava(x *export, top folder) {
	top.zip(fmt.Sprintf("export_%d.zip", x.Account), func(in folder) {
		in.file("activities.csv", func(w *text) {
			w.f("%s\n", strings.Join(stravaColumns, ","))
			for i, d := range x.runs {
				a := d.run
				w.f("%d,\"%s\",\"Run, \"\"easy\"\"\",Run,,%d,%.2f,%d.0,%d.0,false,,,%s,61.0,,%.1f,%.1f,%.1f,,%.3f,%.1f,%d.0,%d.0,%d.0,0.0\n",
					9000000000+i, inUTC(a.Start, "Jan 2, 2006, 3:04:05 PM"), int(a.Elapsed), a.Meters/1000, a.MaxHR, int(a.Seconds/60), stravaFile(i),
					a.Elapsed, a.Seconds, a.Meters, a.Meters/a.Seconds, a.Ascent, a.MaxHR, a.AvgHR, int(a.Seconds/60))
			}
			w.f("%d,\"%s\",Strength,Weight Training,,1800,0.00,,,false,,,,,,1800.0,1800.0,0.0,,,,,,,0.0\n", 9100000000, inUTC(x.midnight(x.runner.Last), "Jan 2, 2006, 3:04:05 PM"))
		})
		in.file("profile.csv", func(w *text) { w.f("Athlete ID,Email Address,First Name\n%d,%s,Alex\n", x.Account, x.mail()) })
		in.file("media/1.jpg", func(w *text) { w.WriteString("\xFF\xD8\xFF\xE0\x00\x10JFIF") })
		for i, d := range x.runs {
			in.gzip(stravaFile(i), func(w *text) { x.stravaRun(w, i, d.run) })
		}
	})
}

// stravaFile is where a run lies: after the upload's number, which is not its own.
func stravaFile(i int) string {
	return fmt.Sprintf("activities/%d.%s.gz", 9500000000+i, [...]string{"fit", "tcx", "gpx"}[i%3])
}

func (x *export) stravaRun(w *text, i int, a *diary.Activity) {
	switch i % 3 {
	case 0: // as the watch uploaded it
		x.fit(w, diary.File{Kind: "activity", Device: x.runner.Device, Clocks: []diary.Clock{{At: a.Start + int64(a.Elapsed), Offset: x.runner.Offset}}, Activities: []diary.Activity{*a}})
	case 1:
		w.WriteString("          ")
		x.tcx(w, a)
	case 2:
		x.gpx(w, a, "StravaGPX")
	}
}
