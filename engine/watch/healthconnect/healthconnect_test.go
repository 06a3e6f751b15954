package healthconnect

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
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
	return r
}

func TestRead(t *testing.T) {
	list := read1(t, lived())
	if len(list) != 2 || list[0].Device.Model != "com.example.phone" || list[1].Device != (diary.Device{Maker: Via, Model: "com.example.watch"}) {
		t.Fatalf("%+v", list)
	}
	phone, watch := list[0], list[1]
	if len(phone.Nights) != 1 || phone.Nights[0].Total != 445 || phone.Nights[0].Staged || len(phone.Activities) != 0 {
		t.Errorf("the phone's growing night: %+v", phone.Nights)
	}
	want := diary.Night{Start: at(-2, 0) / 1000, End: at(5, 0) / 1000, Light: 230, Deep: 60, REM: 90, Wake: 40, Staged: true}
	if len(watch.Nights) != 1 || watch.Nights[0] != want {
		t.Errorf("the watch's night: %+v", watch.Nights)
	}
	if len(watch.Resting) != 1 || watch.Resting[0].Value != 47 {
		t.Errorf("resting heart rate: %v", watch.Resting)
	}
	if len(watch.HRV) != 1 || watch.HRV[0] != (diary.HRVStamp{At: at(5, 0) / 1000, Value: 58, Metric: diary.MetricOvernight}) {
		t.Errorf("HRV, the median of 41, 58, 60: %v", watch.HRV)
	}
	if len(watch.Clocks) != 2 || watch.Clocks[0] != (diary.Clock{At: at(-2, 0) / 1000, Offset: 7200}) {
		t.Errorf("clocks: %v", watch.Clocks)
	}
	if len(watch.Activities) != 1 {
		t.Fatalf("%d sessions", len(watch.Activities))
	}
	a := watch.Activities[0]
	if a.Start != at(6, 0)/1000 || a.Sport != diary.Running || a.Seconds != 1800 || a.Meters != 5300.5 || a.AvgHR != 145 || a.MaxHR != 150 {
		t.Errorf("the run: %+v", a)
	}
	if hr := a.Track.HR; len(hr) != 361 || hr[0] != 144 || hr[1] != 146 || hr[360] != 0 {
		t.Errorf("heart rate of its own app, 3 of 140 and 2 of 150 first: %v", hr)
	}
	if v := a.Track.Speed; len(v) != 361 || v[0] != 3000 || v[1] != 0 || v[120] != 1 {
		t.Errorf("speed: %v", v)
	}
}

// A session takes another app's heart rate where its own app wrote none.
func TestAnotherAppsHeartRate(t *testing.T) {
	r := rows{}
	r.add(apps, nil, "a", "")
	r.add(apps, nil, "b", "")
	r.add(exercises, nil, 1, at(6, 0), 0, at(6, 30), 34)
	r.add(hearts, nil, 2)
	r.add(heartSeries, 1, 130, at(6, 1))
	list := read1(t, r)
	if len(list) != 1 || list[0].Activities[0].AvgHR != 130 || list[0].Activities[0].Sub != "treadmill" || list[0].Activities[0].Meters != 0 {
		t.Errorf("%+v", list)
	}
}

// Of two apps that tell of one night the one counts that the runner has put first, if
// it says as much; without an order both are told.
func TestOrderOfApps(t *testing.T) {
	for name, c := range map[string]struct {
		order  string
		stages bool // of the second app
		want   int  // nights in all: one of the first app alone is always told
	}{
		"the first app's first": {"1,2", false, 2}, "the second's, without stages": {"2,1", false, 3}, "the second's, with stages": {"2, 1", true, 2},
		"one of them": {"1", true, 2}, "no order": {"", true, 3}, "another kind's": {"x", true, 3},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		r.add(apps, nil, "b", "")
		r.add(priority, nil, 5, c.order)
		r.add(priority, nil, 1, "1,2")
		night := r.sleep(1, at(-2, 0), at(5, 0), 0)
		r.add(stages, night, at(-2, 0), at(5, 0), light)
		r.sleep(1, at(22, 0), at(29, 0), 0)
		if night := r.sleep(2, at(-3, 0), at(4, 0), 0); c.stages {
			r.add(stages, night, at(-3, 0), at(4, 0), rem)
		}
		got := 0
		for _, f := range read1(t, r) {
			got += len(f.Nights)
		}
		if got != c.want {
			t.Errorf("%s: %d nights, not %d", name, got, c.want)
		}
	}
}

