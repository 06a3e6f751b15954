// Package fitbit reads what Google gives who takes out their Fitbit data (Takeout, whole
// or in several zips, or Fitbit's own export of old): some thousand files, of which few
// are wanted.
//
// What is read:
//
//   - sleep-*.json, a month each, overlapping: nights of stages and classic ones (minutes
//     asleep and no stages), naps (mainSleep false) among them. Times are local, without
//     a zone; dateOfSleep is the date of waking.
//   - resting_heart_rate-*.json, a year each. 0 is none, and an error of 100 that of a
//     first day on which nothing was known yet.
//   - exercise-*.json: sessions without their series, in UTC, unlike the sleep beside
//     them. The TCX of a session (Activities/*.tcx) is read as TCX, came by Fitbit
//     ([Activity]), and becomes one with it.
//   - Daily Heart Rate Variability Summary (CSV): the night's RMSSD.
//   - of the newer "GoogleData" CSVs: daily_resting_heart_rate, daily_heart_rate_variability,
//     UserSleeps. A day's timestamp is local midnight, as such or turned to UTC: the date
//     is that of the nearest midnight (wrong by a day east of +12:00). The data source may
//     be another maker's watch: then that is the device.
//
// What only looks like a signal and is left: sleep_score.csv (scores), the HRV of five
// minutes (Details, Histogram), nremhr (the heart rate of deep sleep), and every beat of
// every day (heart_rate-*.json).
//
// The JSON was seen in real exports from 2015 to 2020; the CSVs in the readers of people
// who have one. Unverified: ids of sports but 90009, a run; names of sports in the user's
// language; that an offset of +00:00 in UserSleeps may be none, as which it is taken.
package fitbit

import (
	"bytes"
	"slices"
	"strings"
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/jsonin"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table"
)

// Via is the name of the export.
const Via = "fitbit"

// Formats are the files of a takeout that are of use, and those that are not.
var Formats = []source.Format{
	{Via: Via, Name: "sleep", Read: readSleep, Is: keys("logId", "dateOfSleep")},
	{Via: Via, Name: "resting_heart_rate", Read: readResting, Is: keys("dateTime", "value", "date", "error")},
	{Via: Via, Name: "exercise", Read: readExercise, Is: keys("logId", "activityName", "startTime")},
	{Via: Via, Name: "Daily Heart Rate Variability Summary", Read: readDays, Is: table.Headed("timestamp", "rmssd", "nremhr")},
	{Via: Via, Name: "daily_heart_rate_variability", Read: readDays, Is: table.Headed("timestamp", "average_heart_rate_variability_milliseconds")},
	{Via: Via, Name: "daily_resting_heart_rate", Read: readDays, Is: isDailyResting},
	{Via: Via, Name: "UserSleeps", Read: readSleeps, Is: table.Headed("sleep_id", "minutes_asleep", "sleep_start", "sleep_end")},
	{Via: Via, Name: "other", Is: isOther},
}

func keys(names ...string) func(source.Head) bool {
	return func(h source.Head) bool { return h.HasKeys(names...) }
}

// isDailyResting tells the one value a day from the beats of every second, which have the
// same columns in some exports: by the dates of its first two rows, or its name where it
// has one row.
func isDailyResting(h source.Head) bool {
	if !table.HeaderOf(h).Has("timestamp", "beats_per_minute", "data_source") {
		return false
	}
	const date = len("2025-06-03")
	rows := bytes.Split(bytes.TrimSpace(h.Text), []byte("\n"))
	if len(rows) > 2 && len(rows[1]) > date && len(rows[2]) > date {
		return !bytes.Equal(rows[1][:date], rows[2][:date])
	}
	return strings.Contains(source.Base(h.Path), "resting")
}

// isOther reports whether it is a file of a takeout that nothing is wanted of: text in one
// of its folders, or of a shape that only Fitbit writes.
func isOther(h source.Head) bool {
	if h.Text == nil || h.Root != "" {
		return false
	}
	if h.HasKeys("dateTime", "value") || h.HasKeys("logId", "foodName") {
		return true
	}
	if t := table.HeaderOf(h); t.Has("sleep_log_entry_id", "overall_score") || t.Has("timestamp", "rmssd", "coverage") || t.Has("sleep_id", "sleep_stage_type") || t.Has("timestamp", "beats_per_minute") {
		return true
	}
	p := "/" + strings.ToLower(h.Path)
	return slices.ContainsFunc(slices.Concat(roots, []string{"/global export data/", "_googledata/"}), func(folder string) bool { return strings.Contains(p, folder) })
}

