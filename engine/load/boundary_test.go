package load_test

import (
	"math"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/load"
	"rebound/engine/rule"
	"rebound/engine/rule/ruletest"
	"rebound/engine/verdict"
)

const today = diary.Date(20000)

// easyRun is flat and even: 140 bpm at 4 m/s, which with a resting heart rate of 50
// and a maximum of 204 makes round numbers: an index of 0 m/s, of 16 bpm each.
func easyRun(date diary.Date, minutes float64) diary.Activity {
	n := int(minutes * 60 / diary.TrackStep)
	a := diary.Activity{Date: date, Start: int64(date) * 86400, Sport: diary.Running, HasAscent: true,
		Seconds: float32(minutes * 60), Meters: float32(minutes * 240)}
	a.Track.HR, a.Track.Speed = slices.Repeat([]uint8{140}, n), slices.Repeat([]uint16{4000}, n)
	return a
}

// after is a history of easy runs so many days before today.
func after(r *rule.Settings, back ...int) *load.History {
	r.MaxHR = 204
	d := &diary.Diary{}
	for _, b := range back {
		d.Activities = append(d.Activities, easyRun(today-diary.Date(b), 40))
	}
	return load.New(d, *r)
}

// easy reports whether the check could use the one run of a history.
func easy(h *load.History) bool { return len(h.EasyRunsBetween(today-100, today, 50)) == 1 }

// recent is six easy runs of which the last two are changed.
func recent(r *rule.Settings, change func(s *load.Steady)) load.EasyCheck {
	h := after(r, 20, 16, 12, 8, 4, 0)
	change(&h.Sessions[4].Steady)
	change(&h.Sessions[5].Steady)
	return h.Easy(today, 50)
}

// felt is the check of twelve runs without heart rate that felt like 3 of 10, then some
// that felt like 6, then some that did not.
func felt(r *rule.Settings, hard, after int) load.EasyCheck {
	d := &diary.Diary{}
	for i := range 12 + hard + after {
		a := easyRun(today-diary.Date(12+hard+after-1-i), 40)
		a.Track.HR = nil
		d.Activities = append(d.Activities, a)
		rpe := diary.Score(3)
		if i >= 12 && i < 12+hard {
			rpe = 6
		}
		d.Reported.Efforts = append(d.Reported.Efforts, diary.Effort{Stamp: diary.Stamp{Date: a.Date}, RPE: rpe})
	}
	return load.New(d, *r).Easy(today, 50)
}

// says reports whether a reason is among those of a day.
func says(f verdict.Facts, code verdict.Code) bool {
	f.Date = today
	return slices.ContainsFunc(verdict.Reasons(&f), func(r verdict.Reason) bool { return r.Code == code })
}

func hard(r *rule.Settings, s load.Session) bool {
	return load.New(&diary.Diary{}, *r).Hard(&s, load.MaxHR{BPM: 200})
}

// minutesAt is a session of so many minutes at a heart rate.
func minutesAt(bpm int, minutes float64) (s load.Session) {
	s.HR[bpm] = uint16(60 * minutes)
	return s
}

// maxSeen reports whether two days that reached these heart rates, the later one rated,
// make a maximum.
func maxSeen(r *rule.Settings, age, bpm, other, rpe float64) bool {
	r.Age = age
	d := &diary.Diary{Reported: diary.Reported{Efforts: []diary.Effort{{Stamp: diary.Stamp{Date: today}, RPE: diary.Score(rpe)}}}}
	for i, v := range []float64{other, bpm} {
		a := easyRun(today-diary.Date(1-i), 40)
		a.Track.HR = slices.Repeat([]uint8{uint8(v + 0.5)}, len(a.Track.HR))
		d.Activities = append(d.Activities, a)
	}
	return load.New(d, *r).Max(today) == load.MaxHR{BPM: math.Round(bpm), Source: load.MaxSeen}
}

// hugeRun reports whether a first run of so many minutes at a heart rate is huge, with
// a maximum of 200.
func hugeRun(r *rule.Settings, minutes float64, bpm uint8) bool {
	r.MaxHR = 200
	a := easyRun(today, minutes)
	a.Track.HR = slices.Repeat([]uint8{bpm}, len(a.Track.HR))
	return len(load.New(&diary.Diary{Activities: []diary.Activity{a}}, *r).Huge(today, today)) == 1
}

