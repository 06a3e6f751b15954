package samsung

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table/tabletest"
)

const (
	sleepHeader = "sleep_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,sleep_duration,efficiency,total_light_duration,total_rem_duration,com.samsung.health.sleep.datauuid,\n"
	sleepCSV    = "com.samsung.shealth.sleep,7006011,1\n" + sleepHeader +
		"80,2025-06-09 21:00:00.000,2025-06-10 05:00:00.000,UTC+0200,480,90,250,90,aa,\n" +
		",1970-01-01 00:00:00.000,1970-01-01 00:00:00.000,UTC+0000,0,0,0,0,bb,\n" +
		"70,2025-06-10 22:00:00.000,2025-06-11 04:00:00.000,UTC-0400,360,,,,cc,\n"
	stageCSV = "com.samsung.health.sleep_stage,7006011,1\nstart_time,sleep_id,end_time,time_offset,stage,datauuid,\n" +
		"2025-06-09 23:00:00.000,aa,2025-06-10 01:00:00.000,UTC+0200,40003,1,\n" +
		"2025-06-09 21:00:00.000,aa,2025-06-09 23:00:00.000,UTC+0200,40002,0,\n" +
		"2025-06-10 01:00:00.000,aa,2025-06-10 02:00:00.000,UTC+0200,40004,2,\n" +
		"2025-06-10 02:00:00.000,aa,2025-06-10 02:30:00.000,UTC+0200,40001,3,\n" +
		"2025-06-10 02:30:00.000,aa,2025-06-10 05:00:00.000,UTC+0200,40002,4,\n" +
		"2025-06-10 02:30:00.000,zz,2025-06-10 05:00:00.000,UTC+0200,40009,5,\n"
	exerciseCSV = "com.samsung.shealth.exercise,7006011,9\n" +
		"live_data_internal,com.samsung.health.exercise.start_time,com.samsung.health.exercise.end_time,com.samsung.health.exercise.time_offset,com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.duration,com.samsung.health.exercise.distance,com.samsung.health.exercise.mean_heart_rate,com.samsung.health.exercise.max_heart_rate,com.samsung.health.exercise.datauuid,\n" +
		",2025-06-10 06:00:00.000,2025-06-10 06:31:00.000,UTC+0200,1002,1800000,5300.5,145.4,168.0,Ab-1,\n" +
		",2025-06-10 17:00:00.000,2025-06-10 17:10:00.000,UTC+0200,1001,600000,700,0.0,,ab-2,\n" +
		",2000-01-01 00:00:00.000,,UTC+0200,1002,1800000,5300.5,145.4,168.0,ab-3,\n"
)

func read(t *testing.T, path, content string) diary.File {
	t.Helper()
	_, list, err := tabletest.Read(Formats, path, content)
	if err != nil || len(list) != 1 {
		t.Fatalf("%s: %v, %v", path, list, err)
	}
	return list[0]
}

// at is an hour of 10 June 2025 in Unix seconds.
func at(h float64) int64 { return 1749513600 + int64(h*3600) }

func TestSleep(t *testing.T) {
	f := read(t, "x.csv", sleepCSV)
	want := []diary.Night{{Start: at(-3), End: at(5), Total: 432}, {Start: at(22), End: at(28)}} // of the second nothing says how much was slept
	if !slices.Equal(f.Nights, want) {
		t.Errorf("%+v", f.Nights)
	}
	if c := []diary.Clock{{At: at(-3), Offset: 7200}, {At: at(5), Offset: 7200}, {At: at(22), Offset: -14400}, {At: at(28), Offset: -14400}}; !slices.Equal(f.Clocks, c) {
		t.Errorf("%v", f.Clocks)
	}
	if g := read(t, "y.csv", strings.TrimPrefix(sleepCSV, "com.samsung.shealth.sleep,7006011,1\n")); !slices.Equal(g.Nights, want) {
		t.Errorf("without its first line: %+v", g.Nights)
	}
}