// roots are the folders that a takeout, or Fitbit's own export of old, has all in.
var roots = []string{"/takeout/fitbit/", "/takeout/google health/", "/user-site-export/"}

// Activity reports whether a TCX lies as one of a takeout's: in the folder of activities
// below its root. What is in it does not say whose it is.
func Activity(path string) bool {
	p := "/" + strings.ToLower(path)
	return slices.ContainsFunc(roots, func(root string) bool { return strings.Contains(p, root+"activities/") })
}

// Account is the account that a file of a takeout names: Your Profile/Profile.csv, whose
// columns begin with the account's id and the name. "" for other files.
func Account(name string, head func() source.Head) string {
	if source.Base(name) != "profile.csv" {
		return ""
	}
	h := head()
	if !table.HeaderOf(h).Has("id", "full_name", "date_of_birth") {
		return ""
	}
	return table.FirstCell(h)
}

// stamp reads a time such as "06/03/25 05:30:00", month first, in UTC.
func stamp(s string) (int64, bool) {
	t, err := time.Parse("01/02/06 15:04:05", s)
	return t.Unix(), err == nil && t.Unix() > source.Earliest
}

// date reads a date such as "06/03/25", month first.
func date(s string) (diary.Date, bool) {
	at, ok := stamp(s + " 00:00:00")
	return diary.DateAt(at, 0), ok
}

// readSleep reads the nights and naps of sleep-*.json.
func readSleep(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	out, d := source.NewSplit(diary.File{Via: Via}), jsonin.New(r)
	seen := map[string]bool{}
	for v := range d.Each() {
		start, began := v.When("startTime")
		end, ended := v.When("endTime")
		day, dated := v.Day("dateOfSleep")
		id := v.Text("logId")
		if !began || !ended || !dated || seen[id] {
			continue
		}
		n := diary.Night{Start: start.Unix, End: end.Unix, Day: day}
		long := float64(n.End-n.Start) / 60
		if whole := v.Positive("duration") / 60_000; !start.Zoned && whole <= long+60 {
			long = max(long, whole) // the clock went back in this night
		}
		if !minutes(&n, v) || long <= 0 || long > 24*60 || n.Asleep()+float64(n.Wake) > long+1 {
			continue
		}
		seen[id] = id != ""
		main, said := v.Bool("mainSleep")
		n.Nap = said && !main
		to := out.Of(start, end)
		to.Nights = append(to.Nights, n)
	}
	return d.Files(out.Files()...)
}

// minutes sets how long was slept, and reports whether that is known.
func minutes(n *diary.Night, v *jsonin.Value) bool {
	of := func(stage string) float32 { return float32(v.Positive("levels", "summary", stage, "minutes")) }
	if v.Text("type") != "classic" {
		n.Light, n.Deep, n.REM, n.Wake = of("light"), of("deep"), of("rem"), of("wake")
		n.Staged = n.Light+n.Deep+n.REM > 0
	}
	if !n.Staged {
		n.Wake, n.Total = 0, float32(v.Positive("minutesAsleep"))
	}
	return n.Asleep() > 0
}

// readResting reads the days of resting_heart_rate-*.json.
func readResting(f *source.File) ([]diary.File, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	const unknown = 100 // an error of this is a placeholder's
	out, d := diary.File{Via: Via}, jsonin.New(r)
	for v := range d.Each() {
		day, ok := date(v.Text("value", "date"))
		bpm := v.Positive("value", "value")
		if ok && bpm > 0 && bpm < mostHR && v.Positive("value", "error") < unknown {
			out.Resting = append(out.Resting, diary.Stamped{At: source.Noon(day), Value: float32(bpm), Day: day})
		}
	}
	return d.Files(out)
}

// What is more is no reading.
const mostHR, mostHRV = 250, 1000