// hugeAfter reports whether an easy run so many times as long as the runs before it is
// huge; the last of those was so many days before.
func hugeAfter(r *rule.Settings, times float64, runs, back int) bool {
	r.MaxHR = 204
	d := &diary.Diary{}
	for i := range runs {
		d.Activities = append(d.Activities, easyRun(today-diary.Date(back+i), 20))
	}
	d.Activities = append(d.Activities, easyRun(today, 20*times))
	return len(load.New(d, *r).Huge(today, today)) == 1
}

func TestHardBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "hard", []ruletest.Case{
		{Key: "hard_share", At: 0.88, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			return hard(r, minutesAt(int(200*share+0.5), 30))
		}},
		{Key: "hard_minutes", At: 10, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, minutes float64) bool {
			return hard(r, minutesAt(180, minutes))
		}},
		{Key: "hard_rpe", At: 7, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, rpe float64) bool {
			return hard(r, load.Session{Effort: rpe, Rated: true})
		}},
		{Key: "monotony_high", At: 2, Edge: ruletest.Over, Holds: func(r *rule.Settings, monotony float64) bool {
			return says(verdict.Facts{Rules: r, Load: load.Day{Known: true, Monotony: monotony}}, verdict.Monotonous)
		}},
		{Key: "spike_share", At: 1.10, Edge: ruletest.Over, Holds: func(r *rule.Settings, share float64) bool {
			return says(verdict.Facts{Rules: r, Spike: share}, verdict.SessionSpike)
		}},
		{Key: "spike_days", At: 30, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, back float64) bool {
			ratio, _ := after(r, int(back), 0).Spike(today)
			return ratio == 1
		}},
		{Key: "max_share", At: 0.92, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			return maxSeen(r, 108/0.7, 100*share, 100*share, 5)
		}},
		{Key: "max_witness", At: 0.03, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, apart float64) bool {
			return maxSeen(r, 10, 200, 200*(1-apart), 9)
		}},
		{Key: "max_rpe", At: 9, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, rpe float64) bool {
			return maxSeen(r, 0, 170, 169, rpe)
		}},
		{Key: "load_measured", At: 0.9, Edge: ruletest.Under, Holds: func(r *rule.Settings, share float64) bool {
			return says(verdict.Facts{Rules: r, Load: load.Day{Known: true}, Measured: share}, verdict.PartMeasured)
		}},
		{Key: "huge_minutes", At: 90, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, minutes float64) bool {
			return hugeRun(r, minutes, 200)
		}},
		{Key: "huge_share", At: 0.85, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, share float64) bool {
			return hugeRun(r, 120, uint8(200*share+0.5))
		}},
		{Key: "huge_times", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, times float64) bool {
			return hugeAfter(r, times, 4, 1)
		}},
		{Key: "huge_days", At: 42, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, back float64) bool {
			r.HugeNeeds = 1
			return hugeAfter(r, 2, 1, int(back))
		}},
		{Key: "huge_needs", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, runs float64) bool {
			return hugeAfter(r, 2, int(runs), 1)
		}},
	})
}

func TestEasyBoundaries(t *testing.T) {
	ruletest.Boundaries(t, "easy", []ruletest.Case{
		{Key: "easy_minutes", At: 20, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, minutes float64) bool {
			r.MaxHR = 204
			return easy(load.New(&diary.Diary{Activities: []diary.Activity{easyRun(today, minutes)}}, *r))
		}},
		{Key: "easy_discard", At: 10, Gives: func(r *rule.Settings) float64 { return 40 - after(r, 0).Sessions[0].Steady.Minutes }},
		{Key: "easy_days", At: 42, Edge: ruletest.Under, Holds: func(r *rule.Settings, back float64) bool {
			return after(r, int(back), 1, 0).Easy(today, 50).Runs == 1
		}},
		{Key: "easy_needs", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, runs float64) bool {
			back := []int{20, 18, 16, 14, 12, 10, 8}[7-int(runs):]
			check := after(r, append(back, 4, 0)...).Easy(today, 50)
			return check.State != load.EasyUnknown && check.Runs == int(runs)
		}},
		{Key: "easy_recent", At: 2, Gives: func(r *rule.Settings) float64 {
			return float64(9 - after(r, 24, 21, 18, 15, 12, 9, 6, 3, 0).Easy(today, 50).Runs)
		}},
		{Key: "easy_share", At: 0.80, Edge: ruletest.AtMost, Holds: func(r *rule.Settings, share float64) bool {
			h := after(r, 0)
			h.Sessions[0].Steady.HR = share * 204
			return easy(h)
		}},
		{Key: "easy_vary", At: 0.10, Edge: ruletest.Under, Holds: func(r *rule.Settings, vary float64) bool {
			h := after(r, 0)
			h.Sessions[0].Steady.Vary = vary
			return easy(h)
		}},
		{Key: "easy_climb", At: 10, Edge: ruletest.Under, Holds: func(r *rule.Settings, climb float64) bool {
			h := after(r, 0)
			h.Sessions[0].Steady.Climb = climb
			return easy(h)
		}},
		// Of the two ways to fail the other is put out of reach.
		{Key: "easy_rise", At: 4, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, bpm float64) bool {
			r.EasyIndexSD, r.EasyIndexMin = 3, 0.5
			return recent(r, func(s *load.Steady) { s.HR += bpm }).State == load.EasyFail
		}},
		{Key: "easy_index_sd", At: 1, Other: 1.5, Step: 0.125, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, sd float64) bool {
			r.EasyRise, r.EasyIndexMin = 15, 0.5
			return recent(r, func(s *load.Steady) { s.HR += 16 * 0.5 * sd }).State == load.EasyFail
		}},
		{Key: "easy_index_floor", At: 0.05, Gives: func(r *rule.Settings) float64 { return recent(r, func(*load.Steady) {}).IndexSD }},
		{Key: "easy_felt", At: 2, Edge: ruletest.AtLeast, Holds: func(r *rule.Settings, runs float64) bool {
			r.EasyFeltOf = 5
			return felt(r, int(runs), 5-int(runs)).State == load.EasyFail
		}},
		{Key: "easy_felt_of", At: 3, Gives: func(r *rule.Settings) float64 { return float64(felt(r, 5, 0).Runs) }},
	})
}

