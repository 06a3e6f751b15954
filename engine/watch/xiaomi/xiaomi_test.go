package xiaomi

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/table/tabletest"
)

const (
	fitness = "Uid,Sid,Key,Time,Value,UpdateTime\n" +
		`77,dev1,heart_rate,1749513600,"{""time"":1749513600,""bpm"":48}",1749540000` + "\n" +
		`77,dev1,sleep,1749531600,"{""bedtime"":1749502800,""wake_up_time"":1749531600,""duration"":440,""sleep_deep_duration"":100,""sleep_light_duration"":250,""sleep_rem_duration"":90,""sleep_awake_duration"":40,""timezone"":8,""items"":[{""start_time"":1749502800,""end_time"":1749510000,""state"":3}]}",1749540000` + "\n" +
		`77,dev2,watch_night_sleep,1749531600,"{""bedtime"":1749502800,""wake_up_time"":1749531600,""duration"":440}",1749540000` + "\n" +
		`77,dev1,sleep,1749531600,"{""bedtime"":1749502800,""wake_up_time"":1749531600,""duration"":0}",1749540000` + "\n" +
		`77,dev1,resting_heart_rate,1749592800,"{""bpm"":47,""date_time"":1749592000}",1749540000` + "\n" +
		`77,dev1,resting_heart_rate,1749592800,"{""bpm"":0,""date_time"":1749592000}",1749540000` + "\n" +
		`77,dev1,steps,1749592800,,1749540000` + "\n"
	sports = "Uid,Sid,Key,Time,Category,Value,UpdateTime\n" +
		`77,dev1,outdoor_running,1749535200,running,"{""start_time"":1749535200,""end_time"":1749537060,""duration"":1800,""distance"":5300,""avg_hrm"":145,""max_hrm"":168,""timezone"":8}",1749540000` + "\n" +
		`77,dev1,watch_sport_indoor_running,1749555200,running,"{""start_time"":1749555200,""duration"":600}",1749540000` + "\n" +
		`77,dev1,yoga,1749565200,yoga,"{""start_time"":1749565200,""end_time"":1749565200}",1749540000` + "\n"
)

func TestFitness(t *testing.T) {
	name, list, err := tabletest.Read(Formats, "a.csv", fitness)
	if name != "fitness_data" || err != nil || len(list) != 1 {
		t.Fatalf("%s, %+v, %v", name, list, err)
	}
	f := list[0]
	want := []diary.Night{{Start: 1749502800, End: 1749531600, Light: 250, Deep: 100, REM: 90, Wake: 40, Staged: true}, {Start: 1749502800, End: 1749531600, Total: 440}}
	if !slices.Equal(f.Nights, want) || !slices.Equal(f.Resting, []diary.Stamped{{At: 1749592000, Value: 47}}) {
		t.Errorf("%+v", f)
	}
	if !slices.Equal(f.Clocks, []diary.Clock{{At: 1749531600, Offset: 7200}}) || f.Owner != source.Owner(Via, "77") || f.Device != (diary.Device{}) {
		t.Errorf("%+v", f)
	}
}

func TestSport(t *testing.T) {
	name, list, err := tabletest.Read(Formats, "a.csv", sports)
	if name != "sport_record" || err != nil || len(list) != 1 || len(list[0].Activities) != 2 {
		t.Fatalf("%s, %+v, %v", name, list, err)
	}
	if a := list[0].Activities[0]; a.Start != 1749535200 || a.Sport != diary.Running || a.Sub != "" || a.Seconds != 1800 || a.Elapsed != 1860 || a.Meters != 5300 || a.AvgHR != 145 || a.MaxHR != 168 {
		t.Errorf("%+v", a)
	}
	if a := list[0].Activities[1]; a.Sub != "treadmill" || a.Seconds != 600 || a.AvgHR != 0 {
		t.Errorf("%+v", a)
	}
}

func TestKinds(t *testing.T) {
	for _, c := range [][3]string{
		{"a.csv", "Uid,Sid,Tag,Key,Time,Value,UpdateTime\n1,2,daily_report,sleep,3,{},4\n", "aggregated_fitness_data"},
		{"20250912_77_MiFitness_user_member_profile.csv", "uid,name\n1,2\n", "other tables"},
		{"a.csv", "Uid,Sid,Key,Time,Value,UpdateTime\n", "fitness_data"},
		{"a.csv", "key,value\na,1\n", ""},
	} {
		if kind, list, err := tabletest.Read(Formats, c[0], c[1]); kind != c[2] || len(list) > 0 || err != nil {
			t.Errorf("%s: %q, %v, %v", c[0], kind, list, err)
		}
	}
}

func TestMutations(t *testing.T) {
	for _, csv := range []string{fitness, sports} {
		tabletest.Broken(t, Formats, "a.csv", csv, ',')
	}
}

func FuzzXiaomi(f *testing.F) {
	f.Add(fitness)
	f.Add(sports)
	f.Fuzz(func(t *testing.T, content string) {
		_, list, _ := tabletest.Read(Formats, "a.csv", content)
		for _, file := range list {
			for _, n := range file.Nights {
				if n.End <= n.Start || n.Asleep() <= 0 || n.Asleep() > float64(n.End-n.Start)/60+6 {
					t.Errorf("a night that cannot be: %+v", n)
				}
			}
		}
	})
}