func TestStages(t *testing.T) {
	f := read(t, "x.csv", stageCSV)
	want := []diary.Night{{Start: at(-3), End: at(5), Light: 270, Deep: 120, REM: 60, Wake: 30, Staged: true}}
	if !slices.Equal(f.Nights, want) {
		t.Errorf("%+v", f.Nights)
	}
	_, rest, _ := strings.Cut(stageCSV, "\n")
	if g := read(t, "y.csv", rest); !slices.Equal(g.Nights, want) {
		t.Errorf("without its first line: %+v", g.Nights)
	}
	twice := read(t, "x.csv", stageCSV+strings.SplitN(stageCSV, "\n", 4)[2]+"\n")
	if !slices.Equal(twice.Nights, want) {
		t.Errorf("a stage told twice: %+v", twice.Nights)
	}
	two := read(t, "x.csv", strings.Replace(stageCSV, ",40002,4,", ",40003,4,\n2025-06-10 02:30:00.000,aa,2025-06-10 05:00:00.000,UTC+0200,40002,4,", 1)+
		"2025-06-11 21:00:00.000,bb,2025-06-11 23:00:00.000,UTC+0200,40002,0,\n")
	if len(two.Nights) != 1 || two.Nights[0].Light != 120 {
		t.Errorf("a night whose stages are more than it: %+v", two.Nights)
	}
}

// Of a night in which the file breaks off nobody knows how long it was; those before it
// are whole.
func TestStagesCutOff(t *testing.T) {
	night := func(id string, day int) (s string) {
		for h := range 8 {
			s += fmt.Sprintf("2025-06-%02d 0%d:00:00.000,%s,2025-06-%02d 0%d:00:00.000,UTC+0200,40002,%d,\n", day, h, id, day, h+1, h)
		}
		return s
	}
	whole := "com.samsung.health.sleep_stage,7006011,1\nstart_time,sleep_id,end_time,time_offset,stage,datauuid,\n" + night("aa", 10) + night("bb", 11)
	if f := read(t, "x.csv", whole); len(f.Nights) != 2 || f.Partial != "" || f.Nights[1].Light != 480 {
		t.Fatalf("%+v", f)
	}
	for _, cut := range []int{10, 40, 200} {
		if f := read(t, "x.csv", whole[:len(whole)-cut]); len(f.Nights) != 1 || f.Nights[0].Light != 480 || f.Partial == "" {
			t.Errorf("without its last %d bytes: %+v, %q", cut, f.Nights, f.Partial)
		}
	}
}

// Times are UTC, but where that would have people sleep by day.
func TestLocalTimes(t *testing.T) {
	night := func(day int, offset string) string {
		return fmt.Sprintf("80,2025-06-%02d 23:00:00.000,2025-06-%02d 07:00:00.000,%s,480,90,,,id%d,\n", day, day+1, offset, day)
	}
	for offset, start := range map[string]int64{"UTC+0900": at(14), "UTC-0800": at(31), "UTC+0200": at(23), "UTC+0000": at(23)} {
		f := read(t, "x.csv", "com.samsung.shealth.sleep,7006011,1\n"+sleepHeader+night(10, offset)+night(11, offset)+night(12, offset))
		if f.Nights[0].Start != start {
			t.Errorf("%s: begins %+d s", offset, f.Nights[0].Start-start)
		}
	}
}

