package healthconnect

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sqlite"
)

// Tables as real exports have them, with what is of no use here left out; the columns
// that are computed take no place in a row.
const (
	apps = iota
	sleeps
	stages
	resting
	hrvs
	exercises
	hearts
	heartSeries
	speeds2
	speedSeries
	distances
	climbs
	priority
)

var schema = []sqlite.Made{
	{Name: "application_info_table", Columns: []string{"row_id INTEGER PRIMARY KEY AUTOINCREMENT", "package_name TEXT NOT NULL UNIQUE", "app_name TEXT"}},
	{Name: "sleep_session_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY AUTOINCREMENT", "uuid BLOB UNIQUE NOT NULL", "app_info_id INTEGER", "start_time INTEGER NOT NULL",
		"start_zone_offset INTEGER", "end_time INTEGER NOT NULL", "end_zone_offset INTEGER", "local_date INTEGER NOT NULL", "notes TEXT",
		"local_date_time_end_time INTEGER AS (end_time + 1000 * end_zone_offset)", "title TEXT", "FOREIGN KEY (app_info_id) REFERENCES application_info_table(row_id)"}},
	{Name: "sleep_stages_table", Columns: []string{"parent_key INTEGER", "stage_start_time INTEGER", "stage_end_time INTEGER", "stage_type INTEGER"}},
	{Name: "resting_heart_rate_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "time INTEGER", "zone_offset INTEGER",
		"local_date_time INTEGER AS (time + 1000 * zone_offset)", "beats_per_minute INTEGER"}},
	{Name: "heart_rate_variability_rmssd_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "time INTEGER", "zone_offset INTEGER", "heart_rate_variability_millis REAL"}},
	{Name: "exercise_session_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "start_time INTEGER", "start_zone_offset INTEGER", "end_time INTEGER", "exercise_type INTEGER"}},
	{Name: "heart_rate_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER"}},
	{Name: "heart_rate_record_series_table", Columns: []string{"parent_key INTEGER", "beats_per_minute INTEGER", "epoch_millis INTEGER"}},
	{Name: "SpeedRecordTable", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER"}},
	{Name: "speed_record_table", Columns: []string{"parent_key INTEGER", "speed REAL", "epoch_millis INTEGER"}},
	{Name: "distance_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER", "distance REAL"}},
	{Name: "elevation_gained_record_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "app_info_id INTEGER", "start_time INTEGER", "end_time INTEGER", "elevation REAL"}},
	{Name: "health_data_category_priority_table", Columns: []string{"row_id INTEGER PRIMARY KEY", "health_data_category INTEGER UNIQUE", "app_id_priority_order TEXT"}},
}

// rows are those of each table.
type rows map[int][][]any

func (r rows) add(table int, values ...any) {
	for i, v := range values {
		if n, ok := v.(int); ok {
			values[i] = int64(n)
		}
	}
	r[table] = append(r[table], values)
}

// made is a database of these rows.
func made(t testing.TB, size int, r rows) []byte {
	t.Helper()
	tables := slices.Clone(schema)
	for i := range tables {
		tables[i].Rows = slices.Values(r[i])
	}
	b, err := sqlite.Make(size, tables)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func reading(b []byte) ([]diary.File, error) {
	f := &source.File{Head: source.HeadOf("export.db", b[:min(len(b), source.HeadSize)]), Size: int64(len(b)), Open: func() (io.Reader, error) { return bytes.NewReader(b), nil }}
	for _, format := range Formats {
		if format.Is(f.Head) {
			return format.Read(f)
		}
	}
	return nil, errors.New("no format knows it")
}

func read1(t testing.TB, r rows) []diary.File {
	t.Helper()
	list, err := reading(made(t, 4096, r))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// at is a time of the night to 10 June 2025 in Unix milliseconds: hours and minutes
// from midnight UTC.
func at(hours, minutes int) int64 {
	return time.Date(2025, 6, 10, 0, 0, 0, 0, time.UTC).UnixMilli() + int64(hours*60+minutes)*60_000
}

func (r rows) sleep(app int, start, end int64, offset int) int64 {
	r.add(sleeps, nil, []byte{1}, app, start, offset, end, offset, 20248, "", "")
	return int64(len(r[sleeps]))
}

// lived is a night and a run that two apps tell of: the watch's with stages, the
// phone's as a night that grows.
func lived() rows {
	r := rows{}
	r.add(apps, nil, "com.example.watch", "Watch")
	r.add(apps, nil, "com.example.phone", "Phone")
	id := r.sleep(1, at(-2, 0), at(5, 0), 7200)
	r.add(stages, id, at(-2, 0), at(0, 0), light)
	r.add(stages, id, at(0, 0), at(1, 0), deep)
	r.add(stages, id, at(1, 0), at(1, 30), awake)
	r.add(stages, id, at(1, 30), at(3, 0), rem)
	r.add(stages, id, at(3, 0), at(4, 50), light)
	r.add(stages, id, at(4, 50), at(5, 0), awakeInBed)
	for _, end := range []int64{at(-1, 0), at(2, 0), at(5, 15)} {
		id := r.sleep(2, at(-2, -10), end, 7200)
		r.add(stages, id, at(-2, -10), end, sleeping)
	}
	r.add(resting, nil, 1, at(16, 0), 7200, 47)
	r.add(resting, nil, 1, at(17, 0), 7200, 0)
	for _, v := range []float64{41, 58, 60, 200} {
		r.add(hrvs, nil, 1, at(int(v)/100*8+2, int(v)), 7200, v) // 200 lies in the day
	}
	r.add(exercises, nil, 1, at(6, 0), 7200, at(6, 30), 33)
	r.add(hearts, nil, 1)
	r.add(hearts, nil, 2)
	for s := range 1800 {
		r.add(heartSeries, 1, 140+s%2*10, at(6, 0)+int64(s)*1000)
		r.add(heartSeries, 2, 90, at(6, 0)+int64(s)*1000)
	}
	r.add(heartSeries, 1, 190, at(6, 31))
	r.add(speeds2, nil, 1)
	r.add(speedSeries, 1, 3.0, at(6, 0))
	r.add(speedSeries, 1, 0.0, at(6, 10))
	r.add(distances, nil, 1, at(6, 0), at(6, 15), 2600.5)
	r.add(distances, nil, 1, at(6, 15), at(6, 30), 2700.0)
	r.add(distances, nil, 1, at(-2, 0), at(22, 0), 9000.0) // the day's
	r.add(distances, nil, 2, at(6, 0), at(6, 30), 5000.0)
	r.add(climbs, nil, 1, at(6, 0), at(6, 10), 20.5)
	r.add(climbs, nil, 1, at(6, 10), at(6, 30), 11.0)
	r.add(climbs, nil, 2, at(6, 0), at(6, 30), 90.0)
	r.add(climbs, nil, 1, at(6, 0), at(22, 0), 200.0) // the day's
	return r
}
