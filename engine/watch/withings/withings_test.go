package withings

import (
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/table/tabletest"
)

const (
	english  = `from,to,"light (s)","deep (s)","rem (s)","awake (s)","wake up","Duration to sleep (s)","Duration to wake up (s)","Snoring (s)","Snoring episodes","Average heart rate","Heart rate (min)","Heart rate (max)"`
	german   = `von,bis,"leicht (s)","tief (s)","rem (s)","wach (s)",Aufwachen,"Duration to sleep (s)","Duration to wake up (s)","Snoring (s)","Snoring episodes","Average heart rate","Heart rate (min)","Heart rate (max)"`
	swedish  = `från,till,"lätt (s)","djup (s)","rem (s)","vaken (s)",x,"Duration to sleep (s)","Duration to wake up (s)"`
	sleepRow = `
2025-06-09T23:00:00+02:00,2025-06-10T07:00:00+02:00,15000,6000,5400,2400,2,300,60,0,0,52,46,70
2025-06-10T23:00:00+02:00,2025-06-11T06:00:00+02:00,0,0,0,0,0,0,0,0,0,0,0,0
2025-06-11T23:00:00-04:00,2025-06-12T07:00:00-04:00,20000,7000,0,1800,1,0,0,0,0,0,0,0
`
	activities = `from,to,"from (manual)","to (manual)",Timezone,"Activity type",Data,GPS,Modified
2025-06-10T08:00:00+02:00,2025-06-10T08:31:00+02:00,,,Europe/Paris,Running,"{""calories"":300,""hr_average"":145,""hr_max"":168,""distance"":5300.5,""pause_duration"":60}",,2025-06-10T09:00:00+02:00
2025-06-10T18:00:00+02:00,2025-06-10T18:10:00+02:00,,,Europe/Paris,Laufen,"{""hr_average"":0,""distance"":0}",,2025-06-10T19:00:00+02:00
2025-06-10T20:00:00+02:00,2025-06-10T20:10:00+02:00,,,Europe/Paris,Padel,not JSON,,2025-06-10T21:00:00+02:00
`
)

// at is an hour of 10 June 2025 UTC.
func at(h float64) int64 { return 1749513600 + int64(h*3600) }

func TestSleep(t *testing.T) {
	want := []diary.Night{{Start: at(-3), End: at(5), Light: 250, Deep: 100, REM: 90, Wake: 40, Staged: true},
		{Start: at(51), End: at(59), Light: 20000. / 60, Deep: 7000. / 60, Wake: 30, Staged: true}}
	for _, header := range []string{english, german, swedish} {
		name, list, err := tabletest.Read(Formats, "x.csv", header+sleepRow)
		if name != "sleep.csv" || err != nil || len(list) != 1 || !slices.Equal(list[0].Nights, want) {
			t.Errorf("%.20s: %s, %+v, %v", header, name, list, err)
			continue
		}
		f := list[0]
		if c := []diary.Clock{{At: at(-3), Offset: 7200}, {At: at(5), Offset: 7200}, {At: at(51), Offset: -14400}, {At: at(59), Offset: -14400}}; !slices.Equal(f.Clocks, c) {
			t.Errorf("%v", f.Clocks)
		}
		if len(f.Resting)+len(f.HRV) > 0 {
			t.Errorf("a sleep's heart rate is no resting heart rate: %v", f.Resting)
		}
	}
}

func TestActivities(t *testing.T) {
	_, list, err := tabletest.Read(Formats, "x.csv", activities)
	if err != nil || len(list) != 1 || len(list[0].Activities) != 3 {
		t.Fatalf("%+v, %v", list, err)
	}
	a := list[0].Activities
	if r := a[0]; r.Start != at(6) || r.Sport != diary.Running || r.Elapsed != 1860 || r.Seconds != 1800 || r.Meters != 5300.5 || r.AvgHR != 145 || r.MaxHR != 168 {
		t.Errorf("%+v", r)
	}
	if a[1].Sport != diary.Running || a[1].AvgHR != 0 || a[1].Meters != 0 || a[2].Sport != "generic" {
		t.Errorf("%+v", a[1:])
	}
}

func TestKinds(t *testing.T) {
	for content, want := range map[string]string{
		"Datum,\"Gewicht (kg)\"\n2025-11-28 06:24:00,61.0\n":                "other tables",
		"start,duration,value\n2025-06-10T08:00:00+02:00,[60,60],[70,71]\n": "other tables",
		english: "sleep.csv",
		"Date,\"Weight (kg)\",\"Fat mass (kg)\"\n2025-06-10 08:00:00,70,9\n": "other tables",
		"date,hrv\n2025-06-10,50\n": "",
	} {
		if kind, list, err := tabletest.Read(Formats, "data/weight.csv", content); kind != want || len(list) > 0 || err != nil {
			t.Errorf("%.20s: %q, %v, %v", content, kind, list, err)
		}
	}
}

func TestMutations(t *testing.T) {
	for _, csv := range []string{german + sleepRow, activities} {
		tabletest.Broken(t, Formats, "a.csv", csv, ',')
	}
	if _, list, _ := tabletest.Read(Formats, "a.csv", strings.NewReplacer("+02:00", "", "-04:00", "").Replace(german+sleepRow)); len(list) != 1 || !slices.Equal(list[0].Clocks, []diary.Clock{{}}) {
		t.Errorf("local times: %+v", list)
	}
	semicolons := strings.ReplaceAll(german+sleepRow, ",", ";")
	if _, list, _ := tabletest.Read(Formats, "a.csv", semicolons); len(list) != 1 || len(list[0].Nights) != 2 {
		t.Errorf("semicolons: %+v", list)
	}
}

func FuzzWithings(f *testing.F) {
	f.Add(german + sleepRow)
	f.Add(activities)
	f.Fuzz(func(t *testing.T, content string) {
		_, list, _ := tabletest.Read(Formats, "a.csv", content)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() < 0 || n.Asleep() > float64(n.End-n.Start)/60+1 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}