// An hour or two from UTC, what else the export has says which it is: readings lie within
// their row by one of the two, and series begin with their session.
func TestLocalByReadings(t *testing.T) {
	const hrv = "com.samsung.health.hrv,7006011,1\nstart_time,end_time,time_offset,binning_data,datauuid,\n2025-06-09 21:00:00.000,2025-06-10 05:00:00.000,UTC+0200,cc.binning_data.json,cc,\n"
	readings := func(from, till float64) string {
		return fmt.Sprintf(`[{"start_time":%d000,"end_time":1,"rmssd":45},{"start_time":%d000,"end_time":1,"rmssd":45}]`, at(till), at(from))
	}
	for name, c := range map[string]struct {
		beside map[string]string
		want   int64
	}{
		"nothing beside":       {nil, at(-3)},
		"readings in UTC":      {map[string]string{"com.samsung.health.hrv.1.csv": hrv, "cc.binning_data.json": readings(-2.5, 4.8)}, at(-3)},
		"readings by local":    {map[string]string{"com.samsung.health.hrv.1.csv": hrv, "cc.binning_data.json": readings(-4.5, 2.8)}, at(-5)},
		"readings by either":   {map[string]string{"com.samsung.health.hrv.1.csv": hrv, "cc.binning_data.json": readings(-2, 2)}, at(-3)},
		"readings of neither":  {map[string]string{"com.samsung.health.hrv.1.csv": hrv, "cc.binning_data.json": readings(-8, 12)}, at(-3)},
		"no readings":          {map[string]string{"com.samsung.health.hrv.1.csv": hrv}, at(-3)},
		"a session's series":   {map[string]string{"com.samsung.shealth.exercise.1.csv": exerciseCSV, "Ab-1" + liveData: fmt.Sprintf(`[{"heart_rate":140,"start_time":%d000}]`, at(4)+4)}, at(-5)},
		"of another time's":    {map[string]string{"com.samsung.health.hrv.2.csv": hrv, "cc.binning_data.json": readings(-4.5, 2.8)}, at(-3)},
		"another kind of file": {map[string]string{"com.samsung.health.hrv.1.csv": "{}", "cc.binning_data.json": readings(-4.5, 2.8)}, at(-3)},
	} {
		for kind, content := range map[string]string{"shealth.sleep": sleepCSV, "health.sleep_stage": stageCSV} {
			f := tabletest.File("a/com.samsung."+kind+".1.csv", content)
			f.Beside = func(name string) io.Reader {
				if s, ok := c.beside[name]; ok {
					return strings.NewReader(s)
				}
				return nil
			}
			read := readNights
			if kind != "shealth.sleep" {
				read = readStages
			}
			if list, err := read(f); err != nil || list[0].Nights[0].Start != c.want || list[0].Clocks[0].At != c.want {
				t.Errorf("%s: %s: %+v, %v", name, kind, list, err)
			}
		}
	}
}

