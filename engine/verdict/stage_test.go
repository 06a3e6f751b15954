package verdict

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

// The stages lead up, to half an hour in one piece.
func TestStages(t *testing.T) {
	for i, s := range Stages {
		if s.Minutes() != 30 {
			t.Errorf("%+v lasts %g minutes", s, s.Minutes())
		}
		if i > 0 && (s.Run <= Stages[i-1].Run || s.km(0.17) > 1.11*Stages[i-1].km(0.17)) {
			t.Errorf("from %+v to %+v", Stages[i-1], s)
		}
	}
	if last := Stages[len(Stages)-1]; last != (Stage{30, 0, 1}) {
		t.Errorf("the last is %+v", last)
	}
}

// visit is one day's running: a stage (its place), or minutes of a run whose speed
// is not known; and the pain told of it, -1 for nothing said.
type visit struct {
	day     diary.Date
	stage   int
	minutes float32
	pain    int
}

func visited(visits []visit) *diary.Diary {
	d := ran(100)
	for _, v := range visits {
		a := diary.Activity{Date: v.day, Start: int64(v.day) * 86400, Sport: diary.Running, Seconds: 60 * v.minutes, Meters: 150 * v.minutes}
		if v.minutes == 0 {
			s := Stages[v.stage]
			a.Seconds = float32(60 * s.Minutes())
			for range s.Times {
				a.Track.Speed = slices.Concat(a.Track.Speed, slices.Repeat([]uint16{2800}, int(60*s.Run/diary.TrackStep)), slices.Repeat([]uint16{1400}, int(60*s.Walk/diary.TrackStep)))
			}
		}
		d.Activities = append(d.Activities, a)
		if v.pain >= 0 {
			d.Reported.Pains = append(d.Reported.Pains, diary.RunPain{Stamp: diary.Stamp{Date: v.day}, Pain: diary.Score(v.pain)})
		}
	}
	return d
}

func TestStageProgress(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		visits []visit
		on     diary.Date
		want   StageProgress // Stage, Done, Unsaid, Failed
	}{
		"the first":                     {[]visit{{130, 0, 0, 0}}, 130, StageProgress{Done: 1}},
		"nothing said":                  {[]visit{{130, 0, 0, -1}}, 130, StageProgress{Done: 1, Unsaid: 1}},
		"two":                           {[]visit{{130, 0, 0, 0}, {132, 0, 0, -1}}, 132, StageProgress{Stage: 1}},
		"the next day is no session":    {[]visit{{130, 0, 0, 0}, {131, 0, 0, 0}}, 131, StageProgress{Done: 1}},
		"too short to be one":           {[]visit{{130, 0, 11, 0}}, 130, StageProgress{}},
		"long enough, speed not known":  {[]visit{{130, 0, 13, 0}}, 130, StageProgress{Done: 1}},
		"not known is never the last":   {[]visit{{130, 0, 40, 0}, {132, 0, 40, 0}}, 132, StageProgress{Stage: 1}},
		"the last twice, and it is":     {[]visit{{130, 5, 0, 0}, {132, 5, 0, 0}}, 132, StageProgress{Stage: 6}},
		"once said, once not":           {[]visit{{130, 5, 0, 0}, {132, 5, 0, -1}}, 132, StageProgress{Stage: 1}},
		"four of which nothing is said": {[]visit{{130, 5, 0, -1}, {132, 5, 0, -1}, {134, 5, 0, -1}, {136, 5, 0, -1}}, 136, StageProgress{Stage: 6}},
		"three of them":                 {[]visit{{130, 5, 0, -1}, {132, 5, 0, -1}, {134, 5, 0, -1}}, 135, StageProgress{Stage: 1, Done: 1, Unsaid: 1}},
		"a walk-run between":            {[]visit{{130, 5, 0, 0}, {132, 0, 0, 0}, {134, 5, 0, 0}}, 134, StageProgress{Stage: 1, Done: 1}},
		"a little pain counts for none": {[]visit{{130, 0, 0, 0}, {132, 0, 0, 2}}, 132, StageProgress{Done: 1}},
		"pain on the first stage":       {[]visit{{130, 0, 0, 0}, {132, 0, 0, 3}}, 132, StageProgress{Failed: 132}},
		"pain leads back":               {[]visit{{130, 0, 0, 0}, {132, 0, 0, 0}, {134, 1, 0, 0}, {136, 1, 0, 5}}, 136, StageProgress{Failed: 136}},
		"and on again":                  {[]visit{{130, 0, 0, 0}, {132, 0, 0, 0}, {134, 1, 0, 4}, {136, 0, 0, 0}}, 136, StageProgress{Done: 1}},
		"pain after the last":           {[]visit{{130, 5, 0, 0}, {132, 5, 0, 0}, {134, 5, 0, 6}}, 134, StageProgress{Stage: 5, Failed: 134}},
		"a week without":                {[]visit{{130, 0, 0, 0}, {132, 0, 0, 0}, {134, 1, 0, 0}}, 141, StageProgress{}},
		"the longer of a day's two":     {[]visit{{130, 0, 5, 0}, {130, 0, 20, -1}, {130, 0, 6, -1}}, 130, StageProgress{Done: 1}},
		"tomorrow's run is not seen":    {[]visit{{130, 0, 0, 0}, {132, 0, 0, 0}}, 131, StageProgress{Done: 1}},
	} {
		d := visited(c.visits)
		l := layoffOn(d, c.on, &r)
		got := StageProgress{Stage: l.Progress.Stage, Done: l.Progress.Done, Unsaid: l.Progress.Unsaid, Failed: l.Progress.Failed}
		if got != c.want || l.Tier != 3 {
			t.Errorf("%s: %+v tier %d, want %+v", name, got, l.Tier, c.want)
		}
	}
}

