package zepp

import (
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/table/tabletest"
)

const (
	sleepCSV = "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n" +
		"2025-06-10,1749540000,80,250,30,2025-06-09 21:14:00+0000,2025-06-10 04:58:00+0000,104,[]\n" +
		"2025-06-11,1749540000,0,0,0,2025-06-10 22:00:00+0000,2025-06-10 22:00:00+0000,0,\n" +
		"2025-01-01,1749540000,76,206,0,2025-06-12 02:13:00+0000,2025-06-12 08:02:00+0000,,\n"
	sportCSV = "type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)\n" +
		"1,2025-06-10 06:00:00+0000,1800,0.3,0.5,5300.5,0.34,300\n" +
		"52,2025-06-10 16:00:00+0000,600,0.0,0.0,0.0,0.0,50\n" +
		"1,2025-06-10 17:00:00+0000,0,0.0,0.0,0.0,0.0,50\n"
)

// at is an hour of 10 June 2025 UTC.
func at(h, m int) int64 { return 1749513600 + int64(h*3600+m*60) }

func TestSleep(t *testing.T) {
	name, list, err := tabletest.Read(Formats, "a.csv", sleepCSV)
	day, _ := diary.ParseDate("2025-06-10")
	want := []diary.Night{{Start: at(-2, -46), End: at(4, 58), Light: 250, Deep: 80, REM: 104, Wake: 30, Staged: true, Day: day},
		{Start: at(50, 13), End: at(56, 2), Light: 206, Deep: 76, Staged: true}} // its date cannot be that of waking
	if name != "SLEEP" || err != nil || len(list) != 1 || !slices.Equal(list[0].Nights, want) || len(list[0].Clocks) != 0 {
		t.Errorf("%s, %+v, %v", name, list, err)
	}
}

func TestSport(t *testing.T) {
	_, list, err := tabletest.Read(Formats, "a.csv", sportCSV)
	if err != nil || len(list) != 1 || len(list[0].Activities) != 2 {
		t.Fatalf("%+v, %v", list, err)
	}
	if a := list[0].Activities[0]; a.Start != at(6, 0) || a.Sport != diary.Running || a.Seconds != 1800 || a.Meters != 5300.5 || a.AvgHR != 0 {
		t.Errorf("%+v", a)
	}
	if a := list[0].Activities[1]; a.Sport != "generic" || a.Meters != 0 {
		t.Errorf("%+v", a)
	}
}

// A file that says of no time how far it is from UTC has local ones.
func TestLocal(t *testing.T) {
	_, list, _ := tabletest.Read(Formats, "a.csv", strings.ReplaceAll(sleepCSV, "+0000", ""))
	if len(list) != 1 || len(list[0].Nights) != 2 || !slices.Equal(list[0].Clocks, []diary.Clock{{}}) {
		t.Errorf("%+v", list)
	}
}

// Heart rates of minutes make no resting heart rate.
func TestKinds(t *testing.T) {
	for _, c := range [][3]string{
		{"HEARTRATE_AUTO/HEARTRATE_AUTO_1.csv", "date,time,heartRate\n2025-06-10,08:00,48\n", "other tables"},
		{"HEARTRATE/HEARTRATE_1.csv", "date,lastSyncTime,heartRate,timestamp\n1,48\n2,49\n", "other tables"},
		{"x/ACTIVITY_MINUTE/ACTIVITY_MINUTE_1.csv", "date,time,steps\n2025-06-10,08:00,48\n", "other tables"},
		{"a.csv", "date,steps,distance,runDistance,calories\n2025-06-10,1,2,3,4\n", "other tables"},
		{"a.csv", "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n", "SLEEP"},
		{"a.csv", "date,hrv\n2025-06-10,50\n", ""},
	} {
		if kind, list, err := tabletest.Read(Formats, c[0], c[1]); kind != c[2] || len(list) > 0 || err != nil {
			t.Errorf("%s: %q, %v, %v", c[0], kind, list, err)
		}
	}
}

func TestMutations(t *testing.T) {
	for _, csv := range []string{sleepCSV, sportCSV} {
		tabletest.Broken(t, Formats, "a.csv", csv, ',')
	}
}

func FuzzZepp(f *testing.F) {
	f.Add(sleepCSV)
	f.Add(sportCSV)
	f.Fuzz(func(t *testing.T, content string) {
		_, list, _ := tabletest.Read(Formats, "a.csv", content)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() < 0 || n.Asleep() > float64(n.End-n.Start)/60+5 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}