func TestHRV(t *testing.T) {
	for name, c := range map[string]struct {
		nap, night bool
		other      bool // the night is another app's
		want       []diary.HRVStamp
	}{
		"no sleep":          {want: []diary.HRVStamp{{At: at(2, 0) / 1000, Value: 50, Metric: diary.MetricAnyRMSSD}, {At: at(14, 0) / 1000, Value: 30, Metric: diary.MetricAnyRMSSD}}},
		"a nap is no night": {nap: true, want: []diary.HRVStamp{{At: at(2, 0) / 1000, Value: 50, Metric: diary.MetricAnyRMSSD}, {At: at(14, 0) / 1000, Value: 30, Metric: diary.MetricAnyRMSSD}}},
		"a night":           {nap: true, night: true, want: []diary.HRVStamp{{At: at(5, 0) / 1000, Value: 50, Metric: diary.MetricOvernight}}},
		"another's night":   {night: true, other: true, want: []diary.HRVStamp{{At: at(5, 0) / 1000, Value: 50, Metric: diary.MetricOvernight}}},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		r.add(apps, nil, "b", "")
		app := 1
		if c.other {
			app = 2
		}
		if c.night {
			r.sleep(app, at(-1, 0), at(1, 0), 0)
			r.sleep(app, at(1, 30), at(5, 0), 0)
		}
		if c.nap {
			r.sleep(app, at(13, 30), at(14, 30), 0)
		}
		r.add(hrvs, nil, 1, at(2, 0), 0, 50.0)
		r.add(hrvs, nil, 1, at(14, 0), 0, 30.0)
		r.add(hrvs, nil, 1, at(3, 0), 0, 0.0) // not measured
		list := read1(t, r)
		if !slices.Equal(list[0].HRV, c.want) {
			t.Errorf("%s: %v, not %v", name, list[0].HRV, c.want)
		}
	}
}

// What cannot be is left out: a row costs itself.
func TestNotMeasured(t *testing.T) {
	r := lived()
	r.sleep(1, at(30, 0), at(29, 0), 0)
	r.sleep(1, 0, 3_600_000, 0)
	r.sleep(1, at(40, 0), at(140, 0), 0)
	r.add(exercises, nil, 1, at(30, 0), 0, at(30, 0), 33)
	r.add(resting, nil, 1, 0, 7200, 50)
	r.add(resting, nil, 1, nil, nil, nil)
	r.add(stages, 1, at(4, 0), at(3, 0), deep)
	r.add(stages, 1, at(0, 10), at(0, 20), light) // told twice: counts once
	r.add(stages, 99, at(0, 10), at(0, 20), light)
	list := read1(t, r)
	if w := list[1]; len(w.Nights) != 1 || w.Nights[0].Asleep() != 380 || len(w.Activities) != 1 || len(w.Resting) != 1 {
		t.Errorf("%+v", w)
	}
}

// Rows lie in no order in a database: none of it can matter.
func TestOrderOfRows(t *testing.T) {
	want := fmt.Sprintf("%+v", read1(t, lived()))
	random := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		r := lived()
		for _, table := range []int{stages, resting, hrvs, heartSeries, speedSeries, distances} { // whose rows no other table names
			random.Shuffle(len(r[table]), func(i, j int) { r[table][i], r[table][j] = r[table][j], r[table][i] })
		}
		if got := fmt.Sprintf("%+v", read1(t, r)); got != want {
			t.Fatalf("\n%.2000s\nwant\n%.2000s", got, want)
		}
	}
}

