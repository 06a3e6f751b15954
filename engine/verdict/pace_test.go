package verdict_test

import (
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

// back is the pace of the third day back from ten days off, with 6 min a km before them,
// and a run of yesterday at another pace.
func back(r *rule.Settings, pace float64) verdict.Pace {
	d := entered(outing{13, 60}, outing{15, 60})
	d.Activities = append(d.Activities, diary.Activity{Date: today - 1, Start: int64(today-1) * 86400, Sport: diary.Running,
		Seconds: 3600, Meters: float32(60000 / pace)})
	f := verdict.Facts{Date: today, Rules: r, Layoff: verdict.Layoff{Tier: 1, LastRun: today - 13, Back: today - 2, Until: today + 4}}
	return verdict.PaceBack(&f, load.New(d, *r))
}

// The limit holds while a layoff is in force and until the weeks are rebuilt, and on no
// other day; where no run of before tells a speed there is none.
func TestPaceBack(t *testing.T) {
	r := rule.Default()
	if p := back(&r, 5.5); p.On != today-1 || p.Ran < 3 || p.Limit > 2.8 {
		t.Errorf("a run at 5:30 after runs at 6:00: %+v", p)
	}
	h := load.New(entered(outing{13, 60}, outing{1, 30}), r)
	for name, c := range map[string]struct {
		facts verdict.Facts
		limit bool
	}{
		"no layoff":         {verdict.Facts{}, false},
		"still off":         {verdict.Facts{Layoff: verdict.Layoff{Tier: 1, LastRun: today - 13}}, true},
		"weeks not rebuilt": {verdict.Facts{Rebuild: verdict.Rebuilding{Back: today - 1}}, true},
		"nothing before":    {verdict.Facts{Layoff: verdict.Layoff{Tier: 1, LastRun: today - 90}}, false},
	} {
		c.facts.Date, c.facts.Rules = today, &r
		p := verdict.PaceBack(&c.facts, h)
		if (p.Limit > 0) != c.limit || p.On != 0 {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

// A walk-run is judged by its running: half of the time walked, it is no slower for it.
func TestPaceOfAWalkRun(t *testing.T) {
	r := rule.Default()
	d := entered(outing{13, 60})
	a := diary.Activity{Date: today - 1, Start: int64(today-1) * 86400, Sport: diary.Running, Seconds: 1800, Meters: 4050}
	for i := range 1800 / diary.TrackStep { // a minute at 3 m/s, a minute at 1.5
		v := uint16(3000)
		if i*diary.TrackStep/60%2 == 1 {
			v = 1500
		}
		a.Track.Speed = append(a.Track.Speed, v)
	}
	d.Activities = append(d.Activities, a)
	f := verdict.Facts{Date: today, Rules: &r, Layoff: verdict.Layoff{Tier: 1, LastRun: today - 13, Back: today - 1}}
	if p := verdict.PaceBack(&f, load.New(d, r)); p.On != today-1 || p.Ran < 2.9 || p.Ran > 3.1 {
		t.Errorf("ran at 3 m/s in pieces, and it says %+v", p)
	}
}

// The limit stands with what is run, and with nothing else.
func TestPaceStandsWithRuns(t *testing.T) {
	r := rule.Default()
	f := verdict.Facts{Date: today, Rules: &r, Layoff: verdict.Layoff{Tier: 1, LastRun: today - 13, Back: today - 2, Until: today + 4}, Pace: verdict.Pace{Limit: 2.8}}
	before := []verdict.Session{{Kind: verdict.Easy, Minutes: 40, Km: 7}, {Kind: verdict.Rest}, {Kind: verdict.Tempo, Minutes: 40, Km: 8}, {Kind: verdict.Cross, Minutes: 30}, {Kind: verdict.Race, Minutes: 60, Km: 10}}
	week := verdict.Adjust(&f, load.New(entered(outing{13, 60}, outing{15, 60}), r), verdict.ReturnToRun, before)
	for i, want := range []float64{2.8, 0, 2.8, 0, 0} {
		if week[i].Speed != want {
			t.Errorf("%s of %+v has the limit %v, want %v", before[i].Kind, week[i].After, week[i].Speed, want)
		}
	}
	f.Pace = verdict.Pace{}
	if week = verdict.Adjust(&f, load.New(entered(outing{13, 60}), r), verdict.ReturnToRun, before); week[0].Speed != 0 {
		t.Error("a limit where none is known")
	}
}
