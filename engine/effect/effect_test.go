package effect_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/effect"
	"rebound/engine/rule"
)

// By hand: each week a Monday, those with it 5 higher than every other, but for one.
func TestShiftByHand(t *testing.T) {
	r := rule.Default()
	var list []effect.Night
	for i := range 20 {
		n := effect.Night{Date: monday + diary.Date(7*i), Value: 10, With: i%2 == 0}
		if n.With {
			n.Value = 15
		}
		list = append(list, n)
	}
	list[0].Value = 1000 // one reading decides nothing
	s := effect.Of(list, effect.Middle, effect.Nights, &r)
	if !s.Known || s.By != 5 || s.With != 10 || s.Without != 10 || s.WeeksWith != 10 || s.Low != 5 || s.P > 0.01 {
		t.Errorf("%+v", s)
	}
	for i := range list { // of all yes and all no there is nothing to see
		list[i].Value = 1
	}
	if s := effect.Of(list, effect.Mean, effect.Nights, &r); !s.Known || s.By != 0 || s.Low != 0 || s.High != 0 || s.P != 1 {
		t.Errorf("alike: %+v", s)
	}
	for i := range list {
		list[i].Value = 0
		if list[i].With && i%4 == 0 { // half of them
			list[i].Value = 1
		}
	}
	if s := effect.Of(list, effect.Mean, effect.Nights, &r); math.Abs(s.By-0.5) > 0.03 {
		t.Errorf("half of the nights with it: %+v", s)
	}
}

