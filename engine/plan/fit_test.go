package plan_test

import (
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/plan"
	"rebound/engine/verdict"
)

// of is a plan by hand: a letter a day from lifeStart on, tempo, long, easy, race or none.
func of(days string, km ...float64) plan.Record {
	kinds := map[rune]verdict.SessionKind{'t': verdict.Tempo, 'l': verdict.Long, 'e': verdict.Easy, 'r': verdict.Race}
	p := &plan.Plan{Race: &plan.Race{Km: 10}}
	for i, c := range days {
		k, ok := kinds[c]
		if !ok {
			continue
		}
		s := plan.Session{Date: lifeStart + diary.Date(i), Hard: k.Hard(), Session: verdict.Session{Kind: k, Minutes: 50, Km: 8}}
		if len(km) > 0 {
			s.Km, km = km[0], km[1:]
		}
		p.Sessions = append(p.Sessions, s)
		if k == verdict.Race {
			p.Race.Date = s.Date
		}
	}
	for d := lifeStart; d < lifeStart+diary.Date(len(days)); d += 7 {
		p.Weeks = append(p.Weeks, plan.Week{Start: d})
	}
	return plan.Record{Plan: *p, Goal: &plan.Wish{Start: lifeStart, RaceDate: p.Race.Date, RaceKm: p.Race.Km}}
}

// A hard session whose day is off goes to an easy day of its week, but to none within three
// days of a race, before it or after.
func TestNothingIsMovedNearARace(t *testing.T) {
	for days, moved := range map[string]bool{
		"t---e-r": false, // two days before
		"t--e--r": false, // three
		"t-e---r": true,  // four
		"r-e-t--": false, // two days after
		"r--e-t-": false, // three
		"r---e-t": true,  // four
		"t-e----": true,  // no race
	} {
		r := of(days)
		i := slices.IndexFunc(r.Sessions, func(s plan.Session) bool { return s.Hard && s.Kind != verdict.Race })
		off := r.Sessions[i].Date
		got := live(t, r, lifeStart, nil, plan.Off{From: off, To: off})
		n := 0
		for _, s := range got.Sessions {
			if s.Kind == verdict.Tempo {
				n++
			}
		}
		if (n == 1) != moved {
			t.Errorf("%s: %s", days, week(&got, lifeStart))
		}
	}
}

// The plan says that its long runs got shorter, by what they were and are before the race:
// neither the race nor one on the way to it is a long run, nor what comes after it.
func TestLongestRunBeforeTheRace(t *testing.T) {
	for _, c := range []struct {
		days string
		km   []float64
		less bool
	}{
		{"l------r------", []float64{20, 10}, true},
		{"------lr------", []float64{20, 10}, true},     // on the day before
		{"r-----l-------", []float64{10, 20}, false},    // after it
		{"r---l--------r", []float64{30, 20, 10}, true}, // a longer race on the way
		{"l-------------", []float64{20}, false},        // on the race's date, were there one
	} {
		r := of(c.days, c.km...)
		if r.Race.Date == 0 {
			r.Race.Date = lifeStart
		}
		got := live(t, r, lifeStart, map[string]float64{"mon": 30, "fri": 30, "sun": 30})
		for _, s := range r.Sessions {
			if s.Kind == verdict.Race && got.On(s.Date) != s {
				t.Errorf("%s: there are 30 min on the day of a race, and it became %+v", c.days, got.On(s.Date))
			}
		}
		var said []plan.Note
		for _, n := range got.Notes {
			if n.Code == plan.LessLong {
				said = append(said, n)
			}
		}
		if (len(said) == 1) != c.less || c.less && (said[0].Limit != 20 || said[0].Value != 12) {
			t.Errorf("%s: %+v", c.days, said)
		}
	}
}
