package signal

import (
	"math"
	"math/rand/v2"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
)

const day0 = diary.Date(20000)

// normal is 60 days that alternate about a mean, so that the SD is known, and
// seven more of the same: days day0 to day0+66.
func normal(k diary.Kind) []float64 {
	x := make([]float64, 67)
	for i := range x {
		sign := float64(1 - 2*(i%2))
		switch k {
		case diary.HRV:
			x[i] = 60 * math.Exp(0.2*sign)
		case diary.RestingHR:
			x[i] = 50 + 2*sign
		case diary.Sleep:
			x[i] = 470 + 20*sign
		}
	}
	return x
}

func series(k diary.Kind, x []float64) diary.Series {
	s := diary.Series{Kind: k, Source: "garmin fit", Metric: "m"}
	for i, v := range x {
		if k.Valid(v) {
			s.Points = append(s.Points, diary.Point{Date: day0 + diary.Date(i), Value: v})
		}
	}
	return s
}

func at(k diary.Kind, x []float64, r rule.Settings) State {
	return New(&diary.Diary{Series: []diary.Series{series(k, x)}}, r).At(k, day0+66)
}

// week puts seven values at the end of a normal series.
func week(k diary.Kind, last ...float64) []float64 {
	x := normal(k)
	copy(x[len(x)-len(last):], last)
	return x
}

func TestStates(t *testing.T) {
	const low, high = 52.0, 75.0 // ms: ln is 0.14 under and 0.22 over the normal
	for name, c := range map[string]struct {
		k    diary.Kind
		x    []float64
		want Name
		cut  bool
		held bool
	}{
		"hrv as usual":                       {diary.HRV, normal(diary.HRV), InRange, false, false},
		"hrv 0.7 SD low":                     {diary.HRV, week(diary.HRV, low, low, low, low, low, low, low), Adverse, false, false},
		"hrv 1.3 SD low":                     {diary.HRV, week(diary.HRV, 46, 46, 46, 46, 46, 46, 46), Adverse, true, false},
		"hrv one awful night":                {diary.HRV, week(diary.HRV, 60, 60, 60, 60, 60, 60, 8), InRange, false, true},
		"hrv 1.1 SD high":                    {diary.HRV, week(diary.HRV, high, high, high, high, high, high, high), Unusual, false, false},
		"hrv one high night":                 {diary.HRV, week(diary.HRV, 60, 60, 60, 60, 60, 60, 240), InRange, false, false},
		"resting hr as usual":                {diary.RestingHR, normal(diary.RestingHR), InRange, false, false},
		"resting hr 3 up":                    {diary.RestingHR, week(diary.RestingHR, 53, 53, 53, 53, 53, 53, 53), Adverse, true, false},
		"resting hr 1.4 up is under 3%":      {diary.RestingHR, week(diary.RestingHR, 51.4, 51.4, 51.4, 51.4, 51.4, 51.4, 51.4), InRange, false, false},
		"resting hr 1.6 up is over 3%":       {diary.RestingHR, week(diary.RestingHR, 51.6, 51.6, 51.6, 51.6, 51.6, 51.6, 51.6), Adverse, true, false},
		"resting hr one day 15 up":           {diary.RestingHR, week(diary.RestingHR, 50, 50, 50, 50, 50, 50, 65), InRange, false, true},
		"resting hr ramp":                    {diary.RestingHR, week(diary.RestingHR, 50, 51, 52, 53, 54, 55, 56), Adverse, true, false},
		"sleep as usual":                     {diary.Sleep, normal(diary.Sleep), InRange, false, false},
		"sleep one short night":              {diary.Sleep, week(diary.Sleep, 470, 470, 470, 470, 470, 470, 200), InRange, false, false},
		"sleep three short nights and more":  {diary.Sleep, week(diary.Sleep, 380, 380, 390, 400, 410, 470, 430), Adverse, true, false},
		"sleep under 7 h on three, just":     {diary.Sleep, week(diary.Sleep, 380, 380, 380, 430, 430, 430, 430), InRange, false, true},
		"sleep under 6 h every night":        {diary.Sleep, week(diary.Sleep, 350, 350, 350, 350, 350, 350, 350), Adverse, true, false},
		"three nights are not enough to say": {diary.Sleep, week(diary.Sleep, 0, 0, 0, 0, 470, 470, 470), Unknown, false, false},
	} {
		s := at(c.k, c.x, rule.Default())
		if s.Name != c.want || s.Cut != c.cut || s.Held != c.held {
			t.Errorf("%s: %v cut %v held %v, want %v %v %v (%+v)", name, s.Name, s.Cut, s.Held, c.want, c.cut, c.held, s)
		}
	}
}

