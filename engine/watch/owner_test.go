package watch

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/watch/fitfile"
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
	fit := fitfileRun(t)
	numbered := func(id string) file {
		return file{name: "DI_CONNECT/DI-Connect-Wellness/2025-06-01_2025-09-09_" + id + "_sleepData.json", data: []byte(`[{"sleepStartTimestampGMT":"2025-06-02T21:14:00.0","sleepEndTimestampGMT":"2025-06-03T04:58:00.0","calendarDate":"2025-06-03","lightSleepSeconds":15000}]`)}
	}
	uploads := func(mail string, more ...file) file {
		return file{name: "DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", data: zipped(t, append(more, file{name: mail + "_1.fit", data: fit})...)}
	}
	athlete := func(id string) file {
		return file{name: "profile.csv", data: []byte("Athleten-ID,E-Mail\n" + id + ",a@example.org\n")}
	}
	tableOf := file{name: "activities.csv", data: table}
	polar := func(name, user string, day int) Item {
		return item(name, zipped(t, file{name: "sleep_result_1-3f0e.json", data: night(day)}, file{name: "247ohr_1_2025_06-3f0e.json", data: beats(user)}, file{name: "sleep_result_2-3f0e.json", data: night(day + 1)}))
	}
	for name, c := range map[string]struct {
		items []Item
		want  string // a letter for each file with a night or a run, by its owner; - for none
	}{
		"polar, two accounts":          {[]Item{polar("a.zip", "17", 3), polar("b.zip", "18", 5), polar("c.zip", " \"17\"", 7)}, "aabbaa"},
		"polar, a folder each":         {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("17")), item("q/sleep_result_1.json", night(4)), item("q/247ohr_1.json", beats("18"))}, "ab"},
		"polar, one folder":            {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("17")), item("p/247ohr_2.json", beats("18"))}, "-"},
		"polar, nothing says":          {[]Item{item("p/sleep_result_1.json", night(3)), item("p/247ohr_1.json", beats("0")), item("q/247ohr_2.json", beats("18"))}, "-"},
		"fitbit, zips":                 {[]Item{item("t1.zip", zipped(t, file{name: "Takeout/Fitbit/Global Export Data/sleep-1.json", data: sleep(3)}, file{name: "Takeout/Fitbit/Your Profile/Profile.csv", data: profile("C698DD")})), item("t2.zip", zipped(t, file{name: "Takeout/Fitbit/Global Export Data/sleep-2.json", data: sleep(4)}))}, "a-"},
		"fitbit, folders":              {[]Item{item("a/Takeout/Fitbit/Global Export Data/sleep-1.json", sleep(3)), item("a/Takeout/Fitbit/Your Profile/Profile.csv", profile("C698DD")), item("b/Takeout/Google Health/Global Export Data/sleep-1.json", sleep(4)), item("b/Takeout/Google Health/Your Profile/Profile.csv", profile("C698DE"))}, "ab"},
		"fitbit, another's profile":    {[]Item{item("a/Takeout/Fitbit/Global Export Data/sleep-1.json", sleep(3)), item("a/Takeout/Fitbit/Your Profile/Profile.csv", []byte("name,age\nx,4\n"))}, "-"},
		"samsung":                      {[]Item{item("samsunghealth_lea_b_20250912080000/com.samsung.shealth.sleep.1.csv", stages), item("samsunghealth_jo_20250912080000.zip", zipped(t, file{name: "com.samsung.shealth.sleep.1.csv", data: append(stages, '\n')})), item("samsunghealth_x/com.samsung.shealth.sleep.2.csv", append(stages, "\n\n"...))}, "ab-"},
		"strava":                       {[]Item{item("export_55.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)})), item("export_55 (1).zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)})), item("export_56/activities.csv", table), item("export_56/activities/77.gpx", []byte(run)), item("mine.zip", zipped(t, file{name: "activities.csv", data: table}, file{name: "activities/77.gpx", data: []byte(run)}))}, "aaaabb--"},
		"strava, a watch's own files":  {[]Item{item("export_55.zip", zipped(t, file{name: "activities/7.fit.gz", data: gzipped(fit)}, tableOf)), item("export_56.zip", zipped(t, file{name: "activities/8.fit", data: fit})), item("watch/8.fit", fit)}, "aab-"},
		"strava, by its profile":       {[]Item{item("mine.zip", zipped(t, file{name: "activities/7.fit", data: fit}, tableOf, athlete("55"))), item("his.zip", zipped(t, athlete("56"), tableOf, file{name: "activities/7.gpx", data: []byte(run)})), item("x/activities/7.fit", fit), item("x/activities.csv", table), item("x/profile.csv", athlete("x").data)}, "aabb--"},
		"garmin, the naming file last": {[]Item{item("a.zip", zipped(t, uploads("a@example.org"), numbered("12"))), item("b.zip", zipped(t, uploads("b@example.org", file{name: "b@example.org_2.gpx", data: []byte(run)}), numbered("13")))}, "aabbb"},
		"garmin, unpacked":             {[]Item{item("a/DI_CONNECT/DI-Connect-Uploaded-Files/Part1/a@example.org_1.fit", fit), item("a/"+numbered("12").name, numbered("12").data), item("b/DI_CONNECT/DI-Connect-Uploaded-Files/1.fit", fit), item("b/"+numbered("13").name, numbered("13").data)}, "aabb"},
		"garmin, by address alone":     {[]Item{item("a.zip", zipped(t, uploads("a@example.org"))), item("b.zip", zipped(t, uploads("B@example.org"))), item("b.fit", fit), item("c/b@example.org_9.fit", fit)}, "ab-b"},
		"garmin, several in one":       {[]Item{item("a.zip", zipped(t, uploads("a@example.org"), numbered("12"), numbered("13")))}, "abc"},
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

// What a watch uploaded stays the watch's own word, whoever has it, and its account is not
// compared with that of an export whose number is not known.
func TestOwnFilesInAnExport(t *testing.T) {
	fit := fitfileRun(t)
	for name, c := range map[string]struct {
		item Item
		via  string
	}{
		"strava":         {item("export_55.zip", zipped(t, file{name: "activities/7.fit", data: fit})), "device strava"},
		"garmin":         {item("a.zip", zipped(t, file{name: "DI_CONNECT/a@example.org_1.fit", data: fit}, file{name: "2025-06-01_2025-09-09_12_sleepData.json", data: []byte("[]")})), "device garmin_account"},
		"by its address": {item("a@example.org_1.fit", fit), "device"},
		"the watch's":    {item("GARMIN/Activity/1.fit", fit), ""},
	} {
		NewFiles([]Item{c.item}, Limits{}).Walk(0, func(e Entry) bool {
			if e.Via != "" || e.Other || e.Problem != nil {
				return true
			}
			list, p := e.Read()
			if p != nil || list[0].Via != c.via || list[0].By() != "" || (list[0].Owner == 0) != (c.via == "") {
				t.Errorf("%s: by %q, of %x, its word %q; %v", name, list[0].Via, list[0].Owner, list[0].By(), p)
			}
			return true
		})
	}
}

// fitfileRun is a run as a watch writes it.
func fitfileRun(t *testing.T) []byte {
	t.Helper()
	b, err := fitfile.Encode(diary.File{Kind: "activity", Device: diary.Device{Maker: "garmin", Product: 4257, Serial: 3},
		Activities: []diary.Activity{{Start: 1748925000, Sport: diary.Running, Elapsed: 600, Seconds: 600, Meters: 1800, Track: diary.Track{HR: slices.Repeat([]uint8{140}, 120)}}}})
	if err != nil {
		t.Fatal(err)
	}
	return b
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
