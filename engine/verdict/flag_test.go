package verdict_test

import (
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// A flag that may have been bone opens the return to running once it is gone. With the
// first run after the walks come what follows from a first run back; before it, and for
// a flag that was not bone's, nothing of that.
func TestReturnAfterABoneFlag(t *testing.T) {
	r := rule.Default()
	flag := body.Cleared{Site: "shin", Bone: true, Since: today - 30, Gone: today - 14, Walks: 2, Ready: today - 10}
	limp := flag
	limp.Bone, limp.Limp = false, true
	for name, c := range map[string]struct {
		flag body.Cleared
		runs []diary.Date // days ago
		last diary.Date   // the last run before the flag
		back diary.Date   // the first after the walks; 0 for none
	}{
		"walked off":             {flag, []diary.Date{35, 32}, today - 32, 0},
		"run again":              {flag, []diary.Date{35, 32, 5, 2}, today - 32, today - 5},
		"run before it was gone": {flag, []diary.Date{35, 32, 12}, today - 32, 0},
		"no run was ever seen":   {flag, nil, today - 31, 0},
		"a limp":                 {limp, []diary.Date{35, 32, 5}, 0, 0},
	} {
		d := &diary.Diary{First: today - 90, Last: today}
		for _, ago := range c.runs {
			date := today - ago
			d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: 3000, Meters: 8000})
		}
		f := verdict.Facts{Date: today, Rules: &r, Reported: verdict.Reported{Body: body.State{Cleared: []body.Cleared{c.flag}}}}
		verdict.AfterFlag(&f, &verdict.Past{History: load.New(d, r), Diary: d, Rules: &r})
		tier, off := 3, int(today-c.last)
		switch {
		case c.last == 0:
			tier, off = 0, 0
		case c.back != 0:
			off = int(c.back - c.last)
		}
		if l := f.Layoff; l.Tier != tier || l.LastRun != c.last || l.Back != c.back || l.DaysOff != off {
			t.Errorf("%s: %+v, want %d days off from %v, and the first run back on %v", name, l, off, c.last, c.back)
		}
		if f.Back.Back != c.back || f.Rebuild.Back != c.back {
			t.Errorf("%s: back %+v, rebuilding %+v, want both from %v", name, f.Back, f.Rebuild, c.back)
		}
	}
}
