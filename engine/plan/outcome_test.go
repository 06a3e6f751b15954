package plan_test

import (
	"testing"

	"rebound/engine/load"
	"rebound/engine/plan"
	"rebound/engine/rule"
	"rebound/engine/verdict"
)

func TestMatch(t *testing.T) {
	r := rule.Default()
	tempo := plan.Session{Session: verdict.Session{Kind: verdict.Tempo, Minutes: 50, Km: 9}, Hard: true}
	at := func(bpm int, minutes, km float64) load.Session {
		s := load.Session{Run: true, Minutes: minutes, Km: km}
		if bpm > 0 {
			s.HRMinutes = minutes
			s.HR[bpm] = uint16(minutes * 60)
		}
		return s
	}
	mean := func(s load.Session) load.Session {
		s.MeanOnly = true
		return s
	}
	for name, c := range map[string]struct {
		run  load.Session
		want bool
	}{
		"an easy mean tells no repeats": {mean(at(150, 48, 9)), true},
		"run as planned, no heart rate": {at(0, 48, 9), true},
		"run as planned":                {at(160, 48, 9), true},
		"easy in its place":             {at(130, 48, 8), false},
		"a short jog":                   {at(0, 20, 3), false},
		"a ride":                        {load.Session{Minutes: 50, Km: 20}, false},
	} {
		if got := plan.Match(&c.run, tempo, load.MaxHR{BPM: 190}, &r); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestCompare: what was run on a day against what was planned for it, hand-worked.
func TestCompare(t *testing.T) {
	r := rule.Default()
	max := load.MaxHR{BPM: 190}
	h := runner(r)
	session := func(kind verdict.SessionKind, minutes, km float64) plan.Session {
		return plan.Session{Session: verdict.Session{Kind: kind, Minutes: minutes, Km: km}, Hard: kind.Hard() || kind == verdict.Race}
	}
	// A run with some of its minutes at a hard heart rate, the rest easy.
	run := func(minutes, km, hard float64) load.Session {
		s := load.Session{Run: true, Minutes: minutes, Km: km, HRMinutes: minutes}
		s.HR[135], s.HR[172] = uint16(60*(minutes-hard)), uint16(60*hard)
		return s
	}
	blind := load.Session{Run: true, Minutes: 50, Km: 9} // no heart rate
	// A jog too short to be the session, whose strap recorded so many of its 24 minutes.
	jog := func(recorded float64) load.Session {
		s := load.Session{Run: true, Minutes: 24, Km: 4, HRMinutes: recorded}
		s.HR[135] = uint16(60 * recorded)
		return s
	}
	mean := func(s load.Session) load.Session { // of its heart rate no more is known
		s.MeanOnly = true
		return s
	}
	easy, tempo := session(verdict.Easy, 50, 9), session(verdict.Tempo, 50, 9)
	ride := load.Session{Minutes: 60, Km: 25}
	for name, c := range map[string]struct {
		planned plan.Session
		done    []load.Session
		over    bool
		want    plan.Outcome
	}{
		"as planned":                       {easy, []load.Session{run(48, 8.8, 0)}, true, plan.AsPlanned},
		"the pace was only guessed":        {easy, []load.Session{run(38, 8.9, 0)}, true, plan.AsPlanned},
		"in two runs":                      {easy, []load.Session{run(20, 3.6, 0), run(28, 5, 0)}, true, plan.AsPlanned},
		"half of it":                       {easy, []load.Session{run(25, 4.4, 0)}, true, plan.Shorter},
		"a third more":                     {easy, []load.Session{run(67, 12, 0)}, true, plan.Longer},
		"raced an easy day":                {easy, []load.Session{run(50, 11, 25)}, true, plan.Harder},
		"hard and short on an easy day":    {easy, []load.Session{run(30, 6, 15)}, true, plan.Harder},
		"the tempo":                        {tempo, []load.Session{run(50, 9, 20)}, true, plan.AsPlanned},
		"easy in place of the tempo":       {tempo, []load.Session{run(50, 9, 0)}, true, plan.Easier},
		"the tempo without heart rate":     {tempo, []load.Session{blind}, true, plan.AsPlanned},
		"two jogs, under half with pulse":  {tempo, []load.Session{jog(23), jog(0)}, true, plan.AsPlanned},
		"two jogs, half with pulse":        {tempo, []load.Session{jog(24), jog(0)}, true, plan.Easier},
		"two jogs whose means are known":   {tempo, []load.Session{mean(jog(24)), mean(jog(24))}, true, plan.AsPlanned},
		"nothing":                          {tempo, nil, true, plan.Missed},
		"nothing yet":                      {tempo, nil, false, plan.ToCome},
		"a ride is no run":                 {easy, []load.Session{ride}, true, plan.Missed},
		"a ride is cross-training":         {session(verdict.Cross, 60, 0), []load.Session{ride}, true, plan.AsPlanned},
		"rest":                             {session(verdict.Rest, 0, 0), nil, false, plan.Rested},
		"a run on a day of rest":           {session(verdict.Rest, 0, 0), []load.Session{run(30, 5, 0)}, true, plan.Extra},
		"the race, as hard as races are":   {session(verdict.Race, 50, 10), []load.Session{run(44, 10, 40)}, true, plan.AsPlanned},
		"a run without a length says none": {easy, []load.Session{{Run: true}}, true, plan.AsPlanned},
	} {
		if got := plan.Compare(c.planned, c.done, h, max, &r, c.over); got.Outcome != c.want {
			t.Errorf("%s: %s, want %s", name, got.Outcome, c.want)
		}
	}
	if got := plan.Compare(easy, []load.Session{run(50, 11, 25)}, h, max, &r, true); got.Hard != 25 || got.Minutes != 50 {
		t.Errorf("%+v", got)
	}
}