// Habitually short sleep is no drift, unless the runner asks for the document's
// own words.
func TestHabitualShortSleep(t *testing.T) {
	x := make([]float64, 67)
	for i := range x {
		x[i] = 395
	}
	if s := at(diary.Sleep, x, rule.Default()); s.Name != InRange {
		t.Errorf("6 h 35 as ever: %v", s.Name)
	}
	literal := rule.Default()
	literal.SleepLiteral = 1
	if s := at(diary.Sleep, x, literal); s.Name != Adverse {
		t.Errorf("document-literal: %v", s.Name)
	}
	v := New(&diary.Diary{Series: []diary.Series{series(diary.Sleep, x)}}, rule.Default())
	if mean, n, ok := v.Habit("garmin fit", "m", day0+66); !ok || mean != 395 || n != 28 {
		t.Error(mean, n, ok)
	}
}

func TestMissingIsUnknown(t *testing.T) {
	for name, c := range map[string]struct {
		drop func(i int) bool
		want Missing
	}{
		"nothing at all":            {func(int) bool { return true }, NoReadings},
		"three days of the window":  {func(i int) bool { return i > 62 }, FewRecent},
		"thirteen days of baseline": {func(i int) bool { return i < 47 }, FewBaseline},
	} {
		for k := range diary.Kind(diary.Kinds) {
			x := normal(k)
			for i := range x {
				if c.drop(i) {
					x[i] = 0
				}
			}
			if s := at(k, x, rule.Default()); s.Name != Unknown || s.Missing != c.want || s.Cut {
				t.Errorf("%s, %v: %+v", name, k, s)
			}
		}
	}
}

// Tagged days weigh half in the window and nothing in the baseline.
func TestTags(t *testing.T) {
	x := week(diary.RestingHR, 50, 50, 50, 50, 50, 60, 60)
	d := &diary.Diary{Series: []diary.Series{series(diary.RestingHR, x)}, Tags: map[diary.Date][]string{
		day0 + 66: {"alcohol"}, day0 + 65: {"illness"}, day0 + 3: {"travel"}, day0 + 4: {"illness"}}}
	s := New(d, rule.Default()).At(diary.RestingHR, day0+66)
	want := (5*50 + 60 + 0.5*60) / 6.5
	if math.Abs(s.Recent-want) > 1e-9 || s.Tagged != 1 || s.Baseline.Days != 58 {
		t.Errorf("recent %g, want %g; tagged %d; baseline %d days", s.Recent, want, s.Tagged, s.Baseline.Days)
	}
}

// A change of source starts a new baseline: the two are never mixed.
func TestSourcesAreNotMixed(t *testing.T) {
	old := series(diary.HRV, normal(diary.HRV)[:60])
	fresh := diary.Series{Kind: diary.HRV, Source: "coros fit", Metric: "m"}
	for i := 60; i < 67; i++ {
		fresh.Points = append(fresh.Points, diary.Point{Date: day0 + diary.Date(i), Value: 30})
	}
	v := New(&diary.Diary{Series: []diary.Series{old, fresh}}, rule.Default())
	if s := v.At(diary.HRV, day0+66); s.Name != Unknown || s.Source == "garmin fit" && s.RecentDays > 0 {
		t.Errorf("a new watch that reads low is not a drift: %+v", s)
	}
}

func TestDaysOut(t *testing.T) {
	v := New(&diary.Diary{Series: []diary.Series{series(diary.RestingHR, week(diary.RestingHR, 50, 58, 58, 58, 58, 58, 58))}}, rule.Default())
	var d Day
	var got []int
	for i := range 67 {
		d = v.Next(&d, day0+diary.Date(i))
		if i >= 61 {
			got = append(got, d[diary.RestingHR].DaysOut)
		}
	}
	for i := 1; i < len(got); i++ {
		if got[i] != 0 && got[i] != got[i-1]+1 {
			t.Errorf("days out %v", got)
		}
	}
	if got[len(got)-1] < 3 {
		t.Errorf("six days at +8 bpm: days out %v", got)
	}
}

