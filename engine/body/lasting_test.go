package body

import (
	"math/rand/v2"
	"testing"

	"rebound/engine/diary"
)

// checkedIn is a check-in a day from day 100 on, calm but for what is changed; nil
// leaves a day out.
func checkedIn(days int, change func(day int, c *diary.CheckIn) bool) *diary.Reported {
	told := &diary.Reported{}
	for d := range days {
		c := diary.NewCheckIn(diary.Stamp{Date: 100 + diary.Date(d)})
		c.Signs, c.Fatigue, c.Tension, c.Soreness, c.Stress = [diary.Signs]diary.Score{}, 0, 0, 0, 0
		if change(d, &c) {
			told.CheckIns = append(told.CheckIns, c)
		}
	}
	return told
}

// A complaint that is there on every day from the fortieth on, of whatever kind, holds
// for as long as it is there, and goes when it goes.
func TestComplaintNeverBecomesNormal(t *testing.T) {
	const begins, ends, days = 40, 240, 260
	for name, at := range map[string]func(c *diary.CheckIn){
		"sore, and it does not resolve": func(c *diary.CheckIn) { c.Signs[diary.UnresolvedSoreness], c.Soreness = 3, 4 },
		"drained":                       func(c *diary.CheckIn) { c.Signs[diary.Drained] = 4 },
		"soreness alone":                func(c *diary.CheckIn) { c.Soreness = 3 },
		"fatigue and stress":            func(c *diary.CheckIn) { c.Fatigue, c.Stress = 2, 2 },
		"three signs":                   func(c *diary.CheckIn) { c.Signs = [diary.Signs]diary.Score{2, 2, 2, 0, 0} },
		"all of it":                     func(c *diary.CheckIn) { c.Signs, c.Fatigue = [diary.Signs]diary.Score{4, 4, 4, 4, 4}, 4 },
	} {
		for gaps, out := range map[string]func(day int) bool{
			"every day":             func(int) bool { return false },
			"two of three":          func(d int) bool { return d%3 == 0 },
			"three weeks left out":  func(d int) bool { return d >= 100 && d < 121 },
			"from the eleventh day": func(d int) bool { return d < begins-11 },
		} {
			told := checkedIn(days, func(d int, c *diary.CheckIn) bool {
				if d >= begins && d < ends {
					at(c)
				}
				return !out(d)
			})
			checks := NewChecks(told, &rules)
			for d := begins + 2; d < ends; d++ {
				got := checks.On(100 + diary.Date(d))
				if got.Entries >= 2 && got.State != CheckAdverse {
					t.Fatalf("%s, %s: on day %d of it %+v", name, gaps, d-begins, got)
				}
			}
			if got := checks.On(100 + days - 1); got.State != CheckInRange {
				t.Errorf("%s, %s: three weeks after it is gone %+v", name, gaps, got)
			}
		}
	}
}

// Whatever the history, answers that stay the same never take back what they said: an
// adverse channel stays adverse, and what is persistent stays so.
func TestHeldConstantNeverLowers(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 9))
	for range 400 {
		before, constant := rng.IntN(120), diary.NewCheckIn(diary.Stamp{})
		mild := rng.IntN(4) + 1
		fill := func(c *diary.CheckIn, most int) {
			for i := range c.Signs {
				c.Signs[i] = diary.Score(rng.IntN(most))
			}
			c.Fatigue, c.Tension, c.Soreness, c.Stress = diary.Score(rng.IntN(most)), diary.Score(rng.IntN(most)), diary.Score(rng.IntN(most)), diary.Score(rng.IntN(most))
			if rng.IntN(2) == 0 {
				c.Ready, c.SleepQuality = diary.Score(rng.IntN(5)), diary.Score(rng.IntN(5))
			}
		}
		fill(&constant, 5)
		told := checkedIn(before+150, func(d int, c *diary.CheckIn) bool {
			if d < before {
				fill(c, mild)
				return rng.IntN(4) > 0
			}
			at := c.Stamp
			*c = constant
			c.Stamp = at
			return true
		})
		checks := NewChecks(told, &rules)
		was := Check{}
		for d := before + 2; d < before+150; d++ {
			got := checks.On(100 + diary.Date(d))
			if was.State == CheckAdverse && got.State != CheckAdverse {
				t.Fatalf("day %d after %d: from %+v to %+v", d-before, before, was, got)
			}
			for s := range got.Lasting {
				if was.Lasting[s].Since != 0 && got.Lasting[s].Since != was.Lasting[s].Since && constant.Signs[s].AtLeast(rules.PersistScore) {
					t.Fatalf("day %d: sign %d from %+v to %+v", d-before, s, was.Lasting[s], got.Lasting[s])
				}
			}
			was = got
		}
	}
}

