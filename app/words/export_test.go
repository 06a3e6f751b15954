package words

import (
	"strings"
	"testing"

	"rebound/engine/diary"
)

// An export is summed up by its days, each of which counts once though two chunks
// have it, and by its sessions.
func TestContents(t *testing.T) {
	const day = diary.Date(20_000)
	at := func(d diary.Date) int64 { return int64(d)*86400 + 6*3600 }
	zone := func(int64) int { return 0 }
	nights := func(from, n diary.Date) (f diary.File) {
		for d := from; d < from+n; d++ {
			f.Nights = append(f.Nights, diary.Night{Start: at(d) - 8*3600, End: at(d), Staged: true, Light: 400})
			f.Resting = append(f.Resting, diary.Stamped{At: at(d), Value: 50, Day: d})
			f.HRV = append(f.HRV, diary.HRVStamp{At: at(d), Value: 60}, diary.HRVStamp{At: at(d) + 60, Value: 61})
		}
		return f
	}
	nap := diary.File{Nights: []diary.Night{{Start: at(day), End: at(day) + 1800, Nap: true}}}
	byDay := diary.File{Nights: []diary.Night{{Start: at(day) + 7*3600, End: at(day) + 8*3600}}} // which its source does not call one
	run := func(sport diary.Sport, key uint64) diary.File {
		return diary.File{Activities: []diary.Activity{{Start: at(day), Sport: sport, Key: key}}}
	}
	later := func(f diary.File, by int64) diary.File {
		f.Activities[0].Start += by
		return f
	}
	for name, c := range map[string]struct {
		files []diary.File
		want  string
	}{
		"nothing":              {nil, ""},
		"a nap alone":          {[]diary.File{nap}, "1 day with a nap, 4 October 2024"},
		"a short sleep by day": {[]diary.File{nights(day, 1), byDay, byDay}, "1 night, 1 day with a nap, 1 day of resting HR, 1 day of HRV, 4 October 2024"},
		"one night":            {[]diary.File{nights(day, 1)}, "1 night, 1 day of resting HR, 1 day of HRV, 4 October 2024"},
		"chunks that share":    {[]diary.File{nights(day, 100), nights(day+50, 100)}, "150 nights, 150 days of resting HR, 150 days of HRV, Oct 2024 to Mar 2025"},
		"years":                {[]diary.File{nights(day, 3412)}, "3,412 nights, 3,412 days of resting HR, 3,412 days of HRV, Oct 2024 to Feb 2034"},
		"a few days":           {[]diary.File{nights(day, 20)}, "20 nights, 20 days of resting HR, 20 days of HRV, 4 Oct to 23 Oct 2024"},
		"runs and others":      {[]diary.File{run(diary.Running, 0), later(run("cycling", 0), 3600)}, "1 run, 1 other session, 4 October 2024"},
		"a run and its route":  {[]diary.File{run("", 0), run(diary.Running, 0), run("", 0)}, "1 run, 4 October 2024"},
		"sports still to be":   {[]diary.File{run(diary.Running, 0), later(run("", 7), 3600), later(run("", 8), 7200)}, "3 sessions, 4 October 2024"},
	} {
		var got Contents
		seen := NewSeen()
		for i := range c.files {
			got.Add(&c.files[i], zone, seen)
		}
		if got.String() != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestExportLines(t *testing.T) {
	f := diary.File{Name: "export.xml", Via: "apple"}
	if l := ExportLine(&f, Contents{Nights: 2}); l.Text != "Apple Health: 2 nights" || l.Result != "added" || l.Kind != KindExport {
		t.Errorf("%+v", l)
	}
	f.Partial = "cut off before its end"
	if l := ExportLine(&f, Contents{Nights: 2}); l.Result != "partial" || l.Text != "Cut off before its end" || !strings.Contains(l.Hint, "Apple Health: 2 nights") {
		t.Errorf("%+v", l)
	}
	f = diary.File{Via: "table"}
	if l := ExportLine(&f, Contents{}); l.Text != "Your own table: nothing in it that Rebound can use" {
		t.Errorf("%+v", l)
	}
	if l := ExportLine(&diary.File{Via: "strava"}, Contents{}); l.Text != "Strava: the list that says what each activity was" {
		t.Errorf("%+v", l)
	}
	for want, got := range map[string]string{
		"Strava: the list that says what each activity was":             ExportGroup("strava", Contents{}, 1),
		"GPX files: 1 file, with nothing in it that Rebound can use":    ExportGroup("gpx", Contents{}, 1),
		"GPX files: 3 files, with nothing in them that Rebound can use": ExportGroup("gpx", Contents{}, 3),
		"Apple Health: 2 nights":                                        ExportGroup("apple", Contents{Nights: 2}, 1),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if Unneeded(1) == Unneeded(2) || !strings.HasPrefix(Unneeded(1182), "1,182 other files") {
		t.Error(Unneeded(1182))
	}
}