func rank(n Name) int { return map[Name]int{Unusual: 0, InRange: 0, Adverse: 1}[n] }

// If the condition does not hold with day d taken out of the
// window, no value of d makes the signal adverse; and moving a reading in the
// adverse direction never makes an adverse signal better.
func TestPropertyOneDay(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	rules := rule.Default()
	span := map[diary.Kind][2]float64{diary.HRV: {5, 250}, diary.RestingHR: {30, 110}, diary.Sleep: {120, 840}}
	worse := map[diary.Kind]float64{diary.HRV: -1, diary.RestingHR: 1, diary.Sleep: -1}
	adverseCases := 0
	for range 20000 {
		k := diary.Kind(rng.IntN(diary.Kinds))
		x := normal(k)
		shift := rng.Float64() * 1.5
		for i := 60; i < 67; i++ {
			switch k {
			case diary.HRV:
				x[i] *= math.Exp(-0.2*shift + 0.1*rng.NormFloat64())
			case diary.RestingHR:
				x[i] += 3*shift + rng.NormFloat64()
			case diary.Sleep:
				x[i] -= 60*shift + 30*rng.NormFloat64()
			}
			if rng.IntN(6) == 0 {
				x[i] = 0
			}
		}
		before := at(k, x, rules)
		d := 60 + rng.IntN(7)
		if x[d] == 0 {
			continue
		}

		// The condition without d, by the definition.
		s := State{Kind: k, Baseline: before.Baseline}
		var v window
		for i := 60; i < 67; i++ {
			if i != d && x[i] > 0 {
				y := x[i]
				if k == diary.HRV {
					y = math.Log(y)
				}
				v.add(y, 1)
			}
		}
		moved := append([]float64(nil), x...)
		moved[d] = span[k][0] + rng.Float64()*(span[k][1]-span[k][0])
		if c := adverse(&s, &rules, rules.GateK); v.n > 0 && !c.on(&v, -1) {
			if at(k, moved, rules).Name == Adverse {
				t.Fatalf("%v: one day made it adverse\n%v", k, moved[60:])
			}
		}

		pushed := append([]float64(nil), x...)
		limit := span[k][0]
		if worse[k] > 0 {
			limit = span[k][1]
		}
		pushed[d] += (limit - pushed[d]) * rng.Float64()
		after := at(k, pushed, rules)
		if before.Name == Adverse {
			adverseCases++
		}
		if rank(after.Name) < rank(before.Name) || before.Cut && !after.Cut {
			t.Fatalf("%v: a worse reading made it better: %v -> %v\n%v\n%v", k, before.Name, after.Name, x[60:], pushed[60:])
		}
	}
	if adverseCases < 1000 {
		t.Errorf("only %d adverse cases: the property was hardly tried", adverseCases)
	}
}

// Taking a reading away never makes a signal surer.
func TestPropertyMissing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	rules := rule.Default()
	for range 5000 {
		typed := series(diary.HRV, normal(diary.HRV))
		typed.Source, typed.Metric = diary.TypedSource, diary.MetricTyped
		device := series(diary.HRV, normal(diary.HRV))
		thin := func(s *diary.Series, keep int) {
			var p []diary.Point
			for _, q := range s.Points {
				if rng.IntN(10) < keep {
					p = append(p, q)
				}
			}
			s.Points = p
		}
		thin(&typed, 2+rng.IntN(9))
		thin(&device, 2+rng.IntN(9))
		sure := func() int {
			s := New(&diary.Diary{Series: []diary.Series{device, typed}}, rules).At(diary.HRV, day0+66)
			switch {
			case s.Settled(rules):
				return 2
			case s.Known():
				return 1
			}
			return 0
		}
		before := sure()
		if len(device.Points) == 0 {
			continue
		}
		i := rng.IntN(len(device.Points))
		device.Points = append(append([]diary.Point(nil), device.Points[:i]...), device.Points[i+1:]...)
		if after := sure(); after > before {
			t.Fatalf("without a reading it is surer: %d -> %d", before, after)
		}
	}
}
