package vendor

import (
	"iter"

	"rebound/engine/diary"
	"rebound/engine/watch/sqlite"
)

var healthConnect = []Vendor{{
	Name: "health_connect", Via: "health_connect", What: "Health Connect on Android: a zip with its database, in which two apps saw the same nights",
	write: writeHealthConnect,
}}

// The apps, by their rows: her watch's, and one on the phone that listens to her sleep.
const (
	connectWatch = int64(1)
	connectPhone = int64(2)
)

// connectRunning is the platform's number for a run.
const connectRunning = int64(33)

var connectStages = map[stage]int64{awake: 1, light: 4, deep: 5, rem: 6}

// rows are those of a table, as Make takes them.
type rows = iter.Seq[[]any]

func writeHealthConnect(x *export, top folder) {
	top.zip("Health Connect.zip", func(in folder) {
		in.file("health_connect_export.db", func(w *text) {
			b, err := sqlite.Make(4096, x.connectTables())
			x.fail(err)
			_, _ = w.Write(b) // Flush tells
		})
	})
}

func (x *export) connectTables() []sqlite.Made {
	const id = "row_id INTEGER PRIMARY KEY"
	return []sqlite.Made{
		{Name: "application_info_table", Columns: []string{id, "package_name TEXT NOT NULL"}, Rows: list(
			[]any{nil, "com.example.watch"}, []any{nil, "com.example.phonesleep"})},
		{Name: "health_data_category_priority_table", Columns: []string{id, "health_data_category INTEGER", "app_id_priority_order TEXT"}, Rows: list(
			[]any{nil, int64(5), "1,2"})},
		{Name: "sleep_session_record_table", Columns: []string{id, "uuid BLOB NOT NULL", "app_info_id INTEGER", "start_time INTEGER NOT NULL", "start_zone_offset INTEGER",
			"end_time INTEGER NOT NULL", "end_zone_offset INTEGER", "local_date INTEGER NOT NULL", "title TEXT"}, Rows: x.connectSleeps},
		{Name: "sleep_stages_table", Columns: []string{"parent_key INTEGER", "stage_start_time INTEGER", "stage_end_time INTEGER", "stage_type INTEGER"}, Rows: x.connectStageRows},
		{Name: "resting_heart_rate_record_table", Columns: []string{id, "app_info_id INTEGER", "time INTEGER", "zone_offset INTEGER", "beats_per_minute INTEGER"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				return yield([]any{nil, connectWatch, 1000 * (d.night.End + 60), x.offset, int64(d.resting)})
			})
		}},
		{Name: "heart_rate_variability_rmssd_record_table", Columns: []string{id, "app_info_id INTEGER", "time INTEGER", "zone_offset INTEGER", "heart_rate_variability_millis REAL"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				return yield([]any{nil, connectWatch, 500 * (d.night.Start + d.night.End), x.offset, d.rmssd})
			})
		}},
		{Name: "exercise_session_record_table", Columns: []string{id, "app_info_id INTEGER", "start_time INTEGER", "start_zone_offset INTEGER", "end_time INTEGER", "end_zone_offset INTEGER", "exercise_type INTEGER", "title TEXT"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				a := d.run
				return a == nil || yield([]any{nil, connectWatch, 1000 * a.Start, x.offset, 1000 * (a.Start + int64(a.Elapsed)), x.offset, connectRunning, "Run"})
			})
		}},
		{Name: "heart_rate_record_table", Columns: []string{id, "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				from := x.midnight(d.date)
				return yield([]any{nil, connectWatch, 1000 * from, 1000 * (from + 86400)})
			})
		}},
		{Name: "heart_rate_record_series_table", Columns: []string{"parent_key INTEGER", "beats_per_minute INTEGER", "epoch_millis INTEGER"}, Rows: x.connectPulse},
		{Name: "distance_record_table", Columns: []string{id, "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER", "distance REAL"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				a := d.run
				return a == nil || yield([]any{nil, connectWatch, 1000 * a.Start, 1000 * (a.Start + int64(a.Elapsed)), float64(a.Meters)})
			})
		}},
		{Name: "elevation_gained_record_table", Columns: []string{id, "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER", "elevation REAL"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				a := d.run
				return a == nil || yield([]any{nil, connectWatch, 1000 * a.Start, 1000 * (a.Start + int64(a.Elapsed)), float64(a.Ascent)})
			})
		}},
		{Name: "SpeedRecordTable", Columns: []string{id, "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER"}, Rows: func(yield func([]any) bool) {
			x.each(func(d *day) bool {
				from := x.midnight(d.date)
				return yield([]any{nil, connectWatch, 1000 * from, 1000 * (from + 86400)})
			})
		}},
		{Name: "speed_record_table", Columns: []string{"parent_key INTEGER", "speed REAL", "epoch_millis INTEGER"}, Rows: x.connectSpeed},
	}
}

func list(rows ...[]any) rows {
	return func(yield func([]any) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}
}

// each calls see for every day until it returns false.
func (x *export) each(see func(d *day) bool) {
	for i := range x.days() {
		if !see(&x.days()[i]) {
			return
		}
	}
}

// connectSleeps are the watch's night and the phone's, which grows: two sessions that
// begin together. local_date is the day of the start.
func (x *export) connectSleeps(yield func([]any) bool) {
	n := 0
	x.each(func(d *day) bool {
		session := func(app, start, end int64) bool {
			n++
			uuid := make([]byte, 16)
			uuid[0], uuid[1], uuid[2] = byte(n), byte(n>>8), byte(n>>16)
			return yield([]any{nil, uuid, app, 1000 * start, x.offset, 1000 * end, x.offset, int64(diary.DateAt(start, int(x.offset))), ""})
		}
		start, end := d.night.Start, d.night.End
		return session(connectWatch, start, end) && session(connectPhone, start-300, start+6000) && session(connectPhone, start-300, end+300)
	})
}

func (x *export) connectStageRows(yield func([]any) bool) {
	parent := int64(-2)
	x.each(func(d *day) bool {
		parent += 3 // of each day's three sessions the first
		for _, s := range d.stages() {
			if !yield([]any{parent, 1000 * s.start, 1000 * s.end, connectStages[s.stage]}) {
				return false
			}
		}
		return true
	})
}

// connectSpeed is that of the run, every five seconds.
func (x *export) connectSpeed(yield func([]any) bool) {
	parent := int64(0)
	x.each(func(d *day) bool {
		if parent++; d.run == nil {
			return true
		}
		for i, mm := range d.run.Track.Speed {
			if !yield([]any{parent, float64(mm) / 1000, 1000 * (d.run.Start + int64(i)*diary.TrackStep)}) {
				return false
			}
		}
		return true
	})
}

// connectPulse is the heart rate of each day: of the run every five seconds, and in bulk
// every few minutes.
func (x *export) connectPulse(yield func([]any) bool) {
	parent := int64(0)
	x.each(func(d *day) bool {
		parent++
		for at := x.midnight(d.date); x.Bulk && at < x.midnight(d.date+1); at += pulseEvery {
			if a := d.run; a != nil && at >= a.Start && at < a.Start+int64(a.Elapsed) {
				continue
			}
			if !yield([]any{parent, int64(d.pulse(at)), 1000 * at}) {
				return false
			}
		}
		if d.run == nil {
			return true
		}
		for i, bpm := range d.run.Track.HR {
			if !yield([]any{parent, int64(bpm), 1000 * (d.run.Start + int64(i)*diary.TrackStep)}) {
				return false
			}
		}
		return true
	})
}
