package watch

import (
	"fmt"
	"strings"
	"testing"
)

// Whose an export is, another of its files or its name says where the file itself does
// not; where they say two things in one folder nobody knows.
func TestOwner(t *testing.T) {
	night := func(day int) []byte {
		return fmt.Appendf(nil, `[{"night":"2025-06-%02d","evaluation":{"asleepDuration":"PT6H30M"}}]`, day)
	}
	beats := func(user string) []byte {
		return []byte(`{"deviceDays":[{"userId":` + user + `,"deviceId":"x","date":"2025-06-03","samples":[{"heartRate":44,"secondsFromDayStart":0}]}]}`)
	}
	sleep := func(day int) []byte {
		return fmt.Appendf(nil, `[{"logId":%d,"dateOfSleep":"2025-06-%02d","startTime":"2025-06-%02dT00:14:00.000","endTime":"2025-06-%02dT06:58:00.000","minutesAsleep":380,"type":"classic","mainSleep":true}]`, day, day, day, day)
	}
	profile := func(id string) []byte {
		return []byte("id,full_name,first_name,last_name,display_name_setting,username,email_address,date_of_birth\r\n" + id + ",A B,A,B,name,ab,a@example.org,1990-01-01\r\n")
	}
	stages := []byte("com.samsung.shealth.sleep,7006011,1\nsleep_score,com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,sleep_duration,efficiency,\n" +
		"80,2025-06-09 21:00:00.000,2025-06-10 05:00:00.000,UTC+0200,480,90,\n")
	const run = `<gpx creator="x"><trk><type>running</type><trkseg><trkpt lat="48" lon="2"><time>2025-06-03T05:30:00Z</time></trkpt><trkpt lat="48.001" lon="2"><time>2025-06-03T05:30:40Z</time></trkpt></trkseg></trk></gpx>`
	table := []byte("Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename\n1,\"Jun 3, 2025\",Run,Run,,40,0.1,activities/77.gpx\n")
	polar := func(name, user string, day int) Item {
		return item(name, zipped(t, file{name: "sleep_result_1-3f0e.json", data: night(day)}, file{name: "247ohr_1_2025_06-3f0e.json", data: beats(user)}, file{name: "sleep_result_2-3f0e.json", data: night(day + 1)}))
	}
	for name, c := range map[string]struct {
		items []Item
		want  string // a letter for each file with a night or a run, by its owner; - for none
	}{
		"polar, two accounts":       {[]Item{polar("a.zip", "17", 3), polar("b.zip", "18", 5), polar("c.zip", " \"17\"", 7)}, "aabbaa"},
		"polar, a folder each":      {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("17")), item("q/sleep_result_1.json", night(4)), item("q/247ohr_1.json", beats("18"))}, "ab"},
		"polar, one folder":         {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("17")), item("p/247ohr_2.json", beats("18"))}, "-"},
		"polar, nothing says":       {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("0")), item("q/247ohr_2.json", beats("18"))}, "-"},
		"fitbit, zips":              {[]Item{item("t1.zip", zipped(t, file{name: "Takeout/Fitbit/Global Export Data/sleep-1.json", data: sleep(3)}, file{name: "Takeout/Fitbit/Your Profile/Profile.csv", data: profile("C698DD")})), item("t2.zip", zipped(t, file{name: "Takeout/Fitbit/Global Export Data/sleep-2.json", data: sleep(4)}))}, "a-"},
		"fitbit, folders":           {[]Item{item("a/Takeout/Fitbit/Global Export Data/sleep-1.json", sleep(3)), item("a/Takeout/Fitbit/Your Profile/Profile.csv", profile("C698DD")), item("b/Takeout/Google Health/Global Export Data/sleep-1.json", sleep(4)), item("b/Takeout/Google Health/Your Profile/Profile.csv", profile("C698DE"))}, "ab"},
		"fitbit, another's profile": {[]Item{item("a/Takeout/Fitbit/Global Export Data/sleep-1.json", sleep(3)), item("a/Takeout/Fitbit/Your Profile/Profile.csv", []byte("name,age\nx,4\n"))}, "-"},
		"samsung":                   {[]Item{item("samsunghealth_lea_b_20250912080000/com.samsung.shealth.sleep.1.csv", stages), item("samsunghealth_jo_20250912080000.zip", zipped(t, file{name: "com.samsung.shealth.sleep.1.csv", data: append(stages, '\n')})), item("samsunghealth_x/com.samsung.shealth.sleep.2.csv", append(stages, "\n\n"...))}, "ab-"},
		"strava":                    {[]Item{item("export_55.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)})), item("export_55 (1).zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)})), item("export_56/activities.csv", table), item("export_56/activities/77.gpx", []byte(run)), item("mine.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)}))}, "aaaabb--"},
	} {
		owners := []uint64{}
		got := ""
		f := NewFiles(c.items, Limits{})
		for i := range c.items {
			f.Walk(i, func(e Entry) bool {
				list, p := e.Read()
				if p != nil || e.Other || list[0].Kind == "other" {
					return true
				}
				owner := list[0].Owner
				if owner == 0 {
					got += "-"
					return true
				}
				at := 0
				for at < len(owners) && owners[at] != owner {
					at++
				}
				if at == len(owners) {
					owners = append(owners, owner)
				}
				got += string(rune('a' + at))
				return true
			})
		}
		if got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}

// A TCX in a takeout's folder of activities came by Fitbit; one anywhere else is a TCX.
func TestFromFitbit(t *testing.T) {
	const run = `<TrainingCenterDatabase><Activities><Activity Sport="Running"><Lap StartTime="2025-06-03T05:30:00Z"><TotalTimeSeconds>60</TotalTimeSeconds><DistanceMeters>200</DistanceMeters><Track><Trackpoint><Time>2025-06-03T05:30:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint><Trackpoint><Time>2025-06-03T05:31:00Z</Time><DistanceMeters>200</DistanceMeters></Trackpoint></Track></Lap></Activity></Activities></TrainingCenterDatabase>`
	for path, want := range map[string]string{
		"takeout-1.zip/Takeout/Fitbit/Activities/40000000001.tcx": "fitbit", "Takeout/Google Health/Activities/1.tcx": "fitbit", "user-site-export/activities/1.tcx": "fitbit",
		"Activities/1.tcx": "tcx", "Takeout/Fitbit/1.tcx": "tcx", "mytakeout/fitbit/activities/1.tcx": "tcx",
	} {
		items := []Item{item(path, []byte(run))}
		if outer, inner, ok := strings.Cut(path, ".zip/"); ok {
			items = []Item{item(outer+".zip", zipped(t, file{name: inner, data: []byte(run)}))}
		}
		f := NewFiles(items, Limits{})
		f.Walk(0, func(e Entry) bool {
			if list, p := e.Read(); p != nil || list[0].Via != want || len(list[0].Activities) != 1 {
				t.Errorf("%s: %+v, %v", path, list, p)
			}
			return true
		})
	}
}
