package plan_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

func noted(p plan.Plan, code plan.NoteCode) (n plan.Note, ok bool) {
	i := slices.IndexFunc(p.Notes, func(n plan.Note) bool { return n.Code == code })
	if i < 0 {
		return n, false
	}
	return p.Notes[i], true
}

// How far the longest run should go: four fifths of up to ten km, 16 km for a half
// marathon, 29 for a marathon, 35 at most; and no longer than three and a half hours.
func TestHowLongTheLongestRunShouldBe(t *testing.T) {
	r := rule.Default()
	for km, want := range map[float64]float64{5: 4, 10: 8, 10.5: 8.36, 15: 11.6, 21.1: 15.992, 22: 16.5553, 42.195: 29.0156, 50: 33.8313, 60: 35} {
		p := by(&r, plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: monday + 14, Km: km}, Now: plan.Shape{Weekly: 4.5, Easy: 4}})
		n, ok := noted(p, plan.TooSoon)
		if !ok || math.Abs(n.Limit-want) > 1e-3 {
			t.Errorf("%g km: %+v, want %g", km, n, want)
		}
	}
	p := by(&r, plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: monday + 14, Km: 42.195}, Now: plan.Shape{Weekly: 15, Easy: 10}})
	if n, _ := noted(p, plan.TooSoon); n.Limit != 21 {
		t.Errorf("at ten minutes a km: %+v", n)
	}
}

// What a plan builds to: what the distance is run well on, a fifth more than now where
// that is more, a tenth more without a race; nobody is led beyond 160 km.
func TestWhatAPlanBuildsTo(t *testing.T) {
	for _, c := range []struct{ km, base, want float64 }{
		{5, 15, 25}, {5.2, 15, 32}, {5, 30, 36}, {10, 15, 32}, {10, 30, 36}, {10.1, 15, 45}, {21.1, 30, 45}, {21.2, 30, 65}, {42.195, 15, 65}, {42.195, 60, 72},
		{42.195, 150, 160}, {42.195, 160, 160}, {42.195, 170, 170}, {0, 15, 20}, {0, 60, 66}, {0, 155, 160},
	} {
		r := rule.Default()
		g := plan.Goal{Start: monday, PerWeek: 7, Now: plan.Shape{Weekly: c.base, Easy: 4}}
		if c.km > 0 {
			g.Race = &plan.Race{Date: monday + 30*7 - 1, Km: c.km}
		}
		most := 0.0
		for _, w := range by(&r, g).Weeks {
			if !w.Taper {
				most = max(most, w.Km)
			}
		}
		if math.Abs(most-c.want) > 0.15 {
			t.Errorf("%g km from %g a week: builds to %g, want %g", c.km, c.base, most, c.want)
		}
	}
}

