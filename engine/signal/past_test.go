package signal_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"rebound/engine/diary"
	"rebound/engine/rule"
	"rebound/engine/signal"
)

// days7 is today's state of a week, oldest first, after a normal that never moved: its SD is
// the floor.
func days7(r *rule.Settings, k diary.Kind, normal float64, week ...float64) signal.State {
	return stateOf(r, k, func(back int) float64 {
		if back < len(week) {
			return week[len(week)-1-back]
		}
		return normal
	})
}

func all7(v float64) []float64 { return []float64{v, v, v, v, v, v, v} }

// A mean outside the normal range that is shown is never passed over in silence: the signal
// is out, or it says why not.
func TestPast(t *testing.T) {
	r := rule.Default()
	short, literal := r, r
	short.SleepShortDays, literal.SleepLiteral = 2, 1
	hr, hrv, sleep := diary.RestingHR, diary.HRV, diary.Sleep
	for name, c := range map[string]struct {
		rules  *rule.Settings
		kind   diary.Kind
		normal float64
		week   []float64
		name   signal.Name
		want   signal.Past
	}{
		"hrv as usual":                     {&r, hrv, 60, all7(60), signal.InRange, signal.Inside},
		"hrv one awful night":              {&r, hrv, 60, []float64{60, 60, 60, 60, 60, 60, 30}, signal.InRange, signal.OneDay},
		"hrv out":                          {&r, hrv, 60, all7(55), signal.Adverse, signal.Inside},
		"hrv better":                       {&r, hrv, 60, all7(65), signal.InRange, signal.Better},
		"hrv unusual":                      {&r, hrv, 60, all7(67), signal.Unusual, signal.Inside},
		"hrv better than what is unusual":  {&r, hrv, 60, []float64{60, 60, 60, 60, 60, 60, 200}, signal.InRange, signal.Better},
		"resting hr as usual":              {&r, hr, 50.2, all7(50), signal.InRange, signal.Inside},
		"resting hr up and not to be seen": {&r, hr, 50.2, all7(51.4), signal.InRange, signal.Inside},
		"resting hr up by less than counts": {
			&r, hr, 50.2, all7(51.6), signal.InRange, signal.Slight},
		"resting hr up by what counts":  {&r, hr, 50.2, all7(51.8), signal.Adverse, signal.Inside},
		"resting hr one bad day":        {&r, hr, 50, []float64{50, 50, 50, 50, 50, 50, 65}, signal.InRange, signal.OneDay},
		"resting hr one day of a few":   {&r, hr, 50, []float64{50, 50, 50, 50, 50, 50, 55}, signal.InRange, signal.OneDay},
		"resting hr leans on one day":   {&r, hr, 50, []float64{51, 51, 51, 51, 51, 51, 56}, signal.InRange, signal.Leaning},
		"resting hr low":                {&r, hr, 50, all7(48), signal.InRange, signal.Better},
		"sleep as usual":                {&r, sleep, 470, all7(470), signal.InRange, signal.Inside},
		"sleep less, and enough":        {&r, sleep, 470, all7(430), signal.InRange, signal.NotShort},
		"sleep less, at the limit":      {&r, sleep, 470, all7(420), signal.InRange, signal.NotShort},
		"sleep short":                   {&r, sleep, 470, all7(419), signal.Adverse, signal.Inside},
		"sleep short as ever":           {&r, sleep, 440, all7(415), signal.InRange, signal.Slight},
		"sleep short as ever, by words": {&literal, sleep, 440, all7(415), signal.Adverse, signal.Inside},
		"sleep one short night":         {&r, sleep, 470, []float64{470, 470, 470, 470, 470, 470, 200}, signal.InRange, signal.OneDay},
		"sleep two short nights":        {&r, sleep, 470, []float64{440, 440, 440, 440, 440, 300, 300}, signal.InRange, signal.FewShort},
		"sleep two where two count":     {&short, sleep, 470, []float64{440, 440, 440, 440, 440, 300, 300}, signal.InRange, signal.Leaning},
		"sleep three short nights":      {&r, sleep, 470, []float64{430, 430, 430, 430, 380, 380, 380}, signal.InRange, signal.Leaning},
		"sleep long":                    {&r, sleep, 470, all7(500), signal.InRange, signal.Better},
		"sleep of half a minute less":   {&r, sleep, 470.4, all7(469.6), signal.InRange, signal.Inside},
	} {
		s := days7(c.rules, c.kind, c.normal, c.week...)
		if s.Name != c.name || s.Past != c.want {
			t.Errorf("%s: %v %q, want %v %q (%+v)", name, s.Name, s.Past, c.name, c.want, s)
		}
	}
	if s := days7(&r, hr, 50, 80, 80, 80); s.Past != signal.Inside {
		t.Errorf("not known, and past its range: %+v", s)
	}
}

// Whatever the week: what is said agrees with what is shown.
func TestPropertyPast(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	r := rule.Default()
	seen := map[signal.Past]int{}
	for range 3000 {
		k := diary.Kind(rng.IntN(diary.Kinds))
		normal, step := [...]float64{60, 50, 445}[k], [...]float64{4, 1, 18}[k]
		shift := rng.NormFloat64()
		s := stateOf(&r, k, func(back int) float64 {
			v := normal + step*rng.NormFloat64()
			if back < 7 {
				v += step * shift
			}
			return v
		})
		read := math.Round
		if k == diary.HRV {
			read = func(x float64) float64 { return math.Round(math.Exp(x)) }
		}
		at, low, high := read(s.Recent), read(s.Baseline.Low), read(s.Baseline.High)
		below, above := at < low, at > high
		bad, good := below, above
		if k == diary.RestingHR {
			bad, good = above, below
		}
		in := s.Name == signal.InRange
		if s.Past.Bad() != (bad && in) || (s.Past == signal.Better) != (good && in) {
			t.Fatalf("%v: %v at %v of %v to %v is %q", k, s.Name, at, low, high, s.Past)
		}
		if k == diary.HRV && s.Past.Bad() && s.Past != signal.OneDay || s.Past == signal.OneDay && k == diary.HRV && !s.Held {
			t.Fatalf("HRV past its range is out, but for one day: %+v", s)
		}
		seen[s.Past]++
	}
	for p := signal.Inside; p <= signal.FewShort; p++ {
		if seen[p] == 0 {
			t.Errorf("%q was never tried: %v", p, seen)
		}
	}
}