func TestHRV(t *testing.T) {
	reading := func(h float64, rmssd any) string {
		return fmt.Sprintf(`{"start_time": %d000, "end_time": %d000, "sdnn": 61, "rmssd": %v}`, at(h), at(h)+300, rmssd)
	}
	for name, c := range map[string]struct {
		readings []string
		want     []diary.HRVStamp
	}{
		"a night, not in order": {[]string{reading(1, 47), reading(-1, 45), reading(3, 49.5), reading(2, 0), reading(2.5, `"NaN"`)},
			[]diary.HRVStamp{{At: at(3) + 300, Value: 47, Metric: diary.MetricOvernight}, {At: at(3) + 300, Value: 61, Metric: diary.MetricNightSDNN}}},
		"by day": {[]string{reading(14, 30), reading(14.2, 40)},
			[]diary.HRVStamp{{At: at(14.2) + 300, Value: 35, Metric: diary.MetricAnyRMSSD}, {At: at(14.2) + 300, Value: 61, Metric: diary.MetricAnySDNN}}},
		"two nights": {[]string{reading(1, 40), reading(3, 50), reading(4.5, 60), reading(25, 70), reading(27.9, 70), reading(28.1, 70)},
			[]diary.HRVStamp{{At: at(4.5) + 300, Value: 50, Metric: diary.MetricOvernight}, {At: at(4.5) + 300, Value: 61, Metric: diary.MetricNightSDNN},
				{At: at(28.1) + 300, Value: 70, Metric: diary.MetricOvernight}, {At: at(28.1) + 300, Value: 61, Metric: diary.MetricNightSDNN}}},
	} {
		f := read(t, "jsons/cc.binning_data.json", "["+strings.Join(c.readings, ",\n")+"]")
		if !slices.Equal(f.HRV, c.want) || len(f.Clocks) != 0 {
			t.Errorf("%s: %v", name, f.HRV)
		}
	}
	night := "[" + reading(1, 40) + "," + reading(3, 50) + "," + reading(4.5, 60) + "]"
	two := night[:len(night)-1] + "," + reading(25, 70) + "," + reading(27.9, 80) + "," + reading(28.2, 90)
	if _, list, err := tabletest.Read(Formats, "cc.binning_data.json", night[:len(night)-20]); len(list) > 0 || err == nil {
		t.Errorf("a night that is cut off: %v, %v", list, err)
	}
	if f := read(t, "cc.binning_data.json", two[:len(two)-20]); len(f.HRV) != 2 || f.HRV[0].Value != 50 || f.Partial == "" {
		t.Errorf("the night before one that is cut off: %v, %q", f.HRV, f.Partial)
	}
	if f := read(t, "cc.binning_data.json", `[{"start_time":1757458800000,"end_time":1757459100000,"sdnn":0,"rmssd":0}]`); f.Kind != "other" {
		t.Errorf("nothing was measured: %+v", f)
	}
	if f := read(t, "cc.binning_data.json", `[{"start_time":1757458800000,"end_time":1757459100000,"sdnn":59}]`); len(f.HRV) != 1 || f.HRV[0].Metric != diary.MetricAnySDNN {
		t.Errorf("SDNN is no RMSSD: %+v", f)
	}
}

func TestExercise(t *testing.T) {
	f := read(t, "x.csv", exerciseCSV)
	if len(f.Activities) != 2 || len(f.Labels) != 2 {
		t.Fatalf("%+v", f)
	}
	run, walk := f.Activities[0], f.Activities[1]
	if run.Start != at(6) || run.Sport != diary.Running || run.Seconds != 1800 || run.Elapsed != 1860 || run.Meters != 5300.5 || run.AvgHR != 145 || run.MaxHR != 168 {
		t.Errorf("%+v", run)
	}
	if walk.Sport != "walking" || walk.AvgHR != 0 || walk.MaxHR != 0 {
		t.Errorf("%+v", walk)
	}
	live := read(t, "jsons/com.samsung.shealth.exercise/a/Ab-1.com.samsung.health.exercise.live_data.json", fmt.Sprintf(
		`[{"heart_rate":140.0,"start_time":%d000},{"heart_rate":143.0,"start_time":%d000},{"speed":0.0,"start_time":%d000,"distance":1.5},{"heart_rate":0,"start_time":%d000},{"heart_rate":150,"start_time":%d000},{"heart_rate":150,"start_time":5}]`,
		at(6), at(6)+1, at(6)+6, at(6)+11, at(6)+16))
	a := live.Activities[0]
	if a.Key != f.Labels[0].Key || a.Sport != "" || a.Start != at(6) || a.Elapsed != 16 || a.AvgHR != 146 || a.MaxHR != 150 {
		t.Errorf("%+v, its row %+v", a, f.Labels[0])
	}
	if !slices.Equal(a.Track.HR, []uint8{142, 0, 0, 150}) || !slices.Equal(a.Track.Speed, []uint16{0, 1, 0, 0}) {
		t.Errorf("%v", a.Track)
	}
}