// The limits of the notes.
func TestNotesAtTheirLimits(t *testing.T) {
	r := rule.Default()
	made := func(in diary.Date, weekly float64, change func(g *plan.Goal)) plan.Plan {
		g := plan.Goal{Start: monday, PerWeek: 4, Race: &plan.Race{Date: monday + in, Km: 10}, Now: plan.Shape{Weekly: weekly, Easy: 5}}
		if change != nil {
			change(&g)
		}
		return by(&r, g)
	}
	seven := func(g *plan.Goal) { g.PerWeek = 7 }
	free := func(g *plan.Goal) { g.Race = nil }
	for name, c := range map[string]struct {
		p    plan.Plan
		code plan.NoteCode
		want bool
		val  float64
	}{
		"a race in thirteen days":      {made(13, 40, nil), plan.RaceNear, true, 13},
		"in fourteen":                  {made(14, 40, nil), plan.RaceNear, false, 0},
		"159 km":                       {made(90, 159.9, seven), plan.VolumeHigh, false, 0},
		"160 km":                       {made(90, 160, seven), plan.VolumeHigh, true, 160},
		"4 km":                         {made(90, 4, nil), plan.FromNothing, false, 0},
		"less":                         {made(90, 3.9, nil), plan.FromNothing, true, 7.5},
		"pace known":                   {made(90, 40, nil), plan.GuessedPace, false, 0},
		"pace not known":               {made(90, 40, func(g *plan.Goal) { g.Now.Easy = 0 }), plan.GuessedPace, true, 6.5},
		"by the best effort":           {made(90, 40, func(g *plan.Goal) { g.Now.Easy, g.Now.VDOT = 0, 45 }), plan.GuessedPace, false, 0},
		"easy days after ten km":       {made(90, 40, nil), plan.AfterRace, true, 6},
		"after five":                   {made(90, 40, func(g *plan.Goal) { g.Race.Km = 5 }), plan.AfterRace, true, 3},
		"after a mile":                 {made(90, 40, func(g *plan.Goal) { g.Race.Km = 1.6 }), plan.AfterRace, true, 2},
		"after seven":                  {made(90, 40, func(g *plan.Goal) { g.Race.Km = 7 }), plan.AfterRace, true, 4},
		"without a race":               {made(90, 40, free), plan.AfterRace, false, 0},
		"too few days for 120":         {made(90, 120, func(g *plan.Goal) { g.PerWeek = 3 }), plan.VolumeLost, true, 120},
		"days enough":                  {made(90, 120, seven), plan.VolumeLost, false, 0},
		"all easy, on two days":        {made(90, 40, func(g *plan.Goal) { g.PerWeek = 2 }), plan.AllEasy, true, 2},
		"all easy, a race in 13 days":  {made(13, 40, func(g *plan.Goal) { g.PerWeek = 2 }), plan.AllEasy, false, 0},
		"all easy, without a race":     {made(90, 40, func(g *plan.Goal) { g.PerWeek, g.Race = 2, nil }), plan.AllEasy, true, 2},
		"a race on the way":            {made(90, 40, func(g *plan.Goal) { g.Tune = []plan.Race{{Date: monday + 41, Km: 21.0975}} }), plan.OnTheWay, true, 13},
		"ready for ten km from 40 now": {made(90, 40, nil), plan.TooSoon, false, 0},
	} {
		n, ok := noted(c.p, c.code)
		if ok != c.want || ok && n.Value != c.val {
			t.Errorf("%s: %v %+v, want %v %g", name, ok, n, c.want, c.val)
		}
	}
	// The longest run that readies is of the eight weeks before the race.
	longAgo := func(back diary.Date) bool {
		_, ok := noted(by(&r, plan.Goal{Start: monday, PerWeek: 2, Race: &plan.Race{Date: monday + 20, Km: 21}, Now: plan.Shape{Weekly: 10, Easy: 5, Past: []plan.Run{{Date: monday + 20 - back, Km: 20}}}}), plan.TooSoon)
		return ok
	}
	if longAgo(56) || !longAgo(57) {
		t.Error("a long run counts for eight weeks")
	}
}

// The days after a race: a day for each mile, the first quarter of them rest, and a
// race of the day before a plan begins can be recovered from, one of the day cannot.
func TestEasyDaysAfterARace(t *testing.T) {
	r := rule.Default()
	for km, want := range map[float64][2]int{1: {2, 1}, 3: {2, 1}, 5: {3, 1}, 10: {6, 2}, 21.0975: {13, 4}, 42.195: {26, 7}} {
		race := plan.Race{Date: monday - 1, Km: km}
		p := by(&r, plan.Goal{Start: monday, PerWeek: 7, Recover: &race, Now: plan.Shape{Weekly: 70, Easy: 5, Past: []plan.Run{{Date: monday - 1, Km: km}}}})
		n, ok := noted(p, plan.Recovering)
		if !ok || n.Value != float64(want[1]) || n.Limit != float64(want[0]) || plan.RecoverUntil(race, &r) != race.Date+diary.Date(want[0]) {
			t.Errorf("%g km: %+v until %v, want %v", km, n, plan.RecoverUntil(race, &r), want)
		}
		if first, last, _ := p.Span(); first != monday || last != race.Date+diary.Date(want[0]) {
			t.Errorf("%g km: from %v to %v", km, first, last)
		}
		for _, s := range p.Sessions {
			if s.Km == 0 && s.Date == monday {
				continue // it begins with rest
			}
			if s.Kind != verdict.Easy || math.Abs(s.Minutes-math.Round(5*s.Km)) > 1e-9 {
				t.Errorf("%g km: %+v", km, s)
			}
		}
		for _, w := range p.Weeks {
			if !w.Recovery || math.Abs(weekOf(p, w.Start)-sum(p, w.Start)) > 0.051 {
				t.Errorf("%g km: %+v, its runs are %g km", km, w, sum(p, w.Start))
			}
		}
	}
}

func sum(p plan.Plan, first diary.Date) (km float64) {
	for d := first; d < first+7; d++ {
		km += p.On(d).Km
	}
	return km
}
