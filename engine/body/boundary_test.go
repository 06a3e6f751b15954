package body_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/verdict"
)

const today = diary.Date(20000)

func ago[T int | float64](days T) diary.Stamp { return diary.Stamp{Date: today - diary.Date(days)} }

// state is the body today, of what was entered and otherwise of nothing.
func state(r *rule.Settings, change func(in *body.Input)) body.State {
	in := body.Input{Date: today, Rules: r, Reported: &diary.Reported{}, History: load.New(&diary.Diary{}, *r)}
	change(&in)
	in.Runs = in.History.Between(today, today)
	slices.SortFunc(in.Reported.CheckIns, func(a, b diary.CheckIn) int { return int(a.Date - b.Date) })
	return body.Read(in)
}

// checkIn is all nine scores at zero, so many days ago, but for the first few signs.
func checkIn(back, signs int, score diary.Score) diary.CheckIn {
	c := diary.NewCheckIn(ago(back))
	c.Signs, c.Fatigue, c.Tension, c.Soreness, c.Stress = [diary.Signs]diary.Score{}, 0, 0, 0, 0
	for i := range signs {
		c.Signs[i] = score
	}
	return c
}

// checked is the check-in of today with check-ins on the days before.
func checked(r *rule.Settings, list ...diary.CheckIn) body.Check {
	return state(r, func(in *body.Input) { in.Reported.CheckIns = list }).Check
}

// drifted is three check-ins of four answers that add up to sum, after so many days of
// nothing wrong.
func drifted(r *rule.Settings, behind, sum int) body.Check {
	var list []diary.CheckIn
	for back := range behind + 3 {
		c := diary.NewCheckIn(ago(back))
		c.Fatigue, c.Tension, c.Soreness, c.Stress = 0, 0, 0, 0
		if back < 3 {
			c.Fatigue = diary.Score((sum + back) / 3)
		}
		list = append(list, c)
	}
	return checked(r, list...)
}

// drained is the check-ins of the days up to today, which say no more than that sign.
func drained(r *rule.Settings, scores ...diary.Score) body.Check {
	var list []diary.CheckIn
	for i, v := range scores {
		list = append(list, with(len(scores)-1-i, map[diary.Sign]diary.Score{diary.Drained: v}))
	}
	return checked(r, list...)
}

func repeat(v diary.Score, n int) []diary.Score { return slices.Repeat([]diary.Score{v}, n) }

// rested is so many days up to today on which sleep was rated.
func rested(r *rule.Settings, v diary.Score, days int) body.Check {
	var list []diary.CheckIn
	for back := range days {
		c := diary.NewCheckIn(ago(back))
		c.SleepQuality = v
		list = append(list, c)
	}
	return checked(r, list...)
}

// niggle is one entry on the left calf, so many days ago.
func niggle(r *rule.Settings, back int, pain diary.Score) body.State {
	return state(r, func(in *body.Input) {
		in.Reported.Niggles = []diary.Niggle{{Stamp: ago(back), Site: "calf", Side: diary.Left, Severity: pain}}
	})
}

// ran is a run of today: km, minutes, from eight o'clock.
func ran(r *rule.Settings, km, minutes float64) *load.History {
	return load.New(&diary.Diary{Activities: []diary.Activity{{Date: today, Start: int64(today)*86400 + 8*3600, Sport: diary.Running,
		Seconds: float32(60 * minutes), Meters: float32(1000 * km)}}}, *r)
}

// loaded is six weeks of daily loads, the last of them heavier.
func loaded(before, week float64) (out []load.Day) {
	for i := range 42 {
		d := load.Day{Load: before, Known: true}
		if i >= 35 {
			d.Load = week
		}
		out = append(out, d)
	}
	return out
}

