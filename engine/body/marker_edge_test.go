package body_test

import (
	"testing"

	"rebound/engine/body"
	"rebound/engine/diary"
	"rebound/engine/load"
)

// A marker's halves are the last four weeks and the four before; what is older, or
// comes after the day, is in neither.
func TestHalvesOfAMarker(t *testing.T) {
	for name, c := range map[string]struct {
		backs []int
		n     int
		was   int
	}{
		"today":                        {[]int{0}, 1, 0},
		"tomorrow":                     {[]int{-1}, 0, 0},
		"27 and 28 days ago":           {[]int{27, 28}, 1, 1},
		"55 and 56 days ago":           {[]int{55, 56}, 0, 1},
		"one that says too little":     {nil, 0, 0},
		"all of it, and far beyond it": {[]int{0, 10, 30, 50, 70, 200}, 2, 2},
	} {
		var list []diary.CheckIn
		for _, b := range c.backs {
			list = append(list, answered(b, 1))
		}
		if c.backs == nil {
			list = append(list, with(0, map[diary.Sign]diary.Score{diary.Drained: 2}), with(30, map[diary.Sign]diary.Score{
				diary.LostSpring: 1, diary.UnresolvedSoreness: 1, diary.HarderThanItShould: 1, diary.IrritableOrUnmotivated: 1}))
		}
		for _, which := range []int{energy, tolerance} {
			m := marked(&defaults, which, func(in *body.MarkerInput) {
				in.Reported.CheckIns = list
				for range 100 {
					in.Loads = append(in.Loads, load.Day{Load: 10, Known: true})
				}
			})
			if m.N != c.n || m.Was != c.was {
				t.Errorf("%s, marker %d: %d and %d, want %d and %d", name, which, m.N, m.Was, c.n, c.was)
			}
		}
		runs := []int{}
		for _, b := range c.backs {
			if b >= 0 {
				runs = append([]int{b}, runs...)
			}
		}
		h := striding(&defaults, nil, runs, func(s *load.Stride) { s.Balance = 51 }, nil)
		if m := marked(&defaults, smoothness, func(in *body.MarkerInput) { in.History = h }); m.N+m.Was > 0 && (m.N != c.n || m.Was != c.was) {
			t.Errorf("%s, runs: %d and %d", name, m.N, m.Was)
		}
	}
}

func near(got, want float64) bool { return got > want-1e-9 && got < want+1e-9 }

// Tolerance is better with a tenth more load and as many quiet days, worse only with
// a tenth fewer of those.
func TestToleranceOfLoad(t *testing.T) {
	for name, c := range map[string]struct {
		m    body.Marker
		want body.Progress
	}{
		"a tenth more":                     {carried(&defaults, 100, 111, 0), body.Better},
		"a little more":                    {carried(&defaults, 100, 109, 0), body.Same},
		"a light month":                    {carried(&defaults, 100, 40, 0), body.Same},
		"nothing carried, now or before":   {carried(&defaults, 0, 0, 0), body.Same},
		"sore on two days of 28":           {carried(&defaults, 100, 100, 2), body.Same},
		"sore on three, more than a tenth": {carried(&defaults, 100, 200, 3), body.Worse},
	} {
		if c.m.State != c.want || c.m.N != 28 || c.m.Was != 28 {
			t.Errorf("%s: %+v, want %s", name, c.m, c.want)
		}
	}
	if m := carried(&defaults, 100, 200, 7); !near(m.Quiet, 0.75) || !near(m.WasQuiet, 1) || !near(m.Now, 150) || !near(m.Before, 100) {
		t.Errorf("%+v", m)
	}
	// A niggle speaks of a day too, and one that eases makes it no quiet one.
	for pain, want := range map[diary.Score]float64{2: 1, 3: 0} {
		r := defaults
		r.MarkNeeds = 4
		m := marked(&r, tolerance, func(in *body.MarkerInput) {
			// It hurt for five days of the half before, and does since three days.
			in.Reported.Niggles = []diary.Niggle{{Stamp: ago(55), Site: "calf", Severity: 1}, {Stamp: ago(50), Site: "calf"}, {Stamp: ago(3), Site: "calf", Severity: pain}}
			for range 56 {
				in.Loads = append(in.Loads, load.Day{Load: 10, Known: true})
			}
		})
		if m.N != 4 || m.Was != 5 || !near(m.Quiet, want) || !near(m.WasQuiet, 1) {
			t.Errorf("pain %d: %+v, want %g quiet", pain, m, want)
		}
	}
	// A day without a load that is known says nothing, nor does one before the history.
	m := marked(&defaults, tolerance, func(in *body.MarkerInput) {
		in.Reported.CheckIns = []diary.CheckIn{answered(2, 0), answered(1, 0), answered(0, 0)}
		in.Loads = []load.Day{{Known: true, Load: 5}, {}}
	})
	if m.N != 1 {
		t.Errorf("%+v", m)
	}
}

