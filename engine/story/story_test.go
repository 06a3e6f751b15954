package story_test

import (
	"math"
	"strings"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/story"
	"rebound/engine/verdict"
)

// What is no statement is an error that names its line, whatever it is.
func TestParseRefuses(t *testing.T) {
	for _, line := range []string{
		"hrv 60", "2026-01-01", "2026-13-01 hrv 60", "2026-01-01 hrv sixty", "2026-01-01 hvr 60", "2026-01-01 sleep 7:77",
		"2026-01-01 run flying 40", "2026-01-01 run easy 0", "2026-01-01 run 0/0 40", "2026-01-01 session running 40", "2026-01-01 session running 40:00 hr",
		"2026-01-01 session running 40:00 beats=250:1,1,1,1,1,1,1,1", "2026-01-01 session running 40:00 m=-1", "2026-01-01 session running 40:00 steady=1/2/3",
		"2026-01-01 session running 40:00 steady=30/140/360/3/0.01", // how far it was is not said
		"2026-01-01 niggle calf left 11", "2026-01-01 niggle nose left 1", "2026-01-01 niggle calf left 1,itch=yes", "2026-01-01 checkin all=0,hope=3", "2026-01-01 effort 7 of noon",
		"2026-01-01 typed hrv 50 mine", "2026-01-01 correct pulse 50", "2026-01-01 report 40 heart=3", "set gate_k 99", "set nonsense 1", "prefer mood polar", "zone east", "2026-01-01 race far",
	} {
		_, err := story.Parse("# a remark\n" + line + "\n")
		if err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%q: %v", line, err)
		}
	}
	for _, text := range []string{"2026-01-01", "2026-01-01 go level", "yesterday go"} {
		if _, err := story.ParseWants(text); err == nil {
			t.Errorf("%q is a want", text)
		}
	}
	for _, text := range []string{"2026-01-01 easy 40", "2026-01-01 fly 40 8", "week 2026-01-01 40", "goal 2026-01-05", "2026-01-01 walk_run 30 4 1-1", "goal 2026-01-05 10 fast", "off", "off 2026-01-05..2026-01-04", "minutes mon=all", "minutes mon=5", "minutes someday=40", "was 2026-01-05 easy 40"} {
		if _, err := story.ParsePlan(text); err == nil {
			t.Errorf("%q is a plan", text)
		}
	}
}

// A plan is read back with the days and minutes that it was fitted into, and what its days
// were before; without the names that the runner gave.
func TestPlanAsFollowed(t *testing.T) {
	const day = diary.Date(20001) // a Saturday
	at := func(d diary.Date, kind verdict.SessionKind, minutes, km float64) plan.Session {
		return plan.Session{Date: d, Session: verdict.Session{Kind: kind, Minutes: minutes, Km: km}, Hard: kind.Hard() || kind == verdict.Race}
	}
	r := plan.Record{Plan: plan.Plan{Race: &plan.Race{Date: day + 2, Km: 10, Name: "Ann's race", Minutes: 44.5}, Sessions: []plan.Session{
		at(day-4, verdict.Easy, 40, 7), at(day-2, verdict.Tempo, 45, 8), at(day, verdict.Easy, 50, 8), at(day+1, verdict.Easy, 30, 5), at(day+2, verdict.Race, 44.5, 10)}}}
	r.Sessions[3].Hard = true // by hand
	lived, err := r.Live([]plan.Off{{From: day, To: day, Why: "family"}, {From: day - 300, To: day - 290}}, map[string]float64{"sun": 20}, day-1)
	if err != nil {
		t.Fatal(err)
	}
	d := story.Take(story.Asked{Date: day, Diary: diary.Build(nil, nil), Rules: rule.Default(), Plan: &lived})
	text := string(story.Write(d, "a test"))
	got, err := story.ParsePlan(story.Read(text)[0].Parts["follow"])
	if err != nil {
		t.Fatal(err, text)
	}
	if strings.Contains(text, "Ann") || strings.Contains(text, "family") || !strings.Contains(text, " easy 20 3.3 hard\n") {
		t.Error(text)
	}
	if g := got.Goal; g == nil || len(g.Off) != 1 || g.Off[0] != (plan.Off{From: d.Date, To: d.Date}) || len(g.Minutes) != 1 || g.Minutes["sun"] != 20 || g.RaceMinutes != 44.5 || got.Race.Minutes != 44.5 {
		t.Errorf("%+v\n%s", g, text)
	}
	shift := d.Date - day
	for i := day - 4; i <= day+2; i++ {
		was, is := lived.On(i), got.On(i+shift)
		if was.Date = is.Date; is != was {
			t.Errorf("%v is %+v, want %+v", i, is, was)
		}
		as, before, _, limit := lived.Fitted(i)
		now, then, _, most := got.Fitted(i + shift)
		if before.Date = then.Date; now != as || as != "" && (then != before || most != limit) {
			t.Errorf("%v was fitted as %q of %+v, want %q of %+v", i, now, then, as, before)
		}
	}
	if as, _, _, _ := lived.Fitted(day); as != plan.LeftOut {
		t.Errorf("the day off is %q", as)
	}
}