// Nothing is set against another weekday, and nothing of one series against another.
func TestLikeWithLike(t *testing.T) {
	r := rule.Default()
	var days, sources []effect.Night
	for i := range 60 {
		d := monday + diary.Date(7*(i/2))
		days = append(days, effect.Night{Date: d + diary.Date(i%2), With: i%2 == 0}) // Mondays with it, Tuesdays without
		sources = append(sources, effect.Night{Date: monday + diary.Date(7*i), With: i%2 == 0, Series: i % 2})
	}
	for name, list := range map[string][]effect.Night{"weekdays": days, "series": sources, "none": nil} {
		if s := effect.Of(list, effect.Middle, effect.Nights, &r); s.Known || s.With != 0 || s.Without != 0 || s.Had != (len(list)+1)/2 {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

// The order of the nights cannot matter, asking changes none of them, and what is added to
// every one of them is added to both sides.
func TestShiftIsOfTheNightsAlone(t *testing.T) {
	r := rule.Default()
	random := rand.New(rand.NewPCG(1, 1))
	for _, l := range lives {
		list := l.nights(random)
		was := slices.Clone(list)
		want := effect.Of(list, l.measure(), l.block(), &r)
		if !slices.Equal(list, was) {
			t.Fatal("the nights are not as they were")
		}
		random.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if got := effect.Of(list, l.measure(), l.block(), &r); got != want {
			t.Errorf("in another order: %+v, not %+v", got, want)
		}
		for i := range list {
			list[i].Value, list[i].Date = 8*list[i].Value, list[i].Date+7*700
		}
		got := effect.Of(list, l.measure(), l.block(), &r)
		if math.Abs(got.By-8*want.By) > 1e-9 || math.Abs(got.Low-8*want.Low) > 1e-9 || math.Abs(got.P-want.P) > 1e-9 {
			t.Errorf("in another unit and other years: %+v, not eight times %+v", got, want)
		}
	}
}

// The same numbers, to the last bit, natively and in wasm (make test runs this in both).
func TestShiftIsTheSameEverywhere(t *testing.T) {
	r := rule.Default()
	var list []effect.Night
	for i := range 400 {
		list = append(list, effect.Night{Date: monday + diary.Date(i), Value: float64(i * i % 97), With: i*7%23 < 5})
	}
	s := effect.Of(list, effect.Middle, effect.Nights, &r)
	if got, want := [3]float64{s.By, s.Low, s.High}, [3]float64{-7, -15, -2}; got != want || math.Abs(s.P-0.0795074) > 1e-7 {
		t.Errorf("%v, not %v; chance %v", got, want, s.P)
	}
	s = effect.Of(list, effect.Middle, effect.Spells, &r)
	if got, want := [3]float64{s.By, s.Low, s.High}, [3]float64{-7, -16, -2}; got != want || math.Abs(s.P-0.0912535) > 1e-7 {
		t.Errorf("drawn by three weeks: %v, not %v; chance %v", got, want, s.P)
	}
}

// Of what lasts on both sides, weeks drawn by threes leave more to chance than weeks drawn
// one by one; of what is another's every night they do not, but for Student's t, which makes
// the interval of a year's 17 blocks 1.09 times as wide; two years have more than are few.
func TestSpellsAreFewer(t *testing.T) {
	r := rule.Default()
	for name, wider := range map[string][2]float64{"no effect, signals out": {1.1, 1.3}, "no effect, every other day": {0.9 * 1.09, 1.05 * 1.09}} {
		random := rand.New(rand.NewPCG(6, 6))
		nights, spells := 0.0, 0.0
		for range 20 {
			list := lives[name].nights(random)
			a, b := effect.Of(list, effect.Middle, effect.Nights, &r), effect.Of(list, effect.Middle, effect.Spells, &r)
			nights, spells = nights+a.High-a.Low, spells+b.High-b.Low
		}
		if got := spells / nights; got < wider[0] || got > wider[1] {
			t.Errorf("%s: the interval is %.2f times as wide", name, got)
		}
	}
}

// The share of draws that an interval takes is that of Student's t with a block less, as in
// its tables; of many blocks that which is asked for.
func TestWidenedByTheTable(t *testing.T) {
	for _, c := range []struct{ share, n, t float64 }{
		{0.9, 3, 2.920}, {0.9, 6, 2.015}, {0.9, 9, 1.860}, {0.9, 18, 1.740}, {0.9, 29, 1.701}, {0.8, 9, 1.397}, {0.95, 9, 2.306},
	} {
		want := math.Erf(c.t * math.Sqrt(c.n/(c.n-1)) / math.Sqrt2)
		if got := effect.Widened(c.share, c.n); math.Abs(got-want) > 0.002 {
			t.Errorf("%g of %g blocks: %.4f, not %.4f", c.share, c.n, got, want)
		}
	}
	if got := effect.Widened(0.9, 30); got != 0.9 {
		t.Errorf("of thirty blocks %.6f", got)
	}
}

// Of p-values by hand (Benjamini and Hochberg 1995): a later one that passes brings those
// before it along; what is not known is not counted.
func TestSeenByHand(t *testing.T) {
	for _, c := range []struct {
		p    []float64 // below 0: not known
		want []bool
	}{
		{nil, []bool{}},
		{[]float64{0.11}, []bool{false}},
		{[]float64{0.04, 0.9}, []bool{true, false}},
		{[]float64{0.06, 0.9}, []bool{false, false}},
		{[]float64{0.06, -1}, []bool{true, false}},
		{[]float64{0.09, 0.06, 0.09}, []bool{true, true, true}}, // 0.06 alone would need 0.033
		{[]float64{0.02, 0.5, 0.04, 0.6}, []bool{true, false, true, false}},
	} {
		shifts := make([]effect.Shift, len(c.p))
		for i, p := range c.p {
			shifts[i] = effect.Shift{Known: p >= 0, P: p}
		}
		if got := effect.Seen(shifts, 0.1); !slices.Equal(got, c.want) {
			t.Errorf("%v: %v", c.p, got)
		}
	}
}

// Of all that is said of runners who are asked thirty questions, of which five are true,
// at most a tenth is wrong.
func TestSeenOfManyQuestions(t *testing.T) {
	runners := 15
	r := rule.Default()
	random := rand.New(rand.NewPCG(5, 5))
	wrong, right, missed := 0.0, 0, 0
	for range runners {
		var shifts []effect.Shift
		for i := range 30 {
			l := life{days: 365, everyday: 0.15, atEnds: 0.3}
			if i%6 == 0 {
				l.effect = -0.08
			}
			shifts = append(shifts, effect.Of(l.nights(random), effect.Middle, effect.Nights, &r))
		}
		said, not := 0.0, 0.0
		for i, seen := range effect.Seen(shifts, r.EffectFalse) {
			switch {
			case seen && i%6 == 0:
				right, said = right+1, said+1
			case seen:
				not, said = not+1, said+1
			case i%6 == 0:
				missed++
			}
		}
		wrong += not / max(said, 1) / float64(runners)
	}
	if wrong > 0.10 || right < 4*missed {
		t.Errorf("%.3f of what was said is wrong; %d seen and %d missed of what is true", wrong, right, missed)
	}
}