// What the check is made of, worked by hand: heart rate above standing (76 bpm) goes
// with speed, and 16 bpm are 1 m/s.
func TestEasyCheckInNumbers(t *testing.T) {
	r := rule.Default()
	c := recent(&r, func(s *load.Steady) { s.HR, s.Speed = 136, 3 })
	want := load.EasyCheck{State: load.EasyFail, By: load.ByPace, Runs: 4, HR: 156, Usual: 140, Speed: 4, Index: 3 - 60.0/16, IndexMean: 0, IndexSD: 0.05, Last: today}
	if c != want {
		t.Errorf("%+v, want %+v", c, want)
	}
	for name, h := range map[string]*load.History{"no maximum": load.New(&diary.Diary{Activities: []diary.Activity{easyRun(today, 40)}}, rule.Default())} {
		if c := h.Easy(today, 50); c != (load.EasyCheck{NoMax: true}) || len(h.EasyRunsBetween(today, today, 50)) != 0 {
			t.Errorf("%s: %+v", name, c)
		}
	}
	h := after(&r, 0)
	if got := h.EasyRunsBetween(today, today, 50); len(got) != 1 || got[0] != (load.EasyRun{Date: today, HR: 140, Index: 0}) {
		t.Errorf("a run alone is its own comparison: %+v", got)
	}
	if got := h.EasyRunsBetween(today, today, 0); len(got) != 0 {
		t.Errorf("without a resting heart rate: %+v", got)
	}
}

// What the check cannot use: a ride, a run in the heat, a hard one, one whose pace is
// not known.
func TestRunsTheCheckCannotUse(t *testing.T) {
	r := rule.Default()
	r.MaxHR = 204
	for name, c := range map[string]struct {
		change func(s *load.Session)
		tag    string
		want   bool
	}{
		"an easy run":         {func(*load.Session) {}, "", true},
		"after a late night":  {func(*load.Session) {}, "late_night", true},
		"in the heat":         {func(*load.Session) {}, "heat", false},
		"a ride":              {func(s *load.Session) { s.Run = false }, "", false},
		"rated hard":          {func(s *load.Session) { s.Effort = 8 }, "", false},
		"pace not known":      {func(s *load.Session) { s.Steady.OK = false }, "", false},
		"too short":           {func(s *load.Session) { s.Minutes = 19 }, "", false},
		"too fast a heart":    {func(s *load.Session) { s.Steady.HR = 164 }, "", false},
		"up and down in pace": {func(s *load.Session) { s.Steady.Vary = 0.2 }, "", false},
		"a hill":              {func(s *load.Session) { s.Steady.Climb = 30 }, "", false},
	} {
		h := load.New(&diary.Diary{Activities: []diary.Activity{easyRun(today, 40)}, Tags: map[diary.Date][]string{today: {c.tag}}}, r)
		c.change(&h.Sessions[0])
		if got := easy(h); got != c.want {
			t.Errorf("%s: used %v", name, got)
		}
	}
}