// A session is read back as it was measured: what load, hard sessions and the easy-pace
// check ask of it.
func TestSessionAsMeasured(t *testing.T) {
	r := rule.Default()
	a := diary.Activity{Start: 20000*86400 + 7*3600, Sport: diary.Running, Seconds: 2715.25, Elapsed: 2900, Meters: 8037.4, Ascent: 41, HasAscent: true,
		Laps: []diary.Lap{{Seconds: 600, AvgHR: 130, Intensity: diary.LapWarmup}}}
	for i := range 543 {
		a.Track.HR = append(a.Track.HR, uint8(128+i%23))
		a.Track.Speed = append(a.Track.Speed, uint16(2700+37*(i%11)+i/4))
		a.Track.Power = append(a.Track.Power, uint16(230+i%17))
		a.Track.Balance = append(a.Track.Balance, uint16(5010+i%7))
	}
	d := diary.Build([]diary.File{{Device: diary.Device{Maker: "garmin", Product: 7, Serial: 9}, Activities: []diary.Activity{a}}}, nil)
	text := string(story.Write(story.Take(story.Asked{Date: 20001, Diary: d, Rules: r}), "a test"))
	told, err := story.Parse(story.Read(text)[0].Parts["diary"])
	if err != nil {
		t.Fatal(err)
	}
	was, is := load.New(d, r).Sessions[0], load.New(told.Diary(), told.Rules).Sessions[0]
	if is.HR != was.HR || is.Max30 != was.Max30 || is.Minutes != was.Minutes || is.Km != was.Km || is.Ran != was.Ran || is.Stretch != was.Stretch || is.Paced != was.Paced || !is.Run {
		t.Errorf("got %+v\nwas %+v", is, was)
	}
	for name, v := range map[string][2]float64{
		"heart rate": {is.Steady.HR, was.Steady.HR}, "speed": {is.Steady.Speed, was.Steady.Speed}, "minutes": {is.Steady.Minutes, was.Steady.Minutes},
		"climb": {is.Steady.Climb, was.Steady.Climb}, "balance": {is.Stride.Balance, was.Stride.Balance}, "power": {is.Steady.Power, was.Steady.Power},
		"variation": {is.Steady.Vary, was.Steady.Vary}, "of power": {is.Steady.PowerVary, was.Steady.PowerVary},
	} {
		if near := 1e-4 * math.Max(1, math.Abs(v[1])); v[1] == 0 || math.Abs(v[0]-v[1]) > near {
			t.Errorf("%s is %g, was %g", name, v[0], v[1])
		}
	}
}

// What a file calls things is no way into the text: a backup may have been made by anybody.
func TestNothingWrittenByAFile(t *testing.T) {
	evil := "rmssd\n2020-01-08 hrv 5\x1b[31m\n-- want --\nAnn"
	d := diary.Build([]diary.File{{
		Device: diary.Device{Maker: evil, Model: evil}, Name: evil, Via: evil,
		HRV:        []diary.HRVStamp{{At: 20000*86400 + 7*3600, Value: 60, Metric: diary.Metric(evil)}},
		Activities: []diary.Activity{{Start: 20000 * 86400, Seconds: 600, Sport: diary.Sport(evil), Sub: evil}},
		Persons:    []diary.Person{{At: 20000 * 86400, Age: 40, Sex: evil}},
	}}, nil)
	text := string(story.Write(story.Take(story.Asked{Date: 20000, Diary: d, Rules: rule.Default()}), "a test"))
	if strings.Contains(text, "Ann") || strings.Contains(text, "\x1b") || strings.Count(text, "-- want --") != 1 {
		t.Error(text)
	}
	if told, err := story.Parse(story.Read(text)[0].Parts["diary"]); err != nil || len(told.Diary().Series) != 1 {
		t.Errorf("%v\n%s", err, text)
	}
}