// Each sign becomes persistent by itself, whatever lies between its check-ins; days in
// turn do not, and once over it takes as many again.
func TestLasting(t *testing.T) {
	every := func(int) bool { return true }
	for name, c := range map[string]struct {
		strong, said func(day int) bool
		since, until int // days; 0: never
	}{
		"every day":                     {every, every, 9, 0},
		"every third day":               {every, func(d int) bool { return d%3 == 0 }, 27, 0},
		"in turn":                       {func(d int) bool { return d%2 == 0 }, every, 0, 0},
		"two days in three":             {func(d int) bool { return d%3 > 0 }, every, 14, 0},
		"three in four":                 {func(d int) bool { return d%4 > 0 }, every, 13, 0},
		"twelve days, then two good":    {func(d int) bool { return d < 12 || d > 13 }, every, 9, 0},
		"twelve days, then three good":  {func(d int) bool { return d < 12 }, every, 9, 14},
		"and nine again":                {func(d int) bool { return d < 12 || d > 14 && d < 24 }, every, 9, 14},
		"good days with gaps":           {func(d int) bool { return d < 12 }, func(d int) bool { return d < 12 || d%4 == 0 }, 9, 20},
		"not said for two weeks":        {every, func(d int) bool { return d < 12 || d > 40 }, 9, 26},
		"nine of fourteen, then no one": {func(d int) bool { return d < 9 }, every, 0, 0},
	} {
		for s := range diary.Sign(diary.Signs) {
			told := checkedIn(40, func(d int, in *diary.CheckIn) bool {
				if c.strong(d) {
					in.Signs[s] = 3
				}
				return c.said(d)
			})
			checks := NewChecks(told, &rules)
			for d := range 40 {
				got := checks.On(100 + diary.Date(d))
				want := c.since > 0 && d >= c.since && (c.until == 0 || d < c.until)
				if got.Persistent() != want {
					t.Fatalf("%s, sign %d: day %d is %v", name, s, d, got.Lasting[s])
				}
				since, refer := got.Complaint()
				if want && (since != 100+diary.Date(c.since) || refer != (d-c.since >= 14)) {
					t.Fatalf("%s, sign %d: day %d since %v, clinician %v", name, s, d, since, refer)
				}
			}
		}
	}
}

// The two newer questions count reversed, and only where both sides answer them: who
// begins to answer them is not worse for it.
func TestNewerQuestions(t *testing.T) {
	for name, c := range map[string]struct {
		before, now diary.Score // ready
		asked       bool        // before
		want        CheckState
	}{
		"ready as ever":              {3, 3, true, CheckInRange},
		"unready as ever":            {0, 0, true, CheckInRange},
		"readier than ever":          {1, 4, true, CheckInRange},
		"less ready":                 {4, 1, true, CheckAdverse},
		"never asked before":         {0, 0, false, CheckInRange},
		"asked before, not answered": {4, diary.Unsaid, true, CheckInRange},
	} {
		told := checkedIn(40, func(d int, in *diary.CheckIn) bool {
			switch {
			case d >= 37:
				in.Ready = c.now
			case c.asked:
				in.Ready = c.before
			}
			return true
		})
		if got := checkOn(told, 139, &rules); got.State != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