// The return to running is over once the stages and the days are; pain after that is the
// niggle's own affair.
func TestPainOnceItIsOver(t *testing.T) {
	r := rule.Default()
	d := visited([]visit{{130, 5, 0, 0}, {132, 5, 0, 0}, {138, 5, 0, 0}, {144, 5, 0, 0}, {150, 5, 0, 0}, {152, 5, 0, 6}})
	for day, tier := range map[diary.Date]int{150: 3, 151: 0, 152: 0} {
		if got := layoffOn(d, day, &r); got.Tier != tier {
			t.Errorf("day %d: %+v", day-129, got)
		}
	}
}

// What a niggle says of a run is heard on the day after it, and no later.
func TestNiggleFailsAStage(t *testing.T) {
	r := rule.Default()
	for name, c := range map[string]struct {
		n    diary.Niggle
		want StageProgress
	}{
		"worse the next day": {diary.Niggle{Stamp: diary.Stamp{Date: 133}, Site: "shin", Worse: true}, StageProgress{Failed: 132}},
		"pain on the day":    {diary.Niggle{Stamp: diary.Stamp{Date: 132}, Site: "calf", Severity: 3}, StageProgress{Failed: 132}},
		"a little":           {diary.Niggle{Stamp: diary.Stamp{Date: 132}, Site: "calf", Severity: 2}, StageProgress{Done: 1}},
		"tight":              {diary.Niggle{Stamp: diary.Stamp{Date: 132}, Site: "calf", Tightness: true}, StageProgress{Stage: 1}},
		"two days later":     {diary.Niggle{Stamp: diary.Stamp{Date: 134}, Site: "calf", Severity: 4}, StageProgress{Stage: 1}},
		"the back":           {diary.Niggle{Stamp: diary.Stamp{Date: 132}, Site: "lower_back", Severity: 4}, StageProgress{Stage: 1}},
		"gone":               {diary.Niggle{Stamp: diary.Stamp{Date: 133}, Site: "calf"}, StageProgress{Stage: 1}},
	} {
		d := visited([]visit{{130, 0, 0, 0}, {132, 0, 0, 0}})
		d.Reported.Niggles = []diary.Niggle{c.n}
		w := layoffOn(d, 134, &r).Progress
		if got := (StageProgress{Stage: w.Stage, Done: w.Done, Failed: w.Failed}); got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}