// A clock that is set on the way is known on both sides of the change.
func TestClocks(t *testing.T) {
	r := rows{}
	r.add(apps, nil, "a", "")
	for day := range 10 {
		offset := 7200
		if day >= 5 {
			offset = -14400
		}
		r.add(resting, nil, 1, at(24*day, 0), offset, 50)
	}
	got := read1(t, r)[0].Clocks
	want := []diary.Clock{{At: at(0, 0) / 1000, Offset: 7200}, {At: at(96, 0) / 1000, Offset: 7200}, {At: at(120, 0) / 1000, Offset: -14400}, {At: at(216, 0) / 1000, Offset: -14400}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, not %v", got, want)
	}
}

// The platform's numbers of exercise, and the library's where a database has those.
func TestSport(t *testing.T) {
	for name, c := range map[string]struct {
		kinds []int
		want  []diary.Sport
	}{
		"platform":                  {[]int{33, 34, 53, 56, 57, 4, 99}, []diary.Sport{diary.Running, diary.Running, "walking", "generic", "generic", "cycling", "generic"}},
		"library":                   {[]int{56, 57, 79, 8, 33}, []diary.Sport{"generic", "generic", "generic", "generic", diary.Running}},
		"library without platform":  {[]int{56, 57, 79, 8}, []diary.Sport{diary.Running, diary.Running, "walking", "cycling"}},
		"other workouts and no run": {[]int{57, 45}, []diary.Sport{"generic", "training"}},
	} {
		r := rows{}
		r.add(apps, nil, "a", "")
		for i, k := range c.kinds {
			r.add(exercises, nil, 1, at(i, 0), 0, at(i, 30), k)
		}
		var got []diary.Sport
		for _, a := range read1(t, r)[0].Activities {
			got = append(got, a.Sport)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}

// Whatever the size of its pages, and cut off anywhere, it says what is whole.
func TestDamaged(t *testing.T) {
	for _, size := range []int{4096, 65536} {
		whole := made(t, size, lived())
		for _, part := range []int{0, 50, 100, 4000, len(whole) / 3, len(whole) / 2, len(whole) - 1, len(whole)} {
			list, err := reading(whole[:part])
			if err != nil {
				continue
			}
			for _, f := range list {
				if (f.Partial == "") != (part == len(whole)) {
					t.Errorf("%d of %d bytes: partial %q", part, len(whole), f.Partial)
				}
				for _, n := range f.Nights {
					if n.Asleep() > 445 {
						t.Errorf("%d of %d bytes: %+v", part, len(whole), n)
					}
				}
			}
		}
	}
}

func TestRefused(t *testing.T) {
	other, err := sqlite.Make(4096, []sqlite.Made{{Name: "MI_BAND_ACTIVITY_SAMPLE", Columns: []string{"TIMESTAMP INTEGER"}, Rows: slices.Values([][]any{{int64(1)}})}})
	if err != nil {
		t.Fatal(err)
	}
	empty := made(t, 4096, rows{})
	unsaved := bytes.Clone(empty)
	unsaved[18], unsaved[19] = 2, 2
	log := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, 0x377f0682), 3007000)
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"another database": {other, errOther}, "header alone": {empty[:100], errBroken}, "a log": {log, errLog},
		"nothing but a log": {unsaved, errUnsaved}, "nothing": {empty, nil},
	} {
		list, err := reading(c.b)
		if len(list) != 0 || err != c.want && (err != nil || c.want != nil) {
			t.Errorf("%s: %v, %v", name, list, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	short := lived()
	short[heartSeries] = short[heartSeries][:20]
	b := made(f, 4096, short)
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add(made(f, 4096, rows{}))
	f.Fuzz(func(t *testing.T, b []byte) {
		list, _ := reading(b)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() < 0 || n.Asleep() > 24*60+1 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}

// One damaged place is said in the singular.
func TestPlaces(t *testing.T) {
	for lost, want := range map[int]string{0: "", 1: "the database is damaged in 1 place; what could be read is kept", 3: "the database is damaged in 3 places; what could be read is kept"} {
		if got := new(export).partial(&sqlite.DB{Lost: lost}); got != want {
			t.Errorf("%d: %q, want %q", lost, got, want)
		}
	}
}