// Sessions are in UTC, unless their series say that they are not.
func TestLocalSessions(t *testing.T) {
	for name, c := range map[string]struct {
		begins int64 // of the series
		want   int64 // of the session
	}{"UTC": {at(6) + 4, at(6)}, "local": {at(4) + 4, at(4)}, "neither": {at(9), at(6)}, "none": {0, at(6)}} {
		f := tabletest.File("x.csv", exerciseCSV)
		f.Beside = func(name string) io.Reader {
			if c.begins == 0 || name != "Ab-1"+liveData {
				return nil
			}
			return strings.NewReader(fmt.Sprintf(`[{"start_time":0},{"heart_rate":140,"start_time":%d000}]`, c.begins))
		}
		list, err := readExercise(f)
		if err != nil || len(list) != 1 || len(list[0].Activities) != 2 || list[0].Activities[0].Start != c.want || list[0].Clocks[0].At != c.want {
			t.Errorf("%s: %+v, %v", name, list, err)
		}
	}
}

// A whole export has no line of what is of no use; what is nobody's is not Samsung's.
func TestKinds(t *testing.T) {
	for name, c := range map[string]struct{ path, content, kind string }{
		"a sub-metric of sleep": {"com.samsung.shealth.sleep_combined.2025.csv", "com.samsung.shealth.sleep_combined,7006011,1\nstart_time,end_time,\n", "other tables"},
		"heart rate":            {"a.csv", "\uFEFFcom.samsung.shealth.tracker.heart_rate,6,1\r\nstart_time,heart_rate,\r\n", "other tables"},
		"hrv.csv":               {"a.csv", "com.samsung.health.hrv,7006011,1\nstart_time,end_time,time_offset,binning_data,datauuid,\n", "other tables"},
		"binning of stress":     {"jsons/x/y.binning_data.json", `[{"start_time":1,"score":3}]`, "other JSON"},
		"a profile":             {"jsons/com.samsung.health.user_profile/a.json", `{"name":"x"}`, "other JSON"},
		"header alone":          {"a.csv", "com.samsung.shealth.sleep,7006011,1\n" + sleepHeader, "sleep.csv"},
		"first line alone":      {"a.csv", "com.samsung.shealth.exercise,7006011,1", "exercise.csv"},
		"exercise, no 1st line": {"a.csv", "com.samsung.health.exercise.datauuid,com.samsung.health.exercise.start_time,com.samsung.health.exercise.exercise_type\n", "exercise.csv"},
		"another's":             {"com.samsung.csv", "date,hrv\n2025-06-10,40\n", ""},
		"text":                  {"a.txt", "com.samsung.health.is a fine thing, they say, 1\n", ""},
	} {
		if kind, list, err := tabletest.Read(Formats, c.path, c.content); kind != c.kind || len(list) != 0 || err != nil {
			t.Errorf("%s: %q, %v, %v", name, kind, list, err)
		}
	}
}

// The same tables as other programs write them, and cut off anywhere.
func TestMutations(t *testing.T) {
	for name, csv := range map[string]string{"sleep": sleepCSV, "stages": stageCSV, "exercise": exerciseCSV} {
		t.Run(name, func(t *testing.T) {
			_, rest, _ := strings.Cut(csv, "\n")
			tabletest.Same(t, rest, ',', func(content string) string {
				f := tabletest.File("a.csv", content)
				format := map[string]func(*source.File) ([]diary.File, error){"sleep": readNights, "stages": readStages, "exercise": readExercise}[name]
				list, _ := format(f)
				b, err := json.Marshal(list)
				if err != nil {
					t.Fatal(err)
				}
				return string(b)
			})
		})
	}
}

func FuzzSamsung(f *testing.F) {
	for _, s := range []string{sleepCSV, stageCSV, exerciseCSV, `[{"start_time":1757458800000,"end_time":1757459100000,"sdnn":59,"rmssd":45}]`} {
		f.Add("a"+liveData, s)
	}
	f.Fuzz(func(t *testing.T, path, content string) {
		_, list, _ := tabletest.Read(Formats, path, content)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() < 0 || n.Asleep() > float64(n.End-n.Start)/60+1 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}