// Smoothness is of the watch's balance where it has enough, either way from even;
// else of the sign, and it says which.
func TestSmoothnessByWatchOrByWord(t *testing.T) {
	sprung := func(in *body.MarkerInput, n int, now, before diary.Score) {
		for i := range n {
			in.Reported.CheckIns = append(in.Reported.CheckIns,
				with(i, map[diary.Sign]diary.Score{diary.LostSpring: now}), with(30+i, map[diary.Sign]diary.Score{diary.LostSpring: before}))
		}
	}
	runs := func(in *body.MarkerInput, backs []int, balance float64) {
		in.History = striding(&defaults, nil, backs, func(s *load.Stride) { s.Balance = balance }, nil)
	}
	ten := []int{50, 45, 40, 35, 30, 20, 15, 10, 5, 0}
	for name, c := range map[string]struct {
		change func(in *body.MarkerInput)
		state  body.Progress
		felt   bool
		n      int
	}{
		"by the watch":                  {func(in *body.MarkerInput) { runs(in, ten, 48); sprung(in, 8, 3, 0) }, body.Same, false, 5},
		"too few runs: by word":         {func(in *body.MarkerInput) { runs(in, ten[1:], 51); sprung(in, 8, 3, 0) }, body.Worse, true, 8},
		"both too few, more runs":       {func(in *body.MarkerInput) { runs(in, ten[1:], 51); sprung(in, 4, 3, 0) }, body.ProgressUnknown, false, 5},
		"both too few, as many":         {func(in *body.MarkerInput) { runs(in, ten[1:], 51); sprung(in, 5, 3, 0) }, body.ProgressUnknown, true, 5},
		"by word, better":               {func(in *body.MarkerInput) { sprung(in, 8, 1, 2) }, body.Better, true, 8},
		"runs without a balance":        {func(in *body.MarkerInput) { runs(in, ten, 0); sprung(in, 8, 1, 1) }, body.Same, true, 8},
		"nothing said and nothing seen": {func(in *body.MarkerInput) {}, body.ProgressUnknown, true, 0},
	} {
		if m := marked(&defaults, smoothness, c.change); m.State != c.state || m.Felt != c.felt || m.N != c.n {
			t.Errorf("%s: %+v", name, m)
		}
	}
	rides := marked(&defaults, smoothness, func(in *body.MarkerInput) {
		runs(in, ten, 51)
		for i := range in.History.Sessions {
			in.History.Sessions[i].Run = i != 0
		}
	})
	if rides.State != body.ProgressUnknown || rides.N != 5 {
		t.Errorf("a ride among them: %+v", rides)
	}
}

// Energy is the mean of the drained sign and the index; recovery counts mornings, a
// fifth for four that were all out, and forgets a session whose morning is not known.
func TestEnergyAndRecoveryInNumbers(t *testing.T) {
	tired := func(back int) diary.CheckIn {
		c := answered(back, 1)
		c.Signs[diary.Drained] = 4
		return c
	}
	m := marked(&defaults, energy, func(in *body.MarkerInput) {
		for i := range 8 {
			in.Reported.CheckIns = append(in.Reported.CheckIns, tired(i), answered(30+i, 1))
		}
	})
	if want := (12.0/9 + 4) / 2; m.Now < want-1e-9 || m.Now > want+1e-9 || m.Before != 1 || m.State != body.Worse {
		t.Errorf("%+v, want %g", m, want)
	}
	mornings := func(session diary.Date, fresh, blind map[diary.Date]bool) []diary.Point {
		return marked(&defaults, recovery, func(in *body.MarkerInput) {
			in.Hard = []load.Session{{Date: session}, {Date: session}}
			in.Fresh = func(d diary.Date) (bool, bool) { return fresh[d], !blind[d] }
		}).Series
	}
	on := func(d ...diary.Date) map[diary.Date]bool {
		out := map[diary.Date]bool{}
		for _, v := range d {
			out[v] = true
		}
		return out
	}
	for name, c := range map[string]struct {
		session      diary.Date
		fresh, blind map[diary.Date]bool
		want         float64
	}{
		"the next morning":            {today - 1, on(today), nil, 1},
		"the fourth":                  {today - 4, on(today), nil, 4},
		"not on any of four":          {today - 9, on(today - 4), nil, 5},
		"not yet":                     {today - 3, nil, nil, 0},
		"tomorrow's":                  {today, on(today + 1), nil, 0},
		"a morning without a reading": {today - 9, on(today - 7), on(today - 8), 0},
	} {
		got := mornings(c.session, c.fresh, c.blind)
		if (len(got) == 1) != (c.want > 0) || c.want > 0 && (got[0].Value != c.want || got[0].Date != c.session) {
			t.Errorf("%s: %+v, want %g", name, got, c.want)
		}
	}
}