func TestBodyBoundaries(t *testing.T) {
	slept := func(r *rule.Settings, back int, minutes float64) body.Sleep {
		return state(r, func(in *body.Input) { in.Slept = []diary.Point{{Date: today - diary.Date(back), Value: minutes}} }).Sleep
	}
	long := func(r *rule.Settings, km float64) body.Sleep {
		return state(r, func(in *body.Input) { in.History = ran(r, km, 60) }).Sleep
	}
	unready := func(r *rule.Settings, dates ...diary.Date) body.UnderRecovered {
		var hard []load.Session
		for _, d := range dates {
			hard = append(hard, load.Session{Date: d})
		}
		return body.CountUnderRecovered(hard, today, func(diary.Date) bool { return false }, r)
	}
	ruletest.Boundaries(t, "body", append(illnessCases(), []ruletest.Case{
		{Key: "sign_present", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, score float64) bool {
			return checked(r, checkIn(1, 5, diary.Score(score)), checkIn(0, 5, diary.Score(score))).Signs() == 5
		}},
		{Key: "check_signs", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, signs float64) bool {
			return checked(r, checkIn(1, int(signs), 2), checkIn(0, int(signs), 2)).State == body.CheckAdverse
		}},
		{Key: "check_days", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			list := []diary.CheckIn{checkIn(0, 0, 0), checkIn(1, 0, 0), checkIn(2, 0, 0)}
			for i := range min(int(days), 3) {
				list[i] = checkIn(i, 3, 2)
			}
			return checked(r, list...).State == body.CheckAdverse
		}},
		// A sum of three over three days of four answers is 0.25: with that floor one SD.
		{Key: "check_sd", At: 1, Other: 2, Step: 1.0 / 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			return drifted(r, 20, int(math.Round(3*sd))).Drifted
		}},
		{Key: "check_sd_floor", At: 0.25, Gives: func(r *rule.Settings) float64 { return drifted(r, 20, 0).SD }},
		{Key: "check_needs", At: 10, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, behind float64) bool {
			return drifted(r, int(behind), 12).State == body.CheckAdverse
		}},
		{Key: "persist_score", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, score float64) bool {
			return drained(r, repeat(diary.Score(score), 10)...).Persistent()
		}},
		{Key: "persist_count", At: 10, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return drained(r, repeat(4, int(days))...).Persistent()
		}},
		// Strong ones first: with one more that is not between, the first is no longer of the last fourteen.
		{Key: "persist_of", At: 14, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, of float64) bool {
			r.PersistCount, r.PersistClear = 9, 7
			return drained(r, slices.Concat(repeat(4, 4), repeat(0, int(of)-9), repeat(4, 5))...).Persistent()
		}},
		{Key: "persist_clear", At: 3, Edge: ruletest.Under, Holds: func(r *rule.Settings, days float64) bool {
			return drained(r, slices.Concat(repeat(4, 10), repeat(2, int(days)))...).Persistent()
		}},
		{Key: "persist_lapse", At: 14, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, days float64) bool {
			return drained(r, slices.Concat(repeat(4, 10), repeat(diary.Unsaid, int(days)))...).Persistent()
		}},
		{Key: "persist_refer", At: 14, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			c := drained(r, repeat(4, 10+int(days))...)
			_, refer := c.Complaint()
			return refer
		}},
		{Key: "sleep_poor", At: 1, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, score float64) bool {
			return rested(r, diary.Score(score), 4).PoorSleep >= int(r.SleepPoorDays)
		}},
		{Key: "sleep_poor_days", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			c := rested(r, 0, int(days))
			f := verdict.Facts{Date: today, Rules: r}
			f.Body.Check = c
			return slices.ContainsFunc(verdict.Reasons(&f), func(x verdict.Reason) bool { return x.Code == verdict.PoorSleep })
		}},
		{Key: "pain_modify", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, pain float64) bool {
			return niggle(r, 0, diary.Score(pain)).Running >= body.Shorter
		}},
		{Key: "pain_stop", At: 5, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, pain float64) bool {
			s := niggle(r, 0, diary.Score(pain))
			return s.Running == body.None && s.Triage == body.Stop
		}},
		{Key: "niggle_days", At: 7, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return niggle(r, int(days), 1).Triage == body.SeeClinician
		}},
		{Key: "niggle_review", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, days float64) bool {
			return niggle(r, int(days), 1).Niggles[0].Asks(today)
		}},
		{Key: "modify_scale", At: 0.7, Gives: func(r *rule.Settings) float64 {
			f := verdict.Facts{Date: today, Rules: r, Reported: verdict.Reported{Body: niggle(r, 0, 3)}}
			return verdict.Adjust(&f, load.New(&diary.Diary{}, *r), verdict.Modify, []verdict.Session{{Kind: verdict.Easy, Minutes: 100}})[0].After.Minutes / 100
		}},
		{Key: "sleep_need", At: 480, Gives: func(r *rule.Settings) float64 { return long(r, 10).Need }},
		{Key: "sleep_need_max", At: 600, Gives: func(r *rule.Settings) float64 {
			r.SleepNeed, r.SleepExtra = 560, 60
			return long(r, 90).Need
		}},
		{Key: "sleep_load_rise", At: 0.2, Step: 0.01, Edge: ruletest.Over, Holds: func(r *rule.Settings, rise float64) bool {
			return state(r, func(in *body.Input) { in.Loads = loaded(math.Round(500-100*rise), math.Round(500+500*rise)) }).Sleep.Load
		}},
		{Key: "sleep_long_week", At: 80, Step: 1, Edge: ruletest.Over, Holds: func(r *rule.Settings, km float64) bool { return long(r, km).Long }},
		{Key: "sleep_extra", At: 30, Gives: func(r *rule.Settings) float64 { return long(r, 90).Need - r.SleepNeed }},
		{Key: "sleep_debt_days", At: 14, Edge: ruletest.Under, Holds: func(r *rule.Settings, back float64) bool { return slept(r, int(back), 400).Nights == 1 }},
		{Key: "sleep_debt_share", At: 7, Gives: func(r *rule.Settings) float64 { s := slept(r, 0, 300); return s.Debt / (s.Target - s.Need) }},
		{Key: "sleep_debt_night", At: 60, Gives: func(r *rule.Settings) float64 {
			r.DebtShare = 3
			s := slept(r, 0, 130)
			return s.Target - s.Need
		}},
		// By date: what was done a day before counts when it may be 24 hours back.
		{Key: "cold_after_strength", At: 24, Other: 48, Step: 24, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, hours float64) bool {
			return state(r, func(in *body.Input) {
				in.Reported.Efforts = []diary.Effort{{Stamp: ago(hours / 24), RPE: diary.Unsaid, Strength: true}}
			}).Cold.Advice == body.ColdNotToday
		}},
		{Key: "cold_after_run", At: 6, Gives: func(r *rule.Settings) float64 {
			until := state(r, func(in *body.Input) { in.History = ran(r, 20, 120) }).Cold.Until
			return float64(until-10*60) / 60 // it was over at ten
		}},
		{Key: "cold_weekly", At: 2, Edge: ruletest.Over, Holds: func(r *rule.Settings, times float64) bool {
			return state(r, func(in *body.Input) { in.Reported.Cold = slices.Repeat([]diary.Cold{{Stamp: ago(6)}}, int(times)) }).Cold.Habit
		}},
		{Key: "long_minutes", At: 90, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, minutes float64) bool {
			return state(r, func(in *body.Input) { in.History = ran(r, 10, minutes) }).Cold.Advice == body.ColdWait
		}},
		{Key: "stride_shift", At: 1, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, points float64) bool {
			h := striding(r, []int{4, 0}, []int{40, 35, 30, 25, 20}, func(s *load.Stride) { s.Balance = 50 }, func(s *load.Stride) { s.Balance += points })
			return state(r, func(in *body.Input) { in.History = h }).Stride.Out
		}},
		{Key: "under_hard", At: 3, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sessions float64) bool {
			return unready(r, slices.Repeat([]diary.Date{today}, int(sessions))...).Flagged()
		}},
		{Key: "under_days", At: 14, Edge: ruletest.Under, Holds: func(r *rule.Settings, back float64) bool {
			return unready(r, today-diary.Date(back)).Count == 1
		}},
	}...))
}

// striding is runs at 3 m/s so many days ago, whose form is set for all and then
// changed for those of the window.
func striding(r *rule.Settings, window, baseline []int, all, lately func(s *load.Stride)) *load.History {
	d := &diary.Diary{}
	for _, back := range slices.Concat(baseline, window) {
		date := today - diary.Date(back)
		d.Activities = append(d.Activities, diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, Seconds: 1800, Meters: 5400})
	}
	h := load.New(d, *r)
	for i := range h.Sessions {
		s := &h.Sessions[i].Stride
		s.Speed, s.Cadence = 3, 170
		if all(s); i >= len(baseline) {
			lately(s)
		}
	}
	return h
}
