package strava

import (
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/source"
	"rebound/engine/watch/sourcetest"
	"rebound/engine/watch/table/tabletest"
)

const (
	before2019 = `id,date,name,type,description,elapsed_time,distance,commute,gear,filename
11,2014-09-12 16:54:28,"Lauf, kurz",Run,,1800,5400.0,false,,activities/11.gpx.gz
12,2014-09-13 16:54:28,Gym,Workout,,1800,,false,,
`
	english = `Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance
21,"Oct 6, 2022, 11:19:20 PM",Morning Run,Virtual Run,,1800,5.40,158.0,30.0,false,,,activities/987.TCX.gz,61.0,,1800.0,1790.0,5400.0
22,"Oct 7, 2022, 11:19:20 PM","Run to ""the"" gym",Weight Training,,1800,0.00,,,false,,,activities/988.fit.gz,61.0,,1800.0,1790.0,0.0
`
	german = `Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,<span class="translation_missing" title="x">Filename</span>,Verstrichene Zeit,Distanz
31,"10.09.2025, 16:00:00",Locker,Lauf,,1800,"5,40","158,0",activities/987.tcx.gz,"1800,0","5400,0"
32,"11.09.2025, 16:00:00",Kraft,Gewichtstraining,,1800,"0,00",,activities/989.tcx.gz,"1800,0","0,0"
33,"12.09.2025, 16:00:00",Rad,Radfahrt,,1800,"15,00",,activities/990.gpx.gz,"1800,0","15000,0"
`
)

func TestLabels(t *testing.T) {
	label := func(name string, sport diary.Sport, sub string) diary.Label {
		return diary.Label{Key: source.Key(name), Sport: sport, Sub: sub}
	}
	for name, c := range map[string]struct {
		in   string
		want []diary.Label
	}{
		"before 2019": {before2019, []diary.Label{label("11.gpx", diary.Running, "")}},
		"English":     {english, []diary.Label{label("987.tcx", diary.Running, "virtual_activity"), label("988.fit", "training", "")}},
		"German":      {german, []diary.Label{label("987.tcx", diary.Running, ""), label("989.tcx", "generic", ""), label("990.gpx", "cycling", "")}},
	} {
		ways := tabletest.Mutations(c.in, ',')
		ways["as it is"] = c.in
		ways["a line break in a title"] = strings.Replace(c.in, "Morning Run", "\"a\nb\"", 1)
		for how, in := range ways {
			list, known, err := sourcetest.Read(Formats, "activities.csv", []byte(in))
			if !known || err != nil || len(list) != 1 {
				t.Errorf("%s, %s: %v, %v", name, how, list, err)
				continue
			}
			if got := list[0].Labels; len(got) != len(c.want) {
				t.Errorf("%s, %s: %+v", name, how, got)
			} else {
				for i := range got {
					if got[i] != c.want[i] {
						t.Errorf("%s, %s: %+v, want %+v", name, how, got[i], c.want[i])
					}
				}
			}
		}
		for n := range len(c.in) {
			list, _, err := sourcetest.Read(Formats, "a.csv", []byte(c.in[:n]))
			for i := range list {
				if len(list[i].Labels) > len(c.want) || err != nil {
					t.Errorf("%s cut at %d: %+v, %v", name, n, list[i].Labels, err)
				}
			}
		}
	}
}

func TestKnown(t *testing.T) {
	for path, c := range map[string]struct{ in, want string }{
		"a/profile.csv":    {"Athlete ID,Email Address\n1,a@example.org\n", "other"},
		"Bikes.csv":        {"Bike Name\n", "other"},
		"shoes.csv":        {"{}", "unknown"},
		"goals.csv":        {"Date,Resting HR,HRV\n2025-06-03,46,58\n", "unknown"},
		"profile.csv":      {"\x00\x01", "unknown"},
		"unnamed.csv":      {english, "file\nlabel running virtual_activity\nlabel training"},
		"activities.csv":   {"a,b,c,d,e,f,g,h,i\n1,2,,Run,,,,,\n", "other"},
		"x/activities.csv": {"Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n\"Running\",2022-12-21 10:40:56,false,Run,5.0,1,2,3,4\n", "unknown"},
	} {
		sourcetest.Want(t, Formats, path, c.in, c.want)
	}
}

func FuzzStrava(f *testing.F) {
	sourcetest.Fuzz(f, Formats, map[string]string{"activities.csv": german, "a.csv": before2019, "profile.csv": "Athlete ID\n1\n"})
}

func TestActivity(t *testing.T) {
	for name, want := range map[string]string{
		"activities/77.gpx.gz": "", "export_1.zip/activities/77.tcx": "export_1.zip/", "activities/export/activities/7.fit": "activities/export/",
		"activities/Run.gpx": "-", "activities/77": "-", "myactivities/77.gpx": "-", "activities/x/77.gpx": "-", "77.gpx": "-", "": "-",
	} {
		got, ok := Activity(name)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("%q: %q, not %q", name, got, want)
		}
	}
}
